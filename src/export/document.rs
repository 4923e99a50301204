//! A drawing that stands by itself: the timeline or a chart of the whole selection, with everything that the page
//! around it would have said.
//!
//! ```text
//! name                                   Dataset 2024.1
//! 46 of 200 events · Middle East · 2023
//! Most in …                                                    of a chart: its finding, the line above, how it counts
//! ┌──────────────────────────────────────────────────────┐
//! │ the drawing                                          │
//! └──────────────────────────────────────────────────────┘
//! ■ Joint statement  ● Summit  ▓ month known  (3) several
//! ────────────────────────────────────────────────────────
//! As stated in …                            Permalink: …
//! ```

use super::frame::{Frame, Style};
use super::key::{self, Entry, Icon};
use crate::chart::{Chart, ChartId, ChartRequest, chart};
use crate::headline::{Headline, account};
use crate::i18n::messages;
use crate::layout::{
    LaneKey, Lanes, Metrics, Request, TimelineLayout, Viewport, layout, make_room_for_names, timeline_scene,
};
use crate::model::{Dataset, EventId, Locale, TimeSpan};
use crate::query::Filter;
use crate::scale::FontMetrics;
use crate::scene::{Paint, Palette, Scene, svg};

/// Width of a timeline, px: a slide's.
pub const TIMELINE_WIDTH: f64 = 1600.0;

/// px on every side.
const MARGIN: f64 = 40.0;

/// px of the lane names.
const GUTTER: f64 = 184.0;

/// A chart's frame is never narrower, px: its headline needs room.
const LEAST_WIDTH: f64 = 720.0;

/// Sizes of a timeline: as on a wall, with rows until every label stands.
const METRICS: Metrics =
    Metrics { row: 22.0, glyph: 12.0, label: 13.0, max_rows: 28, lane_head: 0.0, all_labels: true };

/// The most px of a side, and of the whole picture, that every current browser draws.
const MOST_PIXELS: (f64, f64) = (16_384.0, 120_000_000.0);

/// Everything a document, a picture or a print of a selection depends on.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Where the events are.
    pub dataset: &'a Dataset,
    /// The selection as shown, time included, in time order.
    pub ids: &'a [EventId],
    /// What was asked for.
    pub filter: &'a Filter,
    /// The days it is about.
    pub span: TimeSpan,
    /// How the timeline is divided.
    pub lanes: Lanes,
    /// The language of every word.
    pub locale: Locale,
    /// What it shows, in words.
    pub headline: &'a Headline,
    /// An address that shows the same.
    pub permalink: &'a str,
}

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picture {
    /// Lanes over time.
    Timeline,
    /// One of the charts.
    Chart(ChartId),
}

impl Picture {
    /// Its part of a file's name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Chart(id) => id.slug(),
        }
    }
}

/// How many pixels a picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolution {
    /// One for each unit of the drawing.
    Once,
    /// Two: for screens that have twice as many.
    Twice,
    /// 3,840 on the longer side.
    FourK,
}

impl Resolution {
    /// In the order of a menu.
    pub const ALL: [Self; 3] = [Self::Once, Self::Twice, Self::FourK];

    /// What a file's name ends in before its point.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Once => "",
            Self::Twice => "@2x",
            Self::FourK => "-4k",
        }
    }

    /// Pixels for each unit of a drawing, or `None` where that were more than browsers draw.
    pub fn scale(self, scene: &Scene) -> Option<f64> {
        let longest = scene.width.max(scene.height);
        let scale = match self {
            Self::Once => 1.0,
            Self::Twice => 2.0,
            Self::FourK => 3840.0 / longest,
        };
        let fits = longest * scale <= MOST_PIXELS.0 && scene.width * scene.height * scale * scale <= MOST_PIXELS.1;
        fits.then_some(scale)
    }
}

/// The layout of the whole selected range, for a drawing `width` px wide of which lane names take `gutter`.
pub fn whole_layout(subject: &Subject, width: f64, gutter: f64, metrics: Metrics) -> TimelineLayout {
    // Other events of the days around a period shorter than the least zoom were not asked for: `ids` has none of them.
    let mut placed = layout(&Request {
        dataset: subject.dataset,
        ids: subject.ids,
        lanes: subject.lanes,
        filter: subject.filter,
        viewport: Viewport::new(subject.span, width - gutter).fitted(subject.span),
        with_neighbors: false,
        selected: None,
        locale: subject.locale,
        metrics,
        measure: &FontMetrics,
    });
    make_room_for_names(&mut placed, subject.dataset, subject.locale, gutter);
    placed
}

/// A chart of the selection, `width` px wide.
pub fn chart_of(subject: &Subject, id: ChartId, width: f64) -> Option<Chart> {
    let Subject { dataset, ids, filter, span, locale, .. } = *subject;
    chart(id, &ChartRequest { dataset, ids, filter, span, locale, width })
}

