//! Names of a stage: which events have one, and the tiers they hang on, so that no stem goes through a label.

use super::stage::{LABEL, NOTE, StageLabel};
use crate::model::{Dataset, EventId, Importance};
use crate::scale::{FontMetrics, PxSpan, TextMeasure as _, least_width, wrap};
use crate::scene::Weight;

/// The most events that are named at once: more cannot be spoken about.
pub const MAX_PINS: usize = 7;

/// Events nearer than this are not both named by the layout's own choice, units; nearer ones only where names are left.
const APART: [f64; 2] = [52.0, 20.0];

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

/// Lines that end where the sense does may be so many times as long as even ones.
const MOST_UNEVEN: f64 = 1.45;

/// Words that begin a line rather than be cut by its end: Chinese has no spaces to break at.
const HEADS: [&str; 6] = ["联合", "会晤", "会议", "论坛", "立场", "磋商"];

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
    let levels = [Importance::Major, Importance::Notable, Importance::Minor];
    for (apart, importance) in APART.into_iter().flat_map(|apart| levels.map(|level| (apart, level))) {
        let is_left = |(id, _): &(EventId, f64)| {
            dataset.event(*id).importance == importance && !out.iter().any(|(other, _)| other == id)
        };
        let mut left: Vec<(EventId, f64)> = seen.iter().copied().filter(is_left).collect();
        while out.len() < 2 * MAX_PINS {
            let room = |x: f64| out.iter().map(|(_, other)| (other - x).abs()).fold(f64::INFINITY, f64::min);
            let best = (0..left.len()).max_by(|a, b| room(left[*a].1).total_cmp(&room(left[*b].1)).then(b.cmp(a)));
            let Some(best) = best.filter(|i| room(left[*i].1) >= apart) else { break };
            out.push(left.remove(best));
        }
    }
    out.into_iter().map(|(id, _)| id).collect()
}

/// The forms of a title: how many lines each has, and what it costs. One line; two that end where the sense does; two
/// of about the same length.
const FORMS: [(usize, f64); 3] = [(1, 0.0), (2, 0.5), (2, 0.8)];

/// A title in each of its forms; without lines where there is none.
type Forms = [Vec<String>; 3];

/// Where a label stands: its tier, its side, and the form of its title.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    tier: usize,
    is_left: bool,
    form: usize,
}

struct Search<'a> {
    pins: &'a [Pin],
    /// From one line to the next and from a tier to the next, units.
    line: f64,
    gap: f64,
    /// Widths in each form; without bounds where there is none.
    widths: Vec<[f64; 3]>,
    width: f64,
    height: f64,
    tried: usize,
    best: Option<(f64, Vec<Spot>)>,
}

/// Labels for pins that are in order of `x`, from `top` (the first date's baseline) to `height`, in type `size` times as
/// large as the least; `None` where they do not all fit.
pub(super) fn tiers(pins: &[Pin], width: f64, top: f64, height: f64, size: f64) -> Option<Vec<StageLabel>> {
    let titles: Vec<Forms> = pins.iter().map(titles).collect();
    let measured = |(pin, titles): (&Pin, &Forms)| {
        titles.each_ref().map(|lines| {
            let widths = lines.iter().map(|line| FontMetrics.width(line, LABEL * size, pin.weight));
            let date = FontMetrics.width(&pin.date, NOTE * size, pin.weight);
            if lines.is_empty() { f64::INFINITY } else { widths.fold(date, f64::max) }
        })
    };
    let widths = pins.iter().zip(&titles).map(measured).collect();
    let (line, gap, height) = (LINE * size, GAP_BELOW * size, height - top - BELOW - FOOT);
    let mut search = Search { pins, line, gap, widths, width, height, tried: 0, best: None };
    search.try_from(0.0, &mut Vec::new());
    let (_, spots) = search.best.take()?;
    let label = |((pin, mut forms), spot): ((&Pin, Forms), &Spot)| {
        let title = std::mem::take(&mut forms[spot.form]);
        let above: f64 = (0..spot.tier).map(|tier| search.depth(&spots, tier) + gap).sum();
        let y = top + above;
        let stem_end = y + line * title.len() as f64 + BELOW;
        let x = if spot.is_left { pin.x - GAP } else { pin.x + GAP };
        StageLabel { x, y, is_left: spot.is_left, date: pin.date.clone(), title, stem_end }
    };
    Some(pins.iter().zip(titles).zip(&spots).map(label).collect())
}

