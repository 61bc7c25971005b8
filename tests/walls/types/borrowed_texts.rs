// E0521: `&'static str` is for words of the program; a text that was read does not live as long
use clearance::Publishable;

fn held<T: Publishable>(_: T) {}

pub fn render(text: &str) {
    held(text); //~
}
