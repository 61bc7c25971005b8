//! Rows L: what must not be published and was.

use image::{ExtendedColorType, ImageEncoder as _, codecs::png::PngEncoder};

use super::super::kit::PublicTest;
use super::super::matrix::held::PASTED;
use super::super::people::{LISTS, staged};
use super::{all_held, all_published, sentences};

/// Characters without width, and one of each shape that a detector knows.
#[test]
fn l1_characters_that_nobody_sees_hide_no_shape() {
    let unseen = ['\u{200b}', '\u{2060}', '\u{ad}', '\u{200c}', '\u{feff}', '\u{200e}'];
    let shapes = [
        ("10.44", ".7.19"),
        ("someone@inner", "corp.net"),
        ("vault.inter", "nal"),
        ("ghp_a1B2c3D4e5F6a1B2c3", "D4e5F6a1B2c3D4e5F6a1"),
        ("+44 20 71", "23 0958"),
        ("OPS-", "4812"),
    ];
    let texts: Vec<_> = unseen
        .iter()
        .flat_map(|sign| shapes.map(|(head, tail)| format!("Then {head}{sign}{tail} was seen.")))
        .collect();
    all_held(&mut PublicTest::new(), &texts);
}

#[test]
fn l2_people_in_other_forms() {
    let forms = [
        "Ms Diallo",
        "Hanneke Wouters",
        "M. Chen",
        "Chen, M.",
        "Mr Baker",
        "h.wouters",
        "Grossmann",
        "Juergen Grossmann",
        "李小龍",
        "Li Xiaolong",
        "Haneke Wouters-Diallo",
    ];
    all_held(&mut staged(LISTS), &sentences(&forms));
    // A given name alone is shown, and stops nothing.
    all_published(&mut staged(LISTS), &sentences(&["Hanneke", "Jürgen", "Sam"]));
}

#[test]
fn l4_secrets_as_people_paste_them() {
    let token = format!("{}{}", "ghp_", "a1B2c3D4e5F6".repeat(3));
    let body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K";
    let mut texts: Vec<String> = PASTED.iter().map(|form| format!("It ran:\n\n```\n{form}\n```")).collect();
    texts.push(format!("It ran:\n\n```\ntoken {}\n{}\n```", &token[..20], &token[20..]));
    texts.push(format!("It held:\n\n```\n{body}\n{body}\nAgMBAAE=\n```"));
    all_held(&mut PublicTest::new(), &texts);
}

#[test]
fn l5_parts_of_names() {
    all_held(&mut staged(LISTS), &sentences(&["Nordlicht", "Tundra", "OSPREY"]));
}

#[test]
fn l6_tickets_and_addresses_written_otherwise() {
    let forms =
        ["ops 4812", "OPS:4812", "10.44.7.x", "10[.]44[.]7[.]19", "10-44-7-19", "vault-zrh-04", "ledger.prod.svc"];
    all_held(&mut staged(LISTS), &sentences(&forms));
}

#[test]
fn l7_a_colour_that_nobody_sees_does_not_leave() {
    let mut test = PublicTest::new();
    let mut png = Vec::new();
    let pixels = [11, 77, 133, 0, 9, 9, 9, 255];
    PngEncoder::new(&mut png).write_image(&pixels, 2, 1, ExtendedColorType::Rgba8).expect("a picture");
    let review = test
        .review("graph")
        .public("assets: [{src: graph.png, alt: The graph}]")
        .summary("It was slow.\n\n![it](graph.png)");
    test.site.put("graph.png", &png);
    test.approved(&review);
    test.publish().ok();
    let (_, bytes) = test.tree().into_iter().find(|(path, _)| path.ends_with(".png")).expect("a picture");
    let picture = image::load_from_memory(&bytes).expect("a picture").to_rgba8();
    assert_eq!(picture.as_raw(), &[0, 0, 0, 0, 9, 9, 9, 255]);
}

#[test]
fn l8_the_day_of_an_approval_is_part_of_it() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    test.edit(&review.file, "on: 2026-03-06", "on: 2026-03-04");
    test.refused(1).says("error[approval]");
}
