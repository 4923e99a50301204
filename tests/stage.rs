//! The stage: names never meet and no stem goes through one, whatever is shown; golden stages of the real events.
//!
//! `UPDATE_EXPECT=1` rewrites the files below `tests/golden/stage`.

mod common;

use std::fmt::Write as _;
use std::path::PathBuf;

use common::days;
use gsi_timeline::layout::{MAX_PINS, Stage, StageMark, StageRequest, StageRole, Viewport, stage, stage_mark};
use gsi_timeline::model::{Dataset, Day, EventId, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index};
use gsi_timeline::scale::{FontMetrics, PxSpan, TextMeasure as _};
use gsi_timeline::scene::{Palette, Scene, Weight, svg};
use proptest::prelude::*;

fn ids(dataset: &Dataset, filter: &Filter) -> Vec<EventId> {
    Index::new(dataset, Han::whole()).matching(dataset, filter)
}

fn request<'a>(dataset: &'a Dataset, ids: &'a [EventId], view: TimeSpan, locale: Locale) -> StageRequest<'a> {
    let viewport = Viewport::new(view, 1168.0);
    StageRequest { dataset, ids, viewport, height: 430.0, current: None, pins: None, moving: false, locale }
}

/// What a label takes, without its clearance.
fn span(mark: &StageMark, size: f64) -> Option<(PxSpan, PxSpan)> {
    let label = mark.label.as_ref()?;
    let weight = if mark.role == StageRole::Current { Weight::Bold } else { Weight::Regular };
    let widths = label.title.iter().map(|line| FontMetrics.width(line, 26.0 * size, weight));
    let width = widths.fold(FontMetrics.width(&label.date, 24.0 * size, weight), f64::max);
    let x = if label.is_left { PxSpan::new(label.x - width, label.x) } else { PxSpan::new(label.x, label.x + width) };
    Some((x, PxSpan::new(label.y - 20.0 * size, label.y + 31.0 * size * label.title.len() as f64 + 4.0)))
}

#[track_caller]
fn check(placed: &Stage, events: usize) {
    let named: Vec<&StageMark> = placed.marks.iter().filter(|mark| mark.role > StageRole::Plain).collect();
    assert!(named.len() <= MAX_PINS);
    let boxes: Vec<_> =
        named.iter().map(|mark| span(mark, placed.name_size).expect("what is named has its name")).collect();
    for (i, (x, y)) in boxes.iter().enumerate() {
        assert!(x.start >= 0.0 && x.end <= placed.width && y.end <= placed.height, "{:?}", named[i]);
        for (j, other) in boxes.iter().enumerate().filter(|(j, _)| *j != i) {
            assert!(!(x.overlaps(other.0) && y.overlaps(other.1)), "{:?} meets {:?}", named[i], named[j]);
            let end = named[j].label.as_ref().map_or(0.0, |label| label.stem_end);
            let crosses = x.start < named[j].x && named[j].x < x.end && y.start < end;
            assert!(!crosses, "the stem of {:?} goes through {:?}", named[j], named[i]);
        }
    }
    let shown: usize = placed.marks.iter().map(|mark| mark.events.len()).sum();
    assert_eq!(shown, events, "every event in view is a glyph or counted, once");
    // What is drawn is bounded by the width.
    assert!(placed.marks.len() <= 5 * (placed.width / 22.0) as usize + MAX_PINS);
}

/// Named events that stand on another mark, or whose stem goes through one.
fn covering(placed: &Stage) -> Vec<&StageMark> {
    let half = |mark: &StageMark| match mark.events.len() {
        1 => 10.0,
        2..=9 => 18.0,
        10..=99 => 24.0,
        _ => 31.0,
    };
    let covers = |named: &StageMark, other: &StageMark| {
        let own = if other.y == named.y { 10.0 } else { 2.0 };
        other.events != named.events && other.y >= named.y && (named.x - other.x).abs() < own + half(other)
    };
    let named = placed.marks.iter().filter(|mark| mark.role > StageRole::Plain);
    named.filter(|mark| placed.marks.iter().any(|other| covers(mark, other))).collect()
}

