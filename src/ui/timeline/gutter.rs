//! Lane names that stay beside their lanes; a click asks for that lane alone.

use crate::ui::dom::{El, el, live, live_flag};
use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use crate::keys::Scope;
use crate::layout::{LaneKey, PlacedLane, lane_label};
use crate::query::Filter;
use crate::scene::Paint;
use crate::ui::masthead::focus;
use crate::ui::roving::move_focus;
use crate::ui::scene_view::paint;
use crate::ui::shortcuts::Panels;
use crate::ui::state::AppState;
use crate::ui::unit::rem;

/// What a lane's name is found by.
const NAME: &str = ".lane-name";

/// And the one that Tab reaches.
const STOP: &str = ".lane-name[tabindex=\"0\"]";

/// One name a lane; one tab stop for all, with arrows inside.
pub(super) fn gutter(state: AppState, panels: Panels) -> El {
    let lanes = Memo::new(move |_| state.layout.with(|l| l.lanes.clone()));
    // The lane whose name Tab reaches; the first, where it is gone.
    let current = RwSignal::new(None);
    let stop = Memo::new(move |_| {
        lanes.with(|lanes| {
            let is_there = |key: &LaneKey| lanes.iter().any(|lane| lane.key == *key);
            current.get().filter(is_there).or_else(|| lanes.first().map(|lane| lane.key))
        })
    });
    let key_down = move |event: &web_sys::KeyboardEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(name) = target.filter(|target| target.matches(NAME).unwrap_or(false))
            && let Some(command) = panels.command(Scope::List, event)
            && move_focus(event, NAME, &name, command)
        {
            event.prevent_default();
        }
    };
    el("div")
        .class("timeline-gutter")
        .attr("role", "group")
        .attr("aria-label", state.words().lanes_menu)
        .on_kind("keydown", key_down)
        .block(move || lanes.get().into_iter().map(move |lane| lane_view(state, lane, current, stop)))
}

fn lane_view(state: AppState, lane: PlacedLane, current: RwSignal<Option<LaneKey>>, stop: Memo<Option<LaneKey>>) -> El {
    let name = lane_label(&state.dataset(), lane.key, state.locale.get_untracked());
    let place = ["top: ", &rem(lane.y), "; height: ", &rem(lane.height)].concat();
    let swatch = match lane.key {
        LaneKey::Region(region) => Some(format!("background: {}", paint(Paint::Region(region)))),
        LaneKey::Kind(_) | LaneKey::Theme(_) | LaneKey::NoTheme | LaneKey::All => None,
    };
    let is_alone = move || state.filter.with(|f| asks_for_only(f, lane.key));
    let choose = move |_| {
        let is_alone = untrack(is_alone);
        state.set_filter(|f| ask_for(f, lane.key, !is_alone));
        // It stands at another place now: the focus goes on from there.
        Timeout::new(0, || focus(STOP)).forget();
    };
    let button = (!name.is_empty()).then(|| {
        el("button")
            .class("lane-name")
            .attr("type", "button")
            .attr("aria-pressed", live_flag(is_alone))
            .attr("tabindex", live(move || Some(if stop.get() == Some(lane.key) { "0" } else { "-1" })))
            .on("focus", move |_| current.set(Some(lane.key)))
            .on("click", choose)
            .child(el("span").class("lane-words").text(name))
            .text(" ")
            .child(el("span").class("lane-count").text(lane.count.to_string()))
    });
    let swatch = swatch.map(|style| el("i").class("lane-mark").attr("style", style));
    el("div").class("lane").attr("style", place).children(button).children(swatch)
}

fn asks_for_only(filter: &Filter, key: LaneKey) -> bool {
    match key {
        LaneKey::Region(id) => filter.regions.len() == 1 && filter.regions.contains(&id),
        LaneKey::Kind(id) => filter.kinds.len() == 1 && filter.kinds.contains(&id),
        LaneKey::Theme(id) => filter.themes.len() == 1 && filter.themes.contains(&id),
        LaneKey::NoTheme | LaneKey::All => false,
    }
}

fn ask_for(filter: &mut Filter, key: LaneKey, alone: bool) {
    match key {
        LaneKey::Region(id) => filter.regions = alone.then_some(id).into_iter().collect(),
        LaneKey::Kind(id) => filter.kinds = alone.then_some(id).into_iter().collect(),
        LaneKey::Theme(id) => filter.themes = alone.then_some(id).into_iter().collect(),
        LaneKey::NoTheme | LaneKey::All => {}
    }
}
