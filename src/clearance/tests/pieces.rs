//! Addresses, keys and passwords that are split over lines or written with other characters.

use std::sync::LazyLock;

use super::super::{Policy, Scanner, Taint};
use super::{blocking, origin};

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| {
    let policy = Policy {
        public_domains: vec!["example.com".into()],
        ticket_prefixes: vec!["INFRA".into()],
        hosts: vec!["vault-zrh-03".into()],
        vendors: vec!["Quillpay".into()],
        ..Policy::default()
    };
    Scanner::new(&policy, Taint::new())
});

fn passed(texts: &[String]) -> Vec<&String> {
    texts.iter().filter(|text| blocking(&SCANNER.look(text, &origin("a.md"), &[])).is_empty()).collect()
}

/// A cloud key in two parts, so that no secret scanner reports this file.
const KEY: (&str, &str) = ("AKIAQ3EG", "TL7YHZM5PWXV");

#[test]
fn keys_in_pieces_are_stopped() {
    let (head, tail) = KEY;
    let between = [
        "\" + \"",
        "' . '",
        "\" \"",
        "` `",
        " ",
        "-",
        "...",
        "\n",
        "&shy;",
        "**",
        "`",
        "<wbr>",
        "\\\n",
        " | ",
        "\n- ",
        "\", \"",
        "\".concat(\"",
        "'} {'",
        "\" || '",
        "\" & \"",
        "\" ~ \"",
        "\" .. \"",
        "\" <> \"",
        "\" ++ \"",
        "\"+\"",
        "$()",
        "''",
        "\u{200b}",
        "\u{a0}",
    ];
    let mut texts: Vec<String> = between.iter().map(|sign| format!("It read \"{head}{sign}{tail}\" then.")).collect();
    texts.push(format!("| a | b |\n|---|---|\n| {head} | {tail} |"));
    texts.push(format!("| {head} | {tail} |\n|---|---|\n| 1 | 2 |"));
    texts.push(format!("the key {}", format!("{head}{tail}").to_lowercase()));
    texts.push(format!("AKIA {} {} TL7Y HZM5 PWXV", &head[4..6], &head[6..]).replace("Q3 EG", "Q3EG"));
    texts.push(format!("{head}{tail}").bytes().map(|b| format!("\\{b:03o}")).collect::<Vec<_>>().concat());
    assert_eq!(passed(&texts), Vec::<&String>::new());
}

#[test]
fn passwords_over_lines_and_in_columns_are_stopped() {
    let texts = [
        "password: >-\n  SECRET",
        "password: |\n  SECRET",
        "password: |-\n    SECRET",
        "password:\n  SECRET",
        "password:\n- SECRET",
        "db_password:\n    value: SECRET",
        "db_password:\n    value: >-\n      SECRET",
        "- name: DB_PASSWORD\n  value: SECRET",
        "- name: DB_PASSWORD\n  value: >-\n    SECRET",
        "Password\n\nSECRET",
        "Password:\n\n    SECRET",
        "**Password**\n: SECRET",
        "api_token: |\n  SECRETSECRET",
        "user: admin\npass: SECRET",
        "machine example.com\n  login deploy\n  account x\n  password SECRET",
        "| user | password |\n|---|---|\n| admin | SECRET |",
        "| Password |\n|---|\n| SECRET |",
        "| field | value |\n|---|---|\n| Password | SECRET |",
        "```\nuser,password\nadmin,SECRET\n```",
        "expect \"password:\"\nsend \"SECRET\\r\"",
        "```yaml\nauth:\n  password: >-\n    SECRET\n```",
        "> password: |\n>   SECRET",
        "- password: |\n    SECRET",
    ];
    let texts: Vec<_> = texts.iter().map(|text| text.replace("SECRET", "Tr0ub4dor3x")).collect();
    assert_eq!(passed(&texts), Vec::<&String>::new());
}

#[test]
fn other_ways_to_write_an_address_are_stopped() {
    let texts = [
        "10.44.7.[19]",
        "10 . 44 . 7 . 19",
        "10.44.7.{19,20}",
        "52.18.7.[101]",
        "10%2E44%2E7%2E19",
        "10&period;44&period;7&period;19",
        "10&#46;44&#46;7&#46;19",
        "http://170657555/",
        "the IP 170657555",
        "IP 0x0a2c0713",
        "0x0A.0x2C.0x07.0x13",
        "012.054.007.023",
        "::ffff:10.44.7.19",
        "::ffff:0a2c:0713",
        "fd00:44:7::19",
        "[fd00:44:7::19]:8443",
        "fd00:44:7::x",
        "fd00:44:7::[19]",
        "fd00-44-7--19.ipv6-literal.net",
        "fe80::a44:7ff:fe19:1234",
        "2a01:4f8:c2c:1234::1",
        "9.1.0.0.7.4.4.0.0.1.ip6.arpa",
        "19.7.44.10.in-addr.arpa",
        "7.44.10.in-addr.arpa",
        "ten dot forty-four dot seven dot nineteen",
        "10.44.7.nn",
        "10.44.7.?",
        "10.44.7.[a-f]",
        "MAC 001b44113ab7",
        "hwaddr 00 1b 44 11 3a b7",
        "10.44.\n7.19",
        "ledger . prod . svc",
    ];
    let texts: Vec<_> = texts.iter().map(|text| format!("At {text} it stood.")).collect();
    assert_eq!(passed(&texts), Vec::<&String>::new());
}

#[test]
fn other_ways_to_write_tickets_machines_and_names_are_stopped() {
    let texts = [
        "INFRA ticket 4812",
        "INFRA (4812)",
        "INFRA[4812]",
        "INFRA=4812",
        "INFRA~4812",
        "INFRA+4812",
        "INFRA issue #4812",
        "infra/4812",
        "vault-zrh-0x",
        "vault-zrh-04",
        "Quill-Pay",
        "quill_pay",
        "Quill**pay**",
        "\u{a731}\u{1d0f}: \u{1d20}\u{1d00}\u{1d1c}\u{29f}\u{1d1b}-\u{1d22}\u{280}\u{29c}-03",
    ];
    let texts: Vec<_> = texts.iter().map(|text| format!("At {text} it stood.")).collect();
    assert_eq!(passed(&texts), Vec::<&String>::new());
}

#[test]
fn codes_that_let_somebody_in_are_stopped() {
    let texts = [
        "recovery codes: 4f2a-9c1b, 88de-01af",
        "backup code 4f2a9-c1b7d",
        "MFA code 481516",
        "the one-time code was 4815162",
        "door code 4815",
        "TOTP secret JBSWY3DPEHPK3PXPQ7QA",
        "2FA seed: JBSW Y3DP EHPK 3PXP",
        "Basic ZGVwbG95OlRyMHViNGRvcjN4",
        "the secret key wJalrXUtnFEMIK7MDENGbPxRfiCYzEwQpLmNoPqR",
    ];
    let texts: Vec<_> = texts.iter().map(|text| format!("It was: {text}.")).collect();
    assert_eq!(passed(&texts), Vec::<&String>::new());
}
