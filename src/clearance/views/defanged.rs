//! Defanged addresses: `hxxp`, `10[.]44[.]7[.]19`, `name[at]host(dot)net`.

use super::Made;

/// What is written, with ASCII letters in small, and what it stands for.
const SIGNS: [(&str, &str); 37] = [
    ("[://]", "://"),
    ("[:]", ":"),
    ("[.]", "."),
    ("(.)", "."),
    ("{.}", "."),
    ("\\.", "."),
    ("[dot]", "."),
    ("(dot)", "."),
    ("{dot}", "."),
    (" dot ", "."),
    (" . ", "."),
    ("[@]", "@"),
    ("(@)", "@"),
    ("[at]", "@"),
    ("(at)", "@"),
    ("{at}", "@"),
    ("<at>", "@"),
    ("(a)", "@"),
    ("\u{2039}at\u{203a}", "@"),
    ("\u{ab}at\u{bb}", "@"),
    ("[ät]", "@"),
    ("(ät)", "@"),
    ("[Ät]", "@"),
    ("(Ät)", "@"),
    ("[aet]", "@"),
    ("(aet)", "@"),
    ("[punkt]", "."),
    ("(punkt)", "."),
    (" punkt ", "."),
    (" punto ", "."),
    ("(punto)", "."),
    (" point ", "."),
    (" arroba ", "@"),
    (" arobase ", "@"),
    (" @ ", "@"),
    ("hxxp", "http"),
    ("h**p", "http"),
];

/// Words for a dot that are ordinary words as well, as in `at that point internal traffic`. They count inside a mailbox only.
const WORDS: [&str; 3] = [" punkt ", " punto ", " point "];

/// The whole text with every replacement undone; `None` if it has none.
pub(super) fn decode(text: &str) -> Option<Made> {
    let lower = text.to_ascii_lowercase();
    let mut made = Made::default();
    let (mut from, mut at) = (0, 0);
    while let Some(found) =
        lower.get(at..).and_then(|rest| rest.find(['[', '(', '{', '<', '\u{2039}', '\u{ab}', '\\', ' ', 'h']))
    {
        let start = at + found;
        let rest = lower.get(start..).unwrap_or_default();
        let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)).copied().or_else(|| spelt(rest));
        let since = text.get(from..start).unwrap_or_default();
        let sign = sign.filter(|(sign, _)| !WORDS.contains(sign) || is_in_mailbox(&made.text, since));
        let Some((sign, with)) = sign else {
            at = start + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        made.copy(since, from);
        made.mark(start);
        made.text.push_str(with);
        at = start + sign.len();
        from = at;
        // White space around a replacement belongs to it.
        if matches!(with, "." | "@") {
            let spaces = text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len());
            if spaces == 1 && text.get(..start).is_some_and(|head| head.ends_with(' ')) {
                made.text.truncate(made.text.trim_end_matches(with).trim_end_matches(' ').len());
                made.text.push_str(with);
                from += 1;
                at += 1;
            }
        }
    }
    if from == 0 {
        return None;
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    made.some()
}

/// Whether the last word of a text has an `@`. Its end, `since`, is not yet part of `before`.
fn is_in_mailbox(before: &str, since: &str) -> bool {
    let last = since.rsplit(char::is_whitespace).next().unwrap_or_default();
    let begun = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.contains('@') || last.len() == since.len() && begun.contains('@')
}

/// ` at ` before a host whose dots are written as words or in brackets.
fn spelt(rest: &str) -> Option<(&'static str, &'static str)> {
    let host = rest.strip_prefix(" at ")?;
    let label = host.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let dot = [" dot ", "[dot]", "(dot)", " [dot] ", " (dot) ", "[.]", "(.)"].iter().any(|dot| label.starts_with(dot));
    (label.len() < host.len() && dot).then_some((" at ", "@"))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn addresses_are_written_out() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text("at 10[.]44[.]7[.]19.").as_deref(), Some("at 10.44.7.19."));
        assert_eq!(text("10 dot 44 dot 7 dot 19").as_deref(), Some("10.44.7.19"));
        assert_eq!(text("hXXps[:]//wiki(dot)ours[.]io").as_deref(), Some("https://wiki.ours.io"));
        assert_eq!(text("jane [at] ours [dot] io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("jane AT ours DOT io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("jane \u{2039}at\u{203a} ours.io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("jane @ ours . io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("jane (\u{c4}T) ours (PUNKT) io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("jane arroba mail punto ours punto io").as_deref(), Some("jane@mail.ours.io"));
        assert_eq!(text("jane@ours point io").as_deref(), Some("jane@ours.io"));
        assert_eq!(text("for that point internal traffic was slow"), None);
        assert_eq!(text("we looked at ours, and at hers"), None);
        assert_eq!(text("the (first) of [two] hosts"), None);
    }
}
