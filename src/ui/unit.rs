//! How large a drawing's px is on the screen.
//!
//! Drawings are placed in px at a root of 16 and written in rem, so that they grow with the text that a person has set:
//! glyphs, targets and the room between them as much as words. Only what comes from the screen is to be divided.

use crate::scale::decimal;
use crate::scene::svg::number;
use crate::ui::dom::{El, el};
use crate::ui::signals::*;
use leptos::html;

use super::hooks::watch_size;

/// Size of the page's text that drawings are placed for, px.
const USUAL: f64 = 16.0;

/// Size of the element that is measured, rem: browsers place in parts of a px, which show less in a larger one.
const PROBE: f64 = 10.0;

/// A length of a layout as the page writes it.
pub(super) fn rem(px: f64) -> String {
    decimal((px / USUAL * 10_000.0).round() / 10_000.0) + "rem"
}

/// What a drawing shows of itself, in its own px.
pub(super) fn view_box(width: f64, height: f64) -> String {
    ["0 0 ", &number(width), " ", &number(height)].concat()
}

/// px of the screen for one of a drawing, before there is an element to measure.
pub(super) fn first_unit() -> f64 {
    let window = web_sys::window();
    let root = window.as_ref().and_then(|w| w.document()?.document_element());
    let style = root.and_then(|root| window?.get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's reading of a number: the standard library's has 10 kB of tables.
    let px = size.map_or(f64::NAN, |size| js_sys::parse_float(&size));
    if px > 0.0 { px / USUAL } else { 1.0 }
}

/// What is measured to follow the size of the page's text; nothing is seen of it.
pub(super) fn probe(unit: RwSignal<f64>) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    watch_size(element, move |width, _| {
        let now = (width / (PROBE * USUAL) * 4000.0).round() / 4000.0;
        // Not laid out, it has no width.
        if now > 0.0 && now != unit.get_untracked() {
            unit.set(now);
        }
    });
    el("div").class("unit").node_ref(element).attr("aria-hidden", "true")
}
