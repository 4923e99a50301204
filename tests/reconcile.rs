//! Whatever is asked, every view counts the same events: headline, table, lanes, and each chart by the rule it states.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gsi_timeline::chart::{Chart, ChartId, ChartRequest, Counts, KindCounts, Slot, chart};
use gsi_timeline::headline::headline;
use gsi_timeline::layout::{Lanes, Metrics, Request, Viewport, lanes_of, layout};
use gsi_timeline::model::{Dataset, Day, EventId, Locale, Precision, TimeSpan};
use gsi_timeline::query::{Chosen, Filter, Han, Index, SortKey, Sorting, eligible, sorted, within};
use gsi_timeline::scale::FontMetrics;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

struct World {
    dataset: Dataset,
    index: Index,
}

fn world(text: &str) -> World {
    let dataset = gsi_timeline::data::parse(text).unwrap_or_else(|errors| panic!("{:?}", &errors[..1]));
    World { index: Index::new(&dataset, Han::whole()), dataset }
}

/// The embedded dataset, and one of many events in one to three regions, of every precision.
fn worlds() -> &'static [World; 2] {
    static WORLDS: LazyLock<[World; 2]> =
        LazyLock::new(|| [world(gsi_timeline::EMBEDDED_DATASET), world(&generated(600))]);
    &WORLDS
}

fn generated(n_events: usize) -> String {
    let mut file: Value = serde_json::from_str(gsi_timeline::EMBEDDED_DATASET).expect("JSON");
    let ids = |list: &Value| -> Vec<Value> {
        list.as_array().into_iter().flatten().map(|entry| entry["id"].clone()).collect()
    };
    let (kinds, regions, stances) = (ids(&file["kinds"]), ids(&file["regions"]), ids(&file["stances"]));
    let section = file["source"]["sections"][0]["number"].clone();
    let mut state = 7_u64;
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let first = Day::from_ymd(2021, 6, 1).expect("a date").0;
    let event = |i: usize| {
        let (y, m, d) = Day(first + below(1200) as i32).ymd();
        let date = match below(8) {
            0 => y.to_string(),
            1 | 2 => format!("{y}-{m:02}"),
            3 => format!("{y}-{m:02}/{}-{m:02}", y + 1),
            4 => format!("{y}-{m:02}-{d:02}/.."),
            _ => format!("{y}-{m:02}-{d:02}"),
        };
        let kind = kinds[below(kinds.len())].clone();
        // Some statements state no stance.
        let stance = (kind == "joint-statement" && below(3) > 0).then(|| stances[below(stances.len())].clone());
        let places: BTreeSet<usize> = (0..=below(3)).map(|_| below(regions.len())).collect();
        let places: Vec<Value> = places.into_iter().map(|place| regions[place].clone()).collect();
        json!({
            "id": format!("{}-event-{i}", date.replace(['/', '.'], "-")), "date": date, "kind": kind, "stance": stance,
            "title": {"en": format!("Event {i}"), "zh": format!("第{i}项")},
            "summary": {"en": "China and a partner met.", "zh": "双方举行会议。"},
            "regions": places, "countries": ["CN"], "importance": 1 + below(3), "source": {"section": section},
        })
    };
    let events: Vec<Value> = (0..n_events).map(event).collect();
    file["events"] = events.into();
    file.to_string()
}

/// A question over a dataset, with the events it leaves.
struct Case<'a> {
    world: &'a World,
    filter: Filter,
    span: TimeSpan,
    ids: Vec<EventId>,
}

impl<'a> Case<'a> {
    fn new(world: &'a World, filter: Filter) -> Self {
        let span = filter.time.unwrap_or(world.dataset.coverage());
        let ids = within(&world.dataset, &world.index.matching(&world.dataset, &filter), span);
        Self { world, filter, span, ids }
    }

