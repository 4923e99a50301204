//! Every key the page answers to, in one table: the handlers ask it what a key means, and the list of keys is made of it.

mod table;

use crate::model::Locale;

pub use table::BINDINGS;

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
    /// While presenting.
    Present,
}

impl Scope {
    /// In the order of the list of keys.
    pub const ALL: [Self; 5] = [Self::Anywhere, Self::Timeline, Self::Handle, Self::List, Self::Present];

    /// The heading over its keys.
    pub fn name(self, locale: Locale) -> &'static str {
        let [en, zh] = match self {
            Self::Anywhere => ["Anywhere", "任何位置"],
            Self::Timeline => ["In the timeline", "在时间线中"],
            Self::Handle => ["On a handle of the overview", "在总览的滑块上"],
            Self::List => ["In the lanes’ names, a chart, the table or the outline", "在分组名称、图表、表格或大纲中"],
            Self::Present => ["While presenting", "演示时"],
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
    /// Makes the present view a stop of a story.
    AddStop,
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
    /// Presents what is shown; again, leaves.
    Present,
    /// A figure of a stop's number.
    Number,
    /// Back to the stop from whatever was explored.
    Back,
    /// Hides the stage, or shows it again.
    Black,
    /// Goes on by itself.
    Play,
    /// Less fast.
    Slower,
    /// Faster.
    Faster,
    /// Lists the stops.
    ListStops,
    /// A light around the pointer.
    Spotlight,
    /// Draws on the stage.
    Pen,
    /// Takes what was drawn away.
    ClearPen,
    /// The speaker's notes.
    Notes,
    /// Opens the event that has the focus.
    OpenEvent,
}

/// How a key is told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// By its name, `KeyboardEvent.key`.
    Name(&'static str),
    /// By the sign it prints, any of these: what a board prints on a key with and without Shift means the same.
    Sign(&'static str),
    /// By its name, with Shift.
    Shifted(&'static str),
    /// By its place on the board, `KeyboardEvent.code`.
    Place(&'static str),
    /// By its letter, with Ctrl or Cmd; `true` with Shift too.
    Control(&'static str, bool),
}

impl By {
    fn is_single(self) -> bool {
        matches!(self, Self::Sign(_) | Self::Place(_))
    }

    fn is(self, press: &Press) -> bool {
        match self {
            _ if press.alt => false,
            Self::Name(name) => !press.control && press.key == name,
            Self::Shifted(name) => !press.control && press.shift && press.key == name,
            Self::Sign(signs) => !press.control && is_among(press.key, signs),
            Self::Place(code) => !press.control && press.code == code,
            // Where the board has no Latin letters, by the key's place.
            Self::Control(letter, shift) => {
                let printed =
                    if press.key.is_ascii() { press.key } else { press.code.strip_prefix("Key").unwrap_or(press.code) };
                press.control && press.shift == shift && printed.eq_ignore_ascii_case(letter)
            }
        }
    }
}

/// Whether a key prints one sign, and that is among some.
fn is_among(key: &str, signs: &str) -> bool {
    let mut printed = key.chars();
    matches!((printed.next(), printed.next()), (Some(sign), None) if signs.chars().any(|one| one == sign))
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
        self.by.is_single()
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

/// The most strokes that do the same in one place.
const MOST: usize = 3;

/// What handlers ask of a binding: none of its words, which come with the list of keys, after the first view.
#[derive(Clone, Copy)]
struct Meaning {
    scope: Scope,
    command: Command,
    strokes: [Option<By>; MOST],
}

impl Meaning {
    const fn of(binding: &Binding) -> Self {
        let mut strokes = [None; MOST];
        let mut at = 0;
        while at < binding.strokes.len() {
            strokes[at] = Some(binding.strokes[at].by);
            at += 1;
        }
        Self { scope: binding.scope, command: binding.command, strokes }
    }
}

/// The same table, taken from the other when the program is compiled.
static MEANINGS: [Meaning; BINDINGS.len()] = {
    let mut all = [Meaning::of(&BINDINGS[0]); BINDINGS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = Meaning::of(&BINDINGS[at]);
        at += 1;
    }
    all
};

/// What a key means where the focus is; single letters and signs mean nothing where they are switched off.
pub fn command(scope: Scope, press: &Press, singles: bool) -> Option<Command> {
    let is_meant = |by: &By| (singles || !by.is_single()) && by.is(press);
    MEANINGS.iter().find(|m| m.scope == scope && m.strokes.iter().flatten().any(is_meant)).map(|m| m.command)
}

fn in_language(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Zh => zh,
    }
}
