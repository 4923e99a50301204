//! The words of the spine: titles shortened to their line, dates and regions under them, periods in the margin.

use std::ops::Range;

use super::spine::{Spine, SpineRow, SpineTick};
use super::spine_pair::Shift;
use crate::compare::Side;
use crate::i18n::{DOT, DateStyle, date_words, messages, month_name, span_words};
use crate::model::{Dataset, EventId, Importance, Locale, TimeSpan};
use crate::query::Needle;
use crate::scale::{FontMetrics, Period, TextMeasure as _, shortened};
use crate::scene::Weight;

/// Size of a title, px.
const TITLE: f64 = 14.0;

/// Width of the letter of a selection before that line, px.
const BADGE: f64 = 21.0;

/// Size of the line under it, px.
const META: f64 = 12.0;

/// Stands where a text was cut.
const ELLIPSIS: &str = "…";

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWords {
    /// The title, or what is counted.
    pub title: String,
    /// What was found in the title as it stands here, in bytes.
    pub title_marks: Vec<Range<usize>>,
    /// How heavy the title is.
    pub weight: Weight,
    /// Date and region, or where else the text was found, or what pressing the count does.
    pub meta: String,
    /// What was found in `meta`, in bytes.
    pub meta_marks: Vec<Range<usize>>,
}

/// What a row is looked at with.
#[derive(Clone, Copy, Debug)]
pub struct RowLook<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// The opened event.
    pub selected: Option<EventId>,
    /// What is searched for.
    pub needle: &'a Needle,
    /// px for the words.
    pub width: f64,
    /// How the days of the pinned selection are moved; `None` where there is none.
    pub pair: Option<Shift>,
}

/// The words of a row.
pub fn row_words(dataset: &Dataset, row: &SpineRow, look: &RowLook) -> RowWords {
    let RowLook { locale, selected, needle, width, pair } = *look;
    let words = messages(locale).phone();
    let cut = |text: &str, size: f64, weight: Weight| shortened(&FontMetrics, text, size, weight, width);
    if let Some(period) = row.counts {
        let title = (words.group)(row.events.len(), &period_words(period, look));
        let meta = words.group_hint.to_owned();
        let title = cut(&title, TITLE, Weight::Strong);
        return RowWords { title, title_marks: Vec::new(), weight: Weight::Strong, meta, meta_marks: Vec::new() };
    }
    let event = dataset.event(row.events[0]);
    let strong = event.importance == Importance::Major || selected == Some(row.events[0]);
    let weight = if strong { Weight::Strong } else { Weight::Regular };
    let whole = event.title.get(locale);
    let title = cut(whole, TITLE, weight);
    let kept = if title == *whole { whole.len() } else { title.len() - ELLIPSIS.len() };
    let (title_marks, cut_off): (Vec<_>, Vec<_>) =
        needle.ranges(whole).into_iter().partition(|range| range.end <= kept);
    // Where days are moved, the surroundings say another year.
    let is_moved = pair.is_some_and(|shift| shift != Shift::None);
    let date = date_words(event.date, locale, if is_moved { DateStyle::Medium } else { DateStyle::Short });
    let width = width - row.side.map_or(0.0, |side| if side == Side::Both { 2.0 * BADGE } else { BADGE });
    let cut = |text: &str, size: f64, weight: Weight| shortened(&FontMetrics, text, size, weight, width);
    // What the shortened title does not show is shown under it, in the place of the regions.
    let elsewhere = needle.found_elsewhere(dataset, row.events[0], locale).map(|found| (found.text, found.ranges));
    if let Some((text, ranges)) = elsewhere.or_else(|| (!cut_off.is_empty()).then(|| (whole.clone(), cut_off))) {
        let (meta, meta_marks) = excerpt(&[date.as_str(), DOT].concat(), &text, ranges.first(), width);
        return RowWords { title, title_marks, weight, meta, meta_marks };
    }
    let regions: Vec<&str> =
        event.regions.iter().map(|r| dataset.taxonomy().region(*r).label.get(locale).as_str()).collect();
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    let meta = cut(&[date.as_str(), DOT, &regions.join(separator)].concat(), META, Weight::Regular);
    RowWords { title, title_marks, weight, meta, meta_marks: Vec::new() }
}

