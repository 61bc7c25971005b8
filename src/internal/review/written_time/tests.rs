use super::{Half, half_in, read};
use base::zones::Zone;

fn shown(text: &str) -> Option<String> {
    let t = read(text)?;
    let part = |s: Option<String>| s.map(|s| s + " ").unwrap_or_default();
    let zone = t.zone.clone().map(|zone| match zone {
        Zone::One(zone) => zone.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string(),
        Zone::Several(name) => name,
    });
    let day = t.day.map(|day| format!("{day:?}").replace("Full(", "").replace(')', ""));
    let clock = t.hours(None).map(|clock| clock.strftime("%H:%M:%S").to_string());
    let until = t.until.clone().map(|until| format!("to {until}"));
    Some(format!("{}{}{}{}| {}", part(day), part(clock), part(zone), part(until), t.rest))
}

#[test]
fn times_are_read_in_the_forms_that_people_write() {
    for (text, wanted) in [
        ("14:02 paged", "14:02:00 | paged"),
        ("**14:02 UTC** - paged", "14:02:00 +00 | paged"),
        ("`14:02`: paged", "14:02:00 | paged"),
        ("[9:05] paged", "09:05:00 | paged"),
        ("~2:05 PM PST — paged", "14:05:00 -08 | paged"),
        ("12:10am paged", "00:10:00 | paged"),
        ("9 a.m. paged", "09:00:00 | paged"),
        ("10:12 a. m. – alerta", "10:12:00 | alerta"),
        ("1:30\u{a0}p.\u{a0}m.: alerta", "13:30:00 | alerta"),
        ("10:00 UTC -3 logins fail", "10:00:00 -03 | logins fail"),
        ("10:00 GMT -5: paged", "10:00:00 -05 | paged"),
        ("10:00 (UTC–3) paged", "10:00:00 -03 | paged"),
        ("10:00 UTC - 3 hosts", "10:00:00 +00 | 3 hosts"),
        ("2026-03-02 14:02:33 paged", "2026-03-02 14:02:33 | paged"),
        ("2026-03-02T14:02Z paged", "2026-03-02 14:02:00 +00 | paged"),
        ("2026-03-02T14:02:00.123-07:00 paged", "2026-03-02 14:02:00 -07 | paged"),
        ("14:02–14:10 CET paged", "14:02:00 +01 to 14:10 | paged"),
        ("1:42-1:59 PM: release", "13:42:00 to 1:59 PM | release"),
        ("14:02 CST: paged", "14:02:00 CST | paged"),
        ("March 6, 2026 00:52 (UTC)** A user", "2026-03-06 00:52:00 +00 | ** A user"),
        ("**March 6, 2026 00:52 (UTC)** A user", "2026-03-06 00:52:00 +00 | A user"),
        ("Mar 05 2026 at 12:00 GMT+2 end", "2026-03-05 12:00:00 +02 | end"),
        ("2026-03-05 – base image changed", "2026-03-05 | base image changed"),
        ("13:55 PM PST Saturday, 2026-03-07: paged", "2026-03-07 13:55:00 -08 | paged"),
        ("10h00 paged", "10:00:00 | paged"),
        ("1000 UTC paged", "10:00:00 +00 | paged"),
        ("10.00 - paged", "10:00:00 | paged"),
        ("14:02 +0200 paged", "14:02:00 +02 | paged"),
        ("Thu Mar 5 10:08:00 UTC 2026 paged", "2026-03-05 10:08:00 +00 | paged"),
        ("2026-08-03 12:26-12:?? deployed", "2026-08-03 12:26:00 | deployed"),
        ("12:26 - ? deployed", "12:26:00 | deployed"),
        ("🚨 14:02 paged", "14:02:00 | 🚨 paged"),
        ("14:02 UTC :thumbsup: fixed", "14:02:00 +00 | :thumbsup: fixed"),
        (":rotating_light: 14:02 UTC - paged", "14:02:00 +00 | :rotating_light: paged"),
    ] {
        assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn text_after_a_time_keeps_its_marks() {
    for (text, rest) in [
        ("10:00 - `db-restart` ran as `root`", "`db-restart` ran as `root`"),
        ("10:05 - [The fix](https://example.com/1) is merged", "[The fix](https://example.com/1) is merged"),
        ("10:06 - **Resolved**", "**Resolved**"),
        ("**10:06** - **Resolved**", "**Resolved**"),
        ("10:07 - (maybe) a retry", "(maybe) a retry"),
        ("10:07: -5% of the traffic", "-5% of the traffic"),
        ("**14:02 - paged** by hand", "paged by hand"),
        ("23:50 (Oct 28) - Alert", "Alert"),
    ] {
        assert_eq!(read(text).map(|t| t.rest).as_deref(), Some(rest), "{text}");
    }
}

#[test]
fn other_numbers_are_no_times() {
    for text in [
        "3 engines",
        "14 minutes",
        "v1:02x",
        "25:00 x",
        "12:30.5 s",
        "",
        "ratio 3:1",
        "2024 was good",
        "1000 users",
        "12.04 Ubuntu",
        "3.10.2 out",
        "10:00+5 x",
        "host:port:8080 open",
        ":10:05 x",
    ] {
        assert_eq!(shown(text), None, "{text}");
    }
}

#[test]
fn a_heading_names_the_half_of_the_day() {
    assert_eq!(half_in("1:42-1:59 PM: release"), Some(Half::Afternoon));
    assert_eq!(half_in("9 AM to 1 PM"), None);
}

#[test]
fn a_time_is_kept_in_its_authors_words() {
    for (text, whole, dial) in [
        ("**14:02 CST** - paged", "14:02 CST", "14:02 CST"),
        ("`9:05`: paged", "9:05", "9:05"),
        ("~2:05 PM — paged", "~2:05 PM", "~2:05 PM"),
        ("16-10-2024 11:58 - paged", "16-10-2024 11:58", "11:58"),
        ("**March 6, 2026 00:52 (CST)** paged", "March 6, 2026 00:52 (CST)", "00:52 (CST)"),
        ("23:50 (Oct 28) - paged", "23:50 (Oct 28)", "23:50"),
        ("2026-03-05 – paged", "2026-03-05", ""),
        ("around 10:00 paged", "around 10:00", "around 10:00"),
    ] {
        let time = read(text).unwrap();
        assert_eq!((time.text.as_str(), time.dial.as_str()), (whole, dial), "{text}");
    }
}

#[test]
fn clocks_of_other_languages_are_read() {
    for (text, wanted) in [
        ("gegen 10:00 Uhr: Alarm", "10:00:00 | Alarm"),
        ("10.00 Uhr - Alarm", "10:00:00 | Alarm"),
        ("à 10h05 : alerte", "10:05:00 | alerte"),
        ("vers 10 h 05, alerte", "10:05:00 | alerte"),
        ("a las 10:00 h: alerta", "10:00:00 | alerta"),
        ("às 10h30 - alerta", "10:30:00 | alerta"),
        ("alle ore 10:00 - allarme", "10:00:00 | allarme"),
        ("o godz. 10:00 - alarm", "10:00:00 | alarm"),
        ("в 10:00 - сбой", "10:00:00 | сбой"),
        ("om 10:00 uur - alarm", "10:00:00 | alarm"),
        ("15.05 uur: storing", "15:05:00 | storing"),
        ("ok. 12:50 - alarm", "12:50:00 | alarm"),
        ("примерно в 12:50 - сбой", "12:50:00 | сбой"),
        ("por volta das 12:50 - alerta", "12:50:00 | alerta"),
        ("約10時5分 アラート", "10:05:00 | アラート"),
        ("10:00頃 アラート", "10:00:00 | アラート"),
        ("15時40分：復旧", "15:40:00 | 復旧"),
        ("午後3時15分 復旧", "15:15:00 | 復旧"),
        ("下午3:15 恢复", "15:15:00 | 恢复"),
        ("오전 9시 5분 알림", "09:05:00 | 알림"),
        ("2026年3月5日 10:00 アラート", "2026-03-05 10:00:00 | アラート"),
        ("5 de marzo de 2026, 10:00 - alerta", "2026-03-05 10:00:00 | alerta"),
        ("5. März 2026, 10:00 Uhr: Alarm", "2026-03-05 10:00:00 | Alarm"),
        ("2018-07-08 ca. 18:30 - paged", "2018-07-08 18:30:00 | paged"),
    ] {
        assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
    }
    for text in ["2時間後に復旧", "10h outage", "om 10 uur", "vers la fin", "o 5% mniej", "24h later", "2.50 hrs lost"]
    {
        assert_eq!(shown(text), None, "{text}");
    }
}
