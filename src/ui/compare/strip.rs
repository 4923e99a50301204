//! What is pinned, and what differs: one line each, under the filters.

use super::{badge, menu};
use crate::compare::{Selection, Side, difference};
use crate::i18n::DOT;
use crate::ui::dom::{El, el};
use crate::ui::lazy::{REST, lazily};
use crate::ui::state::AppState;

/// The strip; empty where nothing is pinned.
pub(in crate::ui) fn strip(state: AppState) -> El {
    el("div").part(move |part| match state.pinned.get() {
        Some(pinned) => {
            part.part(lazily(state, &REST, move |rest, part| part.child((rest.asked.strip)(state, &pinned))))
        }
        None => part,
    })
}

pub(in crate::ui) fn strip_view(state: AppState, pinned: &Selection) -> El {
    let words = state.words().compare();
    let headline = &pinned.headline;
    let swap = move |_| menu::swap(state);
    let unpin = move |_| {
        state.compare(None, state.filter.get_untracked());
        focus_menu();
    };
    let dot = || el("span").class("headline-dot").text(DOT);
    let parts = headline.parts.iter().fold(el("span"), |parts, part| parts.child(dot()).text(part.as_str()));
    let what = el("p")
        .class("compare-what")
        .child(badge(Side::A))
        .child(el("span").class("compare-role").text(words.pinned))
        .text(" ")
        .child(el("b").text(headline.shown.as_str()))
        .child(el("span").class("headline-of").text(headline.of.as_str()))
        .child(parts);
    let difference = state.present();
    let difference = difference_words(state, pinned, &difference);
    el("section")
        .class("compare")
        .attr("aria-label", state.words().doors.compare)
        .child(
            el("div")
                .class("compare-line")
                .child(what)
                .child(button(words.swap).on("click", swap))
                .child(button(words.unpin).on("click", unpin)),
        )
        .child(el("p").class("compare-difference").text(difference))
}

fn difference_words(state: AppState, pinned: &Selection, present: &Selection) -> String {
    difference(&state.dataset(), pinned, present, state.locale.get_untracked())
}

fn button(words: &str) -> El {
    el("button").attr("type", "button").class("compare-button").text(words)
}

/// The strip goes with its buttons; the menu it came from, or the button of the drawer, takes the focus.
fn focus_menu() {
    crate::ui::masthead::focus("[aria-controls=menu-compare], .drawer-chip[data-section=compare]");
}