/// The days of a count: of both selections, where those of one are moved.
pub fn period_words(period: TimeSpan, look: &RowLook) -> String {
    let present = span_words(period, look.locale);
    let month = period.start().month();
    match look.pair {
        None | Some(Shift::None) => present,
        // A month of both years.
        Some(shift) if shift.keeps_months() && period == month.span() => match look.locale {
            Locale::En => month_name(month.number(), false).to_owned(),
            Locale::Zh => format!("{}月", month.number()),
        },
        Some(shift) => [&span_words(shift.back().moved(period), look.locale), " / ", &present].concat(),
    }
}

/// A lead and as much of a text as there is room for, so that what was found in it is seen; and where that stands.
fn excerpt<'a>(lead: &'a str, text: &str, found: Option<&Range<usize>>, width: f64) -> (String, Vec<Range<usize>>) {
    let wide = |text: &str| FontMetrics.width(text, META, Weight::Regular);
    let whole = |lead: &str, text: &str| shortened(&FontMetrics, &[lead, text].concat(), META, Weight::Regular, width);
    let Some(found) = found else { return (whole(lead, text), Vec::new()) };
    // Words before it are given up one by one; in Chinese, characters.
    let is_start = |at: &usize| {
        *at == 0 || text[..*at].ends_with(' ') || text[*at..].chars().next().is_some_and(|c| c as u32 > 0x2e80)
    };
    let starts = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= found.start).filter(is_start);
    let before = |at: usize| if at == 0 { "" } else { ELLIPSIS };
    // A text is cut between words, so the whole word must fit; the lead gives way to it.
    let end = text[found.end..].find(' ').map_or(text.len(), |n| found.end + n);
    let is_wide = text[found.clone()].chars().next_back().is_some_and(|c| c as u32 > 0x2e80);
    let end = if is_wide { found.end } else { end };
    let fits = |lead: &str, at: usize| wide(lead) + wide(before(at)) + wide(&text[at..end]) + wide(ELLIPSIS) <= width;
    let with = |lead: &'a str| starts.clone().find(|at| fits(lead, *at)).map(|at| (lead, at));
    let (lead, start) = with(lead).or_else(|| with("")).unwrap_or(("", starts.clone().last().unwrap_or(0)));
    let part = [before(start), &text[start..]].concat();
    let shown = whole(lead, &part);
    let moved = |at: usize| lead.len() + before(start).len() + at - start;
    let is_whole = shown.len() == lead.len() + part.len();
    let end = if is_whole { shown.len() } else { shown.len() - ELLIPSIS.len() };
    let range = moved(found.start)..moved(found.end).min(end);
    let is_there = range.start < range.end && shown.get(range.clone()).is_some();
    (shown, if is_there { vec![range] } else { Vec::new() })
}

/// What the margin says of a period: its month, where it is shorter than a year, and its year.
pub fn tick_words(tick: &SpineTick, spine: &Spine, locale: Locale) -> (Option<String>, String) {
    let period = spine.period;
    let (year, month, _) = tick.span.start().ymd();
    let year_words = match locale {
        Locale::En => year.to_string(),
        Locale::Zh => format!("{year}年"),
    };
    let month_words = match locale {
        Locale::En => month_name(month, true).to_owned(),
        Locale::Zh => format!("{month}月"),
    };
    let is_month = period <= Period::Quarter;
    // A month beside that of another year is of no year.
    let is_of_both = is_month && spine.pair.is_some_and(Shift::keeps_months);
    (is_month.then_some(month_words), if is_of_both { String::new() } else { year_words })
}
