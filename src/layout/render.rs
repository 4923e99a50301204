//! Placed marks → shapes, and the whole timeline as one drawing.

use std::ops::Range;
use std::sync::Arc;

use super::lane::{LaneKey, lane_label};
use super::place::Side;
use super::timeline::{ExtentStyle, PlacedLane, PlacedMark, TimelineLayout};
use crate::model::{Dataset, EventId, Locale, RegionId};
use crate::query::Needle;
use crate::scale::{FontMetrics, Level, PxSpan, TextMeasure as _, wrap};
use crate::scene::{Anchor, Glyph, Group, Paint, Scene, Shape, Text, Weight};

/// Height of a soft band, px.
const BAND: f64 = 14.0;

/// Height of a span's bar, px.
const BAR: f64 = 4.0;

/// A cluster's pill, px.
const PILL: (f64, f64) = (24.0, 17.0);

/// Radius of the ring around the opened event, px.
const RING: f64 = 10.5;

/// Height of the axis above the lanes, px.
const AXIS: f64 = 28.0;

/// The ground behind found letters: above their baseline and in all, in ems, and beside them, px.
const FOUND_ASCENT: f64 = 1.0;
const FOUND_HEIGHT: f64 = 1.3;
const FOUND_PAD: f64 = 1.0;

/// From a text's middle to its baseline, in ems.
const MIDDLE_TO_BASELINE: f64 = 0.35;

/// A placed mark with what the page needs to draw it; its shapes are relative to its glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct RenderMark {
    /// What it was made of.
    pub mark: PlacedMark,
    /// Glyph or pill, and label.
    pub group: Group,
    /// The soft band or bar behind it.
    pub bands: Arc<[Shape]>,
}

/// The region whose hue a mark has: the lane's, or else the event's first.
fn hue(dataset: &Dataset, lane: LaneKey, event: EventId) -> Paint {
    let first = || dataset.event(event).regions.first().copied().unwrap_or(RegionId(0));
    Paint::Region(if let LaneKey::Region(region) = lane { region } else { first() })
}

/// Glyph or pill, and label, around (0, 0).
pub fn mark_shapes(
    dataset: &Dataset,
    layout: &TimelineLayout,
    mark: &PlacedMark,
    selected: Option<EventId>,
) -> Vec<Shape> {
    let metrics = layout.metrics;
    let paint = hue(dataset, layout.lanes[mark.lane].key, mark.events[0]);
    let mut shapes = Vec::new();
    if mark.is_cluster() {
        let (w, h) = PILL;
        let (x, y) = (-w / 2.0, -h / 2.0);
        shapes.push(Shape::Rect { x, y, w, h, radius: h / 2.0, fill: Some(Paint::Ground), stroke: Some((paint, 1.5)) });
        shapes.push(Shape::Text(Text {
            x: 0.0,
            y: 11.0 * MIDDLE_TO_BASELINE,
            text: mark.events.len().to_string(),
            size: if mark.events.len() > 999 { 9.0 } else { 11.0 },
            weight: Weight::Strong,
            anchor: Anchor::Middle,
            paint: Paint::Ink1,
            halo: false,
        }));
        return shapes;
    }
    let event = dataset.event(mark.events[0]);
    let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
    if selected == Some(mark.events[0]) {
        shapes.push(Shape::Ring { cx: 0.0, cy: 0.0, r: RING, stroke: Paint::Ink1, width: 1.5 });
    }
    shapes.push(Shape::Glyph { glyph, cx: 0.0, cy: 0.0, size: metrics.glyph, fill: paint });
    if let Some(label) = &mark.label {
        let away = metrics.glyph / 2.0 + label.gap;
        let (x, anchor) = match label.side {
            Side::Right => (away, Anchor::Start),
            Side::Left => (-away, Anchor::End),
        };
        shapes.push(Shape::Text(Text {
            x,
            y: metrics.label * MIDDLE_TO_BASELINE,
            text: label.text.clone(),
            size: metrics.label,
            weight: label.weight,
            anchor,
            paint: Paint::Ink1,
            halo: false,
        }));
    }
    shapes
}

