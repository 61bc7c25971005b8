//! Identifiers of resources in the large clouds.

use super::placeholder::is_placeholder;
use super::{Found, Row, alone, always};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "arn",
        tier: Tier::Block,
        words: &["arn:"],
        pattern: r"(?i)(?-u:\b)arn:(?:aws|aws-cn|aws-us-gov|aliyun):[a-z0-9-]+:[a-z0-9-]*:[0-9*]*:[^\s<>]+",
        keep: is_account,
    },
    Row {
        id: "cloud-account",
        tier: Tier::Block,
        words: &["account", "acct", "aws"],
        pattern: r"(?i)(?-u:\b)(?:accounts?|acct|aws)(?:[ _-]?(?:id|number|no|account))*[^0-9a-z]{1,4}([0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4})(?-u:\b)",
        keep: is_account,
    },
    Row {
        id: "cloud-account",
        tier: Tier::Block,
        words: &[".dkr.ecr.", "/subscriptions/"],
        pattern: r"(?i)[0-9]{12}\.dkr\.ecr\.[a-z0-9-]+|/subscriptions/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        keep: always,
    },
    Row {
        id: "cloud-project",
        tier: Tier::Block,
        words: &["projects/", ".gserviceaccount."],
        pattern: r"(?-u:\b)projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/(?:zones|regions|locations|global|topics|subscriptions|secrets|datasets|instances|serviceAccounts)|[a-z0-9-]+@[a-z0-9-]+\.iam\.gserviceaccount\.com",
        keep: always,
    },
    Row {
        id: "cloud-id",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?:i|vpc|vpce|sg|sgr|subnet|ami|vol|eni|snap|rtb|igw|nat|acl|lt|pcx|tgw|eipalloc|fs)-(?:[0-9a-f]{17}|[0-9a-f]{8})",
        keep: is_id,
    },
    Row {
        id: "cloud-host",
        tier: Tier::Block,
        words: &["ip-", "ec2-"],
        pattern: r"(?i)(?:ip|ec2)-[0-9]{1,3}(?:-[0-9]{1,3}){3}(?:\.[a-z0-9-]+)*",
        keep: alone,
    },
    // Nodes of Azure Kubernetes Service: `aks-<pool>-<number of the cluster>-vmss<instance>`.
    Row {
        id: "cloud-host",
        tier: Tier::Block,
        words: &["aks-"],
        pattern: r"(?i)aks-[a-z0-9]{1,12}-[0-9]{8}-vmss[0-9a-z]{6}",
        keep: |found| alone(found) && !found.value().contains("-12345678-"),
    },
    Row {
        id: "cloud-host",
        tier: Tier::Block,
        words: &[
            "amazonaws.com",
            ".windows.net",
            ".azure.com",
            ".azurewebsites.net",
            ".azure-api.net",
            ".azmk8s.io",
            ".run.app",
            ".cloudfunctions.net",
            ".appspot.com",
            ".herokuapp.com",
            ".elasticbeanstalk.com",
            ".mongodb.net",
            ".es.io",
            ".redislabs.com",
            ".aivencloud.com",
            ".ondigitalocean.",
            ".cloudapp.net",
            ".azurecr.io",
            ".azconfig.io",
            ".jfrog.io",
            ".snowflakecomputing.com",
            ".online.tableau.com",
            ".salesforce.com",
            ".supabase.co",
            "accountname",
        ],
        pattern: r"(?ix)
            [a-z0-9_-]+ (?: \.[a-z0-9_-]+ )* \. (?:
              (?: [a-z0-9-]+\. )? (?: rds | elb | cache | es | eks | compute | redshift | execute-api | elasticmapreduce | s3 | kafka | mq
                | docdb | neptune | efs ) (?: [.-][a-z0-9-]+ )* \.amazonaws\.com
              | (?: database | blob\.core | file\.core | queue\.core | table\.core | servicebus | redis\.cache ) \.windows\.net
              | cloudapp\.azure\.com | vault\.azure\.net | azurewebsites\.net | azure-api\.net | azmk8s\.io | azurecr\.io | cloudapp\.net
              | run\.app | cloudfunctions\.net | appspot\.com | herokuapp\.com | elasticbeanstalk\.com | mongodb\.net | es\.io
              | redislabs\.com | aivencloud\.com | (?: app | db ) \.ondigitalocean\.com
              | azconfig\.io | jfrog\.io | snowflakecomputing\.com | online\.tableau\.com | my\.salesforce\.com | supabase\.co )
            | [a-z]{2,8}[0-9]{1,4}\.salesforce\.com | (?-u:\b) AccountName \s* = \s* ( [a-z0-9]{3,24} )",
        keep: is_private,
    },
    Row {
        id: "cloud-id",
        tier: Tier::Block,
        words: &["client", "tenant"],
        pattern: r"(?i)(?-u:\b)(?:azure[_ -]?)?(?:client|tenant)[_\s.-]*(?:id)?(?-u:\b|_)[^\n]{0,24}?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?-u:\b)",
        keep: is_written_out,
    },
    Row {
        id: "uuid",
        tier: Tier::Review,
        words: &[],
        pattern: r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        keep: alone,
    },
];

