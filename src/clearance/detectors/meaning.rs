//! Descriptions of what each rule finds, for authors.

/// What a value of a rule looks like; `None` for rules about values listed in the library.
pub(crate) fn looks_like(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "ipv4" | "ipv6" => "the address of a machine",
        "mac" => "the address of a network card",
        "internal-host" | "host-shape" | "pod" | "cloud-host" | "domain" => "the name of a machine of yours",
        "url-host" => "an address on a host that `public_domains` does not name",
        "scheme" => "an address that no reader can follow",
        "userinfo" => "a name and a password in an address",
        "email" => "a mailbox that `public_mailboxes` does not name",
        "account-name" | "account-in-terminal" => "the name of somebody's account",
        "chat-link" | "chat-mention" | "chat-channel" => "a place or a person of your chat",
        "ticket-id" | "ticket-number" => "a ticket of yours",
        "arn" | "cloud-account" | "cloud-project" | "cloud-id" => "the id of something of yours in a cloud",
        "uuid" => "an id",
        "phone" => "a telephone number",
        "card" => "the number of a payment card",
        "iban" => "the number of a bank account",
        "ssn" => "the number of an insurance, a passport or the like",
        "home-path" => "the folder of somebody's account",
        "private-key" | "key-body" => "a private key, or the body of one",
        "jwt" | "authorization-header" | "secret-header" => "a token that lets somebody in",
        "session-cookie" => "the cookie of somebody's session",
        "password-flag" | "password-in-connection" | "password-hash" => {
            "a password on a command line or in a connection"
        }
        "kubernetes-secret" | "secret-assigned" | "secret-parameter" | "secret-in-words" | "generic-key" => {
            "the value of a password, key or token"
        }
        rule if super::is_secret(rule) => "a key or token of a service",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn every_detector_says_what_it_takes_a_value_for() {
        for row in super::super::tables() {
            assert!(looks_like(row.id).is_some(), "{}", row.id);
        }
        assert_eq!(looks_like("person"), None);
    }
}
