//! Dates that carry their precision: a tested subset of EDTF (ISO 8601-2, level 1).
//!
//! Read and printed: `2023`, `2023-03`, `2023-03-10`, each with `~` (about), `?` (uncertain) or `%` (both),
//! intervals `2023-08-15/2023-08-16`, and intervals open at one side, `2023-06/..` and `../2023-06`.
//! Left out until a dataset needs them: times of day, seasons, unspecified digits, years beyond four digits.

use std::fmt;
use std::str::FromStr;

use super::date::{Day, Month, Precision, TimeSpan};

/// One end of a date: a year, a month or a day, and whether it is only approximate or uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    approximate: bool,
    uncertain: bool,
}

/// A date as EDTF states it, never more exact than it was given.
///
/// ```
/// use gsi_timeline::model::{Edtf, Precision};
/// let date: Edtf = "2023-08~/2023-09".parse()?;
/// assert_eq!(date.precision(), Precision::Month);
/// assert!(date.is_approximate());
/// assert_eq!(date.to_string(), "2023-08~/2023-09");
/// # Ok::<(), gsi_timeline::model::EdtfError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// One day, month or year.
    Single(Endpoint),
    /// From the first endpoint to the last, both included.
    Interval(Endpoint, Endpoint),
    /// From an endpoint on, with no end stated: `2023-06/..`.
    OpenEnd(Endpoint),
    /// Up to an endpoint, with no start stated: `../2023-06`.
    OpenStart(Endpoint),
}

/// Why a text is not a date this program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Nothing there.
    Empty,
    /// Not of a form the subset covers.
    Malformed,
    /// The calendar has no such month or day.
    NoSuchDay,
    /// The interval ends before it starts.
    EndsBeforeStart,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the date is empty",
            Self::Malformed => "not a date such as 2023, 2023-03, 2023-03-10 or 2023-08/2023-09",
            Self::NoSuchDay => "the calendar has no such day",
            Self::EndsBeforeStart => "the interval ends before it starts",
        })
    }
}

impl std::error::Error for EdtfError {}

impl Endpoint {
    /// The year, always known.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1–12, where it is known.
    pub fn month(self) -> Option<u32> {
        self.month
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u32> {
        self.day
    }

    /// Whether it is marked `~` or `%`.
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Whether it is marked `?` or `%`.
    pub fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// The unit this endpoint is known to.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    /// All the days it may mean.
    pub fn span(self) -> TimeSpan {
        match (self.month, self.day) {
            (None, _) => TimeSpan::new(Month::new(self.year, 1).first_day(), Month::new(self.year + 1, 1).first_day()),
            (Some(month), None) => Month::new(self.year, month).span(),
            (Some(month), Some(day)) => {
                let day = Day::from_ymd(self.year, month, day).unwrap_or(Month::new(self.year, month).first_day());
                TimeSpan::new(day, day.plus(1))
            }
        }
    }
}

impl Edtf {
    /// A year and no more.
    pub(crate) fn of_year(year: i32) -> Self {
        Self::Single(Endpoint { year, month: None, day: None, approximate: false, uncertain: false })
    }

    /// The first day it may mean, [`Day::FAR_PAST`] where the start is open.
    pub fn earliest(self) -> Day {
        self.span().start()
    }

    /// The last day it may mean.
    pub fn latest(self) -> Day {
        self.span().last()
    }

    /// All the days it may mean, the open side reaching to the far past or future.
    pub fn span(self) -> TimeSpan {
        match self {
            Self::Single(at) => at.span(),
            Self::Interval(from, to) => TimeSpan::new(from.span().start(), to.span().end()),
            Self::OpenEnd(from) => TimeSpan::new(from.span().start(), Day::FAR_FUTURE),
            Self::OpenStart(to) => TimeSpan::new(Day::FAR_PAST, to.span().end()),
        }
    }

    /// The unit it is known to: for an interval, that of its less exact end.
    pub fn precision(self) -> Precision {
        match self {
            Self::Single(at) | Self::OpenEnd(at) | Self::OpenStart(at) => at.precision(),
            Self::Interval(from, to) => from.precision().max(to.precision()),
        }
    }

    /// The endpoint the date is counted at: its start, or its end where the start is open.
    pub fn anchor(self) -> Endpoint {
        match self {
            Self::Single(at) | Self::OpenEnd(at) | Self::OpenStart(at) | Self::Interval(at, _) => at,
        }
    }

    /// Whether it runs from one endpoint to another, or on without end.
    pub fn is_interval(self) -> bool {
        !matches!(self, Self::Single(_))
    }

    /// Whether any end is marked as approximate.
    pub fn is_approximate(self) -> bool {
        self.any(Endpoint::is_approximate)
    }

    /// Whether any end is marked as uncertain.
    pub fn is_uncertain(self) -> bool {
        self.any(Endpoint::is_uncertain)
    }

    /// Whether the date is a single known day.
    pub fn is_exact_day(self) -> bool {
        matches!(self, Self::Single(at) if at.precision() == Precision::Day && !at.approximate && !at.uncertain)
    }

