//! Two selections on one spine: each on a rail of its own, beside the same days or from the first day of each.
//!
//! ```text
//!        A  B
//!   Mar  ●──│──┐  ■ Belarus: joint statement     A, the pinned one, stands on the left rail, B, the present one, on
//!        │  ●──└─   A  2 Mar 2022 · Europe       the right; lines say whose they are, and what is in both is joined
//!        ●──●──── ✚ Cyclone relief for Vanuatu   to both rails.
//! ```

use super::spine::SpineRequest;
use crate::compare::{Side, either, side};
use crate::model::{Day, EventId, Importance, Month, Precision, TimeSpan};
use crate::order;

/// By how much the days of the pinned selection are moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shift {
    /// Each day stands beside itself.
    #[default]
    None,
    /// By whole months, so that January stands beside January.
    Months(i32),
    /// By days.
    Days(i32),
}

/// The second selection of a spine.
#[derive(Clone, Copy, Debug)]
pub struct Pinned<'a> {
    /// Its events, in time order.
    pub ids: &'a [EventId],
    /// How its days are moved.
    pub shift: Shift,
}

impl Shift {
    fn day(self, day: Day) -> Day {
        match self {
            Self::None => day,
            Self::Days(n) => day.plus(n),
            Self::Months(n) => {
                let month = Month(day.month().0 + n);
                // The last of a longer month is the last of a shorter one.
                month.first_day().plus((day.ymd().2 as i32).min(month.span().days()) - 1)
            }
        }
    }

    /// Days moved; at least one is left.
    pub fn moved(self, span: TimeSpan) -> TimeSpan {
        let start = self.day(span.start());
        TimeSpan::new(start, self.day(span.end()).max(start.plus(1)))
    }

    /// The way back.
    #[must_use]
    pub fn back(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::Months(n) => Self::Months(-n),
            Self::Days(n) => Self::Days(-n),
        }
    }

    /// Whether a month stands beside the same month of another year.
    pub fn keeps_months(self) -> bool {
        matches!(self, Self::Months(n) if n % 12 == 0)
    }
}

/// How the pinned days `a` lie beside the present ones `b`, and the days from top to bottom, which hold both: the same
/// day beside itself where one of them holds the other, else the first beside the first.
pub fn beside(a: TimeSpan, b: TimeSpan) -> (Shift, TimeSpan) {
    if a.contains(b) || b.contains(a) {
        return (Shift::None, a.union(b));
    }
    let is_first = |day: Day| day.month().first_day() == day;
    let shift = if is_first(a.start()) && is_first(b.start()) {
        Shift::Months(b.start().month().0 - a.start().month().0)
    } else {
        Shift::Days(b.start().0 - a.start().0)
    };
    (shift, shift.moved(a).union(b))
}

/// An event on its way to a line.
pub(super) struct Item {
    pub id: EventId,
    /// The days it may have begun on, moved, inside the spine's.
    pub window: TimeSpan,
    pub is_day: bool,
    pub importance: Importance,
    pub pinned: bool,
    /// Whose it is, where there are two selections.
    pub side: Option<Side>,
    pub shift: Shift,
}

impl Item {
    /// The rails it stands on: of the pinned selection or not.
    pub(super) fn rails(&self) -> &'static [bool] {
        match self.side {
            Some(Side::A) => &[true],
            Some(Side::Both) => &[true, false],
            Some(Side::B) | None => &[false],
        }
    }
}

/// Everything that is shown, in time order.
pub(super) fn items(request: &SpineRequest) -> Vec<Item> {
    let present = |side, id: &EventId| item(request, *id, side, Shift::None);
    let Some(Pinned { ids, shift }) = request.pinned else {
        return request.ids.iter().map(|id| present(None, id)).collect();
    };
    if shift == Shift::None {
        let all = either(ids, request.ids);
        return all.iter().map(|id| present(side(ids, request.ids, *id), id)).collect();
    }
    let pinned = ids.iter().map(|id| item(request, *id, Some(Side::A), shift));
    let mut out: Vec<Item> = pinned.chain(request.ids.iter().map(|id| present(Some(Side::B), id))).collect();
    order::sort_by_key(&mut out, |item| (item.window.start(), item.id, item.side));
    out
}

fn item(request: &SpineRequest, id: EventId, side: Option<Side>, shift: Shift) -> Item {
    let event = request.dataset.event(id);
    let anchor = event.date.anchor();
    let days = shift.moved(anchor.span());
    let window = days.clamped(request.span);
    Item {
        id,
        window,
        // A day before the first one shown is drawn at that, but is not known to it.
        is_day: anchor.precision() == Precision::Day && window == days,
        importance: event.importance,
        pinned: request.selected == Some(id),
        side,
        shift,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Edtf;

    fn span(text: &str) -> TimeSpan {
        text.parse::<Edtf>().expect("a date").span()
    }

    #[track_caller]
    fn check(a: &str, b: &str, shift: Shift, all: &str) {
        assert_eq!(beside(span(a), span(b)), (shift, span(all)), "{a} beside {b}");
    }

    #[test]
    fn a_day_stands_beside_itself_and_else_january_beside_january() {
        check("2022/2024", "2023", Shift::None, "2022/2024");
        check("2023-05", "2023", Shift::None, "2023");
        check("2022", "2023", Shift::Months(12), "2023");
        check("2023", "2022", Shift::Months(-12), "2022");
        check("2022", "2023-01/2023-06", Shift::Months(12), "2023");
        check("2022-03-02/2022-03-11", "2022-05-01/2022-05-05", Shift::Days(60), "2022-05-01/2022-05-10");
    }

    #[test]
    fn months_keep_their_days_through_leap_years() {
        let moved = |shift: Shift, text: &str| shift.moved(span(text));
        assert_eq!(moved(Shift::Months(-12), "2024-03"), span("2023-03"));
        assert_eq!(moved(Shift::Months(-12), "2024-02"), span("2023-02"));
        assert_eq!(moved(Shift::Months(-12), "2024-02-29").days(), 1);
        assert_eq!(moved(Shift::Months(12).back(), "2024-12-31"), span("2023-12-31"));
    }
}