fn in_view(dataset: &Dataset, ids: &[EventId], view: TimeSpan) -> usize {
    ids.iter().filter(|id| dataset.event(**id).span.overlaps(view)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn names_never_meet_and_no_stem_goes_through_one(
        start in -200..900i32, n_days in 7..1200i32, width in 700.0..1600.0f64, height in 330.0..900.0f64,
        current in proptest::option::of(0..150usize), pins in proptest::option::of(proptest::collection::vec(0..150usize, 0..12)),
        zh in any::<bool>(), background in any::<bool>(),
    ) {
        let dataset = common::dataset();
        let ids = ids(dataset, &Filter { background, ..Filter::default() });
        let first = dataset.coverage().start().plus(start);
        let view = TimeSpan::new(first, first.plus(n_days));
        let pins: Option<Vec<EventId>> = pins.map(|pins| pins.into_iter().map(|i| ids[i]).collect());
        let locale = if zh { Locale::Zh } else { Locale::En };
        let current = current.map(|i| ids[i]);
        let viewport = Viewport::new(view, width);
        let request = StageRequest {
            dataset, ids: &ids, viewport, height, current, pins: pins.as_deref(), moving: false, locale,
        };
        let placed = stage(request);
        check(&placed, in_view(dataset, &ids, viewport.span()));
        if pins.is_none() && current.is_none() {
            prop_assert_eq!(covering(&placed), Vec::<&StageMark>::new(), "what nobody asked for covers nothing");
        }
        // On the way nothing is named, and nothing is lost either.
        let moving = stage(StageRequest { moving: true, ..request });
        prop_assert!(moving.marks.iter().all(|mark| mark.label.is_none()));
        prop_assert_eq!(moving.marks.iter().map(|m| m.events.len()).sum::<usize>(), in_view(dataset, &ids, viewport.span()));
    }
}

/// Every event, named beside others as it is in a talk: a line of a title ends between words.
#[test]
fn no_title_is_torn_within_a_word() {
    let dataset = common::dataset();
    let ids = ids(dataset, &Filter::default());
    for id in &ids {
        let event = dataset.event(*id);
        let first = event.date.anchor().span().start();
        for n_days in [60, 400] {
            let view = TimeSpan::new(first.plus(-n_days), first.plus(n_days));
            let placed = stage(StageRequest { current: Some(*id), ..request(dataset, &ids, view, Locale::En) });
            for mark in placed.marks.iter().filter(|mark| mark.events.len() == 1) {
                let title = dataset.event(mark.events[0]).title.get(Locale::En);
                if let Some(label) = &mark.label {
                    assert_eq!(&label.title.join(" "), title);
                }
            }
        }
    }
}

#[test]
fn the_current_event_is_named_on_the_highest_tier() {
    let dataset = common::dataset();
    let ids = ids(dataset, &Filter::default());
    let is_highest = |id: &EventId| {
        let first = dataset.event(*id).date.anchor().span().start();
        let view = TimeSpan::new(first.plus(-40), first.plus(45));
        let placed = stage(StageRequest { current: Some(*id), ..request(dataset, &ids, view, Locale::En) });
        let current = placed.marks.iter().find(|mark| mark.role == StageRole::Current).expect("it is in view");
        let label = current.label.as_ref().expect("it is named");
        placed.marks.iter().filter_map(|mark| mark.label.as_ref()).all(|other| label.y <= other.y)
    };
    let lower: Vec<&str> = ids.iter().filter(|id| !is_highest(id)).map(|id| dataset.event(*id).slug.as_str()).collect();
    assert!(lower.is_empty(), "{lower:?}");
}

#[test]
fn pins_of_ones_own_are_taken_and_an_eighth_is_not() {
    let dataset = common::dataset();
    let ids = ids(dataset, &Filter::default());
    let view = days("2023-02");
    let seen: Vec<EventId> = ids.iter().copied().filter(|id| dataset.event(*id).span.overlaps(view)).collect();
    let pins = &seen[..2];
    let placed = stage(StageRequest { pins: Some(pins), ..request(dataset, &ids, view, Locale::En) });
    assert_eq!(placed.pinned(), pins);
    let none = stage(StageRequest { pins: Some(&[]), ..request(dataset, &ids, view, Locale::En) });
    assert!(none.pinned().is_empty());
}

/// The stage in lines that a person can review.
fn dump(dataset: &Dataset, placed: &Stage, locale: Locale) -> String {
    let mut out = String::new();
    let axis: Vec<String> = placed.ticks.iter().map(|tick| format!("{}@{:.0}", tick.label, tick.x)).collect();
    let _ = writeln!(out, "axis {}", axis.join(" "));
    for (i, (name, x, y)) in placed.band_names.iter().enumerate() {
        let mut lines: Vec<f64> = placed.bands.iter().map(|band| band.y).collect();
        lines.dedup();
        let bands = placed.bands.iter().filter(|band| band.y == lines[i]);
        let bands: Vec<String> = bands.map(|band| format!("{:.0}–{:.0}", band.px.start, band.px.end)).collect();
        let _ = writeln!(out, "band {name:?} at {x:.0},{y:.0}: {}", bands.join(" "));
    }
    for mark in &placed.marks {
        let title = dataset.event(mark.events[0]).title.get(locale);
        let what = if mark.events.len() > 1 { format!("({})", mark.events.len()) } else { title.clone() };
        let _ = write!(out, "{:?} {:.0},{:.0} {what}", mark.role, mark.x, mark.y);
        if let Some(label) = &mark.label {
            let side = if label.is_left { "left" } else { "right" };
            let _ = write!(out, " — {side} at {:.0}: {} | {}", label.y, label.date, label.title.join(" / "));
        }
        out.push('\n');
    }
    out
}

#[track_caller]
fn check_golden(name: &str, found: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "stage", name].iter().collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(expected == found, "{name} has changed; look at it, then run with UPDATE_EXPECT=1:\n{found}");
}

