//! Tests for systems with links and modes.

use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

#[test]
fn a_link_to_the_target_stays_a_link() {
    let scene = scene();
    let real = scene.target.with_file_name("real");
    fs::create_dir(&real).unwrap();
    symlink(&real, &scene.target).unwrap();
    build(&scene.target, &OLD);
    build(&scene.target, &NEW);
    assert!(fs::symlink_metadata(&scene.target).unwrap().is_symlink());
    assert_eq!(tree(&real), site(&NEW));
    assert_eq!(siblings(&scene.target), ["real", "site"]);
}

#[test]
fn a_link_to_nothing_is_refused() {
    let scene = scene();
    symlink("nowhere", &scene.target).unwrap();
    assert!(refused(&scene.target).ends_with("it is a symbolic link to nothing"));
}

#[test]
fn a_link_in_the_place_of_a_page_is_not_ours() {
    let scene = scene();
    build(&scene.target, &OLD);
    let page = scene.target.join("stale.html");
    fs::remove_file(&page).unwrap();
    symlink("/etc/hostname", &page).unwrap();
    assert!(refused(&scene.target).contains("`stale.html`"));
}

#[test]
fn everybody_may_read_a_site_and_nobody_else_may_write_it() {
    let scene = scene();
    build(&scene.target, &OLD);
    let mode = |p: &str| fs::metadata(scene.target.join(p)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("index.html") | 0o044, mode("reviews") | 0o055), (0o644, 0o755), "as far as the umask agrees");
}

#[test]
fn modes_of_a_site_follow_the_build_that_wrote_it_last() {
    let scene = scene();
    build(&scene.target, &OLD);
    let modes = || {
        let all = walkdir::WalkDir::new(&scene.target).into_iter().map(|entry| entry.unwrap());
        all.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().permissions().mode())).collect::<Vec<_>>()
    };
    let wanted = modes();
    let narrow = || {
        for (path, mode) in &wanted {
            fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o7700)).unwrap();
        }
        assert_ne!(modes(), wanted);
    };
    narrow();
    build(&scene.target, &OLD);
    assert_eq!(modes(), wanted, "nothing changed");
    narrow();
    build(&scene.target, &NEW);
    build(&scene.target, &OLD);
    assert_eq!(modes(), wanted, "something changed");
    fs::set_permissions(scene.target.join("reviews"), fs::Permissions::from_mode(0o700)).unwrap();
    build(&scene.target, &OLD);
    assert_eq!(modes(), wanted, "a folder alone");
}

#[test]
fn a_folder_that_may_not_be_written_is_told_as_such() {
    let scene = scene();
    let parent = scene.target.parent().unwrap();
    fs::set_permissions(parent, fs::Permissions::from_mode(0o555)).unwrap();
    let result = Target::open(&scene.target);
    fs::set_permissions(parent, fs::Permissions::from_mode(0o755)).unwrap();
    // The superuser may write anywhere, so there may be no error.
    if let Err(error) = result {
        assert!(error.to_string().ends_with("permission denied"), "{error}");
        assert!(error.hint().unwrap().contains("beside"));
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn there_is_a_site_at_every_moment_of_a_rebuild() {
    let scene = scene();
    build(&scene.target, &OLD);
    let builder = {
        let target = scene.target.clone();
        std::thread::spawn(move || {
            for files in [&NEW, &OLD].into_iter().cycle().take(80) {
                build(&target, files);
            }
        })
    };
    while !builder.is_finished() {
        assert!(fs::symlink_metadata(&scene.target).is_ok_and(|m| m.is_dir()), "a reader met no site");
    }
    builder.join().unwrap();
}
