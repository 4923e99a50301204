//! The lines beside the spine: buttons, as many as are near the screen.

use std::sync::Arc;

use crate::ui::signals::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast as _;

use super::{Stage, rem};
use crate::compare::Side;
use crate::layout::{RowLook, SLOT, SpineRow, period_words, row_words, scale_for};
use crate::model::EventId;
use crate::route::View;
use crate::scale::PxSpan;
use crate::scene::{Glyph, Paint, Weight};
use crate::ui::compare::badge;
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::found::with_marks;
use crate::ui::scene_view::kind_icon;
use crate::ui::timeline::mark_name;
use crate::ui::url_sync::History;

/// What is drawn around the screen moves in steps of this, px: scrolling makes nothing anew in between.
const STEP: f64 = 400.0;

/// Sets a count's key apart from that of an event's own line.
const COUNT: u64 = 1 << 32;

/// Sets a pinned event's key apart from that of the same event in the present selection.
const PINNED: u64 = 1 << 33;

/// The screen and as much again above and below, in steps.
pub(super) fn near(stage: Stage) -> PxSpan {
    let window = stage.window.get();
    let down = |y: f64| (y / STEP).floor() * STEP;
    let height = window.width();
    PxSpan::new(down(window.start - height), down(window.end + height) + STEP)
}

fn key_of(row: &SpineRow) -> u64 {
    let count = if row.counts.is_some() { COUNT } else { 0 };
    u64::from(row.events[0].0) + count + if row.side == Some(Side::A) { PINNED } else { 0 }
}

/// The row of a key; most keys are rows that are on the screen.
fn row_at(stage: Stage, key: u64) -> Option<SpineRow> {
    stage.layout.with(|l| l.rows.iter().find(|row| key_of(row) == key).cloned())
}

/// All lines that are near the screen, and the one with the focus.
pub(super) fn rows(stage: Stage, words: Memo<f64>) -> El {
    let state = stage.state;
    let near = Memo::new(move |_| near(stage));
    let tab_stop = Memo::new(move |_| tab_stop(stage));
    let keys = move || {
        let tab_stop = tab_stop.get();
        let mut keys: Vec<u64> = stage.layout.with(|l| l.rows[l.rows_in(near.get())].iter().map(key_of).collect());
        keys.extend(tab_stop.filter(|key| !keys.contains(key)));
        crate::order::sort(&mut keys);
        keys
    };
    el("div")
        .attr("role", "group")
        .attr("aria-label", state.words().phone().keys)
        .keyed(keys, move |key| row(stage, words, tab_stop, key))
}

fn row(stage: Stage, words: Memo<f64>, tab_stop: Memo<Option<u64>>, key: u64) -> El {
    let state = stage.state;
    let row = Memo::new(move |_| row_at(stage, key));
    let place = live_string(move || row.with(|r| r.as_ref().map(|r| ["top: ", &rem(r.y - SLOT / 2.0)].concat())));
    let is_selected = Memo::new(move |_| {
        let selected = state.selected.get();
        row.with(|r| r.as_ref().is_some_and(|r| r.counts.is_none() && selected == Some(r.events[0])))
    });
    let class = live(move || Some(if is_selected.get() { "spine-row spine-row--selected" } else { "spine-row" }));
    let name = live_string(move || {
        let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
        row.with(|r| {
            let row = r.as_ref()?;
            if let Some(period) = row.counts {
                let period = look(stage, 0.0, |look| period_words(period, look));
                return Some((words.phone().group)(row.events.len(), &period));
            }
            let name = |ids: &Arc<Vec<EventId>>| mark_name(&dataset, words, locale, &row.events, ids);
            Some(match (row.side, state.pinned.get()) {
                (Some(side @ Side::A), Some(pinned)) => {
                    let name = mark_name(&dataset, words, locale, &row.events, &pinned.ids);
                    [&name, words.compare().part_gap, (words.compare().side)(side)].concat()
                }
                (Some(side), _) => {
                    [&state.visible.with(name), words.compare().part_gap, (words.compare().side)(side)].concat()
                }
                (None, _) => state.visible.with(name),
            })
        })
    });
    let slug = live_string(move || row.with(|r| r.as_ref().map(|r| state.dataset().event(r.events[0]).slug.clone())));
    let count = live_string(move || row.with(|r| r.as_ref().map(|r| r.events.len().to_string())));
    let press = move |_| {
        if let Some(row) = row.get_untracked() {
            open(stage, &row);
        }
    };
    let focused = move |_| {
        if let Some(row) = row.get_untracked() {
            stage.phone.current.set(Some(row.events[0]));
        }
    };
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("style", place)
        .attr("tabindex", live(move || Some(if tab_stop.get() == Some(key) { "0" } else { "-1" })))
        .attr("aria-label", name)
        .attr("aria-current", live(move || is_selected.get().then_some("true")))
        .attr("data-event", slug)
        .attr("data-count", count)
        .on("click", press)
        .on("focus", focused)
        .block(move || row.with(|r| r.as_ref().map(|r| content(stage, r, words.get()))).unwrap_or_default())
}

