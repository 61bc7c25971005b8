//! Interpreted languages.

use super::{C_BLOCK, NONE, TRIPLE};
use crate::code::language::{Habit, Language, Quote, Reach};

#[rustfmt::skip]
pub(in crate::code) static PYTHON: Language = Language {
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

/// JavaScript and TypeScript.
#[rustfmt::skip]
pub(in crate::code) static SCRIPT: Language = Language {
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

#[rustfmt::skip]
pub(in crate::code) static RUBY: Language = Language {
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
pub(in crate::code) static PHP: Language = Language {
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
pub(in crate::code) static PERL: Language = Language {
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
pub(in crate::code) static LUA: Language = Language {
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
pub(in crate::code) static LISP: Language = Language {
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
pub(in crate::code) static R: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &["break", "else", "for", "function", "if", "in", "library", "next", "repeat", "return", "while"],
    constants: &["FALSE", "Inf", "NA", "NULL", "NaN", "TRUE"],
    letters: ".",
    habits: &[Habit::Calls],
    ..NONE
};
