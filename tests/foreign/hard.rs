//! Input that is hard to parse: each file has its complete page, and the other pages are not affected.

use crate::harness::SiteTest;

/// Builds a folder with one file and returns its page.
fn page(text: &str) -> String {
    let test = SiteTest::foreign().file("2026-03-05-a.md", text).file("b.md", "# Beside it\n\nText.\n");
    test.build_with(&[]).code(0);
    assert!(test.text("reviews/b/index.html").contains("Beside it"));
    test.text("reviews/2026-03-05-a/index.html")
}

fn holds(text: &str, wanted: &[&str]) {
    let page = page(text);
    for words in wanted {
        assert!(page.contains(words), "{words:?} is missing of {text:.80?}");
    }
}

#[test]
fn unclosed_markup_ends_with_the_file() {
    holds("# A\n\n```\nunclosed code\n\n## Actions\n", &["unclosed code", "## Actions"]);
    holds("# A\n\n<!-- a comment\n\nthat never ends\n", &["<h1"]);
    holds("# A\n\n<details><summary>More</summary>\n\nWords in it.\n", &["Words in it."]);
}

#[test]
fn files_without_words_build() {
    for text in ["", "\n\n", "\u{feff}", "---\n---\n", "+++\n+++\n", "#\n"] {
        page(text);
    }
}

#[test]
fn headings_of_every_kind() {
    holds(
        "# First\n\nText.\n\n# Second\n\nMore.\n\nSetext\n======\n\nUnder it.\n\n1. Numbered\n---\n\n## Again\n\none\n\n## Again\n\ntwo\n\n## Named {#here}\n\nthree\n",
        &["First", "Second", "Setext", "Numbered", "id=\"again\"", "id=\"again-1\"", "three"],
    );
}

#[test]
fn braces_of_other_programs_are_text() {
    let text =
        "# A\n\n{% include x.html %} {{ page.title }} {{< note >}} {{% tip %}} {{ .Title }} {# no #} <%= erb %>\n";
    holds(
        text,
        &["{% include x.html %}", "{{ page.title }}", "{{ .Title }}", "{# no #}", "{{% tip %}}", "&lt;%= erb %&gt;"],
    );
}

#[test]
fn ragged_tables_keep_their_cells() {
    let text = "# A\n\n| a | b |\n|---|---|\n| one |\n| two | three | four |\n| `x | y` | z |\n";
    holds(text, &["one", "two", "three"]);
}

#[test]
fn long_files_and_long_lines() {
    let long = format!("# A\n\n{}\n\n{}\n", "word ".repeat(1_000), "A paragraph of some words.\n\n".repeat(2_600));
    assert!(long.len() > 70_000);
    assert!(page(&long).matches("A paragraph of some words.").count() >= 2_600);
}

#[test]
fn several_incidents_in_one_file_are_one_page() {
    let text = "# Incidents\n\n## 2026-03-05: the queue\n\nIt stood.\n\n### Timeline\n\n- 10:00 UTC It stood\n\n\
        ## 2026-04-01: the disk\n\nIt filled.\n\n### Timeline\n\n- 11:00 UTC It filled\n";
    holds(text, &["the queue", "the disk", "It stood", "It filled"]);
}

#[test]
fn languages_that_differ_by_a_sign_are_two_tags() {
    let test = SiteTest::foreign().file("a.md", "---\ntitle: A\ntags: [C++, 'C#', C]\n---\n\nText.\n");
    test.build_with(&[]).code(0);
    for (slug, label) in [("c", "C"), ("c-plus-plus", "C++"), ("c-sharp", "C#")] {
        assert!(test.text(&format!("tags/{slug}/index.html")).contains(label), "{slug}");
    }
}

#[test]
fn many_anchors_and_aliases_have_a_limit_that_is_told() {
    let parts = |n: usize| (0..n).map(|n| format!("## Part {n}\n\nText.\n\n")).collect::<Vec<_>>().concat();
    let said = |parts: &str| {
        let text = format!("# A\n\n[a](#PART-7) and [b](#part-1x)\n\n{parts}");
        SiteTest::foreign().file("a.md", &text).check().code(0).stderr
    };
    // A link in capital letters is found in any text; what is meant by another is looked for in texts of few headings alone.
    let (few, many) = (said(&parts(20)), said(&parts(1100)));
    assert!(few.contains("part-1x") && !few.contains("`#PART-7`") && few.contains("did you mean"), "{few}");
    assert!(many.contains("part-1x") && !many.contains("`#PART-7`") && !many.contains("did you mean"), "{many}");
    let aliases = (0..1100).map(|n| format!("  - /old/{n}/\n")).collect::<Vec<_>>().concat();
    let test = SiteTest::foreign().file("a.md", &format!("---\ntitle: T\naliases:\n{aliases}---\n\nIt stood.\n"));
    let run = test.build_with(&[]).code(0);
    assert!(run.stderr.contains("1100 items, and at most 1000 are read"), "{}", run.stderr);
    assert!(test.site().join("old/999").exists() && !test.site().join("old/1000").exists());
}
