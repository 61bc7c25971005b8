//! A text with every encoding: each text inside it is scanned once, and reaching the limit is a finding.

use super::{origin, scanner};
use crate::scan::{Depth, Scan};
use crate::views::View;
use crate::{Tier, Waiver};

/// Every encoding beside every other, and inside one another.
fn line(n: usize) -> String {
    let inside = "&amp;#37;4a %26%2374; \\u0025\\x34\\61 =3D=34=41 \\112\\141\\156 Ｊａｎｅ xn--bcher-kva.example ten[.]two h**p";
    let base64 = data_encoding::BASE64.encode(format!("{n} {inside}").as_bytes());
    let hex = data_encoding::HEXLOWER.encode(format!("{n} {inside}").as_bytes());
    format!("<b title=\"&#74;{n}\">{n}</b> {inside} {base64} {hex}\n")
}

fn looked_at(text: &str) -> usize {
    let scanner = scanner();
    let mut scan = Scan::new(&scanner, text, origin("a.md"));
    scan.view(&View::whole("source", text), Depth::of_markdown());
    scan.looked_at()
}

#[test]
fn orders_of_decoding_are_not_all_gone_through() {
    let one = looked_at(&line(1));
    assert!((50..1_500).contains(&one), "{one}");
    let many: String = (0..2).map(line).collect();
    let many = looked_at(&many);
    assert!(many < 2 * one, "{many} instead of {one}: as many texts, each longer");
}

#[test]
fn more_than_can_be_looked_at_is_held_back_and_nobody_can_allow_it() {
    let scanner = scanner();
    let text = line(1);
    let mut scan = Scan::new(&scanner, &text, origin("a.md")).granting(10 * text.len());
    scan.view(&View::whole("source", &text), Depth::of_markdown());
    assert!(scan.looked_at() < 50);
    let value = "more encodings inside one another than can be looked at";
    let waiver = Waiver { rule: "encodings".to_owned(), value: value.to_owned(), reason: "x".to_owned() };
    let found = scanner.finish(scan.findings(), &[waiver]);
    let finding = found.iter().find(|finding| finding.rule == "encodings").expect("it is reported");
    assert_eq!((finding.tier, finding.masked.as_str()), (Tier::Block, value));
    assert!(finding.way_out().is_some());
}
