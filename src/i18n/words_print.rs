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
    /// Page of the source.
    pub page: fn(u32) -> String,
    /// Joins names of regions.
    pub name_join: &'static str,
    /// Joins regions, section and page.
    pub place_join: &'static str,
    /// Between `page` and `pages`, in the foot of a sheet.
    pub of_pages: &'static str,
    /// Button: prints the whole selection.
    pub print: &'static str,
    /// What printing gives.
    pub print_what: &'static str,
    /// Heading of the pictures.
    pub pictures: &'static str,
    /// What the pictures are.
    pub pictures_what: &'static str,
    /// The timeline, then each chart in the order of the page.
    pub picture_names: [&'static str; 7],
    /// Whether a picture is dark.
    pub picture_dark: &'static str,
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
    page: |page| format!("p. {page}"),
    name_join: ", ",
    place_join: ", ",
    of_pages: " of ",
    print: "Print",
    print_what: "What is shown, whole: the drawing in ink, then every event with its source. On A4 or Letter.",
    pictures: "Pictures",
    pictures_what: "What is shown, whole, with headline, key and source. 4K is 3,840 pixels on the longer side.",
    picture_names: [
        "Timeline",
        "Events by period",
        "Joint statements, cumulative",
        "Region by region",
        "Region by period",
        "Stances",
        "Kinds by region",
    ],
    picture_dark: "Dark",
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
    page: |page| format!("第{page}页"),
    name_join: "、",
    place_join: "，",
    of_pages: " / ",
    print: "打印",
    print_what: "当前显示的全部内容：黑白时间线，以及每项事件及其来源。适用 A4 与 Letter 纸。",
    pictures: "图片",
    pictures_what: "当前显示的全部内容，含标题、图例与来源。4K 指长边 3840 像素。",
    picture_names: [
        "时间线",
        "各时期事件数",
        "联合声明累计",
        "各地区走势",
        "地区与时期",
        "联合声明的表态",
        "各地区事件类型",
    ],
    picture_dark: "深色",
    picture_failed: "浏览器无法生成图片，SVG 文件中是同一幅图。",
    picture_too_large: "图片过大，浏览器无法生成，SVG 文件中是同一幅图。",
};
