//! The six charts of a small fixed dataset and of the embedded one: pictures, counts, and text that never collides.

use std::path::PathBuf;

use gsi_timeline::chart::{Chart, ChartId, ChartRequest, Counts, KindCounts, Slot, chart};
use gsi_timeline::model::{Dataset, Day, EventId, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index, within};
use gsi_timeline::scale::{FontMetrics, TextMeasure as _};
use gsi_timeline::scene::{Anchor, Paint, Shape, Text, svg};
use proptest::prelude::*;

/// The widths the page gives charts on phones, tablets and desks.
const WIDTHS: [f64; 6] = [320.0, 328.0, 560.0, 780.0, 1232.0, 1400.0];

fn dataset(json: &str) -> Dataset {
    gsi_timeline::data::parse(json).unwrap_or_else(|errors| panic!("the dataset is valid: {errors:?}"))
}

fn small() -> Dataset {
    dataset(include_str!("data/small.json"))
}

fn span(from: (i32, u32, u32), to: (i32, u32, u32)) -> TimeSpan {
    let day = |(y, m, d)| Day::from_ymd(y, m, d).expect("a date of the calendar");
    TimeSpan::new(day(from), day(to))
}

/// Filters of different kinds, each with the days it shows.
fn selections(dataset: &Dataset) -> Vec<(&'static str, Filter, TimeSpan)> {
    let taxonomy = dataset.taxonomy();
    let coverage = dataset.coverage();
    let regions = ["middle-east", "africa"].iter().filter_map(|slug| taxonomy.region_by_slug(slug)).collect();
    let kinds = taxonomy.kind_by_slug("joint-statement").into_iter().collect();
    let timed = |time: TimeSpan, background| Filter { time: Some(time), background, ..Filter::default() };
    let (months, years, all) =
        (span((2023, 3, 5), (2023, 10, 1)), span((2010, 1, 1), (2024, 7, 1)), span((1963, 1, 1), (2024, 7, 1)));
    vec![
        ("all", Filter::default(), coverage),
        ("two regions", Filter { regions, ..Filter::default() }, coverage),
        ("statements", Filter { kinds, ..Filter::default() }, coverage),
        ("months", timed(months, false), months),
        ("years", timed(years, true), years),
        ("decades", timed(all, true), all),
    ]
}

fn selected(dataset: &Dataset, filter: &Filter, span: TimeSpan) -> Vec<EventId> {
    within(dataset, &Index::new(dataset, Han::whole()).matching(dataset, filter), span)
}

/// Every chart of a dataset: all selections, both languages, all widths.
fn for_each_chart(dataset: &Dataset, mut check: impl FnMut(&str, f64, &Chart)) {
    for (name, filter, span) in &selections(dataset) {
        let ids = selected(dataset, filter, *span);
        for (locale, id) in Locale::ALL.into_iter().flat_map(|locale| ChartId::ALL.map(|id| (locale, id))) {
            for width in WIDTHS {
                let request = ChartRequest { dataset, ids: &ids, filter, span: *span, locale, width };
                let what = format!("{} of {name}, {}, {width} px", id.slug(), locale.slug());
                if let Some(chart) = chart(id, &request) {
                    check(&what, width, &chart);
                }
            }
        }
    }
}

/// Left, top, right and bottom.
type Box4 = (f64, f64, f64, f64);

fn text_box(text: &Text) -> Box4 {
    let width = FontMetrics.width(&text.text, text.size, text.weight);
    let left = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - width / 2.0,
        Anchor::End => text.x - width,
    };
    // Capitals reach .73 em above the baseline, descenders .21 below; Chinese characters .86 and .12.
    (left, text.y - 0.86 * text.size, left + width, text.y + 0.2 * text.size)
}

/// Whether two boxes share more than the rounding to tenths of a pixel.
fn overlap(a: Box4, b: Box4) -> bool {
    a.0 + 0.1 < b.2 && b.0 + 0.1 < a.2 && a.1 + 0.1 < b.3 && b.1 + 0.1 < a.3
}

/// Checks that no two texts of a drawing overlap and that all lie inside it.
fn check_texts(what: &str, chart: &Chart) {
    let texts: Vec<&Text> = chart
        .scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    for (i, a) in texts.iter().enumerate() {
        let area = text_box(a);
        let inside = -0.1 <= area.0 && -0.1 <= area.1 && area.2 <= chart.scene.width + 0.1;
        assert!(inside && area.3 <= chart.scene.height + 0.1, "{what}: {:?} leaves the drawing: {area:?}", a.text);
        assert!(12.0 <= a.size, "{what}: {:?} is too small", a.text);
        for b in &texts[i + 1..] {
            assert!(!overlap(area, text_box(b)), "{what}: {:?} covers {:?}", a.text, b.text);
        }
    }
}

