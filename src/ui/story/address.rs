//! A person's story in the address and in the browser's storage.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::Stories;
use super::pack::{pack, unpacked};
use crate::i18n::story_error;
use crate::route::{self, OWN_STORY, View, ViewState};
use crate::story::link::{MAX_LINK, in_fragment};
use crate::story::{Draft, Origin, Story, StoryError, json, read};
use crate::ui::hooks::use_window_event;
use crate::ui::{preference, url_sync};

/// The preference that keeps the story made last.
const LAST: &str = "story";

/// The preference that keeps the one before.
const BEFORE: &str = "story-before";

/// Faults listed before the rest are only counted.
const MAX_FAULTS: usize = 5;

impl Stories {
    /// Reads the story of the address now and whenever the address changes, and asks before a long one is lost.
    pub(super) fn follow_address(self) {
        let kept = preference::text(LAST).and_then(|text| first(&text).ok());
        match in_fragment(&url_sync::fragment()) {
            Some(payload) => {
                self.earlier.set(kept.map(Arc::new));
                self.open_payload(payload.to_owned());
            }
            None => {
                self.earlier.set(preference::text(BEFORE).and_then(|text| first(&text).ok()).map(Arc::new));
                if let Some(story) = kept {
                    self.draft.set(Draft::new(story));
                    self.measure(false);
                }
            }
        }
        for name in ["popstate", "hashchange"] {
            use_window_event(name, move |_| self.read_address());
        }
        use_window_event("beforeunload", move |event| {
            if self.is_at_risk() {
                event.prevent_default();
            }
        });
    }

    /// Whether leaving would lose the story: no link holds it, and no file.
    pub(super) fn is_at_risk(self) -> bool {
        self.length.get_untracked() > MAX_LINK && !self.is_saved.get_untracked()
    }

    /// An earlier entry of the history holds an earlier form: what was made since stands, whatever entry is shown.
    fn read_address(self) {
        let fragment = url_sync::fragment();
        let written = self.payload.get_value();
        match in_fragment(&fragment) {
            Some(payload) if payload != written => self.open_payload(payload.to_owned()),
            None if !written.is_empty() && self.draft.with_untracked(|d| d.can_step().0) => {
                url_sync::write_fragment(&self.fragment());
            }
            _ => {}
        }
    }

    fn open_payload(self, payload: String) {
        self.unread.set_value(Some(self.unread.get_value() == Some(true)));
        spawn_local(async move {
            self.take_payload(payload).await;
            // Added before, it would begin another story, in whose place this one would come.
            let wanted = self.unread.get_value();
            self.unread.set_value(None);
            if wanted == Some(true) {
                self.add();
            }
        });
    }

    async fn take_payload(self, payload: String) {
        let text = unpacked(&payload).await;
        let Some(story) = text.map(|text| first(&text)) else {
            self.faults.set(Some(Vec::new()));
            return;
        };
        match story {
            Ok(story) => {
                let is_ours = self.draft.with_untracked(|d| d.story().slug == story.slug && d.can_step().0);
                if is_ours {
                    url_sync::write_fragment(&self.fragment());
                    return;
                }
                self.payload.set_value(payload);
                self.faults.set(None);
                self.draft.set(Draft::new(story));
                self.measure(false);
            }
            Err(errors) => self.faults.set(Some(self.lines(&errors))),
        }
    }

    /// Faults as lines of the page's language.
    pub(super) fn lines(self, errors: &[StoryError]) -> Vec<String> {
        let locale = self.state.locale.get_untracked();
        let lines = errors.iter().take(MAX_FAULTS).map(|error| story_error(error, locale));
        let rest = errors.len().saturating_sub(MAX_FAULTS);
        lines.chain((rest > 0).then(|| (self.state.words().story().more_faults)(rest))).collect()
    }

    /// Keeps the story as it is now.
    pub(super) fn keep(self) {
        self.is_saved.set(false);
        self.faults.set(None);
        let dataset = self.state.dataset();
        let (slug, text) = self.draft.with_untracked(|d| (d.story().slug.clone(), json(d.story(), &dataset)));
        // Another story than the one kept last: that one is not forgotten at once.
        if let Some(last) = preference::text(LAST)
            && first(&last).is_ok_and(|story| story.slug != slug)
        {
            preference::set_text(BEFORE, &last);
            self.earlier.set(first(&last).ok().map(Arc::new));
        }
        preference::set_text(LAST, &text);
        self.measure(true);
    }

    /// Works out the link; where it is `written`, it goes into the address too, or leaves it where it is too long.
    pub(super) fn measure(self, written: bool) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        let dataset = self.state.dataset();
        let (is_none, text) = self.draft.with_untracked(|d| (d.story().stops.is_empty(), json(d.story(), &dataset)));
        spawn_local(async move {
            let payload = if is_none { String::new() } else { pack(&text).await };
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.payload.set_value(payload);
            let length = if is_none { 0 } else { self.link().chars().count() };
            self.length.set(length);
            if length > MAX_LINK {
                self.payload.set_value(String::new());
            }
            if written {
                url_sync::write_fragment(&self.fragment());
            }
        });
    }

    /// The fragment of the address with the story in it, and with whatever else stands there.
    pub(super) fn fragment(self) -> String {
        let payload = self.payload.get_value();
        crate::story::link::with_payload(&url_sync::fragment(), (!payload.is_empty()).then_some(payload.as_str()))
    }

    /// The address, whole, that opens the person's own story, without what else stands in the fragment.
    pub(super) fn link(self) -> String {
        let payload = self.payload.get_value();
        let view = self.page(OWN_STORY);
        let query = route::print(&view, &self.state.dataset());
        url_sync::address(&(query + &crate::story::link::with_payload("", Some(&payload))))
    }

    /// The state of the page at the beginning of a story.
    pub(super) fn page(self, slug: &str) -> ViewState {
        let (lang, data) = self.state.view.with_untracked(|v| (v.lang, v.data.clone()));
        ViewState { view: Some(View::Story), story: Some(slug.to_owned()), lang, data, ..ViewState::default() }
    }
}

/// The story of a text; of several the first.
pub(super) fn first(text: &str) -> Result<Story, Vec<StoryError>> {
    read(text, Origin::Own).map(|stories| stories.into_iter().next().unwrap_or_default())
}
