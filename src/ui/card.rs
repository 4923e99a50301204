//! One event, whole: a card docked at the side, a sheet on narrow pages.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::card_actions;
use super::dom::{El, el, live, live_string};
use super::found::marked_live;
use super::lazy::{TEXTS, lazily};
use super::scene_view::{kind_icon, paint};
use super::source::section_anchor;
use super::state::AppState;
use crate::i18n::{DateStyle, date_words};
use crate::model::EventId;
use crate::scene::{Glyph, Paint};

/// How many events of the region the card looks ahead.
const N_NEXT: usize = 3;

/// The opened event.
pub(super) fn card(state: AppState) -> El {
    let is_tall = RwSignal::new(false);
    let hue = live_string(move || {
        let id = state.selected.get()?;
        let region = state.dataset().event(id).regions.first().copied()?;
        Some(format!("--card-hue: {}", paint(Paint::Region(region))))
    });
    el("aside")
        .attr("id", "card")
        .attr("tabindex", "-1")
        .class(live(move || Some(if is_tall.get() { "card card--tall" } else { "card" })))
        .attr("style", hue)
        .attr("aria-labelledby", "card-title")
        .child(super::sheet::grab(state, is_tall))
        .part(move |card| match state.selected.get() {
            Some(id) => with_event(card, state, id),
            None => card,
        })
}

/// Closes the card and gives the focus back to what it was opened from, or else to what shows the event now.
pub(super) fn close(state: AppState) {
    let Some(id) = state.selected.get_untracked() else { return };
    let origin = state.take_origin();
    state.select(None);
    give_focus(state, id, origin);
}

