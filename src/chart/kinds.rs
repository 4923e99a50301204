//! A unit chart: one glyph an event, or so many events where there are more than a cell holds; regions by kinds, six to a line, families of kinds parted by a rule.

use super::aggregate::KindCounts;
use super::canvas::{Area, Canvas, Ink};
use super::context::{Context, fitted, widest};
use super::{Chart, DataTable, Pick, Zone, finding};
use crate::i18n::Tally;
use crate::model::RegionId;
use crate::scale::clamp;
use crate::scene::{Glyph, Paint, Scene};

/// Height of the kinds' glyphs and names.
const TOP: f64 = 44.0;
/// The least height of a row.
const ROW: f64 = 22.0;
/// Glyphs on a line of a cell.
const PER_LINE: usize = 6;
/// The most glyphs of a cell: beyond them a glyph stands for several events.
const MOST_GLYPHS: usize = 48;
/// The most glyphs of a cell where one stands for several: nobody counts them then, and three lines show the share.
const MOST_SHARES: usize = 3 * PER_LINE;
/// How many events a glyph may stand for, in powers of ten.
const UNITS: [usize; 3] = [1, 2, 5];
/// From one glyph to the next, and from one line of them to the next.
const PITCH: (f64, f64) = (11.5, 10.5);
/// Edge of a glyph in a cell, and in a head.
const GLYPH: (f64, f64) = (9.0, 12.0);
/// Clear px at the right of a column.
const COLUMN_GAP: f64 = 10.0;
/// The widest a column is spread.
const MOST_COLUMN: f64 = 150.0;
/// The widest the names' column may be.
const NAMES: f64 = 136.0;
/// The names' column on narrow pages: what follows it is scrolled.
const NARROW_NAMES: f64 = 126.0;
/// Width of the totals' column.
const TOTAL: f64 = 34.0;

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let counts = KindCounts::of(cx.request);
    if counts.n_events == 0 {
        return None;
    }
    let grid = Grid::new(cx, &counts);
    let mut scene = Scene::new(grid.width, grid.base() + 24.0);
    let mut canvas = Canvas::new(&mut scene);
    let mut zones = Vec::new();
    grid.heads(&mut canvas, &mut zones);
    for i in 0..counts.rows.len() {
        grid.row(&mut canvas, i, &mut zones);
    }
    grid.totals(&mut canvas);
    let gutter = if grid.width > cx.request.width { grid.left } else { 0.0 };
    drop(canvas);
    let (n_events, n_repeated) = (counts.n_events, counts.n_repeated);
    let tally = Tally { n_events, n_counted: counts.n_counted(), n_repeated, others_left_out: false };
    let unit = unit(fullest(&counts));
    let each = if unit > 1 { (cx.words.kinds_unit)(unit) } else { cx.words.kinds_rule.to_owned() };
    let rule = cx.rule([each, cx.repeated(tally)]);
    let (headline, table) = (finding::kinds(cx, &counts), table(cx, &counts));
    Some(Chart { headline, rule, scene, gutter, zones, table })
}

/// How many events a glyph stands for where the fullest cell has so many: one, as long as that many glyphs fit.
fn unit(most: usize) -> usize {
    if most <= MOST_GLYPHS {
        return 1;
    }
    let powers = std::iter::successors(Some(1_usize), |power| power.checked_mul(10));
    let mut units = powers.flat_map(|power| UNITS.map(|unit| unit.saturating_mul(power)));
    units.find(|unit| most.div_ceil(*unit) <= MOST_SHARES).unwrap_or(1)
}

/// The events of the fullest cell.
fn fullest(counts: &KindCounts) -> usize {
    counts.rows.iter().flat_map(|(_, cells)| cells).copied().max().unwrap_or(0)
}

/// Measured columns and rows.
struct Grid<'a> {
    cx: Context<'a>,
    counts: &'a KindCounts,
    /// How many events a glyph stands for.
    unit: usize,
    /// Width of the names' column.
    left: f64,
    /// Left edge of each column, and the right edge of the last.
    columns: Vec<f64>,
    /// Top of each row, and the bottom of the last.
    rows: Vec<f64>,
    /// Right end of the totals: beside the last column where few columns leave much room.
    right: f64,
    /// Of the whole drawing.
    width: f64,
}

