//! Every key the page answers to, in one table: the handlers ask it what a key means, and the list of keys is made of it.

use crate::model::Locale;

/// Where a key acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Wherever the focus is, but for fields that are typed into.
    Anywhere,
    /// While an event of the timeline has the focus.
    Timeline,
    /// While a handle of the overview has the focus.
    Handle,
    /// While a value of a chart or an event of the table or the outline has the focus.
    List,
}

impl Scope {
    /// In the order of the list of keys.
    pub const ALL: [Self; 4] = [Self::Anywhere, Self::Timeline, Self::Handle, Self::List];

    /// The heading over its keys.
    pub fn name(self, locale: Locale) -> &'static str {
        let [en, zh] = match self {
            Self::Anywhere => ["Anywhere", "任何位置"],
            Self::Timeline => ["In the timeline", "在时间线中"],
            Self::Handle => ["On a handle of the overview", "在总览的滑块上"],
            Self::List => ["In a chart, the table or the outline", "在图表、表格或大纲中"],
        };
        in_language(locale, en, zh)
    }
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Goes to the search field.
    Search,
    /// Lists the keys.
    ListKeys,
    /// Takes a step of the filter back.
    Undo,
    /// Takes it again.
    Redo,
    /// Closes what is open, the topmost first, and returns to where it was opened from.
    Close,
    /// The one before.
    Previous,
    /// The one after.
    Next,
    /// The lane above.
    Up,
    /// The lane below.
    Down,
    /// The first.
    First,
    /// The last.
    Last,
    /// One screen, or one large step, back.
    PageBack,
    /// One screen, or one large step, on.
    PageOn,
    /// Opens what has the focus.
    Open,
    /// Magnifies time.
    ZoomIn,
    /// The opposite.
    ZoomOut,
    /// Earlier days.
    PanBack,
    /// Later days.
    PanOn,
    /// The whole record.
    Fit,
    /// All events that pass the filter.
    FitSelection,
}

/// How a key is told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// By its name, `KeyboardEvent.key`.
    Name(&'static str),
    /// By the sign it prints, any of these: what a board prints on a key with and without Shift means the same.
    Sign(&'static str),
    /// By its place on the board, `KeyboardEvent.code`.
    Place(&'static str),
    /// By its letter, with Ctrl or Cmd; `true` with Shift too.
    Control(&'static str, bool),
}

/// One key, or keys pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    by: By,
    cap: &'static str,
    spoken: [&'static str; 2],
}

impl Stroke {
    /// What is printed on it.
    pub fn cap(&self) -> &'static str {
        self.cap
    }

    /// How it is called where it is not seen; empty where that is what is printed.
    pub fn spoken(&self, locale: Locale) -> &'static str {
        in_language(locale, self.spoken[0], self.spoken[1])
    }

    /// Whether it is a single letter, figure or sign, which a person may switch off (WCAG 2.1.4).
    pub fn is_single(&self) -> bool {
        matches!(self.by, By::Sign(_) | By::Place(_))
    }

    fn is(&self, press: &Press) -> bool {
        match self.by {
            _ if press.alt => false,
            By::Name(name) => !press.control && press.key == name,
            By::Sign(signs) => !press.control && press.key.chars().count() == 1 && signs.contains(press.key),
            By::Place(code) => !press.control && press.code == code,
            // Where the board has no Latin letters, by the key's place.
            By::Control(letter, shift) => {
                let printed = if press.key.is_ascii() { press.key } else { press.code.trim_start_matches("Key") };
                press.control && press.shift == shift && printed.eq_ignore_ascii_case(letter)
            }
        }
    }
}

/// A key as it went down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// `KeyboardEvent.code`.
    pub code: &'a str,
    /// Whether Ctrl or Cmd is held.
    pub control: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

/// What some keys do somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// What.
    pub command: Command,
    /// Any of these.
    pub strokes: &'static [Stroke],
    words: [&'static str; 2],
}

impl Binding {
    /// What the keys do, in words.
    pub fn words(&self, locale: Locale) -> &'static str {
        in_language(locale, self.words[0], self.words[1])
    }
}

/// What a key means where the focus is; single letters and signs mean nothing where they are switched off.
pub fn command(scope: Scope, press: &Press, singles: bool) -> Option<Command> {
    let is_meant = |stroke: &&Stroke| (singles || !stroke.is_single()) && stroke.is(press);
    BINDINGS.iter().find(|b| b.scope == scope && b.strokes.iter().any(|s| is_meant(&s))).map(|b| b.command)
}

const fn named(key: &'static str, cap: &'static str, en: &'static str, zh: &'static str) -> Stroke {
    Stroke { by: By::Name(key), cap, spoken: [en, zh] }
}

const fn sign(cap: &'static str, en: &'static str, zh: &'static str) -> Stroke {
    Stroke { by: By::Sign(cap), cap, spoken: [en, zh] }
}

const fn place(code: &'static str, cap: &'static str) -> Stroke {
    Stroke { by: By::Place(code), cap, spoken: ["", ""] }
}

