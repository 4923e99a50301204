//! Events per period, stacked by region in lane order, with a key that leads from the tallest bar.

use super::aggregate::{Counts, Row};
use super::axis;
use super::canvas::{Area, Canvas, Ink, Plane};
use super::context::{Context, fitted, widest};
use super::period::Slot;
use super::{Chart, DataTable, Pick, Zone, finding};
use crate::scale::clamp;
use crate::scene::{Paint, Scene};

/// Below this many px the key goes under the plot.
const LEAST_WIDTH_FOR_KEY_AT_RIGHT: f64 = 520.0;
/// Left of the plot, for the axis.
const LEFT: f64 = 28.0;
/// Above the plot, for the total of the tallest bar.
const TOP: f64 = 18.0;
/// Height of the plot, the key at its right included.
const PLOT: f64 = 206.0;
/// The least distance of two entries of the key.
const LEAST_KEY_STEP: f64 = 17.0;
/// The widest a name of the key may be.
const MOST_NAME: f64 = 150.0;
/// Edge of a swatch.
const SWATCH: f64 = 10.0;
/// Leaders run behind at most this many bars.
const MOST_BARS_BEHIND: usize = 3;

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let all = cx.counts();
    let counts = all.placed_only();
    if counts.rows.is_empty() {
        return None;
    }
    let key = Key::new(cx, &counts);
    let below = axis::room_below(&counts.periods);
    let plot_height = if key.is_at_right { PLOT.max(key.step * (counts.rows.len() - 1) as f64 + 12.0) } else { PLOT };
    let mut scene = Scene::new(cx.request.width, TOP + plot_height + below + key.height_below());
    let mut canvas = Canvas::new(&mut scene);
    let right = if key.is_at_right { cx.request.width - key.width } else { cx.request.width };
    let area = Area { x: LEFT, y: TOP, w: right - LEFT, h: plot_height };
    let peak = cx.peak(counts.max_column());
    let plane = canvas.plane(area, 0.0..counts.periods.count() as f64, 0.0..peak as f64);
    axis::counts(&mut canvas, &plane, LEFT..right, peak, axis::step(peak, 3, axis::ROUND));
    let mut zones = Vec::new();
    if key.is_at_right {
        leaders(&canvas, &plane, &counts, &key, right);
    }
    bars(&mut canvas, &plane, cx, &counts, &mut zones);
    axis::periods(&mut canvas, &plane, cx, &counts.periods, TOP + plot_height);
    key.draw(&mut canvas, cx, &counts, (right, TOP + plot_height + below), &mut zones);
    drop((canvas, plane));
    let rule = [(cx.words.trend_rule)(counts.periods.unit)].into_iter().chain(cx.reconciliation(&counts, false));
    let (rule, headline) = (cx.rule(rule), finding::trend(cx, &counts));
    Some(Chart { headline, rule, scene, gutter: 0.0, zones, table: table(cx, &all) })
}

/// px that bars leave free at each side of their period.
fn side(plane: &Plane) -> f64 {
    ((plane.at(1.0, 0.0).0 - plane.at(0.0, 0.0).0) * 0.2).min(6.0)
}

