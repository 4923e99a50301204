//! A story on paper: one stop a sheet, with its headline, drawing, text, notes, events with their sources, and address.
//!
//! A stop of many events lists the major ones on its sheet; all of them stand behind the last stop, once for all stops
//! that show the same.

use super::document::Subject;
use super::print::{element, figure, foot_of, lanes, list, words};
use crate::chart::ChartId;
use crate::i18n::messages;
use crate::model::{Dataset, Importance, Locale};
use crate::query::Index;
use crate::route::View;
use crate::story::{Said, Shown, Stop, Story, show};

/// The most events listed on a stop's own sheet: more leave no room there.
const MOST_LISTED: usize = 40;

/// What a handout is made from.
pub struct Handout<'a> {
    /// The story.
    pub story: &'a Story,
    /// What the story is called in the language.
    pub title: &'a str,
    /// Where the events are.
    pub dataset: &'a Dataset,
    /// Its index.
    pub index: &'a Index,
    /// The language of every word.
    pub locale: Locale,
    /// An address that shows a stop's view.
    pub permalink: &'a dyn Fn(&Stop) -> String,
}

/// The handout as markup of an element's content.
pub fn handout(handout: &Handout) -> String {
    let mut out = String::with_capacity(64 * 1024);
    foot_of(handout.title.to_owned(), messages(handout.locale).print, &mut out);
    for (i, stop) in handout.story.stops.iter().enumerate() {
        let mut content = String::new();
        sheet(handout, i, stop, &mut content);
        element(&mut out, "section", "print-stop", &content);
    }
    for (stops, shown) in long_lists(handout) {
        let mut content = String::new();
        let (own, n) = (messages(handout.locale).story, shown.selection.ids.len());
        words(&mut content, "p", "print-name", handout.title);
        with_subject(handout, &shown, "", |subject| list(subject, &(own.all_of_stops)(&stops, n), &mut content));
        element(&mut out, "section", "print-stop", &content);
    }
    out
}

/// The stops whose sheet has no room for all their events, those that show the same together, with what they show.
fn long_lists(handout: &Handout) -> Vec<(Vec<usize>, Shown)> {
    let mut all: Vec<(Vec<usize>, Shown)> = Vec::new();
    for (i, stop) in handout.story.stops.iter().enumerate() {
        let shown = show(stop, handout.dataset, handout.index, handout.locale);
        let same = all.iter_mut().find(|(_, other)| other.selection.ids == shown.selection.ids);
        match same {
            Some((stops, _)) => stops.push(i + 1),
            None if shown.selection.ids.len() > MOST_LISTED => all.push((vec![i + 1], shown)),
            None => {}
        }
    }
    all
}

/// What a stop shows, as the printed page knows it.
fn with_subject<T>(handout: &Handout, shown: &Shown, permalink: &str, then: impl FnOnce(&Subject) -> T) -> T {
    let selection = &shown.selection;
    then(&Subject {
        dataset: handout.dataset,
        ids: &selection.ids,
        filter: &shown.state.filter,
        span: selection.span,
        lanes: shown.state.lanes,
        locale: handout.locale,
        headline: &selection.headline,
        permalink,
    })
}

fn sheet(handout: &Handout, i: usize, stop: &Stop, out: &mut String) {
    let (dataset, locale) = (handout.dataset, handout.locale);
    let own = messages(locale).story;
    let shown = show(stop, dataset, handout.index, locale);
    let permalink = (handout.permalink)(stop);
    let selection = &shown.selection;
    let place = (own.place)(i + 1, handout.story.stops.len());
    words(out, "p", "print-name", &[handout.title, " · ", &place].concat());
    words(out, "h1", "print-headline", &shown.headline.text);
    paragraph(out, &shown.text);
    let major = |id: &crate::model::EventId| dataset.event(*id).importance == Importance::Major;
    let listed: Vec<_> = if selection.ids.len() > MOST_LISTED {
        selection.ids.iter().copied().filter(major).collect()
    } else {
        selection.ids.clone()
    };
    with_subject(handout, &shown, &permalink, |subject| {
        if !selection.ids.is_empty() {
            match shown.state.view.unwrap_or_default() {
                View::Charts => figure(subject, shown.state.chart.unwrap_or(ChartId::Trend), out),
                View::Timeline | View::All | View::Story => lanes(subject, out),
                View::Table | View::Outline => {}
            }
        }
        if !shown.notes.text.is_empty() {
            words(out, "h2", "print-listed", own.notes);
            paragraph(out, &shown.notes);
        }
        let heading = (own.listed)(listed.len(), selection.ids.len());
        if listed.is_empty() && !selection.ids.is_empty() {
            words(out, "h2", "print-listed", &heading);
        } else if !listed.is_empty() {
            list(&Subject { ids: &listed, ..*subject }, &heading, out);
        }
    });
    words(out, "p", "print-sentence", &(messages(locale).print.permalink)(&permalink));
}

fn paragraph(out: &mut String, said: &Said) {
    if !said.text.is_empty() {
        words(out, "p", "print-text", &said.text);
    }
}
