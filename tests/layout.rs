//! The timeline, placed: nothing collides, nothing is lost, nothing leaves the stage, and the work is bounded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use gsi_timeline::layout::{
    Direction, LaneKey, Lanes, Metrics, PlacedMark, Request, TimelineLayout, Viewport, layout, neighbor,
};
use gsi_timeline::model::{Dataset, Edtf, Event, EventId, Importance, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index};
use gsi_timeline::scale::{FontMetrics, TextMeasure as _};
use gsi_timeline::scene::Weight;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A phone, a tablet, a desk and a wall, px.
const WIDTHS: [f64; 4] = [328.0, 736.0, 1096.0, 1600.0];

/// From sixty years to a week.
const VIEWS: [&str; 7] =
    ["1963/2024", "2022-01/2024-06", "2023", "2023-06/2024-03", "2022-11", "2023-03-06/2023-03-12", "2024-06/2024-07"];

/// Room for rounding, px.
const EPSILON: f64 = 1e-6;

/// The least px from one mark to the next in a row: a glyph and its clearance.
const PITCH: f64 = 17.0;

/// Marks nearer than this are joined where there is no room, px.
const JOIN_DISTANCE: f64 = 30.0;

/// px that a label takes beside its words: the gap to its glyph, with a ring, and the clearance behind it.
const LABEL_ROOM: f64 = 5.0 + 5.0 + 12.0;

fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

fn days(edtf: &str) -> TimeSpan {
    edtf.parse::<Edtf>().expect("a date of the subset").span()
}

/// One way of drawing a dataset.
#[derive(Clone, Debug)]
struct Case {
    dataset: &'static Dataset,
    ids: Vec<EventId>,
    filter: Filter,
    lanes: Lanes,
    viewport: Viewport,
    locale: Locale,
    selected: Option<EventId>,
}

impl Case {
    fn new(dataset: &'static Dataset, lanes: Lanes, view: TimeSpan, width: f64) -> Self {
        let filter = Filter { background: true, ..Filter::default() };
        let ids = Index::new(dataset, Han::whole()).matching(dataset, &filter);
        let viewport = Viewport::new(view, width);
        Self { dataset, ids, filter, lanes, viewport, locale: Locale::En, selected: None }
    }

    fn layout(&self) -> TimelineLayout {
        let metrics = match self.viewport.width() {
            narrow if narrow < 600.0 => Metrics { lane_head: 22.0, max_rows: 4, ..Metrics::default() },
            wide if 1500.0 < wide => Metrics { row: 28.0, label: 13.0, ..Metrics::default() },
            _ => Metrics::default(),
        };
        layout(&Request {
            dataset: self.dataset,
            ids: &self.ids,
            lanes: self.lanes,
            filter: &self.filter,
            viewport: self.viewport,
            with_neighbors: true,
            selected: self.selected,
            locale: self.locale,
            metrics,
            measure: &FontMetrics,
        })
    }

    fn name(&self) -> String {
        let view = self.viewport;
        let (from, to) = (view.span().start().ymd(), view.span().last().ymd());
        format!("{} px of {from:?}–{to:?} by {} in {}", view.width(), self.lanes.slug(), self.locale.slug())
    }
}

/// Every width, way of dividing, view and language.
fn for_each_case(mut check: impl FnMut(&Case, &TimelineLayout)) {
    for (width, lanes) in WIDTHS.into_iter().flat_map(|width| Lanes::ALL.map(|lanes| (width, lanes))) {
        for (view, locale) in VIEWS.into_iter().flat_map(|view| Locale::ALL.map(|locale| (view, locale))) {
            let case = Case { locale, ..Case::new(dataset(), lanes, days(view), width) };
            let placed = case.layout();
            check(&case, &placed);
        }
    }
}

