//! No person is named.

use super::{kit, notes};
use crate::harness::SiteTest;

#[test]
fn nobody_is_named() {
    for page in [kit(), notes()] {
        anonymous(&page);
    }
}

#[track_caller]
fn anonymous(kit: &str) {
    for name in ["Ana", "Silva", "asilva", "Ben", "BEN", "SMITH", "Smith", "Okafor", "Dolly", "@cem", "ana.example"] {
        assert!(!kit.contains(name), "{name}: {}", &kit[kit.find(name).unwrap_or(0)..][..80]);
    }
}

/// How a field writes somebody; `{F}` and `{L}` are two words of the name.
const FORMS: [&str; 15] = [
    "{F} {L} (on call)",
    "{F} {L} <{f}@x.example>",
    "{F} {L}, Vendor",
    "{F} {L} and Xaver Obermoser",
    "{F} dos {L}",
    "{F} ten {L}",
    "{F} du {L}",
    "{F} zu {L}",
    "{F} van der {L}",
    "{F} al-{L}",
    "{F} O'{L}",
    "{F} d'{L}",
    "{F} Maria Fernanda de la {L}",
    "{f} {l}",
    "{f} ten {l}",
];

/// Fields of people: a key of a review, with the place of the name.
const FIELDS: [&str; 8] = [
    "presenter: \"{}\"\n",
    "people: {owner: \"{}\"}\n",
    "people: {facilitator: \"{}\"}\n",
    "people: {incident_commander: \"{}\"}\n",
    "people: {responders: [\"{}\"]}\n",
    "people: {participants: [\"{}\"]}\n",
    "actions: [{title: Expire at failover, owner: \"{}\", status: done}]\n",
    "",
];

/// A word that is in no list, different for each number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "zu", "ko", "vi", "de", "gra", "mo", "xi", "pu", "qua", "lo", "ni", "tzu", "ve", "sho", "ry"];
    [number / 64, number / 8, number, number * 7 + 3].map(|n| SYLLABLES[n % 16]).concat()
}

/// A review in which a field names somebody and every text does, and the words of the name.
fn naming(number: usize, form: &str, field: &str) -> (String, [String; 2]) {
    let words = [word(number * 2), word(number * 2 + 1)];
    let [first, last] = words.each_ref().map(|word| word[..1].to_uppercase() + &word[1..]);
    let written = form.replace("{F}", &first).replace("{L}", &last).replace("{f}", &words[0]).replace("{l}", &words[1]);
    let whole = written.split([',', '(', '<']).next().unwrap_or_default().replace(" and Xaver Obermoser", "");
    let whole = whole.trim();
    let who = if field.is_empty() { format!(", who: \"{written}\"") } else { String::new() };
    let entry =
        |minute: usize, what: &str| format!("  - {{at: \"09:{minute}\", what: \"{what}\", kind: human{who}}}\n");
    let entries = [
        entry(14, &format!("{whole} turns the switch")),
        entry(28, &format!("A passenger writes to {first}: the fare is *wrong*")),
        entry(33, &format!("{last}'s board is red, **{first}** says")),
        entry(40, &format!("then {whole}’s change; in Grace period it may, Will it")),
        entry(50, &format!("{} and {first}-{last} wait", last.to_uppercase())),
        entry(55, &format!("Ask {first} {last}. {last} answers")),
    ];
    let review = format!(
        "---\ntitle: The cache of {whole}\npublished: 2026-03-03\nstatus: closed\nimpact: {{summary: \"{whole} lost a fare; {last} too.\"}}\n\
         times: {{started: 2026-03-02T09:14Z, detected: 2026-03-02T09:28Z, resolved: 2026-03-02T11:20Z}}\ntimeline:\n{}\
         contributing_factors: [\"Stale cache that {first} forgot\"]\nsurprises: [\"{whole} read it; in Grace period it may.\"]\n\
         learnings: [\"Ask {last} what else reads it.\"]\nwent_well: [\"{first} listened to {whole}.\"]\n\
         open_questions: [\"Who keeps fares for {last}?\"]\n{}---\n\nThe fares were flat, said {first}. {whole} paid.\n\n> {last} wrote.\n",
        entries.concat(),
        field.replace("{}", &written),
    );
    (review, words)
}

/// Every form in every field, each with a name of its own.
fn cases() -> impl Iterator<Item = (usize, &'static str, &'static str)> {
    let all = FIELDS.iter().flat_map(|field| FORMS.iter().map(move |form| (*form, *field)));
    all.enumerate().map(|(number, (form, field))| (number, form, field))
}

#[track_caller]
fn is_without(page: &str, words: &[String; 2], case: &str) {
    let lower = page.to_lowercase();
    for word in words {
        let at = lower.find(word);
        assert!(
            at.is_none(),
            "{case}: {word}: {}",
            at.map_or("", |at| lower.get(at.saturating_sub(200)..at + 100).unwrap_or(&lower))
        );
    }
}

#[test]
fn no_form_of_a_field_leaves_a_name_in_a_drill() {
    let reviews: Vec<_> =
        cases().map(|(number, form, field)| (number, form, field, naming(number, form, field))).collect();
    let test = reviews
        .iter()
        .fold(SiteTest::new(), |test, (number, .., (review, _))| test.file(&format!("r{number}.md"), review));
    let test = test.build();
    for (number, form, field, (_, words)) in &reviews {
        for page in ["", "notes/"] {
            let text = test.text(&format!("reviews/r{number}/drill/{page}index.html"));
            assert!(text.contains("turns the switch") && text.contains("in Grace period it may, Will it"), "{text}");
            is_without(&text, words, &format!("{form} in {field:?}"));
        }
    }
}

#[test]
fn no_form_of_a_field_leaves_a_name_in_a_message() {
    for (number, form, field) in cases().step_by(7) {
        let (review, words) = naming(number, form, field);
        let test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n").file("r.md", &review);
        for format in ["eml", "slack"] {
            let text = test.run(&["digest", "library", "--as-of", "2026-03-04", "--format", format]).ok().stdout;
            let text = text.replace("=\r\n", "").replace("\r\n", " ");
            assert!(text.contains("Grace period it may"), "{text}");
            is_without(&text, &words, &format!("{form} in {field:?}, {format}"));
        }
    }
}
