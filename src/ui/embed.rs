//! The page in a frame of somebody else's: less of it, as high as it needs, and a way out.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::dom::{El, el, live_string};
use super::phone::Phone;
use super::state::AppState;
use super::url_sync;
use crate::embed::{asked_height, height_messages, secret};
use crate::headline::account;
use crate::route::{Mode, View, ViewState, print};

/// Says on the document what it is for: the page for frames is served with it, and the style sheets read it.
const ATTRIBUTE: &str = "data-mode";

fn root() -> Option<web_sys::Element> {
    web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element())
}

/// Whether the document is for frames.
pub(super) fn is_embedded() -> bool {
    root().and_then(|root| root.get_attribute(ATTRIBUTE)).as_deref() == Some(Mode::Embed.slug())
}

/// The whole page may be asked to be what the page for frames is.
pub(super) fn settle(state: AppState) {
    if state.view.with_untracked(|view| view.mode == Mode::Embed)
        && let Some(root) = root()
    {
        let _ = root.set_attribute(ATTRIBUTE, Mode::Embed.slug());
    }
}

/// Whose account it is, and the way to the same view on the whole page.
pub(super) fn foot(state: AppState) -> El {
    let dataset = state.dataset();
    let whole = live_string(move || {
        let query = state.view.with(|view| print(&ViewState { mode: Mode::Explore, ..view.clone() }, &state.dataset()));
        Some(url_sync::address(&query))
    });
    let link = el("a")
        .class("embed-open")
        .attr("href", whole)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(state.words().embed.open_full);
    el("footer")
        .class("embed-foot")
        .child(el("span").text(account(&dataset, state.locale.get_untracked()).1))
        .child(link)
}

/// Tells the page around how high this one is, now and whenever that changes. `page` is all there is to see.
pub(super) fn tell_height(state: AppState, page: &web_sys::Element) {
    let Some(window) = web_sys::window() else { return };
    let Some(around) = window.parent().ok().flatten().filter(|around| *around != window) else { return };
    let is_narrow = Phone::expect().is_narrow;
    let watched = page.clone();
    let told = StoredValue::new(0);
    let tell = Closure::<dyn FnMut()>::new(move || {
        let natural = watched.get_bounding_client_rect().height();
        // Charts end, one below the other; what is as long as the record would push all else off a phone.
        let is_long = is_narrow.get_untracked() && state.shown.get_untracked() != View::Charts;
        let height = asked_height(natural, is_long);
        // The served page stands over an empty one at first.
        // And what is still to come is taller than the word that says so.
        // A card lies over the page, whose height it does not make.
        let is_waiting = watched.query_selector(".loading:not(.card *)").is_ok_and(|found| found.is_some());
        if natural == 0.0 || is_waiting || told.try_get_value() == Some(height) {
            return;
        }
        told.set_value(height);
        let location = window.location();
        let (address, fragment) = (location.href().unwrap_or_default(), location.hash().unwrap_or_default());
        for message in height_messages(height, &state.dataset().info().id, &address, secret(&fragment)) {
            let value = if message.as_text {
                message.json.into()
            } else {
                js_sys::JSON::parse(&message.json).unwrap_or_default()
            };
            // A height is no secret, and who is around is not known.
            let _ = around.post_message(&value, "*");
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(page);
        let held = StoredValue::new(Some((observer, tell)));
        on_cleanup(move || {
            held.try_update_value(|held| {
                if let Some((observer, _)) = held.take() {
                    observer.disconnect();
                }
            });
        });
    }
}
