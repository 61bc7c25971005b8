//! `index.html` of the report: what is new first, then who approved the rest and when, and how it was all proved, in plain
//! words.

use super::Publication;
use super::account::{findings_of, replacements, state_words};
use super::compare::{Compared, Since};
use super::markup::{code, diff, document, escape, findings, list, rows_of};
use base::text::{count, date_words};
use clearance::Tier;
use internal::disclose::{Account, State};

/// The page.
pub(super) fn page(publication: &Publication) -> String {
    let (new, settled): (Vec<_>, Vec<_>) =
        publication.accounts.iter().partition(|account| is_news(publication, account));
    let mut body = format!("<header><p class=\"over\">Public edition: report</p>{}</header>", verdict(publication));
    body.push_str(&facts(publication, new.len()));
    if !publication.loosened.is_empty() {
        body.push_str("<section><h2>The policy lets more out than before</h2>");
        body.push_str(&list(publication.loosened.iter().map(|line| escape(line))));
        body.push_str("</section>");
    }
    if !publication.gone.is_empty() {
        body.push_str("<section><h2>No longer published</h2>");
        body.push_str(&list(publication.gone.iter().map(|path| code(path.as_str()))));
        body.push_str("</section>");
    }
    if !new.is_empty() {
        body.push_str("<section><h2>To look at</h2>");
        for account in &new {
            body.push_str(&card(publication, account));
        }
        body.push_str("</section>");
    }
    if !settled.is_empty() {
        body.push_str("<section><h2>As approved</h2><p>Nothing of these differs from what was approved.</p>");
        body.push_str(&table(publication, &settled));
        body.push_str("</section>");
    }
    body.push_str("<section><h2>What was found</h2>");
    body.push_str(&findings(&publication.findings));
    body.push_str("</section>");
    body.push_str(&proof(publication));
    document("Public edition: report", &body)
}

/// Whether somebody has to look at it: everything except what is published as approved and without findings.
fn is_news(publication: &Publication, account: &Account) -> bool {
    let changed =
        publication.compared.get(&account.source).is_some_and(|compared| matches!(compared.since, Since::Changed(_)));
    account.state != State::Approved || changed || !findings_of(publication, account).is_empty()
}

fn verdict(publication: &Publication) -> String {
    let blocked = publication.findings.iter().filter(|finding| finding.tier == Tier::Block).count();
    let (class, words) = if blocked > 0 {
        ("bad", format!("Not published: {} would have been published.", count(blocked, "value", "values")))
    } else if publication.interference.is_empty() {
        ("good", "Nothing is published that was not approved.".to_owned())
    } else {
        let differ = count(publication.interference.len(), "file changes", "files change");
        ("bad", format!("Not published: {differ} with text that must not be published."))
    };
    format!("<h1 class=\"verdict {class}\">{words}</h1>")
}

fn facts(publication: &Publication, new: usize) -> String {
    let facts = [
        ("Published", count(publication.postmortems(), "postmortem", "postmortems")),
        ("Files", publication.files.len().to_string()),
        ("To look at", count(new, "postmortem", "postmortems")),
        ("Compared with", count(publication.reviews, "review", "reviews")),
    ];
    let facts: Vec<_> =
        facts.iter().map(|(name, value)| format!("<div><dt>{name}</dt><dd>{value}</dd></div>")).collect();
    format!("<dl class=\"facts\">{}</dl>", facts.concat())
}

/// The public title if there is one, else the internal title.
fn title(account: &Account) -> &str {
    account.postmortem.as_ref().map_or(&account.title, |postmortem| postmortem.title.as_str())
}

/// Who approved it, and when.
fn approved(account: &Account) -> String {
    let (Some((by, on)), State::Approved | State::Stale | State::Embargoed { .. }) =
        (&account.approval, &account.state)
    else {
        return String::new();
    };
    let before = if account.state == State::Approved { "approved" } else { "last approved" };
    format!("{before} by {} on <time datetime=\"{on}\">{}</time>", escape(by), date_words(*on))
}

fn link(account: &Account) -> String {
    format!("<a href=\"reviews/{}.html\">{}</a>", escape(&account.id), escape(title(account)))
}

