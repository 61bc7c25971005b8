//! Renders the public site and proves that nothing internal reaches it.
//!
//! In: what was prepared. Out: a [`Publication`], whose files may be written only if it has no findings. Refuses a template
//! that fails, and content that no page of the public edition may have.

use std::collections::{BTreeMap, BTreeSet};
use std::time::SystemTime;

use super::render::{Files, Press, render};
use super::{Prepared, Publication, interference, own_theme};
use base::diagnostics::{Diagnostic, sort};
use clearance::{File, Finding, Tier};
use public::Site;
use site::theme::Theme;

/// The seeds of the libraries that the site is compared with. Each build uses one; tests use more.
const SEEDS: [u64; 1] = [1];

/// Renders the site, proves that nothing internal reaches it, and passes it through the gate.
///
/// # Errors
/// If a template fails.
pub fn prove(prepared: Prepared, on_stage: &mut dyn FnMut(&'static str)) -> Result<Publication, Vec<Diagnostic>> {
    prove_with(prepared, &|site, _| render(site), &SEEDS, on_stage)
}

/// The same with another renderer, and against a library for each of `seeds`.
///
/// # Errors
/// If the renderer fails.
pub fn prove_with(
    prepared: Prepared,
    press: &Press<'_>,
    seeds: &[u64],
    on_stage: &mut dyn FnMut(&'static str),
) -> Result<Publication, Vec<Diagnostic>> {
    let files = match &prepared.site {
        Some(site) => press(site, &prepared.reviews)?,
        None if is_blocked(&prepared.disclosure.findings) => Files::new(),
        // Without a site and without a finding there is nothing to publish or to report.
        None => return Err(prepared.problems),
    };
    without_objections(&prepared, &files)?;
    on_stage("render public");
    let mut findings = prepared.disclosure.findings.clone();
    let mut interference = Vec::new();
    if let Some(site) = prepared.site.as_ref().filter(|_| !is_blocked(&findings)) {
        for seed in seeds {
            interference.extend(interference::differences(&prepared, press, &files, *seed)?);
        }
        interference.sort();
        interference.dedup();
        on_stage("interference");
        findings.extend(gate(&prepared, site, &files));
        on_stage("gate");
    }
    findings.sort();
    findings.dedup();
    let approved = prepared.disclosure.postmortems.iter().map(|postmortem| postmortem.approved).max();
    Ok(Publication {
        files: files.into_iter().collect(),
        findings,
        interference,
        loosened: prepared.loosened,
        against: prepared.against,
        compared: BTreeMap::new(),
        policy: prepared.policy,
        theme: prepared.theme,
        reviews: prepared.reviews.len(),
        gone: Vec::new(),
        changed: approved.map_or(SystemTime::UNIX_EPOCH, midnight),
        postmortems: prepared.disclosure.postmortems.len(),
        accounts: prepared.disclosure.accounts,
    })
}

/// Checks every byte with the gate, and the search index against the texts that it was made from. A finding that is only a
/// warning and was reported for its source is not repeated for each page.
fn gate(prepared: &Prepared, site: &Site, files: &Files) -> Vec<Finding> {
    let disclosure = &prepared.disclosure;
    let files: Vec<_> = files.iter().map(|(path, bytes)| File { path: path.as_str(), bytes }).collect();
    let reported: BTreeSet<_> =
        disclosure.findings.iter().map(|finding| (&finding.rule, finding.value.reveal())).collect();
    let mut found = disclosure.scanner.gate(&files, &disclosure.waivers);
    found.retain(|finding| finding.tier == Tier::Block || !reported.contains(&(&finding.rule, finding.value.reveal())));
    found.extend(disclosure.scanner.search(&files, &site.searched()));
    if let Some(theme) = &prepared.theme {
        own_theme::place_in_templates(theme, &mut found);
    }
    found
}

/// What the gate finds in pages that a library's own templates render, where nothing was found before; nothing is proved.
///
/// # Errors
/// If a template fails, or writes what no page of the public edition may have.
pub fn in_pages(prepared: &Prepared) -> Result<Vec<Finding>, Vec<Diagnostic>> {
    let Some(site) = prepared.site.as_ref().filter(|site| site.has_own_templates()) else { return Ok(Vec::new()) };
    let files = render(site)?;
    without_objections(prepared, &files)?;
    let is_blocked = is_blocked(&prepared.disclosure.findings);
    Ok(if is_blocked { Vec::new() } else { gate(prepared, site, &files) })
}

/// Refuses pages with content that no page of the public edition may have.
fn without_objections(prepared: &Prepared, files: &Files) -> Result<(), Vec<Diagnostic>> {
    let objections = |theme: &Theme| -> Vec<_> {
        files.iter().flat_map(|(path, bytes)| theme.objections(path.as_str(), bytes)).collect()
    };
    let mut objections = prepared.theme.as_ref().map(objections).unwrap_or_default();
    sort(&mut objections);
    if objections.is_empty() { Ok(()) } else { Err(objections) }
}

/// Whether any finding is of the blocking tier.
#[must_use]
pub fn is_blocked(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.tier == Tier::Block)
}

fn midnight(day: jiff::civil::Date) -> SystemTime {
    day.to_zoned(jiff::tz::TimeZone::UTC).map_or(SystemTime::UNIX_EPOCH, |zoned| zoned.timestamp().into())
}
