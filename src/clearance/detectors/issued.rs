//! Tokens by how their issuers let them begin, and keys that stand behind the name of a service.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;

use super::Sighting;
use super::beginnings::BEGIN;
use super::placeholder::{is_name, is_placeholder};
use crate::Tier;

/// The id of this rule.
pub(super) const RULE: &str = "service-token";

/// Services whose keys people keep beside their names.
const SERVICES: &[&str] = &[
    "adafruit",
    "adobe",
    "airtable",
    "aiven",
    "algolia",
    "alibaba",
    "aliyun",
    "amplitude",
    "asana",
    "assemblyai",
    "atlassian",
    "authress",
    "auth0",
    "beamer",
    "bitbucket",
    "bitly",
    "bitrise",
    "bittrex",
    "box_",
    "box-",
    "boxkey",
    "boxtoken",
    "checkout",
    "circleci",
    "meraki",
    "civo",
    "clerk",
    "clickhouse",
    "clickup",
    "cloudflare",
    "cloudinary",
    "codecov",
    "cohere",
    "co_api_key",
    "coinbase",
    "configcat",
    "confluence",
    "confluent",
    "contentful",
    "couchbase",
    "capella",
    "coveralls",
    "crates",
    "cursor",
    "databento",
    "datadog",
    "data.gov",
    "deepgram",
    "deepseek",
    "discord",
    "disqus",
    "droneci",
    "drone",
    "dropbox",
    "ebay",
    "elevenlabs",
    "etsy",
    "exoscale",
    "facebook",
    "fastly",
    "figma",
    "finicity",
    "finnhub",
    "flickr",
    "freemius",
    "freshbooks",
    "fullstory",
    "fs_api",
    "gitea",
    "github",
    "gitlab",
    "gitter",
    "glm",
    "gocardless",
    "greptile",
    "grafana",
    "gumroad",
    "heroku",
    "highnote",
    "honeycomb",
    "hubspot",
    "ibm",
    "influx",
    "infomaniak",
    "intercom",
    "jenkins",
    "jfrog",
    "jira",
    "jumpcloud",
    "kagi",
    "kimi",
    "klaviyo",
    "kraken",
    "kucoin",
    "lark",
    "launchdarkly",
    "lighton",
    "linear",
    "linkedin",
    "linked_in",
    "linked-in",
    "lob",
    "looker",
    "mailchimp",
    "mailgun",
    "mapbox",
    "mattermost",
    "messagebird",
    "message_bird",
    "message-bird",
    "midtrans",
    "mistral",
    "moonshot",
    "netlify",
    "newrelic",
    "new-relic",
    "new_relic",
    "nytimes",
    "new-york-times",
    "newyorktimes",
    "okta",
    "ollama",
    "openai",
    "openweather",
    "pagerduty",
    "paradigm",
    "paypal",
    "pinecone",
    "plaid",
    "planetscale",
    "plivo",
    "poly",
    "privateai",
    "private_ai",
    "private-ai",
    "pscale",
    "pyowm",
    "rainforest",
    "rapidapi",
    "salesforce",
    "scaleway",
    "scalr",
    "scw",
    "sendbird",
    "sendgrid",
    "sentry",
    "shopify",
    "sidekiq",
    "contribsys",
    "slack",
    "snowflake",
    "sf_token",
    "snyk",
    "sonar",
    "squarespace",
    "sslmate",
    "stability",
    "statuspage",
    "stripe",
    "sumo",
    "tableau",
    "telegr",
    "telnyx",
    "travis",
    "trello",
    "twilio",
    "twitch",
    "twitter",
    "typeform",
    "upstage",
    "vercel",
    "vonage",
    "wakatime",
    "waka_time",
    "waka-time",
    "waka time",
    "wandb",
    "weatherstack",
    "weightsandbiases",
    "workos",
    "yandex",
    "z_ai",
    "z.ai",
    "zai",
    "zlm",
    "zendesk",
    "zoom",
    "aws",
    "azure",
    "bx",
    "application_key",
    "application-key",
    "app_key",
    "app_secret",
    "consumer_key",
    "consumer-key",
    "consumer_secret",
    "client_id",
    "tenant",
];

static BEGINNINGS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = BEGIN.iter().map(|(begin, _)| begin);
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

static NAMES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let builder = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).clone();
    builder.clone().kind(Some(AhoCorasickKind::DFA)).build(SERVICES).ok()
});

