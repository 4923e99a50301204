//! The selection as a nested list, for whoever would rather read than look.

use leptos::prelude::*;

use super::dom::{El, el, live};
use super::notes_empty::empty;
use super::roving::Roving;
use super::scene_view::{kind_icon, paint};
use super::state::AppState;
use crate::headline::month_words;
use crate::i18n::{DateStyle, date_words};
use crate::model::EventId;
use crate::outline::{MonthGroup, YearGroup, outline};
use crate::route::{self, ViewState};
use crate::scene::{Glyph, Paint};

/// Years, their months, and each event with what the table says of it.
pub(super) fn outline_view(state: AppState) -> El {
    let roving = Roving::new(state);
    let name = move || Some((state.words().access.outline_name)(state.visible.with(|ids| ids.len())));
    let years = move || {
        let groups = state.visible.with(|ids| outline(&state.dataset(), ids));
        roving.starts_with(state.visible.with_untracked(|ids| ids.first().copied()));
        if groups.is_empty() { vec![empty(state)] } else { groups.iter().map(|g| year(state, roving, g)).collect() }
    };
    roving.list(el("section").class("outline").attr("aria-label", super::dom::live_string(name)).block(years))
}

fn count(n: usize) -> El {
    el("span").class("outline-count").text(n.to_string())
}

fn year(state: AppState, roving: Roving, group: &YearGroup) -> El {
    let heading = (state.words().access.outline_year)(group.year) + " ";
    el("div")
        .class("outline-year")
        .child(el("h2").text(heading).child(count(group.count())))
        .children(group.months.iter().map(|g| month(state, roving, group.year, g)))
}

fn month(state: AppState, roving: Roving, year: i32, group: &MonthGroup) -> El {
    let (words, locale) = (state.words(), state.locale.get_untracked());
    let heading = group.month.map_or_else(|| (words.table_year_only)(year), |m| month_words(m, locale)) + " ";
    el("div")
        .class("outline-month")
        .child(el("h3").text(heading).child(count(group.ids.len())))
        .child(el("ul").children(group.ids.iter().map(|id| event(state, roving, *id))))
}

fn event(state: AppState, roving: Roving, id: EventId) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let kind = taxonomy.kind(event.kind);
    let region = event.regions.first().map(|r| Paint::Region(*r));
    let address = state.view.with_untracked(|v| route::print(&ViewState { event: Some(id), ..v.clone() }, &dataset));
    let link = el("a")
        .class("outline-open")
        .attr("href", address)
        .attr("data-event", event.slug.as_str())
        .attr("aria-current", live(move || (state.selected.get() == Some(id)).then_some("true")))
        .on_kind("click", move |event: &web_sys::MouseEvent| {
            // With a key held it is the browser's: a tab or a window of its own.
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                state.select(Some(id));
            }
        })
        .text(event.title.get(locale));
    let regions = event.regions.iter().map(|r| {
        let swatch = el("i").class("swatch").attr("style", format!("background: {}", paint(Paint::Region(*r))));
        el("span").class("outline-fact").child(swatch).text(taxonomy.region(*r).label.get(locale))
    });
    let section = dataset.section(event.section);
    let fact = |text: String| el("span").class("outline-fact").text(text);
    let facts = el("p")
        .class("outline-facts")
        .child(el("span").class("outline-fact outline-date").text(date_words(event.date, locale, DateStyle::Full)))
        .children(regions)
        .child(fact(kind.label.get(locale).clone()))
        .child(fact((state.words().card_report)(&section.number, section.page)));
    el("li")
        .class("outline-event")
        .child(kind_icon(Glyph::of_kind(&kind.slug, event.kind.index()), region))
        .child(roving.item(link, id))
        .child(facts)
}
