//! What is said about files and citations, and around them.

use crate::export::CiteFormat;
use crate::model::Precision;

/// Strings of downloads and citations in one language.
pub struct ExportWords {
    /// Every event of the dataset, as a selection in words.
    pub all_words: fn(usize) -> String,
    /// The end of a sentence.
    pub full_stop: &'static str,
    /// What stands between two sentences.
    pub sentence_gap: &'static str,

    /// Calendar: its name from the dataset's title and the selection.
    pub ics_name: fn(&str, &str) -> String,
    /// Calendar: an event whose days are not stated: title, date in words, how exactly it is known.
    pub ics_vague: fn(&str, &str, Precision) -> String,

    /// Where an event stands in the source: publisher, title, date, section, page. No full stop.
    pub as_stated: fn(&str, &str, &str, &str, u32) -> String,
    /// What the dataset is transcribed from: publisher, title, date. No full stop.
    pub transcribed: fn(&str, &str, &str) -> String,
    /// Citation: the dataset: author, title, version, date of release.
    pub cite_dataset: fn(Option<&str>, &str, &str, Option<&str>) -> String,
    /// Citation: a part of the dataset: its title, its date, the dataset.
    pub cite_within: fn(&str, Option<&str>, &str) -> String,
    /// Citation: where a part was published.
    pub cite_in: fn(&str) -> String,
    /// Citation: the edition.
    pub cite_edition: fn(&str) -> String,
    /// Citation: an address and the day it was retrieved.
    pub cite_retrieved: fn(&str, &str) -> String,
    /// Citation: no place of publication is known.
    pub cite_no_place: &'static str,

    /// Downloads: button for every event.
    pub download_all: fn(usize) -> String,
    /// Downloads: button for the events of the view.
    pub download_shown: fn(usize) -> String,
    /// Downloads: name of such a button, from the format and its text.
    pub download_name: fn(&str, &str) -> String,
    /// Downloads: what "as shown" means now: the headline.
    pub download_shown_is: fn(&str) -> String,
    /// Downloads: how many of all are background.
    pub download_background: fn(usize) -> String,
    /// Downloads: what each file says about itself: dataset version.
    pub download_says: fn(&str) -> String,
    /// Downloads: what a CSV is for.
    pub csv_what: &'static str,
    /// Downloads: what a JSON is for.
    pub json_what: &'static str,
    /// Downloads: what a calendar is for.
    pub ics_what: &'static str,
    /// Downloads: what a copy of the page is for.
    pub copy_what: &'static str,
    /// Downloads: button that saves it.
    pub copy_save: &'static str,
    /// Downloads: it is being put together.
    pub copy_making: &'static str,
    /// A file was handed to the browser.
    pub saved: &'static str,
    /// A file could not be made.
    pub save_failed: &'static str,

    /// Citations: name of the choice of what is cited.
    pub cite_what: &'static str,
    /// Citations: the opened event.
    pub cite_event: &'static str,
    /// Citations: the view.
    pub cite_view: &'static str,
    /// Citations: the whole dataset.
    pub cite_dataset_whole: &'static str,
    /// Citations: name of the choice of the form.
    pub cite_format: &'static str,
    /// Citations: the name of a form.
    pub cite_format_name: fn(CiteFormat) -> &'static str,
    /// Citations: name of the field with the text.
    pub cite_text: &'static str,
    /// Copies a text.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It could not be copied, and is selected instead.
    pub copy_by_hand: &'static str,
    /// Saves a text as a file.
    pub save_file: &'static str,

    /// It was saved.
    pub calendar_saved: &'static str,
    /// It was saved, of a date that states no day.
    pub calendar_saved_vague: &'static str,
}

