//! What is said about files and citations, and around them.

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
}

pub(super) static EN: ExportWords = ExportWords {
    all_words: |n| if n == 1 { "All: 1 event".to_owned() } else { format!("All {n} events") },
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
};
