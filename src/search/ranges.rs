//! Which file of terms holds a range of terms. The manifest names the files of ranges only, because a query needs few of
//! them, and a large library has thousands of files of terms.
//!
//! ```text
//! file  = range*
//! range = where it begins (shared with the range before), six bytes: the name of the file of terms
//! ```

use data_encoding::HEXLOWER;

use super::bytes::{Reader, push_text};
use super::envelope::NAME;
use super::order::order;

/// How many ranges are in one file.
pub(crate) const RANGES: usize = 32;

/// The file of some ranges, from where each begins and the name of its file of terms.
pub(crate) fn bytes(ranges: &[(String, String)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut before = "";
    for (start, name) in ranges {
        push_text(&mut out, before, start);
        out.extend(HEXLOWER.decode(name.as_bytes()).unwrap_or_default());
        before = start;
    }
    out
}

/// The ranges of a file; `None` if it is invalid.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let mut reader = Reader(bytes);
    let mut ranges: Vec<(String, String)> = Vec::new();
    while !reader.is_empty() {
        let start = reader.text(ranges.last().map_or("", |(start, _)| start))?;
        if ranges.last().is_some_and(|(before, _)| order(before, &start).is_ge()) {
            return None;
        }
        ranges.push((start, HEXLOWER.encode(reader.take(NAME)?)));
    }
    Some(ranges)
}

#[cfg(test)]
mod tests {
    use super::{bytes, read};

    #[test]
    fn ranges_come_back_in_order_and_no_others() {
        let range = |start: &str, name: &str| (start.to_owned(), name.to_owned());
        let ranges = [range("a", "0123456789ab"), range("pool", "00000000000a"), range("pools", "ffffffffffff")];
        let file = bytes(&ranges);
        assert_eq!(read(&file).as_deref(), Some(&ranges[..]));
        assert_eq!(read(&file[..file.len() - 1]), None);
        assert_eq!(read(&bytes(&[ranges[1].clone(), ranges[0].clone()])), None);
        assert_eq!(read(&[]), Some(Vec::new()));
    }
}
