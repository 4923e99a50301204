//! Writes a [`Scene`] as a self-standing SVG document: for exports, print and pages without the program.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::palette::N_REGIONS;
use super::{Anchor, GRID, Paint, Palette, Scene, Shape, Soft, Text, band_strength};
use crate::model::RegionId;
use crate::scale::decimal;

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
    write_in(scene, title, lang, Palette::Light, 1.0)
}

/// [`write()`] in a palette, and `scale` times as large as its coordinates say.
pub fn write_in(scene: &Scene, title: &str, lang: &str, palette: Palette, scale: f64) -> String {
    let target = Target::Document(palette);
    let mut out = String::with_capacity(256 + scene.shapes.len() * 80);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{2}\" height=\"{3}\" role=\"img\" \
         lang=\"{4}\" font-family=\"Arial, 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\">\
         <title>{5}</title>",
        number(scene.width),
        number(scene.height),
        number(scene.width * scale),
        number(scene.height * scale),
        escape(lang),
        escape(title)
    );
    gradients(scene, target, &mut out);
    let _ = write!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", palette.color(Paint::Ground));
    for shape in &scene.shapes {
        write_shape(shape, target, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// The drawing as an element of the page, in the page's own colours, with its accessible name and a class. Its bands are
/// filled from [`element_gradients`]: what stands in one drawing is not there for another while the first is hidden.
pub fn element(scene: &Scene, name: &str, classes: &str) -> String {
    let mut out = String::with_capacity(256 + scene.shapes.len() * 80);
    out.push_str("<svg");
    attribute(&mut out, "class", classes);
    attribute(&mut out, "viewBox", &format!("0 0 {} {}", number(scene.width), number(scene.height)));
    attribute(&mut out, "role", "img");
    attribute(&mut out, "aria-label", &escape(name));
    out.push('>');
    scene.shapes.iter().for_each(|shape| write_shape(shape, Target::Page, &mut out));
    out.push_str("</svg>");
    out
}

/// The gradients of drawings written by [`element()`], in an element of their own.
pub fn element_gradients(scenes: &[Scene]) -> String {
    let mut all = Scene::new(0.0, 0.0);
    all.shapes = scenes.iter().flat_map(|scene| scene.shapes.iter().cloned()).collect();
    let mut out = String::from("<svg");
    attribute(&mut out, "class", "soft-bands");
    out.push_str(" width=\"0\" height=\"0\" aria-hidden=\"true\">");
    gradients(&all, Target::Page, &mut out);
    out.push_str("</svg>");
    out
}

fn gradients(scene: &Scene, target: Target, out: &mut String) {
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
    for (fill, soft) in used {
        write_gradient(out, soft, &target.gradient_id(soft, fill), &target.color(fill));
    }
    out.push_str("</defs>");
}

/// What will show a drawing: it decides what colours, bands and halos are.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// A document of its own, in a palette.
    Document(Palette),
    /// The page, with its style sheet.
    Page,
}

impl Target {
    fn color(self, paint: Paint) -> Cow<'static, str> {
        match self {
            Self::Document(palette) => palette.color(paint).into(),
            Self::Page => reference(paint).into(),
        }
    }

    /// A printed page holds several documents beside the page's own gradients: theirs need other names.
    fn gradient_id(self, soft: Soft, fill: Paint) -> String {
        match self {
            Self::Document(Palette::Ink) => format!("ink-{}", gradient_id(soft, fill)),
            Self::Document(_) | Self::Page => gradient_id(soft, fill),
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
    let mut rest = shapes;
    while let Some((first, after)) = rest.split_first() {
        let run = alike(first, after);
        match run {
            0 => write_shape(first, Target::Page, &mut out),
            _ => write_glyphs(&rest[..=run], Target::Page, &mut out),
        }
        rest = &after[run..];
    }
    out
}

/// How many glyphs follow one that can be one path with it: of its size and paint, and clear of all before, since where
/// two overlapped the even-odd rule would leave a hole. A cell of so many is one element of the page then.
fn alike(first: &Shape, after: &[Shape]) -> usize {
    let joins = |n: usize, next: &Shape| is_apart(first, next) && after[..n].iter().all(|shape| is_apart(shape, next));
    let all = after.iter().take(MOST_IN_A_PATH).enumerate();
    all.take_while(|(n, next)| joins(*n, next)).count()
}

/// Whether two shapes are glyphs of one size and paint that do not overlap.
fn is_apart(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (
            Shape::Glyph { cx, cy, size, fill, .. },
            Shape::Glyph { cx: other_cx, cy: other_cy, size: other_size, fill: other_fill, .. },
        ) => {
            let is_clear = (cx - other_cx).abs() >= *size || (cy - other_cy).abs() >= *size;
            size == other_size && fill == other_fill && is_clear
        }
        _ => false,
    }
}

/// The most glyphs that one is written with as a path; each is compared with those before.
const MOST_IN_A_PATH: usize = 64;

/// Writes glyphs of one size and paint as a path.
fn write_glyphs(glyphs: &[Shape], target: Target, out: &mut String) {
    let Some(Shape::Glyph { size, fill, .. }) = glyphs.first() else { return };
    // As it is written, since places are divided by it.
    let k = (size / GRID * 100.0).round() / 100.0;
    out.push_str("<path");
    if k != 1.0 {
        attribute(out, "transform", &["scale(", &number(k), ")"].concat());
    }
    attribute(out, "fill", &target.color(*fill));
    attribute(out, "fill-rule", "evenodd");
    out.push_str(" d=\"");
    for shape in glyphs {
        if let Shape::Glyph { glyph, cx, cy, .. } = shape {
            glyph.write_path((cx / k - GRID / 2.0, cy / k - GRID / 2.0), out);
        }
    }
    out.push_str("\"/>");
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
            attribute(out, "fill", &format!("url(#{})", target.gradient_id(*soft, *fill)));
            let strength = band_strength(*w);
            match target {
                Target::Document(palette) => attribute(out, "opacity", &number(palette.band() * strength)),
                Target::Page => attribute(out, "class", if strength < 1.0 { "band band--wide" } else { "band" }),
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
        Shape::Glyph { .. } => write_glyphs(std::slice::from_ref(shape), target, out),
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
        (Target::Document(_), false) => {}
        (Target::Document(palette), true) => {
            attribute(out, "paint-order", "stroke");
            attribute(out, "stroke", palette.color(Paint::Ground));
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
fn write_gradient(out: &mut String, soft: Soft, id: &str, color: &str) {
    out.push_str("<linearGradient");
    attribute(out, "id", id);
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
    for region in 0..N_REGIONS {
        let fill = Paint::Region(RegionId(region as u8));
        Soft::ALL
            .into_iter()
            .for_each(|soft| write_gradient(&mut out, soft, &gradient_id(soft, fill), &reference(fill)));
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
    use crate::scene::Glyph;

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
    fn glyphs_of_a_paint_that_are_clear_of_each_other_are_one_path_of_the_page_and_several_of_a_document() {
        let mut scene = Scene::new(100.0, 20.0);
        for x in [10.0, 19.0, 23.0, 40.0] {
            scene.glyph(Glyph::Forum, x, 10.0, 9.0, Paint::Ink1);
        }
        scene.glyph(Glyph::Forum, 60.0, 10.0, 9.0, Paint::Ink2);
        // The third begins anew, since it lies over the second; the fifth has another paint.
        let page = markup(&scene.shapes);
        assert_eq!(page.matches("<path").count(), 3, "{page}");
        assert_eq!(page.matches('M').count(), 10, "{page}");
        assert_eq!(write(&scene, "", "en").matches("<path").count(), 5);
    }

    #[test]
    fn a_glyph_stands_with_its_middle_at_its_place_in_every_size() {
        for (size, start) in [(12.0, "M95.4 45.4h"), (9.0, "transform=\"scale(0.75)\""), (14.0, "scale(1.17)")] {
            let shape = Shape::Glyph { glyph: Glyph::JointStatement, cx: 100.0, cy: 50.0, size, fill: Paint::Ink1 };
            assert!(markup(&[shape]).contains(start), "{size}");
        }
        // 100 / 1.17 - 6 + 1.4, and the like for 50.
        let large = Shape::Glyph { glyph: Glyph::JointStatement, cx: 100.0, cy: 50.0, size: 14.0, fill: Paint::Ink1 };
        assert!(markup(&[large]).contains("M80.87 38.14h9.2"));
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
