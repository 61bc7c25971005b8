//! Calls of templates in a text, `{{< amount 3 >}}`, which show nothing outside of the site that they are written for.

/// What begins a call in Hugo, Zola, Jekyll and Liquid.
const BEGINNINGS: [&str; 3] = ["{{<", "{{%", "{%"];

/// Whether a text has a call in it.
pub(in crate::review) fn has_call(text: &str) -> bool {
    BEGINNINGS.iter().any(|begin| text.contains(begin))
}

/// A text up to its first call.
pub(in crate::review) fn before_call(text: &str) -> &str {
    let first = BEGINNINGS.iter().filter_map(|begin| text.find(begin)).min();
    first.map_or(text, |at| &text[..at]).trim()
}

#[cfg(test)]
mod tests {
    use super::{before_call, has_call};

    #[test]
    fn a_call_ends_what_is_said() {
        for text in ["It runs. {{< track \"2026-03-05\" >}}", "It runs. {% include x %}", "It runs. {{% x %}}"] {
            assert!(has_call(text), "{text}");
            assert_eq!(before_call(text), "It runs.");
        }
        assert!(!has_call("It runs {{ fast }}."));
        assert_eq!(before_call(" It runs. "), "It runs.");
    }
}
