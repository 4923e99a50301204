//! A drawing area in pixels, with planes of plotters' coordinates in it and a record of where text stands.

use std::convert::Infallible;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::backend::{SceneBackend, UNITS_PER_PX, family, px, units};
use super::paint_code;
use crate::scene::{Anchor, Glyph, Paint, Scene, Weight};

/// How far a text reaches above its baseline, in ems.
const ASCENT: f64 = 0.85;

/// How far a text reaches below its baseline, in ems.
const DESCENT: f64 = 0.22;

/// What plotters gives back. Its errors cannot happen on a backend that cannot fail, but its types say they may, and
/// to hand them on costs at every stroke: they end here.
type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// Ends a result that cannot be an error.
fn done(drawn: Drawn) {
    debug_assert!(drawn.is_ok(), "the backend cannot fail");
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// px.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// Its ink.
    pub paint: Paint,
    /// Which end stands at its point.
    pub anchor: Anchor,
    /// Whether ground parts it from what it crosses.
    pub halo: bool,
}

impl Ink {
    /// Labels and values: 12.
    pub const LABEL: Self =
        Self { size: 12.0, weight: Weight::Regular, paint: Paint::Ink1, anchor: Anchor::Start, halo: false };
    /// Values that matter: 12, bold.
    pub const VALUE: Self = Self { weight: Weight::Bold, ..Self::LABEL };
    /// Axis, counts and notes: 12 in the lightest ink.
    pub const NOTE: Self = Self { paint: Paint::Ink3, ..Self::LABEL };
    /// The year on an axis: 12, strong.
    pub const YEAR: Self = Self { weight: Weight::Strong, ..Self::LABEL };
    /// Names of rows and panels: 13, strong.
    pub const NAME: Self = Self { size: 13.0, weight: Weight::Strong, ..Self::LABEL };

    /// Set with its middle at the point.
    pub const fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    /// Set with its end at the point.
    pub const fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    fn style(self) -> TextStyle<'static> {
        let name = FontFamily::Name(family(self.weight, self.halo));
        let h_pos = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        TextStyle {
            font: FontDesc::new(name, self.size * UNITS_PER_PX, FontStyle::Normal),
            color: paint_code::encode(self.paint).to_backend_color(),
            pos: Pos::new(h_pos, VPos::Bottom),
        }
    }
}

/// A filled shape's style.
pub fn fill(paint: Paint) -> ShapeStyle {
    ShapeStyle { color: paint_code::encode(paint), filled: true, stroke_width: 0 }
}

/// A line's style, its width in px.
pub fn stroke(paint: Paint, width: f64) -> ShapeStyle {
    ShapeStyle { color: paint_code::encode(paint), filled: false, stroke_width: units(width) as u32 }
}

/// A box in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Area {
    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }
}

/// A whole drawing in px, recorded onto a scene.
pub struct Canvas<'s> {
    root: DrawingArea<SceneBackend<'s>, Shift>,
    width: f64,
    height: f64,
    /// Where text stands, and what else text must not cover.
    taken: Vec<Area>,
}

impl<'s> Canvas<'s> {
    /// Draws onto a scene of a known size.
    pub fn new(scene: &'s mut Scene) -> Self {
        let (width, height) = (scene.width, scene.height);
        Self { root: SceneBackend::new(scene).into_drawing_area(), width, height, taken: Vec::new() }
    }

    /// px that a text takes.
    pub fn text_width(&self, text: &str, ink: Ink) -> f64 {
        let (width, _) = self.root.estimate_text_size(text, &ink.style()).unwrap_or_default();
        px(width as i32)
    }

    /// Draws a text with its baseline at `y`; the caller knows that there is room.
    pub fn text(&mut self, x: f64, y: f64, text: &str, ink: Ink) {
        let area = self.text_area(x, y, text, ink);
        self.taken.push(area);
        done(self.root.draw(&Text::new(text, (units(x), units(y)), ink.style())));
    }

    /// Draws a text only where it stays inside the drawing and `clearance` px clear of what is taken; says if it did.
    pub fn try_text(&mut self, x: f64, y: f64, text: &str, ink: Ink, clearance: f64) -> bool {
        let area = self.text_area(x, y, text, ink);
        let fits = self.is_free(&area, clearance);
        if fits {
            self.text(x, y, text, ink);
        }
        fits
    }

