//! The canonical text and its changes.

use super::super::{Masthead, canonical, changes, digest, facts};
use super::clearing::cleared;
use super::fixtures::{bare, full, masthead};

#[test]
fn the_text_and_its_digest_are_the_same_for_ever() {
    assert_eq!(
        canonical(&bare(), &masthead()),
        "debrief-postmortem/2\n{\"slug\":\"quay-displays-2024-11-30\",\"title\":\"Quay displays blank for a minute\",\
         \"date\":\"2024-11-30\",\"severity\":null,\"standing\":null,\"services\":[],\"tags\":[],\"version\":\"final\",\"changes\":[],\"revised\":[],\"span\":null,\
         \"lasted\":null,\
         \"sections\":[{\"name\":\"summary\",\"text\":\"All quay displays were blank for about a minute.\"}],\"timeline\":[],\
         \"measures\":[],\"assets\":[],\"withdrawn\":null,\"approved\":\"2024-12-02\",\
         \"site\":{\"title\":\"Service reports\",\"description\":\"What went wrong on our boats and on our systems, why, and what we do \
         about it.\",\"organisation\":\"Nine Sounds Ferries\",\"contact\":\"mailto:hello@ninesounds.example\",\"language\":\"en\",\"timezone\":\"Europe/Oslo\"}}\n"
    );
    assert_eq!(digest(&bare(), &masthead()), "sha256:2432228e838b7a05ad7a8a944669a934757b336d738bc559bd063d6824637abd");
}

#[test]
fn every_field_is_in_it_and_what_the_site_says_of_itself() {
    let text = canonical(&full(), &masthead());
    for part in [
        "\"severity\":{\"label\":\"Sev 2\",\"meaning\":\"Major functionality broken.\",\"role\":\"major\"},\"standing\":\"monitoring\"",
        "\"services\":[{\"slug\":\"bookings\",\"label\":\"Bookings\"},{\"slug\":\"tickets-and-puffin-cards\"",
        "\"changes\":[{\"on\":\"2026-03-20\",\"note\":\"Added",
        "\"revised\":[{\"on\":\"2026-03-20\",\"fields\":[\"learnings\",\"countermeasures\"]}],\"span\":{\"from\":\"2026-03-02T07:00:00Z\",\"to\":\"2026-03-02T08:25:00Z\"},\"lasted\":5100",
        "\"timeline\":[{\"at\":\"2026-03-02T07:00:00Z\",\"effect\":\"negative\",\"what\":\"A routine",
        "{\"what\":\"Rehearse the switch on a weekday at noon.\",\"state\":\"planned\",\"due\":\"2026-06\"}",
        "{\"what\":\"Show the age of the standby on the wall display.\",\"state\":\"planned\",\"due\":null}",
        "\"assets\":[{\"file\":\"0123456789abcdef0123456789abcdef.png\",\"alt\":\"Waiting",
        "\"width\":960,\"height\":300}],\"withdrawn\":null,\"approved\":\"2026-03-20\",\"site\":{\"title\":\"Service reports\",",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let mut later = full();
    later.approved = "2027-01-01".parse().unwrap();
    assert_ne!(digest(&later, &masthead()), digest(&full(), &masthead()));
    let others: [fn(&mut Masthead); 6] = [
        |site| site.title = cleared("Other reports"),
        |site| site.description = cleared("Other words."),
        |site| site.organisation = cleared("Other ferries"),
        |site| site.contact = None,
        |site| site.language = cleared("de"),
        |site| site.timezone = None,
    ];
    for change in others {
        let mut site = masthead();
        change(&mut site);
        assert_ne!(digest(&full(), &site), digest(&full(), &masthead()));
    }
}

/// Strings and numbers of a JSON value; days and months, states and roles are strings.
fn leaves(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| leaves(item, out)),
        serde_json::Value::Object(members) => members.values().for_each(|member| leaves(member, out)),
        serde_json::Value::String(text) => out.extend(text.lines().map(str::to_owned)),
        serde_json::Value::Null => {}
        value => out.push(value.to_string()),
    }
}

#[test]
fn an_approver_is_shown_everything_that_is_bound() {
    let text = canonical(&full(), &masthead());
    let shown = facts(&text).into_iter().map(|(name, lines)| format!("{name}\n{lines}\n")).collect::<Vec<_>>().concat();
    let mut bound = Vec::new();
    leaves(&serde_json::from_str(text.split_once('\n').unwrap().1).unwrap(), &mut bound);
    bound.retain(|text| text != "5100");
    assert!(shown.contains("span\n2 March 2026, 07:00 UTC to 2 March 2026, 08:25 UTC\n"), "{shown}");
    // Moments and days are shown as people read them.
    let is_when = |text: &String| text.parse::<jiff::Timestamp>().is_ok() || text.parse::<jiff::civil::Date>().is_ok();
    let (when, bound): (Vec<_>, Vec<_>) = bound.into_iter().partition(is_when);
    assert!(shown.lines().all(|line| !when.iter().any(|text| line.starts_with(text))), "{shown}");
    let clocks: Vec<_> = when.iter().filter_map(|text| text.get(11..16)).collect();
    assert!(clocks.len() > 2 && clocks.iter().all(|clock| shown.contains(&format!(", {clock} UTC"))), "{shown}");
    assert!(shown.contains("lasted\n1 h 25 min"), "{shown}");
    for text in bound {
        assert!(shown.contains(&text), "{text:?} is not shown:\n{shown}");
    }
}

#[test]
fn the_form_of_letters_and_line_ends_does_not_count_and_every_letter_does() {
    let with = |text: &str| {
        let mut postmortem = bare();
        postmortem.title = cleared(text);
        digest(&postmortem, &masthead())
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
    let lines: Vec<_> = changes(&canonical(&before, &masthead()), &canonical(&after, &masthead()))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        lines,
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
            "    2 March 2026, 07:10 UTC, negative, Bookings take **forty seconds**; the first errors.",
            "  - 2 March 2026, 07:15 UTC, neutral, A passenger calls; a first responder begins to look.",
            "    2 March 2026, 07:35 UTC, negative, Retries make the queue longer.",
        ]
    );
    assert_eq!(changes(&canonical(&before, &masthead()), &canonical(&before, &masthead())), []);
    let first = changes("", &canonical(&bare(), &masthead()));
    assert_eq!(first[0].to_string(), "slug");
    assert!(first.iter().any(|line| line.to_string() == "  + All quay displays were blank for about a minute."));
}
