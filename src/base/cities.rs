//! Clocks that are named by a city: `Berlin time`, `heure de Paris`, `horário de Brasília`.
//!
//! In: a text. Out: the zone of the city, where words around its name say that its clock is meant.

use jiff::tz::TimeZone;

/// Cities whose clock is named by them, and their zones.
const CITIES: [(&str, &str); 125] = [
    ("Adelaide", "Australia/Adelaide"),
    ("Amman", "Asia/Amman"),
    ("Amsterdam", "Europe/Amsterdam"),
    ("Ankara", "Europe/Istanbul"),
    ("Athens", "Europe/Athens"),
    ("Atlanta", "America/New_York"),
    ("Auckland", "Pacific/Auckland"),
    ("Austin", "America/Chicago"),
    ("Bangalore", "Asia/Kolkata"),
    ("Bangkok", "Asia/Bangkok"),
    ("Barcelona", "Europe/Madrid"),
    ("Beijing", "Asia/Shanghai"),
    ("Belgrade", "Europe/Belgrade"),
    ("Bengaluru", "Asia/Kolkata"),
    ("Berlin", "Europe/Berlin"),
    ("Bern", "Europe/Zurich"),
    ("Bogota", "America/Bogota"),
    ("Bogotá", "America/Bogota"),
    ("Boston", "America/New_York"),
    ("Brasilia", "America/Sao_Paulo"),
    ("Brasília", "America/Sao_Paulo"),
    ("Bratislava", "Europe/Bratislava"),
    ("Brisbane", "Australia/Brisbane"),
    ("Brussels", "Europe/Brussels"),
    ("Bruxelles", "Europe/Brussels"),
    ("Bucharest", "Europe/Bucharest"),
    ("Budapest", "Europe/Budapest"),
    ("Buenos Aires", "America/Argentina/Buenos_Aires"),
    ("Cairo", "Africa/Cairo"),
    ("Cape Town", "Africa/Johannesburg"),
    ("Caracas", "America/Caracas"),
    ("Chicago", "America/Chicago"),
    ("Ciudad de México", "America/Mexico_City"),
    ("Copenhagen", "Europe/Copenhagen"),
    ("Dallas", "America/Chicago"),
    ("Delhi", "Asia/Kolkata"),
    ("Denver", "America/Denver"),
    ("Dhaka", "Asia/Dhaka"),
    ("Dubai", "Asia/Dubai"),
    ("Dublin", "Europe/Dublin"),
    ("Frankfurt", "Europe/Berlin"),
    ("Geneva", "Europe/Zurich"),
    ("Genf", "Europe/Zurich"),
    ("Genève", "Europe/Zurich"),
    ("Hamburg", "Europe/Berlin"),
    ("Hanoi", "Asia/Ho_Chi_Minh"),
    ("Helsinki", "Europe/Helsinki"),
    ("Hong Kong", "Asia/Hong_Kong"),
    ("Houston", "America/Chicago"),
    ("Istanbul", "Europe/Istanbul"),
    ("Jakarta", "Asia/Jakarta"),
    ("Johannesburg", "Africa/Johannesburg"),
    ("Karachi", "Asia/Karachi"),
    ("Kolkata", "Asia/Kolkata"),
    ("Kuala Lumpur", "Asia/Kuala_Lumpur"),
    ("Kyiv", "Europe/Kyiv"),
    ("Lagos", "Africa/Lagos"),
    ("Lima", "America/Lima"),
    ("Lisboa", "Europe/Lisbon"),
    ("Lisbon", "Europe/Lisbon"),
    ("Ljubljana", "Europe/Ljubljana"),
    ("London", "Europe/London"),
    ("Los Angeles", "America/Los_Angeles"),
    ("Luxembourg", "Europe/Luxembourg"),
    ("Madrid", "Europe/Madrid"),
    ("Manila", "Asia/Manila"),
    ("Melbourne", "Australia/Melbourne"),
    ("Mexico City", "America/Mexico_City"),
    ("Milan", "Europe/Rome"),
    ("Milano", "Europe/Rome"),
    ("Montevideo", "America/Montevideo"),
    ("Montreal", "America/Toronto"),
    ("Montréal", "America/Toronto"),
    ("Moscow", "Europe/Moscow"),
    ("Mumbai", "Asia/Kolkata"),
    ("Munich", "Europe/Berlin"),
    ("München", "Europe/Berlin"),
    ("Nairobi", "Africa/Nairobi"),
    ("New York", "America/New_York"),
    ("Oslo", "Europe/Oslo"),
    ("Paris", "Europe/Paris"),
    ("Phoenix", "America/Phoenix"),
    ("Prague", "Europe/Prague"),
    ("Quito", "America/Guayaquil"),
    ("Reykjavik", "Atlantic/Reykjavik"),
    ("Riga", "Europe/Riga"),
    ("Rio de Janeiro", "America/Sao_Paulo"),
    ("Riyadh", "Asia/Riyadh"),
    ("Roma", "Europe/Rome"),
    ("Rome", "Europe/Rome"),
    ("San Francisco", "America/Los_Angeles"),
    ("Seattle", "America/Los_Angeles"),
    ("Seoul", "Asia/Seoul"),
    ("Shanghai", "Asia/Shanghai"),
    ("Singapore", "Asia/Singapore"),
    ("Sofia", "Europe/Sofia"),
    ("Stockholm", "Europe/Stockholm"),
    ("Sydney", "Australia/Sydney"),
    ("São Paulo", "America/Sao_Paulo"),
    ("Taipei", "Asia/Taipei"),
    ("Tallinn", "Europe/Tallinn"),
    ("Tel Aviv", "Asia/Jerusalem"),
    ("Tokyo", "Asia/Tokyo"),
    ("Toronto", "America/Toronto"),
    ("Vancouver", "America/Vancouver"),
    ("Vienna", "Europe/Vienna"),
    ("Vilnius", "Europe/Vilnius"),
    ("Warsaw", "Europe/Warsaw"),
    ("Warszawa", "Europe/Warsaw"),
    ("Wellington", "Pacific/Auckland"),
    ("Wien", "Europe/Vienna"),
    ("Zagreb", "Europe/Zagreb"),
    ("Zurich", "Europe/Zurich"),
    ("Zürich", "Europe/Zurich"),
    ("Екатеринбург", "Asia/Yekaterinburg"),
    ("Київ", "Europe/Kyiv"),
    ("Москва", "Europe/Moscow"),
    ("Новосибирск", "Asia/Novosibirsk"),
    ("上海", "Asia/Shanghai"),
    ("东京", "Asia/Tokyo"),
    ("北京", "Asia/Shanghai"),
    ("台北", "Asia/Taipei"),
    ("東京", "Asia/Tokyo"),
    ("香港", "Asia/Hong_Kong"),
    ("서울", "Asia/Seoul"),
];

