//! Shapes → SVG elements. Colours are references to design tokens, never values.

use super::dom::{El, el};
use super::unit::rem;
use crate::scene::{Paint, Shape, svg};

/// A paint as the value of `fill` or `stroke`.
pub(super) fn paint(paint: Paint) -> String {
    svg::reference(paint)
}

/// Several shapes in painting order, in a group of their own.
///
/// Nothing in them can be focused or changes by itself, so they are parsed as markup: faster than an element at a time,
/// and an element type less in the program for every shape there is.
pub(super) fn shapes_view(shapes: &[Shape]) -> El {
    el("g").markup(svg::markup(shapes))
}

/// The gradients of soft bands, once for the whole page.
pub(super) fn soft_bands() -> El {
    let gradients = el("defs").markup(svg::page_gradients());
    el("svg").class("soft-bands").attr("width", "0").attr("height", "0").attr("aria-hidden", "true").child(gradients)
}

/// A path in the ink of the text around, in a box of its `viewBox`'s size, which grows with the text.
pub(super) fn icon(class: Option<&'static str>, view_box: &'static str, path: &'static str) -> El {
    let mut sizes = view_box.split(' ').skip(2).map(|px| rem(px.parse::<u32>().map_or(0.0, f64::from)));
    let path = format!("<path fill=\"currentColor\" d=\"{path}\"/>");
    el("svg")
        .maybe_attr("class", class)
        .attr("viewBox", view_box)
        .maybe_attr("width", sizes.next())
        .maybe_attr("height", sizes.next())
        .attr("aria-hidden", "true")
        .markup(path)
}

/// A kind's glyph in a line of text, in the text's ink where there is no other.
pub(super) fn kind_icon(glyph: crate::scene::Glyph, fill: Option<Paint>) -> El {
    let fill = fill.map_or_else(|| "currentColor".to_owned(), paint);
    let path = format!("<path fill=\"{fill}\" fill-rule=\"evenodd\" d=\"{}\"/>", glyph.path());
    el("svg").class("kind-icon").attr("viewBox", "0 0 12 12").attr("aria-hidden", "true").markup(path)
}
