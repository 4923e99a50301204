//! The timeline: axis, lanes with their names, marks, overview, key.

mod axis;
mod gestures;
mod gutter;
mod in_sight;
mod key;
mod keyboard;
mod mark_list;
mod marks;
mod overview;
mod tooltip;

use crate::ui::signals::*;
use leptos::html;
use wasm_bindgen::JsCast as _;

use super::dom::{El, Value, el, live, live_string};
use super::hooks::{use_element_width, use_later, use_window_event};
use super::lazy::{REST, lazily};
use super::notes_empty::empty;
use super::shortcuts::Panels;
use super::state::AppState;
use super::unit::{rem, view_box};

pub(in crate::ui) use keyboard::fit_selection;
pub(in crate::ui) use marks::mark_name;

use crate::layout::PlacedMark;
use crate::model::EventId;
use crate::query::Filter;
use crate::route::View;
use crate::scale::decimal;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
struct Stage {
    /// The element that takes pointers and wheel.
    element: NodeRef<html::Div>,
    /// The mark that has the focus or would take it, by its first event and its lane.
    current: RwSignal<Option<(EventId, usize)>>,
    /// What the keys mean.
    panels: Panels,
    /// Whether the focus is inside.
    has_focus: RwSignal<bool>,
    /// Whether any mark recedes for what another view points at.
    is_muting: RwSignal<bool>,
    /// The marks that are drawn.
    shown: Memo<in_sight::Shown>,
    /// A cluster whose events are listed, by its key.
    listed: RwSignal<Option<u64>>,
    /// Whether the hint on the wheel is shown.
    wheel_hint: RwSignal<bool>,
    /// Whether the pointer is dragging.
    dragging: RwSignal<bool>,
}

/// The whole timeline view.
pub(super) fn timeline(state: AppState) -> El {
    let (element, has_focus) = (NodeRef::new(), RwSignal::new(false));
    let stage = Stage {
        element,
        current: RwSignal::new(None),
        panels: Panels::expect(),
        has_focus,
        is_muting: RwSignal::new(false),
        shown: in_sight::shown_marks(state, element, has_focus),
        listed: RwSignal::new(None),
        wheel_hint: RwSignal::new(false),
        dragging: RwSignal::new(false),
    };
    // A cluster's list goes when anything else is pressed.
    use_window_event("pointerdown", move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let inside = target.is_some_and(|t| t.closest(".tooltip").is_ok_and(|tooltip| tooltip.is_some()));
        if !inside && stage.listed.get_untracked().is_some() {
            stage.listed.set(None);
        }
    });
    let width = use_element_width(stage.element);
    Effect::new(move |_| state.resize(width.get()));
    let neighbors = use_later();
    Effect::new(move |_| {
        neighbors.forget();
        if state.lacks_neighbors() {
            neighbors.after(REST_MS, move || state.place_neighbors());
        }
    });
    let height = move || state.layout.with(|l| l.height);
    // Beside the others, the place under the timeline says that only these days have none.
    let is_empty = Memo::new(move |_| {
        let ids = if state.shown.get() == View::All { state.matching } else { state.visible };
        ids.with(|ids| ids.is_empty())
    });
    let has_pinned = Memo::new(move |_| state.pinned.with(Option::is_some));
    let name = live_string(move || Some((state.words().timeline_name)(state.visible.with(|ids| ids.len()))));
    let class = live(move || Some(if stage.dragging.get() { "timeline timeline--dragging" } else { "timeline" }));
    let hint = move || {
        let hint = el("p").class("wheel-hint").text(state.words().timeline_wheel_hint);
        stage.wheel_hint.get().then_some(hint)
    };
    let lanes = el("div")
        .class("timeline-stage")
        .node_ref(stage.element)
        .attr("style", live_string(move || Some(["height: ", &rem(height())].concat())))
        .on_kind("pointerdown", move |event| gestures::pointer_down(state, stage, event))
        .on_kind("pointermove", move |event| gestures::pointer_move(state, stage, event))
        .on_kind("pointerup", move |event| gestures::pointer_up(state, stage, event))
        .on_kind("pointercancel", move |event| gestures::pointer_up(state, stage, event))
        .on("pointerleave", move |_| gestures::pointer_leave(state))
        .on_kind("dblclick", move |event| gestures::double_click(state, stage, event))
        .on_kind("wheel", move |event| gestures::wheel(state, stage, event))
        .on_kind("keydown", move |event| keyboard::key_down(state, stage, event))
        .on_kind("focusin", move |event| mark_list::focus_in(state, stage, event))
        .on_kind("focusout", move |event| mark_list::focus_out(state, stage, event))
        .child(marks::marks(state, stage))
        .block(tooltip::tooltip(state, stage))
        .block(move || is_empty.get().then(|| empty(state)))
        .block(hint);
    el("section")
        .class(class)
        .attr("aria-label", name)
        .child(axis::axis(state))
        .child(el("div").class("timeline-body").child(gutter::gutter(state, stage.panels)).child(lanes))
        .part(move |part| match has_pinned.get() {
            true => part.part(lazily(state, &REST, move |rest, part| part.child((rest.asked.pinned_lanes)(state)))),
            false => part,
        })
        .child(overview::overview_strip(state))
        .child(key::key(state))
}

/// An element with a drawing in it, as wide as the view.
fn drawing(state: AppState, height: impl Fn() -> f64 + Copy + 'static) -> El {
    let width = move || state.layout.with(|layout| layout.viewport.width());
    el("svg")
        .attr("width", live_string(move || Some(rem(width()))))
        .attr("height", live_string(move || Some(rem(height()))))
        .attr("viewBox", live_string(move || Some(view_box(width(), height()))))
}

/// Moves a drawing by what a pan has moved since the marks were laid out.
fn pan_style(state: AppState) -> Value {
    live_string(move || Some(format!("transform: translateX({}px)", decimal(state.pan_offset()))))
}

/// Opens a mark: an event's card, or the events of a cluster.
fn open(state: AppState, stage: Stage, mark: &PlacedMark) {
    gestures::keep_hover();
    state.hover.set(None);
    if !mark.is_cluster() {
        stage.current.set(Some((mark.events[0], mark.lane)));
        state.select(Some(mark.events[0]));
        return;
    }
    let dataset = state.dataset();
    let spans = mark.events.iter().map(|id| dataset.event(*id).date.anchor().span());
    let Some(all) = spans.reduce(crate::model::TimeSpan::union) else { return };
    let viewport = state.viewport.get_untracked();
    // A little air on both sides, so that their labels have room.
    let air = (f64::from(all.days()) * CLUSTER_AIR).max(2.0) as i32;
    let wanted = crate::model::TimeSpan::new(all.start().plus(-air), all.end().plus(air));
    if f64::from(wanted.days()) > viewport.days() * WORTH_ZOOMING || viewport.days() <= crate::layout::MIN_DAYS {
        stage.listed.set(Some(mark.key));
    } else {
        state.set_filter(|f: &mut Filter| f.time = Some(wanted));
    }
}

/// A view rests this long before its neighbours are placed, ms: a gesture goes on sooner, and needs none.
const REST_MS: u32 = 300;

/// Days around a cluster's events when it is opened, as a share of their span.
const CLUSTER_AIR: f64 = 0.25;

/// A cluster whose events would still fill this share of the view is listed instead of zoomed to.
const WORTH_ZOOMING: f64 = 0.8;
