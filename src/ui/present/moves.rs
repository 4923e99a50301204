//! What can be done while presenting: entering, stepping, exploring, leaving.

use crate::ui::signals::*;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

use super::{Left, Panel, Talk, Tool, saved, screen};
use crate::layout::{MAX_PINS, Viewport};
use crate::model::EventId;
use crate::route::{Mode, View, ViewState};
use crate::talk::{Message, Move, Place, SPEEDS, Typed};
use crate::ui::masthead::focus;
use crate::ui::url_sync::History;

/// How long the days take from one stop to the next, ms: `--motion-slow`.
const MOTION: f64 = 320.0;

thread_local! {
    /// The next frame of the way from one stop to the next; a new way takes its place.
    static FRAME: std::cell::RefCell<Option<AnimationFrame>> = const { std::cell::RefCell::new(None) };
}

impl Talk {
    /// Presents: the story that is looked at, or the present view alone.
    pub(in crate::ui) fn enter(self) {
        let now = self.state.view.get_untracked();
        // A story that is read is presented from there, wherever another was left.
        let is_read = now.view == Some(View::Story);
        let again = self.left.get_value().filter(|_| !is_read);
        let again = again.filter(|left| saved(self.state, &left.shown) == saved(self.state, &now));
        let in_story = is_read || now.story.is_some() || now.step.is_some();
        match again {
            Some(left) => {
                let stage = ViewState { lang: now.lang, scheme: now.scheme, ..left.stage };
                (left.take_over)(self, stage, History::Push);
            }
            None => {
                self.is_single.set(!in_story);
                self.state.change(History::Push, |v| {
                    v.mode = Mode::Present;
                    v.view = v.view.filter(|view| *view != View::Story);
                });
            }
        }
        screen::fill();
        self.state.announce(self.state.words().present().said_entered.to_owned());
    }

    /// Where the address only says that a story is presented, takes its stop's view; else begins with what there is.
    pub(super) fn begin(self) {
        let now = self.state.view.get_untracked();
        if self.story.with_untracked(Option::is_none) {
            self.origin.set(Some(now));
            return;
        }
        let is_plain = saved(self.state, &now) == saved(self.state, &ViewState::default());
        if is_plain || now.step.is_none() {
            self.show_stop(self.place.get_untracked().0, History::Replace);
        }
    }

    /// Takes the stop's view when a page opens on a stage, or when its own story has been read.
    pub(super) fn use_beginning(self) {
        Effect::new(move |begun: Option<bool>| {
            let has_story = self.story.with(Option::is_some);
            if self.mode.get() == Mode::Present && begun != Some(has_story) {
                untrack(|| self.begin());
            }
            has_story
        });
    }

    /// Leaves; what was on the stage is what is looked at.
    pub(super) fn leave(self) {
        if !self.is_on() {
            return;
        }
        let stage = self.state.view.get_untracked();
        self.reset();
        self.channel.send(Message::Gone);
        self.state.change(History::Push, |v| {
            (v.mode, v.story, v.step, v.room) = (Mode::Explore, None, None, None);
        });
        let shown = self.state.view.get_untracked();
        self.left.set_value(Some(Left { shown, stage, take_over: Self::take_over }));
        screen::release();
        self.state.announce(self.state.words().present().said_left.to_owned());
        Timeout::new(0, || focus(".present-button")).forget();
    }

    /// Everything that lies over the stage goes.
    fn reset(self) {
        self.is_playing.set(false);
        self.is_black.set(false);
        self.panel.set(Panel::None);
        self.tool.set(Tool::Hand);
        self.settle();
    }

    /// What belongs to one stop goes with it.
    fn settle(self) {
        self.lines.set(Vec::new());
        self.pins.set(None);
        self.sheet.set(0);
        self.typed.set(Typed::default());
        self.state.hover.set(None);
    }

    /// Goes where a key, a button or the other window says.
    pub(super) fn go(self, how: Move) {
        let (at, n) = self.place.get_untracked();
        let explored = self.exploring.get_untracked();
        match how {
            Move::Next => self.step_to(at + 1, n),
            Move::Previous if explored => self.back(),
            Move::Previous => self.step_to(at.wrapping_sub(1), n),
            Move::To(stop) => self.step_to(stop.min(n - 1), n),
            Move::Black => self.set_black(!self.is_black.get_untracked()),
            Move::Play => self.set_playing(!self.is_playing.get_untracked()),
        }
    }

    fn step_to(self, to: usize, n: usize) {
        if to < n {
            self.is_black.set(false);
            self.show_stop(to, History::Replace);
            self.say_stop();
        } else {
            let words = self.state.words().present();
            if to == n {
                self.state.announce(words.said_end.to_owned());
            }
        }
    }

    /// Takes what was explored back to the stop.
    pub(super) fn back(self) {
        if self.story.with_untracked(Option::is_some) {
            self.show_stop(self.place.get_untracked().0, History::Replace);
        } else if let Some(origin) = self.origin.get_untracked() {
            let now = self.state.view.get_untracked();
            self.take_over(
                ViewState { lang: now.lang, scheme: now.scheme, room: now.room, ..origin },
                History::Replace,
            );
        }
        self.say_stop();
    }

