//! The forms of a person's name: whole and reversed, parts, initials, titles, account names, the given name alone.

use super::form::{Bound, is_unspaced};
use super::pattern::Pattern;
use super::{declined, han, spelling};
use crate::common::{PARTICLES, is_common};
use crate::normal::letters;
use crate::{Origin, Tier, Why};

/// Surnames with fewer letters count only with a title or an initial.
const SURNAME: usize = 5;

/// Account names with fewer letters are too similar to words.
const ACCOUNT: usize = 5;

/// Titles and suffixes that are not part of a name.
const NO_NAMES: [&str; 14] =
    ["dr", "prof", "mr", "mrs", "ms", "miss", "jr", "sr", "phd", "msc", "ii", "iii", "iv", "dipl"];

/// How strictly a name is searched for.
#[derive(Debug, Clone, Copy)]
pub(super) struct How {
    /// Whether the policy lists the person.
    pub(super) listed: bool,
    /// The tier of a given name alone.
    pub(super) first: Tier,
}

/// All forms of a name, in every spelling.
pub(super) fn forms(name: &str, how: How, from: Option<&Origin>, out: &mut Vec<Pattern>) {
    let mut names = spelling::spellings(name);
    names.extend(han::names(name));
    names.sort();
    names.dedup();
    for name in names {
        Name { how, from, out }.all(&name);
    }
}

struct Name<'n> {
    how: How,
    from: Option<&'n Origin>,
    out: &'n mut Vec<Pattern>,
}

impl Name<'_> {
    fn all(&mut self, name: &str) {
        let turned = name.split_once(',').map(|(last, first)| format!("{} {}", first.trim(), last.trim()));
        let name = turned.as_deref().unwrap_or(name);
        let is_name = |part: &&str| {
            let bare = part.trim_end_matches('.').to_lowercase();
            !part.is_empty() && !NO_NAMES.contains(&bare.as_str())
        };
        let parts: Vec<&str> = name.split(|c: char| c.is_whitespace()).filter(is_name).collect();
        self.whole(&parts.join(" "));
        if let [one] = parts.as_slice()
            && one.contains(is_unspaced)
        {
            han::unspaced(one, &mut |form, first| if first { self.given(form) } else { self.whole(form) });
        }
        if let [first, middle @ .., last] = parts.as_slice() {
            self.parts(first, middle, last);
        }
    }

    fn parts(&mut self, first: &str, middle: &[&str], last: &str) {
        let whole = [&[last, first], middle].concat().join(" ");
        self.whole(&whole);
        let small = |part: &&&str| PARTICLES.contains(&part.to_lowercase().as_str());
        let particles = middle.iter().rev().take_while(small).count();
        let (between, small) = middle.split_at(middle.len() - particles);
        if !small.is_empty() {
            self.surname(&format!("{} {last}", small.join(" ")), first);
            // `jvdzwaagh`, `jvanderzwaagh`.
            let initials: String = small.iter().filter_map(|part| part.chars().next()).collect();
            self.accounts(&format!("{initials}{last}"), first);
            self.accounts(&format!("{}{last}", small.concat()), first);
        }
        let first_half = first.split('-').next().unwrap_or(first);
        let halves: Vec<&str> = last.split('-').filter(|half| !half.is_empty()).collect();
        let mut surnames = vec![last];
        if halves.len() > 1 {
            surnames.extend(halves);
        }
        for surname in surnames {
            for given in [first, first_half] {
                self.whole(&format!("{given} {surname}"));
                self.whole(&format!("{surname} {given}"));
            }
            self.surname(surname, first);
            self.accounts(surname, first);
        }
        // A second surname, or a second given name.
        for name in between.iter().filter(|name| letters(name).chars().count() > 1) {
            self.whole(&format!("{first} {name}"));
            self.whole(&format!("{name} {last}"));
            self.titled(name, first);
            self.given(name);
        }
        // Where a script has no gaps, the surname comes first.
        if first.contains(is_unspaced) && last.contains(is_unspaced) {
            self.surname(first, last);
            self.given(last);
        }
        self.given(first);
        if first_half != first {
            self.given(first_half);
        }
    }

    /// Adds a name of two words or more, or of a single word.
    fn whole(&mut self, text: &str) {
        self.out.extend(Pattern::of(text, Why::Person, self.how.listed, self.from.cloned()));
    }

    fn add(&mut self, text: &str, bound: Bound) {
        self.out.push(Pattern::new(text, bound, Why::Person, self.from.cloned()));
    }

    /// Adds the surname: alone if it is long and not a common word, otherwise only with a title, initial or given name.
    fn surname(&mut self, surname: &str, first: &str) {
        if surname.contains(is_unspaced) {
            han::titles(surname, &mut |form| self.whole(form));
        } else if surname.chars().count() >= SURNAME && !is_common(surname) {
            self.whole(surname);
            declined::cases(surname).for_each(|case| self.whole(&case));
        } else {
            self.titled(surname, first);
        }
    }

    fn titled(&mut self, surname: &str, first: &str) {
        if letters(surname).chars().count() > 1 && !surname.contains(is_unspaced) {
            self.add(surname, Bound::Surname { given: letters(first) });
        }
    }

    /// Adds `mchen`, `chenm`, `meic`, as in account names.
    fn accounts(&mut self, surname: &str, first: &str) {
        let initial = |name: &str| name.chars().next().filter(|c| c.is_alphabetic());
        let (Some(given), Some(family)) = (initial(first), initial(surname)) else { return };
        if first.contains(is_unspaced) || surname.contains(is_unspaced) {
            return;
        }
        let account = format!("{given}{surname}").to_lowercase();
        let telling = account.chars().count() >= ACCOUNT && !is_common(&account);
        self.add(&account, if telling { Bound::Numbered } else { Bound::Account });
        self.add(&format!("{surname}{given}").to_lowercase(), Bound::Account);
        self.add(&format!("{first}{family}").to_lowercase(), Bound::Account);
        if let Some(initial) = letters(&family.to_string()).chars().next() {
            self.add(first, Bound::Before { initial });
        }
    }

    /// Adds the given name alone, which is only reported unless the policy says that it blocks.
    fn given(&mut self, name: &str) {
        let count = letters(name).chars().count();
        if count < 2 {
            return;
        }
        let unspaced = name.contains(is_unspaced);
        let bound = if unspaced { Bound::Anywhere } else { Bound::Given { common: is_common(name) || count < 3 } };
        let pattern = Pattern::new(name, bound, Why::Person, self.from.cloned());
        self.out.push(Pattern { tier: self.how.first, ..pattern });
    }
}
