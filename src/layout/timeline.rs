//! The whole timeline, placed: lanes from top to bottom, marks in their rows, ticks along the top.

use super::cluster::thin;
use super::item::{item, labelled, weight_of};
use super::lane::{LaneKey, Lanes, lanes_of};
pub use super::place::Side;
use super::place::{CLUSTER_HALF, GLYPH_GAP, Loss, RING_GAP, Rows, Spot};
use super::viewport::Viewport;
use crate::model::{Dataset, Day, Edtf, EventId, Locale, TimeSpan};
use crate::order;
use crate::query::Filter;
use crate::scale::{Period, PxSpan, TextMeasure, Tick, TimeScale, clamp, ticks};
use crate::scene::{Soft, Weight};

/// A band is never narrower, so that it shows around its glyph, px.
const MIN_BAND: f64 = 22.0;

/// The rows that a few lanes share out among them.
const ROOMY_ROWS: usize = 14;

/// Numbers of rows that are tried, fewest first.
const TRIED_ROWS: [usize; 10] = [1, 2, 3, 4, 5, 7, 10, 14, 20, 28];

/// Added to the rows of a lane, px.
const LANE_PAD: f64 = 2.0;

/// Sizes that differ between a desk, a wall and paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Height of a row, px.
    pub row: f64,
    /// Edge of a glyph, px.
    pub glyph: f64,
    /// Size of a label, px.
    pub label: f64,
    /// The most rows a lane takes.
    pub max_rows: usize,
    /// px above the rows of a lane, where its name stands when there is no room beside it.
    pub lane_head: f64,
    /// Whether a lane takes rows, `max_rows` at most, until every label stands: where nothing can be pointed at.
    pub all_labels: bool,
}

impl Default for Metrics {
    fn default() -> Self {
        Self { row: 24.0, glyph: 12.0, label: 12.0, max_rows: 3, lane_head: 0.0, all_labels: false }
    }
}

/// Everything a layout depends on.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Where the events are.
    pub dataset: &'a Dataset,
    /// The events that pass the filter whatever their time, in time order.
    pub ids: &'a [EventId],
    /// How the timeline is divided.
    pub lanes: Lanes,
    /// What was asked for: it decides which lanes are made.
    pub filter: &'a Filter,
    /// The days in view.
    pub viewport: Viewport,
    /// Whether marks are placed for one view's width on either side too, to be panned to.
    pub with_neighbors: bool,
    /// The opened event: labelled first, never joined.
    pub selected: Option<EventId>,
    /// The language of the labels.
    pub locale: Locale,
    /// Sizes.
    pub metrics: Metrics,
    /// How wide the labels are.
    pub measure: &'a dyn TextMeasure,
}

/// A lane and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// What it stands for.
    pub key: LaneKey,
    /// How many of its events overlap the view.
    pub count: usize,
    /// Top, px.
    pub y: f64,
    /// px.
    pub height: f64,
    /// How many rows it took.
    pub rows: usize,
}

/// A label and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The whole title.
    pub text: String,
    /// On which side of the glyph.
    pub side: Side,
    /// px, gap not included.
    pub width: f64,
    /// How heavy.
    pub weight: Weight,
    /// px from the glyph.
    pub gap: f64,
}

/// How the days of an event are drawn behind its glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtentStyle {
    /// A span of known days.
    Bar,
    /// A vague date.
    Band(Soft),
}

/// The days of an event, in px relative to nothing: the same x as the mark's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// From its first to its last day.
    pub px: PxSpan,
    /// How it is drawn.
    pub style: ExtentStyle,
}

/// One event, or several too close to stand apart, in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// Stable and unique within a layout: the lane's place and the first event's id.
    pub key: u64,
    /// Place of the lane in the layout.
    pub lane: usize,
    /// Row of the lane.
    pub row: usize,
    /// The events, in time order; more than one is a cluster.
    pub events: Vec<EventId>,
    /// Centre of the glyph, px.
    pub x: f64,
    /// Centre of the glyph, px from the top of the lanes.
    pub y: f64,
    /// Its title, if there is room.
    pub label: Option<Label>,
    /// What is drawn behind it; each period once a row.
    pub extents: Vec<Extent>,
    /// Whether it lies in the view, not only near it.
    pub in_view: bool,
}

impl PlacedMark {
    /// Whether it stands for several events.
    pub fn is_cluster(&self) -> bool {
        self.events.len() > 1
    }

