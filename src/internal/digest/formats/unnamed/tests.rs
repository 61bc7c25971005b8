//! Names, handles and what only looks like one.

use std::collections::BTreeSet;

use super::Unnamed;

#[test]
fn a_team_stands_where_a_person_was_named() {
    let names = [
        ("Inga Moe", "Watch"),
        ("Ana", "a colleague"),
        ("@asilva", "Keel"),
        ("serathius@", "Keel"),
        ("platform", "Keel"),
        ("the porter", "Keel"),
        ("May Mast", "Watch"),
        ("山田 太郎", "Keel"),
    ];
    let unnamed =
        Unnamed::of_names(names.into_iter().map(|(name, team)| (name.to_owned(), team)), &BTreeSet::from(["Mast"]));
    for (text, wanted) in [
        ("Inga Moe restarts it, Moe's way", "Watch restarts it, Watch's way"),
        ("Ana rings. Then Ana sleeps", "A colleague rings. Then a colleague sleeps"),
        ("Ask @asilva.", "Ask Keel."),
        ("Inga van Moe", "Watch"),
        ("Ingas analysis; anA", "Ingas analysis; anA"),
        ("Mast is dark", "Mast is dark"),
        ("serathius@ and serathius@example.org", "Keel and Keel@example.org"),
        ("The platform of @platform", "The platform of Keel"),
        ("Due 3 May 2026, May 4; as May said", "Due 3 May 2026, May 4; as Watch said"),
        ("山田太郎が見た", "Keelが見た"),
        ("", ""),
    ] {
        assert_eq!(unnamed.text(text), wanted, "{text}");
    }
}

#[test]
fn where_the_team_is_named_a_colleague_did_it() {
    let unnamed = Unnamed::of_names([("Inga Moe".to_owned(), "search")].into_iter(), &BTreeSet::new());
    assert_eq!(
        unnamed.text("Inga Moe paged the search team. Moe waited."),
        "A colleague paged the search team. A colleague waited."
    );
    assert_eq!(unnamed.text("The search team thanked Inga"), "The search team thanked a colleague");
    let unnamed = Unnamed::of_names([("Inga Moe".to_owned(), "web")].into_iter(), &BTreeSet::new());
    assert_eq!(unnamed.text("Inga Moe restarted the website."), "web restarted the website.");
}
