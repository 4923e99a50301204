//! A chart on the stage: its finding is the text, its numbers are drawn anew in large type.

use std::sync::Arc;

use crate::ui::signals::*;

use super::Talk;
use crate::chart::{ChartId, ChartRequest};
use crate::layout::stage_chart;
use crate::scale::wrap;
use crate::scene::Weight;
use crate::scene::svg::{markup, number};
use crate::ui::dom::{El, el};

/// Width the numbers are reckoned for; what is drawn is laid out anew, px.
const WIDTH: f64 = 1168.0;

/// Size of the finding, from one line of it to the next, and from it to the chart, units.
const FINDING: (f64, f64, f64) = (28.0, 35.0, 12.0);

/// The chart that the view names, or else the first.
pub(in crate::ui) fn chart(talk: Talk) -> El {
    let state = talk.state;
    let drawn = Memo::new(move |_| {
        let (dataset, locale, span, size) = (state.dataset(), state.locale.get(), state.span.get(), talk.size.get());
        // A stop has words of its own.
        let at_stop = talk.shown.with(Option::is_some) && !talk.exploring.get();
        let id = state.view.with(|v| v.chart).unwrap_or(ChartId::ALL[0]);
        state.filter.with(|filter| {
            state.visible.with(|ids| {
                let request = ChartRequest { dataset: &dataset, ids, filter, span, locale, width: WIDTH };
                let chart = crate::chart::chart(id, &request)?;
                let finding = (!at_stop).then(|| chart.headline.clone());
                let lines = finding.as_deref().map_or(0, |text| wrap(text, FINDING.0, Weight::Strong, size.0).len());
                let above = if lines > 0 { FINDING.1 * lines as f64 + FINDING.2 } else { 0.0 };
                Some(Arc::new((finding, stage_chart(id, &request, (size.0, size.1 - above)), chart)))
            })
        })
    });
    let content = move || {
        let Some(chart) = drawn.get() else {
            return vec![el("p").class("present-note").text(state.words().charts_nothing)];
        };
        let (finding, scene, chart) = &*chart;
        let (width, height) = (scene.width, scene.height);
        let rows = chart.table.rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>().join("; ");
        let finding = finding.as_deref().map(|text| el("p").class("present-finding").text(text));
        // Nothing before there is room: the page may be measured before its style sheet has come.
        if scene.shapes.is_empty() {
            return finding.into_iter().collect();
        }
        let svg = el("svg")
            .class("present-chart")
            .attr("role", "img")
            .attr("aria-label", [chart.headline.as_str(), ". ", &rows].concat())
            .attr("viewBox", ["0 0 ", &number(width), " ", &number(height)].concat())
            .markup(markup(&scene.shapes));
        finding.into_iter().chain([svg]).collect()
    };
    el("div").class("present-fill").block(content)
}
