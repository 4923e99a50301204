//! The timeline: axis, lanes with their names, marks, overview, key.

mod axis;
mod gestures;
mod gutter;
mod key;
mod keyboard;
mod marks;
mod overview;
mod tooltip;

use crate::scene::svg::number;
use crate::ui::erase::derived;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::hooks::{use_element_width, use_window_event};
use super::notes_empty::Empty;
use super::state::AppState;
use axis::Axis;
use gutter::Gutter;
use key::Key;
use marks::Marks;
use overview::OverviewStrip;
use tooltip::Tooltip;

use crate::layout::PlacedMark;
use crate::model::EventId;
use crate::query::Filter;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
struct Stage {
    /// The element that takes pointers and wheel.
    element: NodeRef<html::Div>,
    /// The mark that has the focus or would take it, by its first event and its lane.
    current: RwSignal<Option<(EventId, usize)>>,
    /// Whether the focus is inside.
    has_focus: RwSignal<bool>,
    /// A cluster whose events are listed, by its key.
    listed: RwSignal<Option<u64>>,
    /// Whether the hint on the wheel is shown.
    wheel_hint: RwSignal<bool>,
    /// Whether the pointer is dragging.
    dragging: RwSignal<bool>,
}

/// The whole timeline view.
#[component]
pub(super) fn Timeline() -> impl IntoView {
    let state = AppState::expect();
    let stage = Stage {
        element: NodeRef::new(),
        current: RwSignal::new(None),
        has_focus: RwSignal::new(false),
        listed: RwSignal::new(None),
        wheel_hint: RwSignal::new(false),
        dragging: RwSignal::new(false),
    };
    provide_context(stage);
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
    let height = Memo::new(move |_| state.layout.with(|l| l.height));
    let is_empty = Memo::new(move |_| state.matching.with(|ids| ids.is_empty()));
    let name = derived(move || (state.words().timeline_name)(state.visible.with(|ids| ids.len())));
    view! {
        <section class="timeline" aria-label=name class:timeline--dragging=stage.dragging>
            <Axis />
            <div class="timeline-body">
                <Gutter />
                <div
                    class="timeline-stage"
                    node_ref=stage.element
                    style=derived(move || format!("height: {}px", number(height.get())))
                    on:pointerdown=move |event| gestures::pointer_down(state, stage, &event)
                    on:pointermove=move |event| gestures::pointer_move(state, stage, &event)
                    on:pointerup=move |event| gestures::pointer_up(state, stage, &event)
                    on:pointercancel=move |event| gestures::pointer_up(state, stage, &event)
                    on:pointerleave=move |_| gestures::pointer_leave(state)
                    on:dblclick=move |event| gestures::double_click(state, stage, &event)
                    on:wheel=move |event| gestures::wheel(state, stage, &event)
                    on:keydown=move |event| keyboard::key_down(state, stage, &event)
                    on:focusin=move |_| stage.has_focus.set(true)
                    on:focusout=move |_| stage.has_focus.set(false)
                >
                    <Marks />
                    <Tooltip />
                    <Show when=move || is_empty.get()>
                        <Empty />
                    </Show>
                    <Show when=move || stage.wheel_hint.get()>
                        <p class="wheel-hint" role="status">{state.words().timeline_wheel_hint}</p>
                    </Show>
                </div>
            </div>
            <OverviewStrip />
            <Key />
        </section>
    }
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

/// Days around a cluster's events when it is opened, as a share of their span.
const CLUSTER_AIR: f64 = 0.25;

/// A cluster whose events would still fill this share of the view is listed instead of zoomed to.
const WORTH_ZOOMING: f64 = 0.8;
