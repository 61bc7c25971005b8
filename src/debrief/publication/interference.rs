//! The proof of non-interference: the public site must not change if the rest of the library does.

use super::{Files, Prepared, Press};
use base::diagnostics::Diagnostic;
use internal::disclose::{disclose, scramble};

/// The paths that differ between the site and one made from a library in which everything is changed that must not matter.
pub(super) fn differences(
    prepared: &Prepared,
    press: &Press<'_>,
    files: &Files,
    seed: u64,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let Prepared { policy, config, clock, root, unapproved, .. } = prepared;
    let reviews = scramble(&prepared.reviews, policy, seed);
    let other = disclose(&reviews, config, policy, *clock, root, *unapproved).value;
    let site = prepared.plan(&other).value;
    // Where no site can be made of the other library, all of this one depends on what is different there.
    let Some(site) = site else { return Ok(files.keys().map(ToString::to_string).collect()) };
    let others = press(&site, &reviews)?;
    let mut paths: Vec<_> =
        files.iter().filter(|(path, bytes)| others.get(path) != Some(bytes)).map(|(path, _)| path).collect();
    paths.extend(others.keys().filter(|path| !files.contains_key(path)));
    paths.sort();
    Ok(paths.into_iter().map(ToString::to_string).collect())
}
