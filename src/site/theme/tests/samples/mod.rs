//! Sample views, filled as for a long review.

mod parts;

use parts::{action, card, date, lessons, link, row, severity, some_link, term};
use serde_json::{Value, json};

fn page(class: &str, key: &str, view: &Value) -> Value {
    let feed = json!({"title": "All reviews", "atom": "../feed.xml", "json": "../feed.json"});
    json!({
        "site": {
            "title": "Library & co", "description": "What we learned.", "language": "en", "edition": "internal", "home": "../index.html",
            "nav": [{"label": "Reviews", "href": "../reviews/index.html", "current": true}], "repository": null, "reviews": 2,
            "restricted": 1, "assets_version": "00000000",
        },
        "page": {"title": "A page", "description": "", "root": "../", "class": class, "breadcrumbs": [link("Home")], "feeds": [feed]},
        key: view,
    })
}

/// One object of several; a single `json!` of a whole review is too deep for the compiler.
fn merged(parts: [Value; 3]) -> Value {
    parts.into_iter().filter_map(|part| part.as_object().cloned()).flatten().collect::<serde_json::Map<_, _>>().into()
}

/// A review page with all values or with the least.
pub(super) fn review(full: bool) -> Value {
    let some = |value: Value| if full { value } else { Value::Null };
    let list = |value: Value| if full { value } else { json!([]) };
    let metric = json!({"key": "detect", "label": "Time to detect", "value": "47 min", "iso": "PT47M", "note": "started to detected"});
    let fact = json!({"label": "Support cases", "html": "61"});
    let timeline = json!({
        "heading": "Timeline", "written_html": null, "before_html": "<p>Times are those of the log.</p>", "after_html": null, "anchor": "timeline", "plot_html": "<svg></svg>", "rows": (1..=12).map(row).collect::<Vec<_>>(), "has_who": true,
        "has_evidence": true, "has_phase": true, "has_effect": true, "has_path": true, "clock": "Copenhagen", "zone_note": "Times in Copenhagen (UTC+2), UTC beneath.",
    });
    let top = json!({
        "id": "a", "title": "The page that watched us", "kind": link("Incident"), "kind_key": "incident", "severity": some(severity()),
        "status": {"key": "draft", "label": "Draft"}, "date": some(date()), "environment": some(json!("staging")), "scheduled": full,
        "services": list(json!([link("Keel")])), "systems": list(json!(["store"])), "teams": list(json!([link("Team")])),
        "tags": list(json!([link("dns")]))
    });
    let story = json!({
        "lessons": list(lessons(7)), "surprises": list(lessons(2)), "metrics": list(json!([metric])),
        "phase_bar_html": some(json!("<svg></svg>")), "phases_note": some(json!("Not stated.")), "happened": some(json!("Nobody could sign in.")), "summary_html": some(json!("<p>Summary.</p>")), "facts": list(json!([fact])),
        "timeline": some(timeline), "body_html": if full { format!("<h2 id=\"b\">Body</h2>{}", "<p>Some text of the story.</p>".repeat(60)) } else { String::new() }
    });
    let rest = json!({
        "factors": list(json!([{"html": "Retry storm", "category": "process", "href": "x", "others": 2}])),
        "went_well": list(lessons(2)), "got_lucky": list(lessons(2)), "open_questions": list(lessons(1)),
        "actions": list((0..9).map(|_| action(full)).collect()), "actions_words": "2 open", "actions_at": some(json!("actions")), "no_action_reason_html": some(json!("None.")),
        "wont_do": list(lessons(1)), "related": list(json!([{"title": "Before", "href": "x", "date": date(), "reason": "same factor", "chosen": true}])),
        "chain": list(json!([{"title": "Before", "href": "x", "date": date(), "current": false}])), "backlinks": list(json!([{"title": "After", "href": "y", "date": null, "reason": "names this review", "chosen": false}])),
        "people": list(json!([{"role": "Owner", "names": ["Ada", "Grace"]}])), "links": list(json!([link("chat")])),
        "history": list(json!([{"on": date(), "note": "Published.", "commit": null}, {"on": date(), "note": "Say why", "commit": {"name": "0123456789", "href": "https://example.org/commit/0"}}])), "extra": list(json!([fact])),
        "ids": {"lessons": "lessons", "surprises": "surprises", "related": "related", "factors": "factors",
            "went-well": "went-well", "got-lucky": "got-lucky", "open-questions": "open-questions", "actions": "actions",
            "people": "people", "links": "links", "details": "details", "history": "history", "timeline": "timeline"},
        "toc": list(json!([{"level": 2, "id": "b", "text": "Body"}, {"level": 3, "id": "c", "text": "More"}])),
        "edit_href": some(json!("https://example.org/edit")), "drill_href": some(json!("drill/index.html")), "source": "a.md", "newer": some(link("Newer")), "older": some(link("Older")),
    });
    page("review", "review", &merged([top, story, rest]))
}

