//! Lane names that stay beside their lanes; a click asks for that lane alone.

use crate::ui::dom::{El, el, live_flag};
use crate::ui::signals::*;

use crate::layout::{LaneKey, PlacedLane, lane_label};
use crate::query::Filter;
use crate::scene::Paint;
use crate::ui::scene_view::paint;
use crate::ui::state::AppState;
use crate::ui::unit::rem;

/// One name a lane.
pub(super) fn gutter(state: AppState) -> El {
    let lanes = Memo::new(move |_| state.layout.with(|l| l.lanes.clone()));
    el("div").class("timeline-gutter").block(move || lanes.get().into_iter().map(move |lane| lane_view(state, lane)))
}

fn lane_view(state: AppState, lane: PlacedLane) -> El {
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
    };
    let button = (!name.is_empty()).then(|| {
        el("button")
            .class("lane-name")
            .attr("type", "button")
            .attr("aria-pressed", live_flag(is_alone))
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
