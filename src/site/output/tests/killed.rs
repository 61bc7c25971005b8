//! Kills real builds at many moments, to reach states that tests by hand may miss.

use std::process::{Command, Stdio};

use super::*;

const TARGET: &str = "DEBRIEF_TEST_TARGET";
const FILES: usize = 120;

fn whole(text: &str) -> Tree {
    let files: Vec<_> =
        (0..FILES).map(|n| (format!("reviews/{n}/index.html"), format!("{text}{}", n % 3 * n))).collect();
    let plain: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    site(&plain)
}

/// Not a test by itself: the other test starts and kills it. It builds two sites alternately until it is killed.
#[test]
#[ignore = "started by `the_target_is_one_whole_site_whenever_a_build_is_killed`"]
fn build_for_ever() {
    let Some(target) = std::env::var_os(TARGET) else { return };
    for text in ["old", "new"].iter().cycle() {
        let stage = Target::open(Path::new(&target)).unwrap().stage().unwrap();
        for n in 0..FILES {
            stage.write(&path(&format!("reviews/{n}/index.html")), format!("{text}{}", n % 3 * n).as_bytes()).unwrap();
        }
        stage.commit().unwrap();
    }
}

#[test]
fn the_target_is_one_whole_site_whenever_a_build_is_killed() {
    let (old, new) = (whole("old"), whole("new"));
    let scene = scene();
    for round in 0..12_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "output::tests::killed::build_for_ever", "--ignored"])
            .env(TARGET, &scene.target)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let patience = std::time::Instant::now();
        while !scene.target.exists() && patience.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(20_000 + round * 3_700));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = tree(&scene.target);
        assert!(found == old || found == new, "a mix after round {round}");
        drop(Target::open(&scene.target).unwrap());
        assert_eq!(siblings(&scene.target), ["site"], "litter after round {round}");
    }
}
