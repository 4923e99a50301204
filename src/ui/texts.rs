//! What is known and not needed to draw the first view: long texts, and all that seeks. It comes a moment later, and
//! what was asked before is answered by itself.

use std::cell::Cell;
use std::sync::Arc;

use crate::ui::signals::*;

use super::dom::{El, el};
use super::lazy::{self, TEXTS, Texts};
use super::state::AppState;
use crate::model::{Dataset, Participant};
use crate::query::{Filter, Han, Index};

thread_local! {
    /// The page that takes in what comes.
    static PAGE: Cell<Option<AppState>> = const { Cell::new(None) };
}

/// What seeks in a dataset.
pub(super) fn index(dataset: &Dataset) -> Index {
    Index::new(dataset, han())
}

/// The table of characters, with level one of GB 2312 as the browser's decoder has it: rows of 94, the last one shorter.
fn han() -> Han {
    let rows = (0xb0..=0xd7_u8).flat_map(|row| (0xa1..=0xfe_u8).map(move |column| [row, column]));
    let bytes: Vec<u8> = rows.filter(|place| *place <= [0xd7, 0xf9]).flatten().collect();
    let decoded = web_sys::TextDecoder::new_with_label("gbk").and_then(|decoder| decoder.decode_with_u8_array(&bytes));
    Han::new(&decoded.unwrap_or_default())
}

/// A dataset as it is known so far, and what seeks in it.
pub(super) fn with_texts(dataset: Arc<Dataset>) -> (Arc<Dataset>, Index) {
    match lazy::at_hand(&TEXTS) {
        Some(texts) => completed(dataset, texts),
        None => (dataset, Index::default()),
    }
}

/// The whole of the dataset that ships, any other has been whole from the first; and what seeks in it.
fn completed(dataset: Arc<Dataset>, texts: &Texts) -> (Arc<Dataset>, Index) {
    let dataset = if dataset.is_whole() { dataset } else { Arc::new((texts.dataset)()) };
    let index = (texts.index)(&dataset);
    (dataset, index)
}

/// Whether an address asks for what the first view has to be drawn with: it is waited for then.
pub(super) fn are_needed(query: &str) -> bool {
    let asks = |names: &[&str]| query.split(['?', '&']).any(|pair| names.iter().any(|name| pair.starts_with(name)));
    asks(&["q=", "pin.q=", "event="])
        || (asks(&["country=", "pin.country=", "who=", "pin.who="]) && names_unknown(query))
}

/// Whether an address asks for a country that no event names: what it is called comes with the texts.
fn names_unknown(query: &str) -> bool {
    let dataset = crate::data::embedded_first();
    let (view, _) = crate::route::parse(query, &dataset);
    let is_unknown = |who: Participant| dataset.taxonomy().participant_name(who).en.is_empty();
    [Some(view.filter), view.pinned].into_iter().flatten().any(|filter| {
        filter.countries.iter().any(|id| is_unknown(Participant::Country(*id))) || filter.who.is_some_and(is_unknown)
    })
}

/// Takes in what comes, and asks for it as soon as a text is sought.
pub(super) fn use_texts(state: AppState) {
    PAGE.set(Some(state));
    let seeks = Memo::new(move |_| {
        let has_text = |filter: &Filter| !filter.text.trim().is_empty();
        state.view.with(|view| has_text(&view.filter) || view.pinned.as_ref().is_some_and(has_text))
    });
    Effect::new(move |_| {
        if seeks.get() {
            lazy::fetch(&TEXTS);
        }
    });
}

/// What is done when it has come.
pub(super) fn arrived(texts: &Texts) {
    if let Some(state) = PAGE.get() {
        state.learn(|dataset| completed(dataset, texts));
    }
}

/// Says that nothing is sought yet, as long as that is so.
pub(super) fn search_lack(state: AppState) -> Option<El> {
    if state.filter.with(|f| f.text.trim().is_empty()) {
        return None;
    }
    let (is_awaited, has_failed) = lazy::lack(&TEXTS);
    if !is_awaited && !has_failed {
        return None;
    }
    let words = state.words().load;
    if is_awaited {
        return Some(el("p").attr("role", "status").text(words.search_awaited));
    }
    let again = el("button")
        .class("search-as-words")
        .attr("type", "button")
        .on("click", move |_| lazy::fetch(&TEXTS))
        .text(words.again);
    Some(el("p").attr("role", "status").text(words.search_failed).text(" ").child(again))
}
