//! What is pointed at in one view is seen in the others.

use std::cell::RefCell;
use std::sync::Arc;

use crate::ui::signals::*;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::long_list::LongList;
use super::state::AppState;
use crate::layout::{Emphasis, Pane, Pointed};
use crate::model::EventId;

/// Pointing or opening rests this long before the other views are scrolled to it, ms.
const REVEAL_MS: u32 = 220;

/// What the next frame will point at, and the scrolling that waits for the pointer to rest.
#[derive(Default)]
struct Pending {
    next: Option<Pointed>,
    /// The view that points at nothing any more.
    away: Option<Pane>,
    frame: Option<AnimationFrame>,
    reveal: Option<Timeout>,
    /// Whether an answer of many events is still to be painted; then the frame that paints it, and what comes after.
    is_answering: bool,
    answer: Option<AnimationFrame>,
    answered: Option<Timeout>,
}

thread_local! {
    static PENDING: RefCell<Pending> = RefCell::default();
}

impl AppState {
    /// Points at events of a row or a chart before the next paint, however many of them the pointer crosses till then.
    pub(super) fn point_at(self, pane: Pane, events: Arc<[EventId]>) {
        self.point_next(Some(Pointed::new(pane, events)), None);
    }

    /// Points at nothing any more, if it was this view that pointed.
    pub(super) fn point_away(self, pane: Pane) {
        self.point_next(None, Some(pane));
    }

    fn point_next(self, next: Option<Pointed>, away: Option<Pane>) {
        PENDING.with_borrow_mut(|pending| {
            (pending.next, pending.away) = (next, away);
            if pending.frame.is_some() {
                return;
            }
            pending.frame = Some(request_animation_frame(move |_| {
                let is_answering = PENDING.with_borrow_mut(|pending| {
                    pending.frame = None;
                    pending.is_answering
                });
                if !is_answering {
                    self.point_now();
                }
            }));
        });
    }

    fn point_now(self) {
        let (next, away) = PENDING.with_borrow_mut(|pending| (pending.next.take(), pending.away.take()));
        // Another view may have begun to point since.
        let is_news = |now: &Option<Pointed>| match &next {
            Some(_) => *now != next,
            None => now.as_ref().is_some_and(|now| Some(now.pane) == away),
        };
        if self.hover.try_with_untracked(is_news) == Some(true) {
            self.hover.set(next);
        }
    }

    /// Something else is asked. What a zone of a chart stood for goes with the question: all would be drawn emphasised
    /// by it, and at once again. And where there are many events, what comes to lie under a resting pointer is pointed
    /// at once the answer is painted.
    pub(super) fn answer_before_pointing(self) {
        let is_in_charts = |pointed: &Option<Pointed>| pointed.as_ref().is_some_and(|p| p.pane == Pane::Charts);
        if self.hover.with_untracked(is_in_charts) {
            self.hover.set(None);
        }
        if !self.is_large() {
            return;
        }
        let answer = request_animation_frame(move |_| {
            let answered = Timeout::new(0, move || {
                PENDING.with_borrow_mut(|pending| pending.is_answering = false);
                self.point_now();
            });
            PENDING.with_borrow_mut(|pending| pending.answered = Some(answered));
        });
        PENDING.with_borrow_mut(|pending| {
            pending.is_answering = true;
            (pending.answer, pending.answered) = (Some(answer), None);
        });
    }

    /// The mark pointed at or focused, by its key.
    pub(super) fn hovered_mark(self) -> Option<u64> {
        self.hover.with(|pointed| pointed.as_ref().and_then(|pointed| pointed.mark))
    }

    /// How what stands for some events in a view is shown now.
    pub(super) fn emphasis(self, pane: Pane, events: &[EventId]) -> Emphasis {
        let selected = self.selected.get();
        self.pointed.with(|pointed| Emphasis::resolve(events, pane, selected, pointed.as_ref()))
    }
}

/// A box that scrolls by itself, and what in it may have to be brought into view.
struct Scroller {
    pane: Pane,
    selector: &'static str,
    /// Where something stands out for what is pointed at, or is opened.
    highlighted: &'static str,
    selected: &'static str,
    /// px at the top and at the bottom that something always covers.
    covered: (f64, f64),
}

const SCROLLERS: [Scroller; 2] = [
    Scroller {
        pane: Pane::Timeline,
        selector: ".together-timeline",
        highlighted: ".timeline-mark--highlighted:not([aria-hidden])",
        selected: ".timeline-mark--selected:not([aria-hidden])",
        covered: (34.0, 62.0),
    },
    Scroller {
        pane: Pane::Table,
        selector: ".together-table",
        highlighted: ".table-row--highlighted",
        selected: ".table-row--selected",
        covered: (40.0, 6.0),
    },
];

/// Scrolls the boxes of the views together to what another of them points at, once the pointer rests.
///
/// Where any of it is in sight nothing moves, and the box that is pointed in never does.
pub(super) fn reveal_in_boxes(state: AppState) {
    Effect::new(move |_| {
        let (selected, pane) = (state.selected.get(), state.pointed.with(|p| p.as_ref().map(|p| p.pane)));
        let timeout =
            (selected.is_some() || pane.is_some()).then(|| Timeout::new(REVEAL_MS, move || reveal(state, pane)));
        PENDING.with_borrow_mut(|pending| pending.reveal = timeout);
    });
}

fn reveal(state: AppState, pointing: Option<Pane>) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    for scroller in SCROLLERS {
        let wanted = match pointing {
            Some(pane) if pane == scroller.pane => continue,
            Some(_) => scroller.highlighted,
            None => scroller.selected,
        };
        // A long table holds only the rows in sight, and knows where the others would be.
        let is_found = || {
            let pointed = || state.pointed.get_untracked().map(|pointed| pointed.events().to_vec());
            let ids = if pointing.is_some() { pointed() } else { state.selected.get_untracked().map(|id| vec![id]) };
            LongList::reveal(&ids.unwrap_or_default())
        };
        if scroller.pane == Pane::Table && is_found() {
            continue;
        }
        if let Ok(Some(element)) = document.query_selector(scroller.selector) {
            bring_into_view(&element, wanted, scroller.covered);
        }
    }
}

fn bring_into_view(scroller: &web_sys::Element, wanted: &str, covered: (f64, f64)) {
    // Below one window's size the boxes do not scroll, and the page is never moved by pointing.
    if scroller.scroll_height() <= scroller.client_height() {
        return;
    }
    let (area, height) = (scroller.get_bounding_client_rect(), f64::from(scroller.client_height()));
    let (top, bottom) = (area.top() + covered.0, area.top() + height - covered.1);
    let Ok(found) = scroller.query_selector_all(wanted) else { return };
    let mut first = None;
    for i in 0..found.length() {
        let Some(element) = found.item(i).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) else { continue };
        let rect = element.get_bounding_client_rect();
        if top <= rect.top() && rect.bottom() <= bottom {
            return;
        }
        first = first.or(Some(rect));
    }
    if let Some(rect) = first {
        let middle = (rect.top() + rect.bottom()) / 2.0 - (top + bottom) / 2.0;
        scroller.set_scroll_top(scroller.scroll_top() + middle as i32);
    }
}
