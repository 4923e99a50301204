//! Downloads and citations: the dialogs, what opens them, and the way of a text into a file.

mod cite;
mod download;
mod files;
mod pictures;
mod whole_copy;

pub(super) use cite::body as cite;
pub(super) use download::body as download;
pub(super) use files::{save as save_text, save_file};
pub(super) use whole_copy::is_copy;

use crate::ui::signals::*;

use super::dialog::dialog;
use super::dom::{El, el};
use super::lazy::{REST, lazy_body, with_chunk};
use super::state::AppState;
use super::url_sync;
use crate::export::{Excerpt, Occasion, Scope, ics, is_day_stated};
use crate::model::EventId;

/// What of the page is cited, as places in a list of choices.
const EVENT: usize = 0;
const VIEW: usize = 1;
const DATASET: usize = 2;

/// Which dialogs are open, and what was chosen in them.
#[derive(Clone, Copy)]
pub(super) struct Exports {
    download: RwSignal<bool>,
    cite: RwSignal<bool>,
    /// [`EVENT`], [`VIEW`] or [`DATASET`].
    cited: RwSignal<usize>,
    /// Place of the form in [`crate::export::CiteFormat::ALL`]; kept for the next citation.
    format: RwSignal<usize>,
}

impl Exports {
    /// Nothing open; handed to the parts of the page below.
    pub(super) fn provide() {
        provide_context(Self {
            download: RwSignal::new(false),
            cite: RwSignal::new(false),
            cited: RwSignal::new(VIEW),
            format: RwSignal::new(0),
        });
    }

    fn expect() -> Self {
        expect_context::<Self>()
    }
}

/// Both dialogs; they stand in the page once.
pub(super) fn dialogs(state: AppState) -> El {
    let exports = Exports::expect();
    let words = state.words().doors;
    let download = lazy_body(state, &REST, move |rest| (rest.files.download)(state));
    let cite = lazy_body(state, &REST, move |rest| (rest.files.cite)(state, exports));
    el("div").child(dialog(state, "download", words.download, exports.download, download)).child(dialog(
        state,
        "cite",
        words.cite,
        exports.cite,
        cite,
    ))
}

/// Opens the downloads.
pub(super) fn download_button(state: AppState) -> El {
    let open = Exports::expect().download;
    button("control", state.words().doors.download).attr("aria-haspopup", "dialog").on("click", move |_| open.set(true))
}

/// Opens the citation of the view.
pub(super) fn cite_button(state: AppState) -> El {
    let exports = Exports::expect();
    button("control", state.words().doors.cite).attr("aria-haspopup", "dialog").on("click", move |_| {
        exports.cited.set(VIEW);
        exports.cite.set(true);
    })
}

/// Opens the citation of the opened event: the card's main action.
pub(super) fn cite_event_button(state: AppState) -> El {
    let exports = Exports::expect();
    button("button button--main", state.words().doors.cite).attr("aria-haspopup", "dialog").on("click", move |_| {
        exports.cited.set(EVENT);
        exports.cite.set(true);
    })
}

/// Saves the opened event for a calendar; `told` says so, and what the entry means where the source states no day.
pub(super) fn calendar_button(state: AppState, id: EventId, told: RwSignal<&'static str>) -> El {
    button("button", state.words().doors.calendar)
        .on("click", move |_| with_chunk(state, &REST, told, move |rest| (rest.files.calendar)(state, id, told)))
}

/// Saves an event for a calendar.
pub(super) fn save_for_calendar(state: AppState, id: EventId, told: RwSignal<&'static str>) {
    let words = state.words().export();
    let dataset = state.dataset();
    let event = dataset.event(id);
    let locale = state.locale.get_untracked();
    let page = url_sync::address("");
    let excerpt = state.view.with_untracked(|view| {
        ics(&Excerpt::event(id, &dataset, view, Occasion { page: &page, day: files::today() }), locale)
    });
    let saved = files::save(&excerpt, "text/calendar;charset=utf-8", &format!("{}.ics", event.slug));
    told.set(match (saved, is_day_stated(event.date)) {
        (Err(_), _) => words.save_failed,
        (Ok(()), true) => words.calendar_saved,
        (Ok(()), false) => words.calendar_saved_vague,
    });
}

fn button(class: &'static str, name: &'static str) -> El {
    el("button").class(class).attr("type", "button").text(name)
}

/// Hands over the events of a scope, as they are now.
fn with_excerpt<T>(state: AppState, scope: Scope, make: impl FnOnce(&Excerpt) -> T) -> T {
    let (dataset, visible) = (state.dataset(), state.visible.get_untracked());
    let page = url_sync::address("");
    let occasion = Occasion { page: &page, day: files::today() };
    make(&state.view.with_untracked(|view| Excerpt::new(scope, &dataset, &visible, view, occasion)))
}
