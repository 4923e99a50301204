//! One event, whole: a card docked at the side, a sheet on narrow pages.

use crate::ui::erase::{block, derived};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::card_actions;
use super::scene_view::{KindIcon, paint};
use super::source::section_anchor;
use super::state::AppState;
use crate::i18n::{DateStyle, date_words};
use crate::model::EventId;
use crate::scene::{Glyph, Paint};

/// How many events of the region the card looks ahead.
const N_NEXT: usize = 3;

/// The opened event.
#[component]
pub(super) fn Card() -> impl IntoView {
    let state = AppState::expect();
    let is_tall = RwSignal::new(false);
    let body = block(move || state.selected.get().map(|id| view! { <CardBody id=id /> }));
    let hue = derived(move || {
        let id = state.selected.get()?;
        let region = state.dataset().event(id).regions.first().copied()?;
        Some(format!("--card-hue: {}", paint(Paint::Region(region))))
    });
    view! {
        <aside class="card" class:card--tall=is_tall style=hue aria-labelledby="card-title">
            <button
                class="card-grab"
                type="button"
                aria-expanded=derived(move || is_tall.get().to_string())
                aria-label=state.words().table_event
                on:click=move |_| is_tall.update(|tall| *tall = !*tall)
            ></button>
            {body}
        </aside>
    }
}

/// Closes the card and gives the focus back to what it was opened from, or else to what shows the event now.
pub(super) fn close(state: AppState) {
    let Some(id) = state.selected.get_untracked() else { return };
    let origin = state.take_origin();
    state.select(None);
    // A layout without the opened event is made after this turn: its mark may have gone back into a cluster.
    let settle = move || {
        let slug = state.dataset().event(id).slug.clone();
        let key = state.layout.with_untracked(|layout| layout.mark_of(id, None).map(|mark| mark.key));
        let shows_it = || find(&format!("[data-event=\"{slug}\"]"));
        let holds_it = || find(&format!(".timeline-drawing [data-key=\"{}\"]", key?));
        if let Some(element) = origin.filter(|origin| origin.is_connected()).or_else(shows_it).or_else(holds_it) {
            focus(&element);
        }
    };
    Timeout::new(0, settle).forget();
}

fn find(selector: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.query_selector(selector).ok().flatten()
}

/// Gives the focus to an element of the page or of a drawing.
fn focus(element: &web_sys::Element) {
    // Neither fails but on an element that cannot have the focus.
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        let _ = element.focus();
    }
}

#[component]
fn CardBody(id: EventId) -> impl IntoView {
    let state = AppState::expect();
    let dataset = state.dataset();
    let event = dataset.event(id).clone();
    let place = Memo::new(move |_| state.visible.with(|ids| ids.binary_search(&id).ok()));
    let total = Memo::new(move |_| state.visible.with(|ids| ids.len()));
    let position = derived(move || match place.get() {
        Some(place) => (state.words().card_position)(place + 1, total.get()),
        None => state.words().card_outside.to_owned(),
    });
    // Outside the selection, the neighbours in time are still the ones around it.
    let neighbor = move |step: isize| -> Option<EventId> {
        state.visible.with(|ids| {
            let at = match (ids.binary_search(&id), step) {
                (Ok(at) | Err(at), -1) => at.checked_sub(1)?,
                (Ok(at), _) => at + 1,
                (Err(at), _) => at,
            };
            ids.get(at).copied()
        })
    };
    let step_button = move |step: isize, sign: &'static str, name: fn(&crate::i18n::Messages) -> &'static str| {
        view! {
            <button
                class="card-step"
                type="button"
                aria-label=name(state.words())
                disabled=derived(move || neighbor(step).is_none())
                on:click=move |_| {
                    if let Some(next) = neighbor(step) {
                        state.select(Some(next));
                    }
                }
            >
                {sign}
            </button>
        }
    };
    let (title, summary, date) = (event.title.clone(), event.summary.clone(), event.date);
    let locale = state.locale.get_untracked();
    let note = event.note.clone();
    view! {
        <div class="card-top">
            <span class="card-position">{position}</span>
            {step_button(-1, "‹", |w| w.card_previous)}
            {step_button(1, "›", |w| w.card_next)}
            <button class="card-step" type="button" aria-label=state.words().card_close on:click=move |_| close(state)>
                "✕"
            </button>
        </div>
        <p class="card-date">{date_words(date, locale, DateStyle::Full)}</p>
        <h2 id="card-title" tabindex="-1">{title.get(locale).clone()}</h2>
        <p class="card-other" lang=locale.other().tag()>
            {title.get(locale.other()).clone()}
        </p>
        <p class="card-summary">{summary.get(locale).clone()}</p>
        <Facts id=id />
        {note.map(|note| view! {
            <p class="card-note"><b>{state.words().card_note}</b>" "{note.get(locale).clone()}</p>
        })}
        <NextInRegion id=id />
        {card_actions::actions(state, id).into_view()}
    }
}

