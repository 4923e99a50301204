//! Grid and bands; the names of marks, and which of them has the focus.

use std::sync::Arc;

use crate::scene::svg::{markup, number};
use crate::ui::signals::*;

use super::mark_list::mark_list;
use super::{Stage, drawing, pan_style};
use crate::i18n::{DateStyle, Messages, date_words, span_words};
use crate::layout::{PlacedMark, RenderMark};
use crate::model::{Dataset, EventId, Locale, TimeSpan};
use crate::scale::Level;
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::state::AppState;

/// The drawing of the lanes.
pub(super) fn marks(state: AppState, stage: Stage) -> El {
    keep_focus(state, stage);
    let tab_stop = Memo::new(move |_| tab_stop(state, stage));
    // One string for all bands: nearly all change on every frame of a zoom, and nothing holds on to them.
    let bands = live_string(move || Some(stage.shown.with(|shown| bands_svg(&shown.marks))));
    let is_muting = move || stage.is_muting.get();
    let class = live(move || Some(if is_muting() { "timeline-bands timeline-bands--muted" } else { "timeline-bands" }));
    let moved = el("g")
        .attr("style", pan_style(state))
        .child(grid(state))
        .child(el("g").class(class).attr("aria-hidden", "true").markup(bands))
        .block(stem(state))
        .child(mark_list(state, stage, tab_stop));
    drawing(state, move || state.layout.with(|l| l.height))
        .class("timeline-drawing")
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
                Some(
                    ticks
                        .map(|t| format!("M{} 0V{}", number(t.x.round() + 0.5), number(layout.height)))
                        .collect::<String>(),
                )
            })
        })
    };
    let rules = live_string(move || {
        state.layout.with(|layout| {
            let width = layout.viewport.width();
            let rule = |y: f64| format!("M{} {}H{}", number(-width), number(y.round() - 0.5), number(2.0 * width));
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

/// Each where it stands: a group of its own for each would be as much work for the browser as the band in it.
fn bands_svg(marks: &[Arc<RenderMark>]) -> String {
    let bands = marks.iter().flat_map(|mark| mark.bands.iter().map(|band| band.moved(mark.mark.x, mark.mark.y)));
    markup(&bands.collect::<Vec<_>>())
}

/// Where a mark stands.
pub(super) fn translate(mark: &PlacedMark) -> String {
    format!("translate({} {})", number(mark.x), number(mark.y))
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
