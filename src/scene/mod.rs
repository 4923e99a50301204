//! A drawing as data: shapes with roles, in pixels, that the page renders and [`svg`] writes as text.
//!
//! A shape never carries a colour. It carries a [`Paint`], and the page's style sheet or the SVG writer's palette
//! decides what that looks like, so that light, dark, print and forced colours need no second drawing.

mod glyph;
mod palette;
pub mod svg;

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::RegionId;

pub use glyph::{Family, GRID, Glyph};
pub use palette::Palette;

/// What something is painted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Paint {
    /// The strongest ink: headlines, labels, values.
    Ink1,
    /// Secondary text.
    Ink2,
    /// Counts, axis, notes.
    Ink3,
    /// Minor grid line.
    Rule1,
    /// Major grid line.
    Rule2,
    /// Edge of a control.
    Rule3,
    /// The page's ground.
    Ground,
    /// A ground one step deeper than the page.
    Sunken,
    /// The ground of what is pointed at.
    Hit,
    /// Text on an ink fill.
    Inverse,
    /// The ground behind found letters.
    Match,
    /// A region's hue.
    Region(RegionId),
    /// A step of the neutral heat ramp, 1–5.
    Heat(u8),
    /// Text on a step of the heat ramp, 1–5.
    HeatInk(u8),
}

impl Paint {
    /// Paints that are not numbered, with their token names.
    pub const PLAIN: [(Self, &'static str); 11] = [
        (Self::Ink1, "ink-1"),
        (Self::Ink2, "ink-2"),
        (Self::Ink3, "ink-3"),
        (Self::Rule1, "rule-1"),
        (Self::Rule2, "rule-2"),
        (Self::Rule3, "rule-3"),
        (Self::Ground, "ground"),
        (Self::Sunken, "sunken"),
        (Self::Hit, "hit"),
        (Self::Inverse, "ink-inverse"),
        (Self::Match, "mark-match"),
    ];

    /// The name of the design token that owns its colour: `ink-1`, `region-3`, `heat-2`.
    ///
    /// There are eleven regional hues; regions past them share the last.
    pub fn token(self) -> Cow<'static, str> {
        match self {
            Self::Region(region) => format!("region-{}", region.index().min(palette::N_REGIONS - 1)).into(),
            Self::Heat(step) => format!("heat-{step}").into(),
            Self::HeatInk(step) => format!("heat-ink-{step}").into(),
            plain => Self::PLAIN.iter().find(|(p, _)| *p == plain).map_or("ink-1", |(_, name)| *name).into(),
        }
    }
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Anchor {
    /// The text begins there.
    #[default]
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// How heavy a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600.
    Strong,
    /// 700.
    Bold,
}

impl Weight {
    /// The CSS number.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Strong => 600,
            Self::Bold => 700,
        }
    }
}

/// One run of text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Left, centre or right end, by `anchor`, px.
    pub x: f64,
    /// Baseline, px.
    pub y: f64,
    /// The words.
    pub text: String,
    /// px.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// Which end stands at `x`.
    pub anchor: Anchor,
    /// Its ink.
    pub paint: Paint,
    /// Whether a band of ground parts it from what it crosses.
    pub halo: bool,
}

/// A shape, in px of its group.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        w: f64,
        /// Height.
        h: f64,
        /// Corner radius.
        radius: f64,
        /// Fill.
        fill: Option<Paint>,
        /// Edge, with its width.
        stroke: Option<(Paint, f64)>,
    },
    /// A soft band: a rectangle in a region's hue, at the band's opacity, fading out at its soft ends.
    Band {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        w: f64,
        /// Height.
        h: f64,
        /// Hue.
        fill: Paint,
        /// Which ends fade.
        soft: Soft,
    },
    /// A line through points.
    Path {
        /// The points.
        points: Vec<(f64, f64)>,
        /// Ink.
        stroke: Paint,
        /// Width.
        width: f64,
    },
    /// A kind's silhouette, centred.
    Glyph {
        /// Which.
        glyph: Glyph,
        /// Centre.
        cx: f64,
        /// Centre.
        cy: f64,
        /// Edge of its box.
        size: f64,
        /// Fill.
        fill: Paint,
    },
    /// A ring.
    Ring {
        /// Centre.
        cx: f64,
        /// Centre.
        cy: f64,
        /// Radius.
        r: f64,
        /// Ink.
        stroke: Paint,
        /// Width.
        width: f64,
    },
    /// A line of text.
    Text(Text),
}

/// Which ends of a band fade out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Soft {
    /// Both: a vague date.
    Both,
    /// The end only: an interval with an open end.
    End,
    /// The start only: an interval with an open start.
    Start,
}

