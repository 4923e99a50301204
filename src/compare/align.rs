//! Which days of the pinned selection stand under which of the present one's, at the same days per pixel.

use crate::layout::{MIN_DAYS, Viewport};
use crate::model::TimeSpan;

/// How much longer than the present days the pinned ones may be and still be drawn whole: a leap day, a longer month, a
/// half of a year with more days. What is longer still is cut.
const MOST_EXCESS: f64 = 1.25;

/// How two spans of days are laid against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// The same day stands under the same day: one of the spans holds the other.
    Dates,
    /// The first day stands under the first: January under January.
    Starts,
}

/// The days of the pinned selection that are drawn, and on how many px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// How they lie.
    pub alignment: Alignment,
    /// The days and the width, which is more than the present one's where a few more days are drawn.
    pub viewport: Viewport,
}

/// Lays the pinned days `a` against the present days `b`, which are drawn on `width` px.
///
/// ```text
/// Dates    b |-----2023-----|            Starts   b |-----2023-----|
///          a |   May–June   |                     a |-----2022-----|
/// ```
pub fn drawn(a: TimeSpan, b: TimeSpan, width: f64) -> Drawn {
    let present = Viewport::new(b, width).fitted(b);
    if a.contains(b) || b.contains(a) {
        return Drawn { alignment: Alignment::Dates, viewport: present };
    }
    let days_before = f64::from(a.start().0 - b.start().0);
    let moved = present.panned(days_before / present.days() * width);
    let (wanted, shown) = (f64::from(a.days()), present.days());
    let is_a_little_longer = shown < wanted && wanted <= shown * MOST_EXCESS && MIN_DAYS <= f64::from(b.days());
    let viewport = if is_a_little_longer { Viewport::new(a, width * wanted / shown) } else { moved };
    Drawn { alignment: Alignment::Starts, viewport }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Edtf;

    fn span(text: &str) -> TimeSpan {
        text.parse::<Edtf>().expect("a date").span()
    }

    #[track_caller]
    fn check(a: &str, b: &str, alignment: Alignment, shown: &str, width: f64) {
        let drawn = drawn(span(a), span(b), 730.0);
        assert_eq!((drawn.alignment, drawn.viewport.span()), (alignment, span(shown)), "{a} under {b}");
        assert!((drawn.viewport.width() - width).abs() < 1e-9, "{a} under {b}: {}", drawn.viewport.width());
        let present = Viewport::new(span(b), 730.0).fitted(span(b));
        let px_per_day = |v: Viewport| v.width() / v.days();
        assert!((px_per_day(drawn.viewport) - px_per_day(present)).abs() < 1e-9, "{a} under {b}: another scale");
    }

    #[test]
    fn january_stands_under_january_and_a_day_under_itself() {
        check("2022", "2023", Alignment::Starts, "2022", 730.0);
        check("2023", "2022", Alignment::Starts, "2023", 730.0);
        check("2023", "2023", Alignment::Dates, "2023", 730.0);
        check("2023-05/2023-06", "2023", Alignment::Dates, "2023", 730.0);
        check("2022/2024", "2023", Alignment::Dates, "2023", 730.0);
    }

    #[test]
    fn a_little_more_than_the_present_days_is_drawn_whole_and_much_more_is_cut() {
        check("2024", "2023", Alignment::Starts, "2024", 732.0);
        check("2023-03", "2023-02", Alignment::Starts, "2023-03", 730.0 * 31.0 / 28.0);
        check("2022", "2023-01/2023-06", Alignment::Starts, "2022-01-01/2022-06-30", 730.0);
        check("2022-06-01/2022-06-02", "2023-06-01", Alignment::Starts, "2022-05-29/2022-06-04", 730.0);
    }
}