    fn any(self, test: fn(Endpoint) -> bool) -> bool {
        match self {
            Self::Single(at) | Self::OpenEnd(at) | Self::OpenStart(at) => test(at),
            Self::Interval(from, to) => test(from) || test(to),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        if text.is_empty() {
            return Err(EdtfError::Empty);
        }
        let Some((from, to)) = text.split_once('/') else {
            return Ok(Self::Single(text.parse()?));
        };
        match (from, to) {
            ("..", "..") => Err(EdtfError::Malformed),
            (from, "..") => Ok(Self::OpenEnd(from.parse()?)),
            ("..", to) => Ok(Self::OpenStart(to.parse()?)),
            (from, to) => {
                let (from, to): (Endpoint, Endpoint) = (from.parse()?, to.parse()?);
                if to.span().last() < from.span().start() {
                    return Err(EdtfError::EndsBeforeStart);
                }
                Ok(Self::Interval(from, to))
            }
        }
    }
}

impl FromStr for Endpoint {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let (approximate, uncertain) = match text.as_bytes().last() {
            Some(b'~') => (true, false),
            Some(b'?') => (false, true),
            Some(b'%') => (true, true),
            Some(_) => (false, false),
            None => return Err(EdtfError::Empty),
        };
        let n_marks = usize::from(approximate || uncertain);
        let mut parts = text.get(..text.len() - n_marks).unwrap_or_default().split('-');
        let mut next = |width: usize| -> Result<Option<u32>, EdtfError> {
            let Some(part) = parts.next() else { return Ok(None) };
            if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(EdtfError::Malformed);
            }
            part.parse().map(Some).map_err(|_| EdtfError::Malformed)
        };
        let year = next(4)?.ok_or(EdtfError::Malformed)? as i32;
        let (month, day) = (next(2)?, next(2)?);
        if parts.next().is_some() {
            return Err(EdtfError::Malformed);
        }
        Day::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or(EdtfError::NoSuchDay)?;
        Ok(Self { year, month, day, approximate, uncertain })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match (self.approximate, self.uncertain) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("~"),
            (false, true) => f.write_str("?"),
            (false, false) => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single(at) => at.fmt(f),
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
            Self::OpenEnd(from) => write!(f, "{from}/.."),
            Self::OpenStart(to) => write!(f, "../{to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, precision: Precision, earliest: (i32, u32, u32), latest: (i32, u32, u32)) {
        let date: Edtf = text.parse().expect("a date of the subset");
        assert_eq!(date.to_string(), text, "prints as it was read");
        assert_eq!(date.precision(), precision, "{text}");
        assert_eq!(date.earliest().ymd(), earliest, "{text}");
        assert_eq!(date.latest().ymd(), latest, "{text}");
    }

    #[test]
    fn reads_every_form_of_the_subset() {
        check("2023-03-10", Precision::Day, (2023, 3, 10), (2023, 3, 10));
        check("2024-02", Precision::Month, (2024, 2, 1), (2024, 2, 29));
        check("1963", Precision::Year, (1963, 1, 1), (1963, 12, 31));
        check("2013-12~", Precision::Month, (2013, 12, 1), (2013, 12, 31));
        check("2023?", Precision::Year, (2023, 1, 1), (2023, 12, 31));
        check("2023-05%", Precision::Month, (2023, 5, 1), (2023, 5, 31));
        check("2023-08-15/2023-08-16", Precision::Day, (2023, 8, 15), (2023, 8, 16));
        check("2023-08~/2023-09~", Precision::Month, (2023, 8, 1), (2023, 9, 30));
        check("2022/2023-03-10", Precision::Year, (2022, 1, 1), (2023, 3, 10));
    }

    #[test]
    fn an_open_side_reaches_far_and_keeps_the_stated_end() {
        let from: Edtf = "2023-06/..".parse().expect("open end");
        assert_eq!((from.earliest().ymd(), from.span().end()), ((2023, 6, 1), Day::FAR_FUTURE));
        let to: Edtf = "../2023-06".parse().expect("open start");
        assert_eq!((to.span().start(), to.latest().ymd()), (Day::FAR_PAST, (2023, 6, 30)));
        assert_eq!((from.to_string(), to.to_string()), ("2023-06/..".into(), "../2023-06".into()));
    }

    #[test]
    fn says_what_is_wrong_with_the_rest() {
        for (text, error) in [
            ("", EdtfError::Empty),
            ("/2023", EdtfError::Empty),
            ("2023-3", EdtfError::Malformed),
            ("23-03", EdtfError::Malformed),
            ("2023-03-10-01", EdtfError::Malformed),
            ("March 2023", EdtfError::Malformed),
            ("+023", EdtfError::Malformed),
            ("2023-03/", EdtfError::Empty),
            ("../..", EdtfError::Malformed),
            ("2023-13", EdtfError::NoSuchDay),
            ("2023-02-30", EdtfError::NoSuchDay),
            ("2023-05/2023-04", EdtfError::EndsBeforeStart),
            ("二〇二三", EdtfError::Malformed),
            ("2023-03～", EdtfError::Malformed),
        ] {
            assert_eq!(text.parse::<Edtf>(), Err(error), "{text:?}");
        }
    }

    #[test]
    fn a_known_day_is_exact_only_when_nothing_is_doubtful() {
        let exact = |text: &str| text.parse::<Edtf>().map(Edtf::is_exact_day);
        assert_eq!(exact("2023-03-10"), Ok(true));
        assert_eq!(exact("2023-03-10~"), Ok(false));
        assert_eq!(exact("2023-03"), Ok(false));
        assert_eq!(exact("2023-03-10/2023-03-11"), Ok(false));
    }
}