/// The title in its forms.
fn titles(pin: &Pin) -> Forms {
    let whole = FontMetrics.width(&pin.title, LABEL, pin.weight);
    let mut width = least_width(&pin.title, LABEL, pin.weight).max(whole / 2.0);
    let mut two = wrap(&pin.title, LABEL, pin.weight, width);
    while two.len() > 2 {
        width *= 1.05;
        two = wrap(&pin.title, LABEL, pin.weight, width);
    }
    [vec![pin.title.clone()], by_sense(pin, &two).unwrap_or_default(), two]
}

/// The title in two lines that end where its sense does, if they are not much longer than `even` ones: behind a colon,
/// or before one of a few words.
fn by_sense(pin: &Pin, even: &[String]) -> Option<Vec<String>> {
    let width = |line: &str| FontMetrics.width(line, LABEL, pin.weight);
    let most = MOST_UNEVEN * even.iter().map(|line| width(line)).fold(0.0, f64::max);
    let behind = pin.title.match_indices(['：', ':', '、']).map(|(at, mark)| at + mark.len());
    let before = HEADS.iter().flat_map(|word| pin.title.match_indices(word)).map(|(at, _)| at);
    let lines = behind.chain(before).map(|at| pin.title.split_at(at)).map(|(a, b)| [a.trim_end(), b.trim_start()]);
    let wide =
        lines.filter(|lines| lines.iter().all(|line| !line.is_empty())).map(|[a, b]| (width(a).max(width(b)), [a, b]));
    let best = wide.filter(|(wide, _)| *wide <= most).min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(best.1.map(str::to_owned).to_vec())
}

impl Search<'_> {
    /// From the date's baseline of a tier to its last, units; a tier without labels is as deep as one line.
    fn depth(&self, spots: &[Spot], tier: usize) -> f64 {
        let lines = spots.iter().filter(|spot| spot.tier == tier).map(|spot| FORMS[spot.form].0).max().unwrap_or(1);
        self.line * lines as f64
    }

    /// Goes on with the pins after those that have a spot; keeps the arrangement that costs least.
    fn try_from(&mut self, cost: f64, spots: &mut Vec<Spot>) {
        let i = spots.len();
        if i == self.pins.len() {
            self.best = Some((cost, spots.clone()));
            return;
        }
        for tier in 0..MAX_PINS {
            let widths = self.widths[i];
            for form in (0..FORMS.len()).filter(|form| widths[*form].is_finite()) {
                for is_left in [false, true] {
                    let spot = Spot { tier, is_left, form };
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
        let deep: f64 = (0..n_tiers).map(|tier| self.depth(spots, tier) + self.gap).sum();
        deep - self.gap <= self.height
    }

    /// High tiers are good; up to the current one, which hangs highest, names climb.
    fn cost(&self, i: usize, spot: Spot, spots: &[Spot]) -> f64 {
        let own = spot.tier as f64;
        let current = self.pins.iter().position(|pin| pin.is_current).unwrap_or(self.pins.len());
        let falls = i <= current && spots.last().is_some_and(|before| before.tier < spot.tier);
        let side = if spot.is_left { 0.4 } else { 0.0 };
        own + side + if falls { 1.5 } else { 0.0 } + FORMS[spot.form].1
    }

    fn span(&self, i: usize, spot: Spot) -> PxSpan {
        let (x, width) = (self.pins[i].x, self.widths[i][spot.form]);
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
