//! The overview strip: the whole record in bars, the days in view as a frame with two handles.

use crate::ui::signals::*;
use leptos::html;
use wasm_bindgen::JsCast as _;

use super::keyboard::ZOOM_STEP;
use crate::i18n::{DateStyle, date_words, span_words};
use crate::keys::{Command, Scope};
use crate::layout::{MIN_DAYS, OverviewBar, overview};
use crate::model::{Day, Edtf, TimeSpan};
use crate::scale::{Level, TimeScale, ticks};
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::hooks::{use_element_width, use_frame};
use crate::ui::shortcuts::Panels;
use crate::ui::state::AppState;
use crate::ui::unit::rem;

/// Height of the tallest bar, px.
const BARS: f64 = 30.0;

/// Days that an arrow key and a Page key move a handle.
const STEP_DAYS: (i32, i32) = (7, 91);

/// What a drag on the strip does.
#[derive(Clone, Copy, PartialEq)]
enum Drag {
    /// Chooses a new period from here.
    Brush(f64),
    /// Moves the period; days between its start and the pointer.
    Move(f64),
    /// Moves its start.
    Start,
    /// Moves its end.
    End,
}

/// Which end of the period a handle holds.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Start,
    End,
}

/// Zoom buttons and the strip.
pub(super) fn overview_strip(state: AppState) -> El {
    let (words, mid) = (state.words(), move || state.viewport.get_untracked().width() / 2.0);
    let button = |name: &'static str| el("button").attr("type", "button").attr("aria-label", name);
    let zoom_out = move |_| state.zoom(1.0 / ZOOM_STEP, mid());
    let zoom_in = move |_| state.zoom(ZOOM_STEP, mid());
    let fit = button(words.zoom_fit).class("button zoom-fit").on("click", move |_| state.fit());
    let zoom = el("div")
        .class("zoom")
        .child(button(words.zoom_out).class("button").on("click", zoom_out).text("−"))
        .child(button(words.zoom_in).class("button").on("click", zoom_in).text("+"))
        .child(fit.text(words.zoom_fit_short));
    el("div").class("timeline-foot").child(zoom).child(strip(state))
}

fn strip(state: AppState) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    let width = use_element_width(element);
    let scale = Memo::new(move |_| TimeScale::fitting(state.domain(), width.get().max(1.0)));
    let drag = RwSignal::new(None::<Drag>);
    let frame = use_frame();
    let day_at = move |event: &web_sys::PointerEvent| {
        let left = element.get_untracked().map_or(0.0, |e| e.get_bounding_client_rect().left());
        let x = (f64::from(event.client_x()) - left) / state.unit.get_untracked();
        scale.get_untracked().day_from_x(x)
    };
    let down = move |event: &web_sys::PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let on_handle = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let end = on_handle
            .and_then(|t| t.closest(".overview-handle").ok().flatten())
            .and_then(|h| h.get_attribute("data-end"));
        let (day, view) = (day_at(event), state.viewport.get_untracked());
        let whole = state.filter.with_untracked(|f| f.time.is_none());
        let inside = view.start() <= day && day <= view.start() + view.days();
        drag.set(Some(match end.as_deref() {
            Some("start") => Drag::Start,
            Some(_) => Drag::End,
            None if inside && !whole => Drag::Move(day - view.start()),
            None => Drag::Brush(day),
        }));
        if let Some(element) = element.get_untracked() {
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    };
    let moved = move |event: &web_sys::PointerEvent| {
        if drag.get_untracked().is_none() {
            return;
        }
        let day = day_at(event);
        frame.request(move || {
            if let Some(drag) = drag.get_untracked() {
                drag_to(state, drag, day);
            }
        });
    };
    let up = move |event: &web_sys::PointerEvent| {
        let Some(last) = drag.get_untracked() else { return };
        // A click that brushed nothing brings its day to the middle.
        let day = day_at(event);
        match last {
            Drag::Brush(from) if (day - from).abs() * scale.get_untracked().px_per_day() < 4.0 => {
                let view = state.viewport.get_untracked();
                state.preview(view.panned((day - view.start() - view.days() / 2.0) / view.days() * view.width()));
            }
            other => drag_to(state, other, day),
        }
        drag.set(None);
        state.commit_viewport();
    };
    let frame_style = live_string(move || {
        let (view, scale) = (state.viewport.get(), scale.get());
        let (a, b) = (scale.x_from_day(view.start()), scale.x_from_day(view.start() + view.days()));
        let (a, b) = (a.max(0.0), b.min(width.get()));
        Some(["left: ", &rem(a), "; width: ", &rem((b - a).max(2.0))].concat())
    });
    let bars = el("div").class("overview-bars").attr("aria-hidden", "true").block(bars(state, width));
    let labels = el("div").class("overview-labels").attr("aria-hidden", "true").block(labels(state, scale));
    el("div")
        .class("overview")
        .node_ref(element)
        .attr("role", "group")
        .attr("aria-label", state.words().overview_name)
        .on_kind("pointerdown", down)
        .on_kind("pointermove", moved)
        .on_kind("pointerup", up)
        .on_kind("pointercancel", up)
        .child(bars)
        .child(labels)
        .child(el("div").class("overview-frame").attr("style", frame_style))
        .child(handle(state, End::Start, scale))
        .child(handle(state, End::End, scale))
}

