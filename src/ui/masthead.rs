//! Name, view tabs, language and scheme.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::dom::{El, el, live, live_flag, live_string};
use super::hooks::use_window_event;
use super::scene_view::icon;
use super::state::AppState;
use super::url_sync::History;
use crate::i18n::view_name;
use crate::route::{Scheme, View};
use crate::scene::Glyph;

/// The row at the top of the page.
pub(super) fn masthead(state: AppState) -> El {
    let open = RwSignal::new(false);
    close_elsewhere(open);
    let on_key = move |event: &web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            focus(".masthead-button");
        }
    };
    let tabs = el("nav")
        .class("tabs")
        .attr("aria-label", state.words().view_tabs)
        .children(View::ALL.into_iter().filter(|view| *view != View::Story).map(|view| tab(state, view)));
    let class = live(move || Some(if open.get() { "masthead-menu masthead-menu--open" } else { "masthead-menu" }));
    let menu = el("div")
        .class(class)
        .attr("id", "masthead-menu")
        .on("click", move |event| close_at_tab(open, &event))
        .child(tabs)
        .child(el("span").class("masthead-grow"))
        .child(super::export::download_button(state))
        .child(super::export::cite_button(state))
        .child(super::help::help_button(state))
        .child(scheme_switch(state));
    let dataset = state.dataset();
    el("header")
        .class("masthead")
        .on_kind("keydown", on_key)
        .child(mark())
        .child(el("span").class("masthead-name").text(dataset.info().title.get(state.locale.get_untracked())))
        .child(menu_button(state, open))
        .child(menu)
        .child(language_switch(state))
}

/// Opens what does not fit beside the name on a phone; wider pages show all of it and no button.
fn menu_button(state: AppState, open: RwSignal<bool>) -> El {
    el("button")
        .class("control masthead-button")
        .attr("type", "button")
        .attr("aria-controls", "masthead-menu")
        .attr("aria-expanded", live_flag(move || open.get()))
        .attr("aria-label", state.words().phone.menu)
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(icon(None, "0 0 24 24", "M0 7h24v1.5H0zM0 15.5h24V17H0z"))
}

/// Another view is what the menu was opened for; whatever else is in it may be pressed again.
fn close_at_tab(open: RwSignal<bool>, event: &web_sys::Event) {
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
fn mark() -> El {
    let glyphs = [Glyph::JointStatement, Glyph::Summit, Glyph::Mission].into_iter().enumerate().map(|(i, glyph)| {
        let place = format!("translate({} 0)", i * 16);
        el("path").attr("transform", place).attr("fill", "currentColor").attr("d", glyph.path())
    });
    el("svg").class("masthead-mark").attr("viewBox", "0 0 44 12").attr("aria-hidden", "true").children(glyphs)
}

fn tab(state: AppState, view: View) -> El {
    let is_current = Memo::new(move |_| state.shown.get() == view);
    el("button")
        .class(if view == View::All { "tab tab--all" } else { "tab" })
        .attr("type", "button")
        .attr("aria-current", live(move || is_current.get().then_some("page")))
        .on("click", move |_| state.show_view(view))
        .text(view_name(state.words(), view))
}

fn language_switch(state: AppState) -> El {
    let other = state.locale.get_untracked().other();
    let name = match other {
        crate::model::Locale::En => "English",
        crate::model::Locale::Zh => "中文",
    };
    let choose = move |_| {
        state.change(History::Push, |v| v.lang = Some(other));
        // The page is made anew: the focus goes to the switch that took this one's place.
        Timeout::new(0, || focus(".language-switch")).forget();
    };
    el("button")
        .class("control language-switch")
        .attr("type", "button")
        .attr("lang", other.tag())
        .on("click", choose)
        .text(name)
}

pub(super) fn focus(selector: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let found = document.and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = control.focus();
    }
}

fn scheme_switch(state: AppState) -> El {
    let scheme = move || state.view.with(|v| v.scheme);
    let name = move || {
        let words = state.words();
        let now = match scheme() {
            Scheme::System => words.scheme_system,
            Scheme::Light => words.scheme_light,
            Scheme::Dark => words.scheme_dark,
        };
        Some((words.scheme_switch)(now))
    };
    let choose = move |_| {
        let next = match untrack(scheme) {
            Scheme::System => Scheme::Light,
            Scheme::Light => Scheme::Dark,
            Scheme::Dark => Scheme::System,
        };
        state.change(History::Replace, |v| v.scheme = next);
    };
    let half = live(move || {
        Some(match scheme() {
            Scheme::System => "M8 1.75a6.25 6.25 0 0 1 0 12.5z",
            Scheme::Light => "M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
            Scheme::Dark => "M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5z",
        })
    });
    let ring = r#"<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>"#;
    let drawing = el("svg")
        .attr("viewBox", "0 0 16 16")
        .attr("width", "16")
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .child(el("g").markup(ring))
        .child(el("path").attr("fill", "currentColor").attr("d", half));
    el("button")
        .class("control scheme-switch")
        .attr("type", "button")
        .attr("aria-label", live_string(name))
        .attr("title", live_string(name))
        .on("click", choose)
        .child(drawing)
}