#[test]
fn texts_neither_overlap_nor_leave_the_drawing() {
    for dataset in [small(), dataset(gsi_timeline::EMBEDDED_DATASET)] {
        for_each_chart(&dataset, |what, _, chart| check_texts(what, chart));
    }
}

#[test]
#[should_panic(expected = "covers")]
fn the_check_of_texts_finds_a_collision() {
    let dataset = small();
    let (filter, ids) = (Filter::default(), dataset.ids().collect::<Vec<_>>());
    let request = ChartRequest {
        dataset: &dataset,
        ids: &ids,
        filter: &filter,
        span: dataset.coverage(),
        locale: Locale::En,
        width: 800.0,
    };
    let mut trend = chart(ChartId::Trend, &request).expect("enough to draw");
    trend.scene.text(100.0, 100.0, "2023", 12.0, Paint::Ink1);
    trend.scene.text(115.0, 104.0, "2024", 12.0, Paint::Ink1);
    check_texts("trend", &trend);
}

#[test]
fn only_matrices_are_wider_than_asked_and_say_what_stays_in_view() {
    for_each_chart(&dataset(gsi_timeline::EMBEDDED_DATASET), |what, width, chart| {
        let is_wider = width < chart.scene.width;
        assert!(!is_wider || what.starts_with("heat") || what.starts_with("kinds"), "{what}");
        assert_eq!(is_wider, chart.gutter > 0.0, "{what}");
    });
}

#[test]
fn zones_lie_inside_the_drawing_and_never_overlap() {
    for dataset in [small(), dataset(gsi_timeline::EMBEDDED_DATASET)] {
        for_each_chart(&dataset, |what, _, chart| {
            assert!(!chart.zones.is_empty(), "{what}");
            for (i, zone) in chart.zones.iter().enumerate() {
                let area = (zone.x, zone.y, zone.x + zone.w, zone.y + zone.h);
                let inside = -4.1 <= area.0 && -4.1 <= area.1 && area.2 <= chart.scene.width + 4.1;
                assert!(inside && area.3 <= chart.scene.height + 4.1, "{what}: {:?} at {area:?}", zone.label);
                for other in &chart.zones[i + 1..] {
                    let other_area = (other.x, other.y, other.x + other.w, other.y + other.h);
                    assert!(!overlap(area, other_area), "{what}: {:?} covers {:?}", zone.label, other.label);
                }
            }
        });
    }
}

/// A finger in the middle of a part means it or the bar it is too small a part of, and no place of a bar's column is dead.
#[test]
fn a_finger_means_what_it_is_on_or_the_bar_around() {
    let mut n_whole = 0;
    for_each_chart(&small(), |what, _, chart| {
        for (i, zone) in chart.zones.iter().enumerate() {
            let met = chart.under_finger(zone.x + zone.w / 2.0, zone.y + zone.h / 2.0).expect("something is met");
            if met != i {
                let (bar, segment) = (&chart.zones[met].pick, &zone.pick);
                assert!(
                    what.starts_with("trend") && zone.h < 20.0,
                    "{what}: {} for {}",
                    chart.zones[met].label,
                    zone.label
                );
                assert_eq!((bar.span, bar.region), (segment.span, None), "{what}: {}", zone.label);
                n_whole += 1;
            }
            if what.starts_with("trend") && zone.pick.region.is_none() {
                let above = (1..zone.y as i32).map(f64::from);
                let others = above.filter(|y| chart.under_finger(zone.x + zone.w / 2.0, *y) != Some(i)).count();
                assert_eq!(others, 0, "{what}: over {}", zone.label);
            }
        }
        assert_eq!(chart.under_finger(-40.0, -40.0), None, "{what}");
    });
    assert!(n_whole > 100, "{n_whole}");
}

#[test]
fn tables_are_whole_and_their_totals_are_sums() {
    for_each_chart(&small(), |what, _, chart| {
        assert!(!chart.headline.is_empty() && !chart.rule.is_empty(), "{what}");
        let n_columns = chart.table.head.len();
        assert!(chart.table.rows.iter().all(|row| row.len() == n_columns), "{what}");
        if what.starts_with("heat") || what.starts_with("kinds") {
            let number = |text: &String| text.parse::<usize>().expect("a count");
            let all =
                chart.table.rows.iter().position(|row| ["All", "合计"].contains(&row[0].as_str())).expect("totals");
            for column in 1..n_columns {
                let sum: usize = chart.table.rows[..all].iter().map(|row| number(&row[column])).sum();
                assert_eq!(sum, number(&chart.table.rows[all][column]), "{what}, column {column}");
            }
            for row in &chart.table.rows[..=all] {
                let sum: usize = row[1..n_columns - 1].iter().map(number).sum();
                assert_eq!(sum, number(&row[n_columns - 1]), "{what}, {}", row[0]);
            }
        }
    });
}

