//! What a screen reader is told when something changes, and the ways round the page.

/// Strings of announcements, skip links and landmarks.
pub struct AccessWords {
    /// Tab.
    pub view_outline: &'static str,
    /// Name of the outline, with its count.
    pub outline_name: fn(usize) -> String,
    /// Outline: heading of a year.
    pub outline_year: fn(i32) -> String,
    /// Announcement: a period, in words.
    pub said_period: fn(&str) -> String,
    /// Announcement: how the timeline is divided now.
    pub said_lanes: fn(&str) -> String,
    /// Announcement: the table's column and whether its order is reversed.
    pub said_sorting: fn(&str, bool) -> String,
    /// Announcement: the title of the event that was opened.
    pub said_opened: fn(&str) -> String,
    /// Joins what belongs together in one announcement.
    pub said_join: &'static str,
    /// Skip link.
    pub skip_filters: &'static str,
    /// Skip link, where an event is open.
    pub skip_card: &'static str,
    /// Names the links past what one has heard before.
    pub skips: &'static str,
}

pub(super) static EN: AccessWords = AccessWords {
    view_outline: "Outline",
    outline_name: |n| format!("Outline of {n} {}", if n == 1 { "event" } else { "events" }),
    outline_year: |year| year.to_string(),
    said_period: |period| format!("Period: {period}"),
    said_lanes: |lanes| format!("Lanes: {lanes}"),
    said_sorting: |column, reversed| format!("Sorted by {column}{}", if reversed { ", reversed" } else { "" }),
    said_opened: |title| format!("Opened: {title}"),
    said_join: ", ",
    skip_filters: "Skip to the filters",
    skip_card: "Skip to the opened event",
    skips: "Skip",
};

pub(super) static ZH: AccessWords = AccessWords {
    view_outline: "大纲",
    outline_name: |n| format!("{n}项事件的大纲"),
    outline_year: |year| format!("{year}年"),
    said_period: |period| format!("时段：{period}"),
    said_lanes: |lanes| format!("分组：{lanes}"),
    said_sorting: |column, reversed| format!("按{column}{}排列", if reversed { "倒序" } else { "" }),
    said_opened: |title| format!("已打开：{title}"),
    said_join: "，",
    skip_filters: "跳到筛选",
    skip_card: "跳到已打开的事件",
    skips: "跳转",
};
