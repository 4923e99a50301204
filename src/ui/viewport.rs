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
        self.anchor.set((viewport, self.settles_at_once(viewport)));
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
        } else if (!with_neighbors && offset > 0.0) || offset > REANCHOR_FRACTION * viewport.width() {
            self.anchor.set((viewport, true));
        }
    }

    /// Ends a gesture: the days in view become the period asked for.
    pub fn commit_viewport(self) {
        let viewport = self.viewport.get_untracked();
        let (anchor, with_neighbors) = self.anchor.get_untracked();
        let settles = with_neighbors || self.settles_at_once(viewport);
        if (anchor, with_neighbors) != (viewport, settles) {
            self.anchor.set((viewport, settles));
        }
        let (coverage, domain) = (self.dataset().coverage(), untrack(|| self.domain()));
        let span = viewport.span().clamped(domain);
        self.change(History::Replace, |v| v.filter.time = Some(span).filter(|span| *span != coverage));
    }

    /// Whether a view is laid out with its neighbours right away: where they are many, they come a moment later.
    fn settles_at_once(self, viewport: Viewport) -> bool {
        let (domain, span) = (untrack(|| self.domain()), viewport.span());
        !self.is_large() || (span.start() <= domain.start() && domain.end() <= span.end())
    }

    /// Whether the view is laid out without its neighbours, though nothing is being zoomed.
    pub(super) fn lacks_neighbors(self) -> bool {
        !self.anchor.get().1 && self.is_large()
    }

    /// Lays out what can be panned to.
    pub(super) fn place_neighbors(self) {
        let (anchor, with_neighbors) = self.anchor.get_untracked();
        if !with_neighbors && anchor == self.viewport.get_untracked() {
            self.anchor.set((anchor, true));
        }
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
