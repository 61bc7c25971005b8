//! Compares the table of rules in docs/publishing.md with the detectors.

use super::super::{Policy, Scanner, Taint, Tier};
use super::origin;

#[test]
fn the_table_of_shapes_is_true() {
    let scanner = Scanner::new(&Policy::default(), Taint::new());
    let manual = include_str!("../../../docs/publishing.md");
    let table = manual.split("<!-- shapes -->").nth(1).expect("a table between two marks");
    let (mut examples, mut wrong) = (0, Vec::new());
    for row in table.lines().filter(|line| line.contains('`')) {
        // A bar inside a cell has a backslash before it, as in any table.
        let row = row.replace("\\|", "\u{1}");
        let cells: Vec<_> = row.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
        let [form, written, said] = cells.as_slice() else { panic!("{row}") };
        for example in written.split('`').skip(1).step_by(2) {
            examples += 1;
            let found = scanner.look(&format!("Then {example} was seen."), &origin("a.md"), &[]);
            let seen = match found.iter().map(|finding| finding.tier).min() {
                Some(Tier::Block) => "stops",
                Some(Tier::Review) => "is shown",
                None => "passes",
            };
            if seen != *said {
                let rules: Vec<_> = found.iter().map(|finding| finding.rule.as_str()).collect();
                wrong.push(format!("{form}: {example}: {seen} {rules:?}"));
            }
        }
    }
    assert!(examples > 60, "{examples}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
