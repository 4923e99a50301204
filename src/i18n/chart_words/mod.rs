//! The words of the charts, one field each: headlines that state a finding, counting rules, axes and values.

mod en;
mod zh;

use en::EN;
use zh::ZH;

use crate::chart::Unit;
use crate::model::{Day, Locale, Month};

/// How a chart counted, in numbers for its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Events drawn, each once.
    pub n_events: usize,
    /// How often they are counted.
    pub n_counted: usize,
    /// Events counted more than once.
    pub n_repeated: usize,
    /// Whether others are left out, and named before.
    pub others_left_out: bool,
}

/// Every word of the charts.
pub struct ChartWords {
    /// Events, counted.
    pub events: fn(usize) -> String,
    /// Events, with how often they are counted where that is more.
    pub events_counted: fn(usize, usize) -> String,
    /// Joint statements, counted, and how many there are by then.
    pub statements_by_then: fn(usize, usize) -> String,
    /// Joins names in a sentence.
    pub names: fn(&[String]) -> String,
    /// A region in a sentence.
    pub place: fn(&str) -> String,
    /// Regions, counted, at the start of a clause.
    pub n_regions: fn(usize) -> String,
    /// Joins the sentences of a rule.
    pub sentence_gap: &'static str,
    /// A value of a zone: what it is of, then how many.
    pub value: fn(&[&str], &str) -> String,

    /// A period on an axis, where the year stands in a row of its own.
    pub period_tick: fn(Unit, Day) -> String,
    /// A year on an axis.
    pub year_tick: fn(i32) -> String,
    /// A year on the axis of a small panel.
    pub year_tick_short: fn(i32) -> String,
    /// A period as the head of a column: `Q3 2023`.
    pub period_head: fn(Unit, Day) -> String,
    /// A period as a value's name: `third quarter of 2023`.
    pub period_name: fn(Unit, Day) -> String,
    /// A period in a headline that names two: `Q3 2023`.
    pub period_brief: fn(Unit, Day) -> String,
    /// A period in a sentence: `in the third quarter of 2023`.
    pub period_in: fn(Unit, Day) -> String,
    /// What a period is called.
    pub unit: fn(Unit) -> &'static str,

    /// Totals.
    pub all: &'static str,
    /// Column of events known only to the year, on two lines.
    pub year_only: [&'static str; 2],
    /// Column of events that started before the first period.
    pub earlier: &'static str,
    /// Head of the regions' column.
    pub region: &'static str,
    /// Head of the kinds' column.
    pub kind: &'static str,
    /// Head of the dates' column.
    pub date: &'static str,
    /// Head of the events' column.
    pub event: &'static str,
    /// Head of the stances' column.
    pub stance: &'static str,
    /// Head of a column of counts.
    pub count: &'static str,
    /// Head of a column of running totals.
    pub running_total: &'static str,
    /// Row of events that are counted once each, unlike the sums above it.
    pub each_once: &'static str,
    /// Joins the lines of a head.
    pub join_lines: fn([&str; 2]) -> String,
    /// Joins names in a cell.
    pub list_gap: &'static str,

    /// Rule: how many events are counted more than once.
    pub rule_repeated: fn(Tally) -> String,
    /// Rule: events known only to the year; whether they stand in a column of their own.
    pub rule_year_only: fn(usize, bool) -> String,
    /// Rule: events that began earlier; whether they stand in a column of their own.
    pub rule_earlier: fn(usize, bool) -> String,
    /// Rule: statements without a stance.
    pub rule_no_stance: fn(usize) -> String,

    /// Trend: the whole record or a selection, when, how many; whether the last words may say "in one quarter".
    pub trend_peak: fn(bool, Unit, Day, &str, bool) -> String,
    /// Trend, plainly.
    pub trend_plain: fn(Unit) -> String,
    /// Trend: how it counts.
    pub trend_rule: fn(Unit) -> String,

    /// Cumulative: statements in months.
    pub cumulative_pace: fn(usize, usize) -> String,
    /// Cumulative, plainly.
    pub cumulative_plain: &'static str,
    /// Cumulative: how it counts; whether only statements with a stance are counted.
    pub cumulative_rule: fn(bool) -> String,
    /// Cumulative: the first statement, by whom and when.
    pub cumulative_first: fn(&str, &str) -> String,
    /// Cumulative: how many by the last statement, and by whom.
    pub cumulative_last: fn(usize, &str) -> String,
    /// Cumulative: the month with most, on two lines.
    pub cumulative_steepest: fn(Month, usize) -> [String; 2],

    /// Multiples: regions with most events.
    pub multiples_most: fn(&[String]) -> String,
    /// Multiples, plainly.
    pub multiples_plain: fn(Unit) -> String,
    /// Multiples: how it counts.
    pub multiples_rule: fn(Unit) -> String,
    /// Multiples: the note in the free panel, by lines.
    pub multiples_note: fn(Unit) -> [String; 4],
    /// Regions that peak in a period: their names, how many they are, when, and whether another clause went before.
    pub peak_together: fn(&[String], usize, Unit, Day, bool) -> String,

    /// Heat: two regions and their periods.
    pub heat_two: fn(&str, &str, &str, &str) -> String,
    /// Heat: one region, its period and count.
    pub heat_one: fn(&str, &str, usize) -> String,
    /// Heat, plainly.
    pub heat_plain: fn(Unit) -> String,
    /// Heat: how it counts.
    pub heat_rule: fn(Unit) -> String,

    /// Stances: the leading one, its count, of how many.
    pub stances_lead: fn(&str, usize, usize) -> String,
    /// Stances, plainly.
    pub stances_plain: fn(usize) -> String,
    /// Stances: how it counts.
    pub stances_rule: &'static str,

    /// Kinds: per family in the order of the key, the regions where it leads.
    pub kinds_lead: fn([&[String]; 3]) -> String,
    /// Kinds: the most common kind, its count, of how many.
    pub kinds_most: fn(&str, usize, usize) -> String,
    /// Kinds, plainly.
    pub kinds_plain: &'static str,
    /// Counting rule of the kinds where a glyph stands for up to so many events.
    pub kinds_unit: fn(usize) -> String,
    /// Kinds: how it counts.
    pub kinds_rule: &'static str,
}

/// The words of the charts in a language.
pub fn chart_words(locale: Locale) -> &'static ChartWords {
    match locale {
        Locale::En => &EN,
        Locale::Zh => &ZH,
    }
}

