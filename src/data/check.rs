//! Text → [`Dataset`]: every rule of the format is checked here, and every fault is named.
//!
//! The program reads others' datasets with it, and `build.rs` the one that ships.

use super::error::{DatasetError, Problem, Record};
use super::json::{self, Unreadable};
use super::places::Places;
use super::raw::{RawDataset, RawEvent, RawFigure, RawPlace, RawSource, RawTerm, RawText, Read, Unread};
use crate::model::{
    Bilingual, CountryId, Dataset, DatasetInfo, Edtf, Event, Figure, Importance, KindId, OrganisationId, Region,
    RegionId, Section, Source, StanceId, Taxonomy, Term, ThemeId, Translated,
};

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// The most entries a vocabulary with one-byte ids may have.
const MAX_SMALL_VOCABULARY: usize = 250;

/// The most entries a vocabulary with two-byte ids may have.
const MAX_VOCABULARY: usize = 60_000;

/// Reads and validates a dataset.
///
/// # Errors
/// Every problem found, each with its record and field, in the order of the file; never an empty list.
pub fn parse(json: &str) -> Result<Dataset, Vec<DatasetError>> {
    let raw = json::read(json).map_err(|why| vec![unreadable(why)])?;
    if raw.format != Some(FORMAT) {
        return Err(vec![error(Record::File, "format", Problem::UnknownFormat(raw.format))]);
    }
    let mut reader = Reader { errors: Vec::new() };
    let dataset = reader.dataset(raw);
    if reader.errors.is_empty() { Ok(dataset) } else { Err(reader.errors) }
}

fn error(record: Record, field: &str, problem: Problem) -> DatasetError {
    DatasetError { record, field: field.to_owned(), problem }
}

fn unreadable(why: Unreadable) -> DatasetError {
    match why {
        Unreadable::Syntax(e) => {
            error(Record::File, "", Problem::Syntax { line: e.line(), column: e.column(), detail: e.to_string() })
        }
        Unreadable::WrongType(field, why) => error(Record::File, &field, Problem::WrongType(why)),
    }
}

/// Collects problems while it turns raw records into the model's; what it returns is used only if there were none.
struct Reader {
    errors: Vec<DatasetError>,
}

/// Slugs of each vocabulary with their places.
struct Lookup {
    kinds: Places,
    regions: Places,
    countries: Places,
    organisations: Places,
    stances: Places,
    n_themes: usize,
    sections: Places,
    /// The page of each section.
    pages: Vec<u32>,
}

impl Reader {
    fn problem(&mut self, record: &Record, field: &str, problem: Problem) {
        self.errors.push(error(record.clone(), field, problem));
    }

    fn dataset(&mut self, raw: RawDataset) -> Dataset {
        let file = Record::File;
        let info = DatasetInfo {
            id: self.filled(&file, "id", raw.id),
            version: self.filled(&file, "version", raw.version),
            title: self.text(&file, "title", raw.title),
            description: self.text(&file, "description", raw.description),
            author: raw.author.map(|author| self.text(&file, "author", author)),
            released: raw.released.map(|date| self.date(&file, "released", &date)),
            source: self.source(raw.source),
            coverage: self.date(&file, "coverage", &raw.coverage),
        };
        let (countries, country_slugs) = self.terms("countries", &raw.countries, MAX_VOCABULARY);
        let (kinds, kind_slugs) = self.terms("kinds", &raw.kinds, MAX_SMALL_VOCABULARY);
        let (regions, region_slugs) = self.terms("regions", &raw.regions, MAX_SMALL_VOCABULARY);
        let (themes, _) = self.terms("themes", &raw.themes, MAX_SMALL_VOCABULARY);
        let (organisations, organisation_slugs) = self.terms("organisations", &raw.organisations, MAX_VOCABULARY);
        let (stances, stance_slugs) = self.terms("stances", &raw.stances, MAX_SMALL_VOCABULARY);
        if kinds.is_empty() {
            self.problem(&file, "kinds", Problem::Missing);
        }
        if regions.is_empty() {
            self.problem(&file, "regions", Problem::Missing);
        }
        for (i, theme) in raw.themes.iter().enumerate() {
            if theme.number.is_some_and(|n| n as usize != i + 1) {
                let record = Record::Entry { list: "themes", id: theme.id.clone() };
                self.problem(&record, "number", Problem::OutOfRange(theme.number.unwrap_or_default().to_string()));
            }
        }
        let regions = self.regions(regions, &raw.regions, &country_slugs);
        let lookup = Lookup {
            kinds: kind_slugs,
            regions: region_slugs,
            countries: country_slugs,
            organisations: organisation_slugs,
            stances: stance_slugs,
            n_themes: themes.len(),
            sections: Places::of(info.source.sections.iter().map(|section| &section.number).enumerate()),
            pages: info.source.sections.iter().map(|s| s.page).collect(),
        };
        let events = self.events(raw.events, &lookup);
        let figures = self.figures(raw.figures, &lookup);
        Dataset::new(
            info,
            Taxonomy { kinds, regions, themes, countries, organisations, stances },
            events,
            figures,
            true,
        )
    }

