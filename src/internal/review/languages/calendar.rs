//! Months and days of the week in eleven languages besides English, in lower case.

use super::names::{is, of};
use super::noticing::plain_sentences;
use super::timelines::is_character;

/// Names of months in other languages than English, each with its number. Short forms that are also words (`set`, `out`, `ago`)
/// are left out.
pub(in crate::review) const MONTHS: [(i8, &[&str]); 12] = [
    (
        1,
        &[
            "januar",
            "jänner",
            "janvier",
            "janv",
            "enero",
            "ene",
            "janeiro",
            "gennaio",
            "stycznia",
            "styczeń",
            "января",
            "январь",
            "январе",
            "styczniu",
            "januari",
        ],
    ),
    (
        2,
        &[
            "februar",
            "février",
            "févr",
            "fév",
            "febrero",
            "fevereiro",
            "fev",
            "febbraio",
            "lutego",
            "luty",
            "февраля",
            "февраль",
            "феврале",
            "lutym",
            "februari",
        ],
    ),
    (3, &["märz", "mars", "marzo", "março", "marca", "marzec", "марта", "март", "марте", "marcu", "maart", "mrt"]),
    (4, &["avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień", "апреля", "апрель", "апреле", "kwietniu"]),
    (5, &["mai", "mayo", "maio", "maggio", "maja", "maj", "мая", "май", "мае", "maju", "mei"]),
    (6, &["juni", "juin", "junio", "junho", "giugno", "czerwca", "czerwiec", "июня", "июнь", "июне", "czerwcu"]),
    (7, &["juli", "juillet", "juil", "julio", "julho", "luglio", "lipca", "lipiec", "июля", "июль", "июле", "lipcu"]),
    (8, &["août", "agosto", "sierpnia", "sierpień", "августа", "август", "августе", "sierpniu", "augustus"]),
    (
        9,
        &[
            "septembre",
            "septiembre",
            "setembro",
            "settembre",
            "września",
            "wrzesień",
            "сентября",
            "сентябрь",
            "сентябре",
            "wrześniu",
        ],
    ),
    (
        10,
        &[
            "oktober",
            "okt",
            "octobre",
            "octubre",
            "outubro",
            "ottobre",
            "października",
            "październik",
            "октября",
            "октябрь",
            "октябре",
            "październiku",
        ],
    ),
    (11, &["novembre", "noviembre", "novembro", "listopada", "listopad", "ноября", "ноябрь", "ноябре", "listopadzie"]),
    (
        12,
        &[
            "dezember",
            "dez",
            "décembre",
            "déc",
            "diciembre",
            "dic",
            "dezembro",
            "dicembre",
            "grudnia",
            "grudzień",
            "декабря",
            "декабрь",
            "декабре",
            "grudniu",
        ],
    ),
];

/// Days of the week in other languages than English, in full.
pub(in crate::review) const WEEKDAYS: [&str; 48] = [
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "poniedziałek",
    "wtorek",
    "środa",
    "czwartek",
    "piątek",
    "sobota",
    "niedziela",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
];

/// The months that a text without markup names after a word such as `in`: `which we got in November`, `11月に`.
pub fn months_named(plain: &str) -> Vec<i8> {
    let mut found = Vec::new();
    for sentence in plain_sentences(plain) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let named = words.windows(2).filter(|pair| is("in a month", pair[0])).filter_map(|pair| month(pair[1]));
        found.extend(named);
        found.extend(sentence.match_indices(['月', '월']).filter_map(|(at, mark)| in_figures(&sentence, at, mark)));
    }
    found
}

/// The number of a month by its name.
fn month(name: &str) -> Option<i8> {
    let english = (1..).zip(base::text::MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(name)).map(|(n, _)| n);
    english.or_else(|| MONTHS.iter().find(|(_, names)| names.contains(&name)).map(|(n, _)| *n))
}

/// The number before the sign for a month at this place, where a word for `in` is beside the two.
fn in_figures(sentence: &str, at: usize, mark: &str) -> Option<i8> {
    let (before, after) = (&sentence[..at], &sentence[at + mark.len()..]);
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = before[rest.len()..].parse().ok().filter(|n| (1..=12).contains(n))?;
    let is_beside =
        |word: &&String| word.starts_with(is_character) && (after.starts_with(*word) || rest.ends_with(*word));
    of("in a month").iter().any(|word| is_beside(&word)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::months_named;

    #[test]
    fn a_month_is_named_after_a_word_for_in() {
        for (text, month) in [
            ("the switch, which we got in *November*", 11),
            ("seit Oktober", 10),
            ("depuis août", 8),
            ("11月に導入した", 11),
            ("在3月上线", 3),
            ("3월에 설치", 3),
            ("в ноябре", 11),
            ("we wrześniu", 9),
        ] {
            assert_eq!(months_named(text), [month], "{text}");
        }
        assert!(months_named("They march in, 11月16日").is_empty());
    }
}
