//! The headline of a view: it counts, it names the filter, and the sentence under it says what is most and when.

use crate::i18n::{DateStyle, date_words, messages, month_name, span_words};
use crate::model::{Dataset, EventId, Locale, Month, Precision, RegionId, TimeSpan};
use crate::order::tally;
use crate::query::Filter;

/// Fewer events than this have no pattern worth a sentence.
const MIN_FOR_PATTERN: usize = 5;

/// The slug of the region for events of no single region.
pub(crate) const GLOBAL: &str = "global";

/// The headline in its parts, so that a view can set counts and filter words apart from the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// How many are shown, in words.
    pub shown: String,
    /// The rest of the count: ` of 200 events`.
    pub of: String,
    /// What was asked for, one entry a facet, the period last.
    pub parts: Vec<String>,
    /// One sentence or more on what is most, and when; may be empty.
    pub lede: String,
}

impl Headline {
    /// The headline as one line of text.
    pub fn text(&self) -> String {
        let mut text = format!("{}{}", self.shown, self.of);
        for part in &self.parts {
            text.push_str(" · ");
            text.push_str(part);
        }
        text
    }
}

/// The headline of a selection of the days `span`, out of `n_all` events.
pub fn headline(
    dataset: &Dataset,
    shown: &[EventId],
    n_all: usize,
    filter: &Filter,
    span: TimeSpan,
    locale: Locale,
) -> Headline {
    let words = messages(locale);
    let (count, of) = (words.headline_of)(shown.len(), n_all);
    let mut parts = facet_parts(dataset, filter, locale);
    if !filter.text.trim().is_empty() {
        parts.push((words.headline_text)(filter.text.trim()));
    }
    let period = if filter.time.is_none() { coverage_words(dataset, locale) } else { span_words(span, locale) };
    parts.push(period);
    Headline { shown: count, of, parts, lede: lede(dataset, shown, locale) }
}

/// The coverage in years, which is how people say it.
pub fn coverage_words(dataset: &Dataset, locale: Locale) -> String {
    let coverage = dataset.coverage();
    let (first, last) = (coverage.start().ymd().0, coverage.last().ymd().0);
    match (first == last, locale) {
        (true, Locale::En) => first.to_string(),
        (true, Locale::Zh) => format!("{first}年"),
        (false, Locale::En) => format!("{first}–{last}"),
        (false, Locale::Zh) => format!("{first}—{last}年"),
    }
}

fn facet_parts(dataset: &Dataset, filter: &Filter, locale: Locale) -> Vec<String> {
    let taxonomy = dataset.taxonomy();
    let words = messages(locale);
    let part = |names: Vec<&str>| match names.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [one, two] => Some(match locale {
            Locale::En => format!("{one}, {two}"),
            Locale::Zh => format!("{one}、{two}"),
        }),
        [first, rest @ ..] => Some((words.headline_more)(first, rest.len())),
    };
    let facets = [
        part(filter.who.iter().map(|who| taxonomy.participant_name(*who).get(locale).as_str()).collect()),
        part(filter.regions.iter().map(|r| taxonomy.region(*r).label.get(locale).as_str()).collect()),
        part(filter.countries.iter().map(|c| taxonomy.country(*c).label.get(locale).as_str()).collect()),
        part(filter.kinds.iter().map(|k| taxonomy.kind(*k).label.get(locale).as_str()).collect()),
        part(filter.themes.iter().map(|t| taxonomy.theme(*t).label.get(locale).as_str()).collect()),
        part(filter.stances.iter().map(|s| taxonomy.stance(*s).label.get(locale).as_str()).collect()),
        part(filter.organisations.iter().map(|o| taxonomy.organisation(*o).label.get(locale).as_str()).collect()),
        part(filter.precisions.iter().map(|known| (words.search.exactness)(*known)).collect()),
    ];
    facets.into_iter().flatten().collect()
}

fn lede(dataset: &Dataset, shown: &[EventId], locale: Locale) -> String {
    if shown.len() < MIN_FOR_PATTERN {
        return String::new();
    }
    let words = messages(locale);
    let taxonomy = dataset.taxonomy();
    let (mut regions, mut months): (Vec<RegionId>, Vec<Month>) = (Vec::new(), Vec::new());
    for event in shown.iter().map(|id| dataset.event(*id)) {
        regions.extend(&event.regions);
        let start = event.date.anchor();
        if start.precision() <= Precision::Month {
            months.push(start.span().start().month());
        }
    }
    let (mut ranked, by_month) = (tally(regions), tally(months));
    let global = ranked.iter().find(|(r, _)| taxonomy.region(*r).slug == GLOBAL).copied();
    ranked.retain(|counted| Some(*counted) != global);
    crate::order::sort_by(&mut ranked, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let name = |r: RegionId| taxonomy.region(r).label.get(locale).as_str();
    let most = match ranked.as_slice() {
        [] => None,
        [one] => Some((words.lede_one)(name(one.0), one.1)),
        [a, b, ..] => Some((words.lede_two)(name(a.0), a.1, name(b.0), b.1)),
    };
    let no_single = global.map(|(_, n)| (words.lede_global)(n));
    let first = match (most, no_single, locale) {
        (Some(most), Some(rest), Locale::En) => Some(format!("{most}; {rest}")),
        (Some(most), Some(rest), Locale::Zh) => Some(format!("{most}，{rest}")),
        (most, rest, _) => most.or(rest),
    };
    // A tie has no busiest month.
    let top = by_month.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let mut busiest = by_month.iter().filter(|(_, n)| *n == top);
    let second = match (busiest.next(), busiest.next()) {
        (Some((month, n)), None) if *n > 1 => Some((words.lede_busiest)(&month_words(*month, locale), *n)),
        _ => None,
    };
    let sentences: Vec<String> = [first, second].into_iter().flatten().collect();
    let end = match locale {
        Locale::En => ".",
        Locale::Zh => "。",
    };
    if sentences.is_empty() { String::new() } else { sentences.join(words.sentence_join) + end }
}

/// A month of a year in words.
pub fn month_words(month: Month, locale: Locale) -> String {
    match locale {
        Locale::En => format!("{} {}", month_name(month.number(), false), month.year()),
        Locale::Zh => format!("{}年{}月", month.year(), month.number()),
    }
}

/// Whose account it is, and from when.
pub fn account(dataset: &Dataset, locale: Locale) -> (String, String) {
    let source = &dataset.info().source;
    let words = messages(locale);
    let date = date_words(source.date, locale, DateStyle::Full);
    let publisher = source.publisher.get(locale);
    ((words.account)(publisher, source.title.get(locale), &date), (words.account_short)(publisher, &date))
}
