//! Values are assembled when the tests run, so that no secret scanner reports this file.

use super::super::plain;

fn seen(text: &str) -> Vec<String> {
    plain().see(text, false).into_iter().map(|s| s.rule).collect()
}

/// `SECRET` is replaced by a password.
#[test]
fn secrets_are_seen_as_people_paste_them() {
    let mut missed = Vec::new();
    for secret in ["Tr0ub4dor-3x", "q7Wx!m2Zp", "hx82kd93jf0a"] {
        for text in [
            "curl -u deploy:SECRET https://example.com/",
            "curl -sS \\\n  --user deploy:SECRET \\\n  https://example.com/",
            "curl -H 'x-api-key: SECRET' https://example.com/",
            "wget --password=SECRET https://example.com/x",
            "psql --password SECRET",
            "tool --db-password=SECRET --fast",
            "tool --api-key SECRET",
            "mysql -u root -pSECRET orders",
            "mysqldump -h example.com -p'SECRET' orders",
            "sshpass -p SECRET ssh example.com",
            "sshpass -p 'SECRET' ssh example.com",
            "redis-cli -h example.com -a SECRET ping",
            "docker login -u us -p SECRET",
            "ldapsearch -x -w SECRET",
            "export DB_PASSWORD=SECRET",
            "export DB_PASSWORD=\"SECRET\"",
            "PGPASSWORD=SECRET psql -h example.com",
            "$env:DB_PASSWORD = \"SECRET\"",
            "ENV APP_PASSWORD SECRET",
            "password: SECRET",
            "  password: \"SECRET\"",
            "db_password = SECRET",
            "spring.datasource.password=SECRET",
            "{\"client_secret\": \"SECRET\"}",
            "'password' => 'SECRET',",
            "api_token: SECRET",
            "- name: DB_PASSWORD\n  value: SECRET",
            "x-api-key: SECRET",
            "X-Auth-Token: SECRET",
            "Authorization: Bearer SECRET",
            "Cookie: session=SECRET",
            "Cookie: theme=dark; session=SECRET; lang=en",
            "Set-Cookie: sid=SECRET; HttpOnly",
            "https://example.com/cb?client_secret=SECRET&x=1",
            "GET /v1?x=1&access_token=SECRET HTTP/1.1",
            "machine example.com login us password SECRET",
            "CREATE USER app IDENTIFIED BY 'SECRET';",
            "ALTER ROLE app WITH PASSWORD 'SECRET';",
            "requirepass SECRET",
            "The password was `SECRET` until then.",
            "<password>SECRET</password>",
        ] {
            let text = text.replace("SECRET", secret);
            if seen(&text).is_empty() {
                missed.push(text);
            }
        }
    }
    assert!(missed.is_empty(), "{}:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn words_are_passwords_where_a_program_reads_them() {
    for text in [
        "export DB_PASSWORD=correcthorse",
        "  password: correcthorsebattery\n",
        "password: 'correcthorse'",
        "mysql -pcorrecthorse",
        "curl -u a:battery-staple x",
    ] {
        assert!(!seen(text).is_empty(), "{text}");
    }
}

#[test]
fn placeholders_and_talk_pass() {
    for text in [
        "curl -u user:$PASS https://example.com/",
        "curl -u \"$USER:$PASS\" x",
        "export DB_PASSWORD=$(vault read x)",
        "export DB_PASSWORD=${DB_PASSWORD}",
        "password: <password>",
        "password: ****",
        "password: changeme",
        "password: REDACTED",
        "password: [REDACTED]",
        "password: \"{{ vault_password }}\"",
        "password: !vault secret/db",
        "mysql -u root -p orders",
        "mysql -p",
        "the `--password` flag was removed",
        "use --password to pass it",
        "Authorization: Bearer <token>",
        "Authorization: Bearer $TOKEN",
        "x-api-key: your-api-key",
        "token: expired",
        "Token: rotated on Monday",
        "secret: rotated",
        "secret: ledger-db-credentials",
        "secretName: ledger-tls-2",
        "max_tokens: 4096, token_count=12",
        "password policy: 12 characters",
        "password = config.password",
        "password = os.environ['DB_PASSWORD']",
        "tests pass: 41 of 42",
        "the password was rotated within 20 minutes",
        "the token was valid for 3600 seconds",
        "Cookie: <cookie>",
        "cookies: 4 of 12",
        "?page=2&sort=name&token=$TOKEN",
        "https://example.com/?code=404&state=open",
        "primary key: order_id, sort key: created_at",
        "cache key = user:42:profile",
        "key: us-east-1",
        "The access key had expired, and the secret key was shared by two jobs.",
        "auth: oauth2, session: 30m",
        "IDENTIFIED BY '****'",
        "PIN 2026",
    ] {
        assert!(
            seen(text).is_empty(),
            "{text}: {:?}",
            plain().see(text, false).iter().map(|s| (s.rule.clone(), &text[s.range.clone()])).collect::<Vec<_>>()
        );
    }
}

#[test]
fn bodies_of_keys_need_no_header() {
    let line = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9fG1hI3jK5lM7nO9pQ1rS3t";
    assert_eq!(line.len(), 64);
    assert_eq!(seen(&[line, line, line, "aB3="].join("\n")), ["key-body"]);
    assert!(seen(&["0a1b2c3d4e5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcdef"; 3].join("\n")).is_empty());
    assert!(seen("A long line of words that is wrapped at eighty columns and goes on\nin the next one, and so on until the end of it, with\nno more than that.").is_empty());
}
