//! The day of each document as a number such as 20260302, stored as the difference from the one before. Documents are
//! sorted by day, so a range of days is a range of documents.

use super::bytes::{Reader, push_number};

/// `2026-03-02` as 20260302; 0 for no day.
pub(crate) fn day(date: &str) -> u32 {
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    if date.len() == 10 && digits.len() == 8 { digits.parse().unwrap_or(0) } else { 0 }
}

/// Each day as its difference from the one before.
pub(crate) fn bytes(days: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    for day in days {
        push_number(&mut out, day.saturating_sub(last));
        last = *day;
    }
    out
}

/// The days of `count` documents.
pub(crate) fn read(bytes: &[u8], count: usize) -> Option<Vec<u32>> {
    let mut reader = Reader(bytes);
    let mut days = Vec::new();
    let mut last = 0_u32;
    for _ in 0..count {
        last = last.checked_add(reader.number()?)?;
        days.push(last);
    }
    reader.is_empty().then_some(days)
}

#[cfg(test)]
mod tests {
    use super::{bytes, day, read};

    #[test]
    fn days_come_back() {
        let days: Vec<u32> = ["", "2024-12-31", "2025-01-01", "2025-01-01"].map(day).to_vec();
        assert_eq!(days, [0, 20_241_231, 20_250_101, 20_250_101]);
        assert_eq!(read(&bytes(&days), 4), Some(days.clone()));
        assert_eq!(read(&bytes(&days), 3), None);
        assert_eq!(day("2024"), 0);
    }
}
