//! One view on a stage: the axis, the events as large glyphs, and a few of them named on tiers below.
//!
//! Everything is in units of a stage 720 high: one unit is one px of a small projector, and no text is below 24.

use super::stage_axis::stage_ticks;
use super::stage_bands::bucket;
use super::stage_pins::{MAX_PINS, Pin, chosen, tiers};
use super::stage_rows::{Item, Line, PLAIN, half_pill, rows};
use super::viewport::Viewport;
use crate::i18n::{DateStyle, date_words, messages};
use crate::model::{Dataset, Edtf, Event, EventId, Locale, Precision, TimeSpan};
use crate::scale::{FontMetrics, PxSpan, TextMeasure as _, Tick, TimeScale};
use crate::scene::Weight;

/// Size of the smallest text, units.
pub const NOTE: f64 = 24.0;

/// Size of a pinned title, units.
pub const LABEL: f64 = 26.0;

/// The rule under the names of the periods, units from the top.
pub const AXIS: f64 = 43.0;

/// Middle of the first row of glyphs, units from the top.
const FIRST_ROW: f64 = 75.0;

/// From one row of glyphs to the next, units.
const ROW: f64 = 34.0;

/// The most rows of glyphs.
const MAX_ROWS: usize = 3;

/// From the last row to the middle of the first band, and from one band to the next, units.
const TO_BAND: f64 = 41.0;
const BAND: f64 = 36.0;

/// From the middle of a band to the middle of its name where that stands below, units.
const NAME_BELOW: f64 = 28.0;

/// How much larger names are where all of them have room, the largest first.
const LARGER: [f64; 2] = [1.25, 1.12];

/// From a stem to the name of a band, units.
const FROM_STEM: f64 = 8.0;

/// From the last row or band to the first date below, units.
const TO_LABELS: f64 = 56.0;

/// Radius of the ring around the current event, units.
pub const RING: f64 = 25.0;

/// What is put on the stage.
#[derive(Clone, Copy)]
pub struct StageRequest<'a> {
    /// Where the events are.
    pub dataset: &'a Dataset,
    /// The events that pass the filter whatever their time, in time order.
    pub ids: &'a [EventId],
    /// The days in view, and units across.
    pub viewport: Viewport,
    /// Units there are from the top of the axis down.
    pub height: f64,
    /// The event that is spoken of.
    pub current: Option<EventId>,
    /// The events that are named, the most wanted first; `None` leaves the choice to the layout.
    pub pins: Option<&'a [EventId]>,
    /// Whether the view is on its way to another: pinned events keep their size, and nothing is named.
    pub moving: bool,
    /// The language of the words.
    pub locale: Locale,
}

/// How an event stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageRole {
    /// A glyph.
    Plain,
    /// Named.
    Pinned,
    /// Named, ringed and bold.
    Current,
}

/// A name on its tier.
#[derive(Clone, Debug, PartialEq)]
pub struct StageLabel {
    /// Where its lines begin, or end if `is_left`, units.
    pub x: f64,
    /// Baseline of the date, units.
    pub y: f64,
    /// Whether it stands left of its stem.
    pub is_left: bool,
    /// The date in words.
    pub date: String,
    /// The title, in one line or two.
    pub title: Vec<String>,
    /// Where the stem ends, units.
    pub stem_end: f64,
}

/// An event, or several where there is no room for each.
#[derive(Clone, Debug, PartialEq)]
pub struct StageMark {
    /// In time order; more than one is drawn as a count.
    pub events: Vec<EventId>,
    /// Centre, units.
    pub x: f64,
    /// Centre, units.
    pub y: f64,
    /// How it stands out.
    pub role: StageRole,
    /// From its first to its last known day, if it lasted.
    pub bar: Option<PxSpan>,
    /// Its name, if it is pinned and there is room.
    pub label: Option<StageLabel>,
}

/// Days that are known only as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageBand {
    /// Units.
    pub px: PxSpan,
    /// Middle, units.
    pub y: f64,
}

