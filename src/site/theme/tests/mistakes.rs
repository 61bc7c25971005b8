//! The diagnostic for a mistake in a template has its place and a fix.

use base::diagnostics::Warned;
use serde_json::json;

use super::{Edition, Theme, embedded, folder, shown};

const REVIEW: &str = "templates/internal/review.html";

/// The diagnostic of rendering `template` as the review page.
fn rendering(template: &str) -> String {
    let ours = folder(&[(REVIEW, template)]);
    let Warned { value: theme, .. } = Theme::load(Some(ours.path()), Edition::Internal).unwrap();
    let view = json!({"review": {"title": "A", "date": null, "tags": [{"label": "dns", "href": "x"}]}, "page": {}});
    shown(&[theme.render("internal/review.html", &view).unwrap_err()], &ours)
}

/// The diagnostics of loading a theme with these files.
fn loading(files: &[(&str, &str)]) -> String {
    let ours = folder(files);
    shown(&Theme::load(Some(ours.path()), Edition::Internal).unwrap_err(), &ours)
}

#[test]
fn a_misspelt_field_is_named_with_those_that_exist() {
    assert_eq!(
        rendering("<h1>\n  {{ review.titel }}\n"),
        "error[template]: `review.titel` is not defined
 --> ours/templates/internal/review.html:2:13
  |
2 |   {{ review.titel }}
  |             ^^^^^
  |
help: did you mean `title`? `review` has: date, tags, title\n"
    );
}

#[test]
fn a_field_of_a_loop_and_a_name_on_its_own_are_found_too() {
    let output = rendering("{% for tag in review.tags %}{{ tag.name }}{% endfor %}");
    assert!(output.starts_with("error[template]: `tag.name` is not defined"), "{output}");
    assert!(output.ends_with("help: `tag` has: href, label\n"), "{output}");
    let output = rendering("{{ reveiw.title }}");
    assert!(output.starts_with("error[template]: `reveiw` is not defined"), "{output}");
    assert!(output.contains("help: did you mean `review`? known here: page, review"), "{output}");
}

#[test]
fn a_field_of_what_is_absent_says_how_to_ask_first() {
    let output = rendering("{{ review.date.words }}");
    assert!(output.starts_with("error[template]: `review.date.words` is not defined"), "{output}");
    let hint = "help: `review.date` is null here or has no fields; ask first: `{% if review.date %}`";
    assert!(output.contains(hint), "{output}");
}

#[test]
fn every_template_that_cannot_be_parsed_is_told_at_once() {
    let output = loading(&[(REVIEW, "{% if review %}"), ("templates/internal/home.html", "{{ home. }}")]);
    assert!(output.contains("ours/templates/internal/home.html:1:"), "{output}");
    assert!(output.contains("ours/templates/internal/review.html:1:"), "{output}");
}

#[test]
fn unknown_filters_components_and_includes_are_told_in_their_places() {
    let output = loading(&[
        (REVIEW, "ä {{ 1 | nofilter }}\n{{ <nothing /> }}"),
        ("templates/internal/home.html", "{% include \"shared/none.html\" %}"),
    ]);
    assert!(output.contains("home.html:1:12\n"), "{output}");
    assert!(output.contains("review.html:1:10\n"), "{output}");
    assert!(output.contains("review.html:2:"), "{output}");
    assert_eq!(output.matches("error[template]").count(), 3, "{output}");
}

#[test]
fn a_parent_that_is_not_there_is_named() {
    let output = loading(&[(REVIEW, "{% extends \"shared/bse.html\" %}")]);
    // The note on what the template lacks comes before it.
    let error = &output[output.find("error[").unwrap()..];
    assert_eq!(
        error,
        "error[template]: `internal/review.html` extends `shared/bse.html`, which does not exist
 --> ours/templates/internal/review.html:1:13
  |
1 | {% extends \"shared/bse.html\" %}
  |             ^^^^^^^^^^^^^^^
  |
help: did you mean `shared/base.html`?\n"
    );
}

#[test]
fn templates_that_include_each_other_are_refused() {
    let output = loading(&[
        (REVIEW, "{% include \"shared/a.html\" %}"),
        ("templates/shared/a.html", "{% include \"internal/review.html\" %}"),
    ]);
    assert!(output.contains("templates lead back to themselves"), "{output}");
}

#[test]
fn a_template_that_the_theme_has_not_is_an_error_with_the_nearest() {
    let output = embedded().render("internal/reviews.html", &json!({})).unwrap_err();
    assert_eq!(output.message, "the theme has no template `internal/reviews.html`");
    assert_eq!(output.hint.as_deref(), Some("did you mean `internal/review.html`?"));
}
