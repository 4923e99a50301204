//! Writes a [`Scene`] as a self-standing SVG document: for exports, print and pages without the program.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Anchor, GRID, Paint, Scene, Shape, Soft, Text, band_strength};
use crate::model::RegionId;
use crate::scale::decimal;

/// Colours for a document that no style sheet reaches: each paint's value in the light scheme.
///
/// The same values stand in `tokens.css`; a test compares the two.
pub const LIGHT: [(Paint, &str); 10] = [
    (Paint::Ink1, "#1b1c1e"),
    (Paint::Ink2, "#47494e"),
    (Paint::Ink3, "#65676c"),
    (Paint::Rule1, "#e6e2d9"),
    (Paint::Rule2, "#cdc8bc"),
    (Paint::Rule3, "#8a877f"),
    (Paint::Ground, "#fbfaf7"),
    (Paint::Sunken, "#f4f2ec"),
    (Paint::Hit, "#ece9e1"),
    (Paint::Inverse, "#fbfaf7"),
];

/// The regions' hues in the light scheme, in lane order; the last is for every region past them.
pub const LIGHT_REGIONS: [&str; 11] = [
    "#6b3144", "#d96307", "#7e47b6", "#0e998a", "#115602", "#7f8f53", "#423f72", "#a579ae", "#aa3436", "#5882ef",
    "#6c6965",
];

/// The heat ramp in the light scheme, steps 1–5.
pub const LIGHT_HEAT: [&str; 5] = ["#e9e6df", "#cbc8c2", "#a3a19d", "#62636a", "#2b2e35"];

/// Text on the heat ramp in the light scheme, steps 1–5.
pub const LIGHT_HEAT_INK: [&str; 5] = ["#1b1c1e", "#1b1c1e", "#1b1c1e", "#ffffff", "#ffffff"];

/// The opacity of a soft band.
const BAND_OPACITY: f64 = 0.2;

/// The colour of a paint in the light scheme.
pub fn light(paint: Paint) -> &'static str {
    let step = |colors: &[&'static str; 5], n: u8| colors[usize::from(n.clamp(1, 5)) - 1];
    match paint {
        Paint::Region(region) => LIGHT_REGIONS[region.index().min(LIGHT_REGIONS.len() - 1)],
        Paint::Heat(n) => step(&LIGHT_HEAT, n),
        Paint::HeatInk(n) => step(&LIGHT_HEAT_INK, n),
        plain => LIGHT.iter().find(|(p, _)| *p == plain).map_or("#1b1c1e", |(_, color)| color),
    }
}

/// The drawing as an SVG document, with `title` as its accessible name and `lang` as its language.
///
/// ```
/// use gsi_timeline::scene::{svg, Paint, Scene};
/// let mut scene = Scene::new(100.0, 20.0);
/// scene.text(0.0, 14.0, "2 < 3", 12.0, Paint::Ink1);
/// let document = svg::write(&scene, "A & B", "en");
/// assert!(document.starts_with("<svg xmlns="));
/// assert!(document.contains("<title>A &amp; B</title>"));
/// assert!(document.contains("2 &lt; 3"));
/// ```
pub fn write(scene: &Scene, title: &str, lang: &str) -> String {
    let mut out = String::with_capacity(256 + scene.shapes.len() * 80);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" \
         lang=\"{2}\" font-family=\"Arial, 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\">\
         <title>{3}</title>",
        number(scene.width),
        number(scene.height),
        escape(lang),
        escape(title)
    );
    gradients(scene, &mut out);
    let _ = write!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", light(Paint::Ground));
    for shape in &scene.shapes {
        write_shape(shape, Target::Document, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn gradients(scene: &Scene, out: &mut String) {
    let mut used: Vec<(Paint, Soft)> = Vec::new();
    for shape in &scene.shapes {
        if let Shape::Band { fill, soft, .. } = shape
            && !used.contains(&(*fill, *soft))
        {
            used.push((*fill, *soft));
        }
    }
    if used.is_empty() {
        return;
    }
    out.push_str("<defs>");
    used.into_iter().for_each(|(fill, soft)| write_gradient(out, soft, fill, light(fill)));
    out.push_str("</defs>");
}

/// What will show a drawing: it decides what colours, bands and halos are.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// A document of its own.
    Document,
    /// The page, with its style sheet.
    Page,
}

impl Target {
    fn color(self, paint: Paint) -> Cow<'static, str> {
        match self {
            Self::Document => light(paint).into(),
            Self::Page => reference(paint).into(),
        }
    }
}

