//! Where a link in a published text may lead: a public host, a public mailbox, another postmortem, a heading of the same
//! section. Pictures only if the author lists them.

use super::draft::Written;
use super::redactor::{Edit, Redactor};
use crate::library::named;
use crate::review::Review;
use base::diagnostics::Code;
use base::links::{decode, is_elsewhere, join};
use base::text::one_line;
use clearance::Policy;
use markdown::{Link, LinkKind, Outline};
use public::picture_path;

/// Rewrites the addresses of links and pictures. A link that a public reader cannot follow is an error.
pub(super) fn edits(
    redactor: &mut Redactor<'_>,
    text: &str,
    written: &Written,
    outline: &Outline,
    edits: &mut Vec<Edit>,
) {
    let fenced = |link: &Link| outline.marked.iter().any(|f| f.start <= link.span.start && link.span.end <= f.end);
    for link in outline.links.iter().filter(|link| link.written == markdown::Written::Markdown && !fenced(link)) {
        match link.kind {
            LinkKind::Redaction => {}
            LinkKind::Image => picture(redactor, written, link, edits),
            LinkKind::Link if is_elsewhere(&link.target) => outside(redactor, written, link),
            LinkKind::Link if link.target.starts_with('#') => {
                if !outline.anchors.contains_key(&decode(&link.target[1..])) {
                    let message =
                        format!("`{}` leads to a heading that is not published with this section", link.target);
                    redactor.problem(Code::PublicLink, message, written, link.span.clone(), "leave the link out");
                }
            }
            LinkKind::Link | LinkKind::Review => inside(redactor, text, written, link, edits),
        }
    }
}

fn outside(redactor: &mut Redactor<'_>, written: &Written, link: &Link) {
    let wrong = |message: String, hint: &str, redactor: &mut Redactor<'_>| {
        redactor.problem(Code::PublicLink, message, written, link.span.clone(), hint);
    };
    let lower = link.target.to_lowercase();
    if let Some(mailbox) = lower.strip_prefix("mailto:") {
        let mailbox = mailbox.split('?').next().unwrap_or_default();
        if !redactor.world.policy.public_mailboxes.iter().any(|known| known.to_lowercase() == mailbox) {
            wrong(
                "this mailbox is not public".to_owned(),
                "list it under `public_mailboxes` in redaction.yaml, or leave it out",
                redactor,
            );
        }
        return;
    }
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        let scheme = lower.split(':').next().unwrap_or_default();
        let hint = if base::text::nearest(scheme, ["redact"]).is_some() {
            "did you mean `redact:`?"
        } else {
            "a public link begins with `https://` or `mailto:`"
        };
        wrong(format!("a link with `{scheme}:` cannot be published"), hint, redactor);
        return;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        wrong("this link carries a user name".to_owned(), "take out everything before the `@`", redactor);
        return;
    }
    let host = authority.split(':').next().unwrap_or_default();
    if !is_public_host(redactor.world.policy, host) {
        let hint = "list the host under `public_domains` in redaction.yaml, or leave the link out";
        wrong("this link leads to a host that is not public".to_owned(), hint, redactor);
    }
}

/// A listed host exactly, or one below `*.listed`.
pub(super) fn is_public_host(policy: &Policy, host: &str) -> bool {
    policy.public_domains.iter().any(|known| {
        let known = known.to_lowercase();
        match known.strip_prefix("*.") {
            Some(domain) => host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.')),
            None => host == known,
        }
    })
}

/// Rewrites a link to another review as a link to its postmortem, if it has one.
fn inside(redactor: &mut Redactor<'_>, text: &str, written: &Written, link: &Link, edits: &mut Vec<Edit>) {
    let (path, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let key = match link.kind {
        LinkKind::Review => Some(format!("#{}", named(path))),
        _ => join(folder(redactor.review), &decode(path)),
    };
    let slug = key.and_then(|key| redactor.world.published.get(&key));
    let Some(slug) = slug else {
        let message = format!("`{}` leads to nothing that is public", link.target);
        redactor.problem(
            Code::PublicLink,
            message,
            written,
            link.span.clone(),
            "leave the link out, or write what it says",
        );
        return;
    };
    if !anchor.is_empty() {
        let message = format!("`{}` leads into an internal review", link.target);
        redactor.problem(Code::PublicLink, message, written, link.span.clone(), "link to the postmortem without `#`");
        return;
    }
    let bare = text[link.span.clone()].starts_with("[[") && !text[link.span.clone()].contains('|');
    let title = || {
        let other =
            redactor.world.reviews.iter().find_map(|r| r.public.as_ref().filter(|p| p.slug.as_ref() == Some(slug)));
        other.and_then(|public| public.title.clone()).unwrap_or_default()
    };
    let words = if bare { title() } else { link.text.clone() };
    edits.push(Edit {
        span: link.span.clone(),
        with: format!("[{}](/postmortems/{slug}/)", escape(&words)),
        why: None,
    });
}

fn picture(redactor: &mut Redactor<'_>, written: &Written, link: &Link, edits: &mut Vec<Edit>) {
    let wanted = join(folder(redactor.review), &decode(&link.target));
    let same = |src: &str| wanted.is_some() && join(folder(redactor.review), &decode(src)) == wanted;
    if let Some(asset) = redactor.assets.iter().find(|asset| same(&asset.src)) {
        let with = format!("![{}]({})", escape(&asset.alt.text), picture_path(&asset.file.text));
        edits.push(Edit { span: link.span.clone(), with, why: None });
        return;
    }
    let listed =
        redactor.review.public.as_ref().is_some_and(|public| public.assets.iter().any(|asset| same(&asset.src)));
    // A listed picture that was refused has been reported at its own line.
    if !listed {
        let message = format!("the picture `{}` is not listed to be published", link.target);
        let hint = "list it under `public.assets` with `src` and `alt`, or take it out of the section";
        redactor.problem(Code::PublicImage, message, written, link.span.clone(), hint);
    }
}

pub(super) fn folder(review: &Review) -> &str {
    review.source.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Escapes words for use as the text of a link.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in one_line(words).chars() {
        if matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
