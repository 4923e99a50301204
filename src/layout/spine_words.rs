//! The words of the spine: titles shortened to their line, dates and regions under them, periods in the margin.

use super::spine::{SpineRow, SpineTick};
use crate::i18n::{DateStyle, date_words, messages, month_name, span_words};
use crate::model::{Dataset, EventId, Importance, Locale};
use crate::scale::{FontMetrics, Period, shortened};
use crate::scene::Weight;

/// Size of a title, px.
const TITLE: f64 = 14.0;

/// Size of the line under it, px.
const META: f64 = 12.0;

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWords {
    /// The title, or what is counted.
    pub title: String,
    /// How heavy the title is.
    pub weight: Weight,
    /// Date and region, or what pressing the count does.
    pub meta: String,
}

/// The words of a row that has `width` px for them.
pub fn row_words(dataset: &Dataset, row: &SpineRow, locale: Locale, selected: Option<EventId>, width: f64) -> RowWords {
    let words = messages(locale).phone;
    let cut = |text: &str, size: f64, weight: Weight| shortened(&FontMetrics, text, size, weight, width);
    if let Some(period) = row.counts {
        let title = (words.group)(row.events.len(), &span_words(period, locale));
        let meta = words.group_hint.to_owned();
        return RowWords { title: cut(&title, TITLE, Weight::Strong), weight: Weight::Strong, meta };
    }
    let event = dataset.event(row.events[0]);
    let strong = event.importance == Importance::Major || selected == Some(row.events[0]);
    let weight = if strong { Weight::Strong } else { Weight::Regular };
    let regions: Vec<&str> =
        event.regions.iter().map(|r| dataset.taxonomy().region(*r).label.get(locale).as_str()).collect();
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    let date = date_words(event.date, locale, DateStyle::Short);
    RowWords {
        title: cut(event.title.get(locale), TITLE, weight),
        weight,
        meta: cut(&[date.as_str(), " · ", &regions.join(separator)].concat(), META, Weight::Regular),
    }
}

/// What the margin says of a period: its month, where it is shorter than a year, and its year.
pub fn tick_words(tick: &SpineTick, period: Period, locale: Locale) -> (Option<String>, String) {
    let (year, month, _) = tick.span.start().ymd();
    let year_words = match locale {
        Locale::En => year.to_string(),
        Locale::Zh => format!("{year}年"),
    };
    let month_words = match locale {
        Locale::En => month_name(month, true).to_owned(),
        Locale::Zh => format!("{month}月"),
    };
    ((period <= Period::Quarter).then_some(month_words), year_words)
}
