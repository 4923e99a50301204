//! Names of a stage: which events have one, and the tiers they hang on, so that no stem goes through a label.

use super::stage::{LABEL, NOTE, StageLabel};
use crate::model::{Dataset, EventId, Importance};
use crate::scale::{FontMetrics, PxSpan, TextMeasure as _, wrap};
use crate::scene::Weight;

/// The most events that are named at once: more cannot be spoken about.
pub const MAX_PINS: usize = 7;

/// Events nearer than this are not both named by the layout's own choice, units.
const APART: f64 = 52.0;

/// From a stem to its label, units.
const GAP: f64 = 12.0;

/// Clear units between a label and whatever is beside it.
const CLEAR: f64 = 14.0;

/// From the date to the title, and from a line of the title to the next, units.
const LINE: f64 = 31.0;

/// A stem reaches this far below the last line's baseline, units.
const BELOW: f64 = 3.0;

/// From the last stem's end to the bottom, units.
const FOOT: f64 = 4.0;

/// From a tier's last baseline to the date of the next, units.
const GAP_BELOW: f64 = 37.0;

/// The most arrangements that are looked at: a bound on work.
const MAX_TRIED: usize = 4_000;

/// An event to be named.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pin {
    pub x: f64,
    pub is_current: bool,
    pub weight: Weight,
    pub title: String,
    pub date: String,
}

/// The events worth naming, the most wanted first: the current one, then the important ones, each as far from those
/// before it as can be, so that the names spread.
///
/// A few more than can be named: some will find no room.
pub(super) fn chosen(dataset: &Dataset, seen: &[(EventId, f64)], current: Option<EventId>) -> Vec<EventId> {
    let mut out: Vec<(EventId, f64)> = seen.iter().copied().filter(|(id, _)| current == Some(*id)).collect();
    for importance in [Importance::Major, Importance::Notable, Importance::Minor] {
        let mut left: Vec<(EventId, f64)> =
            seen.iter().copied().filter(|(id, _)| dataset.event(*id).importance == importance).collect();
        while out.len() < 2 * MAX_PINS {
            let room = |x: f64| out.iter().map(|(_, other)| (other - x).abs()).fold(f64::INFINITY, f64::min);
            let best = (0..left.len()).max_by(|a, b| room(left[*a].1).total_cmp(&room(left[*b].1)).then(b.cmp(a)));
            let Some(best) = best.filter(|i| room(left[*i].1) >= APART) else { break };
            out.push(left.remove(best));
        }
    }
    out.into_iter().map(|(id, _)| id).collect()
}

/// Where a label stands: its tier, its side, and the lines of its title.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    tier: usize,
    is_left: bool,
    n_lines: usize,
}

struct Search<'a> {
    pins: &'a [Pin],
    /// Widths in one line and in two.
    widths: Vec<[f64; 2]>,
    width: f64,
    height: f64,
    tried: usize,
    best: Option<(f64, Vec<Spot>)>,
}

/// Labels for pins that are in order of `x`, from `top` (the first date's baseline) to `height`; `None` where they do
/// not all fit.
pub(super) fn tiers(pins: &[Pin], width: f64, top: f64, height: f64) -> Option<Vec<StageLabel>> {
    let titles: Vec<[Vec<String>; 2]> = pins.iter().map(titles).collect();
    let measured = |(pin, titles): (&Pin, &[Vec<String>; 2])| {
        titles.each_ref().map(|lines| {
            let lines = lines.iter().map(|line| FontMetrics.width(line, LABEL, pin.weight));
            lines.fold(FontMetrics.width(&pin.date, NOTE, pin.weight), f64::max)
        })
    };
    let widths = pins.iter().zip(&titles).map(measured).collect();
    let mut search = Search { pins, widths, width, height: height - top - BELOW - FOOT, tried: 0, best: None };
    search.try_from(0.0, &mut Vec::new());
    let (_, spots) = search.best?;
    let label = |((pin, [one, two]), spot): ((&Pin, [Vec<String>; 2]), &Spot)| {
        let title = if spot.n_lines == 1 { one } else { two };
        let above: f64 = (0..spot.tier).map(|tier| depth(&spots, tier) + GAP_BELOW).sum();
        let y = top + above;
        let stem_end = y + LINE * title.len() as f64 + BELOW;
        let x = if spot.is_left { pin.x - GAP } else { pin.x + GAP };
        StageLabel { x, y, is_left: spot.is_left, date: pin.date.clone(), title, stem_end }
    };
    Some(pins.iter().zip(titles).zip(&spots).map(label).collect())
}

