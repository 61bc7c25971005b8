//! Reads the values of the front matter into the fields of a review.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::offsets::Clocks;
use super::{
    Review, Status, Visibility, actions, detection, impact, keys, moment_order, odd_names, offsets, people, points,
    public_read, revisions, timeline_fields, times,
};
use base::diagnostics::{Code, Diagnostic};
use base::phases::Moments;
use base::text::{one_line, slug};
use base::yaml::{Fields, Node};
use site::config::{Config, Terms, UnknownKeys, canonical_kind, read_zone};

/// Fills a review from its front matter.
pub(super) fn fill(review: &mut Review, fields: &Fields<'_>, config: &Config, problems: &mut Vec<Diagnostic>) {
    let of_library = || config.timezone.as_ref().map(|zone| offsets::zone_here(fields, zone));
    let zone = fields.get("timezone").and_then(|node| read_zone(&node, problems)).or_else(of_library);
    about(review, fields, config, problems);
    let before = problems.len();
    review.moments = moments(fields, zone.as_ref(), problems);
    // A phase is compared with times that can be right.
    let asks_phases = problems.len() == before;
    let clocks = Clocks::of(fields, zone.as_ref());
    review.timeline =
        timeline_fields::Reader { moments: &review.moments, zone: zone.as_ref(), clocks: &clocks, asks_phases }
            .read(fields, problems);
    review.zone_is_stated |= zone.is_some();
    review.zone = zone.or_else(|| offset_of_start(fields)).unwrap_or(TimeZone::UTC);
    review.detection = detection::read(fields, problems);
    review.impact = impact::read(fields, problems);
    review.factors = points::factors(fields, "contributing_factors", problems);
    if let Some(node) = fields.get("root_cause") {
        review.factors.extend(points::factors(fields, "root_cause", problems));
        problems.push(
            Diagnostic::new(Code::RootCause, "`root_cause` is read as a contributing factor")
                .at(node.key_place())
                .hint("name what contributed under `contributing_factors`; there is never only one"),
        );
    }
    review.surprises = points::read(fields, "surprises", problems);
    review.learnings = points::read(fields, "learnings", problems);
    review.went_well = points::read(fields, "went_well", problems);
    review.got_lucky = points::read(fields, "got_lucky", problems);
    review.open_questions = points::read(fields, "open_questions", problems);
    review.actions = actions::read(fields, problems);
    review.no_action_reason = fields.text("no_action_reason", problems);
    review.wont_do = actions::declined(fields, problems);
    review.people = people::read(fields, problems);
    review.new_to = fields.words("new_to", problems);
    review.links = people::links(fields, problems);
    review.related = fields.names("related", problems);
    let earlier = fields.get("recurrence_of");
    if let Some(list) = earlier.filter(Node::is_list) {
        problems.push(list.wrong_type("the id of one review").hint("name the first, and the others under `related:`"));
    } else {
        review.recurrence_of = fields.text("recurrence_of", problems);
    }
    review.published = published(review, fields, config, problems);
    review.revisions = revisions::read(fields, problems);
    if let Some(node) = fields.get("rehearsed") {
        review.rehearsed.extend(node.items().iter().filter_map(|item| times::date(item, problems)));
    }
    review.public = public_read::read(fields, &review.source, &review.text, problems);
    if review.is_document && review.public.take().is_some() {
        let problem = Diagnostic::new(Code::PublicField, "a page is internal, and `public:` belongs to a review");
        problems.push(problem.at(fields.key_place("public")).hint("take `public:` out, or `page: true`"));
    }
    if let Some(node) = fields.get("extra")
        && let Some(extra) = node.any_fields(problems)
    {
        review.extra.extend(extra.entries().map(|(key, value)| (key.to_owned(), value.shown())));
    }
}

/// Fields that describe the review: id, title, kind, severity, services and so on.
fn about(review: &mut Review, fields: &Fields<'_>, config: &Config, problems: &mut Vec<Diagnostic>) {
    if let Some(node) = fields.get("id") {
        id(review, &node, problems);
    }
    if config.foreign {
        // In front matter of other programs the key may mean anything.
        review.extra.extend(fields.get("page").map(|node| ("page".to_owned(), node.shown())));
    } else {
        review.is_document = fields.flag("page", problems);
    }
    review.aliases = aliases(fields, config, problems);
    if let Some(title) = fields.text("title", problems) {
        review.title = one_line(&title);
    } else if fields.has("title") && fields.get("title").is_none() && !config.foreign {
        let empty = Diagnostic::new(Code::MissingTitle, "`title` is empty").at(fields.key_place("title"));
        problems
            .push(empty.hint("write the title after it, or take the key out: a text that begins with `# ...` has one"));
    }
    review.summary = fields.text("summary", problems);
    if let Some(node) = fields.get("kind") {
        kind(review, &node, config, problems);
    }
    let mut unread = Vec::new();
    if let Some(status) = fields.choice("status", &Status::ALL, &mut unread) {
        review.status = status;
    }
    match fields.get("status").filter(|_| config.foreign && !unread.is_empty()) {
        // The state of an incident, such as `resolved`, rather than of its review.
        Some(node) => review.extra.push(("status".to_owned(), node.shown())),
        None => problems.extend(unread),
    }
    if let Some(node) = fields.get("severity") {
        review.severity = severity(&node, config, problems);
        if config.foreign && review.severity.is_none() {
            review.extra.push(("severity".to_owned(), node.shown()));
        }
    }
    review.scheduled = fields.flag("scheduled", problems);
    review.environment = fields.text("environment", problems);
    review.systems = fields.names("systems", problems);
    review.teams = terms(fields, "teams", &config.teams, Some(Code::UnknownTeam), problems);
    review.services = terms(fields, "services", &config.services, Some(Code::UnknownService), problems);
    review.tags = terms(fields, "tags", &config.tags, Some(Code::UnknownTag), problems);
    let visibility = [("org", Visibility::Org), ("restricted", Visibility::Restricted)];
    if fields.has("visibility") {
        // A value that cannot be read hides the review: a typo must not show what should be hidden.
        review.visibility = fields.choice("visibility", &visibility, problems).unwrap_or(Visibility::Restricted);
    }
}

