//! The view on the stage: the axis, marks that can be named and opened, and what the pen adds.

use std::sync::Arc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::{Talk, Tool, explore, ink};
use crate::i18n::{DateStyle, date_words, span_words};
use crate::layout::{Stage, StageMark, StageRequest, StageRole, stage, stage_mark};
use crate::model::{EventId, TimeSpan};
use crate::scene::svg::{markup, number};
use crate::ui::dom::{El, el, live, live_flag, live_string};

/// The half of a target, units: a finger on a small screen, and 24 px on any.
const TARGET: f64 = 20.0;

/// A mark's key: its first event, and whether it is a count.
fn key(mark: &StageMark) -> u64 {
    u64::from(mark.events[0].0) << 1 | u64::from(mark.events.len() > 1)
}

/// The placed stage.
pub(super) type Placed = Memo<Arc<Stage>>;

/// Places what is to be seen, again whenever it changes and at each frame of the way to another stop.
pub(super) fn placed(talk: Talk) -> Placed {
    let state = talk.state;
    Memo::new(move |_| {
        let (motion, (width, height)) = (talk.motion.get(), talk.size.get());
        let moving = motion.is_some();
        let viewport = motion.unwrap_or(state.viewport.get()).resized(width);
        let (pins, current, locale) = (talk.pins.get(), state.selected.get(), state.locale.get());
        let dataset = state.dataset();
        state.matching.with(|ids| {
            let pins = pins.as_deref();
            Arc::new(stage(StageRequest { dataset: &dataset, ids, viewport, height, current, pins, moving, locale }))
        })
    })
}

/// The drawing; `tools` is what lies over it.
pub(super) fn drawing(talk: Talk) -> El {
    let state = talk.state;
    let placed = placed(talk);
    let view_box = live_string(move || {
        let (width, height) = talk.size.get();
        Some(["0 0 ", &number(width), " ", &number(height)].concat())
    });
    let name = move || {
        let n = state.visible.with(|ids| ids.len());
        Some((state.words().present().drawing)(n, &span_words(state.span.get(), state.locale.get_untracked())))
    };
    let part = move |shapes: fn(&Stage, &crate::model::Dataset) -> Vec<crate::scene::Shape>| {
        live_string(move || Some(placed.with(|stage| markup(&shapes(stage, &state.dataset())))))
    };
    let keys = move || {
        let mut keys: Vec<u64> = placed.with(|stage| stage.marks.iter().map(key).collect());
        crate::order::sort(&mut keys);
        keys
    };
    // The mark that Tab comes back to.
    let home = RwSignal::new(None::<u64>);
    let marks = el("g").keyed(keys, move |key| mark(talk, placed, home, key));
    let names =
        el("g").class("present-names").markup(live_string(move || Some(placed.with(|stage| markup(&stage.names())))));
    let fade = move || {
        let moving = talk.motion.get().is_some();
        Some(if moving { "present-drawing present-drawing--moving" } else { "present-drawing" })
    };
    let svg = el("svg")
        .class(live(fade))
        .attr("role", "group")
        .attr("aria-label", live_string(name))
        .attr("viewBox", view_box)
        .attr("data-tool", live(move || Some(tool_name(talk.tool.get()))))
        .child(el("g").attr("aria-hidden", "true").markup(part(Stage::ground)))
        .child(el("g").attr("aria-hidden", "true").markup(part(Stage::stems)))
        .child(marks)
        .child(names.attr("aria-hidden", "true"))
        .child(ink::lines(talk));
    explore::gestures(talk, ink::pen(talk, svg))
}

fn tool_name(tool: Tool) -> &'static str {
    match tool {
        Tool::Hand => "hand",
        Tool::Spotlight => "spotlight",
        Tool::Pen => "pen",
    }
}

fn with_mark<T>(placed: Placed, wanted: u64, then: impl FnOnce(&StageMark) -> T) -> Option<T> {
    placed.try_with(|stage| stage.marks.iter().find(|mark| key(mark) == wanted).map(then)).flatten()
}

