//! [`ViewState`] ⇄ query string: a pure pair, `parse(print(state)) == state`.
//!
//! Lists are joined by `~`, ranges by `..`; defaults are left out; what means nothing is set aside and named.

mod choices;

pub use choices::{Mode, Scheme, View};

use std::fmt::Write as _;

use crate::chart::ChartId;
use crate::i18n::span_text;
use crate::layout::Lanes;
use crate::model::{Dataset, Edtf, EventId, Locale, TimeSpan};
use crate::query::{Chosen, Exactness, Filter, SortKey, Sorting};
use crate::story::MAX_STOPS;

/// The longest search text kept from a URL, in characters.
const MAX_TEXT: usize = 200;

/// The value of `story` that means a person's own, which the fragment of the address brings.
pub const OWN_STORY: &str = "own";

/// Before the name of each parameter of the pinned question.
const PIN_PREFIX: &str = "pin.";

/// The value of `pin` where the pinned question asks nothing.
const PIN_ALL: &str = "all";

/// Everything a link to the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which view, where one is named; else the one that fits the window.
    pub view: Option<View>,
    /// How the timeline is divided.
    pub lanes: Lanes,
    /// What was asked for.
    pub filter: Filter,
    /// A second question that the first is compared with; in the address, its parameters follow `pin.`.
    pub pinned: Option<Filter>,
    /// The opened event.
    pub event: Option<EventId>,
    /// The chart looked at.
    pub chart: Option<ChartId>,
    /// The order of the table.
    pub sorting: Sorting,
    /// The language, where it was chosen.
    pub lang: Option<Locale>,
    /// Light or dark.
    pub scheme: Scheme,
    /// Another dataset, by its address relative to the page.
    pub data: Option<String>,
    /// What the page is for.
    pub mode: Mode,
    /// The story looked at, by its slug, or [`OWN_STORY`].
    pub story: Option<String>,
    /// The stop of the story, counted from 1; none is its beginning.
    pub step: Option<usize>,
    /// Whether the link names the dataset's version, and goes on showing it.
    pub frozen: bool,
    /// The channel that two windows of one talk share: small letters and digits.
    pub room: Option<String>,
}

/// A part of the address that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Name of the parameter.
    pub key: String,
    /// The value, or the part of it, that was set aside.
    pub value: String,
}

/// The parameter that names another dataset: it must be read before the dataset is there.
pub fn data_parameter(query: &str) -> Option<String> {
    pairs(query).find(|(key, _)| key == "data").map(|(_, value)| value).filter(|value| !value.is_empty())
}

/// The version of the dataset that a link was made for; it becomes part of an address, so it holds nothing but letters,
/// digits, dots and hyphens.
pub fn version_parameter(query: &str) -> Option<String> {
    let version = pairs(query).find(|(key, _)| key == "v")?.1;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    (!version.starts_with('.') && !version.is_empty() && version.chars().all(is_plain)).then_some(version)
}

/// Reads a query string, with or without its `?`, and names what it could not use.
///
/// Never fails: whatever means nothing leaves its default. Lists given twice add up; of anything else the last counts.
pub fn parse(query: &str, dataset: &Dataset) -> (ViewState, Vec<Ignored>) {
    let mut state = ViewState::default();
    let (mut pinned, mut pins_all) = (Filter::default(), false);
    let mut ignored = Vec::new();
    for (key, value) in pairs(query) {
        let mut ignore = |part: &str| ignored.push(Ignored { key: key.clone(), value: part.to_owned() });
        if read_filter(&mut state.filter, &key, &value, dataset, &mut ignore) {
            continue;
        }
        if let Some(key) = key.strip_prefix(PIN_PREFIX) {
            if !read_filter(&mut pinned, key, &value, dataset, &mut ignore) {
                ignore(&value);
            }
            continue;
        }
        match key.as_str() {
            "view" => set(&mut state.view, one_of(&View::ALL, View::slug, &value).map(Some), || ignore(&value)),
            "lanes" => set(&mut state.lanes, one_of(&Lanes::ALL, Lanes::slug, &value), || ignore(&value)),
            "scheme" => set(&mut state.scheme, one_of(&Scheme::ALL, Scheme::slug, &value), || ignore(&value)),
            "pin" => set(&mut pins_all, (value == PIN_ALL).then_some(true), || ignore(&value)),
            "event" => set(&mut state.event, dataset.event_by_slug(&value).map(Some), || ignore(&value)),
            "chart" => set(&mut state.chart, one_of(&ChartId::ALL, ChartId::slug, &value).map(Some), || ignore(&value)),
            "sort" => set(&mut state.sorting, sorting_from(&value), || ignore(&value)),
            "lang" => set(&mut state.lang, one_of(&Locale::ALL, Locale::slug, &value).map(Some), || ignore(&value)),
            "mode" => set(&mut state.mode, one_of(&Mode::ALL, Mode::slug, &value), || ignore(&value)),
            "story" if value.is_empty() => {}
            "story" => {
                let is_known = value == OWN_STORY || dataset.n_stops(&value).is_some();
                set(&mut state.story, is_known.then(|| Some(value.clone())), || ignore(&value));
            }
            "step" if value.is_empty() => {}
            "step" => set(&mut state.step, step_from(&value).map(Some), || ignore(&value)),
            "room" if value.is_empty() => {}
            "room" => set(&mut state.room, is_room(&value).then(|| Some(value.clone())), || ignore(&value)),
            "data" => state.data = Some(value).filter(|value| !value.is_empty()),
            "v" if value == dataset.info().version => state.frozen = true,
            _ => ignore(&value),
        }
    }
    // A chosen period that is all there is asks nothing.
    for filter in [&mut state.filter, &mut pinned] {
        filter.time = filter.time.filter(|span| *span != dataset.coverage());
    }
    // Which story has so many stops is known only when all is read; how many a person's own has, not even then.
    let n_stops = state.story.as_deref().and_then(|slug| dataset.n_stops(slug)).unwrap_or(MAX_STOPS);
    if let Some(step) = state.step.filter(|step| *step > n_stops) {
        state.step = None;
        ignored.push(Ignored { key: "step".to_owned(), value: step.to_string() });
    }
    state.pinned = (pins_all || pinned != Filter::default()).then_some(pinned);
    (state, ignored)
}