    fn say_stop(self) {
        let (at, n) = self.place.get_untracked();
        let words = self.state.words().present();
        self.state.announce((words.said_step)(at + 1, n, &untrack(|| self.headline()).0));
    }

    fn show_stop(self, to: usize, history: History) {
        let dataset = self.state.dataset();
        let now = self.state.view.get_untracked();
        let stop = self.story.with_untracked(|story| story.as_ref().and_then(|story| story.stops.get(to).cloned()));
        let next = match stop {
            Some(stop) => ViewState {
                mode: Mode::Present,
                story: now.story.clone(),
                step: Some(to + 1),
                room: now.room.clone(),
                frozen: now.frozen,
                ..stop.view_in(&now, &dataset)
            },
            None => return self.back_to_origin(),
        };
        self.take_over(next, history);
    }

    fn back_to_origin(self) {
        if self.exploring.get_untracked() {
            self.back();
        }
    }

    /// Shows another view, on the same scale of time all the way.
    fn take_over(self, next: ViewState, history: History) {
        let state = self.state;
        let from = self.motion.get_untracked().unwrap_or(state.viewport.get_untracked());
        let span = next.filter.time.unwrap_or_else(|| state.dataset().coverage());
        self.settle();
        state.show(span);
        state.put(next, history);
        self.travel(from);
        self.tell();
    }

    fn travel(self, from: Viewport) {
        let to = self.state.viewport.get_untracked();
        if from == to || screen::prefers_stillness() {
            self.motion.set(None);
            return;
        }
        self.frame(from, to, None);
    }

    fn frame(self, from: Viewport, to: Viewport, began: Option<f64>) {
        self.motion.set(Some(began.map_or(from, |_| self.motion.get_untracked().unwrap_or(from))));
        let next = request_animation_frame(move |now| {
            let began = began.unwrap_or(now);
            let share = (now - began) / MOTION;
            if share >= 1.0 {
                self.motion.set(None);
            } else {
                // Fast first, then slowing down.
                self.motion.set(Some(from.between(to, 1.0 - (1.0 - share).powi(3))));
                self.frame(from, to, Some(began));
            }
        });
        FRAME.with_borrow_mut(|held| *held = Some(next));
    }

    pub(super) fn set_black(self, is_black: bool) {
        let words = self.state.words().present();
        self.is_black.set(is_black);
        self.state.announce(if is_black { words.said_black } else { words.said_lit }.to_owned());
        self.tell();
    }

    pub(super) fn set_playing(self, is_playing: bool) {
        if is_playing == self.is_playing.get_untracked() {
            return;
        }
        self.is_playing.set(is_playing);
        let words = self.state.words().present();
        let said =
            if is_playing { (words.said_playing)(untrack(|| self.seconds())) } else { words.said_paused.to_owned() };
        self.state.announce(said);
        self.tell();
    }

    /// Faster or slower, by one of three speeds.
    pub(super) fn change_speed(self, by: isize) {
        let last = SPEEDS.len() - 1;
        self.speed.update(|speed| *speed = speed.saturating_add_signed(by).min(last));
        let seconds = untrack(|| self.seconds());
        self.state.announce((self.state.words().present().speed)(seconds));
    }

    /// Goes on by itself while it plays, and stands still at the end.
    pub(super) fn use_playing(self) {
        let pending = StoredValue::new(None::<Timeout>);
        Effect::new(move |_| {
            let (place, seconds) = (self.place.get(), self.seconds());
            pending.update_value(|held| drop(held.take()));
            if !self.is_playing.get() || self.mode.get() != Mode::Present {
                return;
            }
            let go_on = move || {
                self.go(Move::Next);
                if place.0 + 2 >= place.1 {
                    self.is_playing.set(false);
                    self.state.announce(self.state.words().present().said_end.to_owned());
                    self.tell();
                }
            };
            pending.set_value(Some(Timeout::new(seconds * 1000, go_on)));
        });
    }

    /// Names an event, or no longer; an eighth takes the place of the one named first.
    pub(super) fn pin(self, id: EventId, named: Vec<EventId>, current: Option<EventId>) {
        let words = self.state.words().present();
        let dataset = self.state.dataset();
        let title = dataset.event(id).title.get(self.state.locale.get_untracked());
        let mut pins = self.pins.get_untracked().unwrap_or_else(|| named.clone());
        let was = named.contains(&id);
        pins.retain(|pin| *pin != id);
        if !was {
            // What was asked for last finds room first; what has none waits for some.
            pins.insert(0, id);
            let others = pins.iter().filter(|pin| Some(**pin) != current).count();
            if others + usize::from(current.is_some()) > MAX_PINS {
                pins.pop();
            }
        }
        self.pins.set(Some(pins));
        self.state.announce((words.said_pinned[usize::from(was)])(title));
    }

    /// Tells the other window where this one is.
    pub(super) fn tell(self) {
        if self.is_on() {
            let place = Place {
                at: self.place.get_untracked().0,
                is_black: self.is_black.get_untracked(),
                is_playing: self.is_playing.get_untracked(),
                is_exploring: self.exploring.get_untracked(),
            };
            self.channel.send(Message::At(place));
        }
    }
}
