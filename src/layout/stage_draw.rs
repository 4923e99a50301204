//! A placed stage → shapes.

use super::stage::{AXIS, LABEL, NOTE, RING, Stage, StageMark, StageRole};
use super::stage_rows::{PILL, PLAIN, half_pill};
use crate::headline::GLOBAL;
use crate::model::{Dataset, EventId, RegionId};
use crate::scene::{Anchor, Glyph, Paint, Shape, Soft, Text, Weight};

/// Edge of a glyph: named, current, units.
const GLYPHS: [f64; 3] = [PLAIN, 24.0, 30.0];

/// Widths of a stem: named, current, units. Thinner ones do not survive the compression of a call.
const STEMS: [f64; 3] = [0.0, 2.5, 4.0];

/// Height of a soft band, units.
const BAND: f64 = 24.0;

/// Height of the bar of a span of known days, units.
const BAR: f64 = 6.0;

/// From the middle of a line of text to its baseline, in ems.
const MIDDLE: f64 = 0.35;

/// From the date to the title, and from a line of it to the next, units.
const LINE: f64 = 31.0;

fn text(x: f64, y: f64, words: &str, size: f64, paint: Paint) -> Text {
    let (text, weight, anchor) = (words.to_owned(), Weight::Regular, Anchor::Start);
    Text { x, y, text, size, weight, anchor, paint, halo: false }
}

fn hue(dataset: &Dataset, id: EventId) -> Paint {
    Paint::Region(dataset.event(id).regions.first().copied().unwrap_or(RegionId(0)))
}

impl Stage {
    /// What stands behind the events: the axis with its lines, and the bands of vague dates.
    pub fn ground(&self, dataset: &Dataset) -> Vec<Shape> {
        let mut out = Vec::new();
        let line = |from, to, stroke, width| Shape::Path { points: vec![from, to], stroke, width };
        for tick in self.ticks.iter().filter(|tick| tick.x >= 0.0) {
            out.push(line((tick.x, 4.0), (tick.x, self.height), Paint::Rule2, 2.0));
            out.push(Shape::Text(text(tick.x + 11.0, 27.0, &tick.label, NOTE, Paint::Ink2)));
        }
        let regions = dataset.taxonomy().region_ids();
        let no_hue = regions.clone().find(|r| dataset.taxonomy().region(*r).slug == GLOBAL).or(regions.last());
        let fill = Paint::Region(no_hue.unwrap_or(RegionId(0)));
        for band in &self.bands {
            let (x, y, w) = (band.px.start, band.y - BAND / 2.0, band.px.width());
            out.push(Shape::Band { x, y, w, h: BAND, fill, soft: Soft::Both });
        }
        out.push(line((0.0, AXIS), (self.width, AXIS), Paint::Ink1, 2.0));
        for (name, x, y) in &self.band_names {
            out.push(Shape::Text(text(*x, y + NOTE * MIDDLE, name, NOTE, Paint::Ink2)));
        }
        out
    }

    /// The stems of the names, longest first, so that each starts in front of what passes it.
    pub fn stems(&self, dataset: &Dataset) -> Vec<Shape> {
        let stem = |mark: &StageMark| {
            let end = mark.label.as_ref()?.stem_end;
            let start = if mark.role == StageRole::Current { RING + 1.0 } else { GLYPHS[1] / 2.0 + 4.0 };
            let points = vec![(mark.x, mark.y + start), (mark.x, end)];
            Some(Shape::Path { points, stroke: hue(dataset, mark.events[0]), width: STEMS[mark.role as usize] })
        };
        self.marks.iter().filter_map(stem).collect()
    }

    /// The names.
    pub fn names(&self) -> Vec<Shape> {
        let mut out = Vec::new();
        for mark in &self.marks {
            let Some(label) = &mark.label else { continue };
            let weight = if mark.role == StageRole::Current { Weight::Bold } else { Weight::Regular };
            let anchor = if label.is_left { Anchor::End } else { Anchor::Start };
            let [note, title, step] = [NOTE, LABEL, LINE].map(|units| units * self.name_size);
            let date = (label.date.as_str(), note, Paint::Ink2);
            let lines = [date].into_iter().chain(label.title.iter().map(|line| (line.as_str(), title, Paint::Ink1)));
            for (i, (words, size, paint)) in lines.enumerate() {
                let line = text(label.x, label.y + step * i as f64, words, size, paint);
                out.push(Shape::Text(Text { weight, anchor, halo: true, ..line }));
            }
        }
        out
    }
}

/// A mark around (0, 0): a glyph, with its bar and ring, or the count of what has no room.
pub fn stage_mark(dataset: &Dataset, mark: &StageMark) -> Vec<Shape> {
    let n = mark.events.len();
    if n > 1 {
        let half = half_pill(n);
        let edge = Some((Paint::Ink2, 2.0));
        let (x, y, h) = (-half, -PILL / 2.0, PILL);
        let pill = Shape::Rect { x, y, w: 2.0 * half, h, radius: h / 2.0, fill: Some(Paint::Ground), stroke: edge };
        let count = text(0.0, NOTE * MIDDLE, &n.to_string(), NOTE, Paint::Ink1);
        return vec![pill, Shape::Text(Text { anchor: Anchor::Middle, weight: Weight::Strong, ..count })];
    }
    let id = mark.events[0];
    let (event, fill) = (dataset.event(id), hue(dataset, id));
    let mut out = Vec::new();
    if let Some(px) = mark.bar {
        let (x, w) = (px.start - mark.x, px.width());
        out.push(Shape::Rect { x, y: -BAR / 2.0, w, h: BAR, radius: 0.0, fill: Some(fill), stroke: None });
    }
    if mark.role == StageRole::Current {
        // What it covers must not show through the ring.
        let (x, w) = (-RING, 2.0 * RING);
        let edge = Some((Paint::Ink1, 3.0));
        out.push(Shape::Rect { x, y: x, w, h: w, radius: RING, fill: Some(Paint::Ground), stroke: edge });
    }
    let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
    out.push(Shape::Glyph { glyph, cx: 0.0, cy: 0.0, size: GLYPHS[mark.role as usize], fill });
    out
}
