//! The opened event on a narrow page: a sheet that rises to two fifths of the screen, and in full by its handle.

use std::cell::RefCell;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::dom::{El, el, live_flag, live_string};
use super::source::section_anchor;
use super::state::AppState;
use crate::model::EventId;
use crate::scale::decimal;

/// A press that moves less is a tap, px.
const TAP: f64 = 6.0;

/// A pull as far as this changes the height of the sheet, px.
const PULL: f64 = 56.0;

/// A drag of the handle: where it began, how high the sheet was, and how far it has come, px.
struct Drag {
    from: f64,
    height: f64,
    up: f64,
}

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// The handle: dragged or pressed, it opens the sheet in full or lets it down; pulled down from there, it closes it.
pub(super) fn grab(state: AppState, is_tall: RwSignal<bool>) -> El {
    let words = state.words().phone();
    // A drag ends with a click that is none.
    let was_drag = StoredValue::new(false);
    let down = move |event: &web_sys::PointerEvent| {
        was_drag.set_value(false);
        let (Some(handle), Some(sheet)) = (handle(event), sheet(event)) else { return };
        // Fails only where the pointer is gone already.
        let _ = handle.set_pointer_capture(event.pointer_id());
        let height = sheet.get_bounding_client_rect().height();
        DRAG.set(Some(Drag { from: f64::from(event.client_y()), height, up: 0.0 }));
    };
    let moved = move |event: &web_sys::PointerEvent| {
        let height = DRAG.with_borrow_mut(|drag| {
            let drag = drag.as_mut()?;
            drag.up = drag.from - f64::from(event.client_y());
            (drag.up.abs() >= TAP).then_some(drag.height + drag.up)
        });
        if let (Some(height), Some(sheet)) = (height, sheet(event)) {
            was_drag.set_value(true);
            let _ = sheet.style().set_property("--sheet-height", &(decimal(height.max(0.0)) + "px"));
            let _ = sheet.set_attribute("data-dragging", "");
        }
    };
    let up = move |event: &web_sys::PointerEvent| {
        let Some(drag) = DRAG.take() else { return };
        if let Some(sheet) = sheet(event) {
            let _ = sheet.style().remove_property("--sheet-height");
            let _ = sheet.remove_attribute("data-dragging");
        }
        match (is_tall.get_untracked(), drag.up) {
            (false, up) if up > PULL => is_tall.set(true),
            (false, up) if up < -PULL => super::card::close(state),
            (true, up) if up < -PULL => is_tall.set(false),
            _ => {}
        }
    };
    let press = move |_| {
        if !was_drag.get_value() {
            is_tall.update(|tall| *tall = !*tall);
        }
        was_drag.set_value(false);
    };
    el("button")
        .class("card-grab")
        .attr("type", "button")
        .attr("aria-expanded", live_flag(move || is_tall.get()))
        .attr(
            "aria-label",
            live_string(move || Some(if is_tall.get() { words.lower } else { words.taller }.to_owned())),
        )
        .on_kind("pointerdown", down)
        .on_kind("pointermove", moved)
        .on_kind("pointerup", up)
        .on_kind("pointercancel", up)
        .on("click", press)
}

fn handle(event: &web_sys::PointerEvent) -> Option<web_sys::Element> {
    event.current_target().and_then(|t| t.dyn_into().ok())
}

fn sheet(event: &web_sys::PointerEvent) -> Option<web_sys::HtmlElement> {
    handle(event)?.closest(".card").ok().flatten()?.dyn_into().ok()
}

/// What a thumb does with an event: to its source, into a list of sources, to the one before, to the one after.
pub(super) fn foot(state: AppState, id: EventId, steps: impl IntoIterator<Item = El>) -> El {
    let dataset = state.dataset();
    let number = &dataset.section(dataset.event(id).section).number;
    let source = el("a")
        .class("button button--main")
        .attr("href", ["#", &section_anchor(number)].concat())
        .on("click", super::card::open_contents)
        .text((state.words().phone().source)(number));
    el("div").class("card-foot").child(source).child(super::export::cite_event_button(state)).children(steps)
}
