//! An example for each row, assembled when the tests run, so that no secret scanner reports this file.

use super::super::plain;
use super::ROWS;

/// The id, the beginning of the example, two further parts, and how often the last part is repeated.
#[rustfmt::skip]
const EXAMPLES: &[(&str, &str, &str, &str, usize)] = &[
    ("aws-access-key", "AKIA", "ABCD2345EFGH67IJ", "", 0),
    ("aws-secret-key", "aws_secret_access_key = ", "", "a1B2c3D4e5", 4),
    ("aws-session-token", "aws_session_token=", "", "a1B2c3D4e5", 11),
    ("aws-mws-key", "amzn.", "mws.0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", "", 0),
    ("alibaba-key", "LTAI", "4Fabcdef1234567890", "", 0),
    ("gcp-api-key", "AIza", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c", "", 0),
    ("gcp-oauth-secret", "GOCSPX-", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4", "", 0),
    ("gcp-access-token", "ya29.", "", "a0B1c2D3e4", 3),
    ("gcp-refresh-token", "1//0", "", "a0B1c2D3e4", 5),
    ("gcp-service-account", "\"private_key_id\": \"", "0a1b2c3d4e0a1b2c3d4e0a1b2c3d4e0a1b2c3d4e\"", "", 0),
    ("azure-storage-key", "AccountKey=", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3==", "", 0),
    ("azure-client-secret", "a1b8", "Q~a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2", "", 0),
    ("azure-sas", "?sv=2024-01-01&sr=b&", "sig=a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5%3D", "", 0),
    ("azure-shared-access-key", "SharedAccess", "Key=a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B=", "", 0),
    ("azure-devops-token", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "AZDO4abc", "", 0),
    ("github-token", "ghp_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "", 0),
    ("github-fine-grained-token", "github_pat_", "", "a1B2c3D4e5", 8),
    ("gitlab-token", "glpat-", "", "a1B2c3D4e5", 2),
    ("bitbucket-token", "ATBB", "", "a1B2c3D4e5", 3),
    ("atlassian-token", "ATATT3", "", "a1B2c3D4e5", 7),
    ("npm-token", "npm_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "", 0),
    ("npm-legacy-token", "//registry.example.com/:_auth", "Token=", "0a1b2c3d-", 4),
    ("pypi-token", "pypi-", "AgE", "a1B2c3D4e5", 6),
    ("rubygems-token", "rubygems_", "", "0a1b2c3d", 6),
    ("crates-token", "cio", "", "a1B2c3D4", 4),
    ("nuget-key", "oy2", "a1b2c3d4e5a1b2c3d4e5a1b2c3d4e5a1b2c3d4e5a1b", "", 0),
    ("docker-token", "dckr_pat_", "", "a1B2c3D4e5", 3),
    ("slack-token", "xoxb-", "1234567890-abcdefABCDEF", "", 0),
    ("slack-webhook", "hooks.slack.com/", "services/T00A1B2C3/B00A1B2C3/a1B2c3D4e5a1B2c3D4e5a1B2", "", 0),
    ("discord-webhook", "discord.com/api/", "webhooks/123456789012345678/a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1", "", 0),
    ("teams-webhook", "ours.webhook.office.com/", "webhookb2/", "0a1b2c3d-", 9),
    ("telegram-token", "123456789:", "AAa1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B", "", 0),
    ("stripe-key", "sk_live_", "", "a1B2c3D4e5", 3),
    ("square-token", "sq0atp-", "a1B2c3D4e5a1B2c3D4e5a1", "", 0),
    ("paypal-token", "access_token$", "production$0a1b2c3d4e5f6a7b$", "0a1b2c3d", 4),
    ("plaid-token", "access-", "sandbox-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", "", 0),
    ("shopify-token", "shpat_", "", "0a1b2c3d", 4),
    ("facebook-app-token", "123456789012345", "|a1B2c3D4e5a1B2c3D4e5a1B2c3D", "", 0),
    ("salesforce-session", "00D", "5g00000A1b2C!", "AQ0aQ1b2.c", 9),
    ("tableau-token", "a1B2c3D4e5a1B2c3D4e5a1", "==:", "a1B2c3D4", 4),
    ("ebay-app-id", "Acme-Orders-", "PRD-0a1b2c3d4-0a1b2c3d", "", 0),
    ("maxmind-key", "a1B2c3_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e_mmk", "", 0),
    ("authress-key", "sc_", "a1b2c3d4.a1b2.acc-a1b2c3d4e5.", "a1b2c3d4e5", 4),
    ("harness-key", "pat.", "a1B2c3D4e5a1B2c3D4e5a1.0a1b2c3d0a1b2c3d0a1b2c3d.a1B2c3D4e5a1B2c3D4e5", "", 0),
    ("encoded-token", "ZXlK", "", "aB1cD2eF3g", 5),
    ("adyen-key", "AQE", "hmfxa1B2.x", "a1B2c3D4e5", 7),
    ("twilio-key", "SK", "", "0a1b2c3d", 4),
    ("sendgrid-key", "SG.", "a1B2c3D4e5a1B2c3D4e5a1.a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B", "", 0),
    ("mailgun-key", "key-", "", "0a1b2c3d", 4),
    ("mailchimp-key", "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "-us12", "", 0),
    ("brevo-key", "xkeysib-", "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d-a1B2c3D4e5a1B2c3", "", 0),
    ("openai-key", "sk-", "a1B2c3D4e5a1B2c3D4e5T3BlbkFJa1B2c3D4e5a1B2c3D4e5", "", 0),
    ("anthropic-key", "sk-ant-", "api03-", "a1B2c3D4e5", 3),
    ("huggingface-token", "hf_", "aBcDeFgHiJaBcDeFgHiJaBcDeFgHiJaBcD", "", 0),
    ("replicate-token", "r8_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D", "", 0),
    ("perplexity-key", "pplx-", "", "a1B2c3D4e5", 4),
    ("groq-key", "gsk_", "", "a1B2c3D4e5", 5),
    ("digitalocean-token", "dop_v1_", "", "0a1b2c3d", 8),
    ("heroku-key", "HRKU-", "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", "", 0),
    ("vault-token", "hvs.", "", "a1B2c3D4e5", 3),
    ("terraform-token", "a1B2c3D4e5a1B2", ".atlasv1.", "a1B2c3D4e5", 6),
    ("pulumi-token", "pul-", "", "0a1b2c3d", 5),
    ("doppler-token", "dp.", "pt.", "a1B2c3D4e5", 4),
    ("onepassword-token", "ops_", "eyJ", "a1B2c3D4e5", 7),
    ("infisical-token", "st.", "0a1b2c3d0a1b2c3d0a1b2c3d.0a1b2c3d0a1b2c3d0a1b2c3d.0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "", 0),
    ("datadog-key", "DD_API_KEY=", "", "0a1b2c3d", 4),
    ("newrelic-key", "NRAK-", "A1B2C3D4E5A1B2C3D4E5A1B2C3D", "", 0),
    ("grafana-token", "glsa_", "a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4_0a1b2c3d", "", 0),
    ("sentry-token", "sntrys_", "", "a1B2c3D4e5", 5),
    ("sentry-dsn", "https://0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "@o1.ingest.sentry.io/42", "", 0),
    ("honeycomb-key", "hcaik_", "", "a1b2c3d4e5", 5),
    ("pagerduty-key", "pagerduty_api_key: ", "", "a1B2c3D4e5", 2),
    ("opsgenie-key", "Genie", "Key 0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", "", 0),
    ("dynatrace-token", "dt0c01.", "A1B2C3D4E5A1B2C3D4E5A1B2.A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4", "", 0),
    ("launchdarkly-key", "sdk-", "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", "", 0),
    ("linear-key", "lin_api_", "", "a1B2c3D4e5", 4),
    ("notion-token", "ntn_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "", 0),
    ("figma-token", "figd_", "", "a1B2c3D4e5", 4),
    ("airtable-token", "pat", "a1B2c3D4e5a1B2.", "0a1b2c3d", 8),
    ("postman-key", "PMAK-", "0a1b2c3d0a1b2c3d0a1b2c3d-0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a", "", 0),
    ("clickup-token", "pk_", "1234567_", "A1B2C3D4", 4),
    ("dropbox-token", "sl.", "", "a1B2c3D4e5", 14),
    ("cloudflare-key", "v1.0-", "0a1b2c3d0a1b2c3d0a1b2c3d-0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "", 0),
    ("databricks-token", "dapi", "", "0a1b2c3d", 4),
    ("planetscale-token", "pscale_", "tkn_", "a1B2c3D4", 4),
    ("supabase-token", "sbp_", "", "0a1b2c3d", 5),
    ("neon-key", "napi_", "", "a1b2c3d4e5", 6),
    ("fly-token", "fo1_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B", "", 0),
    ("netlify-token", "nfp_", "", "a1B2c3D4e5", 4),
    ("vercel-token", "VERCEL_TOKEN=", "a1B2c3D4e5a1B2c3D4e5a1B2", "", 0),
    ("buildkite-token", "bkua_", "", "0a1b2c3d", 5),
    ("circleci-token", "CCIPAT_", "a1B2c3D4e5a1B2c3D4e5a1_0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "", 0),
    ("sonar-token", "squ_", "", "0a1b2c3d", 5),
    ("artifactory-key", "AKCp", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2", "", 0),
    ("jfrog-reference-token", "cmVmd", "Gtu", "a1B2c3D4e5", 5),
    ("facebook-token", "EAA", "C", "a1B2c3D4e5", 10),
    ("twitter-bearer", "AAAAAAAAAAAAAAAAAAAAA", "", "b1B2c3D4e5", 7),
    ("typeform-token", "tfp_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e", "", 0),
    ("readme-key", "rdme_", "", "a1b2c3d4e5", 7),
    ("contentful-token", "CFPAT-", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B", "", 0),
    ("prefect-key", "pnu_", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "", 0),
    ("yandex-key", "AQVN", "a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "", 0),
    ("tailscale-key", "tskey-", "auth-a1B2c3-", "a1B2c3D4e5", 3),
    ("ngrok-key", "ngrok authtoken: ", "2a1B2c3D4e5a1B2c3D4e5a1B2c3_a1B2c3D4e5a1B2c3D4e5a", "", 0),
    ("langsmith-key", "lsv2_", "pt_0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d_0a1b2c3d4e", "", 0),
    ("pinecone-key", "pcsk_", "", "a1B2c3D4e5", 5),
];

fn seen(text: &str) -> Vec<String> {
    plain().see(text, false).into_iter().map(|s| s.rule).collect()
}

#[test]
fn every_row_finds_its_example() {
    for (id, begins, goes_on, piece, times) in EXAMPLES {
        let text = format!("key: {begins}{goes_on}{}\n", piece.repeat(*times));
        assert!(seen(&text).contains(&(*id).to_owned()), "{id}: {text} {:?}", seen(&text));
        let broken = format!("key: {begins}");
        assert!(!seen(&broken).contains(&(*id).to_owned()), "{id}: {broken}");
    }
    for row in ROWS {
        assert!(EXAMPLES.iter().any(|(id, ..)| *id == row.id), "{} has no example", row.id);
    }
}

#[test]
fn ordinary_words_are_no_secrets() {
    for text in [
        "sk-learn and key-value, dp.table, sl.it, st.one, sg.two, pat on the back, an api-gateway, a mob-programming session",
        "npm_config_cache, hf_hub, secret_key_base, access_token, pk_id, r8_format, glc_x, cio of the year",
        "sha1 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, md5 0a1b2c3d4e5f60718293a4b5c6d7e8f9",
        "SK and AC, EAA, AAAAAAAAAAAAAAAAAAAA, v1.0-rc1, ops_eye, the-us2 region",
    ] {
        assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
    }
}
