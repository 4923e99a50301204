//! Shapes → SVG elements. Colours are references to design tokens, never values.

use leptos::prelude::*;

use crate::scene::{Paint, Shape, svg};

/// A paint as the value of `fill` or `stroke`.
pub(super) fn paint(paint: Paint) -> String {
    svg::reference(paint)
}

/// Several shapes in painting order, in a group of their own.
///
/// Nothing in them can be focused or changes by itself, so they are parsed as markup: faster than an element at a time,
/// and an element type less in the program for every shape there is.
pub(super) fn shapes_view(shapes: &[Shape]) -> AnyView {
    view! { <g inner_html=svg::markup(shapes)></g> }.into_any()
}

/// The gradients of soft bands, once for the whole page.
#[component]
pub(super) fn SoftBands() -> impl IntoView {
    view! {
        <svg class="soft-bands" width="0" height="0" aria-hidden="true">
            <defs inner_html=svg::page_gradients()></defs>
        </svg>
    }
}

/// A kind's glyph in a line of text.
#[component]
pub(super) fn KindIcon(
    /// Which silhouette.
    glyph: crate::scene::Glyph,
    /// Its ink; the surrounding text's where there is none.
    #[prop(optional)]
    fill: Option<Paint>,
) -> impl IntoView {
    let fill = fill.map_or_else(|| "currentColor".to_owned(), paint);
    view! {
        <svg class="kind-icon" viewBox="0 0 12 12" aria-hidden="true">
            <path fill=fill fill-rule="evenodd" d=glyph.path() />
        </svg>
    }
}
