//! Grid, bands and marks. Elements are kept from one layout to the next by their keys.

use std::collections::HashMap;
use std::sync::Arc;

use crate::scene::svg::{markup, number};
use leptos::prelude::*;

use super::{Stage, pan_style};
use crate::i18n::{DateStyle, Messages, date_words, span_words};
use crate::layout::{Pane, PlacedMark, Pointed, RenderMark, TimelineLayout};
use crate::model::{Dataset, EventId, Locale, TimeSpan};
use crate::scale::Level;
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::scene_view::shapes_view;
use crate::ui::state::AppState;

/// The classes of a mark, by its emphasis.
const CLASSES: [&str; 4] = [
    "timeline-mark",
    "timeline-mark timeline-mark--highlighted",
    "timeline-mark timeline-mark--muted",
    "timeline-mark timeline-mark--selected",
];

/// Marks by key, in the order of their keys: by lane, then in time.
#[derive(Clone, PartialEq)]
struct MarkTable {
    marks: Arc<Vec<Arc<RenderMark>>>,
    places: Arc<HashMap<u64, usize>>,
    keys: Arc<Vec<u64>>,
}

impl MarkTable {
    fn new(marks: Arc<Vec<Arc<RenderMark>>>) -> Self {
        let places = marks.iter().enumerate().map(|(i, m)| (m.mark.key, i)).collect();
        let mut keys: Vec<u64> = marks.iter().map(|m| m.mark.key).collect();
        crate::order::sort(&mut keys);
        Self { places: Arc::new(places), keys: Arc::new(keys), marks }
    }

    fn get(&self, key: u64) -> Option<&Arc<RenderMark>> {
        self.places.get(&key).map(|i| &self.marks[*i])
    }
}

/// The drawing of the lanes.
pub(super) fn marks(state: AppState, stage: Stage) -> El {
    let table = Memo::new(move |_| MarkTable::new(state.marks.get()));
    keep_focus(state, stage);
    let size = |of: fn(&TimelineLayout) -> f64| live_string(move || Some(number(state.layout.with(|l| of(l)))));
    let keys = move || table.with(|t| t.keys.as_ref().clone());
    let tab_stop = Memo::new(move |_| tab_stop(state, stage));
    // One string for all bands: nearly all change on every frame of a zoom, and nothing holds on to them.
    let bands = live_string(move || Some(state.marks.with(|marks| bands_svg(marks))));
    let moved = el("g")
        .attr("style", pan_style(state))
        .child(grid(state))
        .child(el("g").class("timeline-bands").attr("aria-hidden", "true").markup(bands))
        .block(stem(state))
        .keyed(keys, move |key| mark(state, stage, table, key, tab_stop));
    el("svg")
        .class("timeline-drawing")
        .attr("width", size(|l| l.viewport.width()))
        .attr("height", size(|l| l.height))
        .attr("role", "group")
        .attr("aria-label", state.words().timeline_keys)
        .child(moved)
}

/// Lines of the calendar down the lanes, and the rules between lanes: one path each, written anew on every frame.
fn grid(state: AppState) -> El {
    let lines = move |major: bool| {
        live_string(move || {
            state.layout.with(|layout| {
                let ticks = layout.ticks.iter().filter(|t| (t.level == Level::Major) == major);
                Some(ticks.map(|t| format!("M{} 0V{}", t.x.round() + 0.5, layout.height)).collect::<String>())
            })
        })
    };
    let rules = live_string(move || {
        state.layout.with(|layout| {
            let width = layout.viewport.width();
            let rule = |y: f64| format!("M{} {}H{}", -width, y.round() - 0.5, 2.0 * width);
            Some(layout.lanes.iter().map(|lane| rule(lane.y + lane.height)).collect::<String>())
        })
    });
    el("g")
        .attr("aria-hidden", "true")
        .child(el("path").class("grid-line").attr("d", lines(false)))
        .child(el("path").class("grid-line grid-line--major").attr("d", lines(true)))
        .child(el("path").class("lane-rule").attr("d", rules))
}

