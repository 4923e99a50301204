//! Presenting: the stage, its controls, and the speaker's notes.

/// Strings of a presentation.
pub struct PresentWords {
    /// Name of the stage as a landmark.
    pub stage: &'static str,
    /// Line of events known only to the month.
    pub month_only: &'static str,
    /// Line of events known even less exactly.
    pub longer: &'static str,
    /// Whose account it is: publisher, date, and the section where it is one event's.
    pub source: fn(&str, &str, Option<&str>) -> String,
    /// `5 of 9`.
    pub step_of: fn(usize, usize) -> String,
    /// Said at each step: the place, how many there are, the headline.
    pub said_step: fn(usize, usize, &str) -> String,
    /// Said on entering.
    pub said_entered: &'static str,
    /// Said on leaving.
    pub said_left: &'static str,
    /// Name of the row of controls.
    pub controls: &'static str,
    /// Control.
    pub previous: &'static str,
    /// Control.
    pub next: &'static str,
    /// Control, and title of the list of stops.
    pub stops: &'static str,
    /// Control: hides the stage.
    pub black: &'static str,
    /// What is said while the stage is hidden.
    pub said_black: &'static str,
    /// What is said when it is back.
    pub said_lit: &'static str,
    /// Control: light around the pointer.
    pub spotlight: &'static str,
    /// Control.
    pub pen: &'static str,
    /// Control: takes the pen's marks away.
    pub pen_clear: &'static str,
    /// Control: goes on by itself.
    pub play: &'static str,
    /// Control.
    pub pause: &'static str,
    /// Control: goes to the next of three speeds, with the seconds of a stop.
    pub speed: fn(u32) -> String,
    /// Said when it goes on by itself, with the seconds of a stop.
    pub said_playing: fn(u32) -> String,
    /// Said when it stands still again.
    pub said_paused: &'static str,
    /// Said when it has come to the end.
    pub said_end: &'static str,
    /// Control, and title of the panel that filters.
    pub filter: &'static str,
    /// Takes every filter off.
    pub filter_none: &'static str,
    /// Control: the whole record.
    pub all_days: &'static str,
    /// Control: magnifies.
    pub zoom_in: &'static str,
    /// Control: the opposite.
    pub zoom_out: &'static str,
    /// Control: ends.
    pub leave: &'static str,
    /// Control, and a line: takes what was explored back to the stop.
    pub back_to: fn(usize) -> String,
    /// The same where there is no story.
    pub back: &'static str,
    /// Closes a panel.
    pub close: &'static str,
    /// A number that is being typed.
    pub jump: fn(usize) -> String,
    /// Name of an event's mark: title, date, region.
    pub mark: fn(&str, &str, &str) -> String,
    /// Name of a count's mark.
    pub marks: fn(usize) -> String,
    /// Said when an event is named; when no longer.
    pub said_pinned: [fn(&str) -> String; 2],
    /// Said where there is no room for its name.
    pub said_no_room: &'static str,
    /// Name of the drawing: how many events, of which days.
    pub drawing: fn(usize, &str) -> String,
    /// Pages of a list: which, of how many.
    pub page_of: fn(usize, usize) -> String,
    /// Button: the page of the list before.
    pub page_back: &'static str,
    /// Button: the next page of the list.
    pub page_on: &'static str,
    /// Nothing is selected.
    pub nothing: &'static str,
    /// Control, and title: what the speaker reads.
    pub notes: &'static str,
    /// A stop without notes.
    pub notes_none: &'static str,
    /// Heading: the stop after.
    pub notes_next: &'static str,
    /// There is none.
    pub notes_last: &'static str,
    /// The time since the start.
    pub elapsed: &'static str,
    /// The time of day.
    pub clock: &'static str,
    /// Button of the timer.
    pub timer_start: &'static str,
    /// Button of the timer.
    pub timer_pause: &'static str,
    /// Button of the timer.
    pub timer_reset: &'static str,
    /// The second window could not be opened.
    pub popup_blocked: &'static str,
    /// The two windows cannot speak to each other.
    pub no_channel: &'static str,
    /// The second window waits for the first.
    pub waiting: &'static str,
    /// The second window follows the first.
    pub connected: &'static str,
    /// The stage shows something else than the stop.
    pub exploring: &'static str,
}