impl<'a> Grid<'a> {
    fn new(cx: Context<'a>, counts: &'a KindCounts) -> Self {
        let mut scratch = Scene::new(1.0, 1.0);
        let canvas = Canvas::new(&mut scratch);
        let most = if cx.request.width < 520.0 { NARROW_NAMES } else { NAMES };
        let names = counts.rows.iter().map(|(region, _)| cx.region(*region));
        let left = (widest(&canvas, names, Ink::NAME) + 12.0).min(most);
        let unit = unit(fullest(counts));
        let mut needed = Vec::with_capacity(counts.kinds.len());
        for (i, (kind, _)) in counts.kinds.iter().enumerate() {
            let n = counts.rows.iter().map(|(_, cells)| cells[i]).max().unwrap_or(0);
            let count = if n > 1 { canvas.text_width(&n.to_string(), Ink::NOTE) + 3.0 } else { 0.0 };
            let glyphs = n.div_ceil(unit).min(PER_LINE) as f64 * PITCH.0 + count;
            needed.push(glyphs.max(canvas.text_width(cx.kind(*kind), Ink::LABEL)) + COLUMN_GAP);
        }
        let room = cx.request.width - left - TOTAL;
        let even = (room / needed.len() as f64).min(MOST_COLUMN);
        let is_even = needed.iter().all(|width| *width <= even);
        let spare = clamp((room - needed.iter().sum::<f64>()) / needed.len() as f64, 0.0, MOST_COLUMN);
        let mut columns = vec![left];
        for width in &needed {
            let width = if is_even { even } else { width + spare };
            columns.push((columns[columns.len() - 1] + width).floor());
        }
        let mut rows = vec![TOP];
        for (_, cells) in &counts.rows {
            let n_lines = cells.iter().map(|n| n.div_ceil(unit).div_ceil(PER_LINE)).max().unwrap_or(1) as f64;
            rows.push(rows[rows.len() - 1] + ROW.max(n_lines * PITCH.1 + 3.0).ceil());
        }
        let needed = columns[columns.len() - 1] + TOTAL;
        let width = needed.max(cx.request.width);
        // What rounding to whole pixels left over is given to the last column.
        let right = if width - needed < MOST_COLUMN / 2.0 { width } else { needed };
        Self { cx, counts, unit, left, columns, rows, right, width }
    }

    /// Top of the row of totals.
    fn base(&self) -> f64 {
        self.rows[self.counts.rows.len()]
    }

    fn heads(&self, canvas: &mut Canvas, zones: &mut Vec<Zone>) {
        for (i, (kind, glyph)) in self.counts.kinds.iter().enumerate() {
            let x = self.columns[i];
            let begins_family = i > 0 && self.counts.kinds[i - 1].1.family() != glyph.family();
            if begins_family {
                canvas.path(&[(x - 8.0, 4.0), (x - 8.0, self.base() + 22.0)], Paint::Rule2, 1.0);
            }
            canvas.glyph(*glyph, (x + GLYPH.1 / 2.0, 8.0), GLYPH.1, Paint::Ink1);
            let name = self.cx.kind(*kind);
            canvas.text(x, 31.0, name, Ink::LABEL);
            let pick = Pick { kind: Some(*kind), ..Pick::default() };
            let area = Area { x, y: 0.0, w: self.columns[i + 1] - x - COLUMN_GAP, h: TOP - 6.0 };
            zones.push(self.cx.zone(
                area,
                &[name],
                &(self.cx.words.events)(self.counts.column(i)),
                pick,
                self.counts.events_of_kind(*kind),
            ));
        }
    }

