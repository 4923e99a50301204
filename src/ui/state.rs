//! The state of the page, its derivations, and everything that can be done to it.

use std::ops::Deref;
use std::sync::Arc;

use crate::ui::signals::*;

use super::live::Voice;
use super::metrics::metrics;
use super::unit::first_unit;
use super::url_sync::{self, History};
use crate::compare::Selection;
use crate::headline::{Headline, headline};
use crate::i18n::{Messages, messages};
use crate::layout::{Pointed, RenderMark, Request, TimelineLayout, Viewport, layout, make_room_for_names};
use crate::model::{Dataset, EventId, Locale, TimeSpan};
use crate::query::{Facets, Filter, Index, Needle, eligible, facets, within};
use crate::route::{self, Ignored, View, ViewState};
use crate::scale::FontMetrics;
use crate::undo::{Steps, Stroke};

/// Width the first layout is made for, before the page was measured, px.
const FIRST_WIDTH: f64 = 1096.0;

/// Width of the lane names beside their rows; the same stands in the style sheet, px.
const GUTTER: f64 = 136.0;

/// A dataset of more events is answered in two steps.
const LARGE: usize = 1000;

/// One handle to all state, as small as can be: nearly every closure of the views holds one. Only its methods change
/// anything.
#[derive(Clone, Copy)]
pub struct AppState(&'static Values);

impl Deref for AppState {
    type Target = Values;

    fn deref(&self) -> &Values {
        self.0
    }
}

/// What the state is made of.
pub struct Values {
    dataset: StoredValue<Arc<Dataset>>,
    /// What seeks, once it is there.
    pub(super) index: RwSignal<Index>,
    browser_locale: Locale,
    /// The view that fitted the window when the page opened.
    fitting: View,
    /// px of the screen for one of a drawing.
    pub(super) unit: RwSignal<f64>,
    /// What had the focus when the card was opened.
    origin: StoredValue<Option<web_sys::Element>>,
    /// What a screen reader is told.
    pub(super) voice: Voice,
    /// What the address says.
    pub view: RwSignal<ViewState>,
    /// The days in view right now, a gesture in progress included.
    pub viewport: RwSignal<Viewport>,
    /// The days the marks are laid out for, and whether their neighbours are; during a pan the drawing is only moved.
    pub(super) anchor: RwSignal<(Viewport, bool)>,
    /// The events pointed at or focused, in whichever view.
    pub hover: RwSignal<Option<Pointed>>,
    /// The same as long as any of them is shown: what all views are emphasised by.
    pub(super) pointed: Memo<Option<Pointed>>,
    /// What has been asked before, to be undone and redone.
    pub(super) steps: RwSignal<Steps>,
    /// Whether a key is down: the changes that it repeats are one step.
    pub(super) key_is_down: StoredValue<bool>,
    /// What of the address meant nothing.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// The language of the page.
    pub locale: Memo<Locale>,
    /// The view shown: the one named, or the one that fitted the window when the page opened.
    pub shown: Memo<View>,
    /// What was asked for, time included.
    pub filter: Memo<Filter>,
    /// The pinned selection.
    pub pinned: Memo<Option<Arc<Selection>>>,
    /// The committed days.
    pub span: Memo<TimeSpan>,
    /// The opened event.
    pub selected: Memo<Option<EventId>>,
    /// What the search text looks for.
    pub needle: Memo<Needle>,
    /// Events that pass whatever their time.
    pub matching: Memo<Arc<Vec<EventId>>>,
    /// Events that pass and lie in the committed days: what is counted, charted and listed.
    pub visible: Memo<Arc<Vec<EventId>>>,
    /// Counts beside every choice.
    pub facets: Memo<Arc<Facets>>,
    /// Headline and lede.
    pub headline: Memo<Headline>,
    /// The timeline, placed.
    pub layout: Memo<Arc<TimelineLayout>>,
    /// The timeline's marks with their shapes.
    pub marks: Memo<Arc<Vec<Arc<RenderMark>>>>,
}

impl AppState {
    /// The state of an address over a dataset.
    ///
    /// `fitting` is the view that is shown where the address names none; `index` is what seeks in the dataset so far.
    pub fn new(dataset: Arc<Dataset>, query: &str, browser_locale: Locale, fitting: View, index: Index) -> Self {
        let (first, unknown) = route::parse(query, &dataset);
        let first_span = first.filter.time.unwrap_or(dataset.coverage());
        let first_viewport = Viewport::new(first_span, FIRST_WIDTH).fitted(first_span);
        let dataset = StoredValue::new(dataset);
        let index = RwSignal::new(index);
        let view = RwSignal::new(first);
        let viewport = RwSignal::new(first_viewport);
        let anchor = RwSignal::new((first_viewport, true));

        let shown = Memo::new(move |_| view.with(|v| v.view).unwrap_or(fitting));
        let locale = Memo::new(move |_| view.with(|v| v.lang).unwrap_or(browser_locale));
        let filter = Memo::new(move |_| view.with(|v| v.filter.clone()));
        let selected = Memo::new(move |_| view.with(|v| v.event));
        let pinned_filter = Memo::new(move |_| view.with(|v| v.pinned.clone()));
        let pinned = Memo::new(move |_| {
            let (filter, locale) = (pinned_filter.get()?, locale.get());
            Some(Arc::new(dataset.with_value(|d| index.with(|i| Selection::of(d, i, &filter, locale)))))
        });
        let lanes = Memo::new(move |_| view.with(|v| v.lanes));
        let span = Memo::new(move |_| {
            let time = filter.with(|f| f.time);
            time.unwrap_or_else(|| dataset.with_value(|d| d.coverage()))
        });
        // Moving in time must not search again.
        let question = Memo::new(move |_| Filter { time: None, ..filter.get() });
        let needle = Memo::new(move |_| index.with(|i| dataset.with_value(|d| filter.with(|f| i.needle(&f.text, d)))));
        let matching =
            Memo::new(move |_| question.with(|q| Arc::new(index.with(|i| dataset.with_value(|d| i.matching(d, q))))));
        let visible = Memo::new(move |_| {
            let span = span.get();
            matching.with(|ids| Arc::new(dataset.with_value(|d| within(d, ids, span))))
        });
        let facet_counts = Memo::new(move |_| {
            let span = span.get();
            question.with(|q| Arc::new(dataset.with_value(|d| index.with(|i| facets(d, i, q, span)))))
        });
        let headline = Memo::new(move |_| {
            let (span, locale) = (span.get(), locale.get());
            dataset.with_value(|d| {
                let n_all = filter.with(|f| eligible(d, f.background).count());
                // What is not sought yet is not said to be found.
                let unsought = (!index.with(Index::seeks)).then(|| Filter { text: String::new(), ..filter.get() });
                let said = |f: &Filter| visible.with(|ids| headline(d, ids, n_all, f, span, locale));
                unsought.map_or_else(|| filter.with(said), |f| said(&f))
            })
        });
        let placed = Memo::new(move |_| {
            let ((anchor, with_neighbors), span) = (anchor.get(), span.get());
            let narrower = f64::from(span.days()) < anchor.days() - 1.0 && filter.with(|f| f.time.is_some());
            // A period shorter than the least zoom is drawn with nothing around it.
            let ids =
                if narrower && span.days() < crate::layout::MIN_DAYS as i32 { visible.get() } else { matching.get() };
            let (lanes, selected, locale) = (lanes.get(), selected.get(), locale.get());
            Arc::new(dataset.with_value(|dataset| {
                let mut placed = question.with(|filter| {
                    layout(&Request {
                        dataset,
                        ids: &ids,
                        lanes,
                        filter,
                        viewport: anchor,
                        with_neighbors,
                        selected,
                        locale,
                        metrics: metrics(anchor.width(), shown.get()),
                        measure: &FontMetrics,
                    })
                });
                // Where names stand beside the rows, a lane of one row is as high as a name of two lines.
                if placed.metrics.lane_head == 0.0 {
                    make_room_for_names(&mut placed, dataset, locale, GUTTER);
                }
                placed
            }))
        });
        let marks = Memo::new(move |_| {
            let selected = selected.get();
            placed.with(|layout| {
                let marks = needle.with(|needle| dataset.with_value(|d| layout.render(d, selected, needle)));
                Arc::new(marks.into_iter().map(Arc::new).collect())
            })
        });
        let hover = RwSignal::new(None::<Pointed>);
        let pointed = Memo::new(move |_| visible.with(|ids| hover.get().filter(|pointed| pointed.holds_any(ids))));
        // A page has one state, which lives as long as the page.
        Self(Box::leak(Box::new(Values {
            dataset,
            index,
            browser_locale,
            origin: StoredValue::new(None),
            voice: Voice::new(),
            view,
            viewport,
            anchor,
            hover,
            pointed,
            steps: RwSignal::new(Steps::default()),
            key_is_down: StoredValue::new(false),
            ignored: RwSignal::new(unknown),
            locale,
            shown,
            fitting,
            unit: RwSignal::new(first_unit()),
            filter,
            pinned,
            span,
            selected,
            needle,
            matching,
            visible,
            facets: facet_counts,
            headline,
            layout: placed,
            marks,
        })))
    }

    /// The state provided by the page around.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// The dataset shown.
    pub fn dataset(self) -> Arc<Dataset> {
        self.dataset.get_value()
    }

    /// Reads a text as words to find in names.
    pub(super) fn seek_words(self, text: &str) -> Needle {
        self.index.with_untracked(|index| index.words(text))
    }

    /// Takes in what was loaded after the first view; every answer that it changes is given anew.
    pub(super) fn learn(self, complete: impl FnOnce(Arc<Dataset>) -> (Arc<Dataset>, Index)) {
        // A page that has ended learns nothing.
        if self.index.try_with_untracked(Index::seeks) == Some(false) {
            // The same events in the same order: whatever was worked out of them holds.
            let (dataset, index) = complete(self.dataset.get_value());
            self.dataset.set_value(dataset);
            self.index.set(index);
        }
    }

    /// Whether there are so many events that what can be seen answers first, and the rest a moment later.
    pub(super) fn is_large(self) -> bool {
        self.dataset.with_value(|d| d.events().len() > LARGE)
    }

    /// The strings of the page in its language. Not tracked: another language makes the page anew.
    pub fn words(self) -> &'static Messages {
        messages(self.locale.get_untracked())
    }

    /// How many events a question would leave in the committed days.
    pub fn count_with(self, filter: &Filter) -> usize {
        let dataset = self.dataset.get_value();
        let ids = self.index.with_untracked(|index| index.matching(&dataset, filter));
        within(&dataset, &ids, filter.time.unwrap_or(dataset.coverage())).len()
    }

    /// Changes the state and the address with it; what it changes of the filter can be undone.
    pub(super) fn change(self, history: History, change: impl FnOnce(&mut ViewState)) {
        let before = self.view.get_untracked();
        let mut next = before.clone();
        change(&mut next);
        if next == before {
            return;
        }
        let is_typed = history == History::Replace && before.filter.text != next.filter.text;
        let stroke = if is_typed || self.key_is_down.get_value() { Stroke::Running } else { Stroke::Single };
        self.record(&before, &next, stroke);
        self.put(next, history);
    }

    pub(super) fn put(self, next: ViewState, history: History) {
        let query = self.dataset.with_value(|d| route::print(&next, d));
        self.take(next);
        url_sync::write(&query, history);
    }

    fn take(self, next: ViewState) {
        if self.view.with_untracked(|now| now.filter != next.filter) {
            self.answer_before_pointing();
        }
        self.view.set(next);
    }

    /// Shows another view; the one that opens by itself is not said in the address.
    pub fn show_view(self, view: View) {
        if view == self.shown.get_untracked() {
            return;
        }
        self.change(History::Push, |v| v.view = Some(view).filter(|view| *view != self.fitting));
    }

    /// Changes what is asked for. A period that is all there is asks nothing.
    pub fn set_filter(self, change: impl FnOnce(&mut Filter)) {
        self.view_with(History::Push, |v| change(&mut v.filter));
    }

    /// Changes the search text, without a step in the history.
    pub fn set_text(self, text: String) {
        self.view_with(History::Replace, |v| v.filter.text = text);
    }

    /// Changes what is asked for together with what stands around it, as one step.
    pub(super) fn ask(self, change: impl FnOnce(&mut ViewState)) {
        self.view_with(History::Push, change);
    }

    fn view_with(self, history: History, change: impl FnOnce(&mut ViewState)) {
        let coverage = self.dataset.with_value(|d| d.coverage());
        let before = self.view.with_untracked(|v| v.filter.time);
        self.change(history, |v| {
            change(v);
            v.filter.time = v.filter.time.filter(|span| *span != coverage);
        });
        let after = self.view.with_untracked(|v| v.filter.time);
        if before != after {
            self.show(after.unwrap_or(coverage));
        }
    }

    /// Opens an event; one outside the days in view brings them along.
    pub fn select(self, event: Option<EventId>) {
        if self.selected.get_untracked().is_none() {
            let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
            self.origin.set_value(focused.filter(|element| element.tag_name() != "BODY"));
        }
        self.change(History::Push, |v| v.event = event);
        let spans = event.map(|id| self.dataset.with_value(|d| (d.event(id).span, d.event(id).date.anchor().span())));
        let Some((all, span)) = spans else { return };
        // What stands among the pinned events is in sight there: the present ones need not move.
        let is_pinned = |pinned: &Arc<Selection>| event.is_some_and(|id| pinned.ids.binary_search(&id).is_ok());
        if self.pinned.with_untracked(|pinned| pinned.as_ref().is_some_and(is_pinned)) {
            return;
        }
        if !all.overlaps(self.viewport.get_untracked().span()) {
            let viewport = self.viewport.get_untracked();
            let mid = f64::from(span.start().0) + f64::from(span.days()) / 2.0;
            let to =
                viewport.panned((mid - viewport.start() - viewport.days() / 2.0) / viewport.days() * viewport.width());
            self.preview(to);
            self.commit_viewport();
        }
    }

    /// Takes the note on ignored parts away, and those parts out of the address.
    pub(super) fn dismiss_ignored(self) {
        self.ignored.set(Vec::new());
        let query = self.dataset.with_value(|d| self.view.with_untracked(|v| route::print(v, d)));
        url_sync::write(&query, History::Replace);
    }

    /// What had the focus when the card was opened; gone once asked for.
    pub(super) fn take_origin(self) -> Option<web_sys::Element> {
        self.origin.try_update_value(Option::take).flatten()
    }

    /// The address, whole, of the present view.
    pub fn link(self) -> String {
        let query = self.dataset.with_value(|d| self.view.with_untracked(|v| route::print(v, d)));
        url_sync::address(&query)
    }

    /// Takes over what the address says, after Back or Forward.
    pub(super) fn follow_address(self) {
        let (next, ignored) = self.dataset.with_value(|d| route::parse(&url_sync::query(), d));
        let span = next.filter.time.unwrap_or_else(|| self.dataset.with_value(|d| d.coverage()));
        if span != self.span.get_untracked() {
            self.show(span);
        }
        self.ignored.set(ignored);
        self.view.with_untracked(|now| self.record(now, &next, Stroke::Single));
        self.take(next);
    }

    /// The language the page speaks where the address names none.
    pub fn browser_locale(self) -> Locale {
        self.browser_locale
    }
}
