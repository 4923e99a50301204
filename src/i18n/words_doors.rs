//! Words on the doors to what is loaded when it is asked for.

/// Words of buttons and titles that stand before what they lead to is there.
pub struct DoorWords {
    /// Button and dialog of downloads.
    pub download: &'static str,
    /// Button and dialog of citations.
    pub cite: &'static str,
    /// Saves an event for a calendar.
    pub calendar: &'static str,
    /// Button and title: how to read the page.
    pub help: &'static str,
    /// First visit: how many events, of which years, and the three rules of reading.
    pub welcome: fn(usize, &str) -> String,
    /// First visit: puts the line away for good.
    pub welcome_dismiss: &'static str,
    /// Button and title: the list of keys.
    pub keys: &'static str,
    /// Button and title.
    pub share: &'static str,
    /// Note: the link was made for a version that is no longer to be had; which, and which is shown.
    pub version_gone: fn(&str, &str) -> String,
    /// Button: makes the present view a stop.
    pub add_stop: &'static str,
    /// Button: presents what is shown.
    pub present: &'static str,
    /// Menu, and name of the strip.
    pub compare: &'static str,
}

pub(super) static EN: DoorWords = DoorWords {
    download: "Download",
    cite: "Cite",
    calendar: "Calendar",
    help: "How to read this",
    welcome: |n, years| {
        format!(
            "{n} dated events, {years}. Shape tells the kind, colour the region; a soft band is a date known only to the month."
        )
    },
    welcome_dismiss: "Do not show this again",
    keys: "Keys",
    share: "Share",
    version_gone: |asked, shown| {
        format!("This link was made for version {asked} of the data, which is not here; shown is version {shown}.")
    },
    add_stop: "Add to story",
    present: "Present",
    compare: "Compare",
};

pub(super) static ZH: DoorWords = DoorWords {
    download: "下载",
    cite: "引用",
    calendar: "日历",
    help: "阅读说明",
    welcome: |n, years| {
        format!("一份报告所载{years}的{n}项事件，均有日期。形状表示类型，颜色表示地区；柔和的色带表示只知道月份。")
    },
    welcome_dismiss: "不再显示此提示",
    keys: "按键",
    share: "分享",
    version_gone: |asked, shown| format!("此链接对应的{asked}版数据已无法取得，现显示{shown}版。"),
    add_stop: "加入讲解",
    present: "演示",
    compare: "对比",
};
