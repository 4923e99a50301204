//! What a person chooses about an embedded view.

use crate::compare::Selection;
use crate::i18n::messages;
use crate::model::{Dataset, Locale};
use crate::query::{Filter, Index};
use crate::route::{Mode, Scheme, View, ViewState, print};

/// Whether an embedded view follows the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lifetime {
    /// It shows the newest version of the dataset.
    #[default]
    Living,
    /// It goes on showing the present version.
    Frozen,
}

/// What a frame shows, of all that the page shows now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbedChoice {
    /// Which view.
    pub view: View,
    /// Whether the filters of the page come along.
    pub filtered: bool,
    /// The language; none: the reader's own.
    pub lang: Option<Locale>,
    /// Light, dark, or as the page around it.
    pub scheme: Scheme,
    /// Whether it follows the dataset.
    pub lifetime: Lifetime,
}

impl EmbedChoice {
    /// What is offered first: the view as it is now, with its filters, for readers of either language.
    pub fn new(view: View) -> Self {
        Self { view, filtered: true, lang: None, scheme: Scheme::System, lifetime: Lifetime::Living }
    }

    /// What the frame shows, of the state of the page.
    pub fn state(self, page: &ViewState) -> ViewState {
        let (filter, pinned) = match self.filtered {
            true => (page.filter.clone(), page.pinned.clone()),
            false => (Filter::default(), None),
        };
        ViewState {
            view: Some(self.view),
            filter,
            pinned,
            event: None,
            mode: Mode::default(),
            story: page.story.clone().filter(|_| self.view == View::Story),
            step: page.step.filter(|_| self.view == View::Story),
            frozen: self.lifetime == Lifetime::Frozen,
            lang: self.lang,
            scheme: self.scheme,
            ..page.clone()
        }
    }

    /// What the frame is called in a language: the headline of what it shows, and the dataset's name.
    pub fn title(self, page: &ViewState, dataset: &Dataset, index: &Index, locale: Locale) -> String {
        let headline = Selection::of(dataset, index, &self.state(page).filter, locale).headline.text();
        (messages(locale).headline_title)(&headline, dataset.info().title.get(locale))
    }

    /// The same as a query string.
    pub fn query(self, page: &ViewState, dataset: &Dataset) -> String {
        print(&self.state(page), dataset)
    }
}

/// A height that fits a view in a column of text, CSS px: what a frame has until its page says better.
pub fn default_height(view: View) -> u32 {
    match view {
        View::Timeline => 560,
        View::Charts | View::Table | View::Outline | View::Story => 640,
        View::All => 900,
    }
}
