//! Name, view tabs, language and scheme.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::bar::bar;
use super::dom::{El, el, live, live_string};
use super::phone::Phone;
use super::state::AppState;
use super::url_sync::History;
use crate::i18n::view_name;
use crate::route::{Scheme, View};
use crate::scene::Glyph;

/// The row at the top of the page. On a narrow one only the name is there; everything else stands under the thumb.
pub(super) fn masthead(state: AppState) -> El {
    let phone = Phone::expect();
    let dataset = state.dataset();
    let name = dataset.info().title.get(state.locale.get_untracked()).clone();
    let controls = move |header: El| {
        if phone.is_narrow.get() {
            return header.block(super::help::welcome(state, true)).child(bar(state));
        }
        header
            .child(tabs(state))
            .child(el("span").class("masthead-grow"))
            .children(tools(state))
            .child(language_switch(state, "control language-switch").text(other_language(state)))
            .child(scheme_switch(state))
    };
    el("header").class("masthead").child(mark()).child(el("span").class("masthead-name").text(name)).part(controls)
}

/// The views, one of which is shown.
pub(super) fn tabs(state: AppState) -> El {
    el("nav")
        .class("tabs")
        .attr("aria-label", state.words().view_tabs)
        .children(View::ALL.into_iter().map(|view| tab(state, view)))
}

/// What can be done with the page as it is: in the masthead, or behind the last button of the bar.
pub(super) fn tools(state: AppState) -> impl IntoIterator<Item = El> {
    [
        super::story::add_button(state),
        super::share::share_button(state),
        super::export::download_button(state),
        super::export::cite_button(state),
        super::present::present_button(state),
        super::help::help_button(state),
    ]
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

/// What the other language calls itself.
pub(super) fn other_language(state: AppState) -> &'static str {
    match state.locale.get_untracked().other() {
        crate::model::Locale::En => "English",
        crate::model::Locale::Zh => "中文",
    }
}

/// The button of the other language, yet without its words.
pub(super) fn language_switch(state: AppState, look: &str) -> El {
    let other = state.locale.get_untracked().other();
    let choose = move |_| {
        state.change(History::Push, |v| v.lang = Some(other));
        // The page is made anew: the focus goes to the switch that took this one's place.
        Timeout::new(0, || focus(".language-switch")).forget();
    };
    el("button").class(look).attr("type", "button").attr("lang", other.tag()).on("click", choose)
}

pub(super) fn focus(selector: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let found = document.and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = control.focus();
    }
}

/// Light, dark, or as the system says.
pub(super) fn scheme_switch(state: AppState) -> El {
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
        .attr("width", "1rem")
        .attr("height", "1rem")
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
