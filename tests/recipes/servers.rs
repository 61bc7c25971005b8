//! The configurations of web servers in `docs/recipes/`.

use std::fs;
use std::path::Path;

use super::{recipe, root, runs, shell, shell_with, stand_in, text};
use crate::harness::SiteTest;

#[test]
fn the_server_with_passwords_is_the_same_without_the_proxy() {
    let test = SiteTest::new();
    let (own, script) = (recipe("nginx.conf"), recipe("password.sed"));
    runs(&mut shell(test.root(), &format!("sed -f {} {} >made", script.display(), own.display())), "sed");
    let (made, own) = (text(&test.root().join("made")), text(&own));
    assert!(
        made.contains("  auth_basic ") && made.contains("  auth_basic_user_file /etc/nginx/reviews.htpasswd;"),
        "{made}"
    );
    assert!(!made.contains("oauth2") && !made.contains("auth_request") && !made.contains("@login"), "{made}");
    assert_eq!(made.matches('{').count(), made.matches('}').count());
    // Everything that is not about the login is unchanged.
    for line in own.lines().filter(|line| line.contains("add_header") || line.contains("gzip")) {
        assert!(made.contains(line), "{line}");
    }
    let password = recipe("password.sh");
    let line = format!("PASSWORD='a b' sh {} ana >users && ! sh {} 'a:b'", password.display(), password.display());
    runs(&mut shell(test.root(), &line), "a password");
    let users = text(&test.root().join("users"));
    assert!(users.starts_with("ana:$apr1$") && users.lines().count() == 1, "{users}");
    // Where no password is made, no user without one is written.
    let stand_ins = test.root().join("bin");
    fs::create_dir_all(&stand_ins).expect("made");
    for script in ["exit 1", "exit 0"] {
        stand_in(&stand_ins, "openssl", script);
        let line = format!("! sh {} ana >none && [ ! -s none ]", password.display());
        runs(&mut shell_with(test.root(), &stand_ins, &line), script);
    }
}

/// After the login a search has the filters that it had before, which stand behind an `&`. A file for a page whose session has ended
/// begins no login: that would replace the cookie of one in another tab.
#[test]
fn a_page_leads_to_the_login_and_back_to_its_whole_address() {
    for (name, line) in [
        ("nginx.conf", "proxy_set_header X-Auth-Request-Redirect $request_uri;"),
        ("nginx.conf", "if ($http_sec_fetch_mode !~ \"^(navigate)?$\") {"),
        ("Caddyfile", "header_up X-Auth-Request-Redirect {http.request.orig_uri}"),
        ("Caddyfile", "respond @file 401"),
    ] {
        let recipe = text(&recipe(name));
        assert!(recipe.lines().any(|found| found.trim() == line) && !recipe.contains("rd="), "{name}");
    }
}

/// The lines that the document lists, with their values.
#[test]
fn each_server_sends_the_headers_that_the_site_expects() {
    let document = text(&root().join("docs/deploying.md"));
    let list =
        document.split_once("A page cannot say these of itself:\n\n").and_then(|(_, rest)| rest.split_once("\n\n"));
    let headers: Vec<_> = list.expect("the list").0.lines().filter_map(|line| line.trim().split_once(": ")).collect();
    assert_eq!(headers.len(), 7, "{headers:?}");
    for name in ["nginx.conf", "apache.conf", "Caddyfile"] {
        let recipe = text(&recipe(name));
        for (header, value) in &headers {
            let value = value.split("  ").next().unwrap_or_default();
            let is_sent = |line: &str| line.contains(&format!("{header} ")) && line.contains(value);
            assert!(recipe.lines().any(is_sent), "{name}: {header}: {value}");
        }
    }
}

/// What keeps the time of a file that did not change keeps the copy of it that a browser has.
#[test]
fn copies_set_the_time_of_what_changed_alone() {
    for path in ["docs/recipes/gitlab/reviews.yml", "docs/publishing.md", "docs/deploying.md", "README.md"] {
        let document = text(&root().join(path));
        for line in document.lines().filter(|line| line.contains("rsync -")) {
            assert!(line.contains("rsync -rlp") && line.contains("--checksum"), "{path}: {line}");
        }
    }
}

/// The rule of each server for files that are named by their content, as a pattern for `grep -E`.
fn named_by_content() -> [(&'static str, String); 3] {
    let rule = |name: &'static str, before: &str, after: &str| {
        let recipe = text(&recipe(name));
        let found = recipe.split_once(before).and_then(|(_, rest)| rest.split_once(after));
        (name, found.unwrap_or_else(|| panic!("{name}: no {before}")).0.to_owned())
    };
    [
        rule("nginx.conf", "\n  \"~^(200|304) ", "\" "),
        rule("Caddyfile", "path_regexp ^", "\n"),
        rule("apache.conf", "<LocationMatch \"^", "\">"),
    ]
}

/// Every file that is named by its content, and no other, is kept for a year: at the root of a host and under a path.
#[test]
fn files_named_by_their_content_are_kept_for_a_year_under_a_path_as_well() {
    let test = SiteTest::new().file("a.md", "---\ntitle: Stale fares\nsummary: Old.\n---\nText.\n").build();
    let paths = walkdir::WalkDir::new(test.site()).into_iter().map(|entry| entry.expect("an entry"));
    let paths = paths.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(test.site()).expect("in the site");
        path.to_str().expect("UTF-8").to_owned()
    });
    let is_named = |path: &String| {
        let parts: Vec<_> = path.split('/').collect();
        matches!(parts[..], ["search" | "lists", _, _]) && Path::new(path).extension().is_some_and(|end| end == "js")
    };
    let (mut named, others): (Vec<_>, Vec<_>) = paths.partition(is_named);
    assert!(named.len() > 3 && others.len() > 10, "{named:?} {others:?}");
    // A library of this size has no list in parts.
    named.push("lists/actions/0123456789ab.js".to_owned());
    for under in ["", "/reviews", "/team/a.b/reviews"] {
        let list = |paths: &[String]| paths.iter().map(|path| format!("{under}/{path}")).collect::<Vec<_>>().join("\n");
        test.put("named", list(&named).as_bytes());
        test.put("others", format!("{}{under}/xsearch/b/0.js\n", list(&others)).as_bytes());
        for (server, rule) in named_by_content() {
            // A pattern that grep cannot read finds nothing either: so it must find one.
            let script = "grep -Eqx \"$RULE\" named && ! grep -Evx \"$RULE\" named && ! grep -Ex \"$RULE\" others";
            runs(shell(&test.library(), script).env("RULE", rule), &format!("{server} {under}"));
        }
    }
}