pub(super) static EN: PresentWords = PresentWords {
    stage: "Presentation",
    month_only: "month only",
    longer: "year or longer",
    source: |publisher, date, section| {
        let section = section.map_or(String::new(), |number| format!(", § {number}"));
        format!("{publisher}, {date}{section}")
    },
    step_of: |at, of| format!("{at} of {of}"),
    said_step: |at, of, headline| format!("Stop {at} of {of}: {headline}"),
    said_entered: "Presenting. Question mark lists the keys, Escape leaves",
    said_left: "The presentation has ended; the view stays.",
    controls: "Presentation controls",
    previous: "Previous stop",
    next: "Next stop",
    stops: "Stops",
    black: "Black",
    said_black: "The screen is black",
    said_lit: "The screen is back",
    spotlight: "Spotlight",
    pen: "Pen",
    pen_clear: "Clear marks",
    play: "Play",
    pause: "Pause",
    speed: |seconds| format!("{seconds} s a stop"),
    said_playing: |seconds| format!("Playing, {seconds} seconds a stop; any key pauses"),
    said_paused: "Paused",
    said_end: "This was the last stop",
    filter: "Filter",
    filter_none: "Clear all",
    all_days: "Whole record",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    leave: "Leave",
    back_to: |stop| format!("Back to stop {stop}"),
    back: "Back to where it began",
    close: "Close",
    jump: |stop| format!("Go to {stop}: Enter"),
    mark: |title, date, region| format!("{title}, {date}, {region}"),
    marks: |n| format!("{n} events: look closer"),
    said_pinned: [|title| format!("Named: {title}"), |title| format!("No longer named: {title}")],
    said_no_room: "There is no room for this name",
    drawing: |n, days| if n == 1 { format!("1 event, {days}") } else { format!("{n} events, {days}") },
    page_of: |at, of| format!("Page {at} of {of}"),
    page_back: "Previous page",
    page_on: "Next page",
    nothing: "No event is selected",
    notes: "Notes",
    notes_none: "No notes for this stop.",
    notes_next: "Next",
    notes_last: "This is the last stop.",
    elapsed: "Elapsed",
    clock: "Time",
    timer_start: "Start",
    timer_pause: "Pause",
    timer_reset: "Reset",
    popup_blocked: "The browser did not open a second window, so the notes are here. Allow pop-ups for this page to have them on another screen.",
    no_channel: "Two windows cannot be kept in step in this browser, so the notes are here.",
    waiting: "Waiting for the window with the presentation",
    connected: "In step with the presentation",
    exploring: "The audience sees something else at the moment.",
};

pub(super) static ZH: PresentWords = PresentWords {
    stage: "演示",
    month_only: "仅知月份",
    longer: "仅知年份或更长",
    source: |publisher, date, section| {
        let section = section.map_or(String::new(), |number| format!("，{number}节"));
        format!("{publisher}报告，{date}{section}")
    },
    step_of: |at, of| format!("{at} / {of}"),
    said_step: |at, of, headline| format!("第{at}节，共{of}节：{headline}"),
    said_entered: "开始演示。按问号查看按键，按 Esc 退出",
    said_left: "演示已结束，画面保留。",
    controls: "演示控制",
    previous: "上一节",
    next: "下一节",
    stops: "各节",
    black: "黑屏",
    said_black: "屏幕已变黑",
    said_lit: "屏幕已恢复",
    spotlight: "聚光",
    pen: "画笔",
    pen_clear: "清除笔迹",
    play: "播放",
    pause: "暂停",
    speed: |seconds| format!("每节{seconds}秒"),
    said_playing: |seconds| format!("正在播放，每节{seconds}秒；按任意键暂停"),
    said_paused: "已暂停",
    said_end: "已是最后一节",
    filter: "筛选",
    filter_none: "全部清除",
    all_days: "全部记录",
    zoom_in: "放大",
    zoom_out: "缩小",
    leave: "退出",
    back_to: |stop| format!("回到第{stop}节"),
    back: "回到起点",
    close: "关闭",
    jump: |stop| format!("转到第{stop}节：按回车键"),
    mark: |title, date, region| format!("{title}，{date}，{region}"),
    marks: |n| format!("{n}项事件：放大查看"),
    said_pinned: [|title| format!("已标出：{title}"), |title| format!("不再标出：{title}")],
    said_no_room: "没有位置标出这个名称",
    drawing: |n, days| format!("{n}项事件，{days}"),
    page_of: |at, of| format!("第{at}页，共{of}页"),
    page_back: "上一页",
    page_on: "下一页",
    nothing: "没有选中的事件",
    notes: "备注",
    notes_none: "本节没有备注。",
    notes_next: "下一节",
    notes_last: "已是最后一节。",
    elapsed: "已用时间",
    clock: "时间",
    timer_start: "开始",
    timer_pause: "暂停",
    timer_reset: "归零",
    popup_blocked: "浏览器没有打开第二个窗口，因此备注显示在这里。允许本页弹出窗口后，可以放到另一块屏幕上。",
    no_channel: "这个浏览器无法让两个窗口保持同步，因此备注显示在这里。",
    waiting: "正在等待演示窗口",
    connected: "与演示窗口同步",
    exploring: "观众此刻看到的是别的内容。",
};