/// [`mark_shapes`] with a ground behind what was found of the label. Only the page has it; documents go without.
fn shapes_on_page(
    dataset: &Dataset,
    layout: &TimelineLayout,
    mark: &PlacedMark,
    selected: Option<EventId>,
    needle: &Needle,
) -> Vec<Shape> {
    let mut shapes = mark_shapes(dataset, layout, mark, selected);
    let Some(Shape::Text(label)) = shapes.last().filter(|_| mark.label.is_some()) else { return shapes };
    let ranges = needle.ranges(&label.text);
    if !ranges.is_empty() {
        let label = label.clone();
        shapes.pop();
        shapes.extend(marked_label(&label, &ranges));
    }
    shapes
}

/// A label in pieces, so that what is found stands on its ground in any font: each piece begins where the table says.
fn marked_label(label: &Text, ranges: &[Range<usize>]) -> Vec<Shape> {
    let width = |text: &str| FontMetrics.set_width(text, label.size, label.weight);
    let start = if label.anchor == Anchor::End { label.x - width(&label.text) } else { label.x };
    let (mut grounds, mut pieces) = (Vec::new(), Vec::new());
    let mut piece = |part: Range<usize>, is_found: bool| {
        let of_label = |part: Range<usize>| label.text.get(part).unwrap_or_default();
        let (x, text) = (start + width(of_label(0..part.start)), of_label(part));
        if is_found {
            let (y, h) = (label.y - label.size * FOUND_ASCENT, label.size * FOUND_HEIGHT);
            let (x, w) = (x - FOUND_PAD, width(text) + 2.0 * FOUND_PAD);
            grounds.push(Shape::Rect { x, y, w, h, radius: 2.0, fill: Some(Paint::Match), stroke: None });
        }
        // White space at the edges of a text is not drawn: it only moves what follows.
        let lead = text.len() - text.trim_start().len();
        let x = x + width(text.get(..lead).unwrap_or_default());
        let text = text.trim().to_owned();
        if !text.is_empty() {
            pieces.push(Shape::Text(Text { x, text, anchor: Anchor::Start, ..label.clone() }));
        }
    };
    let mut at = 0;
    for range in ranges {
        piece(at..range.start, false);
        piece(range.clone(), true);
        at = range.end;
    }
    piece(at..label.text.len(), false);
    grounds.extend(pieces);
    grounds
}

/// The bands and bars behind a mark, relative to its glyph.
pub fn band_shapes(dataset: &Dataset, layout: &TimelineLayout, mark: &PlacedMark) -> Vec<Shape> {
    let paint = hue(dataset, layout.lanes[mark.lane].key, mark.events[0]);
    let reach = PxSpan::new(-layout.viewport.width(), 2.0 * layout.viewport.width());
    let shape = |extent: &super::timeline::Extent| {
        // Cut far beyond the view, where no fading end can be seen.
        let (start, end) = (extent.px.start.max(reach.start * 4.0), extent.px.end.min(reach.end * 4.0));
        let (x, w) = (start - mark.x, (end - start).max(1.0));
        match extent.style {
            ExtentStyle::Bar => {
                Shape::Rect { x, y: -BAR / 2.0, w: w.max(3.0), h: BAR, radius: 0.0, fill: Some(paint), stroke: None }
            }
            ExtentStyle::Band(soft) => Shape::Band { x, y: -BAND / 2.0, w, h: BAND, fill: paint, soft },
        }
    };
    mark.extents.iter().map(shape).collect()
}

impl TimelineLayout {
    /// Every mark with its shapes, and a ground behind what `needle` finds of its label.
    pub fn render(&self, dataset: &Dataset, selected: Option<EventId>, needle: &Needle) -> Vec<RenderMark> {
        let render = |mark: &PlacedMark| RenderMark {
            group: Group {
                key: mark.key,
                x: mark.x,
                y: mark.y,
                shapes: shapes_on_page(dataset, self, mark, selected, needle).into(),
            },
            bands: band_shapes(dataset, self, mark).into(),
            mark: mark.clone(),
        };
        self.marks.iter().map(render).collect()
    }
}

