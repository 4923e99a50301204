//! The words of sharing: a link, or a view in somebody's own page.

use crate::embed::EmbedCode;

/// Strings of the dialog of sharing in one language.
pub struct ShareWords {
    /// Heading: the address of the view as it is.
    pub link: &'static str,
    /// Button: copies the address.
    pub copy_link: &'static str,
    /// Heading: the view in another page.
    pub embed: &'static str,
    /// What that is, for someone who never did it.
    pub embed_what: &'static str,
    /// Choice: the view.
    pub view: &'static str,
    /// Choice: which events.
    pub events: &'static str,
    /// Events: the filters of the page; the headline they give.
    pub events_filtered: fn(&str) -> String,
    /// Events: no filter; how many there are.
    pub events_all: fn(usize) -> String,
    /// Choice: the language.
    pub language: &'static str,
    /// Language: whatever the reader's browser says.
    pub language_reader: &'static str,
    /// Choice: light or dark.
    pub scheme: &'static str,
    /// Scheme: as the page around.
    pub scheme_page: &'static str,
    /// Scheme.
    pub scheme_light: &'static str,
    /// Scheme.
    pub scheme_dark: &'static str,
    /// Choice: whether later versions of the dataset are shown.
    pub data: &'static str,
    /// Data: follows.
    pub data_living: &'static str,
    /// Data: stays at this version.
    pub data_frozen: fn(&str) -> String,
    /// Field: width in pixels.
    pub width: &'static str,
    /// Placeholder of that field: as wide as the column.
    pub width_full: &'static str,
    /// Field: height in pixels.
    pub height: &'static str,
    /// Choice: how wide the preview is.
    pub preview: &'static str,
    /// Preview: a phone's width.
    pub preview_phone: &'static str,
    /// Preview: a column of text.
    pub preview_column: &'static str,
    /// Preview: all the width there is.
    pub preview_full: &'static str,
    /// Name of the frame of the preview.
    pub preview_name: &'static str,
    /// Choice: where the code will be pasted.
    pub place: &'static str,
    /// The name of a kind of code.
    pub code_name: fn(EmbedCode) -> &'static str,
    /// What to do with it, and what it can and cannot do there.
    pub code_how: fn(EmbedCode) -> &'static str,
    /// Name of the field of the code.
    pub code: &'static str,
    /// Button: copies the code.
    pub copy_code: &'static str,
    /// Link to the page that tells all about embedding.
    pub more: &'static str,
}

pub(super) static EN: ShareWords = ShareWords {
    link: "Link to what you see",
    copy_link: "Copy link",
    embed: "Put it on your own page",
    embed_what: "Choose, look, copy the code, paste it. It needs no account, sets no cookie, and readers without the program still get the list of events.",
    view: "View",
    events: "Events",
    events_filtered: |headline| format!("As filtered now: {headline}"),
    events_all: |n| format!("All {n} events"),
    language: "Language",
    language_reader: "The reader’s",
    scheme: "Colours",
    scheme_page: "As the page",
    scheme_light: "Light",
    scheme_dark: "Dark",
    data: "Data",
    data_living: "Living: always the newest version",
    data_frozen: |version| format!("Frozen: stays at version {version}"),
    width: "Width, px",
    width_full: "full",
    height: "Height, px",
    preview: "Preview",
    preview_phone: "Phone",
    preview_column: "Column",
    preview_full: "Full width",
    preview_name: "Preview of the embedded view",
    place: "Where it goes",
    code_name: |code| match code {
        EmbedCode::Frame => "Any page (HTML)",
        EmbedCode::Script => "HTML with script",
        EmbedCode::WordPress => "WordPress",
        EmbedCode::Moodle => "Moodle",
        EmbedCode::Markdown => "Markdown",
        EmbedCode::Link => "Plain link",
    },
    code_how: |code| match code {
        EmbedCode::Frame => {
            "Paste it into the HTML of the page, where the view should stand. For Google Sites: Insert, Embed, Embed code."
        }
        EmbedCode::Script => {
            "Paste it into the HTML of the page. The height then follows the content, and a link to your page with ?event=… opens that event."
        }
        EmbedCode::WordPress => {
            "Paste it into the editor as it is: it becomes a Custom HTML block. Where your role or plan may not use frames, the link below stays."
        }
        EmbedCode::Moodle => {
            "In the editor of a page or label choose Tools, Source code, and paste it. Where the site removes frames, the link below stays."
        }
        EmbedCode::Markdown => "For READMEs, wikis and forums: a picture that opens the view when pressed.",
        EmbedCode::Link => "For mail, chat and slides: opens the view as a page of its own.",
    },
    code: "Code to paste",
    copy_code: "Copy code",
    more: "All about embedding",
};

pub(super) static ZH: ShareWords = ShareWords {
    link: "当前视图的链接",
    copy_link: "复制链接",
    embed: "嵌入您的网页",
    embed_what: "选好样式，看看预览，复制代码，粘贴即可。无需账号，不设置Cookie；即使程序无法运行，读者仍能看到事件列表。",
    view: "视图",
    events: "事件",
    events_filtered: |headline| format!("按当前筛选：{headline}"),
    events_all: |n| format!("全部{n}项事件"),
    language: "语言",
    language_reader: "随读者",
    scheme: "配色",
    scheme_page: "随所在网页",
    scheme_light: "浅色",
    scheme_dark: "深色",
    data: "数据",
    data_living: "持续更新：始终为最新版本",
    data_frozen: |version| format!("固定：停留在{version}版"),
    width: "宽度（像素）",
    width_full: "全宽",
    height: "高度（像素）",
    preview: "预览",
    preview_phone: "手机",
    preview_column: "栏宽",
    preview_full: "全宽",
    preview_name: "嵌入效果预览",
    place: "用在哪里",
    code_name: |code| match code {
        EmbedCode::Frame => "任意网页（HTML）",
        EmbedCode::Script => "HTML加脚本",
        EmbedCode::WordPress => "WordPress",
        EmbedCode::Moodle => "Moodle",
        EmbedCode::Markdown => "Markdown",
        EmbedCode::Link => "普通链接",
    },
    code_how: |code| match code {
        EmbedCode::Frame => "粘贴到网页的HTML中要显示的位置。Google协作平台：依次选择“插入”“嵌入”“嵌入代码”。",
        EmbedCode::Script => "粘贴到网页的HTML中。高度会随内容变化；网页地址带有“?event=…”时，会直接打开该事件。",
        EmbedCode::WordPress => {
            "直接粘贴到编辑器，会自动成为“自定义HTML”区块。如果您的角色或套餐不允许使用框架，下方的链接仍会保留。"
        }
        EmbedCode::Moodle => {
            "在网页或标签的编辑器中依次选择“工具”“源代码”，再粘贴。如果网站去除框架，下方的链接仍会保留。"
        }
        EmbedCode::Markdown => "用于自述文件、维基和论坛：显示一张图片，点击后打开该视图。",
        EmbedCode::Link => "用于邮件、聊天和幻灯片：在单独的页面中打开该视图。",
    },
    code: "要粘贴的代码",
    copy_code: "复制代码",
    more: "嵌入的详细说明",
};
