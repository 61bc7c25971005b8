//! Every value that must not leave, as one automaton over folded letters.

mod form;
mod gather;

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use self::form::Bound;
use super::normal::{Edge, Normal};
use super::{Origin, Policy, Taint};

/// A value in one of the forms that it is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pattern {
    letters: String,
    bound: Bound,
    /// The id of the rule.
    pub(super) rule: &'static str,
    /// The value, for the search's own words.
    pub(super) value: String,
    pub(super) known_from: Option<Origin>,
}

/// All of them.
pub(super) struct Terms {
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
}

/// Where a value was found.
pub(super) struct Hit<'t> {
    pub(super) pattern: &'t Pattern,
    /// In the text.
    pub(super) range: Range<usize>,
}

impl Terms {
    /// Gathers the values of the policy and of the library. What is too long to be a term is pushed to `texts`.
    pub(super) fn new(policy: &Policy, taint: &Taint, texts: &mut Vec<(String, Origin)>) -> Self {
        let mut patterns = gather::patterns(policy, taint, texts);
        patterns.sort();
        patterns.dedup_by(|a, b| (&a.letters, &a.bound, a.rule) == (&b.letters, &b.bound, b.rule));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns.iter().map(|p| &p.letters))
            .ok()
            .filter(|_| !patterns.is_empty());
        Self { patterns, automaton }
    }

    /// All forms of all values.
    pub(super) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Finds all of them in a text; of those that overlap only the longest.
    pub(super) fn find(&self, text: &str, normal: &Normal) -> Vec<Hit<'_>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits: Vec<(Range<usize>, Hit<'_>)> = Vec::new();
        for found in automaton.find_overlapping_iter(&normal.letters) {
            let Some(pattern) = self.patterns.get(found.pattern().as_usize()) else { continue };
            let letters = found.start()..found.end();
            if !pattern.bound.may_be(normal, &letters) {
                continue;
            }
            let range = normal.place(text, &letters);
            if pattern.bound.is(text, &range, &pattern.value) {
                hits.push((letters, Hit { pattern, range }));
            }
        }
        hits.sort_by_key(|(letters, _)| (letters.start, std::cmp::Reverse(letters.end)));
        let mut end = 0;
        hits.retain(|(letters, _)| {
            let outside = letters.end > end;
            end = end.max(letters.end);
            outside
        });
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

impl Bound {
    /// The part of the test that needs no look at the text.
    fn may_be(&self, normal: &Normal, letters: &Range<usize>) -> bool {
        let hump = letters.len() >= 5;
        let edge = |at| match normal.edge(at) {
            Edge::None => false,
            Edge::Hump => hump,
            Edge::Gap => true,
        };
        match self {
            Self::Anywhere => true,
            _ => edge(letters.start) && edge(letters.end),
        }
    }

    /// Whether the place in the text is of the form that is asked for.
    fn is(&self, text: &str, range: &Range<usize>, value: &str) -> bool {
        let found = text.get(range.clone()).unwrap_or_default();
        match self {
            Self::Anywhere | Self::Words => true,
            Self::Exactly => found == value,
            Self::Capital => found.starts_with(char::is_uppercase) || !found.contains(char::is_whitespace),
            Self::Joined => !found.contains(char::is_whitespace),
            Self::After(sign) => text.get(..range.start).is_some_and(|before| before.ends_with(*sign)),
            Self::Account => {
                text.get(..range.start).is_some_and(|before| before.ends_with('@'))
                    || text.get(range.end..).is_some_and(|after| after.starts_with('@'))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Normal, Origin, Person, Policy, Taint, Why};
    use super::Terms;

    fn origin() -> Origin {
        Origin { path: "a.md".to_owned(), line: 1, column: 1 }
    }

    fn found(terms: &[(&str, Why)], text: &str) -> Vec<String> {
        let mut taint = Taint::new();
        for (term, why) in terms {
            taint.term(*term, *why, origin());
        }
        let policy = Policy {
            people: vec![Person { name: "Jane Oduya".into(), handles: vec!["joduya".into()], role: None }],
            customers: vec!["Globex".into(), "Box".into(), "Will Grant".into()],
            hosts: vec!["db-prod-07".into(), "*.corp.example".into()],
            roles: [("r".to_owned(), "a first responder".to_owned())].into(),
            ..Policy::default()
        };
        let terms = Terms::new(&policy, &taint, &mut Vec::new());
        terms.find(text, &Normal::of(text)).iter().map(|hit| text[hit.range.clone()].to_owned()).collect()
    }

    #[test]
    fn the_policy_s_names_are_found_in_every_form() {
        for text in [
            "JANE ODUYA",
            "Oduya, Jane",
            "Oduya Jane",
            "jane.oduya",
            "jane_oduya",
            "/jane-oduya/",
            "xJaneOduyax",
            "@joduya",
            "Ms Oduya",
            "GLOBEX",
            "globexPool",
            "db\u{2013}prod\u{2013}07",
            "db prod 07",
            "db-prod-\n07",
            "a.corp.example",
            "Box",
            "Will Grant",
            "will.grant",
        ] {
            assert_eq!(found(&[], text).len(), 1, "{text}: {:?}", found(&[], text));
        }
    }

    #[test]
    fn what_a_sentence_holds_by_chance_is_not() {
        for text in
            ["the box", "we will grant it", "Jane was first", "globexes", "a first responder", "boxes and marks"]
        {
            let terms = [
                ("first responder", Why::Marked),
                ("database", Why::Marked),
                ("Will", Why::Person),
                ("will", Why::Handle),
                ("#database-team", Why::Channel),
            ];
            assert!(found(&terms, text).is_empty(), "{text}: {:?}", found(&terms, text));
        }
        assert!(found(&[("database", Why::Marked)], "The database team met.").is_empty());
    }

    #[test]
    fn common_words_count_in_the_form_of_a_name() {
        assert_eq!(found(&[("will", Why::Handle)], "ask @will"), ["will"]);
        assert_eq!(found(&[("will", Why::Handle)], "will@corp"), ["will"]);
        assert_eq!(found(&[("#database-team", Why::Channel)], "in #database-team"), ["database-team"]);
        assert_eq!(found(&[("Target", Why::Customer)], "the target of Target"), ["Target"]);
        assert_eq!(found(&[("payment-gateway", Why::Service)], "a payment gateway: payment-gateway").len(), 1);
        assert_eq!(found(&[("Database", Why::Marked)], "the database Database").len(), 1);
    }

    #[test]
    fn titles_count_when_long_and_not_approved() {
        let title = "Checkout pool exhausted by retries";
        assert_eq!(found(&[(title, Why::Title)], "checkout-pool-exhausted-by-retries").len(), 1);
        assert!(found(&[("Pool exhausted", Why::Title)], "pool exhausted").is_empty());
        let mut taint = Taint::new();
        taint.term(title, Why::Title, origin());
        taint.approved("# Checkout pool exhausted by retries\n");
        assert!(Terms::new(&Policy::default(), &taint, &mut Vec::new()).patterns().is_empty());
    }

    #[test]
    fn of_overlapping_values_the_longest_is_told() {
        assert_eq!(found(&[], "Jane Oduya"), ["Jane Oduya"]);
        assert_eq!(found(&[], "Jane Oduya, Oduya"), ["Jane Oduya", "Oduya"]);
    }
}
