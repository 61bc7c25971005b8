//! Internal host names, by their ending and structure.

use super::{Found, Row, alone};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "internal-host",
        tier: Tier::Block,
        words: &[".internal", ".local", ".lan", ".corp", ".intra", ".home.arpa"],
        pattern: r"(?i)(?:[a-z0-9_*-]+\.)+(?:internal|local|lan|corp|intranet|intra|localdomain|home\.arpa)(?-u:\b)",
        keep: is_internal,
    },
    Row {
        id: "internal-host",
        tier: Tier::Block,
        words: &[".svc", ".pod", ".cluster", ".consul", ".private", ".prod", ".staging"],
        pattern: r"(?i)[a-z0-9_*-]+(?:\.[a-z0-9_*-]+)*\.(?:svc|pod|cluster|consul|private|prod|staging|intern)(?-u:\b)",
        keep: is_cluster_name,
    },
    // A part of a network below a domain that everybody can look up: `grafana.prod.acme.io`.
    Row {
        id: "internal-host",
        tier: Tier::Block,
        words: &[
            ".internal.",
            ".corp.",
            ".intranet.",
            ".intra.",
            ".lan.",
            ".prod.",
            ".prd.",
            ".staging.",
            ".stg.",
            ".preprod.",
            ".uat.",
        ],
        pattern: r"(?i)(?:[a-z0-9_*-]+\.)+(?:internal|corp|intranet|intra|lan|prod|prd|staging|stg|preprod|uat)(?:\.[a-z0-9-]+)+\.[a-z]{2,}(?-u:\b)",
        keep: is_below_domain,
    },
    Row {
        id: "host-shape",
        tier: Tier::Block,
        words: &["-prod", "-prd", "-stag", "-stg", "-dev", "-qa", "-uat", "-preprod"],
        pattern: r"(?i)[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:(?:prod|prd|stag|staging|stg|dev|qa|uat|preprod)(?:-[a-z0-9]+)*-?[0-9]{1,3}|stage(?:-[a-z0-9]+)*-?[0-9]{2,3})",
        keep: alone,
    },
    // The same with the stage first.
    Row {
        id: "host-shape",
        tier: Tier::Block,
        words: &["prod-", "prd-", "staging-", "stg-", "uat-", "preprod-"],
        pattern: r"(?i)(?:prod|prd|staging|stg|uat|preprod)-(?:db|web|app|api|cache|redis|mysql|postgres|pg|mongo|kafka|es|lb|proxy|node|worker|host|vm|srv|server|bastion|jump|k8s|master|gw|mq|queue|search|mail|ldap|dns|nfs|nas|log|ci)(?:-[a-z0-9]+)*-?[0-9]{1,3}",
        keep: alone,
    },
    // A share of a file server, and a repository by the way in over SSH.
    Row {
        id: "internal-host",
        tier: Tier::Block,
        words: &["\\\\"],
        pattern: r"(?:^|[^\\\w:])\\{2,4}([A-Za-z][A-Za-z0-9-]{1,30}(?:\.[A-Za-z0-9-]+)*)\\{1,2}[A-Za-z$][\w$-]{2,}",
        keep: is_server,
    },
    Row {
        id: "url-host",
        tier: Tier::Block,
        words: &["git@"],
        pattern: r"(?-u:\b)git@([a-z0-9-]+(?:\.[a-z0-9-]+)+):[\w.~/-]+",
        keep: is_no_public_host,
    },
    Row {
        id: "pod",
        tier: Tier::Block,
        words: &[],
        pattern: r"[a-z][a-z0-9-]*-[bcdf-hj-np-tv-xz2456789]{8,10}-[bcdf-hj-np-tv-xz2456789]{5}",
        keep: is_pod,
    },
];

/// A share of a machine that has a number or a domain, and no escapes of a program: `\\\\d+\\w`.
fn is_server(found: &Found<'_>) -> bool {
    let value = found.value().to_ascii_lowercase();
    let example =
        ["server", "host", "hostname", "computer", "share", "users", "localhost", "wsl"].contains(&value.as_str());
    let telling = value.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
    telling && !example && !value.starts_with("example") && !found.setting.is_public(&value)
}

fn is_no_public_host(found: &Found<'_>) -> bool {
    !found.setting.is_public(found.value())
}

