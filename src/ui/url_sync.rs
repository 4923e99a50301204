//! The only reader and writer of the address and the history.

use web_sys::wasm_bindgen::JsValue;

/// What a change does to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum History {
    /// A step a person can go back from: a filter, an opened event, another view.
    Push,
    /// One of many small changes: a gesture, a letter typed.
    Replace,
}

/// The query part of the address, with its `?`.
pub(super) fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The address of the whole page with a query, fragment left out: where this stands in a frame, its own is for frames.
pub(super) fn address(query: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let base = location.and_then(|l| l.href().ok()).unwrap_or_default();
    let page = base.split(['?', '#']).next().unwrap_or_default();
    [crate::embed::whole_page(page).as_str(), query].concat()
}

/// Puts a query into the address bar, keeping a foreign fragment; does nothing where it is there already.
pub(super) fn write(query_text: &str, history: History) {
    if query_text == query() {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let fragment = window.location().hash().unwrap_or_default();
    let path = window.location().pathname().unwrap_or_default();
    let Ok(entries) = window.history() else { return };
    let url = format!("{path}{query_text}{fragment}");
    // A sandboxed page may forbid it: the view works all the same.
    let _ = match history {
        History::Push => entries.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        History::Replace => entries.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// The fragment of the address, with its `#`, or an empty text.
pub(super) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts another fragment into the address bar, in the place of the one there; no entry of the history comes of it.
pub(super) fn write_fragment(text: &str) {
    if text == fragment() {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let url = [path, query(), text.to_owned()].concat();
    if let Ok(entries) = window.history() {
        // A sandboxed page may forbid it: the story stays in the page.
        let _ = entries.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The languages the browser asks for, best first.
pub(super) fn browser_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}
