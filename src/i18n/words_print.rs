//! Words of documents, pictures and the printed page.

/// Words of documents, pictures and the printed page.
pub struct PrintWords {
    /// Which version of the dataset.
    pub version: fn(&str) -> String,
    /// The address that gives the same view again.
    pub permalink: fn(&str) -> String,
    /// Key: what a counted pill means in a picture.
    pub several: &'static str,
    /// Key: what a counted pill means above a list of all events.
    pub several_listed: &'static str,
    /// What was asked for, where nothing was: how many events there are.
    pub no_filter: fn(usize) -> String,
    /// Name of the list of events.
    pub all_listed: &'static str,
    /// Place in the source: regions, section, page.
    pub place: fn(&str, &str, u32) -> String,
    /// Joins names.
    pub name_join: &'static str,
    /// Between `page` and `pages`, in the foot of a sheet.
    pub of_pages: &'static str,
    /// Button: prints the whole selection.
    pub print: &'static str,
    /// A picture could not be made.
    pub picture_failed: &'static str,
    /// A picture would be too large.
    pub picture_too_large: &'static str,
}

pub(super) static EN: PrintWords = PrintWords {
    version: |version| format!("Dataset {version}"),
    permalink: |address| format!("Permalink: {address}"),
    several: "several events",
    several_listed: "several, listed below",
    no_filter: |n| if n == 1 { "1 event; no filter".to_owned() } else { format!("All {n} events; no filter") },
    all_listed: "Every event shown above",
    place: |regions, section, page| format!("{regions}, § {section}, p. {page}"),
    name_join: ", ",
    of_pages: " of ",
    print: "Print",
    picture_failed: "The browser could not make the picture. The SVG holds the same drawing.",
    picture_too_large: "The picture would be too large for the browser. The SVG holds the same drawing.",
};

pub(super) static ZH: PrintWords = PrintWords {
    version: |version| format!("数据集 {version}"),
    permalink: |address| format!("固定链接：{address}"),
    several: "多项事件",
    several_listed: "多项，见下表",
    no_filter: |n| format!("全部{n}项事件，未筛选"),
    all_listed: "上图所示全部事件",
    place: |regions, section, page| format!("{regions}，§ {section}，第{page}页"),
    name_join: "、",
    of_pages: " / ",
    print: "打印",
    picture_failed: "浏览器无法生成图片，SVG 文件中是同一幅图。",
    picture_too_large: "图片过大，浏览器无法生成，SVG 文件中是同一幅图。",
};
