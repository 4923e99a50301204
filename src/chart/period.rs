//! The periods a chart counts in: months, quarters, years or decades, by how long the days in view are.

use crate::model::{Day, Event, Precision, TimeSpan};
use crate::scale::Period;

/// Up to this many days (nine months) are counted by month.
const MOST_DAYS_BY_MONTH: i32 = 276;

/// Up to this many days (five years) are counted by quarter.
const MOST_DAYS_BY_QUARTER: i32 = 5 * 366;

/// Up to this many days (forty years) are counted by year; longer spans by decade.
const MOST_DAYS_BY_YEAR: i32 = 40 * 366;

/// The most periods one chart draws: a bound on work. What starts before the first of them counts as earlier.
const MAX_PERIODS: usize = 60;

/// How long one period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
}

impl Unit {
    /// The unit that suits a span.
    pub fn of(span: TimeSpan) -> Self {
        match span.days() {
            days if days <= MOST_DAYS_BY_MONTH => Self::Month,
            days if days <= MOST_DAYS_BY_QUARTER => Self::Quarter,
            days if days <= MOST_DAYS_BY_YEAR => Self::Year,
            _ => Self::Decade,
        }
    }

    /// Whether the year of a period is said in a row of its own.
    pub fn is_within_a_year(self) -> bool {
        match self {
            Self::Month | Self::Quarter => true,
            Self::Year | Self::Decade => false,
        }
    }

    /// The first day of the period that a day lies in.
    pub fn floor(self, day: Day) -> Day {
        self.calendar().floor(day)
    }

    fn calendar(self) -> Period {
        match self {
            Self::Month => Period::Month,
            Self::Quarter => Period::Quarter,
            Self::Year => Period::Year,
            Self::Decade => Period::Decade,
        }
    }
}

/// Where an event is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// It started before the first period.
    Earlier,
    /// In the period of this place.
    At(usize),
    /// Its start is known only to the year, which is too vague for these periods.
    YearOnly,
}

/// Consecutive periods that cover the days in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// How long each is.
    pub unit: Unit,
    /// The days of each, whole calendar periods in time order; never empty.
    pub spans: Vec<TimeSpan>,
}

impl Periods {
    /// The periods that hold a day of `span`, the last 60 where there are more.
    ///
    /// Only the days in view are covered, even where an event started before them: of the time before,
    /// the selection holds just what reaches into view, and a bar for it would say too little.
    pub fn covering(span: TimeSpan) -> Self {
        Self::of(Unit::of(span), span)
    }

    /// The periods of a unit that hold a day of `span`, the last 60 where there are more.
    pub fn of(unit: Unit, span: TimeSpan) -> Self {
        let calendar = unit.calendar();
        let mut spans = Vec::new();
        let mut end = calendar.next(calendar.floor(span.last()));
        while span.start() < end && spans.len() < MAX_PERIODS {
            let start = calendar.floor(end.plus(-1));
            spans.push(TimeSpan::new(start, end));
            end = start;
        }
        spans.reverse();
        Self { unit, spans }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.spans.len()
    }

    /// The first day of the period of a place.
    pub fn start(&self, place: usize) -> Day {
        self.spans[place].start()
    }

    /// Where an event is counted: in the period it starts in, or in that of its end where its start is open.
    pub fn slot(&self, event: &Event) -> Slot {
        let anchor = event.date.anchor();
        let start = anchor.span().start();
        let is_vague = anchor.precision() == Precision::Year && self.unit.is_within_a_year();
        if is_vague && anchor.span().end() > self.start(0) {
            return Slot::YearOnly;
        }
        // Past the last period lies only the end of an interval whose start is not stated.
        let place = self.spans.partition_point(|span| span.end() <= start);
        let holds = self.spans.get(place).is_some_and(|span| span.start() <= start);
        if holds { Slot::At(place) } else { Slot::Earlier }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> TimeSpan {
        let date: crate::model::Edtf = format!("{from}/{to}").parse().expect("an interval");
        date.span()
    }

    #[track_caller]
    fn check(from: &str, to: &str, unit: Unit, n: usize, first: (i32, u32, u32)) {
        let periods = Periods::covering(span(from, to));
        assert_eq!((periods.unit, periods.count(), periods.start(0).ymd()), (unit, n, first));
    }

    #[test]
    fn the_longer_the_span_the_longer_the_period() {
        check("2023-03-05", "2023-06", Unit::Month, 4, (2023, 3, 1));
        check("2023-01", "2023-09", Unit::Month, 9, (2023, 1, 1));
        check("2022-01", "2024-06", Unit::Quarter, 10, (2022, 1, 1));
        check("2022-02-15", "2023", Unit::Quarter, 8, (2022, 1, 1));
        check("2010", "2024", Unit::Year, 15, (2010, 1, 1));
        check("1963", "2024", Unit::Decade, 7, (1960, 1, 1));
    }

    #[test]
    fn periods_are_consecutive_and_bounded() {
        for (from, to) in [("2023", "2023"), ("0001", "9998"), ("2023-05-05", "2023-05-06")] {
            let periods = Periods::covering(span(from, to));
            assert!((1..=MAX_PERIODS).contains(&periods.count()), "{from}/{to}");
            assert!(periods.spans.windows(2).all(|w| w[0].end() == w[1].start()), "{from}/{to}");
        }
    }
}
