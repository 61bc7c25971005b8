//! The words of a heading or a label, as all names of `names.txt` are compared.

use std::borrow::Cow;

/// The words of a heading or label: lower case, without emoji codes, marks and leading numbers.
pub(in crate::review) fn words(text: &str) -> String {
    words_of_plain(&markdown::plain_text(without_id(text)))
}

/// The same of a text without markup.
pub fn words_of_plain(plain: &str) -> String {
    let plain = without_emoji_codes(plain);
    let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let all = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words = String::with_capacity(plain.len());
    for word in all.skip_while(is_number) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    if words.is_ascii() {
        words.make_ascii_lowercase();
        return words;
    }
    words.to_lowercase()
}

/// A heading without the id that other generators read after it: `Root cause {#cause}`.
pub(in crate::review) fn without_id(heading: &str) -> &str {
    let bare = heading.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    bare.filter(|(_, id)| !id.contains([' ', '{'])).map_or(heading, |(text, _)| text.trim_end())
}

fn without_emoji_codes(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    while let Some(code) = emoji_code(&text) {
        text.to_mut().replace_range(code, " ");
    }
    text
}

/// The place of the first emoji code, such as `:white_check_mark:`.
fn emoji_code(text: &str) -> Option<std::ops::Range<usize>> {
    let is_name = |name: &str| {
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c))
            && name.chars().any(|c| c.is_ascii_lowercase() || c == '1')
    };
    text.match_indices(':').find_map(|(start, _)| {
        let end = start + 1 + text[start + 1..].find(':')?;
        is_name(&text[start + 1..end]).then_some(start..end + 1)
    })
}