/// A paint as the page's style sheet names it.
pub fn reference(paint: Paint) -> String {
    format!("var(--{})", paint.token())
}

/// Shapes as markup for the page: colours are references to design tokens, bands and halos classes.
pub fn markup(shapes: &[Shape]) -> String {
    let mut out = String::with_capacity(shapes.len() * 80);
    for shape in shapes {
        write_shape(shape, Target::Page, &mut out);
    }
    out
}

/// Appends an attribute; `value` holds nothing that would need to be escaped.
fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"{value}\"");
}

fn write_shape(shape: &Shape, target: Target, out: &mut String) {
    match shape {
        Shape::Rect { x, y, w, h, radius, fill, stroke } => {
            out.push_str("<rect");
            numbers(out, [("x", *x), ("y", *y), ("width", *w), ("height", *h)]);
            if *radius > 0.0 {
                attribute(out, "rx", &number(*radius));
            }
            attribute(out, "fill", &fill.map_or("none".into(), |fill| target.color(fill)));
            if let Some((paint, width)) = stroke {
                outline(out, target, *paint, *width);
            }
            out.push_str("/>");
        }
        Shape::Band { x, y, w, h, fill, soft } => {
            out.push_str("<rect");
            numbers(out, [("x", *x), ("y", *y), ("width", *w), ("height", *h)]);
            attribute(out, "fill", &format!("url(#{})", gradient_id(*soft, *fill)));
            let strength = band_strength(*w);
            match target {
                Target::Document => attribute(out, "opacity", &number(BAND_OPACITY * strength)),
                Target::Page => {
                    attribute(out, "class", "band");
                    if strength < 1.0 {
                        attribute(out, "fill-opacity", &number(strength));
                    }
                }
            }
            out.push_str("/>");
        }
        Shape::Path { points, stroke, width } => {
            out.push_str("<path");
            attribute(out, "d", &path_data(points));
            attribute(out, "fill", "none");
            outline(out, target, *stroke, *width);
            out.push_str("/>");
        }
        Shape::Glyph { glyph, cx, cy, size, fill } => {
            let (x, y, k) = (number(cx - size / 2.0), number(cy - size / 2.0), number(size / GRID));
            out.push_str("<path");
            attribute(out, "transform", &format!("translate({x} {y}) scale({k})"));
            attribute(out, "fill", &target.color(*fill));
            attribute(out, "fill-rule", "evenodd");
            attribute(out, "d", glyph.path());
            out.push_str("/>");
        }
        Shape::Ring { cx, cy, r, stroke, width } => {
            out.push_str("<circle");
            numbers(out, [("cx", *cx), ("cy", *cy), ("r", *r)]);
            attribute(out, "fill", "none");
            outline(out, target, *stroke, *width);
            out.push_str("/>");
        }
        Shape::Text(text) => write_text(text, target, out),
    }
}

fn write_text(text: &Text, target: Target, out: &mut String) {
    out.push_str("<text");
    numbers(out, [("x", text.x), ("y", text.y), ("font-size", text.size), ("font-weight", text.weight.css().into())]);
    attribute(out, "fill", &target.color(text.paint));
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => attribute(out, "text-anchor", "middle"),
        Anchor::End => attribute(out, "text-anchor", "end"),
    }
    match (target, text.halo) {
        (Target::Document, false) => {}
        (Target::Document, true) => {
            attribute(out, "paint-order", "stroke");
            attribute(out, "stroke", light(Paint::Ground));
            attribute(out, "stroke-width", "4");
        }
        (Target::Page, false) => attribute(out, "class", "scene-text"),
        (Target::Page, true) => attribute(out, "class", "scene-text scene-text--halo"),
    }
    out.push('>');
    out.push_str(&escape(&text.text));
    out.push_str("</text>");
}