fn bars(canvas: &mut Canvas, plane: &Plane, cx: Context, counts: &Counts, zones: &mut Vec<Zone>) {
    let side = side(plane);
    let peak = (0..counts.periods.count()).rev().max_by_key(|i| counts.column(*i)).unwrap_or(0);
    for i in 0..counts.periods.count() {
        let (x, total) = (i as f64, counts.column(i));
        let name = (cx.words.period_name)(counts.periods.unit, counts.periods.start(i));
        let span = Some(cx.days_in_view(counts.periods.spans[i]));
        let mut stacked = total;
        for row in counts.rows.iter().filter(|row| row.cells[i] > 0) {
            let n = row.cells[i];
            let (low, high) = ((stacked - n) as f64, stacked as f64);
            // A pixel of ground parts a segment from the one above it.
            let gap = if stacked < total { 1.0 } else { 0.0 };
            plane.bar(x..x + 1.0, low..high, Paint::Region(row.region), [gap, 0.0, side, side]);
            let ((left, top), (right, bottom)) = (plane.at(x, high), plane.at(x + 1.0, low));
            let area = Area { x: left + side, y: top, w: right - left - 2.0 * side, h: bottom - top };
            let pick = Pick { region: Some(row.region), span, ..Pick::default() };
            zones.push(cx.zone(
                area,
                &[cx.region(row.region), &name],
                &(cx.words.events)(n),
                pick,
                row.events_at(Slot::At(i)),
            ));
            stacked -= n;
        }
        if total > 0 {
            let (left, top) = plane.at(x, total as f64);
            let w = plane.at(x + 1.0, 0.0).0 - left;
            let value = (cx.words.events_counted)(counts.events[i], total);
            let area = Area { x: left, y: top - TOP, w, h: TOP };
            zones.push(cx.zone(
                area,
                &[&name],
                &value,
                Pick { span, ..Pick::default() },
                counts.events_at(Slot::At(i)),
            ));
        }
    }
    // The tallest bar is labelled first: where totals are too dense, it keeps its own.
    for i in std::iter::once(peak).chain((0..counts.periods.count()).filter(|i| *i != peak)) {
        let total = counts.column(i);
        if total > 0 {
            let (x, y) = plane.at(i as f64 + 0.5, total as f64);
            let ink = Ink { halo: true, ..if i == peak { Ink::VALUE } else { Ink::LABEL } };
            canvas.try_text(x, y - 6.0, &total.to_string(), ink.middle(), 2.0);
        }
    }
}

fn leaders(canvas: &Canvas, plane: &Plane, counts: &Counts, key: &Key, right: f64) {
    let n = counts.periods.count();
    let tallest = (0..n).max_by_key(|i| counts.column(*i)).unwrap_or(0);
    // Bars that are not low would hide the leaders, and their totals stand on them.
    let is_low = |i: usize| 2 * counts.column(i) <= counts.column(tallest);
    if MOST_BARS_BEHIND < n - 1 - tallest || !(tallest + 1..n).all(is_low) {
        return;
    }
    let from = plane.at(tallest as f64 + 1.0, 0.0).0 - side(plane) + 3.0;
    let to = right + key.gap - 10.0;
    let mut stacked = counts.column(tallest) as f64;
    for (i, row) in counts.rows.iter().enumerate().filter(|(_, row)| row.cells[tallest] > 0) {
        let n = row.cells[tallest] as f64;
        let y = plane.at(0.0, stacked - n / 2.0).1;
        stacked -= n;
        let entry = TOP + 4.0 + key.step * i as f64;
        canvas.path(&[(from, y), (from + 6.0, y), (to, entry), (to + 6.0, entry)], Paint::Region(row.region), 0.6);
    }
}

/// The key: one entry a region, in stack order.
struct Key {
    is_at_right: bool,
    /// Width of the whole key, or of one of its columns.
    width: f64,
    /// px between the plot and the swatches.
    gap: f64,
    /// px from one entry to the next.
    step: f64,
    n_columns: usize,
    n_rows: usize,
}

impl Key {
    fn new(cx: Context, counts: &Counts) -> Self {
        let mut scratch = Scene::new(1.0, 1.0);
        let canvas = Canvas::new(&mut scratch);
        let names = widest(&canvas, counts.rows.iter().map(|row| cx.region(row.region)), Ink::LABEL).min(MOST_NAME);
        let totals: Vec<String> = counts.rows.iter().map(|row| row.placed().to_string()).collect();
        let entry = SWATCH + 6.0 + names + 12.0 + widest(&canvas, totals.iter().map(String::as_str), Ink::NOTE);
        let (n, is_at_right) = (counts.rows.len(), LEAST_WIDTH_FOR_KEY_AT_RIGHT <= cx.request.width);
        if is_at_right {
            let gap = 24.0;
            let even = (PLOT - 12.0) / (n.max(2) - 1) as f64;
            let step = clamp(even, LEAST_KEY_STEP, 24.0);
            return Self { is_at_right, width: gap + entry, gap, step, n_columns: 1, n_rows: n };
        }
        let n_columns = (((cx.request.width + 24.0) / (entry + 24.0)) as usize).clamp(2, 3);
        let width = (cx.request.width - 24.0 * (n_columns - 1) as f64) / n_columns as f64;
        Self { is_at_right, width, gap: 24.0, step: 24.0, n_columns, n_rows: n.div_ceil(n_columns) }
    }