/// A placed stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Units.
    pub width: f64,
    /// Units.
    pub height: f64,
    /// Periods along the axis.
    pub ticks: Vec<Tick>,
    /// Bands, each period once.
    pub bands: Vec<StageBand>,
    /// What each line of bands holds, with the left end and the middle of its name, units.
    pub band_names: Vec<(&'static str, f64, f64)>,
    /// Plain ones first, the current one last.
    pub marks: Vec<StageMark>,
    /// How many times larger the names are than at first: labels and notes alike.
    pub name_size: f64,
}

impl Stage {
    /// The events that are named, in time order.
    pub fn pinned(&self) -> Vec<EventId> {
        let mut ids: Vec<EventId> =
            self.marks.iter().filter(|m| m.role > StageRole::Plain).map(|mark| mark.events[0]).collect();
        crate::order::sort(&mut ids);
        ids
    }
}

/// Where an event stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Among the known days.
    Days(PxSpan),
    /// In the band of months, or in the band of what is longer.
    Band(usize, TimeSpan),
}

struct Placing<'a> {
    request: StageRequest<'a>,
    scale: TimeScale,
    width: f64,
    /// Events in view, in time order.
    events: Vec<(EventId, Place)>,
    name_size: f64,
}

/// Places a view on a stage.
///
/// Linear in the events but for the named ones, which are at most seven; what is drawn is bounded by the width.
pub fn stage(request: StageRequest) -> Stage {
    let width = request.viewport.width();
    let scale = request.viewport.scale();
    let span = request.viewport.span();
    let in_view = |event: &Event| event.span.overlaps(span);
    let events = request.ids.iter().map(|id| (*id, request.dataset.event(*id))).filter(|(_, event)| in_view(event));
    let events = events.map(|(id, event)| (id, line_of(event, scale, span))).collect();
    let mut placing = Placing { request, scale, width, events, name_size: 1.0 };
    let wanted = placing.wanted();
    // Each name is taken that leaves room for those before it.
    let mut pins: Vec<EventId> = Vec::new();
    let mut placed = placing.with_pins(&pins);
    let mut covered = 0;
    for id in wanted {
        if pins.len() == MAX_PINS {
            break;
        }
        pins.push(id);
        // What nobody asked for is named only where it covers nothing.
        let is_asked = request.pins.is_some() || request.moving || request.current == Some(id);
        let is_good = |stage: &Stage| is_asked || n_covered(&stage.marks) <= covered;
        match placing.with_pins(&pins).filter(is_good) {
            Some(stage) => {
                covered = n_covered(&stage.marks);
                placed = Some(stage);
            }
            None => drop(pins.pop()),
        }
    }
    // A few names need not be as small as many.
    let is_named = !pins.is_empty() && !request.moving;
    let larger = LARGER.into_iter().filter(|_| is_named).find_map(|size| {
        placing.name_size = size;
        placing.with_pins(&pins)
    });
    larger.or(placed).unwrap_or_else(|| placing.bare(&[]).0)
}

/// How many marks a named event stands on, or its stem goes through, for want of room beside them.
fn n_covered(marks: &[StageMark]) -> usize {
    let covers = |named: &StageMark, other: &StageMark| {
        let half = if other.events.len() > 1 { half_pill(other.events.len()) } else { PLAIN / 2.0 };
        let own = if other.y == named.y { PLAIN / 2.0 } else { 2.0 };
        other.events != named.events && other.y >= named.y && (named.x - other.x).abs() < own + half
    };
    let named = marks.iter().filter(|mark| mark.role > StageRole::Plain);
    named.map(|mark| marks.iter().filter(|other| covers(mark, other)).count()).sum()
}

fn line_of(event: &Event, scale: TimeScale, view: TimeSpan) -> Place {
    let is_vague = event.date.precision() > Precision::Day || event.date.is_approximate();
    if !is_vague {
        return Place::Days(scale.px_span(event.span));
    }
    let is_month = matches!(event.date, Edtf::Single(at) if at.precision() == Precision::Month);
    // The seen part is what its glyph may stand in; whole months keep one band however they are cut.
    let seen = if is_month { event.span } else { event.span.clamped(view) };
    Place::Band(usize::from(!is_month), bucket(seen, scale))
}

