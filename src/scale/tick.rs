//! Calendar ticks: a table of periods, and the finest of them whose labels fit.

use super::{FontMetrics, TextMeasure as _, TimeScale};
use crate::i18n::month_name;
use crate::model::{Day, Locale, Month, TimeSpan};
use crate::scene::Weight;

/// Clear px that a label keeps to the next tick.
const LABEL_CLEARANCE: f64 = 10.0;

/// px between the end of a label and the beginning of the next.
const MIN_LABEL_GAP: f64 = 6.0;

/// Size of a label, px.
const LABEL_SIZE: f64 = 12.0;

/// Mean days of a year, for estimating how many ticks a period gives.
const DAYS_PER_YEAR: f64 = 365.25;

/// The most ticks one axis ever draws, whatever the span: a bound on work, far past what can be read.
const MAX_TICKS: i32 = 800;

/// How strongly a tick is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Grid line only.
    Minor,
    /// Grid line, labelled.
    Labelled,
    /// Begins a larger period: year, decade or century; labelled in ink.
    Major,
}

/// The step between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One day.
    Day,
    /// Seven days, from the first of the month: 1, 8, 15, 22.
    Week,
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// One year.
    Year,
    /// Five years.
    Lustrum,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Each labelled period, its mean days, the px its widest label takes in English and in Chinese,
/// and the finer period whose bare grid lines stand between its ticks.
const TABLE: [(Period, f64, [f64; 2], Period); 8] = [
    (Period::Day, 1.0, [40.0, 36.0], Period::Day),
    (Period::Week, 7.0, [46.0, 46.0], Period::Day),
    (Period::Month, DAYS_PER_YEAR / 12.0, [26.0, 30.0], Period::Week),
    (Period::Quarter, DAYS_PER_YEAR / 4.0, [26.0, 30.0], Period::Month),
    (Period::Year, DAYS_PER_YEAR, [30.0, 42.0], Period::Quarter),
    (Period::Lustrum, DAYS_PER_YEAR * 5.0, [30.0, 42.0], Period::Year),
    (Period::Decade, DAYS_PER_YEAR * 10.0, [30.0, 42.0], Period::Year),
    (Period::Century, DAYS_PER_YEAR * 100.0, [30.0, 42.0], Period::Decade),
];

/// The least px between two bare grid lines.
const MIN_MINOR_GAP: f64 = 9.0;

/// A place on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The day it stands at.
    pub at: Day,
    /// Its place, px.
    pub x: f64,
    /// How it is drawn.
    pub level: Level,
    /// Its words; empty where it has none.
    pub label: String,
}

impl Period {
    /// The first tick of this period at or before a day.
    pub fn floor(self, day: Day) -> Day {
        let (year, month, d) = day.ymd();
        let january = |year: i32| Month::new(year, 1).first_day();
        match self {
            Self::Day => day,
            Self::Week => Month::new(year, month).first_day().plus((((d - 1) / 7).min(3) * 7) as i32),
            Self::Month => Month::new(year, month).first_day(),
            Self::Quarter => Month::new(year, (month - 1) / 3 * 3 + 1).first_day(),
            Self::Year => january(year),
            Self::Lustrum => january(year.div_euclid(5) * 5),
            Self::Decade => january(year.div_euclid(10) * 10),
            Self::Century => january(year.div_euclid(100) * 100),
        }
    }

    /// The first tick of this period after a tick of it.
    pub fn next(self, tick: Day) -> Day {
        let month = tick.month();
        match self {
            Self::Day => tick.plus(1),
            // The fourth week of a month runs to its end.
            Self::Week => {
                let next = tick.plus(7);
                if next.month() == month && next.ymd().2 <= 22 { next } else { month.plus(1).first_day() }
            }
            Self::Month => month.plus(1).first_day(),
            Self::Quarter => month.plus(3).first_day(),
            Self::Year => month.plus(12).first_day(),
            Self::Lustrum => month.plus(60).first_day(),
            Self::Decade => month.plus(120).first_day(),
            Self::Century => month.plus(1200).first_day(),
        }
    }

