//! Words of the search field, and of the menus of choices beside it.

use crate::query::{Exactness, Place};

/// Strings of search and of choices.
pub struct SearchWords {
    /// Facet.
    pub organisation: &'static str,
    /// Facet: how exactly a date is known.
    pub precision: &'static str,
    /// One way in which a date is known.
    pub exactness: fn(Exactness) -> &'static str,
    /// Menu of the facets that have no menu of their own.
    pub more: &'static str,
    /// Button on a choice: this one and no other.
    pub only: &'static str,
    /// The same, in full.
    pub only_name: fn(&str) -> String,
    /// Button on the only choice: every one again.
    pub all: &'static str,
    /// The same, in full, with the facet.
    pub all_name: fn(&str) -> String,
    /// What a click on a choice leaves.
    pub leaves: fn(usize) -> String,
    /// Above the choices without an event.
    pub none_here: &'static str,
    /// How a date in the text was understood: the date in words.
    pub read_as_date: fn(&str) -> String,
    /// Button: the same text, without a date in it.
    pub as_words: &'static str,
    /// Where a text was found outside the title.
    pub found_in: fn(Place) -> &'static str,
}

pub(super) static EN: SearchWords = SearchWords {
    organisation: "Organisation",
    precision: "Date known",
    exactness: |known| match known {
        Exactness::Day => "To the day",
        Exactness::Month => "To the month",
        Exactness::Year => "To the year",
        Exactness::Span => "Span of time",
        Exactness::About => "Only about",
    },
    more: "More",
    only: "only",
    only_name: |name| format!("Only {name}"),
    all: "all",
    all_name: |facet| format!("All again: {facet}"),
    leaves: |n| format!("A click leaves {n}"),
    none_here: "None under the other filters",
    read_as_date: |date| format!("{date} was read as a date."),
    as_words: "Search it as words",
    found_in: |place| match place {
        Place::Title => "Title",
        Place::Summary => "Summary",
        Place::Note => "Note",
        Place::Country => "Country",
        Place::Organisation => "Organisation",
        Place::Region => "Region",
        Place::Kind => "Kind",
        Place::Theme => "Direction",
        Place::Stance => "Wording",
        Place::Section => "Section",
    },
};

pub(super) static ZH: SearchWords = SearchWords {
    organisation: "组织",
    precision: "日期精度",
    exactness: |known| match known {
        Exactness::Day => "精确到日",
        Exactness::Month => "精确到月",
        Exactness::Year => "精确到年",
        Exactness::Span => "一段时间",
        Exactness::About => "大约",
    },
    more: "更多",
    only: "仅此",
    only_name: |name| format!("仅看{name}"),
    all: "全部",
    all_name: |facet| format!("恢复全部{facet}"),
    leaves: |n| format!("点击后剩{n}项"),
    none_here: "在其他筛选下没有事件",
    read_as_date: |date| format!("“{date}”按日期理解。"),
    as_words: "改按文字搜索",
    found_in: |place| match place {
        Place::Title => "标题",
        Place::Summary => "摘要",
        Place::Note => "说明",
        Place::Country => "国家",
        Place::Organisation => "组织",
        Place::Region => "地区",
        Place::Kind => "类型",
        Place::Theme => "方向",
        Place::Stance => "表态",
        Place::Section => "章节",
    },
};
