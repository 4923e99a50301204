//! How the search text was understood, and what is still missing to seek it.

use crate::ui::signals::*;

use crate::i18n::span_words;
use crate::model::TimeSpan;
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;

/// Says that a date was read out of the text, and offers to take the text as words.
pub(in crate::ui) fn search_note(state: AppState) -> El {
    // Typing is answered by the one region: what was read and what it leaves are said in one line.
    let read = Memo::new(move |_| state.needle.with(crate::query::Needle::date));
    Effect::new(move |before: Option<Option<TimeSpan>>| {
        let span = read.get();
        if let Some(span) = span.filter(|_| before.is_some_and(|before| before != span)) {
            state.announce((state.words().search.read_as_date)(&span_words(span, state.locale.get_untracked())));
        }
        span
    });
    let lack = move || super::super::texts::search_lack(state);
    el("div").class("search-understood").block(lack).block(move || {
        let text = state.filter.with(|f| f.text.clone());
        let span = read.get()?;
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
