//! Parts of a text that Markdown reads otherwise than their author meant: what is never closed, references to nothing, and elements
//! that pages do not have.
//!
//! In: a review of a library with settings. Out: a note for each. Nothing is read otherwise because of one.

use std::collections::BTreeSet;
use std::ops::Range;

use super::place::Places;
use crate::review::Review;
use crate::review::on_line::{LONGEST, before, until};
use base::diagnostics::{Code, Diagnostic, Level};
use markdown::{CodePlace, LinkKind, codes};

/// Elements that show something of elsewhere or run something. Pages show their tags as text.
const ELEMENTS: [&str; 12] =
    ["iframe", "embed", "object", "video", "audio", "script", "style", "form", "input", "button", "textarea", "svg"];

/// Adds a note for each.
pub(super) fn report(review: &Review, places: &Places<'_>, problems: &mut Vec<Diagnostic>) {
    let body = review.body();
    let mut add = |code, span: &Range<usize>, message: &str, hint: String| {
        let note = Diagnostic::new(code, message).with_level(Level::Note);
        problems.push(note.at(places.in_body(span)).hint(hint));
    };
    for link in review.outline.links.iter().filter(|link| link.kind == LinkKind::Link) {
        if link.target.is_empty() {
            add(
                Code::BrokenLink,
                &link.span,
                "this link has no address",
                "write it in the brackets: `[words](address)`".into(),
            );
        } else if let Some(right) = with_two_slashes(&link.target) {
            let message = format!("`{}` lacks a slash, and leads to the site's own host", link.target);
            add(Code::BrokenLink, &link.span, &message, format!("write `{right}`"));
        }
    }
    if !["<", "```", "~~~", "[^", "][", "](", "[[", ")[", "] (", "##"].iter().any(|sign| body.contains(sign)) {
        return;
    }
    let code = codes(body);
    if let Some(span) = comment(body, &code) {
        let message = "this comment is never closed: what follows it is on no page";
        add(Code::Unclosed, &span, message, "close it with `-->`".into());
        return;
    }
    if let Some((span, fence)) = fence(body, &code) {
        let message = "this block of code is never closed: what follows it is code too";
        add(Code::Unclosed, &span, message, format!("close it with a line of the same signs alone: {fence}"));
    }
    let unread = || code.iter().map(|code| &code.span).chain(&review.outline.comments);
    let is_read = |at: usize| !unread().any(|span| span.contains(&at));
    for span in addresses(body).filter(|span| is_read(span.start)) {
        let message = "the address of this link is never closed, so that it is text and no link";
        add(Code::Unclosed, &span, message, "close it with `)`".into());
    }
    for (span, message, hint) in bracket_slips(body).chain(headings(body)).filter(|(span, ..)| is_read(span.start)) {
        add(Code::Unclosed, &span, message, hint);
    }
    for (span, label) in references(body).filter(|(span, _)| is_read(span.start)) {
        let (message, hint) = match label.strip_prefix('^') {
            Some(_) => (
                format!("there is no footnote `[{label}]`"),
                format!("write it on a line of its own: `[{label}]: ...`"),
            ),
            None => (
                format!("nothing says where `[{label}]` leads, so that it is text and no link"),
                format!("write the address on a line of its own, `[{label}]: https://...`, or in round brackets"),
            ),
        };
        add(Code::BrokenLink, &span, &message, hint);
    }
    for (span, name) in elements(body).filter(|(span, _)| is_read(span.start)) {
        let message = format!("`<{name}>` is shown as it is written: pages have no such element");
        add(Code::LeftOut, &span, &message, "write a link to what it shows, or put the tag into a span of code".into());
    }
}

/// `https:/example.com` with its second slash.
fn with_two_slashes(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let lacks = is_web && !rest.starts_with("//");
    lacks.then(|| format!("{scheme}://{}", rest.trim_start_matches('/')))
}

/// A comment that begins a line and has no end.
fn comment(body: &str, code: &[CodePlace]) -> Option<Range<usize>> {
    let at = body.rfind("<!--")?;
    let begins = body[..at].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
    let is_open = !body[at..].contains("-->") && !code.iter().any(|code| code.span.contains(&at));
    (begins && is_open).then(|| at..line_end(body, at))
}

