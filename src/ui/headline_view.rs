//! The headline, the sentence under it, and whose account it is.

use crate::ui::erase::{block, derived};
use leptos::prelude::*;

use super::state::AppState;
use crate::headline::account;

/// Counts and filter words bold, what connects them regular.
#[component]
pub(super) fn HeadlineBlock() -> impl IntoView {
    let state = AppState::expect();
    let headline = state.headline;
    let parts = block(move || {
        let parts = headline.with(|h| h.parts.clone());
        parts.into_iter().map(|part| view! { <span class="headline-dot">" · "</span>{part} }).collect_view()
    });
    let whose = account(&state.dataset(), state.locale.get_untracked());
    view! {
        <div class="headline">
            <div class="headline-text">
                <h1>
                    {derived(move || headline.with(|h| h.shown.clone()))}
                    <span class="headline-of">{derived(move || headline.with(|h| h.of.clone()))}</span>
                    {parts}
                </h1>
                <p class="headline-lede">{derived(move || headline.with(|h| h.lede.clone()))}</p>
            </div>
            <p class="headline-account">
                <span class="headline-account-long">{whose.0}</span>
                <span class="headline-account-short">{whose.1}</span>
            </p>
        </div>
    }
}
