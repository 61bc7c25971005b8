//! Writes a page of samples into the folder for temporary files: `cargo test look_at -- --ignored`.

use jiff::tz::TimeZone;

use super::super::{figure, mini, phase_figure};
use super::model::{Effect, Timeline};
use super::samples::{crowd, entry, minutes, timeline};
use base::phases::Moments;

use Effect::{Negative as Up, Neutral as Level, Positive as Down};

fn told(title: &str, moments: [i64; 5], rows: &[(i64, Effect, &str)]) -> Timeline {
    let at = |n: i64| (n >= 0).then(|| minutes(n));
    let [started, detected, acknowledged, mitigated, resolved] = moments.map(at);
    let mut t = timeline(0, 1);
    t.title = title.to_owned();
    t.times.moments = Moments { started, detected, acknowledged, identified: None, mitigated, resolved };
    t.entries = rows
        .iter()
        .zip(1..)
        .map(|((at, way, label), n)| {
            let mut row = entry(n, *at, *way);
            (*label).clone_into(&mut row.label);
            row
        })
        .collect();
    t
}

fn typical() -> Timeline {
    let mut t = told(
        "Checkout refused cards for two hours",
        [0, 11, 16, 96, 124],
        &[
            (-14, Level, "Release 412 goes out to half the fleet"),
            (0, Level, "Connection pool of the card service is exhausted"),
            (4, Up, "A customer writes that cards are refused"),
            (11, Level, "Alert: error rate of checkout over 5 %"),
            (16, Level, "On-call takes the page"),
            (24, Level, "Graphs show the pool at its limit, no cause yet"),
            (38, Up, "Restart of the card service makes it worse: cold caches"),
            (52, Level, "Second responder joins, asks about release 412"),
            (61, Down, "Traffic moved to the west region"),
            (75, Down, "Pool size doubled"),
            (96, Down, "Release 412 rolled back"),
            (124, Down, "Error rate back to normal, all clear"),
        ],
    );
    t.first_outside = Some(minutes(4));
    t.first_inside = Some(minutes(11));
    t.zone = TimeZone::get("America/Denver").unwrap();
    t
}

fn samples() -> Vec<(&'static str, Timeline)> {
    let mut long = crowd(60, 9 * 1440, 4);
    long.zone = TimeZone::get("Europe/Berlin").unwrap();
    let mut gaps = crowd(14, 90, 2);
    let tail = [
        (4300, Up, "It came back after the weekly batch"),
        (4310, Level, "Same signature as on Monday"),
        (4330, Down, "Batch stopped"),
        (4400, Down, "Index rebuilt"),
    ];
    for ((at, way, label), n) in tail.into_iter().zip(15..) {
        let mut row = entry(n, at, way);
        label.clone_into(&mut row.label);
        gaps.entries.push(row);
    }
    gaps.times.moments.resolved = Some(minutes(4420));
    gaps.entries.push(entry(19, 10_000, Level));
    vec![
        ("typical: 12 entries, 2 h", typical()),
        (
            "3 entries, 5 min",
            told(
                "Short",
                [0, 1, 2, -1, 5],
                &[(1, Level, "Alert fires"), (3, Down, "Rolled back"), (5, Down, "Healthy again")],
            ),
        ),
        ("40 entries, 6 h", crowd(40, 360, 3)),
        ("60 entries, 9 days", long),
        ("18 entries, 3 days, long silences, analysis a week later", gaps),
        (
            "no moments but entries",
            told(
                "Bare",
                [-1; 5],
                &[(3, Level, "First sign"), (20, Up, "Worse"), (45, Down, "Better"), (50, Level, "Watching")],
            ),
        ),
        ("mitigated only, Kolkata, midnight", {
            let mut t = told(
                "Night",
                [690, -1, 700, 760, -1],
                &[
                    (690, Up, "Disk full"),
                    (700, Level, "Paged"),
                    (730, Down, "Logs moved away"),
                    (760, Down, "Disk at 40 %"),
                ],
            );
            t.zone = TimeZone::get("Asia/Kolkata").unwrap();
            t
        }),
        (
            "scripts",
            told(
                "Labels",
                [0, 6, 9, -1, 60],
                &[
                    (2, Up, "データベースの接続が枯渇し、決済が失敗し始めた"),
                    (12, Level, "השירות הפסיק להגיב לבקשות חדשות 42"),
                    (25, Down, "🚒👩\u{200d}🚒👩\u{200d}🚒 all hands, 🔥 nearly out 🔥"),
                    (40, Down, "<b>Überlast</b> & \"Straße\" – vollständig behoben, endlich, nach langer Suche"),
                ],
            ),
        ),
        (
            "same minute",
            told(
                "Ties",
                [0, 0, 5, -1, 30],
                &[
                    (0, Up, "a"),
                    (0, Up, "b"),
                    (5, Level, "Paged"),
                    (5, Level, "Paged again"),
                    (5, Level, "And again"),
                    (20, Down, "x"),
                    (20, Down, "y"),
                    (30, Down, "Done"),
                    (30, Level, "Told customers"),
                ],
            ),
        ),
        ("400 entries", crowd(400, 3000, 5)),
        ("no entries", timeline(0, 47)),
    ]
}

#[test]
#[ignore = "writes a page to look at"]
#[expect(clippy::disallowed_methods, reason = "the page is for eyes, not for the site")]
fn look_at() {
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href=look.css><main>",
    );
    for (index, (name, t)) in samples().iter().enumerate() {
        page.extend(["<h2>", name, " ", &mini(t).unwrap_or_default(), "</h2>"]);
        page.push_str(&phase_figure(&t.times, &format!("b{index}")).unwrap_or_default());
        page.push_str(&figure(t, &format!("f{index}"), Some("entry.")).unwrap_or_default());
    }
    let folder = std::env::temp_dir().join("debrief-look");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("look.html"), page + "</main>").unwrap();
}
