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
    }
    found
}

/// Months with their whole names, the first and each January with the year.
fn name_in_full(found: &mut [Tick], locale: Locale) {
    let mut said = None;
    let xs: Vec<f64> = found.iter().map(|tick| tick.x).chain([f64::INFINITY]).collect();
    for (i, tick) in found.iter_mut().enumerate().filter(|(_, tick)| !tick.label.is_empty()) {
        let (year, month, _) = tick.at.ymd();
        let with_year = said != Some(year);
        let label = match (locale, with_year) {
            (Locale::En, true) => [month_name(month, false), " ", &year.to_string()].concat(),
            (Locale::En, false) => month_name(month, false).to_owned(),
            (Locale::Zh, true) => [&year.to_string(), "年", &month.to_string(), "月"].concat(),
            (Locale::Zh, false) => [&month.to_string(), "月"].concat(),
        };
        if tick.x + FontMetrics.width(&label, NOTE, Weight::Regular) + 22.0 < xs[i + 1] {
            tick.label = label;
            said = Some(year);
        }
    }
}
