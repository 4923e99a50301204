//! Two selections side by side: the menu that pins one, the strip that names it, and its part in every view.

mod charts;
mod menu;
mod strip;
mod timeline;

use std::sync::Arc;

pub(super) use charts::{chart_pair, pinned_chart};
pub(super) use menu::{compare_choices, compare_menu, compare_section};
pub(super) use strip::{strip, strip_view};
pub(super) use timeline::pinned_lanes;

use super::dom::{El, el};
use super::state::AppState;
use crate::compare::{Offer, Selection, Side, either, offers, side, table_words};
use crate::model::EventId;
use crate::query::Filter;

/// The letter of a selection: A in an outline, B in ink.
pub(super) fn badge(side: Side) -> El {
    match side {
        Side::A => el("span").class("compare-badge").text("A"),
        Side::B => el("span").class("compare-badge compare-badge--present").text("B"),
        Side::Both => el("span").class("compare-badges").child(badge(Side::A)).child(badge(Side::B)),
    }
}

/// The letter of a selection and what it is called.
fn named(side: Side, name: String) -> El {
    el("p").class("compare-name").child(badge(side)).text(name)
}

impl AppState {
    /// The present selection, as the pinned one is known.
    fn present(self) -> Selection {
        Selection {
            filter: self.filter.get(),
            span: self.span.get(),
            ids: self.visible.with(|ids| ids.as_ref().clone()),
            headline: self.headline.get(),
        }
    }

    /// Pins a selection and asks for another, in one step.
    fn compare(self, pinned: Option<Filter>, filter: Filter) {
        self.ask(move |view| (view.pinned, view.filter) = (pinned, filter));
    }

    /// The comparisons that a question suggests.
    fn offers(self, filter: &Filter) -> Vec<Offer> {
        let (dataset, locale) = (self.dataset(), self.locale.get_untracked());
        self.index.with_untracked(|index| offers(&dataset, index, filter, locale))
    }

    /// What the table lists: the present selection, and the pinned one with it.
    pub(super) fn listed(self) -> Arc<Vec<EventId>> {
        match self.pinned.get() {
            Some(pinned) => Arc::new(self.visible.with(|ids| either(&pinned.ids, ids))),
            None => self.visible.get(),
        }
    }
}

/// The head of the column that says which selection a row belongs to; none where nothing is pinned.
pub(super) fn side_head(state: AppState) -> Option<El> {
    let head = || el("th").attr("scope", "col").class("table-side").text(state.words().compare().column);
    state.pinned.with(|pinned| pinned.as_ref().map(|_| head()))
}

/// The cell that says which selection a row belongs to; none where nothing is pinned.
pub(super) fn side_cell(state: AppState, id: EventId) -> Option<El> {
    let pinned = state.pinned.get()?;
    let side = state.visible.with(|ids| side(&pinned.ids, ids, id))?;
    let words = el("span").class("visually-hidden").text((state.words().compare().side)(side));
    let letters = el("span").attr("aria-hidden", "true").child(badge(side));
    Some(el("td").class("table-side").child(words).child(letters))
}

/// How the rows reconcile with both headlines; none where nothing is pinned.
pub(super) fn table_note(state: AppState) -> Option<String> {
    let pinned = state.pinned.get()?;
    let locale = state.locale.get_untracked();
    Some(state.visible.with(|ids| table_words(&pinned.ids, ids, locale)))
}
