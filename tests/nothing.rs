//! No event passes: the cause leaves nothing by itself, every way back brings back what it says, and nearly right words
//! are found.

use std::sync::LazyLock;

use gsi_timeline::model::{Dataset, Day, KindId, RegionId, StanceId, ThemeId, TimeSpan};
use gsi_timeline::query::{Condition, Facet, Filter, Han, Index, count, nothing};
use proptest::prelude::*;

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid"));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&DATASET, Han::whole()));

fn asked(regions: &[u8], kinds: &[u8], text: &str) -> Filter {
    Filter {
        regions: regions.iter().map(|id| RegionId(*id)).collect(),
        kinds: kinds.iter().map(|id| KindId(*id)).collect(),
        text: text.to_owned(),
        ..Filter::default()
    }
}

fn kind(slug: &str) -> u8 {
    let kinds = &DATASET.taxonomy().kinds;
    kinds.iter().position(|kind| kind.slug == slug).expect("a kind of the record") as u8
}

fn region(slug: &str) -> u8 {
    DATASET.taxonomy().region_by_slug(slug).expect("a region of the record").0
}

fn filters() -> impl Strategy<Value = Filter> {
    let times = prop::option::of((0..900_i32, 1..120_i32).prop_map(|(a, n)| {
        let first = DATASET.coverage().start().0;
        TimeSpan::new(Day(first + a), Day(first + a + n))
    }));
    let sets = (
        prop::collection::vec(0..11_u8, 0..3),
        prop::collection::vec(0..12_u8, 0..3),
        prop::collection::vec(0..20_u8, 0..2),
        prop::collection::vec(0..3_u8, 0..2),
    );
    let texts = prop_oneof![Just(""), Just("cuba"), Just("summit china"), Just("nothingcontainsthis"), Just("1963")];
    (sets, times, texts, any::<bool>()).prop_map(|(sets, time, text, background)| {
        let mut filter = asked(&sets.0, &sets.1, text);
        filter.themes = sets.2.into_iter().map(ThemeId).collect();
        filter.stances = sets.3.into_iter().map(StanceId).collect();
        Filter { time, background, ..filter }
    })
}

/// The question that asks for some conditions only.
fn only(filter: &Filter, conditions: &[Condition]) -> Filter {
    let has = |condition: Condition| conditions.contains(&condition);
    let mut kept = Filter { background: !has(Condition::Record), ..Filter::default() };
    // What lies before the record is outside its days.
    kept.time = kept.background.then(|| DATASET.domain(true));
    if has(Condition::Time) {
        kept.time = filter.time;
    }
    if has(Condition::Text) {
        kept.text = filter.text.clone();
    }
    for facet in Facet::ALL.into_iter().filter(|facet| has(Condition::Facet(*facet))) {
        let chosen = (0..facet.n_choices(&DATASET)).filter(|at| filter.has(facet, *at));
        chosen.for_each(|at| kept.toggle(facet, at));
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_cause_leaves_nothing_and_less_of_it_leaves_something(filter in filters()) {
        let why = nothing(&DATASET, &INDEX, &filter);
        prop_assert_eq!(why.is_none(), count(&DATASET, &INDEX, &filter) > 0);
        let Some(why) = why else { return Ok(()) };
        prop_assert!(!why.cause.is_empty());
        prop_assert_eq!(count(&DATASET, &INDEX, &only(&filter, &why.cause)), 0, "{:?}", why.cause);
        for at in 0..why.cause.len() {
            let mut less = why.cause.clone();
            less.remove(at);
            prop_assert!(count(&DATASET, &INDEX, &only(&filter, &less)) > 0, "{:?} would be enough", less);
        }
    }

    #[test]
    fn every_way_back_brings_back_what_it_says_and_the_most_comes_first(filter in filters()) {
        let Some(why) = nothing(&DATASET, &INDEX, &filter) else { return Ok(()) };
        prop_assert!(!why.ways.is_empty(), "everything let go of, something passes");
        prop_assert!(why.ways.windows(2).all(|pair| pair[0].count >= pair[1].count));
        let size = why.ways[0].without.len();
        for way in &why.ways {
            prop_assert!(way.count > 0);
            prop_assert_eq!(way.count, count(&DATASET, &INDEX, &way.filter));
            prop_assert_eq!(way.without.len(), size);
        }
    }
}

#[test]
fn a_text_that_is_found_nowhere_is_the_cause_by_itself() {
    let why =
        nothing(&DATASET, &INDEX, &asked(&[region("pacific")], &[], "nothingcontainsthis")).expect("nothing passes");
    assert_eq!(why.cause, [Condition::Text]);
    assert_eq!(why.ways[0].without, [Condition::Text]);
}

#[test]
fn two_filters_that_do_not_meet_are_named_and_the_third_is_not() {
    // No document of the record is of North America, whatever the period.
    let pair = asked(&[region("north-america")], &[kind("document")], "");
    let filter = Filter { time: Some(DATASET.coverage()), ..pair };
    if let Some(why) = nothing(&DATASET, &INDEX, &filter) {
        assert_eq!(why.cause, [Condition::Facet(Facet::Region), Condition::Facet(Facet::Kind)]);
        assert!(why.ways.len() >= 2, "either of them can be let go of: {:?}", why.ways);
    } else {
        panic!("choose two filters of the record that do not meet");
    }
}

#[test]
fn what_only_the_background_has_is_said_so() {
    let why = nothing(&DATASET, &INDEX, &asked(&[], &[], "1963")).expect("nothing of the record passes");
    assert!(why.ways.iter().any(|way| way.without == [Condition::Record]), "{why:?}");
}

#[test]
fn a_word_that_is_nearly_one_of_the_record_is_found() {
    for (typed, word) in [("Cubba", "Cuba"), ("ucba", "Cuba"), ("meditaion", "mediation"), ("伊郎", "伊朗")] {
        let near = INDEX.near(&DATASET, typed).unwrap_or_else(|| panic!("{typed}: {word}"));
        assert_eq!(near.word.to_lowercase(), word.to_lowercase(), "{typed}");
        assert!(count(&DATASET, &INDEX, &asked(&[], &[], &near.text)) > 0, "{}", near.text);
    }
    let two = INDEX.near(&DATASET, "china  sumit").expect("one of two words is wrong");
    assert_eq!(two.text.to_lowercase(), "china  summit");
    assert_eq!(INDEX.near(&DATASET, "nothingcontainsthis"), None);
    assert_eq!(INDEX.near(&DATASET, "cuba"), None, "what is found needs no other word");
    assert_eq!(INDEX.near(&DATASET, ""), None);
}

#[test]
fn days_before_the_record_are_named_where_the_background_is_shown() {
    let filter = Filter { text: "1963".to_owned(), background: true, ..Filter::default() };
    let why = nothing(&DATASET, &INDEX, &filter).expect("the record begins later");
    assert!(why.cause.contains(&Condition::Record), "{:?}", why.cause);
    assert!(why.ways.iter().all(|way| way.count > 0));
}
