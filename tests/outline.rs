//! The outline holds exactly what the table holds, in the same order, whatever was asked for.

use std::sync::LazyLock;

use gsi_timeline::model::{Dataset, EventId, Locale, TimeSpan};
use gsi_timeline::outline::outline;
use gsi_timeline::query::{Filter, Han, Index, Sorting, sorted, within};
use proptest::prelude::*;
use proptest::sample::subsequence;

fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

/// The events under a filter, in time order.
fn shown(filter: &Filter) -> Vec<EventId> {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(dataset(), Han::whole()));
    within(dataset(), &INDEX.matching(dataset(), filter), filter.time.unwrap_or(dataset().coverage()))
}

fn filters() -> impl Strategy<Value = Filter> {
    let taxonomy = dataset().taxonomy();
    let regions = subsequence(taxonomy.region_ids().collect::<Vec<_>>(), 0..=3);
    let kinds = subsequence(taxonomy.kind_ids().collect::<Vec<_>>(), 0..=3);
    let coverage = dataset().coverage();
    let days = (0..coverage.days() - 1).prop_flat_map(move |from| (Just(from), from + 1..=coverage.days()));
    let time = prop::option::of(days).prop_map(move |days| {
        days.map(|(from, to)| TimeSpan::new(coverage.start().plus(from), coverage.start().plus(to)))
    });
    let text = prop_oneof![3 => Just(String::new()), 1 => Just("china".to_owned()), 1 => Just("声明".to_owned())];
    (regions, kinds, time, text, any::<bool>()).prop_map(|(regions, kinds, time, text, background)| Filter {
        regions: regions.into_iter().collect(),
        kinds: kinds.into_iter().collect(),
        time,
        text,
        background,
        ..Filter::default()
    })
}

proptest! {
    #[test]
    fn the_outline_is_the_table(filter in filters()) {
        let ids = shown(&filter);
        let groups = outline(dataset(), &ids);
        let listed: Vec<EventId> = groups.iter().flat_map(|y| &y.months).flat_map(|m| m.ids.clone()).collect();
        prop_assert_eq!(&listed, &sorted(dataset(), &ids, Sorting::default(), Locale::En));
        prop_assert_eq!(groups.iter().map(gsi_timeline::outline::YearGroup::count).sum::<usize>(), ids.len());
        prop_assert!(groups.iter().all(|year| year.count() > 0));
        for year in &groups {
            for month in &year.months {
                for id in &month.ids {
                    let start = dataset().event(*id).date.anchor();
                    prop_assert_eq!(start.year(), year.year);
                    prop_assert!(month.month.is_none_or(|m| m == start.span().start().month()));
                }
            }
        }
    }
}

#[test]
fn no_year_has_two_headings_and_no_month_of_it() {
    let all = shown(&Filter { background: true, time: Some(dataset().domain(true)), ..Filter::default() });
    assert!(all.len() > shown(&Filter::default()).len());
    let groups = outline(dataset(), &all);
    assert!(groups.windows(2).all(|pair| pair[0].year < pair[1].year));
    for year in &groups {
        let mut months: Vec<_> = year.months.iter().map(|group| group.month).collect();
        months.sort_unstable();
        months.dedup();
        assert_eq!(months.len(), year.months.len(), "{}", year.year);
    }
}

#[test]
fn nothing_makes_no_heading() {
    assert_eq!(outline(dataset(), &[]), []);
}