/// The width a chart is best read at, px.
fn natural_width(id: ChartId) -> f64 {
    match id {
        ChartId::Trend => 960.0,
        ChartId::Cumulative | ChartId::Heat | ChartId::Stances => 720.0,
        ChartId::Multiples | ChartId::Kinds => 1232.0,
    }
}

/// The timeline as placed in its document.
pub fn timeline_layout(subject: &Subject) -> TimelineLayout {
    whole_layout(subject, TIMELINE_WIDTH - 2.0 * MARGIN, GUTTER, METRICS)
}

/// A drawing in its frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it shows, in words: its accessible name.
    pub title: String,
    /// The whole.
    pub scene: Scene,
    /// The language of its words.
    pub locale: Locale,
}

impl Document {
    /// As SVG, `scale` times as large as its coordinates say.
    pub fn svg(&self, palette: Palette, scale: f64) -> String {
        svg::write_in(&self.scene, &self.title, self.locale.tag(), palette, scale)
    }
}

/// The drawing in its frame, or `None` where there is nothing to draw.
pub fn document(subject: &Subject, picture: Picture) -> Option<Document> {
    if subject.ids.is_empty() {
        return None;
    }
    let (title, scene) = match picture {
        Picture::Timeline => (subject.headline.text(), timeline_document(subject)),
        Picture::Chart(id) => chart_document(subject, id)?,
    };
    Some(Document { title, scene, locale: subject.locale })
}

fn timeline_document(subject: &Subject) -> Scene {
    let placed = timeline_layout(subject);
    let drawing = timeline_scene(subject.dataset, &placed, None, subject.locale, GUTTER);
    let mut frame = head(subject, TIMELINE_WIDTH);
    frame.paragraph(&subject.headline.text(), Style::HEADLINE);
    frame.paragraph(&subject.headline.lede, Style::LEDE);
    frame.skip(14.0);
    frame.drawing(&drawing);
    let mut entries = key::kinds(subject);
    entries.extend(key::marks(&placed, subject, messages(subject.locale).print().several));
    if !matches!(placed.lanes.first().map(|lane| lane.key), Some(LaneKey::Region(_))) {
        entries.extend(key::regions(subject));
    }
    finish(frame, subject, &entries)
}

fn chart_document(subject: &Subject, id: ChartId) -> Option<(String, Scene)> {
    let drawn = chart_of(subject, id, natural_width(id))?;
    let mut frame = head(subject, drawn.scene.width.max(LEAST_WIDTH) + 2.0 * MARGIN);
    frame.paragraph(&drawn.headline, Style::FINDING);
    frame.paragraph(&subject.headline.text(), Style::LEDE);
    frame.paragraph(&drawn.rule, Style::NOTE);
    frame.skip(14.0);
    frame.drawing(&drawn.scene);
    // The others say beside each hue and each shape what it is.
    let entries = match id {
        ChartId::Cumulative | ChartId::Stances => statement_key(subject),
        ChartId::Trend | ChartId::Multiples | ChartId::Heat | ChartId::Kinds => Vec::new(),
    };
    Some((drawn.headline, finish(frame, subject, &entries)))
}

/// The regions of the joint statements that a chart of them draws.
pub(super) fn statement_key(subject: &Subject) -> Vec<Entry> {
    use crate::scene::Glyph;
    let Some(kind) = subject.dataset.taxonomy().kind_by_slug(Glyph::JointStatement.slug()) else { return Vec::new() };
    let is_statement = |id: &EventId| subject.dataset.event(*id).kind == kind;
    let ids: Vec<EventId> = subject.ids.iter().copied().filter(is_statement).collect();
    let subject = Subject { ids: &ids, ..*subject };
    let mut entries = key::kinds(&subject);
    // One kind needs no name of its family.
    entries.retain(|(icon, _)| *icon != Icon::None);
    entries.extend(key::regions(&subject));
    entries
}

fn head(subject: &Subject, width: f64) -> Frame {
    let info = subject.dataset.info();
    let mut frame = Frame::new(width, MARGIN);
    let version = (messages(subject.locale).print().version)(&info.version);
    frame.ends(info.title.get(subject.locale), &version, Style::NAME);
    frame.skip(6.0);
    frame.rule(Paint::Ink1);
    frame.skip(14.0);
    frame
}

fn finish(mut frame: Frame, subject: &Subject, entries: &[Entry]) -> Scene {
    frame.skip(10.0);
    frame.drawing(&key::draw(entries, frame.inner()));
    frame.skip(14.0);
    frame.rule(Paint::Rule2);
    frame.skip(8.0);
    frame.paragraph(&account(subject.dataset, subject.locale).0, Style::NOTE);
    frame.paragraph(&(messages(subject.locale).print().permalink)(subject.permalink), Style::NOTE);
    frame.finish()
}
