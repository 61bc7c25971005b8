//! Words that do not count when the texts of two reviews are compared: function words, months, and the names of people.

use std::collections::BTreeSet;

use super::{Library, mentioned, people};
use crate::review::{given, in_language};

/// Further common words. They are not in `names.txt`: drills read it as well, and for them `late` or `large` may tell the cause.
const COMMON: &str = "above across actually ago almost alone although among anyone anything anyway asked began behind beside besides \
    best better beyond bring brought cannot coming couldn didn doesn doing during early either enough exactly except \
    further gave getting given gone great half hardly haven having here herself high himself hour however instead \
    itself large late later least left less likely little longer looked making maybe mine minute morning myself \
    nearly needed neither none nor nowhere often ones otherwise ours ourselves perhaps place possible quite rather \
    really seconds seem seemed several shall shouldn simply someone something sometimes somewhere soon such taken \
    tell thank theirs themselves therefore thing things think though thought thus till times together told toward \
    towards tried turn turned twice unless upon using usually wanted whatever whenever whose within word words work \
    worked worse worst wouldn yesterday yourself";

/// Function words, months, given names, and names and accounts of people in a library.
pub(crate) fn never_telling(library: &Library) -> Vec<&str> {
    let owners = library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref());
    // The same people occur in many reviews.
    let named: BTreeSet<&str> = library.reviews.iter().flat_map(people).chain(owners).collect();
    let is_name =
        |name: &&str| name.chars().next().is_some_and(char::is_uppercase) && library.service_or_team(name).is_none();
    // `@scope/package` is no account.
    let is_account = |word: &&str| !word.contains('/') && library.service_or_team(word).is_none();
    let accounts: BTreeSet<&str> = library.reviews.iter().flat_map(|review| mentioned(review.body())).collect();
    let names = named.into_iter().filter(is_name).chain(accounts.into_iter().filter(is_account)).chain(given());
    names.chain(in_language("function word", "en")).chain([COMMON]).chain(base::text::MONTHS).collect()
}
