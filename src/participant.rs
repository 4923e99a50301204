//! One participant's part in a selection: numbers first, then an account of them in words, made from the data alone.
//!
//! Nothing is said that a query would not give: every number of the account counts events that name the participant.

use crate::i18n::{DateStyle, date_words, messages};
use crate::model::{Dataset, Edtf, EventId, KindId, Locale, Participant, StanceId};

/// The most others that a sentence names before the rest are counted.
const MOST_NAMED: usize = 4;

/// What a participant has to do with a selection, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose part it is.
    pub who: Participant,
    /// The events of the selection that name it, in time order.
    pub ids: Vec<EventId>,
    /// Its kinds of events, the most frequent first; where two are as frequent, in the dataset's order.
    pub kinds: Vec<(KindId, usize)>,
    /// Who else these events name, the most frequent first; without those whom every event of the dataset names.
    pub others: Vec<(Participant, usize)>,
    /// The stances of its statements, the most frequent first.
    pub stances: Vec<(StanceId, usize)>,
    /// The events that name it outside the selection, background included.
    pub n_elsewhere: usize,
}

/// The part of a participant in the events `ids`, which are in time order; linear in the dataset.
pub fn part(dataset: &Dataset, who: Participant, ids: &[EventId]) -> Part {
    let names_it = |id: &EventId| dataset.event(*id).names(who);
    let ids: Vec<EventId> = ids.iter().copied().filter(names_it).collect();
    let n_all = dataset.ids().filter(names_it).count();
    let events = || ids.iter().map(|id| dataset.event(*id));
    let mut others = counted(events().flat_map(crate::model::Event::participants).filter(|other| *other != who));
    others.retain(|(other, _)| dataset.events().iter().any(|event| !event.names(*other)));
    Part {
        who,
        kinds: counted(events().map(|event| event.kind)),
        others,
        stances: counted(events().filter_map(|event| event.stance)),
        n_elsewhere: n_all - ids.len(),
        ids,
    }
}

/// How often each thing occurs, the most frequent first, then in their own order.
fn counted<T: Copy + Ord>(things: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut all: Vec<T> = things.collect();
    crate::order::sort(&mut all);
    let mut counts: Vec<(T, usize)> = all.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect();
    crate::order::sort_by_key(&mut counts, |(_, n)| std::cmp::Reverse(*n));
    counts
}

/// A participant's part in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name in the page's language.
    pub name: String,
    /// Its name in the other.
    pub other_name: String,
    /// What it is: `Country · Middle East`, `Organisation`.
    pub role: String,
    /// What the record says of it, a sentence each.
    pub sentences: Vec<String>,
}

/// Says a part in words.
pub fn account(dataset: &Dataset, part: &Part, locale: Locale) -> Account {
    let taxonomy = dataset.taxonomy();
    let words = messages(locale).participant();
    let name = taxonomy.participant_name(part.who);
    let role = match part.who {
        Participant::Organisation(_) => words.organisation.to_owned(),
        Participant::Country(id) => {
            let region = taxonomy.region_of(id);
            let region = region.map(|region| taxonomy.region(region).label.get(locale).as_str());
            [Some(words.country), region].into_iter().flatten().collect::<Vec<_>>().join(crate::i18n::DOT)
        }
    };
    let sentences = [
        Some(named(dataset, part, locale)),
        together(dataset, part, locale),
        stances(dataset, part, locale),
        (part.n_elsewhere > 0).then(|| (words.elsewhere)(part.n_elsewhere)),
    ];
    Account {
        name: name.get(locale).clone(),
        other_name: name.get(locale.other()).clone(),
        role,
        sentences: sentences.into_iter().flatten().collect(),
    }
}

/// How many events, when, and of which kinds.
fn named(dataset: &Dataset, part: &Part, locale: Locale) -> String {
    let words = messages(locale).participant();
    let kind = |(kind, n): &(KindId, usize)| {
        let term = dataset.taxonomy().kind(*kind);
        (words.kind)(&term.slug, term.label.get(locale), *n)
    };
    let kinds = (words.list)(&part.kinds.iter().map(kind).collect::<Vec<_>>());
    let date = |id: EventId| dataset.event(id).date;
    match part.ids.as_slice() {
        [] => words.none.to_owned(),
        [one] => (words.named_once)(&date_words(date(*one), locale, DateStyle::Full), &kinds),
        [first, .., last] => {
            let ends = [*first, *last].map(|id| month_or_year(date(id)));
            let [from, to] = ends.each_ref().map(|end| in_words(end, locale));
            let range = in_words(&ends.join("/"), locale);
            match part.ids.len() {
                n if from == to => (words.named_in)(n, &from, &kinds),
                n => (words.named_between)(n, [&from, &to], &range, &kinds),
            }
        }
    }
}

/// The month a date starts in, or its year where no month is known, as EDTF.
fn month_or_year(date: Edtf) -> String {
    let start = date.anchor();
    let year = format!("{:04}", start.year());
    start.month().map_or(year.clone(), |month| format!("{year}-{month:02}"))
}

fn in_words(edtf: &str, locale: Locale) -> String {
    edtf.parse().map_or(String::new(), |date| date_words(date, locale, DateStyle::Full))
}

fn together(dataset: &Dataset, part: &Part, locale: Locale) -> Option<String> {
    let words = messages(locale).participant();
    let name =
        |(who, n): &(Participant, usize)| (words.counted)(dataset.taxonomy().participant_name(*who).get(locale), *n);
    // One more than are named is named too: “and 1 other” is longer than most names.
    let n_named = if part.others.len() == MOST_NAMED + 1 { MOST_NAMED + 1 } else { MOST_NAMED };
    let names: Vec<String> = part.others.iter().take(n_named).map(name).collect();
    (!names.is_empty()).then(|| (words.together)(&names, part.others.len() - names.len()))
}

fn stances(dataset: &Dataset, part: &Part, locale: Locale) -> Option<String> {
    let words = messages(locale).participant();
    let name = |stance: StanceId| dataset.taxonomy().stance(stance).label.get(locale).as_str();
    match (part.stances.as_slice(), part.stances.iter().map(|(_, n)| n).sum()) {
        ([], _) => None,
        ([(stance, _)], 1) => {
            let id = part.ids.iter().find(|id| dataset.event(**id).stance.is_some())?;
            let date = date_words(dataset.event(*id).date, locale, DateStyle::Full);
            Some((words.stance_one)(&date, name(*stance)))
        }
        (all, n) => {
            let list: Vec<String> = all.iter().map(|(stance, n)| (words.stance_counted)(name(*stance), *n)).collect();
            Some((words.stances)(n, &(words.list)(&list)))
        }
    }
}
