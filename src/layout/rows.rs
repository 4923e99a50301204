//! A long list of rows under headings, of which only those in sight stand in the page.
//!
//! Heights are guessed until they have been measured. Everything is px from the top of the list; a heading belongs to
//! its group's first row, and is drawn whenever any of the group is.

use std::ops::Range;

/// A list of at most this many rows stands in the page whole, where the browser's own search finds all of it.
pub const WHOLE: usize = 200;

/// px beyond either edge of what is in sight that are drawn too, so that scrolling shows no gap.
const BEYOND: f64 = 480.0;

/// Scrolling by less than this many px draws nothing anew.
const STEP: f64 = 240.0;

/// Heights taken for what was never measured, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// Of a row.
    pub row: f64,
    /// Of a heading.
    pub head: f64,
}

/// The heights of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The first row of each group, and the number of all rows at the end.
    starts: Vec<usize>,
    /// By row; `None` until measured.
    rows: Vec<Option<f64>>,
    /// By group; `None` until measured.
    heads: Vec<Option<f64>>,
    guess: Option<Guess>,
}

/// What stands in the page, and how many px the rest would take.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// In order; a group none of whose rows is drawn is none.
    pub groups: Vec<DrawnGroup>,
    /// px of whole groups below.
    pub after: f64,
}

/// A group of which some rows are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnGroup {
    /// Which one.
    pub group: usize,
    /// px of whole groups between it and the drawn one before.
    pub before: f64,
    /// In order, at least one.
    pub rows: Vec<DrawnRow>,
    /// px of its rows below the last drawn one.
    pub after: f64,
}

/// A drawn row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrawnRow {
    /// Its place among all rows.
    pub row: usize,
    /// px of rows of the group between it and the drawn one before.
    pub before: f64,
}

impl Drawn {
    /// Whether the same rows stand between gaps of the same whole px, which is what the page has.
    ///
    /// Heights are measured anew with every drawing, and come out a rounding apart.
    pub fn looks_like(&self, other: &Self) -> bool {
        let is_like = |a: &DrawnGroup, b: &DrawnGroup| {
            let rows = a.rows.len() == b.rows.len();
            rows && a.group == b.group
                && same_px(a.before, b.before)
                && same_px(a.after, b.after)
                && a.rows.iter().zip(&b.rows).all(|(a, b)| a.row == b.row && same_px(a.before, b.before))
        };
        self.groups.len() == other.groups.len()
            && same_px(self.after, other.after)
            && self.groups.iter().zip(&other.groups).all(|(a, b)| is_like(a, b))
    }

    /// A group by its number.
    pub fn group(&self, group: usize) -> Option<&DrawnGroup> {
        let at = self.groups.binary_search_by_key(&group, |drawn| drawn.group).ok()?;
        self.groups.get(at)
    }
}

fn same_px(a: f64, b: f64) -> bool {
    a.round() == b.round()
}

