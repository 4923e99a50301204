//! Two selections side by side: their counts reconcile, their scales are one, and what differs is said in both languages.

mod common;

use gsi_timeline::chart::{Chart, ChartId, ChartRequest, compare};
use gsi_timeline::compare::{Offer, Overlap, Selection, Side, difference, either, offers, side, table_words};
use gsi_timeline::model::{Edtf, Locale};
use gsi_timeline::query::Filter;
use gsi_timeline::route::parse;
use gsi_timeline::scene::{Anchor, Shape};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use common::{dataset, index};

fn asked(query: &str) -> Filter {
    let (state, ignored) = parse(query, dataset());
    assert!(ignored.is_empty(), "{ignored:?}");
    state.filter
}

fn selection(query: &str, locale: Locale) -> Selection {
    Selection::of(dataset(), index(), &asked(query), locale)
}

#[track_caller]
fn check(a: &str, b: &str, en: &str, zh: &str) {
    for (locale, expected) in [(Locale::En, en), (Locale::Zh, zh)] {
        let said = difference(dataset(), &selection(a, locale), &selection(b, locale), locale);
        assert_eq!(said, expected);
    }
}

#[test]
fn the_difference_is_said_in_both_languages() {
    check(
        "region=africa&time=2022",
        "region=africa&time=2023",
        "B (Africa, 2023) has 5 more events than A (Africa, 2022): 12 and 7. 1 event is in both. \
         By kind they differ most in projects: 6 in B, 0 in A.",
        "B（非洲，2023年）有12项，比A（非洲，2022年）的7项多5项。两者共有1项事件。\
         按类型看，相差最大的是项目：B有6项，A有0项。",
    );
    check(
        "",
        "time=2023",
        "B (2023) has 61 fewer events than A (2022–2024): 106 and 167. All of B is in A. \
         By kind they differ most in joint statements: 13 in B, 33 in A.",
        "B（2023年）有106项，比A（2022—2024年）的167项少61项。B的事件都在A中。\
         按类型看，相差最大的是联合声明：B有13项，A有33项。",
    );
    check(
        "time=2023",
        "time=2023",
        "B (2023) has as many events as A (2023): 106. Both hold the same events.",
        "B（2023年）与A（2023年）同为106项。两者的事件完全相同。",
    );
    check(
        "kind=forum&time=2023",
        "kind=summit&time=2023",
        "B (Summit, 2023) has 5 fewer events than A (Forum, 2023): 11 and 16. No event is in both.",
        "B（会晤峰会，2023年）有11项，比A（论坛，2023年）的16项少5项。两者没有共同的事件。",
    );
}

#[track_caller]
fn check_offers(query: &str, en: &[&str], zh: &[&str]) {
    for (locale, expected) in [(Locale::En, en), (Locale::Zh, zh)] {
        let labels = offers(dataset(), index(), &asked(query), locale).into_iter().map(|offer| offer.label);
        assert_eq!(labels.collect::<Vec<_>>(), expected, "{query}");
    }
}

#[test]
fn obvious_comparisons_are_offered() {
    let years = ("2023 against 2022", "2023年对比2022年");
    check_offers("", &[years.0, "Middle East against Europe"], &[years.1, "中东对比欧洲"]);
    check_offers("region=africa&time=2023", &[years.0, "Africa against all"], &[years.1, "非洲对比全部"]);
    check_offers("region=africa~middle-east", &[years.0, "Africa against Middle East"], &[years.1, "非洲对比中东"]);
    check_offers("who=SA", &[years.0, "Saudi Arabia against all"], &[years.1, "沙特阿拉伯对比全部"]);
    check_offers(
        "time=2023-03",
        &["March 2023 against February 2023", "East Asia against Europe"],
        &["2023年3月对比2023年2月", "东亚对比欧洲"],
    );
    // The record begins in 2022, so there is no year before it.
    check_offers("time=2022", &["Southeast Asia against Africa"], &["东南亚对比非洲"]);
    check_offers("q=nothingcontainsthis", &[], &[]);
}

#[test]
fn what_is_offered_keeps_the_rest_of_the_question() {
    let asked = asked("kind=forum&region=africa&time=2023");
    let all = offers(dataset(), index(), &asked, Locale::En);
    let [years, regions, kinds] = all.as_slice() else { panic!("{all:?}") };
    let year = |text: &str| text.parse::<Edtf>().expect("a year").span();
    assert_eq!(years.pinned, Filter { time: Some(year("2022")), ..asked.clone() });
    assert_eq!(regions.pinned, Filter { regions: Default::default(), ..asked.clone() });
    assert_eq!(kinds.pinned, Filter { kinds: Default::default(), ..asked.clone() });
    assert!(all.iter().all(|Offer { filter, .. }| *filter == asked));
}

/// One chart of two questions.
fn charts(id: ChartId, a: &str, b: &str, width: f64) -> [Option<Chart>; 2] {
    let [a, b] = [a, b].map(|query| selection(query, Locale::En));
    let requests = [&a, &b].map(|s| ChartRequest {
        dataset: dataset(),
        ids: &s.ids,
        filter: &s.filter,
        span: s.span,
        locale: Locale::En,
        width,
    });
    compare(id, [&requests[0], &requests[1]])
}

