//! One chart: headline, counting rule, drawing, values on hover and focus, and the numbers behind it.

use crate::ui::erase::{block, derived};
use leptos::html;
use leptos::prelude::*;

use super::dom::el;
use super::hooks::use_element_width;
use super::scene_view::shapes_view;
use super::state::AppState;
use crate::chart::{Chart, ChartId, ChartRequest, Pick, Zone, chart};
use crate::scale::clamp;
use crate::scene::svg;

/// Drawn for this width until the page was measured, px.
const FIRST_WIDTH: f64 = 600.0;

/// Half the widest value label, px, by which it is kept inside the figure.
const HALF_TIP: f64 = 110.0;

/// A chart of the present selection.
#[component]
pub(super) fn Figure(id: ChartId) -> impl IntoView {
    let state = AppState::expect();
    let element: NodeRef<html::Div> = NodeRef::new();
    let width = use_element_width(element);
    let drawn: Memo<Option<std::sync::Arc<Chart>>> = Memo::new(move |_| {
        let (dataset, locale, span) = (state.dataset(), state.locale.get(), state.span.get());
        let width = if width.get() > 0.0 { width.get() } else { FIRST_WIDTH };
        state
            .filter
            .with(|filter| {
                state
                    .visible
                    .with(|ids| chart(id, &ChartRequest { dataset: &dataset, ids, filter, span, locale, width }))
            })
            .map(std::sync::Arc::new)
    });
    let tip = RwSignal::new(None::<usize>);
    let shows_data = RwSignal::new(false);
    let heading = format!("figure-{}", id.slug());
    let is_target = Memo::new(move |_| state.view.with(|v| v.chart) == Some(id));
    Effect::new(move |_| {
        if is_target.get()
            && let Some(element) = element.get()
        {
            element.scroll_into_view();
        }
    });
    let body = block(move || match drawn.get() {
        Some(drawn) => view! { <Drawing id=id drawn=drawn tip=tip /> }.into_any(),
        None => view! { <p class="figure-nothing">{state.words().charts_nothing}</p> }.into_any(),
    });
    let data = block(move || (shows_data.get()).then(|| drawn.get().map(|chart| data_view(&chart))));
    let download = move |event: web_sys::MouseEvent| {
        let Some(drawn) = drawn.get_untracked() else { return };
        let document = svg::write(&drawn.scene, &drawn.headline, state.locale.get_untracked().tag());
        let encoded = String::from(js_sys::encode_uri_component(&document));
        let link = event_target::<web_sys::Element>(&event);
        let _ = link.set_attribute("href", &format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    };
    let file = format!("{}-{}.svg", state.dataset().info().id, id.slug());
    view! {
        <figure class=format!("figure figure--{}", id.slug()) aria-labelledby=heading.clone() id=format!("chart-{}", id.slug())>
            <div class="figure-tools">
                <button
                    type="button"
                    class="figure-tool"
                    aria-expanded=derived(move || shows_data.get().to_string())
                    on:click=move |_| shows_data.update(|shows| *shows = !*shows)
                >
                    {state.words().charts_data}
                </button>
                <a class="figure-tool" href="#" download=file on:click=download>{state.words().charts_svg}</a>
            </div>
            <h2 id=heading.clone()>{derived(move || drawn.with(|c| c.as_ref().map(|c| c.headline.clone()).unwrap_or_default()))}</h2>
            <p class="figure-rule">{derived(move || drawn.with(|c| c.as_ref().map(|c| c.rule.clone()).unwrap_or_default()))}</p>
            <div class="figure-drawing" node_ref=element>{body}</div>
            <div class="figure-data">{data}</div>
        </figure>
    }
}

#[component]
fn Drawing(id: ChartId, drawn: std::sync::Arc<Chart>, tip: RwSignal<Option<usize>>) -> impl IntoView {
    let state = AppState::expect();
    let (width, height) = (drawn.scene.width, drawn.scene.height);
    tip.set(None);
    // The last zone focused is the one Tab comes back to.
    let current = RwSignal::new(0_usize);
    let zones = drawn.zones.iter().enumerate().map(|(i, zone)| zone_view(state, i, zone, tip, current)).collect_view();
    let count = drawn.zones.len();
    let shapes = shapes_view(&drawn.scene.shapes);
    // A matrix wider than the page scrolls in its box; a copy of its first column stays.
    let gutter = (drawn.gutter > 0.0).then(|| {
        let (gutter, height) = (svg::number(drawn.gutter), svg::number(height));
        let size = format!("width: {gutter}px; margin-right: -{gutter}px; height: {height}px");
        let shapes = shapes_view(&drawn.scene.shapes);
        view! {
            <div class="figure-gutter" style=size aria-hidden="true">
                <svg width=gutter height=height>{shapes}</svg>
            </div>
        }
    });
    let tip_view = {
        let drawn = drawn.clone();
        move || {
            let zone = drawn.zones.get(tip.get()?)?;
            let x = clamp(zone.x + zone.w / 2.0, HALF_TIP.min(width / 2.0), (width - HALF_TIP).max(width / 2.0));
            let style = format!("left: {}px; top: {}px", svg::number(x), svg::number(zone.y - 6.0));
            Some(view! {
                <div class="figure-tip" style=style aria-hidden="true">
                    {zone.label.clone()}
                    <span class="figure-tip-hint">{state.words().charts_filter_hint}</span>
                </div>
            })
        }
    };
    let move_focus = move |event: web_sys::KeyboardEvent| {
        let at = current.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1).min(count.saturating_sub(1)),
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            "Escape" => {
                tip.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        current.set(next);
        focus_zone(id, next);
    };
    view! {
        <div class="figure-scroll">
            <div class="figure-stage" style=format!("width: {}px; height: {}px", svg::number(width), svg::number(height))>
                {gutter}
                <svg
                    class="figure-svg"
                    width=svg::number(width)
                    height=svg::number(height)
                    viewBox=format!("0 0 {} {}", svg::number(width), svg::number(height))
                    role="group"
                    aria-labelledby=format!("figure-{}", id.slug())
                    on:keydown=move_focus
                >
                    <g aria-hidden="true">{shapes}</g>
                    {zones}
                </svg>
                {tip_view}
            </div>
        </div>
    }
}

fn zone_view(
    state: AppState,
    i: usize,
    zone: &Zone,
    tip: RwSignal<Option<usize>>,
    current: RwSignal<usize>,
) -> impl IntoView + use<> {
    let pick = zone.pick;
    let leave = move || {
        if tip.get_untracked() == Some(i) {
            tip.set(None);
        }
    };
    view! {
        <rect
            class="figure-zone"
            x=svg::number(zone.x)
            y=svg::number(zone.y)
            width=svg::number(zone.w)
            height=svg::number(zone.h)
            role="button"
            aria-label=zone.label.clone()
            aria-pressed=(pick.event.is_none()).then(|| zone.pressed.to_string())
            tabindex=derived(move || if current.get() == i { "0" } else { "-1" })
            data-zone=i.to_string()
            on:pointerenter=move |_| tip.set(Some(i))
            on:pointerleave=move |_| leave()
            on:focus=move |_| {
                current.set(i);
                tip.set(Some(i));
            }
            on:blur=move |_| leave()
            on:click=move |_| choose(state, pick)
            on:keydown=move |event| {
                if event.key() == "Enter" || event.key() == " " {
                    event.prevent_default();
                    choose(state, pick);
                }
            }
        />
    }
}

fn focus_zone(chart: ChartId, i: usize) {
    use wasm_bindgen::JsCast as _;
    let selector = format!("#chart-{} [data-zone=\"{i}\"]", chart.slug());
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(Ok(Some(zone))) = document.map(|d| d.query_selector(&selector))
        && let Some(zone) = zone.dyn_ref::<web_sys::SvgElement>()
    {
        let _ = zone.focus();
    }
}

/// A click filters by what was clicked; the same click again takes that filter back.
fn choose(state: AppState, pick: Pick) {
    if let Some(event) = pick.event {
        state.select(Some(event));
        return;
    }
    state.set_filter(|f| pick.toggle(f));
}

fn data_view(chart: &Chart) -> AnyView {
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
        .attr("aria-label", chart.headline.as_str())
        .child(table)
        .into_view()
}
