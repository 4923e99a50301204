//! Text around a drawing, from top to bottom: what a page would leave to its style sheet.

use crate::scale::{FontMetrics, TextMeasure as _, wrap};
use crate::scene::{Anchor, Paint, Scene, Weight};

/// From the top of a line to its baseline, in line heights.
const BASELINE: f64 = 0.76;

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// px.
    pub size: f64,
    /// From line to line, px.
    pub line: f64,
    /// How heavy.
    pub weight: Weight,
    /// Ink.
    pub paint: Paint,
}

impl Style {
    /// Headline of a timeline.
    pub(super) const HEADLINE: Self = Self { size: 28.0, line: 34.0, weight: Weight::Strong, paint: Paint::Ink1 };
    /// Headline of a chart.
    pub(super) const FINDING: Self = Self { size: 22.0, line: 28.0, weight: Weight::Strong, paint: Paint::Ink1 };
    /// The sentence under a headline.
    pub(super) const LEDE: Self = Self { size: 15.0, line: 22.0, weight: Weight::Regular, paint: Paint::Ink2 };
    /// Notes.
    pub(super) const NOTE: Self = Self { size: 13.0, line: 19.0, weight: Weight::Regular, paint: Paint::Ink3 };
    /// The name at the top.
    pub(super) const NAME: Self = Self { size: 13.0, line: 19.0, weight: Weight::Strong, paint: Paint::Ink2 };
}

/// A drawing that grows downwards.
pub(super) struct Frame {
    scene: Scene,
    margin: f64,
    y: f64,
}

impl Frame {
    /// An empty one of a width, with a margin on every side, px.
    pub(super) fn new(width: f64, margin: f64) -> Self {
        Self { scene: Scene::new(width, 0.0), margin, y: margin }
    }

    /// px between the margins.
    pub(super) fn inner(&self) -> f64 {
        self.scene.width - 2.0 * self.margin
    }

    /// Leaves px free.
    pub(super) fn skip(&mut self, px: f64) {
        self.y += px;
    }

    /// A paragraph, broken into lines; nothing where there are no words.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        for line in wrap(text, style.size, style.weight, self.inner()) {
            let y = self.y + style.line * BASELINE;
            self.scene.text(self.margin, y, line, style.size, style.paint).weight = style.weight;
            self.y += style.line;
        }
    }

    /// One text at either end of a line, or in two lines where one is too short for both.
    pub(super) fn ends(&mut self, left: &str, right: &str, style: Style) {
        let width = |text: &str| FontMetrics.width(text, style.size, style.weight);
        if width(left) + width(right) + style.size > self.inner() {
            self.paragraph(left, style);
            self.paragraph(right, style);
            return;
        }
        let (end, y) = (self.scene.width - self.margin, self.y + style.line * BASELINE);
        self.scene.text(end, y, right, style.size, style.paint).anchor = Anchor::End;
        self.paragraph(left, style);
    }

    /// A hairline from margin to margin.
    pub(super) fn rule(&mut self, paint: Paint) {
        self.scene.line((self.margin, self.y), (self.scene.width - self.margin, self.y), paint, 1.0);
    }

    /// Another drawing, at the left margin.
    pub(super) fn drawing(&mut self, drawing: &Scene) {
        self.scene.place(&drawing.shapes, self.margin, self.y);
        self.y += drawing.height;
    }

    /// The whole, with a margin below.
    pub(super) fn finish(mut self) -> Scene {
        self.scene.height = (self.y + self.margin).ceil();
        self.scene
    }
}
