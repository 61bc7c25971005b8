//! Secrets in pasted text: after a flag, a name and separator, a header, in a query or a cookie.

use super::issued::is_id;
use super::machine_made::{changes, is_machine_made, is_random};
use super::names::is_name;
use super::placeholder::{is_placeholder, without_markup};
use super::tags::is_kept_elsewhere;
use super::typed::is_technical;
use super::{Found, Row};
use crate::common::all_common;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    Row::blocking("password-flag", &["--pass", "--pw", "-password", "-passphrase", "-pass ", "-token", "-secret", "-key", "-credential", "-auth"],
        r#"(?i)(?:^|[\s"'`(\[,])--?(?:[a-z0-9]+-)*(?:password|passwd|passphrase|passcode|pass|pwd?|secret|token|(?:secret|api|access|auth|account|private|master)-?key|auth|credentials?)(?:=|[ \t]+)(?:"([^"\n]{3,})"|'([^'\n]{3,})'|([^\s"'`<>\-][^\s"'`<>]{2,}))"#, is_after_flag),
    Row::blocking("password-flag", &["curl", "wget", "http "],
        r#"(?i)(?-u:\b)(?:curl|wget|https?|xh)(?-u:\b)(?:[^\n|]*\n){0,10}?[^\n|]*?\s(?:-u|--user|--proxy-user|-U|-a|--auth)[ \t=]*(?:"([^"\n]*:[^"\n]*)"|'([^'\n]*:[^'\n]*)'|((?:["'][^"'\n]*["']|[^\s:"']*):(?:["'][^"'\n]*["']|[^\s"'@]*)))"#, is_login),
    Row::blocking("password-flag", &["mysql", "mariadb"],
        r#"(?i)(?-u:\b)(?:mysql|mariadb)[a-z_-]*(?-u:\b)(?:[^\n|]|\\\n)*?\s-p["']?([^\s"'`|;]{3,})"#, is_written),
    Row::blocking("password-flag", &["sshpass", "7z", "mongo", "cqlsh", " login", "psexec", "clickhouse", "influx", "snowsql", "keytool", "rdesktop", "useradd", "nats"],
        r#"(?i)(?-u:\b)(?:sshpass|mongo[a-z]*|cqlsh|(?:docker|podman|az|oc|helm registry|nerdctl|buildah|skopeo) login|psexec|rdesktop|useradd|usermod|7za?)(?-u:\b)(?:[^\n|]|\\\n)*?\s(?:(?:-p|-a)[ \t]*|(?:--pass|-storepass|-keypass)[ \t=]+)["']?([^\s"'`\-][^\s"'`]{2,})"#, is_written),
    // Its `-p` is a port.
    Row::blocking("password-flag", &["redis-cli", "valkey-cli"],
        r#"(?-u:\b)(?:redis|valkey)-cli(?-u:\b)(?:[^\n|]|\\\n)*?\s(?:-a[ \t]*|--pass[ \t=]+)["']?([^\s"'`\-][^\s"'`]{2,})"#, is_written),
    Row::blocking("secret-assigned", &["cli_auth="],
        r#"(?i)(?-u:\b)[a-z0-9]+cli_auth=["']?([^\s"'`;&|]{3,})"#, is_written),
    Row::blocking("secret-parameter", &["x-amz-signature", "x-goog-signature"],
        r"(?i)(?-u:\b)x-(?:amz|goog)-signature[=:][ ]*([0-9a-f]{32,})", is_written),
    Row::blocking("password-flag", &["ldap", "sqlcmd", "bcp ", "ipmitool", "zip ", "snmp", "smbclient", "lftp", "xfreerdp", "htpasswd", "rabbitmqctl", "vault login", "-pass"],
        r#"(?i)(?-u:\b)ldap[a-z]+(?-u:\b)[^\n|]*?\s-w[ \t]*["']?([^\s"'`]{3,})|(?-u:\b)(?:sqlcmd|bcp|ipmitool|zip|unzip)(?-u:\b)[^\n|]*?\s-P[ \t]*["']?([^\s"'`\-][^\s"'`]{2,})|(?-u:\b)snmp[a-z]+(?-u:\b)[^\n|]*?\s-[cAX][ \t]*["']?([^\s"'`]{4,})|(?-u:\b)smbclient(?-u:\b)[^\n|]*?-U[ \t]*["']?[^\s%"']+%([^\s"']{3,})|(?-u:\b)lftp(?-u:\b)[^\n|]*?-u[ \t]*["']?[^\s,"']+,([^\s"']{3,})|/p:["']?([^\s"']{3,})|(?-u:\b)htpasswd\s+-[a-zA-Z]*b[a-zA-Z]*\s+\S+\s+\S+\s+["']?([^\s"']{3,})|(?-u:\b)rabbitmqctl(?-u:\b)[^\n|]*?(?:add_user|change_password)\s+\S+\s+["']?([^\s"']{3,})|(?-u:\b)vault\s+login\s+(?:-[^\s]+\s+)*["']?([^\s"'-][^\s"']{7,})|-pass(?:in|out)?\s+["']?pass:([^\s"']{3,})"#, is_written),
    Row::blocking("password-flag", &["chpasswd", "sudo -s", "--stdin", "password-stdin"],
        r#"(?i)(?-u:\b)echo\s+(?:-n\s+)?["']?(?:[\w-]+:)?([^\s"'|]{2,}[^\s"'|:])["']?\s*\|\s*(?:sudo\s+)?(?:chpasswd|sudo\s+-S|passwd\s+--stdin|[a-z]+\s+login(?-u:\b)[^\n]*--password-stdin)"#, is_written),
    Row::blocking("secret-assigned", &["passw", "passphrase", "passcode", "pass=", "pass:", "pass =", "_pass", "pwd", "secret", "token", "credential", "key", "psk", "auth"],
        r#"(?i)(?:^|[^a-z0-9])(?:[a-z0-9]+[_.-]{1,2}|[a-z0-9]*)(?:password|passwd|passwort|passphrase|passcode|pass|pwd|pw|psk|client[ _.-]?secret|secret|token|bearer|credentials?|(?:api|app|access|secret|private|signing|encryption|encrypt|master|auth|account|service|shared|hmac|session|session_signing|deploy|license|subscription|integration|routing|ingest|write|admin)[ _.-]?key(?:[ _.-]?(?:id|base))?|secret[ _]?key[ _]?base|dsn)(?-u:\b)["'`\])*]{0,3}[ \t]{0,8}(?:=>|:{1,3}=|\?=|==|=|:|\|)[ \t]{0,8}(?:[!&][^\s"'`]*[ \t]+){0,2}(?:"([^"\n]{4,400})"|'([^'\n]{4,400})'|`([^`\n]{4,400})`|([^\s"'`,;<>|][^\s"'`;<>|]{3,400}))"#, is_assigned),
    Row::blocking("secret-assigned", &["key", "secret", "token", "access", "auth", "api", "cred", "passw", "passphrase"],
        r#"(?i-u)(?:access|auth|api|credentials?|creds|key|secret|token|passw(?:or)?d|passphrase)[ \t\w.-]{0,24}[\s"']{0,3}(?:=>|:{1,3}=|\|\||\?=|=|>|:|,)[`"'\s=]{0,8}([A-Za-z0-9+/_-][A-Za-z0-9_.+/=:-]{7,})"#, is_random_key),
    Row::blocking("secret-assigned", &["key"],
        r"(?i)key(?:[^0-9A-Za-z+/\n][^\n]{0,23}?)?([A-Za-z0-9+/]{86}==)", is_random_key),
    Row::blocking("secret-assigned", &["secret_key"],
        r#"(?i)["']secret_key["'][ \t]*=>[ \t]*["'](sk_\S{29})["']"#, is_varied),
    Row::blocking("secret-assigned", &["<add key="],
        r#"(?i)<add key="(?:clear-?text)?password"\s*value="([^"\n]{8,})""#, is_written),
    Row::blocking("secret-assigned", &["name"],
        r#"(?i)(?-u:\b)name["']?\s*[:=]\s*["']?[a-z0-9_.-]*(?:password|passwd|pwd|secret|token|api_?key|access_?key|secret_?key|private_?key)["']?\s*,?\s*["']?value["']?\s*[:=]\s*["']?([^\s"',}]{4,})"#, is_strong),
    Row::blocking("secret-assigned", &["identified", "with password", "encrypted password", "requirepass", "masterauth", "set password", "auth "],
        r#"(?i)(?-u:\b)identified\s+(?:with\s+\S+\s+)?by\s+(?:password\s+)?["']([^"'\n]{3,})["']|(?-u:\b)(?:with|encrypted)\s+password\s+["']([^"'\n]{3,})["']|(?-u:\b)(?:requirepass|masterauth)[ \t]+["']?([^\s"'`]{4,})|(?-u:\b)set\s+password(?-u:\b)[^\n]*?=[ \t]*(?:password\()?["']([^"'\n]{3,})["']"#, is_written),
    Row::blocking("secret-assigned", &["define(", "setx ", "env ", "set -", "<password>", "<secret>", "<token>", "machine "],
        r#"(?i)(?-u:\b)define\(\s*["'][a-z0-9_]*(?:password|secret|token|key)["']\s*,\s*["']([^"'\n]{4,})["']|(?-u:\b)(?:setx|set\s+-[a-z]+|env)\s+[a-z0-9_]*(?:password|passwd|secret|token|key)[ \t]+["']?([^\s"'=]{4,})|<(?:password|passwd|secret|token|apikey)>([^<\n]{4,})</|(?-u:\b)machine\s+\S+\s+login\s+\S+\s+password[ \t]+(\S{3,})"#, is_written),
    Row::blocking("secret-assigned", &["key=\"", "name=\""],
        r#"(?i)(?-u:\b)(?:key|name)="[a-z0-9_.-]*(?:password|passwd|secret|token|api_?key|access_?key)"\s+value="([^"\n]{4,})""#, is_written),
    Row::blocking("secret-in-words", &["password", "passphrase", "passcode", "passwort", "pin ", "credentials", "user/pass", "token", "secret"],
        r#"(?i)(?-u:\b)(?:password|passphrase|passcode|passwort|credentials?|token|secret)\s+(?:is|was|were|are|ist|war|to|of|for\s+\S+\s+(?:is|was))\s*:?\s+[`'"\x{201c}\x{2018}*]{0,3}([^\s`'"\x{201c}\x{201d}\x{2019}*]{5,})|(?-u:\b)(?:credentials|user/pass(?:word)?|login)\s*:?\s+[`'"]?[a-z0-9._-]+\s*[:/]\s*([^\s`'"]{5,})"#, is_mixed_password),
    Row::blocking("secret-in-words", &["pin", "passcode"],
        r"(?i)(?-u:\b)(?:pin|passcode)(?:\s+(?:code|number))?\s*(?:is|was|:|=)?\s*[`'\x22]?([0-9]{4,8})(?-u:\b)", is_pin),
    Row::blocking("secret-header", &["curl"],
        r#"(?i)(?-u:\b)curl(?-u:\b)(?:[^\n|]*\n){0,10}?[^\n|]*?\s(?:-H|--header)[= \t]*["'](?:authorization:[ \t]*(?:(?:basic|bearer|token|api-?token|api-?key)[ \t]+)?|(?:x-(?:[a-z]+-)*)?(?:api-?)?(?:key|token):[ \t]*)([^"'\s]{8,})["']"#, is_written),
    Row::blocking("password-in-connection", &["://"],
        r"(?i)(?-u:\b)(?:mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb|amqps?|rediss?|ldaps?|s?ftps?|mssql|sqlserver|clickhouse|nats|mqtts?|smtps?)://[^\s/:@]{0,50}:([^\s@]{3,88})@[a-z0-9\[]", is_in_address),
    Row::blocking("authorization-header", &["authorization"],
        r#"(?i)(?-u:\b)authorization["']?\s*[:=]\s*["']?(?:(?:basic|bearer|token|api-?token|apikey|api-?key|negotiate|digest|sso-key|bot|key|aws4-hmac-sha256)\s+)?([^\s"'`,<>]{8,})"#, is_mixed_key),
    Row::blocking("secret-header", &["-key:", "_key:", "-token:", "-secret:", "apikey:", "x-auth", "subscription-key", "-key\"", "-token\"", "-signature"],
        r#"(?i)(?-u:\b)(?:[a-z0-9]+-)*(?:api-?key|apikey|auth-key|auth-token|auth|access-token|access-key|private-token|security-token|vault-token|token|secret|subscription-key|app-key|application-key|session-token|csrf-token|xsrf-token|signature(?:-256)?)["']?\s*:\s*["']?([^\s"'`,<>]{6,})"#, is_mixed_key),
    Row::blocking("session-cookie", &["cookie"],
        r#"(?i)(?:(?-u:\b)set-)?(?-u:\b)cookies?["']?\s*[:=]?\s*["']?(?:[a-z0-9_.%-]+=[^\s;"']*;\s*)*?[a-z0-9_.%-]+=([^\s;"'`,&]{6,})"#, is_mixed_key),
    Row::blocking("session-cookie", &["session", "sess", "sid=", "connect.sid", ".aspxauth", "remember_token", "csrftoken", "xsrf"],
        r"(?i)(?-u:\b)(?:jsessionid|phpsessid|asp\.net_sessionid|\.?aspxauth|connect\.sid|session_?id|session_?token|session|sessid|_[a-z]+_sess(?:ion)?|laravel_session|remember_(?:user_)?token|csrftoken|xsrf-token|sid)=([^\s;\x22'`,&<>]{10,})", is_mixed_key),
    Row::blocking("secret-parameter", &["?", "&"],
        r"(?i)[?&;](?:amp;)?(?:[a-z0-9]+[_.-])*(?:client_?secret|secret|access_?token|refresh_?token|id_?token|auth_?token|token|api_?key|apikey|access_?key|auth_?key|auth|key|sig|signature|password|passwd|passwort|pwd|pass|code|state|session(?:_?id)?|sid|jwt|assertion|credential|x-amz-signature|x-amz-credential|x-amz-security-token|x-goog-signature|hmac|otp)=([^\s&\x22'`<>\x23\])]{6,})", is_mixed_key),
    Row::blocking("key-body", &["\n", "\r", " "],
        r"(?:[A-Za-z0-9+/]{60,76}[ \t]*(?:\\n|\r?\n|[ \t])[ \t>|\x23]*){2,}[A-Za-z0-9+/]{2,76}={0,2}", is_body),
    Row::blocking("key-body", &["mii", "mighageamb", "mhcca", "mc4caqa", "b3blbnnzac1r"],
        r"MII[A-Za-z0-9+/]{1,6}I[BA][A-Za-z0-9+/]{60,}|MIGHAgEAMB[A-Za-z0-9+/]{60,}|MHcCAQEE[A-Za-z0-9+/]{60,}|MC4CAQAwBQ[A-Za-z0-9+/]{50,}|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{40,}", is_body),
];

/// Names for passwords that people choose; values of other names must look machine-generated.
const PASSWORDS: &[&str] =
    &["password", "passwd", "passwort", "passphrase", "passcode", "pass", "pwd", "pw", "psk", "client_secret"];

/// Any value that is not a placeholder.
fn is_written(found: &Found<'_>) -> bool {
    let value = without_markup(found.value());
    // The command after a flag whose value, such as `<x>`, was removed as an HTML tag.
    let command = ["ssh", "scp", "sftp", "rsync", "ping"].contains(&value);
    let parameter = value.starts_with('&') && value.contains('=');
    !command
        && !parameter
        && !value.starts_with("](")
        && !is_placeholder(value)
        && value.chars().any(char::is_alphanumeric)
}

/// `name:password`, or a token in place of the name.
fn is_login(found: &Found<'_>) -> bool {
    let plain = |text: &str| text.trim_matches(['"', '\'']).to_owned();
    let Some((name, password)) = found.value().split_once(':') else { return false };
    let (name, password) = (plain(name), plain(password));
    let written = |text: &str| !is_placeholder(text) && text.chars().any(char::is_alphanumeric);
    if password.is_empty() {
        written(&name) && is_machine_made(&name)
    } else {
        password.len() >= 3 && written(&password)
    }
}

/// The value of a name such as `secret`: neither a placeholder nor a name.
fn is_strong(found: &Found<'_>) -> bool {
    is_written(found) && (!is_name(found.value()) || key(found).is_some_and(|key| is_password(&key)))
}

fn is_password(key: &str) -> bool {
    PASSWORDS.iter().any(|known| key.ends_with(known))
}

/// The name before the value, in lower case.
fn key(found: &Found<'_>) -> Option<String> {
    let head = found.text.get(..found.range.start)?;
    let head = head.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let start = head.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')).len();
    Some(head.get(start..)?.to_ascii_lowercase())
}

/// A value after a flag; in prose it may be an ordinary word.
fn is_after_flag(found: &Found<'_>) -> bool {
    let value = found.value();
    let password = key(found).is_some_and(|key| is_password(&key));
    let joined = found.before() == Some('=') || matches!(found.before(), Some('"' | '\''));
    is_written(found) && if password { joined || !all_common(value) } else { !is_name(value) }
}

/// A value after a name and a separator.
fn is_assigned(found: &Found<'_>) -> bool {
    let value = without_markup(found.value()).trim_end_matches([',', '.', ')', ']', '*']);
    let Some(key) = key(found) else { return false };
    if !is_written(found)
        || is_kept_elsewhere(found)
        || value.len() < 4
        || value.contains(['(', '[']) && !value.contains(['!', '@', '#', '^'])
    {
        return false;
    }
    if !is_password(&key) {
        return is_machine_made(value);
    }
    let mixed = !is_name(value)
        || value.chars().all(|c| c.is_ascii_digit()) && value.len() >= 6
        || value.chars().any(|c| c.is_ascii_digit())
            && value.chars().any(|c| c.is_ascii_alphabetic())
            && value.len() >= 6;
    // A plain word counts only in program syntax: quoted, after `=`, or alone on its line of YAML.
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let line = head.rsplit('\n').next().unwrap_or_default();
    let quoted = matches!(found.before(), Some('"' | '\'' | '`'));
    let joined = head.ends_with('=');
    let alone = line.trim_start_matches([' ', '\t', '-']).starts_with(|c: char| c.is_ascii_lowercase())
        && line.trim().trim_start_matches("- ").split_whitespace().count() == 1
        && tail.lines().next().unwrap_or_default().trim().is_empty();
    let state = all_common(value) || ["ed", "ing", "tion"].iter().any(|end| value.ends_with(end));
    let spaced = value.contains(' ') && is_name(value);
    mixed && !spaced || !state && !spaced && value.len() >= 5 && (quoted || joined || alone)
}

fn is_mixed_password(found: &Found<'_>) -> bool {
    let value = found.value().trim_end_matches(['.', ',', ';', ')', ':', '!', '?']);
    let digits = value.bytes().any(|b| b.is_ascii_digit());
    let letters = value.bytes().any(|b| b.is_ascii_alphabetic());
    is_written(found) && digits && letters && value.len() >= 6 && !is_name(value) && !is_technical(value)
        || is_written(found) && value.contains(['!', '$', '^', '&', '*', '#']) && digits | letters && value.len() >= 6
}

fn is_mixed_key(found: &Found<'_>) -> bool {
    is_written(found) && is_machine_made(found.value())
}

/// A random value after an ambiguous word, which may mean a secret or only a name.
fn is_random_key(found: &Found<'_>) -> bool {
    let value = found.value().trim_end_matches(['.', ':', '-', '/', ',']);
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let line = head.rsplit('\n').next().unwrap_or_default();
    let before: String = line.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    // After a word for a password a weaker test is enough.
    let password = ["passw", "passphrase"].iter().any(|word| before.to_lowercase().contains(word));
    // A member expression in a program.
    let member = value.contains('.') && value.split('.').all(|part| part.len() < 11);
    let mixed = value.bytes().any(|b| b.is_ascii_digit()) && value.bytes().any(|b| b.is_ascii_alphabetic());
    !member
        && (is_random(value) && value.len() >= 10 || password && mixed && !is_name(value))
        && !is_placeholder(value)
        && !is_id(&before)
        && !is_of_a_store(&before)
}

/// A value that is not the same letter repeated.
fn is_varied(found: &Found<'_>) -> bool {
    changes(found.value()) >= 1
}

/// A password in an address: random, or not a placeholder.
fn is_in_address(found: &Found<'_>) -> bool {
    let value = found.value();
    !value.starts_with(['<', '$', '{', '*', '%']) && (changes(value) >= 3 || !is_placeholder(value))
}

/// Whether the key is that of a table, a cache or a protocol.
fn is_of_a_store(words: &str) -> bool {
    const STORES: &[&str] =
        &["cache", "sort", "primary", "partition", "foreign", "public", "idempotency", "object", "row", "websocket"];
    let words = words.to_lowercase();
    STORES.iter().any(|store| words.contains(store))
}

/// Digits that are not a year.
fn is_pin(found: &Found<'_>) -> bool {
    let value = found.value();
    !(value.len() == 4 && (value.starts_with("19") || value.starts_with("20")))
        && found.is_alone()
        // `pin 4812 of the connector`; no connector has ten thousand.
        && (value.len() > 4
            || !found.text.get(found.range.end..).unwrap_or_default().trim_start().starts_with(|c: char| c.is_lowercase()))
}

/// Base64 of random bytes, with capitals, lower-case letters and digits; not a file hash or a public key.
fn is_body(found: &Found<'_>) -> bool {
    let value = found.value();
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().filter(|b| test(b)).count() >= 3;
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let hashed = ["sha256-", "sha384-", "sha512-", "base64,"].iter().any(|start| head.ends_with(start));
    // The content between these lines is public.
    let public =
        ["CERTIFICATE-----", "CERTIFICATE REQUEST-----", "PUBLIC KEY-----", "PUBLIC KEY BLOCK-----", "SIGNATURE-----"];
    let begins = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '#'));
    !hashed
        && !public.iter().any(|end| begins.ends_with(end))
        && !value.starts_with("AAAA")
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit)
        && !is_placeholder(value)
}

#[cfg(test)]
mod tests;
