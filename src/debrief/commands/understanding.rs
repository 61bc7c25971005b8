//! The summary by `check` of what was found in a folder of reviews that was written for another tool.

use crate::cli::Terminal;
use base::text::count;
use internal::Understood;

/// Prints in how many files each fact was found, and what would help most.
pub(super) fn print(files: &[Understood], documents: usize, terminal: &Terminal) {
    if files.is_empty() {
        return;
    }
    for line in lines(files, documents) {
        terminal.say(&line);
    }
}

fn lines(files: &[Understood], documents: usize) -> Vec<String> {
    let all = files.len();
    let of = |fact: fn(&Understood) -> bool| files.iter().filter(|file| fact(file)).count();
    let sum = |fact: fn(&Understood) -> usize| files.iter().map(fact).sum::<usize>();
    let row = |name: &str, found: usize, more: &str| {
        let more = if more.is_empty() { String::new() } else { format!("   {more}") };
        format!("  {name:<9} {found:>5} of {all}{more}")
    };
    let some = |number: usize, words: &str| if number == 0 { String::new() } else { format!("{number} {words}") };
    let zones = of(|file| file.zone_missing);
    let entries = (sum(|file| file.entries), sum(|file| file.moments));
    let mut timeline = some(entries.0, "entries");
    if entries.1 < entries.0 {
        timeline = format!("{timeline}, {} at a sure moment", entries.1);
    }
    if zones > 0 {
        timeline = format!("{timeline}; zone not stated in full: {zones}");
    }
    let head = if documents == 0 {
        String::new()
    } else {
        format!(", beside {}", count(documents, "page that is no review", "pages that are no reviews"))
    };
    let mut lines = vec![
        format!("Understood of {}{head}:", count(all, "review", "reviews")),
        row("title", of(|file| file.title), &some(all - of(|file| file.title), "from the file's name")),
        row("date", of(|file| file.date), ""),
        row(
            "severity",
            of(|file| file.severity),
            &some(of(|file| file.severity_as_written), "more as written, no step of the scale"),
        ),
        row("summary", of(|file| file.summary), ""),
        row("duration", of(|file| file.duration), ""),
        row("owner", of(|file| file.owner), ""),
        row("timeline", of(|file| file.entries > 0), &timeline),
        row("factors", of(|file| file.factors > 0), &some(sum(|file| file.factors), "in all")),
        row("lessons", of(|file| file.lessons > 0), &some(sum(|file| file.lessons), "in all")),
        row("actions", of(|file| file.actions > 0), &some(sum(|file| file.actions), "in all")),
    ];
    lines.extend(helps_most(files).map(|help| format!("What would help most: {help}")));
    lines
}

/// The fact that most reviews lack, and how to state it.
fn helps_most(files: &[Understood]) -> Option<String> {
    let lack = |fact: fn(&Understood) -> bool| files.iter().filter(|file| fact(file)).count();
    let reviews = |number: usize| count(number, "review", "reviews");
    let found = [
        (
            lack(|file| file.zone_missing),
            "the zone of times in {}: `timezone: Europe/Berlin`, say, in a `debrief.yaml`, or `UTC` after the times",
        ),
        (
            lack(|file| !file.date),
            "the day of {}: in the file's name (`2026-03-05-...`), or as `Date: 2026-03-05` at the top",
        ),
        (
            lack(|file| file.severity_as_written),
            "what the severities of {} mean: `severity: {map: {WORD: sev2}}` in a `debrief.yaml`",
        ),
        (lack(|file| !file.severity && !file.severity_as_written), "the severity of {}: `Severity: SEV2` at the top"),
        (lack(|file| !file.summary), "a summary of {}: a sentence under `## Summary`"),
        (
            lack(|file| file.entries == 0),
            "a timeline of {}: a list under `## Timeline`, each line with its time and zone",
        ),
    ];
    // If several are lacking equally often, the first in this list is chosen.
    let most = found.into_iter().rev().max_by_key(|(number, _)| *number).filter(|(number, _)| *number > 0);
    most.map(|(number, words)| words.replacen("{}", &reviews(number), 1))
}

#[cfg(test)]
mod tests {
    use super::{Understood, lines};

    fn file(n: usize) -> Understood {
        Understood {
            path: format!("{n}.md"),
            title: n > 0,
            date: true,
            severity: n > 1,
            severity_as_written: n == 1,
            summary: true,
            duration: false,
            owner: false,
            entries: 600,
            moments: if n == 2 { 600 } else { 0 },
            zone_missing: n < 2,
            factors: n,
            lessons: 0,
            actions: 1,
        }
    }

    #[test]
    fn a_screenful_says_what_was_found_and_what_would_help_most() {
        let files: Vec<_> = (0..3).map(file).collect();
        let wanted = "Understood of 3 reviews, beside 1 page that is no review:
  title         2 of 3   1 from the file's name
  date          3 of 3
  severity      1 of 3   1 more as written, no step of the scale
  summary       3 of 3
  duration      0 of 3
  owner         0 of 3
  timeline      3 of 3   1800 entries, 600 at a sure moment; zone not stated in full: 2
  factors       2 of 3   3 in all
  lessons       0 of 3
  actions       3 of 3   3 in all
What would help most: the zone of times in 2 reviews: `timezone: Europe/Berlin`, say, in a `debrief.yaml`, or `UTC` after the times";
        assert_eq!(lines(&files, 1).join("\n"), wanted);
    }
}
