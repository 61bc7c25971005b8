//! What may be published is published: marks become roles, and harmless words that look suspicious pass.

use super::judge::{Verdict, judge};
use super::kit::PublicTest;

/// An hour that is wrong inside would be wrong outside.
#[test]
fn a_clock_of_the_timeline_has_the_offset_of_the_times() {
    let mut test = PublicTest::new();
    let entry = "timeline:\n  - {at: \"09:20\", what: An alert, public: true}";
    let review = test.review("latency").sections("summary, timeline, resolution").front(entry);
    test.write(&review);
    for time in ["T09:14:00", "T10:02:00"] {
        test.edit(&review.file, &format!("{time}Z"), &format!("{time}+01:00"));
    }
    test.approve(&review).ok();
    test.publish().ok();
    let json = test.tree().remove("postmortems/latency/postmortem.json").expect("the postmortem as JSON");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let entries = json["timeline"].as_array().expect("entries");
    assert_eq!(entries.len(), 1, "{json}");
    assert!(entries[0].to_string().contains("2026-03-02T08:20"), "{json}");
}

#[test]
fn d23_the_same_person_is_the_same_and_another_is_another() {
    let mut test = PublicTest::new();
    let (jane, ann, handle) = (test.person.clone(), test.other.clone(), test.handle.clone());
    let gone = test.dice.words(2);
    let text = format!(
        "[{}](redact:first-responder) looked, and then [@{handle}](redact:first-responder) asked [{}](redact:first-responder). \
         At last [{}](redact:first-responder) slept, and [`{}`](redact:database-server) did not. [{gone}](redact:omit)",
        jane.full(),
        ann.full(),
        jane.surname,
        test.host,
    );
    let mut review = test.review("latency").summary(&text);
    review.resolution =
        format!("[{}](redact:first-responder) and [{}](redact:first-responder) rested.", ann.full(), jane.given);
    test.approved(&review);
    test.publish().ok();
    let page = test.page("latency");
    for words in [
        "A first responder looked, and then a first responder asked a second first responder.",
        "At last a first responder slept, and a database server did not.",
        "A second first responder and a first responder rested.",
    ] {
        assert!(page.contains(words), "{words}:\n{page}");
    }
    let host = test.host.clone();
    test.nowhere(&[&jane.surname, &ann.surname, &handle, &host, &gone]);
    test.inside(&[&jane.surname, &ann.surname, &handle, &host, &gone]);
    // In the next postmortem, numbering starts over.
    let next = test.review("next").summary(&format!("[{}](redact:first-responder) looked.", ann.full()));
    test.approved(&next);
    test.publish().ok();
    assert!(test.page("next").contains("A first responder looked."));
}

#[test]
fn d40_harmless_words_that_look_like_something() {
    let mut test = PublicTest::new();
    let texts = [
        "At 1772443200000 the clock stood at v1.2.3 of the driver.",
        "It was CVE-2021-44228 again, and 192.0.2.1 answered, as did 2001:db8::1.",
        "See example.com and [our page](https://example.com/status), or write to support@example.com.",
        "We will mark the box, and may bill nobody: the grant was Frank about it.",
        "127.0.0.1 and localhost did not answer on port 8080; HTTP 503 was all we saw.",
        "SHA-256, UTF-8, ISO-8601, RFC-2119 and COVID-19 are no tickets.",
        "The build 7f3a9c21 of 2026-03-02T09:14:00Z served 1,234,567,890 requests.",
    ];
    let reviews: Vec<_> =
        texts.iter().enumerate().map(|(n, text)| test.review(&format!("case-{n}")).summary(text)).collect();
    for (text, verdict) in texts.iter().zip(judge(&test, &reviews)) {
        assert!(verdict.is_published(), "{text}: {verdict:?}");
    }
}

