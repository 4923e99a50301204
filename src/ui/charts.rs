//! The charts view: six figures over the present selection.

use leptos::prelude::*;

use super::charts_figure::Figure;
use super::notes_empty::Empty;
use super::state::AppState;
use crate::chart::ChartId;

/// All figures, in the order of the page.
#[component]
pub(super) fn Charts() -> impl IntoView {
    let state = AppState::expect();
    let figures = || ChartId::ALL.into_iter().map(|id| view! { <Figure id=id /> }).collect_view();
    view! {
        <Show when=move || state.visible.with(|ids| !ids.is_empty()) fallback=|| view! { <Empty /> }>
            <div class="figures">{figures()}</div>
        </Show>
    }
}
