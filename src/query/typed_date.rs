//! Dates as people type them: `March 2023`, `10 mar 2023`, `2023-03`, `Q1 2023`, `2023年3月10日`, `二〇二三年三月`.
//!
//! Reads folded text. A date needs a year: `May` alone is a word, and so is `2030` where the dataset has no such year.

use crate::model::{Day, Month, TimeSpan};

/// The years a bare number may mean.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2999;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What parts the numbers of a date.
const SIGNS: [char; 3] = ['-', '/', '.'];

/// What joins two dates to a range.
const RANGE_SIGNS: [&str; 7] = ["..", "~", "-", "到", "至", "until", "to"];

/// The first date in a folded text that lies at least partly in `known`, and its byte range.
pub(super) fn find(text: &str, known: TimeSpan) -> Option<(TimeSpan, std::ops::Range<usize>)> {
    text.char_indices().find_map(|(at, c)| {
        let (before, mut reader) = (&text[..at], Reader { text, at });
        // A date does not begin or end inside a word or a number, and not inside `2023-13`.
        let in_word = c.is_ascii_alphanumeric() && before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let in_number =
            before.ends_with(SIGNS) && before.trim_end_matches(SIGNS).ends_with(|c: char| c.is_ascii_digit());
        if in_word || in_number {
            return None;
        }
        let span = reader.range().filter(|span| span.overlaps(known))?;
        let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
        let is_whole = !reader.rest().strip_prefix(SIGNS).is_some_and(goes_on);
        is_whole.then_some((span, at..reader.at))
    })
}

