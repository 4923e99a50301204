//! Pointer and wheel over the lanes. A plain wheel and a vertical swipe are the page's own and never taken.

use std::cell::RefCell;

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::Stage;
use crate::layout::{Pointed, Viewport};
use crate::ui::state::AppState;

/// A press that moves less is a click, px.
const DRAG_THRESHOLD: f64 = 4.0;

/// Fingers nearer than this count as this far apart, px.
const MIN_PINCH: f64 = 24.0;

/// How much one px of wheel zooms.
const WHEEL_ZOOM: f64 = 0.0022;

/// A wheel that is still this long has ended its gesture, ms.
const WHEEL_REST_MS: u32 = 180;

/// Pointing this long shows what is there, ms.
const HOVER_MS: u32 = 120;

/// The pointer may take this long on its way into the tooltip, ms.
const LEAVE_MS: u32 = 180;

/// How long the hint on the wheel stays, ms.
const HINT_MS: u32 = 3000;

/// Pixels of one line of a wheel that counts in lines.
const LINE_PX: f64 = 16.0;

/// A pointer that is down: where it is, and where it went down.
#[derive(Clone, Copy)]
struct Press {
    id: i32,
    x: f64,
    y: f64,
    from_x: f64,
    from_y: f64,
}

/// What is going on between two events. There is one pointer for all timelines of a page.
#[derive(Default)]
struct Gesture {
    presses: Vec<Press>,
    start: Option<Viewport>,
    pinch: f64,
    moved: bool,
    wheel_rest: Option<Timeout>,
    hover: Option<Timeout>,
    frame: Option<gloo::render::AnimationFrame>,
    next: Option<Viewport>,
    hinted: bool,
}

thread_local! {
    static GESTURE: RefCell<Gesture> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut Gesture) -> T) -> T {
    GESTURE.with_borrow_mut(work)
}

/// How far apart two fingers are, px; never so near that a tremor would zoom.
fn distance(a: Press, b: Press) -> f64 {
    (a.x - b.x).hypot(a.y - b.y).max(MIN_PINCH)
}

/// Where in the stage an event happened, px of the drawing.
fn place(state: AppState, stage: Stage, client_x: i32, client_y: i32) -> (f64, f64) {
    let (rect, unit) =
        (stage.element.get_untracked().map(|e| e.get_bounding_client_rect()), state.unit.get_untracked());
    rect.map_or((0.0, 0.0), |r| ((f64::from(client_x) - r.left()) / unit, (f64::from(client_y) - r.top()) / unit))
}

/// Shows a viewport before the next paint, however many events come before it.
fn show_next(state: AppState, viewport: Viewport) {
    with(|g| {
        g.next = Some(viewport);
        if g.frame.is_none() {
            g.frame = Some(gloo::render::request_animation_frame(move |_| {
                let next = with(|g| {
                    g.frame = None;
                    g.next.take()
                });
                if let Some(viewport) = next {
                    state.preview(viewport);
                }
            }));
        }
    });
}

/// The viewport as the latest event left it, shown or not yet.
fn latest(state: AppState) -> Viewport {
    with(|g| g.next).unwrap_or_else(|| state.viewport.get_untracked())
}

/// Shows what is pending at once and makes it the period asked for.
fn finish(state: AppState) {
    let next = with(|g| {
        g.frame = None;
        g.next.take()
    });
    if let Some(viewport) = next {
        state.preview(viewport);
    }
    state.commit_viewport();
}

fn in_control(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|t| t.closest(".tooltip, .empty").is_ok_and(|found| found.is_some()))
}

pub(super) fn pointer_down(state: AppState, stage: Stage, event: &web_sys::PointerEvent) {
    if event.button() != 0 || in_control(event) {
        return;
    }
    let (x, y) = place(state, stage, event.client_x(), event.client_y());
    let press = Press { id: event.pointer_id(), x, y, from_x: x, from_y: y };
    let viewport = latest(state);
    with(|g| {
        g.presses.retain(|p| p.id != press.id);
        g.presses.push(press);
        g.start = Some(viewport);
        if let [a, b] = g.presses.as_slice() {
            g.pinch = distance(*a, *b);
            g.moved = true;
        } else {
            g.moved = false;
        }
        // A second finger starts from where the first has come.
        g.presses.iter_mut().for_each(|p| p.from_x = p.x);
    });
}

