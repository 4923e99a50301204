//! The names of the periods along a stage's axis, in large type.

use super::stage::NOTE;
use super::viewport::Viewport;
use crate::i18n::month_name;
use crate::model::Locale;
use crate::scale::{FontMetrics, Level, Period, TextMeasure as _, Tick, TimeScale, ticks};
use crate::scene::Weight;

/// Months wider than this are named in full, units.
const ROOMY_MONTH: f64 = 150.0;

/// The periods that are named.
pub(super) fn stage_ticks(view: Viewport, locale: Locale) -> Vec<Tick> {
    // Ticks are reckoned for letters of half the size.
    let half = TimeScale::new(view.start(), view.start() + view.days(), 0.0, view.width() / 2.0);
    let (period, mut found) = ticks(half, view.span(), locale);
    found.retain(|tick| tick.level > Level::Minor);
    found.iter_mut().for_each(|tick| tick.x *= 2.0);
    if period == Period::Month && view.scale().px_per_day() * 30.0 > ROOMY_MONTH {
        name_in_full(&mut found, locale);
    } else if matches!(period, Period::Month | Period::Quarter) {
        name_the_first(&mut found, locale);
    }
    found
}

/// An axis that begins within a year begins with a month: a year there would be read as its January. Where there is no
/// room for both, the year is said at the next January, if there is one.
fn name_the_first(found: &mut [Tick], locale: Locale) {
    let later = found.iter().skip(1).filter(|tick| !tick.label.is_empty());
    let (mut next, mut is_year_said) = (f64::INFINITY, false);
    for tick in later {
        next = next.min(tick.x);
        is_year_said |= tick.at.ymd().1 == 1;
    }
    let Some(first) = found.first_mut() else { return };
    let (year, month, _) = first.at.ymd();
    if month == 1 {
        return;
    }
    let (short, year) = match locale {
        Locale::En => (month_name(month, true).to_owned(), year.to_string()),
        Locale::Zh => ([&month.to_string(), "月"].concat(), [&year.to_string(), "年"].concat()),
    };
    let whole = match locale {
        Locale::En => [&short, " ", &year].concat(),
        Locale::Zh => [year, short.clone()].concat(),
    };
    if first.x + FontMetrics.width(&whole, NOTE, Weight::Regular) + 22.0 < next {
        first.label = whole;
    } else if is_year_said {
        first.label = short;
    }
}

/// Months with their whole names, the first and each January with the year.
fn name_in_full(found: &mut [Tick], locale: Locale) {
    let mut said = None;
    let xs: Vec<f64> = found.iter().map(|tick| tick.x).chain([f64::INFINITY]).collect();
    for (i, tick) in found.iter_mut().enumerate().filter(|(_, tick)| !tick.label.is_empty()) {
        let (year, month, _) = tick.at.ymd();
        let (name, short, of_year) = match locale {
            Locale::En => (month_name(month, false).to_owned(), month_name(month, true).to_owned(), year.to_string()),
            Locale::Zh => ([&month.to_string(), "月"].concat(), String::new(), [&year.to_string(), "年"].concat()),
        };
        let with_year = |name: &str| match locale {
            Locale::En => [name, " ", &of_year].concat(),
            Locale::Zh => [&of_year, name].concat(),
        };
        // A January that has no room for its name is the year.
        let names = match said == Some(year) {
            true => vec![name],
            false if month == 1 => vec![with_year(&name)],
            false => vec![with_year(&name), with_year(&short), name],
        };
        let fits = |name: &String| tick.x + FontMetrics.width(name, NOTE, Weight::Regular) + 22.0 < xs[i + 1];
        if let Some(label) = names.into_iter().find(fits) {
            let has_year = label.contains(&of_year);
            tick.label = label;
            if has_year {
                said = Some(year);
            }
        } else if month == 1 {
            said = Some(year);
        }
    }
}
