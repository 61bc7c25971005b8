//! A small review in each of the twelve languages, with the facts that a human reader sees in it.

mod documents;

use crate::review::testing::foreign;
use crate::review::{ActionStatus, Point, Review};

fn read(text: &str) -> Review {
    foreign("a.md", text)
}

fn texts(points: &[Point]) -> Vec<&str> {
    points.iter().map(|point| point.text.as_str()).collect()
}

/// Every review has the same facts: 5 March 2026, 90 minutes, severity two, Ana; one item in each section, the action done; no
/// field for what went wrong.
fn says_it(language: &str, header: &str, headings: [&str; 7]) {
    let [summary, factors, well, wrong, lucky, lessons, actions] = headings;
    let text = format!(
        "# Queue halt\n\n{header}\n\n## {summary}\n\nAll 40 orders of the morning were lost for 90 minutes.\n\n## {factors}\n\n- The disk was full\n\n\
         ## {lessons}\n\n- Watch the disk\n\n### {well}\n\n- The pager rang\n\n### {wrong}\n\n- Nobody knew the queue\n\n\
         ### {lucky}\n\n- It was night\n\n## {actions}\n\n- [x] Grow the disk\n"
    );
    let review = read(&text);
    assert_eq!(review.date.map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "date, {language}");
    assert_eq!(review.severity.as_deref(), Some("sev2"), "severity, {language}");
    assert_eq!(review.people.owner, ["Ana"], "owner, {language}");
    assert_eq!(review.duration(), Some(5400), "duration, {language}");
    assert!(review.happened.as_deref().is_some_and(|text| text.starts_with("All 40 orders")), "summary, {language}");
    let factors: Vec<_> = review.factors.iter().map(|factor| factor.text.as_str()).collect();
    assert_eq!(factors, ["The disk was full"], "factors, {language}");
    assert_eq!(texts(&review.learnings.items), ["Watch the disk"], "lessons, {language}");
    assert_eq!(texts(&review.went_well.items), ["The pager rang"], "went well, {language}");
    assert_eq!(texts(&review.got_lucky.items), ["It was night"], "lucky, {language}");
    let actions: Vec<_> = review.actions.iter().map(|action| (action.title.as_str(), action.status)).collect();
    assert_eq!(actions, [("Grow the disk", ActionStatus::Done)], "actions, {language}");
}

#[test]
fn english() {
    says_it(
        "en",
        "**Date:** 2026-03-05  \n**Severity:** High  \n**Author:** Ana  \n**Duration:** 1 hour 30 minutes",
        [
            "Summary",
            "Root cause",
            "What went well",
            "What went wrong",
            "Where we got lucky",
            "Lessons learned",
            "Action items",
        ],
    );
}

#[test]
fn japanese() {
    says_it(
        "ja",
        "- 発生日：2026年3月5日\n- 重大度：高\n- 作成者：Ana\n- 継続時間：1時間30分",
        [
            "概要",
            "根本原因",
            "うまくいったこと",
            "うまくいかなかったこと",
            "幸運だったこと",
            "教訓",
            "アクションアイテム",
        ],
    );
}

#[test]
fn chinese() {
    says_it(
        "zh",
        "| 项目 | 内容 |\n|---|---|\n| 日期 | 2026-03-05 |\n| 严重程度 | 高 |\n| 负责人 | Ana |\n| 持续时间 | 90分钟 |",
        ["一、摘要", "二、根本原因", "做得好的地方", "有待改进", "幸运之处", "三、经验教训", "四、改进措施"],
    );
}

#[test]
fn korean() {
    says_it(
        "ko",
        "- **발생일**: 2026년 3월 5일\n- **심각도**: 높음\n- **작성자**: Ana\n- **지속 시간**: 1시간 30분",
        ["요약", "근본 원인", "잘된 점", "아쉬운 점", "운이 좋았던 점", "교훈", "후속 조치"],
    );
}

#[test]
fn german() {
    says_it(
        "de",
        "**Datum:** 05.03.2026  \n**Schweregrad:** hoch  \n**Autorin:** Ana  \n**Dauer:** 1 Stunde 30 Minuten",
        [
            "Zusammenfassung",
            "Ursache",
            "Was gut lief",
            "Was schlecht lief",
            "Wo wir Glück hatten",
            "Erkenntnisse",
            "Maßnahmen",
        ],
    );
}

#[test]
fn french() {
    says_it(
        "fr",
        "- Date de l'incident : 2026-03-05\n- Gravité : élevée\n- Auteur : Ana\n- Durée : 90 minutes",
        [
            "Résumé",
            "Cause racine",
            "Ce qui a bien fonctionné",
            "Ce qui a mal fonctionné",
            "Où nous avons eu de la chance",
            "Leçons apprises",
            "Plan d’action",
        ],
    );
}