/// The line that joins the opened event to its flag on the axis, under all labels.
fn stem(state: AppState) -> impl Fn() -> Option<El> {
    move || {
        let id = state.selected.get()?;
        let (x, y) = state.layout.with(|l| l.mark_of(id, None).map(|m| (m.x, m.y)))?;
        let line = el("line").class("timeline-stem").attr("x1", number(x)).attr("x2", number(x));
        Some(line.attr("y1", "0").attr("y2", number(y - 11.0)))
    }
}

fn bands_svg(marks: &[Arc<RenderMark>]) -> String {
    let mut out = String::new();
    for mark in marks.iter().filter(|mark| !mark.bands.is_empty()) {
        let (place, bands) = (translate(&mark.mark), markup(&mark.bands));
        for part in ["<g transform=\"", &place, "\">", &bands, "</g>"] {
            out.push_str(part);
        }
    }
    out
}

fn translate(mark: &PlacedMark) -> String {
    format!("translate({} {})", number(mark.x), number(mark.y))
}

fn mark(state: AppState, stage: Stage, table: Memo<MarkTable>, key: u64, tab_stop: Memo<Option<u64>>) -> El {
    // The one reader of the table: taking a reader off its list costs the length of the list, on every frame of a zoom.
    let mark = Memo::new(move |_| table.with(|t| t.get(key).cloned()));
    let shapes = Memo::new(move |_| mark.with(|m| m.as_ref().map(|m| m.group.shapes.clone())));
    let events = Memo::new(move |_| mark.with(|m| m.as_ref().map(|m| m.mark.events.clone())).unwrap_or_default());
    let in_view = Memo::new(move |_| mark.with(|m| m.as_ref().is_some_and(|m| m.mark.in_view)));
    let place = live_string(move || mark.with(|m| m.as_ref().map(|m| translate(&m.mark))));
    let class = live(move || Some(events.with(|events| state.emphasis(Pane::Timeline, events)).of(CLASSES)));
    // Behind glyph and label: the ground of a hover, the frame of a focus, and a target of 24 px.
    let ground = Memo::new(move |_| {
        mark.with(|m| {
            let mark = &m.as_ref()?.mark;
            let px = mark.px(12.0);
            let (start, end) = ((px.start - mark.x - 4.0).min(-12.0), (px.end - mark.x + 4.0).max(12.0));
            Some((start, end - start))
        })
    });
    let label = live_string(move || {
        let (dataset, locale, words) = (state.dataset(), state.locale.get(), state.words());
        Some(state.visible.with(|ids| events.with(|events| mark_name(&dataset, words, locale, events, ids))))
    });
    let slug = live_string(move || events.with(|e| e.first().map(|id| state.dataset().event(*id).slug.clone())));
    let side = |of: fn((f64, f64)) -> f64| live_string(move || ground.get().map(|g| number(of(g))));
    let rect = el("rect")
        .class("timeline-mark-ground")
        .attr("x", side(|g| g.0))
        .attr("y", "-12")
        .attr("width", side(|g| g.1))
        .attr("height", "24")
        .attr("rx", "3");
    let click = move |event: &web_sys::MouseEvent| {
        // A pointer's click was handled where it went up; this one comes from assistive technology.
        if event.detail() == 0 {
            activate(state, stage, key);
        }
    };
    let blur = move |_| {
        if untrack(|| state.hovered_mark()) == Some(key) {
            state.hover.set(None);
        }
    };
    el("g")
        .class(class)
        .attr("transform", place)
        .attr("role", "button")
        .attr("tabindex", live(move || Some(if tab_stop.get() == Some(key) { "0" } else { "-1" })))
        .attr("aria-hidden", live(move || (!in_view.get()).then_some("true")))
        .attr("aria-label", label)
        .attr("data-key", key.to_string())
        .attr("data-event", slug)
        .attr("data-count", live_string(move || Some(events.with(|e| e.len().to_string()))))
        .on_kind("click", click)
        .on("focus", move |_| focused(state, stage, key))
        .on("blur", blur)
        .child(rect)
        .block(move || shapes.get().map(|shapes| shapes_view(&shapes)))
}

