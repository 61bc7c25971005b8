//! No person is named.

use super::{kit, notes};

#[test]
fn nobody_is_named() {
    for page in [kit(), notes()] {
        anonymous(&page);
    }
}

#[track_caller]
fn anonymous(kit: &str) {
    for name in ["Ana", "Silva", "asilva", "Ben", "BEN", "SMITH", "Smith", "Okafor", "Dolly", "@cem", "ana.example"] {
        assert!(!kit.contains(name), "{name}: {}", &kit[kit.find(name).unwrap_or(0)..][..80]);
    }
}
