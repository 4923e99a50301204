//! A stop over a dataset: the view it asks for, the events in it, and its words with the numbers filled in.

use super::{Stop, said};
use crate::compare::Selection;
use crate::model::{Bilingual, Dataset, Locale};
use crate::query::{Index, eligible};
use crate::route::{self, Ignored, Mode, Scheme, View, ViewState};

/// A text as it is read, and the language it is in: not always the one asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Without spaces around it; may be empty.
    pub text: String,
    /// Its language.
    pub locale: Locale,
}

/// A stop as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The view: without language, scheme, mode, story and step, which are those of the page around.
    pub state: ViewState,
    /// What it asks for that this dataset does not have (any more): an event, a region, a kind…
    pub missing: Vec<Ignored>,
    /// The events, and what they are called.
    pub selection: Selection,
    /// The headline; the selection's own where the stop has none.
    pub headline: Said,
    /// The text.
    pub text: Said,
    /// What the speaker says.
    pub notes: Said,
}

/// The query that a stop keeps of a state: what is seen, and nothing of who sees it where and how.
///
/// `view` is the view that is shown; the one that fits the window is named too, so that every window shows the same.
pub fn saved(state: &ViewState, view: View, dataset: &Dataset) -> String {
    route::print(&ViewState { view: Some(view), ..bare(state.clone()) }, dataset)
}

fn bare(state: ViewState) -> ViewState {
    ViewState {
        view: state.view.filter(|view| *view != View::Story),
        lang: None,
        scheme: Scheme::System,
        data: None,
        mode: Mode::Explore,
        story: None,
        step: None,
        room: None,
        ..state
    }
}

impl Stop {
    /// The view it asks for, and what of it this dataset does not have.
    pub fn view(&self, dataset: &Dataset) -> (ViewState, Vec<Ignored>) {
        let (state, missing) = route::parse(&self.query, dataset);
        (bare(state), missing)
    }

    /// The same in the page of `around`: its language, scheme and dataset.
    pub fn view_in(&self, around: &ViewState, dataset: &Dataset) -> ViewState {
        ViewState { lang: around.lang, scheme: around.scheme, data: around.data.clone(), ..self.view(dataset).0 }
    }
}

/// A text with numbers in the place of `{n}` and `{of}`.
fn filled(text: &str, n: usize, of: usize) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = match piece.split_once('}') {
            Some(("n", rest)) => (n, rest),
            Some(("of", rest)) => (of, rest),
            _ => {
                out.push('{');
                out.push_str(piece);
                continue;
            }
        };
        out.push_str(&number.to_string());
        out.push_str(rest);
    }
    out
}

/// A stop with everything that is shown of it in a language; linear in the dataset.
pub fn show(stop: &Stop, dataset: &Dataset, index: &Index, locale: Locale) -> Shown {
    let (state, missing) = stop.view(dataset);
    let selection = Selection::of(dataset, index, &state.filter, locale);
    let n_all = eligible(dataset, state.filter.background).count();
    let fill = |text: &Bilingual| {
        let (text, locale) = said(text, locale);
        Said { text: filled(text, selection.ids.len(), n_all), locale }
    };
    let mut headline = fill(&stop.headline);
    if headline.text.is_empty() {
        headline = Said { text: selection.headline.text(), locale };
    }
    let (text, notes) = (fill(&stop.text), fill(&stop.notes));
    Shown { state, missing, selection, headline, text, notes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_place_of_their_names_and_nothing_else_changes() {
        for (text, expected) in [
            ("{n} of {of}", "3 of 10"),
            ("{n}{n}，{of}项", "33，10项"),
            ("{m} { n} {n", "{m} { n} {n"),
            ("{{n}} {}", "{3} {}"),
            ("", ""),
        ] {
            assert_eq!(filled(text, 3, 10), expected);
        }
    }
}
