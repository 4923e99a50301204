//! Presenting: one stop after another on a stage made for a shared screen.

mod channel;
mod chart;
mod controls;
mod drawing;
mod explore;
mod ink;
mod keys;
mod list;
mod moves;
mod notes;
mod page;
mod panels;
mod screen;

use std::sync::Arc;

use crate::ui::signals::*;

use super::dom::{El, el, live};
use super::state::AppState;
use super::story::Stories;
use super::url_sync::History;
use crate::layout::Viewport;
use crate::model::EventId;
use crate::route::{Mode, View, ViewState};
use crate::story::{self, Shown, Stop, Story};
use crate::talk::{SPEEDS, Typed};

pub(super) use chart::chart;
pub(super) use keys::use_present_key;
pub(super) use notes::notes_page;
pub(super) use page::page;

/// What a pointer does on the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tool {
    /// Chooses and pans.
    #[default]
    Hand,
    /// Carries a light.
    Spotlight,
    /// Draws.
    Pen,
}

/// What lies over the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// Nothing.
    #[default]
    None,
    /// The list of stops.
    Stops,
    /// Search, regions and kinds.
    Filter,
    /// The speaker's notes, where there is no second window; the line says why.
    Notes(Option<&'static str>),
}

/// A line of the pen, in units of the stage.
type Line = Vec<(f64, f64)>;

/// A presentation that was left.
#[derive(Clone)]
struct Left {
    /// What the page showed then.
    shown: ViewState,
    stage: ViewState,
    /// Takes the stage up again. It is kept with what was left, since the code of it comes with the stage.
    take_over: fn(Talk, ViewState, History),
}

/// One `Copy` handle to a presentation, there once a page.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub(super) state: AppState,
    /// What the page is for.
    pub(super) mode: Memo<Mode>,
    /// The story told, `None` where a single view is shown.
    story: Memo<Option<Arc<Story>>>,
    /// The stop, counted from 0, and how many there are.
    place: Memo<(usize, usize)>,
    /// The stop with its words.
    shown: Memo<Option<Arc<Shown>>>,
    /// Whether the stage shows something else than the stop.
    exploring: Memo<bool>,
    /// A single view is presented, whatever story is at hand.
    is_single: RwSignal<bool>,
    /// The view that a single one began with.
    origin: RwSignal<Option<ViewState>>,
    /// What was left last: presenting again goes on there.
    left: StoredValue<Option<Left>>,
    /// The events named, where they were chosen by hand.
    pins: RwSignal<Option<Vec<EventId>>>,
    /// The days on the way from one stop to the next.
    motion: RwSignal<Option<Viewport>>,
    /// Units across and down of the drawing.
    size: RwSignal<(f64, f64)>,
    is_black: RwSignal<bool>,
    is_playing: RwSignal<bool>,
    speed: RwSignal<usize>,
    tool: RwSignal<Tool>,
    lines: RwSignal<Vec<Line>>,
    panel: RwSignal<Panel>,
    typed: RwSignal<Typed>,
    /// The page of a list.
    sheet: RwSignal<usize>,
    /// Whether the controls are shown though nothing in them has the focus.
    controls: RwSignal<bool>,
    /// To the other window.
    channel: channel::Channel,
}

impl Talk {
    /// Handed to the parts of the page below.
    pub(super) fn provide(state: AppState) -> Self {
        let current = Stories::expect().current;
        let is_single = RwSignal::new(false);
        let origin = RwSignal::new(None::<ViewState>);
        let mode = Memo::new(move |_| state.view.with(|v| v.mode));
        let story = Memo::new(move |_| if is_single.get() { None } else { current.get() });
        let place = Memo::new(move |_| {
            let n = story.with(|story| story.as_ref().map_or(1, |story| story.stops.len()));
            let step = state.view.with(|v| v.step).unwrap_or(1);
            (step.clamp(1, n.max(1)) - 1, n)
        });
        let shown = Memo::new(move |_| {
            let ((at, _), dataset, locale) = (place.get(), state.dataset(), state.locale.get());
            let show =
                |stop: &Stop| Arc::new(state.index.with_untracked(|index| story::show(stop, &dataset, index, locale)));
            story.with(|story| story.as_ref().and_then(|story| story.stops.get(at)).map(show))
        });
        let exploring = Memo::new(move |_| {
            let at_stop = shown.with(|shown| shown.as_ref().map(|shown| shown.state.clone())).or_else(|| origin.get());
            let now = state.view.get();
            mode.get() == Mode::Present && at_stop.is_some_and(|stop| saved(state, &stop) != saved(state, &now))
        });
        let talk = Self {
            state,
            mode,
            story,
            place,
            shown,
            exploring,
            is_single,
            origin,
            left: StoredValue::new(None),
            pins: RwSignal::new(None),
            motion: RwSignal::new(None),
            size: RwSignal::new((1168.0, 420.0)),
            is_black: RwSignal::new(false),
            is_playing: RwSignal::new(false),
            speed: RwSignal::new(1),
            tool: RwSignal::new(Tool::Hand),
            lines: RwSignal::new(Vec::new()),
            panel: RwSignal::new(Panel::None),
            typed: RwSignal::new(Typed::default()),
            sheet: RwSignal::new(0),
            controls: RwSignal::new(false),
            channel: channel::Channel::new(),
        };
        provide_context(talk);
        talk
    }

    /// The handle provided by the page around.
    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Whether the stage is what the page shows.
    pub(super) fn is_on(self) -> bool {
        self.mode.get_untracked() == Mode::Present
    }

    /// Seconds of a stop while it goes on by itself.
    fn seconds(self) -> u32 {
        SPEEDS[self.speed.get() % SPEEDS.len()]
    }
}

/// What a view shows, in one spelling: two views that show the same have the same.
fn saved(state: AppState, view: &ViewState) -> String {
    let view = &ViewState { frozen: false, ..view.clone() };
    story::saved(view, view.view.filter(|view| *view != View::Story).unwrap_or_default(), &state.dataset())
}

/// Presents what is shown; stands in the masthead.
pub(super) fn present_button(state: AppState) -> El {
    let talk = Talk::expect();
    el("button")
        .class("control present-button")
        .attr("type", "button")
        .attr("aria-keyshortcuts", live(|| Some("P")))
        .on("click", move |_| talk.enter())
        .text(state.words().doors.present)
}
