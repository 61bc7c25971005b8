//! The day on which a text says that it was written or published, which is not that of the incident.
//!
//! In: the body of a review. Out: the day of a line such as `Written on 3 May 2026`, or of the header of a mail or a memo.

use std::cell::LazyCell;

use jiff::civil::Date;

use super::Review;
use super::labelled::day::labelled_day;
use super::labelled::mail::is_mail;
use super::labelled::ranked::labelled;
use super::languages::names;
use super::text::days;
use super::timeline_around::day_first_in;
use markdown::{Block, plain_text};

/// The last such day of the text, since a text that was published later was read later.
pub(super) fn read(review: &Review) -> Option<Date> {
    // The whole body is read for the order of its days, so only where a day of writing stands.
    let day_first = LazyCell::new(|| day_first_in(review));
    let paragraphs = review.blocks.all().iter().filter_map(|block| match block {
        Block::Paragraph { span } => review.body().get(span.clone()),
        _ => None,
    });
    let lines = paragraphs.flat_map(str::lines).filter_map(|line| said_in(line, || *day_first)).max();
    let label = || labelled(review, names::of("day of writing"), |value| days::read_in(value, *day_first).is_some());
    let of_label = label().and_then(|found| days::read_in(&found.value, *day_first));
    let of_mail = if is_mail(review) { labelled_day(review, *day_first) } else { None };
    lines.max(of_label).max(of_mail)
}

/// The day after `Written on` at the start of a line.
pub(super) fn said_in(line: &str, day_first: impl Fn() -> Option<bool>) -> Option<Date> {
    if !line.contains(char::is_numeric) {
        return None;
    }
    let plain = plain_text(line);
    let said = plain.trim().replacen([':', '：'], " ", 1);
    let lower = said.to_lowercase();
    // A review is written for the meeting about it.
    let after = names::after("day of writing", &lower).or_else(|| names::after("meeting before a day", &lower));
    let rest = after?.chars().count();
    // Months are read as they are written.
    let day: String = said.chars().skip(said.chars().count().saturating_sub(rest)).collect();
    days::read_in(&day, day_first())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::review::testing::foreign;

    #[test]
    fn a_text_says_when_it_was_written() {
        let day = |text: &str| read(&foreign("a.md", text)).map(|day| day.to_string());
        for line in [
            "Written on 3 May 2026.",
            "*Published on May 3, 2026 by Bo*",
            "Posted: 2026-05-03",
            "**Date published:** 2026-05-03",
            "Verfasst am 3. Mai 2026",
            "Publié le 3 mai 2026",
        ] {
            let text = format!("# Outage\n\nIt fell on 1 May 2026.\n\n{line}\n");
            assert_eq!(day(&text).as_deref(), Some("2026-05-03"), "{line}");
        }
        let mail = "# Re: outage\n\nFrom: Ana\nDate: 3 May 2026\nSubject: outage\n\nCheckout was down.\n";
        assert_eq!(day(mail).as_deref(), Some("2026-05-03"));
        for line in ["Published a fix on 3 May 2026.", "It was written on 3 May 2026.", "Date: 3 May 2026"] {
            assert_eq!(day(&format!("# Outage\n\n{line}\n")), None, "{line}");
        }
    }

    #[test]
    fn the_day_of_writing_is_not_that_of_the_incident() {
        let date = |text: &str| foreign("a.md", text).date.map(|day| day.to_string());
        assert_eq!(date("# Re: outage\n\nFrom: Ana\nDate: 3 May 2026\nSubject: outage\n\nCheckout was down.\n"), None);
        assert_eq!(date("# Outage\n\nWritten on 3 May 2026.\n\nCheckout was down.\n"), None);
        let post = "# Outage\n\nPublished on May 3, 2026\n\nOn May 1, 2026 checkout was down.\n";
        assert_eq!(date(post).as_deref(), Some("2026-05-01"));
    }
}