/// The numbers that stand left of a plot, each with its height.
fn axis(chart: &Chart) -> Vec<(String, f64)> {
    let label = |shape: &Shape| match shape {
        Shape::Text(text) if text.anchor == Anchor::End && text.x < 28.0 => Some((text.text.clone(), text.y)),
        _ => None,
    };
    chart.scene.shapes.iter().filter_map(label).collect()
}

#[test]
fn two_charts_of_counts_have_one_axis() {
    for id in [ChartId::Trend, ChartId::Cumulative] {
        let alone = charts(id, "time=2022", "time=2022", 700.0);
        let [Some(a), Some(b)] = charts(id, "time=2022", "time=2023", 700.0) else { panic!("both are drawn") };
        assert!(axis(&a).len() > 2 && axis(&a) == axis(&b), "{id:?}: {:?} {:?}", axis(&a), axis(&b));
        assert_ne!(alone[0].as_ref().map(axis), Some(axis(&a)), "{id:?}: 2022 alone would be drawn larger");
        assert_eq!(alone[0].as_ref().map(|c| &c.table), Some(&a.table), "{id:?}: the numbers stay");
    }
}

#[test]
fn panels_of_two_charts_have_one_scale() {
    let [Some(a), Some(b)] = charts(ChartId::Multiples, "time=2022", "time=2023", 1200.0) else { panic!("both drawn") };
    let heights = |chart: &Chart| -> Vec<f64> {
        let bars = chart.zones.iter().filter(|zone| zone.pick.span.is_some());
        let count = |label: &str| label.split(' ').rev().nth(1).and_then(|n| n.parse::<f64>().ok()).expect("a count");
        let rects = chart.scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { h, .. } => Some(*h),
            _ => None,
        });
        rects.zip(bars).map(|(height, zone)| height / count(&zone.label)).collect()
    };
    let per_event: Vec<f64> = heights(&a).into_iter().chain(heights(&b)).collect();
    assert!(per_event.len() > 20 && per_event.iter().all(|h| (h - per_event[0]).abs() < 0.6), "{per_event:?}");
}

#[test]
fn a_year_beside_half_a_year_is_counted_in_the_same_unit() {
    let [a, b] = charts(ChartId::Heat, "time=2022", "time=2023-01..2023-06", 900.0);
    let heads = |chart: Option<Chart>| chart.map(|c| c.table.head).unwrap_or_default();
    assert!(heads(a).iter().any(|head| head == "Q3 2022"));
    let halves = heads(b);
    assert!(
        halves.iter().any(|head| head == "Q2 2023") && !halves.iter().any(|head| head == "June 2023"),
        "{halves:?}"
    );
}

fn filters() -> impl Strategy<Value = Filter> {
    let taxonomy = dataset().taxonomy();
    let regions = subsequence(taxonomy.region_ids().collect::<Vec<_>>(), 0..3);
    let kinds = subsequence(taxonomy.kind_ids().collect::<Vec<_>>(), 0..3);
    let times = select(vec![None, Some("2022"), Some("2023"), Some("2023-03/2023-06"), Some("1900/2100")]);
    (regions, kinds, times, any::<bool>()).prop_map(|(regions, kinds, time, background)| Filter {
        regions: regions.into_iter().collect(),
        kinds: kinds.into_iter().collect(),
        time: time.map(|time| time.parse::<Edtf>().expect("a date").span()),
        background,
        ..Filter::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_reconcile(a in filters(), b in filters()) {
        let [a, b] = [a, b].map(|filter| Selection::of(dataset(), index(), &filter, Locale::En));
        let Overlap { only_a, only_b, both } = Overlap::of(&a.ids, &b.ids);
        prop_assert_eq!((only_a + both, only_b + both), (a.ids.len(), b.ids.len()));
        let all = either(&a.ids, &b.ids);
        prop_assert_eq!(all.len(), only_a + only_b + both);
        prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "in time order, each once");
        let of = |wanted: Side| all.iter().filter(|id| side(&a.ids, &b.ids, **id) == Some(wanted)).count();
        prop_assert_eq!((of(Side::A), of(Side::B), of(Side::Both)), (only_a, only_b, both));
        let outside = dataset().ids().filter(|id| side(&a.ids, &b.ids, *id).is_none()).count();
        prop_assert_eq!(outside + all.len(), dataset().events().len());
        for locale in Locale::ALL {
            let table = table_words(&a.ids, &b.ids, locale);
            let said = difference(dataset(), &a, &b, locale);
            for n in [a.ids.len(), b.ids.len()] {
                prop_assert!(table.contains(&n.to_string()) && said.contains(&n.to_string()), "{}: {} {}", n, table, said);
            }
        }
    }

    #[test]
    fn swapping_says_the_opposite(a in filters(), b in filters()) {
        let [a, b] = [a, b].map(|filter| Selection::of(dataset(), index(), &filter, Locale::En));
        let (there, back) = (Overlap::of(&a.ids, &b.ids), Overlap::of(&b.ids, &a.ids));
        prop_assert_eq!((there.only_a, there.only_b, there.both), (back.only_b, back.only_a, back.both));
        let said = [difference(dataset(), &a, &b, Locale::En), difference(dataset(), &b, &a, Locale::En)];
        prop_assert_eq!(said[0].contains(" more event"), said[1].contains(" fewer event"));
        prop_assert_eq!(said[0].contains("as many"), said[1].contains("as many"));
    }
}
