//! Every event as shown, in rows.

use crate::ui::erase::{block, derived};
use leptos::prelude::*;

use super::notes_empty::Empty;
use super::scene_view::{KindIcon, paint};
use super::state::AppState;
use super::url_sync::History;
use crate::headline::month_words;
use crate::i18n::{DateStyle, Messages, date_words};
use crate::model::{Dataset, EventId, Locale, Month, Precision};
use crate::query::{SortKey, Sorting, sorted};
use crate::scene::{Glyph, Paint};

/// Rows under one heading.
struct RowGroup {
    heading: Option<String>,
    ids: Vec<EventId>,
}

/// The table, grouped by month while it is sorted by date.
#[component]
pub(super) fn Table() -> impl IntoView {
    let state = AppState::expect();
    let is_empty = Memo::new(move |_| state.visible.with(|ids| ids.is_empty()));
    block(move || if is_empty.get() { view! { <Empty /> }.into_any() } else { view! { <Rows /> }.into_any() })
}

#[component]
fn Rows() -> impl IntoView {
    let state = AppState::expect();
    let sorting = Memo::new(move |_| state.view.with(|v| v.sorting));
    let groups = block(move || {
        let (dataset, locale, sorting) = (state.dataset(), state.locale.get_untracked(), sorting.get());
        let ids = state.visible.with(|ids| sorted(&dataset, ids, sorting, locale));
        let groups = match sorting.key {
            SortKey::Date => by_month(&dataset, &ids, state.words(), locale),
            _ => vec![RowGroup { heading: None, ids }],
        };
        groups.into_iter().map(group_view).collect_view()
    });
    let caption = derived(move || (state.words().table_caption)(state.visible.with(|ids| ids.len())));
    let heads = SortKey::ALL.into_iter().map(|key| view! { <Head key=key sorting=sorting /> }).collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            {groups}
        </table>
    }
}

fn column_name(words: &Messages, key: SortKey) -> &'static str {
    match key {
        SortKey::Date => words.table_date,
        SortKey::Title => words.table_event,
        SortKey::Kind => words.card_kind,
        SortKey::Region => words.card_region,
        SortKey::Countries => words.table_countries,
        SortKey::Source => words.card_source,
    }
}

#[component]
fn Head(key: SortKey, sorting: Memo<Sorting>) -> impl IntoView {
    let state = AppState::expect();
    let order = derived(move || {
        let now = sorting.get();
        (now.key == key).then_some(if now.descending { "descending" } else { "ascending" })
    });
    let sort = move |_| {
        let now = sorting.get_untracked();
        let descending = now.key == key && !now.descending;
        state.change(History::Replace, |v| v.sorting = Sorting { key, descending });
    };
    let arrow = derived(move || match order.get() {
        Some("ascending") => "M0 5h8L4 0z",
        Some(_) => "M0 0h8L4 5z",
        None => "",
    });
    view! {
        <th scope="col" class=format!("table-{}", key.slug()) aria-sort=order>
            <button type="button" class="table-sort" on:click=sort>
                {column_name(state.words(), key)}
                <svg viewBox="0 0 8 5" width="8" height="5" aria-hidden="true"><path fill="currentColor" d=arrow /></svg>
            </button>
        </th>
    }
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

fn group_view(group: RowGroup) -> impl IntoView {
    let n = group.ids.len();
    let heading = group.heading.map(|heading| {
        view! { <tr class="table-group"><th colspan="6" scope="rowgroup">{heading} <span class="table-group-count">{n}</span></th></tr> }
    });
    let rows = group.ids.into_iter().map(|id| view! { <Row id=id /> }).collect_view();
    view! { <tbody>{heading}{rows}</tbody> }
}

#[component]
fn Row(id: EventId) -> impl IntoView {
    let state = AppState::expect();
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let kind = taxonomy.kind(event.kind);
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    let countries: Vec<&str> =
        event.countries.iter().map(|c| taxonomy.country(*c).label.get(locale).as_str()).collect();
    let regions = event.regions.iter().map(|r| {
        let swatch = format!("background: {}", paint(Paint::Region(*r)));
        view! { <span class="table-region-name"><i class="swatch" style=swatch></i>{taxonomy.region(*r).label.get(locale).clone()}</span> }
    });
    let section = dataset.section(event.section);
    let page = match locale {
        Locale::En => format!(", p. {}", section.page),
        Locale::Zh => format!("，第{}页", section.page),
    };
    let is_selected = Memo::new(move |_| state.selected.get() == Some(id));
    view! {
        <tr class="table-row" class:table-row--selected=is_selected on:click=move |_| state.select(Some(id))>
            <td class="table-date">{date_words(event.date, locale, DateStyle::Full)}</td>
            <th scope="row" class="table-title">
                <button
                    type="button"
                    class="table-open"
                    data-event=event.slug.clone()
                    aria-pressed=derived(move || is_selected.get().to_string())
                    on:click=move |event| {
                        event.stop_propagation();
                        state.select(Some(id));
                    }
                >
                    {event.title.get(locale).clone()}
                </button>
            </th>
            <td class="table-kind"><KindIcon glyph=Glyph::of_kind(&kind.slug, event.kind.index()) />{kind.label.get(locale).clone()}</td>
            <td class="table-region">{regions.collect_view()}</td>
            <td class="table-countries">{countries.join(separator)}</td>
            <td class="table-source">{format!("§ {}", section.number)}<span class="table-page">{page}</span></td>
        </tr>
    }
}
