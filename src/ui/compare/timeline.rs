//! The pinned selection in lanes of its own under the present ones, at the same days per pixel.

use std::sync::Arc;

use crate::ui::signals::*;
use leptos::html;

use super::named;
use crate::compare::{self, Drawn, Selection, Side, drawn_words};
use crate::i18n::{DateStyle, date_words};
use crate::layout::{PlacedMark, Request, TimelineLayout, layout, timeline_scene};
use crate::model::EventId;
use crate::query::within;
use crate::scale::{FontMetrics, clamp};
use crate::scene::svg::number;
use crate::scene::{Glyph, Paint, Scene};
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::hooks::use_element_width;
use crate::ui::metrics::metrics;
use crate::ui::scene_view::{kind_icon, shapes_view};
use crate::ui::state::AppState;
use crate::ui::timeline::mark_name;
use crate::ui::unit::{rem, view_box};

/// Less room than this beside the stage holds no lane names: they stand above their rows, px.
const LEAST_GUTTER: f64 = 60.0;

/// px above the lanes: the axis.
const AXIS: f64 = 28.0;

/// Widest list of a cluster, px; the same stands in the style sheet.
const LIST: f64 = 300.0;

/// The pinned selection as it is drawn.
#[derive(PartialEq)]
struct Drawing {
    selection: Arc<Selection>,
    drawn: Drawn,
    /// Those of its events that lie in the days drawn.
    ids: Vec<EventId>,
    layout: TimelineLayout,
    scene: Scene,
    gutter: f64,
}

/// The lanes; empty where nothing is pinned.
pub(in crate::ui) fn pinned_lanes(state: AppState) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    let width = use_element_width(element);
    let stage = Memo::new(move |_| state.viewport.with(|v| v.width()));
    // The cluster whose events are listed, by its key, and the mark that Tab reaches, by its place.
    let listed = RwSignal::new(None::<u64>);
    let current = RwSignal::new(0_usize);
    let drawing = Memo::new(move |_| {
        let drawing = draw(state, state.pinned.get()?, width.get(), stage.get());
        Some(Arc::new(drawing))
    });
    el("div").node_ref(element).block(move || {
        let drawing = drawing.get()?;
        Some(lanes_view(state, &drawing, listed, current))
    })
}

fn draw(state: AppState, selection: Arc<Selection>, width: f64, stage: f64) -> Drawing {
    let (dataset, locale) = (state.dataset(), state.locale.get());
    let gutter = if width - stage < LEAST_GUTTER { 0.0 } else { width - stage };
    let drawn = compare::drawn(selection.span, state.span.get(), stage);
    let ids = within(&dataset, &selection.ids, drawn.viewport.span());
    let selected = state.selected.get();
    let layout = layout(&Request {
        dataset: &dataset,
        ids: &ids,
        lanes: state.view.with(|v| v.lanes),
        filter: &selection.filter,
        viewport: drawn.viewport,
        with_neighbors: false,
        selected,
        locale,
        metrics: metrics(stage, state.shown.get()),
        measure: &FontMetrics,
    });
    let scene = timeline_scene(&dataset, &layout, selected, locale, gutter);
    Drawing { selection, drawn, ids, layout, scene, gutter }
}

fn lanes_view(state: AppState, drawing: &Arc<Drawing>, listed: RwSignal<Option<u64>>, current: RwSignal<usize>) -> El {
    let locale = state.locale.get_untracked();
    let Drawing { selection, drawn, ids, scene, layout, .. } = drawing.as_ref();
    let name = compare::name(selection, locale);
    let (n_drawn, n_all) = (ids.len(), selection.ids.len());
    let note = drawn_words(drawn.alignment, n_drawn, n_all, locale);
    let marks: Vec<&PlacedMark> = layout.marks.iter().filter(|mark| mark.in_view).collect();
    let n_marks = marks.len();
    let marks = marks.into_iter().enumerate().map(|(i, mark)| mark_view(state, drawing, mark, i, listed, current));
    let svg = el("svg")
        .class("compare-drawing")
        .attr("viewBox", view_box(scene.width, scene.height))
        .attr("width", rem(scene.width))
        .attr("height", rem(scene.height))
        .attr("role", "group")
        .attr("aria-label", format!("A: {name}"))
        .on_kind("keydown", move |event| move_focus(event, n_marks, current, listed))
        .child(shapes_view(&scene.shapes).attr("aria-hidden", "true"))
        .children(marks);
    let list = {
        let drawing = drawing.clone();
        move || listed.get().and_then(|key| list_view(state, &drawing, key, listed))
    };
    el("div")
        .class("compare-lanes")
        .child(named(Side::A, name).child(el("span").class("compare-note").text(note)))
        .child(el("div").class("compare-scroll").child(el("div").class("compare-stage").child(svg).block(list)))
}

