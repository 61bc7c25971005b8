//! Nothing gives the answer away before the reveal, for any review.

use super::kit;
use crate::harness::SiteTest;

#[test]
fn nothing_gives_the_cause_away_before_the_reveal() {
    let kit = kit();
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    for cause in
        ["forgotten cache", "failover", "Stale", "dashboard", "what else reads", "secret-tag", "KESTREL", "listened"]
    {
        assert!(!before.contains(cause), "{cause}");
    }
    for told in ["forgotten cache", "failover switch", "Stale cache", "dashboard", "what else reads", "listened"] {
        assert!(after.contains(told), "{told}");
    }
}

/// The text of the players' pages of a site before the reveal, with what each of them holds until then.
fn kits(test: &SiteTest) -> Vec<(String, String, Vec<String>)> {
    let plain = |html: &str| {
        let text: String = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, rest)| rest))
            .collect::<Vec<_>>()
            .join(" ");
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut kits = Vec::new();
    for (path, bytes) in test.tree() {
        let page = String::from_utf8_lossy(&bytes).into_owned();
        let Some((before, after)) = page.split_once("id=\"reveal\"").filter(|_| path.ends_with("/drill/index.html"))
        else {
            continue;
        };
        let before = before.split_once("<main").map_or(before, |(_, main)| main);
        let list = |heading: &str| {
            let list = after.split_once(&format!("{heading}</h3>")).map_or("", |(_, rest)| rest);
            let list = list.split_once("</ul>").map_or("", |(list, _)| list);
            let item = |item: &str| plain(item.split_once("</span>").map_or(item, |(_, rest)| rest));
            list.split("<li").skip(1).map(|rest| item(&format!("<li{rest}"))).collect::<Vec<_>>()
        };
        kits.push((
            path,
            plain(before),
            ["Before the first sign", "Held back until now", "Contributing factors"].map(list).concat(),
        ));
    }
    kits
}

/// No four consecutive words of a held text are on a page before the reveal.
#[track_caller]
fn nothing_is_given_away(test: &SiteTest) -> usize {
    let kits = kits(test);
    for (path, before, held) in &kits {
        for sentence in held {
            let words: Vec<_> = sentence.split(' ').collect();
            // Figures alone may be those that everybody saw before.
            if words.iter().filter(|word| word.starts_with(char::is_alphabetic)).count() < 3 {
                continue;
            }
            let told =
                words.windows(4.min(words.len().max(2))).find(|run| before.contains(&format!(" {} ", run.join(" "))));
            assert!(told.is_none(), "{path}: {told:?} of {sentence:?}");
        }
    }
    kits.len()
}

#[test]
fn no_kit_of_the_sample_says_before_the_reveal_what_is_held() {
    assert!(nothing_is_given_away(&SiteTest::of(&crate::harness::sample()).build()) >= 7);
}

#[test]
fn no_kit_of_fifty_made_up_reviews_says_before_the_reveal_what_is_held() {
    let causes = [
        "Stale cache at the edge",
        "Retry storm",
        "Expired certificate",
        "Disk full",
        "Deadlock",
        "DNS record without a dot",
    ];
    let seen = ["The board is dark", "Requests wait", "A passenger writes", "Errors rise", "The queue grows"];
    let done = [
        "Somebody looks at the graph",
        "The lead asks the desk",
        "The desk calls back",
        "Somebody reads the log",
        "The group waits",
    ];
    let mut test = SiteTest::new();
    for n in 0..50 {
        let cause = causes[n % causes.len()];
        let (found, fixed) = (15 + n % 7, 30 + n % 9);
        let mut rows =
            vec![format!("  - {{at: \"09:00\", what: \"{cause} begins\", kind: automation, impact: negative}}")];
        rows.push(format!("  - {{at: \"09:05\", what: {}, kind: automation, impact: negative}}", seen[n % seen.len()]));
        for m in 0..5 {
            rows.push(format!("  - {{at: \"09:{:02}\", what: {}, kind: human}}", 7 + m, done[(n + m) % done.len()]));
        }
        // It is found, mentioned by its name, and fixed.
        rows.push(format!("  - {{at: \"09:{found}\", what: \"The job sweep_{n} is to blame\", kind: human}}"));
        rows.push(format!(
            "  - {{at: \"09:{}\", what: \"Nobody knows who owns sweep_{n}\", kind: conversation}}",
            found + 2
        ));
        rows.push("  - {at: \"09:25\", what: The status page says that we know, kind: human}".to_owned());
        rows.push(format!(
            "  - {{at: \"09:{fixed}\", what: \"Operators put an end to it\", kind: human, impact: positive}}"
        ));
        rows.push("  - {at: \"09:50\", what: All is quiet, kind: human, impact: positive}".to_owned());
        let text = format!(
            "---\ntitle: \"{cause} number {n}\"\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:05Z, \
             identified: 2026-03-02T09:{found}Z, mitigated: 2026-03-02T09:{fixed}Z, resolved: 2026-03-02T09:50Z}}\ntimezone: UTC\n\
             services: [boards]\ncontributing_factors: [\"{cause}\"]\ntimeline:\n{}\n---\nText.\n",
            rows.join("\n")
        );
        test = test.file(&format!("r{n:02}.md"), &text);
    }
    let test = test.build();
    assert_eq!(nothing_is_given_away(&test), 50);
    for (path, before, held) in kits(&test) {
        assert!(!before.contains("sweep") && !before.contains("put an end"), "{path}: {before}");
        assert_eq!(
            held.len(),
            5,
            "{path}: what began, what was found, what names it, what mended it, the factor: {held:?}"
        );
    }
}