/// Zones in the words of other languages, anywhere in a note: some of these languages have no spaces between words.
pub(crate) const NATIVE: [(&str, i32); 15] = [
    ("московское время", 180),
    ("московскому времени", 180),
    ("中国标准时间", 480),
    ("東京時間", 540),
    ("日本時間", 540),
    ("北京时间", 480),
    ("北京時間", 480),
    ("台灣時間", 480),
    ("台湾时间", 480),
    ("台北時間", 480),
    ("香港時間", 480),
    ("香港时间", 480),
    ("한국시간", 540),
    ("한국 시간", 540),
    ("МСК", 180),
];

/// Words before the name of a city that mean its clock.
const BEFORE: [&str; 24] = [
    "heure de ",
    "heures de ",
    "hora de ",
    "horário de ",
    "horario de ",
    "ora di ",
    "uhrzeit ",
    "zeit in ",
    "local time, ",
    "local time in ",
    "local time of ",
    "ortszeit ",
    "ortszeit, ",
    "heure locale, ",
    "heure locale de ",
    "hora local, ",
    "hora local de ",
    "ora locale, ",
    "ora locale di ",
    "czas lokalny, ",
    "czas lokalny ",
    "местное время, ",
    "lokale tijd, ",
    "lokale tijd in ",
];

/// Clocks that are named by a country of one clock, or by their full name, and their zones.
const CLOCKS: [(&str, &str); 16] = [
    ("uk time", "Europe/London"),
    ("british summer time", "Europe/London"),
    ("irish time", "Europe/Dublin"),
    ("german time", "Europe/Berlin"),
    ("deutsche zeit", "Europe/Berlin"),
    ("deutscher zeit", "Europe/Berlin"),
    ("dutch time", "Europe/Amsterdam"),
    ("nederlandse tijd", "Europe/Amsterdam"),
    ("swiss time", "Europe/Zurich"),
    ("heure française", "Europe/Paris"),
    ("ora italiana", "Europe/Rome"),
    ("czas polski", "Europe/Warsaw"),
    ("czasu polskiego", "Europe/Warsaw"),
    ("india standard time", "Asia/Kolkata"),
    ("japan standard time", "Asia/Tokyo"),
    ("china standard time", "Asia/Shanghai"),
];

