//! The tables of languages: what incident reviews quote most comes first.
//!
//! Words are those that a language reserves or that everyone knows; where two languages of one family differ, both sets
//! stand here, for a word that one of them does not know does no harm.

use super::language::{Habit, Language, Quote, Reach};

const NONE: Language = Language::NONE;

const C_BLOCK: &[(&str, &str)] = &[("/*", "*/")];
const RAW_LINES: Quote = Quote::new("`", "`", Reach::Lines, false);
const TRIPLE: Quote = Quote::new("\"\"\"", "\"\"\"", Reach::Lines, true);

#[rustfmt::skip]
pub(super) static SHELL: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::new("'", "'", Reach::Lines, false), Quote::new("\"", "\"", Reach::Lines, true)],
    keywords: &[
        "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in", "local", "return",
        "select", "sudo", "then", "time", "until", "while",
    ],
    constants: &["false", "true"],
    sigils: "$",
    letters: "-./:+@%,",
    habits: &[Habit::Commands],
    ..NONE
};

pub(super) static JSON: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE],
    constants: &["false", "null", "true"],
    habits: &[Habit::Keys],
    ..NONE
};

#[rustfmt::skip]
pub(super) static SQL: Language = Language {
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

#[rustfmt::skip]
pub(super) static PYTHON: Language = Language {
    line_comments: &["#"],
    quotes: &[TRIPLE, Quote::new("'''", "'''", Reach::Lines, true), Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not",
        "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ],
    constants: &["False", "None", "True", "cls", "self"],
    types: &["bool", "bytes", "dict", "float", "int", "list", "set", "str", "tuple"],
    sigils: "@",
    habits: &[Habit::Calls, Habit::Prefixes, Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static GO: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[RAW_LINES, Quote::DOUBLE, Quote::CHARACTER],
    keywords: &[
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go",
        "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type",
        "var",
    ],
    constants: &["false", "iota", "nil", "true"],
    types: &[
        "any", "bool", "byte", "error", "float32", "float64", "int", "int16", "int32", "int64", "int8", "rune",
        "string", "uint", "uint16", "uint32", "uint64", "uint8",
    ],
    habits: &[Habit::Calls],
    ..NONE
};

#[rustfmt::skip]
pub(super) static RUST: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[
        Quote::new("r#\"", "\"#", Reach::Lines, false), Quote::new("\"", "\"", Reach::Lines, true), Quote::CHARACTER,
    ],
    keywords: &[
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "fn", "for",
        "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct",
        "super", "trait", "type", "unsafe", "use", "where", "while",
    ],
    constants: &["Err", "None", "Ok", "Some", "false", "self", "true"],
    types: &[
        "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16", "u32", "u64",
        "u8", "usize",
    ],
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

/// JavaScript and TypeScript.
#[rustfmt::skip]
pub(super) static SCRIPT: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[Quote::new("`", "`", Reach::Lines, true), Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "as", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "declare",
        "default", "delete", "do", "else", "enum", "export", "extends", "finally", "for", "from", "function", "if",
        "implements", "import", "in", "instanceof", "interface", "keyof", "let", "namespace", "new", "of", "private",
        "protected", "public", "readonly", "return", "static", "switch", "throw", "try", "type", "typeof", "var",
        "while", "with", "yield",
    ],
    constants: &["Infinity", "NaN", "false", "null", "super", "this", "true", "undefined"],
    types: &["any", "boolean", "never", "number", "object", "string", "unknown", "void"],
    letters: "$",
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

/// Java and the languages of its family: Kotlin, Scala, Groovy, C#, Swift, Dart.
#[rustfmt::skip]
pub(super) static JAVA: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[TRIPLE, Quote::DOUBLE, Quote::CHARACTER],
    keywords: &[
        "abstract", "as", "assert", "async", "await", "break", "by", "case", "catch", "class", "companion", "const",
        "continue", "data", "def", "default", "defer", "delegate", "do", "else", "enum", "event", "extends",
        "extension", "fallthrough", "final", "finally", "for", "foreach", "fun", "func", "given", "goto", "guard",
        "if", "implements", "implicit", "import", "in", "init", "inout", "instanceof", "interface", "internal", "is",
        "lazy", "let", "lock", "match", "namespace", "native", "new", "object", "of", "open", "out", "override",
        "package", "params", "private", "protected", "protocol", "public", "readonly", "record", "ref", "repeat",
        "return", "sealed", "static", "struct", "suspend", "switch", "synchronized", "throw", "throws", "trait",
        "transient", "try", "typealias", "typeof", "using", "val", "var", "virtual", "volatile", "when", "where",
        "while", "with", "yield",
    ],
    constants: &["base", "false", "nil", "null", "self", "super", "this", "true"],
    types: &[
        "bool", "boolean", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "short", "string",
        "uint", "ulong", "void",
    ],
    sigils: "@",
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

/// C, C++ and Protocol Buffers.
#[rustfmt::skip]
pub(super) static C: Language = Language {
    line_comments: &["//"],
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE, Quote::CHARACTER],
    keywords: &[
        "alignas", "auto", "break", "case", "catch", "class", "concept", "const", "constexpr", "continue", "decltype",
        "default", "delete", "do", "else", "enum", "explicit", "extern", "final", "for", "friend", "goto", "if",
        "import", "inline", "message", "mutable", "namespace", "new", "noexcept", "operator", "option", "optional",
        "override", "package", "private", "protected", "public", "register", "repeated", "reserved", "return", "rpc",
        "service", "sizeof", "static", "struct", "switch", "syntax", "template", "throw", "try", "typedef", "typename",
        "union", "using", "virtual", "volatile", "while",
    ],
    constants: &["NULL", "false", "nullptr", "this", "true"],
    types: &[
        "bool", "char", "double", "float", "int", "int16_t", "int32", "int32_t", "int64", "int64_t", "int8_t", "long",
        "short", "signed", "size_t", "ssize_t", "string", "uint16_t", "uint32", "uint32_t", "uint64", "uint64_t",
        "uint8_t", "unsigned", "void",
    ],
    sigils: "#",
    habits: &[Habit::Calls],
    ..NONE
};

#[rustfmt::skip]
pub(super) static RUBY: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "alias", "and", "begin", "break", "case", "class", "def", "defined", "do", "else", "elsif", "end", "ensure",
        "for", "if", "in", "include", "module", "next", "not", "or", "private", "raise", "redo", "require", "rescue",
        "retry", "return", "super", "then", "undef", "unless", "until", "when", "while", "yield",
    ],
    constants: &["false", "nil", "self", "true"],
    sigils: "@$",
    letters: "?!",
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static ELIXIR: Language = Language {
    line_comments: &["#"],
    quotes: &[TRIPLE, Quote::DOUBLE],
    keywords: &[
        "after", "alias", "and", "case", "catch", "cond", "def", "defmodule", "defp", "defstruct", "do", "else", "end",
        "fn", "for", "if", "import", "in", "not", "or", "quote", "raise", "receive", "require", "rescue", "try",
        "unless", "use", "when", "with",
    ],
    constants: &["false", "nil", "true"],
    sigils: "@:",
    letters: "?!",
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static PHP: Language = Language {
    line_comments: &["//", "#"],
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "abstract", "and", "array", "as", "break", "case", "catch", "class", "const", "continue", "default", "do",
        "echo", "else", "elseif", "extends", "final", "finally", "fn", "for", "foreach", "function", "global", "if",
        "implements", "include", "instanceof", "interface", "match", "namespace", "new", "or", "print", "private",
        "protected", "public", "readonly", "require", "return", "static", "switch", "throw", "trait", "try", "use",
        "var", "while", "yield",
    ],
    constants: &["FALSE", "NULL", "TRUE", "false", "null", "self", "true"],
    types: &["bool", "float", "int", "mixed", "string", "void"],
    sigils: "$",
    habits: &[Habit::Calls, Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static PERL: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "and", "die", "do", "else", "elsif", "eq", "for", "foreach", "if", "last", "local", "my", "ne", "next", "not",
        "or", "our", "package", "print", "return", "sub", "unless", "until", "use", "while",
    ],
    sigils: "$@%",
    habits: &[Habit::Calls],
    ..NONE
};

#[rustfmt::skip]
pub(super) static LUA: Language = Language {
    line_comments: &["--"],
    block_comments: &[("--[[", "]]")],
    quotes: &[Quote::new("[[", "]]", Reach::Lines, false), Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "and", "break", "do", "else", "elseif", "end", "for", "function", "goto", "if", "in", "local", "not", "or",
        "repeat", "return", "then", "until", "while",
    ],
    constants: &["false", "nil", "self", "true"],
    habits: &[Habit::Calls],
    ..NONE
};

#[rustfmt::skip]
pub(super) static ERLANG: Language = Language {
    line_comments: &["%"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "after", "and", "andalso", "begin", "case", "catch", "end", "fun", "if", "not", "of", "or", "orelse",
        "receive", "try", "when",
    ],
    constants: &["error", "false", "ok", "true", "undefined"],
    habits: &[Habit::Calls],
    ..NONE
};

#[rustfmt::skip]
pub(super) static HASKELL: Language = Language {
    line_comments: &["--"],
    block_comments: &[("{-", "-}")],
    quotes: &[Quote::DOUBLE, Quote::CHARACTER],
    keywords: &[
        "case", "class", "data", "deriving", "do", "else", "if", "import", "in", "infix", "instance", "let", "module",
        "newtype", "of", "qualified", "then", "type", "where",
    ],
    letters: "'",
    habits: &[Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static LISP: Language = Language {
    line_comments: &[";"],
    quotes: &[Quote::new("\"", "\"", Reach::Lines, true)],
    keywords: &[
        "case", "cond", "def", "define", "defmacro", "defn", "do", "fn", "for", "if", "lambda", "let", "loop", "ns",
        "recur", "require", "when",
    ],
    constants: &["false", "nil", "true"],
    sigils: ":",
    letters: "-+*/?!<>=.",
    ..NONE
};

#[rustfmt::skip]
pub(super) static R: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &["break", "else", "for", "function", "if", "in", "library", "next", "repeat", "return", "while"],
    constants: &["FALSE", "Inf", "NA", "NULL", "NaN", "TRUE"],
    letters: ".",
    habits: &[Habit::Calls],
    ..NONE
};

pub(super) static CSS: Language = Language {
    block_comments: C_BLOCK,
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    constants: &["auto", "inherit", "initial", "none", "unset"],
    sigils: "@",
    letters: "-%",
    habits: &[Habit::Keys, Habit::Calls],
    ..NONE
};

pub(super) static MAKE: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &["define", "else", "endef", "endif", "export", "ifdef", "ifeq", "ifndef", "ifneq", "include"],
    sigils: "$",
    letters: "-./",
    habits: &[Habit::Keys, Habit::PlainNumbers],
    ..NONE
};

#[rustfmt::skip]
pub(super) static BATCH: Language = Language {
    line_comments: &["::", "rem ", "REM "],
    quotes: &[Quote::new("\"", "\"", Reach::Line, false)],
    keywords: &[
        "call", "cd", "do", "echo", "else", "exist", "exit", "for", "goto", "if", "in", "not", "set", "start",
    ],
    sigils: "%",
    habits: &[Habit::AnyCase, Habit::PlainNumbers],
    ..NONE
};

#[rustfmt::skip]
pub(super) static POWERSHELL: Language = Language {
    line_comments: &["#"],
    block_comments: &[("<#", "#>")],
    quotes: &[Quote::new("\"", "\"", Reach::Line, false), Quote::new("'", "'", Reach::Line, false)],
    keywords: &[
        "break", "catch", "continue", "else", "elseif", "finally", "for", "foreach", "function", "if", "in", "param",
        "return", "switch", "throw", "try", "until", "while",
    ],
    sigils: "$",
    letters: "-",
    habits: &[Habit::AnyCase, Habit::CapitalTypes],
    ..NONE
};

#[rustfmt::skip]
pub(super) static DOCKER: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &[
        "ADD", "ARG", "AS", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "RUN",
        "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ],
    sigils: "$",
    letters: "-./",
    habits: &[Habit::PlainNumbers],
    ..NONE
};

/// Settings in nested blocks: HCL, and what nginx reads.
#[rustfmt::skip]
pub(super) static BLOCKS: Language = Language {
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

/// Lines of a log: how bad it is, and what was quoted.
pub(super) static LOG: Language = Language {
    quotes: &[Quote::DOUBLE],
    keywords: &["crit", "critical", "emerg", "err", "error", "fatal", "panic", "severe", "warn", "warning"],
    constants: &["debug", "info", "notice", "trace"],
    letters: "-./:",
    habits: &[Habit::AnyCase, Habit::PlainNumbers],
    ..NONE
};
