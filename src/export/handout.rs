//! A story on paper: one stop a sheet, with its headline, drawing, text, notes, events with their sources, and address.
//!
//! The events of a stop that has no room for all of them on its sheet are listed behind the last stop, once for all
//! stops that show the same; its sheet says so.

use super::document::Subject;
use super::print::{SHEET, element, figure, foot_of, lanes, lines_height, list, list_height, words};
use crate::chart::ChartId;
use crate::i18n::messages;
use crate::model::{Dataset, Locale};
use crate::query::Index;
use crate::route::View;
use crate::scene::Weight;
use crate::story::{Said, Shown, Stop, Story, show};

/// Sizes and lines of a stop's headline, its texts and its address, px, with the room around each.
const HEADLINE: ((f64, f64), f64) = ((24.0, 29.0), 30.0);
const TEXT: ((f64, f64), f64) = ((13.0, 19.0), 16.0);
const ADDRESS: ((f64, f64), f64) = ((11.0, 16.0), 0.0);

/// Width of a text, px.
const TEXT_WIDTH: f64 = 560.0;

/// The heading over notes, and what is kept free, px.
const NOTES_HEAD: f64 = 22.0;
const FREE: f64 = 24.0;

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
    foot_of(handout.title.to_owned(), messages(handout.locale).print(), &mut out);
    let mut long: Vec<(Vec<usize>, Shown)> = Vec::new();
    for (i, stop) in handout.story.stops.iter().enumerate() {
        let mut content = String::new();
        let shown = show(stop, handout.dataset, handout.index, handout.locale);
        if !sheet(handout, i, stop, &shown, &mut content) {
            match long.iter_mut().find(|(_, other)| other.selection.ids == shown.selection.ids) {
                Some((stops, _)) => stops.push(i + 1),
                None => long.push((vec![i + 1], shown)),
            }
        }
        element(&mut out, "section", "print-stop", &content);
    }
    for (stops, shown) in long {
        let mut content = String::new();
        let (own, n) = (messages(handout.locale).story(), shown.selection.ids.len());
        words(&mut content, "p", "print-name", handout.title);
        with_subject(handout, &shown, "", |subject| list(subject, &(own.all_of_stops)(&stops, n), &mut content));
        element(&mut out, "section", "print-stop", &content);
    }
    out
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

/// The sheet of a stop; whether it lists all of the stop's events.
fn sheet(handout: &Handout, i: usize, stop: &Stop, shown: &Shown, out: &mut String) -> bool {
    let (own, print) = (messages(handout.locale).story(), messages(handout.locale).print());
    let address = (handout.permalink)(stop);
    let n = shown.selection.ids.len();
    let place = (own.place)(i + 1, handout.story.stops.len());
    words(out, "p", "print-name", &[handout.title, " · ", &place].concat());
    words(out, "h1", "print-headline", &shown.headline.text);
    paragraph(out, &shown.text);
    let is_whole = with_subject(handout, shown, &address, |subject| {
        let drawn = match shown.state.view.unwrap_or_default() {
            _ if n == 0 => 0.0,
            View::Charts => figure(subject, shown.state.chart.unwrap_or(ChartId::Trend), out),
            View::Timeline | View::All | View::Story => lanes(subject, out),
            View::Table | View::Outline => 0.0,
        };
        if !shown.notes.text.is_empty() {
            words(out, "h2", "print-listed", own.notes);
            paragraph(out, &shown.notes);
        }
        let of = |text: &str, (line, around): ((f64, f64), f64), width| {
            lines_height(text, line, Weight::Strong, width) + around
        };
        let notes =
            if shown.notes.text.is_empty() { 0.0 } else { NOTES_HEAD + of(&shown.notes.text, TEXT, TEXT_WIDTH) };
        let used = of(&shown.headline.text, HEADLINE, SHEET.0)
            + of(&shown.text.text, TEXT, TEXT_WIDTH)
            + (drawn + notes)
            + of(&(print.permalink)(&address), ADDRESS, SHEET.0)
            + FREE;
        let is_whole = used + list_height(subject) <= SHEET.1;
        match n {
            0 => {}
            _ if is_whole => list(subject, &(own.listed)(n), out),
            _ => words(out, "h2", "print-listed", &(own.listed_behind)(n)),
        }
        is_whole || n == 0
    });
    words(out, "p", "print-sentence", &(print.permalink)(&address));
    is_whole
}

fn paragraph(out: &mut String, said: &Said) {
    if !said.text.is_empty() {
        words(out, "p", "print-text", &said.text);
    }
}
