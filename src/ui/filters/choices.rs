//! The choices of a facet: how many events each has, and what a click on it leaves.
//!
//! Nothing vanishes: a choice that would leave nothing stays, below the others and with the reason.

use crate::ui::signals::*;

use super::menu::{Counter, menu};
use super::{Leave, OpenMenu, facet_name};
use crate::i18n::messages;
use crate::model::{Bilingual, Dataset, Locale, RegionId, Term};
use crate::query::{Exactness, Facet, Needle};
use crate::scene::{Glyph, Paint};
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::lazy::{REST, lazily};
use crate::ui::participant::follow;
use crate::ui::scene_view::{kind_icon, paint};
use crate::ui::state::AppState;

/// Lists longer than this get a field to find an entry by.
const LONG_LIST: usize = 24;

/// The facets with a menu of their own; the rest stand together behind one button, so that the bar stays one line.
pub(super) const OWN_MENU: [Facet; 4] = [Facet::Region, Facet::Kind, Facet::Theme, Facet::Country];

/// The facets behind "More".
const FURTHER: [Facet; 3] = [Facet::Organisation, Facet::Stance, Facet::Precision];

/// The entries of a facet, by place.
pub(in crate::ui) fn terms(dataset: &Dataset, facet: Facet) -> Vec<Term> {
    let taxonomy = dataset.taxonomy();
    match facet {
        Facet::Region => taxonomy.regions.iter().map(|r| r.term.clone()).collect(),
        Facet::Kind => taxonomy.kinds.clone(),
        Facet::Theme => taxonomy.themes.clone(),
        Facet::Country => taxonomy.countries.clone(),
        Facet::Stance => taxonomy.stances.clone(),
        Facet::Organisation => taxonomy.organisations.clone(),
        Facet::Precision => {
            let word = |locale, known| (messages(locale).search.exactness)(known).to_owned();
            let label = |known| Bilingual { en: word(Locale::En, known), zh: word(Locale::Zh, known) };
            Exactness::ALL
                .into_iter()
                .map(|known| Term { slug: known.slug().to_owned(), label: label(known) })
                .collect()
        }
    }
}

/// How a choice is called in its facet: directions have their number before them.
pub(in crate::ui) fn choice_name(term: &Term, facet: Facet, place: usize, locale: Locale) -> String {
    let name = term.label.get(locale);
    if facet == Facet::Theme { format!("{} {name}", place + 1) } else { name.clone() }
}

/// The menu of one facet. None without a vocabulary.
pub(super) fn facet_menu(state: AppState, open: OpenMenu, facet: Facet) -> Option<El> {
    if facet.n_choices(&state.dataset()) == 0 {
        return None;
    }
    let label = facet_name(state.words(), facet);
    let fill = lazily(state, &REST, move |rest, panel| (rest.asked.facet)(state, open, facet, panel));
    Some(menu(open, facet.slug(), label, Some(n_with_events(state, facet)), fill))
}

/// What is in it.
pub(in crate::ui) fn facet_choices(state: AppState, open: OpenMenu, facet: Facet, panel: El) -> El {
    choices(state, &open.closing(), facet, panel)
}

/// The menu of the facets that have none of their own, each folded until it is asked for.
pub(super) fn further_menu(state: AppState, open: OpenMenu) -> El {
    menu(
        open,
        "more",
        state.words().search.more,
        None,
        lazily(state, &REST, move |rest, panel| (rest.asked.further)(state, open, panel)),
    )
}

/// What is in it.
pub(in crate::ui) fn further_choices(state: AppState, open: OpenMenu, panel: El) -> El {
    let dataset = state.dataset();
    let facets = FURTHER.into_iter().filter(|facet| facet.n_choices(&dataset) > 0);
    panel.children(facets.map(|facet| {
        let count = n_with_events(state, facet);
        let is_open = state.filter.with_untracked(|f| f.n_chosen(facet) > 0);
        let head = el("summary")
            .class("menu-fold-head")
            .text(facet_name(state.words(), facet))
            .child(el("span").class("menu-count").live_text(move || count().to_string()));
        let fold = el("details").class("menu-fold").maybe_attr("open", is_open.then_some("")).child(head);
        choices(state, &open.closing(), facet, fold)
    }))
}

/// How many choices have an event under the other facets.
fn n_with_events(state: AppState, facet: Facet) -> Counter {
    Box::new(move || state.facets.with(|f| f.of(facet).iter().filter(|n| **n > 0).count()))
}

