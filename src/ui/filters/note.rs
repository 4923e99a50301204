//! How the search text was understood.

use leptos::prelude::*;

use crate::i18n::span_words;
use crate::query::Needle;
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;

/// Says that a date was read out of the text, and offers to take the text as words.
pub(in crate::ui) fn search_note(state: AppState) -> El {
    el("div").class("search-understood").attr("role", "status").block(move || {
        let text = state.filter.with(|f| f.text.clone());
        let span = Needle::of(&text, &state.dataset()).date()?;
        let words = state.words().search;
        let said = (words.read_as_date)(&span_words(span, state.locale.get_untracked()));
        let as_words = el("button")
            .class("search-as-words")
            .attr("type", "button")
            .on("click", move |_| state.set_text(format!("\"{text}\"")))
            .text(words.as_words);
        Some(el("p").text(said + " ").child(as_words))
    })
}
