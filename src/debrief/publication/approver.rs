//! The approver's page: each text as its author wrote it, beside the text as published, with every withheld part in the colour
//! of its reason, and the pictures as published.

use data_encoding::BASE64;

use super::account::state_words;
use super::compare::{Compared, Since};
use super::is_blocked;
use super::markup::{diff, document, escape, findings, list, rows_of};
use base::text::{capitalised, date_words};
use clearance::{Finding, Waiver};
use internal::disclose::{Account, Run, State, Withheld};
use public::facts;

/// A self-contained page. It contains internal text and is only for people who may read the review.
#[must_use]
pub fn page(account: &Account, found: &[Finding], compared: Option<&Compared>) -> String {
    let title =
        account.postmortem.as_ref().map_or(account.title.as_str(), |postmortem| postmortem.title.as_str()).to_owned();
    let mut body = format!(
        "<header><p class=\"over\">What is published of a review</p><h1>{}</h1><p class=\"verdict {}\">{}{}</p><p class=\"from\">From <code>{}</code>, inside called \u{201c}{}\u{201d}{}</p></header>",
        escape(&title),
        if account.state == State::Approved { "good" } else { "open" },
        escape(&state_words(&account.state)),
        account.approval.as_ref().map(|(by, on)| format!(" ({}, {})", escape(by), date_words(*on))).unwrap_or_default(),
        escape(&account.source),
        escape(&account.title),
        account
            .slug
            .as_ref()
            .map(|slug| format!("; public at <code>postmortems/{}/</code>", escape(slug)))
            .unwrap_or_default(),
    );
    let since = compared.map(|compared| &compared.since);
    match since {
        Some(Since::Changed(lines)) => {
            body.push_str("<h2>New since it was approved</h2>");
            body.push_str(&diff(lines));
        }
        Some(Since::Same) => body.push_str("<p>Nothing is new since it was approved.</p>"),
        _ => {}
    }
    if let Some(digest) = &account.digest {
        body.push_str(&format!("<p class=\"digest\">What is published now: <code>{}</code></p>", escape(digest)));
    }
    body.push_str("<p class=\"legend\"><span class=\"w role\">a role stands for it</span> <span class=\"w omitted\">left out</span> <span class=\"w comment\">comment</span> <span class=\"near\">looks like an identifier</span></p>");
    if !found.is_empty() {
        body.push_str(if is_blocked(found) { "<h2>Held back</h2>" } else { "<h2>To be looked at</h2>" });
        body.push_str(&findings(found));
    }
    // Somebody has read the rest before; whoever approves for the first time has it open.
    let was_read = matches!(since, Some(Since::Same | Since::Changed(_)));
    body.push_str(if was_read { "<details>" } else { "<details open>" });
    body.push_str("<summary><h2>Everything that is published</h2></summary>");
    body.push_str(&pairs(account));
    body.push_str(&besides(account));
    body.push_str("</details>");
    for picture in &account.pictures {
        let kind = if picture.extension == "jpg" { "jpeg" } else { &picture.extension };
        body.push_str(&format!(
            "<figure><img alt=\"{}\" src=\"data:image/{kind};base64,{}\"><figcaption>{} - no program reads what stands in a picture: look at it</figcaption></figure>",
            escape(&picture.alt),
            BASE64.encode(&picture.bytes),
            escape(&picture.src),
        ));
    }
    if !account.joins.is_empty() {
        body.push_str("<h2>What singles it out</h2><p>Whoever knows these facts from elsewhere can tell which incident this was.</p>");
        body.push_str(&list(account.joins.iter().map(|shared| escape(&shared.to_string()))));
    }
    if let Some((file, rows)) = compared.and_then(|compared| compared.rows.as_ref()) {
        body.push_str(&rows_of(file, rows));
    }
    if !account.waivers.is_empty() {
        let waiver =
            |w: &Waiver| format!("<code>{}</code> {} - {}", escape(&w.rule), escape(&w.value), escape(&w.reason));
        body.push_str("<h2>Allowed by name</h2>");
        body.push_str(&list(account.waivers.iter().map(waiver)));
    }
    body.push_str("<h2>Stays inside, whole</h2><div class=\"columns\">");
    body.push_str(&list(account.kept_inside.iter().map(|name| escape(name))));
    body.push_str("</div>");
    document(&title, &body)
}

