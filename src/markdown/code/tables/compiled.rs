//! Compiled languages.

use super::{C_BLOCK, NONE, RAW_LINES, TRIPLE};
use crate::code::language::{Habit, Language, Quote, Reach};

#[rustfmt::skip]
pub(in crate::code) static GO: Language = Language {
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
pub(in crate::code) static RUST: Language = Language {
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

/// Java and the languages of its family: Kotlin, Scala, Groovy, C#, Swift, Dart.
#[rustfmt::skip]
pub(in crate::code) static JAVA: Language = Language {
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
pub(in crate::code) static C: Language = Language {
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
pub(in crate::code) static HASKELL: Language = Language {
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
pub(in crate::code) static ERLANG: Language = Language {
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
pub(in crate::code) static ELIXIR: Language = Language {
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
