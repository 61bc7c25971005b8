//! The canonical text and what is told of changes to it.

use super::super::{canonical, changes, digest};
use super::fixtures::{bare, cleared, full};

#[test]
fn the_text_and_its_digest_are_the_same_for_ever() {
    assert_eq!(
        canonical(&bare()),
        "debrief-postmortem/1\n{\"slug\":\"quay-displays-2024-11-30\",\"title\":\"Quay displays blank for a minute\",\
         \"date\":\"2024-11-30\",\"severity\":null,\"services\":[],\"tags\":[],\"version\":\"final\",\"changes\":[],\"span\":null,\
         \"sections\":[{\"name\":\"summary\",\"text\":\"All quay displays were blank for about a minute.\"}],\"timeline\":[],\
         \"measures\":[],\"assets\":[]}\n"
    );
    assert_eq!(digest(&bare()), "sha256:a6ea1a020aa4a256b400272ef88f62ff6496e103d83afa99c8ab40e6863441c7");
    assert_eq!(digest(&full()), "sha256:48f849d1cb9d49e6ce34356244a7762f1f34e2e5bbb6947efa98fdc36037fab5");
}

#[test]
fn every_field_is_in_it_but_the_day_of_the_approval() {
    let text = canonical(&full());
    for part in [
        "\"severity\":{\"label\":\"Sev 2\",\"role\":\"major\"}",
        "\"services\":[{\"slug\":\"bookings\",\"label\":\"Bookings\"},{\"slug\":\"tickets-and-puffin-cards\"",
        "\"changes\":[{\"on\":\"2026-03-20\",\"note\":\"Added",
        "\"span\":{\"from\":\"2026-03-02T07:00:00Z\",\"to\":\"2026-03-02T08:25:00Z\"}",
        "\"timeline\":[{\"at\":\"2026-03-02T07:00:00Z\",\"effect\":\"negative\",\"what\":\"A routine",
        "{\"what\":\"Rehearse the switch on a weekday at noon.\",\"state\":\"planned\",\"due\":\"2026-06\"}",
        "{\"what\":\"Show the age of the standby on the wall display.\",\"state\":\"planned\",\"due\":null}",
        "\"assets\":[{\"file\":\"0123456789abcdef0123456789abcdef.png\",\"alt\":\"Waiting",
        "\"width\":960,\"height\":300}]}\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let mut later = full();
    later.approved = "2027-01-01".parse().unwrap();
    assert_eq!(digest(&later), digest(&full()));
}

#[test]
fn the_form_of_letters_and_line_ends_does_not_count_and_every_letter_does() {
    let with = |text: &str| {
        let mut postmortem = bare();
        postmortem.title = cleared(text);
        digest(&postmortem)
    };
    assert_eq!(with("Caf\u{e9}\nx"), with("Cafe\u{301}\r\nx"));
    assert_eq!(with("a\rb"), with("a\nb"));
    assert_ne!(with("Café"), with("Cafe"));
    assert_ne!(with("a \"b\""), with("a b"));
}

#[test]
fn a_person_is_told_which_field_changed_and_how() {
    let (before, mut after) = (full(), full());
    after.title = cleared("Bookings slow");
    after.sections[2].text =
        cleared("- 1,840 people tried to book; **401** saw an error.\n- Bookings made by phone were not affected.");
    after.timeline.remove(2);
    let told: Vec<_> = changes(&canonical(&before), &canonical(&after)).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "title",
            "  - Bookings slow and failing on the first day of spring sailings",
            "  + Bookings slow",
            "sections: customer-impact",
            "  - - 1,840 people tried to book; **372** saw an error.",
            "  + - 1,840 people tried to book; **401** saw an error.",
            "    - Bookings made by phone were not affected.",
            "  - ",
            "  - Everyone whose card was reserved but not charged has had the reservation released.",
            "timeline",
            "    2026-03-02T07:10:00Z, negative, Bookings take **forty seconds**; the first errors.",
            "  - 2026-03-02T07:15:00Z, neutral, A passenger calls; a first responder begins to look.",
            "    2026-03-02T07:35:00Z, negative, Retries make the queue longer.",
        ]
    );
    assert_eq!(changes(&canonical(&before), &canonical(&before)), []);
    let first = changes("", &canonical(&bare()));
    assert_eq!(first[0].to_string(), "slug");
    assert!(first.iter().any(|line| line.to_string() == "  + All quay displays were blank for about a minute."));
}
