//! The menu that pins the present selection, or makes a comparison that suggests itself.

use leptos::prelude::*;

use crate::compare::{Offer, difference};
use crate::query::Filter;
use crate::ui::dom::{El, el};
use crate::ui::filters::{OpenMenu, menu};
use crate::ui::state::AppState;

/// The button and its panel, in the filter bar.
pub(in crate::ui) fn compare_menu(state: AppState, open: OpenMenu) -> El {
    menu(open, "compare", state.words().compare.title, None, move |panel| choices(state, open, panel))
}

fn choices(state: AppState, open: OpenMenu, panel: El) -> El {
    let words = state.words().compare;
    let filter = state.filter.get_untracked();
    let make = move |pinned: Filter, filter: Filter| {
        open.0.set(None);
        state.compare(Some(pinned), filter);
        tell(state);
    };
    let pin = filter.clone();
    let n = state.visible.with_untracked(|ids| ids.len());
    let pin = choice((words.pin)(n), move || make(pin.clone(), pin.clone()));
    let offers = state
        .offers(&filter)
        .into_iter()
        .map(move |Offer { label, pinned, filter }| choice(label, move || make(pinned.clone(), filter.clone())));
    let offers: Vec<El> = offers.collect();
    let ready = (!offers.is_empty()).then(|| el("p").class("compare-ready").text(words.ready));
    panel.child(pin).child(el("p").class("compare-hint").text(words.pin_hint)).children(ready).children(offers)
}

fn choice(label: String, choose: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class("compare-choice").on("click", move |_| choose()).text(label)
}

/// Says what differs, to whoever does not see it.
pub(super) fn tell(state: AppState) {
    let Some(pinned) = state.pinned.get_untracked() else { return };
    let locale = state.locale.get_untracked();
    let text = untrack(|| difference(&state.dataset(), &pinned, &state.present(), locale));
    state.announce(text);
}