/// A fence that goes on to the end of the text, and the line that closes it.
fn fence<'b>(body: &'b str, code: &[CodePlace]) -> Option<(Range<usize>, &'b str)> {
    let last = code.last().filter(|code| code.is_block && body[code.span.end..].trim().is_empty())?;
    let text = &body[last.span.clone()];
    let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let fence = &text[..text.len() - text.trim_start_matches(sign).len()];
    let end = text.trim_end().rsplit('\n').next().unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
    let is_closed = text.trim_end().contains('\n') && end.len() >= fence.len() && end.chars().all(|c| c == sign);
    (fence.len() >= 3 && !is_closed).then(|| (last.span.start..line_end(body, last.span.start), fence))
}

/// Addresses of the web after `](` on whose line no `)` follows.
fn addresses(body: &str) -> impl Iterator<Item = Range<usize>> {
    body.match_indices("](http").filter_map(|(at, _)| {
        let (opens, _) = before(body, at, '[')?;
        let rest = &body[at..];
        // In a line that is longer it may be closed further on.
        let end = rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ')' | '\n'));
        let end = end.or_else(|| (rest.len() <= LONGEST).then_some((rest.len(), '\n')));
        let (end, _) = end.filter(|(_, c)| *c == '\n')?;
        (!continues(&rest[end..])).then_some(opens..at + end)
    })
}

/// A part of a text that is nearly Markdown: its place, what is wrong, and how to write it.
type Slip = (Range<usize>, &'static str, String);

/// `(words)[https://...]`, `[words] (https://...)` and `[[id]`.
fn bracket_slips(body: &str) -> impl Iterator<Item = Slip> {
    let swapped = body.match_indices(")[http").filter_map(|(at, _)| {
        let (opens, words) = before(body, at, '(')?;
        let (address, closes) = until(body, at + 2, ']')?;
        let message = "the words of a link stand in square brackets, its address in round ones";
        Some((opens..closes, message, format!("write `[{words}]({address})`")))
    });
    let apart = body.match_indices("] (http").filter_map(|(at, _)| {
        let (opens, words) = before(body, at, '[')?;
        let (address, closes) = until(body, at + 3, ')')?;
        let message = "a space stands between the words of this link and its address";
        let has_words = words.contains(char::is_alphabetic) && !words.starts_with('^') && !words.contains(']');
        has_words.then(|| (opens..closes, message, format!("write `[{words}]({address})`")))
    });
    let open = body.match_indices("[[").filter_map(|(at, _)| {
        let (id, closes) = until(body, at + 2, ']')?;
        let is_open = !body[closes..].starts_with([']', '(', '[']);
        let letters = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_id = id.contains(char::is_alphabetic) && id.chars().all(letters);
        let message = "this link to a review is never closed, so that it is text and no link";
        (is_open && is_id).then(|| (at..closes, message, format!("write `[[{id}]]`")))
    });
    swapped.chain(apart).chain(open)
}

/// `##What happened`.
fn headings(body: &str) -> impl Iterator<Item = Slip> {
    let mut start = 0;
    body.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let text = line.trim_start_matches('#');
        let signs = line.len() - text.len();
        let is_one = (2..=6).contains(&signs) && text.starts_with(char::is_alphabetic);
        let hint = || format!("write `{} {}`", &line[..signs], text.trim_end());
        let message = "a space is missing after the signs of this heading, so that it is text";
        is_one.then(|| (at..line_end(body, at), message, hint()))
    })
}

/// Whether the next line closes a bracket, as where a title is on a line of its own.
fn continues(rest: &str) -> bool {
    rest.lines().nth(1).is_some_and(|line| line.trim_end().ends_with(')'))
}

/// `[^1]` and `[words][label]` without a definition.
fn references(body: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let defined: BTreeSet<_> = body.lines().filter_map(definition).collect();
    let label = |from: usize| {
        let (label, closes) = until(body, from, ']')?;
        let is_name = !label.is_empty() && !label.contains(|c: char| c.is_whitespace() || c == '[');
        is_name.then_some((label, closes))
    };
    let notes = body.match_indices("[^").filter_map(move |(at, _)| {
        let (label, end) = label(at + 1)?;
        (label.len() > 1 && !body[end..].starts_with(':')).then_some((at..end, label))
    });
    let links = body.match_indices("][").filter_map(move |(at, _)| {
        let (label, end) = label(at + 2)?;
        let (opens, words) = before(body, at, '[')?;
        // `log[0][1]` is no link.
        let is_word = body[..opens].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ']' | '_'));
        let has_words = words.contains(char::is_alphabetic) && label.contains(char::is_alphabetic);
        (has_words && !is_word && !label.starts_with('^')).then_some((opens..end, label))
    });
    notes.chain(links).filter(move |(_, label)| !defined.contains(&label.to_lowercase()))
}

