//! Targets with files that are not ours are refused with their names, and left unchanged.

use super::*;

#[test]
fn what_we_did_not_write_is_refused_by_name_and_left_alone() {
    for foreign in ["CNAME", ".git/HEAD", "reviews/a/notes.txt", "reviews/a/index.html/x", "empty/"] {
        let scene = scene();
        build(&scene.target, &OLD);
        let place = scene.target.join(foreign);
        if foreign == "reviews/a/index.html/x" {
            fs::remove_file(scene.target.join("reviews/a/index.html")).unwrap();
        }
        fs::create_dir_all(if foreign.ends_with('/') { &place } else { place.parent().unwrap() }).unwrap();
        if !foreign.ends_with('/') {
            fs::write(&place, "mine").unwrap();
        }
        let before = tree(&scene.target);
        let error = Target::open(&scene.target).unwrap_err();
        let named = error.to_string();
        let found = named.split('`').nth(3).unwrap();
        assert!(foreign.starts_with(found) && !found.is_empty(), "{named}");
        assert!(error.hint().unwrap().contains("--out"));
        assert_eq!(tree(&scene.target), before);
        assert_eq!(siblings(&scene.target), ["site"]);
    }
}

#[test]
fn a_folder_without_our_list_is_refused_and_an_empty_one_is_not() {
    let scene = scene();
    fs::create_dir(&scene.target).unwrap();
    build(&scene.target, &OLD);
    assert_eq!(tree(&scene.target), site(&OLD));
    fs::remove_file(scene.target.join(MANIFEST)).unwrap();
    assert!(refused(&scene.target).ends_with("it holds `index.html`, which is no part of the site"));
}

#[test]
fn a_folder_of_both_editions_is_told_from_one_of_a_single_edition() {
    for folder in ["internal", "public", "report"] {
        let scene = scene();
        fs::create_dir_all(scene.target.join(folder)).unwrap();
        fs::write(scene.target.join(folder).join("index.html"), "<p>").unwrap();
        let error = Target::open(&scene.target).unwrap_err();
        assert!(error.hint().unwrap().starts_with("a build of both editions stands there"), "{folder}");
    }
}

#[test]
fn a_list_that_cannot_be_believed_is_refused() {
    let scene = scene();
    build(&scene.target, &OLD);
    for text in ["{", r#"{"written_by":"debrief","format":1,"files":["../x"]}"#] {
        fs::write(scene.target.join(MANIFEST), text).unwrap();
        assert!(refused(&scene.target).starts_with("cannot tell which files in"));
    }
}

#[test]
fn files_that_file_browsers_drop_are_nobodys() {
    let scene = scene();
    build(&scene.target, &OLD);
    fs::write(scene.target.join("reviews/.DS_Store"), "x").unwrap();
    build(&scene.target, &NEW);
    assert_eq!(tree(&scene.target), site(&NEW));
}

#[test]
fn a_file_that_appears_during_the_build_stops_the_swap() {
    let scene = scene();
    build(&scene.target, &OLD);
    let stage = stage(&scene.target, &NEW);
    fs::write(scene.target.join("CNAME"), "mine").unwrap();
    let before = tree(&scene.target);
    assert!(matches!(stage.commit(), Err(OutputError::Foreign { found, .. }) if found == "CNAME"));
    assert_eq!(tree(&scene.target), before);
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn a_file_in_the_place_of_the_target_is_refused() {
    let scene = scene();
    fs::write(&scene.target, "mine").unwrap();
    assert!(refused(&scene.target).ends_with("it is a file"));
    assert!(refused(Path::new("/")).ends_with("it is the root of a disk"));
    assert!(Target::open(&scene.target.join("below")).is_err());
    assert_eq!(fs::read_to_string(&scene.target).unwrap(), "mine");
}
