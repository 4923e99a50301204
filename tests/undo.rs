//! Undoing leads back through every question exactly, and redoing forth again.

use gsi_timeline::model::{CountryId, Day, KindId, RegionId, StanceId, ThemeId, TimeSpan};
use gsi_timeline::query::Filter;
use gsi_timeline::undo::{Part, Question, Steps, Stroke};
use proptest::prelude::*;

/// The most steps that are kept.
const KEPT: usize = 100;

fn filters() -> impl Strategy<Value = Filter> {
    let times = prop::option::of((0..900_i32, 1..400_i32).prop_map(|(a, n)| TimeSpan::new(Day(a), Day(a + n))));
    let sets = (
        prop::collection::vec(0..4_u8, 0..3),
        prop::collection::vec(0..4_u8, 0..3),
        prop::collection::vec(0..4_u8, 0..2),
        prop::collection::vec(0..9_u16, 0..2),
        prop::collection::vec(0..3_u8, 0..2),
    );
    (sets, times, "[a-c]{0,2}", any::<bool>()).prop_map(|(sets, time, text, background)| {
        let mut filter = Filter { time, text, background, ..Filter::default() };
        filter.regions = sets.0.into_iter().map(RegionId).collect();
        filter.kinds = sets.1.into_iter().map(KindId).collect();
        filter.themes = sets.2.into_iter().map(ThemeId).collect();
        filter.countries = sets.3.into_iter().map(CountryId).collect();
        filter.stances = sets.4.into_iter().map(StanceId).collect();
        filter
    })
}

/// A filter, with or without another one pinned beside it.
fn questions() -> impl Strategy<Value = Question> {
    (filters(), prop::option::weighted(0.3, filters())).prop_map(|(filter, pinned)| Question { filter, pinned })
}

/// What was asked for, step by step, with the record of it.
fn walked(walk: &[Question]) -> (Steps, Vec<Question>) {
    let mut steps = Steps::default();
    // What is asked for again at once is no step.
    let mut distinct = walk.to_vec();
    distinct.dedup();
    for pair in walk.windows(2) {
        steps.record(&pair[0], &pair[1], Stroke::Single);
    }
    (steps, distinct)
}

#[derive(Clone, Debug)]
enum Move {
    Ask(Box<Question>),
    Type(String),
    Settle,
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        3 => questions().prop_map(|question| Move::Ask(Box::new(question))),
        3 => "[a-c]{0,2}".prop_map(Move::Type),
        1 => Just(Move::Settle),
        3 => Just(Move::Undo),
        3 => Just(Move::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_leads_back_through_every_question_and_redoing_forth(walk in prop::collection::vec(questions(), 1..20)) {
        let (mut steps, walk) = walked(&walk);
        let mut now = walk[walk.len() - 1].clone();
        for before in walk.iter().rev().skip(1) {
            now = steps.undo(&now).expect("a step to undo");
            prop_assert_eq!(&now, before);
        }
        prop_assert_eq!(steps.undo(&now), None);
        for after in &walk[1..] {
            now = steps.redo(&now).expect("a step to redo");
            prop_assert_eq!(&now, after);
        }
        prop_assert_eq!(steps.redo(&now), None);
    }

    #[test]
    fn whatever_was_done_one_undo_and_one_redo_change_nothing(moves in prop::collection::vec(moves(), 0..160)) {
        let (mut steps, mut now) = (Steps::default(), Question::default());
        for step in moves {
            let before = now.clone();
            match step {
                Move::Ask(question) => {
                    now = *question;
                    steps.record(&before, &now, Stroke::Single);
                    if before != now {
                        let mut tried = steps.clone();
                        prop_assert_eq!(tried.undo(&now), Some(before), "undoing takes back the last step");
                    }
                }
                Move::Type(text) => {
                    now.filter.text = text;
                    steps.record(&before, &now, Stroke::Running);
                }
                Move::Settle => steps.settle(),
                Move::Undo => now = steps.undo(&now).unwrap_or(now),
                Move::Redo => now = steps.redo(&now).unwrap_or(now),
            }
            // There and back, from wherever this has led, the record itself included.
            let named = (steps.undoes(&now), steps.redoes(&now));
            let mut tried = steps.clone();
            if let Some(back) = tried.undo(&now) {
                prop_assert_eq!(named.0.clone(), Some(Part::between(&back, &now)));
                prop_assert_eq!(tried.redo(&back), Some(now.clone()));
                prop_assert_eq!((tried.undoes(&now), tried.redoes(&now)), named.clone());
            } else {
                prop_assert_eq!(named.0, None);
            }
            let mut tried = steps.clone();
            if let Some(forth) = tried.redo(&now) {
                prop_assert_eq!(named.1, Some(Part::between(&now, &forth)));
                prop_assert_eq!(tried.undo(&forth), Some(now.clone()));
            } else {
                prop_assert_eq!(named.1, None);
            }
        }
        let mut n_undone = 0;
        while let Some(before) = steps.undo(&now) {
            // A step always changes something, so that no key press is lost.
            prop_assert!(before != now);
            now = before;
            n_undone += 1;
        }
        prop_assert!(n_undone <= KEPT);
    }
}
