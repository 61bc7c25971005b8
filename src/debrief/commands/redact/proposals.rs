//! The missing marks: for each value that the scanner found, a mark that its author may accept.

use super::placing::Place;
use crate::commands::candidate::Candidate;
use base::text::visible_name;
use clearance::{Finding, Policy, Tier};
use markdown::codes;

/// One line for each value: the mark to write.
pub(super) fn lines(found: &Candidate) -> Vec<String> {
    let code = codes(&found.text);
    let mut lines: Vec<_> = to_mark(found)
        .into_iter()
        .map(|finding| {
            let at = format!("  {}:{}:", visible_name(&finding.at.path), finding.at.line);
            let value = finding.value.reveal();
            let (role, roles) = match role(finding, &found.policy) {
                Some(role) => (role.to_owned(), String::new()),
                None => ("ROLE".to_owned(), format!(", ROLE one of {}", roles(&found.policy))),
            };
            match Place::of(&found.text, &code, finding) {
                Some(Place::Block) => {
                    format!("{at} it stands in a block of code: name the block `redact` to leave it out, or word it otherwise")
                }
                Some(Place::Slug) => format!("{at} no mark can stand in an address: word it otherwise"),
                Some(Place::Span(span)) => format!("{at} write [{}](redact:{role}){roles}", &found.text[span]),
                Some(Place::PlainValue | Place::Flow(..)) => {
                    format!("{at} write [{value}](redact:{role}), with the whole value in quotes{roles}")
                }
                Some(Place::Text(_)) | None => format!("{at} write [{value}](redact:{role}){roles}"),
            }
        })
        .collect();
    lines.dedup();
    if !lines.is_empty() {
        lines.insert(0, "Marks to add, by hand or with --apply:".to_owned());
    }
    lines
}

/// The file with every proposal that can be placed; and how many were placed. A value without a role of its own is left to the
/// author where the policy has roles: what is left out breaks the sentence around it.
pub(super) fn applied(found: &Candidate) -> (String, usize) {
    let mut text = found.text.clone();
    let mut placed = 0;
    // From the last one up, so that places above stay as they were found.
    for finding in to_mark(found).into_iter().rev() {
        let Some(role) = role(finding, &found.policy) else { continue };
        let marked = Place::of(&text, &codes(&text), finding).and_then(|place| place.marked(&text, role));
        if let Some(marked) = marked {
            text = marked;
            placed += 1;
        }
    }
    (text, placed)
}

/// The findings that a mark would settle, in the order of the file; one for each place, without those that are part of another.
fn to_mark(found: &Candidate) -> Vec<&Finding> {
    let mut findings: Vec<_> = found.findings.iter().filter(|finding| finding.tier == Tier::Block).collect();
    findings.sort_by_key(|finding| (finding.at.line, finding.at.column, std::cmp::Reverse(length(finding))));
    let mut last: Option<(usize, usize)> = None;
    findings.retain(|finding| {
        let (line, end) = (finding.at.line, finding.at.column + length(finding));
        let is_part = last.is_some_and(|(of, until)| of == line && end <= until);
        if !is_part {
            last = Some((line, end));
        }
        !is_part
    });
    findings
}

fn length(finding: &Finding) -> usize {
    finding.value.reveal().chars().count()
}

/// The role that replaces the value: that of the person, or none at all in a policy without roles.
fn role<'p>(finding: &Finding, policy: &'p Policy) -> Option<&'p str> {
    let of_person = policy.person(finding.value.reveal()).and_then(|person| person.role.as_deref());
    of_person.or_else(|| policy.roles.is_empty().then_some("omit"))
}

fn roles(policy: &Policy) -> String {
    policy.roles.keys().map(|role| format!("`{role}`")).collect::<Vec<_>>().join(", ")
}
