//! The search field.

use crate::ui::signals::*;
use leptos::html;
use wasm_bindgen::JsCast as _;

use crate::keys::{Command, Scope};
use crate::ui::dom::{El, el};
use crate::ui::hooks::{use_frame, use_later, use_window_event};
use crate::ui::lazy;
use crate::ui::shortcuts::{Panels, is_field};
use crate::ui::state::AppState;

/// Finds as one types; `/` comes here from anywhere but a field.
pub(in crate::ui) fn search_field(state: AppState) -> El {
    let panels = Panels::expect();
    let field: NodeRef<html::Input> = NodeRef::new();
    // What is typed is seen before it is answered.
    let pending = use_later();
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
    // What was typed and is asked for, which the field has; and whether it is to be given another text.
    let (told, awaits) = (StoredValue::new(text.get_untracked()), StoredValue::new(false));
    let typed = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        awaits.set_value(false);
        pending.soon(move || {
            told.set_value(value.clone());
            state.set_text(value);
        });
    };
    let clear = move |_| {
        pending.forget();
        state.set_text(String::new());
        if let Some(field) = field.get_untracked() {
            field.set_value("");
            let _ = field.focus();
        }
    };
    // A field that is given a value has the page laid out, which in the midst of an answer is for nothing.
    let frame = use_frame();
    Effect::new(move |_| {
        if text.with(|text| told.with_value(|told| told == text)) {
            return;
        }
        awaits.set_value(true);
        frame.request(move || {
            let Some(field) = field.get_untracked().filter(|_| awaits.get_value()) else { return };
            awaits.set_value(false);
            told.set_value(text.get_untracked());
            field.set_value(&text.get_untracked());
        });
    });
    let words = state.words();
    let lens = r#"<circle cx="5.25" cy="5.25" r="4"/><path d="M8.4 8.4l3.6 3.6"/>"#;
    let lens = el("svg")
        .attr("viewBox", "0 0 13 13")
        .attr("width", "0.8125rem")
        .attr("height", "0.8125rem")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "1.5")
        .attr("aria-hidden", "true")
        .markup(lens);
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .node_ref(field)
        .attr("aria-label", words.filter_search)
        .attr("placeholder", words.filter_search)
        .property("value", text.get_untracked())
        .on("input", typed)
        // What it finds more than letters by is on its way before the first letter is typed.
        .on("focus", |_| lazy::fetch(&lazy::TEXTS))
        .on("change", move |_| state.settle_step());
    let has_text = Memo::new(move |_| text.with(|t| !t.is_empty()));
    let button = move || {
        [if has_text.get() {
            let button = el("button").attr("type", "button").class("search-clear");
            button.attr("aria-label", words.filter_search_clear).on("click", clear).text("✕")
        } else {
            el("kbd").attr("aria-hidden", "true").text("/")
        }]
    };
    el("div").class("search").attr("role", "search").child(lens).child(input).block(button)
}
