//! Copying in one press, wherever the page may stand.

use crate::ui::signals::*;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::lazy::{TEXTS, at_hand};

/// How long the word of a copied text stays, ms.
const COPIED_MS: u32 = 4000;

/// Copies a text and tells the outcome: `done`, or `by_hand` where nothing may write to the clipboard.
///
/// In that case the element of the id `field`, which by then shows the text, is selected for the person to copy.
///
/// Whoever offers it came with the texts or waited for them, so it is there.
pub(super) fn copy(text: String, field: &'static str, words: [&'static str; 2], told: RwSignal<&'static str>) {
    if let Some(texts) = at_hand(&TEXTS) {
        (texts.copy)(text, field, words, told);
    }
}

/// Does it.
pub(super) fn copy_now(
    text: String,
    field: &'static str,
    [done, by_hand]: [&'static str; 2],
    told: RwSignal<&'static str>,
) {
    wasm_bindgen_futures::spawn_local(async move {
        let written = write(&text).await.is_ok() || write_by_command(&text).unwrap_or(false);
        // The part of the page that waits for the word may be gone meanwhile.
        if !told.try_set(if written { done } else { by_hand }) {
            return;
        }
        if written {
            let forget = move || {
                if told.try_get_untracked() == Some(done) {
                    told.set("");
                }
            };
            Timeout::new(COPIED_MS, forget).forget();
        } else {
            // The field may be there only after this turn.
            Timeout::new(0, move || select(field)).forget();
        }
    });
}

/// The way that pages of today have, if this one has it: outside secure pages and in some frames there is none.
async fn write(text: &str) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    if !js_sys::Reflect::get(&navigator, &"clipboard".into())?.is_object() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop)
}

/// The way before it: the page asks the browser to copy, and answers its question what.
fn write_by_command(text: &str) -> Result<bool, JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let command: js_sys::Function = js_sys::Reflect::get(&document, &"execCommand".into())?.dyn_into()?;
    let text = text.to_owned();
    let _answer = EventListener::new_with_options(
        &document,
        "copy",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            let data = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data);
            if data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
                event.prevent_default();
            }
        },
    );
    Ok(command.call1(&document, &"copy".into())?.is_truthy())
}

/// Selects the text of a field.
fn select(id: &str) {
    let field = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    let Some(field) = field else { return };
    if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    } else if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    }
}
