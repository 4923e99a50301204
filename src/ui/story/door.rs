//! What of the stories is there from the start: the key, the button, and the places that the rest fills when somebody
//! asks for it.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::Stories;
use crate::keys::{Command, Scope};
use crate::route::View;
use crate::story::link::in_fragment;
use crate::ui::dom::{El, el};
use crate::ui::embed;
use crate::ui::hooks::use_window_event;
use crate::ui::lazy::{REST, lazily, wait_for, with_chunk};
use crate::ui::live::told_line;
use crate::ui::shortcuts::{Panels, is_field};
use crate::ui::state::AppState;
use crate::ui::url_sync;

/// Listens for files, and fetches the rest at once where the address asks for a story.
pub(super) fn use_chunk(stories: Stories) {
    use_drop(stories);
    let is_asked = stories.state.view.with_untracked(|v| v.story.is_some() || v.view == Some(View::Story));
    if is_asked || in_fragment(&url_sync::fragment()).is_some() {
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(rest) = wait_for(&REST).await {
                (rest.stories.begin)(stories);
            }
        });
    }
}

/// Whether the page stands in a frame to show a story: a slug, or a person's own.
pub(in crate::ui) fn is_player(state: AppState) -> bool {
    embed::is_embedded() && state.view.with(|v| v.story.is_some())
}

/// Makes the present view a stop.
fn add(stories: Stories) {
    with_chunk(stories.state, &REST, stories.waits, move |rest| (rest.stories.add)(stories));
}

/// Listens for the key.
pub(in crate::ui) fn use_add_key() {
    let (stories, panels) = (Stories::expect(), Panels::expect());
    use_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if event.key() == "Escape" && stories.told.with_untracked(Option::is_some) {
            stories.told.set(None);
        }
        let is_free = !event.default_prevented() && !event.repeat() && !is_field(event.target());
        if is_free && panels.command(Scope::Anywhere, event) == Some(Command::AddStop) {
            event.prevent_default();
            add(stories);
        }
    });
}

/// A file dropped anywhere is opened, if it is one that may hold a story; anything else is the browser's.
fn use_drop(stories: Stories) {
    let transfer =
        |event: &web_sys::Event| event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
    use_window_event("dragover", move |event| {
        if transfer(event).is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    });
    use_window_event("drop", move |event| {
        if let Some(file) = transfer(event).and_then(|data| data.files()).and_then(|files| files.get(0)) {
            event.prevent_default();
            with_chunk(stories.state, &REST, stories.waits, move |rest| (rest.stories.open)(stories, file.into()));
        }
    });
}

/// The button of the masthead.
pub(in crate::ui) fn add_button(state: AppState) -> El {
    let stories = Stories::expect();
    el("button")
        .class("control story-add")
        .attr("type", "button")
        .attr("aria-keyshortcuts", "M")
        .on("click", move |_| add(stories))
        .text(state.words().doors.add_stop)
}

/// The panel and the word of what was done, as soon as there is one.
pub(in crate::ui) fn door(state: AppState) -> El {
    let stories = Stories::expect();
    let is_open = Memo::new(move |_| stories.editing.get());
    let is_told = Memo::new(move |_| stories.told.with(Option::is_some));
    let panel = lazily(state, &REST, move |rest, part| (rest.stories.panel)(stories, part));
    let toast = lazily(state, &REST, move |rest, part| (rest.stories.toast)(stories, part));
    let waits = told_line(state, stories.waits, "visually-hidden");
    el("div")
        .child(waits)
        .part(move |part| if is_open.get() { panel(part) } else { part })
        .part(move |part| if is_told.get() { toast(part) } else { part })
}