fn mark_view(
    state: AppState,
    drawing: &Drawing,
    mark: &PlacedMark,
    place: usize,
    listed: RwSignal<Option<u64>>,
    current: RwSignal<usize>,
) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let name = mark_name(&dataset, state.words(), locale, &mark.events, &drawing.selection.ids);
    let px = mark.px(drawing.layout.metrics.glyph);
    let (start, end) = ((px.start - mark.x - 4.0).min(-12.0), (px.end - mark.x + 4.0).max(12.0));
    let (key, first, is_cluster) = (mark.key, mark.events[0], mark.is_cluster());
    let open = move || {
        current.set(place);
        if is_cluster {
            listed.update(|shown| *shown = if *shown == Some(key) { None } else { Some(key) });
        } else {
            state.select(Some(first));
        }
    };
    let target = el("rect")
        .class("compare-mark-ground")
        .attr("x", number(start))
        .attr("y", "-12")
        .attr("width", number(end - start))
        .attr("height", "24")
        .attr("rx", "3");
    el("g")
        .class("compare-mark")
        .attr("transform", format!("translate({} {})", number(drawing.gutter + mark.x), number(AXIS + mark.y)))
        .attr("role", "button")
        .attr("tabindex", live(move || Some(if current.get() == place { "0" } else { "-1" })))
        .attr("aria-label", name.as_str())
        .maybe_attr("aria-expanded", is_cluster.then(|| flag(move || listed.get() == Some(key))))
        .attr("data-mark", place.to_string())
        .attr("data-count", mark.events.len().to_string())
        .on("focus", move |_| current.set(place))
        .on("click", move |_| open())
        .on_kind("keydown", move |event: &web_sys::KeyboardEvent| {
            if event.key() == "Enter" || event.key() == " " {
                event.prevent_default();
                open();
            }
        })
        .child(el("title").text(name.as_str()))
        .child(target)
}

fn flag(value: impl Fn() -> bool + 'static) -> crate::ui::dom::Value {
    live_string(move || Some(if value() { "true" } else { "false" }.to_owned()))
}

/// Arrow keys go from mark to mark in the order of lanes and days.
fn move_focus(event: &web_sys::KeyboardEvent, n_marks: usize, current: RwSignal<usize>, listed: RwSignal<Option<u64>>) {
    use wasm_bindgen::JsCast as _;
    let (at, last) = (current.get_untracked(), n_marks.saturating_sub(1));
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (at + 1).min(last),
        "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        "Escape" if listed.get_untracked().is_some() => {
            event.prevent_default();
            return listed.set(None);
        }
        _ => return,
    };
    event.prevent_default();
    current.set(next);
    let drawing = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let mark = drawing.and_then(|d| d.query_selector(&format!("[data-mark=\"{next}\"]")).ok().flatten());
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = mark.focus();
    }
}

/// The events of a cluster: these lanes do not zoom by themselves.
fn list_view(state: AppState, drawing: &Drawing, key: u64, listed: RwSignal<Option<u64>>) -> Option<El> {
    let mark = drawing.layout.marks.iter().find(|mark| mark.key == key)?;
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let rows = mark.events.iter().map(|id| {
        let (id, event) = (*id, dataset.event(*id));
        let kind = dataset.taxonomy().kind(event.kind);
        let glyph = Glyph::of_kind(&kind.slug, event.kind.index());
        let open = move |_| {
            listed.set(None);
            state.select(Some(id));
        };
        let button = el("button")
            .attr("type", "button")
            .class("tooltip-event")
            .on("click", open)
            .child(el("span").class("tooltip-date").text(date_words(event.date, locale, DateStyle::Medium)))
            .child(kind_icon(glyph, event.regions.first().map(|region| Paint::Region(*region))))
            .child(el("span").text(event.title.get(locale)));
        el("li").child(button)
    });
    let left = clamp(drawing.gutter + mark.x - LIST / 2.0, 0.0, (drawing.scene.width - LIST).max(0.0));
    let style = ["left: ", &rem(left), "; top: ", &rem(AXIS + mark.y + 16.0)].concat();
    Some(
        el("div")
            .class("tooltip")
            .attr("role", "group")
            .attr("aria-label", mark_name(&dataset, state.words(), locale, &mark.events, &drawing.selection.ids))
            .attr("style", style)
            .on_kind("keydown", move |event: &web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    listed.set(None);
                }
            })
            .child(el("ul").class("tooltip-list").children(rows)),
    )
}
