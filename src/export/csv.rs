//! A table for spreadsheets and statistics: RFC 4180 in UTF-8 with a byte order mark, so that Excel shows Chinese.
//!
//! What the file says about itself (selection, version, permalink, source) stands in trailing columns of every row:
//! a line of remarks above the head breaks `read_csv` and every tool like it, and a file beside it gets lost.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, and some also the
//! full-width forms. Such a cell gets one apostrophe in front, as does one that has such a beginning after
//! apostrophes; so whoever finds an apostrophe there takes one away and has the value again.

use std::borrow::Cow;

use super::{Excerpt, iso_day};
use crate::model::{Bilingual, Day, EventId, Importance, Term};

/// The names of the columns. They never change their meaning; new ones come at the end.
pub const COLUMNS: [&str; 42] = [
    "id",
    "date",
    "date_earliest",
    "date_latest",
    "date_precision",
    "title_en",
    "title_zh",
    "kind",
    "kind_en",
    "kind_zh",
    "regions",
    "regions_en",
    "regions_zh",
    "countries",
    "countries_en",
    "countries_zh",
    "organisations",
    "organisations_en",
    "organisations_zh",
    "themes",
    "themes_en",
    "themes_zh",
    "stance",
    "stance_en",
    "stance_zh",
    "summary_en",
    "summary_zh",
    "importance",
    "background",
    "note_en",
    "note_zh",
    "source_section",
    "source_page",
    "also_sections",
    "links",
    "permalink",
    "source_en",
    "source_zh",
    "dataset_version",
    "selection_en",
    "selection_zh",
    "selection_permalink",
];

/// What stands between the entries of a list in one cell, in every column alike.
pub const LIST_SEPARATOR: &str = "; ";

/// The events as CSV: a head with [`COLUMNS`], then one row an event, each line ended by CRLF.
pub fn csv(excerpt: &Excerpt) -> String {
    let mut out = String::with_capacity(512 + excerpt.ids.len() * 1500);
    out.push('\u{feff}');
    line(&COLUMNS.map(Cow::Borrowed), &mut out);
    for id in &excerpt.ids {
        line(&row(excerpt, *id), &mut out);
    }
    out
}

fn row<'a>(excerpt: &'a Excerpt, id: EventId) -> Vec<Cow<'a, str>> {
    let dataset = excerpt.dataset;
    let (event, taxonomy, info) = (dataset.event(id), dataset.taxonomy(), dataset.info());
    let mut cells: Vec<Cow<'a, str>> = Vec::with_capacity(COLUMNS.len());
    let span = event.span;
    // An open side has no day.
    let day =
        |day: Day| if day <= Day::FAR_PAST || day.plus(1) >= Day::FAR_FUTURE { String::new() } else { iso_day(day) };
    cells.push(event.slug.as_str().into());
    cells.push(event.date.to_string().into());
    cells.push(day(span.start()).into());
    cells.push(day(span.last()).into());
    cells.push(event.date.precision().slug().into());
    push_both(&mut cells, Some(&event.title));
    push_terms(&mut cells, &[taxonomy.kind(event.kind)]);
    push_terms(&mut cells, &event.regions.iter().map(|r| taxonomy.region(*r)).collect::<Vec<_>>());
    push_terms(&mut cells, &event.countries.iter().map(|c| taxonomy.country(*c)).collect::<Vec<_>>());
    push_terms(&mut cells, &event.organisations.iter().map(|o| taxonomy.organisation(*o)).collect::<Vec<_>>());
    push_terms(&mut cells, &event.themes.iter().map(|t| taxonomy.theme(*t)).collect::<Vec<_>>());
    // Directions go by their number, as everywhere in the data.
    let themes = cells.len() - 3;
    cells[themes] = joined(event.themes.iter().map(|t| (t.index() + 1).to_string())).into();
    push_terms(&mut cells, &event.stance.iter().map(|s| taxonomy.stance(*s)).collect::<Vec<_>>());
    push_both(&mut cells, Some(&event.summary));
    cells.push(importance_number(event.importance).into());
    cells.push(if event.background { "true" } else { "false" }.into());
    push_both(&mut cells, event.note.as_ref());
    let section = dataset.section(event.section);
    cells.push(section.number.as_str().into());
    cells.push(section.page.to_string().into());
    cells.push(joined(event.also.iter().map(|s| dataset.section(*s).number.as_str())).into());
    cells.push(joined(event.links.iter().map(String::as_str)).into());
    cells.push(excerpt.event_link(id).into());
    push_both(&mut cells, Some(&info.source.title));
    cells.push(info.version.as_str().into());
    push_both(&mut cells, Some(&excerpt.words));
    cells.push(excerpt.permalink.as_str().into());
    cells
}

fn push_both<'a>(cells: &mut Vec<Cow<'a, str>>, text: Option<&'a Bilingual>) {
    cells.push(text.map_or("", |t| &t.en).into());
    cells.push(text.map_or("", |t| &t.zh).into());
}

/// Slugs, names in English, names in Chinese.
fn push_terms(cells: &mut Vec<Cow<'_, str>>, terms: &[&Term]) {
    cells.push(joined(terms.iter().map(|t| t.slug.as_str())).into());
    cells.push(joined(terms.iter().map(|t| t.label.en.as_str())).into());
    cells.push(joined(terms.iter().map(|t| t.label.zh.as_str())).into());
}

fn joined<S: AsRef<str>>(parts: impl Iterator<Item = S>) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            out.push_str(LIST_SEPARATOR);
        }
        out.push_str(part.as_ref());
    }
    out
}

/// 1–3, as in the dataset's file.
pub(super) fn importance_number(importance: Importance) -> &'static str {
    match importance {
        Importance::Minor => "1",
        Importance::Notable => "2",
        Importance::Major => "3",
    }
}

fn line(cells: &[Cow<'_, str>], out: &mut String) {
    for (i, text) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        cell(&guarded(text), out);
    }
    out.push_str("\r\n");
}

/// A cell as it stands in the file. Semicolons are quoted too, which spreadsheets of many countries part cells by.
fn cell(text: &str, out: &mut String) {
    if !text.contains(['"', ',', ';', '\r', '\n', '\t']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

/// A cell's text with an apostrophe in front where a spreadsheet would take it for a formula.
///
/// ```
/// use gsi_timeline::export::guarded;
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("'=1+1"), "''=1+1");
/// assert_eq!(guarded("’90s and '90s"), "’90s and '90s");
/// ```
pub fn guarded(text: &str) -> Cow<'_, str> {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.trim_start_matches('\'').starts_with(STARTS) { format!("'{text}").into() } else { text.into() }
}
