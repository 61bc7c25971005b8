//! Paths that contain the name of an account.

use super::{Found, Row};
use crate::Tier;
use crate::common::is_common;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "home-path",
        tier: Tier::Block,
        words: &["/home/", "/users/", "\\users\\"],
        pattern: r"(?i)(?:/home/|/Users/|[a-z]:\\{1,2}Users\\{1,2})([\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*)",
        keep: is_somebody,
    },
    // A shell replaces `~account/` by the home of the account.
    Row {
        id: "home-path",
        tier: Tier::Block,
        words: &["~"],
        pattern: r#"(?:^|[\s`"'(=:])~([a-z_][a-z0-9_-]{2,31})/"#,
        keep: is_named_account,
    },
];

/// Generic accounts.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "airflow",
    "alice",
    "app",
    "azureuser",
    "bob",
    "build",
    "builder",
    "buildkite-agent",
    "centos",
    "ci",
    "circleci",
    "cloud-user",
    "coder",
    "core",
    "debian",
    "default",
    "deploy",
    "dev",
    "developer",
    "docker",
    "ec2-user",
    "elastic",
    "example",
    "fedora",
    "foo",
    "git",
    "github",
    "gitlab-runner",
    "gitpod",
    "hadoop",
    "index",
    "jenkins",
    "jovyan",
    "kafka",
    "linuxbrew",
    "me",
    "mysql",
    "name",
    "nginx",
    "nobody",
    "node",
    "nonroot",
    "opc",
    "oracle",
    "page",
    "pi",
    "postgres",
    "public",
    "redis",
    "rocky",
    "root",
    "runner",
    "service",
    "shared",
    "site",
    "spark",
    "steam",
    "test",
    "tester",
    "ubuntu",
    "user",
    "username",
    "vagrant",
    "vscode",
    "web",
    "worker",
    "www",
    "www-data",
    "you",
    "your-name",
    "your-user",
    "your_name",
    "your_user",
];

fn is_somebody(found: &Found<'_>) -> bool {
    let sign = found.text.get(..found.range.start).unwrap_or_default();
    let windows = sign.ends_with('\\');
    let start = sign.trim_end_matches(['/', '\\']).rfind(['/', '\\']).unwrap_or_default();
    // `https://host/home/page` is an address; a path begins at its first slash, or in a folder that holds homes.
    let goes_on = |text: &str| text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/'));
    let outer = sign.get(..start).unwrap_or_default();
    let outer = outer.strip_suffix("file://").unwrap_or(outer);
    let homes = ["/export", "/mnt", "/nfs", "/usr", "/var"].iter().find_map(|folder| outer.strip_suffix(folder));
    let inside = !windows && goes_on(homes.unwrap_or(outer));
    let name = found.value().trim_end_matches('.').to_lowercase();
    // Read as an escape, the `\De` of `C:\Users\Public\Desktop` is a letter, which belongs to no name.
    let ascii = name.split(|c: char| !c.is_ascii()).next().unwrap_or_default();
    let nobody = is_nobody(&name) || windows && is_nobody(ascii);
    !inside && !nobody
}

/// The account of a person, not a word of a sentence: `~half/day` is a rate.
fn is_named_account(found: &Found<'_>) -> bool {
    !is_nobody(found.value()) && !is_common(found.value())
}

/// Whether an account, in small letters, belongs to nobody.
pub(super) fn is_nobody(account: &str) -> bool {
    NOBODY.contains(&account)
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        let seen = plain().see(text, false).into_iter();
        seen.filter(|s| s.rule == "home-path").map(|s| text[s.range].to_owned()).collect()
    }

    #[test]
    fn somebody_s_home_is_seen() {
        assert_eq!(seen("at /home/joduya/bin"), ["joduya"]);
        assert_eq!(seen("/Users/jane.o/x"), ["jane.o"]);
        assert_eq!(seen("/Users/Ünal/x and /home/zoë"), ["Ünal", "zoë"]);
        assert_eq!(seen("/export/home/joduya and /var/home/joduya/x"), ["joduya", "joduya"]);
        assert_eq!(seen("file:///home/joduya/x"), ["joduya"]);
        assert_eq!(seen(r"C:\Users\jane\x and C:\\Users\\jane"), ["jane", "jane"]);
        assert_eq!(seen("cp ~zquist/dump.txt . and `~mtveit/`"), ["zquist", "mtveit"]);
        for text in ["~deploy/releases", "~/bin", "~50/s", "~half/day", "https://example.com/~zquist/"] {
            assert!(seen(text).is_empty(), "{text}");
        }
        for text in [
            r"C:\Users\Public\Desktop",
            "C:\\Users\\Public\u{de}sktop",
            "/home/ubuntu/x",
            "https://x.example.com/home/page2",
            "/users/",
            "src/home/view.rs",
            "srv/var/home/page2",
        ] {
            assert!(seen(text).is_empty(), "{text}");
        }
    }
}
