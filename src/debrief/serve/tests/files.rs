//! The ways in which people and their editors save.

use super::*;

#[test]
fn a_save_by_rename_is_seen() {
    let scene = Scene::begin(&[("index.html", "one")]);
    let (file, backup, new) = ("index.html", "index.html~", "index.html.tmp");
    // As Vim with `backupcopy=no` and most other editors do.
    scene.save("4913", "");
    fs::remove_file(scene.library().join("4913")).unwrap();
    fs::rename(scene.library().join(file), scene.library().join(backup)).unwrap();
    scene.save(file, "two");
    fs::remove_file(scene.library().join(backup)).unwrap();
    scene.rebuilt();
    assert!(body(&scene.get("/")).starts_with("two"));
    scene.save(new, "three");
    fs::rename(scene.library().join(new), scene.library().join(file)).unwrap();
    scene.rebuilt();
    assert!(body(&scene.get("/")).starts_with("three"));
}

#[test]
fn a_new_folder_with_a_page_is_seen_and_so_is_a_change_in_it() {
    let scene = Scene::begin(&[("index.html", "home")]);
    let outside = scene.folder.path().join("new");
    save(&outside.join("deep/index.html"), "new");
    fs::rename(outside, scene.library().join("new")).unwrap();
    scene.rebuilt();
    assert!(body(&scene.get("/new/deep/")).starts_with("new"));
    scene.save("new/deep/index.html", "newer");
    scene.rebuilt();
    assert!(body(&scene.get("/new/deep/")).starts_with("newer"));
}

#[test]
fn many_saves_at_once_are_few_builds() {
    let scene = Scene::begin(&[("index.html", "home")]);
    for n in 0..50 {
        scene.save(&format!("{n}.html"), "x");
    }
    // One build, unless the machine was too busy to save all files at once.
    let builds = std::iter::once(scene.next()).chain(std::iter::from_fn(|| scene.soon())).count();
    assert!(builds <= 5, "{builds} builds of 50 saves");
    assert_eq!(status(&scene.get("/49.html")), "200");
}

#[test]
fn what_does_not_matter_builds_nothing() {
    let scene = Scene::begin(&[("index.html", "home")]);
    scene.save(".index.html.swp", "x");
    scene.save("index.html~", "x");
    scene.save(".git/index.lock", "x");
    scene.save("site/index.html", "x");
    drop(fs::read(scene.library().join("index.html")).unwrap());
    scene.assert_quiet();
}

#[test]
fn a_build_does_not_set_off_the_next() {
    let scene = Scene::begin(&[("index.html", "home"), ("a/b/c.html", "c")]);
    scene.save("index.html", "again");
    scene.rebuilt();
    scene.assert_quiet();
}

#[test]
fn a_library_that_goes_away_and_comes_back_is_still_watched() {
    let scene = Scene::begin(&[("index.html", "one")]);
    let aside = scene.folder.path().join("aside");
    fs::rename(scene.library(), &aside).unwrap();
    assert!(matches!(scene.next(), Event::Failed { .. }));
    assert!(body(&scene.get("/")).starts_with("one"), "the last good site stays");
    // Another folder with the same name, as after a checkout.
    scene.save("index.html", "two");
    scene.rebuilt();
    assert!(body(&scene.get("/")).starts_with("two"));
    // The old folder is no longer watched; the new one is.
    save(&aside.join("index.html"), "elsewhere");
    scene.assert_quiet();
    scene.save("index.html", "three");
    scene.rebuilt();
    assert!(body(&scene.get("/")).starts_with("three"));
}

#[test]
fn a_library_that_is_removed_and_written_anew_is_still_watched() {
    let scene = Scene::begin(&[("index.html", "one")]);
    fs::remove_dir_all(scene.library()).unwrap();
    scene.save("index.html", "two");
    scene.rebuilt();
    while !body(&scene.get("/")).starts_with("two") {
        scene.rebuilt();
    }
    // The round that notices the new folder may still be to come; after it, there is one more build.
    std::thread::sleep(Duration::from_millis(1200));
    while scene.events.lock().unwrap().try_recv().is_ok() {}
    scene.save("index.html", "three");
    scene.rebuilt();
    assert!(body(&scene.get("/")).starts_with("three"));
}
