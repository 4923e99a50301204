//! The pen's marks and the spotlight: both go with the stop they were made on.

use std::fmt::Write as _;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::{Talk, Tool};
use crate::scene::svg::{number, path_data};
use crate::ui::dom::{El, el, live_string};

/// Points of a line nearer than this are one, units.
const STEP: f64 = 2.0;

/// The most points of all lines: a bound on what one stop can hold.
const MAX_POINTS: usize = 20_000;

/// Where a pointer is on the drawing, units.
pub(super) fn place(talk: Talk, event: &web_sys::PointerEvent) -> Option<(f64, f64)> {
    let target = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let px = target.get_bounding_client_rect();
    let (width, height) = talk.size.get_untracked();
    let along = |at: i32, start: f64, px: f64, units: f64| (f64::from(at) - start) / px.max(1.0) * units;
    Some((along(event.client_x(), px.x(), px.width(), width), along(event.client_y(), px.y(), px.height(), height)))
}

/// Has a pointer, a finger or a stylus draw while the pen is in hand.
pub(super) fn pen(talk: Talk, svg: El) -> El {
    let holds = move || talk.tool.get_untracked() == Tool::Pen;
    let is_down = StoredValue::new(false);
    let add = move |at: (f64, f64)| {
        talk.lines.update(|lines| {
            let n: usize = lines.iter().map(Vec::len).sum();
            let Some(line) = lines.last_mut() else { return };
            let is_far = line.last().is_none_or(|(x, y)| (x - at.0).hypot(y - at.1) >= STEP);
            if is_far && n < MAX_POINTS {
                line.push(at);
            }
        });
    };
    let down = move |event: &web_sys::PointerEvent| {
        if holds()
            && event.is_primary()
            && let Some(at) = place(talk, event)
        {
            event.prevent_default();
            is_down.set_value(true);
            if let Some(svg) = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()) {
                // The line goes on beyond the edge.
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
            talk.lines.update(|lines| lines.push(vec![at]));
        }
    };
    let drawn = move |event: &web_sys::PointerEvent| {
        if is_down.get_value()
            && event.is_primary()
            && let Some(at) = place(talk, event)
        {
            add(at);
        }
    };
    svg.on_kind("pointerdown", down)
        .on_kind("pointermove", drawn)
        .on("pointerup", move |_| is_down.set_value(false))
        .on("pointercancel", move |_| is_down.set_value(false))
}

/// What was drawn.
pub(super) fn lines(talk: Talk) -> El {
    let paths = move || {
        talk.lines.with(|lines| {
            let mut out = String::new();
            for line in lines {
                // A tap is a dot.
                let dot = [line[0], (line[0].0 + 0.1, line[0].1)];
                let points = if line.len() == 1 { &dot[..] } else { line };
                let data = path_data(points);
                let _ = write!(out, r#"<path class="present-halo" d="{data}"/><path d="{data}"/>"#);
            }
            Some(out)
        })
    };
    el("g").class("present-ink").attr("aria-hidden", "true").markup(live_string(paths))
}

/// A light that follows the pointer over the whole stage.
pub(super) fn spotlight(talk: Talk) -> El {
    let at = RwSignal::new(None::<(i32, i32)>);
    crate::ui::hooks::use_window_event("pointermove", move |event| {
        if talk.tool.get_untracked() == Tool::Spotlight
            && let Some(event) = event.dyn_ref::<web_sys::PointerEvent>()
        {
            at.set(Some((event.client_x(), event.client_y())));
        }
    });
    let light = move || {
        (talk.tool.get() == Tool::Spotlight).then(|| {
            let style = live_string(move || {
                let px = |at: i32| number(f64::from(at));
                let (x, y) = at.get().map_or(("50vw".to_owned(), "50vh".to_owned()), |(x, y)| {
                    ([&px(x), "px"].concat(), [&px(y), "px"].concat())
                });
                Some(["left: ", &x, "; top: ", &y].concat())
            });
            el("div").class("present-spotlight").attr("style", style).attr("aria-hidden", "true")
        })
    };
    el("div").block(light)
}
