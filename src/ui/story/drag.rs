//! Stops put in order by dragging, with a mouse, a pen or a finger. Buttons and keys do the same.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::Stories;
use super::panel::shift;
use crate::scale::clamp;
use crate::scene::svg::number;
use crate::story::{place_at, scroll_at};
use crate::ui::dom::{El, Value, el, live, live_string};
use crate::ui::hooks::{Frame, use_early_window_event, use_frame};

/// Six dots.
const DOTS: &str = "<path d=\"M3 3h.01M7 3h.01M3 8h.01M7 8h.01M3 13h.01M7 13h.01\"/>";

/// A stop that is held.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    /// The place it was taken from, and the one it would land at.
    from: usize,
    to: usize,
    /// How far it is from its place, and how high it is, px.
    dy: f64,
    height: f64,
}

impl Held {
    /// How far the stop at a place is from its own, px: what is held goes with the pointer, the others make room.
    fn shift(self, at: usize) -> f64 {
        match at {
            _ if at == self.from => self.dy,
            _ if self.from < at && at <= self.to => -self.height,
            _ if self.to <= at && at < self.from => self.height,
            _ => 0.0,
        }
    }
}

/// The pointer that holds it.
#[derive(Clone, Copy)]
struct Grip {
    id: i32,
    /// Where it was first and where it is, px of the window.
    first: f64,
    y: f64,
    /// How far the panel was scrolled at first, px.
    scrolled: i32,
}

/// One `Copy` handle to what is dragged in the panel.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    stories: Stories,
    /// The stop whose fields are open.
    pub(super) opened: RwSignal<Option<usize>>,
    held: RwSignal<Option<Held>>,
    grip: StoredValue<Option<Grip>>,
    frame: Frame,
}

fn panel() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("story-panel")
}

/// Top and bottom of every stop's own place, whatever is carried, px of the window.
fn rows(panel: &web_sys::Element) -> Vec<(f64, f64)> {
    let Ok(items) = panel.query_selector_all(".story-item") else { return Vec::new() };
    let all = (0..items.length()).filter_map(|i| items.item(i)?.dyn_into::<web_sys::HtmlElement>().ok());
    let start = panel.get_bounding_client_rect().top() - f64::from(panel.scroll_top());
    let row = |item: web_sys::HtmlElement| {
        let top = start + f64::from(item.offset_top());
        (top, top + f64::from(item.offset_height()))
    };
    all.map(row).collect()
}

impl Dragging {
    /// For the panel around.
    pub(super) fn new(stories: Stories) -> Self {
        let drag = Self {
            stories,
            opened: RwSignal::new(None),
            held: RwSignal::new(None),
            grip: StoredValue::new(None),
            frame: use_frame(),
        };
        // Esc leaves the stop where it was, and the panel open.
        use_early_window_event("keydown", move |event| {
            let is_escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if is_escape && drag.held.get_untracked().is_some() {
                event.prevent_default();
                event.stop_propagation();
                drag.let_go();
            }
        });
        drag
    }

    fn let_go(self) {
        self.grip.set_value(None);
        self.held.set(None);
    }

    fn take(self, at: usize, event: &web_sys::PointerEvent) {
        if event.button() != 0 || !event.is_primary() || self.held.get_untracked().is_some() {
            return;
        }
        // No text is marked meanwhile.
        event.prevent_default();
        if let Some(grip) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        let y = f64::from(event.client_y());
        let scrolled = panel().map_or(0, |panel| panel.scroll_top());
        self.grip.set_value(Some(Grip { id: event.pointer_id(), first: y, y, scrolled }));
        self.held.set(Some(Held { from: at, to: at, dy: 0.0, height: 0.0 }));
    }

    /// Whether an event is of the pointer that holds a stop.
    fn is_holding(self, event: &web_sys::PointerEvent) -> bool {
        self.grip.get_value().is_some_and(|grip| grip.id == event.pointer_id())
    }

    fn carry(self, event: &web_sys::PointerEvent) {
        if self.is_holding(event) {
            self.grip.update_value(|grip| {
                if let Some(grip) = grip {
                    grip.y = f64::from(event.client_y());
                }
            });
            self.follow();
        }
    }

    /// Puts what is held where the pointer is; near an edge the list goes on moving under it.
    fn follow(self) {
        let (Some(grip), Some(held), Some(panel)) = (self.grip.get_value(), self.held.get_untracked(), panel()) else {
            return;
        };
        let rows = rows(&panel);
        let (Some(own), Some(first), Some(last)) = (rows.get(held.from), rows.first(), rows.last()) else {
            return self.let_go();
        };
        let scrolled = f64::from(panel.scroll_top() - grip.scrolled);
        let dy = clamp(grip.y - grip.first + scrolled, first.0 - own.0, last.1 - own.1);
        let (to, height) = (place_at(held.from, &rows, grip.y), own.1 - own.0);
        self.held.set(Some(Held { to, dy, height, ..held }));
        let px = panel.get_bounding_client_rect();
        let step = scroll_at(grip.y, px.top().max(0.0), px.bottom());
        if step != 0.0 {
            self.frame.request(move || {
                let before = panel.scroll_top();
                panel.set_scroll_top(before + step as i32);
                if panel.scroll_top() != before {
                    self.follow();
                }
            });
        }
    }

    fn drop(self, event: &web_sys::PointerEvent) {
        if !self.is_holding(event) {
            return;
        }
        let held = self.held.get_untracked();
        self.let_go();
        if let Some(Held { from, to, .. }) = held {
            shift(self.stories, self.opened, from, to);
        }
    }

    /// What a stop is taken by.
    pub(super) fn grip(self, at: usize) -> El {
        let dots = el("svg").attr("viewBox", "0 0 10 16").markup(DOTS);
        el("span")
            .class("story-grip")
            // Keys and buttons do it for whoever sees no dots.
            .attr("aria-hidden", "true")
            .attr("title", self.stories.state.words().story().drag)
            .on_kind("pointerdown", move |event: &web_sys::PointerEvent| self.take(at, event))
            .on_kind("pointermove", move |event: &web_sys::PointerEvent| self.carry(event))
            .on_kind("pointerup", move |event: &web_sys::PointerEvent| self.drop(event))
            .on_kind("pointercancel", move |event: &web_sys::PointerEvent| {
                if self.is_holding(event) {
                    self.let_go();
                }
            })
            .child(dots)
    }

    /// The class of the stop at a place: held, or beside the place where what is held would land.
    pub(super) fn class(self, at: usize) -> Value {
        live(move || {
            Some(match self.held.get() {
                Some(held) if held.from == at => "story-item story-item--held",
                Some(held) if held.to == at && held.to < held.from => "story-item story-item--before",
                Some(held) if held.to == at && held.to > held.from => "story-item story-item--behind",
                _ => "story-item",
            })
        })
    }

    /// How far the stop at a place is carried, or makes room.
    pub(super) fn style(self, at: usize) -> Value {
        live_string(move || {
            let dy = self.held.get()?.shift(at);
            (dy != 0.0).then(|| ["transform: translateY(", &number(dy), "px)"].concat())
        })
    }
}
