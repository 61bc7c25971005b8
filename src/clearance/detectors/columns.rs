//! Tables and CSV with a column of passwords or tokens.

use super::Match;
use super::placeholder::is_placeholder;
use super::row::Found;
use super::setting::Setting;
use super::typed::is_mixed;
use crate::Tier;

/// The id of this rule.
const RULE: &str = "secret-assigned";

/// Headings of such columns, in lower case and letters only.
const HEADS: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "passwort",
    "passphrase",
    "passcode",
    "pass",
    "pwd",
    "pw",
    "psk",
    "kennwort",
    "motdepasse",
    "contrase\u{f1}a",
    "senha",
    "wachtwoord",
    "secret",
    "secrets",
    "clientsecret",
    "token",
    "tokens",
    "accesstoken",
    "apitoken",
    "authtoken",
    "apikey",
    "apikeys",
    "secretkey",
    "secretaccesskey",
    "accesskey",
    "privatekey",
    "credential",
    "credentials",
    "dbpassword",
    "пароль",
    "密码",
    "パスワード",
];

/// Finds the values of such columns.
pub(super) fn see(setting: &Setting, text: &str, seen: &mut Vec<Match>) {
    let mut lines = Lines { text, at: 0 }.peekable();
    while let Some(head) = lines.next() {
        for sign in ['|', ',', ';', '\t'] {
            if !head.line.contains(sign) {
                continue;
            }
            let cells = cells(&head, sign);
            let columns: Vec<usize> =
                (0..cells.len()).filter(|n| cells.get(*n).is_some_and(|cell| is_head(cell.line))).collect();
            let table = sign == '|';
            // Sentences contain commas as well, but column headings are short.
            let short = cells.iter().all(|cell| cell.line.chars().count() <= 24);
            if columns.is_empty() || cells.len() < 2 && !table || !table && !short {
                continue;
            }
            let mut rows = lines.clone();
            if table && rows.next_if(|line| is_rule(line.line)).is_none() {
                continue;
            }
            for row in rows.take_while(|line| line.line.contains(sign)) {
                let values = self::cells(&row, sign);
                if values.len() != cells.len() {
                    break;
                }
                for cell in columns.iter().filter_map(|n| values.get(*n)) {
                    let value = cell.line.trim_matches(['`', '"', '\'', '*', '_']);
                    let start = cell.at + cell.line.find(value).unwrap_or_default();
                    let range = start..start + value.len();
                    if is_mixed(&Found { setting, text, range: range.clone() }) && !is_placeholder(value) {
                        seen.push(Match { rule: RULE.to_owned(), tier: Tier::Block, range });
                    }
                }
            }
        }
    }
}

/// A part of the text and where it begins.
#[derive(Clone)]
struct Part<'t> {
    line: &'t str,
    at: usize,
}

#[derive(Clone)]
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = Part<'t>;

    fn next(&mut self) -> Option<Part<'t>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        let part = Part { line: line.trim_end(), at: self.at };
        self.at += line.len();
        Some(part)
    }
}

/// The cells of a row, without surrounding white space and the `>` of a block quote.
fn cells<'t>(row: &Part<'t>, sign: char) -> Vec<Part<'t>> {
    let start = row.line.len() - row.line.trim_start_matches([' ', '>']).len();
    let mut line = row.line.get(start..).unwrap_or_default();
    let mut at = row.at + start;
    if sign == '|' {
        if let Some(rest) = line.strip_prefix('|') {
            (line, at) = (rest, at + 1);
        }
        line = line.strip_suffix('|').unwrap_or(line);
    }
    let mut cells = Vec::new();
    for cell in line.split(sign) {
        let left = cell.len() - cell.trim_start().len();
        cells.push(Part { line: cell.trim(), at: at + left });
        at += cell.len() + sign.len_utf8();
    }
    cells
}

fn is_head(cell: &str) -> bool {
    let letters: String = cell.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    HEADS.contains(&letters.as_str())
}

/// Whether a line is the delimiter row of a table.
fn is_rule(line: &str) -> bool {
    (line.contains("--") || line.contains(":-") || line.contains("|-")) && line.chars().all(|c| "|:-+ \t>".contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, false).into_iter().map(|s| text[s.range].to_owned()).collect()
    }

    #[test]
    fn values_below_such_a_head_are_seen() {
        for text in [
            "| user | password |\n|---|---|\n| admin | Tr0ub4dor3x |",
            "| Password |\n|---|\n| Tr0ub4dor3x |",
            "| Host | **Pass** | Note |\n|:--|:-:|--:|\n| db | `Tr0ub4dor3x` | x |",
            "> | user | pwd |\n> |---|---|\n> | admin | Tr0ub4dor3x |",
            " user  |  password\n-------+-------------\n admin | Tr0ub4dor3x",
            "user,password\nadmin,Tr0ub4dor3x\n",
            "user;passwort;rolle\nadmin;Tr0ub4dor3x;x\n",
            "user\ttoken\nadmin\tTr0ub4dor3x\n",
            "```\nid,api_key,note\n1,Tr0ub4dor3x,x\n2,Tr0ub4dor3x,y\n```\n",
        ] {
            assert!(seen(text).contains(&"Tr0ub4dor3x".to_owned()), "{text}: {:?}", seen(text));
        }
    }

    #[test]
    fn placeholders_dates_and_sentences_are_not() {
        for text in [
            "| user | password |\n|---|---|\n| admin | <redacted> |\n| root | expired 2026-03-02 |",
            "| token | meaning |\n|---|---|\n| `SELECT` | reads |",
            "The user, the token, the key\nand 1a2b3c4d, x, y",
            "| secret | rotated |\n|---|---|\n| ledger-db-credentials | 2026-03-02 |",
        ] {
            assert_eq!(seen(text), Vec::<String>::new(), "{text}");
        }
    }
}