#[derive(Clone, Copy)]
struct Reader<'t> {
    text: &'t str,
    /// Byte.
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Takes what `part` reads, or nothing.
    fn attempt<T>(&mut self, part: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let read = part(&mut ahead)?;
        *self = ahead;
        Some(read)
    }

    fn sign(&mut self, sign: &str) -> Option<()> {
        self.rest().starts_with(sign).then(|| self.at += sign.len())
    }

    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', ',', '.']).len();
    }

    fn spaced_sign(&mut self, sign: &str) -> Option<()> {
        self.attempt(|r| {
            r.at += r.rest().len() - r.rest().trim_start().len();
            r.sign(sign)
        })
    }

    /// No letter or digit goes on here.
    fn ends(&self) -> Option<()> {
        (!self.rest().starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(())
    }

    /// A date or a range of two.
    fn range(&mut self) -> Option<TimeSpan> {
        let from = self.attempt(Self::date)?;
        let to = self.attempt(|r| {
            RANGE_SIGNS.iter().find_map(|sign| r.spaced_sign(sign))?;
            r.at += r.rest().len() - r.rest().trim_start().len();
            r.date().filter(|to| to.start() > from.start())
        });
        Some(to.map_or(from, |to| TimeSpan::new(from.start(), to.end())))
    }

    fn date(&mut self) -> Option<TimeSpan> {
        self.attempt(Self::year_first)
            .or_else(|| self.attempt(Self::month_first))
            .or_else(|| self.attempt(Self::day_first))
            .or_else(|| self.attempt(Self::part_first))
    }

    /// Digits, at least one and at most `most`, not followed by another.
    fn digits(&mut self, most: usize) -> Option<u32> {
        let n = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let value = self.rest()[..n].parse().ok().filter(|_| (1..=most).contains(&n))?;
        self.at += n;
        Some(value)
    }

    fn year(&mut self) -> Option<u32> {
        self.attempt(|r| r.digits(4).filter(|year| YEARS.contains(year)))
    }

    /// A number in Arabic or Chinese digits: `12`, `十二`, `二十`.
    fn number(&mut self) -> Option<u32> {
        if let Some(number) = self.attempt(|r| r.digits(2)) {
            return Some(number);
        }
        let (mut tens, mut ones, mut n_read) = (0, None, 0);
        for c in self.rest().chars().take(3) {
            match (c, chinese_digit(c)) {
                ('十', _) => tens = ones.take().unwrap_or(1) * 10,
                (_, Some(digit)) => ones = Some(digit),
                _ => break,
            }
            n_read += c.len_utf8();
        }
        self.at += n_read;
        (n_read > 0).then_some(tens + ones.unwrap_or(0))
    }

    /// `2023`, `2023-03-10`, `2023/3`, `2023年3月10日`, `2023q1`, `2023 march 10`, `二〇二三年三月`.
    fn year_first(&mut self) -> Option<TimeSpan> {
        let chinese = self.attempt(|r| {
            let digits: Vec<u32> = r.rest().chars().map_while(chinese_digit).take(4).collect();
            r.at += r.rest().chars().take(4).map(char::len_utf8).sum::<usize>();
            let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
            (digits.len() == 4 && r.rest().starts_with('年')).then_some(year)
        });
        let year = chinese.or_else(|| self.year())?;
        if self.spaced_sign("年").is_some() {
            return Some(self.attempt(|r| r.chinese_part(year)).unwrap_or_else(|| whole_year(year)));
        }
        let numeric = self.attempt(|r| {
            let sign = ["-", "/", "."].into_iter().find(|sign| r.sign(sign).is_some())?;
            let month = r.digits(2)?;
            let day = r.attempt(|r| r.sign(sign).and_then(|()| r.digits(2)));
            r.ends()?;
            days(year, month, day)
        });
        let worded = |r: &mut Self| {
            r.spaces();
            let span = r.attempt(|r| r.part(year)).or_else(|| {
                let month = r.month()?;
                let day = r.attempt(|r| {
                    r.spaces();
                    r.day()
                });
                days(year, month, day)
            })?;
            r.ends().map(|()| span)
        };
        numeric.or_else(|| self.attempt(worded)).or_else(|| self.ends().map(|()| whole_year(year)))
    }

    /// What follows `年`: `3月`, `3月10日`, `第一季度`, `上半年`.
    fn chinese_part(&mut self, year: u32) -> Option<TimeSpan> {
        for (half, first) in [("上半年", 1), ("下半年", 7)] {
            if self.sign(half).is_some() {
                return months(year, first, 6);
            }
        }
        let quarter = self.attempt(|r| {
            let _ = r.sign("第");
            let quarter = r.number()?;
            r.sign("季度").or_else(|| r.sign("季"))?;
            (1..=4).contains(&quarter).then_some(quarter)
        });
        if let Some(quarter) = quarter {
            return months(year, quarter * 3 - 2, 3);
        }
        self.at += self.rest().len() - self.rest().trim_start().len();
        let month = self.number()?;
        self.spaced_sign("月")?;
        let day = self.attempt(|r| {
            r.at += r.rest().len() - r.rest().trim_start().len();
            let day = r.number()?;
            r.spaced_sign("日").or_else(|| r.spaced_sign("号")).map(|()| day)
        });
        days(year, month, day)
    }

    /// `march 2023`, `mar. 2023`, `march 10, 2023`.
    fn month_first(&mut self) -> Option<TimeSpan> {
        let month = self.month()?;
        let day = self.attempt(|r| {
            r.spaces();
            let day = r.day()?;
            r.ends().map(|()| day)
        });
        self.spaces();
        let year = self.year()?;
        self.ends()?;
        days(year, month, day)
    }

    /// `10 march 2023`, `10th of march 2023`.
    fn day_first(&mut self) -> Option<TimeSpan> {
        let day = self.day()?;
        self.spaces();
        if self.sign("of ").is_some() {
            self.spaces();
        }
        let month = self.month()?;
        self.spaces();
        let year = self.year()?;
        self.ends()?;
        days(year, month, Some(day))
    }

    /// `q1 2023`, `h1 2023`.
    fn part_first(&mut self) -> Option<TimeSpan> {
        let mut ahead = *self;
        ahead.part(2000)?;
        ahead.at += ahead.rest().len() - ahead.rest().trim_start_matches([' ', '/', '-', ',']).len();
        let year = ahead.year()?;
        ahead.ends()?;
        let span = self.part(year);
        self.at = ahead.at;
        span
    }

    /// `q1`–`q4`, `h1`, `h2`.
    fn part(&mut self, year: u32) -> Option<TimeSpan> {
        let mut signs = self.rest().chars();
        let (unit, n) = (signs.next()?, signs.next()?.to_digit(10)?);
        let span = match (unit, n) {
            ('q', 1..=4) => months(year, n * 3 - 2, 3),
            ('h', 1..=2) => months(year, n * 6 - 5, 6),
            _ => None,
        };
        self.at += 2;
        span.filter(|_| self.ends().is_some())
    }

    fn day(&mut self) -> Option<u32> {
        let day = self.digits(2)?;
        let _ = ["st", "nd", "rd", "th"].into_iter().find(|ending| self.sign(ending).is_some());
        Some(day)
    }

    /// A month's English name, whole or its first three letters, `sept` too.
    fn month(&mut self) -> Option<u32> {
        let n = self.rest().bytes().take_while(u8::is_ascii_lowercase).count();
        let word = &self.rest()[..n];
        let is_name = |name: &&str| **name == *word || (n == 3 || word == "sept") && name.starts_with(word);
        let at = MONTHS.iter().position(is_name)?;
        self.at += n;
        Some(at as u32 + 1)
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|digit| digit == c || c == '零' && digit == '〇').map(|at| at as u32)
}

