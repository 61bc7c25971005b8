//! Words of timelines in twelve languages: headings, column labels, and words around a time of day. All are in lower case, in
//! the order en, ja, zh, ko, de, fr, es, pt, it, pl, ru, nl.

/// Words that make a heading that of a timeline.
const HEADINGS: [&str; 58] = [
    "timeline",
    "timelines",
    "chronology",
    "sequence of events",
    "event log",
    "incident log",
    "タイムライン",
    "時系列",
    "経緯",
    "时间线",
    "時間線",
    "时间轴",
    "事件经过",
    "타임라인",
    "경과",
    "zeitachse",
    "zeitleiste",
    "zeitverlauf",
    "zeitlicher ablauf",
    "chronologie",
    "déroulement",
    "cronología",
    "línea de tiempo",
    "línea temporal",
    "linha do tempo",
    "cronologia",
    "linea temporale",
    "oś czasu",
    "przebieg",
    "хронология",
    "tijdlijn",
    "incident history",
    "event history",
    "発生経緯",
    "処理経過",
    "対応経緯",
    "事故经过",
    "处理经过",
    "사건 경과",
    "zeitstrahl",
    "chronologischer ablauf",
    "déroulé des événements",
    "déroulé de l incident",
    "fil des événements",
    "secuencia de eventos",
    "secuencia temporal",
    "sequência de eventos",
    "sequenza temporale",
    "sequenza degli eventi",
    "chronologia",
    "harmonogram zdarzeń",
    "przebieg zdarzeń",
    "таймлайн",
    "ход событий",
    "лента событий",
    "verloop",
    "tijdsverloop",
    "tijdslijn",
];

/// Words that make a heading that of a list of future work.
const TO_COME: [&str; 8] = ["follow", "action", "actions", "next", "planned", "plan", "future", "remediation"];

/// Whether a heading, as words without marks, is that of a timeline.
pub(in crate::review) fn is_heading(words: &str) -> bool {
    let is_end = |text: &str| text.is_empty() || text.starts_with(' ');
    let is_word = |name: &str| {
        let ends = |at: usize| is_end(&words[at + name.len()..]) && (at == 0 || words[..at].ends_with(' '));
        words.match_indices(name).any(|(at, _)| ends(at))
    };
    let has = |name: &str| is_word(name) || (!name.is_ascii() && is_unspaced(name) && words.contains(name));
    !TO_COME.iter().any(|word| is_word(word)) && HEADINGS.iter().any(|name| has(name))
}

/// Whether a word is of a script without spaces between words.
fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(is_character)
}

/// Whether a character is Chinese, Japanese or Korean.
pub(in crate::review) fn is_character(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Headings of the time column.
pub(in crate::review) const TIME: [&str; 38] = [
    "time",
    "when",
    "at",
    "timestamp",
    "date and time",
    "datetime",
    "clock",
    "start",
    "start time",
    "時刻",
    "時間",
    "日時",
    "时间",
    "시각",
    "시간",
    "일시",
    "zeit",
    "uhrzeit",
    "zeitpunkt",
    "heure",
    "hora",
    "ora",
    "godzina",
    "время",
    "tijd",
    "occurred at",
    "t",
    "elapsed",
    "発生時刻",
    "経過時間",
    "발생 시각",
    "heure utc",
    "horário",
    "hora utc",
    "orario",
    "czas",
    "момент",
    "tijdstip",
];

/// Headings of the day column.
pub(in crate::review) const DAY: [&str; 13] =
    ["day", "日付", "日期", "날짜", "datum", "fecha", "data", "дата", "jour", "dia", "giorno", "dzień", "dag"];

/// Headings of the column for what happened.
pub(in crate::review) const WHAT: [&str; 64] = [
    "event",
    "events",
    "what",
    "what happened",
    "description",
    "entry",
    "details",
    "action",
    "note",
    "イベント",
    "出来事",
    "内容",
    "事象",
    "対応",
    "事件",
    "描述",
    "이벤트",
    "내용",
    "ereignis",
    "beschreibung",
    "événement",
    "évènement",
    "evento",
    "descripción",
    "descrição",
    "descrizione",
    "zdarzenie",
    "opis",
    "событие",
    "описание",
    "gebeurtenis",
    "omschrijving",
    "message",
    "milestone",
    "what we saw",
    "activity",
    "update",
    "status update",
    "発生事象",
    "メッセージ",
    "经过",
    "进展",
    "사건",
    "vorgang",
    "was",
    "was ist passiert",
    "meldung",
    "fait",
    "qué pasó",
    "hecho",
    "suceso",
    "o que",
    "o que aconteceu",
    "o quê",
    "acontecimento",
    "cosa",
    "cosa è successo",
    "descrizione evento",
    "co",
    "co się stało",
    "что",
    "что произошло",
    "wat",
    "melding",
];

/// Words before a time of day.
pub(in crate::review) const BEFORE_CLOCK: [&str; 12] =
    ["at ", "um ", "à ", "a las ", "às ", "alle ", "ore ", "alle ore ", "o godz. ", "godz. ", "в ", "om "];

/// Words before the day on which something was.
pub(in crate::review) const BEFORE_DAY: [&str; 17] = [
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
];

/// Words between the first and the last day of a span.
pub(in crate::review) const UP_TO_DAY: [&str; 15] =
    ["and ", "to ", "until ", "through ", "- ", "– ", "— ", "bis ", "und ", "au ", "al ", "a ", "do ", "по ", "tot "];

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
pub(in crate::review) const BEHIND_CLOCK: [&str; 12] =
    [" uhr", " uur", " hrs", "hrs", " hs", " h", " ore", "頃", "ごろ", "左右", "경", "쯤"];

/// Words before a twelve-hour time: for the morning, then for the afternoon.
pub(in crate::review) const HALVES: [&[&str]; 2] = [&["午前", "上午", "오전"], &["午後", "下午", "오후"]];

#[cfg(test)]
mod tests {
    use super::is_heading;

    #[test]
    fn headings_of_timelines_are_known_in_twelve_languages() {
        for heading in [
            "issue timeline utc",
            "outage timeline all times cet",
            "chronology of the incident",
            "タイムライン",
            "障害の時系列",
            "时间线",
            "事件时间轴",
            "타임라인",
            "zeitlicher ablauf",
            "chronologie des événements",
            "cronología de eventos",
            "linha do tempo",
            "cronologia degli eventi",
            "oś czasu",
            "хронология событий",
            "tijdlijn",
        ] {
            assert!(is_heading(heading), "{heading}");
        }
        for heading in ["follow up timeline", "summary", "timelines_db is down", "action timeline", "経", ""] {
            assert!(!is_heading(heading), "{heading}");
        }
    }
}