    fn dataset(&self) -> &'a Dataset {
        &self.world.dataset
    }

    fn request(&self) -> ChartRequest<'_> {
        ChartRequest {
            dataset: self.dataset(),
            ids: &self.ids,
            filter: &self.filter,
            span: self.span,
            locale: Locale::En,
            width: 900.0,
        }
    }

    /// In how many rows of a chart an event stands: once in each of its regions that is asked for.
    fn times(&self, id: EventId) -> usize {
        let asked = &self.filter.regions;
        let regions = &self.dataset().event(id).regions;
        regions.iter().filter(|region| asked.is_empty() || asked.contains(region)).count()
    }

    fn times_all<'b>(&self, ids: impl IntoIterator<Item = &'b EventId>) -> usize {
        ids.into_iter().map(|id| self.times(*id)).sum()
    }

    fn statements(&self) -> Vec<EventId> {
        let kind = self.dataset().taxonomy().kind_by_slug("joint-statement").expect("the kind");
        self.ids.iter().copied().filter(|id| self.dataset().event(*id).kind == kind).collect()
    }

    fn chart(&self, id: ChartId) -> Option<Chart> {
        chart(id, &self.request())
    }
}

fn filters() -> impl Strategy<Value = Filter> {
    let taxonomy = worlds()[0].dataset.taxonomy();
    fn some<T: Ord + Copy + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Chosen<T>> {
        // A facet asks nothing half of the time, or little would be left to count.
        (subsequence(all, 0..4), any::<bool>())
            .prop_map(|(some, asks)| if asks { some.into_iter().collect() } else { Chosen::default() })
    }
    let sets = (
        some(taxonomy.region_ids().collect()),
        some(taxonomy.kind_ids().collect()),
        some(taxonomy.stance_ids().take(3).collect()),
    );
    let first = Day::from_ymd(2021, 1, 1).expect("a date").0;
    let spans = (0..1300_i32, 1..1400_i32)
        .prop_map(move |(start, n)| TimeSpan::new(Day(first + start), Day(first + start + n)));
    // Longer than what is counted by quarter, by year and by decade.
    let ages = prop::sample::select(vec![(1900, 2100), (2015, 2025), (1995, 2024)]).prop_map(|(a, b)| {
        TimeSpan::new(Day::from_ymd(a, 1, 1).expect("a date"), Day::from_ymd(b, 1, 1).expect("a date"))
    });
    let times = prop::option::weighted(0.8, prop_oneof![6 => spans, 1 => ages]);
    let words = prop::sample::select(vec!["", "", "", "joint", "china"]);
    (sets, times, words, any::<bool>()).prop_map(|((regions, kinds, mut stances), time, words, background)| {
        if !kinds.is_empty() {
            stances.clear();
        }
        Filter { regions, kinds, stances, time, text: words.to_owned(), background, ..Filter::default() }
    })
}

#[track_caller]
fn check_headline_table_and_lanes(case: &Case) {
    let (dataset, ids) = (case.dataset(), &case.ids);
    let n_all = eligible(dataset, case.filter.background).count();
    for locale in Locale::ALL {
        let said = headline(dataset, ids, n_all, &case.filter, case.span, locale);
        assert_eq!(said.shown, ids.len().to_string());
        assert!(said.of.contains(&n_all.to_string()), "{}", said.of);
    }
    for key in SortKey::ALL {
        let mut rows = sorted(dataset, ids, Sorting { key, descending: true }, Locale::En);
        rows.sort_unstable();
        assert_eq!(rows, *ids, "every event is one row, sorted by {key:?}");
    }
    let lanes = lanes_of(dataset, ids, Lanes::Region, &case.filter);
    assert_eq!(lanes.iter().map(|(_, ids)| ids.len()).sum::<usize>(), case.times_all(ids));
    // The marks in view stand for the rows of the table, no more and no less.
    let placed = layout(&Request {
        dataset,
        ids,
        lanes: Lanes::None,
        filter: &case.filter,
        viewport: Viewport::new(case.span, 1096.0),
        with_neighbors: false,
        selected: None,
        locale: Locale::En,
        metrics: Metrics::default(),
        measure: &FontMetrics,
    });
    let mut marked: Vec<EventId> =
        placed.marks.iter().filter(|mark| mark.in_view).flat_map(|mark| mark.events.iter().copied()).collect();
    marked.sort_unstable();
    assert_eq!(marked, *ids);
}

/// A number that a rule states, as a word of its own.
fn states(rule: &str, n: usize) -> bool {
    rule.split(|c: char| !c.is_ascii_digit()).any(|word| word == n.to_string())
}