/// From the right of a lane's name to its rows, px: the count and the lane mark stand there.
const NAME_ASIDE: f64 = 40.0;

/// From the top of a lane to the baseline of its name, and from line to line, px.
const NAME_LINES: (f64, f64) = (17.0, 16.0);

/// Names of the lanes in order, broken into lines of `width` px.
pub fn lane_names(dataset: &Dataset, layout: &TimelineLayout, locale: Locale, width: f64) -> Vec<Vec<String>> {
    let name = |key| wrap(&lane_label(dataset, key, locale), 13.0, Weight::Strong, width);
    layout.lanes.iter().map(|lane| name(lane.key)).collect()
}

/// Makes each lane at least as high as its name in a gutter of `gutter` px.
pub fn make_room_for_names(layout: &mut TimelineLayout, dataset: &Dataset, locale: Locale, gutter: f64) {
    let names = lane_names(dataset, layout, locale, gutter - NAME_ASIDE);
    let mut moved = 0.0;
    for (i, name) in names.iter().enumerate() {
        let lane = &mut layout.lanes[i];
        lane.y += moved;
        layout.marks.iter_mut().filter(|mark| mark.lane == i).for_each(|mark| mark.y += moved);
        let needed = NAME_LINES.0 + NAME_LINES.1 * name.len().saturating_sub(1) as f64 + 6.0;
        let lacking = (needed - lane.height).max(0.0);
        lane.height += lacking;
        moved += lacking;
    }
    layout.height += moved;
}

/// The whole timeline of its view as one drawing, lane names in a gutter of `gutter` px, or above their rows where it is 0.
pub fn timeline_scene(
    dataset: &Dataset,
    layout: &TimelineLayout,
    selected: Option<EventId>,
    locale: Locale,
    gutter: f64,
) -> Scene {
    let width = layout.viewport.width();
    let mut scene = Scene::new(gutter + width, AXIS + layout.height + 1.0);
    for tick in layout.ticks.iter().filter(|t| (0.0..=width).contains(&t.x)) {
        let paint = if tick.level == Level::Major { Paint::Rule2 } else { Paint::Rule1 };
        let top = if tick.label.is_empty() { AXIS } else { AXIS - 8.0 };
        scene.line((gutter + tick.x, top), (gutter + tick.x, AXIS + layout.height), paint, 1.0);
        let major = tick.level == Level::Major;
        let weight = if major { Weight::Strong } else { Weight::Regular };
        let label_x = gutter + tick.x + 6.0;
        // At the right edge a label would be cut.
        if tick.label.is_empty() || scene.width < label_x + FontMetrics.width(&tick.label, 12.0, weight) {
            continue;
        }
        let paint = if major { Paint::Ink1 } else { Paint::Ink3 };
        scene.text(label_x, AXIS - 12.0, tick.label.clone(), 12.0, paint).weight = weight;
    }
    scene.line((0.0, AXIS), (gutter + width, AXIS), Paint::Ink1, 1.0);
    for (lane, name) in layout.lanes.iter().zip(lane_names(dataset, layout, locale, gutter - NAME_ASIDE)) {
        if gutter > 0.0 {
            lane_head_beside(&mut scene, lane, &name, gutter);
        } else {
            lane_head_above(&mut scene, lane, lane_label(dataset, lane.key, locale));
        }
        let below = AXIS + lane.y + lane.height;
        scene.line((0.0, below), (gutter + width, below), Paint::Rule1, 1.0);
    }
    let in_view: Vec<&PlacedMark> = layout.marks.iter().filter(|m| m.in_view).collect();
    for mark in &in_view {
        let cut = band_shapes(dataset, layout, mark).into_iter().map(|shape| cut_to(shape, -mark.x, width - mark.x));
        scene.place(&cut.collect::<Vec<_>>(), gutter + mark.x, AXIS + mark.y);
    }
    for mark in in_view {
        scene.place(&mark_shapes(dataset, layout, mark, selected), gutter + mark.x, AXIS + mark.y);
    }
    scene
}

