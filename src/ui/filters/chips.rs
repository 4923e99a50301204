//! Active filters, each with its count and a cross.

use crate::ui::signals::*;

use super::choices::{choice_name, terms};
use crate::i18n::span_words;
use crate::model::{Dataset, Locale};
use crate::query::{Facet, Facets, Filter};
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;

/// One active filter: its words, its count where one is known, and the question without it.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Active {
    /// Stable name.
    pub(in crate::ui) key: String,
    /// What it asks for.
    pub(in crate::ui) label: String,
    /// How many events the choice has under the other facets.
    pub(in crate::ui) count: Option<usize>,
    /// The question without it.
    pub(in crate::ui) without: Filter,
}

/// Every active filter of a question, in the order of the bar.
pub(in crate::ui) fn active_filters(
    dataset: &Dataset,
    filter: &Filter,
    counts: Option<&Facets>,
    locale: Locale,
) -> Vec<Active> {
    let taxonomy = dataset.taxonomy();
    let mut out = Vec::new();
    let mut add = |key: String, label: &str, count: Option<usize>, remove: &dyn Fn(&mut Filter)| {
        let mut without = filter.clone();
        remove(&mut without);
        out.push(Active { key, label: label.to_owned(), count, without });
    };
    if let Some(who) = filter.who {
        add("who".into(), taxonomy.participant_name(who).get(locale), None, &|f| f.who = None);
    }
    for facet in Facet::ALL.into_iter().filter(|facet| filter.n_chosen(*facet) > 0) {
        for (at, term) in terms(dataset, facet).iter().enumerate().filter(|(at, _)| filter.has(facet, *at)) {
            let count = counts.map(|c| c.of(facet)[at]);
            let name = choice_name(term, facet, at, locale);
            add(format!("{}-{at}", facet.slug()), &name, count, &|f| f.toggle(facet, at));
        }
    }
    if !filter.text.trim().is_empty() {
        add("text".into(), &format!("“{}”", filter.text.trim()), None, &|f| f.text.clear());
    }
    if let Some(span) = filter.time {
        add("time".into(), &span_words(span, locale), None, &|f| f.time = None);
    }
    if filter.background {
        let label = crate::i18n::messages(locale).filter_background;
        add("background".into(), label, None, &|f| f.background = false);
    }
    out
}

/// What the choices made in a facet are called.
pub(in crate::ui) fn chosen_names(dataset: &Dataset, filter: &Filter, facet: Facet, locale: Locale) -> Vec<String> {
    let terms = terms(dataset, facet);
    let chosen = terms.iter().enumerate().filter(|(at, _)| filter.has(facet, *at));
    chosen.map(|(at, term)| choice_name(term, facet, at, locale)).collect()
}

/// The chips, and the button that removes them all.
pub(super) fn chips(state: AppState) -> impl Fn(El) -> El {
    let active = Memo::new(move |_| {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        state.facets.with(|counts| state.filter.with(|f| active_filters(&dataset, f, Some(counts.as_ref()), locale)))
    });
    let chip = move |active: Active| {
        let without = active.without;
        let count = active.count.map(|n| el("span").class("chip-count").text(n.to_string()));
        let cross = r#"<path d="M1 1l6 6M7 1L1 7" stroke="currentColor" stroke-width="1.5"/>"#;
        let cross = el("svg").attr("viewBox", "0 0 8 8").attr("width", "0.5rem").attr("height", "0.5rem").markup(cross);
        el("button")
            .class("chip")
            .attr("type", "button")
            .attr("aria-label", (state.words().filter_remove)(&active.label))
            .on("click", move |_| state.set_filter(|f| *f = without.clone()))
            .text(active.label)
            .children(count)
            .child(cross.attr("aria-hidden", "true"))
    };
    move |bar| {
        let active = active.get();
        let clear = (!active.is_empty()).then(|| {
            let clear = move |_| state.set_filter(|f| *f = Filter::default());
            el("button").class("clear").attr("type", "button").on("click", clear).text(state.words().filter_clear)
        });
        bar.children(active.into_iter().map(chip)).children(clear)
    }
}
