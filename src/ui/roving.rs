//! One tab stop for a list of events: arrows, Home and End move inside it, and Tab comes back to where one was.

use crate::ui::signals::*;
use wasm_bindgen::JsCast;

use super::dom::{El, Value, live};
use super::shortcuts::Panels;
use super::state::AppState;
use crate::keys::{Command, Scope};
use crate::model::EventId;

/// Which event of a list Tab reaches.
#[derive(Clone, Copy)]
pub(super) struct Roving {
    panels: Panels,
    /// What had the focus last.
    pub(super) current: RwSignal<Option<EventId>>,
    /// The first of the list as it stands.
    first: RwSignal<Option<EventId>>,
    pub(super) stop: Memo<Option<EventId>>,
}

impl Roving {
    /// A list of the events shown.
    pub(super) fn new(state: AppState) -> Self {
        let (current, first) = (RwSignal::new(None), RwSignal::new(None));
        let stop = Memo::new(move |_| {
            let is_listed = |id: &EventId| state.visible.with(|ids| ids.binary_search(id).is_ok());
            current.get().filter(is_listed).or_else(|| state.selected.get().filter(is_listed)).or(first.get())
        });
        Self { panels: Panels::expect(), current, first, stop }
    }

    /// Says which event stands first.
    pub(super) fn starts_with(self, id: Option<EventId>) {
        if self.first.get_untracked() != id {
            self.first.set(id);
        }
    }

    /// Makes what opens an event a part of the list.
    pub(super) fn item(self, opener: El, id: EventId) -> El {
        let tabindex: Value = live(move || Some(if self.stop.get() == Some(id) { "0" } else { "-1" }));
        opener.attr("tabindex", tabindex).attr("data-item", "").on("focus", move |_| self.current.set(Some(id)))
    }

    /// Makes the element around the openers listen to the keys. What `go` says it has done is done: it knows a list
    /// that does not stand in the page whole.
    pub(super) fn list(self, container: El, go: impl Fn(Command) -> bool + 'static) -> El {
        container.on_kind("keydown", move |event: &web_sys::KeyboardEvent| {
            let Some(item) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
            let Some(command) = self.panels.command(Scope::List, event).filter(|_| item.has_attribute("data-item"))
            else {
                return;
            };
            // A button answers both of its keys by itself, a link only Enter.
            if command == Command::Open {
                if item.tag_name() == "A" && event.key() == " " {
                    event.prevent_default();
                    item.click();
                }
                return;
            }
            if go(command) {
                event.prevent_default();
                return;
            }
            let container = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let Some(Ok(items)) = container.map(|c| c.query_selector_all("[data-item]")) else { return };
            let n = items.length();
            let at = (0..n).find(|i| items.get(*i).as_ref() == Some(item.as_ref())).unwrap_or(0);
            let page = || screenful(items.item(0), items.item(n - 1), n);
            let to = match command {
                Command::Previous => at.saturating_sub(1),
                Command::Next => (at + 1).min(n - 1),
                Command::First => 0,
                Command::Last => n - 1,
                Command::PageBack => at.saturating_sub(page()),
                Command::PageOn => (at + page()).min(n - 1),
                _ => return,
            };
            event.prevent_default();
            if let Some(Ok(next)) = items.get(to).map(JsCast::dyn_into::<web_sys::HtmlElement>) {
                let _ = next.focus();
            }
        })
    }
}

/// How many items of a list take about a screen, at least one.
fn screenful(first: Option<web_sys::Node>, last: Option<web_sys::Node>, n: u32) -> u32 {
    let top = |node: Option<web_sys::Node>| {
        let element = node.and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        element.map_or(0.0, |element| element.get_bounding_client_rect().top())
    };
    let height = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|px| px.as_f64());
    let pitch = (top(last) - top(first)) / f64::from(n.max(2) - 1);
    (height.unwrap_or_default() * 0.9 / pitch.max(1.0)) as u32 + 1
}