/// Fills a panel with the choices of a facet; `leave` closes what it is the panel of.
pub(super) fn choices(state: AppState, leave: &Leave, facet: Facet, panel: El) -> El {
    let terms = terms(&state.dataset(), facet);
    let is_long = terms.len() > LONG_LIST;
    let find = RwSignal::new(Needle::default());
    // The order is settled when the menu opens, so that nothing jumps away under the pointer.
    let (listed, without): (Vec<usize>, Vec<usize>) = state.facets.with_untracked(|f| {
        state
            .filter
            .with_untracked(|filter| (0..terms.len()).partition(|at| f.of(facet)[*at] > 0 || filter.has(facet, *at)))
    });
    let row = |at: usize| choice(state, facet, at, &terms[at], find).children(follow(state, leave, facet, at));
    let words = state.words();
    let field = is_long.then(|| {
        el("input")
            .class("menu-find")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("placeholder", words.filter_find)
            .attr("aria-label", words.filter_find)
            .on("input", move |event| find.set(state.seek_words(&event_target_value(&event))))
    });
    let asks_nothing = move || state.filter.with(|f| f.n_chosen(facet) == 0);
    let all = el("button")
        .class("menu-all")
        .attr("type", "button")
        .attr("disabled", live(move || asks_nothing().then_some("")))
        .on("click", move |_| state.set_filter(|f| f.ask_nothing(facet)))
        .text(words.filter_all);
    let reason = (!without.is_empty()).then(|| el("p").class("choice-reason").text(words.search.none_here));
    panel
        .child(el("div").class("menu-head").children(field).child(all))
        .children(listed.into_iter().map(row))
        .children(reason)
        .children(without.into_iter().map(row))
}

/// One choice: a box to tick, and a button for this one alone.
fn choice(state: AppState, facet: Facet, at: usize, term: &Term, find: RwSignal<Needle>) -> El {
    let words = state.words();
    let name = choice_name(term, facet, at, state.locale.get_untracked());
    let label = term.label.clone();
    let has = move || state.filter.with(|f| f.has(facet, at));
    let count = move || state.facets.with(|f| f.of(facet)[at]);
    // Alone it would leave nothing; beside others it would change nothing.
    let leads_nowhere = move || count() == 0 && !has();
    let is_only = move || state.filter.with(|f| f.n_chosen(facet) == 1 && f.has(facet, at));
    let input = el("input")
        .attr("type", "checkbox")
        .checked(has)
        .attr("aria-disabled", live(move || leads_nowhere().then_some("true")))
        .on("click", move |event| {
            if leads_nowhere() {
                event.prevent_default();
            }
        })
        .on("change", move |_| state.set_filter(|f| f.toggle(facet, at)));
    let leaves = move || {
        let reason = words.search.none_here.to_owned();
        let left = || (words.search.leaves)(state.facets.with(|f| f.left_by(facet, at)));
        Some(if leads_nowhere() { reason } else { left() })
    };
    let class = move || Some(if leads_nowhere() { "choice choice--none" } else { "choice" });
    let choice = el("label").class(live(class)).attr("title", live_string(leaves)).child(input);
    let choice = match facet {
        Facet::Region => {
            let style = format!("background: {}", paint(Paint::Region(RegionId(at as u8))));
            choice.child(el("i").class("swatch").attr("style", style))
        }
        Facet::Kind => choice.child(kind_icon(Glyph::of_kind(&term.slug, at), None)),
        Facet::Theme | Facet::Country | Facet::Stance | Facet::Organisation | Facet::Precision => choice,
    };
    let choice = choice
        .child(el("span").class("choice-name").text(name.as_str()))
        .child(el("span").class("choice-count").live_text(move || count().to_string()));
    let full_name = move || {
        let facet = facet_name(words, facet);
        Some(if is_only() { (words.search.all_name)(facet) } else { (words.search.only_name)(&name) })
    };
    let only = el("button")
        .class("choice-only")
        .attr("type", "button")
        .attr("aria-label", live_string(full_name))
        .attr("hidden", live(move || leads_nowhere().then_some("")))
        .on("click", move |_| {
            let again_all = is_only();
            state.set_filter(|f| if again_all { f.ask_nothing(facet) } else { f.choose_only(facet, at) });
        })
        .live_text(move || if is_only() { words.search.all } else { words.search.only }.to_owned());
    let class = move || {
        Some(if find.with(|needle| needle.is_in(&label)) { "choice-row" } else { "choice-row choice-row--hidden" })
    };
    el("div").class(live(class)).child(choice).child(only)
}
