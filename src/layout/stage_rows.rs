//! Glyphs of a stage: known days in rows, vague ones wherever their band has room, and counts where neither is left.

use crate::model::EventId;
use crate::scale::{PxSpan, clamp};

use super::stage::{RING, StageRole};

/// Edge of a glyph that is not named, units.
pub(super) const PLAIN: f64 = 21.0;

/// Half the units that a glyph takes with its clearance: plain, pinned, current.
const HALF: [f64; 3] = [12.0, 15.0, RING + 5.0];

/// Half the width of a count of one, two and more figures, units.
const HALF_PILL: [f64; 3] = [18.0, 24.0, 31.0];

/// The height of a count's pill, units.
pub(super) const PILL: f64 = 31.0;

/// Units kept around a stem that goes through a band.
const STEM: f64 = 4.0;

/// Half the width of the pill of a count, units.
pub(super) fn half_pill(count: usize) -> f64 {
    HALF_PILL[match count {
        0..=9 => 0,
        10..=99 => 1,
        _ => 2,
    }]
}

/// What stands at one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub events: Vec<EventId>,
    pub x: f64,
    pub role: StageRole,
}

impl Item {
    pub(super) fn new(id: EventId, x: f64, role: StageRole) -> Self {
        Self { events: vec![id], x, role }
    }

    fn half(&self) -> f64 {
        match (self.events.len(), self.role) {
            (1, role) => HALF[role as usize],
            (n, _) => half_pill(n) + 2.0,
        }
    }

    fn px(&self) -> PxSpan {
        PxSpan::new(self.x - self.half(), self.x + self.half())
    }

    /// What its stem takes on its way down.
    fn stem(&self) -> PxSpan {
        PxSpan::new(self.x - STEM, self.x + STEM)
    }

    /// Takes another in; the count stands in the middle of what it counts.
    fn join(&mut self, other: Self) {
        let (n, m) = (self.events.len() as f64, other.events.len() as f64);
        self.x = (self.x * n + other.x * m) / (n + m);
        self.events.extend(other.events);
        crate::order::sort(&mut self.events);
    }
}

/// The items with their rows, and how many rows there are: the fewest that lose nothing, or `max` with counts.
pub(super) fn rows(items: Vec<Item>, max: usize) -> (Vec<(Item, usize)>, usize) {
    let mut items = items;
    crate::order::sort_by(&mut items, |a, b| a.x.total_cmp(&b.x).then(a.events[0].cmp(&b.events[0])));
    let (pinned, plain): (Vec<Item>, Vec<Item>) = items.into_iter().partition(|item| item.role > StageRole::Plain);
    let tried = (1..=max).find_map(|n| fill(&pinned, &plain, n, false));
    tried.or_else(|| fill(&pinned, &plain, max, true)).unwrap_or_default()
}

type Filled = (Vec<(Item, usize)>, usize);

fn fill(pinned: &[Item], plain: &[Item], n: usize, may_join: bool) -> Option<Filled> {
    // What is named stands as low as it can, so that its stem passes nothing.
    let mut fixed: Vec<(Item, usize)> = Vec::new();
    for item in pinned {
        let is_free = |row: &usize| fixed.iter().all(|(other, at)| at != row || !other.px().overlaps(item.px()));
        let is_clear = |row: &usize| {
            fixed.iter().all(|(other, at)| {
                let crosses = |above: &Item, below: &Item| above.stem().overlaps(below.px());
                !(row < at && crosses(item, other) || at < row && crosses(other, item))
            })
        };
        let free = || (0..n).rev().filter(is_free);
        let row = free().find(is_clear).or_else(|| free().next());
        if row.is_none() && !may_join {
            return None;
        }
        fixed.push((item.clone(), row.unwrap_or(n - 1)));
    }
    // The ring reaches into the rows beside its own.
    let blocks = |row: usize, px: PxSpan| {
        fixed.iter().any(|(item, at)| {
            let reaches = *at == row || item.role == StageRole::Current && at.abs_diff(row) == 1;
            reaches && item.px().overlaps(px) || *at < row && item.stem().overlaps(px)
        })
    };
    let mut rows: Vec<Vec<Item>> = vec![Vec::new(); n];
    for item in plain {
        let fits = |row: &usize| {
            let is_after = rows[*row].last().is_none_or(|last| last.px().end <= item.px().start + 0.5);
            is_after && !blocks(*row, item.px())
        };
        match (0..n).find(fits) {
            Some(row) => rows[row].push(item.clone()),
            None if may_join => {
                // As a count, as low as it stands on nothing that is named.
                let free = (0..n).rev().find(|row| !blocks(*row, joined(&rows[*row], item)));
                join(&mut rows[free.unwrap_or(n - 1)], item.clone());
            }
            None => return None,
        }
    }
    let placed = rows.into_iter().enumerate().flat_map(|(row, items)| items.into_iter().map(move |item| (item, row)));
    Some((fixed.iter().cloned().chain(placed).collect(), n))
}

