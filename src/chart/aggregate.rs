//! Events → counts: regions by period, and regions by kind. Pure numbers, no words, no pixels.

use super::ChartRequest;
use super::period::{Periods, Slot};
use crate::layout::{LaneKey, Lanes, lanes_of};
use crate::model::{EventId, KindId, RegionId};
use crate::scene::Glyph;

/// The events of one region, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which region.
    pub region: RegionId,
    /// Events that start in each period.
    pub cells: Vec<usize>,
    /// Events that started before the first period.
    pub earlier: usize,
    /// Events whose start is known only to the year.
    pub year_only: usize,
    /// All of them in order, each with where it is counted.
    ids: Vec<(Slot, EventId)>,
}

impl Row {
    /// Events in a period.
    pub fn placed(&self) -> usize {
        self.cells.iter().sum()
    }

    /// All its events.
    pub fn total(&self) -> usize {
        self.placed() + self.earlier + self.year_only
    }

    /// Its events of a place, in order.
    pub fn events_at(&self, slot: Slot) -> Vec<EventId> {
        self.ids.iter().filter(|(at, _)| *at == slot).map(|(_, id)| *id).collect()
    }

    /// Its events that stand in a period, in order.
    pub fn placed_events(&self) -> Vec<EventId> {
        self.ids.iter().filter(|(at, _)| matches!(at, Slot::At(_))).map(|(_, id)| *id).collect()
    }

    /// All its events, in order.
    pub fn all_events(&self) -> Vec<EventId> {
        self.ids.iter().map(|(_, id)| *id).collect()
    }

    /// The place of its largest period, where one is larger than all others.
    pub fn peak(&self) -> Option<usize> {
        unique_max(&self.cells)
    }
}

/// Regions by period. A row counts each event once, so an event of two rows counts twice in the sums of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What is counted in.
    pub periods: Periods,
    /// The regions asked for that hold any event, in lane order.
    pub rows: Vec<Row>,
    /// Events that start in each period, each counted once.
    pub events: Vec<usize>,
    /// Events that are counted at all, each once.
    pub n_events: usize,
    /// Of them, those that started before the first period.
    pub n_earlier: usize,
    /// Of them, those whose start is known only to the year.
    pub n_year_only: usize,
    /// Events of several rows.
    pub n_repeated: usize,
    /// Events of several rows that stand in a period.
    pub n_repeated_placed: usize,
}

impl Counts {
    /// Counts a selection in the periods that suit its days; linear in its events.
    pub fn of(request: &ChartRequest) -> Self {
        Self::in_periods(request, Periods::covering(request.span))
    }

    /// Counts a selection in given periods.
    pub fn in_periods(request: &ChartRequest, periods: Periods) -> Self {
        let empty = |region| Row { region, cells: vec![0; periods.count()], earlier: 0, year_only: 0, ids: Vec::new() };
        let mut rows = Vec::new();
        for (region, ids) in region_lanes(request) {
            let mut row = empty(region);
            for id in ids {
                let slot = periods.slot(request.dataset.event(id));
                row.ids.push((slot, id));
                match slot {
                    Slot::Earlier => row.earlier += 1,
                    Slot::At(i) => row.cells[i] += 1,
                    Slot::YearOnly => row.year_only += 1,
                }
            }
            rows.push(row);
        }
        let mut counts = Self {
            events: vec![0; periods.count()],
            periods,
            rows,
            n_events: 0,
            n_earlier: 0,
            n_year_only: 0,
            n_repeated: 0,
            n_repeated_placed: 0,
        };
        let mut has_row = vec![false; request.dataset.taxonomy().regions.len()];
        counts.rows.iter().for_each(|row| has_row[row.region.index()] = true);
        for id in request.ids {
            counts.count_once(request, *id, &has_row);
        }
        counts
    }

    fn count_once(&mut self, request: &ChartRequest, id: EventId, has_row: &[bool]) {
        let event = request.dataset.event(id);
        let n_rows = event.regions.iter().filter(|region| has_row[region.index()]).count();
        if n_rows == 0 {
            return;
        }
        let is_repeated = usize::from(n_rows > 1);
        self.n_events += 1;
        self.n_repeated += is_repeated;
        match self.periods.slot(event) {
            Slot::Earlier => self.n_earlier += 1,
            Slot::YearOnly => self.n_year_only += 1,
            Slot::At(i) => {
                self.events[i] += 1;
                self.n_repeated_placed += is_repeated;
            }
        }
    }

    /// Events that stand in a period, each counted once.
    pub fn n_placed(&self) -> usize {
        self.n_events - self.n_earlier - self.n_year_only
    }

    /// The sum of the rows' periods: how often the events of periods are counted.
    pub fn n_placed_counted(&self) -> usize {
        self.rows.iter().map(Row::placed).sum()
    }

    /// The sum of all rows: how often the events are counted.
    pub fn n_counted(&self) -> usize {
        self.rows.iter().map(Row::total).sum()
    }

    /// The same without the regions that no period has an event of, for drawings of periods alone.
    #[must_use]
    pub fn placed_only(&self) -> Self {
        let mut counts = self.clone();
        counts.rows.retain(|row| row.placed() > 0);
        counts
    }

    /// The sum of a period's rows.
    pub fn column(&self, place: usize) -> usize {
        self.rows.iter().map(|row| row.cells[place]).sum()
    }

