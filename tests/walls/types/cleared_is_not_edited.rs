// E0616: a cleared text cannot be changed
use clearance::Cleared;

pub fn add(text: &mut Cleared, more: &str) {
    text.0.push_str(more); //~
}

pub fn exchange(text: &mut Cleared, other: String) {
    text.0 = other; //~
}
