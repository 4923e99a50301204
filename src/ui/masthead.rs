//! Name, view tabs, language and scheme.

use crate::ui::erase::derived;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::dom::{el, live_flag};
use super::hooks::use_window_event;
use super::scene_view::icon;
use super::state::AppState;
use super::url_sync::History;
use crate::i18n::view_name;
use crate::route::{Scheme, View};
use crate::scene::Glyph;

/// The row at the top of the page.
#[component]
pub(super) fn Masthead() -> impl IntoView {
    let state = AppState::expect();
    let name = state.dataset().info().title.get(state.locale.get_untracked()).clone();
    let open = RwSignal::new(false);
    close_elsewhere(open);
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            focus(".masthead-button");
        }
    };
    view! {
        <header class="masthead" on:keydown=on_key>
            <Mark />
            <span class="masthead-name">{name}</span>
            {menu_button(state, open)}
            <div class="masthead-menu" id="masthead-menu" class:masthead-menu--open=open on:click=move |event| close_at_tab(open, &event)>
                <nav class="tabs" aria-label=state.words().view_tabs>
                    {View::ALL.into_iter().map(|view| view! { <Tab view=view /> }).collect_view()}
                </nav>
                <span class="masthead-grow"></span>
                {super::export::download_button(state).into_view()}
                {super::export::cite_button(state).into_view()}
                {super::help::help_button(state)}
                <SchemeSwitch />
            </div>
            <LanguageSwitch />
        </header>
    }
}

/// Opens what does not fit beside the name on a phone; wider pages show all of it and no button.
fn menu_button(state: AppState, open: RwSignal<bool>) -> AnyView {
    el("button")
        .class("control masthead-button")
        .attr("type", "button")
        .attr("aria-controls", "masthead-menu")
        .attr("aria-expanded", live_flag(move || open.get()))
        .attr("aria-label", state.words().phone.menu)
        .on("click", move |_| open.update(|open| *open = !*open))
        .view(icon(None, "0 0 24 24", "M0 7h24v1.5H0zM0 15.5h24V17H0z"))
        .into_view()
}

/// Another view is what the menu was opened for; whatever else is in it may be pressed again.
fn close_at_tab(open: RwSignal<bool>, event: &web_sys::MouseEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    if target.is_some_and(|t| t.closest(".tab").is_ok_and(|tab| tab.is_some())) {
        open.set(false);
    }
}

/// A press elsewhere closes the menu.
fn close_elsewhere(open: RwSignal<bool>) {
    use_window_event("pointerdown", move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let inside = target.is_some_and(|t| t.closest(".masthead").is_ok_and(|found| found.is_some()));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
}

/// Square, disc, triangle: the three families of kinds.
#[component]
fn Mark() -> impl IntoView {
    let glyphs = [Glyph::JointStatement, Glyph::Summit, Glyph::Mission].into_iter().enumerate().map(|(i, glyph)| {
        view! { <path transform=format!("translate({} 0)", i * 16) fill="currentColor" d=glyph.path() /> }
    });
    view! { <svg class="masthead-mark" viewBox="0 0 44 12" aria-hidden="true">{glyphs.collect_view()}</svg> }
}

#[component]
fn Tab(view: View) -> impl IntoView {
    let state = AppState::expect();
    let label = view_name(state.words(), view);
    let is_current = Memo::new(move |_| state.shown.get() == view);
    view! {
        <button
            class=if view == View::All { "tab tab--all" } else { "tab" }
            type="button"
            aria-current=derived(move || is_current.get().then_some("page"))
            on:click=move |_| state.show_view(view)
        >
            {label}
        </button>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let state = AppState::expect();
    let other = state.locale.get_untracked().other();
    let name = match other {
        crate::model::Locale::En => "English",
        crate::model::Locale::Zh => "中文",
    };
    view! {
        <button
            class="control language-switch"
            type="button"
            lang=other.tag()
            on:click=move |_| {
                state.change(History::Push, |v| v.lang = Some(other));
                // The page is made anew: the focus goes to the switch that took this one's place.
                Timeout::new(0, || focus(".language-switch")).forget();
            }
        >
            {name}
        </button>
    }
}

pub(super) fn focus(selector: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let found = document.and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = control.focus();
    }
}

#[component]
fn SchemeSwitch() -> impl IntoView {
    let state = AppState::expect();
    let scheme = Memo::new(move |_| state.view.with(|v| v.scheme));
    let name = derived(move || {
        let words = state.words();
        let now = match scheme.get() {
            Scheme::System => words.scheme_system,
            Scheme::Light => words.scheme_light,
            Scheme::Dark => words.scheme_dark,
        };
        (words.scheme_switch)(now)
    });
    let next = move || match scheme.get_untracked() {
        Scheme::System => Scheme::Light,
        Scheme::Light => Scheme::Dark,
        Scheme::Dark => Scheme::System,
    };
    view! {
        <button
            class="control scheme-switch"
            type="button"
            aria-label=name
            title=name
            on:click=move |_| {
                let next = next();
                state.change(History::Replace, |v| v.scheme = next);
            }
        >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" />
                <path
                    fill="currentColor"
                    d=derived(move || match scheme.get() {
                        Scheme::System => "M8 1.75a6.25 6.25 0 0 1 0 12.5z",
                        Scheme::Light => "M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
                        Scheme::Dark => "M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5z",
                    })
                />
            </svg>
        </button>
    }
}