/// Postmortems in the style of real organisations, written for this test.
const CLEAN: [&str; 40] = [
    "On 2 March between 09:14 and 10:02 UTC, one in eight payments failed. No payment was lost, and none was taken twice.",
    "A certificate on the edge of our network expired at midnight UTC. Browsers refused to connect until we replaced it.",
    "A deployment at 14:20 UTC raised the memory of each worker by 40 %. The workers were stopped one after another by the kernel.",
    "The primary database ran out of connections. Requests queued for up to 30 seconds, and then failed with HTTP 503.",
    "We changed a DNS record with a time to live of 86,400 seconds. Some resolvers kept the old answer for a day.",
    "Between 11:05 and 11:52 UTC, 3.2 % of API calls returned 500 Internal Server Error. Dashboards were slow as well.",
    "A fibre cut near Dublin moved our traffic to one provider. Packet loss reached 7 % for customers in Ireland.",
    "Version 4.18.2 of the client retried without a pause. It made the outage of ten minutes into one of two hours.",
    "The leap second of the year was handled twice. Jobs that were to run at 00:00:00 ran again a second later.",
    "Search results were stale for 6 hours because the index was built from a replica that lagged behind.",
    "We rotated a signing key before every service had fetched the new one. People were signed out and could not sign in.",
    "A feature flag that was meant for 1 % of accounts reached all of them. We turned it off after 17 minutes.",
    "A rule of our firewall matched ordinary requests that held the word `select`. It blocked 0.4 % of page views.",
    "The queue of outgoing mail grew to 2.1 million messages. All were delivered; the last was 5 h 20 min late.",
    "A disk filled up with logs, because the job that removes old ones had been failing since January.",
    "A migration took a lock on the table of orders. Orders could be read and not be placed for 12 minutes.",
    "Two regions each believed that they were the leader. For 90 seconds both accepted writes; we merged them by hand.",
    "An upstream provider had an outage in its us-east-1 region. Uploads failed there, and worked everywhere else.",
    "Our status page said that all was well for 25 minutes, because it was hosted on the very system that was down.",
    "A regular expression took exponential time on one unusual header. Each such request held a core for a minute.",
    "The cache was emptied by a restart. The database then had 20 times its usual load, and could not keep up.",
    "Clocks on three machines were 4 minutes ahead. Tokens issued there were refused elsewhere as not yet valid.",
    "A load balancer sent traffic to machines that were not ready. The health check asked only whether a port was open.",
    "Invoices of February showed the wrong tax for 214 accounts. We corrected them and sent new ones on 9 March.",
    "A backup could not be restored, because one of its parts had never been written. An older one could.",
    "The mobile app crashed at start for people with more than 500 saved items. Version 8.3.1 mends it.",
    "Rate limits were counted per address and not per account. People behind one office router shared a single limit.",
    "A configuration file held a tab where spaces belong. The parser took the rest of the file for a comment.",
    "Video calls dropped after exactly 60 minutes. A timeout of a proxy had been set for testing, and stayed.",
    "Exports of more than 2 GB stopped half way. An integer of 32 bits counted the bytes.",
    "The autoscaler removed machines while they were still at work. It looked at the load of five minutes before.",
    "A change of the daylight saving rules in one country moved reminders by an hour. The library of time zones was old.",
    "Webhooks were delivered up to 40 times each. Receivers that answered within 10 seconds were not affected.",
    "An index of the database was dropped as unused. It was used once a month, by the report of the month's end.",
    "Thumbnails were replaced by those of other pictures for 8 minutes, because two jobs shared a folder for temporary files.",
    "A deployment was rolled back, and its change of the database was not. The old code did not know the new column.",
    "Passwords could not be reset between 16:00 and 18:30 UTC. Mail to four large providers was refused as spam.",
    "A power supply failed, and its spare had been unplugged to make room for a new cable. A third of the storage was gone for 3 hours.",
    "The answer to a health check grew to 64 KB, and was cut off by the agent that read it. The agent restarted healthy machines.",
    "A script that removes test accounts was given an empty list, and took that to mean all. We restored 1,120 accounts within a day.",
];

#[test]
fn d48_clean_accounts_pass() {
    let mut test = PublicTest::new();
    let reviews: Vec<_> =
        CLEAN.iter().enumerate().map(|(n, text)| test.review(&format!("case-{n}")).summary(text)).collect();
    let verdicts = judge(&test, &reviews);
    let blocked: Vec<_> =
        CLEAN.iter().zip(&verdicts).filter(|(_, verdict)| !matches!(verdict, Verdict::Published(_))).collect();
    println!("clean accounts blocked: {} of {}", blocked.len(), CLEAN.len());
    assert!(blocked.len() * 20 <= CLEAN.len(), "{blocked:#?}");
}
