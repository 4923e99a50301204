//! Which marks stand in the page: all, or for a moment those in sight.
//!
//! The lanes of thousands of events are higher than what is seen of them. An answer draws what is seen; the rest follows
//! once that is painted, before anyone can have scrolled to it.

use std::sync::Arc;

use crate::ui::signals::*;
use leptos::html;

use crate::layout::{RenderMark, Viewport};
use crate::model::EventId;
use crate::ui::hooks::{use_early_window_event, use_frame, use_later, use_window_event};
use crate::ui::state::AppState;

/// px beyond either edge of what is in sight that count as seen, too.
const MARGIN: f64 = 48.0;

/// Fewer marks than these out of sight are drawn at once.
const FEW: usize = 100;

/// The marks that are drawn.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) marks: Arc<Vec<Arc<RenderMark>>>,
    /// Where others follow, what is in sight, px from the top.
    seen: Option<(f64, f64)>,
    /// What they are an answer to.
    viewport: Viewport,
    visible: Arc<Vec<EventId>>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.marks, &other.marks) && self.seen.is_some() == other.seen.is_some()
    }
}

impl Shown {
    /// Whether a mark that stands in the page is left as it is until the others follow, since nobody sees it.
    pub(super) fn leaves(&self, mark: &RenderMark) -> bool {
        self.seen.is_some_and(|seen| !is_in(seen, mark))
    }
}

/// Whether a mark is in sight, or nearly.
fn is_in((start, end): (f64, f64), mark: &RenderMark) -> bool {
    start - MARGIN <= mark.mark.y && mark.mark.y <= end + MARGIN
}

/// The marks to draw in an element. While it has the focus all are, so that the focus can follow its event.
pub(super) fn shown_marks(state: AppState, element: NodeRef<html::Div>, has_focus: RwSignal<bool>) -> Memo<Shown> {
    let (rest, later, frame) = (RwSignal::new(()), use_later(), use_frame());
    // Asked of the page only when nothing is about to change it: asking makes it lay out what has changed.
    let seen = StoredValue::new((0.0, f64::INFINITY));
    let look = move || {
        if let Some(sight) = element.try_get_untracked().flatten().map(|element| sight(state, &element)) {
            seen.set_value(sight);
        }
    };
    use_early_window_event("scroll", move |_| frame.request(look));
    use_window_event("resize", move |_| frame.request(look));
    let shown = Memo::new(move |before: Option<&Shown>| {
        rest.track();
        let (marks, visible) = (state.marks.get(), state.visible.get());
        let viewport = state.layout.with(|layout| layout.viewport);
        let is_new = |before: &Shown| before.viewport != viewport || !Arc::ptr_eq(&before.visible, &visible);
        let all = Shown { marks, seen: None, viewport, visible: visible.clone() };
        if !state.is_large() || has_focus.get_untracked() || !before.is_some_and(is_new) {
            return all;
        }
        let seen = seen.get_value();
        let near: Vec<Arc<RenderMark>> = all.marks.iter().filter(|mark| is_in(seen, mark)).cloned().collect();
        if near.len() + FEW > all.marks.len() {
            return all;
        }
        Shown { marks: Arc::new(near), seen: Some(seen), ..all }
    });
    Effect::new(move |_| {
        let is_part = shown.with(|shown| shown.seen.is_some());
        later.request(move || {
            look();
            if is_part {
                rest.set(());
            }
        });
    });
    shown
}

/// The part of an element that is in sight: of the window, or of the box it is scrolled in; px of the drawing from its
/// top.
pub(super) fn sight(state: AppState, element: &web_sys::Element) -> (f64, f64) {
    let window = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|px| px.as_f64());
    let (mut top, mut bottom) = (0.0, window.unwrap_or(f64::INFINITY));
    // A box counts that has nothing to scroll now, too: on the way back from few events all of them would count as seen.
    let pane = element.closest(".together-pane").ok().flatten();
    if let Some(pane) = pane.filter(is_scroller) {
        let rect = pane.get_bounding_client_rect();
        (top, bottom) = (rect.top().max(top), rect.bottom().min(bottom));
    }
    let origin = element.get_bounding_client_rect().top();
    let unit = state.unit.get_untracked();
    ((top - origin) / unit, (bottom - origin) / unit)
}

/// Whether what does not fit into an element is scrolled in it; on a small window, the page is.
fn is_scroller(element: &web_sys::Element) -> bool {
    let style = web_sys::window().and_then(|w| w.get_computed_style(element).ok().flatten());
    style.and_then(|style| style.get_property_value("overflow-y").ok()).is_some_and(|value| value == "auto")
}
