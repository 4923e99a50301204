//! A chart of the pinned selection above that of the present one, on one scale.

use std::sync::Arc;

use leptos::prelude::*;

use super::named;
use crate::chart::{Chart, ChartId, ChartRequest, chart, compare};
use crate::compare::{Side, name};
use crate::scene::svg::number;
use crate::ui::dom::{El, el};
use crate::ui::scene_view::shapes_view;
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
pub(in crate::ui) fn pinned_chart(state: AppState, chart: impl Fn() -> Option<Arc<Chart>> + 'static) -> El {
    el("div").block(move || {
        let pinned = state.pinned.get()?;
        let (locale, words) = (state.locale.get_untracked(), state.words());
        let drawing = match chart() {
            Some(chart) => drawing(state, &chart),
            None => el("p").class("figure-nothing").text(words.compare.nothing),
        };
        let present = state.headline.with(|headline| headline.parts.join(words.compare.part_gap));
        Some(
            el("div")
                .class("compare-chart")
                .child(named(Side::A, name(&pinned, locale)))
                .child(drawing)
                .child(named(Side::B, present)),
        )
    })
}

fn drawing(state: AppState, chart: &Chart) -> El {
    let (width, height) = (chart.scene.width, chart.scene.height);
    // Values appear where the pointer rests; the table below has them for everyone.
    let zones = chart.zones.iter().map(|zone| {
        el("rect")
            .class("compare-zone")
            .attr("x", number(zone.x))
            .attr("y", number(zone.y))
            .attr("width", number(zone.w))
            .attr("height", number(zone.h))
            .child(el("title").text(zone.label.as_str()))
    });
    let svg = el("svg")
        .class("compare-drawing")
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("viewBox", format!("0 0 {} {}", number(width), number(height)))
        .attr("role", "img")
        .attr("aria-label", format!("A: {}", chart.headline))
        .child(shapes_view(&chart.scene.shapes).attr("aria-hidden", "true"))
        .child(el("g").attr("aria-hidden", "true").children(zones));
    let cell = |(i, cell): (usize, &String)| {
        let element = if i == 0 { el("th").attr("scope", "row") } else { el("td") };
        element.text(cell.as_str())
    };
    let head = chart.table.head.iter().map(|cell| el("th").attr("scope", "col").text(cell.as_str()));
    let rows = chart.table.rows.iter().map(|row| el("tr").children(row.iter().enumerate().map(cell)));
    let table = el("table")
        .class("figure-table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    let numbers = el("details")
        .class("compare-numbers")
        .child(el("summary").text(format!("A: {}", state.words().charts_data)))
        .child(
            el("div")
                .class("figure-table-box")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", format!("A: {}", chart.headline))
                .child(table),
        );
    el("div")
        .child(el("p").class("compare-finding").text(chart.headline.as_str()))
        .child(el("div").class("compare-scroll").child(svg))
        .child(numbers)
}
