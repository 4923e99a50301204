//! One chart: headline, counting rule, drawing, values on hover and focus, and the numbers behind it.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use leptos::html;

use super::charts_zones::Zones;
use super::compare::{chart_pair, pinned_chart};
use super::dom::{El, el, live_flag};
use super::hooks::{use_element_width, use_in_sight, use_later};
use super::live::told_line;
use super::picture;
use super::scene_view::shapes_view;
use super::state::AppState;
use super::unit::{rem, view_box};
use crate::chart::{Chart, ChartId, ChartRequest};
use crate::compare::Side;
use crate::export::document::{Picture, Resolution};
use crate::layout::Pane;

/// Drawn for this width until the page was measured, px.
const FIRST_WIDTH: f64 = 600.0;

/// A chart of the present selection.
pub(super) fn figure(state: AppState, id: ChartId) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    let width = use_element_width(element);
    let (later, arrival, sight) = (use_later(), use_later(), use_in_sight());
    let pair = RwSignal::new([None, None]);
    let draw = move || {
        let drawn = untrack(|| {
            let (dataset, locale, span) = (state.dataset(), state.locale.get(), state.span.get());
            let width = if width.get() > 0.0 { width.get() } else { FIRST_WIDTH };
            state.filter.with(|filter| {
                state.visible.with(|ids| {
                    let request = ChartRequest { dataset: &dataset, ids, filter, span, locale, width };
                    chart_pair(state, id, &request)
                })
            })
        });
        pair.set(drawn.map(|chart| chart.map(std::sync::Arc::new)));
    };
    let following = RenderEffect::new(move |before: Option<()>| {
        state.filter.track();
        state.visible.track();
        state.span.track();
        state.pinned.track();
        width.track();
        // What can be seen answers first.
        if before.is_some() && state.is_large() && !sight.is_in() {
            later.request(draw);
        } else {
            later.forget();
            draw();
        }
    });
    on_cleanup(move || drop(following));
    let drawn = Memo::new(move |_| pair.with(|[_, present]| present.clone()));
    let pinned = pinned_chart(state, id, move || pair.with(|[pinned, _]| pinned.clone()));
    let zones = Zones::new(id, Side::B);
    let shows_data = RwSignal::new(false);
    let heading = format!("figure-{}", id.slug());
    let is_target = Memo::new(move |_| state.view.with(|v| v.chart) == Some(id));
    Effect::new(move |_| {
        if is_target.get()
            && let Some(element) = element.get()
        {
            // When the charts above have the height that goes with their width.
            arrival.soon(move || element.scroll_into_view());
        }
    });
    // Where there is nothing to draw, the heading says so.
    let body = move || drawn.get().map(|drawn| drawing(state, &drawn, zones));
    let headline = move || match drawn.get() {
        Some(chart) => chart.headline.clone(),
        None => state.words().charts_nothing.to_owned(),
    };
    let data =
        move || shows_data.get().then(|| drawn.get().map(|chart| data_view(&chart, chart.headline.clone()))).flatten();
    let (picture, told) = (Picture::Chart(id), RwSignal::new(""));
    let download = move |event: web_sys::Event| {
        let Some(text) = picture::svg_text(state, picture, picture::palette(state)) else { return };
        let link = event_target::<web_sys::Element>(&event);
        let _ = link.set_attribute("href", &picture::svg_address(&text));
    };
    let png = el("button").attr("type", "button").class("figure-tool").text("PNG").on("click", move |_| {
        picture::save_png(state, picture, picture::palette(state), Resolution::Twice, told);
    });
    let file = picture::file_name(state, picture, ".svg");
    let rule = move || drawn.with(|chart| chart.as_ref().map(|chart| chart.rule.clone()).unwrap_or_default());
    let words = state.words();
    let data_button = el("button")
        .attr("type", "button")
        .class("figure-tool")
        .attr("aria-expanded", live_flag(move || shows_data.get()))
        .on("click", move |_| shows_data.update(|shows| *shows = !*shows))
        .text(words.charts_data);
    let link = el("a").class("figure-tool").attr("href", "#").attr("download", file).on("click", download);
    el("figure")
        .class(format!("figure figure--{}", id.slug()))
        .attr("aria-labelledby", heading.as_str())
        .attr("id", format!("chart-{}", id.slug()))
        .made(move |figure| sight.watch(figure))
        .child(el("div").class("figure-tools").child(data_button).child(link.text(words.charts_svg)).child(png))
        .child(el("h2").attr("id", heading).live_text(headline))
        .child(el("p").class("figure-rule").live_text(rule))
        .child(pinned)
        .child(told_line(state, told, "figure-told"))
        .child(el("div").class("figure-drawing").node_ref(element).block(body))
        .child(el("div").class("figure-data").block(data))
}

