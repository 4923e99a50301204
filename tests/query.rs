//! What a question returns: the rule for vague dates, facets and their counts, text, order, and the counts in words.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use gsi_timeline::chart::{ChartRequest, Counts};
use gsi_timeline::headline::headline;
use gsi_timeline::layout::{LaneKey, Lanes, lanes_of};
use gsi_timeline::model::{CountryId, Event, EventId, Locale, OrganisationId, Participant};
use gsi_timeline::query::{Chosen, Exactness, Facet, Filter, SortKey, Sorting, eligible, facets, sorted, within};
use proptest::prelude::*;
use proptest::sample::subsequence;

use common::{dataset, days, index};

/// The rows of the table under a filter.
fn rows(filter: &Filter) -> Vec<EventId> {
    within(dataset(), &index().matching(dataset(), filter), filter.time.unwrap_or(dataset().coverage()))
}

fn events(filter: &Filter) -> Vec<&'static Event> {
    rows(filter).into_iter().map(|id| dataset().event(id)).collect()
}

/// A vague date matches every range that shares a day with all that the date may mean.
#[track_caller]
fn check(date: &str, range: &str, is_match: bool) {
    assert_eq!(days(date).overlaps(days(range)), is_match, "{date} in {range}");
}

#[test]
fn a_known_day_matches_the_ranges_that_hold_it() {
    check("2023-03-10", "2023-03-10", true);
    check("2023-03-10", "2023-03", true);
    check("2023-03-10", "2023-03-11/2023-03-31", false);
    check("2023-03-10", "2023-03-01/2023-03-09", false);
}

#[test]
fn a_month_or_a_year_matches_every_range_that_it_overlaps() {
    check("2023-03", "2023-03-31/2023-05-01", true);
    check("2023-03", "2023-01/2023-03-01", true);
    check("2023-03", "2023-04", false);
    check("2023-03", "2023-02", false);
    check("2023", "2023-12-31", true);
    check("2023", "2022-06/2023-01-01", true);
    check("2023", "2024", false);
    check("2023-12~", "2024-01", false);
}

#[test]
fn an_interval_matches_from_its_first_day_to_its_last_and_an_open_one_for_ever() {
    check("2023-08-15/2023-08-16", "2023-08-16/2023-09-30", true);
    check("2023-08-15/2023-08-16", "2023-08-17/2023-09-30", false);
    check("2023-08~/2023-09~", "2023-09-30", true);
    check("2022-11/2023-02", "2022-12", true);
    check("2022/..", "2024-06-30", true);
    check("2022/..", "2021-12-31", false);
    check("../2022-06", "1963", true);
    check("../2022-06", "2022-07", false);
}

#[test]
fn the_rule_is_what_the_table_shows() {
    for range in ["2023", "2023-03", "2023-03-10", "2023-03-31/2023-05-01", "2022-12-31/2023-01-01"] {
        let filter = Filter { time: Some(days(range)), ..Filter::default() };
        let shown: BTreeSet<EventId> = rows(&filter).into_iter().collect();
        for (id, event) in eligible(dataset(), false) {
            let overlaps = event.date.earliest() <= days(range).last() && days(range).start() <= event.date.latest();
            assert_eq!(shown.contains(&id), overlaps, "{} in {range}", event.slug);
        }
    }
}

#[test]
fn what_happened_in_the_middle_east_in_2023_returns_that_and_nothing_else() {
    let middle_east = dataset().taxonomy().region_by_slug("middle-east").expect("a region");
    let year = days("2023");
    let filter = Filter { regions: Chosen::from([middle_east]), time: Some(year), ..Filter::default() };
    let found = events(&filter);
    assert!(found.iter().all(|e| e.regions.contains(&middle_east) && e.span.overlaps(year) && !e.background));
    let all = dataset().events().iter().filter(|e| e.regions.contains(&middle_east) && e.span.overlaps(year));
    assert_eq!(found.len(), all.filter(|e| !e.background).count());
    assert!(found.iter().any(|e| e.slug == "2023-03-10-saudi-iran-beijing"));
    // The timeline then has that lane alone, although some of them concern other regions too.
    let lanes = lanes_of(dataset(), &rows(&filter), Lanes::Region, &filter);
    assert_eq!(lanes.len(), 1);
    assert_eq!(lanes[0].1, rows(&filter));
}

#[test]
fn choices_of_a_facet_are_alternatives_and_facets_narrow_each_other() {
    let taxonomy = dataset().taxonomy();
    let region = |slug| taxonomy.region_by_slug(slug).expect("a region");
    let kind = |slug| taxonomy.kind_by_slug(slug).expect("a kind");
    let regions = |slugs: &[&'static str]| -> Filter {
        Filter { regions: slugs.iter().map(|s| region(s)).collect(), ..Filter::default() }
    };
    let of = |filter: &Filter| -> BTreeSet<EventId> { rows(filter).into_iter().collect() };
    let (africa, europe) = (of(&regions(&["africa"])), of(&regions(&["europe"])));
    assert_eq!(of(&regions(&["africa", "europe"])), &africa | &europe);
    let speeches = Filter { kinds: Chosen::from([kind("speech")]), ..Filter::default() };
    let both = Filter { kinds: speeches.kinds.clone(), ..regions(&["africa"]) };
    assert_eq!(of(&both), &africa & &of(&speeches));
    assert!(both.n_active() == 2 && both.cleared() == Filter::default());
}

