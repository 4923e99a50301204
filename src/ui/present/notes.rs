//! The speaker's side: notes, this stop and the next, timer and clock, in a window of their own or beside the stage.

use crate::ui::signals::*;
use gloo::timers::callback::Interval;

use super::{Panel, Talk, screen};
use crate::route::{Mode, ViewState, print};
use crate::story::{Said, Shown, show};
use crate::talk::{Message, Move, Place, Timer, duration};
use crate::ui::dom::{El, el, live, live_flag};
use crate::ui::hooks::use_window_event;
use crate::ui::live::told_line;
use crate::ui::shortcuts::Panels;
use crate::ui::state::AppState;
use crate::ui::story::missing_words;
use crate::ui::url_sync;

/// The clock is read so often, ms.
const TICK: u32 = 250;

/// Size of the second window, px.
const WINDOW: &str = "popup,width=960,height=720";

impl Talk {
    /// Opens the notes in a window of their own, or where that cannot be, beside the stage.
    pub(super) fn open_notes(self) {
        if matches!(self.panel.get_untracked(), Panel::Notes(_)) {
            self.panel.set(Panel::None);
            return;
        }
        let words = self.state.words().present();
        let room = self.state.view.with_untracked(|v| v.room.clone()).unwrap_or_else(new_room);
        if !self.listen(&room) {
            self.panel.set(Panel::Notes(Some(words.no_channel)));
            return;
        }
        self.state.change(url_sync::History::Replace, |v| v.room = Some(room.clone()));
        let view = ViewState { mode: Mode::Notes, ..self.state.view.get_untracked() };
        let fragment = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
        let address = [url_sync::address(&print(&view, &self.state.dataset())), fragment].concat();
        screen::expect_smaller();
        let name = ["gsi-notes-", &room].concat();
        let opened = web_sys::window()
            .and_then(|w| w.open_with_url_and_target_and_features(&address, &name, WINDOW).ok().flatten());
        if opened.is_none() {
            self.panel.set(Panel::Notes(Some(words.popup_blocked)));
        }
    }

    /// Hears what the other window asks for.
    fn listen(self, room: &str) -> bool {
        self.channel.open(room, move |message| match message {
            Message::Ask => self.tell(),
            Message::Do(how) if self.is_on() => {
                if how != Move::Play {
                    self.set_playing(false);
                }
                self.go(how);
            }
            Message::Do(_) | Message::At(_) | Message::Gone => {}
        })
    }

    /// A stage whose address names a room is heard there again after a reload; it says so when it goes.
    pub(super) fn use_room(self) {
        Effect::new(move |_| {
            if self.mode.get() != Mode::Present {
                return;
            }
            if let Some(room) = self.state.view.with_untracked(|v| v.room.clone())
                && self.listen(&room)
            {
                self.tell();
            }
        });
        // Whatever changes is told.
        Effect::new(move |_| {
            self.place.track();
            self.exploring.track();
            self.is_black.track();
            self.is_playing.track();
            untrack(|| self.tell());
        });
        use_window_event("pagehide", move |_| {
            if self.is_on() {
                self.channel.send(Message::Gone);
            }
        });
    }
}

/// A name that no other pair of windows has.
fn new_room() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    (0..8).map(|_| LETTERS[(js_sys::Math::random() * 32.0) as usize % 32] as char).collect()
}

fn now() -> f64 {
    js_sys::Date::now()
}

/// The page of the second window.
pub(in crate::ui) fn notes_page(state: AppState) -> El {
    let talk = Talk::expect();
    let words = state.words().present();
    // Until the stage says more, the stop of the address: its story may be on its way yet.
    let at = state.view.with_untracked(|v| v.step).unwrap_or(1).max(1) - 1;
    let place = RwSignal::new(Place { at, ..Place::default() });
    let is_heard = RwSignal::new(false);
    let room = state.view.with_untracked(|v| v.room.clone()).unwrap_or_default();
    talk.channel.open(&room, move |message| match message {
        Message::At(at) => {
            place.set(at);
            is_heard.set(true);
        }
        Message::Gone => is_heard.set(false),
        Message::Ask | Message::Do(_) => {}
    });
    talk.channel.send(Message::Ask);
    on_cleanup(move || talk.channel.close());
    let panels = Panels::expect();
    let ask = move |how| talk.channel.send(Message::Do(how));
    use_window_event("keydown", move |event| {
        use wasm_bindgen::JsCast as _;
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if let Some(how) = move_of(panels, event) {
            event.prevent_default();
            ask(how);
        }
    });
    let status = RwSignal::new(words.waiting);
    Effect::new(move |_| status.set(if is_heard.get() { words.connected } else { words.waiting }));
    el("main")
        .class("notes-page")
        .attr("id", "stage")
        .attr("tabindex", "-1")
        .attr("aria-label", words.notes)
        .child(told_line(state, status, "notes-status"))
        .child(speaker(talk, move || place.get(), ask))
}