fn is_id(found: &Found<'_>) -> bool {
    let digits = found.value().split('-').next_back().unwrap_or_default();
    alone(found)
        && digits.contains(|c: char| c.is_ascii_digit())
        && !matches!(found.before(), Some('-'))
        && !matches!(found.after(), Some('-'))
        && !EXAMPLES.iter().any(|known| digits.starts_with(known) || digits.starts_with(&format!("0{known}")))
}

/// How ids in vendors' documentation begin.
const EXAMPLES: &[&str] = &["12345678", "1234567", "abcdef12"];

/// Accounts used in vendors' documentation.
const ACCOUNTS: &[&str] = &[
    "123456789012",
    "111122223333",
    "444455556666",
    "777788889999",
    "999999999999",
    "000000000000",
    "012345678901",
    "210987654321",
];

/// Whether the value contains an account that is not from documentation.
fn is_account(found: &Found<'_>) -> bool {
    let digits: String = found.value().chars().filter(char::is_ascii_digit).collect();
    !ACCOUNTS.iter().any(|known| digits.contains(known))
}

fn is_written_out(found: &Found<'_>) -> bool {
    !is_placeholder(found.value())
}

fn is_private(found: &Found<'_>) -> bool {
    alone(found) && !found.setting.is_public(found.value())
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, false).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn names_in_clouds_are_seen() {
        let number = "123456".repeat(2);
        assert_eq!(seen(&format!("arn:aws:sns:eu-west-1:{number}:alerts")), ["arn"]);
        assert_eq!(seen(&format!("AWS account {number}")), ["cloud-account"]);
        assert_eq!(seen(&format!("account_id: \"{number}\"")), ["cloud-account"]);
        assert_eq!(seen(&format!("{number}.dkr.ecr.eu-west-1.amazonaws.com/app")), ["cloud-account"]);
        assert_eq!(seen("projects/quiet-otter-42/zones/x"), ["cloud-project"]);
        assert_eq!(seen("i-0abc12de34567890f and vpc-0a1b2c3d"), ["cloud-id", "cloud-id"]);
        assert_eq!(seen("ip-10-1-2-3.ec2"), ["cloud-host"]);
        assert_eq!(seen("aks-nodepool1-48391627-vmss00000a"), ["cloud-host"]);
        assert!(seen("aks-nodepool1-12345678-vmss000000").is_empty());
        assert_eq!(seen("orders.c9x.eu-west-1.rds.amazonaws.com"), ["cloud-host"]);
        assert_eq!(seen("ours.blob.core.windows.net"), ["cloud-host"]);
    }

    #[test]
    fn public_endpoints_and_numbers_are_not() {
        for text in [
            "sqs.us-east-1.amazonaws.com",
            "accounts: 12 of 1200",
            "an id of 123456789012 rows",
            "i-beautiful",
            "sub-deadbeef",
            "aws-sdk 2.1.0",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
