//! Regions by period as a matrix: the number in every cell, a dot for none, totals at both edges.

use super::aggregate::{Counts, Row};
use super::axis;
use super::canvas::{Area, Canvas, Ink, Plane};
use super::context::{Context, fitted, widest};
use super::period::{Slot, Unit};
use super::{Chart, Pick, Zone, finding, trend};
use crate::model::TimeSpan;
use crate::scale::clamp;
use crate::scene::{Paint, Scene};

/// Height of the periods' names, and of the years' above them.
const HEAD: (f64, f64) = (24.0, 16.0);
/// From one row to the next.
const ROW: f64 = 24.0;
/// Ground between two cells.
const GAP: f64 = 2.0;
/// The widest the names' column may be.
const MOST_NAME: f64 = 160.0;
/// The narrowest and the widest a period's column may be, the gap included.
const CELL: (f64, f64) = (34.0, 72.0);
/// Width of the totals' column.
const TOTAL: f64 = 44.0;

/// A column of the matrix.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Earlier,
    Period(usize),
    YearOnly,
}

impl Column {
    fn slot(self) -> Slot {
        match self {
            Self::Earlier => Slot::Earlier,
            Self::Period(i) => Slot::At(i),
            Self::YearOnly => Slot::YearOnly,
        }
    }

    fn count(self, row: &Row) -> usize {
        match self {
            Self::Earlier => row.earlier,
            Self::Period(i) => row.cells[i],
            Self::YearOnly => row.year_only,
        }
    }
}

/// The step of the heat ramp for a count, 0 for none: 1, 2, 3–4, 5–6, 7 and more.
fn heat_step(n: usize) -> u8 {
    match n {
        0 => 0,
        1 => 1,
        2 => 2,
        3 | 4 => 3,
        5 | 6 => 4,
        _ => 5,
    }
}

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let counts = cx.counts();
    if counts.n_events == 0 {
        return None;
    }
    let mut columns = Vec::new();
    columns.extend((counts.n_earlier > 0).then_some(Column::Earlier));
    columns.extend((0..counts.periods.count()).map(Column::Period));
    columns.extend((counts.n_year_only > 0).then_some(Column::YearOnly));
    let matrix = Matrix::new(cx, &counts, columns);
    let mut scene = Scene::new(matrix.width, matrix.base() + ROW);
    let mut canvas = Canvas::new(&mut scene);
    let mut zones = Vec::new();
    let area = Area {
        x: matrix.left,
        y: matrix.top,
        w: matrix.cell * matrix.columns.len() as f64,
        h: ROW * counts.rows.len() as f64,
    };
    let plane = canvas.plane(area, 0.0..matrix.columns.len() as f64, counts.rows.len() as f64..0.0);
    matrix.heads(&mut canvas, &plane, &mut zones);
    for (i, row) in counts.rows.iter().enumerate() {
        matrix.row(&mut canvas, &plane, (i, row), &mut zones);
    }
    matrix.totals(&mut canvas, &plane);
    let gutter = if matrix.width > cx.request.width { matrix.left } else { 0.0 };
    drop((canvas, plane));
    let rule = [(cx.words.heat_rule)(counts.periods.unit)].into_iter().chain(cx.reconciliation(&counts, true));
    let (rule, headline) = (cx.rule(rule), finding::heat(cx, &counts));
    Some(Chart { headline, rule, scene, gutter, zones, table: trend::table(cx, &counts) })
}

/// Measured columns and rows.
struct Matrix<'a> {
    cx: Context<'a>,
    counts: &'a Counts,
    columns: Vec<Column>,
    /// The columns' names.
    heads: Vec<String>,
    /// Top of the first row.
    top: f64,
    /// Width of the names' column.
    left: f64,
    /// From one column to the next.
    cell: f64,
    /// Of the whole drawing.
    width: f64,
}

impl<'a> Matrix<'a> {
    fn new(cx: Context<'a>, counts: &'a Counts, columns: Vec<Column>) -> Self {
        let mut scratch = Scene::new(1.0, 1.0);
        let canvas = Canvas::new(&mut scratch);
        let names = counts.rows.iter().map(|row| fitted(&canvas, cx.region(row.region), Ink::NAME, MOST_NAME));
        let names: Vec<String> = names.collect();
        // On a narrow page the names give way first: what follows them is scrolled.
        let most = if cx.request.width < 520.0 { 126.0 } else { 136.0 };
        let left = (widest(&canvas, names.iter().map(String::as_str), Ink::NAME) + 12.0).min(most);
        let heads = |year: fn(Context, i32) -> String| -> Vec<String> {
            let head = |column: &Column| match *column {
                Column::Earlier => cx.words.earlier.to_owned(),
                Column::YearOnly => cx.words.year_only[1].to_owned(),
                Column::Period(i) if counts.periods.unit == Unit::Year => year(cx, counts.periods.start(i).ymd().0),
                Column::Period(i) => (cx.words.period_tick)(counts.periods.unit, counts.periods.start(i)),
            };
            columns.iter().map(head).collect()
        };
        let n = columns.len() as f64;
        let room = ((cx.request.width - left - TOTAL) / n).floor();
        let needed =
            |heads: &[String]| (widest(&canvas, heads.iter().map(String::as_str), Ink::NOTE) + 6.0).max(CELL.0);
        let mut names = heads(|cx, year| (cx.words.year_tick)(year));
        if room < needed(&names) {
            names = heads(|_, year| year.to_string());
        }
        let least = needed(&names);
        let cell = clamp(room, least, CELL.1.max(least));
        let width = (left + cell * n + TOTAL).max(cx.request.width);
        let top = HEAD.0 + if counts.periods.unit.is_within_a_year() { HEAD.1 } else { 0.0 };
        Self { cx, counts, columns, heads: names, top, left, cell, width }
    }

