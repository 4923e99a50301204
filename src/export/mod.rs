//! Events to take away: as files ([`csv()`], [`json()`], [`ics()`]), as citations ([`cite()`]), as drawings that stand
//! by themselves ([`document`]), on paper ([`mod@print`]), and as pages that need no program ([`mod@page`]).
//!
//! Where the page stands and what day it is are handed in as an [`Occasion`]; nothing here asks for them.
//! Everything taken away says what it is: title, filter in words, dataset version and permalink.

mod cite;
mod csv;
pub mod document;
mod frame;
pub mod handout;
mod ics;
mod json;
pub(crate) mod json_text;
mod key;
pub mod page;
pub mod print;
mod sheets;

pub use cite::{CiteFormat, Cited, citation_key, cite};
pub use csv::{COLUMNS, LIST_SEPARATOR, csv, guarded};
pub use ics::{ics, is_day_stated};
pub use json::json;
pub(crate) use json_text::quoted;

use crate::headline::headline;
use crate::i18n::messages;
use crate::model::{Bilingual, Dataset, Day, EventId, Locale, Translated};
use crate::query::{Filter, eligible};
use crate::route::{ViewState, print_versioned};

/// Where and when something is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// Address of the page, without its query and fragment.
    pub page: &'a str,
    /// The day.
    pub day: Day,
}

/// Which events are taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Every event of the dataset, background included.
    All,
    /// The events of the view.
    Shown,
}

impl Scope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::Shown];
}

/// Events of a dataset with what is said about them wherever they are taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt<'a> {
    /// The dataset they are from.
    pub dataset: &'a Dataset,
    /// Which ones, in time order.
    pub ids: Vec<EventId>,
    /// What was asked for, in words: the headline of the view.
    pub words: Bilingual,
    /// An address that shows the same events.
    pub permalink: String,
    /// Where and when.
    pub occasion: Occasion<'a>,
    /// What the links to single events keep of the view: another dataset, and the language.
    kept: ViewState,
}

impl<'a> Excerpt<'a> {
    /// The events of a scope: all of them, or the `visible` ones of the view `state`.
    pub fn new(
        scope: Scope,
        dataset: &'a Dataset,
        visible: &[EventId],
        state: &ViewState,
        occasion: Occasion<'a>,
    ) -> Self {
        let kept = ViewState { lang: state.lang, data: state.data.clone(), ..ViewState::default() };
        let both = |words: &dyn Fn(Locale) -> String| Translated { en: words(Locale::En), zh: words(Locale::Zh) };
        let (ids, words, view) = match scope {
            Scope::All => {
                let filter = Filter { background: true, time: Some(dataset.domain(true)), ..Filter::default() };
                let n = dataset.events().len();
                let words = both(&|locale| (messages(locale).export().all_words)(n));
                (dataset.ids().collect(), words, ViewState { filter, ..kept.clone() })
            }
            Scope::Shown => {
                let filter = &state.filter;
                let n_all = eligible(dataset, filter.background).count();
                let span = filter.time.unwrap_or(dataset.coverage());
                let words = both(&|locale| headline(dataset, visible, n_all, filter, span, locale).text());
                // An opened event and the colour scheme do not change which events these are.
                let view = ViewState { event: None, scheme: Default::default(), ..state.clone() };
                (visible.to_vec(), words, view)
            }
        };
        let permalink = format!("{}{}", occasion.page, print_versioned(&view, dataset));
        Self { dataset, ids, words, permalink, occasion, kept }
    }

    /// One event, under its title.
    pub fn event(id: EventId, dataset: &'a Dataset, state: &ViewState, occasion: Occasion<'a>) -> Self {
        let mut excerpt = Self::new(Scope::Shown, dataset, &[id], state, occasion);
        excerpt.words = dataset.event(id).title.clone();
        excerpt.permalink = excerpt.event_link(id);
        excerpt
    }

    /// An address of the whole dataset as it opens.
    pub fn dataset_link(&self) -> String {
        format!("{}{}", self.occasion.page, print_versioned(&self.kept, self.dataset))
    }

    /// An address that opens one event.
    pub fn event_link(&self, id: EventId) -> String {
        let state = ViewState { event: Some(id), ..self.kept.clone() };
        format!("{}{}", self.occasion.page, print_versioned(&state, self.dataset))
    }
}

/// The file beside the page that is the page in one file.
pub fn copy_file(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "gsi-timeline.html",
        Locale::Zh => "gsi-timeline.zh.html",
    }
}

/// A copy of the page in one file that opens with the view of a query string; nothing if the text is no such copy.
pub fn with_saved_view(page: &str, query: &str) -> Option<String> {
    const COPY: &str = "<html data-copy ";
    let at = page.find(COPY)? + COPY.len();
    let (before, after) = page.split_at(at);
    let saved = if query.is_empty() { "?" } else { query };
    Some([before, "data-saved=\"", &crate::scene::svg::escape(saved), "\" ", after].concat())
}

/// The name of a file: `gsi-2024.csv`, `gsi-2024.filtered.csv`.
pub fn file_name(dataset: &Dataset, scope: Scope, extension: &str) -> String {
    let filtered = match scope {
        Scope::All => "",
        Scope::Shown => ".filtered",
    };
    format!("{}{filtered}.{extension}", slug(&dataset.info().id))
}

/// A text as part of a file's name or of a key: letters and digits of ASCII, everything else one hyphen.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '.' || c == '_' {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let kept = out.trim_matches(['-', '.']);
    if kept.is_empty() { "events".to_owned() } else { kept.to_owned() }
}

/// A day as ISO 8601 writes it: `2023-03-10`.
pub(crate) fn iso_day(day: Day) -> String {
    let (y, m, d) = day.ymd();
    format!("{y:04}-{m:02}-{d:02}")
}