fn numbers<const N: usize>(out: &mut String, values: [(&str, f64); N]) {
    values.iter().for_each(|(name, value)| attribute(out, name, &number(*value)));
}

fn outline(out: &mut String, target: Target, paint: Paint, width: f64) {
    attribute(out, "stroke", &target.color(paint));
    attribute(out, "stroke-width", &number(width));
}

/// The id of the gradient that a soft band is filled with.
pub fn gradient_id(soft: Soft, fill: Paint) -> String {
    format!("soft-{}-{}", soft.slug(), fill.token())
}

/// The gradient of a soft band in the given colour, with its id.
fn write_gradient(out: &mut String, soft: Soft, fill: Paint, color: &str) {
    out.push_str("<linearGradient");
    attribute(out, "id", &gradient_id(soft, fill));
    out.push('>');
    for (offset, opacity) in [0.0, 0.32, 0.68, 1.0].into_iter().zip(soft.stops()) {
        out.push_str("<stop");
        attribute(out, "offset", &number(offset));
        attribute(out, "stop-color", color);
        attribute(out, "stop-opacity", &number(opacity));
        out.push_str("/>");
    }
    out.push_str("</linearGradient>");
}

/// Every gradient that bands of the page may be filled with, as the content of a `defs`.
pub fn page_gradients() -> String {
    let mut out = String::new();
    for region in 0..LIGHT_REGIONS.len() {
        let fill = Paint::Region(RegionId(region as u8));
        Soft::ALL.into_iter().for_each(|soft| write_gradient(&mut out, soft, fill, &reference(fill)));
    }
    out
}

/// Path data of a line through points.
pub fn path_data(points: &[(f64, f64)]) -> String {
    let mut data = String::with_capacity(points.len() * 12);
    for (i, (x, y)) in points.iter().enumerate() {
        let command = if i == 0 { 'M' } else { 'L' };
        let _ = write!(data, "{command}{} {}", number(*x), number(*y));
    }
    data
}

/// A coordinate with at most two decimals and no trailing zeros, never minus zero.
pub fn number(value: f64) -> String {
    decimal((value * 100.0).round() / 100.0)
}

/// Text made safe for element content and for attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML 1.0 has no way to write these.
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_light_tokens() {
        let css = include_str!("../ui/styles/tokens.css");
        let light_part = &css[..css.find("prefers-color-scheme: dark").expect("a dark scheme follows the light one")];
        let value = |name: &str| -> String {
            let start = light_part.find(&format!("--{name}: ")).unwrap_or_else(|| panic!("no token {name}"));
            let rest = &light_part[start + name.len() + 4..];
            rest[..rest.find(';').expect("a declaration ends")].to_owned()
        };
        for (paint, name) in Paint::PLAIN {
            assert_eq!(light(paint), value(name), "{name}");
        }
        for (i, color) in LIGHT_HEAT.iter().enumerate() {
            assert_eq!(*color, value(&format!("heat-{}", i + 1)));
            assert_eq!(LIGHT_HEAT_INK[i], value(&format!("heat-ink-{}", i + 1)));
        }
        for (i, color) in LIGHT_REGIONS.iter().enumerate() {
            assert_eq!(*color, value(&format!("region-{i}")));
        }
    }

    #[test]
    fn bands_refer_to_gradients_that_are_defined_once() {
        let mut scene = Scene::new(10.0, 10.0);
        let band = Shape::Band { x: 0.0, y: 0.0, w: 9.0, h: 9.0, fill: Paint::Region(RegionId(4)), soft: Soft::Both };
        scene.shapes = vec![band.clone(), band];
        let document = write(&scene, "", "en");
        assert_eq!(document.matches("id=\"soft-both-region-4\"").count(), 1);
        assert_eq!(document.matches("url(#soft-both-region-4)").count(), 2);
    }

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        for (value, text) in [
            (1.0, "1"),
            (0.125, "0.13"),
            (-0.001, "0"),
            (12.50, "12.5"),
            (-3.0, "-3"),
            (-0.05, "-0.05"),
            (7.01, "7.01"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
