//! What is pointed at, and how strongly everything else is shown for it: resolved in one place for all views.

use std::sync::Arc;

use super::timeline::PlacedMark;
use crate::model::EventId;

/// A view that events are pointed at in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// Marks in lanes.
    Timeline,
    /// Bars, cells, and entries of keys.
    Charts,
    /// Rows.
    Table,
}

/// The events under the pointer or the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Where they are pointed at.
    pub pane: Pane,
    /// The mark of the timeline, by its key.
    pub mark: Option<u64>,
    /// In order, each once.
    events: Arc<[EventId]>,
}

impl Pointed {
    /// Events pointed at in a view; they are in order, each once.
    pub fn new(pane: Pane, events: Arc<[EventId]>) -> Self {
        debug_assert!(events.is_sorted_by(|a, b| a < b));
        Self { pane, mark: None, events }
    }

    /// A mark of the timeline.
    pub fn at_mark(mark: &PlacedMark) -> Self {
        Self { mark: Some(mark.key), ..Self::new(Pane::Timeline, mark.events.as_slice().into()) }
    }

    /// What is pointed at, in order.
    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    /// Whether any of these events is pointed at; they are in order.
    ///
    /// Takes the logarithm of the longer list for each of the shorter.
    pub fn holds_any(&self, events: &[EventId]) -> bool {
        let (few, many) =
            if events.len() < self.events.len() { (events, self.events()) } else { (self.events(), events) };
        few.iter().any(|id| many.binary_search(id).is_ok())
    }
}

/// The visual state of whatever stands for events: a mark, a row, a shape of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Emphasis {
    /// As it is.
    #[default]
    Default,
    /// One of its events is pointed at.
    Highlighted,
    /// Events are pointed at in another view, and none of them is here.
    Muted,
    /// Opened.
    Selected,
}

impl Emphasis {
    /// The state of what stands for `events` in `pane`, from what is opened and what is pointed at.
    ///
    /// Only another view is muted: where the pointer is, one sees what it points at.
    pub fn resolve(events: &[EventId], pane: Pane, selected: Option<EventId>, pointed: Option<&Pointed>) -> Self {
        match pointed {
            _ if selected.is_some_and(|id| events.binary_search(&id).is_ok()) => Self::Selected,
            None => Self::Default,
            Some(pointed) if pointed.holds_any(events) => Self::Highlighted,
            Some(pointed) if pointed.pane == pane => Self::Default,
            Some(_) => Self::Muted,
        }
    }

    /// Its value among those of `[default, highlighted, muted, selected]`.
    pub fn of<T: Copy>(self, values: [T; 4]) -> T {
        values[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ids: &[u32]) -> Vec<EventId> {
        ids.iter().copied().map(EventId).collect()
    }

    #[track_caller]
    fn check(here: &[u32], pane: Pane, selected: Option<u32>, pointed: &[u32], expected: Emphasis) {
        let pointed = (!pointed.is_empty()).then(|| Pointed::new(Pane::Table, ids(pointed).into()));
        let found = Emphasis::resolve(&ids(here), pane, selected.map(EventId), pointed.as_ref());
        assert_eq!(found, expected);
    }

    #[test]
    fn what_holds_any_of_the_events_stands_out_and_the_rest_of_other_views_recedes() {
        check(&[4], Pane::Timeline, None, &[], Emphasis::Default);
        check(&[4], Pane::Timeline, None, &[1, 4, 9], Emphasis::Highlighted);
        check(&[1, 4, 9], Pane::Charts, None, &[4], Emphasis::Highlighted);
        check(&[1, 9], Pane::Charts, None, &[4], Emphasis::Muted);
        check(&[1, 9], Pane::Table, None, &[4], Emphasis::Default);
        check(&[4], Pane::Table, None, &[4], Emphasis::Highlighted);
        check(&[], Pane::Charts, None, &[4], Emphasis::Muted);
    }

    #[test]
    fn what_is_opened_looks_opened_whatever_is_pointed_at() {
        check(&[4], Pane::Timeline, Some(4), &[], Emphasis::Selected);
        check(&[4], Pane::Timeline, Some(4), &[5], Emphasis::Selected);
        check(&[4, 5], Pane::Timeline, Some(5), &[4], Emphasis::Selected);
        check(&[4], Pane::Timeline, Some(5), &[5], Emphasis::Muted);
    }
}
