//! No event passes: says which filters leave nothing together, and offers the one to let go of first.

use super::dom::{El, el};
use super::filters::chosen_names;
use super::lazy::{REST, lazily};
use super::state::AppState;
use crate::i18n::span_words;
use crate::query::{Condition, Filter, count, nothing};

/// The most ways back that are offered.
const MAX_WAYS: usize = 4;

/// What stands where the events would be.
pub(super) fn empty(state: AppState) -> El {
    el("div").part(lazily(state, &REST, move |rest, part| part.child((rest.asked.empty)(state))))
}

/// Why there is nothing, and ways back.
pub(super) fn why(state: AppState) -> El {
    let words = state.words();
    let button = move |look: &'static str, words: String, filter: Filter| {
        let ask = move |_| state.set_filter(|f| *f = filter.clone());
        el("button").class(look).attr("type", "button").on("click", ask).text(words)
    };
    let content = move |part: El| {
        let (dataset, filter) = (state.dataset(), state.filter.get());
        let why = state.index.with_untracked(|index| nothing(&dataset, index, &filter)).unwrap_or_default();
        let names: Vec<String> = why.cause.iter().map(|condition| name(state, &filter, *condition)).collect();
        let title = match why.cause[..] {
            [Condition::Text] => (words.empty().no_text)(&names[0]),
            [] => words.empty_title.to_owned(),
            _ => (words.empty().why)(&names),
        };
        // A word that is found nowhere may be one of the record, mistyped.
        let near = state.index.with_untracked(|index| {
            let near = index.near(&dataset, &filter.text)?;
            let instead = Filter { text: near.text, ..filter.clone() };
            let n = count(&dataset, index, &instead);
            (n > 0).then_some((near.word, instead, n))
        });
        let near = near.map(|(word, instead, n)| ((words.empty().search_instead)(&word, n), instead));
        let ways = why.ways.into_iter().take(MAX_WAYS).map(|way| {
            let text = match way.without[..] {
                [Condition::Record] => (words.empty().show_background)(way.count),
                _ => {
                    let names: Vec<String> = way.without.iter().map(|c| name(state, &filter, *c)).collect();
                    (words.empty().remove)(&names.join(words.empty().and), way.count)
                }
            };
            (text, way.filter)
        });
        let first = |at: usize| if at == 0 { "button button--main" } else { "button" };
        let offers = near.into_iter().chain(ways).enumerate().map(|(at, (text, to))| button(first(at), text, to));
        let clear = button("button", words.filter_clear.to_owned(), Filter::default());
        let offers = el("p").class("empty-offers").children(offers).child(clear);
        part.child(el("p").class("empty-why").text(title)).child(offers)
    };
    el("div").class("empty").part(content)
}

/// A condition as the filter bar calls it.
fn name(state: AppState, filter: &Filter, condition: Condition) -> String {
    let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
    match condition {
        Condition::Text => ["“", filter.text.trim(), "”"].concat(),
        Condition::Time => filter.time.map(|span| span_words(span, locale)).unwrap_or_default(),
        Condition::Facet(facet) => chosen_names(&dataset, filter, facet, locale).join(words.empty().or),
        Condition::Who => {
            let who = filter.who.map(|who| dataset.taxonomy().participant_name(who).get(locale).to_owned());
            who.unwrap_or_default()
        }
        Condition::Record => words.empty().record.to_owned(),
    }
}
