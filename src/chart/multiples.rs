//! One panel a region, all on one scale: the busiest period's value on its bar, the total beside the name.

use super::aggregate::{Counts, Row};
use super::axis;
use super::canvas::{Area, Canvas, Ink, Plane};
use super::context::{Context, fitted, widest};
use super::period::Slot;
use super::{Chart, Pick, Zone, finding, trend};
use crate::scene::{Paint, Scene};

/// Between two panels, for the scale of the first.
const GAP: f64 = 32.0;
/// Height of a panel, the room under it included.
const PANEL: f64 = 116.0;
/// Base line of a panel's bars.
const BASE: f64 = 86.0;
/// Height of the tallest bar.
const BARS: f64 = 52.0;
/// From one line of the note to the next.
const NOTE_LINE: f64 = 17.0;

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let all = cx.counts();
    let counts = all.placed_only();
    if counts.rows.is_empty() {
        return None;
    }
    let n_columns = match cx.request.width {
        w if w >= 1000.0 => 6,
        w if w >= 560.0 => 3,
        _ => 2,
    };
    let width = ((cx.request.width - GAP * (n_columns - 1) as f64) / n_columns as f64).floor();
    let pitch = width + GAP;
    let n_rows = counts.rows.len().div_ceil(n_columns);
    let mut scene = Scene::new(cx.request.width, PANEL * n_rows as f64 - 8.0);
    let mut canvas = Canvas::new(&mut scene);
    let mut zones = Vec::new();
    for (i, row) in counts.rows.iter().enumerate() {
        let corner = ((i % n_columns) as f64 * pitch, (i / n_columns) as f64 * PANEL);
        Panel { cx, counts: &counts, row, corner, width, has_scale: i % n_columns == 0 }.draw(&mut canvas, &mut zones);
    }
    let n_last = counts.rows.len() % n_columns;
    if n_last > 0 {
        note(&mut canvas, cx, &counts, (n_last as f64 * pitch, (n_rows - 1) as f64 * PANEL), width);
    }
    drop(canvas);
    let rule = [(cx.words.multiples_rule)(counts.periods.unit)].into_iter().chain(cx.reconciliation(&counts, false));
    let (rule, headline) = (cx.rule(rule), finding::multiples(cx, &counts));
    Some(Chart { headline, rule, scene, gutter: 0.0, zones, table: trend::table(cx, &all) })
}

/// Says in the first free panel how to read the others, where there is one that is wide enough.
fn note(canvas: &mut Canvas, cx: Context, counts: &Counts, (x, y): (f64, f64), width: f64) {
    let lines = (cx.words.multiples_note)(counts.periods.unit);
    if widest(canvas, lines.iter().map(String::as_str), Ink::NOTE) <= width {
        for (i, line) in lines.iter().enumerate() {
            canvas.text(x, y + 34.0 + i as f64 * NOTE_LINE, line, Ink::NOTE);
        }
    }
}

/// One region's panel.
struct Panel<'a> {
    cx: Context<'a>,
    counts: &'a Counts,
    row: &'a Row,
    corner: (f64, f64),
    width: f64,
    has_scale: bool,
}

