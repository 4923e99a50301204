//! A story on paper: one stop a sheet, with its headline, drawing, text, notes, events with their sources, and address.

use super::document::Subject;
use super::print::{element, figure, foot_of, lanes, list, words};
use crate::chart::ChartId;
use crate::i18n::messages;
use crate::model::{Dataset, Importance, Locale};
use crate::query::Index;
use crate::route::View;
use crate::story::{Said, Stop, Story, show};

/// The most events listed of a stop: more leave no room on its sheet, and only the major ones are listed.
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
    out
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
    let subject = Subject {
        dataset,
        ids: &selection.ids,
        filter: &shown.state.filter,
        span: selection.span,
        lanes: shown.state.lanes,
        locale,
        headline: &selection.headline,
        permalink: &permalink,
    };
    if !selection.ids.is_empty() {
        match shown.state.view.unwrap_or_default() {
            View::Charts => figure(&subject, shown.state.chart.unwrap_or(ChartId::Trend), out),
            View::Timeline | View::All | View::Story => lanes(&subject, out),
            View::Table | View::Outline => {}
        }
    }
    if !shown.notes.text.is_empty() {
        words(out, "h2", "print-listed", own.notes);
        paragraph(out, &shown.notes);
    }
    if !listed.is_empty() {
        let heading = (own.listed)(listed.len(), selection.ids.len());
        list(&Subject { ids: &listed, ..subject }, &heading, out);
    }
    words(out, "p", "print-sentence", &(messages(locale).print.permalink)(&permalink));
}

fn paragraph(out: &mut String, said: &Said) {
    if !said.text.is_empty() {
        words(out, "p", "print-text", &said.text);
    }
}
