//! Passwords in commands and statements of programs with their own syntax for them.

use super::typed::{is_given, is_mixed, is_typed};
use super::{Found, Row};

const fn row(words: &'static [&'static str], pattern: &'static str, keep: fn(&Found<'_>) -> bool) -> Row {
    Row::blocking("password-flag", words, pattern, keep)
}

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Redis, SMTP, IMAP.
    row(&["auth "], r#"(?:^|[\s>`"'(])(?:AUTH|auth|Auth)[ \t]+(?:(?:PLAIN|LOGIN|default|[a-z][\w-]{0,20})[ \t]+)?["'`]?([^\s"'`<>|,;]{6,})"#, is_typed),
    row(&["setuser", "nopass"], r#"(?i)(?-u:\b)setuser(?-u:\b)[^\n]*?\s[>\x23]([^\s"'`]{4,})"#, is_given),
    row(&["auth plain", "auth login"], r"(?i)(?-u:\b)auth (?:plain|login) ([A-Za-z0-9+/]{8,}={0,2})", is_mixed),
    row(&["openssl"], r#"(?-u:\b)openssl(?-u:\b)(?:[^\n|]|\\\n)*?\s-(?:k|K|passin|passout|pass)[ \t]+["']?(?:pass:)?([^\s"'`:-][^\s"'`:]{3,})(?:$|[\s"'`])"#, is_given),
    // PowerShell and Windows.
    row(&["securestring"], r#"(?i)(?-u:\b)convertto-securestring(?-u:\b)(?:[ \t]+-(?:string|asplaintext|force))*[ \t]+(?:"([^"\n$]{3,})"|'([^'\n]{3,})'|([^\s"'$(-][^\s"']{2,}))"#, is_given),
    row(&["networkcredential", "pscredential"], r#"(?i)(?-u:\b)(?:networkcredential|pscredential\]?(?:::new)?)[ \t]*\([^\n,)]{1,60},[ \t]*["']([^"'\n]{3,})["']"#, is_given),
    row(&["net use", "net user", "cmdkey", "runas", "schtasks", "psexec", "wmic", "/user:"], r#"(?i)(?-u:\b)net\s+use\s+\S+\s+(?:\\\\\S+\s+)?["']?([^\s"'/*\\]{3,})["']?\s+/user:|(?-u:\b)net\s+user\s+[\w.-]+\s+["']?([^\s"'/*][^\s"'/]{2,})|(?:^|\s)/rp[ \t]+["']?([^\s"'/]{3,})|/pass(?:word)?:["']?([^\s"'/]{3,})|(?:^|\s)/user:[^\s`]+[ \t]+["']?([^\s"'`/\\]{3,})"#, is_windows),
    // SQL.
    row(&["identified", "password"], r#"(?i)(?-u:\b)identified\s+by\s+(?:values\s+)?["']?([^\s"';,()]{4,})|(?-u:\b)(?:user|role|login)(?-u:\b)[^\n;]{1,80}?(?-u:\b)password[ \t]*=?[ \t]*N?["']([^"'\n]{3,})["']"#, is_in_sql),
    row(&[".auth(", "createuser"], r#"(?-u:\b)\.auth\([^\n,)]{1,60},[ \t]*["']([^"'\n]{3,})["']"#, is_given),
    row(&["sqlplus", "jdbc:oracle", "expdp", "impdp", "rman", "sqlldr", "@tcp(", "@unix("], r#"(?i)(?-u:\b)(?:sqlplus|expdp|impdp|exp|imp|rman|sqlldr)\s+(?:-\S+\s+)*(?:target\s+)?["']?[\w$\x23.-]+/([^\s"'@/]{3,})|jdbc:oracle:[a-z]+:[\w.-]+/([^\s"'@/]{3,})@|[\w.-]+:([^\s"'@:/]{3,})@(?:tcp|unix)\("#, is_given),
    // `.netrc` over several lines, `.pgpass`.
    row(&["login"], r"(?i)(?-u:\b)login\s+\S+\s+(?:account\s+\S+\s+)?password[ \t]+(\S{3,})", is_in_netrc),
    row(&[":"], r#"(?:^|[\s`|"'(>])[\w.*-]+:(?:[0-9]{2,5}|\*):[\w.*-]+:[\w.*-]+:([^\s:`|"'<)]{6,})(?:$|[\s`|"'<)])"#, is_typed),
    // Secret stores.
    row(&["kv put", "etcdctl", "ssm put", "put-secret", "create-secret", "secret set", "secrets set", "secret create"],
        r#"(?i)(?-u:\b)(?:consul\s+kv\s+put|etcdctl\s+put)\s+\S*(?:pass|secret|token|key|cred)\S*[ \t]+["']?([^\s"']{3,})|(?-u:\b)(?:ssm\s+put-parameter|secretsmanager\s+(?:put-secret-value|create-secret|update-secret)|secrets?\s+(?:set|create|versions\s+add)|keyvault\s+secret\s+set)(?-u:\b)(?:[^\n|]|\\\n)*?\s(?:--value|--secret-string|--body|-b)[= \t]+["']?([^\s"']{3,})"#, is_given),
    row(&["<<<", "printf", "echo"], r#"(?i)--password-stdin[ \t]*<<<[ \t]*["']?([^\s"'$]{3,})|(?-u:\b)(?:printf|echo)[ \t]+(?:-[a-z]+[ \t]+)?["']?([^\s"'|$%]{3,})["']?[ \t]*\|[^\n|]{0,80}?(?:--password-stdin|--pass(?:word|phrase)?-(?:stdin|fd))"#, is_given),
    row(&["send"], r#"(?-u:\b)send(?:_user)?[ \t]+(?:--[ \t]+)?["']([^"'\n]{4,}?)\\[rn]["']"#, is_typed),
    // Routers and wireless networks.
    row(&["enable", "secret", "community", "username"], r"(?i)(?-u:\b)enable[ \t]+(?:secret|password)(?:[ \t]+(?:level[ \t]+)?[0-9]{1,2})?[ \t]+(\S{4,})|(?-u:\b)username[ \t]+\S+(?:[ \t]+privilege[ \t]+[0-9]+)?[ \t]+(?:secret|password)(?:[ \t]+[0-9])?[ \t]+(\S{4,})|(?-u:\b)snmp-server[ \t]+community[ \t]+(\S{4,})", is_mixed),
    row(&["wpa_passphrase", "wifi:"], r#"(?i)(?-u:\b)wpa_passphrase[ \t]+(?:"[^"\n]+"|\S+)[ \t]+["']?([^\s"']{8,})|(?-u:\b)wifi:(?:[a-z]:[^;\n]*;)*P:([^;\n]{4,});"#, is_given),
];

/// A password in a Windows command, not one of the words that can follow a user there.
fn is_windows(found: &Found<'_>) -> bool {
    const WORDS: [&str; 6] = ["domain", "active", "delete", "times", "cmd", "cmd.exe"];
    let value = found.value().to_ascii_lowercase();
    let run = found.text.get(..found.range.start).unwrap_or_default().to_ascii_lowercase();
    let line = run.rsplit('\n').next().unwrap_or_default();
    // `runas /user:admin cmd` names a program.
    let program = line.contains("runas") && !is_mixed(found);
    is_given(found) && !program && !WORDS.contains(&value.as_str())
}

/// A password in SQL: quoted, or mixed letters and digits.
fn is_in_sql(found: &Found<'_>) -> bool {
    let quoted = matches!(found.before(), Some('"' | '\''));
    let word = ["externally", "globally", "values", "password", "random"]
        .contains(&found.value().to_ascii_lowercase().as_str());
    is_given(found) && !word && (quoted || is_mixed(found))
}

/// A password in a `.netrc` file, not in a sentence.
fn is_in_netrc(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let start = head.len().saturating_sub(160);
    let near = head.get(start..).or_else(|| head.get(head.char_indices().map(|(at, _)| at).find(|at| *at >= start)?..));
    is_mixed(found) || near.is_some_and(|near| near.contains("machine ")) && is_given(found)
}