/// Gives the focus to `origin`, or else to what shows an event once the page has settled.
pub(super) fn give_focus(state: AppState, id: EventId, origin: Option<web_sys::Element>) {
    // A layout without the opened event is made after this turn: its mark may have gone back into a cluster.
    let settle = move || {
        let slug = state.dataset().event(id).slug.clone();
        let shows_it = || find(&format!("[data-event=\"{slug}\"]"));
        let holds_it = || {
            let key = state.layout.with_untracked(|layout| layout.mark_of(id, None).map(|mark| mark.key));
            find(&format!(".timeline-drawing [data-key=\"{}\"]", key?))
        };
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

/// What is known of every event, and below it the rest, which comes with the texts.
fn with_event(card: El, state: AppState, id: EventId) -> El {
    let dataset = state.dataset();
    let event = dataset.event(id);
    let position = move || {
        state.visible.with(|ids| match ids.binary_search(&id) {
            Ok(place) => (state.words().card_position)(place + 1, ids.len()),
            Err(_) => state.words().card_outside.to_owned(),
        })
    };
    let (locale, words) = (state.locale.get_untracked(), state.words());
    let is_narrow = super::phone::Phone::expect().is_narrow.get();
    let glyph = is_narrow.then(|| {
        let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
        kind_icon(glyph, event.regions.first().map(|region| Paint::Region(*region)))
    });
    let top = el("div")
        .class("card-top")
        .child(el("span").class("card-position").live_text(position))
        .children((!is_narrow).then(|| steps(state, id)).into_iter().flatten())
        .child(button(words.card_close, "✕").on("click", move |_| close(state)));
    let heading = el("h2").attr("id", "card-title").attr("tabindex", "-1");
    card.child(top)
        .child(el("p").class("card-date").children(glyph).text(date_words(event.date, locale, DateStyle::Full)))
        .child(marked_live(heading, state, event.title.get(locale), false))
        .part(lazily(state, &TEXTS, move |texts, part| (texts.card)(state, id, part)))
}

fn button(name: &'static str, sign: &'static str) -> El {
    el("button").class("card-step").attr("type", "button").attr("aria-label", name).text(sign)
}

/// To the event before and the one after; outside the selection, to those around it in time.
fn steps(state: AppState, id: EventId) -> [El; 2] {
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
    let words = state.words();
    [(-1, "‹", words.card_previous), (1, "›", words.card_next)].map(|(step, sign, name)| {
        let go = move |_| {
            if let Some(next) = untrack(|| neighbor(step)) {
                state.select(Some(next));
            }
        };
        button(name, sign).attr("disabled", live(move || neighbor(step).is_none().then_some(""))).on("click", go)
    })
}

/// What an event's card says below the title, and what can be done with the event.
pub(super) fn body(state: AppState, id: EventId, part: El) -> El {
    let (locale, words) = (state.locale.get_untracked(), state.words());
    // A dataset that was shown before its texts came is whole by now.
    let dataset = state.dataset();
    let event = dataset.event(id);
    let other = el("p").class("card-other").attr("lang", locale.other().tag());
    let note = event.note.as_ref().map(|note| {
        el("p").class("card-note").child(el("b").text(words.card_note)).text(" ").text(note.get(locale).as_str())
    });
    let is_narrow = super::phone::Phone::expect().is_narrow.get_untracked();
    // On a phone the steps stand at the foot, under the thumb.
    let foot = is_narrow.then(|| super::sheet::foot(state, id, steps(state, id)));
    part.child(marked_live(other, state, event.title.get(locale.other()), false))
        .child(marked_live(el("p").class("card-summary"), state, event.summary.get(locale), true))
        .child(facts(state, id))
        .children(note)
        .block(move || next_in_region(state, id))
        .child(card_actions::actions(state, id))
        .children(foot)
}

fn facts(state: AppState, id: EventId) -> El {
    let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let kind = taxonomy.kind(event.kind);
    let regions = event.regions.iter().map(|r| {
        let swatch = el("i").class("swatch").attr("style", format!("background: {}", paint(Paint::Region(*r))));
        el("span").class("card-region").child(swatch).text(taxonomy.region(*r).label.get(locale))
    });
    let themes = event.themes.iter().map(|t| {
        let name = format!("{} {}", t.index() + 1, taxonomy.theme(*t).label.get(locale));
        el("span").class("card-theme").text(name)
    });
    let section = dataset.section(event.section);
    let report = el("a")
        .class("card-report")
        .attr("href", format!("#{}", section_anchor(&section.number)))
        .attr("title", section.title.get(locale).as_str())
        .on("click", open_contents)
        .text((words.card_report)(&section.number, section.page));
    let (name, value) = (|name: &'static str| el("dt").text(name), || el("dd"));
    let icon = kind_icon(Glyph::of_kind(&kind.slug, event.kind.index()), None);
    let mut list = el("dl")
        .class("facts")
        .child(name(words.card_kind))
        .child(value().child(icon).text(kind.label.get(locale)))
        .child(name(words.card_region))
        .child(value().children(regions));
    if event.participants().next().is_some() {
        list = list.child(name(words.card_who)).child(value().child(super::participant::links(state, id)));
    }
    if !event.themes.is_empty() {
        list = list.child(name(words.card_theme)).child(value().children(themes));
    }
    if let Some(stance) = event.stance {
        list = list.child(name(words.card_stance)).child(value().text(taxonomy.stance(stance).label.get(locale)));
    }
    list.child(name(words.card_source)).child(value().child(report)).children(cited(state, id).into_iter().flatten())
}

/// Pages the source cites for the event: a row of the facts.
fn cited(state: AppState, id: EventId) -> Option<[El; 2]> {
    let dataset = state.dataset();
    if dataset.event(id).links.is_empty() {
        return None;
    }
    let links = dataset.event(id).links.iter().map(|link| {
        let host = link.split('/').nth(2).unwrap_or(link);
        let link = el("a").attr("href", link.as_str()).attr("rel", "noopener noreferrer").attr("target", "_blank");
        el("li").child(link.text(host))
    });
    let list = el("ul").class("card-links").children(links);
    Some([el("dt").text(state.words().card_cited), el("dd").child(list)])
}

/// The contents must be unfolded before the link's own jump can reach a row of them.
pub(super) fn open_contents(_: web_sys::Event) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(Ok(Some(details))) = document.map(|d| d.query_selector(".source-details")) {
        let _ = details.set_attribute("open", "");
    }
}

fn next_in_region(state: AppState, id: EventId) -> Option<El> {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let region = dataset.event(id).regions.first().copied()?;
    let next: Vec<EventId> = state.visible.with(|ids| {
        let after = ids.partition_point(|other| *other <= id);
        let in_region = ids[after..].iter().filter(|other| dataset.event(**other).regions.contains(&region));
        in_region.take(N_NEXT).copied().collect()
    });
    if next.is_empty() {
        return None;
    }
    let rows = next.into_iter().map(|next| {
        let event = dataset.event(next);
        let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
        let button = el("button")
            .attr("type", "button")
            .class("card-next")
            .on("click", move |_| state.select(Some(next)))
            .child(el("span").class("card-next-date").text(date_words(event.date, locale, DateStyle::Short)))
            .child(kind_icon(glyph, Some(Paint::Region(region))))
            .child(el("span").class("card-next-title").text(event.title.get(locale)));
        el("li").child(button)
    });
    let name = (state.words().card_next_in)(dataset.taxonomy().region(region).label.get(locale));
    Some(el("div").class("card-ahead").child(el("h3").text(name)).child(el("ul").children(rows)))
}
