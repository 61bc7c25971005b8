//! Mail addresses.

use super::urls::ends_a_host;
use super::{Found, Row, always};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "email",
        tier: Tier::Block,
        words: &["@"],
        pattern: r#"(?:"[^"\n@]{1,64}"|[\p{L}\p{M}0-9._%+'-]+)@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:[A-Za-z]{2,}|\p{L}{2,})"#,
        keep: is_private,
    },
    Row {
        id: "account-name",
        tier: Tier::Review,
        words: &["@"],
        pattern: r"(?:^|[^A-Za-z0-9_@/.<])(@[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9])",
        keep: always,
    },
];

fn is_private(found: &Found<'_>) -> bool {
    let mailbox = found.value().trim_start_matches(['.', '\'', '-']);
    let last = mailbox.rsplit('.').next().unwrap_or_default().to_lowercase();
    // `icon@2x.png` and `notes@v2.md` are files, `git@host` is an SSH address.
    let file = ["png", "jpg", "jpeg", "webp", "gif", "svg", "js", "css", "html", "json"].contains(&last.as_str());
    let host = mailbox.rsplit('@').next().unwrap_or_default();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let file = file || host.strip_suffix(".md").is_some_and(|name| is_number(name.trim_matches(['v', 'x'])));
    // The version of a package: `vite@5.0.0-beta.rc`.
    let version = host.split('.').take(2).all(is_number);
    // A password in an address has a rule of its own.
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let authority = head.rsplit_once("://").is_some_and(|(_, part)| !part.contains(ends_a_host));
    // In Chinese, Japanese and Thai there is no gap between a word and the address.
    let bare = mailbox.trim_start_matches(|c: char| !c.is_ascii());
    let public = [mailbox, bare].iter().any(|mailbox| found.setting.is_public_mailbox(mailbox));
    !file && !version && !authority && !mailbox.starts_with("git@") && !public
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::{Detectors, Policy};

    static DETECTORS: LazyLock<Detectors> = LazyLock::new(|| {
        Detectors::new(&Policy { public_mailboxes: vec!["Support@ours.io".into()], ..Policy::default() })
    });

    fn seen(text: &str) -> Vec<String> {
        let seen = DETECTORS.see(text, false).into_iter();
        seen.filter(|s| s.rule == "email").map(|s| text[s.range].to_owned()).collect()
    }

    #[test]
    fn mailboxes_of_people_are_seen_and_public_ones_are_not() {
        assert_eq!(seen("write j.o+x@mail.ours.io, or mailto:a@b.co?x"), ["j.o+x@mail.ours.io", "a@b.co"]);
        assert_eq!(seen("jané@ours.io and \"jane doe\"@ours.io"), ["jané@ours.io", "\"jane doe\"@ours.io"]);
        for text in ["jané@größe.de", "joe@ours.md", "зоя@пример.рф"] {
            assert_eq!(seen(text), [text]);
        }
        for text in ["https://example.com?to=jane@ours.io", "https://example.com,jane@ours.io"] {
            assert_eq!(seen(text).len(), 1, "{text}");
        }
        for text in [
            "support@ours.io",
            "\u{8bf7}\u{8054}\u{7cfb}support@ours.io\u{6216}\u{81f4}\u{7535}",
            "x@example.com",
            "logo@2x.png",
            "notes@v2.md",
            "pkg@1.2.3",
            "pkg@5.0.0-beta.rc",
            "a @ b.co",
            "git@forge.io:x/y",
        ] {
            assert!(seen(text).is_empty(), "{text}");
        }
    }
}