impl Placing<'_> {
    fn x_of(&self, line: Place) -> f64 {
        match line {
            // A day is as wide as a day; the glyph stands in the middle of the first.
            Place::Days(px) => px.start + self.scale.px_per_day() / 2.0,
            Place::Band(_, span) => self.seen(span).mid(),
        }
    }

    /// The part of a period that is on the stage.
    fn seen(&self, span: TimeSpan) -> PxSpan {
        let px = self.scale.px_span(span);
        PxSpan::new(px.start.max(0.0), px.end.min(self.width))
    }

    fn wanted(&self) -> Vec<EventId> {
        let request = &self.request;
        let can_be = |x: f64| (0.0..=self.width).contains(&x);
        let seen: Vec<(EventId, f64)> = self.events.iter().map(|(id, line)| (*id, self.x_of(*line))).collect();
        let seen: Vec<(EventId, f64)> = seen.into_iter().filter(|(_, x)| can_be(*x)).collect();
        let is_seen = |id: &EventId| seen.iter().any(|(seen, _)| seen == id);
        match request.pins {
            Some(pins) => {
                let current = request.current.into_iter();
                let mut wanted: Vec<EventId> = Vec::new();
                for id in current.chain(pins.iter().copied()).filter(is_seen) {
                    if !wanted.contains(&id) {
                        wanted.push(id);
                    }
                }
                wanted
            }
            None => chosen(request.dataset, &seen, request.current),
        }
    }

    /// The stage with these names, or `None` where they do not all fit.
    fn with_pins(&self, pins: &[EventId]) -> Option<Stage> {
        let (mut stage, base) = self.bare(pins);
        if self.request.moving {
            return Some(stage);
        }
        let places: Vec<usize> = (0..stage.marks.len()).filter(|i| stage.marks[*i].role > StageRole::Plain).collect();
        let pin = |i: &usize| self.pin(&stage.marks[*i]);
        let mut pins: Vec<(usize, Pin)> = places.iter().map(|i| (*i, pin(i))).collect();
        crate::order::sort_by(&mut pins, |a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
        let list: Vec<Pin> = pins.iter().map(|(_, pin)| pin.clone()).collect();
        let top = base + TO_LABELS + (self.name_size - 1.0) * NOTE;
        let labels = tiers(&list, self.width, top, self.request.height, self.name_size)?;
        for ((i, _), label) in pins.into_iter().zip(labels) {
            stage.marks[i].label = Some(label);
        }
        Some(stage)
    }

    fn pin(&self, mark: &StageMark) -> Pin {
        let event = self.request.dataset.event(mark.events[0]);
        let is_current = mark.role == StageRole::Current;
        let weight = if is_current { Weight::Bold } else { Weight::Regular };
        let title = event.title.get(self.request.locale).clone();
        Pin { x: mark.x, is_current, weight, title, date: self.date(event) }
    }

    /// The date, without the year where the axis shows only one.
    fn date(&self, event: &Event) -> String {
        let locale = self.request.locale;
        let words = date_words(event.date, locale, DateStyle::Full);
        let view = self.request.viewport.span();
        let (first, last) = (view.start().ymd().0, view.last().ymd().0);
        if first != last {
            return words;
        }
        let year = first.to_string();
        let rest = match locale {
            Locale::En => words.strip_suffix(&[" ", &year].concat()),
            Locale::Zh => words.strip_prefix(&[&year, "年"].concat()),
        };
        let has_digits = |rest: &&str| rest.chars().any(crate::letters::is_letter_or_digit) && !rest.contains("20");
        rest.filter(has_digits).map_or(words.clone(), str::to_owned)
    }

    fn role(&self, id: EventId, pins: &[EventId]) -> StageRole {
        match () {
            () if self.request.current == Some(id) && pins.contains(&id) => StageRole::Current,
            () if pins.contains(&id) => StageRole::Pinned,
            () => StageRole::Plain,
        }
    }

    /// Everything but the names, and where they may begin.
    fn bare(&self, pins: &[EventId]) -> (Stage, f64) {
        let on_days = |(id, line): &(EventId, Place)| match line {
            Place::Days(px) => Some(Item::new(*id, self.x_of(Place::Days(*px)), self.role(*id, pins))),
            Place::Band(..) => None,
        };
        let (rows, n_rows) = rows(self.events.iter().filter_map(on_days).collect(), MAX_ROWS);
        let mut base = FIRST_ROW + ROW * (n_rows.max(1) - 1) as f64;
        let mut marks: Vec<StageMark> = Vec::new();
        for (item, row) in rows {
            let y = FIRST_ROW + ROW * row as f64;
            let bar = self.bar(item.events[0]).filter(|_| item.events.len() == 1);
            marks.push(StageMark { events: item.events, x: item.x, y, role: item.role, bar, label: None });
        }
        let (mut bands, mut names) = (Vec::new(), Vec::new());
        let words = messages(self.request.locale).present();
        let mut stems: Vec<f64> = marks.iter().filter(|m| m.role > StageRole::Plain).map(|m| m.x).collect();
        for (which, name) in [words.month_only, words.longer].into_iter().enumerate() {
            let groups = self.groups(which);
            if groups.is_empty() {
                continue;
            }
            base += if names.is_empty() { TO_BAND } else { BAND };
            let y = base;
            let mut line = Line::new(&stems);
            for (id, span) in &groups {
                let px = self.scale.px_span(*span);
                let px = if which == 0 { px } else { PxSpan::new(0.0, self.width) };
                if !bands.iter().any(|band: &StageBand| band.y == base && band.px == px) {
                    bands.push(StageBand { px, y: base });
                }
                line.add(*id, self.seen(*span), self.role(*id, pins));
            }
            let items = line.placed();
            // The name stands where the band has room for it, else below.
            let name_width = FontMetrics.width(name, NOTE, Weight::Regular) + 14.0;
            let everywhere = PxSpan::new(0.0, self.width);
            // Clear of a stem at its left too.
            let gap_of = |line: &Line| {
                let found = line.gap(everywhere, name_width).filter(|x| *x <= 0.0);
                found.or_else(|| line.gap(everywhere, name_width + FROM_STEM).map(|x| x + FROM_STEM))
            };
            let gap = gap_of(&line);
            stems.extend(items.iter().filter(|item| item.role > StageRole::Plain).map(|item| item.x));
            if gap.is_none() {
                base += NAME_BELOW;
            }
            let below = || gap_of(&Line::new(&stems));
            names.push((name, gap.or_else(below).unwrap_or(0.0), base));
            let mark =
                |item: Item| StageMark { events: item.events, x: item.x, y, role: item.role, bar: None, label: None };
            marks.extend(items.into_iter().map(mark));
        }
        crate::order::sort_by(&mut marks, |a, b| a.role.cmp(&b.role).then(a.events[0].cmp(&b.events[0])));
        let ticks = stage_ticks(self.request.viewport, self.request.locale);
        let (width, height, name_size) = (self.width, self.request.height, self.name_size);
        (Stage { width, height, ticks, bands, band_names: names, marks, name_size }, base)
    }

    fn bar(&self, id: EventId) -> Option<PxSpan> {
        let event = self.request.dataset.event(id);
        let lasted = event.span.days() > 1;
        lasted.then(|| self.seen(event.span)).filter(|px| px.width() > PLAIN)
    }

    /// The vague events of a line, those of one period together.
    fn groups(&self, which: usize) -> Vec<(EventId, TimeSpan)> {
        let of = |(id, line): &(EventId, Place)| match line {
            Place::Band(w, span) if *w == which => Some((*id, *span)),
            _ => None,
        };
        self.events.iter().filter_map(of).collect()
    }
}
