//! The services, teams and tags that a library lists, with labels and descriptions.

use std::collections::BTreeMap;

use base::diagnostics::{Code, Diagnostic};
use base::text::slug;
use base::yaml::Node;

/// A listed service, team or tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its key, as written.
    key: String,
    /// The label on pages.
    pub label: String,
    /// One or two sentences; may be empty.
    pub description: String,
    /// For a service: the team that runs it.
    pub team: Option<String>,
}

impl Term {
    /// A term of which only the name is known.
    fn named(name: &str) -> Self {
        Self { key: name.to_owned(), label: name.to_owned(), description: String::new(), team: None }
    }
}

/// Listed terms by slug.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    by_slug: BTreeMap<String, Term>,
    /// The slug for each label, so that a review may use either.
    by_label: BTreeMap<String, String>,
}

impl Terms {
    /// The slug for a name: that of the term with this key, else with this label, else the name's own slug.
    #[must_use]
    pub fn resolve(&self, name: &str) -> String {
        let own = slug(name);
        if self.by_slug.contains_key(&own) { own } else { self.by_label.get(&own).cloned().unwrap_or(own) }
    }

    /// The term with this slug.
    #[must_use]
    pub fn get(&self, slug: &str) -> Option<&Term> {
        self.by_slug.get(slug)
    }

    /// Every slug, in order.
    pub fn slugs(&self) -> impl Iterator<Item = &str> + Clone {
        self.by_slug.keys().map(String::as_str)
    }

    /// The warning where a name is not in the list of `key`, if there is a list.
    #[must_use]
    pub fn unlisted(&self, node: &Node<'_>, name: &str, key: &str, code: Code) -> Option<Diagnostic> {
        let slug = self.resolve(name);
        if self.is_empty() || self.get(&slug).is_some() {
            return None;
        }
        let problem = node.problem(code, format!("`{name}` is not listed under `{key}` in debrief.yaml"));
        Some(problem.did_you_mean(name, self.by_slug.values().map(|term| term.key.as_str())))
    }

    /// Whether none is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_slug.is_empty()
    }
}

/// A mapping from key to `{label, description}` (and `team` for services, which is one of `teams`), or to a text, which is the
/// description; or a plain list of keys.
pub(super) fn read(node: &Node<'_>, teams: Option<&Terms>, problems: &mut Vec<Diagnostic>) -> Terms {
    let mut terms = Terms::default();
    if let Some(names) = node.comma_list(problems) {
        for name in names {
            terms.insert(&name, Term::named(&name), node, problems);
        }
        return terms;
    }
    if node.is_list() {
        for item in node.items() {
            if item.is_mapping() {
                let hint = "write each under its key: `checkout: {label: Checkout, description: Takes orders.}`";
                problems.push(item.wrong_type("a name").hint(hint));
                continue;
            }
            if let Some(name) = item.text(problems) {
                terms.insert(&name, Term::named(&name), &item, problems);
            }
        }
        return terms;
    }
    let Some(fields) = node.any_fields(problems) else { return terms };
    for (key, value) in fields.entries() {
        let mut term = Term::named(key);
        if value.is_mapping() {
            let known: &[&str] =
                if teams.is_some() { &["label", "description", "team"] } else { &["label", "description"] };
            let Some(fields) = value.fields(known, problems) else { continue };
            term.label = fields.text("label", problems).unwrap_or(term.label);
            term.description = fields.text("description", problems).unwrap_or_default();
            if let Some(teams) = teams {
                term.team = fields.text("team", problems);
                let named = fields.get("team").zip(term.team.as_deref());
                problems.extend(named.and_then(|(node, team)| teams.unlisted(&node, team, "teams", Code::UnknownTeam)));
            }
        } else if fields.get(key).is_some() {
            term.description = value.text(problems).unwrap_or_default();
        }
        terms.insert(key, term, &value, problems);
    }
    terms
}

impl Terms {
    fn insert(&mut self, key: &str, term: Term, node: &Node<'_>, problems: &mut Vec<Diagnostic>) {
        let key_slug = slug(key);
        if key_slug.is_empty() {
            problems.push(super::keys::no_slug(node, key));
        } else if self.by_slug.contains_key(&key_slug) {
            problems.push(super::keys::repeated(node, &key_slug));
        } else {
            self.by_label.entry(slug(&term.label)).or_insert_with(|| key_slug.clone());
            self.by_slug.insert(key_slug, term);
        }
    }
}
