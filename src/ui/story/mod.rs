//! Stories in the page: the shelf of them, one read stop by stop, and a person's own in the making.
//!
//! A person's own story lives in the fragment of the address, so that a reload, a bookmark and a link keep it; the
//! browser's storage keeps it too, as a preference that may fail.

mod add;
mod address;
mod article;
mod door;
mod drag;
mod drawing;
mod files;
mod pack;
mod panel;
mod panel_stop;
mod player;
mod share;
mod shelf;

use std::sync::Arc;

use crate::ui::signals::*;
pub(super) use add::toast;
pub(super) use article::missing_words;
pub(super) use door::{add_button, door, is_player, use_add_key};
pub(super) use panel::panel;
pub(super) use player::player;
pub(super) use share::{not_shared, shared};

use super::dom::El;
use super::state::AppState;
use super::url_sync::History;
use crate::export::handout::{Handout, handout as make_handout};
use crate::model::{Bilingual, Locale, Translated};
use crate::route::{OWN_STORY, View, ViewState};
use crate::story::{Draft, Story, said, show};

thread_local! {
    /// The handle once more, for what is called by the browser and not by a part of the page.
    static STORY_HANDLE: std::cell::Cell<Option<Stories>> = const { std::cell::Cell::new(None) };
}

/// One `Copy` handle, there once a page.
#[derive(Clone, Copy)]
pub(super) struct Stories {
    state: AppState,
    /// The stories that ship with the dataset, once their texts are there.
    shipped: RwSignal<Arc<Vec<Arc<Story>>>>,
    /// Whether `begin` was called.
    has_begun: StoredValue<bool>,
    /// What everything that listens belongs to.
    owner: StoredValue<Option<Owner>>,
    /// A person's own story, made here or brought by the address; without stops there is none.
    draft: RwSignal<Draft>,
    /// The story looked at: the one the address names; a person's own where it names that, or none.
    pub(super) current: Memo<Option<Arc<Story>>>,
    /// Whether the panel is open in which a story is made.
    editing: RwSignal<bool>,
    /// What was just done, and the state of the page it was done in.
    told: RwSignal<Option<(add::Told, ViewState)>>,
    /// What is said while the rest of the program that makes stories is on its way.
    waits: RwSignal<&'static str>,
    /// How long the story's link is, in characters; 0 where there is no story.
    length: RwSignal<usize>,
    /// Whether the person has the present form in a file.
    is_saved: RwSignal<bool>,
    /// Why a story could not be read: one line a fault, none where only the link is broken.
    faults: RwSignal<Option<Vec<String>>>,
    /// An earlier story of this browser's that the one of the address stands before.
    earlier: RwSignal<Option<Arc<Story>>>,
    /// Counts the changes: of several links in the making only the last is written.
    turn: StoredValue<u32>,
    /// The payload written or read last.
    payload: StoredValue<String>,
    /// The language the texts are written in.
    written: RwSignal<Option<Locale>>,
    /// There while the story of the address is being unpacked: whether a stop was asked for, which belongs to it.
    unread: StoredValue<Option<bool>>,
}

impl Stories {
    /// Handed to the parts of the page below. The texts come when somebody asks for a story.
    pub(super) fn provide(state: AppState) {
        let draft = RwSignal::new(Draft::default());
        let shipped = RwSignal::new(Arc::<Vec<Arc<Story>>>::default());
        let own = move || draft.with(|d| (!d.story().stops.is_empty()).then(|| Arc::new(d.story().clone())));
        let slug = Memo::new(move |_| state.view.with(|v| v.story.clone()));
        let current = Memo::new(move |_| match slug.get() {
            Some(slug) if slug != OWN_STORY => shipped.with(|all| all.iter().find(|story| story.slug == slug).cloned()),
            _ => own(),
        });
        let stories = Self {
            state,
            shipped,
            has_begun: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
            draft,
            current,
            editing: RwSignal::new(false),
            told: RwSignal::new(None),
            waits: RwSignal::new(""),
            length: RwSignal::new(0),
            is_saved: RwSignal::new(false),
            faults: RwSignal::new(None),
            earlier: RwSignal::new(None),
            turn: StoredValue::new(0),
            payload: StoredValue::new(String::new()),
            written: RwSignal::new(None),
            unread: StoredValue::new(None),
        };
        provide_context(stories);
        STORY_HANDLE.set(Some(stories));
        door::use_chunk(stories);
    }

