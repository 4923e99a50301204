//! Why no event passes, and which filter to let go of first.

use super::{Facet, Filter, Index, eligible, within};
use crate::model::{Dataset, EventId, TimeSpan};

/// What of a question can be let go of, as a whole: the choices of a facet are alternatives, and one of them less would
/// bring back nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The search text.
    Text,
    /// The days.
    Time,
    /// The choices of a facet.
    Facet(Facet),
    /// The participant whose page it is.
    Who,
    /// That only the days of the record are looked at, or the background is not shown.
    Record,
}

/// Why no event passes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nothing {
    /// The fewest conditions that leave nothing by themselves.
    pub cause: Vec<Condition>,
    /// The ways back: what brings back most, first.
    pub ways: Vec<Way>,
}

/// A question that lets go of some conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which ones: one, if any single one brings something back.
    pub without: Vec<Condition>,
    /// What is asked then.
    pub filter: Filter,
    /// How many events pass then, at least one.
    pub count: usize,
}

/// The days a question looks at.
fn span(dataset: &Dataset, filter: &Filter) -> TimeSpan {
    filter.time.unwrap_or(dataset.coverage())
}

/// How many events pass a question in its days.
pub fn count(dataset: &Dataset, index: &Index, filter: &Filter) -> usize {
    within(dataset, &index.matching(dataset, filter), span(dataset, filter)).len()
}

/// The conditions of a question.
fn conditions(dataset: &Dataset, index: &Index, filter: &Filter) -> Vec<Condition> {
    let facets = Facet::ALL.into_iter().filter(|facet| filter.n_chosen(*facet) > 0).map(Condition::Facet);
    let has_background = dataset.events().iter().any(|event| event.background);
    let others = [
        (Condition::Text, !index.needle(&filter.text, dataset).is_empty()),
        (Condition::Time, filter.time.is_some()),
        (Condition::Who, filter.who.is_some()),
        (Condition::Record, has_background && (!filter.background || filter.time.is_none())),
    ];
    let [text, time, who, record] = others.map(|(condition, is_set)| is_set.then_some(condition));
    text.into_iter().chain(time).chain(facets).chain(who).chain(record).collect()
}

/// The question without a condition.
fn without(dataset: &Dataset, filter: &Filter, condition: Condition) -> Filter {
    let mut next = filter.clone();
    match condition {
        Condition::Text => next.text.clear(),
        Condition::Time => next.time = None,
        Condition::Facet(facet) => {
            (0..facet.n_choices(dataset)).filter(|at| filter.has(facet, *at)).for_each(|at| next.toggle(facet, at));
        }
        Condition::Who => next.who = None,
        Condition::Record => {
            next.background = true;
            // What lies before the record is outside its days.
            next.time = next.time.or(Some(dataset.domain(true)));
        }
    }
    next
}

/// Which conditions an event does not meet, a bit each.
fn unmet(dataset: &Dataset, filter: &Filter, conditions: &[Condition], found: &[EventId], id: EventId) -> u32 {
    let event = dataset.event(id);
    let is_unmet = |condition: &Condition| match condition {
        Condition::Text => found.binary_search(&id).is_err(),
        Condition::Time => !event.span.overlaps(span(dataset, filter)),
        Condition::Facet(facet) => !filter.meets(event, *facet),
        Condition::Who => filter.who.is_some_and(|who| !event.names(who)),
        Condition::Record => {
            let is_outside = filter.time.is_none() && !event.span.overlaps(dataset.coverage());
            (event.background && !filter.background) || is_outside
        }
    };
    conditions.iter().enumerate().filter(|(_, condition)| is_unmet(condition)).map(|(at, _)| 1 << at).sum()
}

/// The sets of so many of `n` things, a bit each, in ascending order.
fn sets(n: usize, size: usize) -> impl Iterator<Item = u32> {
    (1_u32..1 << n).filter(move |set| set.count_ones() as usize == size)
}

fn members(conditions: &[Condition], set: u32) -> Vec<Condition> {
    conditions.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, condition)| *condition).collect()
}

/// Why no event passes a question, `None` if one does or nothing is asked.
///
/// One pass over the events, then at most 2¹¹ sets of conditions over the kinds of misses there are.
pub fn nothing(dataset: &Dataset, index: &Index, filter: &Filter) -> Option<Nothing> {
    if count(dataset, index, filter) > 0 {
        return None;
    }
    let conditions = conditions(dataset, index, filter);
    let text_only = Filter { text: filter.text.clone(), background: true, ..Filter::default() };
    let found = index.matching(dataset, &text_only);
    let mut misses: Vec<u32> = Vec::new();
    for (id, _) in eligible(dataset, true) {
        let miss = unmet(dataset, filter, &conditions, &found, id);
        if !misses.contains(&miss) {
            misses.push(miss);
        }
    }
    let n = conditions.len();
    let mut by_size = (1..=n).flat_map(|size| sets(n, size));
    let cause = by_size.find(|set| misses.iter().all(|miss| miss & set != 0))?;
    // The fewest to let go of, of which any set brings something back.
    let ways = (1..=n).map(|size| {
        let brings_back = |set: &u32| misses.iter().any(|miss| miss & !set == 0);
        let way = |set: u32| {
            let without: Vec<Condition> = members(&conditions, set);
            let filter = without.iter().fold(filter.clone(), |filter, c| self::without(dataset, &filter, *c));
            Way { count: count(dataset, index, &filter), without, filter }
        };
        sets(n, size).filter(brings_back).map(way).filter(|way| way.count > 0).collect::<Vec<_>>()
    });
    let mut ways = ways.into_iter().find(|ways| !ways.is_empty()).unwrap_or_default();
    crate::order::sort_by_key(&mut ways, |way| std::cmp::Reverse(way.count));
    Some(Nothing { cause: members(&conditions, cause), ways })
}