    /// What glyph, pill and label cover, px.
    pub fn px(&self, glyph: f64) -> PxSpan {
        let half = if self.is_cluster() { CLUSTER_HALF } else { glyph / 2.0 };
        let reach = self.label.as_ref().map_or(0.0, |l| l.width + l.gap);
        match self.label.as_ref().map(|l| l.side) {
            Some(Side::Left) => PxSpan::new(self.x - half - reach, self.x + half),
            Some(Side::Right) => PxSpan::new(self.x - half, self.x + half + reach),
            None => PxSpan::new(self.x - half, self.x + half),
        }
    }
}

/// The timeline, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineLayout {
    /// The days it was made for.
    pub viewport: Viewport,
    /// Sizes it was made with.
    pub metrics: Metrics,
    /// px of all lanes.
    pub height: f64,
    /// From top to bottom.
    pub lanes: Vec<PlacedLane>,
    /// By lane, then by x. Those within one view's width on either side may be there too, for panning.
    pub marks: Vec<PlacedMark>,
    /// The step the axis is labelled by.
    pub period: Period,
    /// In time order; reaching as far to either side as the marks.
    pub ticks: Vec<Tick>,
}

/// Places everything. Linear in the events of the view and its two neighbours; marks are bounded by pixels.
pub fn layout(request: &Request) -> TimelineLayout {
    let Request { dataset, viewport, metrics, .. } = *request;
    let aside = if request.with_neighbors { viewport.width() } else { 0.0 };
    let reach = PxSpan::new(-aside, viewport.width() + aside);
    let mut out = TimelineLayout {
        viewport,
        metrics,
        height: 0.0,
        lanes: Vec::new(),
        marks: Vec::new(),
        period: Period::Day,
        ticks: Vec::new(),
    };
    let in_view = viewport.span();
    let lanes = lanes_of(dataset, request.ids, request.lanes, request.filter);
    // A few lanes have the whole height to themselves, so they take rows until every label stands.
    let roomy_rows = ROOMY_ROWS / lanes.len().max(1);
    for (key, ids) in lanes {
        let count = ids.iter().filter(|id| dataset.event(**id).span.overlaps(in_view)).count();
        let (rows, spots) = place_lane(request, &ids, reach, roomy_rows);
        let (y, lane) = (out.height, out.lanes.len());
        let mut marks: Vec<PlacedMark> = spots.map(|spot| placed(request, &ids, spot, lane, y)).collect();
        order::sort_by(&mut marks, |a, b| a.x.total_cmp(&b.x).then(a.key.cmp(&b.key)));
        draw_each_period_once(&mut marks);
        out.marks.append(&mut marks);
        let height = metrics.lane_head + rows as f64 * metrics.row + LANE_PAD;
        out.lanes.push(PlacedLane { key, count, y, height, rows });
        out.height += height;
    }
    let scale = viewport.scale();
    let day = |x: f64| Day(clamp(scale.day_from_x(x), f64::from(Day::FAR_PAST.0), f64::from(Day::FAR_FUTURE.0)) as i32);
    (out.period, out.ticks) = axis(request, scale, TimeSpan::new(day(reach.start), day(reach.end)));
    out
}

/// Ticks of the view itself, so that its first label says the year, and those of its neighbours around it.
fn axis(request: &Request, scale: TimeScale, reach: TimeSpan) -> (Period, Vec<Tick>) {
    let view = request.viewport.span();
    let (period, inner) = ticks(scale, view, request.locale);
    let (_, around) = ticks(scale, reach, request.locale);
    let mut out: Vec<Tick> = around.iter().filter(|t| t.at < view.start()).cloned().collect();
    out.extend(inner);
    out.extend(around.into_iter().filter(|t| t.at >= view.end()));
    (period, out)
}

