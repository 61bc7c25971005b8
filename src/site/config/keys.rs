//! What several parts of the settings hold: days of the week, addresses, keys of lists.

use jiff::civil::Weekday;

use base::diagnostics::{Code, Diagnostic};
use base::text::slug;
use base::yaml::{Fields, Node};

/// The days, as they are written.
pub(super) const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// An http(s) address.
pub(super) fn address(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text(problems)?;
    if let Some((scheme @ ("https" | "http"), rest)) = text.split_once("://") {
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        // Pages and feeds would show a password.
        let Some((_, host)) = host.rsplit_once('@').filter(|(account, _)| account.contains(':')) else {
            return Some(text);
        };
        let problem = node.problem(Code::WrongType, format!("`{}` has a password in it", node.name()));
        problems.push(problem.hint(format!("write `{scheme}://{host}{path}`, and change the password")));
        return None;
    }
    let wrong = node.wrong_form("an address that begins with `https://` or `http://`");
    let plain = text.contains('.') && !text.contains([' ', ':']);
    let of_ssh = text.strip_prefix("git@").and_then(|rest| rest.split_once(':'));
    problems.push(match of_ssh {
        Some((host, path)) => wrong.hint(format!("write `https://{host}/{}`", path.trim_end_matches(".git"))),
        None if plain => wrong.hint(format!("write `https://{text}`")),
        None => wrong.hint("write it as a browser shows it, such as `https://git.example.com/team/reviews`"),
    });
    None
}

/// The items of a list of mappings, each with its place in the list; a single mapping with a `key` is a list of one.
/// Anything else is reported: `what` names one item, `example` shows how it is written. `None` if there is no list.
pub(super) fn mappings<'n>(
    node: &'n Node<'n>,
    what: &str,
    example: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<Vec<(usize, Node<'n>)>> {
    let hint = format!("write each as `- {example}`");
    let is_one = |node: &Node<'_>| node.any_fields(&mut Vec::new()).is_some_and(|fields| fields.has("key"));
    if node.is_mapping() && !is_one(node) {
        problems.push(node.wrong_type("a list").hint(hint));
        return None;
    }
    let (mappings, others): (Vec<_>, Vec<_>) =
        node.items().into_iter().enumerate().partition(|(_, item)| item.is_mapping());
    problems.extend(others.iter().map(|(_, item)| item.wrong_type(what).hint(hint.as_str())));
    Some(mappings)
}

/// The `key:` of an item of a list, or a diagnostic.
pub(super) fn key_of(item: &Node<'_>, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let Some(key) = fields.text("key", problems) else {
        let named = ["label", "name", "title"].iter().find_map(|name| fields.text(name, &mut Vec::new()));
        let example = named.map_or_else(|| "word".to_owned(), |name| slug(&name));
        let said = fields.missing("key");
        problems.extend(said.map(|said| said.hint(format!("write the word that reviews use: `key: {example}`"))));
        return None;
    };
    if slug(&key).is_empty() {
        problems.push(no_slug(item, &key));
        return None;
    }
    Some(key.to_lowercase())
}

pub(super) fn no_slug(node: &Node<'_>, key: &str) -> Diagnostic {
    node.problem(Code::InvalidId, format!("`{key}` holds no letter or digit, so it cannot be an address"))
}

pub(super) fn repeated(node: &Node<'_>, key: &str) -> Diagnostic {
    node.problem(Code::PathClash, format!("`{key}` is listed twice")).hint("keep one of them")
}
