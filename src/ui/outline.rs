//! The selection as a nested list, for whoever would rather read than look.

use super::dom::{El, Value, el, live, live_string};
use super::found::{found_line, marked_live};
use super::long_list::LongList;
use super::notes_empty::empty;
use super::roving::Roving;
use super::scene_view::{kind_icon, paint};
use super::state::AppState;
use crate::headline::month_words;
use crate::i18n::{DateStyle, date_words};
use crate::layout::{Guess, WHOLE};
use crate::model::EventId;
use crate::outline::{MonthGroup, YearGroup, outline};
use crate::route::{self, ViewState};
use crate::scene::{Glyph, Paint};

/// Years, their months, and each event with what the table says of it.
pub(super) fn outline_view(state: AppState, part: El) -> El {
    let roving = Roving::new(state);
    let long = LongList::new(state, roving, Guess { row: 64.0, head: 20.0 });
    let name = move || Some((state.words().access.outline_name)(state.visible.with(|ids| ids.len())));
    let years = move |section: El| {
        let ids = state.visible.get();
        let groups = outline(&state.dataset(), &ids);
        roving.starts_with(ids.first().copied());
        if ids.len() > WHOLE {
            return in_sight(section, state, roving, long, groups);
        }
        long.rest();
        let years = groups.iter().map(|group| year(state, roving, group));
        if groups.is_empty() { section.child(empty(state)) } else { section.children(years) }
    };
    let list = roving.list(long.within(el("section")), move |command| long.go(command));
    part.child(list.class("outline").attr("aria-label", live_string(name)).part(years))
}

fn count(n: usize) -> El {
    el("span").class("outline-count").text(n.to_string())
}

fn year_heading(state: AppState, group: &YearGroup) -> El {
    let heading = (state.words().access.outline_year)(group.year) + " ";
    el("h2").text(heading).child(count(group.count()))
}

fn year(state: AppState, roving: Roving, group: &YearGroup) -> El {
    let months = group.months.iter().map(|month| {
        let events = month.ids.iter().map(|id| event(state, roving, *id));
        month_view(state, group.year, month, el("ul").children(events))
    });
    el("div").class("outline-year").child(year_heading(state, group)).children(months)
}

fn month_view(state: AppState, year: i32, group: &MonthGroup, events: El) -> El {
    let (words, locale) = (state.words(), state.locale.get_untracked());
    let heading = group.month.map_or_else(|| (words.table_year_only)(year), |m| month_words(m, locale)) + " ";
    el("div").class("outline-month").child(el("h3").text(heading).child(count(group.ids.len()))).child(events)
}

/// A long outline: the months in sight, each with its events in sight, a year's heading above its first month.
fn in_sight(section: El, state: AppState, roving: Roving, long: LongList, years: Vec<YearGroup>) -> El {
    let months: Vec<(usize, usize)> =
        years.iter().enumerate().flat_map(|(y, year)| (0..year.months.len()).map(move |m| (y, m))).collect();
    let sizes: Vec<usize> = months.iter().map(|(y, m)| years[*y].months[*m].ids.len()).collect();
    long.begin(state.visible.with_untracked(|ids| ids.to_vec()), &sizes, true);
    let make = move |key: u64| {
        let at = key as usize;
        let (y, m) = months[at];
        let (year, month) = (&years[y], &years[y].months[m]);
        let (first, size) = (long.first_of(at), month.ids.len().to_string());
        let item = move |key| {
            let of = |place: usize, id| {
                let place = (place - first + 1).to_string();
                event(state, roving, id).attr("aria-setsize", size.as_str()).attr("aria-posinset", place)
            };
            long.item(key, of, |height| gap("li", height))
        };
        let above = long.gap(move |drawn| drawn.group(at).map_or(0.0, |group| group.before));
        let below = long.gap(move |drawn| drawn.group(at).map_or(0.0, |group| group.after));
        let events = el("ul").keyed(move || long.keys(at), item).child(gap("li", below));
        let heading = (m == 0).then(|| year_heading(state, year));
        let group = el("div").class("outline-year").child(gap("div", above)).children(heading);
        long.group(group.child(month_view(state, year.year, month, events)), at)
    };
    section.keyed(move || long.groups(), make).child(gap("div", long.gap(|drawn| drawn.after)))
}

/// Takes the place of what is not drawn.
fn gap(tag: &'static str, height: Value) -> El {
    el(tag).attr("aria-hidden", "true").attr("style", height)
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
        });
    let link = marked_live(link, state, event.title.get(locale), false);
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
        .block(move || found_line(state, id, locale))
}
