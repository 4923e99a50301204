//! Events of the window.

use crate::ui::signals::*;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};

/// Listens on the window as long as the component around lives.
pub(in crate::ui) fn use_window_event(name: &'static str, handler: impl FnMut(&web_sys::Event) + 'static) {
    listen(name, EventListenerPhase::Bubble, Box::new(handler));
}

/// The same, before the event reaches what it happened to.
pub(in crate::ui) fn use_early_window_event(name: &'static str, handler: impl FnMut(&web_sys::Event) + 'static) {
    listen(name, EventListenerPhase::Capture, Box::new(handler));
}

fn listen(name: &'static str, phase: EventListenerPhase, mut handler: Box<dyn FnMut(&web_sys::Event)>) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions { phase, passive: false };
    let listener = EventListener::new_with_options(&window, name, options, move |event| handler(event));
    let held = StoredValue::new(Some(listener));
    on_cleanup(move || held.update_value(|held| drop(held.take())));
}
