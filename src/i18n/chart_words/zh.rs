//! Simplified Chinese.

use super::{ChartWords, quarter};
use crate::chart::Unit;

pub(super) const ZH: ChartWords = ChartWords {
    events: |n| format!("{n}项事件"),
    events_counted: |n, counted| match n == counted {
        true => format!("{n}项"),
        false => format!("{n}项（分地区计{counted}次）"),
    },
    statements_by_then: |n, all| format!("{n}份联合声明，累计{all}份"),
    names: |names| names.join("、"),
    place: str::to_owned,
    n_regions: |n| format!("{n}个地区"),
    sentence_gap: "",
    value: |of, n| format!("{}：{n}", of.join("，")),

    period_tick: |unit, day| match unit {
        Unit::Month => format!("{}月", day.ymd().1),
        Unit::Quarter => format!("{}季", quarter(day)),
        Unit::Year => format!("{}年", day.ymd().0),
        Unit::Decade => format!("{}年代", day.ymd().0),
    },
    year_tick: |year| format!("{year}年"),
    year_tick_short: |year| year.to_string(),
    period_head: |unit, day| match unit {
        Unit::Month => format!("{}年{}月", day.ymd().0, day.ymd().1),
        Unit::Quarter => format!("{}年{}季", day.ymd().0, quarter(day)),
        Unit::Year | Unit::Decade => (ZH.period_tick)(unit, day),
    },
    period_name: |unit, day| match unit {
        Unit::Quarter => format!("{}年第{}季度", day.ymd().0, ["一", "二", "三", "四"][quarter(day) as usize - 1]),
        Unit::Month | Unit::Year | Unit::Decade => (ZH.period_head)(unit, day),
    },
    period_brief: |unit, day| (ZH.period_name)(unit, day),
    period_in: |unit, day| format!("在{}", (ZH.period_name)(unit, day)),
    unit: |unit| match unit {
        Unit::Month => "月",
        Unit::Quarter => "季度",
        Unit::Year => "年",
        Unit::Decade => "年代",
    },

    all: "合计",
    year_only: ["仅知", "年份"],
    earlier: "更早",
    region: "地区",
    kind: "类型",
    date: "日期",
    event: "事件",
    stance: "表态",
    count: "事件数",
    running_total: "累计",
    each_once: "不重复计",
    join_lines: |lines| lines.concat(),
    list_gap: "、",

    rule_repeated: |t| {
        let events = if t.others_left_out { "其余" } else { "" };
        format!("{events}{}项事件中，{}项涉及多个地区，共计{}次。", t.n_events, t.n_repeated, t.n_counted)
    },
    rule_year_only: |n, has_column| format!("{n}项仅知年份，{}。", if has_column { "列于末列" } else { "未画入" }),
    rule_earlier: |n, has_column| format!("{n}项开始更早，{}。", if has_column { "列于首列" } else { "未画入" }),
    rule_no_stance: |n| format!("另有{n}份联合声明未载表态，不计入。"),

    trend_peak: |_, unit, day, events, _| format!("{}事件最多，共{events}", (ZH.period_name)(unit, day)),
    trend_plain: |unit| format!("各{}事件数（按地区）", (ZH.unit)(unit)),
    trend_rule: |unit| {
        let unit = (ZH.unit)(unit);
        format!("各{unit}事件数（按地区）。事件计入开始所在{unit}；涉及多个地区的，在各地区各计一次。")
    },

    cumulative_pace: |n, months| format!("{months}个月，{n}份联合声明"),
    cumulative_plain: "联合声明累计份数",
    cumulative_rule: |with_stance| {
        format!("{}联合声明的累计份数，颜色表示地区。", if with_stance { "载有表态的" } else { "" })
    },
    cumulative_first: |name, date| format!("第一份：{name}，{date}"),
    cumulative_last: |n, name| format!("{n}，{name}"),
    cumulative_steepest: |month, n| [format!("{}年{}月：{n}份", month.year(), month.number()), "单月最多".to_owned()],

    multiples_most: |names| format!("{}事件最多", (ZH.names)(names)),
    multiples_plain: |unit| format!("各地区每{}事件数", (ZH.unit)(unit)),
    multiples_rule: |unit| format!("各地区每{}事件数，刻度统一；涉及多个地区的，在各地区各计一次。", (ZH.unit)(unit)),
    multiples_note: |unit| {
        [
            "各图使用同一刻度。".to_owned(),
            "柱上数字为该地区".to_owned(),
            format!("事件最多的{}，", (ZH.unit)(unit)),
            "灰色数字为总数。".to_owned(),
        ]
    },
    peak_together: |names, _, unit, day, follows| {
        format!("{}{}{}最多", if follows { "；" } else { "" }, (ZH.names)(names), (ZH.period_in)(unit, day))
    },

    heat_two: |a, when_a, b, when_b| {
        if when_a == when_b {
            format!("{a}、{b}均在{when_a}最多")
        } else {
            format!("{a}在{when_a}最多，{b}在{when_b}最多")
        }
    },
    heat_one: |a, when, n| format!("{a}在{when}最多，共{n}项"),
    heat_plain: |unit| format!("各地区各{}事件数", (ZH.unit)(unit)),
    heat_rule: |unit| {
        format!("各地区各{}开始的事件数，圆点表示没有；涉及多个地区的，在各地区各计一次。", (ZH.unit)(unit))
    },

    stances_lead: |stance, n, all| format!("{all}份声明中，{n}份表示“{stance}”"),
    stances_plain: |n| format!("{n}份联合声明中的表态"),
    stances_rule: "各联合声明中对方的表态，按日期排列，颜色表示地区。",

    kinds_lead: |families| {
        let names = ["文字", "会面", "行动"];
        let clauses = families.iter().zip(names).filter(|(places, _)| !places.is_empty());
        let text: Vec<String> = clauses.map(|(places, name)| format!("{}以{name}为主", (ZH.names)(places))).collect();
        text.join("，")
    },
    kinds_most: |kind, n, all| format!("“{kind}”最多：{all}项中有{n}项"),
    kinds_plain: "各地区的事件类型",
    kinds_unit: |n| {
        format!("每个图形至多代表{n}项事件：形状表示类型，颜色表示地区；涉及多个地区的，在各地区各计一次。")
    },
    kinds_rule: "每个图形为一项事件：形状表示类型，颜色表示地区；涉及多个地区的，在各地区各计一次。",
};