fn belongs(event: &Event, key: LaneKey) -> bool {
    match key {
        LaneKey::Region(region) => event.regions.contains(&region),
        LaneKey::Kind(kind) => event.kind == kind,
        LaneKey::Theme(theme) => event.themes.contains(&theme),
        LaneKey::NoTheme => event.themes.is_empty(),
        LaneKey::All => true,
    }
}

/// No two marks of a row share a pixel, labels included.
#[track_caller]
fn check_apart(name: &str, placed: &TimelineLayout) {
    let mut rows: BTreeMap<(usize, usize), Vec<&PlacedMark>> = BTreeMap::new();
    placed.marks.iter().for_each(|m| rows.entry((m.lane, m.row)).or_default().push(m));
    for marks in rows.values_mut() {
        marks.sort_by(|a, b| a.px(placed.metrics.glyph).start.total_cmp(&b.px(placed.metrics.glyph).start));
        for pair in marks.windows(2) {
            let (a, b) = (pair[0].px(placed.metrics.glyph), pair[1].px(placed.metrics.glyph));
            assert!(a.end <= b.start + EPSILON, "{name}: {:#?} meets {:#?}", pair[0], pair[1]);
        }
    }
}

/// Every event of the view is in exactly one mark in view of each lane it belongs to.
#[track_caller]
fn check_complete(case: &Case, placed: &TimelineLayout) {
    let view = case.viewport.span();
    for (i, lane) in placed.lanes.iter().enumerate() {
        let marks = placed.marks.iter().filter(|m| m.lane == i && m.in_view);
        let mut shown: Vec<EventId> = marks.flat_map(|m| m.events.iter().copied()).collect();
        shown.sort_unstable();
        let of_lane = |id: &&EventId| belongs(case.dataset.event(**id), lane.key);
        let expected = case.ids.iter().filter(of_lane).filter(|id| case.dataset.event(**id).span.overlaps(view));
        let expected: Vec<EventId> = expected.copied().collect();
        assert_eq!(shown, expected, "{}: lane {i}", case.name());
        assert_eq!(lane.count, expected.len(), "{}: lane {i}", case.name());
    }
}

#[test]
fn no_two_marks_of_a_row_meet() {
    for_each_case(|case, placed| check_apart(&case.name(), placed));
}

#[test]
fn every_visible_event_is_in_one_mark_of_each_of_its_lanes() {
    for_each_case(check_complete);
}

#[test]
fn nothing_in_view_leaves_the_stage() {
    for_each_case(|case, placed| {
        for mark in placed.marks.iter().filter(|m| m.in_view) {
            let px = mark.px(placed.metrics.glyph);
            let inside = -EPSILON <= px.start && px.end <= case.viewport.width() + EPSILON;
            assert!(inside, "{}: {mark:#?}", case.name());
        }
        // What only neighbours the view stays out of it.
        for mark in placed.marks.iter().filter(|m| !m.in_view) {
            let px = mark.px(placed.metrics.glyph);
            let outside = px.end <= EPSILON || case.viewport.width() <= px.start + EPSILON;
            assert!(outside, "{}: {mark:#?}", case.name());
        }
    });
}

#[test]
fn lanes_stand_under_one_another_and_their_heights_add_up() {
    for_each_case(|case, placed| {
        let mut y = 0.0;
        // A few lanes share out fourteen rows among them.
        let most_rows = placed.metrics.max_rows.max(14 / placed.lanes.len().max(1));
        for (i, lane) in placed.lanes.iter().enumerate() {
            assert_eq!(lane.y, y, "{}", case.name());
            let rows = lane.rows as f64 * placed.metrics.row + placed.metrics.lane_head;
            assert!(1 <= lane.rows && lane.rows <= most_rows && rows <= lane.height);
            for mark in placed.marks.iter().filter(|m| m.lane == i) {
                let half = placed.metrics.row / 2.0;
                assert!(mark.row < lane.rows && y + half <= mark.y && mark.y + half <= y + lane.height, "{mark:?}");
            }
            y += lane.height;
        }
        assert!((placed.height - y).abs() < EPSILON, "{}", case.name());
        assert!(placed.marks.is_sorted_by(|a, b| (a.lane, a.x, a.key) < (b.lane, b.x, b.key)), "{}", case.name());
        let keys: BTreeSet<u64> = placed.marks.iter().map(|m| m.key).collect();
        assert_eq!(keys.len(), placed.marks.len(), "{}: keys name marks", case.name());
    });
}

