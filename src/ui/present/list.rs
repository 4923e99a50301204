//! Rows on the stage: the selection's events in large type, a page at a time.

use crate::ui::signals::*;

use super::controls::button;
use super::{Talk, explore};
use crate::i18n::{DateStyle, date_words};
use crate::model::EventId;
use crate::query::sorted;
use crate::route::View;
use crate::scene::{Glyph, Paint};
use crate::ui::dom::{El, el, live};
use crate::ui::scene_view::{kind_icon, paint};

/// Height of a row, and of what turns the pages, units.
const ROW: f64 = 44.0;
const TURN: f64 = 64.0;

/// The events of a page, which page it is, and how many there are.
fn sheet(talk: Talk) -> (Vec<EventId>, usize, usize) {
    let state = talk.state;
    let dataset = state.dataset();
    let ids = state.visible.get();
    let ids = match state.shown.get() {
        View::Table => sorted(&dataset, &ids, state.view.with(|v| v.sorting), state.locale.get()),
        _ => ids.to_vec(),
    };
    let height = talk.size.get().1;
    let fit = |height: f64| ((height / ROW).floor() as usize).max(1);
    let rows = if ids.len() <= fit(height) { fit(height) } else { fit(height - TURN) };
    let n = ids.len().div_ceil(rows).max(1);
    // The event that is spoken of is on the page that opens.
    let opened =
        state.selected.get().and_then(|id| ids.iter().position(|other| *other == id)).map_or(0, |at| at / rows);
    let at = (opened + talk.sheet.get()) % n;
    (ids.into_iter().skip(at * rows).take(rows).collect(), at, n)
}

/// The list.
pub(super) fn list(talk: Talk) -> El {
    let words = talk.state.words().present();
    let rows = move || {
        let (ids, ..) = sheet(talk);
        let rows: Vec<El> = ids.iter().map(|id| row(talk, *id)).collect();
        if rows.is_empty() { vec![el("li").class("present-note").text(words.nothing)] } else { rows }
    };
    let turn = move || {
        let (_, at, n) = sheet(talk);
        (n > 1).then(|| {
            let by = move |by: usize| move |_: web_sys::Event| talk.sheet.update(|sheet| *sheet = (*sheet + by) % n);
            el("div")
                .class("present-turn")
                .child(button(words.page_back, by(n - 1)))
                .child(el("span").class("present-note").text((words.page_of)(at + 1, n)))
                .child(button(words.page_on, by(1)))
        })
    };
    el("div").class("present-rows").child(el("ol").class("present-list").block(rows)).block(turn)
}

/// Turns the page, to the one after or before.
pub(super) fn turn(talk: Talk, is_next: bool) {
    let n = untrack(|| sheet(talk).2);
    talk.sheet.update(|sheet| *sheet = (*sheet + if is_next { 1 } else { n - 1 }) % n);
    let at = untrack(|| sheet(talk).1);
    talk.state.announce((talk.state.words().present().page_of)(at + 1, n));
}

fn row(talk: Talk, id: EventId) -> El {
    let state = talk.state;
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let event = dataset.event(id);
    let kind = &dataset.taxonomy().kind(event.kind).slug;
    let hue = event.regions.first().map(|region| Paint::Region(*region));
    let style = ["color: ", &hue.map_or_else(|| "inherit".to_owned(), paint)].concat();
    let press = el("button")
        .class("present-row")
        .attr("type", "button")
        .attr("aria-current", live(move || (state.selected.get() == Some(id)).then_some("true")))
        .on("click", move |_| explore::open(talk, id))
        .child(el("span").class("present-date").text(date_words(event.date, locale, DateStyle::Medium)))
        .child(el("span").attr("style", style).child(kind_icon(Glyph::of_kind(kind, event.kind.index()), hue)))
        .child(el("span").class("present-title").text(event.title.get(locale).as_str()));
    el("li").child(press)
}