fn quarter(day: Day) -> u32 {
    (day.ymd().1 - 1) / 3 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32) -> Day {
        Month::new(year, month).first_day()
    }

    #[track_caller]
    fn check(unit: Unit, at: Day, en: [&str; 3], zh: [&str; 3]) {
        for (words, expected) in [(&EN, en), (&ZH, zh)] {
            let found = [words.period_tick, words.period_name, words.period_in].map(|word| word(unit, at));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn periods_are_named_for_axes_values_and_sentences() {
        let q4 = ["Q4", "fourth quarter of 2023", "at the end of 2023"];
        check(Unit::Quarter, day(2023, 10), q4, ["4季", "2023年第四季度", "在2023年第四季度"]);
        check(Unit::Month, day(2023, 3), ["Mar", "March 2023", "in March 2023"], ["3月", "2023年3月", "在2023年3月"]);
        check(Unit::Decade, day(1960, 1), ["1960s", "1960s", "in the 1960s"], ["1960年代", "1960年代", "在1960年代"]);
    }

    #[test]
    fn headlines_state_the_finding() {
        let peak = |words: &ChartWords| {
            (words.trend_peak)(true, Unit::Quarter, day(2023, 10), &(words.events_counted)(25, 25), true)
        };
        assert_eq!(peak(&EN), "The record peaks at the end of 2023, with 25 events in one quarter");
        assert_eq!(peak(&ZH), "2023年第四季度事件最多，共25项");
        let asia = ["Southeast Asia".to_owned(), "Central Asia".to_owned()];
        let lead = (EN.kinds_lead)([&asia, &[], &["Africa".to_owned()]]);
        assert_eq!(lead, "Words lead in Southeast Asia and Central Asia, deeds in Africa");
        assert_eq!((EN.kinds_most)("UN action", 3, 9), "The most common kind is UN action: 3 of 9");
    }

    #[test]
    fn rules_reconcile_the_counts() {
        let tally = Tally { n_events: 87, n_counted: 93, n_repeated: 5, others_left_out: false };
        assert_eq!((EN.rule_repeated)(tally), "The 87 events are counted 93 times, since 5 are in several regions.");
        assert_eq!((ZH.rule_repeated)(tally), "87项事件中，5项涉及多个地区，共计93次。");
        assert_eq!((EN.rule_year_only)(1, true), "1 event known only to the year stands in the last column.");
    }
}
