//! Words of a postmortem that must be in a list: its severity in the scale, its services and tags in redaction.yaml.

use super::World;
use super::draft::{DraftMeaning, Piece};
use crate::review::{Public, Review};
use base::diagnostics::{Code, Diagnostic};
use site::config::shipped_meanings;

pub(super) fn severity(
    review: &Review,
    public: &Public,
    world: &World<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Option<(Piece, Option<DraftMeaning>, &'static str)> {
    let key = public.severity.as_deref()?;
    if let Some((_, severity)) = world.config.severity(key) {
        let piece = |text: &str| Piece::plain(text, &["public", "severity"]);
        let meaning = Some(severity.meaning.trim()).filter(|meaning| !meaning.is_empty()).map(|meaning| {
            let shipped = shipped_meanings().find(|shipped| *shipped == meaning);
            shipped.map_or_else(|| DraftMeaning::Written(piece(meaning)), DraftMeaning::Shipped)
        });
        return Some((piece(&severity.label), meaning, severity.role.as_str()));
    }
    let known = world.config.severities.iter().map(|severity| severity.key.as_str());
    let problem = Diagnostic::new(Code::UnknownSeverity, format!("there is no severity `{key}` in the scale"));
    problems.push(problem.at(review.place_in(&["public", "severity"])).did_you_mean(key, known));
    None
}

pub(super) fn services(
    review: &Review,
    public: &Public,
    world: &World<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Piece> {
    let known: Vec<_> = world.policy.public_services.values().map(String::as_str).collect();
    vocabulary(review, "services", &public.services, &known, "public_services", problems)
}

pub(super) fn tags(review: &Review, public: &Public, world: &World<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Piece> {
    let known: Vec<_> = world.policy.public_tags.iter().map(String::as_str).collect();
    vocabulary(review, "tags", &public.tags, &known, "public_tags", problems)
}

/// Words that must be in a list, as the list writes them.
fn vocabulary(
    review: &Review,
    key: &str,
    names: &[String],
    known: &[&str],
    list: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let n = n.to_string();
        let found = known.iter().find(|word| word.to_lowercase() == name.to_lowercase());
        match found {
            Some(word) if pieces.iter().any(|piece| piece.text == *word) => {}
            Some(word) => pieces.push(Piece::plain(*word, &["public", key, &n])),
            None => {
                let message = format!("`{name}` is not in `{list}` of redaction.yaml");
                let problem = Diagnostic::new(Code::PublicField, message).at(review.place_in(&["public", key, &n]));
                problems.push(if known.is_empty() {
                    problem.hint(format!("list what readers may see, in redaction.yaml: {}", example(list, name)))
                } else {
                    problem.did_you_mean(name, known.iter().copied())
                });
            }
        }
    }
    pieces
}

/// An entry for the policy that would allow a name.
fn example(list: &str, name: &str) -> String {
    match list {
        "public_services" => format!("`{list}: {{{}: {name}}}`", base::text::slug(name)),
        _ => format!("`{list}: [{name}]`"),
    }
}
