//! The strings of the phone's layout.

/// Every string that only narrow pages show.
pub struct PhoneWords {
    /// The bar at the foot of the screen.
    pub bar: &'static str,
    /// Button of the bar: the views.
    pub view: &'static str,
    /// The same, with the view that is shown.
    pub view_shown: fn(&str) -> String,
    /// Button of the bar: everything else.
    pub more: &'static str,
    /// Button of the bar: the filters, with how many are active.
    pub filters_active: fn(usize) -> String,
    /// How to use the vertical timeline by keyboard, for a screen reader.
    pub keys: &'static str,
    /// Name of the strip of the whole record.
    pub strip: &'static str,
    /// What the strip says of where one is: the days on the screen.
    pub strip_at: fn(&str) -> String,
    /// A stretch without an event: its days.
    pub break_days: fn(i32) -> String,
    /// Together: names the row of links to the sections.
    pub jumps: &'static str,
    /// Together: button of a section.
    pub open: &'static str,
    /// Together: what it opens.
    pub open_view: fn(&str) -> String,
    /// Two selections: which rail is whose.
    pub rails: &'static str,
    /// Two selections of other days: how they lie.
    pub rails_moved: &'static str,
    /// Events of a period that have no line of their own: count, period.
    pub group: fn(usize, &str) -> String,
    /// What opening them does.
    pub group_hint: &'static str,
    /// Name of the row of filter buttons and title of the drawer.
    pub filters: &'static str,
    /// Button: opens the drawer at the search field.
    pub search: &'static str,
    /// A facet's button: its name, what is chosen.
    pub chip_chosen: fn(&str, &str) -> String,
    /// Joins what is chosen.
    pub chosen_gap: &'static str,
    /// The button that closes the drawer: how many events are left.
    pub show: fn(usize) -> String,
    /// The handle that opens a sheet to its full height.
    pub taller: &'static str,
    /// The handle that lets a sheet down again.
    pub lower: &'static str,
    /// The sheet's main action: section of the source.
    pub source: fn(&str) -> String,
}

/// English.
pub static EN: PhoneWords = PhoneWords {
    bar: "Bar",
    view: "View",
    view_shown: |view| format!("View: {view}"),
    more: "More",
    filters_active: |n| match n {
        0 => "Filters".to_owned(),
        1 => "Filters, 1 active".to_owned(),
        _ => format!("Filters, {n} active"),
    },
    keys: "Arrow keys move between events, Enter opens, + and − change the scale, Home and End go to the ends",
    strip: "The whole record",
    strip_at: |days| format!("{days} on the screen"),
    break_days: |days| {
        if days == 1 { "1 day without an event".to_owned() } else { format!("{days} days without an event") }
    },
    jumps: "Sections",
    open: "Open",
    open_view: |view| format!("Open {view}"),
    rails: "A on the left line, B on the right.",
    rails_moved: " A begins beside B’s first day; each event says its own date.",
    group: |n, period| {
        if n == 1 { format!("1 more event, {period}") } else { format!("{n} more events, {period}") }
    },
    group_hint: "Show them",
    filters: "Filters",
    search: "Search",
    chip_chosen: |facet, chosen| format!("{facet}: {chosen}"),
    chosen_gap: ", ",
    show: |n| if n == 1 { "Show 1 event".to_owned() } else { format!("Show {n} events") },
    taller: "Open in full",
    lower: "Make smaller",
    source: |section| format!("Source § {section}"),
};

/// Chinese.
pub static ZH: PhoneWords = PhoneWords {
    bar: "工具栏",
    view: "视图",
    view_shown: |view| format!("视图：{view}"),
    more: "更多",
    filters_active: |n| if n == 0 { "筛选".to_owned() } else { format!("筛选，已启用{n}项") },
    keys: "方向键在事件间移动，回车键打开，+ 和 − 调整疏密，Home 和 End 键到达首尾",
    strip: "全部记录",
    strip_at: |days| format!("屏幕所示：{days}"),
    break_days: |days| format!("{days}天无事件"),
    jumps: "各部分",
    open: "打开",
    open_view: |view| format!("打开{view}"),
    rails: "左线为A，右线为B。",
    rails_moved: "A的首日与B的首日对齐，各事件注明自己的日期。",
    group: |n, period| format!("{period}另有{n}项事件"),
    group_hint: "展开",
    filters: "筛选",
    search: "搜索",
    chip_chosen: |facet, chosen| format!("{facet}：{chosen}"),
    chosen_gap: "、",
    show: |n| format!("显示{n}项事件"),
    taller: "展开全文",
    lower: "收起",
    source: |section| format!("来源：{section}"),
};
