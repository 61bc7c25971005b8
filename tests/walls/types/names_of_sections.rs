// error: the name of a section is a literal of the program, not a text that was read
use clearance::Cleared;
use crate::Section;

pub fn section(name: &str, text: Cleared) -> Section {
    Section { name, text } //~
}