fn whole_year(year: u32) -> TimeSpan {
    let first = |year: u32| Month::new(year as i32, 1).first_day();
    TimeSpan::new(first(year), first(year + 1))
}

fn months(year: u32, first: u32, n: i32) -> Option<TimeSpan> {
    let first = (1..=12).contains(&first).then(|| Month::new(year as i32, first))?;
    Some(TimeSpan::new(first.first_day(), first.plus(n).first_day()))
}

fn days(year: u32, month: u32, day: Option<u32>) -> Option<TimeSpan> {
    let Some(day) = day else { return months(year, month, 1) };
    let day = Day::from_ymd(year as i32, month, day)?;
    Some(TimeSpan::new(day, day.plus(1)))
}

#[cfg(test)]
mod tests {
    use super::super::{Han, fold};
    use super::*;
    use crate::i18n::span_text;

    fn read(text: &str) -> Option<(String, String)> {
        let known = TimeSpan::new(whole_year(2013).start(), whole_year(2024).end());
        let text = fold(text, Han::default());
        let (span, range) = find(&text, known)?;
        let rest = format!("{} {}", &text[..range.start], &text[range.end..]);
        Some((span_text(span, ".."), rest.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    #[track_caller]
    fn check(texts: &[&str], span: &str, rest: &str) {
        for text in texts {
            assert_eq!(read(text), Some((span.to_owned(), rest.to_owned())), "{text}");
        }
    }

    #[test]
    fn reads_the_forms_of_both_languages() {
        let march = [
            "March 2023",
            "mar 2023",
            "Mar. 2023",
            "2023-03",
            "2023/3",
            "2023.03",
            "2023 march",
            "2023年3月",
            "2023 年 3 月",
            "二〇二三年三月",
            "二零二三年三月",
            "２０２３年３月",
            "MARCH, 2023",
        ];
        check(&march, "2023-03", "");
        let day = [
            "10 March 2023",
            "10th of March 2023",
            "March 10, 2023",
            "Mar 10 2023",
            "2023-03-10",
            "2023/03/10",
            "2023.3.10",
            "2023年3月10日",
            "2023年3月10号",
            "二〇二三年三月十日",
            "2023 Mar 10",
        ];
        check(&day, "2023-03-10", "");
        check(&["2023", "2023年", "二〇二三年"], "2023", "");
        let quarter = ["Q1 2023", "2023Q1", "2023 q1", "q1/2023", "2023年第一季度", "2023年1季度", "2023年一季度"];
        check(&quarter, "2023-01..2023-03", "");
        check(&["H2 2023", "2023年下半年"], "2023-07..2023-12", "");
    }

    #[test]
    fn two_dates_are_a_range() {
        check(&["2022–2023", "2022..2023", "2022 to 2023", "2022年至2023年", "2022到2023"], "2022..2023", "");
        check(&["March 2023 – June 2023", "2023-03..2023-06", "2023年3月至2023年6月"], "2023-03..2023-06", "");
    }

    #[test]
    fn words_around_a_date_stay() {
        check(&["Saudi March 2023", "march 2023 saudi"], "2023-03", "saudi");
        check(&["2023年3月沙特"], "2023-03", "沙特");
        check(&["沙特 2023年3月10日 伊朗"], "2023-03-10", "沙特 伊朗");
        check(&["12 events 2023"], "2023", "12 events");
    }

    #[test]
    fn what_is_no_date_of_the_dataset_is_left_to_the_words() {
        for text in [
            "",
            "May",
            "march",
            "3月",
            "agenda 2030",
            "2719",
            "12023",
            "a2023",
            "2023a",
            "Q5",
            "Q1",
            "年",
            "10 March",
            "2023-13",
            "2023-02-30",
            "2023-2022",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
