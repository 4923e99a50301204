//! The drawing backend that plotters draws on: it records [`Shape`]s and asks no browser for anything.
//!
//! plotters rounds to whole units, so its units here are tenths of a pixel: see [`UNITS_PER_PX`].
//! What plotters has no word for travels in code:
//! a paint as a colour ([`paint_code`]), the weight and the halo of a text as its font family ([`family`]),
//! a text's baseline as the bottom of its box, a filled rectangle's corner radius as its stroke width.

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::paint_code;
use crate::scale::{FontMetrics, TextMeasure as _};
use crate::scene::{Anchor, Glyph, Paint, Scene, Shape, Text, Weight};

/// plotters' units in one pixel, so that its rounding is never seen.
pub const UNITS_PER_PX: f64 = 10.0;

/// Pixels as plotters' units.
pub fn units(px: f64) -> i32 {
    (px * UNITS_PER_PX).round() as i32
}

/// plotters' units as pixels.
pub fn px(units: i32) -> f64 {
    f64::from(units) / UNITS_PER_PX
}

/// The font family that stands for a weight and a halo.
pub fn family(weight: Weight, halo: bool) -> &'static str {
    match (weight, halo) {
        (Weight::Regular, false) => "regular",
        (Weight::Regular, true) => "regular-halo",
        (Weight::Strong, false) => "strong",
        (Weight::Strong, true) => "strong-halo",
        (Weight::Bold, false) => "bold",
        (Weight::Bold, true) => "bold-halo",
    }
}

fn weight_and_halo(name: &str) -> (Weight, bool) {
    let all = [Weight::Regular, Weight::Strong, Weight::Bold].into_iter().flat_map(|w| [(w, false), (w, true)]);
    all.into_iter().find(|(w, h)| family(*w, *h) == name).unwrap_or_default()
}

/// Records what plotters draws.
#[derive(Debug)]
pub struct SceneBackend<'a> {
    scene: &'a mut Scene,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SceneBackend<'a> {
    /// Draws onto a scene, which keeps its size.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self { scene }
    }

    /// Records a silhouette of a kind, centred on a place that plotters has mapped.
    pub fn draw_glyph(&mut self, glyph: Glyph, (x, y): BackendCoord, size: f64, fill: Paint) {
        // Glyph boxes stand on whole pixels.
        let snapped = |center: f64| (center - size / 2.0).round() + size / 2.0;
        self.scene.glyph(glyph, snapped(px(x)), snapped(px(y)), size, fill);
    }
}

fn paint<S: BackendStyle>(style: &S) -> Paint {
    paint_code::decode(style.color().rgb)
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    /// The units of the scene, its far edges included.
    fn get_size(&self) -> (u32, u32) {
        (units(self.scene.width).max(0) as u32 + 1, units(self.scene.height).max(0) as u32 + 1)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Records nothing: no chart draws pixels, and plotters' own rasterizer is never reached.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    /// Records a rectangle on whole pixels, never thinner than one.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (x, y) = (px(from.0).round(), px(from.1).round());
        let (w, h) = ((px(to.0).round() - x).max(1.0), (px(to.1).round() - y).max(1.0));
        let (paint, width) = (paint(style), px(style.stroke_width() as i32));
        self.scene.shapes.push(if fill {
            Shape::Rect { x, y, w, h, radius: width, fill: Some(paint), stroke: None }
        } else {
            Shape::Rect { x, y, w, h, radius: 0.0, fill: None, stroke: Some((paint, width)) }
        });
        Ok(())
    }

    /// Records a line; one that is straight along an axis is put where it covers whole pixels.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut points: Vec<(f64, f64)> = path.into_iter().map(|(x, y)| (px(x), px(y))).collect();
        if let [from, to] = points.as_mut_slice() {
            if from.0 == to.0 {
                (from.0, to.0) = (crisp(from.0), crisp(to.0));
            } else if from.1 == to.1 {
                (from.1, to.1) = (crisp(from.1), crisp(to.1));
            }
        }
        self.scene.shapes.push(Shape::Path { points, stroke: paint(style), width: px(style.stroke_width() as i32) });
        Ok(())
    }

    /// Records a ring; a disc is a ring as wide as its radius.
    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (cx, cy, r) = (px(center.0), px(center.1), px(radius as i32));
        let (r, width) = if fill { (r / 2.0, r) } else { (r, px(style.stroke_width() as i32)) };
        self.scene.shapes.push(Shape::Ring { cx, cy, r, stroke: paint(style), width });
        Ok(())
    }

    /// Records the outline: no chart fills polygons.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        self.draw_path(vert, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let (weight, halo) = weight_and_halo(style.family().as_str());
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (x, y, size) = (px(x), px(y), style.size() / UNITS_PER_PX);
        let paint = paint_code::decode(style.color().rgb);
        self.scene.shapes.push(Shape::Text(Text { x, y, text: text.to_owned(), size, weight, anchor, paint, halo }));
        Ok(())
    }

    /// Takes the width from the table of [`FontMetrics`]: the same natively and in a browser, and no reflow.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (weight, _) = weight_and_halo(style.family().as_str());
        let width = FontMetrics.width(text, style.size(), weight);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// The middle of the pixel a hairline falls in.
fn crisp(at: f64) -> f64 {
    (at - 0.5).round() + 0.5
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;

    use super::*;

    fn recorded(draw: impl Fn(&DrawingArea<SceneBackend, plotters::coord::Shift>)) -> Vec<Shape> {
        let mut scene = Scene::new(100.0, 50.0);
        draw(&SceneBackend::new(&mut scene).into_drawing_area());
        scene.shapes
    }

    #[test]
    fn weights_and_halos_survive_the_journey_through_plotters() {
        for weight in [Weight::Regular, Weight::Strong, Weight::Bold] {
            for halo in [false, true] {
                assert_eq!(weight_and_halo(family(weight, halo)), (weight, halo));
            }
        }
    }

    #[test]
    fn rectangles_stand_on_whole_pixels_and_hairlines_within_one() {
        let ink = paint_code::encode(Paint::Rule1);
        let shapes = recorded(|area| {
            let fill = ShapeStyle { color: ink, filled: true, stroke_width: 20 };
            area.draw(&Rectangle::new([(104, 52), (208, 54)], fill)).expect("drawn");
            let line = ShapeStyle { color: ink, filled: false, stroke_width: 10 };
            area.draw(&PathElement::new(vec![(0, 101), (500, 101)], line)).expect("drawn");
        });
        let fill = Some(Paint::Rule1);
        assert_eq!(shapes[0], Shape::Rect { x: 10.0, y: 5.0, w: 11.0, h: 1.0, radius: 2.0, fill, stroke: None });
        let points = vec![(0.0, 10.5), (50.0, 10.5)];
        assert_eq!(shapes[1], Shape::Path { points, stroke: Paint::Rule1, width: 1.0 });
    }

    #[test]
    fn text_is_measured_by_the_width_table() {
        let mut scene = Scene::new(100.0, 50.0);
        let area = SceneBackend::new(&mut scene).into_drawing_area();
        let font = FontDesc::new(FontFamily::Name(family(Weight::Bold, false)), 120.0, FontStyle::Normal);
        let (width, _) = area.estimate_text_size("Africa", &font.into()).expect("measured");
        assert_eq!(px(width as i32), (FontMetrics.width("Africa", 120.0, Weight::Bold)).ceil() / 10.0);
    }
}
