//! The words of two selections side by side; A is the pinned one, B the present one.

use crate::compare::{Overlap, Side};

/// Every word of comparing.
pub struct CompareWords {
    /// Menu: pins the present selection, with its count.
    pub pin: fn(usize) -> String,
    /// Menu: what pinning does.
    pub pin_hint: &'static str,
    /// Drawer: what to do once something is pinned.
    pub then: &'static str,
    /// Menu: heading of the comparisons that suggest themselves.
    pub ready: &'static str,
    /// Menu: a comparison that suggests itself, of A and B.
    pub offer: fn(&str, &str) -> String,
    /// A question that asks for nothing in particular.
    pub all: &'static str,
    /// What A is.
    pub pinned: &'static str,
    /// What B is.
    pub present: &'static str,
    /// Button.
    pub swap: &'static str,
    /// Button.
    pub unpin: &'static str,
    /// Joins the parts of a selection's name.
    pub part_gap: &'static str,
    /// Joins sentences.
    pub sentence_gap: &'static str,
    /// Sentence: the names of A and B, and how many events they have.
    pub counts: fn(&[String; 2], [usize; 2]) -> String,
    /// Sentence: what they share.
    pub shared: fn(Overlap) -> String,
    /// Sentence: the kind that differs most: its slug, its name, how many in A and in B.
    pub kind: fn(&str, &str, [usize; 2]) -> String,
    /// Sentence: the region that differs most, how many in A and in B.
    pub region: fn(&str, [usize; 2]) -> String,
    /// Sentence: how the pinned drawing lies.
    pub aligned_dates: &'static str,
    /// Sentence: how the pinned drawing lies.
    pub aligned_starts: &'static str,
    /// Sentence: events of the pinned selection that are not drawn, of all.
    pub left_out: fn(usize, usize) -> String,
    /// Table: how the rows reconcile.
    pub table: fn([usize; 2], Overlap) -> String,
    /// Table: column.
    pub column: &'static str,
    /// Table: which selection a row belongs to.
    pub side: fn(Side) -> &'static str,
    /// Charts: both are drawn on one scale.
    pub one_scale: &'static str,
    /// Charts: a selection that has nothing to draw.
    pub nothing: &'static str,
}

fn events(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}

/// `5 more events`.
fn events_of(sort: &str, n: usize) -> String {
    format!("{n} {sort} {}", if n == 1 { "event" } else { "events" })
}

pub(super) static EN: CompareWords = CompareWords {
    pin: |n| format!("Pin this selection ({})", events(n)),
    pin_hint: "Then change the filters: the pinned selection stays beside the new one.",
    then: "Now change the filters: A stays, and the timeline shows both.",
    ready: "Ready to compare",
    offer: |a, b| format!("{b} against {a}"),
    all: "all",
    pinned: "Pinned",
    present: "Present",
    swap: "Swap",
    unpin: "Unpin",
    part_gap: ", ",
    sentence_gap: " ",
    counts: |[a, b], [n, m]| match m.cmp(&n) {
        std::cmp::Ordering::Equal => format!("B ({b}) has as many events as A ({a}): {n}."),
        std::cmp::Ordering::Greater => format!("B ({b}) has {} than A ({a}): {m} and {n}.", events_of("more", m - n)),
        std::cmp::Ordering::Less => format!("B ({b}) has {} than A ({a}): {m} and {n}.", events_of("fewer", n - m)),
    },
    shared: |overlap| match overlap {
        Overlap { both: 0, .. } => "No event is in both.".to_owned(),
        Overlap { only_a: 0, only_b: 0, .. } => "Both hold the same events.".to_owned(),
        Overlap { only_a: 0, .. } => "All of A is in B.".to_owned(),
        Overlap { only_b: 0, .. } => "All of B is in A.".to_owned(),
        Overlap { both: 1, .. } => "1 event is in both.".to_owned(),
        Overlap { both, .. } => format!("{both} events are in both."),
    },
    kind: |slug, label, [n, m]| {
        format!("By kind they differ most in {}: {m} in B, {n} in A.", super::words_participant::kinds_en(slug, label))
    },
    region: |label, [n, m]| format!("By region they differ most in {}: {m} in B, {n} in A.", super::en::the(label)),
    aligned_dates: "Drawn under the same days.",
    aligned_starts: "Drawn from its first day, at the same days per pixel.",
    left_out: |n, all| format!("{n} of its {} lie outside these days.", events(all)),
    table: |[n, m], overlap| {
        let Overlap { only_a, only_b, both } = overlap;
        let all = events(only_a + only_b + both);
        format!("{n} in A, {m} in B: {only_a} in A only, {only_b} in B only, {both} in both, {all} in all.")
    },
    column: "In",
    side: |side| match side {
        Side::A => "A only",
        Side::B => "B only",
        Side::Both => "A and B",
    },
    one_scale: "A and B are drawn on one scale.",
    nothing: "Too few events to draw.",
};

pub(super) static ZH: CompareWords = CompareWords {
    pin: |n| format!("固定当前选择（{n}项）"),
    pin_hint: "之后更改筛选，已固定的选择会与新的选择并列显示。",
    then: "现在更改筛选即可：A保持不变，时间线同时显示两者。",
    ready: "现成的对比",
    offer: |a, b| format!("{b}对比{a}"),
    all: "全部",
    pinned: "已固定",
    present: "当前",
    swap: "互换",
    unpin: "取消固定",
    part_gap: "，",
    sentence_gap: "",
    counts: |[a, b], [n, m]| match m.cmp(&n) {
        std::cmp::Ordering::Equal => format!("B（{b}）与A（{a}）同为{n}项。"),
        std::cmp::Ordering::Greater => format!("B（{b}）有{m}项，比A（{a}）的{n}项多{}项。", m - n),
        std::cmp::Ordering::Less => format!("B（{b}）有{m}项，比A（{a}）的{n}项少{}项。", n - m),
    },
    shared: |overlap| match overlap {
        Overlap { both: 0, .. } => "两者没有共同的事件。".to_owned(),
        Overlap { only_a: 0, only_b: 0, .. } => "两者的事件完全相同。".to_owned(),
        Overlap { only_a: 0, .. } => "A的事件都在B中。".to_owned(),
        Overlap { only_b: 0, .. } => "B的事件都在A中。".to_owned(),
        Overlap { both, .. } => format!("两者共有{both}项事件。"),
    },
    kind: |_, label, [n, m]| format!("按类型看，相差最大的是{label}：B有{m}项，A有{n}项。"),
    region: |label, [n, m]| format!("按地区看，相差最大的是{label}：B有{m}项，A有{n}项。"),
    aligned_dates: "与上方同日对齐。",
    aligned_starts: "自其首日起绘，每日宽度与上方相同。",
    left_out: |n, all| format!("其{all}项事件中有{n}项不在这些日期内。"),
    table: |[n, m], overlap| {
        let Overlap { only_a, only_b, both } = overlap;
        let all = only_a + only_b + both;
        format!("A有{n}项，B有{m}项：仅A {only_a}项，仅B {only_b}项，两者共有{both}项，合计{all}项。")
    },
    column: "属于",
    side: |side| match side {
        Side::A => "仅A",
        Side::B => "仅B",
        Side::Both => "A和B",
    },
    one_scale: "A与B用同一刻度绘制。",
    nothing: "事件太少，无法绘图。",
};
