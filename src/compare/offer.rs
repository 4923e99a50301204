//! Comparisons that suggest themselves: the period before, one choice against another, one against all.

use super::words::question;
use crate::i18n::messages;
use crate::model::{Dataset, Day, Locale, Month, TimeSpan};
use crate::query::{Chosen, Filter, Index, within};

/// A comparison ready to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it compares: `2023 against 2022`.
    pub label: String,
    /// The selection to pin.
    pub pinned: Filter,
    /// The selection to look at.
    pub filter: Filter,
}

/// The comparisons that a question suggests, those without any event on either side left out.
///
/// A few passes over the dataset.
pub fn offers(dataset: &Dataset, index: &Index, filter: &Filter, locale: Locale) -> Vec<Offer> {
    let mut pairs: Vec<(Filter, Filter)> = Vec::new();
    pairs.extend(periods(dataset, filter));
    pairs.extend(split(filter, &filter.regions, |f| &mut f.regions));
    pairs.extend(split(filter, &filter.kinds, |f| &mut f.kinds));
    pairs.extend(split(filter, &filter.themes, |f| &mut f.themes));
    pairs.extend(split(filter, &filter.countries, |f| &mut f.countries));
    pairs.extend(split(filter, &filter.stances, |f| &mut f.stances));
    pairs.extend(split(filter, &filter.organisations, |f| &mut f.organisations));
    if filter.who.is_some() {
        pairs.push((Filter { who: None, ..filter.clone() }, filter.clone()));
    }
    if filter.regions.is_empty() {
        pairs.extend(leading_regions(dataset, index, filter));
    }
    let has_events = |filter: &Filter| {
        let ids = index.matching(dataset, filter);
        !within(dataset, &ids, filter.time.unwrap_or(dataset.coverage())).is_empty()
    };
    pairs.retain(|(a, b)| has_events(a) && has_events(b));
    let offer = |(pinned, filter): (Filter, Filter)| {
        let names = [question(dataset, &pinned, &filter, locale), question(dataset, &filter, &pinned, locale)];
        Offer { label: (messages(locale).compare().offer)(&names[0], &names[1]), pinned, filter }
    };
    pairs.into_iter().map(offer).collect()
}

/// The days asked for against as many whole months before them; without a period, the last two whole years.
fn periods(dataset: &Dataset, filter: &Filter) -> Option<(Filter, Filter)> {
    let coverage = dataset.coverage();
    let of = |time: TimeSpan| Filter { time: Some(time), ..filter.clone() };
    let span = match filter.time {
        Some(span) => span,
        None => {
            let (year, ..) = coverage.end().ymd();
            let last_whole = year_span(year - 1);
            let is_whole = coverage.contains(last_whole) && coverage.contains(before(last_whole)?);
            return is_whole.then(|| (of(before(last_whole).unwrap_or(last_whole)), of(last_whole)));
        }
    };
    let before = before(span)?;
    before.overlaps(coverage).then(|| (of(before), of(span)))
}

fn year_span(year: i32) -> TimeSpan {
    TimeSpan::new(Month::new(year, 1).first_day(), Month::new(year + 1, 1).first_day())
}

/// As many whole months before a span of whole months, `None` where it is of other days.
fn before(span: TimeSpan) -> Option<TimeSpan> {
    let is_first = |day: Day| day.ymd().2 == 1;
    if !is_first(span.start()) || !is_first(span.end()) {
        return None;
    }
    let (from, to) = (span.start().month(), span.end().month());
    Some(TimeSpan::new(from.plus(from.0 - to.0).first_day(), span.start()))
}

/// One choice of a facet against all; two choices against each other.
fn split<T: Copy + Ord>(
    filter: &Filter,
    chosen: &Chosen<T>,
    facet: fn(&mut Filter) -> &mut Chosen<T>,
) -> Option<(Filter, Filter)> {
    let with = |choice: Option<T>| {
        let mut filter = filter.clone();
        *facet(&mut filter) = choice.into_iter().collect();
        filter
    };
    let choices: Vec<T> = chosen.iter().copied().collect();
    match choices.as_slice() {
        [one] => Some((with(None), with(Some(*one)))),
        [one, two] => Some((with(Some(*one)), with(Some(*two)))),
        _ => None,
    }
}

/// The two regions with most events, in that order, where no region was asked for.
fn leading_regions(dataset: &Dataset, index: &Index, filter: &Filter) -> Option<(Filter, Filter)> {
    let ids = within(dataset, &index.matching(dataset, filter), filter.time.unwrap_or(dataset.coverage()));
    let taxonomy = dataset.taxonomy();
    let n =
        |region: &crate::model::RegionId| ids.iter().filter(|id| dataset.event(**id).regions.contains(region)).count();
    let mut regions: Vec<_> =
        taxonomy.region_ids().filter(|r| taxonomy.region(*r).slug != crate::headline::GLOBAL).collect();
    crate::order::sort_by_key(&mut regions, |region| std::cmp::Reverse(n(region)));
    let of = |place: usize| {
        let region = regions.get(place).copied()?;
        Some(Filter { regions: [region].into(), ..filter.clone() })
    };
    Some((of(0)?, of(1)?))
}
