//! English.

use super::{ChartWords, quarter};
use crate::chart::Unit;
use crate::i18n::month_name;
use crate::letters::{capitalized, lower, uncapitalized};

pub(super) const EN: ChartWords = ChartWords {
    events: |n| plural(n, "event"),
    events_counted: |n, counted| match n == counted {
        true => plural(n, "event"),
        false => format!("{} counted {counted} times", plural(n, "event")),
    },
    statements_by_then: |n, all| format!("{}, {all} by then", plural(n, "joint statement")),
    names: |names| match names {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    },
    place: |region| match region {
        "Middle East" | "Pacific" => format!("the {region}"),
        _ => region.to_owned(),
    },
    n_regions: |n| format!("{} regions", NUMBERS.get(n).map_or_else(|| n.to_string(), |&word| word.to_owned())),
    sentence_gap: " ",
    value: |of, n| format!("{}: {n}", of.join(", ")),

    period_tick: |unit, day| match unit {
        Unit::Month => month_name(day.ymd().1, true).to_owned(),
        Unit::Quarter => format!("Q{}", quarter(day)),
        Unit::Year => day.ymd().0.to_string(),
        Unit::Decade => format!("{}s", day.ymd().0),
    },
    year_tick: |year| year.to_string(),
    year_tick_short: |year| format!("’{:02}", year.rem_euclid(100)),
    period_head: |unit, day| match unit {
        Unit::Month => format!("{} {}", month_name(day.ymd().1, true), day.ymd().0),
        Unit::Quarter => format!("Q{} {}", quarter(day), day.ymd().0),
        Unit::Year | Unit::Decade => (EN.period_tick)(unit, day),
    },
    period_name: |unit, day| match unit {
        Unit::Month => format!("{} {}", month_name(day.ymd().1, false), day.ymd().0),
        Unit::Quarter => format!("{} quarter of {}", ORDINALS[quarter(day) as usize - 1], day.ymd().0),
        Unit::Year | Unit::Decade => (EN.period_tick)(unit, day),
    },
    period_brief: |unit, day| match unit {
        Unit::Decade => format!("the {}", (EN.period_head)(unit, day)),
        Unit::Month | Unit::Quarter | Unit::Year => (EN.period_head)(unit, day),
    },
    period_in: |unit, day| match (unit, quarter(day)) {
        (Unit::Quarter, 1) => format!("at the start of {}", day.ymd().0),
        (Unit::Quarter, 4) => format!("at the end of {}", day.ymd().0),
        (Unit::Quarter | Unit::Decade, _) => format!("in the {}", (EN.period_name)(unit, day)),
        (Unit::Month | Unit::Year, _) => format!("in {}", (EN.period_name)(unit, day)),
    },
    unit: |unit| match unit {
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
        Unit::Decade => "decade",
    },

    all: "All",
    year_only: ["Year", "only"],
    earlier: "Earlier",
    region: "Region",
    kind: "Kind",
    date: "Date",
    event: "Event",
    stance: "Stance",
    count: "Events",
    running_total: "Total",
    each_once: "Each event once",
    join_lines: |lines| lines.join(" "),
    list_gap: ", ",

    rule_repeated: |t| {
        let events = match (t.others_left_out, t.n_events) {
            (true, 1) => "The other event is".to_owned(),
            (true, n) => format!("The other {n} events are"),
            (false, 1) => "The event is".to_owned(),
            (false, n) => format!("The {n} events are"),
        };
        let verb = if t.n_repeated == 1 { "is" } else { "are" };
        format!("{events} counted {} times, since {} {verb} in several regions.", t.n_counted, t.n_repeated)
    },
    rule_year_only: |n, has_column| {
        let place = if has_column { "in the last column" } else { "not drawn here" };
        let verb = match (has_column, n) {
            (true, 1) => "stands",
            (true, _) => "stand",
            (false, 1) => "is",
            (false, _) => "are",
        };
        format!("{} known only to the year {verb} {place}.", plural(n, "event"))
    },
    rule_earlier: |n, has_column| {
        let place = if has_column { "in the first column" } else { "not drawn here" };
        let verb = match (has_column, n) {
            (true, 1) => "stands",
            (true, _) => "stand",
            (false, 1) => "is",
            (false, _) => "are",
        };
        format!("{} that began earlier {verb} {place}.", plural(n, "event"))
    },
    rule_no_stance: |n| {
        format!(
            "{} without a stance {} not counted here.",
            plural(n, "joint statement"),
            if n == 1 { "is" } else { "are" }
        )
    },

    trend_peak: |whole, unit, day, events, may_say_one| {
        let what = if whole { "The record" } else { "The selection" };
        // "At the end of 2023" does not say how long.
        let within = match (unit, quarter(day)) {
            (Unit::Quarter, 1 | 4) if may_say_one => " in one quarter",
            _ => "",
        };
        format!("{what} peaks {}, with {events}{within}", (EN.period_in)(unit, day))
    },
    trend_plain: |unit| format!("Events by {} and region", (EN.unit)(unit)),
    trend_rule: |unit| {
        let unit = (EN.unit)(unit);
        format!("Events per {unit} by region. An event counts in the {unit} it starts and once in each of its regions.")
    },

    cumulative_pace: |n, months| format!("{n} statements in {}", plural(months, "month")),
    cumulative_plain: "Joint statements over time",
    cumulative_rule: |with_stance| {
        let which = if with_stance { " that state a stance" } else { "" };
        format!("Joint statements{which}, cumulative; colour is the region.")
    },
    cumulative_first: |name, date| format!("First: {name}, {date}"),
    cumulative_last: |n, name| format!("{n}, {name}"),
    cumulative_steepest: |month, n| {
        [format!("{} {}: {n}", month_name(month.number(), false), month.year()), "most in one month".to_owned()]
    },

    multiples_most: |names| {
        format!("{} {} most events", (EN.names)(names), if names.len() == 1 { "has" } else { "have" })
    },
    multiples_plain: |unit| format!("Events per {}, region by region", (EN.unit)(unit)),
    multiples_rule: |unit| {
        format!(
            "Events per {}, one panel a region, one scale. An event counts once in each of its regions.",
            (EN.unit)(unit)
        )
    },
    multiples_note: |unit| {
        [
            "All panels share one scale.".to_owned(),
            "The number is the region’s".to_owned(),
            format!("busiest {}; the grey", (EN.unit)(unit)),
            "number is its total.".to_owned(),
        ]
    },
    peak_together: |names, n, unit, day, follows| {
        let lead = if follows { "; " } else { "" };
        let verb = if n == 1 { "peaks" } else { "peak" };
        format!("{lead}{} {verb} {}", (EN.names)(names), (EN.period_in)(unit, day))
    },

    heat_two: |a, when_a, b, when_b| {
        if when_a == when_b {
            format!("{a} and {b} peak in {when_a}")
        } else {
            format!("{a} peaks in {when_a}, {b} in {when_b}")
        }
    },
    heat_one: |a, when, n| format!("{a} peaks in {when}, with {}", plural(n, "event")),
    heat_plain: |unit| format!("Events by region and {}", (EN.unit)(unit)),
    heat_rule: |unit| {
        format!(
            "Events by region and the {} they start in; a dot is none. An event counts once in each of its regions.",
            (EN.unit)(unit)
        )
    },

    stances_lead: |stance, n, all| format!("“{stance}” leads: {n} of {all} statements"),
    stances_plain: |n| format!("Stances in {}", plural(n, "joint statement")),
    stances_rule: "The partner’s stance in each joint statement, in order of date; colour is the region.",

    kinds_lead: |families| {
        let names = ["words", "meetings", "deeds"];
        let clauses = families.iter().zip(names).filter(|(places, _)| !places.is_empty());
        let text: Vec<String> = clauses
            .enumerate()
            .map(|(i, (places, name))| format!("{name}{} in {}", if i == 0 { " lead" } else { "" }, (EN.names)(places)))
            .collect();
        capitalized(&text.join(", "))
    },
    kinds_most: |kind, n, all| format!("The most common kind is {}: {n} of {all}", kind_in_sentence(kind)),
    kinds_plain: "Kinds of event by region",
    kinds_unit: |n| {
        format!(
            "Every glyph stands for up to {n} events: shape is kind, colour is region. An event counts once in each of its \
             regions."
        )
    },
    kinds_rule: "Every glyph is one event: shape is kind, colour is region. An event counts once in each of its regions.",
};

const NUMBERS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

fn plural(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// A kind's name within a sentence: small, unless it begins with an abbreviation.
fn kind_in_sentence(name: &str) -> String {
    let is_abbreviation = name.chars().nth(1).is_some_and(|c| lower(c) != c);
    if is_abbreviation { name.to_owned() } else { uncapitalized(name) }
}
