//! What a screen reader is told after a step: what changed, and what it left.
//!
//! Only what the person cannot notice otherwise is said, in one short line. A later line takes the place of an earlier
//! one that was not spoken yet, so nothing here waits or queues.

use crate::i18n::{column_name, lanes_name, messages, span_words, view_name};
use crate::model::{Dataset, Locale};
use crate::query::Filter;
use crate::route::ViewState;

/// What there was to notice at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The whole state, with the view that is shown.
    pub view: ViewState,
    /// How many events are shown.
    pub n_shown: usize,
    /// Out of how many.
    pub n_all: usize,
}

/// What to say of the step from one moment to the next; `None` where there is nothing to say.
pub fn change(before: &Moment, after: &Moment, dataset: &Dataset, locale: Locale) -> Option<String> {
    let words = messages(locale);
    let said = words.access;
    let (old, new) = (&before.view, &after.view);
    let mut parts = Vec::new();
    if let Some(view) = new.view.filter(|_| old.view != new.view) {
        parts.push(view_name(words, view).to_owned());
    }
    if old.lanes != new.lanes {
        parts.push((said.said_lanes)(lanes_name(words, new.lanes)));
    }
    if old.sorting != new.sorting {
        parts.push((said.said_sorting)(column_name(words, new.sorting.key), new.sorting.descending));
    }
    let moved = old.filter.time != new.filter.time;
    if moved {
        let period = span_words(new.filter.time.unwrap_or(dataset.coverage()), locale);
        parts.push((said.said_period)(&period));
    }
    // The same question may have another answer, once all that search knows is there.
    let asked = moved || !same_question(&old.filter, &new.filter) || before.n_shown != after.n_shown;
    if asked || old.view != new.view {
        parts.push(count(after, locale));
    }
    if let Some(event) = new.event.filter(|_| old.event != new.event) {
        parts.push((said.said_opened)(dataset.event(event).title.get(locale)));
    }
    (!parts.is_empty()).then(|| parts.join(said.said_join))
}

/// Two things to say at once, either of which may be missing.
pub fn join(first: Option<String>, second: Option<String>, locale: Locale) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some([first, second].join(messages(locale).access.said_join)),
        (first, second) => first.or(second),
    }
}

/// `46 of 181 events`, or that there is none.
fn count(at: &Moment, locale: Locale) -> String {
    let words = messages(locale);
    if at.n_shown == 0 {
        return words.empty_title.trim_end_matches(['.', '。']).to_owned();
    }
    let (shown, of) = (words.headline_of)(at.n_shown, at.n_all);
    shown + &of
}

/// Whether two filters ask the same but for the time.
fn same_question(a: &Filter, b: &Filter) -> bool {
    *a == Filter { time: a.time, ..b.clone() }
}