#[test]
fn one_request_has_one_layout() {
    for_each_case(|case, placed| assert_eq!(case.layout(), *placed, "{}", case.name()));
}

#[test]
fn a_label_is_the_whole_title_and_a_cluster_has_none() {
    for_each_case(|case, placed| {
        for mark in &placed.marks {
            assert!(!(mark.is_cluster() && mark.label.is_some()), "{mark:?}");
            if let Some(label) = &mark.label {
                assert_eq!(&label.text, dataset().event(mark.events[0]).title.get(case.locale));
            }
        }
    });
}

#[test]
fn an_unlabelled_major_event_has_no_room_that_a_lesser_label_takes() {
    for_each_case(|case, placed| {
        let importance = |m: &PlacedMark| dataset().event(m.events[0]).importance;
        let glyph = placed.metrics.glyph;
        let majors = placed.marks.iter().filter(|m| m.in_view && !m.is_cluster() && m.label.is_none());
        for major in majors.filter(|m| importance(m) == Importance::Major) {
            let title = dataset().event(major.events[0]).title.get(case.locale);
            let reach = FontMetrics.width(title, placed.metrics.label, Weight::Strong) + LABEL_ROOM;
            let half = glyph / 2.0 + 1.0;
            for (from, to) in [(major.x - half, major.x + half + reach), (major.x - half - reach, major.x + half)] {
                let inside = 0.0 <= from && to <= case.viewport.width();
                let row =
                    placed.marks.iter().filter(|m| m.lane == major.lane && m.row == major.row && m.key != major.key);
                let lesser = |m: &PlacedMark| !m.is_cluster() && importance(m) < Importance::Major;
                let blocks = |m: &PlacedMark| {
                    let px = m.px(glyph);
                    let kept = if lesser(m) { (m.x - half, m.x + half) } else { (px.start, px.end) };
                    kept.0 < to && from < kept.1
                };
                let mut in_the_way = row.clone().filter(|m| m.px(glyph).start < to && from < m.px(glyph).end);
                let only_labels = inside && in_the_way.next().is_some() && !row.clone().any(blocks);
                assert!(!only_labels, "{}: {title} lost its label to a lesser one", case.name());
            }
        }
    });
}

#[test]
fn major_events_keep_their_labels_before_lesser_ones() {
    let (mut labelled, mut all) = ([0.0; 2], [0.0; 2]);
    for_each_case(|case, placed| {
        let is_major = |id: &EventId| dataset().event(*id).importance == Importance::Major;
        for mark in placed.marks.iter().filter(|m| m.in_view) {
            let major = mark.events.iter().any(is_major);
            all[usize::from(major)] += 1.0;
            labelled[usize::from(major)] += f64::from(u8::from(mark.label.is_some()));
            let lesser = |m: &&PlacedMark| m.lane == mark.lane && m.label.is_some() && !is_major(&m.events[0]);
            let near = |m: &&PlacedMark| m.in_view && (m.x - mark.x).abs() < JOIN_DISTANCE;
            // Sixty years on a screen leave the last two no room to choose in.
            if mark.is_cluster() && major && case.viewport.days() < 1500.0 {
                let beside = placed.marks.iter().filter(lesser).find(near);
                assert_eq!(beside, None, "{}: it stands alone, {:?} do not", case.name(), mark.events);
            }
        }
    });
    let share = |i: usize| labelled[i] / all[i];
    assert!(share(0) < share(1), "{:.2} of the lesser, {:.2} of the major ones are labelled", share(0), share(1));
}

