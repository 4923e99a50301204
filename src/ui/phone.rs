//! What a narrow page keeps beside the state: whether it is one, and what survives turning the phone.

use crate::ui::signals::*;

use super::hooks::use_window_event;
use super::state::AppState;
use crate::model::EventId;

/// Where the page is made for a thumb; the same stands in the style sheets.
const NARROW: &str = "(max-width: 37.49rem)";

/// One `Copy` handle, there once a page.
#[derive(Clone, Copy)]
pub(super) struct Phone {
    /// Whether the page is narrow now.
    pub(super) is_narrow: RwSignal<bool>,
    /// px a day of the spine, once a person has chosen.
    pub(super) scale: RwSignal<Option<f64>>,
    /// The event that has the focus in the timeline, or would take it.
    pub(super) current: RwSignal<Option<EventId>>,
    /// Whether the drawer of filters is open.
    pub(super) drawer: RwSignal<bool>,
    /// The section of the drawer that was asked for, which is unfolded.
    pub(super) section: RwSignal<&'static str>,
    /// Whether the timeline had the focus when it was last taken away.
    pub(super) had_focus: StoredValue<bool>,
}

/// Whether the window is narrow now.
pub(super) fn is_narrow() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media(NARROW).ok().flatten());
    query.is_some_and(|query| query.matches())
}

impl Phone {
    /// Watches the width of the window.
    pub(super) fn provide(state: AppState) {
        let phone = Self {
            is_narrow: RwSignal::new(is_narrow()),
            scale: RwSignal::new(None),
            current: RwSignal::new(None),
            drawer: RwSignal::new(false),
            section: RwSignal::new(""),
            had_focus: StoredValue::new(false),
        };
        provide_context(phone);
        use_window_event("resize", move |_| {
            let now = is_narrow();
            if now != phone.is_narrow.get_untracked() {
                phone.remember(state);
                phone.is_narrow.set(now);
                // The spine takes the focus itself, once the event's line is there.
                if let Some(id) = phone.current.get_untracked().filter(|_| !now && phone.take_focus()) {
                    super::card::give_focus(state, id, None);
                }
            }
        });
    }

    /// Opens the drawer at a section of it, or at its head.
    pub(super) fn ask_filters(self, section: &'static str) {
        self.section.set(section);
        self.drawer.set(true);
    }

    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }

    /// The other timeline is about to take the place of this one: it will give the focus to the same event.
    fn remember(self, state: AppState) {
        let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
        let slug = focused.and_then(|element| element.get_attribute("data-event"));
        let event = slug.and_then(|slug| state.dataset().event_by_slug(&slug));
        self.had_focus.set_value(event.is_some());
        if event.is_some() {
            self.current.set(event);
        }
    }

    /// Whether the focus was in the timeline that stood here before; asked once.
    pub(super) fn take_focus(self) -> bool {
        self.had_focus.try_update_value(std::mem::take).unwrap_or_default()
    }
}