fn card(publication: &Publication, account: &Account) -> String {
    let class = match account.state {
        State::Approved => "good",
        State::Mistaken | State::HeldBack | State::Invalid => "bad",
        State::Embargoed { .. } | State::Unapproved | State::Stale => "open",
    };
    let mut out = format!(
        "<article><h3>{}</h3><p><span class=\"state {class}\">{}</span>",
        link(account),
        escape(&state_words(&account.state))
    );
    let approved = approved(account);
    if !approved.is_empty() {
        out.push_str(&format!("; {approved}"));
    }
    out.push_str(&format!("</p><p class=\"from\">{}", code(&account.source)));
    if let Some(slug) = &account.slug {
        out.push_str(&format!(" becomes {}", code(&format!("postmortems/{slug}/"))));
    }
    out.push_str(&format!("; {}</p>", changes_in_words(account)));
    let own = findings_of(publication, account);
    if !own.is_empty() {
        out.push_str(&findings(&own));
    }
    if let Some(compared) = publication.compared.get(&account.source) {
        out.push_str(&new_since(account, compared));
        out.push_str(&unique_facts(account, compared));
    }
    out + "</article>"
}

/// The number of replacements and other changes.
fn changes_in_words(account: &Account) -> String {
    let replaced = replacements(account).iter().map(|r| r.times).sum::<usize>();
    let mut parts = vec![format!("{} replaced", count(replaced, "place", "places"))];
    parts.push(format!("{} kept inside", count(account.kept_inside.len(), "part", "parts")));
    if !account.waivers.is_empty() {
        parts.push(format!("{} allowed by name", count(account.waivers.len(), "value", "values")));
    }
    parts.join(", ")
}

fn new_since(account: &Account, compared: &Compared) -> String {
    match &compared.since {
        Since::Changed(lines) => format!("<h4>New since it was approved</h4>{}", diff(lines)),
        Since::First if account.canonical.is_some() && account.state != State::Approved => {
            "<p>Nothing of it was approved before: read its page whole.</p>".to_owned()
        }
        Since::Unreadable(_) => {
            "<p>What was approved before cannot be read, so that what is new cannot be shown: restore the file under <code>.debrief/approved/</code> from version control.</p>".to_owned()
        }
        Since::First | Since::Same => String::new(),
    }
}

/// The names of the facts that only this review has.
fn alone(account: &Account) -> String {
    let alone = account.joins.iter().filter(|shared| shared.share == 1).map(|shared| shared.fact);
    alone.collect::<Vec<_>>().join(", ")
}

/// Facts that only this review has, which identify it.
fn unique_facts(account: &Account, compared: &Compared) -> String {
    let alone = alone(account);
    let mut out = String::new();
    if !alone.is_empty() {
        out.push_str(&format!("<p>Among the reviews here it is the only one with its {}.</p>", escape(&alone)));
    }
    if let Some((file, rows)) = &compared.rows {
        out.push_str(&rows_of(file, rows));
    }
    out
}

fn table(publication: &Publication, settled: &[&Account]) -> String {
    let mut out = "<table class=\"cards\"><thead><tr><th>Postmortem</th><th>Approved</th><th>Told apart by</th><th>What was done</th></tr></thead><tbody>".to_owned();
    for account in settled {
        let by = account
            .approval
            .as_ref()
            .map_or_else(String::new, |(by, on)| format!("{} by {}", date_words(*on), escape(by)));
        let alone = alone(account);
        let alone = if alone.is_empty() { "nothing" } else { &alone };
        let rows = publication.compared.get(&account.source).and_then(|compared| compared.rows.as_ref());
        let rows = rows.map_or_else(String::new, |(file, rows)| {
            format!("; {} of {}", count(rows.len(), "row", "rows"), code(file))
        });
        out.push_str(&format!(
            "<tr><td>{}</td><td data-name=\"Approved\">{by}</td><td data-name=\"Told apart by\">{alone}{rows}</td><td data-name=\"What was done\">{}</td></tr>",
            link(account),
            changes_in_words(account)
        ));
    }
    out + "</tbody></table>"
}

fn proof(publication: &Publication) -> String {
    let mut out = "<section><h2>How it was proved</h2>".to_owned();
    if publication.interference.is_empty() {
        let reviews = count(publication.reviews, "review", "reviews");
        out.push_str("<ol><li>Only what a review names under <code>public:</code> was taken, and everything marked in it was replaced.</li>");
        out.push_str("<li>Each postmortem was compared with what a person approved; a change that a reader could see would have shown.</li>");
        out.push_str(&format!("<li>The site was made a second time, from a library in which everything that is not published is another ({reviews}). Every byte was the same: nothing internal can have reached it.</li>"));
        out.push_str("<li>Every byte of it was searched, through some forty encodings, for all that the library knows and must not publish, and for what looks like a secret.</li></ol>");
        out.push_str("<p>No program reads pictures or notices a paraphrase. That is why a person approves.</p>");
    } else {
        out.push_str("<p>The site was made a second time, from a library in which everything that is not published is another. These files were not the same, so that something internal reaches them:</p>");
        out.push_str(&list(publication.interference.iter().map(|path| code(path))));
    }
    out + "</section>"
}
