//! Data, queries and settings, and the lines of logs.

use super::{C_BLOCK, NONE};
use crate::code::language::{Habit, Language, Quote, Reach};

pub(in crate::code) static JSON: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE],
    constants: &["false", "null", "true"],
    habits: &[Habit::Keys],
    ..NONE
};

#[rustfmt::skip]
pub(in crate::code) static SQL: Language = Language {
    line_comments: &["--"],
    block_comments: C_BLOCK,
    quotes: &[Quote::new("'", "'", Reach::Lines, false), Quote::DOUBLE],
    keywords: &[
        "add", "all", "alter", "analyze", "and", "any", "as", "asc", "begin", "between", "by", "cascade", "case",
        "check", "column", "commit", "concurrently", "constraint", "create", "cross", "database", "default", "delete",
        "desc", "distinct", "drop", "else", "end", "except", "exists", "explain", "for", "foreign", "from", "full",
        "grant", "group", "having", "if", "ignoring", "in", "index", "inner", "insert", "interval", "into", "is",
        "join", "key", "lateral", "left", "like", "limit", "lock", "natural", "not", "offset", "on", "or", "order",
        "outer", "over", "partition", "primary", "references", "rename", "returning", "revoke", "right", "rollback",
        "select", "set", "share", "skip", "table", "then", "to", "transaction", "truncate", "union", "unique",
        "update", "using", "vacuum", "values", "view", "when", "where", "with", "without",
    ],
    constants: &["false", "null", "true"],
    types: &[
        "bigint", "boolean", "bytea", "char", "date", "decimal", "double", "float", "int", "integer", "json", "jsonb",
        "numeric", "real", "serial", "smallint", "text", "time", "timestamp", "timestamptz", "uuid", "varchar",
    ],
    habits: &[Habit::AnyCase, Habit::Calls],
    ..NONE
};

pub(in crate::code) static CSS: Language = Language {
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    constants: &["auto", "inherit", "initial", "none", "unset"],
    sigils: "@",
    letters: "-%",
    habits: &[Habit::Keys, Habit::Calls],
    ..NONE
};

/// Settings in nested blocks: HCL and nginx.
#[rustfmt::skip]
pub(in crate::code) static BLOCKS: Language = Language {
    line_comments: &["#", "//"],
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "data", "dynamic", "for", "for_each", "http", "if", "in", "listen", "locals", "location", "module", "output",
        "provider", "proxy_pass", "resource", "server", "terraform", "upstream", "variable",
    ],
    constants: &["false", "null", "off", "on", "true"],
    sigils: "$",
    letters: "-",
    habits: &[Habit::Calls],
    ..NONE
};

/// Lines of a log: levels and quoted strings.
pub(in crate::code) static LOG: Language = Language {
    quotes: &[Quote::DOUBLE],
    keywords: &["crit", "critical", "emerg", "err", "error", "fatal", "panic", "severe", "warn", "warning"],
    constants: &["debug", "info", "notice", "trace"],
    letters: "-./:",
    habits: &[Habit::AnyCase, Habit::PlainNumbers],
    ..NONE
};