/// What a key asks the stage for, from the second window: the clicker may be heard here as well.
fn move_of(panels: Panels, event: &web_sys::KeyboardEvent) -> Option<Move> {
    use crate::keys::{Command, Scope};
    let is_press = matches!(event.key().as_str(), "Enter" | " ");
    if event.default_prevented() || is_press && super::keys::on_button(event) {
        return None;
    }
    Some(match panels.command(Scope::Present, event)? {
        Command::Next => Move::Next,
        Command::Previous => Move::Previous,
        Command::First => Move::To(0),
        Command::Last => Move::To(usize::MAX),
        Command::Black => Move::Black,
        Command::Play => Move::Play,
        _ => return None,
    })
}

/// The notes beside the stage, with the reason why they are there.
pub(super) fn beside(talk: Talk, why: Option<&'static str>) -> El {
    let place = move || Place {
        at: talk.place.get().0,
        is_black: talk.is_black.get(),
        is_playing: talk.is_playing.get(),
        is_exploring: talk.exploring.get(),
    };
    let why = why.map(|why| told_line(talk.state, RwSignal::new(why), "notes-why"));
    el("div").children(why).child(speaker(talk, place, move |how| talk.go(how)))
}

/// Notes, stops, timer, clock and the controls.
fn speaker(
    talk: Talk,
    place: impl Fn() -> Place + Copy + Send + Sync + 'static,
    ask: impl Fn(Move) + Copy + 'static,
) -> El {
    let state = talk.state;
    let words = state.words().present();
    let place = Memo::new(move |_| place());
    let at = move |i: usize| -> Option<Shown> {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let story = talk.story.get();
        let stop = story.as_ref()?.stops.get(i)?;
        Some(state.index.with_untracked(|index| show(stop, &dataset, index, locale)))
    };
    let said = |tag: &'static str, name: &'static str, said: &Said| {
        el(tag).class(name).attr("lang", said.locale.tag()).text(said.text.as_str())
    };
    let count = move || (words.step_of)(place.get().at + 1, talk.place.get().1);
    let now_shown = move || {
        let Some(shown) = at(place.get().at) else {
            return vec![el("h1").class("notes-headline").text(untrack(|| talk.headline()).0)];
        };
        let notes = if shown.notes.text.is_empty() {
            el("p").class("notes-none").text(words.notes_none)
        } else {
            said("p", "notes-text", &shown.notes)
        };
        let missing = shown.missing.iter().map(|part| el("p").class("notes-why").text(missing_words(state, part)));
        [said("h1", "notes-headline", &shown.headline)].into_iter().chain(missing).chain([notes]).collect()
    };
    let next = move || match at(place.get().at + 1) {
        Some(shown) => {
            vec![el("h2").class("notes-label").text(words.notes_next), said("p", "notes-next", &shown.headline)]
        }
        None => vec![el("p").class("notes-next").text(words.notes_last)],
    };
    let exploring = move || place.get().is_exploring.then(|| el("p").class("notes-why").text(words.exploring));
    let press = move |name: &'static str, how: Move| super::controls::button(name, move |_| ask(how));
    let controls = el("div")
        .class("notes-controls")
        .attr("role", "group")
        .attr("aria-label", words.controls)
        .child(press(words.previous, Move::Previous))
        .child(press(words.next, Move::Next))
        .child(press(words.black, Move::Black).attr("aria-pressed", live_flag(move || place.get().is_black)))
        .child(press(words.play, Move::Play).attr("aria-pressed", live_flag(move || place.get().is_playing)));
    el("div")
        .class("notes-speaker")
        .child(el("p").class("notes-count").live_text(count))
        .block(exploring)
        .child(el("div").block(now_shown))
        .child(el("div").class("notes-after").block(next))
        .child(clocks(state))
        .child(controls)
}

/// How long it has lasted, and what time it is.
fn clocks(state: AppState) -> El {
    let words = state.words().present();
    let time = RwSignal::new(now());
    let timer = RwSignal::new(Timer::default().toggled(now()));
    let ticking = StoredValue::new(Some(Interval::new(TICK, move || {
        time.set(now());
    })));
    on_cleanup(move || ticking.update_value(|held| drop(held.take())));
    let clock = move || {
        let date = js_sys::Date::new(&time.get().into());
        let two = |n: u32| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
        [two(date.get_hours()), ":".to_owned(), two(date.get_minutes())].concat()
    };
    let toggle = move |_| {
        time.set(now());
        timer.update(|timer| *timer = timer.toggled(now()));
    };
    let toggle_name = move || {
        let name = if timer.get().is_running() { words.timer_pause } else { words.timer_start };
        name.to_owned()
    };
    let toggle =
        el("button").class("present-button-large").attr("type", "button").on("click", toggle).live_text(toggle_name);
    let reset = super::controls::button(words.timer_reset, move |_| {
        time.set(now());
        timer.update(|timer| *timer = timer.reset(now()));
    });
    let running = live(move || Some(if timer.get().is_running() { "running" } else { "stopped" }));
    el("div")
        .class("notes-clocks")
        .child(el("span").class("notes-label").text(words.elapsed))
        .child(
            el("span")
                .class("notes-time")
                .attr("role", "timer")
                .attr("data-timer", running)
                .live_text(move || duration(timer.get().elapsed(time.get()))),
        )
        .child(toggle)
        .child(reset)
        .child(el("span").class("notes-label").text(words.clock))
        .child(el("span").class("notes-time").live_text(clock))
}