impl Panel<'_> {
    fn draw(&self, canvas: &mut Canvas, zones: &mut Vec<Zone>) {
        let (x, y) = self.corner;
        let peak = self.cx.peak(self.counts.max_cell());
        let area = Area { x, y: y + BASE - BARS, w: self.width, h: BARS };
        let plane = canvas.plane(area, 0.0..self.counts.periods.count() as f64, 0.0..peak as f64);
        self.name(canvas, zones);
        let step = axis::step(peak, 2, axis::ROUND_SMALL);
        for count in (step..=peak).step_by(step) {
            let line = plane.at(0.0, count as f64).1;
            canvas.rule(x..x + self.width, line, Paint::Rule1);
            if self.has_scale {
                canvas.text(x + self.width + 5.0, line + 4.0, &count.to_string(), Ink::NOTE);
            }
        }
        self.bars(canvas, &plane, zones);
        canvas.rule(x..x + self.width, y + BASE, Paint::Ink1);
        self.periods(canvas, &plane);
    }

    fn name(&self, canvas: &mut Canvas, zones: &mut Vec<Zone>) {
        let (x, y) = self.corner;
        let total = self.row.placed().to_string();
        let room = self.width - 7.0 - canvas.text_width(&total, Ink::NOTE);
        let name = fitted(canvas, self.cx.region(self.row.region), Ink::NAME, room);
        let width = canvas.text_width(&name, Ink::NAME);
        canvas.text(x, y + 13.0, &name, Ink::NAME);
        canvas.text(x + width + 7.0, y + 13.0, &total, Ink::NOTE);
        let pick = Pick { region: Some(self.row.region), ..Pick::default() };
        let area = Area { x, y, w: self.width, h: 18.0 };
        let value = (self.cx.words.events)(self.row.placed());
        zones.push(self.cx.zone(area, &[self.cx.region(self.row.region)], &value, pick, self.row.placed_events()));
    }

    fn bars(&self, canvas: &mut Canvas, plane: &Plane, zones: &mut Vec<Zone>) {
        let (cx, periods) = (self.cx, &self.counts.periods);
        let side = if self.width / periods.count() as f64 > 6.0 { 1.0 } else { 0.0 };
        for (i, n) in self.row.cells.iter().copied().enumerate().filter(|(_, n)| *n > 0) {
            let place = i as f64;
            plane.bar(place..place + 1.0, 0.0..n as f64, Paint::Region(self.row.region), [0.0, 0.0, side, side]);
            let ((left, base), right) = (plane.at(place, 0.0), plane.at(place + 1.0, 0.0).0);
            // The whole column above the bar answers, so that a bar of one event can be met.
            let area = Area { x: left, y: base - BARS - 14.0, w: right - left, h: BARS + 14.0 };
            let name = (cx.words.period_name)(periods.unit, periods.start(i));
            let span = Some(cx.days_in_view(periods.spans[i]));
            let pick = Pick { region: Some(self.row.region), span, ..Pick::default() };
            zones.push(cx.zone(
                area,
                &[cx.region(self.row.region), &name],
                &(cx.words.events)(n),
                pick,
                self.row.events_at(Slot::At(i)),
            ));
        }
        let busiest = (0..periods.count()).rev().max_by_key(|i| self.row.cells[*i]).unwrap_or(0);
        let n = self.row.cells[busiest];
        if n > 0 {
            let (x, top) = plane.at(busiest as f64 + 0.5, n as f64);
            let ink = Ink { halo: true, ..Ink::LABEL };
            canvas.try_text(x, top - 4.0, &n.to_string(), ink.middle(), 1.0);
        }
    }

    /// Years or decades at their first bar, as many as fit.
    fn periods(&self, canvas: &mut Canvas, plane: &Plane) {
        let (cx, periods) = (self.cx, &self.counts.periods);
        let base = self.corner.1 + BASE;
        let names: Vec<(usize, String)> = if periods.unit.is_within_a_year() {
            let name = |i: usize| (i, (cx.words.year_tick_short)(periods.start(i).ymd().0));
            axis::years(periods).into_iter().map(name).collect()
        } else {
            axis::names(canvas, cx, periods, self.width / periods.count() as f64)
        };
        for (i, name) in names {
            let x = plane.at(i as f64, 0.0).0;
            let fits = x + 1.0 + canvas.text_width(&name, Ink::NOTE) <= self.corner.0 + self.width;
            if fits && canvas.try_text(x + 1.0, base + 16.0, &name, Ink::NOTE, 4.0) {
                canvas.path(&[(x, base), (x, base + 4.0)], Paint::Rule2, 1.0);
            }
        }
    }
}
