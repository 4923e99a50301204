//! What is looked for and what looks for it, as the rest of the program knows them. What search is made of is reached
//! through these only, so that it can be loaded when something is sought.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::{Found, Near};
use crate::model::{Bilingual, Dataset, EventId, Locale, TimeSpan};

/// Whether an event has all that was asked for.
pub(super) type Finding<'q> = Box<dyn Fn(EventId) -> bool + 'q>;

/// What seeks texts in a dataset.
pub(super) trait Search: Send + Sync {
    /// Reads a text over the dataset.
    fn needle(&self, text: &str, dataset: &Dataset) -> Needle;

    /// Reads a text as words only.
    fn words(&self, text: &str) -> Needle;

    /// Reads a text over the dataset, and tells of each event whether it has all of it.
    fn finding<'q>(&'q self, text: &str, dataset: &'q Dataset) -> Finding<'q>;

    /// The nearest word of the record for the first word of a text that is found nowhere.
    fn near(&self, dataset: &Dataset, text: &str) -> Option<Near>;
}

/// Words that were read from a text, and find themselves in others.
pub(super) trait Seeker: Send + Sync {
    /// The text that was read, folded, and whether characters were known.
    fn source(&self) -> (&str, bool);

    /// Whether there is no word.
    fn is_empty(&self) -> bool;

    /// Whether all of it is in a name, in either language or as it is written elsewhere.
    fn is_in(&self, name: &Bilingual) -> bool;

    /// The byte ranges of a text to mark, in order, not overlapping; first letters are looked for in names only.
    fn ranges(&self, text: &str, is_name: bool) -> Vec<Range<usize>>;

    /// The first field of an event that holds what its title does not.
    fn found_elsewhere(&self, dataset: &Dataset, id: EventId, locale: Locale) -> Option<Found>;
}

/// What is looked for: words, and days that were typed as a date. By default it asks nothing.
#[derive(Clone, Default)]
pub struct Needle {
    pub(super) date: Option<TimeSpan>,
    pub(super) seeker: Option<Arc<dyn Seeker>>,
}

impl PartialEq for Needle {
    fn eq(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|needle| needle.seeker.as_deref().map(Seeker::source));
        self.date == other.date && own == others
    }
}

impl fmt::Debug for Needle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = self.seeker.as_ref().map(|seeker| seeker.source());
        f.debug_struct("Needle").field("date", &self.date).field("source", &source).finish()
    }
}

impl Needle {
    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.date.is_none() && self.seeker.as_ref().is_none_or(|seeker| seeker.is_empty())
    }

    /// The days typed as a date.
    pub fn date(&self) -> Option<TimeSpan> {
        self.date
    }

    /// Whether all of it is in a name, in either language or as it is written elsewhere.
    pub fn is_in(&self, name: &Bilingual) -> bool {
        self.seeker.as_ref().is_none_or(|seeker| seeker.is_in(name))
    }

    /// The byte ranges of a title or a name to mark, in order, not overlapping.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        self.seeker.as_ref().map_or_else(Vec::new, |seeker| seeker.ranges(text, true))
    }

    /// The byte ranges of a running text to mark, where first letters are not looked for.
    pub fn ranges_in_prose(&self, text: &str) -> Vec<Range<usize>> {
        self.seeker.as_ref().map_or_else(Vec::new, |seeker| seeker.ranges(text, false))
    }

    /// The first field of an event, the page's language before the other, that holds what the title in that language
    /// does not.
    ///
    /// `None` where the title holds every word, or nothing is looked for.
    pub fn found_elsewhere(&self, dataset: &Dataset, id: EventId, locale: Locale) -> Option<Found> {
        self.seeker.as_ref()?.found_elsewhere(dataset, id, locale)
    }
}