#[test]
fn spanish() {
    says_it(
        "es",
        "**Fecha:** 2026-03-05\n\n**Gravedad:** alta\n\n**Autor:** Ana\n\n**Duración:** 90 minutos",
        [
            "Resumen",
            "Causa raíz",
            "Qué salió bien",
            "Qué salió mal",
            "Dónde tuvimos suerte",
            "Lecciones aprendidas",
            "Acciones correctivas",
        ],
    );
}

#[test]
fn portuguese() {
    says_it(
        "pt",
        "- Data do incidente: 2026-03-05\n- Severidade: alta\n- Responsável: Ana\n- Duração: 1 hora 30 minutos",
        [
            "Resumo",
            "Causa raiz",
            "O que deu certo",
            "O que deu errado",
            "Onde tivemos sorte",
            "Lições aprendidas",
            "Ações corretivas",
        ],
    );
}

#[test]
fn italian() {
    says_it(
        "it",
        "| | |\n|---|---|\n| Data dell'incidente | 2026-03-05 |\n| Gravità | alta |\n| Autore | Ana |\n| Durata | 90 minuti |",
        [
            "Riepilogo",
            "Causa principale",
            "Cosa è andato bene",
            "Cosa è andato storto",
            "Dove siamo stati fortunati",
            "Lezioni apprese",
            "Azioni correttive",
        ],
    );
}

#[test]
fn polish() {
    says_it(
        "pl",
        "- Data incydentu: 2026-03-05\n- Ważność: wysoka\n- Autor: Ana\n- Czas trwania: 90 minut",
        [
            "Podsumowanie",
            "Przyczyna",
            "Co poszło dobrze",
            "Co poszło źle",
            "Gdzie mieliśmy szczęście",
            "Wnioski",
            "Działania naprawcze",
        ],
    );
}

#[test]
fn russian() {
    says_it(
        "ru",
        "- Дата: 2026-03-05\n- Серьёзность: высокая\n- Автор: Ana\n- Продолжительность: 1 час 30 минут",
        [
            "Краткое описание",
            "Первопричина",
            "Что прошло хорошо",
            "Что пошло не так",
            "Где нам повезло",
            "Выводы",
            "План действий",
        ],
    );
}

#[test]
fn dutch() {
    says_it(
        "nl",
        "- Datum: 2026-03-05\n- Ernst: hoog\n- Auteur: Ana\n- Duur: 90 minuten",
        [
            "Samenvatting",
            "Grondoorzaak",
            "Wat ging goed",
            "Wat ging mis",
            "Waar we geluk hadden",
            "Geleerde lessen",
            "Vervolgacties",
        ],
    );
}

#[test]
fn moments_of_labels_need_a_zone() {
    let of = |start: &str, end: &str| read(&format!("# T\n\nBeginn: {start}\nEnde: {end}\n\n## Verlauf\n\nText.\n"));
    let sure = of("2026-03-05 10:00 UTC", "2026-03-05 12:00 CET");
    assert_eq!(sure.moments.resolved.map(|at| at.to_string()).as_deref(), Some("2026-03-05T11:00:00Z"));
    let unsure = of("2026-03-05 10:00", "2026-03-05 11:30");
    assert_eq!((unsure.moments, unsure.duration()), (base::phases::Moments::default(), Some(5400)));
    let wrong = of("2026-03-05 10:00 UTC", "2026-03-04 11:30 UTC");
    assert_eq!((wrong.moments, wrong.duration()), (base::phases::Moments::default(), None));
}

#[test]
fn a_table_of_actions_has_its_columns_in_any_language() {
    let text = "# T\n\n## 改进措施\n\n| 措施 | 负责人 | 状态 | 截止日期 |\n|---|---|---|---|\n| 扩容 | 王 | 已完成 | 2026-03-09 |\n";
    let review = read(text);
    let action = &review.actions[0];
    assert_eq!((action.title.as_str(), action.owner.as_deref()), ("扩容", Some("王")));
    assert_eq!(
        (action.status, action.due.map(|day| day.to_string()).as_deref()),
        (ActionStatus::Done, Some("2026-03-09"))
    );
    assert_eq!(read("# T\n\nEstado: borrador\n\nTexto.\n").status, crate::review::Status::Draft);
}

#[test]
fn label_values_that_are_not_names_are_not_owners() {
    for line in ["Author: to be filled in once the review is held", "Author: TBD", "Author:", "Author: 12"] {
        assert!(read(&format!("# T\n\n{line}\n\nText.\n")).people.owner.is_empty(), "{line}");
    }
}