    fn height_below(&self) -> f64 {
        if self.is_at_right { 0.0 } else { 12.0 + self.step * self.n_rows as f64 }
    }

    /// Left edge, middle and width of an entry, the plot ending at `(right, bottom)`.
    fn entry(&self, i: usize, (right, bottom): (f64, f64)) -> (f64, f64, f64) {
        if self.is_at_right {
            return (right + self.gap, TOP + 4.0 + self.step * i as f64, self.width - self.gap);
        }
        debug_assert!(i / self.n_rows < self.n_columns);
        let x = (self.width + self.gap) * (i / self.n_rows) as f64;
        (x, bottom + 18.0 + self.step * (i % self.n_rows) as f64, self.width)
    }

    fn draw(&self, canvas: &mut Canvas, cx: Context, counts: &Counts, at: (f64, f64), zones: &mut Vec<Zone>) {
        for (i, row) in counts.rows.iter().enumerate() {
            let (x, y, w) = self.entry(i, at);
            canvas.rect(Area { x, y: y - SWATCH / 2.0, w: SWATCH, h: SWATCH }, Paint::Region(row.region));
            let total = row.placed().to_string();
            let room = w - SWATCH - 6.0 - 8.0 - canvas.text_width(&total, Ink::NOTE);
            let name = fitted(canvas, cx.region(row.region), Ink::LABEL, room);
            canvas.text(x + SWATCH + 6.0, y + 4.0, &name, Ink::LABEL);
            canvas.text(x + w, y + 4.0, &total, Ink::NOTE.end());
            let area = Area { x: x - 4.0, y: y - self.step / 2.0, w: w + 4.0, h: self.step };
            let pick = Pick { region: Some(row.region), ..Pick::default() };
            zones.push(cx.zone(
                area,
                &[cx.region(row.region)],
                &(cx.words.events)(row.placed()),
                pick,
                row.placed_events(),
            ));
        }
    }
}

/// Regions by period, totals at both edges, and the events of each period counted once where that differs.
pub fn table(cx: Context, counts: &Counts) -> DataTable {
    let words = cx.words;
    let unit = counts.periods.unit;
    let has_earlier = counts.n_earlier > 0;
    let has_year_only = counts.n_year_only > 0;
    let line = |name: &str, earlier: usize, cells: &mut dyn Iterator<Item = usize>, year_only: usize, total: usize| {
        let mut line = vec![name.to_owned()];
        line.extend(has_earlier.then(|| earlier.to_string()));
        line.extend(cells.map(|n| n.to_string()));
        line.extend(has_year_only.then(|| year_only.to_string()));
        line.push(total.to_string());
        line
    };
    let mut head = vec![words.region.to_owned()];
    head.extend(has_earlier.then(|| words.earlier.to_owned()));
    head.extend((0..counts.periods.count()).map(|i| (words.period_head)(unit, counts.periods.start(i))));
    head.extend(has_year_only.then(|| (words.join_lines)(words.year_only)));
    head.push(words.all.to_owned());
    let row = |r: &Row| line(cx.region(r.region), r.earlier, &mut r.cells.iter().copied(), r.year_only, r.total());
    let mut rows: Vec<Vec<String>> = counts.rows.iter().map(row).collect();
    let sum = |part: fn(&Row) -> usize| counts.rows.iter().map(part).sum();
    let columns = &mut (0..counts.periods.count()).map(|i| counts.column(i));
    rows.push(line(words.all, sum(|r| r.earlier), columns, sum(|r| r.year_only), counts.n_counted()));
    if counts.n_repeated > 0 {
        let once = &mut counts.events.iter().copied();
        rows.push(line(words.each_once, counts.n_earlier, once, counts.n_year_only, counts.n_events));
    }
    DataTable { head, rows }
}
