//! Each state that a killed build can leave on disk, and the fallbacks for disks without some features.

use super::super::new_file::copy_with_time;
use super::super::place::{List, Place};
use super::super::swap::step_aside;
use super::*;

#[test]
fn a_build_killed_while_staging_leaves_the_old_site_and_no_litter_after_the_next() {
    let scene = scene();
    build(&scene.target, &OLD);
    let place = Place::resolve(&scene.target, List::Inside).unwrap();
    fs::create_dir_all(place.staging.join("reviews")).unwrap();
    fs::hard_link(scene.target.join("index.html"), place.staging.join("index.html")).unwrap();
    fs::write(place.staging.join("reviews/half"), "ha").unwrap();
    fs::write(&place.lock, "").unwrap();
    assert_eq!(tree(&scene.target), site(&OLD));
    build(&scene.target, &NEW);
    assert_eq!(tree(&scene.target), site(&NEW));
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn a_build_killed_between_two_renames_is_undone_even_if_the_next_one_fails() {
    let scene = scene();
    build(&scene.target, &OLD);
    let place = Place::resolve(&scene.target, List::Inside).unwrap();
    fs::rename(&place.target, &place.old).unwrap();
    fs::create_dir(&place.staging).unwrap();
    fs::write(place.staging.join("index.html"), "new").unwrap();
    drop(Target::open(&scene.target).unwrap());
    assert_eq!(tree(&scene.target), site(&OLD));
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn a_build_killed_after_the_swap_leaves_the_new_site_and_no_litter_after_the_next() {
    for leftover in [".debrief-staging-site", ".debrief-old-site"] {
        let scene = scene();
        build(&scene.target, &NEW);
        let aside = scene.target.with_file_name(leftover);
        fs::create_dir_all(aside.join("reviews/a")).unwrap();
        fs::write(aside.join("reviews/a/index.html"), "a").unwrap();
        drop(Target::open(&scene.target).unwrap());
        assert_eq!(tree(&scene.target), site(&NEW));
        assert_eq!(siblings(&scene.target), ["site"]);
    }
}

#[test]
fn where_folders_cannot_exchange_names_the_old_one_steps_aside() {
    let scene = scene();
    build(&scene.target, &OLD);
    let place = Place::resolve(&scene.target, List::Inside).unwrap();
    fs::create_dir(&place.staging).unwrap();
    fs::write(place.staging.join("x"), "new").unwrap();
    step_aside(&place).unwrap();
    assert_eq!(fs::read_to_string(scene.target.join("x")).unwrap(), "new");
    assert_eq!(tree(&place.old), site(&OLD));
}

#[test]
fn where_the_new_site_cannot_come_in_the_old_one_steps_back() {
    let scene = scene();
    build(&scene.target, &OLD);
    let place = Place::resolve(&scene.target, List::Inside).unwrap();
    assert!(step_aside(&place).is_err(), "nothing is staged");
    assert_eq!(tree(&scene.target), site(&OLD));
}

#[test]
fn where_there_are_no_hard_links_a_copy_keeps_its_time() {
    let scene = scene();
    build(&scene.target, &OLD);
    let old = scene.target.join("index.html");
    let time = age(&old);
    let new = scene.target.with_file_name("copy");
    copy_with_time(&old, &new).unwrap();
    assert_eq!((mtime(&new), fs::read_to_string(&new).unwrap().as_str()), (time, "home"));
}
