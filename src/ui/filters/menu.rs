//! Menus of choices, each with the number of events it would leave.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::OpenMenu;
use crate::i18n::{DateStyle, date_words};
use crate::model::{Day, Locale, Month, TimeSpan};
use crate::query::within;
use crate::ui::dom::{El, el, live_flag};
use crate::ui::lazy::{REST, lazily};
use crate::ui::scene_view::icon;
use crate::ui::state::AppState;

/// The widest panel, px; the same stands in the style sheet.
const WIDEST_PANEL: f64 = 384.0;

/// The most years the time menu lists one by one.
const MAX_YEARS: i32 = 12;

/// A number that is followed.
pub(super) type Counter = Box<dyn Fn() -> usize>;

/// A button that opens a panel under it; closed by Escape, by a click elsewhere, or by leaving it with Tab.
///
/// `name` is unique; `count` stands beside the button's words; the panel is filled when it opens.
pub(in crate::ui) fn menu(
    OpenMenu(open): OpenMenu,
    name: &'static str,
    label: &'static str,
    count: Option<Counter>,
    fill: impl Fn(El) -> El + 'static,
) -> El {
    let is_open = Memo::new(move |_| open.get() == Some(name));
    let panel_id = format!("menu-{name}");
    // The listening element is the menu itself.
    let root = |event: &web_sys::Event| event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let on_key = move |event: web_sys::Event| {
        let is_escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if is_escape && is_open.get_untracked() {
            event.stop_propagation();
            let button = root(&event).and_then(|root| root.query_selector(".menu-button").ok().flatten());
            open.set(None);
            if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = button.focus();
            }
        }
    };
    let on_leave = move |event: web_sys::Event| {
        let next = event.dyn_ref::<web_sys::FocusEvent>().and_then(web_sys::FocusEvent::related_target);
        let next = next.and_then(|t| t.dyn_into::<web_sys::Node>().ok());
        let inside = root(&event).is_some_and(|root| root.contains(next.as_ref()));
        if next.is_some() && !inside && is_open.get_untracked() {
            open.set(None);
        }
    };
    let opens_left = StoredValue::new(false);
    let on_click = move |event: web_sys::Event| {
        if let Some(button) = root(&event) {
            opens_left.set_value(lacks_room(&button));
        }
        open.update(|o| *o = if *o == Some(name) { None } else { Some(name) });
    };
    let mut button = el("button")
        .class("menu-button")
        .attr("type", "button")
        .attr("aria-expanded", live_flag(move || is_open.get()))
        .attr("aria-controls", panel_id.as_str())
        .on("click", on_click)
        .text(label);
    if let Some(count) = count {
        button = button.child(el("span").class("menu-count").live_text(move || count().to_string()));
    }
    let caret = icon(Some("menu-caret"), "0 0 8 5", "M0 0h8L4 5z");
    let panel = move || {
        let class = if opens_left.get_value() { "menu-panel menu-panel--left" } else { "menu-panel" };
        // Pressing a word of it takes the focus to the nearest thing that can have it, which must not be outside.
        let panel =
            || el("div").class(class).attr("id", panel_id.as_str()).attr("role", "group").attr("tabindex", "-1");
        is_open.get().then(|| fill(panel().attr("aria-label", label)))
    };
    el("div").class("menu").on("keydown", on_key).on("focusout", on_leave).child(button.child(caret)).block(panel)
}

/// Whether a panel that begins where its button does would leave the window.
fn lacks_room(button: &web_sys::Element) -> bool {
    let window_width = web_sys::window().and_then(|w| w.inner_width().ok()).and_then(|width| width.as_f64());
    window_width.is_some_and(|width| button.get_bounding_client_rect().left() + WIDEST_PANEL > width)
}

fn named_and_counted(choice: El, name: String, count: impl Fn() -> usize + Send + Sync + 'static) -> El {
    choice
        .child(el("span").class("choice-name").text(name))
        .child(el("span").class("choice-count").live_text(move || count().to_string()))
}

fn year_span(year: i32) -> TimeSpan {
    TimeSpan::new(Month::new(year, 1).first_day(), Month::new(year + 1, 1).first_day())
}

fn year_words(locale: Locale, year: i32) -> String {
    // The same words as a date known to the year.
    let date = year.to_string().parse().ok();
    date.map_or(year.to_string(), |date| date_words(date, locale, DateStyle::Full))
}

/// The years of the record, and the switch for what came before it.
pub(super) fn time_menu(state: AppState, open: OpenMenu) -> El {
    menu(
        open,
        "time",
        state.words().filter_time,
        None,
        lazily(state, &REST, move |rest, panel| (rest.asked.years)(state, panel)),
    )
}

/// What is in it.
pub(in crate::ui) fn years(state: AppState, panel: El) -> El {
    let coverage = state.dataset().coverage();
    let (first, last) = (coverage.start().ymd().0, coverage.last().ymd().0);
    let choice = move |span: Option<TimeSpan>, name: String| {
        let shown = span.unwrap_or(coverage);
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "time")
            .checked(move || state.filter.with(|f| f.time) == span)
            .on("change", move |_| state.set_filter(|f| f.time = span));
        let count = move || state.matching.with(|ids| within(&state.dataset(), ids, shown).len());
        named_and_counted(el("label").class("choice").child(input), name, count)
    };
    // The record may begin or end inside a year.
    let row = |year| choice(Some(year_span(year)), year_words(state.locale.get_untracked(), year));
    let rows = (first.max(last - MAX_YEARS + 1)..=last).map(row);
    let has_background = state.dataset().events().iter().any(|e| e.background);
    let set_background = move |_| {
        let domain = state.dataset().domain(true);
        state.set_filter(|f| {
            f.background = !f.background;
            // Showing it looks at it; hiding it comes back to the record.
            f.time = f.background.then_some(TimeSpan::new(Day(domain.start().0), domain.end()));
        });
    };
    let background = has_background.then(|| {
        let input = el("input")
            .attr("type", "checkbox")
            .checked(move || state.filter.with(|f| f.background))
            .on("change", set_background);
        let name = el("span").class("choice-name").text(state.words().filter_background);
        el("label").class("choice choice--apart").child(input).child(name)
    });
    panel.child(choice(None, state.words().filter_all.to_owned())).children(rows).children(background)
}
