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

/// A path in the ink of the text around, in a box of its `viewBox`'s size.
pub(super) fn icon(class: Option<&'static str>, view_box: &'static str, path: &'static str) -> AnyView {
    let mut sizes = view_box.split(' ').skip(2);
    let (width, height) = (sizes.next(), sizes.next());
    let path = format!("<path fill=\"currentColor\" d=\"{path}\"/>");
    view! { <svg class=class viewBox=view_box width=width height=height aria-hidden="true" inner_html=path></svg> }
        .into_any()
}

/// A kind's glyph in a line of text, in the text's ink where there is no other.
pub(super) fn kind_icon(glyph: crate::scene::Glyph, fill: Option<Paint>) -> AnyView {
    let fill = fill.map_or_else(|| "currentColor".to_owned(), paint);
    let path = format!("<path fill=\"{fill}\" fill-rule=\"evenodd\" d=\"{}\"/>", glyph.path());
    view! { <svg class="kind-icon" viewBox="0 0 12 12" aria-hidden="true" inner_html=path></svg> }.into_any()
}

/// [`kind_icon`] as a component.
#[component]
pub(super) fn KindIcon(
    /// Which silhouette.
    glyph: crate::scene::Glyph,
    /// Its ink; the surrounding text's where there is none.
    #[prop(optional)]
    fill: Option<Paint>,
) -> impl IntoView {
    kind_icon(glyph, fill)
}
