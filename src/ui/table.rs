//! Every event as shown, in rows.

use super::dom::{El, Value, el, live, live_flag, live_string};
use crate::ui::signals::*;
use std::sync::Arc;

use super::compare::{side_cell, side_head, table_note};
use super::found::{found_line, marked};
use super::long_list::LongList;
use super::notes_empty::empty;
use super::roving::Roving;
use super::scene_view::{icon, kind_icon, paint};
use super::state::AppState;
use super::url_sync::History;
use crate::headline::month_words;
use crate::i18n::{DateStyle, Messages, column_name, date_words};
use crate::layout::{Emphasis, Guess, Pane, WHOLE};
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
pub(super) fn table(state: AppState, part: El) -> El {
    let is_empty = Memo::new(move |_| state.listed().is_empty());
    part.block(move || [if is_empty.get() { empty(state) } else { rows(state) }])
}

fn rows(state: AppState) -> El {
    let roving = Roving::new(state);
    let sorting = Memo::new(move |_| state.view.with(|v| v.sorting));
    let long = LongList::new(state, roving, Guess { row: 36.0, head: 32.0 });
    let groups = move |table: El| {
        let (dataset, locale, sorting) = (state.dataset(), state.locale.get_untracked(), sorting.get());
        let ids = sorted(&dataset, &state.listed(), sorting, locale);
        roving.starts_with(ids.first().copied());
        let is_long = ids.len() > WHOLE;
        let groups = match sorting.key {
            SortKey::Date => by_month(&dataset, &ids, state.words(), locale),
            _ => vec![RowGroup { heading: None, ids: ids.clone() }],
        };
        if !is_long {
            long.rest();
            return table.children(groups.into_iter().map(move |group| group_view(state, roving, group)));
        }
        // What the rows say of the search and of the pinned selection is read here: they are made anew with it.
        state.needle.track();
        let sizes: Vec<usize> = groups.iter().map(|group| group.ids.len()).collect();
        long.begin(ids, &sizes, sorting.key == SortKey::Date);
        let make = move |at: u64| long_group(state, roving, long, at as usize, &groups[at as usize]);
        let below = long.gap(|drawn| drawn.after);
        table.keyed(move || long.groups(), make).child(el("tbody").child(gap(below)))
    };
    let caption = move || (state.words().table_caption)(state.listed().len());
    let heads = move || {
        let side = side_head(state);
        side.into_iter().chain(SortKey::ALL.into_iter().map(move |key| head(state, key, sorting)))
    };
    let note = move || table_note(state).map(|note| el("p").class("compare-table").text(note));
    let table = roving
        .list(long.within(el("table")), move |command| long.go(command))
        .class(live(move || Some(if long.lines().is_some() { "table table--long" } else { "table" })))
        // The heads of the columns are a row, too.
        .attr("aria-rowcount", live_string(move || long.lines().map(|n| (n + 1).to_string())))
        .child(el("caption").class("visually-hidden").live_text(caption))
        .child(el("thead").child(el("tr").block(heads)))
        .part(groups);
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

/// What stands above a group, across so many columns.
fn heading_view(group: &RowGroup, columns: Option<&'static str>) -> Option<El> {
    let count = el("span").class("table-group-count").text(group.ids.len().to_string());
    let heading = group.heading.clone()?;
    let cell = el("th").maybe_attr("colspan", columns).attr("scope", "rowgroup");
    Some(el("tr").class("table-group").child(cell.text(heading + " ").child(count)))
}

fn group_view(state: AppState, roving: Roving, group: RowGroup) -> El {
    let columns = if state.pinned.with(Option::is_some) { "7" } else { "6" };
    el("tbody")
        .children(heading_view(&group, Some(columns)))
        .children(group.ids.into_iter().map(|id| row(state, roving, id)))
}

/// A group of a table that stands in the page in part: its heading, and the rows in sight.
fn long_group(state: AppState, roving: Roving, long: LongList, at: usize, group: &RowGroup) -> El {
    let above = long.gap(move |drawn| drawn.group(at).map_or(0.0, |group| group.before));
    let below = long.gap(move |drawn| drawn.group(at).map_or(0.0, |group| group.after));
    // It reaches beyond its cell: where widths are fixed, columns that are not shown would take their share of it.
    let heading = heading_view(group, None);
    // One below the heads of the columns, and one above its first row.
    let heading = heading.map(|heading| heading.attr("aria-rowindex", long.line(long.first_of(at), at).to_string()));
    let item = move |key| {
        let of =
            |place: usize, id| row(state, roving, id).attr("aria-rowindex", (long.line(place, at) + 1).to_string());
        long.item(key, of, gap)
    };
    long.group(el("tbody"), at).child(gap(above)).children(heading).keyed(move || long.keys(at), item).child(gap(below))
}

/// Takes the place of rows that are not drawn.
fn gap(height: Value) -> El {
    el("tr").attr("aria-hidden", "true").attr("style", height)
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
