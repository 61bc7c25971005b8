//! The ids of rules: those of the tables, and all others.

use super::row::Row;
use super::{
    chat, cloud, commands, hosts, issued, keys, kubernetes, mail, network, numbers, pasted, paths, phones, programs,
    prompts, secrets, sentences, tickets,
};
use crate::{Why, seen};

/// Rules that are not rows of a table.
const OTHER_RULES: [&str; 12] = [
    "domain",
    "url-host",
    "userinfo",
    "scheme",
    "ticket-id",
    "unapproved-text",
    "search-term",
    "file-type",
    "metadata",
    seen::RULE,
    issued::RULE,
    kubernetes::RULE,
];

/// Every row of every table.
pub(super) fn tables() -> impl Iterator<Item = &'static Row> {
    [
        mail::ROWS,
        network::ROWS,
        hosts::ROWS,
        cloud::ROWS,
        chat::ROWS,
        numbers::ROWS,
        phones::ROWS,
        prompts::ROWS,
        paths::ROWS,
        keys::ROWS,
        secrets::ROWS,
        pasted::ROWS,
    ]
    .into_iter()
    .chain(sentences::TABLES)
    .chain([commands::ROWS, programs::ROWS, tickets::ROWS])
    .flatten()
}

/// Whether a rule looks for secrets: keys, tokens, passwords.
pub(crate) fn is_secret(id: &str) -> bool {
    id == issued::RULE
        || id == kubernetes::RULE
        || [keys::ROWS, secrets::ROWS, pasted::ROWS, commands::ROWS, programs::ROWS]
            .into_iter()
            .chain(sentences::TABLES)
            .flatten()
            .any(|row| row.id == id)
}

/// Whether a rule recognises a key by its format alone, whatever is around it.
pub(crate) fn is_known_by_its_form(id: &str) -> bool {
    secrets::ROWS.iter().any(|row| row.id == id && !row.pattern.starts_with("(?i)"))
}

/// The ids of the rules that every policy has.
pub(super) fn built_in() -> impl Iterator<Item = &'static str> {
    let kinds = [
        Why::Person,
        Why::Handle,
        Why::Host,
        Why::Service,
        Why::Customer,
        Why::Codename,
        Why::Vendor,
        Why::Ticket,
        Why::Channel,
        Why::Address,
        Why::Title,
        Why::FileName,
        Why::Marked,
        Why::Comment,
    ];
    OTHER_RULES.into_iter().chain(kinds.map(Why::rule)).chain(tables().map(|row| row.id))
}

/// Whether a rule of ours has this id.
pub(crate) fn is_built_in(id: &str) -> bool {
    built_in().any(|rule| rule == id)
}
