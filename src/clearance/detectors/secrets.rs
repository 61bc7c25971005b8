//! Secrets in the formats that their issuers document. Each row has a word that every such secret contains, so that
//! other texts are not searched, and an example in the tests.

use super::placeholder::is_placeholder;
use super::{Found, Row};
use crate::Tier;

const fn secret(id: &'static str, words: &'static [&'static str], pattern: &'static str) -> Row {
    Row { id, tier: Tier::Block, words, pattern, keep: is_real }
}

/// Whether the value is neither from documentation nor a placeholder.
fn is_real(found: &Found<'_>) -> bool {
    !is_placeholder(found.value())
}

/// The same for lower-case values, which could be words: with two digits or more.
fn is_real_in_small_letters(found: &Found<'_>) -> bool {
    is_real(found) && found.value().bytes().filter(u8::is_ascii_digit).count() >= 2
}

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    secret("aws-access-key", &["akia", "asia", "abia", "acca", "a3t"], r"(?-u:\b)(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}(?-u:\b)"),
    Row { id: "aws-access-key", tier: Tier::Block, words: &["akia", "asia"], pattern: r"(?-u:\b)a[ks]ia[a-z2-7]{16}(?-u:\b)", keep: is_real_in_small_letters },
    secret("aws-secret-key", &["aws", "secret_access_key", "secretaccesskey"], r"(?i)(?:aws_?secret_?(?:access_?)?key|secret_?access_?key)[\x22']?\s*[:=]\s*[\x22']?([A-Za-z0-9/+]{40})(?-u:\b)"),
    secret("aws-session-token", &["aws_session_token", "sessiontoken"], r"(?i)(?:aws_session_token|sessiontoken)[\x22']?\s*[:=]\s*[\x22']?([A-Za-z0-9/+=]{100,})"),
    secret("aws-mws-key", &["amzn.mws"], r"amzn\.mws\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
    secret("alibaba-key", &["ltai"], r"(?-u:\b)LTAI[A-Za-z0-9]{12,30}(?-u:\b)"),
    secret("gcp-api-key", &["aiza"], r"(?-u:\b)AIza[0-9A-Za-z_-]{35}"),
    secret("gcp-oauth-secret", &["gocspx-"], r"(?-u:\b)GOCSPX-[A-Za-z0-9_-]{28}"),
    secret("gcp-access-token", &["ya29."], r"(?-u:\b)ya29\.[A-Za-z0-9_-]{20,}"),
    secret("gcp-refresh-token", &["1//0"], r"(?-u:\b)1//0[A-Za-z0-9_-]{40,}"),
    secret("gcp-service-account", &["private_key_id"], r"[\x22']private_key_id[\x22']\s*:\s*[\x22']([0-9a-f]{40})"),
    secret("azure-storage-key", &["accountkey="], r"(?i)AccountKey=([A-Za-z0-9+/]{60,}={0,2})"),
    secret("azure-client-secret", &["q~"], r"[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"),
    secret("azure-sas", &["sig="], r"(?i)[?&]sv=[0-9-]{10}&[^\s\x22']*sig=([A-Za-z0-9%+/=]{40,})"),
    secret("azure-shared-access-key", &["sharedaccesskey="], r"(?i)SharedAccessKey=([A-Za-z0-9+/]{40,}={0,2})"),
    secret("azure-devops-token", &["azdo"], r"(?-u:\b)[A-Za-z0-9]{52,76}AZDO[A-Za-z0-9]{4}(?-u:\b)"),
    secret("github-token", &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], r"(?-u:\b)gh[pousr]_[A-Za-z0-9]{36,255}"),
    secret("github-fine-grained-token", &["github_pat_"], r"github_pat_[A-Za-z0-9_]{22,255}"),
    secret("gitlab-token", &["glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glagent-", "glimt-"], r"(?-u:\b)gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-[A-Za-z0-9_-]{20,}"),
    secret("bitbucket-token", &["atbb", "atctt3"], r"(?-u:\b)(?:ATBB[A-Za-z0-9]{24,}|ATCTT3[A-Za-z0-9_=-]{60,})"),
    secret("atlassian-token", &["atatt3"], r"(?i)(?-u:\b)ATATT3[A-Z0-9_=-]{60,}"),
    secret("npm-token", &["npm_"], r"(?-u:\b)npm_[A-Za-z0-9]{36}(?-u:\b)"),
    secret("npm-legacy-token", &["_authtoken"], r"_authToken\s*=\s*([A-Za-z0-9-]{30,})"),
    secret("pypi-token", &["pypi-age"], r"pypi-AgE[A-Za-z0-9_-]{50,}"),
    secret("rubygems-token", &["rubygems_"], r"(?-u:\b)rubygems_[0-9a-f]{48}"),
    secret("crates-token", &["cio"], r"(?-u:\b)cio[A-Za-z0-9]{32}(?-u:\b)"),
    secret("nuget-key", &["oy2"], r"(?-u:\b)oy2[a-z0-9]{43}(?-u:\b)"),
    secret("docker-token", &["dckr_pat_", "dckr_oat_"], r"dckr_[po]at_[A-Za-z0-9_-]{27,}"),
    secret("slack-token", &["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe", "xapp-", "xoxo-", "xoxd-"], r"(?i)(?-u:\b)(?:xox[abeoprs](?:.xox[bp])?-[A-Z0-9-]{8,}|xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]+|xoxd-[\w/\\%+-]{60,})"),
    secret("slack-webhook", &["hooks.slack.com"], r"hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{20,}"),
    secret("discord-webhook", &["/api/webhooks/"], r"discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,}"),
    secret("teams-webhook", &["webhook.office.com"], r"[a-z0-9-]+\.webhook\.office\.com/webhookb2/[A-Za-z0-9@/-]{60,}"),
    secret("telegram-token", &[":aa"], r"(?-u:\b)[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"),
    secret("stripe-key", &["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_", "sk_prod_", "rk_prod_"], r"(?-u:\b)(?:[rs]k_(?:live|test|prod)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{24,})"),
    secret("square-token", &["sq0atp-", "sq0csp-"], r"(?-u:\b)sq0(?:atp|csp)-[A-Za-z0-9_-]{22,}"),
    secret("paypal-token", &["access_token$production$"], r"access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}"),
    secret("plaid-token", &["access-production-", "access-sandbox-", "access-development-"], r"access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    secret("shopify-token", &["shpat_", "shpca_", "shppa_", "shpss_"], r"(?-u:\b)shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}"),
    secret("facebook-app-token", &["|", "%"], r"(?-u:\b)[0-9]{15,16}(?:\||%(?:7C)?)[A-Za-z0-9_-]{27,40}(?-u:\b)"),
    secret("adyen-key", &["aqe"], r"(?-u:\b)AQE[A-Za-z0-9]{5,}\.[A-Za-z0-9+/=-]{60,}"),
    secret("twilio-key", &["sk", "ac"], r"(?-u:\b)(?:SK|AC)[0-9a-fA-F]{32}(?-u:\b)"),
    secret("sendgrid-key", &["sg."], r"(?-u:\b)SG\.(?:[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}|[A-Za-z0-9_=.-]{60,})"),
    secret("mailgun-key", &["key-"], r"(?-u:\b)key-[0-9a-f]{32}(?-u:\b)"),
    secret("mailchimp-key", &["-us"], r"(?i)(?-u:\b)[0-9a-f]{32}-us[0-9]{1,2}(?-u:\b)"),
    secret("brevo-key", &["xkeysib-"], r"xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}"),
    secret("openai-key", &["sk-"], r"(?-u:\b)sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}"),
    secret("anthropic-key", &["sk-ant-"], r"(?-u:\b)sk-ant-[A-Za-z0-9_-]{20,}"),
    secret("huggingface-token", &["hf_"], r"(?-u:\b)hf_[A-Za-z]{34}(?-u:\b)"),
    secret("replicate-token", &["r8_"], r"(?i)(?-u:\b)r8_[A-Z0-9]{37}(?-u:\b)"),
    secret("perplexity-key", &["pplx-"], r"(?-u:\b)pplx-[A-Za-z0-9]{40,}"),
    secret("groq-key", &["gsk_"], r"(?-u:\b)gsk_[A-Za-z0-9]{40,}"),
    secret("digitalocean-token", &["dop_v1_", "doo_v1_", "dor_v1_"], r"(?-u:\b)do[opr]_v1_[0-9a-f]{64}"),
    secret("heroku-key", &["hrku-"], r"(?-u:\b)HRKU-[A-Za-z0-9_-]{36,}"),
    secret("salesforce-session", &["!"], r"(?-u:\b)00[A-Za-z0-9]{13}!(?:[A-Za-z0-9._-]){80,}"),
    secret("tableau-token", &["==:"], r"[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}(?-u:\b)"),
    secret("ebay-app-id", &["-prd-", "-sbx-"], r"(?-u:\b)[A-Za-z0-9_]+-[A-Za-z0-9_-]+-(?:PRD|SBX)-[a-f0-9]{8,12}-[a-f0-9]{8,12}"),
    secret("maxmind-key", &["_mmk"], r"(?-u:\b)[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?-u:\b)"),
    secret("authress-key", &[".acc"], r"(?i)(?-u:\b)(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{30,120}"),
    secret("harness-key", &["pat.", "sat."], r"(?-u:\b)[ps]at\.[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}"),
    secret("encoded-token", &["zxlk"], r"(?-u:\b)ZXlK[A-Za-z0-9/\\_+-]{40,}={0,2}"),
    secret("vault-token", &["hvs.", "hvb.", "hvr."], r"(?-u:\b)hv[sbr]\.[A-Za-z0-9_-]{24,}"),
    secret("terraform-token", &[".atlasv1."], r"(?-u:\b)[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,}"),
    secret("pulumi-token", &["pul-"], r"(?-u:\b)pul-[0-9a-f]{40}(?-u:\b)"),
    secret("doppler-token", &["dp."], r"(?-u:\b)dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,}"),
    secret("onepassword-token", &["ops_eyj"], r"(?-u:\b)ops_eyJ[A-Za-z0-9+/=_-]{60,}"),
    secret("infisical-token", &["st."], r"(?-u:\b)st\.[0-9a-f]{24}\.[0-9a-f]{24,}\.[0-9a-f]{24,}"),
    secret("datadog-key", &["datadog", "dd_api_key", "dd_app_key"], r"(?i)(?:datadog|dd)[_-]?(?:api|app|application)?[_-]?key[\x22']?\s*[:=]\s*[\x22']?([0-9a-f]{32}|[0-9a-f]{40})(?-u:\b)"),
    secret("newrelic-key", &["nrak-", "nrjs-", "nrii-", "nraa-", "nral"], r"(?-u:\b)(?:NR(?:AK|II|AA)-[A-Za-z0-9_-]{27,}|NRJS-[a-f0-9]{19}|[0-9a-f]{36}NRAL)"),
    secret("grafana-token", &["glc_", "glsa_"], r"(?-u:\b)(?:glc_[A-Za-z0-9+/]{32,}=*|glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8})"),
    secret("sentry-token", &["sntrys_", "sntryu_"], r"(?-u:\b)sntry[su]_[A-Za-z0-9+/=_]{40,}"),
    secret("sentry-dsn", &["ingest", "sentry"], r"https?://([0-9a-f]{32})(?::[0-9a-f]{32})?@[a-z0-9.-]*sentry[a-z0-9.-]*/[0-9]+"),
    secret("honeycomb-key", &["hcaik_", "hcaic_", "hcalk_"], r"(?-u:\b)hca[il][ckm]_[A-Za-z0-9]{26,}"),
    secret("pagerduty-key", &["pagerduty", "token token="], r"(?i)(?:pagerduty[a-z_-]*(?:key|token)[\x22']?\s*[:=]\s*[\x22']?|Token token=)([A-Za-z0-9_+-]{20,32})(?-u:\b)"),
    secret("opsgenie-key", &["geniekey"], r"(?i)GenieKey\s+([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"),
    secret("dynatrace-token", &["dt0c01.", "dt0s"], r"(?i)(?-u:\b)dt0[a-z][0-9]{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}"),
    secret("launchdarkly-key", &["sdk-", "mob-", "api-"], r"(?-u:\b)(?:sdk|mob|api)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
    secret("linear-key", &["lin_api_", "lin_oauth_"], r"(?-u:\b)lin_(?:api|oauth)_[A-Za-z0-9]{32,}"),
    secret("notion-token", &["secret_", "ntn_"], r"(?-u:\b)(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,50})(?-u:\b)"),
    secret("figma-token", &["figd_"], r"(?-u:\b)figd_[A-Za-z0-9_-]{40}"),
    secret("airtable-token", &["pat"], r"(?-u:\b)pat[A-Za-z0-9]{14}\.[0-9a-f]{64}"),
    secret("postman-key", &["pmak-"], r"(?-u:\b)PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
    secret("clickup-token", &["pk_"], r"(?-u:\b)pk_[0-9]{5,9}_[A-Z0-9]{32}"),
    secret("dropbox-token", &["sl."], r"(?-u:\b)sl\.(?:u\.)?[A-Za-z0-9_-]{130,}"),
    secret("cloudflare-key", &["v1.0-"], r"(?-u:\b)v1\.0-[0-9a-f]{24}-[0-9a-f]{100,}"),
    secret("databricks-token", &["dapi"], r"(?-u:\b)dapi[0-9a-f]{32}(?:-[0-9])?(?-u:\b)"),
    secret("planetscale-token", &["pscale_"], r"(?-u:\b)pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,}"),
    secret("supabase-token", &["sbp_", "sb_secret_"], r"(?-u:\b)(?:sbp_[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{20,})"),
    secret("neon-key", &["napi_"], r"(?-u:\b)napi_[A-Za-z0-9]{60,}"),
    secret("fly-token", &["fo1_", "fm1r_", "fm2_", "fm1a_", "flyv1"], r"(?-u:\b)(?:fo1_[A-Za-z0-9_-]{43}|fm(?:1[ar]|2)_[A-Za-z0-9+/=]{60,}|FlyV1\s[A-Za-z0-9=_,/+-]{60,})"),
    secret("netlify-token", &["nfp_"], r"(?-u:\b)nfp_[A-Za-z0-9]{36,}"),
    secret("vercel-token", &["vercel"], r"(?i)vercel[a-z_-]*token[\x22']?\s*[:=]\s*[\x22']?([A-Za-z0-9]{24})(?-u:\b)"),
    secret("buildkite-token", &["bkua_"], r"(?-u:\b)bkua_[0-9a-f]{40}"),
    secret("circleci-token", &["ccipat_", "cciprj_"], r"(?-u:\b)CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}"),
    secret("sonar-token", &["sqp_", "squ_", "sqa_"], r"(?-u:\b)sq[pua]_[0-9a-f]{40}"),
    secret("artifactory-key", &["akcp"], r"(?-u:\b)AKCp[A-Za-z0-9]{60,73}(?-u:\b)"),
    secret("jfrog-reference-token", &["cmvmdgtu"], r"(?-u:\b)cmVmdGtu[A-Za-z0-9]{50,}"),
    secret("facebook-token", &["eaa"], r"(?-u:\b)EAA(?:MC|C)[A-Za-z0-9]{100,}"),
    secret("twitter-bearer", &["aaaaaaaaaaaaaaaaaaaa"], r"A{20,22}[A-Za-z0-9%]{60,}"),
    secret("typeform-token", &["tfp_"], r"(?-u:\b)tfp_[A-Za-z0-9_.=-]{59}"),
    secret("readme-key", &["rdme_"], r"(?-u:\b)rdme_[a-z0-9]{70}"),
    secret("contentful-token", &["cfpat-"], r"(?-u:\b)CFPAT-[A-Za-z0-9_-]{43}"),
    secret("prefect-key", &["pnu_"], r"(?-u:\b)pnu_[A-Za-z0-9]{36}"),
    secret("yandex-key", &["aqvn"], r"(?-u:\b)AQVN[A-Za-z0-9_-]{35,38}"),
    secret("tailscale-key", &["tskey-"], r"(?-u:\b)tskey-[a-z]+-[A-Za-z0-9]+-[A-Za-z0-9]{20,}"),
    secret("ngrok-key", &["ngrok"], r"(?i)ngrok[a-z_ -]*(?:token|key)[\x22']?\s*[:= ]\s*[\x22']?([0-9][A-Za-z0-9]{26}_[A-Za-z0-9]{20,})"),
    secret("langsmith-key", &["lsv2_"], r"(?-u:\b)lsv2_[a-z]{2}_[0-9a-f]{32}_[0-9a-f]{10}"),
    secret("pinecone-key", &["pcsk_"], r"(?-u:\b)pcsk_[A-Za-z0-9_]{40,}"),
];

#[cfg(test)]
mod tests;
