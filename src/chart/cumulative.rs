//! Joint statements over time: a step for each, a square in its region's hue, the first, last and steepest named.

use super::axis;
use super::canvas::{Area, Canvas, Ink, Plane};
use super::context::Context;
use super::period::{Periods, Unit};
use super::statement::{Statements, hue, partner, states_stances};
use super::{Chart, DataTable, Pick, Zone};
use crate::i18n::{DateStyle, date_words};
use crate::model::{Event, EventId, Month, Precision, TimeSpan};
use crate::scene::{Glyph, Paint, Scene};

/// Height of the drawing.
const HEIGHT: f64 = 264.0;
/// The base line.
const BASE: f64 = 224.0;
/// Least room above the highest grid line.
const TOP: f64 = 18.0;
/// Least room above the last statement, for its name and date.
const ABOVE_LAST: f64 = 46.0;
/// Left of the plot, for the axis.
const LEFT: f64 = 26.0;
/// Right of the plot, for the last square.
const RIGHT: f64 = 8.0;
/// Edge of a glyph in a chart.
const GLYPH: f64 = 9.0;

/// The most glyphs of the line that are told apart.
const MOST_TOLD_APART: usize = 100;
/// The least statements that make a line.
const LEAST: usize = 2;
/// Below this many statements nothing is called a finding.
const LEAST_FOR_FINDING: usize = 5;
/// The least statements of a month that is called the steepest.
const LEAST_STEEP: usize = 3;
/// Mean days of a month.
const DAYS_PER_MONTH: f64 = 30.44;
/// The narrowest zone, px: months that are narrower are answered for by quarter, then by year.
const LEAST_ZONE: f64 = 10.0;

/// A statement at the day it stands on.
struct Step<'a> {
    id: EventId,
    event: &'a Event,
    day: f64,
}

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let statements = Statements::of(cx)?;
    let (steps, n_vague) = steps(cx, &statements.counted);
    let [first, .., last] = steps.as_slice() else { return None };
    debug_assert!(LEAST <= steps.len());
    let start = Unit::Quarter.floor(first.event.date.anchor().span().start());
    let end = cx.request.span.end().max(last.event.date.anchor().span().end());
    let domain = TimeSpan::new(start, end);
    let peak = cx.peak(steps.len());
    let step = axis::step(peak, 5, axis::ROUND);
    let max = peak.div_ceil(step) * step;
    let top = TOP.max(BASE - (BASE - ABOVE_LAST) * max as f64 / peak as f64);
    let mut scene = Scene::new(cx.request.width, HEIGHT);
    let mut canvas = Canvas::new(&mut scene);
    let area = Area { x: LEFT, y: top, w: cx.request.width - LEFT - RIGHT, h: BASE - top };
    let plane = canvas.plane(area, f64::from(start.0)..f64::from(end.0), 0.0..max as f64);
    axis::counts(&mut canvas, &plane, LEFT..cx.request.width, max, step);
    time_axis(&mut canvas, &plane, cx, domain);
    line(&mut canvas, &plane, cx, &steps, f64::from(end.0));
    notes(&mut canvas, &plane, cx, &steps);
    let zones = zones(&plane, cx, &steps, domain);
    drop((canvas, plane));
    let (months, n) = (((last.day - first.day) / DAYS_PER_MONTH).round().max(1.0) as usize, steps.len());
    let is_finding = LEAST_FOR_FINDING <= n;
    let headline =
        if is_finding { (cx.words.cumulative_pace)(n, months) } else { cx.words.cumulative_plain.to_owned() };
    let vague = if n_vague > 0 { (cx.words.rule_year_only)(n_vague, false) } else { String::new() };
    let without = match statements.n_without_stance {
        0 => String::new(),
        n => (cx.words.rule_no_stance)(n),
    };
    let rule = cx.rule([(cx.words.cumulative_rule)(states_stances(cx)), without, vague]);
    Some(Chart { headline, rule, scene, gutter: 0.0, zones, table: table(cx, &steps) })
}

/// How high the line rises.
pub fn height(cx: Context) -> usize {
    Statements::of(cx).map_or(0, |statements| steps(cx, &statements.counted).0.len())
}

/// The statements in order of the day they stand on, and how many are known only to the year.
fn steps<'a>(cx: Context<'a>, ids: &[EventId]) -> (Vec<Step<'a>>, usize) {
    let events = ids.iter().map(|id| (*id, cx.request.dataset.event(*id)));
    let (vague, dated): (Vec<_>, Vec<_>) = events.partition(|(_, e)| e.date.anchor().precision() == Precision::Year);
    // A statement known to the month stands in its middle.
    let day = |event: &Event| {
        let span = event.date.anchor().span();
        f64::from(span.start().0 + span.end().0) / 2.0
    };
    let mut steps: Vec<Step> = dated.into_iter().map(|(id, event)| Step { id, event, day: day(event) }).collect();
    crate::order::sort_by(&mut steps, |a, b| a.day.total_cmp(&b.day));
    (steps, vague.len())
}

