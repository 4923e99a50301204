//! Dates and numbers in words: the one formatter, never more exact than the date.

use crate::model::{Day, Edtf, Endpoint, Locale, Month, TimeSpan};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `10 March 2023`, `2023年3月10日`.
    Full,
    /// Months shortened in English, the year kept: `10 Mar 2023`, `2023年3月10日`.
    Medium,
    /// Without the year, where the surroundings say it: `10 Mar`, `3月10日`. A date known to the year keeps it.
    Short,
}

/// The English name of a month, 1–12, whole or cut to three letters.
pub fn month_name(month: u32, short: bool) -> &'static str {
    let name = MONTHS[(month.clamp(1, 12) - 1) as usize];
    if short { name.get(..3).unwrap_or(name) } else { name }
}

/// A date in words.
///
/// ```
/// use gsi_timeline::i18n::{date_words, DateStyle};
/// use gsi_timeline::model::Locale;
/// let date = "2023-08-15/2023-08-16".parse()?;
/// assert_eq!(date_words(date, Locale::En, DateStyle::Full), "15–16 August 2023");
/// assert_eq!(date_words(date, Locale::Zh, DateStyle::Full), "2023年8月15日至16日");
/// # Ok::<(), gsi_timeline::model::EdtfError>(())
/// ```
pub fn date_words(date: Edtf, locale: Locale, style: DateStyle) -> String {
    let words = match (date, locale) {
        (Edtf::Single(at), _) => endpoint(at, locale, style),
        (Edtf::Interval(from, to), Locale::En) => interval_en(from, to, style),
        (Edtf::Interval(from, to), Locale::Zh) => interval_zh(from, to, style),
        (Edtf::OpenEnd(from), Locale::En) => format!("from {}", endpoint(from, locale, style)),
        (Edtf::OpenEnd(from), Locale::Zh) => format!("{}起", endpoint(from, locale, style)),
        (Edtf::OpenStart(to), Locale::En) => format!("until {}", endpoint(to, locale, style)),
        (Edtf::OpenStart(to), Locale::Zh) => format!("至{}", endpoint(to, locale, style)),
    };
    let words = match (date.is_approximate(), locale) {
        (false, _) => words,
        (true, Locale::En) => format!("about {words}"),
        (true, Locale::Zh) => format!("约{words}"),
    };
    match (date.is_uncertain(), locale) {
        (false, _) => words,
        (true, Locale::En) => format!("{words} (uncertain)"),
        (true, Locale::Zh) => format!("{words}（存疑）"),
    }
}

fn endpoint(at: Endpoint, locale: Locale, style: DateStyle) -> String {
    let year = at.year();
    let with_year = style != DateStyle::Short;
    match (locale, at.month(), at.day()) {
        (Locale::En, None, _) => year.to_string(),
        (Locale::Zh, None, _) => format!("{year}年"),
        (Locale::En, Some(month), day) => {
            let day = day.map_or(String::new(), |d| format!("{d} "));
            let year = if with_year { format!(" {year}") } else { String::new() };
            format!("{day}{}{year}", month_name(month, style != DateStyle::Full))
        }
        (Locale::Zh, Some(month), day) => {
            let year = if with_year { format!("{year}年") } else { String::new() };
            format!("{year}{month}月{}", day.map_or(String::new(), |d| format!("{d}日")))
        }
    }
}

fn interval_en(from: Endpoint, to: Endpoint, style: DateStyle) -> String {
    let same_year = from.year() == to.year();
    let short = style != DateStyle::Full;
    match (from.month(), to.month(), from.day(), to.day()) {
        (Some(m), Some(n), Some(d), Some(_)) if same_year && m == n => {
            format!("{d}–{}", endpoint(to, Locale::En, style))
        }
        (Some(m), Some(_), Some(d), Some(_)) if same_year => {
            format!("{d} {} – {}", month_name(m, short), endpoint(to, Locale::En, style))
        }
        (Some(m), Some(_), None, None) if same_year => {
            format!("{}–{}", month_name(m, short), endpoint(to, Locale::En, style))
        }
        (None, None, ..) => format!("{}–{}", from.year(), to.year()),
        // The years differ, so they must be said.
        _ => {
            let style = if short { DateStyle::Medium } else { DateStyle::Full };
            format!("{} – {}", endpoint(from, Locale::En, style), endpoint(to, Locale::En, style))
        }
    }
}

fn interval_zh(from: Endpoint, to: Endpoint, style: DateStyle) -> String {
    if from.year() != to.year() {
        let style = if style == DateStyle::Short { DateStyle::Medium } else { style };
        return format!("{}至{}", endpoint(from, Locale::Zh, style), endpoint(to, Locale::Zh, style));
    }
    let start = endpoint(from, Locale::Zh, style);
    match (from.month(), to.month(), to.day()) {
        (Some(m), Some(n), Some(d)) if m == n && from.day().is_some() => format!("{start}至{d}日"),
        (Some(_), Some(_), _) => format!("{start}至{}", endpoint(to, Locale::Zh, DateStyle::Short)),
        _ => format!("{start}至{}", endpoint(to, Locale::Zh, style)),
    }
}