/// What the words of a row depend on.
fn look<T>(stage: Stage, width: f64, with: impl FnOnce(&RowLook) -> T) -> T {
    let (locale, selected) = (stage.state.locale.get_untracked(), stage.state.selected.get());
    let pair = stage.layout.with(|l| l.pair);
    stage.state.needle.with(|needle| with(&RowLook { locale, selected, needle, width, pair }))
}

/// Glyph or count, title, and the line under it.
fn content(stage: Stage, row: &SpineRow, width: f64) -> Vec<El> {
    let state = stage.state;
    let dataset = state.dataset();
    let words = look(stage, width, |look| row_words(&dataset, row, look));
    let event = dataset.event(row.events[0]);
    let mark = if row.counts.is_some() {
        el("span").class("spine-count").text(row.events.len().to_string())
    } else {
        let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
        kind_icon(glyph, event.regions.first().map(|region| Paint::Region(*region)))
    };
    let title = if words.weight == Weight::Regular { "spine-title" } else { "spine-title spine-title--strong" };
    let title = with_marks(el("span").class(title), &words.title, &words.title_marks);
    let meta = el("span").class("spine-meta").children(row.side.map(badge));
    vec![mark, title, with_marks(meta, &words.meta, &words.meta_marks)]
}

/// The one line that Tab reaches: where the focus was, else the opened event, else the first on the screen.
fn tab_stop(stage: Stage) -> Option<u64> {
    let (current, selected) = (stage.phone.current.get(), stage.state.selected.get());
    let of = |id: EventId| stage.layout.with(|l| l.row_of(id).map(|at| key_of(&l.rows[at])));
    current.and_then(of).or_else(|| selected.and_then(of)).or_else(|| stage.layout.with(|l| l.rows.first().map(key_of)))
}

/// Opens an event, or gives a count's events lines of their own; where there cannot be any, the table lists them.
fn open(stage: Stage, row: &SpineRow) {
    let state = stage.state;
    stage.phone.current.set(Some(row.events[0]));
    let Some(period) = row.counts else {
        state.select(Some(row.events[0]));
        return;
    };
    if stage.is_overview {
        state.set_filter(|f| f.time = Some(period));
        return;
    }
    let scale = stage.layout.with_untracked(|l| scale_for(l, row));
    let Some(scale) = scale else {
        state.set_filter(|f| f.time = Some(period));
        state.change(History::Replace, |v| v.view = Some(View::Table));
        return;
    };
    // The period's beginning keeps its place if it is on the screen, or else comes to the top.
    let (Some((top, _)), unit) = (stage.place(), stage.state.unit.get_untracked()) else { return };
    let start = stage.layout.with_untracked(|l| l.px_of(period).start);
    let at = (top + start * unit).max(super::TOP * unit);
    let first = row.events[0];
    stage.rescale(scale, at);
    spawn_local(async move {
        tick().await;
        focus(stage, first);
    });
}

/// Gives the focus to the line of an event, once it is there.
pub(super) fn focus(stage: Stage, id: EventId) {
    stage.phone.current.set(Some(id));
    spawn_local(async move {
        tick().await;
        let first = stage.layout.try_with_untracked(|l| l.row_of(id).map(|at| l.rows[at].events[0]));
        let Some(Some(first)) = first else { return };
        let selector = [".spine-row[data-event=\"", &stage.state.dataset().event(first).slug, "\"]"].concat();
        let found = stage.element.get_untracked().and_then(|e| e.query_selector(&selector).ok().flatten());
        if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    });
}
