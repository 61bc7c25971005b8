//! A user's folder combined with the embedded theme.

use base::diagnostics::Warned;
use serde_json::json;

use super::{Edition, Theme, embedded, folder, shown};

const FEED: &str = "templates/feeds/atom.xml";

#[test]
fn a_file_of_the_same_name_shadows_and_the_rest_stays() {
    let ours = folder(&[("theme.yaml", "api: 1\n"), (FEED, "<feed>{{ title }}</feed>"), ("assets/debrief.css", "a{}")]);
    let Warned { value: theme, diagnostics: problems } = Theme::load(Some(ours.path()), Edition::Internal).unwrap();
    assert_eq!(problems, []);
    assert_eq!(theme.render("feeds/atom.xml", &json!({"title": "a & b"})).unwrap(), "<feed>a &amp; b</feed>");
    assert!(theme.assets().any(|(path, bytes)| path == "debrief.css" && bytes == b"a{}"));
    assert_eq!(theme.assets().count(), embedded().assets().count());
    assert!(theme.templates().eq(embedded().templates()));
}

#[test]
fn assets_of_other_names_are_published_and_change_the_version() {
    let ours = folder(&[("assets/fonts/own.woff2", "w")]);
    let Warned { value: theme, diagnostics: problems } = Theme::load(Some(ours.path()), Edition::Internal).unwrap();
    assert_eq!(problems, []);
    assert!(theme.assets().any(|(path, _)| path == "fonts/own.woff2"));
    assert_ne!(theme.assets_version(), embedded().assets_version());
}

/// A file in the place of one that is published joined would be overwritten.
#[test]
fn a_file_that_would_be_lost_is_an_error_that_names_its_parts() {
    for name in ["terms", "find", "pasted", "results"] {
        let ours = folder(&[(&format!("assets/search/{name}.js"), "go()")]);
        for edition in [Edition::Internal, Edition::Public] {
            let problems = Theme::load(Some(ours.path()), edition).unwrap_err();
            let [problem] = problems.as_slice() else { panic!("{problems:?}") };
            assert_eq!(problem.code.as_str(), "path-clash", "{problem:?}");
            assert!(problem.hint.as_ref().unwrap().contains("`assets/search/"), "{problem:?}");
        }
    }
    // One part has the name of the whole.
    let ours = folder(&[("assets/search/box.js", "go();\n"), ("assets/search/stemmer.js", "stem();\n")]);
    let theme = Theme::load(Some(ours.path()), Edition::Internal).unwrap().value;
    let has = |name: &str, text: &str| {
        theme.assets().any(|(path, bytes)| path == name && String::from_utf8_lossy(bytes).contains(text))
    };
    assert!(has("search/box.js", "go()") && has("search/terms.js", "stem()"));
}

#[test]
fn a_template_that_nothing_uses_is_wondered_at_and_a_part_is_not() {
    let ours = folder(&[
        (FEED, "{% include \"shared/entry.xml\" %}"),
        ("templates/shared/entry.xml", "<entry/>"),
        ("templates/internal/reviw.html", "never seen"),
        ("templates/public/index.html", "of another edition"),
        ("templates/nowhere/a.html", "x"),
        ("README.md", "ours"),
        (".DS_Store", "x"),
        ("asets/a.css", "x"),
    ]);
    let Warned { value: theme, diagnostics: problems } = Theme::load(Some(ours.path()), Edition::Internal).unwrap();
    let messages: Vec<_> = problems.iter().map(|d| format!("{}: {}", d.code.as_str(), d.message)).collect();
    assert_eq!(
        messages,
        [
            "unknown-theme-file: `asets/a.css` shadows no file of the theme, and nothing uses it",
            "unknown-theme-file: `templates/internal/reviw.html` shadows no file of the theme, and nothing uses it",
            "unknown-theme-file: `templates/nowhere/a.html` shadows no file of the theme, and nothing uses it",
        ]
    );
    assert_eq!(problems[1].hint.as_deref(), Some("did you mean `templates/internal/review.html`?"));
    assert_eq!(theme.render("feeds/atom.xml", &json!({})).unwrap(), "<entry/>");
    assert!(!theme.templates().any(|name| name.starts_with("public/")));
}

