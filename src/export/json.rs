//! The dataset's own format (`docs/dataset.md`) with the events asked for and everything they refer to.
//!
//! The vocabularies, the source and the figures stay whole, so that lanes, colours and numbers are the same when the
//! file is read again. What the file holds of the whole stands in `excerpt`, which readers of the format pass over.

use super::csv::importance_number;
use super::json_text::{both, lines, list, object, object_lines, quoted};
use super::{Excerpt, iso_day};
use crate::data::FORMAT;
use crate::model::{Dataset, Event, Figure, Section, Source, Taxonomy, Term};
use crate::scale::decimal;

/// The events as a dataset that [`crate::data::parse`] reads.
pub fn json(excerpt: &Excerpt) -> String {
    let dataset = excerpt.dataset;
    let (info, taxonomy) = (dataset.info(), dataset.taxonomy());
    let terms = |terms: &[Term]| lines(&terms.iter().map(|t| term(t, &[])).collect::<Vec<_>>());
    let themes: Vec<String> =
        taxonomy.themes.iter().enumerate().map(|(i, t)| term(t, &[("number", (i + 1).to_string())])).collect();
    let regions: Vec<String> = taxonomy.regions.iter().map(|r| region(taxonomy, r)).collect();
    let events: Vec<String> = excerpt.ids.iter().map(|id| event(dataset, dataset.event(*id))).collect();
    let figures: Vec<String> = dataset.figures().iter().map(|f| figure(dataset, f)).collect();
    object_lines(&[
        ("format", FORMAT.to_string()),
        ("id", quoted(&info.id)),
        ("version", quoted(&info.version)),
        ("title", both(&info.title)),
        ("description", both(&info.description)),
        ("author", info.author.as_ref().map_or(String::new(), both)),
        ("released", info.released.map_or(String::new(), |date| quoted(&date.to_string()))),
        ("excerpt", about(excerpt)),
        ("source", source(&info.source)),
        ("coverage", quoted(&info.coverage.to_string())),
        ("kinds", terms(&taxonomy.kinds)),
        ("regions", lines(&regions)),
        ("themes", lines(&themes)),
        ("countries", terms(&taxonomy.countries)),
        ("organisations", terms(&taxonomy.organisations)),
        ("stances", terms(&taxonomy.stances)),
        ("events", lines(&events)),
        ("figures", lines(&figures)),
    ])
}

fn about(excerpt: &Excerpt) -> String {
    object(&[
        ("selection", both(&excerpt.words)),
        ("events", excerpt.ids.len().to_string()),
        ("of", excerpt.dataset.events().len().to_string()),
        ("permalink", quoted(&excerpt.permalink)),
        ("retrieved", quoted(&iso_day(excerpt.occasion.day))),
    ])
}

fn source(source: &Source) -> String {
    let section =
        |s: &Section| object(&[("number", quoted(&s.number)), ("page", s.page.to_string()), ("title", both(&s.title))]);
    object(&[
        ("title", both(&source.title)),
        ("publisher", both(&source.publisher)),
        ("date", quoted(&source.date.to_string())),
        ("url", source.url.as_deref().map_or("null".to_owned(), quoted)),
        ("sections", lines(&source.sections.iter().map(section).collect::<Vec<_>>())),
    ])
}

fn term(term: &Term, more: &[(&'static str, String)]) -> String {
    let mut fields = vec![("id", quoted(&term.slug)), ("label", both(&term.label))];
    fields.extend(more.iter().cloned());
    object(&fields)
}

fn region(taxonomy: &Taxonomy, region: &crate::model::Region) -> String {
    let countries: Vec<String> = region.countries.iter().map(|c| quoted(&taxonomy.country(*c).slug)).collect();
    term(&region.term, &[("countries", list(&countries))])
}

fn event(dataset: &Dataset, event: &Event) -> String {
    let taxonomy = dataset.taxonomy();
    let slugs = |terms: &mut dyn Iterator<Item = &Term>| list(&terms.map(|t| quoted(&t.slug)).collect::<Vec<_>>());
    let themes: Vec<String> = event.themes.iter().map(|t| (t.index() + 1).to_string()).collect();
    let also: Vec<String> = event.also.iter().map(|s| quoted(&dataset.section(*s).number)).collect();
    let links: Vec<String> = event.links.iter().map(|link| quoted(link)).collect();
    let or_nothing = |there: bool, value: String| if there { value } else { String::new() };
    object(&[
        ("id", quoted(&event.slug)),
        ("date", quoted(&event.date.to_string())),
        ("kind", quoted(&taxonomy.kind(event.kind).slug)),
        ("title", both(&event.title)),
        ("summary", both(&event.summary)),
        ("regions", slugs(&mut event.regions.iter().map(|r| taxonomy.region(*r)))),
        ("countries", slugs(&mut event.countries.iter().map(|c| taxonomy.country(*c)))),
        ("organisations", slugs(&mut event.organisations.iter().map(|o| taxonomy.organisation(*o)))),
        ("themes", list(&themes)),
        ("importance", importance_number(event.importance).to_owned()),
        ("stance", event.stance.map_or(String::new(), |s| quoted(&taxonomy.stance(s).slug))),
        ("background", or_nothing(event.background, "true".to_owned())),
        ("note", event.note.as_ref().map_or(String::new(), both)),
        ("source", place(dataset, event.section)),
        ("also", or_nothing(!also.is_empty(), list(&also))),
        ("links", list(&links)),
    ])
}

fn figure(dataset: &Dataset, figure: &Figure) -> String {
    object(&[
        ("id", quoted(&figure.slug)),
        ("date", quoted(&figure.date.to_string())),
        ("value", decimal(figure.value)),
        ("unit", both(&figure.unit)),
        ("label", both(&figure.label)),
        ("source", place(dataset, figure.section)),
    ])
}

fn place(dataset: &Dataset, section: usize) -> String {
    let section = dataset.section(section);
    object(&[("section", quoted(&section.number)), ("page", section.page.to_string())])
}
