//! What differs between two selections, in words.

use super::{Alignment, Overlap, Selection};
use crate::chart::unique_max;
use crate::i18n::messages;
use crate::model::{Dataset, EventId, Locale};
use crate::query::Filter;

/// A difference of fewer events is not worth a sentence of its own.
const LEAST_DIFFERENCE: usize = 2;

/// What a selection is called in a sentence: `Africa, 2022`.
pub fn name(selection: &Selection, locale: Locale) -> String {
    selection.headline.parts.join(messages(locale).compare().part_gap)
}

/// What a question asks for that another does not, in words; all of it where they ask for the same.
pub(super) fn question(dataset: &Dataset, filter: &Filter, other: &Filter, locale: Locale) -> String {
    let mut own = filter.clone();
    let is_asked = filter != other;
    if is_asked {
        forget_shared(&mut own, other);
    }
    let words = messages(locale);
    let span = filter.time.unwrap_or(dataset.coverage());
    let mut parts = crate::headline::headline(dataset, &[], 0, &own, span, locale).parts;
    // The period is always the last part; it is told where it differs, or where nothing else does.
    if filter.time == other.time && parts.len() > 1 {
        parts.pop();
    }
    let asks_for_all = is_asked && filter.time == other.time && own == Filter { time: own.time, ..Filter::default() };
    if asks_for_all { words.compare().all.to_owned() } else { parts.join(words.compare().part_gap) }
}

/// Takes out of a question what another asks for too.
fn forget_shared(own: &mut Filter, other: &Filter) {
    fn forget<T: Default + PartialEq>(own: &mut T, other: &T) {
        if own == other {
            *own = T::default();
        }
    }
    forget(&mut own.regions, &other.regions);
    forget(&mut own.kinds, &other.kinds);
    forget(&mut own.themes, &other.themes);
    forget(&mut own.countries, &other.countries);
    forget(&mut own.stances, &other.stances);
    forget(&mut own.organisations, &other.organisations);
    forget(&mut own.precisions, &other.precisions);
    forget(&mut own.who, &other.who);
    forget(&mut own.text, &other.text);
}

/// What differs between the pinned selection A and the present one B, a sentence or a few.
pub fn difference(dataset: &Dataset, a: &Selection, b: &Selection, locale: Locale) -> String {
    let words = messages(locale).compare();
    let names = [name(a, locale), name(b, locale)];
    let overlap = Overlap::of(&a.ids, &b.ids);
    let mut sentences = vec![(words.counts)(&names, [a.ids.len(), b.ids.len()])];
    let shared = (words.shared)(overlap);
    sentences.extend((!shared.is_empty()).then_some(shared));
    // Where the two ask for other kinds or regions, these differ because they were asked for.
    if a.filter.kinds == b.filter.kinds {
        sentences.extend(most_different_kind(dataset, a, b, locale));
    }
    if a.filter.regions == b.filter.regions {
        sentences.extend(most_different_region(dataset, a, b, locale));
    }
    sentences.join(words.sentence_gap)
}

fn most_different_kind(dataset: &Dataset, a: &Selection, b: &Selection, locale: Locale) -> Option<String> {
    let taxonomy = dataset.taxonomy();
    let counts = |ids: &[EventId]| {
        let mut counts = vec![0; taxonomy.kinds.len()];
        ids.iter().for_each(|id| counts[dataset.event(*id).kind.index()] += 1);
        counts
    };
    let (kind, [n, m]) = most_different(&counts(&a.ids), &counts(&b.ids))?;
    let label = taxonomy.kinds[kind].label.get(locale);
    Some((messages(locale).compare().kind)(&taxonomy.kinds[kind].slug, label, [n, m]))
}

fn most_different_region(dataset: &Dataset, a: &Selection, b: &Selection, locale: Locale) -> Option<String> {
    let taxonomy = dataset.taxonomy();
    let counts = |ids: &[EventId]| {
        let mut counts = vec![0; taxonomy.regions.len()];
        ids.iter().flat_map(|id| &dataset.event(*id).regions).for_each(|region| counts[region.index()] += 1);
        counts
    };
    let (region, counts) = most_different(&counts(&a.ids), &counts(&b.ids))?;
    let term = &taxonomy.regions[region].term;
    let is_asked_for = a.filter.regions.len() == 1;
    let is_place = term.slug != crate::headline::GLOBAL;
    (is_place && !is_asked_for).then(|| (messages(locale).compare().region)(term.label.get(locale), counts))
}

/// The place where two lists of counts differ most, with both counts, where it stands alone.
fn most_different(a: &[usize], b: &[usize]) -> Option<(usize, [usize; 2])> {
    let apart: Vec<usize> = a.iter().zip(b).map(|(n, m)| n.abs_diff(*m)).collect();
    let place = unique_max(&apart).filter(|place| LEAST_DIFFERENCE <= apart[*place])?;
    Some((place, [a[place], b[place]]))
}

/// How the pinned selection is drawn: which days stand under which, and how many of its events that leaves out.
pub fn drawn_words(alignment: Alignment, n_drawn: usize, n_all: usize, locale: Locale) -> String {
    let words = messages(locale).compare();
    let aligned = match alignment {
        Alignment::Dates => words.aligned_dates,
        Alignment::Starts => words.aligned_starts,
    };
    match n_all - n_drawn {
        0 => aligned.to_owned(),
        n => [aligned, &(words.left_out)(n, n_all)].join(words.sentence_gap),
    }
}

/// How a table of both reconciles with the two headlines.
pub fn table_words(a: &[EventId], b: &[EventId], locale: Locale) -> String {
    (messages(locale).compare().table)([a.len(), b.len()], Overlap::of(a, b))
}
