//! No event passes: says so, and offers the filter whose removal brings back most.

use leptos::prelude::*;

use super::dom::{El, el};
use super::filters::active_filters;
use super::state::AppState;
use crate::query::Filter;

/// What stands where the events would be.
pub(super) fn empty(state: AppState) -> El {
    let button = move |words: String, filter: Filter| {
        let ask = move |_| state.set_filter(|f| *f = filter.clone());
        el("button").class("button").attr("type", "button").on("click", ask).text(words)
    };
    let offers = move || {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        let active = state.filter.with(|f| active_filters(&dataset, f, None, locale));
        let mut offers: Vec<_> = active.into_iter().map(|a| (state.count_with(&a.without), a)).collect();
        crate::order::sort_by_key(&mut offers, |(n, _)| std::cmp::Reverse(*n));
        let offers = offers.into_iter().filter(|(n, _)| *n > 0).take(2);
        offers.map(move |(n, active)| button((state.words().empty_remove)(&active.label, n), active.without))
    };
    let words = state.words();
    let offers =
        el("p").class("empty-offers").block(offers).child(button(words.filter_clear.to_owned(), Filter::default()));
    el("div").class("empty").child(el("p").text(words.empty_title)).child(offers)
}
