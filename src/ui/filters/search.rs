//! The search field.

use crate::ui::erase::derived;
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::keys::{Command, Scope};
use crate::ui::hooks::use_window_event;
use crate::ui::shortcuts::{Panels, is_field};
use crate::ui::state::AppState;

/// Typing rests this long before the page is filtered, ms: less than a pause, more than a keystroke.
const SETTLE_MS: u32 = 120;

/// Finds as one types; `/` comes here from anywhere but a field.
#[component]
pub(super) fn SearchField() -> impl IntoView {
    let state = AppState::expect();
    let panels = Panels::expect();
    let field: NodeRef<html::Input> = NodeRef::new();
    let pending = StoredValue::new_local(None::<Timeout>);
    on_cleanup(move || pending.update_value(|held| drop(held.take())));
    let text = Memo::new(move |_| state.filter.with(|f| f.text.clone()));
    use_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !is_field(event.target()) && panels.command(Scope::Anywhere, event) == Some(Command::Search) {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let typed = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        pending.set_value(Some(Timeout::new(SETTLE_MS, move || state.set_text(value))));
    };
    let clear = move |_| {
        pending.update_value(|held| drop(held.take()));
        state.set_text(String::new());
        if let Some(field) = field.get_untracked() {
            field.set_value("");
            let _ = field.focus();
        }
    };
    view! {
        <div class="search" role="search">
            <svg viewBox="0 0 13 13" width="13" height="13" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
                <circle cx="5.25" cy="5.25" r="4" />
                <path d="M8.4 8.4l3.6 3.6" />
            </svg>
            <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                node_ref=field
                aria-label=state.words().filter_search
                placeholder=state.words().filter_search
                prop:value=derived(move || text.get())
                on:input=typed
                on:change=move |_| state.settle_step()
            />
            <Show when=move || text.with(|t| !t.is_empty()) fallback=|| view! { <kbd aria-hidden="true">"/"</kbd> }>
                <button type="button" class="search-clear" aria-label=state.words().filter_search_clear on:click=clear>
                    "✕"
                </button>
            </Show>
        </div>
    }
}
