//! Time down a spine, for a page too narrow for lanes: every day as high as every other, a line of text an event.
//!
//! ```text
//!   Mar  ●──┐  ■ Belarus: joint statement        a known day is a dot, joined to its line by a leader;
//!        ▒  └─   2 Mar · Europe
//!        ▒     ✚ Cyclone relief for Vanuatu      a known month is a band beside the spine, and its line
//!        ▒       Mar · Pacific                   stands wherever the month has room;
//!        ▒     ③ 3 more events, March 2023       what has no room is counted.
//! ```
//!
//! The days are parted into stretches of one calendar period, each high enough for three lines. An event's line stays
//! in the stretch it belongs to, so lines never meet, the order of certain dates is kept, and work is n log n.
//!
//! Proportion is strict but for one thing: whole periods in which nothing begins, together higher than a screen and a
//! half, become a break of fixed height that names its days. Sixty years at a readable scale would be three hundred
//! screens of nothing otherwise; anything shorter stays as empty as it was, since that is what it says.

use super::spine_days::draw_days;
use super::spine_pair::{Item, Pinned, Shift, items};
use super::spine_place::{Line, arrange};
use super::spine_scale::scale_range;
use crate::compare::Side;
use crate::model::{Dataset, Day, Edtf, EventId, RegionId, TimeSpan};
use crate::order;
use crate::scale::{Period, PxSpan, clamp};
use crate::scene::Soft;

/// Height of a line of text with its date, px at a root of 16.
pub const SLOT: f64 = 42.0;

/// A stretch is at least this high: two lines and a count.
const MIN_STRETCH: f64 = 3.0 * SLOT;

/// Empty stretches that are higher together become a break, px.
const BREAK_OVER: f64 = 1100.0;

/// Height of a break, px.
const BREAK: f64 = 84.0;

/// What is known to the year stands beside others that are no further from its beginning, px.
const NEAR: f64 = 10.0 * SLOT;

/// How many bands stand beside each other before they share a place.
pub const TRACKS: usize = 3;

/// The periods of a stretch, finest first, with their mean days.
const PERIODS: [(Period, f64); 5] = [
    (Period::Month, 30.4),
    (Period::Quarter, 91.3),
    (Period::Year, 365.25),
    (Period::Decade, 3652.5),
    (Period::Century, 36525.0),
];

/// Everything the spine depends on.
#[derive(Clone, Copy)]
pub struct SpineRequest<'a> {
    /// Where the events are.
    pub dataset: &'a Dataset,
    /// The events shown, in time order; each shares a day with `span`.
    pub ids: &'a [EventId],
    /// The days from top to bottom.
    pub span: TimeSpan,
    /// px a day, kept within what is readable and what a browser can scroll.
    pub px_per_day: f64,
    /// The opened event: it always has a line of its own.
    pub selected: Option<EventId>,
    /// The selection it is compared with.
    pub pinned: Option<Pinned<'a>>,
}

/// One line beside the spine: an event, or a count of those without a line.
#[derive(Clone, Debug, PartialEq)]
pub struct SpineRow {
    /// Middle of the line, px.
    pub y: f64,
    /// In time order; a count may stand for one.
    pub events: Vec<EventId>,
    /// The period whose surplus it counts; `None` for an event's own line.
    pub counts: Option<TimeSpan>,
    /// Where on the spine a leader joins it: the middle of a known day.
    pub joint: Option<f64>,
    /// Whose it is, where there are two selections; a count is of both.
    pub side: Option<Side>,
}

/// A known day on the spine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpineDot {
    /// Middle of the day, px.
    pub y: f64,
    /// Whose hue it has.
    pub region: RegionId,
    /// Whether it stands on the rail of the pinned selection.
    pub pinned: bool,
}

/// The days of a vague date or of a span, beside the spine; each period of a region once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpineBand {
    /// From first to last day.
    pub px: PxSpan,
    /// Whose hue it has.
    pub region: RegionId,
    /// Which ends fade; `None` for a bar of known days.
    pub soft: Option<Soft>,
    /// Whether the date is known only to the year, so that the band is drawn fainter.
    pub is_faint: bool,
    /// Which of the places beside the spine, below [`TRACKS`].
    pub track: usize,
    /// Whether it stands beside the rail of the pinned selection.
    pub pinned: bool,
}

/// A calendar period in the margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpineTick {
    /// The days it names, cut to the spine's.
    pub span: TimeSpan,
    /// From its first day to the next period.
    pub px: PxSpan,
}

/// A part of the spine over which days and px are in proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    span: TimeSpan,
    px: PxSpan,
    is_break: bool,
}

/// The spine, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Spine {
    /// The days from top to bottom.
    pub span: TimeSpan,
    /// px a day outside breaks.
    pub px_per_day: f64,
    /// px of all of it.
    pub height: f64,
    /// The period of the ticks.
    pub period: Period,
    /// From top to bottom.
    pub ticks: Vec<SpineTick>,
    /// From top to bottom, at least [`SLOT`] apart.
    pub rows: Vec<SpineRow>,
    /// From top to bottom.
    pub dots: Vec<SpineDot>,
    /// By their upper end.
    pub bands: Vec<SpineBand>,
    /// How the days of the pinned selection are moved; `None` where there is none.
    pub pair: Option<Shift>,
    pieces: Vec<Piece>,
}

