//! Foreign themes: they see what is public, and nothing else on the machine.

use super::kit::PublicTest;

/// A published library with its own theme.
fn themed(file: &str, text: &[u8]) -> (PublicTest, Vec<String>) {
    let mut test = PublicTest::new();
    let word = test.dice.word();
    let review = test.review("latency").inside(&format!("{word}, [{}](redact:first-responder)", test.other.full()));
    test.approved(&review);
    test.publish().ok();
    let config = test.read("debrief.yaml");
    test.put("debrief.yaml", &format!("{config}theme: ./look\n"));
    test.put("look/theme.yaml", "api: 1\n");
    test.site.put(&format!("look/{file}"), text);
    let tokens =
        vec![word, review.title, review.owner, review.file.replace(".md", ""), test.person.full(), test.host.clone()];
    (test, tokens)
}

#[test]
fn d41_a_theme_that_prints_all_it_is_given_tells_nothing() {
    for template in ["public/postmortem.html", "public/home.html", "public/404.html"] {
        let (test, tokens) = themed(&format!("templates/{template}"), b"<pre>{{ __tera_context }}</pre>\n");
        test.publish().ok();
        let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
        test.nowhere(&tokens);
        let printed = test
            .tree()
            .into_iter()
            .filter(|(path, bytes)| path.ends_with(".html") && String::from_utf8_lossy(bytes).contains("site"));
        assert!(printed.count() > 0, "the whole context was printed nowhere");
    }
}

#[test]
fn d41_a_theme_cannot_read_the_machine() {
    for call in [
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/hostname\") }}",
        "{% include \"../../../debrief.yaml\" %}",
    ] {
        let (test, _) = themed("templates/public/404.html", format!("<p>{call}</p>\n").as_bytes());
        test.refused(1).says("error[template]");
    }
}

#[test]
fn d42_a_theme_that_ships_what_no_reader_needs() {
    let (path, map) = ("assets/public/look.js.map", b"{\"version\":3,\"sources\":[\"look.ts\"],\"mappings\":\"AAAA\"}");
    let (test, _) = themed(path, map);
    test.refused(3);
    std::fs::remove_file(test.site.library().join("look").join(path)).expect("removed");
    test.put("look/assets/public/look.js", "console.log(1)\n//# sourceMappingURL=look.js.map\n");
    test.refused(3);
    test.put("look/assets/public/look.js", "console.log(1)\n");
    test.publish().ok();
    assert!(test.tree().keys().any(|path| path.ends_with("look.js")), "the script is not published");
}

#[test]
fn a_theme_that_runs_scripts_asks_others_or_loosens_the_policy_is_refused() {
    let part = |html: &str| {
        format!("{{% extends \"public/base.html\" %}}\n{{% block main %}}\n{html}\n{{% endblock main %}}\n")
    };
    for (file, text, line) in [
        ("templates/public/404.html", part("<script>go()</script>"), 3),
        ("templates/public/404.html", part("<p onload=go()>"), 3),
        ("templates/public/404.html", part("<meta http-equiv=refresh content=1>"), 3),
        ("templates/public/404.html", part("<img src=//host.example/a.png alt=x>"), 3),
        ("templates/public/404.html", "<html><head></head><body class=x></body></html>".to_owned(), 1),
        ("templates/public/404.html", part("<script src='data:,go()'></script>"), 3),
        ("templates/public/404.html", part("<object data=//host.example/x></object>"), 3),
        ("templates/public/404.html", part("<a href=x ping=https://host.example/>x</a>"), 3),
        ("templates/public/404.html", part("<img srcset='x.png 1x, //host.example/y.png 2x' alt=x>"), 3),
        ("templates/public/404.html", part("<svg><image href='https://host.example/x.png'/></svg>"), 3),
        ("templates/public/404.html", part("<base href=https://host.example/>"), 3),
        ("assets/public/own.css", "a{b:image-set('//host.example/a' 1x)}\n".to_owned(), 1),
        ("assets/public/own.css", "a{b:u\\72l(//host.example/a)}\n".to_owned(), 1),
        ("assets/public/own.css", "\n@import '//host.example/a.css';\n".to_owned(), 2),
        ("assets/public/own.css", "a{b:url(//host.example/a)}\n".to_owned(), 1),
        ("assets/public/own.js", "fetch('https://host.example')\n".to_owned(), 1),
    ] {
        let (test, _) = themed(file, text.as_bytes());
        test.refused(1).says("error[public-theme]").says(&format!("look/{file}:{line}"));
    }
}

#[test]
fn text_joined_by_a_template_is_found_in_the_page() {
    for html in [
        "<img src=\"{{ 'ht' ~ 'tps://host.example/a.png' }}\" alt=\"\">",
        "{{ '<script>go()</script>' | safe }}",
        "<p {{ 'on' ~ 'click=go()' }}>",
    ] {
        let text = format!("{{% extends \"public/base.html\" %}}{{% block main %}}{html}{{% endblock main %}}");
        let (test, _) = themed("templates/public/404.html", text.as_bytes());
        test.refused(1).says("error[public-theme]").says("404.html");
    }
}

#[test]
fn a_file_that_does_not_leave_is_said() {
    let (test, _) = themed("assets/own.css", b"a{}");
    test.publish().ok().says("`assets/own.css` is no part of the public edition").says("assets/public/");
    std::fs::create_dir_all(test.site.library().join("look/assets/internal")).expect("a folder");
    std::fs::rename(
        test.site.library().join("look/assets/own.css"),
        test.site.library().join("look/assets/internal/own.css"),
    )
    .expect("moved");
    let run = test.publish().ok();
    assert!(!run.stderr.contains("theme-stays"), "{}", run.stderr);
}

#[test]
fn a_whole_copy_of_the_shipped_theme_is_no_finding() {
    let (test, _) = themed("templates/public/404.html", b"<p>Not here.</p>\n");
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets");
    crate::harness::copy(&shipped, &test.site.library().join("look/assets"));
    test.publish().ok();
    test.put("look/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>\n");
    test.refused(3).says("leak[file-type]");
}