/// The fewest rows that lose no major label and join no marks, or else those that lose least.
///
/// Where there are more rows to be had than a lane usually takes, the other labels count too.
fn place_lane<'a>(
    request: &Request<'a>,
    ids: &[EventId],
    reach: PxSpan,
    roomy_rows: usize,
) -> (usize, impl Iterator<Item = Spot> + use<'a>) {
    let view = PxSpan::new(0.0, request.viewport.width());
    let (mut inner, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for (at, id) in ids.iter().enumerate() {
        let Some(item) = item(request, at, *id, reach, view) else { continue };
        if item.bounds == view {
            inner.push(item);
        } else if item.bounds.end <= view.start {
            before.push(item);
        } else {
            after.push(item);
        }
    }
    for items in [&mut inner, &mut before, &mut after] {
        order::sort_by(items, |a, b| a.x.total_cmp(&b.x));
    }
    let usual_rows = request.metrics.max_rows.max(1);
    let is_roomy = roomy_rows > usual_rows || request.metrics.all_labels;
    let max_rows = usual_rows.max(roomy_rows);
    let inner = labelled(request, ids, thin(inner, max_rows));
    let mut best: Option<(Loss, Rows, usize)> = None;
    // Fewer rows than all glyphs need would only join more of them.
    let least = Rows::least_for(&inner, view.width(), request.metrics.glyph);
    let most = TRIED_ROWS.into_iter().take_while(|n| *n <= max_rows).last().unwrap_or(1);
    for n_rows in TRIED_ROWS.into_iter().filter(|n| least.min(most) <= *n && *n <= most) {
        let mut rows = Rows::new(n_rows, request.metrics.glyph);
        let mut loss = rows.place(inner.clone());
        if !is_roomy {
            loss.lesser_labels = 0;
        }
        let perfect = loss == Loss::NONE;
        if best.as_ref().is_none_or(|(least, ..)| loss < *least) {
            best = Some((loss, rows, n_rows));
        }
        if perfect {
            break;
        }
    }
    let (_, mut rows, n_rows) = best.unwrap_or((Loss::NONE, Rows::new(1, request.metrics.glyph), 1));
    // What is in view stands where it does whether its neighbours are placed or not.
    rows.settle();
    for items in [before, after] {
        rows.place(labelled(request, ids, thin(items, n_rows)));
    }
    // Numbers of rows are tried in steps; a lane that takes what it needs gives back the rest.
    let n_rows = if request.metrics.all_labels { rows.n_used() } else { n_rows };
    (n_rows, rows.into_spots())
}

fn placed(request: &Request, ids: &[EventId], spot: Spot, lane: usize, lane_y: f64) -> PlacedMark {
    let Metrics { row, lane_head, label: size, .. } = request.metrics;
    let scale = request.viewport.scale();
    let events: Vec<EventId> = {
        let mut members = spot.item.members.clone();
        order::sort(&mut members);
        members.into_iter().map(|at| ids[at]).collect()
    };
    let label = spot.label.map(|side| {
        let event = request.dataset.event(events[0]);
        let text = event.title.get(request.locale).clone();
        let weight = weight_of(event.importance, spot.item.pinned);
        let gap = GLYPH_GAP + if spot.item.pinned { RING_GAP } else { 0.0 };
        Label { width: request.measure.width(&text, size, weight), text, side, weight, gap }
    });
    let domain = request.dataset.domain(true);
    let extents = events.iter().filter_map(|id| extent(scale, request.dataset.event(*id).date, domain)).collect();
    PlacedMark {
        key: ((lane as u64) << 32) | u64::from(events[0].0),
        lane,
        row: spot.row,
        x: spot.x,
        y: lane_y + lane_head + LANE_PAD / 2.0 + (spot.row as f64 + 0.5) * row,
        label,
        extents,
        in_view: spot.item.in_view,
        events,
    }
}

/// How the days of a date are drawn, `None` for a known day; an open side ends where the dataset's record does.
fn extent(scale: TimeScale, date: Edtf, domain: TimeSpan) -> Option<Extent> {
    if date.is_exact_day() {
        return None;
    }
    let px = scale.px_span(match date {
        Edtf::OpenEnd(_) | Edtf::OpenStart(_) => date.span().clamped(domain),
        Edtf::Single(_) | Edtf::Interval(..) => date.span(),
    });
    let known_days = date.precision() == crate::model::Precision::Day && !date.is_approximate() && !date.is_uncertain();
    let style = match date {
        Edtf::Interval(..) if known_days => return Some(Extent { px, style: ExtentStyle::Bar }),
        Edtf::OpenEnd(_) => ExtentStyle::Band(Soft::End),
        Edtf::OpenStart(_) => ExtentStyle::Band(Soft::Start),
        Edtf::Single(_) | Edtf::Interval(..) => ExtentStyle::Band(Soft::Both),
    };
    let lacking = (MIN_BAND - px.width()).max(0.0) / 2.0;
    Some(Extent { px: PxSpan::new(px.start - lacking, px.end + lacking), style })
}

/// Two bands of one period in one row would look twice as sure.
fn draw_each_period_once(marks: &mut [PlacedMark]) {
    let mut drawn: Vec<(usize, Extent)> = Vec::new();
    for mark in marks {
        mark.extents.retain(|extent| {
            let is_new = !drawn.contains(&(mark.row, *extent));
            if is_new {
                drawn.push((mark.row, *extent));
            }
            is_new
        });
    }
}
