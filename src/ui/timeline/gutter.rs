//! Lane names that stay beside their lanes; a click asks for that lane alone.

use crate::scene::svg::number;
use crate::ui::erase::{block, derived};
use leptos::prelude::*;

use crate::layout::{LaneKey, PlacedLane, lane_label};
use crate::query::Filter;
use crate::scene::Paint;
use crate::ui::scene_view::paint;
use crate::ui::state::AppState;

/// One name a lane.
#[component]
pub(super) fn Gutter() -> impl IntoView {
    let state = AppState::expect();
    let lanes = Memo::new(move |_| state.layout.with(|l| l.lanes.clone()));
    view! {
        <div class="timeline-gutter">{block(move || lanes.get().into_iter().map(|lane| lane_view(state, lane)).collect_view())}</div>
    }
}

fn lane_view(state: AppState, lane: PlacedLane) -> impl IntoView {
    let name = lane_label(&state.dataset(), lane.key, state.locale.get_untracked());
    let place = format!("top: {}px; height: {}px", number(lane.y), number(lane.height));
    let swatch = match lane.key {
        LaneKey::Region(region) => Some(format!("background: {}", paint(Paint::Region(region)))),
        LaneKey::Kind(_) | LaneKey::Theme(_) | LaneKey::NoTheme | LaneKey::All => None,
    };
    let is_alone = Memo::new(move |_| state.filter.with(|f| asks_for_only(f, lane.key)));
    let choose = move |_| {
        let is_alone = is_alone.get_untracked();
        state.set_filter(|f| ask_for(f, lane.key, !is_alone));
    };
    view! {
        <div class="lane" style=place>
            {(!name.is_empty()).then(|| view! {
                <button class="lane-name" type="button" aria-pressed=derived(move || is_alone.get().to_string()) on:click=choose>
                    <span class="lane-words">{name.clone()}</span>
                    " "
                    <span class="lane-count">{lane.count}</span>
                </button>
            })}
            {swatch.map(|style| view! { <i class="lane-mark" style=style></i> })}
        </div>
    }
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
