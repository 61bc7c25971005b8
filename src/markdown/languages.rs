//! What authors call the languages of their code.

/// The grammar for a language as authors name it; none is known for the others. Asked before grammars are loaded.
pub(super) fn grammar(language: &str) -> Option<&'static str> {
    Some(match language {
        "sh" | "bash" | "shell" | "zsh" | "ksh" | "console" | "terminal" | "shell-session" | "shellsession"
        | "sh-session" => "sh",
        // The grammars hold no TypeScript; JavaScript's colours nearly all of it rightly.
        "js" | "javascript" | "mjs" | "cjs" | "jsx" | "node" | "ts" | "typescript" | "tsx" => "js",
        "json" | "jsonc" | "json5" | "ndjson" | "jsonl" => "json",
        "yaml" | "yml" => "yaml",
        "py" | "python" | "python3" => "py",
        "rs" | "rust" => "rs",
        "go" | "golang" => "go",
        "rb" | "ruby" => "rb",
        "java" => "java",
        "scala" => "scala",
        "c" | "h" => "c",
        "cpp" | "c++" | "cc" | "hpp" => "cpp",
        "cs" | "csharp" | "c#" => "cs",
        "php" => "php",
        "pl" | "perl" => "pl",
        "lua" => "lua",
        "erl" | "erlang" => "erl",
        "hs" | "haskell" => "hs",
        "clj" | "clojure" => "clj",
        "r" => "r",
        "sql" | "mysql" | "postgresql" | "psql" | "plsql" => "sql",
        "html" | "htm" => "html",
        "xml" | "svg" => "xml",
        "css" => "css",
        "diff" | "patch" => "diff",
        "make" | "makefile" => "make",
        "bat" | "batch" | "cmd" => "bat",
        "properties" | "ini" | "conf" | "cfg" | "toml" | "env" | "dotenv" => "properties",
        "groovy" | "gradle" | "jenkinsfile" => "groovy",
        "md" | "markdown" => "md",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::grammar;
    use crate::markdown::code::GRAMMARS;

    #[test]
    fn every_grammar_that_is_named_is_there() {
        for language in
            ["sh", "ts", "json", "yml", "py", "rs", "go", "rb", "java", "scala", "c", "cpp", "cs", "php", "pl"]
                .into_iter()
                .chain([
                    "lua", "erl", "hs", "clj", "r", "sql", "html", "xml", "css", "diff", "make", "bat", "toml",
                    "groovy", "md",
                ])
        {
            let token = grammar(language).unwrap();
            assert!(GRAMMARS.syntaxes.find_syntax_by_token(token).is_some(), "{language}");
        }
    }
}