#[component]
fn Facts(id: EventId) -> impl IntoView {
    let state = AppState::expect();
    move || {
        let (dataset, locale, words) = (state.dataset(), state.locale.get(), state.words());
        let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
        let separator = if locale == crate::model::Locale::Zh { "、" } else { ", " };
        let kind = taxonomy.kind(event.kind);
        let regions = event.regions.iter().map(|r| {
            let swatch = format!("background: {}", paint(Paint::Region(*r)));
            view! { <span class="card-region"><i class="swatch" style=swatch></i>{taxonomy.region(*r).label.get(locale).clone()}</span> }
        });
        let who: Vec<&str> = (event.countries.iter().map(|c| taxonomy.country(*c)))
            .chain(event.organisations.iter().map(|o| taxonomy.organisation(*o)))
            .map(|term| term.label.get(locale).as_str())
            .collect();
        let themes = event.themes.iter().map(|t| {
            view! { <span class="card-theme">{format!("{} {}", t.index() + 1, taxonomy.theme(*t).label.get(locale))}</span> }
        });
        let stance = event.stance.map(|s| taxonomy.stance(s).label.get(locale).clone());
        let section = dataset.section(event.section);
        let report = (words.card_report)(&section.number, section.page);
        let heading = section.title.get(locale).clone();
        let links = event.links.iter().map(|link| {
            let host = link.split('/').nth(2).unwrap_or(link).to_owned();
            view! { <li><a href=link.clone() rel="noopener noreferrer" target="_blank">{host}</a></li> }
        });
        let has_links = !event.links.is_empty();
        view! {
            <dl class="facts">
                <dt>{words.card_kind}</dt>
                <dd><KindIcon glyph=Glyph::of_kind(&kind.slug, event.kind.index()) />{kind.label.get(locale).clone()}</dd>
                <dt>{words.card_region}</dt>
                <dd>{regions.collect_view()}</dd>
                {(!who.is_empty()).then(|| view! { <dt>{words.card_who}</dt><dd>{who.join(separator)}</dd> })}
                {(!event.themes.is_empty()).then(|| view! { <dt>{words.card_theme}</dt><dd>{themes.collect_view()}</dd> })}
                {stance.map(|stance| view! { <dt>{words.card_stance}</dt><dd>{stance}</dd> })}
                <dt>{words.card_source}</dt>
                <dd>
                    <a class="card-report" href=format!("#{}", section_anchor(&section.number)) title=heading on:click=open_contents>
                        {report}
                    </a>
                </dd>
                {has_links.then(|| view! { <dt>{words.card_cited}</dt><dd><ul class="card-links">{links.collect_view()}</ul></dd> })}
            </dl>
        }
    }
}

/// The contents must be unfolded before the link's own jump can reach a row of them.
fn open_contents(_: web_sys::MouseEvent) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(Ok(Some(details))) = document.map(|d| d.query_selector(".source-details")) {
        let _ = details.set_attribute("open", "");
    }
}

#[component]
fn NextInRegion(id: EventId) -> impl IntoView {
    let state = AppState::expect();
    move || {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        let region = dataset.event(id).regions.first().copied()?;
        let next: Vec<EventId> = state.visible.with(|ids| {
            let after = ids.partition_point(|other| *other <= id);
            ids[after..]
                .iter()
                .copied()
                .filter(|other| dataset.event(*other).regions.contains(&region))
                .take(N_NEXT)
                .collect()
        });
        if next.is_empty() {
            return None;
        }
        let rows = next.into_iter().map(|next| {
            let event = dataset.event(next);
            let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
            view! {
                <li>
                    <button type="button" class="card-next" on:click=move |_| state.select(Some(next))>
                        <span class="card-next-date">{date_words(event.date, locale, DateStyle::Short)}</span>
                        <KindIcon glyph=glyph fill=Paint::Region(region) />
                        <span class="card-next-title">{event.title.get(locale).clone()}</span>
                    </button>
                </li>
            }
        });
        let name = dataset.taxonomy().region(region).label.get(locale);
        Some(view! {
            <div class="card-ahead">
                <h3>{(state.words().card_next_in)(name)}</h3>
                <ul>{rows.collect_view()}</ul>
            </div>
        })
    }
}
