//! `theme`, and what a theme of one's own looks like.

use crate::harness::{SiteTest, sample};

#[test]
fn theme_lists_its_files_and_prints_one_to_be_changed() {
    let test = SiteTest::new().file("debrief.yaml", "theme: ./ours\n").file("a.md", "---\ntitle: A\n---\nx\n");
    let list = test.run(&["theme"]).ok().stdout;
    assert!(list.contains("\ntemplates/shared/base.html  blocks: styles, search, main\n"), "{list}");
    assert!(list.contains("\nassets/debrief.css\n") || list.starts_with("assets/"), "{list}");
    let after = |line: &str| list.split_once(line).expect("a file").1.lines().next().unwrap_or_default().to_owned();
    let names = after("\ntemplates/internal/404.html  blocks: main\n");
    assert_eq!(names, "  names: missing.browse, site.home, site.title", "what stands for a turn of a loop is none");
    assert!(after("assets/debrief.css\n").starts_with("  variables: --accent, "), "{list}");
    let home = test.run(&["theme", "templates/internal/home.html"]).ok().stdout;
    let (first, copy) = home.split_once('\n').expect("lines");
    assert!(first.starts_with("{#- debrief theme: ") && first.ends_with(" -#}"), "{first}");
    assert_eq!(
        copy.as_bytes(),
        std::fs::read(sample().with_file_name("themes/default/templates/internal/home.html")).expect("home")
    );
    test.put("ours/templates/internal/home.html", home.replace("Overdue actions", "Late actions").as_bytes());
    assert!(!test.check().ok().stderr.contains("theme-behind"));
    let test = test.build().page("index.html", "Late actions");
    assert!(test.text("index.html").starts_with("<!doctype html>"), "the first line leaves nothing");
    // A copy printed by an earlier version.
    test.put("ours/templates/internal/home.html", format!("{{#- debrief theme: 00000000 -#}}\n{copy}").as_bytes());
    test.check().ok().says("note[theme-behind]: the shipped template has changed");
    SiteTest::new()
        .run(&["theme", "templates/internal/hme.html"])
        .code(2)
        .says("did you mean `templates/internal/home.html`?");
}

#[test]
fn a_look_is_on_every_page_of_both_editions() {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
    let test = SiteTest::of(&sample());
    let settings = std::fs::read_to_string(test.library().join("debrief.yaml")).expect("settings");
    let settings = settings.replace("theme: default\n", "");
    let look = |public: &str| {
        format!(
            "{settings}\ntheme:\n  logo: brand/mark.svg\n  footer: Kept by the harbour office\n  \
             links: [{{label: Wiki, url: \"https://wiki.ninesounds.example/\"}}]\n  \
             colours: {{accent: {{light: \"#7a1f5c\", dark: \"#f0a8d8\"}}}}\n  public: {public}\n"
        )
    };
    test.put("brand/mark.svg", logo.as_bytes());
    test.put("debrief.yaml", look("{footer: From our harbour, logo: 2025/img/cool-box.png}").as_bytes());
    test.build_with(&["--strict"]).ok();
    let outside = crate::harness::tree(&test.root().join("site/public"));
    let pages = |tree: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let pages = tree.iter().filter(|(path, _)| path.ends_with("html"));
        pages.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    };
    for page in pages(&test.tree()) {
        assert!(page.contains("<p class=\"site-own\" dir=\"auto\">Kept by the harbour office</p>"), "{page}");
        assert!(
            page.contains("assets/look/logo.svg\" alt=\"\">") && page.contains("assets/look/look.css?v="),
            "{page}"
        );
        assert!(page.contains("<li><a href=\"https://wiki.ninesounds.example/\" dir=\"auto\">Wiki</a></li>"), "{page}");
    }
    let shown = pages(&outside);
    assert!(shown.len() > 20);
    for page in shown {
        assert!(page.contains("From our harbour") && page.contains("assets/public/look/logo.png"), "{page}");
        assert!(!page.contains("harbour office") && !page.contains("wiki."), "{page}");
    }
    assert!(outside["assets/public/look/look.css"].starts_with(b":root {\n  --accent: light-dark(#7a1f5c"));
    // The texts of the look are scanned like all others.
    test.put("debrief.yaml", look("{footer: Written by Marit Tveitnes}").as_bytes());
    for run in [test.check(), test.build_with(&[])] {
        let run = run.code(3).says("leak[marked]").says("--> library/debrief.yaml:");
        assert!(!run.stderr.contains("--> index.html") && !run.stderr.contains("redact:omit"), "{}", run.stderr);
    }
    // So is what a picture says of itself, and so are the words of a template.
    let png = std::fs::read(test.library().join("2025/img/cool-box.png")).expect("a picture");
    let note = b"\0\0\0\x0ctEXtAuthor\0Marit\0\0\0\0";
    test.put("brand/mark.png", &[&png[..33], note, &png[33..]].concat());
    test.put("debrief.yaml", look("{logo: brand/mark.png}").as_bytes());
    for run in [test.check(), test.build_with(&[])] {
        run.code(3)
            .says("leak[metadata]")
            .says("--> library/brand/mark.png:")
            .says("the file is one of your own theme");
    }
    test.put("theme/templates/shared/look/footer.html", b"<p>Written by Marit Tveitnes</p>\n");
    test.put("debrief.yaml", look("{}\n  folder: ./theme").as_bytes());
    for run in [test.check(), test.build_with(&[])] {
        let run = run.code(3).says("--> library/theme/templates/shared/look/footer.html:1:15").says("1 value would");
        assert!(!run.stderr.contains("--> index.html"), "{}", run.stderr);
    }
    assert_eq!(crate::harness::tree(&test.root().join("site/public")), outside);
}
