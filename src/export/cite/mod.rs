//! Citations of an event, of a view and of the dataset, in the forms that papers and reference managers take.

mod bibtex;
mod csl;
mod gbt;
mod plain;
mod ris;

use super::{Excerpt, slug};
use crate::i18n::{DateStyle, ExportWords, date_words, messages};
use crate::model::{Day, Edtf, Endpoint, EventId, Locale};

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    /// One event.
    Event(EventId),
    /// The view with its filters.
    View,
    /// The dataset as a whole.
    Dataset,
}

/// A form of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CiteFormat {
    /// Words, for a text or a slide.
    #[default]
    Plain,
    /// An entry for BibTeX and BibLaTeX.
    Bibtex,
    /// A record for reference managers.
    Ris,
    /// A record for CSL processors such as Zotero's and pandoc's.
    CslJson,
    /// GB/T 7714–2015, the Chinese standard.
    Gbt7714,
}

impl CiteFormat {
    /// In the order they are offered.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Bibtex, Self::Ris, Self::CslJson, Self::Gbt7714];

    /// A word for ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
            Self::Gbt7714 => "gbt7714",
        }
    }

    /// The ending of a file in this form, where reference managers read such files.
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Self::Plain | Self::Gbt7714 => None,
            Self::Bibtex => Some("bib"),
            Self::Ris => Some("ris"),
            Self::CslJson => Some("json"),
        }
    }
}

/// Everything a citation may say, as plain text in one language.
struct Citation<'a> {
    locale: Locale,
    words: &'static ExportWords,
    cited: Cited,
    key: String,
    title: &'a str,
    /// The date of a cited event.
    when: Option<Edtf>,
    /// The dataset, where only a part of it is cited.
    container: Option<&'a str>,
    author: Option<&'a str>,
    released: Option<Edtf>,
    version: &'a str,
    /// Where the content is from, one sentence without its full stop.
    origin: String,
    summary: Option<&'a str>,
    keywords: Vec<&'a str>,
    report: Report<'a>,
    link: String,
    retrieved: Day,
}

/// The document the dataset is transcribed from.
struct Report<'a> {
    title: &'a str,
    publisher: &'a str,
    date: Edtf,
    url: Option<&'a str>,
    /// The page of a cited event.
    page: Option<u32>,
}

/// The citation of an event, of the view an excerpt shows, or of its dataset.
pub fn cite(cited: Cited, excerpt: &Excerpt, format: CiteFormat, locale: Locale) -> String {
    let citation = Citation::new(cited, excerpt, locale);
    match format {
        CiteFormat::Plain => plain::write(&citation),
        CiteFormat::Bibtex => bibtex::write(&citation),
        CiteFormat::Ris => ris::write(&citation),
        CiteFormat::CslJson => csl::write(&citation),
        CiteFormat::Gbt7714 => gbt::write(&citation),
    }
}

/// A key that stays the same for the same thing: `gsi-2024-2023-03-10-…`, `gsi-2024-region-middle-east`, `gsi-2024`.
pub fn citation_key(cited: Cited, excerpt: &Excerpt) -> String {
    let id = slug(&excerpt.dataset.info().id);
    match cited {
        Cited::Event(event) => format!("{id}-{}", slug(&excerpt.dataset.event(event).slug)),
        Cited::View => {
            // Neither the language nor the file's address changes what is cited.
            let query = excerpt.permalink.split_once('?').map_or("", |(_, query)| query);
            let is_said = |part: &&str| !["data=", "lang=", "v="].iter().any(|name| part.starts_with(name));
            let query = query.split('&').filter(is_said).collect::<Vec<_>>().join("&");
            if query.is_empty() { format!("{id}-view") } else { format!("{id}-{}", slug(&query)) }
        }
        Cited::Dataset => id,
    }
}

impl<'a> Citation<'a> {
    fn new(cited: Cited, excerpt: &'a Excerpt, locale: Locale) -> Self {
        let dataset = excerpt.dataset;
        let (info, taxonomy) = (dataset.info(), dataset.taxonomy());
        let words = messages(locale).export();
        let source = &info.source;
        let (publisher, report) = (source.publisher.get(locale), source.title.get(locale));
        let date = date_words(source.date, locale, DateStyle::Full);
        let event = match cited {
            Cited::Event(id) => Some(dataset.event(id)),
            Cited::View | Cited::Dataset => None,
        };
        let section = event.map(|event| dataset.section(event.section));
        let dataset_title = info.title.get(locale).as_str();
        let (title, container, link) = match cited {
            Cited::Event(id) => {
                (dataset.event(id).title.get(locale).as_str(), Some(dataset_title), excerpt.event_link(id))
            }
            Cited::View => (excerpt.words.get(locale).as_str(), Some(dataset_title), excerpt.permalink.clone()),
            Cited::Dataset => (dataset_title, None, excerpt.dataset_link()),
        };
        let terms = event.into_iter().flat_map(|event| {
            std::iter::once(taxonomy.kind(event.kind)).chain(event.regions.iter().map(|r| taxonomy.region(*r)))
        });
        Self {
            locale,
            words,
            cited,
            key: citation_key(cited, excerpt),
            title,
            when: event.map(|event| event.date),
            container,
            author: info.author.as_ref().map(|author| author.get(locale).as_str()),
            released: info.released,
            version: &info.version,
            origin: match section {
                Some(section) => (words.as_stated)(publisher, report, &date, &section.number, section.page),
                None => (words.transcribed)(publisher, report, &date),
            },
            summary: match cited {
                Cited::Event(id) => Some(dataset.event(id).summary.get(locale).as_str()),
                Cited::View => None,
                Cited::Dataset => Some(info.description.get(locale)),
            },
            keywords: terms.map(|term| term.label.get(locale).as_str()).collect(),
            report: Report {
                title: report,
                publisher,
                date: source.date,
                url: source.url.as_deref(),
                page: section.map(|section| section.page),
            },
            link,
            retrieved: excerpt.occasion.day,
        }
    }

    /// The date of a cited event in words.
    fn when_words(&self) -> Option<String> {
        self.when.map(|date| date_words(date, self.locale, DateStyle::Full))
    }
}

/// Year, month and day of an endpoint as far as they are known.
fn parts(at: Endpoint) -> Vec<u32> {
    [Some(at.year().max(0) as u32), at.month(), at.day()].into_iter().map_while(|part| part).collect()
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
