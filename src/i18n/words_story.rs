//! Words of stories: reading, making and taking them away.

/// Words of stories.
pub struct StoryWords {
    /// What a story is.
    pub lede: &'static str,
    /// How many stops.
    pub count: fn(usize) -> String,
    /// Heading of a person's own story without a title.
    pub untitled: &'static str,
    /// Mark of a person's own story on the shelf.
    pub own: &'static str,
    /// Mark of an earlier one that this browser kept.
    pub earlier: &'static str,
    /// Heading of what making one takes.
    pub make_title: &'static str,
    /// What making one takes.
    pub make_text: &'static str,
    /// Button: begins a story.
    pub start: &'static str,
    /// Button: opens a story from a file.
    pub open_file: &'static str,
    /// Beside it: that a file can be dropped.
    pub drop_hint: &'static str,
    /// Button: opens what stands beside it.
    pub open: &'static str,
    /// Button: leaves making for reading.
    pub read: &'static str,
    /// Link back to the shelf.
    pub all: &'static str,
    /// Button: presents the story.
    pub present: &'static str,
    /// Button: prints the story.
    pub handout: &'static str,
    /// Button: opens the panel in which a story is made.
    pub edit: &'static str,
    /// Button: makes a person's own of a shipped story.
    pub copy_to_edit: &'static str,
    /// Where one is: place, of how many.
    pub place: fn(usize, usize) -> String,
    /// Accessible name of a stop: place, of how many.
    pub stop_name: fn(usize, usize) -> String,
    /// Link: goes to the view of a stop.
    pub explore: &'static str,
    /// Link: the address of a stop.
    pub stop_link: &'static str,
    /// What folds out the events of a stop.
    pub events: fn(usize) -> String,
    /// No event passes the stop's view.
    pub no_events: &'static str,
    /// A stop's event that the dataset does not have.
    pub missing_event: fn(&str) -> String,
    /// A part of a stop's view that the dataset does not have: parameter, value.
    pub missing_part: fn(&str, &str) -> String,
    /// Heading of the events on paper: how many.
    pub listed: fn(usize) -> String,
    /// Where they are, if they have no room on the stop's sheet: how many.
    pub listed_behind: fn(usize) -> String,
    /// Heading of the events of stops that have too many for their sheets: the stops, how many events.
    pub all_of_stops: fn(&[usize], usize) -> String,
    /// Heading over the speaker's notes.
    pub notes: &'static str,
    /// Heading of link and embedding.
    pub share: &'static str,
    /// Field: the story's address.
    pub link: &'static str,
    /// Field: the code that embeds it.
    pub embed: &'static str,
    /// Button: the stop before.
    pub previous: &'static str,
    /// Button: the stop after.
    pub next: &'static str,
    /// Link out of an embedded story.
    pub open_full: &'static str,
    /// Heading: the address says that it holds a story, and holds none.
    pub none_title: &'static str,
    /// What may have happened to it.
    pub none_text: &'static str,
    /// Heading: a story could not be read.
    pub broken_title: &'static str,
    /// What may have happened to it.
    pub broken_text: &'static str,
    /// Further faults than are listed.
    pub more_faults: fn(usize) -> String,

    /// It was made one: place, title.
    pub added: fn(usize, &str) -> String,
    /// Why not: no room. How many there are.
    pub no_room: fn(usize) -> String,
    /// Why not: a story is shown.
    pub not_here: &'static str,
    /// Button: takes a step of making back.
    pub undo: &'static str,
    /// Button: takes it again.
    pub redo: &'static str,
    /// Said after undoing.
    pub undone: &'static str,
    /// Said after redoing.
    pub redone: &'static str,
    /// Closes what floats.
    pub close: &'static str,

    /// Title of the panel.
    pub panel: &'static str,
    /// Which language is typed.
    pub language: &'static str,
    /// Field.
    pub title: &'static str,
    /// Field.
    pub summary: &'static str,
    /// Field.
    pub headline: &'static str,
    /// Field.
    pub text: &'static str,
    /// Under the fields of a stop: what stands for counts.
    pub counts_hint: &'static str,
    /// There is no stop yet.
    pub empty: &'static str,
    /// Opens a stop's fields: place, headline.
    pub edit_stop: fn(usize, &str) -> String,
    /// What the dots before a stop are for.
    pub drag: &'static str,
    /// Button: place, headline.
    pub move_up: fn(usize) -> String,
    /// Button.
    pub move_down: fn(usize) -> String,
    /// Said: from place, to place, of how many.
    pub moved: fn(usize, usize, usize) -> String,
    /// Button: shows a stop's view.
    pub show: &'static str,
    /// Button: takes the present view for a stop.
    pub use_view: &'static str,
    /// Said: place.
    pub used_view: fn(usize) -> String,
    /// Button.
    pub duplicate: &'static str,
    /// Said: place of the copy.
    pub duplicated: fn(usize) -> String,
    /// Button.
    pub delete: &'static str,
    /// Said: place.
    pub deleted: fn(usize) -> String,
    /// Button: copies the story's address.
    pub copy_link: &'static str,
    /// Button: copies the code.
    pub copy_embed: &'static str,
    /// Button: saves a file.
    pub save: &'static str,
    /// The link holds the story: characters, of how many.
    pub fits: fn(usize, usize) -> String,
    /// It does not: characters, of how many.
    pub too_long: fn(usize, usize) -> String,
    /// The same after it was saved.
    pub too_long_saved: &'static str,
    /// A file was opened: its title.
    pub opened: fn(&str) -> String,
    /// Button: a new story in the place of this one.
    pub new: &'static str,
}

