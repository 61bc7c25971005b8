//! The names that authors use for languages of code.

use super::language::Language;
use super::spans::Spans;
use super::{lexer, lines, markup, settings, shell, tables as t, yaml};

/// The reader for a language.
#[derive(Debug, Clone, Copy)]
pub(super) enum Grammar {
    /// By its table alone.
    Table(&'static Language),
    /// A script, or a session where a line begins with a prompt.
    Shell,
    Session,
    Yaml,
    Settings,
    Diff,
    Http,
    Tags,
    Markdown,
}

impl Grammar {
    /// Reads `text` into `out`.
    pub(super) fn read(self, text: &str, out: &mut Spans) {
        match self {
            Self::Table(language) => lexer::read(language, text, out),
            Self::Shell => shell::read(&t::SHELL, text, out),
            Self::Session => shell::session(&t::SHELL, text, out),
            Self::Yaml => yaml::read(text, out),
            Self::Settings => settings::read(text, out),
            Self::Diff => lines::diff(text, out),
            Self::Http => lines::http(&t::JSON, text, out),
            Self::Tags => markup::tags(text, out),
            Self::Markdown => markup::markdown(text, out),
        }
    }
}

/// The grammar for a language name in lower case; `None` if the name is not known.
pub(super) fn grammar(language: &str) -> Option<Grammar> {
    Some(match language {
        "sh" | "bash" | "shell" | "zsh" | "ksh" | "fish" => Grammar::Shell,
        "console" | "terminal" | "shell-session" | "shellsession" | "sh-session" | "bash-session" => Grammar::Session,
        "yaml" | "yml" => Grammar::Yaml,
        "properties" | "ini" | "conf" | "cfg" | "toml" | "env" | "dotenv" | "systemd" => Grammar::Settings,
        "diff" | "patch" => Grammar::Diff,
        "http" => Grammar::Http,
        "html" | "htm" | "xml" | "svg" | "vue" => Grammar::Tags,
        "md" | "markdown" => Grammar::Markdown,
        language => Grammar::Table(table(language)?),
    })
}

fn table(language: &str) -> Option<&'static Language> {
    Some(match language {
        "js" | "javascript" | "mjs" | "cjs" | "jsx" | "node" | "ts" | "typescript" | "tsx" => &t::SCRIPT,
        "json" | "jsonc" | "json5" | "ndjson" | "jsonl" => &t::JSON,
        "py" | "python" | "python3" | "starlark" | "bzl" => &t::PYTHON,
        "rs" | "rust" => &t::RUST,
        "go" | "golang" => &t::GO,
        "rb" | "ruby" => &t::RUBY,
        "ex" | "elixir" => &t::ELIXIR,
        "java" | "kotlin" | "kt" | "scala" | "cs" | "csharp" | "c#" | "groovy" | "gradle" | "jenkinsfile" | "swift"
        | "dart" => &t::JAVA,
        "c" | "h" | "cpp" | "c++" | "cc" | "hpp" | "proto" | "protobuf" => &t::C,
        "php" => &t::PHP,
        "pl" | "perl" => &t::PERL,
        "lua" => &t::LUA,
        "erl" | "erlang" => &t::ERLANG,
        "hs" | "haskell" => &t::HASKELL,
        "clj" | "clojure" | "lisp" | "scheme" => &t::LISP,
        "r" => &t::R,
        "sql" | "mysql" | "postgresql" | "postgres" | "psql" | "plsql" | "cql" | "promql" => &t::SQL,
        "css" | "scss" => &t::CSS,
        "make" | "makefile" => &t::MAKE,
        "bat" | "batch" | "cmd" => &t::BATCH,
        "ps1" | "powershell" | "pwsh" => &t::POWERSHELL,
        "dockerfile" | "docker" | "containerfile" => &t::DOCKER,
        "hcl" | "terraform" | "tf" | "nginx" => &t::BLOCKS,
        "log" | "logs" | "syslog" => &t::LOG,
        _ => return None,
    })
}

/// A name of every grammar, for tests.
#[cfg(test)]
pub(super) const NAMES: [&str; 34] = [
    "sh",
    "console",
    "yaml",
    "toml",
    "diff",
    "http",
    "html",
    "md",
    "ts",
    "json",
    "py",
    "rs",
    "go",
    "rb",
    "elixir",
    "java",
    "c",
    "php",
    "pl",
    "lua",
    "erl",
    "hs",
    "clj",
    "r",
    "sql",
    "css",
    "make",
    "bat",
    "ps1",
    "dockerfile",
    "hcl",
    "log",
    "kotlin",
    "promql",
];
