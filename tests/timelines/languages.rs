//! Timelines in twelve languages: headings, columns, months, and the words around a time of day.

use super::{assert_moments, assert_times, texts};

#[test]
fn a_table_is_read_under_its_own_heading_and_columns() {
    for (heading, time, what) in [
        ("Timeline", "Time", "Event"),
        ("タイムライン", "時刻", "イベント"),
        ("障害の時系列", "日時", "内容"),
        ("时间线", "时间", "事件"),
        ("타임라인", "시각", "내용"),
        ("Zeitlicher Ablauf", "Uhrzeit", "Ereignis"),
        ("Chronologie des événements", "Heure", "Événement"),
        ("Cronología", "Hora", "Evento"),
        ("Linha do tempo", "Hora", "Descrição"),
        ("Cronologia degli eventi", "Ora", "Evento"),
        ("Oś czasu", "Godzina", "Zdarzenie"),
        ("Хронология событий", "Время", "Событие"),
        ("Tijdlijn", "Tijd", "Gebeurtenis"),
        ("Zeitachse", "Spalte", "Noch eine"),
    ] {
        let text = format!(
            "# A\n\n## {heading}\n\n| {time} (UTC) | {what} |\n|---|---|\n| 14:40 | Deploy |\n| 15:00 | Over |\n"
        );
        assert_moments("2026-03-06-a.md", &text, &["2026-03-06T14:40", "2026-03-06T15:00"]);
        assert_eq!(texts("2026-03-06-a.md", &text), ["Deploy", "Over"]);
    }
}

#[test]
fn days_and_clocks_are_read_in_their_own_words() {
    for (heading, entry, wanted) in [
        ("時系列 (JST)", "2026年3月5日（木） 10:05頃 アラート", "2026-03-05T01:05"),
        ("タイムライン（日本時間）", "3月5日 午後3時15分 アラート", "2026-03-05T06:15"),
        ("时间线（北京时间）", "2026年3月5日 10:05 告警", "2026-03-05T02:05"),
        ("타임라인 (KST)", "2026년 3월 5일 오전 9시 5분 알림", "2026-03-05T00:05"),
        ("Zeitleiste (MEZ)", "Donnerstag, 5. März 2026, 10:05 Uhr: Alarm", "2026-03-05T09:05"),
        ("Chronologie (UTC)", "jeudi 5 mars 2026 à 10h05 : alerte", "2026-03-05T10:05"),
        ("Cronología (UTC)", "5 de marzo de 2026, a las 10:05 h: alerta", "2026-03-05T10:05"),
        ("Linha do tempo (UTC)", "5 de março de 2026, às 10h05 - alerta", "2026-03-05T10:05"),
        ("Cronologia (UTC)", "5 marzo 2026, ore 10:05 - allarme", "2026-03-05T10:05"),
        ("Oś czasu (UTC)", "5 marca 2026 r., godz. 10:05 - alarm", "2026-03-05T10:05"),
        ("Хронология (МСК)", "5 марта 2026 г., 10:05 - сбой", "2026-03-05T07:05"),
        ("Tijdlijn (CET)", "5 maart 2026, om 10:05 uur - alarm", "2026-03-05T09:05"),
    ] {
        let text = format!("# A\n\n## {heading}\n\n- {entry}\n");
        assert_moments("2026-03-06-a.md", &text, &[wanted]);
    }
}

#[test]
fn a_japanese_review_is_read_whole() {
    let text = "# Japanese\n\n## タイムライン\n\n| 時刻 (UTC) | イベント |\n|---|---|\n| 14:40 | デプロイ |\n| 15:00 | 復旧 |\n\n\
        ## アクションアイテム\n\n- [x] 監視を追加\n";
    assert_moments("2026-03-06-a.md", text, &["2026-03-06T14:40", "2026-03-06T15:00"]);
    assert_eq!(texts("2026-03-06-a.md", text), ["デプロイ", "復旧"]);
}

#[test]
fn words_that_are_months_elsewhere_stay_words() {
    let text = "# A\n\n## Timeline (UTC)\n\n- 10:00 5 out of 10 nodes fell\n- 10:05 set 3 replicas\n";
    assert_times("2026-03-06-a.md", text, &["2026-03-06T10:00Z", "2026-03-06T10:05Z"]);
    assert_eq!(texts("2026-03-06-a.md", text), ["5 out of 10 nodes fell", "set 3 replicas"]);
}
