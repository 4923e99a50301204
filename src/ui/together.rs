//! Timeline, charts and table on one page, each in a box of its own.

use leptos::prelude::*;

use super::dom::{El, el};
use super::lazy::{CHARTS, lazily};
use super::notes_empty::empty;
use super::pointing::reveal_in_boxes;
use super::state::AppState;
use super::table::table;
use super::timeline::timeline;

/// What stands under the timeline.
#[derive(Clone, Copy, PartialEq)]
enum Below {
    /// Charts and table.
    Both,
    /// No event passes in the days in view.
    Empty,
    /// Nothing: the timeline says that no event passes at all.
    Nothing,
}

/// The three views, the timeline above the others.
pub(super) fn together(state: AppState) -> El {
    let below = Memo::new(move |_| {
        let is_empty = |ids: Memo<std::sync::Arc<Vec<_>>>| ids.with(|ids| ids.is_empty());
        match (is_empty(state.matching), is_empty(state.visible)) {
            (true, _) => Below::Nothing,
            (_, true) => Below::Empty,
            _ => Below::Both,
        }
    });
    reveal_in_boxes(state);
    let pane = |class: &str, name: &str| el("section").class(class).attr("aria-label", name);
    let lower = move || match below.get() {
        Below::Both => {
            let words = state.words();
            let charts = pane("together-pane together-charts", words.view_charts).part(lazily(
                state,
                &CHARTS,
                move |charts, part| (charts.view)(state, part),
            ));
            let table = pane("together-pane together-table", words.view_table).block(table(state));
            Some(el("div").class("together-below").child(charts).child(table))
        }
        Below::Empty => Some(empty(state)),
        Below::Nothing => None,
    };
    el("div")
        .class("together")
        .child(el("div").class("together-pane together-timeline").child(timeline(state)))
        .block(lower)
}
