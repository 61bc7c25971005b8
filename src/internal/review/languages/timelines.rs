//! Words around a time of day in twelve languages. All are in lower case, in the order en, ja, zh, ko, de, fr, es, pt, it, pl, ru, nl.

/// Whether a character is Chinese, Japanese or Korean.
pub(in crate::review) fn is_character(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Words before a time of day.
pub(in crate::review) const BEFORE_CLOCK: [&str; 12] =
    ["at ", "um ", "à ", "a las ", "às ", "alle ", "ore ", "alle ore ", "o godz. ", "godz. ", "в ", "om "];

/// Words before the day on which something was.
pub(in crate::review) const BEFORE_DAY: [&str; 30] = [
    "on ",
    "since ",
    "from ",
    "between ",
    "morning of ",
    "evening of ",
    "night of ",
    "afternoon of ",
    "am ",
    "seit ",
    "le ",
    "el ",
    "em ",
    "il ",
    "dniu ",
    "с ",
    "op ",
    "incident of ",
    "outage of ",
    "failure of ",
    "vorfall vom ",
    "störung vom ",
    "ausfall vom ",
    "incident du ",
    "panne du ",
    "incidente del ",
    "incidente de ",
    "awaria z ",
    "сбой от ",
    "storing van ",
];

/// Words between the first and the last day of a span.
pub(in crate::review) const UP_TO_DAY: [&str; 16] = [
    "and ", "to ", "until ", "through ", "- ", "– ", "— ", "bis ", "und ", "au ", "al ", "a ", "do ", "по ", "tot ",
    "op ",
];

/// Words before a clock that is not exact.
pub(in crate::review) const ABOUT: [&str; 33] = [
    "around ",
    "about ",
    "approx. ",
    "approximately ",
    "ca. ",
    "circa ",
    "c. ",
    "gegen ",
    "etwa ",
    "ungefähr ",
    "um ca. ",
    "vers ",
    "aux environs de ",
    "aux alentours de ",
    "hacia las ",
    "sobre las ",
    "cerca de las ",
    "por volta das ",
    "cerca das ",
    "verso le ",
    "circa alle ",
    "alle circa ",
    "intorno alle ",
    "około ",
    "ok. ",
    "около ",
    "примерно в ",
    "rond ",
    "omstreeks ",
    "約",
    "大约",
    "约",
    "약 ",
];

/// Words after a time of day that add nothing.
pub(in crate::review) const AFTER_CLOCK: [&str; 12] =
    [" uhr", " uur", " hrs", "hrs", " hs", " h", " ore", "頃", "ごろ", "左右", "경", "쯤"];

/// Words before a twelve-hour time: for the morning, then for the afternoon.
pub(in crate::review) const HALVES: [&[&str]; 2] = [&["午前", "上午", "오전"], &["午後", "下午", "오후"]];