    /// Top of the row of totals.
    fn base(&self) -> f64 {
        self.top + ROW * self.counts.rows.len() as f64 + 4.0
    }

    /// Right end of the totals: beside the last column where few columns leave room.
    fn right(&self) -> f64 {
        self.left + self.cell * self.columns.len() as f64 + TOTAL - 8.0
    }

    fn heads(&self, canvas: &mut Canvas, plane: &Plane, zones: &mut Vec<Zone>) {
        let (cx, periods) = (self.cx, &self.counts.periods);
        for (place, column) in self.columns.iter().enumerate() {
            let x = plane.at(place as f64 + 0.5, 0.0).0 - GAP / 2.0;
            canvas.text(x, self.top - 8.0, &self.heads[place], Ink::NOTE.middle());
            match *column {
                Column::Earlier => {}
                Column::YearOnly => canvas.text(x, self.top - 24.0, cx.words.year_only[0], Ink::NOTE.middle()),
                Column::Period(i) => {
                    let name = (cx.words.period_name)(periods.unit, periods.start(i));
                    let value = (cx.words.events_counted)(self.counts.events[i], self.counts.column(i));
                    let pick = Pick { span: Some(cx.days_in_view(periods.spans[i])), ..Pick::default() };
                    let area = Area { x: plane.at(place as f64, 0.0).0, y: self.top - ROW, w: self.cell - GAP, h: ROW };
                    zones.push(cx.zone(area, &[&name], &value, pick, self.counts.events_at(Slot::At(i))));
                }
            }
        }
        canvas.text(self.right(), self.top - 8.0, cx.words.all, Ink::NOTE.end());
        if periods.unit.is_within_a_year() {
            let first = usize::from(self.columns[0] == Column::Earlier);
            for i in axis::years(periods) {
                let x = plane.at((i + first) as f64, 0.0).0 + 2.0;
                canvas.try_text(x, self.top - 25.0, &(cx.words.year_tick)(periods.start(i).ymd().0), Ink::YEAR, 5.0);
            }
        }
    }

    fn row(&self, canvas: &mut Canvas, plane: &Plane, (i, row): (usize, &Row), zones: &mut Vec<Zone>) {
        let (cx, y) = (self.cx, i as f64);
        let middle = plane.at(0.0, y + 0.5).1 - GAP / 2.0;
        let name = cx.region(row.region);
        canvas.text(0.0, middle + 4.5, &fitted(canvas, name, Ink::NAME, self.left - 8.0), Ink::NAME);
        canvas.text(self.right(), middle + 4.5, &row.total().to_string(), Ink::VALUE.end());
        let pick = Pick { region: Some(row.region), ..Pick::default() };
        let area = Area { x: 0.0, y: plane.at(0.0, y).1, w: self.left - 4.0, h: ROW - GAP };
        zones.push(cx.zone(area, &[name], &(cx.words.events)(row.total()), pick, row.all_events()));
        for (place, column) in self.columns.iter().enumerate() {
            let (x, n) = (place as f64, column.count(row));
            if n == 0 {
                // Half a gap to the left and up: in the middle of the cell that is not drawn.
                plane.dot(x + 0.5 - GAP / 2.0 / self.cell, y + 0.5 - GAP / 2.0 / ROW, Paint::Ink3);
                continue;
            }
            let step = heat_step(n);
            plane.bar(x..x + 1.0, y..y + 1.0, Paint::Heat(step), [0.0, GAP, 0.0, GAP]);
            let (left, top) = plane.at(x, y);
            let area = Area { x: left, y: top, w: self.cell - GAP, h: ROW - GAP };
            let ink = Ink { paint: Paint::HeatInk(step), ..Ink::LABEL };
            canvas.text(area.x + area.w / 2.0, middle + 4.5, &n.to_string(), ink.middle());
            let (when, span) = self.when(*column);
            let pick = Pick { region: Some(row.region), span, ..Pick::default() };
            zones.push(cx.zone(area, &[name, &when], &(cx.words.events)(n), pick, row.events_at(column.slot())));
        }
    }

    /// A column in words, and the days that choosing one of its cells asks for.
    fn when(&self, column: Column) -> (String, Option<TimeSpan>) {
        let (cx, periods) = (self.cx, &self.counts.periods);
        match column {
            Column::Earlier => (cx.words.earlier.to_owned(), None),
            Column::YearOnly => ((cx.words.join_lines)(cx.words.year_only), None),
            Column::Period(i) => {
                ((cx.words.period_name)(periods.unit, periods.start(i)), Some(cx.days_in_view(periods.spans[i])))
            }
        }
    }

    fn totals(&self, canvas: &mut Canvas, plane: &Plane) {
        let y = self.base();
        canvas.rule(0.0..self.right() + 8.0, y - 2.0, Paint::Rule2);
        canvas.text(0.0, y + 15.0, self.cx.words.all, Ink::NAME);
        for (place, column) in self.columns.iter().enumerate() {
            let sum: usize = self.counts.rows.iter().map(|row| column.count(row)).sum();
            let x = plane.at(place as f64 + 0.5, 0.0).0 - GAP / 2.0;
            canvas.text(x, y + 15.0, &sum.to_string(), Ink::VALUE.middle());
        }
        canvas.text(self.right(), y + 15.0, &self.counts.n_counted().to_string(), Ink::VALUE.end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_fall_into_the_five_steps_of_the_ramp() {
        let steps: Vec<u8> = [0, 1, 2, 3, 4, 5, 6, 7, 40].map(heat_step).to_vec();
        assert_eq!(steps, [0, 1, 2, 3, 3, 4, 4, 5, 5]);
    }
}
