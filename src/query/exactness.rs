//! How exactly a date is known, as people ask for it.

use crate::model::{Edtf, Precision};

/// One thing to say about how well a date is known. An event may have two of them: a span of time, and only about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// One known day.
    Day,
    /// One month.
    Month,
    /// One year.
    Year,
    /// From one date to another, or with an open end.
    Span,
    /// Approximate or uncertain, whatever else it is.
    About,
}

impl Exactness {
    /// The most exact first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Month, Self::Year, Self::Span, Self::About];

    /// The word used in URLs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Span => "span",
            Self::About => "about",
        }
    }

    /// Whether it can be said of a date.
    pub fn is_of(self, date: Edtf) -> bool {
        let single = |precision| !date.is_interval() && date.precision() == precision;
        match self {
            Self::Day => single(Precision::Day),
            Self::Month => single(Precision::Month),
            Self::Year => single(Precision::Year),
            Self::Span => date.is_interval(),
            Self::About => date.is_approximate() || date.is_uncertain(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_is_a_day_a_month_a_year_or_a_span_and_perhaps_about() {
        let of = |date: &str| -> Vec<&str> {
            let date = date.parse().expect("a date of the subset");
            Exactness::ALL.into_iter().filter(|e| e.is_of(date)).map(Exactness::slug).collect()
        };
        assert_eq!(of("2023-03-10"), ["day"]);
        assert_eq!(of("2023-03"), ["month"]);
        assert_eq!(of("2023"), ["year"]);
        assert_eq!(of("2013-12~"), ["month", "about"]);
        assert_eq!(of("2023?"), ["year", "about"]);
        assert_eq!(of("2023-08-15/2023-08-16"), ["span"]);
        assert_eq!(of("2023-10/.."), ["span"]);
        assert_eq!(of("2023-08~/2023-09~"), ["span", "about"]);
    }
}