#[test]
fn a_theme_for_another_contract_is_refused() {
    let ours = folder(&[("theme.yaml", "api: 2\nname: Ours\n")]);
    let problems = Theme::load(Some(ours.path()), Edition::Internal).unwrap_err();
    assert_eq!(
        shown(&problems, &ours),
        "error[template]: this theme is written for contract `2`, and this program has 1
 --> ours/theme.yaml:1:6
  |
1 | api: 2
  |      ^
  |
help: bring its templates up to date, then write `api: 1`\n"
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_and_one_within_is_followed() {
    let secret = folder(&[("id_rsa", "secret"), ("more/deep.css", "secret")]);
    let ours = folder(&[("assets/a.css", "a{}")]);
    let link =
        |target: &std::path::Path, name: &str| std::os::unix::fs::symlink(target, ours.path().join(name)).unwrap();
    link(&secret.path().join("id_rsa"), "assets/key.txt");
    link(&secret.path().join("more"), "assets/more");
    link(&ours.path().join("assets/a.css"), "assets/b.css");
    let problems = Theme::load(Some(ours.path()), Edition::Internal).unwrap_err();
    let places: Vec<_> = problems
        .iter()
        .map(|d| (d.code.as_str(), d.place.as_ref().unwrap().path.rsplit('/').next().unwrap()))
        .collect();
    assert_eq!(places, [("bad-symlink", "key.txt"), ("bad-symlink", "more")]);
}

#[test]
fn a_missing_folder_and_bytes_that_are_no_text_are_errors() {
    let none = Theme::load(Some(std::path::Path::new("no/such/theme")), Edition::Internal).unwrap_err();
    assert_eq!(none[0].code.as_str(), "unreadable-file");
    let ours = folder(&[]);
    let path = ours.path().join(FEED);
    super::write(&path, "");
    #[expect(clippy::disallowed_methods, reason = "a test makes the theme that it reads")]
    std::fs::write(&path, b"\xff\xfe").unwrap();
    assert_eq!(Theme::load(Some(ours.path()), Edition::Internal).unwrap_err()[0].code.as_str(), "invalid-utf8");
}

#[test]
fn the_version_is_eight_digits_and_does_not_hang_on_the_machine() {
    let (one, two) = (embedded(), embedded());
    assert_eq!(one.assets_version(), two.assets_version());
    assert_eq!(one.assets_version().len(), 8);
    assert!(one.assets().map(|(path, _)| path).is_sorted());
}

#[test]
fn the_public_edition_has_its_own_templates_and_only_the_assets_that_its_pages_use() {
    let ours = folder(&[
        ("assets/public.css", "a{}"),
        ("assets/fonts/own.woff2", "inside"),
        ("assets/public/own.woff2", "outside"),
        ("templates/internal/home.html", "{{ of.another.edition }"),
    ]);
    let Warned { value: theme, diagnostics: problems } = Theme::load(Some(ours.path()), Edition::Public).unwrap();
    // A mistake in a template of the other edition is reported there.
    let codes: Vec<_> = problems.iter().map(|d| (d.code.as_str(), d.place.as_ref().unwrap().path.clone())).collect();
    assert!(matches!(&codes[..], [("theme-stays", path)] if path.ends_with("assets/fonts/own.woff2")), "{codes:?}");
    let assets: Vec<_> = theme.assets().map(|(path, _)| path).collect();
    assert!(assets.contains(&"public/own.woff2") && !assets.contains(&"fonts/own.woff2"), "{assets:?}");
    assert!(!assets.contains(&"components.css"), "{assets:?}");
    assert!(theme.assets().any(|(path, bytes)| path == "public.css" && bytes == b"a{}"));
    assert!(theme.templates().all(|name| !name.starts_with("internal/")));
    assert!(theme.templates().any(|name| name == "public/postmortem.html"));
}
