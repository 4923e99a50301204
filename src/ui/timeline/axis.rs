//! The calendar axis above the lanes; it stays in view while the page scrolls.

use crate::ui::erase::{block, derived};
use leptos::prelude::*;

use crate::i18n::{DateStyle, date_words};
use crate::model::TimeSpan;
use crate::scale::{Level, Period, Tick};
use crate::ui::state::AppState;

/// Baseline of the labels, px.
const BASELINE: f64 = 16.0;

/// Ticks with their labels, and the date of the opened event as a flag.
#[component]
pub(super) fn Axis() -> impl IntoView {
    let state = AppState::expect();
    let ticks = Memo::new(move |_| state.layout.with(|l| (l.period, l.ticks.clone())));
    let labels = block(move || {
        let (period, ticks) = ticks.get();
        ticks.into_iter().filter(|t| !t.label.is_empty()).map(|tick| label_view(state, period, tick)).collect_view()
    });
    let shift = derived(move || format!("translateX({}px)", state.pan_offset()));
    view! {
        <div class="timeline-axis">
            <svg class="timeline-axis-drawing" aria-hidden="true">
                <g style:transform=shift>{labels}<Flag /></g>
            </svg>
        </div>
    }
}

fn label_view(state: AppState, period: Period, tick: Tick) -> impl IntoView {
    let class = if tick.level == Level::Major { "axis-label axis-label--major" } else { "axis-label" };
    let (x, at) = (tick.x, tick.at);
    // A year's label stands for the year even on an axis of months.
    let step = match (period, tick.level) {
        (Period::Month | Period::Quarter, Level::Major) => Period::Year,
        (Period::Day | Period::Week, Level::Major) => Period::Month,
        (period, _) => period,
    };
    let zoom = move |_| {
        let start = step.floor(at);
        state.set_filter(|f| f.time = Some(TimeSpan::new(start, step.next(start))));
    };
    view! {
        <g class=class transform=format!("translate({x:.1} 0)") on:click=zoom>
            <line class="axis-tick" y1="20" y2="28" x1="0" x2="0" />
            <text x="6" y=BASELINE>{tick.label}</text>
        </g>
    }
}

/// The date of the opened event on the axis.
#[component]
fn Flag() -> impl IntoView {
    let state = AppState::expect();
    move || {
        let id = state.selected.get()?;
        let x = state.layout.with(|l| l.mark_of(id, None).filter(|m| m.in_view).map(|m| m.x))?;
        let date = state.dataset().event(id).date;
        let text = date_words(date, state.locale.get(), DateStyle::Short);
        let width =
            crate::scale::TextMeasure::width(&crate::scale::FontMetrics, &text, 11.0, crate::scene::Weight::Strong)
                + 14.0;
        let (view_width, offset) = state.layout.with(|l| (l.viewport.width(), 0.0));
        let left = (x - width / 2.0).clamp(0.0, (view_width - width).max(0.0)) + offset;
        Some(view! {
            <g class="axis-flag">
                <rect x=left y="2" width=width height="19" rx="2" />
                <line x1=x x2=x y1="21" y2="28" />
                <text x=left + width / 2.0 y="15.5" text-anchor="middle">{text}</text>
            </g>
        })
    }
}
