//! The calendar axis above the lanes; it stays in view while the page scrolls.

use std::fmt::Write as _;

use crate::ui::signals::*;

use super::{drawing, pan_style};
use crate::i18n::{DateStyle, date_words};
use crate::layout::TimelineLayout;
use crate::model::TimeSpan;
use crate::scale::{FontMetrics, Level, Period, PxSpan, TextMeasure as _, Tick};
use crate::scene::{Weight, svg};
use crate::ui::dom::{El, el, live_string};
use crate::ui::state::AppState;

/// Height of the axis; the same stands in the style sheet, px.
const HEIGHT: f64 = 28.0;

/// px from a tick to its label.
const LABEL_INDENT: f64 = 6.0;

/// A view of more days than this needs the year in the flag.
const DAYS_OF_A_YEAR: f64 = 366.0;

/// Clear px on either side of the flag's words.
const FLAG_PAD: f64 = 7.0;

/// Ticks with their labels, and the date of the opened event as a flag. A click on a label shows its period.
pub(super) fn axis(state: AppState) -> El {
    let flag = Memo::new(move |_| flag(state));
    // One string for all labels: they are written anew on every frame of a zoom.
    let labels = live_string(move || {
        let flag = flag.get();
        Some(state.layout.with(|layout| labels_svg(layout, flag.as_ref().map(|f| f.px))))
    });
    let zoom = move |event: &web_sys::MouseEvent| {
        let x = f64::from(event.offset_x()) / state.unit.get_untracked() - untrack(|| state.pan_offset());
        let found =
            state.layout.with_untracked(|layout| label_at(layout, x).map(|tick| period_of(layout.period, tick)));
        if let Some(span) = found {
            state.set_filter(|f| f.time = Some(span));
        }
    };
    let moved =
        el("g").attr("style", pan_style(state)).child(el("g").markup(labels)).block(move || flag.get().map(flag_view));
    let drawing = drawing(state, || HEIGHT).class("timeline-axis-drawing").attr("aria-hidden", "true");
    el("div").class("timeline-axis").child(drawing.on_kind("click", zoom).child(moved))
}

fn label_px(tick: &Tick) -> PxSpan {
    let weight = if tick.level == Level::Major { Weight::Strong } else { Weight::Regular };
    let start = tick.x + LABEL_INDENT;
    PxSpan::new(start, start + FontMetrics.width(&tick.label, 12.0, weight))
}

/// The labels that the flag leaves room for.
fn labels_svg(layout: &TimelineLayout, flag: Option<PxSpan>) -> String {
    let mut out = String::new();
    for tick in layout.ticks.iter().filter(|t| !t.label.is_empty()) {
        let class = if tick.level == Level::Major { "axis-label axis-label--major" } else { "axis-label" };
        let (x, label) = (svg::number(tick.x), svg::escape(&tick.label));
        let _ =
            write!(out, r#"<g class="{class}" transform="translate({x} 0)"><path class="axis-tick" d="M0 20V28"/>"#);
        if flag.is_none_or(|flag| !flag.overlaps(label_px(tick))) {
            let _ = write!(out, r#"<text x="{}" y="16">{label}</text>"#, svg::number(LABEL_INDENT));
        }
        out.push_str("</g>");
    }
    out
}

fn label_at(layout: &TimelineLayout, x: f64) -> Option<&Tick> {
    layout.ticks.iter().filter(|t| !t.label.is_empty()).find(|t| {
        let px = label_px(t);
        t.x <= x && x <= px.end
    })
}

/// What a label stands for: a year's label the year, even on an axis of months.
fn period_of(period: Period, tick: &Tick) -> TimeSpan {
    let step = match (period, tick.level) {
        (Period::Month | Period::Quarter, Level::Major) => Period::Year,
        (Period::Day | Period::Week, Level::Major) => Period::Month,
        (period, _) => period,
    };
    let start = step.floor(tick.at);
    TimeSpan::new(start, step.next(start))
}

/// The date of the opened event.
#[derive(Clone, PartialEq)]
struct FlagPlace {
    text: String,
    x: f64,
    px: PxSpan,
}

fn flag(state: AppState) -> Option<FlagPlace> {
    let id = state.selected.get()?;
    state.layout.with(|layout| {
        let x = layout.mark_of(id, None).filter(|m| m.in_view)?.x;
        // The flag may cover the label of its year.
        let style = if layout.viewport.days() > DAYS_OF_A_YEAR { DateStyle::Medium } else { DateStyle::Short };
        let text = date_words(state.dataset().event(id).date, state.locale.get_untracked(), style);
        let width = FontMetrics.width(&text, 12.0, Weight::Strong) + 2.0 * FLAG_PAD;
        let left = crate::scale::clamp(x - width / 2.0, 0.0, (layout.viewport.width() - width).max(0.0));
        Some(FlagPlace { text, x, px: PxSpan::new(left, left + width) })
    })
}

fn flag_view(flag: FlagPlace) -> El {
    let FlagPlace { text, x, px } = flag;
    let ground = el("rect")
        .attr("x", svg::number(px.start))
        .attr("y", "2")
        .attr("width", svg::number(px.width()))
        .attr("height", "19")
        .attr("rx", "2");
    let words = el("text").attr("x", svg::number(px.mid())).attr("y", "15.5").attr("text-anchor", "middle").text(text);
    el("g")
        .class("axis-flag")
        .child(ground)
        .child(el("path").attr("d", format!("M{} 21V28", svg::number(x))))
        .child(words)
}