impl Spine {
    /// The place of a moment, its days counted with their fractions.
    pub fn y_of(&self, day: f64) -> f64 {
        let at = self.pieces.partition_point(|p| f64::from(p.span.end().0) < day).min(self.pieces.len() - 1);
        let Piece { span, px, .. } = self.pieces[at];
        px.start + (day - f64::from(span.start().0)) / f64::from(span.days()) * px.width()
    }

    /// The moment at a place.
    pub fn day_at(&self, y: f64) -> f64 {
        let at = self.pieces.partition_point(|p| p.px.end < y).min(self.pieces.len() - 1);
        let Piece { span, px, .. } = self.pieces[at];
        f64::from(span.start().0) + (y - px.start) / px.width() * f64::from(span.days())
    }

    /// Stretches that are not in proportion: where they stand, and how many days each leaves out.
    pub fn breaks(&self) -> impl Iterator<Item = (PxSpan, i32)> + '_ {
        self.pieces.iter().filter(|p| p.is_break).map(|p| (p.px, p.span.days()))
    }

    /// The row that shows an event, alone or among others.
    pub fn row_of(&self, id: EventId) -> Option<usize> {
        let own = self.rows.iter().position(|r| r.counts.is_none() && r.events[0] == id);
        own.or_else(|| self.rows.iter().position(|r| r.events.binary_search(&id).is_ok()))
    }

    /// The rows of which something lies in `px`.
    pub fn rows_in(&self, px: PxSpan) -> std::ops::Range<usize> {
        let from = self.rows.partition_point(|r| r.y + SLOT / 2.0 <= px.start);
        let to = self.rows.partition_point(|r| r.y - SLOT / 2.0 < px.end);
        from..to.max(from)
    }

    /// How many events are only counted.
    pub fn n_counted(&self) -> usize {
        self.rows.iter().filter(|r| r.counts.is_some()).map(|r| r.events.len()).sum()
    }

    /// The px of a span of days.
    pub fn px_of(&self, span: TimeSpan) -> PxSpan {
        PxSpan::new(self.y_of(f64::from(span.start().0)), self.y_of(f64::from(span.end().0)))
    }
}

/// Places everything.
pub fn spine(request: &SpineRequest) -> Spine {
    let SpineRequest { dataset, span, .. } = *request;
    let (least, most) = scale_range(span);
    let px_per_day = clamp(request.px_per_day, least, most);
    let fits = |(_, days): &&(Period, f64)| days * px_per_day >= MIN_STRETCH;
    let (period, _) = *PERIODS.iter().find(fits).unwrap_or(&PERIODS[PERIODS.len() - 1]);
    let (ticks, stretches) = stretches(span, period, px_per_day);
    let items = items(request);
    let homes = homes(&items, &stretches, px_per_day);
    let pieces = pieces(dataset, &items, &stretches, &homes, px_per_day);
    let height = pieces.last().map_or(0.0, |p| p.px.end);
    let mut out = Spine {
        span,
        px_per_day,
        height,
        period,
        ticks: Vec::new(),
        rows: Vec::new(),
        dots: Vec::new(),
        bands: Vec::new(),
        pair: request.pinned.map(|pinned| pinned.shift),
        pieces,
    };
    let is_hidden = |tick: &TimeSpan| out.pieces.iter().any(|p| p.is_break && p.span.contains(*tick));
    out.ticks = ticks
        .into_iter()
        .filter(|tick| !is_hidden(tick))
        .map(|tick| SpineTick { span: tick, px: out.px_of(tick) })
        .collect();
    let mut inside: Vec<Vec<&Item>> = stretches.iter().map(|_| Vec::new()).collect();
    for (item, home) in items.iter().zip(&homes) {
        inside[*home].push(item);
    }
    for (stretch, items) in stretches.iter().zip(inside).filter(|(_, items)| !items.is_empty()) {
        let px = out.px_of(*stretch);
        let place = |item: &Item| {
            let window = out.px_of(item.window);
            Line { item: item.id, window: item.window, px: window, is_day: item.is_day, side: item.side }
        };
        let (own, rest) = surplus(items, (px.width() / SLOT + 1e-9) as usize);
        let placed = arrange(own.iter().map(|item| place(item)).collect(), !rest.is_empty(), px);
        for (line, y) in placed {
            out.rows.push(match line {
                Some(line) => {
                    let joint = line.is_day.then(|| line.px.mid());
                    SpineRow { y, events: vec![line.item], counts: None, joint, side: line.side }
                }
                None => {
                    let mut events: Vec<EventId> = rest.iter().map(|item| item.id).collect();
                    order::sort(&mut events);
                    SpineRow { y, events, counts: Some(*stretch), joint: None, side: None }
                }
            });
        }
    }
    draw_days(dataset, &items, &mut out);
    out
}

