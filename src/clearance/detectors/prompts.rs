//! Accounts in what a terminal shows: prompts, variables of a session, lines of `id` and `sudo`.

use super::paths::is_nobody;
use super::placeholder::is_placeholder;
use super::{Found, Row};
use crate::common::all_common;

pub(super) const ROWS: &[Row] = &[
    // `zquist@ledger:~$`, `[zquist@ledger ~]#`.
    Row::blocking(
        "account-in-terminal",
        &["@"],
        r"(?:^|[\s`(\[])([A-Za-z_][\w.-]{1,31}@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*)(?::[~/][^\s$#\x60]*[ ]?|[ ][~/][^\]\s]*\])[$#%](?:\s|$|`)",
        is_prompt,
    ),
    Row::blocking(
        "account-in-terminal",
        &["user=", "logname="],
        r#"(?:^|[\s`"';])(?:SUDO_)?(?:USER|LOGNAME)=["']?([A-Za-z_][\w.-]{2,31})(?:$|[\s`"';,.)])"#,
        is_account,
    ),
    Row::blocking("account-in-terminal", &["uid="], r"(?-u:\b)uid=[0-9]{3,}\(([^)\s]{2,40})\)", is_account),
    Row::blocking(
        "account-in-terminal",
        &["sudo"],
        r"(?-u:\b)sudo(?:\[[0-9]+\])?:[ \t]+([A-Za-z_][\w.-]{1,31})[ \t]+:[ \t]",
        is_account,
    ),
];

/// An account that is neither one of a machine nor a word.
fn is_account(found: &Found<'_>) -> bool {
    is_somebody(found.value())
}

fn is_somebody(name: &str) -> bool {
    !is_nobody(&name.to_lowercase()) && !all_common(name) && !is_placeholder(name)
}

/// A prompt with somebody's account, or on a machine whose name is no word and no example.
fn is_prompt(found: &Found<'_>) -> bool {
    const HOSTS: [&str; 12] = [
        "localhost",
        "raspberrypi",
        "hostname",
        "ubuntu",
        "debian",
        "fedora",
        "kali",
        "archlinux",
        "macbook",
        "macbook-pro",
        "ip",
        "vm",
    ];
    let Some((account, host)) = found.value().split_once('@') else { return false };
    let label = host.split('.').next().unwrap_or_default().to_lowercase();
    let letters = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let example =
        letters.is_empty() || HOSTS.contains(&letters) || all_common(letters) || found.setting.is_public(host);
    is_somebody(account) || !example
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> bool {
        plain().see(text, false).iter().any(|found| found.rule == "account-in-terminal")
    }

    #[test]
    fn accounts_are_seen_where_a_terminal_shows_them() {
        for text in [
            "zquist@ledger:~$ ls",
            "zquist@ledger01:/srv/x # ls",
            "root@zrhledg01:~# ls",
            "[zquist@ledger01 ~]$ ls",
            "USER=zquist make",
            "LOGNAME=zquist",
            "uid=1042(zquist) gid=1042",
            "sudo: zquist : TTY=pts/0 ; PWD=/",
            "sudo[811]:   zquist : command not allowed",
        ] {
            assert!(seen(text), "{text}");
        }
        for text in [
            "user@host:~$ ls",
            "root@localhost:~# ls",
            "pi@raspberrypi:~ $ ls",
            "ubuntu@ip-10:~$ ls",
            "[root@server ~]# ls",
            "USER=postgres",
            "USER=${USER}",
            "DB_USER=zquist",
            "uid=0(root)",
            "uid=33(www-data)",
            "sudo: a terminal is required : ",
            "sudo: root : TTY=pts/0",
            "vite@5.0.0:/x",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
