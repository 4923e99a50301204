//! The words for when no event passes: why, and the ways back.

/// Strings of this part of the page.
pub struct EmptyWords {
    /// Why: what fits nothing, or what does not fit together.
    pub why: fn(&[String]) -> String,
    /// Why: the text is found nowhere.
    pub no_text: fn(&str) -> String,
    /// Between the choices of a facet, which are alternatives.
    pub or: &'static str,
    /// What is asked where the background is not shown, as in "fits … and …".
    pub record: &'static str,
    /// Between what is let go of together.
    pub and: &'static str,
    /// Button: lets go of filters; brings back so many.
    pub remove: fn(&str, usize) -> String,
    /// Button: shows the background too; brings back so many.
    pub show_background: fn(usize) -> String,
    /// Button: a word of the record instead of the one typed; finds so many.
    pub search_instead: fn(&str, usize) -> String,
}

fn events(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}

pub(super) static EN: EmptyWords = EmptyWords {
    why: |what| match what {
        [one] => format!("No event fits {one}."),
        [first @ .., last] => format!("No event fits {} and {last} together.", first.join(", ")),
        [] => "No event is shown.".to_owned(),
    },
    no_text: |text| format!("No event contains {text}."),
    or: " or ",
    record: "the record’s own period",
    and: " and ",
    remove: |what, n| format!("Remove {what} ({})", events(n)),
    show_background: |n| format!("Show the earlier background ({})", events(n)),
    search_instead: |word, n| format!("Search for “{word}” instead ({})", events(n)),
};

pub(super) static ZH: EmptyWords = EmptyWords {
    why: |what| match what {
        [one] => format!("没有事件符合{one}。"),
        [first @ .., last] => format!("没有事件同时符合{}和{last}。", first.join("、")),
        [] => "没有事件。".to_owned(),
    },
    no_text: |text| format!("没有事件含有{text}。"),
    or: "或",
    record: "记录所涵盖的时段",
    and: "和",
    remove: |what, n| format!("移除{what}（{n}项）"),
    show_background: |n| format!("显示更早的背景（{n}项）"),
    search_instead: |word, n| format!("改为搜索“{word}”（{n}项）"),
};