fn id(review: &mut Review, node: &Node<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(text) = node.text(problems) else { return };
    let slugged = slug(&text);
    if slugged.is_empty() {
        problems.push(
            node.problem(Code::InvalidId, format!("the id `{text}` holds no letter or digit"))
                .hint("an id is the review's address for ever: letters, digits and hyphens"),
        );
    } else {
        review.id = slugged;
    }
}

/// Addresses that redirect here. Other programs use this key for other names, which are not addresses.
fn aliases(fields: &Fields<'_>, config: &Config, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let Some(node) = fields.get("aliases") else { return Vec::new() };
    let mut aliases = node.comma_list(problems).unwrap_or_else(|| {
        let items = node.names(problems);
        items.iter().filter_map(|item| item.text(problems)).filter(|text| !text.is_empty()).collect()
    });
    if config.unknown_keys == UnknownKeys::Kept {
        aliases.retain(|alias| !alias.contains(char::is_whitespace));
    }
    aliases
}

fn kind(review: &mut Review, node: &Node<'_>, config: &Config, problems: &mut Vec<Diagnostic>) {
    let Some(text) = node.text(problems) else { return };
    let key = canonical_kind(&text);
    if config.kind(&key).is_some() {
        review.kind = key;
        return;
    }
    let known = config.kinds.iter().map(|kind| kind.key.as_str());
    let problem = node.problem(Code::UnknownKind, format!("there is no kind of review `{text}`"));
    problems.push(problem.did_you_mean(&text, known));
}

fn severity(node: &Node<'_>, config: &Config, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text(problems)?;
    let of_others = || if config.foreign { super::foreign::severity::mapped(&text, config) } else { None };
    let found = super::infer::severity(&text, config).or_else(of_others);
    // A scale of which no step could be read has been reported.
    if found.is_none() && !config.severities.is_empty() {
        let known = config.severities.iter().map(|severity| severity.key.as_str());
        let problem = node.problem(Code::UnknownSeverity, format!("there is no severity `{text}` in the scale"));
        // For SEV7, `sev1` is as likely as `sev5`, so that there is no suggestion.
        let scale: Vec<_> = known.map(|key| format!("`{key}`")).collect();
        problems.push(problem.hint(format!("the scale, worst first: {}", scale.join(", "))));
    }
    found
}

/// The names under a key. If the library lists any, a name that is not in the list is reported with `unlisted`.
fn terms<'n>(
    fields: &Fields<'n>,
    key: &'n str,
    listed: &Terms,
    unlisted: Option<Code>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let (mut names, mut seen) = (Vec::new(), BTreeSet::new());
    let commas = node.comma_list(problems).map(|names| names.into_iter().map(|name| (node, name)).collect());
    let named: Vec<_> = commas.unwrap_or_else(|| {
        let items = node.names(problems);
        items.iter().filter_map(|item| Some((*item, item.text(problems)?))).collect()
    });
    for (item, name) in named.into_iter().filter(|(_, name)| !name.is_empty()) {
        let resolved = listed.resolve(&name);
        if resolved.is_empty() {
            problems
                .push(item.problem(Code::InvalidId, format!("`{name}` holds no letter or digit to name a page by")));
            continue;
        }
        let unlisted = || listed.unlisted(&item, &name, key, unlisted?);
        problems.extend(odd_names::ask(&item, &name).or_else(unlisted));
        if seen.insert(resolved.clone()) {
            names.push(name);
        }
    }
    names
}

fn moments(fields: &Fields<'_>, zone: Option<&TimeZone>, problems: &mut Vec<Diagnostic>) -> Moments {
    let mut moments = Moments::default();
    let Some(node) = fields.get("times") else { return moments };
    let Some(times) = node.fields(&keys::TIMES, problems) else { return moments };
    let mut read = |key| times.get(key).and_then(|node| times::moment(&node, zone, problems));
    moments.started = read("started");
    moments.detected = read("detected");
    moments.acknowledged = read("acknowledged");
    moments.identified = read("identified");
    moments.mitigated = read("mitigated");
    moments.resolved = read("resolved");
    // Without any day, entries with a clock time alone could not be read.
    if let Some(odd) = moment_order::check(&moments, &times, problems)
        && (odd != "started" || moments.detected.is_some())
    {
        moments.forget(odd);
    }
    moments
}

/// The offset of `times.started`, so that pages can show times as the author wrote them.
fn offset_of_start(fields: &Fields<'_>) -> Option<TimeZone> {
    let times = fields.get("times")?;
    let times = times.any_fields(&mut Vec::new())?;
    let text = times.get("started").or_else(|| times.get("detected"))?.as_text()?;
    offsets::of(&text).map(|(_, offset)| TimeZone::fixed(offset))
}

/// The day of publication. Other generators use `published: false` for a draft, and times of day.
fn published(
    review: &mut Review,
    fields: &Fields<'_>,
    config: &Config,
    problems: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let node = fields.get("published")?;
    if !config.foreign {
        return times::date(&node, problems);
    }
    match node.as_bool() {
        Some(shown) => {
            if !shown && review.status == Status::Unstated {
                review.status = Status::Draft;
            }
            None
        }
        None => super::text::days::read(&node.text(problems)?),
    }
}