#[test]
fn headlines_state_the_finding_and_rules_reconcile_the_counts() {
    let dataset = small();
    let filter = Filter::default();
    let ids = selected(&dataset, &filter, dataset.coverage());
    let drawn = |id, locale| {
        let request = ChartRequest {
            dataset: &dataset,
            ids: &ids,
            filter: &filter,
            span: dataset.coverage(),
            locale,
            width: 800.0,
        };
        chart(id, &request).expect("enough to draw")
    };
    let trend = drawn(ChartId::Trend, Locale::En);
    assert_eq!(trend.headline, "The record peaks at the end of 2023, with 7 events counted 10 times");
    assert!(
        trend.rule.contains(
            "1 event that began earlier is not drawn here. 2 events known only to the year are not drawn here."
        )
    );
    assert!(
        trend.rule.ends_with("The other 23 events are counted 26 times, since 2 are in several regions."),
        "{}",
        trend.rule
    );
    assert_eq!(drawn(ChartId::Trend, Locale::Zh).headline, "2023年第四季度事件最多，共7项（分地区计10次）");
    assert_eq!(drawn(ChartId::Cumulative, Locale::En).headline, "9 statements in 20 months");
    assert_eq!(drawn(ChartId::Stances, Locale::Zh).headline, "9份声明中，6份表示“支持”");
    assert!(
        drawn(ChartId::Stances, Locale::En).rule.ends_with("1 joint statement without a stance is not counted here.")
    );
}

#[test]
fn fewer_than_five_events_are_described_and_none_are_not_drawn() {
    let dataset = small();
    let filter = Filter::default();
    for n in [0, 4] {
        let ids: Vec<EventId> = selected(&dataset, &filter, dataset.coverage()).into_iter().skip(4).take(n).collect();
        let request = ChartRequest {
            dataset: &dataset,
            ids: &ids,
            filter: &filter,
            span: dataset.coverage(),
            locale: Locale::En,
            width: 800.0,
        };
        let headline = chart(ChartId::Trend, &request).map(|chart| chart.headline);
        assert_eq!(headline.as_deref(), (n > 0).then_some("Events by quarter and region"));
        assert_eq!(chart(ChartId::Heat, &request).is_some(), n > 0);
    }
}

#[test]
fn a_filtered_region_draws_only_itself_and_its_zones_are_pressed() {
    let dataset = small();
    let africa = dataset.taxonomy().region_by_slug("africa").expect("a region of the fixture");
    let filter = Filter { regions: [africa].into(), ..Filter::default() };
    let ids = selected(&dataset, &filter, dataset.coverage());
    let request = ChartRequest {
        dataset: &dataset,
        ids: &ids,
        filter: &filter,
        span: dataset.coverage(),
        locale: Locale::En,
        width: 696.0,
    };
    let heat = chart(ChartId::Heat, &request).expect("enough to draw");
    assert_eq!(heat.table.rows.len(), 2, "one region and the totals");
    assert!(heat.zones.iter().filter(|zone| zone.pick.region.is_some()).all(|zone| zone.pick.region == Some(africa)));
    assert!(heat.zones.iter().any(|zone| zone.pressed && zone.label == "Africa: 7 events"));
    assert!(heat.zones.iter().any(|zone| zone.label == "Africa, third quarter of 2023: 4 events"));
}

#[test]
fn the_same_request_gives_the_same_drawing() {
    let dataset = small();
    let mut first = Vec::new();
    for_each_chart(&dataset, |_, _, chart| first.push(chart.clone()));
    let mut again = first.into_iter();
    for_each_chart(&dataset, |what, _, chart| assert_eq!(Some(chart), again.next().as_ref(), "{what}"));
}