/// A mark's name for a screen reader.
pub(in crate::ui) fn mark_name(
    dataset: &Dataset,
    words: &Messages,
    locale: Locale,
    events: &[EventId],
    shown: &[EventId],
) -> String {
    let Some(first) = events.first() else { return String::new() };
    if events.len() > 1 {
        let spans = events.iter().map(|id| dataset.event(*id).date.anchor().span());
        let all = spans.reduce(TimeSpan::union).map(|span| span_words(span, locale)).unwrap_or_default();
        return (words.timeline_cluster)(events.len(), &all);
    }
    let event = dataset.event(*first);
    let regions: Vec<&str> =
        event.regions.iter().map(|r| dataset.taxonomy().region(*r).label.get(locale).as_str()).collect();
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    let place = shown.binary_search(first).map_or(0, |at| at + 1);
    let date = date_words(event.date, locale, DateStyle::Full);
    (words.timeline_mark)(event.title.get(locale), &date, &regions.join(separator), place, shown.len())
}

fn activate(state: AppState, stage: Stage, key: u64) {
    let mark = state.layout.with_untracked(|layout| layout.marks.iter().find(|m| m.key == key).cloned());
    if let Some(mark) = mark {
        super::open(state, stage, &mark);
    }
}

fn focused(state: AppState, stage: Stage, key: u64) {
    state.layout.with_untracked(|layout| {
        if let Some(mark) = layout.marks.iter().find(|m| m.key == key) {
            stage.current.set(Some((mark.events[0], mark.lane)));
            state.hover.set(Some(Pointed::at_mark(mark)));
        }
    });
}

/// The one mark that Tab reaches: where the focus was, else the opened event, else the first in view.
fn tab_stop(state: AppState, stage: Stage) -> Option<u64> {
    let selected = state.selected.get();
    let current = stage.current.get();
    state.layout.with(|layout| {
        let of = |id: EventId, lane: Option<usize>| layout.mark_of(id, lane).filter(|m| m.in_view);
        let mark = current.and_then(|(id, lane)| of(id, Some(lane)));
        let mark = mark.or_else(|| selected.and_then(|id| of(id, None)));
        mark.or_else(|| layout.marks.iter().find(|m| m.in_view)).map(|m| m.key)
    })
}

/// Zooming joins and parts marks; the focus follows its event to the mark that shows it now.
fn keep_focus(state: AppState, stage: Stage) {
    Effect::new(move |_| {
        state.layout.track();
        let Some((id, lane)) = stage.current.get_untracked() else { return };
        if !stage.has_focus.get_untracked() {
            return;
        }
        let in_view = |mark: &&PlacedMark| mark.in_view;
        let key = state.layout.with_untracked(|l| l.mark_of(id, Some(lane)).filter(in_view).map(|m| m.key));
        // Its event has left the view: the keys go on from the mark that Tab would reach.
        if let Some(key) = key.or_else(|| untrack(|| tab_stop(state, stage))) {
            focus_mark(stage, key);
        }
    });
}

/// Moves the focus to a mark.
pub(super) fn focus_mark(stage: Stage, key: u64) {
    let Some(element) = stage.element.get_untracked() else { return };
    if let Ok(Some(mark)) = element.query_selector(&format!(".timeline-drawing [data-key=\"{key}\"]")) {
        use wasm_bindgen::JsCast as _;
        if let Some(mark) = mark.dyn_ref::<web_sys::SvgElement>() {
            let _ = mark.focus();
        }
    }
}
