//! Days, months and half-open spans of days: the arithmetic under every date.

use chrono::{Datelike as _, NaiveDate};

/// The first day of 1970, from which [`Day`] counts.
const EPOCH_DAYS_FROM_CE: i32 = 719_163;

/// A calendar day, as days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// Before every date a dataset may hold: the start of an interval that is open at its start.
    pub const FAR_PAST: Self = Self(-4_000_000);
    /// After every date a dataset may hold.
    pub const FAR_FUTURE: Self = Self(4_000_000);

    /// The day of a calendar date, or `None` where the calendar has no such day.
    ///
    /// ```
    /// use gsi_timeline::model::Day;
    /// assert_eq!(Day::from_ymd(1970, 1, 2), Some(Day(1)));
    /// assert_eq!(Day::from_ymd(2023, 2, 29), None);
    /// ```
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self(date.num_days_from_ce() - EPOCH_DAYS_FROM_CE))
    }

    /// Year, month 1–12 and day of month 1–31; the far ends are clamped into the calendar.
    pub fn ymd(self) -> (i32, u32, u32) {
        let days = self.0.clamp(Self::FAR_PAST.0, Self::FAR_FUTURE.0) + EPOCH_DAYS_FROM_CE;
        let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        (date.year(), date.month(), date.day())
    }

    /// The month this day lies in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month::new(year, month)
    }

    /// The day `n` days later, or earlier where `n` is negative.
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self(self.0 + n)
    }
}

/// A calendar month, counted in months since January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

impl Month {
    /// The month `month` (1–12, clamped) of `year`.
    pub fn new(year: i32, month: u32) -> Self {
        Self(year * 12 + month.clamp(1, 12) as i32 - 1)
    }

    /// The year this month belongs to.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1–12.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::from_ymd(self.year(), self.number(), 1).unwrap_or(Day::FAR_PAST)
    }

    /// The month `n` months later.
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self(self.0 + n)
    }

    /// All its days.
    pub fn span(self) -> TimeSpan {
        TimeSpan::new(self.first_day(), self.plus(1).first_day())
    }
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Precision {
    /// Every precision, finest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// The word used in data, URLs and reports.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// The days from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan {
    start: Day,
    end: Day,
}

impl TimeSpan {
    /// The span `[start, end)`; where `end` is not after `start` it is the single day `start`.
    pub fn new(start: Day, end: Day) -> Self {
        Self { start, end: end.max(start.plus(1)) }
    }

    /// The first day inside.
    pub fn start(self) -> Day {
        self.start
    }

    /// The first day after.
    pub fn end(self) -> Day {
        self.end
    }

    /// The last day inside.
    pub fn last(self) -> Day {
        self.end.plus(-1)
    }

    /// How many days it holds, at least 1.
    pub fn days(self) -> i32 {
        self.end.0 - self.start.0
    }

    /// Whether the two share a day.
    ///
    /// This is the rule for vague dates: an event known to a month matches every range that its month overlaps.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part inside `bounds`, or the nearest single day of it where nothing is inside.
    #[must_use]
    pub fn clamped(self, bounds: Self) -> Self {
        let start = self.start.clamp(bounds.start, bounds.last());
        Self::new(start, self.end.min(bounds.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd(y, m, d).expect("a date of the calendar")
    }

    #[test]
    fn days_and_calendar_dates_are_inverse() {
        for n in [-719_000, -1, 0, 1, 59, 60, 19_430, 100_000] {
            let (y, m, d) = Day(n).ymd();
            assert_eq!(day(y, m, d), Day(n));
        }
    }

    #[test]
    fn months_know_their_days_across_leap_years_and_years_before_zero() {
        assert_eq!(Month::new(2024, 2).span().days(), 29);
        assert_eq!(Month::new(2023, 2).span().days(), 28);
        assert_eq!(Month::new(2023, 12).plus(1), Month::new(2024, 1));
        assert_eq!(Month::new(-1, 12).plus(1), Month::new(0, 1));
    }

    #[test]
    fn a_month_overlaps_any_range_that_shares_a_day_with_it() {
        let march = Month::new(2023, 3).span();
        assert!(march.overlaps(TimeSpan::new(day(2023, 3, 31), day(2023, 5, 1))));
        assert!(march.overlaps(TimeSpan::new(day(2023, 1, 1), day(2023, 3, 2))));
        assert!(!march.overlaps(TimeSpan::new(day(2023, 4, 1), day(2023, 5, 1))));
        assert!(!march.overlaps(TimeSpan::new(day(2023, 1, 1), day(2023, 3, 1))));
    }

    #[test]
    fn clamping_leaves_at_least_a_day_inside_the_bounds() {
        let year = TimeSpan::new(day(2023, 1, 1), day(2024, 1, 1));
        let before = TimeSpan::new(day(2020, 1, 1), day(2021, 1, 1));
        let after = TimeSpan::new(day(2030, 1, 1), day(2031, 1, 1));
        for span in [before, after, year] {
            assert!(year.contains(span.clamped(year)), "{span:?}");
        }
    }
}
