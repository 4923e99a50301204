//! Events of the window.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;

/// Listens on the window as long as the component around lives.
pub(in crate::ui) fn use_window_event(name: &'static str, mut handler: impl FnMut(&web_sys::Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, name, options, move |event| handler(event));
    let held = StoredValue::new_local(Some(listener));
    on_cleanup(move || held.update_value(|held| drop(held.take())));
}
