//! The panel in which a story is made: beside the page on a desk, over it on a phone. Never modal: views are set up
//! while it is open.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::add::Told;
use super::drag::Dragging;
use super::panel_stop::{field, stop};
use super::share::{address, length_line};
use super::{Stories, files};
use crate::keys::{Command, Scope};
use crate::model::Locale;
use crate::route::{Mode, OWN_STORY};
use crate::story::{Draft, Field, place_after};
use crate::ui::copy::copy;
use crate::ui::dom::{El, el, live, live_flag};
use crate::ui::live::told_line;
use crate::ui::masthead::focus;
use crate::ui::present::Talk;
use crate::ui::shortcuts::{Panels, is_field};

impl Stories {
    /// Opens the panel.
    pub(super) fn edit(self) {
        self.editing.set(true);
        self.told.set(None);
        Timeout::new(0, || focus("#story-panel")).forget();
    }

    /// The language in which texts are written: the page's, until another is chosen.
    pub(super) fn writing(self) -> Locale {
        self.written.get().unwrap_or_else(|| self.state.locale.get())
    }
}

/// The panel, while it is open.
pub(in crate::ui) fn panel(stories: Stories, part: El) -> El {
    part.part(move |part| if stories.editing.get() { part.child(open_panel(stories)) } else { part })
}

fn open_panel(stories: Stories) -> El {
    let (words, panels) = (stories.state.words().story(), Panels::expect());
    let close = move || {
        stories.editing.set(false);
        Timeout::new(0, || focus(".story-add")).forget();
    };
    let drag = Dragging::new(stories);
    let keys = move |event: &web_sys::KeyboardEvent| on_key(stories, drag.opened, panels, event, &close);
    let close_button = el("button")
        .class("dialog-close")
        .attr("type", "button")
        .attr("aria-label", words.close)
        .on("click", move |_| close())
        .text("✕");
    let head = el("div").class("story-panel-head").child(el("h2").text(words.panel)).child(close_button);
    let list = move |part: El| {
        let draft = stories.draft.get();
        let stops = &draft.story().stops;
        if stops.is_empty() {
            return part.child(el("p").class("story-hint").text(words.empty));
        }
        let items = stops.iter().enumerate().map(|(i, each)| stop(stories, drag, i, stops.len(), each));
        part.child(el("ol").class("story-list").children(items))
    };
    let fields = move |part: El| {
        let locale = stories.writing();
        part.child(field(stories, Field::Title, locale, words.title, 1)).child(field(
            stories,
            Field::Summary,
            locale,
            words.summary,
            2,
        ))
    };
    el("aside")
        .class("story-panel")
        .attr("id", "story-panel")
        .attr("tabindex", "-1")
        .attr("aria-label", words.panel)
        .on_kind("keydown", keys)
        .child(head)
        .child(tools(stories))
        .child(language(stories))
        .part(fields)
        .part(list)
        .child(length_line(stories))
        .child(actions(stories))
}

fn button(name: &'static str) -> El {
    el("button").class("button").attr("type", "button").text(name)
}

/// What adds, and what takes back.
fn tools(stories: Stories) -> El {
    let words = stories.state.words().story();
    let can = move || stories.draft.with(Draft::can_step);
    let step = move |name: &'static str, back: bool| {
        // Not `disabled`: the button keeps the focus while the last step is undone with it.
        let idle = live(move || {
            let (past, future) = can();
            (!if back { past } else { future }).then_some("true")
        });
        button(name).attr("aria-disabled", idle).on("click", move |_| stories.step(back))
    };
    let add = el("button").class("button button--main").attr("type", "button").attr("aria-keyshortcuts", "M");
    el("div")
        .class("story-tools")
        .child(add.text(stories.state.words().doors.add_stop).on("click", move |_| stories.add()))
        .child(step(words.undo, true))
        .child(step(words.redo, false))
}

/// Which of the two languages is typed.
fn language(stories: Stories) -> El {
    let words = stories.state.words().story();
    let options = [(Locale::En, "English"), (Locale::Zh, "中文")].into_iter().map(|(locale, name)| {
        el("button")
            .class("story-language")
            .attr("type", "button")
            .attr("lang", locale.tag())
            .attr("aria-pressed", live_flag(move || stories.writing() == locale))
            .on("click", move |_| stories.written.set(Some(locale)))
            .text(name)
    });
    el("div")
        .class("story-languages")
        .attr("role", "group")
        .attr("aria-label", words.language)
        .child(el("span").attr("aria-hidden", "true").text(words.language))
        .children(options)
}

