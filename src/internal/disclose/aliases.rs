//! Former public addresses of a postmortem.
//!
//! In: `public.aliases`. Out: files of the public site, to be cleared and approved like any text, because an old name may be
//! confidential. Refuses what is not a plain path, a path that the site itself uses, and an address that two postmortems claim.

use std::collections::BTreeMap;

use super::draft::{Draft, Piece};
use crate::review::{Public, Review};
use base::diagnostics::{Code, Diagnostic};
use base::links::{file_at, shown};
use site::output::OutPath;

/// The folder of an alias that is only a name.
const HOME: &str = "postmortems";

/// Folders and files that the site itself uses.
const OWN: [&str; 9] =
    ["assets", "search", "services", "years", "index.html", "404.html", "robots.txt", "sitemap.xml", "atom.xml"];

/// The files for the aliases, without those that are invalid.
pub(super) fn read(review: &Review, public: &Public, problems: &mut Vec<Diagnostic>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (n, alias) in public.aliases.iter().enumerate() {
        let n = n.to_string();
        match file(alias) {
            Ok(file) if pieces.iter().any(|piece| piece.text == file) => {}
            Ok(file) => pieces.push(Piece::plain(file, &["public", "aliases", &n])),
            Err(why) => {
                let message = format!("the address `{alias}` {why}");
                let problem =
                    Diagnostic::new(Code::OldAddress, message).at(review.place_in(&["public", "aliases", &n]));
                problems.push(
                    problem.hint("write an earlier slug, or the path that it had on this site: `/incidents/2019/x/`"),
                );
            }
        }
    }
    pieces
}

fn file(alias: &str) -> Result<String, String> {
    let file = file_at(alias, HOME).map_err(|why| why.message().to_owned())?;
    let path = OutPath::new(&file).map_err(|why| format!("cannot be a file of the site: {why}"))?;
    let plain = |part: &str| {
        !part.starts_with('.') && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    if !file.split('/').all(plain) {
        return Err("holds more than letters from a to z, digits, hyphens, underscores and dots".to_owned());
    }
    let key = path.clash_key();
    let top = key.split('/').next().unwrap_or_default();
    let is_page = top.strip_prefix("page-").is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
    if OWN.contains(&top) || is_page {
        return Err(format!("lies in `{top}`, which the site needs for itself"));
    }
    Ok(file)
}

/// Aliases that are the address of a page or are claimed by two postmortems.
pub(super) fn clashes<'d>(drafts: impl Iterator<Item = (&'d Review, &'d Draft)> + Clone) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for (review, draft) in drafts.clone() {
        if let Some(slug) = &draft.slug {
            for file in ["index.html", "postmortem.json"] {
                taken.insert(format!("{HOME}/{}/{file}", slug.text), &review.source);
            }
        }
    }
    let mut problems = Vec::new();
    for (review, draft) in drafts {
        for (n, piece) in draft.aliases.iter().enumerate() {
            let key = piece.text.to_lowercase();
            let above = key.match_indices('/').find_map(|(at, _)| taken.get(&key[..at]));
            let Some(first) = above.or_else(|| taken.get(&key)).copied() else {
                taken.insert(key, &review.source);
                continue;
            };
            let message = format!("`{}` is an address of {first} already", shown(&piece.text));
            let place = review.place_in(&["public", "aliases", &n.to_string()]);
            let hint = "an address leads to one postmortem: take it out of one of the two";
            problems.push(Diagnostic::new(Code::OldAddress, message).at(place).hint(hint));
        }
    }
    problems
}
