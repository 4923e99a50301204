//! The table itself.

use super::{Binding, By, Command, Scope, Stroke};

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
const SHIFT_SPACE: Stroke =
    Stroke { by: By::Shifted(" "), cap: "Shift Space", spoken: ["Shift Space", "上档键加空格键"] };
const FIGURES: Stroke = Stroke { by: By::Sign("0123456789"), cap: "0–9", spoken: ["0 to 9", "数字键"] };
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
pub static BINDINGS: [Binding; 59] = [
    bind(Scope::Anywhere, Command::Search, &[sign("/", "slash", "斜杠")], "Go to the search", "转到搜索框"),
    bind(
        Scope::Anywhere,
        Command::ListKeys,
        &[sign("?", "question mark", "问号")],
        "Show this list of keys",
        "显示这份按键表",
    ),
    bind(
        Scope::Anywhere,
        Command::Present,
        &[place("KeyP", "P")],
        "Present what is shown; again, leave the presentation",
        "演示当前内容；再按退出演示",
    ),
    bind(
        Scope::Anywhere,
        Command::AddStop,
        &[place("KeyM", "M")],
        "Add the present view to your story",
        "把当前视图加入讲解",
    ),
    bind(Scope::Anywhere, Command::Undo, &[UNDO], "Undo a step of the filters", "撤销一步筛选"),
    bind(Scope::Anywhere, Command::Redo, &[REDO, REDO_TOO], "Redo it", "重做一步筛选"),
    bind(
        Scope::Anywhere,
        Command::Close,
        &[ESCAPE],
        "Close what is open and return to where it was opened; last, leave the presentation",
        "关闭已打开的内容，回到打开它的位置；最后退出演示",
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
    bind(
        Scope::Present,
        Command::Previous,
        &[LEFT, PAGE_UP, SHIFT_SPACE],
        "The stop before; from what was explored, back to the stop",
        "上一站；查看其他内容后，回到本站",
    ),
    bind(Scope::Present, Command::Next, &[RIGHT, PAGE_DOWN, SPACE], "The next stop", "下一站"),
    bind(Scope::Present, Command::First, &[HOME], "The first stop", "第一站"),
    bind(Scope::Present, Command::Last, &[END], "The last stop", "最后一站"),
    bind(Scope::Present, Command::Number, &[FIGURES], "The number of a stop, then Enter", "输入站号，再按回车键"),
    bind(
        Scope::Present,
        Command::Open,
        &[ENTER],
        "Go to that stop; on an event, name it or no longer",
        "转到该站；在事件上，标出或不再标出",
    ),
    bind(
        Scope::Present,
        Command::Back,
        &[named("Backspace", "Backspace", "", "退格键")],
        "Back to the stop from what was explored",
        "查看其他内容后，回到本站",
    ),
    bind(
        Scope::Present,
        Command::Black,
        &[place("KeyB", "B"), sign(".", "full stop", "句点")],
        "Black screen, and back",
        "黑屏，再按恢复",
    ),
    bind(Scope::Present, Command::ListStops, &[place("KeyL", "L")], "List the stops", "列出各站"),
    bind(
        Scope::Present,
        Command::Play,
        &[place("KeyK", "K")],
        "Go on by itself; any key pauses",
        "自动播放；按任意键暂停",
    ),
    bind(Scope::Present, Command::Slower, &[sign("[", "left bracket", "左方括号")], "Slower", "放慢"),
    bind(Scope::Present, Command::Faster, &[sign("]", "right bracket", "右方括号")], "Faster", "加快"),
    bind(Scope::Present, Command::Spotlight, &[place("KeyS", "S")], "Spotlight around the pointer", "光标处聚光"),
    bind(Scope::Present, Command::Pen, &[place("KeyI", "I")], "Pen", "画笔"),
    bind(Scope::Present, Command::ClearPen, &[place("KeyC", "C")], "Clear what was drawn", "清除笔迹"),
    bind(Scope::Present, Command::Notes, &[place("KeyN", "N")], "Notes in a second window", "在第二个窗口显示备注"),
    bind(
        Scope::Present,
        Command::Up,
        &[UP],
        "The event before on the stage; the page before of a list",
        "台上的前一事件；列表的上一页",
    ),
    bind(
        Scope::Present,
        Command::Down,
        &[DOWN],
        "The event after on the stage; the next page of a list",
        "台上的后一事件；列表的下一页",
    ),
    bind(Scope::Present, Command::OpenEvent, &[place("KeyO", "O")], "Open the event", "打开事件"),
    bind(Scope::Present, Command::ZoomIn, &[PLUS], "Zoom in", "放大"),
    bind(Scope::Present, Command::ZoomOut, &[MINUS], "Zoom out", "缩小"),
    bind(Scope::Present, Command::PanBack, &[place("KeyA", "A")], "Move towards earlier days", "移向更早"),
    bind(Scope::Present, Command::PanOn, &[place("KeyD", "D")], "Move towards later days", "移向更晚"),
    bind(Scope::Present, Command::Fit, &[place("KeyF", "F")], "Show the whole record", "显示全部记录"),
];