    fn is_major(self, tick: Day) -> bool {
        let (year, month, day) = tick.ymd();
        let new_year = month == 1 && day == 1;
        match self {
            Self::Day | Self::Week => day == 1,
            Self::Month | Self::Quarter => new_year,
            Self::Year => false,
            Self::Lustrum | Self::Decade => year.rem_euclid(10) == 0,
            Self::Century => true,
        }
    }

    fn label(self, tick: Day, locale: Locale) -> String {
        let (year, month, day) = tick.ymd();
        match (self, locale) {
            (Self::Day | Self::Week, _) if day != 1 => match locale {
                Locale::En => day.to_string(),
                Locale::Zh => format!("{day}日"),
            },
            (Self::Day | Self::Week | Self::Month | Self::Quarter, Locale::En) => match month {
                1 => year.to_string(),
                _ => month_name(month, true).to_owned(),
            },
            (Self::Day | Self::Week | Self::Month | Self::Quarter, Locale::Zh) => match month {
                1 => format!("{year}年"),
                _ => format!("{month}月"),
            },
            (_, Locale::En) => year.to_string(),
            (_, Locale::Zh) => format!("{year}年"),
        }
    }

    fn entry(self) -> &'static (Self, f64, [f64; 2], Self) {
        TABLE.iter().find(|entry| entry.0 == self).unwrap_or(&TABLE[0])
    }
}

/// The ticks that fall inside `span`, in time order, labelled by the finest period whose labels fit.
///
/// A tick before the span that names the year or month the span begins in is moved to its start,
/// so that the first label of an axis always says the year.
pub fn ticks(scale: TimeScale, span: TimeSpan, locale: Locale) -> (Period, Vec<Tick>) {
    let language = match locale {
        Locale::En => 0,
        Locale::Zh => 1,
    };
    let fits = |(_, days, px, _): &&(Period, f64, [f64; 2], Period)| {
        days * scale.px_per_day() >= px[language] + LABEL_CLEARANCE
    };
    let &(period, _, _, minor) = TABLE.iter().find(fits).unwrap_or(&TABLE[TABLE.len() - 1]);
    let minor = if minor.entry().1 * scale.px_per_day() >= MIN_MINOR_GAP { minor } else { period };
    let mut out = Vec::new();
    let mut at = minor.floor(span.start());
    let mut labelled = period.floor(span.start());
    for _ in 0..MAX_TICKS {
        if at >= span.end() {
            break;
        }
        while labelled < at {
            labelled = period.next(labelled);
        }
        if at >= span.start() {
            let is_labelled = at == labelled;
            let level = match (is_labelled, is_labelled && period.is_major(at)) {
                (false, _) => Level::Minor,
                (true, false) => Level::Labelled,
                (true, true) => Level::Major,
            };
            let label = if is_labelled { period.label(at, locale) } else { String::new() };
            out.push(Tick { at, x: scale.x_from(at), level, label });
        }
        at = minor.next(at);
    }
    name_the_start(&mut out, scale, span, period, locale);
    part_labels(&mut out);
    (period, out)
}

/// Where no labelled tick says the year, puts it at the start.
fn name_the_start(ticks: &mut Vec<Tick>, scale: TimeScale, span: TimeSpan, period: Period, locale: Locale) {
    let context = match period {
        Period::Day | Period::Week => Period::Month,
        Period::Month | Period::Quarter => Period::Year,
        // An axis too narrow for any of its periods' labels still says where it begins.
        Period::Decade | Period::Century if ticks.iter().all(|t| t.label.is_empty()) => Period::Year,
        Period::Year | Period::Lustrum | Period::Decade | Period::Century => return,
    };
    let at = span.start();
    if context.floor(at) == at {
        return;
    }
    let (year, month, _) = at.ymd();
    let label = match (context, locale) {
        (Period::Month, Locale::En) => format!("{} {year}", month_name(month, true)),
        (Period::Month, Locale::Zh) => format!("{year}年{month}月"),
        (_, Locale::En) => year.to_string(),
        (_, Locale::Zh) => format!("{year}年"),
    };
    let tick = Tick { at, x: scale.x_from(at), level: Level::Major, label };
    match ticks.first_mut() {
        Some(first) if first.at == at => *first = tick,
        _ => ticks.insert(0, tick),
    }
}