/// What is done with the whole story.
fn actions(stories: Stories) -> El {
    let state = stories.state;
    let words = state.words().story();
    let export = state.words().export();
    let (told, talk) = (RwSignal::new(""), Talk::expect());
    let buttons = move |part: El| {
        let length = stories.length.get();
        if length == 0 {
            return part.child(files::open_button(stories));
        }
        let is_long = length > crate::story::link::MAX_LINK;
        let copied = move |_| {
            copy(
                address(stories, OWN_STORY, Mode::Explore),
                "story-panel-link",
                [export.copied, export.copy_by_hand],
                told,
            );
        };
        let save = move |_| told.set(if stories.save() { export.saved } else { export.save_failed });
        let read = move |_| {
            stories.editing.set(false);
            stories.read(Some(OWN_STORY), None);
        };
        let present = move |_| {
            stories.editing.set(false);
            stories.read(Some(OWN_STORY), None);
            talk.enter();
        };
        let new = move |_| {
            stories.change(|draft| draft.replace(crate::story::Story::default()));
        };
        let link = (!is_long).then(|| button(words.copy_link).on("click", copied));
        let save_class = if is_long { "button button--main" } else { "button" };
        part.children(link)
            .child(el("button").class(save_class).attr("type", "button").text(words.save).on("click", save))
            .child(button(words.read).on("click", read))
            .child(button(words.present).on("click", present))
            .child(files::open_button(stories))
            .child(button(words.new).on("click", new))
    };
    // Shown where nothing may write to the clipboard, for the person to copy.
    let by_hand = move || {
        (told.get() == export.copy_by_hand).then(|| {
            el("textarea")
                .class("story-field")
                .attr("id", "story-panel-link")
                .attr("readonly", "")
                .attr("aria-label", words.link)
                .property("value", address(stories, OWN_STORY, Mode::Explore))
        })
    };
    el("div")
        .class("story-panel-foot")
        .child(el("div").class("story-actions").part(buttons))
        .block(by_hand)
        .child(told_line(state, told, "story-told"))
}

fn on_key(
    stories: Stories,
    opened: RwSignal<Option<usize>>,
    panels: Panels,
    event: &web_sys::KeyboardEvent,
    close: &dyn Fn(),
) {
    let typed = is_field(event.target());
    if event.key() == "Escape" {
        event.prevent_default();
        event.stop_propagation();
        close();
        return;
    }
    if let Some(way) = arrow(event)
        && let Some(at) = stop_of(event)
    {
        event.prevent_default();
        move_stop(stories, opened, at, way);
        return;
    }
    match panels.command(Scope::Anywhere, event) {
        Some(command @ (Command::Undo | Command::Redo)) if !typed => {
            event.prevent_default();
            stories.step(command == Command::Undo);
        }
        _ => {}
    }
}

/// Alt with an arrow moves the stop that has the focus.
fn arrow(event: &web_sys::KeyboardEvent) -> Option<isize> {
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => Some(-1),
        "ArrowDown" if event.alt_key() => Some(1),
        _ => None,
    }
}

fn stop_of(event: &web_sys::KeyboardEvent) -> Option<usize> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[data-stop]").ok()??.get_attribute("data-stop")?.parse().ok()
}

/// Moves a stop by one place; the focus goes with it.
pub(super) fn move_stop(stories: Stories, opened: RwSignal<Option<usize>>, at: usize, way: isize) {
    let to = at.wrapping_add_signed(way);
    if shift(stories, opened, at, to) {
        let control = if way < 0 { "up" } else { "down" };
        Timeout::new(0, move || focus(&format!("[data-stop=\"{to}\"] [data-move=\"{control}\"]"))).forget();
    }
}

/// Moves a stop to a place, and says so; whose fields are open stays open wherever it went.
pub(super) fn shift(stories: Stories, opened: RwSignal<Option<usize>>, from: usize, to: usize) -> bool {
    let n = stories.draft.with_untracked(|d| d.story().stops.len());
    let before = opened.get_untracked();
    let is_moved = stories.change(|draft| {
        let is_moved = draft.shift(from, to);
        if is_moved {
            opened.set(before.map(|at| place_after(at, from, to)));
        }
        is_moved
    });
    if is_moved {
        stories.tell(Told::done((stories.state.words().story().moved)(from + 1, to + 1, n)));
    }
    is_moved
}