/// The number in the last column of a row of the data.
fn total(chart: &Chart, name: &str) -> Option<usize> {
    let row = chart.table.rows.iter().find(|row| row[0] == name)?;
    row.last()?.parse().ok()
}

/// How many events the zones count whose pick has (region, kind, days).
fn in_zones(chart: &Chart, asks: (bool, bool, bool)) -> usize {
    let asks_so = |zone: &&gsi_timeline::chart::Zone| {
        (zone.pick.region.is_some(), zone.pick.kind.is_some(), zone.pick.span.is_some()) == asks
    };
    chart.zones.iter().filter(asks_so).map(|zone| zone.events.len()).sum()
}

#[track_caller]
fn check_charts_by_period(case: &Case) {
    let counts = Counts::of(&case.request());
    let slot = |id: &EventId| counts.periods.slot(case.dataset().event(*id));
    let of =
        |test: fn(Slot) -> bool| -> Vec<EventId> { case.ids.iter().copied().filter(|id| test(slot(id))).collect() };
    let placed = of(|slot| matches!(slot, Slot::At(_)));
    let (earlier, vague) = (of(|slot| slot == Slot::Earlier), of(|slot| slot == Slot::YearOnly));
    // What is drawn and what is held out add up to the table's rows.
    assert_eq!(placed.len() + earlier.len() + vague.len(), case.ids.len());
    assert_eq!((counts.n_events, counts.n_earlier, counts.n_year_only), (case.ids.len(), earlier.len(), vague.len()));
    assert_eq!(counts.events.iter().sum::<usize>(), placed.len());
    assert_eq!(counts.n_counted(), case.times_all(&case.ids));
    assert_eq!(counts.n_placed_counted(), case.times_all(&placed));
    let repeated = |ids: &[EventId]| ids.iter().filter(|id| case.times(**id) > 1).count();
    assert_eq!((counts.n_repeated, counts.n_repeated_placed), (repeated(&case.ids), repeated(&placed)));

    for id in [ChartId::Trend, ChartId::Multiples] {
        let Some(drawn) = case.chart(id) else {
            assert!(placed.is_empty(), "{id:?} draws whatever stands in a period");
            continue;
        };
        // Bars, and the totals of regions: once in each region. Totals of periods: each event once.
        assert_eq!(in_zones(&drawn, (true, false, true)), case.times_all(&placed), "{id:?}");
        assert_eq!(in_zones(&drawn, (true, false, false)), case.times_all(&placed), "{id:?}");
        if id == ChartId::Trend {
            assert_eq!(in_zones(&drawn, (false, false, true)), placed.len());
        }
        check_rule(case, &drawn, [&earlier, &vague], &placed);
    }
    let Some(drawn) = case.chart(ChartId::Heat) else {
        assert!(case.ids.is_empty());
        return;
    };
    assert_eq!(in_zones(&drawn, (true, false, true)), case.times_all(&placed));
    // Names of rows, and the cells of what is held out, which ask for no days.
    let (names, held) = (case.times_all(&case.ids), case.times_all(earlier.iter().chain(&vague)));
    assert_eq!(in_zones(&drawn, (true, false, false)), names + held);
    assert_eq!(in_zones(&drawn, (false, false, true)), placed.len());
    check_rule(case, &drawn, [&earlier, &vague], &case.ids);
}

/// The rule names how many are held out, and how often how many events are counted; the data give both numbers.
#[track_caller]
fn check_rule(case: &Case, chart: &Chart, held_out: [&Vec<EventId>; 2], counted: &[EventId]) {
    for held in held_out {
        assert!(held.is_empty() || states(&chart.rule, held.len()), "{} of {}", held.len(), chart.rule);
    }
    if case.times_all(counted) > counted.len() {
        for n in [case.times_all(counted), counted.len()] {
            // "The event is counted 2 times".
            assert!(n == 1 || states(&chart.rule, n), "{n} of {}", chart.rule);
        }
    }
    assert_eq!(total(chart, "All"), Some(case.times_all(&case.ids)));
    let once = total(chart, "Each event once");
    assert_eq!(once.unwrap_or(case.times_all(&case.ids)), case.ids.len());
}

