//! The page around a frame: what it says is heard, and it is told which event is open.
//!
//! Messages are objects with `gsiTimeline: 1`; the script for such pages (`public/gsi-timeline.js`) speaks them.

use crate::ui::signals::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::hooks::use_window_event;
use super::state::AppState;
use super::url_sync::History;
use crate::embed::HostMessage;

/// The mark of all messages, and their version.
const MARK: (&str, f64) = ("gsiTimeline", 1.0);

/// The fields that are listened to.
const FIELDS: [&str; 2] = ["event", "scheme"];

/// The page around this one, where it stands in a frame.
pub(super) fn parent() -> Option<web_sys::Window> {
    let window = web_sys::window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Listens to the page around and keeps it told, as long as the present part of the page stands.
pub(super) fn use_host(state: AppState) {
    let Some(host) = parent() else { return };
    let source = host.clone();
    use_window_event("message", move |event| {
        let Some(message) = event.dyn_ref::<web_sys::MessageEvent>() else { return };
        // A frame inside this one, or a window it opened, has nothing to say.
        if message.source().is_some_and(|from| js_sys::Object::is(&from, &source)) {
            hear(state, &message.data());
        }
    });
    let ready = StoredValue::new(false);
    Effect::new(move |_| {
        let event = state.selected.get();
        if ready.get_value() {
            let slug = event.map(|id| state.dataset().event(id).slug.clone());
            tell(&host, "event", &slug.map_or(JsValue::NULL, Into::into));
        } else {
            ready.set_value(true);
            tell(&host, "ready", &true.into());
        }
    });
}

fn hear(state: AppState, data: &JsValue) {
    let field = |name: &str| js_sys::Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if !data.is_object() || field(MARK.0) != MARK.1 {
        return;
    }
    for name in FIELDS {
        let value = field(name);
        if !value.is_string() && !value.is_null() {
            continue;
        }
        match HostMessage::read(name, value.as_string().as_deref(), &state.dataset()) {
            Some(HostMessage::Event(id)) if id != state.selected.get_untracked() => state.select(id),
            Some(HostMessage::Scheme(scheme)) => state.change(History::Replace, |view| view.scheme = scheme),
            _ => {}
        }
    }
}

/// Says one thing to the page around. Whose page that is, a sandboxed frame cannot know; nothing said is a secret.
pub(super) fn tell(host: &web_sys::Window, name: &str, value: &JsValue) {
    let message = js_sys::Object::new();
    // Setting a field of a fresh object cannot fail, and a page that is gone hears nothing.
    let _ = js_sys::Reflect::set(&message, &MARK.0.into(), &MARK.1.into());
    let _ = js_sys::Reflect::set(&message, &name.into(), value);
    let _ = host.post_message(&message, "*");
}