/// A drill, its notes, and the index of drills; and a review that is not a drill.
fn drills(full: bool) -> Vec<(&'static str, Value)> {
    let some = |value: Value| if full { value } else { Value::Null };
    let list = |value: Value| if full { value } else { json!([]) };
    let step = |number: usize| {
        json!({
            "number": number, "clock": "11:02 Copenhagen (09:02 UTC)", "gap": some(json!("12 min later")), "since": some(json!("26 min")),
            "entries": [{"clock": null, "what_html": "A white page.", "code": null}, {"clock": "11:03", "what_html": "Two.", "code": "a line"}], "prompt": "What do you see?",
        })
    };
    let timed = json!([{"clock": "09:00 UTC", "what_html": "A deploy.", "code": "a line"}]);
    let lists = list(json!([{"heading": "Contributing factors", "items_html": ["Retry storm"]}]));
    let reveal = json!({
        "title": "Two <labels>, one salmon", "took": if full { "Noticed after 14 min." } else { "" }, "lists": lists,
        "before": list(timed.clone()), "held": list(timed.clone()),
    });
    let played = json!({
        "heading": "Drill: an incident in Keel", "none": null, "services": list(json!(["Keel"])), "day": "A Monday night in May",
        "noticed": some(json!("Customers told us")), "steps": [step(0), step(1), step(2)], "step_minutes": 5, "minutes": 50,
        "review": link("The review"), "notes_href": "notes/index.html", "reveal": reveal,
        "questions": list(json!([{"ask": "How?", "about": null}, {"ask": "What?", "about": "That."}])),
    });
    let none = json!({
        "heading": "Drill: an incident", "none": "Its timeline has no entries.", "services": [], "day": "", "noticed": null, "steps": [],
        "step_minutes": 0, "minutes": 0, "review": link("The review"), "notes_href": "notes/index.html", "reveal": null, "questions": [],
    });
    let notes_step = json!({
        "number": 1, "clock": "09:02 UTC", "shown": list(timed.clone()), "prompt": "What do you see?", "occasion": "Noticing",
        "phase": some(json!("Detection")), "effect": "no change", "evidence_html": list(json!(["a screenshot"])), "held": list(timed),
        "next": some(json!("A restart.")), "next_gap": some(json!("1 min later")), "decided": some(json!("To wait.")),
        "inject": some(json!("Nobody answers.")), "answers": list(json!([{"id": "answers-1", "topic": "Logs"}])), "goes_on": !full,
    });
    let answers = json!([{"id": "answers-1", "topic": "Logs", "answers": [
        {"clock": null, "html": "", "code": "a line"}, {"clock": "09:00 UTC", "html": "Words.", "code": null}]}]);
    let notes = json!({
        "heading": "Facilitator’s notes", "title": "Two <labels>", "no_people": full, "real": "2 h", "step_minutes": 5, "minutes": 50,
        "hour": some(json!({"steps": [{"number": 1, "why": "it is worst"}, {"number": 3, "why": "it ends"}], "step_minutes": 4, "reading": 4})),
        "parts": {"scenario": 5, "roles": 5, "reveal": 10, "debrief": 20}, "answers": list(answers), "steps": [notes_step], "drill": link("Drill"), "review": link("The review"),
    });
    let row = json!({
        "drill": link("An incident"), "sign": some(json!("The board is dark.")), "date": some(date()), "minutes": 50, "steps": 2, "people": 5,
        "teaches": list(json!([{"html": "Retry storm", "category": some(json!("process")), "href": "", "others": 0}])), "played": list(json!([date(), date()])),
    });
    let index = json!({"heading": "Drills", "drills": list(json!([row])), "pager": null, "others_more": if full { 3 } else { 0 }, "others": list(json!([{"review": link("A review"), "reason": "Too short."}]))});
    vec![
        ("internal/drill.html", page("drill", "drill", if full { &played } else { &none })),
        ("internal/drill_notes.html", page("drill-notes", "notes", &notes)),
        ("internal/drills.html", page("drills", "drills", &index)),
    ]
}