/// Takes away labels that would run into one another: a year outweighs a month, else the earlier stays.
fn part_labels(ticks: &mut [Tick]) {
    let end = |tick: &Tick| {
        let weight = if tick.level == Level::Major { Weight::Strong } else { Weight::Regular };
        tick.x + FontMetrics.width(&tick.label, LABEL_SIZE, weight) + MIN_LABEL_GAP
    };
    let mut last: Option<usize> = None;
    for i in 0..ticks.len() {
        if ticks[i].label.is_empty() {
            continue;
        }
        let loser = match last {
            Some(before) if end(&ticks[before]) > ticks[i].x => {
                if ticks[i].level == Level::Major && ticks[before].level != Level::Major { before } else { i }
            }
            _ => {
                last = Some(i);
                continue;
            }
        };
        ticks[loser].label.clear();
        ticks[loser].level = Level::Minor;
        if loser != i {
            last = Some(i);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd(y, m, d).expect("a date of the calendar")
    }

    #[track_caller]
    fn check(from: Day, to: Day, width: f64, locale: Locale, period: Period, labels: &[&str]) {
        let span = TimeSpan::new(from, to);
        let (found, ticks) = ticks(TimeScale::fitting(span, width), span, locale);
        let words: Vec<&str> = ticks.iter().map(|t| t.label.as_str()).filter(|l| !l.is_empty()).collect();
        assert_eq!((found, words.as_slice()), (period, labels));
    }

    #[test]
    fn labels_are_as_fine_as_they_fit() {
        let (y23, y24) = (day(2023, 1, 1), day(2024, 1, 1));
        let months = ["2023", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        check(y23, y24, 735.0, Locale::En, Period::Month, &months);
        check(y23, y24, 300.0, Locale::Zh, Period::Quarter, &["2023年", "4月", "7月", "10月"]);
        check(day(2020, 1, 1), y24, 200.0, Locale::En, Period::Year, &["2020", "2021", "2022", "2023"]);
        check(
            day(1963, 1, 1),
            y24,
            400.0,
            Locale::En,
            Period::Decade,
            &["1970", "1980", "1990", "2000", "2010", "2020"],
        );
        check(day(2023, 3, 1), day(2023, 3, 5), 600.0, Locale::En, Period::Day, &["Mar", "2", "3", "4"]);
    }

    #[test]
    fn an_axis_that_starts_within_a_year_says_the_year_first() {
        check(
            day(2023, 3, 1),
            day(2023, 9, 1),
            600.0,
            Locale::En,
            Period::Month,
            &["2023", "Apr", "May", "Jun", "Jul", "Aug"],
        );
    }

    #[test]
    fn ticks_are_bounded_and_in_order_whatever_the_span() {
        for (days, width) in [(3, 10_000.0), (400, 900.0), (100_000, 900.0), (3_000_000, 50.0)] {
            let span = TimeSpan::new(Day(0), Day(days));
            let (_, ticks) = ticks(TimeScale::fitting(span, width), span, Locale::En);
            assert!(ticks.len() <= MAX_TICKS as usize + 1);
            assert!(ticks.windows(2).all(|w| w[0].x < w[1].x), "{days} days on {width} px");
        }
    }

    #[test]
    fn weeks_restart_with_each_month() {
        let mut tick = day(2023, 1, 1);
        let mut days = Vec::new();
        for _ in 0..6 {
            days.push(tick.ymd().2);
            tick = Period::Week.next(tick);
        }
        assert_eq!(days, [1, 8, 15, 22, 1, 8]);
        assert_eq!(Period::Week.floor(day(2023, 1, 31)), day(2023, 1, 22));
    }
}
