//! Moving and zooming: the days in view, before they become the period asked for.

use super::state::AppState;
use super::url_sync::History;
use crate::layout::Viewport;
use crate::model::TimeSpan;
use crate::ui::signals::*;

/// Panning farther than this share of the view lays the marks out anew: beyond one view's width none were placed.
const REANCHOR_FRACTION: f64 = 0.7;

impl AppState {
    /// The days that can be reached.
    pub fn domain(self) -> TimeSpan {
        let background = self.filter.with(|f| f.background);
        self.dataset().domain(background)
    }

    /// Puts exactly these days in view.
    pub(super) fn show(self, span: TimeSpan) {
        let viewport = self.viewport.get_untracked().fitted(span);
        self.viewport.set(viewport);
        self.anchor.set((viewport, true));
    }

    /// Moves or zooms without committing: once a frame, during a gesture.
    pub fn preview(self, viewport: Viewport) {
        let viewport = viewport.clamped(untrack(|| self.domain()));
        let (anchor, with_neighbors) = self.anchor.get_untracked();
        let zoomed = (anchor.days() - viewport.days()).abs() > 1e-9 || anchor.width() != viewport.width();
        let offset = anchor.offset_from(viewport).abs();
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
        if zoomed {
            // Every frame of a zoom is laid out, so it does without what cannot be seen.
            self.anchor.set((viewport, false));
        } else if !with_neighbors || offset > REANCHOR_FRACTION * viewport.width() {
            self.anchor.set((viewport, true));
        }
    }

    /// Ends a gesture: the days in view become the period asked for.
    pub fn commit_viewport(self) {
        let viewport = self.viewport.get_untracked();
        if self.anchor.get_untracked() != (viewport, true) {
            self.anchor.set((viewport, true));
        }
        let (coverage, domain) = (self.dataset().coverage(), untrack(|| self.domain()));
        let span = viewport.span().clamped(domain);
        self.change(History::Replace, |v| v.filter.time = Some(span).filter(|span| *span != coverage));
    }

    /// Zooms by a factor around a place of the stage, and commits.
    pub fn zoom(self, factor: f64, at_x: f64) {
        self.preview(self.viewport.get_untracked().zoomed(factor, at_x));
        self.commit_viewport();
    }

    /// Shows the whole record: the coverage, or everything where the background is shown.
    pub fn fit(self) {
        let (domain, background) = (untrack(|| self.domain()), self.filter.with_untracked(|f| f.background));
        let span = if background { domain } else { self.dataset().coverage() };
        self.set_filter(|f| f.time = Some(span));
        self.show(span);
    }

    /// The stage has another width.
    pub fn resize(self, width: f64) {
        if width <= 0.0 || (self.viewport.get_untracked().width() - width).abs() < 0.5 {
            return;
        }
        self.viewport.update(|v| *v = v.resized(width));
        self.anchor.update(|(viewport, _)| *viewport = viewport.resized(width));
    }

    /// px by which the drawing is moved while panning.
    pub fn pan_offset(self) -> f64 {
        self.viewport.get().offset_from(self.anchor.get().0)
    }
}