/// The view of a review in a digest.
fn story(full: bool) -> Value {
    let some = |value: Value| if full { value } else { Value::Null };
    let list = |value: Value| if full { json!([value]) } else { json!([]) };
    let again = json!({"words": "Third time; before: March 2025, June 2026", "reviews": [link("A"), link("B")], "done_html": ["A bell"],
        "open_html": ["A lamp"], "left_out": 1});
    let later = json!({"words": "June 2026", "reviews": [link("A")]});
    json!({"happened": some(json!("Nobody could board.")), "in_brief": some(json!("Nobody could board.")), "later": some(later), "affected": some(json!("All of them")), "again": some(again), "presenter": "Ada",
        "on_slide": "Presenter: to be asked", "asked_of": list(link("Mast")), "factors": list(link("Retry storm")),
        "changes": list(json!({"title_html": "Ring a <em>bell</em>", "facts": "Keel, due soon", "reason_html": some(json!("A reason."))})),
        "minutes": if full { 7 } else { 0 }, "unmet": !full, "surprises": lessons(usize::from(full)), "lessons": lessons(if full { 3 } else { 0 }),
        "applies_to": list(link("Keel")), "questions": list(json!("How would we know sooner?")), "new_to": some(json!("14 of 20")),
        "plot_html": some(json!("<svg></svg>"))})
}