    fn source(&mut self, raw: RawSource) -> Source {
        let file = Record::File;
        let places = Places::of(raw.sections.iter().map(|section| &section.number).enumerate());
        let mut sections = Vec::with_capacity(raw.sections.len());
        for (i, section) in raw.sections.into_iter().enumerate() {
            let record = Record::Entry { list: "source.sections", id: name_or_place(&section.number, i) };
            let number = self.filled(&record, "number", section.number);
            if places.is_again(&number, i) {
                self.problem(&record, "number", Problem::Duplicate(number.clone()));
            }
            sections.push(Section { number, page: section.page, title: self.text(&record, "title", section.title) });
        }
        Source {
            title: self.text(&file, "source.title", raw.title),
            publisher: self.text(&file, "source.publisher", raw.publisher),
            date: self.date(&file, "source.date", &raw.date),
            url: raw.url.filter(|url| !url.is_empty()),
            sections,
        }
    }

    fn terms(&mut self, list: &'static str, raw: &[RawTerm], most: usize) -> (Vec<Term>, Places) {
        if raw.len() > most {
            self.problem(&Record::File, list, Problem::TooMany(raw.len()));
        }
        let places = Places::of(raw.iter().take(most).map(|term| &term.id).enumerate());
        let mut terms = Vec::with_capacity(raw.len());
        for (i, term) in raw.iter().take(most).enumerate() {
            let record = Record::Entry { list, id: name_or_place(&term.id, i) };
            let slug = self.filled(&record, "id", term.id.clone());
            if places.is_again(&slug, i) {
                self.problem(&record, "id", Problem::Duplicate(slug.clone()));
            }
            terms.push(Term { slug, label: self.text(&record, "label", term.label.clone()) });
        }
        (terms, places)
    }

    fn regions(&mut self, terms: Vec<Term>, raw: &[RawTerm], countries: &Places) -> Vec<Region> {
        // A faulty list has fewer names than places, so places are remembered, not counted.
        let mut placed: Vec<usize> = Vec::with_capacity(countries.len());
        let mut regions = Vec::with_capacity(terms.len());
        for (term, raw) in terms.into_iter().zip(raw) {
            let record = Record::Entry { list: "regions", id: term.slug.clone() };
            let ids = self.places(&record, "countries", &raw.countries, countries);
            for (id, code) in ids.iter().zip(&raw.countries) {
                if placed.contains(id) {
                    self.problem(&record, "countries", Problem::Duplicate(code.clone()));
                } else {
                    placed.push(*id);
                }
            }
            regions.push(Region { term, countries: ids.into_iter().map(|i| CountryId(i as u16)).collect() });
        }
        regions
    }

    fn events(&mut self, raw: Vec<Read<RawEvent>>, lookup: &Lookup) -> Vec<Event> {
        let read = raw.iter().enumerate().filter_map(|(i, read)| Some((i, &read.as_ref().ok()?.id)));
        let places = Places::of(read);
        let mut events = Vec::with_capacity(raw.len());
        for (i, read) in raw.into_iter().enumerate() {
            let event = match read {
                Ok(event) => event,
                Err(unread) => {
                    self.unread(Record::Event(name_or_place(&unread.id, i)), unread);
                    continue;
                }
            };
            let record = Record::Event(name_or_place(&event.id, i));
            if !event.id.is_empty() && places.is_again(&event.id, i) {
                self.problem(&record, "id", Problem::Duplicate(event.id.clone()));
            }
            events.push(self.event(&record, event, lookup));
        }
        events
    }

    fn event(&mut self, record: &Record, raw: RawEvent, lookup: &Lookup) -> Event {
        let n_before = self.errors.len();
        let date = self.date(record, "date", &raw.date);
        let is_dated = self.errors.len() == n_before;
        let slug = self.filled(record, "id", raw.id);
        // A date that is none says nothing of the id.
        if is_dated && !slug.is_empty() && !slug.starts_with(&date.anchor().to_string().replace(['~', '?', '%'], "")) {
            self.problem(record, "id", Problem::IdWithoutDate);
        }
        let themes = raw.themes.iter().filter_map(|n| {
            let known = (1..=lookup.n_themes).contains(&(*n as usize));
            if !known {
                self.problem(record, "themes", Problem::Unknown(n.to_string()));
            }
            known.then(|| ThemeId((n - 1) as u8))
        });
        let mut themes: Vec<ThemeId> = themes.collect();
        crate::order::sort(&mut themes);
        themes.dedup();
        let mut regions: Vec<RegionId> = self
            .places(record, "regions", &raw.regions, &lookup.regions)
            .into_iter()
            .map(|i| RegionId(i as u8))
            .collect();
        crate::order::sort(&mut regions);
        regions.dedup();
        if raw.regions.is_empty() {
            self.problem(record, "regions", Problem::Missing);
        }
        let importance = match raw.importance {
            Some(1) | None => Importance::Minor,
            Some(2) => Importance::Notable,
            Some(3) => Importance::Major,
            Some(other) => {
                self.problem(record, "importance", Problem::OutOfRange(other.to_string()));
                Importance::Minor
            }
        };
        let note = raw.note.map(|note| self.text(record, "note", note));
        let also = raw.also.iter().map(|number| self.section(record, "also", number, None, lookup)).collect();
        Event {
            span: date.span(),
            date,
            kind: KindId(self.place(record, "kind", &raw.kind, &lookup.kinds) as u8),
            title: self.text(record, "title", raw.title),
            summary: self.text(record, "summary", raw.summary),
            countries: self
                .places(record, "countries", &raw.countries, &lookup.countries)
                .into_iter()
                .map(|i| CountryId(i as u16))
                .collect(),
            organisations: self
                .places(record, "organisations", &raw.organisations, &lookup.organisations)
                .into_iter()
                .map(|i| OrganisationId(i as u16))
                .collect(),
            stance: raw.stance.map(|s| StanceId(self.place(record, "stance", &s, &lookup.stances) as u8)),
            section: self.origin(record, &raw.source, lookup),
            slug,
            themes,
            regions,
            importance,
            background: raw.background,
            note,
            also,
            links: raw.links,
        }
    }

