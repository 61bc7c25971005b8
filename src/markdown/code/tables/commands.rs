//! Shells and similar languages.

use super::NONE;
use crate::code::language::{Habit, Language, Quote, Reach};

#[rustfmt::skip]
pub(in crate::code) static SHELL: Language = Language {
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

#[rustfmt::skip]
pub(in crate::code) static BATCH: Language = Language {
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
pub(in crate::code) static POWERSHELL: Language = Language {
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

pub(in crate::code) static MAKE: Language = Language {
    line_comments: &["#"],
    quotes: &[Quote::DOUBLE, Quote::SINGLE],
    keywords: &["define", "else", "endef", "endif", "export", "ifdef", "ifeq", "ifndef", "ifneq", "include"],
    sigils: "$",
    letters: "-./",
    habits: &[Habit::Keys, Habit::PlainNumbers],
    ..NONE
};

#[rustfmt::skip]
pub(in crate::code) static DOCKER: Language = Language {
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