#[test]
fn the_opened_event_stands_alone_and_is_labelled_where_its_label_fits() {
    for (width, view) in
        [(328.0, "1963/2024"), (736.0, "2022-01/2024-06"), (1096.0, "2023"), (1600.0, "2022-01/2024-06")]
    {
        let mut case = Case::new(dataset(), Lanes::Region, days(view), width);
        for id in case.ids.clone() {
            if !dataset().event(id).span.overlaps(days(view)) {
                continue;
            }
            case.selected = Some(id);
            let placed = case.layout();
            check_apart(&case.name(), &placed);
            for mark in placed.marks.iter().filter(|m| m.in_view && m.events.contains(&id)) {
                let event = dataset().event(id);
                assert!(!mark.is_cluster(), "{}: {} is joined", case.name(), event.slug);
                let reach =
                    FontMetrics.width(event.title.get(case.locale), placed.metrics.label, Weight::Bold) + LABEL_ROOM;
                let fits = mark.x + reach <= width || 0.0 <= mark.x - reach;
                assert!(mark.label.is_some() || !fits, "{}: {} has no label", case.name(), event.slug);
            }
        }
    }
}

#[test]
fn panning_moves_every_known_day_by_the_same_pixels() {
    for (view, dx) in [("2023", 137.0), ("2023", -240.5), ("2022-11", 33.0)] {
        let case = Case::new(dataset(), Lanes::Region, days(view), 1096.0);
        let moved = Case { viewport: case.viewport.panned(dx), ..case.clone() };
        assert!((moved.viewport.offset_from(case.viewport) + dx).abs() < EPSILON);
        let places = |placed: &TimelineLayout| -> BTreeMap<(usize, EventId), f64> {
            let lone = placed.marks.iter().filter(|m| m.in_view && !m.is_cluster());
            let exact = lone.filter(|m| dataset().event(m.events[0]).date.is_exact_day());
            exact.filter(|m| 8.0 < m.x && m.x < 1088.0).map(|m| ((m.lane, m.events[0]), m.x)).collect()
        };
        let (before, after) = (places(&case.layout()), places(&moved.layout()));
        let both = before.iter().filter_map(|(key, x)| after.get(key).map(|y| (x, y)));
        let mut n = 0;
        for (x, y) in both {
            assert!((x - dx - y).abs() < 0.5, "{x} − {dx} is not {y}");
            n += 1;
        }
        assert!(0 < n, "some marks are in both views");
    }
}

#[test]
fn a_pointer_at_the_centre_of_a_mark_means_it() {
    for_each_case(|case, placed| {
        for mark in &placed.marks {
            let hit = placed.hit(mark.x, mark.y).expect("something is there");
            assert_eq!(hit.key, mark.key, "{}", case.name());
        }
        assert!(placed.hit(-1e6, -1e6).is_none());
    });
}

#[test]
fn arrow_keys_visit_every_mark_of_a_lane_and_every_lane() {
    for_each_case(|case, placed| {
        for lane in 0..placed.lanes.len() {
            let marks: Vec<&PlacedMark> = placed.marks.iter().filter(|m| m.in_view && m.lane == lane).collect();
            let Some(any) = marks.get(marks.len() / 2) else { continue };
            let walk = |from: Direction, step: Direction| -> Vec<u64> {
                let first = neighbor(placed, any, from);
                std::iter::successors(first, |m| neighbor(placed, m, step)).map(|m| m.key).collect()
            };
            let keys: Vec<u64> = marks.iter().map(|m| m.key).collect();
            assert_eq!(walk(Direction::First, Direction::Next), keys, "{}", case.name());
            let mut back = walk(Direction::Last, Direction::Previous);
            back.reverse();
            assert_eq!(back, keys, "{}", case.name());
        }
        let filled: BTreeSet<usize> = placed.marks.iter().filter(|m| m.in_view).map(|m| m.lane).collect();
        let top = placed.marks.iter().find(|m| m.in_view && Some(m.lane) == filled.first().copied());
        let down = std::iter::successors(top, |m| neighbor(placed, m, Direction::Down));
        assert_eq!(down.map(|m| m.lane).collect::<BTreeSet<_>>(), filled, "{}", case.name());
    });
}

