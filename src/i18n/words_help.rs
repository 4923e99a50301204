//! How to read the page, and the list of keys.

/// Strings of the help, of the line that greets on a first visit, and of the list of keys.
pub struct HelpWords {
    /// What there is to see: how many events, of which years.
    pub what: fn(usize, &str) -> String,
    /// Heading: marks.
    pub marks: &'static str,
    /// Shapes of the family of words.
    pub family_words: &'static str,
    /// Shapes of the family of meetings.
    pub family_meetings: &'static str,
    /// Shapes of the family of deeds.
    pub family_deeds: &'static str,
    /// What colour means.
    pub color: &'static str,
    /// What a soft band means.
    pub band: &'static str,
    /// What a bar means.
    pub bar: &'static str,
    /// What a band that fades to one side means.
    pub open_end: &'static str,
    /// What a counted pill means.
    pub cluster: &'static str,
    /// Heading: moving about.
    pub moving: &'static str,
    /// Lines of it: what to do, and what happens.
    pub moves: [[&'static str; 2]; 5],
    /// Heading: counting.
    pub counting: &'static str,
    /// How events are counted.
    pub counting_text: &'static str,
    /// Switch for single letters and signs.
    pub keys_switch: &'static str,
    /// What the switch is for.
    pub keys_switch_note: &'static str,
}

pub(super) static EN: HelpWords = HelpWords {
    what: |n, years| format!("{n} dated events, {years}. Each has its date, its source and a link of its own."),
    marks: "What the marks mean",
    family_words: "Square corners: words that were written or said",
    family_meetings: "Round: people who met",
    family_deeds: "Pointed or stepped: things that were done",
    color: "Colour is the region, as at the lane’s name; an event of several regions stands in each of their lanes",
    band: "A soft band: only the month or the year is known, and the event lies somewhere in it",
    bar: "A bar: it lasted from its first to its last day",
    open_end: "A band that fades to one side: no end, or no beginning, is stated",
    cluster: "A count: so many events stand too close to be told apart; it opens by a click",
    moving: "How to move about",
    moves: [
        ["Click a mark", "opens the event with its source"],
        ["Drag, or swipe sideways", "moves along in time"],
        ["Ctrl and the wheel, or pinch", "zooms; + and − do the same"],
        ["Drag on the strip below", "chooses a period"],
        ["Search and filters", "act on the timeline, the charts and the table alike, and are kept in the address"],
    ],
    counting: "How events are counted",
    counting_text: "The headline’s number is the number of rows in the table. An event of several regions counts once in each of them, so lanes and charts can add up to more; each chart says how it counts.",
    keys_switch: "Single letters and signs act",
    keys_switch_note: "Switch them off if you dictate, or press keys by mistake: arrows, Enter, Esc and keys with Ctrl go on acting. On a Mac, Cmd stands for Ctrl.",
};

pub(super) static ZH: HelpWords = HelpWords {
    what: |n, years| format!("{years}的{n}项事件，均有日期。每项都注明出处，并有各自的链接。"),
    marks: "标记的含义",
    family_words: "方角：写下或说出的文字",
    family_meetings: "圆形：人员会面",
    family_deeds: "尖角或阶梯形：已采取的行动",
    color: "颜色表示地区，与分组名称旁的颜色一致；涉及多个地区的事件在各组中都会出现",
    band: "柔和的色带：只知道月份或年份，事件发生在其中某一天",
    bar: "横条：从第一天持续到最后一天",
    open_end: "向一侧淡出的色带：报告没有说明结束或开始的时间",
    cluster: "数字：有这么多事件距离太近，无法分开显示；点击即可展开",
    moving: "如何操作",
    moves: [
        ["点击标记", "打开事件及其出处"],
        ["拖动，或横向滑动", "沿时间移动"],
        ["按住 Ctrl 滚动，或双指捏合", "缩放；也可用 + 和 − 按钮"],
        ["在下方的总览上拖动", "选择时段"],
        ["搜索与筛选", "同时作用于时间线、图表和表格，并保存在网址中"],
    ],
    counting: "如何计数",
    counting_text: "标题中的数字等于表格的行数。涉及多个地区的事件在每个地区各计一次，因此各组或图表的数字相加可能更大；每张图都注明了计数方式。",
    keys_switch: "启用单个字母和符号按键",
    keys_switch_note: "如果使用语音输入，或容易误触按键，可以关闭：方向键、回车键、Esc 键和与 Ctrl 同按的键仍然有效。在 Mac 上以 Cmd 代替 Ctrl。",
};
