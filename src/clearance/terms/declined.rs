//! Slavic surnames in other cases: `Wałęsnego`, `Dvořákovou`, `Ивановой`.

/// The last letters of surnames, how many of them are replaced, and the endings. An ending that differs only by a mark is
/// found as the name is.
const CASES: [(&str, usize, &str); 11] = [
    ("ski cki", 0, "ego emu m ch"),
    ("ska cka", 1, "iej"),
    ("y ý", 1, "ego emu eho ym ych"),
    ("ova ová eva evá", 1, "ou oj ej e u y"),
    ("enko", 1, "a u i om em owi ovi"),
    ("ak ák ek ik ík uk yk cz ov ev ić ič", 0, "a u em om iem owi ovi ym"),
    ("ова ева ина", 1, "ой ою у е ы"),
    ("ская цкая", 2, "ой ую"),
    ("ий ый", 2, "ого ому им ым ом"),
    ("енко", 1, "а у е ом ові"),
    ("ов ев ин ак ик ук юк ич", 0, "а у е ом ым ы ых"),
];

/// The other cases of a surname; none if it does not end as Slavic surnames do.
pub(super) fn cases(surname: &str) -> impl Iterator<Item = String> {
    let lower = surname.to_lowercase();
    let row = CASES.iter().find(|(last, ..)| last.split(' ').any(|last| lower.ends_with(last)));
    row.into_iter().flat_map(move |(_, replaced, endings)| {
        let kept: String = lower.chars().take(lower.chars().count() - replaced).collect();
        endings.split(' ').map(move |ending| format!("{kept}{ending}"))
    })
}

#[cfg(test)]
mod tests {
    use super::cases;

    #[test]
    fn a_slavic_surname_has_other_cases() {
        for (name, other) in [
            ("Lipski", "lipskiego"),
            ("Lipska", "lipskiej"),
            ("Wałęsny", "wałęsnym"),
            ("Dvořáková", "dvořákovou"),
            ("Novák", "novákem"),
            ("Ivanov", "ivanova"),
            ("Jović", "jovića"),
            ("Savenko", "savenki"),
            ("Иванова", "ивановой"),
            ("Иванов", "ивановым"),
            ("Полевская", "полевской"),
            ("Полевский", "полевского"),
            ("Савенко", "савенка"),
            ("Großmann", ""),
            ("Diallo", ""),
        ] {
            let all: Vec<_> = cases(name).collect();
            assert!(all.iter().any(|case| case == other) || other.is_empty() && all.is_empty(), "{name}: {all:?}");
        }
    }
}