    fn row(&self, canvas: &mut Canvas, i: usize, zones: &mut Vec<Zone>) {
        let (region, cells) = &self.counts.rows[i];
        let (top, bottom) = (self.rows[i], self.rows[i + 1]);
        let baseline = ((top + bottom) / 2.0).floor() + 1.0;
        canvas.rule(0.0..self.right, top - 5.0, Paint::Rule1);
        let name = self.cx.region(*region);
        canvas.text(0.0, baseline, &fitted(canvas, name, Ink::NAME, self.left - 8.0), Ink::NAME);
        let total: usize = cells.iter().sum();
        canvas.text(self.right, baseline, &total.to_string(), Ink::VALUE.end());
        let pick = Pick { region: Some(*region), ..Pick::default() };
        let area = Area { x: 0.0, y: top - 4.0, w: self.left - 4.0, h: bottom - top };
        zones.push(self.cx.zone(area, &[name], &(self.cx.words.events)(total), pick, self.counts.events_of(i, None)));
        for (place, n) in cells.iter().copied().enumerate().filter(|(_, n)| *n > 0) {
            self.cell(canvas, (*region, place), n, (top, bottom));
            let kind = self.counts.kinds[place].0;
            let pick = Pick { region: Some(*region), kind: Some(kind), ..Pick::default() };
            let (x, right) = (self.columns[place], self.columns[place + 1]);
            let area = Area { x, y: top - 4.0, w: right - x - COLUMN_GAP, h: bottom - top };
            zones.push(self.cx.zone(
                area,
                &[name, self.cx.kind(kind)],
                &(self.cx.words.events)(n),
                pick,
                self.counts.events_of(i, Some(kind)),
            ));
        }
    }

    /// Glyphs on a plane that counts them: across on a line, and lines downwards.
    fn cell(&self, canvas: &mut Canvas, (region, place): (RegionId, usize), n: usize, rows: (f64, f64)) {
        let n_glyphs = n.div_ceil(self.unit);
        let n_lines = n_glyphs.div_ceil(PER_LINE) as f64;
        let middle = ((rows.0 + rows.1) / 2.0).floor() - 3.5;
        let (w, h) = (PITCH.0 * PER_LINE as f64, PITCH.1 * n_lines);
        let area = Area { x: self.columns[place] - 0.5, y: middle - h / 2.0, w, h };
        let plane = canvas.plane(area, 0.0..PER_LINE as f64, n_lines..0.0);
        let glyph: Glyph = self.counts.kinds[place].1;
        for i in 0..n_glyphs {
            let at = ((i % PER_LINE) as f64 + 0.5, (i / PER_LINE) as f64 + 0.5);
            plane.glyph(glyph, at, GLYPH.0, Paint::Region(region));
        }
        if n > 1 {
            let x = plane.at(n_glyphs.min(PER_LINE) as f64, 0.0).0 + 3.0;
            canvas.text(x, middle + 4.5, &n.to_string(), Ink::NOTE);
        }
    }

    fn totals(&self, canvas: &mut Canvas) {
        let y = self.base();
        canvas.rule(0.0..self.right, y - 4.0, Paint::Ink1);
        canvas.text(0.0, y + 13.0, self.cx.words.all, Ink::NAME);
        for i in 0..self.counts.kinds.len() {
            canvas.text(self.columns[i], y + 13.0, &self.counts.column(i).to_string(), Ink::VALUE);
        }
        canvas.text(self.right, y + 13.0, &self.counts.n_counted().to_string(), Ink::VALUE.end());
    }
}

fn table(cx: Context, counts: &KindCounts) -> DataTable {
    let mut head = vec![cx.words.region.to_owned()];
    head.extend(counts.kinds.iter().map(|(kind, _)| cx.kind(*kind).to_owned()));
    head.push(cx.words.all.to_owned());
    let line = |name: &str, cells: &mut dyn Iterator<Item = usize>, total: usize| {
        let mut line = vec![name.to_owned()];
        line.extend(cells.map(|n| n.to_string()));
        line.push(total.to_string());
        line
    };
    let row = |(region, cells): &(RegionId, Vec<usize>)| {
        line(cx.region(*region), &mut cells.iter().copied(), cells.iter().sum())
    };
    let mut rows: Vec<Vec<String>> = counts.rows.iter().map(row).collect();
    let columns = &mut (0..counts.kinds.len()).map(|i| counts.column(i));
    rows.push(line(cx.words.all, columns, counts.n_counted()));
    DataTable { head, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_is_one_event_until_a_cell_is_full() {
        for (n, expected) in [(0, 1), (1, 1), (48, 1), (49, 5), (96, 10), (97, 10), (480, 50), (2401, 200)] {
            assert_eq!(unit(n), expected, "{n}");
            assert!(n.div_ceil(unit(n)) <= MOST_GLYPHS, "{n}");
        }
    }
}