/// Months under the base line, as many as fit, and years under them.
fn time_axis(canvas: &mut Canvas, plane: &Plane, cx: Context, domain: TimeSpan) {
    let x = |month: Month| plane.at(f64::from(month.first_day().0), 0.0).0;
    let start = domain.start().month();
    let month_px = x(start.plus(1)) - x(start);
    let stride = [1, 3, 6, 12].into_iter().find(|n| 34.0 <= month_px * f64::from(*n)).unwrap_or(12);
    let mut month = start;
    let mut years = Vec::new();
    while month.first_day() < domain.end() {
        let is_start = month == start;
        if month.0.rem_euclid(stride) == 0 {
            let at = x(month);
            canvas.path(&[(at, BASE), (at, BASE + 5.0)], Paint::Rule2, 1.0);
            if stride < 12 {
                let name = (cx.words.period_tick)(Unit::Month, month.first_day());
                canvas.try_text(at + 1.0, BASE + 17.0, &name, Ink::NOTE, 3.0);
            }
        }
        if is_start || month.number() == 1 {
            years.push(month);
        }
        month = month.plus(1);
    }
    // Whole years first: the year the axis begins in gives way.
    crate::order::sort_by_key(&mut years, |month| month.number() != 1);
    for month in years {
        let y = if stride < 12 { BASE + 33.0 } else { BASE + 18.0 };
        canvas.try_text(x(month) + 1.0, y, &(cx.words.year_tick)(month.year()), Ink::YEAR, 4.0);
    }
}

fn line(canvas: &mut Canvas, plane: &Plane, cx: Context, steps: &[Step], end: f64) {
    let mut points = vec![(steps[0].day, 0.0)];
    for (i, step) in steps.iter().enumerate() {
        points.push((step.day, i as f64));
        points.push((step.day, (i + 1) as f64));
    }
    points.push((end, steps.len() as f64));
    for pair in points.windows(2) {
        // Notes keep off the line.
        let (from, to) = (plane.at(pair[0].0, pair[0].1), plane.at(pair[1].0, pair[1].1));
        canvas.take(Area { x: from.0 - 1.0, y: to.1 - 1.0, w: to.0 - from.0 + 2.0, h: from.1 - to.1 + 2.0 });
    }
    plane.line(points, Paint::Ink1, 1.5);
    let dots = steps.iter().enumerate().map(|(i, step)| ((step.day, (i + 1) as f64), hue(cx, step.event)));
    let mut dots: Vec<((f64, f64), Paint)> = dots.collect();
    // A later one lies over an earlier one as long as they can be told apart. Glyphs that follow each other in one paint
    // are one element of the page.
    if dots.len() > MOST_TOLD_APART {
        crate::order::sort_by(&mut dots, |(_, a), (_, b)| a.cmp(b));
    }
    for (at, hue) in dots {
        plane.glyph(Glyph::JointStatement, at, GLYPH, hue);
        let (x, y) = plane.at(at.0, at.1);
        canvas.take(Area { x: x - GLYPH / 2.0, y: y - GLYPH / 2.0, w: GLYPH, h: GLYPH });
    }
}

/// Names the last, the first and the steepest month, each where it covers nothing; else not at all.
fn notes(canvas: &mut Canvas, plane: &Plane, cx: Context, steps: &[Step]) {
    let n = steps.len();
    let date = |step: &Step| date_words(step.event.date, cx.request.locale, DateStyle::Full);
    let (first, last) = (&steps[0], &steps[n - 1]);
    let (x, y) = plane.at(last.day, n as f64);
    let lines = [(cx.words.cumulative_last)(n, &partner(cx, last.event)), date(last)];
    let ends = [
        (x + 4.0, y - 26.0, true),
        (x - 8.0, y - 26.0, false),
        (x - 14.0, y - 12.0, true),
        (x - 40.0, y - 26.0, false),
    ];
    note(canvas, &lines, &ends);
    if let Some((month, start, end)) = steepest(steps) {
        let (x, y) = plane.at(steps[end - 1].day, (start + end) as f64 / 2.0);
        let left = plane.at(steps[start].day, 0.0).0;
        let right = [-4.0, -12.0, 4.0, 12.0, 24.0].map(|dy| (x + 12.0, y + dy, false));
        let before = [-30.0, -14.0].map(|dy| (left - 12.0, y + dy, true));
        note(canvas, &(cx.words.cumulative_steepest)(month, end - start), &[right.as_slice(), &before].concat());
    }
    let (x, y) = plane.at(first.day, 1.0);
    let text = (cx.words.cumulative_first)(&partner(cx, first.event), &date(first));
    for dx in [70.0, 100.0, 50.0, 130.0, 160.0] {
        if canvas.try_text(x + dx, y + 4.0, &text, Ink::NOTE, 4.0) {
            return canvas.rule(x + 8.0..x + dx - 4.0, y, Paint::Rule3);
        }
    }
    canvas.try_text(x + 8.0, y + 17.0, &text, Ink::NOTE, 2.0);
}

