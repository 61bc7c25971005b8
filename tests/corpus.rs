//! Real reviews of other organisations, if a folder of them is given (`DEBRIEF_CORPUS`): every file has its page, and no text
//! of its author is missing from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use markdown::plain_text;

use crate::harness::SiteTest;

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn real_reviews_have_their_pages_whole() {
    let Some(corpus) = std::env::var_os("DEBRIEF_CORPUS").map(PathBuf::from) else {
        eprintln!("left out: real reviews (DEBRIEF_CORPUS names no folder)");
        return;
    };
    let mut wrong = Vec::new();
    let mut seen = 0;
    let folders = fs::read_dir(&corpus).expect("the corpus").map(|entry| entry.expect("an entry").path());
    for folder in folders.filter(|path| path.is_dir()) {
        let test = SiteTest::foreign();
        crate::harness::copy(&folder, &test.library());
        let run = test.build_with(&["--drafts"]);
        if run.code != Some(0) {
            wrong.push(format!("{}:\n{}", folder.display(), run.stderr));
            continue;
        }
        let ids: Vec<_> = test.records().iter().map(|r| r["id"].as_str().expect("an id").to_owned()).collect();
        // READMEs, templates and the like have another kind of page.
        let documents = fs::read_dir(test.site().join("pages")).into_iter().flatten();
        let documents = documents.map(|entry| format!("pages/{}", entry.expect("an entry").file_name().display()));
        let pages: Vec<_> = ids
            .iter()
            .map(|id| format!("reviews/{id}"))
            .chain(documents)
            .map(|page| {
                let page = test.text(&format!("{page}/index.html"));
                // Most tags end a word, but not one within it: `a-6</code>b`.
                let without_code = page.replace("<code>", "").replace("</code>", "");
                let parted = |page: &str| words(&plain_text(&page.replace('<', " <")));
                &(&words(&plain_text(&page)) | &parted(&page)) | &parted(&without_code)
            })
            .collect();
        let files = walkdir::WalkDir::new(&folder).into_iter().map(|e| e.expect("entry").into_path());
        for file in files.filter(|path| path.extension().is_some_and(|x| x == "md")) {
            seen += 1;
            let text = fs::read_to_string(&file).expect("text");
            let body =
                text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(text.as_str(), |(_, b)| b);
            let wanted = words(&plain_text(body));
            let fewest =
                pages.iter().map(|page| wanted.difference(page).cloned().collect::<Vec<_>>()).min_by_key(Vec::len);
            match fewest {
                Some(missing) if missing.is_empty() => {}
                missing => wrong.push(format!("{}: missing {missing:?}", file.display())),
            }
        }
    }
    assert!(seen > 0 && wrong.is_empty(), "{seen} files; {} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