#[test]
fn stages_of_the_real_events_are_as_reviewed() {
    let dataset = common::dataset();
    let ids = ids(dataset, &Filter::default());
    let day = |y, m, d| Day::from_ymd(y, m, d).expect("a date");
    let spring = TimeSpan::new(day(2023, 2, 1), day(2023, 4, 16));
    let talks = dataset.event_by_slug("2023-03-10-saudi-iran-beijing");
    for (name, view, current, locale) in [
        ("spring.en", spring, talks, Locale::En),
        ("spring.zh", spring, talks, Locale::Zh),
        ("year.en", days("2023"), None, Locale::En),
        ("all.en", dataset.coverage(), None, Locale::En),
        ("all.zh", dataset.coverage(), talks, Locale::Zh),
    ] {
        let placed = stage(StageRequest { current, ..request(dataset, &ids, view, locale) });
        check(&placed, in_view(dataset, &ids, view));
        check_golden(&format!("{name}.txt"), &dump(dataset, &placed, locale));
        let mut scene = Scene::new(placed.width, placed.height);
        scene.shapes = placed.ground(dataset);
        scene.shapes.extend(placed.stems(dataset));
        for mark in &placed.marks {
            scene.place(&stage_mark(dataset, mark), mark.x, mark.y);
        }
        scene.shapes.extend(placed.names());
        check_golden(&format!("{name}.svg"), &svg::write_in(&scene, name, locale.tag(), Palette::Light, 1.0));
    }
}

/// Three events of one day: the one that is spoken of hides none of the others.
#[test]
fn nothing_is_hidden_under_the_current_event() {
    let dataset = common::dataset();
    let query = "?country=IL~PS&time=2023-10..2024-06&event=2023-11-29-china-position-paper-palestine-israel";
    let (state, _) = gsi_timeline::route::parse(query, dataset);
    let (ids, view) = (ids(dataset, &state.filter), days("2023-10/2024-06"));
    for locale in Locale::ALL {
        let placed = stage(StageRequest { current: state.event, ..request(dataset, &ids, view, locale) });
        assert_eq!(covering(&placed), Vec::<&StageMark>::new(), "{locale:?}");
    }
}
