//! The present view made a stop: by a key or a button, with a word and a way back.

use super::{Stories, only};
use crate::route::{Mode, View};
use crate::story::{MAX_STOPS, Stop, saved};
use crate::ui::dom::{El, el};

/// A word of what was done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    text: String,
    /// Whether a button takes it back.
    can_undo: bool,
}

impl Told {
    /// Something that needs no way back, or has one of its own.
    pub(super) fn done(text: String) -> Self {
        Self { text, can_undo: false }
    }

    /// A step of making a story.
    pub(super) fn undoable(text: String) -> Self {
        Self { text, can_undo: true }
    }
}

impl Stories {
    /// Says what was done, on the screen and to a screen reader. The word stays until the next step: no clock takes it
    /// away from whoever is slower.
    pub(super) fn tell(self, told: Told) {
        self.state.announce(told.text.clone());
        self.told.set(Some((told, self.state.view.get_untracked())));
    }

    /// The query of the present view, `None` where what is shown is no view of events.
    pub(super) fn present_view(self) -> Option<String> {
        let (shown, mode) = (self.state.shown.get_untracked(), self.state.view.with_untracked(|v| v.mode));
        let dataset = self.state.dataset();
        (shown != View::Story && mode == Mode::Explore)
            .then(|| self.state.view.with_untracked(|view| saved(view, shown, &dataset)))
    }

    /// Makes the present view a stop of the person's own story, which begins with it where there is none.
    pub(in crate::ui) fn add(self) {
        super::begin(self);
        if self.unread.get_value().is_some() {
            self.unread.set_value(Some(true));
            return;
        }
        let words = self.state.words().story();
        let Some(query) = self.present_view() else {
            self.tell(Told::done(words.not_here.to_owned()));
            return;
        };
        let locale = self.state.locale.get_untracked();
        let added = self.change(|draft| {
            if draft.story().slug.is_empty() {
                let mut story = draft.story().clone();
                story.slug = new_slug();
                story.title = only(words.untitled.to_owned(), locale);
                story.stops.push(Stop { query: query.clone(), ..Stop::default() });
                return draft.replace(story);
            }
            draft.add(Stop { query, ..Stop::default() })
        });
        let told = self.draft.with_untracked(|draft| {
            let n = draft.story().stops.len();
            let text = if added { (words.added)(n, &self.title(draft.story())) } else { (words.no_room)(MAX_STOPS) };
            Told { text, can_undo: added }
        });
        self.tell(told);
    }

    /// Takes a step of making the story back, or again.
    pub(super) fn step(self, back: bool) {
        let words = self.state.words().story();
        if self.change(|draft| if back { draft.undo() } else { draft.redo() }) {
            self.tell(Told::done(if back { words.undone } else { words.redone }.to_owned()));
        }
    }
}

/// A name that no other story of this person has: the time it was begun at.
pub(super) fn new_slug() -> String {
    ["story-", &(js_sys::Date::now() as u64).to_string()].concat()
}

/// What was just done, with the way back and the way on.
pub(in crate::ui) fn toast(stories: Stories, part: El) -> El {
    let state = stories.state;
    let words = state.words().story();
    let button = |name: &'static str| el("button").class("button").attr("type", "button").text(name);
    let content = move || {
        let (told, at) = stories.told.get()?;
        if state.view.with(|view| *view != at) {
            return None;
        }
        let undo = told.can_undo.then(|| button(words.undo).on("click", move |_| stories.step(true)));
        let can_edit = !stories.editing.get() && stories.draft.with(|d| !d.story().stops.is_empty());
        let edit = can_edit.then(|| {
            button(words.edit).on("click", move |_| {
                stories.told.set(None);
                stories.edit();
            })
        });
        let close = el("button")
            .class("dialog-close")
            .attr("type", "button")
            .attr("aria-label", words.close)
            .on("click", move |_| stories.told.set(None))
            .text("✕");
        let text = el("p").text(told.text);
        let name = state.words().view_stories;
        Some(
            el("section")
                .class("story-toast")
                .attr("aria-label", name)
                .child(text)
                .children(undo)
                .children(edit)
                .child(close),
        )
    };
    part.block(content)
}
