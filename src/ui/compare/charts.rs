//! A chart of the pinned selection above that of the present one, on one scale.

use std::sync::Arc;

use super::named;
use crate::chart::{Chart, ChartId, ChartRequest, chart, compare};
use crate::compare::{Side, name};
use crate::ui::charts_figure::{data_view, drawing};
use crate::ui::charts_zones::Zones;
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;

/// A chart of the pinned selection, where there is one, and that of the present one; on one scale where both are drawn.
pub(in crate::ui) fn chart_pair(state: AppState, id: ChartId, present: &ChartRequest) -> [Option<Chart>; 2] {
    match state.pinned.get() {
        None => [None, chart(id, present)],
        Some(pinned) => {
            let (ids, filter, span) = (pinned.ids.as_slice(), &pinned.filter, pinned.span);
            compare(id, [&ChartRequest { ids, filter, span, ..*present }, present])
        }
    }
}

/// The pinned selection's drawing, with its numbers, and the name of the present one's that follows; empty where
/// nothing is pinned.
pub(in crate::ui) fn pinned_chart(
    state: AppState,
    id: ChartId,
    chart: impl Fn() -> Option<Arc<Chart>> + 'static,
) -> El {
    let zones = Zones::new(id, Side::A);
    el("div").block(move || {
        let pinned = state.pinned.get()?;
        let (locale, words) = (state.locale.get_untracked(), state.words());
        let shown = match chart() {
            Some(chart) => el("div")
                .child(el("p").class("compare-finding").text(chart.headline.as_str()))
                .child(drawing(state, &chart, zones))
                .child(numbers(state, &chart)),
            None => el("p").class("figure-nothing").text(words.compare().nothing),
        };
        let present = state.headline.with(|headline| headline.parts.join(words.compare().part_gap));
        Some(
            el("div")
                .class("compare-chart")
                .child(named(Side::A, name(&pinned, locale)))
                .child(shown)
                .child(named(Side::B, present)),
        )
    })
}

fn numbers(state: AppState, chart: &Chart) -> El {
    let name = ["A: ", state.words().charts_data].concat();
    el("details")
        .class("compare-numbers")
        .child(el("summary").text(name))
        .child(data_view(chart, ["A: ", &chart.headline].concat()))
}