/// Words after it.
const AFTER: [&str; 5] = ["time", "local time", "zeit", "tijd", "czas"];

/// The zone of the city whose clock a text begins with, and the rest of it.
pub(crate) fn leading(text: &str) -> Option<(TimeZone, &str)> {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let is_clock = |name: &str| {
        text.get(..name.len()).is_some_and(|start| start.to_lowercase() == name) && ends(&text[name.len()..])
    };
    if let Some((name, place)) = CLOCKS.iter().find(|(name, _)| is_clock(name)) {
        return Some((TimeZone::get(place).ok()?, &text[name.len()..]));
    }
    let is_lead = |lead: &&&str| text.get(..lead.len()).is_some_and(|start| start.to_lowercase() == **lead);
    let before = BEFORE.iter().find(is_lead).map_or(0, |lead| lead.len());
    let named = &text[before..];
    let (city, place) = CITIES.iter().find(|(city, _)| named.strip_prefix(city).is_some_and(ends))?;
    let rest = &named[city.len()..];
    let zone = || TimeZone::get(place).ok();
    if before > 0 {
        return Some((zone()?, rest));
    }
    let after = rest.strip_prefix(' ')?;
    let is_clock = |word: &&&str| after.get(..word.len()).is_some_and(|start| start.to_lowercase() == **word);
    let word = AFTER.iter().find(is_clock).filter(|word| ends(&after[word.len()..]))?;
    Some((zone()?, &after[word.len()..]))
}

/// The zone of the city that a text names and nothing else: what is in brackets in `Hora (Bogotá)`.
#[must_use]
pub fn of_city(text: &str) -> Option<TimeZone> {
    let (_, place) = CITIES.iter().find(|(city, _)| *city == text.trim())?;
    TimeZone::get(place).ok()
}

/// Whether a zone is an offset, and one that the clocks of a place show.
pub(crate) fn is_offset_of(offset: &TimeZone, place: &TimeZone) -> bool {
    offset.iana_name().is_none_or(|name| name == "UTC")
        && place.iana_name().is_some_and(|name| name != "UTC")
        && ever_shows(place, offset)
}

/// Whether the clocks of a place ever show an offset: `UTC+1 (Zurich time)`.
fn ever_shows(place: &TimeZone, offset: &TimeZone) -> bool {
    let at = |text: &str| text.parse::<jiff::Timestamp>().ok();
    ["2026-01-15T00:00:00Z", "2026-07-15T00:00:00Z"]
        .into_iter()
        .filter_map(at)
        .any(|at| place.to_offset(at) == offset.to_offset(at))
}

#[cfg(test)]
mod tests {
    use super::{CITIES, leading, of_city};

    #[test]
    fn a_city_alone_has_a_zone() {
        assert_eq!(
            of_city(" Bogotá ").and_then(|zone| zone.iana_name().map(str::to_owned)).as_deref(),
            Some("America/Bogota")
        );
        assert!(of_city("Bogotá office").is_none() && of_city("").is_none());
        for (city, place) in CITIES {
            assert!(of_city(city).is_some(), "{city}: {place}");
        }
    }

    #[test]
    fn a_city_names_its_clock_where_words_say_so() {
        for (text, zone, rest) in [
            ("Berlin time)", "Europe/Berlin", ")"),
            ("heure de Paris", "Europe/Paris", ""),
            ("Horário de Brasília)", "America/Sao_Paulo", ")"),
            ("New York time - x", "America/New_York", " - x"),
            ("San Francisco local time", "America/Los_Angeles", ""),
            ("czas lokalny, Warszawa)", "Europe/Warsaw", ")"),
            ("Local time in Madrid", "Europe/Madrid", ""),
            ("UK time)", "Europe/London", ")"),
            ("Nederlandse tijd.", "Europe/Amsterdam", "."),
        ] {
            let (found, after) = leading(text).unwrap();
            assert_eq!((found.iana_name(), after), (Some(zone), rest), "{text}");
        }
        for text in [
            "Berlin",
            "Paris is down",
            "Romans time",
            "time",
            "Springfield time",
            "Berlin timeout",
            "UK timeout",
            "local time, x",
        ] {
            assert!(leading(text).is_none(), "{text}");
        }
    }
}