    /// The events of a period's rows in order, each once.
    pub fn events_at(&self, slot: Slot) -> Vec<EventId> {
        once(self.rows.iter().flat_map(|row| row.events_at(slot)))
    }

    /// The largest sum of a period's rows, at least 1.
    pub fn max_column(&self) -> usize {
        (0..self.periods.count()).map(|i| self.column(i)).max().unwrap_or(0).max(1)
    }

    /// The largest cell, at least 1.
    pub fn max_cell(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).copied().max().unwrap_or(0).max(1)
    }
}

/// Regions by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCounts {
    /// The kinds that occur: by the family of their glyph, then in the dataset's order.
    pub kinds: Vec<(KindId, Glyph)>,
    /// The regions asked for, in lane order, each with its events of each kind.
    pub rows: Vec<(RegionId, Vec<usize>)>,
    /// The events of each row in order, each with its kind.
    ids: Vec<Vec<(KindId, EventId)>>,
    /// Events that are counted at all, each once.
    pub n_events: usize,
    /// Events of several rows.
    pub n_repeated: usize,
}

impl KindCounts {
    /// Counts a selection; linear in its events times the kinds.
    pub fn of(request: &ChartRequest) -> Self {
        let (dataset, taxonomy) = (request.dataset, request.dataset.taxonomy());
        let lanes = region_lanes(request);
        let kind = |id: &EventId| dataset.event(*id).kind;
        let occurs = |k: &KindId| lanes.iter().any(|(_, ids)| ids.iter().any(|id| kind(id) == *k));
        let with_glyph = |k: KindId| (k, Glyph::of_kind(&taxonomy.kind(k).slug, k.index()));
        let mut kinds: Vec<_> = taxonomy.kind_ids().filter(occurs).map(with_glyph).collect();
        crate::order::sort_by_key(&mut kinds, |(_, glyph)| glyph.family());
        let mut seen: Vec<EventId> = lanes.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        let n_counted = seen.len();
        crate::order::sort(&mut seen);
        let repeated = |w: &&[EventId]| w.len() > 1;
        let n_repeated = seen.chunk_by(|a, b| a == b).filter(repeated).count();
        seen.dedup();
        let count = |ids: &[EventId], k: KindId| ids.iter().filter(|id| kind(id) == k).count();
        let row =
            |(region, ids): &(RegionId, Vec<EventId>)| (*region, kinds.iter().map(|(k, _)| count(ids, *k)).collect());
        let rows: Vec<(RegionId, Vec<usize>)> = lanes.iter().map(row).collect();
        debug_assert_eq!(n_counted, rows.iter().flat_map(|(_, cells)| cells).sum::<usize>());
        let with_kind = |(_, ids): &(RegionId, Vec<EventId>)| ids.iter().map(|id| (kind(id), *id)).collect();
        let ids = lanes.iter().map(with_kind).collect();
        Self { kinds, rows, ids, n_events: seen.len(), n_repeated }
    }

    /// The events of a row, of one kind or of all, in order.
    pub fn events_of(&self, row: usize, kind: Option<KindId>) -> Vec<EventId> {
        self.ids[row].iter().filter(|(k, _)| kind.is_none_or(|kind| *k == kind)).map(|(_, id)| *id).collect()
    }

    /// The events of a kind in order, each once.
    pub fn events_of_kind(&self, kind: KindId) -> Vec<EventId> {
        once((0..self.rows.len()).flat_map(|row| self.events_of(row, Some(kind))))
    }

    /// The sum of a kind's rows.
    pub fn column(&self, place: usize) -> usize {
        self.rows.iter().map(|(_, cells)| cells[place]).sum()
    }

    /// The sum of all rows.
    pub fn n_counted(&self) -> usize {
        self.rows.iter().flat_map(|(_, cells)| cells).sum()
    }
}

fn once(ids: impl Iterator<Item = EventId>) -> Vec<EventId> {
    let mut ids: Vec<EventId> = ids.collect();
    crate::order::sort(&mut ids);
    ids.dedup();
    ids
}

/// The regions of the timeline's lanes, with their events.
fn region_lanes(request: &ChartRequest) -> Vec<(RegionId, Vec<EventId>)> {
    let lanes = lanes_of(request.dataset, request.ids, Lanes::Region, request.filter);
    let region = |(key, ids)| match key {
        LaneKey::Region(region) => Some((region, ids)),
        LaneKey::Kind(_) | LaneKey::Theme(_) | LaneKey::NoTheme | LaneKey::All => None,
    };
    lanes.into_iter().filter_map(region).collect()
}

/// The place of the largest number, where it is larger than all others and not zero.
pub fn unique_max(numbers: &[usize]) -> Option<usize> {
    let max = *numbers.iter().max()?;
    let mut places = numbers.iter().enumerate().filter(|(_, n)| **n == max).map(|(i, _)| i);
    let first = places.next()?;
    (max > 0 && places.next().is_none()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_maximum_counts_only_where_it_stands_alone() {
        for (numbers, place) in
            [(&[1, 3, 2][..], Some(1)), (&[3, 3], None), (&[0, 0], None), (&[], None), (&[1], Some(0))]
        {
            assert_eq!(unique_max(numbers), place, "{numbers:?}");
        }
    }
}