/// A range of days in words, as short as it can be said: `2023`, `March–June 2023`, `5 March – 20 June 2023`.
pub fn span_words(span: TimeSpan, locale: Locale) -> String {
    span_edtf(span).map_or(String::new(), |date| date_words(date, locale, DateStyle::Full))
}

/// The coarsest date that means exactly these days.
pub fn span_edtf(span: TimeSpan) -> Option<Edtf> {
    span_text(span, "/").parse().ok()
}

/// The coarsest text that means exactly these days, its two ends joined by `separator`: `2023`, `2023-03..2023-06`.
pub fn span_text(span: TimeSpan, separator: &str) -> String {
    let (start, end) = (span.start(), span.end());
    let ((y0, m0, d0), (y1, m1, d1)) = (start.ymd(), end.ymd());
    let whole_years = (m0, d0, m1, d1) == (1, 1, 1, 1);
    let whole_months = (d0, d1) == (1, 1);
    let (from, to) = if whole_years {
        (format!("{y0:04}"), format!("{:04}", y1 - 1))
    } else if whole_months {
        let (from, to) = (start.month(), end.month().plus(-1));
        (month_text(from), month_text(to))
    } else {
        (day_text(start), day_text(span.last()))
    };
    if from == to { from } else { format!("{from}{separator}{to}") }
}

fn month_text(month: Month) -> String {
    format!("{:04}-{:02}", month.year(), month.number())
}

fn day_text(day: Day) -> String {
    let (y, m, d) = day.ymd();
    format!("{y:04}-{m:02}-{d:02}")
}

/// A number with its thousands parted: `4,100`.
///
/// ```
/// use gsi_timeline::i18n::number_words;
/// assert_eq!(number_words(1_234_567.0), "1,234,567");
/// assert_eq!(number_words(2.5), "2.5");
/// ```
pub fn number_words(value: f64) -> String {
    let text = crate::scale::decimal(value.abs());
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::from(if value < 0.0 { "−" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, style: DateStyle, en: &str, zh: &str) {
        let date: Edtf = date.parse().expect("a date of the subset");
        assert_eq!(date_words(date, Locale::En, style), en);
        assert_eq!(date_words(date, Locale::Zh, style), zh);
    }

    #[test]
    fn says_each_date_at_its_own_precision() {
        check("2023-03-10", DateStyle::Full, "10 March 2023", "2023年3月10日");
        check("2023-03", DateStyle::Full, "March 2023", "2023年3月");
        check("2023", DateStyle::Full, "2023", "2023年");
        check("2013-12~", DateStyle::Full, "about December 2013", "约2013年12月");
        check("2023?", DateStyle::Full, "2023 (uncertain)", "2023年（存疑）");
        check("2023-06/..", DateStyle::Full, "from June 2023", "2023年6月起");
        check("../2023-06", DateStyle::Full, "until June 2023", "至2023年6月");
    }

    #[test]
    fn says_what_both_ends_share_only_once() {
        check("2023-12-27/2023-12-28", DateStyle::Full, "27–28 December 2023", "2023年12月27日至28日");
        check("2023-07-31/2023-08-04", DateStyle::Full, "31 July – 4 August 2023", "2023年7月31日至8月4日");
        check(
            "2022-12-31/2023-01-02",
            DateStyle::Full,
            "31 December 2022 – 2 January 2023",
            "2022年12月31日至2023年1月2日",
        );
        check("2023-08~/2023-09~", DateStyle::Full, "about August–September 2023", "约2023年8月至9月");
        check("2022/2024", DateStyle::Full, "2022–2024", "2022年至2024年");
        check("2022-01/2024-06", DateStyle::Full, "January 2022 – June 2024", "2022年1月至2024年6月");
        check("2023/2023-05", DateStyle::Full, "2023 – May 2023", "2023年至2023年5月");
    }

    #[test]
    fn leaves_the_year_out_only_where_asked_and_only_where_a_month_remains() {
        check("2023-03-10", DateStyle::Short, "10 Mar", "3月10日");
        check("2023-08/2023-09", DateStyle::Short, "Aug–Sep", "8月至9月");
        check("2023", DateStyle::Short, "2023", "2023年");
        check("2022-12/2023-01", DateStyle::Short, "Dec 2022 – Jan 2023", "2022年12月至2023年1月");
        check("2023-03-10", DateStyle::Medium, "10 Mar 2023", "2023年3月10日");
    }

    #[test]
    fn spans_are_said_and_written_as_coarsely_as_they_allow() {
        let span = |from: (i32, u32, u32), to: (i32, u32, u32)| {
            let day = |(y, m, d)| Day::from_ymd(y, m, d).expect("a date");
            TimeSpan::new(day(from), day(to))
        };
        let year = span((2023, 1, 1), (2024, 1, 1));
        assert_eq!((span_text(year, ".."), span_words(year, Locale::Zh)), ("2023".into(), "2023年".into()));
        let months = span((2023, 3, 1), (2023, 7, 1));
        assert_eq!(span_text(months, ".."), "2023-03..2023-06");
        assert_eq!(span_words(months, Locale::En), "March–June 2023");
        let days = span((2023, 3, 5), (2023, 6, 21));
        assert_eq!(span_text(days, ".."), "2023-03-05..2023-06-20");
        let month = span((2023, 3, 1), (2023, 4, 1));
        assert_eq!(span_text(month, ".."), "2023-03");
    }
}