/// Reads a parameter of a question; says whether it is one.
fn read_filter(filter: &mut Filter, key: &str, value: &str, dataset: &Dataset, ignore: &mut dyn FnMut(&str)) -> bool {
    let taxonomy = dataset.taxonomy();
    match key {
        "region" => list(&mut filter.regions, value, |s| taxonomy.region_by_slug(s), ignore),
        "kind" => list(&mut filter.kinds, value, |s| taxonomy.kind_by_slug(s), ignore),
        "theme" => list(&mut filter.themes, value, |s| taxonomy.theme_by_number(s), ignore),
        "country" => list(&mut filter.countries, value, |s| taxonomy.country_by_code(s), ignore),
        "stance" => list(&mut filter.stances, value, |s| taxonomy.stance_by_slug(s), ignore),
        "org" => list(&mut filter.organisations, value, |s| taxonomy.organisation_by_slug(s), ignore),
        "precision" => list(&mut filter.precisions, value, |s| one_of(&Exactness::ALL, Exactness::slug, s), ignore),
        "who" if value.is_empty() => {}
        "who" => set(&mut filter.who, taxonomy.participant_by_slug(value).map(Some), || ignore(value)),
        "time" => set(&mut filter.time, span_from(value).map(Some), || ignore(value)),
        "q" => filter.text = value.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect(),
        "background" => set(&mut filter.background, flag(value), || ignore(value)),
        _ => return false,
    }
    true
}

/// The state as a query string, `?` included, or an empty text where everything is as it opens.
///
/// The order of the parameters is fixed, so that one state has one address.
pub fn print(state: &ViewState, dataset: &Dataset) -> String {
    let mut out = String::new();
    put(&mut out, "data", state.data.as_deref().unwrap_or_default());
    put(&mut out, "view", state.view.map_or("", View::slug));
    put(&mut out, "mode", changed(state.mode, Mode::slug));
    put(&mut out, "story", state.story.as_deref().unwrap_or_default());
    put(&mut out, "step", &state.step.map_or(String::new(), |step| step.to_string()));
    put(&mut out, "room", state.room.as_deref().unwrap_or_default());
    put(&mut out, "lanes", changed(state.lanes, Lanes::slug));
    put(&mut out, "chart", state.chart.map_or("", ChartId::slug));
    put_filter(&mut out, "", &state.filter, dataset);
    if let Some(pinned) = &state.pinned {
        let n_before = out.len();
        put_filter(&mut out, PIN_PREFIX, pinned, dataset);
        // A question that asks nothing must still be said to be pinned.
        if out.len() == n_before {
            put(&mut out, "pin", PIN_ALL);
        }
    }
    put(&mut out, "sort", &sorting_text(state.sorting));
    put(&mut out, "event", state.event.map_or("", |id| dataset.event(id).slug.as_str()));
    put(&mut out, "lang", state.lang.map_or("", Locale::slug));
    put(&mut out, "scheme", changed(state.scheme, Scheme::slug));
    put(&mut out, "v", if state.frozen { &dataset.info().version } else { "" });
    out
}

/// Writes the parameters of a question, each name after `prefix`.
fn put_filter(out: &mut String, prefix: &str, filter: &Filter, dataset: &Dataset) {
    let taxonomy = dataset.taxonomy();
    let mut put = |key: &str, value: &str| put(out, &[prefix, key].concat(), value);
    put("region", &joined(filter.regions.iter().map(|r| taxonomy.region(*r).slug.as_str())));
    put("kind", &joined(filter.kinds.iter().map(|k| taxonomy.kind(*k).slug.as_str())));
    put("theme", &joined(filter.themes.iter().map(|t| (t.index() + 1).to_string())));
    put("country", &joined(filter.countries.iter().map(|c| taxonomy.country(*c).slug.as_str())));
    put("stance", &joined(filter.stances.iter().map(|s| taxonomy.stance(*s).slug.as_str())));
    put("org", &joined(filter.organisations.iter().map(|o| taxonomy.organisation(*o).slug.as_str())));
    put("precision", &joined(filter.precisions.iter().map(|known| known.slug())));
    put("who", &filter.who.map_or(String::new(), |who| taxonomy.participant_slug(who)));
    put("time", &filter.time.map_or(String::new(), |span| span_text(span, "..")));
    put("q", filter.text.trim());
    put("background", if filter.background { "1" } else { "" });
}

