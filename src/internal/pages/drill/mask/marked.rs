//! People whom a review marks by their part: `[Inga Fjeldsted](redact:first-responder)`.

use crate::review::Review;

/// Each name that is marked, with its part in words, in the order of the file.
#[derive(Debug, Default)]
pub struct Marked<'r>(Vec<(&'r str, String)>);

impl<'r> Marked<'r> {
    pub fn of(review: &'r Review) -> Self {
        let mut all: Vec<(&str, String)> = Vec::new();
        for (at, mark) in review.text.match_indices("](redact:") {
            let name = review.text[..at].rsplit_once('[').map_or("", |(_, name)| name);
            let part = review.text[at + mark.len()..].split(')').next().unwrap_or_default().replace('-', " ");
            let is_part = !name.is_empty() && !part.is_empty() && part != "omit" && part.len() < 40;
            if is_part && !all.iter().any(|(known, of)| *known == name && *of == part) {
                all.push((name, part));
            }
        }
        Self(all)
    }

    /// The part of somebody; none of those whose name is not marked, or in several ways.
    pub fn part_of(&self, name: &str) -> Option<&str> {
        let mut parts = self.0.iter().filter(|(known, _)| *known == name);
        let (_, part) = parts.next().filter(|_| parts.next().is_none())?;
        Some(part)
    }

    /// A part that several people had, with a letter for each of them; those who are called something else have none.
    pub fn told_apart(&self, part: String, name: &str, is_called: impl Fn(&str) -> bool) -> String {
        let of_part = || self.0.iter().filter(|(known, of)| *of == part && !is_called(known));
        let letter = of_part().zip('A'..='Z').find(|((known, _), _)| *known == name).map(|(_, letter)| letter);
        match letter.filter(|_| of_part().count() > 1) {
            Some(letter) => format!("{part} {letter}"),
            None => part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Marked;

    #[test]
    fn two_people_of_one_part_stay_two() {
        let marked = Marked(vec![
            ("Ana", "first responder".to_owned()),
            ("Ben", "first responder".to_owned()),
            ("Cem", "developer".to_owned()),
        ]);
        let told_apart = |part: &str, name, called| marked.told_apart(part.to_owned(), name, |name| name == called);
        assert_eq!(told_apart("first responder", "Ben", ""), "first responder B");
        assert_eq!(told_apart("first responder", "Ben", "Ana"), "first responder");
        assert_eq!(told_apart("developer", "Cem", ""), "developer");
        assert_eq!(marked.part_of("Ana"), Some("first responder"));
        assert_eq!(marked.part_of("Dev"), None);
    }
}
