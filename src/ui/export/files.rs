//! The way of a text into a file, and the day it happens on.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::model::Day;

/// How long a file's address is kept for the browser to begin with it, ms.
const KEPT_FOR: u32 = 60_000;

/// The day on the person's calendar.
pub(super) fn today() -> Day {
    let now = js_sys::Date::new_0();
    // The browser's clock knows no other dates.
    Day::from_ymd(now.get_full_year() as i32, now.get_month() + 1, now.get_date()).unwrap_or(Day(0))
}

/// Gives a text to the person as a file.
pub(in crate::ui) fn save(text: &str, kind: &str, name: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    save_file(&web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?, name)
}

/// Gives a file to the person.
pub(in crate::ui) fn save_file(file: &web_sys::Blob, name: &str) -> Result<(), JsValue> {
    let page = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let address = web_sys::Url::create_object_url_with_blob(file)?;
    let link = page.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<web_sys::HtmlElement>().click();
    Timeout::new(KEPT_FOR, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
    Ok(())
}