proptest! {
    #[test]
    fn sums_reconcile_with_any_selection(
        picked in prop::collection::vec(any::<bool>(), 27),
        asked in prop::collection::vec(any::<bool>(), 7),
        start in 0..5000_i32,
        days in 1..6000_i32,
    ) {
        let dataset = small();
        let regions = dataset.taxonomy().region_ids().zip(&asked).filter(|(_, asked)| **asked).map(|(r, _)| r).collect();
        let filter = Filter { regions, background: true, ..Filter::default() };
        let span = TimeSpan::new(Day(14_610 + start), Day(14_610 + start + days));
        let is_shown = |id: &EventId| picked[id.index()] && filter.accepts(dataset.event(*id), None);
        let ids: Vec<EventId> = dataset.ids().filter(is_shown).collect();
        let request = ChartRequest { dataset: &dataset, ids: &ids, filter: &filter, span, locale: Locale::En, width: 800.0 };
        let counts = Counts::of(&request);
        let is_drawn = |r| filter.regions.is_empty() || filter.regions.contains(r);
        let n_rows = |id: &EventId| dataset.event(*id).regions.iter().filter(|r| is_drawn(r)).count();
        let counted: usize = ids.iter().map(n_rows).sum();
        prop_assert_eq!(counts.n_events, ids.len());
        prop_assert_eq!(counts.n_counted(), counted);
        prop_assert_eq!(counts.n_repeated, ids.iter().filter(|id| n_rows(id) > 1).count());
        let placed: usize = counts.events.iter().sum();
        prop_assert_eq!(placed + counts.n_earlier + counts.n_year_only, ids.len());
        let columns: usize = (0..counts.periods.count()).map(|i| counts.column(i)).sum();
        prop_assert_eq!(columns, counts.n_placed_counted());
        for id in &ids {
            if let Slot::At(i) = counts.periods.slot(dataset.event(*id)) {
                prop_assert!(counts.periods.spans[i].overlaps(dataset.event(*id).date.anchor().span()));
            }
        }
        let kinds = KindCounts::of(&request);
        prop_assert_eq!((kinds.n_events, kinds.n_counted(), kinds.n_repeated), (ids.len(), counted, counts.n_repeated));
        for id in ChartId::ALL {
            if let Some(chart) = chart(id, &request) {
                check_texts(id.slug(), &chart);
            }
        }
    }
}

/// Each chart as a file: `UPDATE_EXPECT=1 cargo test --test chart` rewrites them all.
#[test]
fn drawings_are_those_of_the_golden_files() {
    let dataset = small();
    let filter = Filter::default();
    let ids = selected(&dataset, &filter, dataset.coverage());
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut stale = Vec::new();
    for (id, width) in ChartId::ALL.into_iter().zip([800.0, 384.0, 1216.0, 696.0, 488.0, 1216.0]) {
        for locale in Locale::ALL {
            let request =
                ChartRequest { dataset: &dataset, ids: &ids, filter: &filter, span: dataset.coverage(), locale, width };
            let drawn = chart(id, &request).expect("enough to draw");
            // One shape a line, so that a difference can be read.
            let picture = svg::write(&drawn.scene, &drawn.headline, locale.tag()).replace("><", ">\n<");
            let path = folder.join(format!("chart-{}.{}.svg", id.slug(), locale.slug()));
            if update {
                std::fs::create_dir_all(&folder).expect("the folder of golden files");
                std::fs::write(&path, &picture).expect("a golden file");
            } else if std::fs::read_to_string(&path).ok().as_deref() != Some(picture.as_str()) {
                stale.push(path);
            }
        }
    }
    assert!(
        stale.is_empty(),
        "not as in {stale:#?}: look at the drawings, then run UPDATE_EXPECT=1 cargo test --test chart"
    );
}

/// A page that is measured before its style sheet has come may be any width.
#[test]
fn no_size_is_below_zero_whatever_the_width() {
    let dataset = dataset(gsi_timeline::EMBEDDED_DATASET);
    let (filter, ids) = (Filter::default(), selected(&dataset, &Filter::default(), dataset.coverage()));
    for (id, width) in ChartId::ALL.into_iter().flat_map(|id| [0.0, 1.0, 40.0, 120.0, 240.0].map(|width| (id, width))) {
        let span = dataset.coverage();
        let request = ChartRequest { dataset: &dataset, ids: &ids, filter: &filter, span, locale: Locale::En, width };
        let Some(chart) = chart(id, &request) else { continue };
        let is_fault = |shape: &&Shape| matches!(shape, Shape::Rect { w, h, .. } | Shape::Band { w, h, .. } if *w < 0.0 || *h < 0.0);
        let faults: Vec<&Shape> = chart.scene.shapes.iter().filter(is_fault).collect();
        assert!(chart.scene.width >= 0.0 && chart.scene.height >= 0.0, "{} at {width}", id.slug());
        assert!(faults.is_empty(), "{} at {width}: {faults:?}", id.slug());
    }
}