/// The embedded vocabularies with events at these days of 2000 on, of these places in the lists of kinds and regions.
fn generated(events: impl Iterator<Item = (i32, u8, u8, u8)>) -> Dataset {
    let mut file: Value = serde_json::from_str(gsi_timeline::EMBEDDED_DATASET).expect("JSON");
    let name = |list: &Value, i: u8| list[usize::from(i) % list.as_array().map_or(1, Vec::len)]["id"].clone();
    let (kinds, regions) = (file["kinds"].clone(), file["regions"].clone());
    let section = file["source"]["sections"][0]["number"].clone();
    let event = |(i, (day, kind, region, importance)): (usize, (i32, u8, u8, u8))| {
        let (y, m, d) = gsi_timeline::model::Day(10_957 + day).ymd();
        let date = if importance == 0 { format!("{y}-{m:02}") } else { format!("{y}-{m:02}-{d:02}") };
        json!({
            "id": format!("{date}-{i}"), "date": date, "kind": name(&kinds, kind), "regions": [name(&regions, region)],
            "title": {"en": format!("Event number {i} of many"), "zh": format!("第{i}项事件")},
            "summary": {"en": "One of many.", "zh": "之一。"},
            "importance": importance.max(1), "source": {"section": section},
        })
    };
    let events: Vec<Value> = events.enumerate().map(event).collect();
    file["events"] = events.into();
    gsi_timeline::data::parse(&file.to_string()).unwrap_or_else(|errors| panic!("{:?}", &errors[..1]))
}

#[track_caller]
fn check_bounded(case: &Case) {
    let placed = case.layout();
    let rows: usize = placed.lanes.iter().map(|lane| lane.rows).sum();
    let n_in_view = placed.marks.iter().filter(|m| m.in_view).count();
    let most = rows as f64 * (case.viewport.width() / PITCH + 1.0);
    assert!(n_in_view as f64 <= most, "{}: {n_in_view} marks, at most {most}", case.name());
    assert!(placed.marks.len() as f64 <= 3.0 * most, "{}: with the neighbours", case.name());
    check_apart(&case.name(), &placed);
    check_complete(case, &placed);
}

#[test]
fn fifty_thousand_events_make_no_more_marks_than_there_are_pixels() {
    let step = |i: i32| (i.wrapping_mul(7919) % 9000, (i % 12) as u8, (i / 7 % 11) as u8, (i % 23 % 4) as u8);
    let many: &'static Dataset = Box::leak(Box::new(generated((0..50_000).map(step))));
    for (lanes, width) in [(Lanes::Region, 328.0), (Lanes::Kind, 1096.0), (Lanes::None, 1600.0)] {
        check_bounded(&Case::new(many, lanes, days("2000/2024"), width));
        check_bounded(&Case::new(many, lanes, days("2010-03/2010-08"), width));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_events_nothing_meets_and_nothing_is_lost(
        events in prop::collection::vec((0..400_i32, 0..3_u8, 0..2_u8, 0..4_u8), 1..160),
        (start, n_days) in (-30..300_i32, 7..400_i32),
        width in 60.0..1600.0_f64,
    ) {
        let dataset: &'static Dataset = Box::leak(Box::new(generated(events.into_iter())));
        let day = |n: i32| gsi_timeline::model::Day(10_957 + n);
        let case = Case::new(dataset, Lanes::Region, TimeSpan::new(day(start), day(start + n_days)), width);
        check_bounded(&case);
    }
}
