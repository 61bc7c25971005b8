//! Channels and users of chat programs.

use super::{Row, alone, always};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "chat-link",
        tier: Tier::Block,
        words: &[
            "slack.com/",
            "teams.microsoft.com/",
            "discord.com/",
            "discord.gg/",
            "chat.google.com/",
            "zulipchat.com/",
            "/pl/",
            "zoom.us/",
            "meet.google.com/",
        ],
        pattern: r"(?ix)
            [a-z0-9-]*\.?slack\.com/(?:archives|client|files|team|messages)/[^\s<>)]+
            | teams\.microsoft\.com/(?:l|_)[/\#][^\s<>)]+
            | discord\.com/channels/[^\s<>)]+ | discord\.gg/[a-z0-9]+
            | (?:chat|mail)\.google\.com/(?:chat/|u/[0-9]/\#chat/)?(?:room|space|dm)/[^\s<>)]+
            | [a-z0-9-]+\.zulipchat\.com/\#narrow[^\s<>)]*
            | [a-z0-9.-]+/[a-z0-9-]+/pl/[a-z0-9]{26}
            | (?:[a-z0-9-]+\.)?zoom\.us/(?:j|my|rec)/[^\s<>)]+
            | meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3}",
        keep: always,
    },
    Row {
        id: "chat-mention",
        tier: Tier::Block,
        words: &["<@", "<#c", "<!subteam", "<!here", "<!channel"],
        pattern: r"<@!?[UW]?[A-Z0-9]{6,}(?:\|[^>\n]*)?>|<@!?&?[0-9]{15,}>|<#C[A-Z0-9]{6,}(?:\|[^>\n]*)?>|<!subteam\^[A-Z0-9]+[^>\n]*>|<!(?:here|channel)>",
        keep: always,
    },
    Row {
        id: "chat-channel",
        tier: Tier::Review,
        words: &["#"],
        pattern: r"(?:^|[\s(])(#[a-z][a-z0-9_-]{2,})",
        keep: alone,
    },
];

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, true).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn links_and_mentions_are_seen() {
        assert!(seen("https://ours.slack.com/archives/C024BE91L/p17000").contains(&"chat-link".to_owned()));
        assert_eq!(seen("discord.com/channels/1234/5678"), ["chat-link"]);
        assert_eq!(seen("<@U024BE7LH> and <!subteam^S0614TZR7>"), ["chat-mention", "chat-mention"]);
        assert_eq!(seen("in #incident-42"), ["chat-channel"]);
    }

    #[test]
    fn other_signs_are_not() {
        for text in ["# Heading", "PR #123", "the <@media> rule", "a C# program", "status page at slack.com/status"] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
