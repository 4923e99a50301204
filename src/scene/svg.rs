//! Writes a [`Scene`] as a self-standing SVG document: for exports, print and pages without the program.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Anchor, GRID, Paint, Scene, Shape, Soft, band_strength};

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
        write_shape(shape, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn gradients(scene: &Scene, out: &mut String) {
    let used: BTreeSet<(Paint, &str)> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Band { fill, soft, .. } => Some((*fill, soft.slug())),
            _ => None,
        })
        .collect();
    if used.is_empty() {
        return;
    }
    out.push_str("<defs>");
    for (paint, soft) in used {
        let _ = write!(out, "<linearGradient id=\"soft-{soft}-{}\">", paint.token());
        let stops = Soft::ALL.into_iter().find(|s| s.slug() == soft).unwrap_or(Soft::Both).stops();
        for (offset, opacity) in [0.0, 0.32, 0.68, 1.0].into_iter().zip(stops) {
            let color = light(paint);
            let _ = write!(out, "<stop offset=\"{offset}\" stop-color=\"{color}\" stop-opacity=\"{opacity}\"/>");
        }
        out.push_str("</linearGradient>");
    }
    out.push_str("</defs>");
}

fn write_shape(shape: &Shape, out: &mut String) {
    let _ = match shape {
        Shape::Rect { x, y, w, h, radius, fill, stroke } => {
            let fill = fill.map_or("none", light);
            let edge = stroke.map_or(String::new(), |(p, w)| format!(" stroke=\"{}\" stroke-width=\"{w}\"", light(p)));
            let radius = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
            let (x, y, w, h) = (number(*x), number(*y), number(*w), number(*h));
            write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{radius} fill=\"{fill}\"{edge}/>")
        }
        Shape::Band { x, y, w, h, fill, soft } => {
            let opacity = number(BAND_OPACITY * band_strength(*w));
            let (x, y, w, h) = (number(*x), number(*y), number(*w), number(*h));
            let id = format!("soft-{}-{}", soft.slug(), fill.token());
            write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"url(#{id})\" opacity=\"{opacity}\"/>"
            )
        }
        Shape::Path { points, stroke, width } => {
            let color = light(*stroke);
            write!(out, "<path d=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"/>", path_data(points))
        }
        Shape::Glyph { glyph, cx, cy, size, fill } => {
            let (x, y, k) = (number(cx - size / 2.0), number(cy - size / 2.0), number(size / GRID));
            let (color, path) = (light(*fill), glyph.path());
            write!(
                out,
                "<path transform=\"translate({x} {y}) scale({k})\" fill=\"{color}\" fill-rule=\"evenodd\" d=\"{path}\"/>"
            )
        }
        Shape::Ring { cx, cy, r, stroke, width } => {
            let (cx, cy, r, color) = (number(*cx), number(*cy), number(*r), light(*stroke));
            write!(
                out,
                "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"/>"
            )
        }
        Shape::Text(text) => {
            let anchor = match text.anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let halo = if text.halo { " paint-order=\"stroke\" stroke=\"#fbfaf7\" stroke-width=\"4\"" } else { "" };
            write!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\"{anchor}{halo}>{}</text>",
                number(text.x),
                number(text.y),
                number(text.size),
                text.weight.css(),
                light(text.paint),
                escape(&text.text)
            )
        }
    };
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

/// A coordinate with at most two decimals and no trailing zeros.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Negative zero prints a sign.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
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
    use crate::model::RegionId;

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
        for (value, text) in [(1.0, "1"), (0.125, "0.13"), (-0.001, "0"), (12.50, "12.5"), (-3.0, "-3")] {
            assert_eq!(number(value), text);
        }
    }
}
