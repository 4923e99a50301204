//! The headline, the sentence under it, and whose account it is.

use super::dom::{El, el};
use super::embed::is_embedded;
use super::help::welcome;
use super::state::AppState;
use crate::headline::account;
use crate::i18n::DOT;

/// Counts and filter words bold, what connects them regular.
pub(super) fn headline_block(state: AppState) -> El {
    let headline = state.headline;
    let dot = || el("span").class("headline-dot").text(DOT);
    let parts = move |h1: El| headline.with(|h| h.parts.iter().fold(h1, |h1, part| h1.child(dot()).text(part)));
    let whose = account(&state.dataset(), state.locale.get_untracked());
    let shown = el("h1")
        .attr("tabindex", "-1")
        .live_text(move || headline.with(|h| h.shown.clone()))
        .child(el("span").class("headline-of").live_text(move || headline.with(|h| h.of.clone())))
        .part(parts);
    let lede = el("p").class("headline-lede").live_text(move || headline.with(|h| h.lede.clone()));
    let account = el("p")
        .class("headline-account")
        .child(el("span").class("headline-account-long").text(whose.0))
        .child(el("span").class("headline-account-short").text(whose.1));
    let text = el("div").class("headline-text").child(shown);
    let text = if is_embedded() { text } else { text.block(welcome(state, false)) };
    el("div").class("headline").child(text.child(lede)).child(account)
}
