//! One participant's page: its name and its account above the events, and a list of them below.

use crate::ui::signals::*;

use super::dialog::once_settled;
use super::dom::{El, el};
use super::filters::Leave;
use super::lazy::{REST, lazily};
use super::scene_view::kind_icon;
use super::state::AppState;
use crate::i18n::{DateStyle, date_words};
use crate::model::{CountryId, EventId, OrganisationId, Participant};
use crate::participant::{account, part};
use crate::query::{Facet, Filter};
use crate::route::{View, print};
use crate::scene::{Glyph, Paint};

/// The most events listed before the rest are left to the table.
const MOST_LISTED: usize = 12;

/// Who is looked at.
fn who(state: AppState) -> Memo<Option<Participant>> {
    Memo::new(move |_| state.filter.with(|f| f.who))
}

/// Everything a participant takes part in, whatever else was asked for.
fn all_of(state: AppState, who: Participant) -> Filter {
    let has_background = state.dataset().events().iter().any(|event| event.background && event.names(who));
    let domain = state.dataset().domain(true);
    // Showing the background looks at it.
    Filter { who: Some(who), background: has_background, time: has_background.then_some(domain), ..Filter::default() }
}

/// Name and account; empty where no participant is asked for.
pub(super) fn head(state: AppState) -> El {
    let who = who(state);
    el("div").part(move |part| match who.get() {
        Some(who) => {
            part.part(lazily(state, &REST, move |rest, part| part.child((rest.asked.participant)(state, who))))
        }
        None => part,
    })
}

pub(super) fn head_view(state: AppState, who: Participant) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let words = state.words().participant();
    let part = state.visible.with(|ids| part(&dataset, who, ids));
    let said = account(&dataset, &part, locale);
    let name = el("h2")
        .class("participant-name")
        .text(format!("{} ", said.name))
        .child(el("span").class("participant-other").attr("lang", locale.other().tag()).text(said.other_name.as_str()));
    let all = (part.n_elsewhere > 0).then(|| {
        let all = all_of(state, who);
        let n = part.ids.len() + part.n_elsewhere;
        button((words.show_all)(n), move || state.set_filter(|f| *f = all.clone()))
    });
    let leave = button(words.leave.to_owned(), move || state.set_filter(|f| *f = Filter::default()));
    let sentences = said.sentences.iter().map(|sentence| el("li").text(sentence.as_str()));
    el("section")
        .class("participant")
        .attr("aria-label", (words.region_name)(&said.name))
        .child(
            el("div")
                .class("participant-top")
                .child(name)
                .child(el("p").class("participant-role").text(said.role.as_str()))
                .children(all)
                .child(leave),
        )
        .child(el("ul").class("participant-account").children(sentences))
}

fn button(words: String, press: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class("button").on("click", move |_| press()).text(words)
}

/// The events in order of date, the first few; empty where no participant is asked for, or the table stands there.
pub(super) fn list(state: AppState) -> El {
    let who = who(state);
    // The table is a list in order of date already.
    let has_table = Memo::new(move |_| matches!(state.shown.get(), View::Table | View::All));
    let is_shown =
        Memo::new(move |_| who.get().is_some() && !has_table.get() && state.visible.with(|ids| !ids.is_empty()));
    el("div").part(move |part| match is_shown.get() {
        true => part.part(lazily(state, &REST, move |rest, part| part.child((rest.asked.events)(state)))),
        false => part,
    })
}

pub(super) fn list_view(state: AppState) -> El {
    let words = state.words().participant();
    let ids = state.visible.get();
    let rows = ids.iter().take(MOST_LISTED).map(|id| row(state, *id));
    let more =
        (ids.len() > MOST_LISTED).then(|| button((words.list_more)(ids.len()), move || state.show_view(View::Table)));
    el("section")
        .class("participant-events")
        .attr("aria-labelledby", "participant-events")
        .child(el("h2").attr("id", "participant-events").text(words.list_title))
        .child(el("ol").children(rows))
        .children(more)
}

fn row(state: AppState, id: EventId) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let event = dataset.event(id);
    let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
    let open = el("button")
        .attr("type", "button")
        .class("participant-event")
        .on("click", move |_| state.select(Some(id)))
        .child(el("span").class("participant-date").text(date_words(event.date, locale, DateStyle::Full)))
        .child(kind_icon(glyph, event.regions.first().map(|region| Paint::Region(*region))))
        .child(el("span").text(event.title.get(locale)));
    el("li").child(open)
}

/// A link to a participant's page: a plain one to open elsewhere, and at a click of the main button no new page; `leave` closes what it stands in.
fn link(state: AppState, who: Participant, look: &str, leave: Option<Leave>) -> El {
    let target = move || {
        state.view.with(|view| {
            let mut view = view.clone();
            view.event = None;
            view.filter = Filter { who: Some(who), ..Filter::default() };
            view
        })
    };
    let href = untrack(|| print(&target(), &state.dataset()));
    el("a").class(look).attr("href", if href.is_empty() { "?".to_owned() } else { href }).on_kind(
        "click",
        move |event: &web_sys::MouseEvent| {
            let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key();
            if is_plain && !event.alt_key() {
                event.prevent_default();
                let next = untrack(target);
                // What it stands in has done its part, and goes with the focus.
                if let Some(leave) = &leave {
                    leave();
                }
                state.ask(move |view| *view = next);
                once_settled(|| super::masthead::focus("h1"));
            }
        },
    )
}

/// Everyone an event names, each a link.
pub(super) fn links(state: AppState, id: EventId) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let separator = if locale == crate::model::Locale::Zh { "、" } else { ", " };
    let mut out = el("span");
    for (i, who) in dataset.event(id).participants().enumerate() {
        if i > 0 {
            out = out.text(separator);
        }
        let name = dataset.taxonomy().participant_name(who).get(locale);
        out = out.child(link(state, who, "participant-link", None).text(name.as_str()));
    }
    out
}

/// The link beside a choice of a menu that leads to its participant's page; none in other facets.
pub(super) fn follow(state: AppState, leave: &Leave, facet: Facet, at: usize) -> Option<El> {
    let who = match facet {
        Facet::Country => Participant::Country(CountryId(at as u16)),
        Facet::Organisation => Participant::Organisation(OrganisationId(at as u16)),
        Facet::Region | Facet::Kind | Facet::Theme | Facet::Stance | Facet::Precision => return None,
    };
    let dataset = state.dataset();
    let name = dataset.taxonomy().participant_name(who).get(state.locale.get_untracked());
    let words = (state.words().participant().follow)(name);
    Some(
        link(state, who, "participant-follow", Some(leave.clone()))
            .attr("aria-label", words.as_str())
            .attr("title", words)
            .text("›"),
    )
}