/// Where a drag leads: live, so that the lanes answer while it goes on.
fn drag_to(state: AppState, drag: Drag, day: f64) {
    let view = state.viewport.get_untracked();
    let (start, end) = (view.start(), view.start() + view.days());
    let span = match drag {
        Drag::Brush(from) => (from.min(day), from.max(day)),
        Drag::Move(grip) => (day - grip, day - grip + view.days()),
        Drag::Start => (day.min(end - MIN_DAYS), end),
        Drag::End => (start, day.max(start + MIN_DAYS)),
    };
    let whole = TimeSpan::new(Day(span.0.round() as i32), Day(span.1.round() as i32));
    let domain = untrack(|| state.domain());
    let next = match drag {
        Drag::Move(_) => view.panned((span.0 - start) / view.days() * view.width()),
        Drag::Brush(_) | Drag::Start | Drag::End => view.fitted(whole.clamped(domain)),
    };
    state.preview(next);
}

fn bars(state: AppState, width: Memo<f64>) -> impl Fn() -> Vec<El> {
    let bars = Memo::new(move |_| {
        let domain = state.domain();
        state.matching.with(|ids| overview(&state.dataset(), ids, domain, width.get().max(1.0)).bars)
    });
    let bar = move |bar: &OverviewBar| {
        let span = bar.span;
        let is_in = move || state.viewport.get().span().overlaps(span);
        let height = (bar.height * BARS).max(if bar.height > 0.0 { 1.5 } else { 0.0 });
        let (start, width) = (rem(bar.px.start + 0.5), rem((bar.px.width() - 1.0).max(1.0)));
        let style = ["left: ", &start, "; width: ", &width, "; height: ", &rem(height)].concat();
        let class = live(move || Some(if is_in() { "overview-bar overview-bar--in" } else { "overview-bar" }));
        el("i").class(class).attr("style", style)
    };
    move || bars.with(|bars| bars.iter().map(bar).collect())
}

fn labels(state: AppState, scale: Memo<TimeScale>) -> impl Fn() -> Vec<El> {
    move || {
        let (_, ticks) = ticks(scale.get(), state.domain(), state.locale.get());
        let mut last = f64::NEG_INFINITY;
        let mut out = Vec::new();
        for tick in ticks.into_iter().filter(|t| !t.label.is_empty()) {
            // Half the labels of the lanes are enough here.
            if tick.level != Level::Major && tick.x - last <= 90.0 {
                continue;
            }
            last = tick.x;
            let class =
                if tick.level == Level::Major { "overview-label overview-label--major" } else { "overview-label" };
            let style = ["left: ", &rem(tick.x + 3.0)].concat();
            out.push(el("span").class(class).attr("style", style).text(tick.label));
        }
        out
    }
}

/// One end of the period, as a slider.
fn handle(state: AppState, end: End, scale: Memo<TimeScale>) -> El {
    let day = move || {
        let span = state.viewport.get().span().clamped(state.domain());
        if end == End::Start { span.start() } else { span.last() }
    };
    let place = live_string(move || {
        let view = state.viewport.get();
        let at = if end == End::Start { view.start() } else { view.start() + view.days() };
        let domain = state.domain();
        let at = crate::scale::clamp(at, f64::from(domain.start().0), f64::from(domain.end().0));
        Some(["left: ", &rem(scale.get().x_from_day(at))].concat())
    });
    let words = live_string(move || {
        let (y, m, d) = day().ymd();
        let date: Option<Edtf> = format!("{y:04}-{m:02}-{d:02}").parse().ok();
        let date = date.map_or(String::new(), |date| date_words(date, state.locale.get(), DateStyle::Full));
        let span = state.viewport.get().span().clamped(state.domain());
        Some(format!("{date} ({})", span_words(span, state.locale.get_untracked())))
    });
    let panels = Panels::expect();
    let on_key = move |event: &web_sys::KeyboardEvent| {
        let domain = untrack(|| state.domain());
        let span = state.viewport.get_untracked().span().clamped(domain);
        let by = |days: i32| match end {
            End::Start => (span.start().plus(days), span.end()),
            End::End => (span.start(), span.end().plus(days)),
        };
        let (start, stop) = match panels.command(Scope::Handle, event) {
            Some(Command::Previous) => by(-STEP_DAYS.0),
            Some(Command::Next) => by(STEP_DAYS.0),
            Some(Command::PageBack) => by(-STEP_DAYS.1),
            Some(Command::PageOn) => by(STEP_DAYS.1),
            Some(Command::First) if end == End::Start => (domain.start(), span.end()),
            Some(Command::First) => (span.start(), span.start().plus(MIN_DAYS as i32)),
            Some(Command::Last) if end == End::Start => (span.end().plus(-(MIN_DAYS as i32)), span.end()),
            Some(Command::Last) => (span.start(), domain.end()),
            _ => return,
        };
        event.prevent_default();
        let least = MIN_DAYS as i32;
        let (start, stop) = match end {
            End::Start => (start.min(stop.plus(-least)).max(domain.start()), stop),
            End::End => (start, stop.max(start.plus(least)).min(domain.end())),
        };
        state.preview(state.viewport.get_untracked().fitted(TimeSpan::new(start, stop)));
        state.commit_viewport();
    };
    let name = if end == End::Start { state.words().overview_start } else { state.words().overview_end };
    let day_value = |day: fn(TimeSpan) -> Day| live_string(move || Some(day(state.domain()).0.to_string()));
    el("div")
        .class("overview-handle")
        .attr("data-end", if end == End::Start { "start" } else { "end" })
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .attr("aria-valuemin", day_value(TimeSpan::start))
        .attr("aria-valuemax", day_value(TimeSpan::last))
        .attr("aria-valuenow", live_string(move || Some(day().0.to_string())))
        .attr("aria-valuetext", words)
        .attr("style", place)
        .on_kind("keydown", on_key)
        .child(el("i"))
}