/// The label that a line such as `[label]: ...` defines, in small letters.
fn definition(line: &str) -> Option<String> {
    let (label, rest) = line.trim_start_matches([' ', '>']).strip_prefix('[')?.split_once(']')?;
    rest.starts_with(':').then(|| label.to_lowercase())
}

/// Tags of [`ELEMENTS`] that are opened.
fn elements(body: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    body.match_indices('<').filter_map(|(at, _)| {
        let rest = &body[at + 1..];
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let known = ELEMENTS.iter().find(|known| known.eq_ignore_ascii_case(name))?;
        let close = until(body, at, '>').map_or(at + 1 + name.len(), |(_, close)| close);
        rest[name.len()..].starts_with(['>', ' ', '/', '\n']).then_some((at..close, *known))
    })
}

fn line_end(body: &str, at: usize) -> usize {
    let line = body[at..].find('\n').map_or(body.len(), |end| at + end);
    at + body[at..line].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::super::place::Places;
    use super::report;
    use crate::review::parse;
    use site::config::Config;
    use site::source::SourceFile;

    fn said(body: &str) -> Vec<(String, usize)> {
        let text = format!("---\ntitle: A\n---\n{body}");
        let review = parse(SourceFile { path: "a.md".to_owned(), text }, &Config::default()).value.unwrap();
        let mut problems = Vec::new();
        report(&review, &Places::of(&review), &mut problems);
        let said = |problem: base::diagnostics::Diagnostic| {
            (problem.hint.unwrap_or_default(), problem.place.map_or(0, |place| place.line - 3))
        };
        problems.into_iter().map(said).collect()
    }

    #[test]
    fn what_is_never_closed_or_leads_nowhere_has_one_note() {
        for (body, hint, line) in [
            ("a\n\n<!-- to do\n\nb\n", "close it with `-->`", 3),
            ("a\n\n```\nlog\n\n## B\n", "close it with a line of the same signs alone: ```", 3),
            ("a\n\n~~~~ sh\nlog\n~~~\n", "close it with a line of the same signs alone: ~~~~", 3),
            ("It broke.[^1]\n", "write it on a line of its own: `[^1]: ...`", 1),
            (
                "a\nSee [the log][log].\n",
                "write the address on a line of its own, `[log]: https://...`, or in round brackets",
                2,
            ),
            ("See [x](https://example.com/.\n", "close it with `)`", 1),
            ("See (the log)[https://example.com/].\n", "write `[the log](https://example.com/)`", 1),
            ("See [the log] (https://example.com/).\n", "write `[the log](https://example.com/)`", 1),
            ("See [[other-one].\n", "write `[[other-one]]`", 1),
            ("a\n\n##What happened\n\nb\n", "write `## What happened`", 3),
            ("See [x]().\n", "write it in the brackets: `[words](address)`", 1),
            ("See [x](https:/example.com/).\n", "write `https://example.com/`", 1),
            (
                "a\n\n<iframe src=\"https://g.example.com/\"></iframe>\n",
                "write a link to what it shows, or put the tag into a span of code",
                3,
            ),
            ("a <script>x</script>\n", "write a link to what it shows, or put the tag into a span of code", 1),
        ] {
            assert_eq!(said(body), [(hint.to_owned(), line)], "{body}");
        }
    }

    #[test]
    fn what_is_whole_has_none() {
        for body in [
            "<!-- done -->\n\na\n",
            "a\n\n<!--\n[^1] [the log][log] [x](https://e\n<iframe>\n-->\n\nb <!-- <script> --> c\n",
            "a\n\n```\n<!-- log\n[^1] [a][b] [x](https://e\n<iframe>\n```\n",
            "a\n\n````\n```\n````\n",
            "a[^1]\n\n[^1]: b\n",
            "[the log][Log] and [Log][] and [Log]\n\n[log]: https://example.com/\n",
            "[x](https://example.com/(a)) [y](b.md) [z](#a)\n",
            "[x](https://example.com/\n\"A title\")\n",
            "log[0][1] and `[a][b]` and [ ] and [x] done\n",
            "- [ ] a\n- [x] b [1][2]\n",
            "<details>\n\na\n\n</details> <kbd>b</kbd>\n",
            "    <iframe>\n",
            "`[[ -f x ]` and `(a)[http]` and [[other-one]] (https://example.com/)\n",
            "([[runbook](https://example.com/)]) and [[1], [2]]\n",
            "```\n##define x\n```\n\n#1 is done, and ## is no heading\n",
        ] {
            assert!(said(body).is_empty(), "{body}: {:?}", said(body));
        }
    }
}
