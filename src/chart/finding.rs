//! Headlines: what stands out in the numbers, or a plain description where nothing does.

use super::aggregate::{Counts, KindCounts, Row, unique_max};
use super::context::Context;
use crate::letters::capitalized;
use crate::model::RegionId;
use crate::scene::{Family, Glyph};

/// Below this many events nothing is called a finding.
const LEAST_EVENTS: usize = 5;

/// The least events of a period that is called a peak.
const LEAST_PEAK: usize = 3;

/// The most regions a headline names for one finding.
const MOST_NAMES: usize = 2;

/// The busiest period.
pub fn trend(cx: Context, counts: &Counts) -> String {
    let unit = counts.periods.unit;
    let columns: Vec<usize> = (0..counts.periods.count()).map(|i| counts.column(i)).collect();
    let peak = unique_max(&counts.events).filter(|i| unique_max(&columns) == Some(*i));
    match peak {
        Some(i) if LEAST_EVENTS <= counts.n_placed() && columns.len() > 1 => {
            let whole = cx.request.filter.n_active() == 0;
            let value = (cx.words.events_counted)(counts.events[i], columns[i]);
            (cx.words.trend_peak)(whole, unit, counts.periods.start(i), &value, counts.events[i] == columns[i])
        }
        _ => (cx.words.trend_plain)(unit),
    }
}

/// The regions with most events, and those that peak together.
pub fn multiples(cx: Context, counts: &Counts) -> String {
    let unit = counts.periods.unit;
    let plain = || (cx.words.multiples_plain)(unit);
    let places: Vec<&Row> = counts.rows.iter().filter(|row| cx.is_place(row.region)).collect();
    if counts.n_placed() < LEAST_EVENTS || places.len() < 2 {
        return plain();
    }
    let most: Vec<String> = leading(&places).into_iter().map(|row| cx.place(row.region)).collect();
    let together = peaking_together(&places, counts.periods.count());
    let mut headline = if most.is_empty() { String::new() } else { (cx.words.multiples_most)(&most) };
    if let Some((i, rows)) = together {
        let names = match rows.len() {
            n if MOST_NAMES < n => vec![(cx.words.n_regions)(n)],
            _ => rows.iter().map(|row| cx.place(row.region)).collect(),
        };
        headline += &(cx.words.peak_together)(&names, rows.len(), unit, counts.periods.start(i), !most.is_empty());
    }
    if headline.is_empty() { plain() } else { capitalized(&headline) }
}

/// The one or two regions that are clearly ahead, in the order of their counts.
fn leading<'r>(places: &[&'r Row]) -> Vec<&'r Row> {
    let mut ranked: Vec<&Row> = places.to_vec();
    crate::order::sort_by_key(&mut ranked, |row| std::cmp::Reverse(row.placed()));
    let n = |i: usize| ranked.get(i).map_or(0, |row| row.placed());
    let ahead = match () {
        // Two of three would say little.
        () if n(2) < n(1) && 3 < places.len() => 2,
        () if n(1) < n(0) => 1,
        () => 0,
    };
    ranked.truncate(ahead);
    ranked
}

/// The period in which most regions have a clear peak, with these regions, where two or more share it.
fn peaking_together<'r>(places: &[&'r Row], n_periods: usize) -> Option<(usize, Vec<&'r Row>)> {
    let peaks_at = |row: &&Row, i: usize| row.peak() == Some(i) && LEAST_PEAK <= row.cells[i];
    let groups = (0..n_periods).map(|i| places.iter().copied().filter(|row| peaks_at(row, i)).collect::<Vec<_>>());
    let groups: Vec<Vec<&Row>> = groups.collect();
    let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
    let i = unique_max(&sizes).filter(|i| 2 <= sizes[*i])?;
    groups.into_iter().nth(i).map(|rows| (i, rows))
}

/// The one or two fullest cells.
pub fn heat(cx: Context, counts: &Counts) -> String {
    let unit = counts.periods.unit;
    let plain = || (cx.words.heat_plain)(unit);
    if counts.n_placed() < LEAST_EVENTS || counts.periods.count() < 2 {
        return plain();
    }
    let max = |row: &Row| row.cells.iter().copied().max().unwrap_or(0);
    let mut places: Vec<&Row> = counts.rows.iter().filter(|row| cx.is_place(row.region)).collect();
    crate::order::sort_by_key(&mut places, |row| std::cmp::Reverse(max(row)));
    let n = |i: usize| places.get(i).map_or(0, |row| max(row));
    let clear = |i: usize| places.get(i).and_then(|row| row.peak()).filter(|_| LEAST_PEAK <= n(i));
    let when = |i: usize| (cx.words.period_brief)(unit, counts.periods.start(i));
    let name = |i: usize| cx.place(places[i].region);
    match (clear(0), clear(1)) {
        (Some(a), Some(b)) if n(2) < n(1) => capitalized(&(cx.words.heat_two)(&name(0), &when(a), &name(1), &when(b))),
        (Some(a), _) if n(1) < n(0) => capitalized(&(cx.words.heat_one)(&name(0), &when(a), n(0))),
        _ => plain(),
    }
}

/// The families of kinds that lead in each region; else the most common kind.
pub fn kinds(cx: Context, counts: &KindCounts) -> String {
    let taxonomy = cx.request.dataset.taxonomy();
    // A kind of a person's own data only borrows a glyph: its family says nothing about it.
    let are_known = counts.kinds.iter().all(|(kind, glyph)| taxonomy.kind(*kind).slug == glyph.slug());
    let mut leads: [Vec<(usize, RegionId)>; 3] = Default::default();
    for (region, cells) in counts.rows.iter().filter(|(region, _)| cx.is_place(*region)) {
        let of = |family: Family| -> usize {
            let is_of = |(_, (_, glyph)): &(&usize, &(_, Glyph))| glyph.family() == family;
            cells.iter().zip(&counts.kinds).filter(is_of).map(|(n, _)| *n).sum()
        };
        let sums = Family::ALL.map(of);
        if let Some(family) = unique_max(&sums).filter(|_| LEAST_EVENTS <= sums.iter().sum()) {
            leads[family].push((sums[family], *region));
        }
    }
    if are_known && leads.iter().filter(|regions| !regions.is_empty()).count() > 1 {
        let names = leads.map(|mut regions| {
            // The regions with most such events are named, in lane order.
            crate::order::sort_by_key(&mut regions, |(n, region)| (std::cmp::Reverse(*n), *region));
            regions.truncate(MOST_NAMES);
            crate::order::sort_by_key(&mut regions, |(_, region)| *region);
            regions.into_iter().map(|(_, region)| cx.place(region)).collect::<Vec<_>>()
        });
        return (cx.words.kinds_lead)([&names[0], &names[1], &names[2]]);
    }
    let columns: Vec<usize> = (0..counts.kinds.len()).map(|i| counts.column(i)).collect();
    match unique_max(&columns) {
        Some(i) if LEAST_EVENTS <= counts.n_events && columns.len() > 1 => {
            (cx.words.kinds_most)(cx.kind(counts.kinds[i].0), columns[i], counts.n_counted())
        }
        _ => cx.words.kinds_plain.to_owned(),
    }
}