    fn figures(&mut self, raw: Vec<Read<RawFigure>>, lookup: &Lookup) -> Vec<Figure> {
        let read = raw.iter().enumerate().filter_map(|(i, read)| Some((i, &read.as_ref().ok()?.id)));
        let places = Places::of(read);
        let mut figures = Vec::with_capacity(raw.len());
        for (i, read) in raw.into_iter().enumerate() {
            let figure = match read {
                Ok(figure) => figure,
                Err(unread) => {
                    self.unread(Record::Figure(name_or_place(&unread.id, i)), unread);
                    continue;
                }
            };
            let record = Record::Figure(name_or_place(&figure.id, i));
            if !figure.id.is_empty() && places.is_again(&figure.id, i) {
                self.problem(&record, "id", Problem::Duplicate(figure.id.clone()));
            }
            if figure.value.is_none() {
                self.problem(&record, "value", Problem::Missing);
            }
            figures.push(Figure {
                slug: self.filled(&record, "id", figure.id),
                date: self.date(&record, "date", &figure.date),
                value: figure.value.unwrap_or_default(),
                unit: self.text(&record, "unit", figure.unit),
                label: self.text(&record, "label", figure.label),
                section: self.origin(&record, &figure.source, lookup),
            });
        }
        figures
    }

    fn unread(&mut self, record: Record, unread: Unread) {
        self.problem(&record, &unread.field, Problem::WrongType(unread.why));
    }

    fn filled(&mut self, record: &Record, field: &str, text: String) -> String {
        if text.trim().is_empty() {
            self.problem(record, field, Problem::Missing);
        }
        text
    }

    fn text(&mut self, record: &Record, field: &str, raw: RawText) -> Bilingual {
        match (raw.en.trim().is_empty(), raw.zh.trim().is_empty()) {
            (true, true) => self.problem(record, field, Problem::Missing),
            (true, false) => self.problem(record, field, Problem::MissingLanguage("en")),
            (false, true) => self.problem(record, field, Problem::MissingLanguage("zh")),
            (false, false) => {}
        }
        Translated { en: raw.en, zh: raw.zh }
    }

    fn date(&mut self, record: &Record, field: &str, text: &str) -> Edtf {
        text.parse().unwrap_or_else(|error| {
            self.problem(record, field, Problem::Date { text: text.to_owned(), error });
            Edtf::of_year(1970)
        })
    }

    fn place(&mut self, record: &Record, field: &str, slug: &str, places: &Places) -> usize {
        let place = places.get(slug);
        if slug.is_empty() {
            self.problem(record, field, Problem::Missing);
        } else if place.is_none() {
            self.problem(record, field, Problem::Unknown(slug.to_owned()));
        }
        place.unwrap_or_default()
    }

    fn places(&mut self, record: &Record, field: &str, slugs: &[String], known: &Places) -> Vec<usize> {
        slugs.iter().map(|slug| self.place(record, field, slug, known)).collect()
    }

    fn origin(&mut self, record: &Record, raw: &RawPlace, lookup: &Lookup) -> usize {
        self.section(record, "source.section", &raw.section, raw.page, lookup)
    }

    fn section(&mut self, record: &Record, field: &str, number: &str, page: Option<u32>, lookup: &Lookup) -> usize {
        if number.is_empty() {
            self.problem(record, field, Problem::Missing);
            return 0;
        }
        let Some(index) = lookup.sections.get(number) else {
            self.problem(record, field, Problem::Unknown(number.to_owned()));
            return 0;
        };
        let expected = lookup.pages[index];
        if let Some(stated) = page.filter(|page| *page != expected) {
            self.problem(record, "source.page", Problem::WrongPage { stated, expected });
        }
        index
    }
}

fn name_or_place(name: &str, index: usize) -> String {
    if name.is_empty() { format!("#{}", index + 1) } else { name.to_owned() }
}