/// What an item would take at the end of a row, joined with whatever it covers.
fn joined(row: &[Item], item: &Item) -> PxSpan {
    let (mut x, mut n, mut px) = (item.x, item.events.len(), item.px());
    for last in row.iter().rev() {
        let m = last.events.len();
        if last.px().end <= px.start {
            break;
        }
        (x, n) = ((x * n as f64 + last.x * m as f64) / (n + m) as f64, n + m);
        let half = half_pill(n) + 2.0;
        px = PxSpan::new(x - half, x + half);
    }
    px
}

/// Puts an item at the end of a row, joined with whatever it covers.
fn join(row: &mut Vec<Item>, item: Item) {
    let mut item = item;
    while let Some(last) = row.pop_if(|last| last.px().end > item.px().start) {
        item.join(last);
    }
    row.push(item);
}

/// A line of vague events: each may stand anywhere in its period.
pub(super) struct Line {
    taken: Vec<PxSpan>,
    /// Each period with its events, in time order.
    groups: Vec<(PxSpan, Vec<(EventId, StageRole)>)>,
}

impl Line {
    /// A line that stems go through.
    pub(super) fn new(stems: &[f64]) -> Self {
        Self { taken: stems.iter().map(|x| PxSpan::new(x - STEM, x + STEM)).collect(), groups: Vec::new() }
    }

    pub(super) fn add(&mut self, id: EventId, px: PxSpan, role: StageRole) {
        match self.groups.iter_mut().find(|(other, _)| *other == px) {
            Some((_, events)) => events.push((id, role)),
            None => self.groups.push((px, vec![(id, role)])),
        }
    }

    /// The named ones first, then each period's others: as glyphs where all have room, else as a count.
    pub(super) fn placed(&mut self) -> Vec<Item> {
        let mut out: Vec<Item> = Vec::new();
        let groups = std::mem::take(&mut self.groups);
        for (px, events) in &groups {
            let n_plain = events.iter().filter(|(_, role)| *role == StageRole::Plain).count();
            for (id, role) in events.iter().filter(|(_, role)| *role > StageRole::Plain) {
                // Room for the count of the others is kept at its right.
                let aside = if n_plain > 0 { half_pill(n_plain) + 2.0 } else { 0.0 };
                let half = HALF[*role as usize];
                let beside = self.slots(*px, 1, 2.0 * (half + aside)).map(|xs| xs[0] - aside);
                let alone = || self.slots(*px, 1, 2.0 * half).map(|xs| xs[0]);
                // A name without room for its glyph stands in the middle all the same.
                let x = beside.or_else(alone).unwrap_or(px.mid());
                self.put(&mut out, Item::new(*id, x, *role));
            }
        }
        for (px, events) in groups {
            let plain: Vec<EventId> =
                events.into_iter().filter(|(_, role)| *role == StageRole::Plain).map(|(id, _)| id).collect();
            if plain.is_empty() {
                continue;
            }
            if let Some(xs) = self.slots(px, plain.len(), 2.0 * HALF[0] + 5.0) {
                for (id, x) in plain.into_iter().zip(xs) {
                    self.put(&mut out, Item::new(id, x, StageRole::Plain));
                }
                continue;
            }
            let mut pill = Item { events: plain, x: px.mid(), role: StageRole::Plain };
            pill.x = self.slots(px, 1, 2.0 * pill.half()).and_then(|xs| xs.first().copied()).unwrap_or(pill.x);
            self.put(&mut out, pill);
        }
        // Where nothing was free, counts take in what they cover.
        let (mut kept, mut plain): (Vec<Item>, Vec<Item>) = out.into_iter().partition(|i| i.role > StageRole::Plain);
        crate::order::sort_by(&mut plain, |a, b| a.x.total_cmp(&b.x));
        let mut row = Vec::new();
        plain.into_iter().for_each(|item| join(&mut row, item));
        self.taken.extend(row.iter().map(Item::px));
        kept.append(&mut row);
        kept
    }

