//! The rule, case by case.

use jiff::Timestamp;

use super::{Measure, Moments, Part, Said, Source, Times};

fn minute(n: i64) -> Timestamp {
    Timestamp::from_second(1_772_452_800 + n * 60).unwrap()
}

/// Started, detected, acknowledged, identified, mitigated, resolved; negative is unknown.
fn times(minutes: [i64; 6]) -> Times {
    let [started, detected, acknowledged, identified, mitigated, resolved] =
        minutes.map(|n| (n >= 0).then(|| minute(n)));
    let moments = Moments { started, detected, acknowledged, identified, mitigated, resolved };
    Times { moments, ..Times::default() }
}

fn bands(times: &Times) -> Vec<(Part, i64, i64)> {
    let since = |at: Timestamp| (at.as_second() - minute(0).as_second()) / 60;
    times.bands().iter().map(|band| (band.part, since(band.from), since(band.to))).collect()
}

fn figures(times: &Times) -> Vec<(&'static str, i64, String)> {
    times.figures().into_iter().map(|figure| (figure.key, figure.seconds / 60, figure.note)).collect()
}

#[test]
fn response_lasts_until_it_is_known_what_to_do_and_acknowledging_ends_nothing() {
    let t = times([0, 5, 8, 40, 50, 60]);
    assert_eq!(bands(&t), [(Part::Detection, 0, 5), (Part::Response, 5, 40), (Part::Remediation, 40, 60)]);
}

#[test]
fn the_first_entry_in_remediation_stands_for_the_moment_that_is_not_given() {
    let mut t = times([0, 5, 8, -1, -1, 60]);
    t.remedied = Some(minute(30));
    assert_eq!(bands(&t), [(Part::Detection, 0, 5), (Part::Response, 5, 30), (Part::Remediation, 30, 60)]);
    t.moments.identified = Some(minute(20));
    assert_eq!(bands(&t)[1], (Part::Response, 5, 20), "what is given wins");
}

#[test]
fn silence_gives_one_band_and_nothing_invented() {
    let mut t = times([0, 5, 8, -1, 50, 60]);
    assert_eq!(bands(&t), [(Part::Detection, 0, 5), (Part::ResponseAndRemediation, 5, 60)]);
    for contradiction in [2, 70] {
        t.remedied = Some(minute(contradiction));
        assert_eq!(bands(&t)[1], (Part::ResponseAndRemediation, 5, 60), "an entry outside says nothing");
    }
    assert_eq!(bands(&times([0, -1, 8, -1, -1, 60])), [], "nobody says when it was known");
    assert_eq!(bands(&times([0, 5, 8, -1, -1, -1])), [(Part::Detection, 0, 5)], "it is not over");
    assert_eq!(bands(&times([-1, 5, 8, 20, 60, -1])), [(Part::Response, 5, 20), (Part::Remediation, 20, 60)]);
}

#[test]
fn each_figure_says_from_what_to_what() {
    let t = times([0, 5, 8, 40, 50, 60]);
    assert_eq!(
        figures(&t),
        [
            ("detect", 5, "from start to detection".to_owned()),
            ("acknowledge", 3, "from detection to acknowledgement".to_owned()),
            ("harm", 50, "from start to mitigation".to_owned()),
            ("recover", 60, "from start to resolution".to_owned()),
        ]
    );
    assert_eq!(figures(&times([0, -1, 8, -1, -1, -1])), [], "without detection nothing is counted from it");
}

#[test]
fn kinds_without_harm_have_no_time_to_recover() {
    for (measure, minutes, label) in [
        (Measure::Exposure, 50, "Exposure"),
        (Measure::Exercise, 60, "Exercise time"),
        (Measure::Length, 60, "Duration"),
    ] {
        let t = Times { measure, ..times([0, 5, 8, 40, 50, 60]) };
        let headline = t.headline().unwrap();
        assert_eq!((headline.seconds / 60, headline.label), (minutes, label));
        assert!(t.figures().iter().all(|figure| figure.key != "recover" && figure.key != "harm"));
    }
}

#[test]
fn the_words_of_the_impact_win_where_the_times_hold_much_more() {
    let words = |seconds, source| Some(Said { seconds, source });
    let mut t = Times { said: words(960, Source::Impact), ..times([0, 430, -1, -1, -1, 3000]) };
    assert_eq!(t.headline().map(|f| (f.seconds, f.note)), Some((960, "as the impact says".to_owned())));
    t.said = words(60 * 2900, Source::Impact);
    assert_eq!(t.headline().map(|f| f.seconds), Some(60 * 3000), "about the same is no reason");
    t.said = words(960, Source::Text);
    assert_eq!(t.headline().map(|f| f.seconds), Some(60 * 3000), "a label fills what is silent and no more");
    t.moments = Moments::default();
    assert_eq!(t.headline().map(|f| (f.seconds, f.note)), Some((960, "as the review says".to_owned())));
    let names = |t: &Times| t.headline().map(|f| (f.key, f.label, f.words()));
    assert_eq!(names(&t), Some(("harm", "Duration", "16 min in all".to_owned())), "a duration is no time of harm");
    t.measure = Measure::Exposure;
    assert_eq!(names(&t).map(|(_, label, _)| label), Some("Duration"));
    t.said = words(960, Source::Impact);
    assert_eq!(t.headline(), None, "what the impact says is no exposure");
}

#[test]
fn whatever_the_moments_are_bands_run_forward_and_stay_inside() {
    // Each moment at one of three places or nowhere: every order and every contradiction.
    for case in 0..4_i64.pow(7) {
        let place = |n: u32| case / 4_i64.pow(n) % 4 * 10 - 1;
        let mut t = times([0, 1, 2, 3, 4, 5].map(place));
        t.remedied = (place(6) >= 0).then(|| minute(place(6)));
        let bands = t.bands();
        let known: Vec<Timestamp> = t.moments.known().chain(t.remedied).collect();
        for band in &bands {
            assert!(band.from < band.to && known.contains(&band.from) && known.contains(&band.to), "{t:?}");
            assert!(t.end().is_none_or(|end| band.to <= end), "{t:?}");
        }
        assert!(bands.windows(2).all(|pair| pair[0].to <= pair[1].from && pair[0].part < pair[1].part), "{t:?}");
        assert!(t.figures().iter().all(|figure| figure.seconds >= 0), "{t:?}");
    }
}

#[test]
fn the_headline_has_one_derivation_whatever_words_take_its_place() {
    for measure in [Measure::Harm, Measure::Mitigation, Measure::Exposure, Measure::Exercise, Measure::Length] {
        for (given, from) in [([0, 5, 8, -1, 50, 60], 0), ([-1, 5, 8, -1, 50, 60], 5)] {
            let mut t = Times { measure, ..times(given) };
            let ends = t.headline().unwrap().ends;
            assert_eq!(ends.unwrap().0, minute(from), "{measure:?}");
            assert_eq!(t.headline_ends(), ends, "{measure:?}");
            t.said = Some(Said { seconds: 60, source: Source::Impact });
            assert_eq!(t.headline_ends(), ends, "{measure:?}: the words have no ends of their own");
        }
    }
    assert_eq!(times([60, -1, -1, -1, -1, 10]).headline_ends(), None, "it would end before it begins");
}
