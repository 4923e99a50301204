//! A story as a file: saved, chosen, or dropped on the page.

use std::sync::Arc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::Stories;
use super::add::Told;
use super::address::first;
use crate::route::OWN_STORY;
use crate::story::{Story, file_name, json};
use crate::ui::dom::{El, el};
use crate::ui::export::save_text;

impl Stories {
    /// Saves the person's own story; says whether it could be.
    pub(super) fn save(self) -> bool {
        let dataset = self.state.dataset();
        let (text, name) = self.draft.with_untracked(|d| (json(d.story(), &dataset), file_name(d.story())));
        let saved = save_text(&text, "application/json", &name).is_ok();
        if saved {
            self.is_saved.set(true);
        }
        saved
    }

    /// Takes the story of a file in the place of the person's own: a step that can be undone.
    pub(in crate::ui) fn open_file(self, file: web_sys::Blob) {
        super::begin(self);
        wasm_bindgen_futures::spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
            match first(&text) {
                Ok(story) => self.open(&Arc::new(story)),
                Err(errors) => {
                    self.faults.set(Some(self.lines(&errors)));
                    self.read(None, None);
                }
            }
        });
    }

    /// Takes a story in the place of the person's own, and shows it.
    pub(super) fn open(self, story: &Story) {
        let title = self.title(story);
        self.change(|draft| draft.replace(story.clone()));
        self.faults.set(None);
        self.read(Some(OWN_STORY), None);
        self.tell(Told::done((self.state.words().story().opened)(&title)));
    }
}

/// The button that opens a file.
pub(super) fn open_button(stories: Stories) -> El {
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            stories.open_file(file.into());
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let words = stories.state.words().story();
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("aria-label", words.open_file)
        .on("change", chosen);
    // A label would do, but is not reached by the keyboard.
    let press = |event: web_sys::Event| {
        let button = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let chooser =
            button.and_then(|b| b.next_element_sibling()).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(chooser) = chooser {
            chooser.click();
        }
    };
    let button = el("button").class("button").attr("type", "button").on("click", press).text(words.open_file);
    el("span").child(button).child(input.attr("tabindex", "-1").attr("hidden", ""))
}
