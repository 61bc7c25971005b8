//! Words that do not count when the texts of two reviews are compared: function words, months, and the names of people.

use std::collections::BTreeSet;

use super::{Library, mentioned, people};
use crate::review::given;

/// Function words.
const FUNCTION: &str = "about above across actually after again against ago all almost alone along already also although always \
    among another any anybody anyone anything anyway around asked away back became because become been before began behind being \
    below beside besides best better between beyond both bring brought came cannot come comes coming could couldn did didn does \
    doesn doing done down during each early either else enough even ever every everybody everyone everything exactly except \
    few first five four from further gave gets getting give given goes going gone good great had half hardly has have haven \
    having here herself high himself hour hours however instead into itself just keep kept knew know known large last late later \
    least left less like likely little long longer look looked made make makes making many maybe might minute minutes mine more \
    morning most much must myself near nearly need needed neither never next nine nobody none nor nothing nowhere often once \
    ones only other others otherwise ours ourselves over perhaps place possible quite rather really right said same says second \
    seconds seem seemed seen seven several shall should shouldn simply since some somebody someone something sometimes somewhere \
    soon still such take taken takes tell than thank that their theirs them themselves then there therefore these they thing \
    things think third this those though thought three through thus till time times today together told took toward towards \
    tried turn turned twice under unless until upon used uses using usually very want wanted well went were what whatever when \
    whenever where whether which while whole whom whose will with within without word words work worked worse worst would wouldn year years \
    yesterday your yours yourself";

/// Function words, months, given names, and names and accounts of people in a library.
pub(crate) fn never_telling(library: &Library) -> Vec<&str> {
    let owners = library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref());
    // The same people occur in many reviews.
    let named: BTreeSet<&str> = library.reviews.iter().flat_map(people).chain(owners).collect();
    let is_name =
        |name: &&str| name.chars().next().is_some_and(char::is_uppercase) && library.service_or_team(name).is_none();
    // `@scope/package` is no account.
    let is_account = |word: &&str| !word.contains('/') && library.service_or_team(word).is_none();
    let accounts: BTreeSet<&str> =
        library.reviews.iter().flat_map(|review| mentioned(review.body())).filter(is_account).collect();
    let names = named.into_iter().filter(is_name).chain(accounts);
    names.chain(given()).chain([FUNCTION]).chain(base::text::MONTHS).collect()
}
