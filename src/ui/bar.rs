//! What stands under the thumb on a narrow page: a bar at the foot of the screen, and the panels that open above it.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::dom::{El, el, live, live_flag, live_string};
use super::filters::active_filters;
use super::hooks::use_window_event;
use super::masthead::{focus, language_switch, other_language, scheme_switch, tabs, tools};
use super::phone::Phone;
use super::state::AppState;
use crate::i18n::view_name;

/// The panel of the views.
const VIEWS: &str = "bar-views";

/// The panel of everything else.
const MORE: &str = "bar-more";

/// The section of the drawer that holds the search.
pub(super) const SEARCH: &str = "text";

/// Two lists of lines with their knobs, a time down which they hang, and so on: drawn on 20 × 20, in outline.
const VIEW_ICON: &str = r#"<path d="M5 2.5v15M9 6h8M9 14h8"/><circle cx="5" cy="6" r="2" fill="currentColor"/><circle cx="5" cy="14" r="2" fill="currentColor"/>"#;
const FILTER_ICON: &str = r#"<path d="M2.5 5h15M5.5 10h9M8.5 15h3"/>"#;
const SEARCH_ICON: &str = r#"<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.7 12.7 4.8 4.8"/>"#;
const LANGUAGE_ICON: &str =
    r#"<circle cx="10" cy="10" r="7.5"/><path d="M2.5 10h15M10 2.5c5 4.5 5 10.5 0 15M10 2.5c-5 4.5-5 10.5 0 15"/>"#;
const MORE_ICON: &str = r#"<g fill="currentColor" stroke="none"><circle cx="4" cy="10" r="1.75"/><circle cx="10" cy="10" r="1.75"/><circle cx="16" cy="10" r="1.75"/></g>"#;

/// The bar and its panels.
pub(super) fn bar(state: AppState) -> El {
    let phone = Phone::expect();
    let words = state.words().phone();
    let open = RwSignal::new(None::<&'static str>);
    use_window_event("pointerdown", move |event| {
        if open.get_untracked().is_some() && !is_in(event.target(), ".bar") {
            open.set(None);
        }
    });
    let on_key = move |event: &web_sys::KeyboardEvent| {
        let panel = open.get_untracked().filter(|_| event.key() == "Escape");
        if let Some(panel) = panel {
            event.prevent_default();
            close(open, panel);
        }
    };
    // A dialog that a panel opened gives the focus back to it.
    let on_leave = move |event: &web_sys::FocusEvent| {
        let next = event.related_target();
        if next.is_some() && !is_in(next, ".bar, dialog") {
            open.set(None);
        }
    };
    let n_active = Memo::new(move |_| {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        state.filter.with(|filter| active_filters(&dataset, filter, None, locale).len())
    });
    let view = panel_button(open, VIEWS, VIEW_ICON, words.view)
        .attr("aria-label", live_string(move || Some((words.view_shown)(view_name(state.words(), state.shown.get())))));
    let badge = move || (n_active.get() > 0).then(|| el("span").class("bar-badge").text(n_active.get().to_string()));
    let filters = item(el("button").class("bar-item").attr("type", "button"), FILTER_ICON, words.filters)
        .attr("aria-haspopup", "dialog")
        .attr("aria-label", live_string(move || Some((words.filters_active)(n_active.get()))))
        .on("click", move |_| phone.ask_filters(""))
        .block(badge);
    let search = item(el("button").class("bar-item").attr("type", "button"), SEARCH_ICON, words.search)
        .attr("aria-haspopup", "dialog")
        .on("click", move |_| phone.ask_filters(SEARCH));
    let language = item(language_switch(state, "bar-item language-switch"), LANGUAGE_ICON, other_language(state));
    let all_tools = el("div").class("bar-tools").children(tools(state)).child(scheme_switch(state));
    let views = panel(open, VIEWS).child(tabs(state)).on("click", move |event| {
        // Another view is what it was opened for.
        if is_in(event.target(), ".tab") {
            close(open, VIEWS);
        }
    });
    el("div")
        .class("bar")
        .attr("role", "group")
        .attr("aria-label", words.bar)
        .on_kind("keydown", on_key)
        .on_kind("focusout", on_leave)
        .child(view)
        .child(views)
        .child(filters)
        .child(search)
        .child(language)
        .child(panel_button(open, MORE, MORE_ICON, words.more))
        .child(panel(open, MORE).child(all_tools))
}

fn item(button: El, icon: &'static str, label: &str) -> El {
    let icon = el("svg").class("bar-icon").attr("viewBox", "0 0 20 20").attr("aria-hidden", "true").markup(icon);
    button.child(icon).child(el("span").class("bar-label").text(label))
}

/// A button that opens a panel, or closes it.
fn panel_button(open: RwSignal<Option<&'static str>>, panel: &'static str, icon: &'static str, label: &str) -> El {
    let toggle = move |_| open.update(|open| *open = if *open == Some(panel) { None } else { Some(panel) });
    item(el("button").class("bar-item").attr("type", "button"), icon, label)
        .attr("aria-expanded", live_flag(move || open.get() == Some(panel)))
        .attr("aria-controls", panel)
        .on("click", toggle)
}

fn panel(open: RwSignal<Option<&'static str>>, panel: &'static str) -> El {
    let is_shut = live(move || (open.get() != Some(panel)).then_some(""));
    el("div").class("bar-panel").attr("id", panel).attr("hidden", is_shut)
}

/// Closes a panel; its button takes the focus.
fn close(open: RwSignal<Option<&'static str>>, panel: &'static str) {
    open.set(None);
    focus(&["[aria-controls=", panel, "]"].concat());
}

fn is_in(target: Option<web_sys::EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}