pub(super) static EN: ExportWords = ExportWords {
    all_words: |n| format!("All {}", events(n)),
    full_stop: ".",
    sentence_gap: " ",

    ics_name: |title, words| format!("{title}: {words}"),
    ics_vague: |title, date, precision| match precision {
        Precision::Day => format!("{title} [{date}]"),
        Precision::Month => format!("{title} [{date}, day not stated]"),
        Precision::Year => format!("{title} [{date}, month not stated]"),
    },

    as_stated: |publisher, title, date, section, page| {
        format!("As stated in: {publisher}, {title}, {date}, section {section}, p. {page}")
    },
    transcribed: |publisher, title, date| format!("Transcribed from: {publisher}, {title}, {date}"),
    cite_dataset: |author, title, version, released| {
        let author = author.map_or(String::new(), |author| format!("{author}, "));
        let released = released.map_or(String::new(), |date| format!(", {date}"));
        format!("{author}{title} (dataset, version {version}{released})")
    },
    cite_within: |title, date, dataset| {
        let date = date.map_or(String::new(), |date| format!(", {date}"));
        format!("“{title}”{date}. In: {dataset}")
    },
    cite_in: |title| format!("In: {title} (dataset)"),
    cite_edition: |version| format!("Version {version}"),
    cite_retrieved: |link, date| format!("{link} (retrieved {date})."),
    cite_no_place: "[S.l.]",

    download_all: |n| format!("All ({})", events(n)),
    download_shown: |n| format!("As shown ({})", events(n)),
    download_name: |format, label| format!("{format}: {label}"),
    download_shown_is: |headline| format!("As shown: {headline}."),
    download_background: |n| format!("All: with the earlier background, {}.", events(n)),
    download_says: |version| {
        format!(
            "Each file names what was selected, dataset version {version}, and an address that shows the same events."
        )
    },
    csv_what: "A table for spreadsheets and statistics, in both languages",
    json_what: "The dataset’s own format, which this page opens again",
    ics_what: "All-day entries for a calendar; where no day is stated, over the whole month or year",
    copy_what: "This whole page as one file: opens from a disk, offline, as it is now",
    copy_save: "Save a copy",
    copy_making: "Making the copy…",
    saved: "The file was handed to your browser.",
    save_failed: "The file could not be made here.",

    cite_what: "What",
    cite_event: "This event",
    cite_view: "This view",
    cite_dataset_whole: "The dataset",
    cite_format: "Format",
    cite_format_name: |format| match format {
        CiteFormat::Plain => "Text",
        CiteFormat::Bibtex => "BibTeX",
        CiteFormat::Ris => "RIS",
        CiteFormat::CslJson => "CSL-JSON",
        CiteFormat::Gbt7714 => "GB/T 7714",
    },
    cite_text: "Citation",
    copy: "Copy",
    copied: "Copied",
    copy_by_hand: "Copying is not allowed here. The text is selected: press Ctrl+C, on a Mac ⌘C.",
    save_file: "Save as a file",

    calendar_saved: "Calendar entry saved",
    calendar_saved_vague: "Calendar entry saved. The report states no day, so it spans the whole period.",
};

pub(super) static ZH: ExportWords = ExportWords {
    all_words: |n| format!("全部{n}项事件"),
    full_stop: "。",
    sentence_gap: "",

    ics_name: |title, words| format!("{title}：{words}"),
    ics_vague: |title, date, precision| match precision {
        Precision::Day => format!("{title}［{date}］"),
        Precision::Month => format!("{title}［{date}，未载日期］"),
        Precision::Year => format!("{title}［{date}，未载月份］"),
    },

    as_stated: |publisher, title, date, section, page| {
        format!("据{publisher}：《{title}》，{date}，第{section}节，第{page}页")
    },
    transcribed: |publisher, title, date| format!("整理自{publisher}：《{title}》，{date}"),
    cite_dataset: |author, title, version, released| {
        let author = author.map_or(String::new(), |author| format!("{author}："));
        let released = released.map_or(String::new(), |date| format!("，{date}"));
        format!("{author}《{title}》（数据集，{version}版{released}）")
    },
    cite_within: |title, date, dataset| {
        let date = date.map_or(String::new(), |date| format!("，{date}"));
        format!("“{title}”{date}，载{dataset}")
    },
    cite_in: |title| format!("载《{title}》（数据集）"),
    cite_edition: |version| format!("{version}版"),
    cite_retrieved: |link, date| format!("{link}（{date}访问）。"),
    cite_no_place: "[出版地不详]",

    download_all: |n| format!("全部（{n}项）"),
    download_shown: |n| format!("当前显示（{n}项）"),
    download_name: |format, label| format!("{format}：{label}"),
    download_shown_is: |headline| format!("当前显示：{headline}。"),
    download_background: |n| format!("全部：含更早的背景{n}项。"),
    download_says: |version| format!("每个文件都注明所选内容、数据集版本 {version}，以及可显示同一批事件的网址。"),
    csv_what: "表格，用于电子表格和统计软件，中英文俱全",
    json_what: "数据集自身的格式，可在本页重新打开",
    ics_what: "日历的全天日程；未载日期的，占满当月或当年",
    copy_what: "整个页面存为一个文件：可离线从磁盘打开，保留当前视图和语言",
    copy_save: "保存副本",
    copy_making: "正在生成副本……",
    saved: "文件已交给浏览器。",
    save_failed: "此处无法生成文件。",

    cite_what: "引用对象",
    cite_event: "本事件",
    cite_view: "当前视图",
    cite_dataset_whole: "数据集",
    cite_format: "格式",
    cite_format_name: |format| match format {
        CiteFormat::Plain => "文字",
        CiteFormat::Bibtex => "BibTeX",
        CiteFormat::Ris => "RIS",
        CiteFormat::CslJson => "CSL-JSON",
        CiteFormat::Gbt7714 => "GB/T 7714",
    },
    cite_text: "引文",
    copy: "复制",
    copied: "已复制",
    copy_by_hand: "此处不允许自动复制。文字已选中，请按 Ctrl+C（Mac 上按 ⌘C）。",
    save_file: "存为文件",

    calendar_saved: "已保存日历日程",
    calendar_saved_vague: "已保存日历日程。报告未载具体日期，因此占满整个时段。",
};

fn events(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}
