//! Shapes → SVG elements. Colours are references to design tokens, never values.

use leptos::prelude::*;

use crate::scene::{Anchor, GRID, Paint, Shape, Soft, band_strength, svg};

/// A paint as the value of `fill` or `stroke`.
pub(super) fn paint(paint: Paint) -> String {
    format!("var(--{})", paint.token())
}

/// Several shapes in painting order.
pub(super) fn shapes_view(shapes: &[Shape]) -> Vec<AnyView> {
    shapes.iter().map(shape_view).collect()
}

fn shape_view(shape: &Shape) -> AnyView {
    let number = |value: &f64| svg::number(*value);
    match shape {
        Shape::Rect { x, y, w, h, radius, fill, stroke } => {
            let fill = fill.map_or_else(|| "none".to_owned(), paint);
            let edge = stroke.map(|(p, _)| paint(p));
            let edge_width = stroke.map(|(_, w)| w.to_string());
            let (x, y, w, h) = (number(x), number(y), number(w), number(h));
            let radius = (*radius > 0.0).then(|| number(radius));
            view! { <rect x=x y=y width=w height=h rx=radius fill=fill stroke=edge stroke-width=edge_width /> }
                .into_any()
        }
        Shape::Band { x, y, w, h, fill, soft } => {
            let fill = format!("url(#{})", gradient_id(*soft, *fill));
            let strength = (band_strength(*w) < 1.0).then(|| band_strength(*w).to_string());
            let (x, y, w, h) = (number(x), number(y), number(w), number(h));
            view! { <rect class="band" fill-opacity=strength x=x y=y width=w height=h fill=fill /> }.into_any()
        }
        Shape::Path { points, stroke, width } => {
            let (data, stroke) = (svg::path_data(points), paint(*stroke));
            view! { <path d=data fill="none" stroke=stroke stroke-width=width.to_string() /> }.into_any()
        }
        Shape::Glyph { glyph, cx, cy, size, fill } => {
            let (x, y, k) = (cx - size / 2.0, cy - size / 2.0, size / GRID);
            let transform = format!("translate({} {}) scale({})", svg::number(x), svg::number(y), svg::number(k));
            let fill = paint(*fill);
            view! { <path transform=transform fill=fill fill-rule="evenodd" d=glyph.path() /> }.into_any()
        }
        Shape::Ring { cx, cy, r, stroke, width } => {
            let stroke = paint(*stroke);
            let (cx, cy, r) = (number(cx), number(cy), number(r));
            view! { <circle cx=cx cy=cy r=r fill="none" stroke=stroke stroke-width=width.to_string() /> }.into_any()
        }
        Shape::Text(text) => {
            let anchor = match text.anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            let class = if text.halo { "scene-text scene-text--halo" } else { "scene-text" };
            let (x, y, fill) = (svg::number(text.x), svg::number(text.y), paint(text.paint));
            let (size, weight, words) = (svg::number(text.size), text.weight.css().to_string(), text.text.clone());
            view! {
                <text class=class x=x y=y font-size=size font-weight=weight fill=fill text-anchor=anchor>{words}</text>
            }
            .into_any()
        }
    }
}

fn gradient_id(soft: Soft, fill: Paint) -> String {
    format!("soft-{}-{}", soft.slug(), fill.token())
}

/// The gradients of soft bands, once for the whole page.
#[component]
pub(super) fn SoftBands() -> impl IntoView {
    let n_hues = svg::LIGHT_REGIONS.len() as u8;
    let paints = (0..n_hues).map(|i| Paint::Region(crate::model::RegionId(i)));
    let gradients = paints.flat_map(|fill| Soft::ALL.into_iter().map(move |soft| (soft, fill)));
    let view = gradients.map(|(soft, fill)| {
        let stops = ["0", ".32", ".68", "1"].into_iter().zip(soft.stops()).map(|(offset, opacity)| {
            view! { <stop offset=offset stop-color=paint(fill) stop-opacity=opacity.to_string() /> }
        });
        view! { <linearGradient id=gradient_id(soft, fill)>{stops.collect_view()}</linearGradient> }
    });
    view! {
        <svg class="soft-bands" width="0" height="0" aria-hidden="true">
            <defs>{view.collect_view()}</defs>
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
