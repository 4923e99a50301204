//! Where a text was found, for an event whose title alone does not say it.

use std::ops::Range;

use super::search::Words;
use crate::model::{Bilingual, Dataset, EventId, Locale};

/// Characters shown on either side of what was found, by language.
const AROUND: [(Locale, usize); 2] = [(Locale::En, 36), (Locale::Zh, 14)];

/// A field of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Its title, in the other language.
    Title,
    /// What happened.
    Summary,
    /// A remark.
    Note,
    /// A country.
    Country,
    /// An organisation.
    Organisation,
    /// A region.
    Region,
    /// Its kind.
    Kind,
    /// A direction.
    Theme,
    /// The partner's wording.
    Stance,
    /// The heading of its section in the source.
    Section,
}

/// What was found outside the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In which field.
    pub place: Place,
    /// The language of `text`.
    pub locale: Locale,
    /// The field, cut around what was found.
    pub text: String,
    /// Byte ranges of `text` to mark; empty where the field is found by a name it is not shown with.
    pub ranges: Vec<Range<usize>>,
}

/// The first field, the page's language before the other, that holds what the title in that language does not.
///
/// `None` where the title holds every word, or nothing is looked for.
pub(super) fn found_elsewhere(dataset: &Dataset, id: EventId, sought: &Words, locale: Locale) -> Option<Found> {
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let in_title = sought.marks(event.title.get(locale), true).iter().fold(0, |all, (_, words)| all | words);
    let missing = sought.all_words() & !in_title;
    if missing == 0 {
        return None;
    }
    let mut fields: Vec<(Place, &Bilingual)> = vec![(Place::Title, &event.title), (Place::Summary, &event.summary)];
    fields.extend(event.note.as_ref().map(|note| (Place::Note, note)));
    fields.extend(event.countries.iter().map(|c| (Place::Country, &taxonomy.country(*c).label)));
    fields.extend(event.organisations.iter().map(|o| (Place::Organisation, &taxonomy.organisation(*o).label)));
    fields.extend(event.regions.iter().map(|r| (Place::Region, &taxonomy.region(*r).label)));
    fields.push((Place::Kind, &taxonomy.kind(event.kind).label));
    fields.extend(event.themes.iter().map(|t| (Place::Theme, &taxonomy.theme(*t).label)));
    fields.extend(event.stance.iter().map(|s| (Place::Stance, &taxonomy.stance(*s).label)));
    fields.push((Place::Section, &dataset.section(event.section).title));
    fields.into_iter().find_map(|(place, words)| {
        let is_name = !matches!(place, Place::Summary | Place::Note);
        let found = [locale, locale.other()].into_iter().find_map(|locale| {
            let text = words.get(locale);
            let marks = sought.marks(text, is_name);
            let first = marks.iter().find(|(_, words)| words & missing != 0)?.0.clone();
            let ranges: Vec<Range<usize>> = marks.into_iter().map(|(range, _)| range).collect();
            Some(if is_name {
                Found { place, locale, text: text.clone(), ranges }
            } else {
                cut(place, locale, text, &ranges, &first)
            })
        });
        let by_other_name = || {
            let other = sought.han.other_name(&words.zh).filter(|_| is_name)?;
            let is_found = sought.marks(other, true).iter().any(|(_, words)| words & missing != 0);
            is_found.then(|| Found { place, locale, text: words.get(locale).clone(), ranges: Vec::new() })
        };
        found.or_else(by_other_name)
    })
}

/// The part of a text around one of its marks, between words where there are spaces.
fn cut(place: Place, locale: Locale, text: &str, ranges: &[Range<usize>], first: &Range<usize>) -> Found {
    let around = AROUND.iter().find(|(of, _)| *of == locale).map_or(0, |(_, n)| *n);
    let before = text[..first.start].char_indices().rev().nth(around).map_or(0, |(at, _)| at);
    let after = text[first.end..].char_indices().nth(around).map_or(text.len(), |(at, _)| first.end + at);
    let at_space = |part: &str, from_end: bool| if from_end { part.rfind(' ') } else { part.find(' ') };
    let start =
        if before == 0 { 0 } else { at_space(&text[before..first.start], false).map_or(before, |n| before + n + 1) };
    let end = if after == text.len() {
        after
    } else {
        at_space(&text[first.end..after], true).map_or(after, |n| first.end + n)
    };
    let lead = if start > 0 { "…" } else { "" };
    let inside = ranges.iter().filter(|range| range.start < end && range.end > start);
    let moved = |at: usize| at.clamp(start, end) - start + lead.len();
    Found {
        place,
        locale,
        text: format!("{lead}{}{}", &text[start..end], if end < text.len() { "…" } else { "" }),
        ranges: inside.map(|range| moved(range.start)..moved(range.end)).collect(),
    }
}
