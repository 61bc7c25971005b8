//! An emoji before a time.

/// An emoji before the time, as a sign or as a code: `🚨 14:02`, `:fire: 14:02`.
pub(super) fn sign_before(line: &str) -> (&str, &str) {
    let text = line.trim_start();
    // After dashes, bullets and arrows, and without the punctuation of Chinese and Japanese.
    let is_sign = |c: char| {
        c >= '\u{2300}' && !c.is_alphanumeric() && !matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
    };
    let end = text.find(|c: char| !is_sign(c)).unwrap_or(text.len());
    let code = || {
        let name = text.strip_prefix(':')?.split_once(':')?.0;
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'));
        is_name.then_some(name.len() + 2)
    };
    let end = if end > 0 { end } else { code().unwrap_or(0) };
    let after = &text[end..];
    if end > 0 && after.starts_with(' ') { text.split_at(end) } else { ("", line) }
}
