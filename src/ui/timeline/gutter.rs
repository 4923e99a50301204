//! Lane names that stay beside their lanes; a click asks for that lane alone.

use crate::ui::dom::{El, el, live, live_flag};
use crate::ui::signals::*;
use gloo::timers::callback::Timeout;

use crate::keys::{Command, Scope};
use crate::layout::{LaneKey, PlacedLane, lane_label};
use crate::query::Filter;
use crate::scene::Paint;
use crate::ui::masthead::focus;
use crate::ui::scene_view::paint;
use crate::ui::shortcuts::Panels;
use crate::ui::state::AppState;
use crate::ui::unit::rem;

/// One name a lane; one tab stop for all, with arrows inside.
pub(super) fn gutter(state: AppState, panels: Panels) -> El {
    let lanes = Memo::new(move |_| state.layout.with(|l| l.lanes.clone()));
    // The lane whose name Tab reaches; the first, where it is gone.
    let current = RwSignal::new(None);
    let stop = Memo::new(move |_| {
        lanes.with(|lanes| {
            let mut numbers = lanes.iter().map(|lane| number(lane.key));
            let first = numbers.clone().next();
            current.get().filter(|current| numbers.any(|number| number == *current)).or(first)
        })
    });
    let key_down = move |event: &web_sys::KeyboardEvent| {
        let next = lanes.with_untracked(|lanes| {
            let at = lanes.iter().position(|lane| Some(number(lane.key)) == stop.get_untracked())?;
            let next = match panels.command(Scope::List, event)? {
                Command::Previous => at.saturating_sub(1),
                Command::Next => (at + 1).min(lanes.len() - 1),
                Command::First | Command::PageBack => 0,
                Command::Last | Command::PageOn => lanes.len() - 1,
                _ => return None,
            };
            Some(number(lanes[next].key))
        });
        if next.is_some() {
            event.prevent_default();
            current.set(next);
            focus_stop();
        }
    };
    el("div")
        .class("timeline-gutter")
        .attr("role", "group")
        .attr("aria-label", state.words().lanes_menu)
        .on_kind("keydown", key_down)
        .block(move || lanes.get().into_iter().map(move |lane| lane_view(state, lane, current, stop)))
}

fn lane_view(state: AppState, lane: PlacedLane, current: RwSignal<Option<u64>>, stop: Memo<Option<u64>>) -> El {
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
        // It stands at another place now.
        focus_stop();
    };
    let button = (!name.is_empty()).then(|| {
        el("button")
            .class("lane-name")
            .attr("type", "button")
            .attr("aria-pressed", live_flag(is_alone))
            .attr("tabindex", live(move || Some(if stop.get() == Some(number(lane.key)) { "0" } else { "-1" })))
            .on("focus", move |_| current.set(Some(number(lane.key))))
            .on("click", choose)
            .child(el("span").class("lane-words").text(name))
            .text(" ")
            .child(el("span").class("lane-count").text(lane.count.to_string()))
    });
    let swatch = swatch.map(|style| el("i").class("lane-mark").attr("style", style));
    el("div").class("lane").attr("style", place).children(button).children(swatch)
}

/// Moves the focus to the name that Tab reaches, once the page has that.
fn focus_stop() {
    Timeout::new(0, || focus(".lane-name[tabindex=\"0\"]")).forget();
}

/// A number that no other lane has.
fn number(key: LaneKey) -> u64 {
    let (sort, place) = match key {
        LaneKey::Region(id) => (0, id.index()),
        LaneKey::Kind(id) => (1, id.index()),
        LaneKey::Theme(id) => (2, id.index()),
        LaneKey::NoTheme => (3, 0),
        LaneKey::All => (4, 0),
    };
    (place as u64) * 8 + sort
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
