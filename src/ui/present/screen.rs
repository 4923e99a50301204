//! The screen itself: all of it where that is allowed, and awake.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Talk, keys};
use crate::ui::hooks::use_window_event;

/// The whole screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Full {
    /// Not wanted, or never given.
    No,
    /// Asked for.
    Asked,
    /// Given.
    Yes,
    /// Given, and taken away again for something else than leaving: it is asked for with the next key.
    Lost,
}

thread_local! {
    /// What keeps the screen awake.
    static AWAKE: std::cell::RefCell<Option<JsValue>> = const { std::cell::RefCell::new(None) };
    /// Whether a stage stands that it should be kept awake for.
    static IS_TALK: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    /// How the whole screen stands.
    static FULL: std::cell::Cell<Full> = const { std::cell::Cell::new(Full::No) };
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
    let before = FULL.replace(Full::Asked);
    spawn_local(async move {
        let is_given = ask(root.into(), "requestFullscreen", None).await.is_some();
        match FULL.get() {
            Full::Asked if is_given => FULL.set(Full::Yes),
            // Once given, it may be given with a later key.
            Full::Asked => FULL.set(if before == Full::Lost { Full::Lost } else { Full::No }),
            // The stage was left meanwhile.
            Full::No if is_given => shrink().await,
            _ => {}
        }
    });
}

/// Asks for the whole screen again where something took it away: a key is a reason a browser accepts.
pub(super) fn fill_again() {
    if FULL.get() == Full::Lost {
        fill();
    }
}

async fn shrink() {
    if let Some(document) = document() {
        ask(document.into(), "exitFullscreen", None).await;
    }
}

/// Gives it back.
pub(super) fn release() {
    if FULL.replace(Full::No) == Full::Yes {
        spawn_local(shrink());
    }
}

/// A second window takes the first out of the whole screen, also out of one that is still on its way; that is no wish
/// to leave.
pub(super) fn expect_smaller() {
    if matches!(FULL.get(), Full::Yes | Full::Asked) {
        FULL.set(Full::Lost);
    }
}

fn wake() {
    spawn_local(async {
        let Some(window) = web_sys::window() else { return };
        let Ok(lock) = Reflect::get(&window.navigator(), &"wakeLock".into()) else { return };
        let Some(lock) = ask(lock, "request", Some("screen")).await else { return };
        // One is enough; and one that comes when the stage has gone is given back.
        let unwanted = if IS_TALK.get() { AWAKE.replace(Some(lock)) } else { Some(lock) };
        give_back(unwanted).await;
    });
}

async fn give_back(lock: Option<JsValue>) {
    if let Some(lock) = lock {
        ask(lock, "release", None).await;
    }
}

fn sleep() {
    IS_TALK.set(false);
    spawn_local(give_back(AWAKE.take()));
}

/// Keeps the screen awake while the stage stands, and hears where the whole screen ends.
///
/// There, Esc is the browser's own key, and no page hears it: it does what it does everywhere. What lies over the stage
/// goes, and where nothing does, the stage.
pub(super) fn use_screen(talk: Talk) {
    IS_TALK.set(true);
    wake();
    on_cleanup(sleep);
    use_window_event("visibilitychange", move |_| {
        // The browser takes the lock away from a page that is out of sight.
        if talk.is_on() && document().is_some_and(|d| !d.hidden()) {
            wake();
        }
    });
    use_window_event("fullscreenchange", move |_| {
        let element = document().and_then(|d| Reflect::get(&d, &"fullscreenElement".into()).ok());
        if FULL.get() == Full::Yes && element.is_some_and(|element| element.is_null()) {
            FULL.set(Full::Lost);
            Timeout::new(0, move || keys::escape(talk)).forget();
        }
    });
}