#[test]
fn background_is_shown_on_request_only() {
    let all = Filter { time: Some(days("1900/2100")), ..Filter::default() };
    assert!(events(&all).iter().all(|e| !e.background));
    let with = Filter { background: true, ..all };
    assert_eq!(events(&with).len(), dataset().events().len());
    assert_eq!(eligible(dataset(), true).count(), dataset().events().len());
}

#[test]
fn rows_are_sorted_by_each_column_and_equal_rows_keep_their_time_order() {
    let all: Vec<EventId> = dataset().ids().collect();
    let shuffled: Vec<EventId> = all.iter().copied().rev().collect();
    for (key, locale) in SortKey::ALL.into_iter().flat_map(|key| Locale::ALL.map(|locale| (key, locale))) {
        let up = sorted(dataset(), &shuffled, Sorting { key, descending: false }, locale);
        let down = sorted(dataset(), &all, Sorting { key, descending: true }, locale);
        assert_eq!(up, sorted(dataset(), &all, Sorting { key, descending: false }, locale), "from any order");
        let value = |id: &EventId| -> Vec<String> {
            let (event, taxonomy) = (dataset().event(*id), dataset().taxonomy());
            let country = |c: &CountryId| taxonomy.country(*c).label.get(locale).clone();
            match key {
                SortKey::Date => vec![format!("{:06}", id.0)],
                SortKey::Title => vec![event.title.get(locale).to_lowercase()],
                SortKey::Kind => vec![format!("{:03}", event.kind.0)],
                SortKey::Region => event.regions.iter().map(|r| format!("{:03}", r.0)).collect(),
                SortKey::Countries => event.countries.iter().map(country).collect(),
                SortKey::Source => vec![format!("{:03}", event.section)],
            }
        };
        for pair in up.windows(2) {
            let (a, b) = (value(&pair[0]), value(&pair[1]));
            assert!(a < b || (a == b && pair[0] < pair[1]), "{key:?}: {a:?} before {b:?}");
        }
        for pair in down.windows(2) {
            let (a, b) = (value(&pair[0]), value(&pair[1]));
            assert!(b < a || (a == b && pair[0] < pair[1]), "{key:?}, last first: {a:?} before {b:?}");
        }
    }
}

#[test]
fn n_of_n_events_is_the_number_of_rows() {
    let taxonomy = dataset().taxonomy();
    for region in taxonomy.region_ids() {
        let filter = Filter { regions: Chosen::from([region]), ..Filter::default() };
        let shown = rows(&filter);
        let table = sorted(dataset(), &shown, Sorting::default(), Locale::En);
        let n_all = eligible(dataset(), filter.background).count();
        for locale in Locale::ALL {
            let said = headline(dataset(), &table, n_all, &filter, dataset().coverage(), locale);
            assert_eq!(said.shown, table.len().to_string());
            assert!(said.of.contains(&n_all.to_string()), "{}", said.of);
            assert!(said.parts.contains(taxonomy.region(region).label.get(locale)), "{:?}", said.parts);
        }
    }
}

#[test]
fn the_sentence_under_the_headline_counts_what_is_shown() {
    let taxonomy = dataset().taxonomy();
    let filter = Filter::default();
    let shown = events(&filter);
    let mut by_region: BTreeMap<&str, usize> = BTreeMap::new();
    for region in shown.iter().flat_map(|e| &e.regions) {
        *by_region.entry(&taxonomy.region(*region).slug).or_default() += 1;
    }
    let global = by_region.remove("global").expect("some events concern no single region");
    let mut counts: Vec<usize> = by_region.into_values().collect();
    counts.sort_unstable();
    let n_all = eligible(dataset(), false).count();
    for locale in Locale::ALL {
        let said = headline(dataset(), &rows(&filter), n_all, &filter, dataset().coverage(), locale);
        for n in [counts[counts.len() - 1], counts[counts.len() - 2], global] {
            assert!(said.lede.contains(&n.to_string()), "{n}: {}", said.lede);
        }
    }
    let few = headline(dataset(), &rows(&filter)[..4], n_all, &filter, dataset().coverage(), Locale::En);
    assert_eq!(few.lede, "", "four events have no pattern");
}

