//! Every event as shown, in rows.

use crate::ui::dom::{El, el, live, live_flag};
use leptos::prelude::*;
use std::sync::Arc;

use super::compare::{side_cell, side_head, table_note};
use super::found::{found_line, marked};
use super::notes_empty::empty;
use super::roving::Roving;
use super::scene_view::{icon, kind_icon, paint};
use super::state::AppState;
use super::url_sync::History;
use crate::headline::month_words;
use crate::i18n::{DateStyle, Messages, column_name, date_words};
use crate::layout::{Emphasis, Pane};
use crate::model::{Dataset, EventId, Locale, Month, Precision};
use crate::query::{SortKey, Sorting, sorted};
use crate::scene::{Glyph, Paint};

/// The classes of a row, by its emphasis.
const CLASSES: [&str; 4] =
    ["table-row", "table-row table-row--highlighted", "table-row table-row--muted", "table-row table-row--selected"];

/// Rows under one heading.
struct RowGroup {
    heading: Option<String>,
    ids: Vec<EventId>,
}

/// The table, grouped by month while it is sorted by date.
pub(super) fn table(state: AppState) -> impl Fn() -> [El; 1] {
    let is_empty = Memo::new(move |_| state.listed().is_empty());
    move || [if is_empty.get() { empty(state) } else { rows(state) }]
}

fn rows(state: AppState) -> El {
    let roving = Roving::new(state);
    let sorting = Memo::new(move |_| state.view.with(|v| v.sorting));
    let groups = move || {
        let (dataset, locale, sorting) = (state.dataset(), state.locale.get_untracked(), sorting.get());
        let ids = sorted(&dataset, &state.listed(), sorting, locale);
        roving.starts_with(ids.first().copied());
        let groups = match sorting.key {
            SortKey::Date => by_month(&dataset, &ids, state.words(), locale),
            _ => vec![RowGroup { heading: None, ids }],
        };
        groups.into_iter().map(move |group| group_view(state, roving, group))
    };
    let caption = move || (state.words().table_caption)(state.listed().len());
    let heads = move || {
        let side = side_head(state);
        side.into_iter().chain(SortKey::ALL.into_iter().map(move |key| head(state, key, sorting)))
    };
    let note = move || table_note(state).map(|note| el("p").class("compare-table").text(note));
    let table = roving
        .list(el("table"))
        .class("table")
        .child(el("caption").class("visually-hidden").live_text(caption))
        .child(el("thead").child(el("tr").block(heads)))
        .block(groups);
    el("div").block(note).child(table)
}

fn head(state: AppState, key: SortKey, sorting: Memo<Sorting>) -> El {
    let order = move || {
        let now = sorting.get();
        (now.key == key).then_some(if now.descending { "descending" } else { "ascending" })
    };
    let sort = move |_| {
        let now = sorting.get_untracked();
        let descending = now.key == key && !now.descending;
        state.change(History::Replace, |v| v.sorting = Sorting { key, descending });
    };
    let arrow = move || {
        let path = match order() {
            Some("ascending") => "M0 5h8L4 0z",
            Some(_) => "M0 0h8L4 5z",
            None => "",
        };
        [icon(None, "0 0 8 5", path)]
    };
    let button = el("button").attr("type", "button").class("table-sort").on("click", sort);
    el("th")
        .attr("scope", "col")
        .class(format!("table-{}", key.slug()))
        .attr("aria-sort", live(order))
        .child(button.text(column_name(state.words(), key)).block(arrow))
}

/// Consecutive rows of one month, or of one year where the month is not stated.
fn by_month(dataset: &Dataset, ids: &[EventId], words: &Messages, locale: Locale) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    let mut current = None;
    for id in ids {
        let start = dataset.event(*id).date.anchor();
        let month: Option<Month> = (start.precision() < Precision::Year).then(|| start.span().start().month());
        let key = (start.year(), month);
        if current != Some(key) {
            current = Some(key);
            let heading = month.map_or_else(|| (words.table_year_only)(start.year()), |m| month_words(m, locale));
            groups.push(RowGroup { heading: Some(heading), ids: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.ids.push(*id);
        }
    }
    groups
}

fn group_view(state: AppState, roving: Roving, group: RowGroup) -> El {
    let count = el("span").class("table-group-count").text(group.ids.len().to_string());
    let heading = group.heading.map(|heading| {
        let cell = el("th")
            .attr("colspan", if state.pinned.with(Option::is_some) { "7" } else { "6" })
            .attr("scope", "rowgroup");
        el("tr").class("table-group").child(cell.text(heading + " ").child(count))
    });
    el("tbody").children(heading).children(group.ids.into_iter().map(|id| row(state, roving, id)))
}

fn row(state: AppState, roving: Roving, id: EventId) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let kind = taxonomy.kind(event.kind);
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    let countries: Vec<&str> =
        event.countries.iter().map(|c| taxonomy.country(*c).label.get(locale).as_str()).collect();
    let regions = event.regions.iter().map(|r| {
        let swatch = el("i").class("swatch").attr("style", format!("background: {}", paint(Paint::Region(*r))));
        el("span").class("table-region-name").child(swatch).text(taxonomy.region(*r).label.get(locale))
    });
    let section = dataset.section(event.section);
    let page = match locale {
        Locale::En => format!(", p. {}", section.page),
        Locale::Zh => format!("，第{}页", section.page),
    };
    let emphasis = Memo::new(move |_| state.emphasis(Pane::Table, &[id]));
    let point = move |_| state.point_at(Pane::Table, Arc::from([id]));
    let open = el("button")
        .attr("type", "button")
        .class("table-open")
        .attr("data-event", event.slug.as_str())
        .attr("aria-pressed", live_flag(move || emphasis.get() == Emphasis::Selected))
        .on("focus", point)
        .on("blur", move |_| state.point_away(Pane::Table))
        .on("click", move |event| {
            event.stop_propagation();
            state.select(Some(id));
        });
    let open = marked(open, state, event.title.get(locale));
    let glyph = kind_icon(Glyph::of_kind(&kind.slug, event.kind.index()), None);
    el("tr")
        .class(live(move || Some(emphasis.get().of(CLASSES))))
        .on("click", move |_| state.select(Some(id)))
        .on("pointerenter", point)
        .on("pointerleave", move |_| state.point_away(Pane::Table))
        .children(side_cell(state, id))
        .child(el("td").class("table-date").text(date_words(event.date, locale, DateStyle::Full)))
        .child(
            el("th")
                .attr("scope", "row")
                .class("table-title")
                .child(roving.item(open, id))
                .children(found_line(state, id, locale)),
        )
        .child(el("td").class("table-kind").child(glyph).text(kind.label.get(locale)))
        .child(el("td").class("table-region").children(regions))
        .child(el("td").class("table-countries").text(countries.join(separator)))
        .child(
            el("td")
                .class("table-source")
                .text(format!("§ {}", section.number))
                .child(el("span").class("table-page").text(page)),
        )
}
