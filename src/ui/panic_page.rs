//! If the program ever fails, the page says so and offers the way back with everything that was chosen kept.

use wasm_bindgen::JsCast as _;

/// The element of `index.html` that is shown; it stands outside of what the program draws.
const ELEMENT: &str = "failure";

/// Shows the failure page and reports the details to the console.
///
/// The address already holds the whole state, so loading it again brings the same view back.
pub(super) fn install() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let document = web_sys::window().and_then(|window| window.document());
        let Some(element) = document.and_then(|document| document.get_element_by_id(ELEMENT)) else { return };
        // Nothing more can be done where even this fails.
        let _ = element.remove_attribute("hidden");
        if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.focus();
        }
    }));
}
