//! What lies over the stage when it is asked for: the stops, the filter, the speaker's notes.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;

use super::{Panel, Talk, notes};
use crate::query::Facet;
use crate::scene::{Glyph, Paint};
use crate::story::said;
use crate::talk::Move;
use crate::ui::dom::{El, el, live, live_flag};
use crate::ui::filters::search_field;
use crate::ui::masthead::focus;
use crate::ui::scene_view::{kind_icon, paint};

use super::controls::button;

/// The panel that is open, if one is.
pub(super) fn panels(talk: Talk) -> El {
    let words = talk.state.words().present();
    Effect::new(move |before: Option<Panel>| {
        let now = talk.panel.get();
        let goes_to = match (before.unwrap_or_default(), now) {
            (_, Panel::Stops) => Some(".present-stop[aria-current]"),
            (_, Panel::Filter) => Some(".present-panel input"),
            (_, Panel::Notes(_)) => Some(".present-panel button"),
            (Panel::None, Panel::None) => None,
            (_, Panel::None) => Some("#stage"),
        };
        if let Some(goes_to) = goes_to {
            Timeout::new(0, move || focus(goes_to)).forget();
        }
        now
    });
    let frame = move |title: &str, body: El| {
        let close = button(words.close, move |_| talk.panel.set(Panel::None));
        el("section")
            .class("present-panel")
            .attr("aria-label", title)
            .child(el("div").class("present-panel-head").child(el("h2").text(title)).child(close))
            .child(body)
    };
    let content = move || match talk.panel.get() {
        Panel::None => None,
        Panel::Stops => Some(frame(words.stops, stops(talk))),
        Panel::Filter => Some(frame(words.filter, filter(talk))),
        Panel::Notes(why) => Some(frame(words.notes, notes::beside(talk, why))),
    };
    el("div").block(content)
}

fn stops(talk: Talk) -> El {
    let locale = talk.state.locale.get_untracked();
    let story = talk.story.get_untracked();
    let list = story.iter().flat_map(|story| story.stops.iter().enumerate()).map(|(i, stop)| {
        let dataset = talk.state.dataset();
        let shown = talk.state.index.with_untracked(|index| crate::story::show(stop, &dataset, index, locale));
        let press = move |_| {
            talk.panel.set(Panel::None);
            talk.go(Move::To(i));
        };
        let stop = el("button")
            .class("present-stop")
            .attr("type", "button")
            .attr("aria-current", live(move || (talk.place.get().0 == i).then_some("step")))
            .on("click", press)
            .child(el("span").class("present-stop-number").text((i + 1).to_string()))
            .child(el("span").attr("lang", shown.headline.locale.tag()).text(shown.headline.text));
        el("li").child(stop)
    });
    let title = story.as_ref().map(|story| said(&story.title, locale).0.to_owned()).unwrap_or_default();
    el("div").child(el("p").class("present-note").text(title)).child(el("ol").class("present-list").children(list))
}

fn filter(talk: Talk) -> El {
    let state = talk.state;
    let words = state.words();
    let dataset = state.dataset();
    let taxonomy = dataset.taxonomy();
    let locale = state.locale.get_untracked();
    let count = move |facet: Facet, at: usize| state.facets.with(|facets| facets.of(facet)[at].to_string());
    let region = |(i, id): (usize, crate::model::RegionId)| {
        let swatch = ["background: ", &paint(Paint::Region(id))].concat();
        el("button")
            .class("present-choice")
            .attr("type", "button")
            .attr("aria-pressed", live_flag(move || state.filter.with(|f| f.regions.contains(&id))))
            .on("click", move |_| {
                state.set_filter(|f| {
                    if !f.regions.remove(&id) {
                        f.regions.insert(id);
                    }
                });
                talk.tell();
            })
            .child(el("span").class("present-swatch").attr("style", swatch))
            .text(taxonomy.region(id).label.get(locale).as_str())
            .text(" ")
            .live_text(move || count(Facet::Region, i))
    };
    let kind = |(i, id): (usize, crate::model::KindId)| {
        let term = taxonomy.kind(id);
        el("button")
            .class("present-choice")
            .attr("type", "button")
            .attr("aria-pressed", live_flag(move || state.filter.with(|f| f.kinds.contains(&id))))
            .on("click", move |_| {
                state.set_filter(|f| {
                    if !f.kinds.remove(&id) {
                        f.kinds.insert(id);
                    }
                });
                talk.tell();
            })
            .child(kind_icon(Glyph::of_kind(&term.slug, i), None))
            .text(term.label.get(locale).as_str())
            .text(" ")
            .live_text(move || count(Facet::Kind, i))
    };
    let clear = button(words.present().filter_none, move |_| {
        state.set_filter(|f| *f = crate::query::Filter { time: f.time, ..Default::default() });
        talk.tell();
    });
    let group = |name: &'static str| el("div").class("present-choices").attr("role", "group").attr("aria-label", name);
    el("div")
        .child(el("div").class("present-search").child(search_field(state)).child(clear))
        .child(group(words.filter_region).children(taxonomy.region_ids().enumerate().map(region)))
        .child(group(words.filter_kind).children(taxonomy.kind_ids().enumerate().map(kind)))
}