#[track_caller]
fn check_kinds(case: &Case) {
    let Some(drawn) = case.chart(ChartId::Kinds) else {
        assert!(case.ids.is_empty());
        return;
    };
    let counts = KindCounts::of(&case.request());
    assert_eq!((counts.n_events, counts.n_counted()), (case.ids.len(), case.times_all(&case.ids)));
    assert_eq!(in_zones(&drawn, (true, true, false)), case.times_all(&case.ids), "one glyph an event in each region");
    assert_eq!(in_zones(&drawn, (true, false, false)), case.times_all(&case.ids));
    assert_eq!(in_zones(&drawn, (false, true, false)), case.ids.len(), "an event has one kind");
    assert_eq!(total(&drawn, "All"), Some(case.times_all(&case.ids)));
}

#[track_caller]
fn check_statements(case: &Case) {
    let all = case.statements();
    let (with, without): (Vec<EventId>, Vec<EventId>) =
        all.iter().partition(|id| case.dataset().event(**id).stance.is_some());
    match case.chart(ChartId::Stances) {
        None => assert!(with.is_empty()),
        Some(drawn) => {
            let sum = |is_event: bool| -> usize {
                let of = drawn.zones.iter().filter(|zone| zone.pick.event.is_some() == is_event);
                of.map(|zone| zone.events.len()).sum()
            };
            assert_eq!((sum(false), sum(true)), (with.len(), with.len()), "rows of stances, and their partners");
            assert!(without.is_empty() || states(&drawn.rule, without.len()), "{}", drawn.rule);
            let stated = drawn.table.rows.last().expect("totals")[1].parse();
            assert_eq!(stated, Ok(with.len()));
        }
    }
    let is_vague = |id: &&EventId| case.dataset().event(**id).date.anchor().precision() == Precision::Year;
    let n_vague = with.iter().filter(is_vague).count();
    match case.chart(ChartId::Cumulative) {
        None => assert!(with.len() - n_vague < 2),
        Some(drawn) => {
            assert_eq!(drawn.table.rows.len() + n_vague + without.len(), all.len());
            assert_eq!(in_zones(&drawn, (false, true, true)), drawn.table.rows.len());
            for n in [n_vague, without.len()] {
                assert!(n == 0 || states(&drawn.rule, n), "{n} of {}", drawn.rule);
            }
        }
    }
}

/// A zone counts events of the table, and choosing it keeps every one of them.
#[track_caller]
fn check_zones(case: &Case) {
    for id in ChartId::ALL {
        for zone in case.chart(id).iter().flat_map(|chart| &chart.zones) {
            // Only the head of a matrix's column may stand over nothing, and says so.
            assert!(!zone.events.is_empty() || zone.label.ends_with(": 0 events"), "{id:?}: {}", zone.label);
            assert!(zone.events.is_sorted_by(|a, b| a < b), "{id:?}: {}", zone.label);
            assert!(zone.events.iter().all(|id| case.ids.binary_search(id).is_ok()), "{id:?}: {}", zone.label);
            if zone.pick.event.is_none() && !zone.pressed {
                let mut filter = case.filter.clone();
                zone.pick.toggle(&mut filter);
                assert!(zone.pick.is_pressed(&filter), "{id:?}: {}", zone.label);
                let chosen = Case::new(case.world, filter);
                let kept = zone.events.iter().all(|id| chosen.ids.binary_search(id).is_ok());
                assert!(kept, "{id:?}: {}", zone.label);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_view_counts_the_same_events(filter in filters(), which in 0..2_usize) {
        let case = Case::new(&worlds()[which], filter);
        check_headline_table_and_lanes(&case);
        check_charts_by_period(&case);
        check_kinds(&case);
        check_statements(&case);
        check_zones(&case);
    }
}

#[test]
fn the_whole_record_reconciles() {
    for world in worlds() {
        for background in [false, true] {
            let case = Case::new(world, Filter { background, ..Filter::default() });
            assert!(case.times_all(&case.ids) > case.ids.len(), "some events are in several regions");
            check_headline_table_and_lanes(&case);
            check_charts_by_period(&case);
            check_kinds(&case);
            check_statements(&case);
            check_zones(&case);
        }
    }
}