/// Appends a parameter, or nothing where it has no value.
fn put(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(key);
        out.push('=');
        encode(value, out);
    }
}

/// The state as a query string that also names the dataset's version: for links that are written down elsewhere.
pub fn print_versioned(state: &ViewState, dataset: &Dataset) -> String {
    print(&ViewState { frozen: true, ..state.clone() }, dataset)
}

fn set<T>(place: &mut T, value: Option<T>, ignore: impl FnOnce()) {
    match value {
        Some(value) => *place = value,
        None => ignore(),
    }
}

fn changed<T: Default + PartialEq + Copy>(value: T, slug: fn(T) -> &'static str) -> &'static str {
    if value == T::default() { "" } else { slug(value) }
}

fn one_of<T: Copy>(all: &[T], slug: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.iter().copied().find(|item| slug(*item) == value)
}

fn list<T: Copy + Ord>(
    chosen: &mut Chosen<T>,
    value: &str,
    find: impl Fn(&str) -> Option<T>,
    ignore: &mut dyn FnMut(&str),
) {
    for part in value.split('~').filter(|part| !part.is_empty()) {
        match find(part) {
            Some(item) => {
                chosen.insert(item);
            }
            None => ignore(part),
        }
    }
}

fn joined<S: AsRef<str>>(parts: impl Iterator<Item = S>) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            out.push('~');
        }
        out.push_str(part.as_ref());
    }
    out
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// `2023`, `2023-03..2023-06`, `2023-03-05..2023-06-20`: from the first day of the one to the last of the other.
fn span_from(value: &str) -> Option<TimeSpan> {
    let range = value.split_once('.').and_then(|(from, to)| Some((from, to.strip_prefix('.')?)));
    let (from, to) = range.unwrap_or((value, value));
    let single = |text: &str| match text.parse().ok()? {
        Edtf::Single(at) => Some(at.span()),
        Edtf::Interval(..) | Edtf::OpenEnd(_) | Edtf::OpenStart(_) => None,
    };
    let (from, to) = (single(from)?, single(to)?);
    (from.start() < to.end()).then(|| TimeSpan::new(from.start(), to.end()))
}

/// Up to twelve small letters and digits.
fn is_room(value: &str) -> bool {
    value.len() <= 12 && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// A number counted from 1, written in one way only.
fn step_from(value: &str) -> Option<usize> {
    value.parse().ok().filter(|step: &usize| *step > 0 && step.to_string() == value)
}

fn sorting_from(value: &str) -> Option<Sorting> {
    let (name, descending) = value.strip_prefix('-').map_or((value, false), |name| (name, true));
    one_of(&SortKey::ALL, SortKey::slug, name).map(|key| Sorting { key, descending })
}

fn sorting_text(sorting: Sorting) -> String {
    if sorting == Sorting::default() {
        return String::new();
    }
    format!("{}{}", if sorting.descending { "-" } else { "" }, sorting.key.slug())
}

/// The parameters of a query string, with or without its `?`, decoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    })
}

/// Writes what a query may hold as it stands and the rest as percent-encoded UTF-8, spaces as `+`.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b':' | b',' => {
                out.push(byte as char);
            }
            b' ' => out.push('+'),
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
}

fn decode(text: &str) -> String {
    let hex = |byte: Option<&u8>| byte.and_then(|b| (*b as char).to_digit(16));
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        match (bytes[i], hex(bytes.get(i + 1)), hex(bytes.get(i + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_survives_the_address_bar() {
        for text in ["沙特 伊朗", "a+b&c=d%20", "100 %", "“quoted”", "~..~"] {
            let mut encoded = String::new();
            encode(text, &mut encoded);
            assert!(encoded.is_ascii() && !encoded.contains('&'));
            assert_eq!(decode(&encoded), text);
        }
        assert_eq!(decode("%zz%4"), "%zz%4", "what is not an escape stands for itself");
    }

    #[test]
    fn ranges_are_read_only_where_they_are_ranges() {
        let text = |value: &str| span_from(value).map(|span| span_text(span, ".."));
        assert_eq!(text("2023-03..2023-06").as_deref(), Some("2023-03..2023-06"));
        assert_eq!(text("2023-01..2023-12").as_deref(), Some("2023"));
        assert_eq!(text("2023..2022"), None);
        assert_eq!(text("2023/2024"), None);
        assert_eq!(text("soon"), None);
    }
}