/// A band wider than this is drawn fainter, px: a whole year must not outweigh the events in front of it.
const WIDE_BAND: f64 = 150.0;

/// The share of its opacity that a band of a width is drawn at.
pub fn band_strength(width: f64) -> f64 {
    if width > WIDE_BAND { 0.45 } else { 1.0 }
}

impl Soft {
    /// All, for the gradients a document must define.
    pub const ALL: [Self; 3] = [Self::Both, Self::End, Self::Start];

    /// Name within a gradient's id.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::End => "end",
            Self::Start => "start",
        }
    }

    /// Opacity at the start, at 32 %, at 68 % and at the end.
    pub fn stops(self) -> [f64; 4] {
        match self {
            Self::Both => [0.0, 1.0, 1.0, 0.0],
            Self::End => [1.0, 1.0, 1.0, 0.0],
            Self::Start => [0.0, 1.0, 1.0, 1.0],
        }
    }
}

/// Shapes that belong together, moved as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Stable name, unique in its layer, by which the page keeps an element from one drawing to the next.
    pub key: u64,
    /// Offset of the group, px.
    pub x: f64,
    /// Offset of the group, px.
    pub y: f64,
    /// What it is made of, in painting order.
    pub shapes: Arc<[Shape]>,
}

/// A whole drawing.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scene {
    /// px.
    pub width: f64,
    /// px.
    pub height: f64,
    /// In painting order.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// An empty drawing of a size; none is below zero, whatever room was reckoned for it.
    pub fn new(width: f64, height: f64) -> Self {
        Self { width: width.max(0.0), height: height.max(0.0), shapes: Vec::new() }
    }

    /// Adds a line of text.
    pub fn text(&mut self, x: f64, y: f64, text: impl Into<String>, size: f64, paint: Paint) -> &mut Text {
        let text =
            Text { x, y, text: text.into(), size, weight: Weight::Regular, anchor: Anchor::Start, paint, halo: false };
        self.shapes.push(Shape::Text(text));
        match self.shapes.last_mut() {
            Some(Shape::Text(text)) => text,
            _ => unreachable!("the shape just pushed is a text"),
        }
    }

    /// Adds a straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Paint, width: f64) {
        self.shapes.push(Shape::Path { points: vec![from, to], stroke, width });
    }

    /// Adds a filled rectangle; one without room has no width or height.
    pub fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, fill: Paint) {
        let (w, h) = (w.max(0.0), h.max(0.0));
        self.shapes.push(Shape::Rect { x, y, w, h, radius: 0.0, fill: Some(fill), stroke: None });
    }

    /// Adds a glyph.
    pub fn glyph(&mut self, glyph: Glyph, cx: f64, cy: f64, size: f64, fill: Paint) {
        self.shapes.push(Shape::Glyph { glyph, cx, cy, size, fill });
    }

    /// The shapes of which a part may lie left of `x`, for a copy of what stands there.
    pub fn left_of(&self, x: f64) -> Vec<Shape> {
        self.shapes.iter().filter(|shape| shape.left() < x).cloned().collect()
    }

    /// Adds another drawing's shapes, moved by `(dx, dy)`.
    pub fn place(&mut self, shapes: &[Shape], dx: f64, dy: f64) {
        self.shapes.extend(shapes.iter().map(|shape| shape.moved(dx, dy)));
    }
}

impl Shape {
    /// Where it begins, px, or left of that: no letter is wider than it is high.
    fn left(&self) -> f64 {
        match self {
            Self::Rect { x, .. } | Self::Band { x, .. } => *x,
            Self::Path { points, width, .. } => points.iter().map(|p| p.0).fold(f64::INFINITY, f64::min) - width,
            Self::Glyph { cx, size, .. } => cx - size / 2.0,
            Self::Ring { cx, r, width, .. } => cx - r - width,
            Self::Text(text) => {
                let before = match text.anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => 0.5,
                    Anchor::End => 1.0,
                };
                text.x - before * text.size * text.text.chars().count() as f64
            }
        }
    }

    /// The same shape at another place.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        let mut shape = self.clone();
        match &mut shape {
            Self::Rect { x, y, .. } | Self::Band { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
            Self::Path { points, .. } => points.iter_mut().for_each(|p| *p = (p.0 + dx, p.1 + dy)),
            Self::Glyph { cx, cy, .. } | Self::Ring { cx, cy, .. } => (*cx, *cy) = (*cx + dx, *cy + dy),
            Self::Text(text) => (text.x, text.y) = (text.x + dx, text.y + dy),
        }
        shape
    }
}
