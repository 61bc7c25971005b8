//! Waivers that match nothing: a typo in `allow:` allows nothing, although its author thinks that it does.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::draft::Draft;
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic};
use clearance::{Origin, Scanner};

/// Rules that check finished files, after all texts.
const OF_FILES: [&str; 3] = ["file-type", "metadata", "search-term"];

/// A warning for each waiver that matches nothing.
pub(super) fn unused(review: &Review, draft: &Draft, used: &BTreeSet<usize>, scanner: &Scanner) -> Vec<Diagnostic> {
    // A withdrawn postmortem keeps its `allow:` list, so that it can be published again.
    let account = review.public.iter().filter(|public| public.withdrawn.is_none());
    let waivers = account.flat_map(|public| public.allow.iter().enumerate());
    let idle = waivers.filter(|(n, waiver)| !used.contains(n) && !OF_FILES.contains(&waiver.rule.as_str()));
    let rules = LazyCell::new(|| scanner.rules());
    let texts = LazyCell::new(|| draft.texts().map(str::to_lowercase).collect::<Vec<_>>());
    let warning = |(n, waiver): (usize, &clearance::Waiver)| {
        let n = n.to_string();
        let diagnostic = |key: &str, message: String| {
            Diagnostic::new(Code::UnusedWaiver, message).at(review.place_in(&["public", "allow", &n, key]))
        };
        if !rules.contains(&waiver.rule) {
            let message = format!("no rule is called `{}`, so this allows nothing", waiver.rule);
            return diagnostic("rule", message).did_you_mean(&waiver.rule, rules.iter().map(String::as_str));
        }
        let nowhere = Origin { path: review.source.clone(), line: 1, column: 1 };
        let other = scanner.look(&waiver.value, &nowhere, &[]).into_iter().map(|finding| finding.rule).next();
        let value = waiver.value.to_lowercase();
        let is_there = texts.iter().any(|text| text.contains(&value));
        let message =
            format!("this allows nothing: the rule `{}` finds no such value in what would be published", waiver.rule);
        let hint = match other.filter(|rule| *rule != waiver.rule) {
            Some(rule) if is_there => format!("the value is found by the rule `{rule}`: write `rule: {rule}`"),
            _ if is_there => "the value is held back by no rule: take the entry out".to_owned(),
            _ => "write the value as the finding shows it (`debrief redact` does), or take the entry out".to_owned(),
        };
        diagnostic("value", message).hint(hint)
    };
    idle.map(warning).collect()
}
