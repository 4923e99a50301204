//! The page as it is served, read without the program: it is never linked into the program itself.

use crate::model::Locale;

/// Every word of the served page that the program does not have.
pub struct PageWords {
    /// What is listed: the number of events.
    pub all: fn(usize) -> String,
    /// Note where scripts are switched off.
    pub no_script: &'static str,
    /// Until the program shows the view that the address asks for.
    pub asks: &'static str,
    /// Failure: the address asks for a view that is not shown.
    pub asks_in_vain: &'static str,
    /// Link to the dataset.
    pub file: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    /// Failure: the program stopped.
    pub stopped: (&'static str, &'static str),
    /// Failure: the browser has no WebAssembly.
    pub no_wasm: (&'static str, &'static str),
    /// Failure: a file did not arrive.
    pub missing: (&'static str, &'static str),
    /// Failure: a file arrived damaged.
    pub damaged: (&'static str, &'static str),
    /// Failure: loads the page again.
    pub again: &'static str,
    /// Failure: the same page, everything as it opens.
    pub anew: &'static str,
}

/// The words of a language.
pub fn page_words(locale: Locale) -> &'static PageWords {
    match locale {
        Locale::En => &EN,
        Locale::Zh => &ZH,
    }
}

static EN: PageWords = PageWords {
    all: |n| format!("All {n} events, earlier background included"),
    no_script: "Zooming, filters, charts and search need JavaScript, which is switched off here. Every event is listed below.",
    asks: "The whole record, until the view you asked for is here",
    asks_in_vain: "The address asks for a part of the record or another view of it; what stands below is the whole of it.",
    file: "All events as a file (JSON)",
    other_language: "English",
    stopped: (
        "The page has stopped.",
        "Something in it failed. Nothing of yours is lost: the address holds what you were looking at.",
    ),
    no_wasm: (
        "This browser does not run WebAssembly.",
        "The interactive timeline needs it: use a current browser, or allow it in the settings of this one. Every event is listed below.",
    ),
    missing: (
        "A part of the program did not arrive.",
        "Check the connection and load the page again. Meanwhile every event is listed below.",
    ),
    damaged: ("A part of the program arrived damaged.", "Load the page again. Meanwhile every event is listed below."),
    again: "Load the same view again",
    anew: "Start anew",
};

static ZH: PageWords = PageWords {
    all: |n| format!("全部{n}项事件（含早期背景）"),
    no_script: "缩放、筛选、图表和搜索需要 JavaScript，此处已停用。全部事件见下方列表。",
    asks: "所选视图载入之前，先显示全部记录",
    asks_in_vain: "网址要求显示部分记录或另一种视图；以下是全部记录。",
    file: "全部事件的数据文件（JSON）",
    other_language: "中文",
    stopped: ("页面已停止运行。", "程序出现错误。您的内容没有丢失：网址中保存着刚才的视图。"),
    no_wasm: (
        "此浏览器不能运行 WebAssembly。",
        "交互式时间线需要它：请换用新版浏览器，或在浏览器设置中启用。全部事件见下方列表。",
    ),
    missing: ("程序有一部分未能下载。", "请检查网络连接，然后重新载入页面。全部事件见下方列表。"),
    damaged: ("程序有一部分在下载中损坏。", "请重新载入页面。全部事件见下方列表。"),
    again: "重新载入同一视图",
    anew: "重新开始",
};
