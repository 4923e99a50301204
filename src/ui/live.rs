//! The one polite live region: what changed, said briefly.

use crate::ui::signals::*;

use super::dom::{El, el};
use super::state::AppState;
use crate::announce::{self, Moment};
use crate::query::eligible;
use crate::route::ViewState;

/// Stands at the end of a line said twice in a row: a region whose text stays the same is not spoken again.
const AGAIN: &str = "\u{a0}";

/// What is to be said, and what was said last.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    /// Said by a part of the page; taken by the region.
    wish: RwSignal<Option<String>>,
    /// The text of the region.
    spoken: RwSignal<String>,
}

impl Voice {
    pub(super) fn new() -> Self {
        Self { wish: RwSignal::new(None), spoken: RwSignal::new(String::new()) }
    }
}

impl AppState {
    /// Has a screen reader say this, together with the counts and periods that change in the same turn: those are said
    /// by themselves. A later text takes the place of one that was not spoken yet.
    pub fn announce(self, text: String) {
        self.voice.wish.set(Some(text));
    }
}

/// A line that tells what came of a press; it is spoken by the one region, and no region itself.
pub(super) fn told_line(state: AppState, told: RwSignal<&'static str>, look: &'static str) -> El {
    Effect::new(move |_| {
        let text = told.get();
        if !text.is_empty() {
            state.announce(text.to_owned());
        }
    });
    el("p").class(look).live_text(move || told.get().to_owned())
}

/// A region that speaks, out of sight. A dialog has one of its own, since it makes the page behind it inert.
pub(super) fn region(state: AppState) -> El {
    let spoken = state.voice.spoken;
    el("p").class("visually-hidden").attr("role", "status").attr("aria-live", "polite").live_text(move || spoken.get())
}

/// Listens for what changes, and the page's own region.
///
/// It outlives the page that is made anew in another language.
pub(super) fn live(state: AppState) -> El {
    let Voice { wish, spoken } = state.voice;
    Effect::new(move |before: Option<Moment>| {
        let dataset = state.dataset();
        let view = ViewState { view: Some(state.shown.get()), ..state.view.get() };
        let n_all = eligible(&dataset, view.filter.background).count();
        let now = Moment { view, n_shown: state.visible.with(|ids| ids.len()), n_all };
        wish.track();
        let wished = wish.try_update_untracked(Option::take).flatten();
        let locale = state.locale.get_untracked();
        let changed = before.and_then(|before| announce::change(&before, &now, &dataset, locale));
        if let Some(text) = announce::join(wished, changed, locale) {
            spoken.update(|spoken| *spoken = if *spoken == text { text + AGAIN } else { text });
        }
        now
    });
    region(state)
}
