//! What the browser is sent when the library changes.

use super::*;

#[test]
fn a_saved_page_is_shown_and_told_of() {
    let scene = Scene::begin(&[("index.html", "one")]);
    let mut stream = scene.listen();
    let first = stream.state();
    assert!(scene.get("/").contains(&format!("data-build={}", first["build"])));
    scene.save("index.html", "two");
    scene.rebuilt();
    let second = stream.state();
    assert_ne!(first["build"], second["build"]);
    assert!(second["problem"].is_null());
    let page = scene.get("/");
    assert!(body(&page).starts_with("two") && page.contains(&format!("data-build={}", second["build"])));
}

#[test]
fn a_browser_that_comes_late_is_told_how_things_stand() {
    let scene = Scene::begin(&[("index.html", "one")]);
    scene.save("broken", "late\nnews");
    assert_eq!(scene.next(), Event::Failed { problem: "late\nnews".to_owned() });
    assert_eq!(scene.listen().state()["problem"], "late\nnews");
}

#[test]
fn a_failed_build_leaves_the_last_good_site_and_says_why_until_mended() {
    let scene = Scene::begin(&[("index.html", "good")]);
    let mut stream = scene.listen();
    let before = stream.state();
    scene.save("broken", "error: no title");
    scene.save("index.html", "half done");
    let failed = stream.state();
    assert_eq!((&failed["problem"], &failed["build"]), (&"error: no title".into(), &before["build"]));
    assert!(body(&scene.get("/")).starts_with("good"));
    fs::remove_file(scene.library().join("broken")).unwrap();
    scene.rebuilt();
    let mut mended = stream.state();
    while !mended["problem"].is_null() {
        mended = stream.state();
    }
    assert_ne!(mended["build"], before["build"]);
    assert!(body(&scene.get("/")).starts_with("half done"));
}

#[test]
fn a_library_that_never_built_shows_a_page_that_reloads() {
    let scene = Scene::begin(&[("broken", "a < b"), ("index.html", "home")]);
    let mut stream = scene.listen();
    let first = stream.state();
    assert_eq!(first["problem"], "a < b");
    for path in ["/", "/any/where/"] {
        let answer = scene.get(path);
        assert_eq!(status(&answer), "503");
        assert!(answer.contains("data-debrief-problem>a &lt; b</pre>"));
        assert!(answer.contains(&format!("data-build={}", first["build"])));
    }
    fs::remove_file(scene.library().join("broken")).unwrap();
    scene.rebuilt();
    assert_ne!(stream.state()["build"], first["build"]);
    assert!(body(&scene.get("/")).starts_with("home"));
}

#[test]
fn a_build_that_panics_is_one_that_failed() {
    let (sender, events) = channel();
    let running = start(&options(), || panic!("expected by a test"), move |event| drop(sender.send(event))).unwrap();
    assert!(matches!(events.recv_timeout(PATIENCE).unwrap(), Event::Failed { problem } if problem.contains("defect")));
    assert!(running.url().starts_with("http://127.0.0.1:"));
}