/// A number of characters, in groups of three digits.
fn count(n: usize) -> String {
    super::number_words(n as f64)
}

/// Numbers in a row: `1, 4 and 10`.
fn listed(numbers: &[usize], gap: &str, last: &str) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => [&rest.join(gap), last, end].concat(),
        _ => words.concat(),
    }
}

pub(super) static EN: StoryWords = StoryWords {
    lede: "A story is a few views in order, each with a few words: to read, to present, to print.",
    count: |n| if n == 1 { "1 stop".to_owned() } else { format!("{n} stops") },
    untitled: "My story",
    own: "Your story",
    earlier: "An earlier story of yours, kept in this browser",
    make_title: "Make your own",
    make_text: "Set up any view and choose “Add to story”: it becomes a stop. Put the stops in order, write what you want \
                to say, and share one link that holds it all. Nothing is sent anywhere.",
    start: "Start a story",
    open_file: "Open a file",
    drop_hint: "or drop it anywhere on the page",
    open: "Open",
    read: "Read",
    all: "All stories",
    present: "Present",
    handout: "Print handout",
    edit: "Edit",
    copy_to_edit: "Make a copy to edit",
    place: |i, n| format!("{i} of {n}"),
    stop_name: |i, n| format!("Stop {i} of {n}"),
    explore: "Explore this view",
    stop_link: "Link to this stop",
    events: |n| if n == 1 { "The event".to_owned() } else { format!("The {n} events") },
    no_events: "No event of this dataset passes this view.",
    missing_event: |id| {
        format!("This stop opened the event “{id}”, which this dataset does not have, or no longer. The rest is shown.")
    },
    missing_part: |key, value| {
        format!(
            "This stop asked for {key} “{value}”, which this dataset does not have, or no longer. The rest is shown."
        )
    },
    listed: |n| format!("Events ({n})"),
    listed_behind: |n| format!("All {n} events are listed at the end of this handout."),
    all_of_stops: |stops, n| match stops {
        [stop] => format!("All {n} events of stop {stop}"),
        stops => format!("All {n} events of stops {}", listed(stops, ", ", " and ")),
    },
    notes: "Notes",
    share: "Link and embed",
    link: "Link",
    embed: "Embed code",
    previous: "Previous",
    next: "Next",
    open_full: "Open full timeline",
    none_title: "There is no story in this link",
    none_text: "A story somebody made travels in the last part of its link, after the #. That part is missing: ask for the \
                whole link, or for the story as a file.",
    broken_title: "The story could not be read",
    broken_text: "Its link may have been cut or changed on the way: ask for it again, or for the story as a file. \
                  Nothing else on this page is affected.",
    more_faults: |n| format!("{n} more."),
    added: |i, title| format!("Added as stop {i} of “{title}”."),
    no_room: |n| format!("A story has room for {n} stops."),
    not_here: "A stop is a view: open the timeline, the charts or a table, then add it.",
    undo: "Undo",
    redo: "Redo",
    undone: "Undone.",
    redone: "Done again.",
    close: "Close",
    panel: "Your story",
    language: "Write in",
    title: "Title",
    summary: "Summary",
    headline: "Headline",
    text: "Text",
    counts_hint: "{n} stands for the number of events shown, {of} for all there are.",
    empty: "No stops yet. Set up a view, then press the button above, or M.",
    edit_stop: |i, headline| format!("Stop {i}: {headline}"),
    drag: "Drag to another place",
    move_up: |i| format!("Move stop {i} up"),
    move_down: |i| format!("Move stop {i} down"),
    moved: |from, to, n| format!("Stop {from} is now {to} of {n}."),
    show: "Show",
    use_view: "Use the present view",
    used_view: |i| format!("Stop {i} shows the present view now."),
    duplicate: "Duplicate",
    duplicated: |i| format!("The copy is stop {i}."),
    delete: "Delete",
    deleted: |i| format!("Stop {i} is deleted."),
    copy_link: "Copy link",
    copy_embed: "Copy embed code",
    save: "Save file",
    fits: |n, most| format!("The link holds the whole story: {} of at most {} characters.", count(n), count(most)),
    too_long: |n, most| {
        format!(
            "Too long for a link: {} of at most {} characters. Save it as a file before you leave, or shorten it.",
            count(n),
            count(most)
        )
    },
    too_long_saved: "Saved as a file. It is too long for a link: send the file instead.",
    opened: |title| format!("Opened “{title}”."),
    new: "New story",
};