impl Rows {
    /// A list of groups of so many rows each.
    pub fn new(sizes: impl IntoIterator<Item = usize>, guess: Guess) -> Self {
        let mut starts = vec![0];
        let mut n = 0;
        for size in sizes {
            n += size;
            starts.push(n);
        }
        Self { rows: vec![None; n], heads: vec![None; starts.len() - 1], starts, guess: Some(guess) }
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The rows of a group.
    pub fn of_group(&self, group: usize) -> Range<usize> {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or(self.rows.len());
        at(group)..at(group + 1)
    }

    /// The group of a row.
    fn group_of(&self, row: usize) -> usize {
        self.starts.partition_point(|start| *start <= row).saturating_sub(1)
    }

    fn row_height(&self, row: usize) -> f64 {
        let guessed = self.guess.map_or(0.0, |guess| guess.row);
        self.rows.get(row).copied().flatten().unwrap_or(guessed)
    }

    fn head_height(&self, group: usize) -> f64 {
        let guessed = self.guess.map_or(0.0, |guess| guess.head);
        self.heads.get(group).copied().flatten().unwrap_or(guessed)
    }

    fn group_height(&self, group: usize) -> f64 {
        self.head_height(group) + self.of_group(group).map(|row| self.row_height(row)).sum::<f64>()
    }

    /// Takes note of the height of a row.
    pub fn measure(&mut self, row: usize, px: f64) {
        if let Some(height) = self.rows.get_mut(row) {
            *height = Some(px);
        }
    }

    /// Takes note of the height of a group's heading.
    pub fn measure_head(&mut self, group: usize, px: f64) {
        if let Some(height) = self.heads.get_mut(group) {
            *height = Some(px);
        }
    }

    /// What the measured heights suggest for the others; the guess there was where nothing is measured.
    pub fn learnt(&self) -> Option<Guess> {
        let guess = self.guess?;
        let mean = |heights: &[Option<f64>], otherwise: f64| {
            let known = || heights.iter().copied().flatten();
            let n = known().count();
            if n == 0 { otherwise } else { known().sum::<f64>() / n as f64 }
        };
        Some(Guess { row: mean(&self.rows, guess.row), head: mean(&self.heads, guess.head) })
    }

    /// Takes other heights for what is not measured.
    pub fn suppose(&mut self, guess: Guess) {
        self.guess = Some(guess);
    }

    /// Forgets what was measured: the list has another width.
    pub fn forget(&mut self) {
        self.rows.fill(None);
        self.heads.fill(None);
    }

    /// px of all of it.
    pub fn height(&self) -> f64 {
        (0..self.heads.len()).map(|group| self.group_height(group)).sum()
    }

    /// From the top of a row to its bottom; linear.
    pub fn extent(&self, row: usize) -> Range<f64> {
        let group = self.group_of(row);
        let above: f64 = (0..group).map(|group| self.group_height(group)).sum();
        let within: f64 = (self.of_group(group).start..row).map(|row| self.row_height(row)).sum();
        let top = above + self.head_height(group) + within;
        top..top + self.row_height(row)
    }

    /// The rows of which something lies between two heights, the nearest one if there is none; linear.
    fn between(&self, sight: &Range<f64>) -> Range<usize> {
        let n = self.rows.len();
        let (mut first, mut end) = (n.saturating_sub(1), 0);
        let mut y = 0.0;
        for group in 0..self.heads.len() {
            // A heading counts as part of the first row.
            let mut top = y;
            y += self.head_height(group);
            for row in self.of_group(group) {
                y += self.row_height(row);
                if y > sight.start {
                    first = first.min(row);
                }
                if top < sight.end {
                    end = row + 1;
                }
                top = y;
            }
        }
        first..end.max(first + 1).min(n)
    }

    /// What to draw while `sight` is in view: the rows there and a little beyond, and around each row to `keep` one more
    /// on either side, so that the focus can go on from it. Linear in the list; what is drawn is bounded by the heights.
    pub fn drawn(&self, sight: &Range<f64>, keep: &[usize]) -> Drawn {
        let n = self.rows.len();
        let start = ((sight.start - BEYOND) / STEP).floor() * STEP;
        let end = ((sight.end + BEYOND) / STEP).ceil() * STEP;
        let kept = keep.iter().filter(|row| **row < n).map(|row| row.saturating_sub(1)..(row + 2).min(n));
        let mut ranges: Vec<Range<usize>> = kept.chain([self.between(&(start..end))]).collect();
        crate::order::sort_by_key(&mut ranges, |range| range.start);
        self.pieces(&ranges)
    }

    /// Ascending by start; they may overlap.
    fn pieces(&self, ranges: &[Range<usize>]) -> Drawn {
        let is_drawn = |row: usize| ranges.iter().any(|range| range.contains(&row));
        let mut drawn = Drawn::default();
        for group in 0..self.heads.len() {
            let rows = self.of_group(group);
            let is_touched = |range: &Range<usize>| range.start < rows.end && rows.start < range.end;
            if !ranges.iter().any(is_touched) {
                drawn.after += self.group_height(group);
                continue;
            }
            let mut piece = DrawnGroup { group, before: drawn.after, rows: Vec::new(), after: 0.0 };
            for row in rows {
                if is_drawn(row) {
                    piece.rows.push(DrawnRow { row, before: piece.after });
                    piece.after = 0.0;
                } else {
                    piece.after += self.row_height(row);
                }
            }
            drawn.after = 0.0;
            drawn.groups.push(piece);
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUESS: Guess = Guess { row: 40.0, head: 30.0 };

    #[test]
    fn heights_are_guessed_until_they_are_measured() {
        let mut rows = Rows::new([2, 3], GUESS);
        assert_eq!((rows.count(), rows.height()), (5, 260.0));
        assert_eq!(rows.extent(2), 140.0..180.0);
        rows.measure(0, 60.0);
        rows.measure_head(1, 50.0);
        assert_eq!((rows.extent(2), rows.height()), (180.0..220.0, 300.0));
        assert_eq!(rows.learnt(), Some(Guess { row: 60.0, head: 50.0 }));
        rows.forget();
        rows.suppose(Guess { row: 50.0, head: 30.0 });
        assert_eq!(rows.height(), 310.0);
    }

    #[test]
    fn what_is_out_of_sight_is_gaps() {
        let rows = Rows::new([100, 100, 100], GUESS);
        let drawn = rows.drawn(&(5000.0..5800.0), &[]);
        // Group 1 begins at 4,030 and its rows at 4,060.
        let [group] = &drawn.groups[..] else { panic!("{drawn:?}") };
        assert_eq!((group.group, group.before), (1, 4030.0));
        let (first, last) = (group.rows[0], group.rows[group.rows.len() - 1]);
        assert_eq!((first.row, first.before), (106, 240.0));
        assert_eq!(group.after, (199 - last.row) as f64 * 40.0);
        assert_eq!(drawn.after, 4030.0);
        assert_eq!(drawn.group(1), Some(group));
        assert_eq!(drawn.group(0), None);
    }

    #[test]
    fn a_row_to_keep_is_drawn_with_its_neighbours_wherever_it_is() {
        let rows = Rows::new([1000], GUESS);
        let drawn = rows.drawn(&(0.0..400.0), &[0, 700, 999, 4000]);
        let all: Vec<usize> = drawn.groups[0].rows.iter().map(|row| row.row).collect();
        for row in [0, 1, 699, 700, 701, 998, 999] {
            assert!(all.contains(&row), "{row} in {all:?}");
        }
        assert!(all.is_sorted() && all.len() < 40, "{all:?}");
    }

    #[test]
    fn heights_measured_a_rounding_apart_draw_nothing_anew() {
        let sight = 5000.0..5800.0;
        let drawn = |row: f64| Rows::new([100, 100, 100], Guess { row, ..GUESS }).drawn(&sight, &[0]);
        assert!(drawn(35.25).looks_like(&drawn(35.25 + 1e-9)));
        assert_ne!(drawn(35.25), drawn(35.25 + 1e-9));
        assert!(!drawn(35.25).looks_like(&drawn(36.0)));
        assert!(!drawn(35.25).looks_like(&Drawn::default()));
    }

    #[test]
    fn beyond_either_end_the_nearest_row_is_drawn() {
        let rows = Rows::new([300], GUESS);
        let last = rows.drawn(&(1e6..1e6 + 800.0), &[]);
        assert_eq!(last.groups[0].rows.iter().map(|row| row.row).collect::<Vec<_>>(), [299]);
        assert_eq!(rows.drawn(&(-9000.0..-8000.0), &[]).groups[0].rows[0].row, 0);
        assert_eq!(Rows::new([], GUESS).drawn(&(0.0..100.0), &[0]), Drawn::default());
    }
}
