//! Buttons for who has no keys: out of the picture until one of them has the focus, or the stage is tapped.

use super::{Panel, Talk, Tool, explore};
use crate::talk::Move;
use crate::ui::dom::{El, el, live, live_flag};

/// The row of controls.
pub(super) fn controls(talk: Talk) -> El {
    let words = talk.state.words().present();
    let class = live(move || {
        Some(if talk.controls.get() { "present-controls present-controls--shown" } else { "present-controls" })
    });
    let tool = move |name, tool: Tool| {
        let press = move |_| talk.tool.update(|now| *now = if *now == tool { Tool::Hand } else { tool });
        button(name, press).attr("aria-pressed", live_flag(move || talk.tool.get() == tool))
    };
    let panel = move |name, panel: Panel| {
        let press = move |_| talk.panel.update(|now| *now = if *now == panel { Panel::None } else { panel });
        button(name, press).attr("aria-expanded", live_flag(move || talk.panel.get() == panel))
    };
    let has_stops = move || (talk.place.get().1 > 1).then(|| panel(words.stops, Panel::Stops));
    let play = move || {
        let is_playing = talk.is_playing.get();
        let name = if is_playing { words.pause } else { words.play };
        let has_stops = talk.place.get().1 > 1;
        has_stops.then(|| button(name, move |_| talk.set_playing(!is_playing)))
    };
    let speed = move || {
        let has_stops = talk.place.get().1 > 1;
        has_stops.then(|| {
            button(&(words.speed)(talk.seconds()), move |_| {
                let is_fastest = talk.speed.get_untracked() + 1 == crate::talk::SPEEDS.len();
                talk.change_speed(if is_fastest { -2 } else { 1 });
            })
        })
    };
    let clear = move || {
        let drawn = talk.lines.with(|lines| !lines.is_empty());
        drawn.then(|| button(words.pen_clear, move |_| talk.lines.set(Vec::new())))
    };
    el("div")
        .class(class)
        .attr("role", "toolbar")
        .attr("aria-label", words.controls)
        .child(button(words.previous, move |_| talk.go(Move::Previous)))
        .child(button(words.next, move |_| talk.go(Move::Next)))
        .block(has_stops)
        .block(play)
        .block(speed)
        .child(tool(words.spotlight, Tool::Spotlight))
        .child(tool(words.pen, Tool::Pen))
        .block(clear)
        .child(button(words.black, move |_| talk.go(Move::Black)))
        .child(button("−", move |_| explore::zoom(talk, false)).attr("aria-label", words.zoom_out))
        .child(button("+", move |_| explore::zoom(talk, true)).attr("aria-label", words.zoom_in))
        .child(button(words.all_days, move |_| explore::fit(talk)))
        .child(panel(words.filter, Panel::Filter))
        .child(button(words.notes, move |_| talk.open_notes()))
        .child(button(words.leave, move |_| talk.leave()))
}

pub(super) fn button(name: &str, press: impl FnMut(web_sys::Event) + 'static) -> El {
    el("button").class("present-button-large").attr("type", "button").on("click", press).text(name)
}

/// Says that the stage shows something else than the stop, and takes it back.
pub(super) fn back(talk: Talk) -> Option<El> {
    let words = talk.state.words().present();
    talk.exploring.get().then(|| {
        let name = match talk.story.with(Option::is_some) {
            true => (words.back_to)(talk.place.get().0 + 1),
            false => words.back.to_owned(),
        };
        button(&name, move |_| talk.back())
    })
}

/// Says that it goes on by itself.
pub(super) fn playing(talk: Talk) -> Option<El> {
    let words = talk.state.words().present();
    let said = move || [words.play, " · ", &(words.speed)(talk.seconds())].concat();
    talk.is_playing.get().then(|| el("span").class("present-note").text(said()))
}
