//! A `debrief.yaml` for a folder that has none.
//!
//! In: the reviews of the folder, and its pages that are not reviews. Out: settings that list what was found and change no
//! fact; whatever is uncertain is commented out.

use std::collections::{BTreeMap, BTreeSet};

use crate::Reviews;
use crate::review::{Review, severity_word};
use base::text::slug;
use base::yaml::quoted;
use site::config::Config;

/// A term must occur in this many reviews to be suggested; one that occurs once is rarely a term of the library.
const FEWEST: usize = 2;

/// Most paths to list in one suggestion.
const MOST: usize = 20;

/// The text of the settings.
#[must_use]
pub fn settings(reviews: &Reviews) -> String {
    let all: Vec<&Review> = reviews.0.iter().filter(|review| !review.is_document).collect();
    let mut text = String::from(
        "# The settings of this library. Each has a default; take the # from what you need.\n\
         # The reviews were written for something else: facts are looked for in their texts, and a mistake in one of them stops nothing.\n\
         # Take this line out when they are in the form of the README.\n\
         foreign: true\n\n\
         #title: Incident reviews\n\
         # The zone of times without one. Left out, such times stand as they are written. The meeting may have its own, meeting.timezone.\n\
         #timezone: Europe/Berlin\n",
    );
    text.push_str(&severities(&all));
    text.push_str(&listed("services", "Services that reviews name", &all, |review| &review.services));
    text.push_str(&listed("tags", "Tags that reviews have", &all, |review| &review.tags));
    text.push_str(&by_path(&all));
    let pages: Vec<_> =
        reviews.0.iter().filter(|review| review.is_document).map(|review| quoted(&review.source)).collect();
    if !pages.is_empty() {
        let shown = pages.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
        text.push_str(&format!(
            "\n# Pages that are no reviews stay pages of the library, unless they are left out.\n#ignore: [{shown}]\n{}",
            more(pages.len())
        ));
    }
    text.push_str(
        "\n# The weekly meeting that digests are made for.\n#meeting:\n#  name: Learning review\n#  weekday: thursday\n#  time: \"14:00\"\n#  length: 60\n",
    );
    text
}

/// The severity words found in reviews: those that map to a step of the scale, and those that do not.
fn severities(reviews: &[&Review]) -> String {
    let (mut known, mut unknown) = (BTreeMap::new(), BTreeSet::new());
    let scale = Config::default();
    for review in reviews {
        let Some(word) = severity_word(review) else { continue };
        let is_step =
            scale.severities.iter().any(|step| slug(&step.key) == slug(&word) || slug(&step.label) == slug(&word));
        match &review.severity {
            Some(_) if is_step => {}
            Some(key) => {
                known.entry(word.to_lowercase()).or_insert_with(|| (word, BTreeSet::new())).1.insert(key.clone());
            }
            None => {
                unknown.insert(word);
            }
        }
    }
    // A word that stood for two steps maps to none.
    let known: Vec<_> = known.into_values().filter(|(_, keys)| keys.len() == 1).collect();
    if known.is_empty() && unknown.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n# What severities in the words of these reviews mean.\n");
    let head = if known.is_empty() { "#severity:\n#  map:\n" } else { "severity:\n  map:\n" };
    text.push_str(head);
    for (word, keys) in &known {
        text.push_str(&format!("    {}: {}\n", quoted(word), keys.iter().next().map_or("", String::as_str)));
    }
    for word in unknown.iter().take(MOST) {
        text.push_str(&format!("#    {}: sev3\n", quoted(word)));
    }
    text + &more(unknown.len())
}

/// A comment on how many of `count` are not listed; empty if all are.
fn more(count: usize) -> String {
    match count.saturating_sub(MOST) {
        0 => String::new(),
        rest => format!("# and {rest} more\n"),
    }
}

/// Names that at least `FEWEST` reviews have, as a list to start from. Once a list exists, names outside it get a warning.
fn listed(key: &str, what: &str, reviews: &[&Review], of: impl Fn(&Review) -> &Vec<String>) -> String {
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for name in reviews.iter().flat_map(|review| of(review)) {
        counts.entry(slug(name)).or_insert_with(|| (name.clone(), 0)).1 += 1;
    }
    counts.retain(|slug, (_, count)| !slug.is_empty() && *count >= FEWEST);
    if counts.is_empty() {
        return String::new();
    }
    let lines =
        counts.iter().map(|(slug, (name, count))| format!("#  {slug}: {{label: {}}}   # {count}\n", quoted(name)));
    format!(
        "\n# {what}, with how many. Once one is listed, others get a warning: most are misspelt.\n#{key}:\n{}",
        lines.collect::<Vec<_>>().concat()
    )
}

/// Folders whose reviews all name the same team or service, if they name any.
fn by_path(reviews: &[&Review]) -> String {
    let mut folders: BTreeMap<&str, Vec<&Review>> = BTreeMap::new();
    for review in reviews {
        if let Some((folder, _)) = review.source.split_once('/') {
            folders.entry(folder).or_default().push(review);
        }
    }
    if folders.len() < 2 {
        return String::new();
    }
    let mut lines = String::new();
    for (folder, inside) in folders.iter().take(MOST) {
        let one = |of: fn(&Review) -> &Vec<String>| {
            let names: BTreeSet<&String> = inside.iter().flat_map(|review| of(review)).collect();
            names.iter().next().filter(|_| names.len() == 1).map(|name| (*name).clone())
        };
        let team = one(|review| &review.teams).unwrap_or_else(|| (*folder).to_owned());
        let service = one(|review| &review.services).map(|name| format!(", services: [{}]", quoted(&name)));
        lines.push_str(&format!(
            "#  {}: {{team: {}{}}}\n",
            quoted(&format!("{folder}/**")),
            quoted(&team),
            service.unwrap_or_default()
        ));
    }
    let more = more(folders.len());
    format!("\n# What holds for all reviews of a path that do not say their own.\n#defaults:\n{lines}{more}")
}

#[cfg(test)]
mod tests {
    use super::{MOST, more};

    #[test]
    fn what_is_not_listed_is_counted() {
        assert_eq!([0, MOST, MOST + 1].map(more), ["", "", "# and 1 more\n"]);
    }
}