    /// The box of a text.
    pub fn text_area(&self, x: f64, y: f64, text: &str, ink: Ink) -> Area {
        let w = self.text_width(text, ink);
        let x = match ink.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - w / 2.0,
            Anchor::End => x - w,
        };
        Area { x, y: y - ink.size * ASCENT, w, h: ink.size * (ASCENT + DESCENT) }
    }

    /// The middle of a text, moved as far as keeps it inside the drawing.
    pub fn kept_inside(&self, middle: f64, text: &str, ink: Ink) -> f64 {
        let half = self.text_width(text, ink) / 2.0;
        middle.min(self.width - half).max(half)
    }

    /// Whether a box lies inside the drawing and clear of what is taken.
    pub fn is_free(&self, area: &Area, clearance: f64) -> bool {
        let inside = 0.0 <= area.x && area.x + area.w <= self.width && 0.0 <= area.y && area.y + area.h <= self.height;
        let (dx, dy) = (clearance, clearance.min(2.0));
        let grown = Area { x: area.x - dx, y: area.y - dy, w: area.w + 2.0 * dx, h: area.h + 2.0 * dy };
        inside && !self.taken.iter().any(|taken| taken.overlaps(&grown))
    }

    /// Keeps later texts off a box.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Draws a line through points in px.
    pub fn path(&self, points: &[(f64, f64)], paint: Paint, width: f64) {
        let points: Vec<BackendCoord> = points.iter().map(|(x, y)| (units(*x), units(*y))).collect();
        done(self.root.draw(&PathElement::new(points, stroke(paint, width))));
    }

    /// Draws a hairline across.
    pub fn rule(&self, x: Range<f64>, y: f64, paint: Paint) {
        self.path(&[(x.start, y), (x.end, y)], paint, 1.0);
    }

    /// Draws a filled box in px.
    pub fn rect(&self, area: Area, paint: Paint) {
        let corners = [(units(area.x), units(area.y)), (units(area.x + area.w), units(area.y + area.h))];
        done(self.root.draw(&Rectangle::new(corners, fill(paint))));
    }

    /// Draws a glyph centred on a place in px.
    pub fn glyph(&self, glyph: Glyph, (x, y): (f64, f64), size: f64, paint: Paint) {
        done(self.root.draw(&GlyphMark { at: (units(x), units(y)), glyph, size, paint }));
    }

    /// A plane of plotters' coordinates in a box; `y` may run downwards, from more to less.
    pub fn plane(&self, area: Area, x: Range<f64>, y: Range<f64>) -> Plane<'s> {
        let (left, top) = (units(area.x).max(0) as u32, units(area.y).max(0) as u32);
        // plotters maps onto the first and the last unit of a part: one more makes the last the box's edge.
        let (w, h) = (units(area.w).max(1) as u32 + 1, units(area.h).max(1) as u32 + 1);
        let part = self.root.clone().shrink((left, top), (w, h));
        let (across, down) = part.get_pixel_range();
        let place = (across.start..across.end - 1, down.end - 1..down.start);
        Plane { area: part.apply_coord_spec(Cartesian2d::new(x, y, place)) }
    }
}

/// A part of the drawing where places are given in the data's own units.
pub struct Plane<'s> {
    area: DrawingArea<SceneBackend<'s>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl Plane<'_> {
    /// Where plotters puts a place, px of the whole drawing.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (px(x), px(y))
    }

    /// Draws a filled box between two corners, less `margin` px at its top, bottom, left and right.
    pub fn bar(&self, x: Range<f64>, y: Range<f64>, paint: Paint, margin: [f64; 4]) {
        let mut bar = Rectangle::new([(x.start, y.start), (x.end, y.end)], fill(paint));
        let [top, bottom, left, right] = margin.map(|px| units(px).max(0) as u32);
        bar.set_margin(top, bottom, left, right);
        done(self.area.draw(&bar));
    }

    /// Draws a line through points.
    pub fn line(&self, points: Vec<(f64, f64)>, paint: Paint, width: f64) {
        LineSeries::new(points, stroke(paint, width)).for_each(|element| done(self.area.draw(&element)));
    }

    /// Draws the dot that stands for none.
    pub fn dot(&self, x: f64, y: f64, paint: Paint) {
        done(self.area.draw(&Circle::new((x, y), units(1.2), fill(paint))));
    }

    /// Draws a glyph centred on a place.
    pub fn glyph(&self, glyph: Glyph, at: (f64, f64), size: f64, paint: Paint) {
        done(self.area.draw(&GlyphMark { at, glyph, size, paint }));
    }
}

/// plotters' element for a kind's silhouette: plotters maps its place, the backend records it.
struct GlyphMark<C> {
    at: C,
    glyph: Glyph,
    size: f64,
    paint: Paint,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a GlyphMark<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<'s, C> Drawable<SceneBackend<'s>> for GlyphMark<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SceneBackend<'s>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        places.for_each(|place| backend.draw_glyph(self.glyph, place, self.size, self.paint));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_maps_its_corners_onto_the_corners_of_its_box() {
        let mut scene = Scene::new(300.0, 200.0);
        let canvas = Canvas::new(&mut scene);
        let area = Area { x: 20.0, y: 10.0, w: 250.0, h: 150.0 };
        let up = canvas.plane(area, 0.0..10.0, 0.0..30.0);
        assert_eq!((up.at(0.0, 0.0), up.at(10.0, 30.0)), ((20.0, 160.0), (270.0, 10.0)));
        let down = canvas.plane(area, 0.0..10.0, 11.0..0.0);
        assert_eq!((down.at(0.0, 0.0), down.at(5.0, 11.0)), ((20.0, 10.0), (145.0, 160.0)));
    }

    #[test]
    fn a_text_that_would_cover_another_or_leave_the_drawing_is_left_out() {
        let mut scene = Scene::new(100.0, 40.0);
        let mut canvas = Canvas::new(&mut scene);
        let mut put = |x, text| canvas.try_text(x, 20.0, text, Ink::LABEL, 2.0);
        assert_eq!(
            [put(0.0, "2022"), put(20.0, "2023"), put(32.0, "2023"), put(90.0, "2024")],
            [true, false, true, false]
        );
        drop(canvas);
        assert_eq!(scene.shapes.len(), 2);
    }
}
