//! The filter bar: search, a menu a facet, and every active filter as a chip that removes it.

mod chips;
mod menu;
mod search;

use crate::ui::erase::derived;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::hooks::use_window_event;
use super::state::AppState;
use super::undo::undo_buttons;
use super::url_sync::History;
use chips::Chips;
pub(super) use chips::active_filters;
use menu::{facet_menu, time_menu};
use search::SearchField;

use crate::i18n::{Messages, lanes_name};
use crate::layout::Lanes;
use crate::query::Facet;

/// The menu that is open, by its name; at most one is.
#[derive(Clone, Copy)]
pub(super) struct OpenMenu(pub(super) RwSignal<Option<&'static str>>);

/// One row of controls; chips wrap below before anything is hidden.
#[component]
pub(super) fn FilterBar() -> impl IntoView {
    let state = AppState::expect();
    let open = OpenMenu(RwSignal::new(None));
    provide_context(open);
    use_window_event("pointerdown", move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let inside = target.is_some_and(|t| t.closest(".menu").is_ok_and(|menu| menu.is_some()));
        if !inside && open.0.get_untracked().is_some() {
            open.0.set(None);
        }
    });
    let is_timeline = Memo::new(move |_| state.shown.get().has_timeline());
    view! {
        <div class="filters" role="group" aria-label=state.words().filter_bar>
            <SearchField />
            {Facet::ALL.into_iter().filter_map(facet_menu).collect_view()}
            {time_menu()}
            <Chips />
            <span class="filters-grow"></span>
            {undo_buttons(state)}
            <Show when=move || is_timeline.get()>
                <LanesMenu />
            </Show>
        </div>
    }
}

/// The name of a facet.
pub(super) fn facet_name(words: &Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Region => words.filter_region,
        Facet::Kind => words.filter_kind,
        Facet::Theme => words.filter_theme,
        Facet::Country => words.filter_country,
        Facet::Stance => words.filter_stance,
    }
}

#[component]
fn LanesMenu() -> impl IntoView {
    let state = AppState::expect();
    let lanes = Memo::new(move |_| state.view.with(|v| v.lanes));
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(lanes) = Lanes::ALL.into_iter().find(|lanes| lanes.slug() == chosen) {
            state.change(History::Push, |v| v.lanes = lanes);
        }
    };
    let options = Lanes::ALL.into_iter().map(|choice| {
        view! {
            <option value=choice.slug() selected=derived(move || lanes.get() == choice)>
                {lanes_name(state.words(), choice)}
            </option>
        }
    });
    view! {
        <label class="lanes-menu">
            <span>{state.words().lanes_menu}</span>
            <select on:change=choose prop:value=derived(move || lanes.get().slug())>{options.collect_view()}</select>
        </label>
    }
}