/// Each text as it was written and as it is published; once where the two are the same.
fn pairs(account: &Account) -> String {
    let head =
        "<div class=\"pairs\"><div class=\"head\">As written, inside</div><div class=\"head\">As it is published</div>";
    let mut out = head.to_owned();
    let mut above = "";
    for shown in &account.shown {
        if shown.name != above {
            out.push_str(&format!("<h3>{}</h3>", escape(&in_words(shown.name))));
        }
        above = shown.name;
        let written: String = shown.runs.iter().map(|run| run.text.as_str()).collect();
        let published = identifiers(&shown.public);
        if written == shown.public && shown.runs.iter().all(|run| run.withheld.is_none()) {
            out.push_str(&format!("<pre class=\"same\" title=\"Published as it was written\">{published}</pre>"));
        } else {
            let written: String = shown.runs.iter().map(run).collect();
            out.push_str(&format!("<pre>{written}</pre><pre>{published}</pre>"));
        }
    }
    out + "</div>"
}

/// `Customer impact` for `customer-impact`.
fn in_words(name: &str) -> String {
    capitalised(&name.replace(['-', '_'], " "))
}

/// What readers see besides the texts: days, times, effects, durations, states, and what the site says of itself.
fn besides(account: &Account) -> String {
    let all = account.canonical.as_deref().map(facts).unwrap_or_default();
    let row = |(name, text): &(String, String)| {
        format!(
            "<tr><th scope=\"row\">{}</th><td><pre>{}</pre></td></tr>",
            escape(&in_words(name)),
            escape(text.trim_end())
        )
    };
    let rows: String = all.iter().filter(|(name, _)| !name.starts_with("sections: ")).map(row).collect();
    if rows.is_empty() {
        rows
    } else {
        format!("<h2>Facts that are published</h2><table><tbody>{rows}</tbody></table>")
    }
}

fn run(run: &Run) -> String {
    let Some((why, with)) = &run.withheld else { return escape(&run.text) };
    let class = match why {
        Withheld::Role(_) => "role",
        Withheld::Omitted => "omitted",
        Withheld::Comment => "comment",
    };
    let becomes = if with.is_empty() { "left out".to_owned() } else { format!("becomes: {with}") };
    format!("<span class=\"w {class}\" title=\"{}\">{}</span>", escape(&becomes), escape(&run.text))
}

/// The text with possible identifiers highlighted: words with digits, or with capitals in the middle, except dates and plain
/// numbers.
fn identifiers(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(|c: char| c.is_whitespace()) {
        let word = piece.trim_end();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_identifier(bare) {
            out.push_str(&format!("<span class=\"near\">{}</span>{}", escape(word), &piece[word.len()..]));
        } else {
            out.push_str(&escape(piece));
        }
    }
    out
}

fn is_identifier(word: &str) -> bool {
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    let has_letter = word.chars().any(char::is_alphabetic);
    let inner_capital = word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let joined = word.contains('_') || (word.contains('.') && !word.ends_with('.') && has_letter);
    word.chars().count() > 2 && ((has_digit && has_letter) || inner_capital || joined)
}

#[cfg(test)]
mod tests {
    use super::{identifiers, in_words, is_identifier};

    #[test]
    fn names_of_fields_are_words() {
        assert_eq!(in_words("customer-impact"), "Customer impact");
        assert_eq!(in_words(""), "");
    }

    #[test]
    fn possible_identifiers_are_highlighted() {
        for word in ["db-07", "ERR_POOL", "CamelCase", "host.example", "v2a"] {
            assert!(is_identifier(word), "{word}");
        }
        for word in ["2026", "09:26", "plain", "Sentence", "I", "6,400", "USA"] {
            assert!(!is_identifier(word), "{word}");
        }
        assert_eq!(identifiers("on db-07, <b>"), "on <span class=\"near\">db-07,</span> &lt;b&gt;");
    }
}