fn mark(talk: Talk, placed: Placed, home: RwSignal<Option<u64>>, key: u64) -> El {
    let state = talk.state;
    let place =
        move || with_mark(placed, key, |mark| ["translate(", &number(mark.x), " ", &number(mark.y), ")"].concat());
    let shapes = move || with_mark(placed, key, |mark| markup(&stage_mark(&state.dataset(), mark)));
    let is_named = move || with_mark(placed, key, |mark| mark.role > StageRole::Plain).unwrap_or_default();
    let is_count = key & 1 == 1;
    let name = move || with_mark(placed, key, |mark| words(talk, &mark.events));
    let is_home = move || home.get().or_else(|| first(placed)) == Some(key);
    let act = move || with_mark(placed, key, |mark| mark.events.clone()).map(|events| choose(talk, placed, &events));
    let on_key = move |event: &web_sys::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") && !event.default_prevented() {
            event.prevent_default();
            act();
        }
    };
    let open = move || {
        if let Some(Some(id)) = with_mark(placed, key, |mark| Some(mark.events[0]).filter(|_| !is_count)) {
            explore::open(talk, id);
        }
    };
    let target = |x: f64, y: f64, w: f64, h: f64| {
        let box_of = el("rect").class("present-target").attr("x", number(x)).attr("y", number(y));
        box_of.attr("width", number(w)).attr("height", number(h))
    };
    el("g")
        .class("present-mark")
        .attr("transform", live_string(place))
        .attr("role", "button")
        .attr("aria-label", live_string(name))
        .maybe_attr("aria-pressed", (!is_count).then(|| live_flag(is_named)))
        .attr("tabindex", live(move || Some(if is_home() { "0" } else { "-1" })))
        .attr("data-mark", key.to_string())
        .on("focus", move |_| home.set(Some(key)))
        .on("click", move |_| {
            act();
        })
        .on("dblclick", move |_| open())
        .on_kind("keydown", on_key)
        .child(el("g").markup(live_string(shapes)))
        .child(target(-TARGET, -TARGET, 2.0 * TARGET, 2.0 * TARGET))
}

/// The current event, or else the first that is named, or the first there is.
fn first(placed: Placed) -> Option<u64> {
    placed.with(|stage| {
        let named = stage.marks.iter().max_by_key(|mark| (mark.role, std::cmp::Reverse(mark.events[0])));
        named.map(key)
    })
}

fn words(talk: Talk, events: &[EventId]) -> String {
    let state = talk.state;
    let (words, locale) = (state.words().present(), state.locale.get_untracked());
    if events.len() > 1 {
        return (words.marks)(events.len());
    }
    let dataset = state.dataset();
    let event = dataset.event(events[0]);
    let regions: Vec<&str> =
        event.regions.iter().map(|r| dataset.taxonomy().region(*r).label.get(locale).as_str()).collect();
    let date = date_words(event.date, locale, DateStyle::Full);
    (words.mark)(event.title.get(locale), &date, &regions.join(state.words().linked.part_gap))
}

/// Names an event or no longer; looks closer at several.
fn choose(talk: Talk, placed: Placed, events: &[EventId]) {
    if let [id] = events {
        let named = placed.with_untracked(|stage| stage.pinned());
        talk.pin(*id, named.clone(), talk.state.selected.get_untracked());
        let is_named = placed.with_untracked(|stage| stage.pinned().contains(id));
        if !named.contains(id) && !is_named {
            talk.state.announce(talk.state.words().present().said_no_room.to_owned());
        }
        return;
    }
    let dataset = talk.state.dataset();
    let spans = events.iter().map(|id| dataset.event(*id).date.anchor().span());
    if let Some(span) = spans.reduce(TimeSpan::union) {
        explore::look_at(talk, span);
    }
}

/// The event that has the focus, if one has.
pub(super) fn focused_event() -> Option<EventId> {
    let focused = web_sys::window()?.document()?.active_element()?;
    let key: u64 = focused.get_attribute("data-mark")?.parse().ok()?;
    (key & 1 == 0).then_some(EventId((key >> 1) as u32))
}

/// Moves the focus to the mark after or before, along the axis.
pub(super) fn focus_beside(is_next: bool) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let Ok(marks) = document.query_selector_all(".present-mark") else { return };
    let left = |mark: &web_sys::Element| mark.get_bounding_client_rect().x();
    let mut marks: Vec<web_sys::Element> = (0..marks.length()).filter_map(|i| marks.item(i)?.dyn_into().ok()).collect();
    crate::order::sort_by(&mut marks, |a, b| left(a).total_cmp(&left(b)));
    let focused = document.active_element();
    let at = marks.iter().position(|mark| Some(mark) == focused.as_ref());
    let home = || marks.iter().position(|mark| mark.get_attribute("tabindex").as_deref() == Some("0"));
    let to = match (at, is_next) {
        (Some(at), true) => Some(at + 1),
        (Some(at), false) => at.checked_sub(1),
        (None, _) => home(),
    };
    if let Some(mark) = to.and_then(|to| marks.get(to)).and_then(|mark| mark.dyn_ref::<web_sys::SvgElement>()) {
        let _ = mark.focus();
    }
}