/// The title in one line, and in two of about the same length.
fn titles(pin: &Pin) -> [Vec<String>; 2] {
    let whole = FontMetrics.width(&pin.title, LABEL, pin.weight);
    let mut width = whole / 2.0;
    let mut two = wrap(&pin.title, LABEL, pin.weight, width);
    while two.len() > 2 {
        width *= 1.05;
        two = wrap(&pin.title, LABEL, pin.weight, width);
    }
    [vec![pin.title.clone()], two]
}

/// From the date's baseline of a tier to its last, units; a tier without labels is as deep as one line.
fn depth(spots: &[Spot], tier: usize) -> f64 {
    let lines = spots.iter().filter(|spot| spot.tier == tier).map(|spot| spot.n_lines).max().unwrap_or(1);
    LINE * lines as f64
}

impl Search<'_> {
    /// Goes on with the pins after those that have a spot; keeps the arrangement that costs least.
    fn try_from(&mut self, cost: f64, spots: &mut Vec<Spot>) {
        let i = spots.len();
        if i == self.pins.len() {
            self.best = Some((cost, spots.clone()));
            return;
        }
        for tier in 0..MAX_PINS {
            for n_lines in [1, 2] {
                for is_left in [false, true] {
                    let spot = Spot { tier, is_left, n_lines };
                    let cost = cost + self.cost(i, spot, spots);
                    let is_better = self.best.as_ref().is_none_or(|(best, _)| cost < *best);
                    if !is_better || self.tried >= MAX_TRIED || !self.fits(i, spot, spots) {
                        continue;
                    }
                    self.tried += 1;
                    spots.push(spot);
                    if self.is_high_enough(spots) {
                        self.try_from(cost, spots);
                    }
                    spots.pop();
                }
            }
        }
    }

    fn is_high_enough(&self, spots: &[Spot]) -> bool {
        let n_tiers = spots.iter().map(|spot| spot.tier + 1).max().unwrap_or(0);
        let deep: f64 = (0..n_tiers).map(|tier| depth(spots, tier) + GAP_BELOW).sum();
        deep - GAP_BELOW <= self.height
    }

    /// High tiers are good; up to the current one, which hangs highest, names climb.
    fn cost(&self, i: usize, spot: Spot, spots: &[Spot]) -> f64 {
        let own = spot.tier as f64;
        let current = self.pins.iter().position(|pin| pin.is_current).unwrap_or(self.pins.len());
        let falls = i <= current && spots.last().is_some_and(|before| before.tier < spot.tier);
        let side = if spot.is_left { 0.4 } else { 0.0 };
        own + side + if falls { 1.5 } else { 0.0 } + 0.5 * (spot.n_lines - 1) as f64
    }

    fn span(&self, i: usize, spot: Spot) -> PxSpan {
        let (x, width) = (self.pins[i].x, self.widths[i][spot.n_lines - 1]);
        if spot.is_left { PxSpan::new(x - GAP - width, x - GAP) } else { PxSpan::new(x + GAP, x + GAP + width) }
    }

    fn fits(&self, i: usize, spot: Spot, spots: &[Spot]) -> bool {
        let own = self.span(i, spot);
        let is_low = self.pins[i].is_current && spot.tier > 0;
        if own.start < 0.0 || self.width < own.end || is_low {
            return false;
        }
        let goes_through = |x: f64, px: PxSpan| px.start - GAP / 2.0 < x && x < px.end + CLEAR;
        spots.iter().enumerate().all(|(j, other)| {
            let theirs = self.span(j, *other);
            let is_clear = own.end + CLEAR <= theirs.start || theirs.end + CLEAR <= own.start;
            let crosses = (other.tier >= spot.tier && goes_through(self.pins[j].x, own))
                || (spot.tier >= other.tier && goes_through(self.pins[i].x, theirs));
            (other.tier != spot.tier || is_clear) && !crosses
        })
    }
}