#[test]
fn the_charts_the_lanes_and_the_facets_count_the_same() {
    let (filter, span) = (Filter::default(), dataset().coverage());
    let ids = rows(&filter);
    let request =
        ChartRequest { dataset: dataset(), ids: &ids, filter: &filter, span, locale: Locale::En, width: 1096.0 };
    let counts = Counts::of(&request);
    let beside = facets(dataset(), index(), &filter, span).of(Facet::Region).to_vec();
    let lanes = lanes_of(dataset(), &ids, Lanes::Region, &filter);
    for (row, (key, in_lane)) in counts.rows.iter().zip(&lanes) {
        assert_eq!(*key, LaneKey::Region(row.region));
        assert_eq!((row.total(), row.total()), (in_lane.len(), beside[row.region.index()]));
    }
    assert_eq!(counts.n_events, ids.len());
    assert_eq!(counts.n_counted(), beside.iter().sum::<usize>());
    let kinds = facets(dataset(), index(), &filter, span).of(Facet::Kind).to_vec();
    assert_eq!(kinds.iter().sum::<usize>(), ids.len(), "an event has one kind");
}

fn filters() -> impl Strategy<Value = Filter> {
    let taxonomy = dataset().taxonomy();
    fn some<T: Ord + Copy + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Chosen<T>> {
        subsequence(all, 0..3).prop_map(|some| some.into_iter().collect())
    }
    let sets = (
        some(taxonomy.region_ids().collect()),
        some(taxonomy.kind_ids().collect()),
        some(taxonomy.theme_ids().collect()),
        some(taxonomy.country_ids().collect()),
        some(taxonomy.stance_ids().collect()),
        some((0..taxonomy.organisations.len()).map(|i| OrganisationId(i as u16)).collect()),
        some(Exactness::ALL.to_vec()),
    );
    // Most facets empty most of the time, or little would be left to count.
    let kept = prop::collection::vec(0..3_u8, 7);
    let times = prop::sample::select(vec!["1900/2100", "2023", "2023-03/2023-06", "2022-11-25"]);
    let words = prop::sample::select(vec!["", "joint", "联合", "china"]);
    let participants = taxonomy.country_ids().map(Participant::Country).collect::<Vec<_>>();
    let who = prop::option::weighted(0.2, prop::sample::select(participants));
    (sets, kept, who, times, words, any::<bool>()).prop_map(|(sets, kept, who, time, words, background)| {
        fn kept_if<T>(keep: bool, set: Chosen<T>) -> Chosen<T> {
            if keep { set } else { Chosen::default() }
        }
        Filter {
            regions: kept_if(kept[0] == 0, sets.0),
            kinds: kept_if(kept[1] == 0, sets.1),
            themes: kept_if(kept[2] == 0, sets.2),
            countries: kept_if(kept[3] == 0, sets.3),
            stances: kept_if(kept[4] == 0, sets.4),
            organisations: kept_if(kept[5] == 0, sets.5),
            precisions: kept_if(kept[6] == 0, sets.6),
            who,
            time: Some(days(time)),
            text: words.to_owned(),
            background,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_count_beside_a_choice_is_what_choosing_it_leaves(filter in filters()) {
        let span = filter.time.unwrap_or(dataset().coverage());
        let counts = facets(dataset(), index(), &filter, span);
        for facet in Facet::ALL {
            for (place, count) in counts.of(facet).iter().enumerate() {
                let mut only = filter.clone();
                only.choose_only(facet, place);
                prop_assert_eq!(*count, rows(&only).len(), "only {} {}", facet.slug(), place);
            }
        }
    }

    #[test]
    fn a_click_on_a_choice_leaves_what_was_promised_and_a_second_click_takes_it_back(filter in filters()) {
        let span = filter.time.unwrap_or(dataset().coverage());
        let counts = facets(dataset(), index(), &filter, span);
        for facet in Facet::ALL {
            for place in 0..facet.n_choices(dataset()) {
                let mut clicked = filter.clone();
                clicked.toggle(facet, place);
                prop_assert_eq!(counts.left_by(facet, place), rows(&clicked).len(), "{} {}", facet.slug(), place);
                clicked.toggle(facet, place);
                prop_assert_eq!(&clicked, &filter);
            }
            let mut all = filter.clone();
            all.ask_nothing(facet);
            prop_assert_eq!(all.n_chosen(facet), 0);
            prop_assert_eq!(all.n_active(), filter.n_active() - usize::from(filter.n_chosen(facet) > 0));
        }
    }

    #[test]
    fn every_row_passes_and_every_event_that_passes_is_a_row(filter in filters()) {
        let shown: BTreeSet<EventId> = rows(&filter).into_iter().collect();
        let span = filter.time.unwrap_or(dataset().coverage());
        for (id, event) in dataset().ids().zip(dataset().events()) {
            let passes = filter.accepts(event, None) && event.span.overlaps(span);
            prop_assert!(!shown.contains(&id) || passes, "{}", event.slug);
            prop_assert!(!passes || !filter.text.is_empty() || shown.contains(&id), "{}", event.slug);
        }
    }
}
