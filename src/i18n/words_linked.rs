//! The words of the views together, and of steps undone and redone.

/// The strings of this part of the page.
pub struct LinkedWords {
    /// Tab: timeline, charts and table on one page.
    pub view_all: &'static str,
    /// Button: nothing to undo.
    pub undo: &'static str,
    /// Button: nothing to redo.
    pub redo: &'static str,
    /// Button: what it undoes.
    pub undo_what: fn(&str) -> String,
    /// Button: what it redoes.
    pub redo_what: fn(&str) -> String,
    /// Said once it is done: what was undone.
    pub undone: fn(&str) -> String,
    /// Said once it is done: what was redone.
    pub redone: fn(&str) -> String,
    /// What a step changed: the search text.
    pub part_text: &'static str,
    /// What a step changed: the participant whose page it is.
    pub part_who: &'static str,
    /// What a step changed: what is pinned.
    pub part_pinned: &'static str,
    /// What a step changed: more than can be named in a word or two.
    pub part_several: &'static str,
    /// Between two parts that a step changed.
    pub part_gap: &'static str,
}

pub(super) static EN: LinkedWords = LinkedWords {
    view_all: "Together",
    undo: "Undo",
    redo: "Redo",
    undo_what: |what| format!("Undo: {what}"),
    redo_what: |what| format!("Redo: {what}"),
    undone: |what| format!("Undone: {what}"),
    redone: |what| format!("Redone: {what}"),
    part_text: "Search",
    part_who: "Participant",
    part_pinned: "Comparison",
    part_several: "several filters",
    part_gap: ", ",
};

pub(super) static ZH: LinkedWords = LinkedWords {
    view_all: "同屏",
    undo: "撤销",
    redo: "重做",
    undo_what: |what| format!("撤销：{what}"),
    redo_what: |what| format!("重做：{what}"),
    undone: |what| format!("已撤销：{what}"),
    redone: |what| format!("已重做：{what}"),
    part_text: "搜索",
    part_who: "参与方",
    part_pinned: "对比",
    part_several: "多项筛选",
    part_gap: "、",
};