/// The pages of a week, of its slides, of all weeks and of a month.
fn weeks(full: bool) -> [(&'static str, Value); 4] {
    let some = |value: Value| if full { value } else { Value::Null };
    let list = |value: Value| if full { json!([value]) } else { json!([]) };
    let note = json!({"on": date(), "note": "Changed."});
    let item = json!({"card": card(full), "mini_html": some(json!("<svg></svg>")), "when": "4 November 2026", "lasted": some(json!("11 min of harm")),
        "dated": some(json!("placed by its end")), "revisions": list(note.clone()), "story": story(full)});
    let mention = json!({"review": link("A review"), "notes": list(note), "html": some(json!("A <em>word</em>"))});
    let pattern =
        json!({"dimension": "Service", "term": link("Keel"), "words": "2 reviews", "reviews": [link("A"), link("B")]});
    let group =
        json!({"key": "due", "heading": "Due next", "note": "Soon.", "actions": list(action(full)), "total": 3});
    let keys = [
        "lesson",
        "changes",
        "late",
        "new",
        "near",
        "revised",
        "well",
        "patterns",
        "actions",
        "archive",
        "agenda",
        "questions",
    ];
    let parts: Vec<_> = keys.iter().map(|key| json!({"key": key, "heading": key, "minutes": 5})).collect();
    let by_key =
        |value: Value| keys.iter().map(|key| ((*key).to_owned(), value.clone())).collect::<serde_json::Map<_, _>>();
    let lesson = json!({"item": item, "why": "It is the one new review of this week.", "plot_html": some(json!("<svg></svg>")),
        "seen": some(json!({"factor": "Silence", "services": [link("Keel")], "more": 2}))});
    let agenda = json!({"name": "Learning review", "when": some(json!("Thursday")), "starts": some(json!("2026-11-19T14:00:00+01:00")),
        "skipped": !full, "why_not": "is not held this week", "next": some(json!("Thursday")), "facilitator": some(json!("Ada")), "no_facilitator": if full { Value::Null } else { json!("none found") },
        "items": [{"at": "14:00", "minutes": 5, "what": "Ground rules", "how": "Kindly."}], "link": some(json!("https://x.example/")),
        "presenters": list(json!({"review": link("A"), "minutes": 7, "words": "Ada, Grace"}))});
    let head = json!({"week": "2026-W47", "title": "Week 47, 2026", "days": "16 to 22 November 2026", "as_of": some(date()), "href": "w", "slides_href": some(json!("s")),
        "counts": if full { "1 new review" } else { "" }, "quiet": if full { Value::Null } else { json!("Nothing new.") },
        "added": some(json!("17 older reviews were added")), "reviews_href": "r",
        "held_over": some(json!("1 review came out")), "excluded": some(json!("1 restricted review is not listed")), "canonical": some(json!("https://x.example/")),
        "older": some(link("Week 46")), "newer": some(link("Week 48")), "around": [link("All weeks")], "parts": parts});
    let stories = json!({"headings": by_key(json!("Part")), "minutes": by_key(json!(5)), "lesson": some(lesson), "new": list(item.clone()),
        "near": list(item.clone()), "late": list(item.clone()), "revised": list(mention.clone()),
        "well": list(json!({"html": "A lamp.", "luck": true, "review": link("A")})), "well_more": usize::from(full)});
    let rest = json!({"patterns": list(pattern.clone()), "actions": list(group), "dropped": list(mention), "actions_href": "a", "overdue": some(json!("6 actions are overdue in all")),
        "drills": some_link(full), "drills_fit": "End early.", "archive": list(json!({"card": card(full), "label": "In common", "shared": [link("Keel")], "with": link("B")})),
        "agenda": agenda, "questions": [{"text": "How?", "review": some_link(full)}]});
    let row = json!({"week": link("Week 47, 2026"), "days": "16 to 22 November", "words": "1 new", "review": some_link(full)});
    let feed = json!({"title": "Weekly digests", "atom": "../feed.xml", "json": "../feed.json"});
    let year = json!({"year": 2026, "quarters": [link("Q4")], "months": [link("November")], "weeks": [row.clone()]});
    let all = json!({"years": list(year), "this_week": link("This week"), "feed": feed});
    let happened = json!({"review": link("A"), "date": date(), "severity": some(severity()), "kind": some_link(full),
        "harm": some(json!("47 min")), "impact": some(json!("Nobody could board."))});
    let month = json!({"title": "November 2026", "days": "1 to 30 November 2026", "happened_words": "1 review", "published_words": "1 review",
        "happened": list(happened), "happened_more": usize::from(full), "year": link("2026"), "published": list(link("A")),
        "published_more": usize::from(full), "facts": list(json!({"label": "Noticed by", "text": "staff 1"})), "hits": list(item), "patterns": list(pattern), "weeks": [row],
        "around": [link("All weeks")], "older": some_link(full), "newer": Value::Null});
    let week = merged([head, stories, rest]);
    [
        ("internal/digest.html", page("digest", "digest", &week)),
        ("internal/slides.html", page("slides", "digest", &week)),
        ("internal/digests.html", page("digests", "digests", &all)),
        ("internal/period.html", page("digests", "period", &month)),
    ]
}

/// Every page, full and minimal, by template.
pub(super) fn pages() -> Vec<(&'static str, Value)> {
    let mut all = Vec::new();
    for full in [true, false] {
        let list = |value: Value| if full { json!([value]) } else { json!([]) };
        let filters = json!([{"key": "kind", "label": "Kind", "options": [{"value": "kind:incident", "label": "Incident", "count": 1}]}]);
        let strip = if full {
            json!({"html": "<svg></svg>", "words": "2024: 1", "key": "The worst of each month", "has_unrated": true, "has_marks": true})
        } else {
            Value::Null
        };
        let pager =
            json!({"words": "Reviews 1 to 25, counted from the oldest", "first": "i", "newer": "n", "older": null});
        let (browse, terms) = (list(link("Tags")), list(term(full)));
        let home = json!({
            "digest": {"title": "Week 47, 2026", "days": "16 to 22 November 2026", "href": "w", "words": "1 new review", "meeting": "Thursday",
                "review": some_link(full), "happened": if full { json!("It broke.") } else { Value::Null }, "lesson": if full { json!("A lesson.") } else { Value::Null }},
            "latest_title": "Latest incidents", "latest_rule": if full { json!("The most severe of the newest.") } else { Value::Null }, "latest": list(card(full)), "signals": list(card(full)), "overdue": list(action(full)), "overdue_total": 1, "open_total": 1,
            "actions_href": "a", "strip": strip, "scale": [severity()], "counts": "1 incident", "severities": terms, "services": terms, "factors": terms, "tags": terms,
            "years": terms, "browse": browse, "documents": browse, "all_href": "r",
        });
        let listing = json!({
            "dimension": "services", "dimension_label": if full { "Service" } else { "" }, "heading": "Keel", "description": "",
            "severity": if full { severity() } else { Value::Null }, "team": if full { link("Team") } else { Value::Null },
            "counts": "1 review", "strip": strip, "scale": [severity()], "twin_href": null, "within": "", "open_actions": 1, "rows_html": "<tr><th scope=\"row\">A review</th></tr>", "pager": if full { pager } else { Value::Null },
            "feed": null, "search_href": "s", "together": terms, "empty": "", "filters": filters,
        });
        let overview = json!({"dimension": "tags", "heading": "Tags", "lead": "Words.", "terms": terms, "order": "Most first.", "by_count": true, "all": list(json!({"label": "Keel", "href": "k", "count": 2})), "twin_href": null, "strip": strip, "scale": [severity()], "empty": "Write tags."});
        let search = json!({"browse": browse, "shortcuts": [{"key": "/", "does": "search"}]});
        all.extend(weeks(full));
        all.push(("internal/review.html", review(full)));
        all.extend(drills(full));
        all.push(("internal/home.html", page("home", "home", &home)));
        all.push(("internal/term.html", page("term", "term", &listing)));
        all.push(("internal/overview.html", page("overview", "overview", &overview)));
        all.push((
            "internal/actions.html",
            page("actions", "actions", &json!({"counts": "1 open action", "teams": terms,
                "filters": filters, "heading": "Actions", "rows_html": "<tr><th scope=\"row\">An action</th></tr>", "order": "Overdue first.", "twin_href": null, "pager": null})),
        ));
        let document = json!({"title": "Template", "body_html": "<p>Fill it in.</p>", "source": "template.md"});
        all.push(("internal/document.html", page("document", "document", &document)));
        all.push(("internal/search.html", page("search", "search", &search)));
        all.push(("internal/404.html", page("missing", "missing", &search)));
    }
    all
}
