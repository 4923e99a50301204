//! What can be done with the opened event: cite it, copy its link, put it into a calendar.

use crate::ui::signals::*;

use super::copy::copy;
use super::dom::{El, el};
use super::export::{calendar_button, cite_event_button};
use super::live::told_line;
use super::state::AppState;
use crate::model::EventId;

/// The field that shows the link where nothing may be copied.
const FIELD: &str = "card-link";

/// The row of buttons at the card's foot, the word of what they did, and the link where it has to be copied by hand.
pub(super) fn actions(state: AppState, id: EventId) -> El {
    let (words, told) = (state.words(), RwSignal::new(""));
    let link = RwSignal::new(String::new());
    let is_by_hand = Memo::new(move |_| told.get() == words.card_copy_by_hand);
    let copy_link = el("button").class("button").attr("type", "button").text(words.card_copy).on("click", move |_| {
        link.set(state.link());
        copy(state.link(), FIELD, [words.card_copied, words.card_copy_by_hand], told);
    });
    let by_hand = move || {
        is_by_hand.get().then(|| {
            el("input")
                .class("card-by-hand")
                .attr("id", FIELD)
                .attr("type", "text")
                .attr("readonly", "")
                .attr("aria-label", words.card_copy_by_hand)
                .attr("value", link.get_untracked())
        })
    };
    // On a phone the citation stands at the foot.
    let is_narrow = super::phone::Phone::expect().is_narrow.get_untracked();
    let buttons = el("div")
        .class("card-actions")
        .children((!is_narrow).then(|| cite_event_button(state)))
        .child(copy_link)
        .child(calendar_button(state, id, told));
    el("div").child(buttons).child(told_line(state, told, "card-told")).block(by_hand)
}