    /// The handle provided by the page around.
    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Changes the person's own story, and what keeps it; says whether it did.
    fn change(self, change: impl FnOnce(&mut Draft) -> bool) -> bool {
        let changed = self.draft.try_update(change).unwrap_or_default();
        if changed {
            self.keep();
        }
        changed
    }

    /// What a story is called in the language of the page.
    fn title(self, story: &Story) -> String {
        let (title, _) = said(&story.title, self.state.locale.get_untracked());
        if title.is_empty() { self.state.words().story().untitled.to_owned() } else { title.to_owned() }
    }

    /// Shows the story of a slug, at a stop or its beginning; `None` is the shelf.
    fn read(self, slug: Option<&str>, step: Option<usize>) {
        let slug = slug.map(str::to_owned);
        if slug.as_deref() == Some(OWN_STORY) {
            // A story that only this browser kept goes into the address with the first look at it.
            self.measure(true);
        }
        self.state.change(History::Push, |v| (v.view, v.story, v.step) = (Some(View::Story), slug, step));
    }

    /// The address, relative to the page, of a state of it; with the person's own story where that is meant.
    fn address_of(self, view: &ViewState) -> String {
        let query = crate::route::print(view, &self.state.dataset());
        if view.story.as_deref() == Some(OWN_STORY) { query + &self.fragment() } else { query }
    }

    /// The state of the page at a stop's view.
    fn at_view(self, at: usize) -> Option<ViewState> {
        let stop = self.current.with_untracked(|story| story.as_ref()?.stops.get(at).cloned())?;
        let dataset = self.state.dataset();
        Some(self.state.view.with_untracked(|around| stop.view_in(around, &dataset)))
    }
}

/// A text of one language only, in the place of a person's own.
fn only(text: String, locale: Locale) -> Bilingual {
    match locale {
        Locale::En => Translated { en: text, zh: String::new() },
        Locale::Zh => Translated { en: String::new(), zh: text },
    }
}

/// Reads what the address and the browser keep, once; from then on they are kept true.
pub(super) fn begin(stories: Stories) {
    if stories.has_begun.try_update_value(|begun| std::mem::replace(begun, true)).unwrap_or(true) {
        return;
    }
    // A dataset of somebody's own has none.
    if !stories.state.dataset().stories().is_empty() {
        stories.shipped.set(Arc::new(crate::story::shipped().into_iter().map(Arc::new).collect()));
    }
    if let Some(owner) = stories.owner.get_value() {
        owner.with(|| stories.follow_address());
    }
}

/// The view of stories: the shelf, or the story that is named.
pub(super) fn view(state: AppState, part: El) -> El {
    let stories = Stories::expect();
    begin(stories);
    let is_named = Memo::new(move |_| state.view.with(|v| v.story.is_some()));
    part.child(super::dom::el("div").class("story").part(move |part| {
        if is_named.get() { part.child(article::article(stories)) } else { part.child(shelf::shelf(stories)) }
    }))
}

/// The stop of a person's own story as it is called in the panel.
fn headline_of(stories: Stories, stop: &crate::story::Stop) -> String {
    let locale = stories.state.locale.get_untracked();
    let (own, _) = said(&stop.headline, locale);
    if !own.is_empty() {
        return own.to_owned();
    }
    let dataset = stories.state.dataset();
    stories.state.index.with_untracked(|index| show(stop, &dataset, index, locale).headline.text)
}

/// The story that is read, as a handout on paper; `None` where none is.
pub(super) fn handout(state: AppState) -> Option<String> {
    let is_read = state.view.with_untracked(|v| v.view == Some(View::Story) && v.story.is_some());
    let stories = STORY_HANDLE.get().filter(|_| is_read)?;
    let story = stories.current.get_untracked()?;
    let dataset = state.dataset();
    let permalink = |stop: &crate::story::Stop| {
        let view = state.view.with_untracked(|around| stop.view_in(around, &dataset));
        super::url_sync::address(&crate::route::print_versioned(&view, &dataset))
    };
    let title = stories.title(&story);
    let locale = state.locale.get_untracked();
    Some(state.index.with_untracked(|index| {
        let (story, dataset) = (story.as_ref(), dataset.as_ref());
        make_handout(&Handout { story, title: &title, dataset, index, locale, permalink: &permalink })
    }))
}
