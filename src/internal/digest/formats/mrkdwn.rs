//! Words in Slack's own markup (<https://docs.slack.dev/messaging/formatting-message-text>), none of their signs taken for a mark.

/// The three characters that Slack gives a meaning (<https://docs.slack.dev/messaging/formatting-message-text>).
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Words outside of emphasis: a mark that would begin or end one is parted from the word beside it, as within emphasis.
pub(super) fn plain(text: &str) -> String {
    let text = escape(text);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let joins = |other: Option<char>| other.is_some_and(char::is_alphanumeric);
        // Between two letters, as in `snake_case`, it is no mark.
        let mark = matches!(c, '*' | '_' | '~' | '`') && !(joins(Some(before)) && joins(chars.peek().copied()));
        if mark {
            out.extend(['\u{200b}', c, '\u{200b}']);
        } else {
            out.push(c);
        }
        before = c;
    }
    out
}

/// Inside emphasis its own marks would end it: a zero-width space parts them from words, and Slack leaves them alone.
pub(super) fn emphasised(text: &str) -> String {
    escape(text).replace('_', "\u{200b}_\u{200b}").replace('*', "\u{200b}*\u{200b}")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn literal_marks_are_not_emphasis() {
        assert_eq!(plain("snake_case <a> 2*3"), "snake_case &lt;a&gt; 2*3");
        assert_eq!(plain("*x*"), "\u{200b}*\u{200b}x\u{200b}*\u{200b}");
        assert!(!plain("a ~gone~ _b_ `c").contains(" ~g") && !plain("`c").starts_with('`'));
    }
}