pub(super) static ZH: StoryWords = StoryWords {
    lede: "一份讲解由若干视图依次组成，每个视图配几句话，可以阅读、演示、打印。",
    count: |n| format!("共{n}节"),
    untitled: "我的讲解",
    own: "您的讲解",
    earlier: "您较早的一份讲解，保存在本浏览器中",
    make_title: "自己制作",
    make_text: "调好任意视图后选“加入讲解”，它就成为一节。排好次序，写下要说的话，用一个链接即可分享全部内容。所有内容都不会上传。",
    start: "新建讲解",
    open_file: "打开文件",
    drop_hint: "或把文件拖放到页面上",
    open: "打开",
    read: "阅读",
    all: "全部讲解",
    present: "演示",
    handout: "打印讲义",
    edit: "编辑",
    copy_to_edit: "复制一份来编辑",
    place: |i, n| format!("{i} / {n}"),
    stop_name: |i, n| format!("第{i}节，共{n}节"),
    explore: "打开此视图",
    stop_link: "本节链接",
    events: |n| format!("{n}项事件"),
    no_events: "本数据集中没有符合此视图的事件。",
    missing_event: |id| format!("本节要打开的事件“{id}”在此数据集中没有或已撤下，其余照常显示。"),
    missing_part: |key, value| format!("本节的筛选条件 {key}“{value}”在此数据集中没有或已撤下，其余照常显示。"),
    listed: |n| format!("事件（{n}项）"),
    listed_behind: |n| format!("全部{n}项事件列于讲义末尾。"),
    all_of_stops: |stops, n| format!("第{}节的全部{n}项事件", listed(stops, "、", "、")),
    notes: "备注",
    share: "链接与嵌入",
    link: "链接",
    embed: "嵌入代码",
    previous: "上一节",
    next: "下一节",
    open_full: "打开完整时间线",
    none_title: "链接中没有讲解",
    none_text: "他人制作的讲解保存在链接中 # 之后的部分，这一部分缺失了。请索取完整链接，或讲解的文件。",
    broken_title: "无法读取这份讲解",
    broken_text: "链接可能在传送中被截断或改动。请重新索取链接，或讲解的文件。页面的其他内容不受影响。",
    more_faults: |n| format!("另有{n}处。"),
    added: |i, title| format!("已加入“{title}”，为第{i}节。"),
    no_room: |n| format!("一份讲解最多{n}节。"),
    not_here: "每一节是一个视图：请先打开时间线、图表或表格，再加入。",
    undo: "撤销",
    redo: "重做",
    undone: "已撤销。",
    redone: "已重做。",
    close: "关闭",
    panel: "您的讲解",
    language: "书写语言",
    title: "标题",
    summary: "简介",
    headline: "小标题",
    text: "正文",
    counts_hint: "{n} 代表所示事件数，{of} 代表事件总数。",
    empty: "还没有内容。调好一个视图，再按上面的按钮或 M 键。",
    edit_stop: |i, headline| format!("第{i}节：{headline}"),
    drag: "拖动以调整次序",
    move_up: |i| format!("上移第{i}节"),
    move_down: |i| format!("下移第{i}节"),
    moved: |from, to, n| format!("第{from}节移到了第{to}节，共{n}节。"),
    show: "显示",
    use_view: "改用当前视图",
    used_view: |i| format!("第{i}节改为当前视图。"),
    duplicate: "复制",
    duplicated: |i| format!("副本是第{i}节。"),
    delete: "删除",
    deleted: |i| format!("第{i}节已删除。"),
    copy_link: "复制链接",
    copy_embed: "复制嵌入代码",
    save: "保存文件",
    fits: |n, most| format!("链接可容纳整份讲解：{}个字符，上限{}个。", count(n), count(most)),
    too_long: |n, most| {
        format!("太长，无法放入链接：{}个字符，上限{}个。请在离开前保存为文件，或精简内容。", count(n), count(most))
    },
    too_long_saved: "已保存为文件。内容太长，无法放入链接，请改为发送文件。",
    opened: |title| format!("已打开“{title}”。"),
    new: "新建",
};
