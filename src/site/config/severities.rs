//! The severity scale.

use super::keys::{key_of, mappings, repeated};
use base::diagnostics::{Code, Diagnostic};
use base::text::{capitalised, slug};
use base::yaml::{Fields, Node};

/// A step of the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Severity {
    /// `sev1`, as in front matter and addresses.
    pub key: String,
    /// `SEV1`, as on pages.
    pub label: String,
    /// `Critical`, `Warning`, `Info`.
    pub priority: String,
    /// The meaning of the severity.
    pub meaning: String,
    /// How prominent it looks.
    pub role: Role,
}

/// How prominent a severity looks; the theme has a shape and a colour for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The most prominent.
    Critical,
    /// Second.
    Major,
    /// Third.
    Minor,
    /// Fourth.
    Low,
    /// The least prominent.
    Info,
}

impl Role {
    const ALL: [(&'static str, Self); 5] = [
        ("critical", Self::Critical),
        ("major", Self::Major),
        ("minor", Self::Minor),
        ("low", Self::Low),
        ("info", Self::Info),
    ];

    /// The class name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, role)| *role == self).map_or("info", |(name, _)| name)
    }

    /// The role of the step at `rank` of `steps`, if the scale does not give it.
    fn at(rank: usize, steps: usize) -> Self {
        let index = if steps <= 1 { 0 } else { rank * 4 / (steps - 1) };
        Self::ALL[index.min(4)].1
    }
}

/// The default scale: five steps, after Jason Hand's *Post-Incident Reviews*, chapter 8.
pub(super) fn default_scale() -> Vec<Severity> {
    let step = |(key, priority, meaning, role): (&str, &str, &str, Role)| Severity {
        key: key.to_owned(),
        label: key.to_uppercase(),
        priority: priority.to_owned(),
        meaning: meaning.to_owned(),
        role,
    };
    SHIPPED.into_iter().map(step).collect()
}

/// The meanings of the default scale, which are texts of the program and not of a library.
pub fn shipped_meanings() -> impl Iterator<Item = &'static str> {
    SHIPPED.into_iter().map(|(_, _, meaning, _)| meaning)
}

/// Key, priority, meaning and role of the default scale, worst first.
const SHIPPED: [(&str, &str, &str, Role); 5] = [
    ("sev1", "Critical", "Complete outage.", Role::Critical),
    ("sev2", "Critical", "Major functionality broken, revenue affected.", Role::Major),
    ("sev3", "Warning", "Minor problem.", Role::Minor),
    ("sev4", "Warning", "A redundant component failed.", Role::Low),
    ("sev5", "Info", "False alarm, or an alert that nobody could act on.", Role::Info),
];

const EXAMPLE: &str = "{key: sev1, label: SEV1, meaning: Complete outage.}";

/// `severities:` a list, worst first, of `{key, label, priority, meaning, role}`; only the key is needed.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Severity> {
    let mut scale: Vec<Severity> = Vec::new();
    let steps = node.items().len();
    let Some(items) = mappings(node, "a step of the scale", EXAMPLE, problems) else { return default_scale() };
    if items.len() < steps {
        // Of a scale that is read in part, severities that are right would be reported.
        return scale;
    }
    for (rank, item) in items {
        let Some(fields) = item.fields(&["key", "label", "priority", "meaning", "role"], problems) else { continue };
        let Some(written) = key_of(&item, &fields, problems) else { continue };
        let key = slug(&written);
        if scale.iter().any(|step| step.key == key) {
            problems.push(repeated(&item, &key));
            continue;
        }
        scale.push(Severity {
            label: fields.text("label", problems).unwrap_or_else(|| written.to_uppercase()),
            priority: fields.text("priority", problems).map(|p| capitalised(&p)).unwrap_or_default(),
            meaning: fields.text("meaning", problems).unwrap_or_default(),
            role: fields.choice("role", &Role::ALL, problems).unwrap_or(Role::at(rank, steps)),
            key,
        });
    }
    scale
}

/// `severity: {map: {WORD: KEY}}`: the meanings of words for severities.
pub(super) fn words(node: &Node<'_>, scale: &[Severity], problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut words = Vec::new();
    let Some(fields) = node.fields(&["map"], problems) else { return words };
    let Some(map) = fields.get("map") else { return words };
    for (word, value) in map.any_fields(problems).iter().flat_map(Fields::entries) {
        let Some(key) = value.text(problems) else { continue };
        let plain = slug(&key);
        if scale.iter().any(|step| step.key == plain) {
            words.push((word.trim().to_lowercase(), plain));
        } else {
            let problem = value.problem(Code::UnknownSeverity, format!("there is no severity `{key}` in the scale"));
            problems.push(problem.did_you_mean(&key, scale.iter().map(|step| step.key.as_str())));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::source::SourceFile;

    #[test]
    fn one_address_is_one_step_however_its_key_is_written() {
        let text = "severities: [{key: SEV 1}, {key: sev-1}, {key: Sev 2}]\n".to_owned();
        let mut problems = Vec::new();
        let config = Config::read(Some(&SourceFile { path: "debrief.yaml".to_owned(), text }), &mut problems);
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, ["`sev-1` is listed twice"]);
        let steps: Vec<_> = config.severities.iter().map(|step| (step.key.as_str(), step.label.as_str())).collect();
        assert_eq!(steps, [("sev-1", "SEV 1"), ("sev-2", "SEV 2")]);
    }
}
