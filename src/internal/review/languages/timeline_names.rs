//! Names of timelines and of their columns in twelve languages. All are in lower case.

use super::names::has;

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
    !TO_COME.iter().any(|word| has(words, word)) && HEADINGS.iter().any(|name| has(words, name))
}

/// Whether a heading, as words without marks, is the name of a timeline and nothing more.
pub(in crate::review) fn is_name(words: &str) -> bool {
    HEADINGS.contains(&words)
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
