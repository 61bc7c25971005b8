// E0616: what was cleared stays as it was cleared
use clearance::Cleared;

pub fn add(text: &mut Cleared, more: &str) {
    text.0.push_str(more); //~
}

pub fn exchange(text: &mut Cleared, other: String) {
    text.0 = other; //~
}
