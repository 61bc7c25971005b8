// error: the name of a section is a word of the program, and none that was read
use clearance::Cleared;
use crate::Section;

pub fn section(name: &str, text: Cleared) -> Section {
    Section { name, text } //~
}
