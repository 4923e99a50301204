//! The menu that pins the present selection, or makes a comparison that suggests itself.

use crate::ui::signals::*;

use super::{badge, named};
use crate::compare::{Offer, Side, difference, name};
use crate::query::Filter;
use crate::ui::dialog::bring;
use crate::ui::dom::{El, el};
use crate::ui::filters::{OpenMenu, menu};
use crate::ui::lazy::{REST, lazily};
use crate::ui::masthead::focus;
use crate::ui::state::AppState;

/// The button and its panel, in the filter bar.
pub(in crate::ui) fn compare_menu(state: AppState, open: OpenMenu) -> El {
    let fill = lazily(state, &REST, move |rest, panel| (rest.asked.compare)(state, open, panel));
    menu(open, "compare", state.words().doors.compare, None, fill)
}

/// What is in its panel.
pub(in crate::ui) fn compare_choices(state: AppState, open: OpenMenu, panel: El) -> El {
    let close = move || open.0.set(None);
    choices(state, panel, close, close)
}

/// What stands in the drawer of a phone: how to begin, or what is compared and how to end. `close` closes the drawer.
pub(in crate::ui) fn compare_section(state: AppState, panel: El, close: impl Fn() + Copy + 'static) -> El {
    // One goes on to the other filters, or back, from here.
    let back = || {
        focus(".drawer-section[data-section=compare] summary");
        bring(".drawer-section[data-section=compare]");
    };
    panel.part(move |part| {
        let Some(pinned) = state.pinned.get() else { return choices(state, part, back, close) };
        let (words, locale) = (state.words().compare(), state.locale.get_untracked());
        let present = move || state.headline.with(|headline| headline.parts.join(words.part_gap));
        let of = |n: usize| el("span").class("compare-count").text(n.to_string());
        let here = el("p").class("compare-name").child(badge(Side::B)).live_text(present).block(move || {
            Some(el("span").class("compare-count").text(state.visible.with(|ids| ids.len()).to_string()))
        });
        let unpin = move || {
            state.compare(None, state.filter.get_untracked());
            back();
        };
        part.child(named(Side::A, name(&pinned, locale)).child(of(pinned.ids.len())))
            .child(here)
            .child(el("p").class("compare-hint").text(words.then))
            .child(choice(words.swap.to_owned(), move || swap(state)))
            .child(choice(words.unpin.to_owned(), unpin))
    })
}

/// The pinned selection and the present one change places.
pub(super) fn swap(state: AppState) {
    let (pinned, filter) = state.view.with_untracked(|v| (v.pinned.clone(), v.filter.clone()));
    if let Some(pinned) = pinned {
        state.compare(Some(filter), pinned);
        tell(state);
    }
}

/// How to begin: pin what is shown, then `pinned`; or make a comparison, then `made`.
fn choices(state: AppState, panel: El, pinned: impl Fn() + Copy + 'static, made: impl Fn() + Copy + 'static) -> El {
    let words = state.words().compare();
    let filter = state.filter.get_untracked();
    let make = move |pinned: Filter, filter: Filter| {
        made();
        state.compare(Some(pinned), filter);
        tell(state);
    };
    let n = state.visible.with_untracked(|ids| ids.len());
    let pin = choice((words.pin)(n), move || {
        let filter = state.filter.get_untracked();
        state.compare(Some(filter.clone()), filter);
        tell(state);
        pinned();
    });
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
