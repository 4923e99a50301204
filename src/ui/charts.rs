//! The charts view: six figures over the present selection.

use crate::ui::signals::*;

use super::charts_figure::figure;
use super::dom::{El, el};
use super::notes_empty::empty;
use super::state::AppState;
use crate::chart::ChartId;

/// All figures, in the order of the page.
pub(super) fn charts(state: AppState, part: El) -> El {
    let is_empty = Memo::new(move |_| state.visible.with(|ids| ids.is_empty()));
    let figures = move || el("div").class("figures").children(ChartId::ALL.into_iter().map(|id| figure(state, id)));
    part.block(move || [if is_empty.get() { empty(state) } else { figures() }])
}
