//! Charts for a stage: the same counts as the page's charts, drawn in type that is read across a room.
//!
//! The page's own drawings have more on them than large type leaves room for: zones, notes, second keys. Here the
//! finding is the headline's, and what is drawn is counts, names and a scale.

use super::stage::NOTE;
use crate::chart::{ChartId, ChartRequest, Counts, KindCounts, Periods};
use crate::i18n::chart_words;
use crate::model::{Precision, RegionId, TimeSpan};
use crate::scale::{FontMetrics, TextMeasure as _, clamp, shortened};
use crate::scene::{Anchor, Glyph, Paint, Scene, Shape, Weight};

/// The widest a name of a row is, units; and of a narrow drawing, the share of its width.
const NAMES: (f64, f64) = (330.0, 0.36);

/// Less room than this holds no chart, units: nothing is drawn.
const LEAST: (f64, f64) = (240.0, 140.0);

/// A narrower drawing has its key below, units: a phone held upright.
const NARROW: f64 = 800.0;

/// From one line of a key to the next, units.
const KEY_LINE: f64 = 40.0;

/// From a baseline to the middle of its line, units.
const MIDDLE: f64 = 8.5;

/// The lowest and the highest a row is, units.
const ROW: (f64, f64) = (30.0, 56.0);

/// Edge of the glyph at the end of a step, units.
const STEP_GLYPH: f64 = 14.0;

/// The least height of a panel, units: its name, some columns and the room to the next.
const LEAST_PANEL: f64 = 96.0;

/// Height of the line of periods below columns, with the years under them, units.
const AXIS: f64 = 70.0;

/// Counts from which a cell of the matrix takes each step of the ramp.
const HEAT: [usize; 5] = [1, 2, 3, 5, 7];

/// The kind whose growth is drawn.
const STATEMENT: &str = "joint-statement";

struct Draw<'a> {
    request: &'a ChartRequest<'a>,
    scene: Scene,
}

/// A chart of a selection, `size` units across and down; empty where that is no room for one, as before the page has
/// measured itself.
///
/// More rows than there is room for make the drawing higher, so that whatever shows it makes it smaller.
pub fn stage_chart(id: ChartId, request: &ChartRequest, size: (f64, f64)) -> Scene {
    let mut draw = Draw { request, scene: Scene::new(size.0, size.1) };
    if size.0 < LEAST.0 || size.1 < LEAST.1 {
        return draw.scene;
    }
    match id {
        ChartId::Trend => draw.trend(),
        ChartId::Cumulative => draw.cumulative(),
        ChartId::Multiples => draw.multiples(),
        ChartId::Heat => draw.heat(),
        ChartId::Stances => draw.stances(),
        ChartId::Kinds => draw.kinds(),
    }
    draw.scene
}