fn is_internal(found: &Found<'_>) -> bool {
    let value = found.value().to_lowercase();
    // Well-known names, and names of files and of objects in programs.
    let known = [
        "metadata.google.internal",
        "host.docker.internal",
        "gateway.docker.internal",
        "host.containers.internal",
        "kubernetes.default.svc.cluster.local",
        "svc.cluster.local",
    ];
    let example = |label: &str| ["my-", "your-", "example"].iter().any(|start| label.starts_with(start));
    let mut after = found.text.get(found.range.end..).unwrap_or_default().chars();
    let goes_on = after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    !known.contains(&value.as_str())
        && !value.split('.').any(example)
        && !goes_on
        && !matches!(found.before(), Some('.' | '$' | '\\'))
        && found.after() != Some('(')
        // `self.local = x` is a member of an object.
        && (found.after() != Some('=') || value.matches('.').count() > 1 || value.contains('-'))
        && !found.setting.is_public(&value)
}

/// Endings of files that have a stage in their name: `compose.prod.override.yml`.
const FILES: &[&str] = &[
    "cfg",
    "conf",
    "config",
    "css",
    "env",
    "example",
    "go",
    "gz",
    "html",
    "ini",
    "java",
    "js",
    "json",
    "lock",
    "log",
    "md",
    "php",
    "properties",
    "py",
    "rb",
    "sh",
    "sql",
    "test",
    "tf",
    "tfvars",
    "toml",
    "ts",
    "txt",
    "xml",
    "yaml",
    "yml",
    "zip",
];

fn is_below_domain(found: &Found<'_>) -> bool {
    let ending = found.value().rsplit('.').next().unwrap_or_default().to_lowercase();
    !FILES.contains(&ending.as_str()) && is_internal(found)
}

/// A name inside a cluster: `ledger.prod.svc`, `ledger.service.consul`; two parts are more often the member of an
/// object.
fn is_cluster_name(found: &Found<'_>) -> bool {
    let value = found.value().to_lowercase();
    let labels = value.split('.').count();
    let cluster = [".svc", ".pod", ".consul"].iter().any(|end| value.ends_with(end));
    let port = found
        .text
        .get(found.range.end..)
        .is_some_and(|rest| rest.strip_prefix(':').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())));
    let example = value.starts_with("kubernetes.default.");
    (labels >= 3 && (cluster || port || value.contains('-')) || labels == 2 && cluster && (port || value.contains('-')))
        && !example
        && is_internal(found)
        && !found.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '_' | '-'))
}

/// Whether a name ends like that of a Kubernetes pod; its hashes have no vowels and nearly always a digit.
fn is_pod(found: &Found<'_>) -> bool {
    let mut parts = found.value().rsplit('-');
    let (last, hash) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    alone(found) && digits(hash) > 0 && digits(hash) + digits(last) >= 2 && !matches!(found.after(), Some('-'))
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, false).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn names_of_machines_are_seen() {
        assert_eq!(seen("api.payments.svc.cluster.local:8080"), ["internal-host"]);
        assert_eq!(seen("https://vault.internal/"), ["internal-host", "url-host"]);
        assert_eq!(seen("ledger.prod.svc and vault.service.consul"), ["internal-host", "internal-host"]);
        assert_eq!(seen("nas.lan, dc1.corp."), ["internal-host", "internal-host"]);
        assert_eq!(seen(r"on \\nas04\share and \\\\nas04\\share"), ["internal-host", "internal-host"]);
        assert_eq!(seen("git@forge.io:ours/ledger.git and git@forge.io:ledger.git"), ["url-host", "url-host"]);
        assert_eq!(seen("HOST=nas-2.lan vault.ours.internal=up"), ["internal-host", "internal-host"]);
        assert_eq!(seen("grafana.prod.acme.io, vpn.corp.acme.com"), ["internal-host", "internal-host"]);
        assert_eq!(seen("prod-db-2 and staging-web-11"), ["host-shape", "host-shape"]);
        assert_eq!(seen("db-prod-07 and web-eu-stg3"), ["host-shape", "host-shape"]);
        assert_eq!(seen("checkout-api-6f54d6b6b9-x7k2p restarted"), ["pod"]);
    }

    #[test]
    fn words_and_files_are_not() {
        for text in [
            "it is local.",
            "self.internal()",
            "self.local=1",
            ".env.local",
            "compose.prod.override.yml",
            "api.staging.example.com",
            "a-development-1",
            "read-after-dev",
            "non-prod",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
        for text in [
            r"\\server\share",
            r"C:\\Users\\x",
            r"/\\d+\w{2}/",
            r"a\\nb\\nc",
            "git@example.com:a/b",
            "prod-like 2",
            "dev-2",
        ] {
            assert!(
                !seen(text).iter().any(|rule| rule == "internal-host" || rule == "url-host" || rule == "host-shape"),
                "{text}"
            );
        }
    }
}