static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern =
        r"^[ \t\w.-]{0,40}?[\s\x22']{0,3}(?:=>|:{1,3}=|\|\||:|=|>|\?=|,)[\x60\x22'\s=]{0,5}([A-Za-z0-9_+/=.:~-]{10,})";
    Regex::new(pattern).ok()
});

/// So much of a line behind a name is looked at.
const AHEAD: usize = 600;

/// Looks for both.
pub(super) fn see(text: &str, seen: &mut Vec<Sighting>) {
    let mut push = |range| seen.push(Sighting { rule: RULE.to_owned(), tier: Tier::Block, range });
    for found in BEGINNINGS.iter().flat_map(|words| words.find_overlapping_iter(text)) {
        let Some((begin, least)) = BEGIN.get(found.pattern().as_usize()) else { continue };
        let joined = text.get(..found.start()).and_then(|t| t.chars().next_back()).is_some_and(is_inside);
        let rest = text.get(found.end()..).unwrap_or_default();
        let length = rest.bytes().take_while(|b| is_token(*b)).count();
        let value = rest.get(..length).unwrap_or_default().trim_end_matches(['.', '-', '/']);
        if !joined && value.len() >= *least && is_dense(value) && !is_placeholder(value) && !is_address(begin, value) {
            push(found.start()..found.end() + value.len());
        }
    }
    let (Some(names), Some(pattern)) = (&*NAMES, &*VALUE) else { return };
    for found in names.find_iter(text) {
        let mut end = (found.end() + AHEAD).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Some(value) = text.get(found.end()..end).and_then(|rest| pattern.captures(rest)).and_then(|c| c.get(1))
        else {
            continue;
        };
        let written = value.as_str().trim_end_matches(['.', ':', '-', '/', ',']);
        if is_key(written) {
            push(found.end() + value.start()..found.end() + value.start() + written.len());
        }
    }
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-+/=.~!".contains(&byte)
}

/// `s.` and `pat.` are ends of sentences and hosts, too: there only letters and digits count.
fn is_address(begin: &str, value: &str) -> bool {
    begin.ends_with('.') && begin.len() < 5 && value.split(['/', '-']).next().is_some_and(|first| first.len() < 16)
}

/// As random letters and digits are: digits all over, and changes between letters and digits that names do not have.
fn is_dense(value: &str) -> bool {
    let bytes = value.as_bytes();
    let changes = bytes.windows(2).filter(|w| matches!(w, [a, b] if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() && (a.is_ascii_digit() != b.is_ascii_digit() || a.is_ascii_lowercase() && b.is_ascii_uppercase()))).count();
    changes >= 3 && changes * 12 >= value.len()
}

/// A value behind the name of a service: long, dense, and no address, hash with a name, date or version.
fn is_key(value: &str) -> bool {
    value.len() >= 14
        && is_dense(value)
        && !is_name(value)
        && !is_placeholder(value)
        && !value.starts_with("sha")
        && !value.contains("//")
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, see};

    fn seen(text: &str) -> usize {
        let mut seen = Vec::new();
        see(text, &mut seen);
        seen.len()
    }

    #[test]
    fn tokens_are_seen_by_how_they_begin() {
        for (begin, least) in BEGIN {
            let value: String = "a1B2c3D4e5".chars().cycle().take(*least).collect();
            assert!(seen(&format!("x {begin}{value} y")) > 0, "{begin}");
            assert_eq!(seen(&format!("x {begin} y, {begin}word")), 0, "{begin}");
        }
    }

    #[test]
    fn keys_are_seen_behind_the_name_of_their_service() {
        let value = "a1b2c3d4e5".repeat(3);
        for text in
            [format!("fastly = {value}"), format!("FASTLY_API_TOKEN: '{value}'"), format!("okta.token => \"{value}\"")]
        {
            assert_eq!(seen(&text), 1, "{text}");
        }
        for text in [
            "Fastly: errors rose to 12 %",
            "GitHub: 9fceb02",
            "cloudflare: https://example.com/a1b2c3d4e5a1b2c3d4e5",
            "stripe: payment-intent-succeeded-v2",
            "aws: us-east-1, eu-west-2",
            "sk-learn and key-value, live_reload and test_that_everything_works_as_expected_on_monday",
        ] {
            assert_eq!(seen(text), 0, "{text}");
        }
    }
}
