//! The key of a drawing that leaves the page: what its shapes and hues mean, and only those that it has.

use super::document::Subject;
use crate::i18n::messages;
use crate::layout::TimelineLayout;
use crate::model::RegionId;
use crate::scale::{FontMetrics, TextMeasure as _};
use crate::scene::{Anchor, Family, Glyph, Paint, Scene, Shape, Soft, Text, Weight};

/// Height of a line, px.
const LINE: f64 = 24.0;

/// From an icon to its words, and from an entry to the next, px.
const GAPS: (f64, f64) = (6.0, 18.0);

/// Size of the words, px.
const SIZE: f64 = 12.0;

/// What stands before the words of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// Nothing: the words name the family of kinds that follow.
    None,
    /// A kind's silhouette.
    Glyph(Glyph),
    /// A region's hue.
    Swatch(RegionId),
    /// A soft band.
    Band,
    /// A span of known days.
    Bar,
    /// A counted pill.
    Pill,
}

/// An icon with its words.
pub(super) type Entry = (Icon, String);

impl Icon {
    fn width(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Glyph(_) | Self::Swatch(_) => 12.0,
            Self::Band | Self::Bar | Self::Pill => 24.0,
        }
    }

    /// Its shapes, from `x` on, centred on `y`.
    fn draw(self, scene: &mut Scene, x: f64, y: f64) {
        let w = self.width();
        match self {
            Self::None => {}
            Self::Glyph(glyph) => scene.glyph(glyph, x + w / 2.0, y, w, Paint::Ink1),
            Self::Swatch(region) => scene.rect(x, y - 6.0, w, 12.0, Paint::Region(region)),
            Self::Band => {
                scene.shapes.push(Shape::Band { x, y: y - 7.0, w, h: 14.0, fill: Paint::Ink1, soft: Soft::Both });
            }
            Self::Bar => scene.rect(x, y - 2.0, w, 4.0, Paint::Ink1),
            Self::Pill => {
                let stroke = Some((Paint::Ink1, 1.5));
                scene.shapes.push(Shape::Rect {
                    x,
                    y: y - 8.5,
                    w,
                    h: 17.0,
                    radius: 8.5,
                    fill: Some(Paint::Ground),
                    stroke,
                });
                scene.shapes.push(Shape::Text(Text {
                    x: x + w / 2.0,
                    y: y + 4.0,
                    text: "3".to_owned(),
                    size: 11.0,
                    weight: Weight::Strong,
                    anchor: Anchor::Middle,
                    paint: Paint::Ink1,
                    halo: false,
                }));
            }
        }
    }
}

/// The kinds of the selection, by family, each with its glyph.
pub(super) fn kinds(subject: &Subject) -> Vec<Entry> {
    let (dataset, words) = (subject.dataset, messages(subject.locale));
    let kinds = &dataset.taxonomy().kinds;
    let mut occurs = vec![false; kinds.len()];
    subject.ids.iter().for_each(|id| occurs[dataset.event(*id).kind.index()] = true);
    let mut out = Vec::new();
    for (family, name) in Family::ALL.into_iter().zip([words.key_words, words.key_meetings, words.key_deeds]) {
        let glyphs = kinds.iter().enumerate().filter(|(i, _)| occurs[*i]);
        let glyphs = glyphs.map(|(i, kind)| (Glyph::of_kind(&kind.slug, i), kind.label.get(subject.locale)));
        let mut entries = glyphs.filter(|(glyph, _)| glyph.family() == family).peekable();
        if entries.peek().is_some() {
            out.push((Icon::None, name.to_owned()));
        }
        out.extend(entries.map(|(glyph, name)| (Icon::Glyph(glyph), name.clone())));
    }
    out
}

/// The regions of the selection with their hues.
pub(super) fn regions(subject: &Subject) -> Vec<Entry> {
    let taxonomy = subject.dataset.taxonomy();
    let asked = &subject.filter.regions;
    let occurs = |region: &RegionId| {
        (asked.is_empty() || asked.contains(region))
            && subject.ids.iter().any(|id| subject.dataset.event(*id).regions.contains(region))
    };
    let entry = |region| (Icon::Swatch(region), taxonomy.region(region).label.get(subject.locale).clone());
    taxonomy.region_ids().filter(occurs).map(entry).collect()
}

/// What the marks of a timeline mean beside kinds; `several` is what a counted pill stands for.
pub(super) fn marks(layout: &TimelineLayout, subject: &Subject, several: &str) -> Vec<Entry> {
    use crate::layout::ExtentStyle;
    let words = messages(subject.locale);
    let marks = || layout.marks.iter().filter(|mark| mark.in_view);
    let has = |bar: bool| marks().flat_map(|m| &m.extents).any(|e| (e.style == ExtentStyle::Bar) == bar);
    let entries = [
        (has(false), Icon::Band, words.key_band),
        (has(true), Icon::Bar, words.key_bar),
        (marks().any(crate::layout::PlacedMark::is_cluster), Icon::Pill, several),
    ];
    entries.into_iter().filter(|(has, ..)| *has).map(|(_, icon, words)| (icon, words.to_owned())).collect()
}

/// Entries in as many lines of `width` px as they take; empty where there are none.
pub(super) fn draw(entries: &[Entry], width: f64) -> Scene {
    let mut scene = Scene::new(width, 0.0);
    let (mut x, mut line) = (0.0, 0.0);
    for (i, (icon, words)) in entries.iter().enumerate() {
        let is_family = *icon == Icon::None;
        let weight = if is_family { Weight::Strong } else { Weight::Regular };
        let gap = if is_family { 0.0 } else { GAPS.0 };
        let needed = |icon: Icon, words: &str, weight| icon.width() + gap + FontMetrics.width(words, SIZE, weight);
        let own = needed(*icon, words, weight);
        // A family's name does not stand at the end of a line without any of its kinds.
        let next = entries.get(i + 1).filter(|_| is_family);
        let with_next = own + next.map_or(0.0, |(icon, words)| GAPS.1 + needed(*icon, words, Weight::Regular) + GAPS.0);
        if x > 0.0 && x + with_next > width {
            (x, line) = (0.0, line + 1.0);
        }
        let middle = (line + 0.5) * LINE;
        icon.draw(&mut scene, x, middle);
        let text_x = x + icon.width() + gap;
        scene.text(text_x, middle + SIZE * 0.35, words.clone(), SIZE, Paint::Ink1).weight = weight;
        x += own + GAPS.1;
        scene.height = (line + 1.0) * LINE;
    }
    scene
}