/// A chart with its values on hover and focus; what is chosen there is asked of the present selection, whosever it is.
pub(super) fn drawing(state: AppState, drawn: &std::sync::Arc<Chart>, shared: Zones) -> El {
    let Zones { chart: id, side, tip, current, .. } = shared;
    let (width, height) = (drawn.scene.width, drawn.scene.height);
    tip.set(None);
    state.point_away(Pane::Charts);
    let (place, is_chosen) = shared.moved_to(drawn);
    current.set(place.unwrap_or(0));
    if let Some(place) = place.filter(|_| is_chosen) {
        Timeout::new(0, move || shared.focus(place)).forget();
    }
    let (wide, high) = (rem(width), rem(height));
    // A matrix wider than the page scrolls in its box; a copy of its first column stays.
    let gutter = (drawn.gutter > 0.0).then(|| {
        let gutter = rem(drawn.gutter);
        let size = ["width: ", &gutter, "; margin-right: -", &gutter, "; height: ", &high].concat();
        let copy = el("svg").attr("viewBox", view_box(drawn.gutter, height)).attr("width", gutter);
        let copy = copy.attr("height", high.as_str()).child(shapes_view(&drawn.scene.left_of(drawn.gutter)));
        el("div").class("figure-gutter").attr("style", size).attr("aria-hidden", "true").child(copy)
    });
    let held = drawn.clone();
    let tip_view = move || {
        let zone = held.zones.get(tip.get()?)?;
        let place = zone.tip(width, height);
        let look = if place.is_above { "figure-tip" } else { "figure-tip figure-tip--under" };
        let style = ["left: ", &rem(place.x), "; top: ", &rem(place.y)].concat();
        let hint = el("span").class("figure-tip-hint").text(state.words().charts_filter_hint);
        let tip = el("div").class(look).attr("style", style).attr("aria-hidden", "true");
        Some(tip.text(zone.label.as_str()).child(hint))
    };
    let stage = el("div")
        .class("figure-stage")
        .attr("style", ["width: ", &wide, "; height: ", &high].concat())
        .children(gutter);
    let stage = shared.listen(stage, state, drawn);
    let named = match side {
        Side::A => ("aria-label", ["A: ", &drawn.headline].concat()),
        Side::B | Side::Both => ("aria-labelledby", ["figure-", id.slug()].concat()),
    };
    let drawing = el("svg")
        .class("figure-svg")
        .attr("viewBox", view_box(width, height))
        .attr("width", wide)
        .attr("height", high)
        .attr("role", "group")
        .attr(named.0, named.1)
        .child(el("g").attr("aria-hidden", "true").child(shapes_view(&drawn.scene.shapes)))
        .child(shared.list(state, drawn));
    el("div").class("figure-scroll").child(stage.child(drawing).block(tip_view))
}

/// The numbers behind a chart, in a box that has a name.
pub(super) fn data_view(chart: &Chart, name: String) -> El {
    let head = chart.table.head.iter().map(|cell| el("th").attr("scope", "col").text(cell.as_str()));
    let cell = |(i, cell): (usize, &String)| {
        let element = if i == 0 { el("th").attr("scope", "row") } else { el("td") };
        element.text(cell.as_str())
    };
    let rows = chart.table.rows.iter().map(|row| el("tr").children(row.iter().enumerate().map(cell)));
    let table = el("table")
        .class("figure-table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    el("div")
        .class("figure-table-box")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(table)
}
