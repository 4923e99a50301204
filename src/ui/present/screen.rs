//! The screen itself: all of it where that is allowed, and awake.

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Talk;
use crate::ui::hooks::use_window_event;

thread_local! {
    /// What keeps the screen awake.
    static AWAKE: std::cell::RefCell<Option<JsValue>> = const { std::cell::RefCell::new(None) };
    /// Whether the whole screen was asked for and given.
    static FULL: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Calls a method that a browser may lack, and that may be refused; what it gives, in time, or nothing.
async fn ask(target: JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    let function: Function = Reflect::get(&target, &method.into()).ok()?.dyn_into().ok()?;
    let answer = match argument {
        Some(argument) => function.call1(&target, &argument.into()),
        None => function.call0(&target),
    };
    let promise: Promise = answer.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Whether the person asked for no motion.
pub(super) fn prefers_stillness() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Asks for the whole screen; it is never needed.
pub(super) fn fill() {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    spawn_local(async move {
        if ask(root.into(), "requestFullscreen", None).await.is_some() {
            FULL.set(true);
        }
    });
}

/// Gives it back.
pub(super) fn release() {
    if FULL.take()
        && let Some(document) = document()
    {
        spawn_local(async move {
            ask(document.into(), "exitFullscreen", None).await;
        });
    }
}

/// A second window takes the first out of the whole screen; that is no wish to leave.
pub(super) fn expect_smaller() {
    FULL.set(false);
}

fn wake() {
    spawn_local(async {
        let Some(window) = web_sys::window() else { return };
        let Ok(lock) = Reflect::get(&window.navigator(), &"wakeLock".into()) else { return };
        if let Some(lock) = ask(lock, "request", Some("screen")).await {
            AWAKE.set(Some(lock));
        }
    });
}

fn sleep() {
    if let Some(lock) = AWAKE.take() {
        spawn_local(async move {
            ask(lock, "release", None).await;
        });
    }
}

/// Keeps the screen awake while the stage stands, and ends with the whole screen: there, Esc is the browser's own key.
pub(super) fn use_screen(talk: Talk) {
    wake();
    on_cleanup(sleep);
    use_window_event("visibilitychange", move |_| {
        // The browser takes the lock away from a page that is out of sight.
        if talk.is_on() && document().is_some_and(|d| !d.hidden()) {
            wake();
        }
    });
    use_window_event("fullscreenchange", move |_| {
        let is_full = document().and_then(|d| Reflect::get(&d, &"fullscreenElement".into()).ok());
        if FULL.get() && is_full.is_some_and(|element| element.is_null()) {
            FULL.set(false);
            Timeout::new(0, move || talk.leave()).forget();
        }
    });
}