    /// The first free place of a width between two ends, where there is one.
    pub(super) fn gap(&self, px: PxSpan, width: f64) -> Option<f64> {
        let free = self.free(px);
        free.into_iter().find(|f| f.width() >= width).map(|f| f.start)
    }

    fn free(&self, px: PxSpan) -> Vec<PxSpan> {
        let mut free = vec![px];
        for taken in &self.taken {
            let cut = |f: PxSpan| {
                if !f.overlaps(*taken) {
                    return vec![f];
                }
                let sides = [(f.start, taken.start), (taken.end, f.end)];
                sides.into_iter().filter(|(a, b)| a < b).map(|(a, b)| PxSpan::new(a, b)).collect()
            };
            free = free.into_iter().flat_map(cut).collect();
        }
        free
    }

    fn put(&mut self, out: &mut Vec<Item>, item: Item) {
        self.taken.push(item.px());
        out.push(item);
    }

    /// Middles of `n` free places of a width inside a period: side by side around its middle, or wherever there is room.
    fn slots(&self, px: PxSpan, n: usize, width: f64) -> Option<Vec<f64>> {
        let free = self.free(px);
        let run = width * n as f64;
        let middle = |f: &PxSpan| clamp(px.mid(), f.start + run / 2.0, f.end - run / 2.0);
        let whole = free.iter().filter(|f| f.width() >= run).map(middle);
        let whole = whole.min_by(|a, b| (a - px.mid()).abs().total_cmp(&(b - px.mid()).abs()));
        if let Some(mid) = whole {
            return Some((0..n).map(|i| mid - run / 2.0 + width * (i as f64 + 0.5)).collect());
        }
        let mut all: Vec<f64> = Vec::new();
        for f in free {
            let m = (f.width() / width).floor();
            let start = f.start + (f.width() - m * width) / 2.0;
            all.extend((0..m as usize).map(|i| start + width * (i as f64 + 0.5)));
        }
        if all.len() < n {
            return None;
        }
        crate::order::sort_by(&mut all, |a, b| (a - px.mid()).abs().total_cmp(&(b - px.mid()).abs()));
        all.truncate(n);
        crate::order::sort_by(&mut all, f64::total_cmp);
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_an_item_would_take_is_what_it_takes(xs in proptest::collection::vec(0.0..900.0f64, 1..80)) {
            let mut xs = xs;
            crate::order::sort_by(&mut xs, f64::total_cmp);
            let mut row: Vec<Item> = Vec::new();
            for (i, x) in xs.into_iter().enumerate() {
                let item = Item::new(EventId(i as u32), x, StageRole::Plain);
                let expected = joined(&row, &item);
                join(&mut row, item);
                let px = row.last().expect("the item").px();
                prop_assert!((px.start - expected.start).abs() < 1e-6 && (px.end - expected.end).abs() < 1e-6);
            }
        }
    }
}