impl Draw<'_> {
    fn text(&mut self, x: f64, y: f64, text: &str, anchor: Anchor, weight: Weight) {
        let line = self.scene.text(x, y, text, NOTE, Paint::Ink1);
        (line.anchor, line.weight) = (anchor, weight);
    }

    fn region(&self, region: RegionId, room: f64) -> String {
        let name = self.request.dataset.taxonomy().region(region).label.get(self.request.locale);
        shortened(&FontMetrics, name, NOTE, Weight::Regular, room)
    }

    /// The widest a name may be, units.
    fn names(&self) -> f64 {
        NAMES.0.min(NAMES.1 * self.scene.width)
    }

    /// The widest of some names, units.
    fn widest(names: &[String]) -> f64 {
        names.iter().map(|name| FontMetrics.width(name, NOTE, Weight::Regular)).fold(0.0, f64::max)
    }

    /// The height of each of `n` rows below `top`; the drawing grows where they do not fit.
    fn row_height(&mut self, n: usize, top: f64) -> f64 {
        let height = clamp((self.scene.height - top) / n.max(1) as f64, ROW.0, ROW.1);
        self.scene.height = self.scene.height.max(top + height * n as f64);
        height
    }

    /// Columns stacked by region, their sums above, the regions with their sums beside.
    fn trend(&mut self) {
        let counts = Counts::of(self.request);
        let rows: Vec<_> = counts.rows.iter().filter(|row| row.placed() > 0).collect();
        let key_rows: Vec<(RegionId, usize)> = rows.iter().map(|row| (row.region, row.placed())).collect();
        let (width, height) = self.key(&key_rows, 2.0 * LEAST.1);
        let base = height - AXIS;
        let pitch = width / counts.periods.count().max(1) as f64;
        let bar = (pitch * 0.78).min(90.0);
        let per_event = (base - 40.0) / counts.max_column().max(1) as f64;
        for i in 0..counts.periods.count() {
            let (mid, mut y) = (pitch * (i as f64 + 0.5), base);
            for row in rows.iter().filter(|row| row.cells[i] > 0) {
                let h = row.cells[i] as f64 * per_event;
                y -= h;
                // A unit of ground between two of them.
                self.scene.rect(mid - bar / 2.0, y, bar, (h - 1.5).max(0.5), Paint::Region(row.region));
            }
            let sum = counts.column(i);
            if sum > 0 && bar > 26.0 {
                self.text(mid, y - 8.0, &sum.to_string(), Anchor::Middle, Weight::Bold);
            }
        }
        self.scene.line((0.0, base), (width, base), Paint::Ink1, 2.0);
        self.periods(&counts.periods, 0.0, pitch, base);
    }

    /// The regions with their sums at the right, or below where the drawing is narrow; units across and down that are
    /// left beside it, `least` down at least.
    fn key(&mut self, rows: &[(RegionId, usize)], least: f64) -> (f64, f64) {
        let is_below = self.scene.width < NARROW;
        let room = if is_below { self.scene.width - 114.0 } else { self.names() };
        let names: Vec<String> = rows.iter().map(|(region, _)| self.region(*region, room)).collect();
        let entry = Self::widest(&names) + 90.0;
        let columns = if is_below { ((self.scene.width / (entry + 24.0)) as usize).max(1) } else { 1 };
        let n_lines = rows.len().div_ceil(columns);
        self.scene.height = self.scene.height.max(least);
        let (left, line, pitch) = if is_below {
            (0.0, KEY_LINE, self.scene.width / columns as f64)
        } else {
            (self.scene.width - entry, self.row_height(n_lines, 0.0).min(KEY_LINE), entry)
        };
        let end = if columns > 1 { pitch - 24.0 } else { pitch };
        let top = if is_below { (self.scene.height - line * n_lines as f64).max(least + 16.0) } else { 0.0 };
        self.scene.height = self.scene.height.max(top + line * n_lines as f64);
        for (i, ((region, sum), name)) in rows.iter().zip(&names).enumerate() {
            let (x, y) = (left + pitch * (i / n_lines) as f64, top + line * ((i % n_lines) as f64 + 0.5));
            self.scene.rect(x, y - 11.0, 22.0, 22.0, Paint::Region(*region));
            self.text(x + 34.0, y + MIDDLE, name, Anchor::Start, Weight::Regular);
            self.text(x + end, y + MIDDLE, &sum.to_string(), Anchor::End, Weight::Bold);
        }
        if is_below { (self.scene.width, top - 16.0) } else { (left - 24.0, self.scene.height) }
    }

    /// Names of periods below columns, as many as have room, and the years below them.
    fn periods(&mut self, periods: &Periods, left: f64, pitch: f64, base: f64) {
        let words = chart_words(self.request.locale);
        let name = |i: usize| (words.period_tick)(periods.unit, periods.start(i));
        let names: Vec<String> = (0..periods.count()).map(name).collect();
        let every = ((Self::widest(&names) + 14.0) / pitch.max(1.0)).ceil().max(1.0) as usize;
        let mut last = f64::NEG_INFINITY;
        let mut year = None;
        for (i, name) in names.iter().enumerate() {
            let mid = left + pitch * (i as f64 + 0.5);
            if i % every == 0 {
                self.text(mid, base + 28.0, name, Anchor::Middle, Weight::Regular);
            }
            let now = periods.start(i).ymd().0;
            if periods.unit.is_within_a_year() && year != Some(now) && last + 80.0 < mid {
                self.text(mid - pitch / 2.0 + 4.0, base + 58.0, &(words.year_tick)(now), Anchor::Start, Weight::Bold);
                (year, last) = (Some(now), mid);
            }
        }
    }

    /// How the joint statements add up, as a stair.
    fn cumulative(&mut self) {
        let request = self.request;
        let events = request.ids.iter().map(|id| request.dataset.event(*id));
        let kinds = request.dataset.taxonomy();
        let statements = events.filter(|event| kinds.kind(event.kind).slug == STATEMENT);
        let dated = statements.filter(|event| event.date.anchor().precision() < Precision::Year);
        // A statement known to the month stands in its middle.
        let middle = |span: TimeSpan| f64::from(span.start().0) + f64::from(span.days()) / 2.0;
        let no_region = RegionId(0);
        let mut days: Vec<(f64, RegionId)> = dated
            .map(|event| (middle(event.date.anchor().span()), event.regions.first().copied().unwrap_or(no_region)))
            .collect();
        crate::order::sort_by(&mut days, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let n = days.len();
        let sums = kinds.region_ids().map(|region| (region, days.iter().filter(|(_, of)| *of == region).count()));
        let (room, height) = self.key(&sums.filter(|(_, sum)| *sum > 0).collect::<Vec<_>>(), 2.0 * LEAST.1);
        let (left, base, width) = (60.0, height - AXIS, room - 130.0);
        let periods = Periods::covering(request.span);
        let (Some(first), Some(last)) = (periods.spans.first(), periods.spans.last()) else { return };
        let (from, to) = (f64::from(first.start().0), f64::from(last.end().0));
        let x = |day: f64| left + (clamp(day, from, to) - from) / (to - from).max(1.0) * width;
        let y = |count: usize| base - (base - 30.0) * count as f64 / n.max(1) as f64;
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|step| n / step <= 5).unwrap_or(1000);
        for count in (0..=n).step_by(step) {
            self.scene.line((left, y(count)), (left + width, y(count)), Paint::Rule2, 1.5);
            self.text(left - 10.0, y(count) + MIDDLE, &count.to_string(), Anchor::End, Weight::Regular);
        }
        let mut points = vec![(left, base)];
        for (i, (day, _)) in days.iter().enumerate() {
            points.extend([(x(*day), y(i)), (x(*day), y(i + 1))]);
        }
        points.push((left + width, y(n)));
        self.scene.shapes.push(Shape::Path { points, stroke: Paint::Ink2, width: 2.5 });
        // Each statement in the colour of its region, at the end of its step.
        for (i, (day, region)) in days.iter().enumerate() {
            self.scene.glyph(Glyph::JointStatement, x(*day), y(i + 1), STEP_GLYPH, Paint::Region(*region));
        }
        self.text(left + width + 10.0, y(n) + MIDDLE, &n.to_string(), Anchor::Start, Weight::Bold);
        self.scene.line((left, base), (left + width, base), Paint::Ink1, 2.0);
        self.periods(&periods, left, width / periods.count().max(1) as f64, base);
    }

    /// A panel a region, all on one scale.
    fn multiples(&mut self) {
        let counts = Counts::of(self.request);
        let rows: Vec<_> = counts.rows.iter().filter(|row| row.placed() > 0).collect();
        let columns = match rows.len() {
            _ if self.scene.width < NARROW => 2,
            0..=4 => 2,
            5..=9 => 3,
            _ => 4,
        };
        let lines = rows.len().div_ceil(columns).max(1);
        self.scene.height = self.scene.height.max(LEAST_PANEL * lines as f64);
        let (w, h) = (self.scene.width / columns as f64, self.scene.height / lines as f64);
        let per_event = (h - 62.0) / counts.max_cell().max(1) as f64;
        let pitch = (w - 40.0) / counts.periods.count().max(1) as f64;
        for (i, row) in rows.iter().enumerate() {
            let (x, base) = (w * (i % columns) as f64, h * (i / columns) as f64 + h - 14.0);
            let sum = row.placed().to_string();
            let room = w - 56.0 - FontMetrics.width(&sum, NOTE, Weight::Bold);
            let name = self.region(row.region, room);
            self.text(x, base - h + 40.0, &name, Anchor::Start, Weight::Regular);
            self.text(x + w - 40.0, base - h + 40.0, &sum, Anchor::End, Weight::Bold);
            for (at, count) in row.cells.iter().enumerate() {
                let height = *count as f64 * per_event;
                let left = x + pitch * at as f64;
                self.scene.rect(left, base - height, pitch * 0.8, height, Paint::Region(row.region));
            }
            self.scene.line((x, base), (x + w - 40.0, base), Paint::Ink1, 2.0);
        }
    }

    /// Regions by period, the counts in the cells.
    fn heat(&mut self) {
        let counts = Counts::of(self.request);
        let rows: Vec<_> = counts.rows.iter().filter(|row| row.total() > 0).collect();
        let names: Vec<String> = rows.iter().map(|row| self.region(row.region, self.names())).collect();
        let cells: Vec<Vec<usize>> = rows.iter().map(|row| row.cells.clone()).collect();
        let (left, pitch, top) = self.matrix(&names, &cells, AXIS);
        self.periods(&counts.periods, left, pitch, top - AXIS);
    }

    /// Kinds with their glyphs, each a bar of its regions, and the regions with their sums beside.
    fn kinds(&mut self) {
        let counts = KindCounts::of(self.request);
        let (dataset, locale) = (self.request.dataset, self.request.locale);
        let key: Vec<(RegionId, usize)> =
            counts.rows.iter().map(|(region, cells)| (*region, cells.iter().sum())).collect();
        let name = |kind| dataset.taxonomy().kind(kind).label.get(locale);
        let name = |kind| shortened(&FontMetrics, name(kind), NOTE, Weight::Regular, self.names());
        let names: Vec<String> = counts.kinds.iter().map(|(kind, _)| name(*kind)).collect();
        let (room, height) = self.key(&key, ROW.0 * names.len() as f64);
        let left = 38.0 + Self::widest(&names) + 16.0;
        let width = room - left - 84.0;
        let row = clamp(height / names.len().max(1) as f64, ROW.0, ROW.1);
        let most = (0..names.len()).map(|i| counts.column(i)).max().unwrap_or(1).max(1) as f64;
        for (i, ((_, glyph), name)) in counts.kinds.iter().zip(&names).enumerate() {
            let (y, mut x) = (row * i as f64, left);
            self.scene.glyph(*glyph, 12.0, y + row / 2.0, 24.0, Paint::Ink1);
            self.text(38.0, y + row / 2.0 + MIDDLE, name, Anchor::Start, Weight::Regular);
            for (region, cells) in counts.rows.iter().filter(|(_, cells)| cells[i] > 0) {
                let w = cells[i] as f64 / most * width;
                // A unit of ground between two of them.
                self.scene.rect(x, y + 4.0, (w - 1.5).max(0.5), row - 8.0, Paint::Region(*region));
                x += w;
            }
            let sum = counts.column(i).to_string();
            self.text(x + 10.0, y + row / 2.0 + MIDDLE, &sum, Anchor::Start, Weight::Bold);
        }
    }

    /// Cells below a head; where they begin, how wide each is, and where the head ends.
    fn matrix(&mut self, names: &[String], cells: &[Vec<usize>], head: f64) -> (f64, f64, f64) {
        let left = Self::widest(names) + 20.0;
        let n = cells.first().map_or(0, Vec::len).max(1);
        let row = self.row_height(cells.len(), head);
        let pitch = ((self.scene.width - left) / n as f64).min(120.0);
        for (i, (name, cells)) in names.iter().zip(cells).enumerate() {
            let y = head + row * i as f64;
            self.text(0.0, y + row / 2.0 + MIDDLE, name, Anchor::Start, Weight::Regular);
            for (at, count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
                let (x, step) = (left + pitch * at as f64, HEAT.iter().filter(|from| *from <= count).count() as u8);
                self.scene.rect(x, y, pitch - 3.0, row - 3.0, Paint::Heat(step));
                if pitch > 34.0 {
                    let mid = (x + (pitch - 3.0) / 2.0, y + (row - 3.0) / 2.0 + MIDDLE);
                    let number = self.scene.text(mid.0, mid.1, count.to_string(), NOTE, Paint::HeatInk(step));
                    number.anchor = Anchor::Middle;
                }
            }
        }
        (left, pitch, head)
    }

    /// How many statements use each wording.
    fn stances(&mut self) {
        let request = self.request;
        let taxonomy = request.dataset.taxonomy();
        let mut counts = vec![0_usize; taxonomy.stances.len()];
        for stance in request.ids.iter().filter_map(|id| request.dataset.event(*id).stance) {
            counts[stance.index()] += 1;
        }
        let mut rows: Vec<(String, usize)> = taxonomy
            .stances
            .iter()
            .zip(&counts)
            .filter(|(_, count)| **count > 0)
            .map(|(term, count)| (term.label.get(request.locale).clone(), *count))
            .collect();
        crate::order::sort_by(&mut rows, |a, b| b.1.cmp(&a.1));
        // Beside the names there is room for the gap, a bar and its count.
        let room = self.scene.width - 130.0;
        rows.iter_mut().for_each(|(name, _)| *name = shortened(&FontMetrics, name, NOTE, Weight::Regular, room));
        let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
        let left = Self::widest(&names) + 20.0;
        let row = self.row_height(rows.len(), 0.0);
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1) as f64;
        for (i, (name, count)) in rows.iter().enumerate() {
            let y = row * i as f64;
            let w = (self.scene.width - left - 70.0) * *count as f64 / most;
            self.text(0.0, y + row / 2.0 + MIDDLE, name, Anchor::Start, Weight::Regular);
            self.scene.rect(left, y + 5.0, w, row - 10.0, Paint::Ink2);
            self.scene.glyph(Glyph::JointStatement, left + w + 20.0, y + row / 2.0, 20.0, Paint::Ink2);
            self.text(left + w + 38.0, y + row / 2.0 + MIDDLE, &count.to_string(), Anchor::Start, Weight::Bold);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Locale};
    use crate::query::{Filter, Han, Index};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    fn dataset() -> &'static Dataset {
        static DATASET: LazyLock<Dataset> =
            LazyLock::new(|| crate::data::parse(crate::EMBEDDED_DATASET).expect("valid"));
        &DATASET
    }

    /// A chart of everything, and what of it lies outside or has a size below zero.
    fn faults(id: ChartId, locale: Locale, size: (f64, f64)) -> (Scene, Vec<String>) {
        let (filter, span) = (Filter::default(), dataset().coverage());
        let ids = Index::new(dataset(), Han::default()).matching(dataset(), &filter);
        let request = ChartRequest { dataset: dataset(), ids: &ids, filter: &filter, span, locale, width: 1168.0 };
        let scene = stage_chart(id, &request, size);
        let is_good = |x: f64, y: f64, w: f64, h: f64| {
            let (right, bottom) = (scene.width + 1.0, scene.height + 1.0);
            w >= 0.0 && h >= 0.0 && x >= -1.0 && y >= -1.0 && x + w <= right && y + h <= bottom
        };
        let is_fault = |shape: &&Shape| match shape {
            Shape::Rect { x, y, w, h, .. } => !is_good(*x, *y, *w, *h),
            Shape::Path { points, .. } => !points.iter().all(|(x, y)| is_good(*x, *y, 0.0, 0.0)),
            Shape::Text(text) => !is_good(text.x, text.y, 0.0, 0.0),
            _ => false,
        };
        let faults = scene.shapes.iter().filter(is_fault).map(|shape| format!("{shape:?}")).collect();
        (scene, faults)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_lies_outside_and_no_size_is_below_zero(
            id in proptest::sample::select(ChartId::ALL.to_vec()), zh in any::<bool>(),
            width in -100.0..2000.0f64, height in -200.0..1400.0f64,
        ) {
            let locale = if zh { Locale::Zh } else { Locale::En };
            let (scene, faults) = faults(id, locale, (width, height));
            prop_assert!(scene.width >= 0.0 && scene.height >= 0.0);
            prop_assert_eq!(faults, Vec::<String>::new());
            prop_assert_eq!(scene.shapes.is_empty(), width < LEAST.0 || height < LEAST.1);
        }
    }

    /// What a page measures whose style sheet has not come: it is wide, and one line high.
    #[test]
    fn before_there_is_room_nothing_is_drawn() {
        for id in ChartId::ALL {
            assert_eq!(faults(id, Locale::En, (1264.0, -64.0)).0, Scene::new(1264.0, 0.0));
        }
    }
}