/// Two lines at the first place `(x, baseline, whether it ends there)` where both are free.
fn note(canvas: &mut Canvas, lines: &[String; 2], places: &[(f64, f64, bool)]) {
    for (x, y, is_end) in places.iter().copied() {
        let set = |ink: Ink| if is_end { ink.end() } else { ink };
        let inks = [set(Ink { halo: true, ..Ink::VALUE }), set(Ink { halo: true, ..Ink::NOTE })];
        let areas = [canvas.text_area(x, y, &lines[0], inks[0]), canvas.text_area(x, y + 15.0, &lines[1], inks[1])];
        if areas.iter().all(|area| canvas.is_free(area, 2.0)) {
            canvas.text(x, y, &lines[0], inks[0]);
            return canvas.text(x, y + 15.0, &lines[1], inks[1]);
        }
    }
}

/// The month with most statements, where it stands alone, and the places of its first and of the one after its last.
fn steepest(steps: &[Step]) -> Option<(Month, usize, usize)> {
    let month = |step: &Step| step.event.date.anchor().span().start().month();
    let mut runs = Vec::new();
    let mut start = 0;
    for run in steps.chunk_by(|a, b| month(a) == month(b)) {
        runs.push((month(&run[0]), start, start + run.len()));
        start += run.len();
    }
    let sizes: Vec<usize> = runs.iter().map(|(_, start, end)| end - start).collect();
    super::aggregate::unique_max(&sizes).filter(|i| LEAST_STEEP <= sizes[*i]).map(|i| runs[i])
}

/// One zone a month, quarter or year that has statements, as tall as the plot.
fn zones(plane: &Plane, cx: Context, steps: &[Step], domain: TimeSpan) -> Vec<Zone> {
    let kind = cx.request.dataset.taxonomy().kind_by_slug(Glyph::JointStatement.slug());
    let x = |day: crate::model::Day| plane.at(f64::from(day.0), 0.0).0;
    let px_per_day = (x(domain.end()) - x(domain.start())) / f64::from(domain.days());
    let units = [(Unit::Month, 30.0), (Unit::Quarter, 91.0), (Unit::Year, 365.0)];
    // Of short periods there may be more than are counted: the first statement must stand in one.
    let suits = |(unit, days): &(Unit, f64)| {
        LEAST_ZONE <= days * px_per_day && Periods::of(*unit, domain).start(0) <= domain.start()
    };
    let unit = units.into_iter().find(suits).map_or(Unit::Decade, |(unit, _)| unit);
    let top = plane.at(0.0, steps.len() as f64).1 - GLYPH;
    let mut zones = Vec::new();
    for span in Periods::of(unit, domain).spans {
        let inside = |step: &&Step| f64::from(span.start().0) <= step.day && step.day < f64::from(span.end().0);
        let mut events: Vec<EventId> = steps.iter().filter(inside).map(|step| step.id).collect();
        crate::order::sort(&mut events);
        let n = events.len();
        let by_then = steps.iter().filter(|step| step.day < f64::from(span.end().0)).count();
        if n > 0 {
            let (left, right) = (x(span.start().max(domain.start())), x(span.end().min(domain.end())));
            let pick = Pick { kind, span: Some(cx.days_in_view(span)), ..Pick::default() };
            let value = (cx.words.statements_by_then)(n, by_then);
            let name = (cx.words.period_name)(unit, span.start());
            let area = Area { x: left, y: top, w: right - left, h: BASE - top };
            zones.push(cx.zone(area, &[&name], &value, pick, events));
        }
    }
    zones
}

fn table(cx: Context, steps: &[Step]) -> DataTable {
    let (words, locale) = (cx.words, cx.request.locale);
    let head = [words.date, words.event, words.stance, words.running_total].map(str::to_owned).to_vec();
    let stance = |event: &Event| {
        event.stance.map_or(String::new(), |s| cx.request.dataset.taxonomy().stance(s).label.get(locale).clone())
    };
    let row = |(i, step): (usize, &Step)| {
        let date = date_words(step.event.date, locale, DateStyle::Full);
        vec![date, step.event.title.get(locale).clone(), stance(step.event), (i + 1).to_string()]
    };
    DataTable { head, rows: steps.iter().enumerate().map(row).collect() }
}