/// Name, count and hue of a lane in a gutter at its left.
fn lane_head_beside(scene: &mut Scene, lane: &PlacedLane, name: &[String], gutter: f64) {
    for (i, line) in name.iter().enumerate() {
        let y = AXIS + lane.y + NAME_LINES.0 + NAME_LINES.1 * i as f64;
        scene.text(0.0, y, line, 13.0, Paint::Ink1).weight = Weight::Strong;
    }
    let count = scene.text(gutter - 19.0, AXIS + lane.y + NAME_LINES.0, lane.count.to_string(), 12.0, Paint::Ink3);
    count.anchor = Anchor::End;
    if let LaneKey::Region(region) = lane.key {
        scene.rect(gutter - 12.0, AXIS + lane.y + 3.0, 3.0, lane.height - 5.0, Paint::Region(region));
    }
}

/// Name, count and hue of a lane over its rows, in the room that `Metrics::lane_head` keeps for them.
fn lane_head_above(scene: &mut Scene, lane: &PlacedLane, name: String) {
    let y = AXIS + lane.y + NAME_LINES.0 - 1.0;
    let width = FontMetrics.width(&name, 13.0, Weight::Strong);
    scene.text(10.0, y, name, 13.0, Paint::Ink1).weight = Weight::Strong;
    scene.text(10.0 + width + 6.0, y, lane.count.to_string(), 12.0, Paint::Ink3);
    if let LaneKey::Region(region) = lane.key {
        scene.rect(0.0, AXIS + lane.y + 3.0, 3.0, lane.height - 5.0, Paint::Region(region));
    }
}

/// A band or bar without what reaches past `from..to`.
fn cut_to(mut shape: Shape, from: f64, to: f64) -> Shape {
    if let Shape::Band { x, w, .. } | Shape::Rect { x, w, .. } = &mut shape {
        let end = (*x + *w).min(to);
        *x = x.max(from);
        *w = (end - *x).max(0.0);
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Han;

    /// What each ground of a label reaches over, px.
    type Grounds = Vec<(f64, f64)>;

    /// Where each piece of a label begins, px, and what it says.
    type Pieces = Vec<(f64, String)>;

    fn pieces(text: &str, needle: &str, anchor: Anchor) -> (Grounds, Pieces) {
        let weight = crate::scene::Weight::Regular;
        let label = Text {
            x: 100.0,
            y: 4.0,
            text: text.to_owned(),
            size: 12.0,
            weight,
            anchor,
            paint: Paint::Ink1,
            halo: false,
        };
        let shapes = marked_label(&label, &Needle::new(needle, Han::whole()).ranges(text));
        let grounds = shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { x, w, fill: Some(Paint::Match), .. } => Some((*x, x + w)),
            _ => None,
        });
        let texts = shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some((text.x, text.text.clone())),
            _ => None,
        });
        (grounds.collect(), texts.collect())
    }

    #[test]
    fn a_ground_stands_behind_each_piece_that_was_found() {
        let (grounds, texts) = pieces("沙特和伊朗", "yilang", Anchor::Start);
        assert_eq!(texts, [(100.0, "沙特和".to_owned()), (136.0, "伊朗".to_owned())]);
        assert_eq!(grounds, [(135.0, 161.0)]);
        let (grounds, texts) = pieces("Saudi and Iran talks", "iran saudi", Anchor::Start);
        let words: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(words, ["Saudi", "and", "Iran", "talks"]);
        assert!(grounds.len() == 2 && texts[0].0 - 1.0 == grounds[0].0 && texts[2].0 - 1.0 == grounds[1].0);
        assert!(texts.windows(2).all(|pair| pair[0].0 < pair[1].0) && texts[1].0 > grounds[0].1);
    }

    #[test]
    fn a_label_left_of_its_mark_still_ends_there() {
        let (grounds, texts) = pieces("沙特和伊朗", "伊朗", Anchor::End);
        assert_eq!(texts[0].0, 40.0);
        assert_eq!(grounds, [(75.0, 101.0)]);
    }
}