const LEFT: Stroke = named("ArrowLeft", "←", "Left arrow", "左方向键");
const RIGHT: Stroke = named("ArrowRight", "→", "Right arrow", "右方向键");
const UP: Stroke = named("ArrowUp", "↑", "Up arrow", "上方向键");
const DOWN: Stroke = named("ArrowDown", "↓", "Down arrow", "下方向键");
const HOME: Stroke = named("Home", "Home", "", "");
const END: Stroke = named("End", "End", "", "");
const PAGE_UP: Stroke = named("PageUp", "PgUp", "Page Up", "上翻页键");
const PAGE_DOWN: Stroke = named("PageDown", "PgDn", "Page Down", "下翻页键");
const ENTER: Stroke = named("Enter", "Enter", "", "");
const SPACE: Stroke = named(" ", "Space", "", "空格键");
const ESCAPE: Stroke = named("Escape", "Esc", "Escape", "Esc");
const PLUS: Stroke = Stroke { by: By::Sign("+="), cap: "+", spoken: ["plus", "加号"] };
const MINUS: Stroke = Stroke { by: By::Sign("-_"), cap: "−", spoken: ["minus", "减号"] };
const UNDO: Stroke = Stroke { by: By::Control("z", false), cap: "Ctrl Z", spoken: ["Control Z", "Ctrl Z"] };
const REDO: Stroke =
    Stroke { by: By::Control("z", true), cap: "Ctrl Shift Z", spoken: ["Control Shift Z", "Ctrl Shift Z"] };
const REDO_TOO: Stroke = Stroke { by: By::Control("y", false), cap: "Ctrl Y", spoken: ["Control Y", "Ctrl Y"] };

const fn bind(
    scope: Scope,
    command: Command,
    strokes: &'static [Stroke],
    en: &'static str,
    zh: &'static str,
) -> Binding {
    Binding { scope, command, strokes, words: [en, zh] }
}

/// The table, in the order it is listed.
pub static BINDINGS: [Binding; 33] = [
    bind(Scope::Anywhere, Command::Search, &[sign("/", "slash", "斜杠")], "Go to the search", "转到搜索框"),
    bind(
        Scope::Anywhere,
        Command::ListKeys,
        &[sign("?", "question mark", "问号")],
        "Show this list of keys",
        "显示这份按键表",
    ),
    bind(Scope::Anywhere, Command::Undo, &[UNDO], "Undo a step of the filters", "撤销一步筛选"),
    bind(Scope::Anywhere, Command::Redo, &[REDO, REDO_TOO], "Redo it", "重做一步筛选"),
    bind(
        Scope::Anywhere,
        Command::Close,
        &[ESCAPE],
        "Close what is open and return to where it was opened",
        "关闭已打开的内容，回到打开它的位置",
    ),
    bind(Scope::Timeline, Command::Previous, &[LEFT], "The event before, in the same lane", "同组的前一事件"),
    bind(Scope::Timeline, Command::Next, &[RIGHT], "The event after, in the same lane", "同组的后一事件"),
    bind(Scope::Timeline, Command::Up, &[UP], "The nearest event in the lane above", "上一组中最近的事件"),
    bind(Scope::Timeline, Command::Down, &[DOWN], "The nearest event in the lane below", "下一组中最近的事件"),
    bind(Scope::Timeline, Command::First, &[HOME], "The first event of the lane in view", "本组视野内的第一个事件"),
    bind(Scope::Timeline, Command::Last, &[END], "The last event of the lane in view", "本组视野内的最后一个事件"),
    bind(
        Scope::Timeline,
        Command::Open,
        &[ENTER, SPACE],
        "Open the event, or look into a counted group",
        "打开事件，或展开计数的一组",
    ),
    bind(Scope::Timeline, Command::PageBack, &[PAGE_UP], "One screen earlier", "向前一屏"),
    bind(Scope::Timeline, Command::PageOn, &[PAGE_DOWN], "One screen later", "向后一屏"),
    bind(Scope::Timeline, Command::ZoomIn, &[place("KeyW", "W"), PLUS], "Zoom in", "放大"),
    bind(Scope::Timeline, Command::ZoomOut, &[place("KeyS", "S"), MINUS], "Zoom out", "缩小"),
    bind(Scope::Timeline, Command::PanBack, &[place("KeyA", "A")], "Move towards earlier days", "移向更早"),
    bind(Scope::Timeline, Command::PanOn, &[place("KeyD", "D")], "Move towards later days", "移向更晚"),
    bind(Scope::Timeline, Command::Fit, &[sign("0", "", "")], "Show the whole record", "显示全部记录"),
    bind(
        Scope::Timeline,
        Command::FitSelection,
        &[place("KeyF", "F")],
        "Show just the days of the events found",
        "只显示所选事件的时段",
    ),
    bind(Scope::Handle, Command::Previous, &[LEFT, DOWN], "One week earlier", "提前一周"),
    bind(Scope::Handle, Command::Next, &[RIGHT, UP], "One week later", "推后一周"),
    bind(Scope::Handle, Command::PageBack, &[PAGE_DOWN], "One quarter earlier", "提前一季"),
    bind(Scope::Handle, Command::PageOn, &[PAGE_UP], "One quarter later", "推后一季"),
    bind(Scope::Handle, Command::First, &[HOME], "As early as possible", "移到最早"),
    bind(Scope::Handle, Command::Last, &[END], "As late as possible", "移到最晚"),
    bind(Scope::List, Command::Previous, &[UP, LEFT], "The one before", "前一项"),
    bind(Scope::List, Command::Next, &[DOWN, RIGHT], "The one after", "后一项"),
    bind(Scope::List, Command::First, &[HOME], "The first one", "第一项"),
    bind(Scope::List, Command::Last, &[END], "The last one", "最后一项"),
    bind(Scope::List, Command::PageBack, &[PAGE_UP], "One screen of events back", "向前一屏事件"),
    bind(Scope::List, Command::PageOn, &[PAGE_DOWN], "One screen of events on", "向后一屏事件"),
    bind(
        Scope::List,
        Command::Open,
        &[ENTER, SPACE],
        "Open the event, or filter by the value",
        "打开事件，或按该值筛选",
    ),
];

fn in_language(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Zh => zh,
    }
}
