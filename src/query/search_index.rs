//! What every event says, folded once, to be sought in.

use super::fold::fold_char;
use super::han::Han;
use super::near::{Near, near};
use super::needle::{Finding, Needle, Search};
use super::search::{FIELD_BREAK, Unit, Words, places, push_row};
use crate::model::{Bilingual, Dataset, Event, EventId};

/// Fields that are searched together.
#[derive(Default)]
struct Fields {
    text: String,
    row: Vec<u16>,
}

impl Fields {
    fn add(&mut self, words: &str, han: Han) {
        let before = self.text.len();
        words.chars().for_each(|c| fold_char(c, han, &mut self.text));
        self.text.push(FIELD_BREAK);
        push_row(&self.text[before..], han, &mut self.row);
    }

    fn add_both(&mut self, words: &Bilingual, han: Han) {
        self.add(&words.en, han);
        self.add(&words.zh, han);
    }

    /// Whether a unit is found; by first letters only in names, since in running text some fit everywhere.
    fn hold(&self, unit: &Unit, are_names: bool) -> bool {
        unit.letters.as_ref().is_some_and(|letters| places(&self.text, letters).next().is_some())
            || unit.pinyin.as_ref().is_some_and(|pinyin| pinyin.is_in(&self.row, are_names))
    }
}

/// The folded words of one event.
struct EventFields {
    title: Fields,
    prose: Fields,
    /// Places in the index's terms.
    terms: Vec<u16>,
}

/// The folded words of every event, and of every term once.
pub(super) struct SearchIndex {
    events: Vec<EventFields>,
    terms: Vec<Fields>,
    /// What is known of characters.
    han: Han,
}

/// Words looked up in the terms of an index.
struct Sought {
    words: Words,
    /// For each unit the terms that hold it.
    terms: Vec<Vec<bool>>,
}

impl SearchIndex {
    /// Folds titles, summaries, notes and the names of all that takes part, in both languages; linear in the text.
    pub(super) fn new(dataset: &Dataset, han: Han) -> Self {
        let taxonomy = dataset.taxonomy();
        let mut terms: Vec<Fields> = Vec::new();
        let mut list = |labels: &mut dyn Iterator<Item = &Bilingual>| -> usize {
            let first = terms.len();
            for label in labels {
                let mut fields = Fields::default();
                fields.add_both(label, han);
                if let Some(other) = han.other_name(&label.zh) {
                    fields.add(other, han);
                }
                terms.push(fields);
            }
            first
        };
        let kinds = list(&mut taxonomy.kinds.iter().map(|term| &term.label));
        let regions = list(&mut taxonomy.regions.iter().map(|region| &region.term.label));
        let themes = list(&mut taxonomy.themes.iter().map(|term| &term.label));
        let countries = list(&mut taxonomy.countries.iter().map(|term| &term.label));
        let organisations = list(&mut taxonomy.organisations.iter().map(|term| &term.label));
        let stances = list(&mut taxonomy.stances.iter().map(|term| &term.label));
        let sections = list(&mut dataset.info().source.sections.iter().map(|section| &section.title));
        let of_event = |event: &Event| {
            let mut fields =
                EventFields { title: Fields::default(), prose: Fields::default(), terms: Vec::with_capacity(8) };
            fields.title.add_both(&event.title, han);
            fields.prose.add_both(&event.summary, han);
            if let Some(note) = &event.note {
                fields.prose.add_both(note, han);
            }
            let mut add = |at: usize| fields.terms.push(at as u16);
            add(kinds + event.kind.index());
            event.regions.iter().for_each(|r| add(regions + r.index()));
            event.themes.iter().for_each(|t| add(themes + t.index()));
            event.countries.iter().for_each(|c| add(countries + c.index()));
            event.organisations.iter().for_each(|o| add(organisations + o.index()));
            event.stance.iter().for_each(|s| add(stances + s.index()));
            add(sections + event.section);
            fields
        };
        Self { events: dataset.events().iter().map(of_event).collect(), terms, han }
    }

    /// Looks words up in the terms.
    fn seek(&self, words: Words) -> Sought {
        let holding = |unit| self.terms.iter().map(|term| term.hold(unit, true)).collect();
        Sought { terms: words.units.iter().map(holding).collect(), words }
    }

    /// Whether every word is found in the event.
    fn matches(&self, id: EventId, sought: &Sought) -> bool {
        let event = &self.events[id.index()];
        // Bit n: the words before word n are found. A unit leads from its first word to the one after its last.
        let mut reached = 1_u64;
        for (unit, terms) in sought.words.units.iter().zip(&sought.terms) {
            let leads_on = reached >> unit.words.start & 1 == 1 && reached >> unit.words.end & 1 == 0;
            let found = || {
                event.terms.iter().any(|term| terms[usize::from(*term)])
                    || event.title.hold(unit, true)
                    || event.prose.hold(unit, false)
            };
            if leads_on && found() {
                reached |= 1 << unit.words.end;
            }
        }
        reached >> sought.words.n_words & 1 == 1
    }
}

impl Search for SearchIndex {
    fn needle(&self, text: &str, dataset: &Dataset) -> Needle {
        Needle::of(text, dataset, self.han)
    }

    fn words(&self, text: &str) -> Needle {
        Needle::new(text, self.han)
    }

    fn finding<'q>(&'q self, text: &str, dataset: &'q Dataset) -> Finding<'q> {
        let (words, date) = Words::of(text, dataset, self.han);
        let sought = self.seek(words);
        Box::new(move |id| date.is_none_or(|date| dataset.event(id).span.overlaps(date)) && self.matches(id, &sought))
    }

    fn near(&self, dataset: &Dataset, text: &str) -> Option<Near> {
        near(dataset, self, self.han, text)
    }
}
