//! The whole record at the edge of the screen: where one is, and a way to anywhere else.

use std::fmt::Write as _;

use crate::ui::signals::*;
use leptos::html;

use super::{Stage, TOP};
use crate::i18n::span_words;
use crate::layout::overview;
use crate::model::{Day, TimeSpan};
use crate::scale::{clamp, decimal};
use crate::scene::svg::number;
use crate::ui::dom::{El, el, live_string};

/// The drawing's own px; the page stretches it to the screen.
const SIZE: (f64, f64) = (28.0, 336.0);

/// The longest bar, px.
const BAR: f64 = 26.0;

/// The days of the steps of the arrow and of the page keys.
const STEPS: (f64, f64) = (30.0, 182.0);

/// Bars by month, a frame where the screen is, and a thumb's way to anywhere.
pub(super) fn strip(stage: Stage) -> El {
    let state = stage.state;
    let element: NodeRef<html::Div> = NodeRef::new();
    let is_held = StoredValue::new(false);
    // The days on the screen, in parts of the whole record.
    let on_screen = Memo::new(move |_| {
        let (window, domain) = (stage.window.get(), state.domain());
        stage.layout.with(|l| {
            let day = |y: f64| l.day_at(clamp(y, 0.0, l.height));
            let share = |day: f64| clamp((day - f64::from(domain.start().0)) / f64::from(domain.days()), 0.0, 1.0);
            let (from, to) = (day(window.start + TOP), day(window.end));
            (share(from), share(to), TimeSpan::new(Day(from as i32), Day(to as i32)))
        })
    });
    let jump = move |share: f64| {
        let domain = state.domain();
        let day = f64::from(domain.start().0) + clamp(share, 0.0, 1.0) * f64::from(domain.days());
        bring_day(stage, day);
    };
    let jump_to = move |event: &web_sys::PointerEvent| {
        if let Some(rect) = element.get_untracked().map(|e| e.get_bounding_client_rect()) {
            untrack(|| jump((f64::from(event.client_y()) - rect.top()) / rect.height()));
        }
    };
    let down = move |event: &web_sys::PointerEvent| {
        if event.button() == 0 {
            is_held.set_value(true);
            if let Some(element) = element.get_untracked() {
                // Fails only where the pointer is gone already.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            jump_to(event);
        }
    };
    let moved = move |event: &web_sys::PointerEvent| {
        if is_held.get_value() {
            jump_to(event);
        }
    };
    let key = move |event: &web_sys::KeyboardEvent| {
        let (domain, now) = (untrack(|| state.domain()), on_screen.get_untracked().2);
        let day = f64::from(now.start().0);
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => day + STEPS.0,
            "ArrowUp" | "ArrowLeft" => day - STEPS.0,
            "PageDown" => day + STEPS.1,
            "PageUp" => day - STEPS.1,
            "Home" => f64::from(domain.start().0),
            "End" => f64::from(domain.end().0),
            _ => return,
        };
        event.prevent_default();
        bring_day(stage, to);
    };
    let words = state.words().phone();
    let locale = state.locale.get_untracked();
    let place = live_string(move || {
        let (from, to, _) = on_screen.get();
        let percent = |share: f64| decimal((share * 10_000.0).round() / 100.0);
        Some(["top: ", &percent(from), "%; height: ", &percent(to - from), "%"].concat())
    });
    el("div")
        .class("spine-strip")
        .node_ref(element)
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-orientation", "vertical")
        .attr("aria-label", words.strip)
        .attr("aria-valuemin", live_string(move || Some(state.domain().start().0.to_string())))
        .attr("aria-valuemax", live_string(move || Some(state.domain().last().0.to_string())))
        .attr("aria-valuenow", live_string(move || Some(on_screen.get().2.start().0.to_string())))
        .attr("aria-valuetext", live_string(move || Some((words.strip_at)(&span_words(on_screen.get().2, locale)))))
        .on_kind("pointerdown", down)
        .on_kind("pointermove", moved)
        .on("pointerup", move |_| is_held.set_value(false))
        .on("pointercancel", move |_| is_held.set_value(false))
        .on_kind("keydown", key)
        .child(
            el("svg")
                .class("spine-bars")
                .attr("viewBox", "0 0 28 336")
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true")
                .markup(live_string(move || Some(bars(stage)))),
        )
        .child(el("div").class("spine-here").attr("style", place))
}

/// One bar a period, longer for more events; those outside the days asked for are paler.
fn bars(stage: Stage) -> String {
    let state = stage.state;
    let (domain, span) = (state.domain(), state.span.get());
    let bars = state.matching.with(|ids| overview(&state.dataset(), ids, domain, SIZE.1).bars);
    let mut out = String::new();
    for bar in bars.iter().filter(|bar| bar.height > 0.0) {
        let width = (bar.height * BAR).max(1.5);
        let class = if bar.span.overlaps(span) { "spine-bar" } else { "spine-bar spine-bar--out" };
        let (x, y, height) = (SIZE.0 - width, bar.px.start + 0.5, (bar.px.width() - 1.5).max(1.0));
        let _ = write!(
            out,
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}"/>"#,
            number(x),
            number(y),
            number(width),
            number(height)
        );
    }
    out
}

/// Scrolls a day to the top of what can be read.
fn bring_day(stage: Stage, day: f64) {
    let y = stage.layout.with_untracked(|l| {
        let day = clamp(day, f64::from(l.span.start().0), f64::from(l.span.end().0));
        l.y_of(day)
    });
    stage.bring(y, TOP * stage.state.unit.get_untracked());
}
