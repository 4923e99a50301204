//! The whole of what is shown: validated, in time order, immutable.

use super::date::TimeSpan;
use super::edtf::Edtf;
use super::event::Event;
use super::taxonomy::{Bilingual, EventId, Taxonomy};

/// What a dataset says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct DatasetInfo {
    /// Slug of the dataset.
    pub id: String,
    /// Its version, such as `2024.1`.
    pub version: String,
    /// Its name.
    pub title: Bilingual,
    /// What it holds.
    pub description: Bilingual,
    /// Who made it, if that is stated: the author a citation names.
    pub author: Option<Bilingual>,
    /// When this version was made, if that is stated.
    pub released: Option<Edtf>,
    /// Whose account it is.
    pub source: Source,
    /// The dates that views open on.
    pub coverage: Edtf,
}

/// The document a dataset is transcribed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its title.
    pub title: Bilingual,
    /// Who published it.
    pub publisher: Bilingual,
    /// When.
    pub date: Edtf,
    /// Where it can be read, if that is known.
    pub url: Option<String>,
    /// Its contents, in order.
    pub sections: Vec<Section>,
}

/// One entry of the source's table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number, such as `2.2.7`.
    pub number: String,
    /// The page its contents list gives.
    pub page: u32,
    /// Its heading.
    pub title: Bilingual,
}

/// A number the source states as of a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Slug.
    pub slug: String,
    /// The date it holds for.
    pub date: Edtf,
    /// The number.
    pub value: f64,
    /// What is counted.
    pub unit: Bilingual,
    /// What the number says.
    pub label: Bilingual,
    /// Place of its section in the source's contents.
    pub section: usize,
}

/// Events with the vocabulary they use; made only by [`crate::data`], which proves every reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    info: DatasetInfo,
    taxonomy: Taxonomy,
    events: Vec<Event>,
    figures: Vec<Figure>,
    /// In the order of their slugs.
    by_slug: Vec<EventId>,
    record: TimeSpan,
    extent: TimeSpan,
    stories: &'static [(&'static str, usize)],
    is_whole: bool,
}

impl Dataset {
    /// Puts events in time order: by first day, the vaguer first where two start together, then by slug.
    pub(crate) fn new(
        info: DatasetInfo,
        taxonomy: Taxonomy,
        mut events: Vec<Event>,
        figures: Vec<Figure>,
        is_whole: bool,
    ) -> Self {
        crate::order::sort_by(&mut events, |a, b| {
            let key = |e: &Event| (e.span.start(), std::cmp::Reverse(e.span.end()));
            key(a).cmp(&key(b)).then_with(|| a.slug.cmp(&b.slug))
        });
        let mut by_slug: Vec<EventId> = (0..events.len()).map(|i| EventId(i as u32)).collect();
        crate::order::sort_by(&mut by_slug, |a, b| events[a.index()].slug.cmp(&events[b.index()].slug));
        let coverage = info.coverage.span();
        // What is known only to the year reaches past the record without stretching it.
        let first_day = |e: &Event| TimeSpan::new(e.date.anchor().span().start(), e.date.anchor().span().start());
        let record = events.iter().filter(|e| !e.background).map(first_day).fold(coverage, TimeSpan::union);
        let extent = events.iter().map(first_day).fold(record, TimeSpan::union);
        Self { info, taxonomy, events, figures, by_slug, record, extent, stories: &[], is_whole }
    }

    /// What it is made of, to make another of it.
    pub(crate) fn into_parts(self) -> (DatasetInfo, Taxonomy, Vec<Event>, Vec<Figure>) {
        (self.info, self.taxonomy, self.events, self.figures)
    }

    /// Whether it says all it has to say. What the first view is drawn from has the same events in the same order,
    /// without summaries, remarks and links, without figures, and without what no event leads to; those come a moment
    /// later, as [`crate::data::embedded_first`] says.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The same with the stories that are told of it: their slugs, and how many stops each has.
    #[must_use]
    pub fn with_stories(mut self, stories: &'static [(&'static str, usize)]) -> Self {
        self.stories = stories;
        self
    }

    /// The slugs of the stories told of it, and how many stops each has.
    pub fn stories(&self) -> &'static [(&'static str, usize)] {
        self.stories
    }

    /// How many stops the story of a slug has; `None` where there is no such story.
    pub fn n_stops(&self, slug: &str) -> Option<usize> {
        self.stories.iter().find(|(name, _)| *name == slug).map(|(_, n)| *n)
    }

    /// What the dataset says about itself.
    pub fn info(&self) -> &DatasetInfo {
        &self.info
    }

    /// Its vocabularies.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// All events, in time order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The ids of all events, in time order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = EventId> + Clone {
        (0..self.events.len()).map(|i| EventId(i as u32))
    }

    /// The event of an id of this dataset.
    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.index()]
    }

    /// The event a slug names.
    pub fn event_by_slug(&self, slug: &str) -> Option<EventId> {
        let place = self.by_slug.binary_search_by(|id| self.event(*id).slug.as_str().cmp(slug));
        place.ok().map(|place| self.by_slug[place])
    }

    /// Numbers with their dates.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The days that views open on.
    pub fn coverage(&self) -> TimeSpan {
        self.info.coverage.span()
    }

    /// The days that can be reached: the coverage and every event shown, background included only on request.
    pub fn domain(&self, background: bool) -> TimeSpan {
        if background { self.extent } else { self.record }
    }

    /// The contents entry an event or a figure comes from.
    pub fn section(&self, index: usize) -> &Section {
        &self.info.source.sections[index]
    }
}
