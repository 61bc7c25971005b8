//! What must not be published, and the review that makes some of it known.

use super::super::kit::{PublicTest, quoted};

/// What must not be published, by kind.
pub const HELD: [(&str, &[&str]); 8] = [
    (
        "shapes",
        &[
            "10.44.7.19",
            "someone@innercorp.net",
            "fd00:44:7::19",
            "nas.burrow.lan",
            "+44 20 7123 0958",
            "00:1b:44:11:3a:b7",
            "0044 20 7123 0958",
            "INC0012345",
            "ours.slack.com/archives/C024BE91L/p17000",
            "arn:aws:s3:::our-bucket",
            "DE68 2105 0170 0012 3456 78",
            "/home/hwouters/ledger",
        ],
    ),
    (
        "people",
        &[
            "Ms Diallo",
            "Hanneke Wouters",
            "M. Chen",
            "Chen, M.",
            "Mr Baker",
            "h.wouters",
            "Juergen Grossmann",
            "Aase Bjoernsaeter",
            "Lukasz Walesny",
            "Mei Chen's",
            "李小龍",
            "Li Xiaolong",
            "Haneke Wouters-Diallo",
            "Messrs Baker and Chen",
            "jvdzwaagh",
        ],
    ),
    ("the library", LIBRARY),
    ("secrets", PASTED),
    (
        "secrets in other words",
        &[
            "AUTH Tr0ub4dor3x",
            "login admin / Tr0ub4dor3x",
            "Password – Tr0ub4dor3x",
            "openssl enc -k Tr0ub4dor3x",
            "Tr0ub4dor3x was the password",
            "the API key was Tr0ub4dor3x",
            "keytool -storepass Tr0ub4dor3x",
        ],
    ),
    ("secrets over lines", LINES),
    ("parts of names", &["Nordlicht", "Tundra", "OSPREY", "Quillpay", "Quill Pay", "nord licht", "ospreys"]),
    (
        "other spellings",
        &[
            "OPS-4812",
            "ops 4812",
            "ops:4812",
            "OPS ticket 4812",
            "10.44.7.x",
            "10-44-7-19",
            "10[.]44[.]7[.]19",
            "10.44.7.[19]",
            "10 . 44 . 7 . 19",
            "vault-zrh-04",
            "ledger.prod.svc:80",
            "prod-db-2",
            "OPS-four-eight-one-two",
            "ticket 4812 in OPS",
            "4812 (OPS)",
        ],
    ),
];

/// What the review of [`beside`] tells of people, machines and tickets.
const LIBRARY: &[&str] = &[
    "Zebulon Quist",
    "Ottoline Vaszary",
    "Perpetua Lindgrove",
    "Ignatius Mbekwe",
    "Cornelia Ashdown",
    "ledger-q.burrow.internal",
    "pool-overview-zx",
    "INFRA-9173",
    "INFRA-4812",
];

/// Secrets that a line end divides.
const LINES: &[&str] = &[
    "token ghp_a1B2c3D4e5F6a1B2c3\nD4e5F6a1B2c3D4e5F6a1B2",
    "password:\n  Tr0ub4dor3x",
    "password: !plain >-\n  Tr0ub4dor3x",
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K\nAgMBAAE=",
];

/// Secrets as people paste them: in commands, settings, headers and addresses.
pub const PASTED: &[&str] = &[
    "curl -u deploy:Tr0ub4dor3x https://example.com/",
    "export DB_PASSWORD=Tr0ub4dor3x",
    "PGPASSWORD=Tr0ub4dor3x psql",
    "tool --password=Tr0ub4dor3x",
    "mysql -pTr0ub4dor3x",
    "sshpass -p Tr0ub4dor3x ssh example.com",
    "redis-cli -a Tr0ub4dor3x",
    "password: Tr0ub4dor3x",
    "password: !!str Tr0ub4dor3x",
    "x-api-key: 7f9c2ba4e88f827d",
    "Cookie: session=7f9c2ba4e88f827d",
    "https://example.com/?client_secret=7f9c2ba4e88f827d",
];

/// A review that is not published, with people, a machine and tickets.
pub fn beside(test: &mut PublicTest) {
    let entries =
        ["Zebulon Quist (database)", "Ottoline Vaszary [dba]", "Perpetua Lindgrove via Slack", "Ana + Ignatius Mbekwe"]
            .map(|who| format!("{{at: '2026-03-02T09:31:00Z', what: Seen, who: {}}}", quoted(who)));
    let review = test
        .review("beside")
        .front(&format!("timeline: [{}]", entries.join(", ")))
        .front("links: [{label: INFRA-9173, url: 'https://ledger-q.burrow.internal/d/uid-77/pool-overview-zx'}]")
        .front("actions: [{title: Look at it, ticket: 'https://burrow.atlassian.net/browse/INFRA-4812'}]");
    test.put(&review.file, &review.unpublished());
    let config = test.read("debrief.yaml");
    test.put("debrief.yaml", &format!("{config}meeting: {{facilitators: [Cornelia Ashdown]}}\n"));
}
