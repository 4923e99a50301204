//! The whole page as one file that opens from a disk, as it is now.

use crate::ui::signals::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{button, files};
use crate::export::{copy_file, with_saved_view};
use crate::model::Locale;
use crate::route::print;
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;

/// Whether this page is such a file itself.
pub(in crate::ui) fn is_copy() -> bool {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-copy"))
}

/// The row of the dialog; what came of it goes into `told`.
pub(super) fn row(state: AppState, told: RwSignal<&'static str>) -> El {
    let words = state.words().export();
    let press = button("button", words.copy_save).on("click", move |_| {
        told.set(words.copy_making);
        wasm_bindgen_futures::spawn_local(async move {
            let saved = save(state).await;
            // The dialog may be gone meanwhile.
            told.set(if saved.is_ok() { words.saved } else { words.save_failed });
        });
    });
    let heading = el("div").child(el("h3").text("HTML")).child(el("p").class("download-what").text(words.copy_what));
    el("div").class("download-row").child(heading).child(el("div").class("download-choices").child(press))
}

/// The site has the file; what is looked at and its language are put into it.
async fn save(state: AppState) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let locale = state.locale.get_untracked();
    let answer: web_sys::Response = JsFuture::from(window.fetch_with_str(copy_file(locale))).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let page = JsFuture::from(answer.text()?).await?.as_string().ok_or(JsValue::NULL)?;
    let query = state.view.with_untracked(|view| {
        // Its own page in the other language is not beside it.
        let view = crate::route::ViewState { lang: Some(locale), ..view.clone() };
        print(&view, &state.dataset())
    });
    let page = with_saved_view(&page, &query).ok_or(JsValue::NULL)?;
    files::save(&page, "text/html;charset=utf-8", copy_file(Locale::En))
}