/// Calendar periods of the span, and the stretches lines are placed in: the same, but for too short ends.
fn stretches(span: TimeSpan, period: Period, px_per_day: f64) -> (Vec<TimeSpan>, Vec<TimeSpan>) {
    let mut ticks = Vec::new();
    let mut at = period.floor(span.start());
    while at < span.end() {
        let next = period.next(at);
        ticks.push(TimeSpan::new(at.max(span.start()), next.min(span.end())));
        at = next;
    }
    let mut out = ticks.clone();
    let is_short = |s: TimeSpan| f64::from(s.days()) * px_per_day < MIN_STRETCH;
    if out.len() > 1 && is_short(out[0]) {
        let first = out.remove(0);
        out[0] = first.union(out[0]);
    }
    if let [.., before, last] = *out.as_slice()
        && is_short(last)
    {
        out.pop();
        out.pop();
        out.push(before.union(last));
    }
    (ticks, out)
}

/// The stretch of each event: what is known to a whole year takes the first of it that has room, or else most room.
fn homes(items: &[Item], stretches: &[TimeSpan], px_per_day: f64) -> Vec<usize> {
    let at = |day: Day| stretches.partition_point(|s| s.end() <= day).min(stretches.len() - 1);
    let mut room: Vec<i32> = stretches.iter().map(|s| (f64::from(s.days()) * px_per_day / SLOT) as i32).collect();
    let mut is_used = vec![false; stretches.len()];
    let mut out = vec![0; items.len()];
    let is_wide = |item: &Item| at(item.window.start()) != at(item.window.last());
    for (home, item) in out.iter_mut().zip(items).filter(|(_, item)| !is_wide(item)) {
        *home = at(item.window.start());
        room[*home] -= 1;
        is_used[*home] = true;
    }
    for (home, item) in out.iter_mut().zip(items).filter(|(_, item)| is_wide(item)) {
        let (first, last) = (at(item.window.start()), at(item.window.last()));
        // Early in its year and beside others, so that what is empty stays empty; a month is not filled to the brim.
        // Where nothing else is near, at its beginning, so that a screen is not empty for it.
        let below = |at: usize| f64::from(stretches[at].start().0 - stretches[first].start().0) * px_per_day;
        let is_near_others = (first..=last).take_while(|at| below(*at) < NEAR).any(|at| is_used[at]);
        let early = match is_near_others {
            true => (first..=last).find(|at| is_used[*at] && room[*at] > 1),
            false => Some(first).filter(|at| room[*at] > 0),
        };
        let rank = |at: usize| (room[at] > 0, is_used[at], room[at]);
        let roomiest = || (first..=last).fold(first, |best, at| if rank(at) > rank(best) { at } else { best });
        let best = early.unwrap_or_else(roomiest);
        *home = best;
        room[best] -= 1;
        is_used[best] = true;
    }
    out
}

/// The events that get a line, and those that are counted: what is opened, weightier and better known comes first.
fn surplus(mut items: Vec<&Item>, capacity: usize) -> (Vec<&Item>, Vec<&Item>) {
    if items.len() <= capacity {
        return (items, Vec::new());
    }
    order::sort_by(&mut items, |a, b| {
        b.pinned
            .cmp(&a.pinned)
            .then(b.importance.cmp(&a.importance))
            .then(b.is_day.cmp(&a.is_day))
            .then(a.id.cmp(&b.id))
    });
    let rest = items.split_off(capacity.saturating_sub(1));
    (items, rest)
}

/// Days to px: in proportion, with long empty stretches cut to a break.
fn pieces(dataset: &Dataset, items: &[Item], stretches: &[TimeSpan], homes: &[usize], px_per_day: f64) -> Vec<Piece> {
    // An event with no end stated fills only the days it may have begun on.
    let mut is_empty = vec![true; stretches.len()];
    homes.iter().for_each(|home| is_empty[*home] = false);
    for item in items {
        let date = dataset.event(item.id).date;
        let span = if matches!(date, Edtf::Interval(..)) { date.span() } else { date.anchor().span() };
        let span = item.shift.moved(span);
        let from = stretches.partition_point(|s| s.end() <= span.start());
        let to = stretches.partition_point(|s| s.start() < span.end());
        is_empty[from.min(to)..to].fill(false);
    }
    let mut out: Vec<Piece> = Vec::new();
    let mut push = |span: TimeSpan, height: Option<f64>| {
        let y = out.last().map_or(0.0, |p: &Piece| p.px.end);
        let end = y + height.unwrap_or(f64::from(span.days()) * px_per_day);
        out.push(Piece { span, px: PxSpan::new(y, end), is_break: height.is_some() });
    };
    let mut at = 0;
    while at < stretches.len() {
        let end = (at..stretches.len()).find(|i| is_empty[*i] != is_empty[at]).unwrap_or(stretches.len());
        let span = stretches[at].union(stretches[end - 1]);
        let is_break = is_empty[at] && f64::from(span.days()) * px_per_day > BREAK_OVER;
        push(span, is_break.then_some(BREAK));
        at = end;
    }
    out
}
