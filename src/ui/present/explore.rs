//! Looking around in the middle of a story: zoom, pan, open, and swipes and taps for who has no keys.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::{Talk, Tool};
use crate::model::{EventId, TimeSpan};
use crate::talk::Move;
use crate::ui::dom::El;

/// How much one press magnifies.
const ZOOM: f64 = 1.5;

/// The share of the view that one press moves.
const PAN: f64 = 0.25;

/// A finger that goes this far, px, swipes; one that stays nearer than a tap's spread taps.
const SWIPE: i32 = 60;
const TAP: i32 = 12;

/// The wheel's px for one press of a zoom key.
const WHEEL: f64 = 240.0;

/// Magnifies around the current event, or else around the middle.
pub(super) fn zoom(talk: Talk, is_in: bool) {
    let state = talk.state;
    let viewport = state.viewport.get_untracked();
    let current = state.selected.get_untracked().map(|id| {
        let dataset = state.dataset();
        viewport.scale().px_span(dataset.event(id).date.anchor().span()).mid()
    });
    let at = current.filter(|x| (0.0..viewport.width()).contains(x)).unwrap_or(viewport.width() / 2.0);
    state.zoom(if is_in { ZOOM } else { 1.0 / ZOOM }, at);
    talk.tell();
}

/// Moves to later days, or to earlier ones.
pub(super) fn pan(talk: Talk, is_later: bool) {
    let state = talk.state;
    let viewport = state.viewport.get_untracked();
    let by = if is_later { PAN } else { -PAN };
    state.preview(viewport.panned(by * viewport.width()));
    state.commit_viewport();
    talk.tell();
}

/// The whole record.
pub(super) fn fit(talk: Talk) {
    talk.state.fit();
    talk.tell();
}

/// Looks at some days with a little around them.
pub(super) fn look_at(talk: Talk, span: TimeSpan) {
    let state = talk.state;
    let around = (span.days() / 4).max(3);
    let span = TimeSpan::new(span.start().plus(-around), span.end().plus(around));
    let viewport = state.viewport.get_untracked().fitted(span);
    state.preview(viewport);
    state.commit_viewport();
    talk.tell();
}

/// Opens an event: it is what is spoken of now.
pub(super) fn open(talk: Talk, id: EventId) {
    talk.state.select(Some(id));
    talk.tell();
}

/// Drags of a mouse pan; the wheel with Ctrl or Cmd zooms at the pointer; a finger that swipes steps.
pub(super) fn gestures(talk: Talk, svg: El) -> El {
    let state = talk.state;
    // Where it went down, whether it is a mouse, and whether it has moved.
    let from = StoredValue::new(None::<(i32, i32, bool, bool)>);
    let down = move |event: &web_sys::PointerEvent| {
        if talk.tool.get_untracked() == Tool::Hand && event.is_primary() && event.button() == 0 {
            from.set_value(Some((event.client_x(), event.client_y(), event.pointer_type() == "mouse", false)));
        }
    };
    let moved = move |event: &web_sys::PointerEvent| {
        let Some((x, y, true, _)) = from.get_value() else { return };
        let px = event.client_x() - x;
        if px == 0 || event.buttons() & 1 == 0 {
            return;
        }
        from.set_value(Some((event.client_x(), y, true, true)));
        state.preview(state.viewport.get_untracked().panned(-f64::from(px) * units_per_px(talk, event)));
    };
    let up = move |event: &web_sys::PointerEvent| {
        let Some((x, y, is_mouse, has_moved)) = from.try_update_value(Option::take).flatten() else { return };
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        let on_mark = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let on_mark = on_mark.is_some_and(|t| t.closest(".present-mark").is_ok_and(|mark| mark.is_some()));
        if is_mouse && has_moved {
            state.commit_viewport();
            talk.tell();
        } else if is_mouse {
        } else if dx.abs() >= SWIPE && dx.abs() > 2 * dy.abs() {
            talk.go(if dx < 0 { Move::Next } else { Move::Previous });
        } else if dx.abs() < TAP && dy.abs() < TAP && !on_mark {
            talk.controls.update(|shown| *shown = !*shown);
        }
    };
    let wheel = move |event: &web_sys::WheelEvent| {
        if !event.ctrl_key() && !event.meta_key() {
            return;
        }
        event.prevent_default();
        let Some(at) = super::ink::place(talk, event.unchecked_ref()) else { return };
        let px = event.delta_y() * if event.delta_mode() == 1 { 16.0 } else { 1.0 };
        state.zoom((-px / WHEEL * ZOOM.ln()).exp(), at.0);
        talk.tell();
    };
    svg.on_kind("pointerdown", down)
        .on_kind("pointermove", moved)
        .on_kind("pointerup", up)
        .on("pointercancel", move |_| from.set_value(None))
        .on_kind("wheel", wheel)
}

fn units_per_px(talk: Talk, event: &web_sys::PointerEvent) -> f64 {
    let target = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    target.map_or(1.0, |target| talk.size.get_untracked().0 / target.get_bounding_client_rect().width().max(1.0))
}