pub(super) fn pointer_move(state: AppState, stage: Stage, event: &web_sys::PointerEvent) {
    let (x, y) = place(state, stage, event.client_x(), event.client_y());
    let id = event.pointer_id();
    if event.buttons() == 0 {
        // Released elsewhere, where nothing told of it.
        with(|g| g.presses.retain(|p| p.id != id));
        stage.dragging.set(false);
    }
    let is_pressed = with(|g| match g.presses.iter_mut().find(|p| p.id == id) {
        Some(press) => {
            (press.x, press.y) = (x, y);
            true
        }
        None => false,
    });
    if !is_pressed {
        if event.pointer_type() == "mouse" && !in_control(event) {
            point_at(state, stage, x, y);
        }
        return;
    }
    let (next, started) = with(|g| {
        let Some(start) = g.start else { return (None, false) };
        match g.presses.as_slice() {
            [a, b, ..] => {
                let factor = distance(*a, *b) / g.pinch;
                let (from, to) = ((a.from_x + b.from_x) / 2.0, (a.x + b.x) / 2.0);
                (Some(start.zoomed(factor, from).panned(from - to)), false)
            }
            [press] => {
                let dx = press.from_x - press.x;
                let started = !g.moved && dx.abs() >= DRAG_THRESHOLD;
                g.moved |= started;
                (g.moved.then(|| start.panned(dx)), started)
            }
            [] => (None, false),
        }
    });
    if started {
        stage.dragging.set(true);
        state.hover.set(None);
        if let Some(element) = stage.element.get_untracked() {
            // Fails only where the pointer is gone already.
            let _ = element.set_pointer_capture(id);
        }
    }
    if let Some(viewport) = next {
        show_next(state, viewport);
    }
}

pub(super) fn pointer_up(state: AppState, stage: Stage, event: &web_sys::PointerEvent) {
    let id = event.pointer_id();
    let viewport = latest(state);
    let ended = with(|g| {
        let at = g.presses.iter().position(|p| p.id == id)?;
        let press = g.presses.remove(at);
        if let [rest] = g.presses.as_mut_slice() {
            // The finger that stays goes on panning from here.
            rest.from_x = rest.x;
            g.start = Some(viewport);
            return None;
        }
        g.start = None;
        Some((press, std::mem::take(&mut g.moved)))
    });
    let Some((press, moved)) = ended else { return };
    stage.dragging.set(false);
    if moved {
        finish(state);
    } else if event.type_() == "pointerup" {
        click(state, stage, press.from_x, press.from_y);
    }
}

fn click(state: AppState, stage: Stage, x: f64, y: f64) {
    let hit = state.layout.with_untracked(|layout| layout.hit(x, y).cloned());
    match hit {
        Some(mark) => super::open(state, stage, &mark),
        None if state.selected.get_untracked().is_some() => state.select(None),
        None => {}
    }
}

fn point_at(state: AppState, stage: Stage, x: f64, y: f64) {
    let hit = state.layout.with_untracked(|layout| layout.hit(x, y).map(Pointed::at_mark));
    if hit == state.hover.get_untracked() {
        with(|g| g.hover = None);
        return;
    }
    if stage.listed.get_untracked().is_some() {
        return;
    }
    let wait = if hit.is_some() { HOVER_MS } else { LEAVE_MS };
    let timeout = Timeout::new(wait, move || {
        state.hover.set(hit);
    });
    with(|g| g.hover = Some(timeout));
}

/// What is shown stays as it is: the pointer has come into the tooltip, or has chosen.
pub(super) fn keep_hover() {
    with(|g| g.hover = None);
}

pub(super) fn pointer_leave(state: AppState) {
    let timeout = Timeout::new(LEAVE_MS, move || {
        state.hover.set(None);
    });
    with(|g| g.hover = Some(timeout));
}

pub(super) fn double_click(state: AppState, stage: Stage, event: &web_sys::MouseEvent) {
    let (x, y) = place(state, stage, event.client_x(), event.client_y());
    if state.layout.with_untracked(|layout| layout.hit(x, y).is_none()) && !in_control(event) {
        state.zoom(2.0, x);
    }
}

pub(super) fn wheel(state: AppState, stage: Stage, event: &web_sys::WheelEvent) {
    let px = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => LINE_PX,
        web_sys::WheelEvent::DOM_DELTA_PAGE => state.viewport.get_untracked().width(),
        _ => 1.0 / state.unit.get_untracked(),
    };
    let (dx, dy) = (event.delta_x() * px, event.delta_y() * px);
    let viewport = latest(state);
    let next = if event.ctrl_key() || event.meta_key() {
        let (x, _) = place(state, stage, event.client_x(), event.client_y());
        viewport.zoomed((-dy * WHEEL_ZOOM).exp(), x)
    } else if event.shift_key() {
        // Some systems turn the axis themselves.
        viewport.panned(if dx == 0.0 { dy } else { dx })
    } else if dx.abs() > dy.abs() {
        viewport.panned(dx)
    } else {
        hint_once(stage);
        return;
    };
    event.prevent_default();
    state.hover.set(None);
    let domain = untrack(|| state.domain());
    show_next(state, next.clamped(domain));
    let rest = Timeout::new(WHEEL_REST_MS, move || finish(state));
    with(|g| g.wheel_rest = Some(rest));
}

/// Says once a visit how the wheel zooms, to someone who tries.
fn hint_once(stage: Stage) {
    if with(|g| std::mem::replace(&mut g.hinted, true)) {
        return;
    }
    stage.wheel_hint.set(true);
    Timeout::new(HINT_MS, move || {
        stage.wheel_hint.set(false);
    })
    .forget();
}
