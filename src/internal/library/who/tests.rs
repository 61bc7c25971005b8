//! However a line is written, who is named in it, and what is nobody.

use super::{Named, named};

fn seen(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut people, mut handles) = (Vec::new(), Vec::new());
    for one in named(text) {
        match one {
            Named::Person(name) => people.push(name),
            Named::Handle(name) => handles.push(name),
            Named::Group(_) => {}
        }
    }
    (people, handles)
}

#[test]
fn a_person_is_found_however_the_line_is_written() {
    for text in [
        "Zebulon Quist",
        "Zebulon Quist (database)",
        "dba (Zebulon Quist)",
        "Zebulon Quist [dba]",
        "Zebulon Quist {on call}",
        "Zebulon Quist via Slack",
        "via Zebulon Quist",
        "Zebulon Quist + Ana",
        "Ana -> Zebulon Quist",
        "Ana \u{2192} Zebulon Quist",
        "Ana => Zebulon Quist",
        "Ana and Zebulon Quist",
        "Ana, Zebulon Quist and 3 others",
        "Zebulon Quist <zquist@inner.net>",
        "[Zebulon Quist](https://people.inner.net/zquist)",
        "[Zebulon Quist][zq]",
        "**Zebulon Quist**, `dba`",
        "Zebulon Quist - on call",
        "Zebulon Quist \u{2014} on call",
        "DBA: Zebulon Quist",
        "Zebulon Quist: on call",
        "Zebulon Quist on-call",
        "\"Zebulon Quist\"",
        "with Zebulon Quist for the bridge",
        "Ana / Zebulon Quist | Bo",
        "\u{2022} Zebulon Quist",
        "paged Zebulon Quist",
        "call Zebulon Quist",
        "woke Zebulon Quist",
        "on call Zebulon Quist",
        "Ana, later Zebulon Quist",
        "Ana on behalf of Zebulon Quist",
        "everyone but Zebulon Quist",
        "unknown, maybe Zebulon Quist",
        "dr Zebulon Quist",
        "DBA Zebulon Quist",
        "the lead Zebulon Quist and others",
    ] {
        assert!(seen(text).0.contains(&"Zebulon Quist".to_owned()), "{text}: {:?}", named(text));
    }
}

#[test]
fn accounts_and_single_names_are_handles() {
    for (text, handle) in [
        ("@zquist", "@zquist"),
        ("<zquist@inner.net>", "zquist"),
        ("mailto:zquist@inner.net", "zquist"),
        ("[Zeb](mailto:zquist@inner.net)", "zquist"),
        ("+ Ana", "Ana"),
        ("Ana (dba)", "Ana"),
        ("[dba]", "dba"),
    ] {
        assert!(seen(text).1.contains(&handle.to_owned()), "{text}: {:?}", named(text));
    }
    assert_eq!(seen("a@x.example, ana@x.example").1, ["a", "ana"], "one mailbox ends like the other");
}

#[test]
fn things_are_not_people() {
    for text in [
        "the crew of the tender",
        "The Crew",
        "the Second Line",
        "asked the Second Line",
        "Incident Commander",
        "Zebulon (On Call Lead)",
        "",
        "via Slack",
        "through PagerDuty",
        "()",
        "->",
    ] {
        let (people, handles) = seen(text);
        assert!(
            people.is_empty() && !handles.iter().any(|h| ["Slack", "PagerDuty", "telephone"].contains(&h.as_str())),
            "{text}: {people:?}"
        );
    }
}
