//! The timeline of a phone: time down a spine, the page's own scrolling, a strip of the whole record at the edge.
//!
//! What the core places is in px at a root of 16 and is written in rem here, so that it grows with the text.

mod drawing;
mod gestures;
mod keyboard;
mod rows;
mod strip;

use std::sync::Arc;

use crate::ui::signals::*;
use leptos::html;
use leptos::task::{spawn_local, tick};

use super::compare::badge;
use super::dom::{El, el, live, live_string};
use super::hooks::{use_element_width, use_frame, use_window_event};
use super::notes_empty::empty;
use super::phone::Phone;
use super::shortcuts::Panels;
use super::state::AppState;
use super::unit::rem;
use crate::compare::Side;
use crate::layout::{
    Pinned, Shift, Spine, SpineRequest, beside, opening_scale, overview_scale, scale_range, spine as place,
};
use crate::model::EventId;
use crate::scale::{PxSpan, clamp};

/// What is brought to the top of the screen stands as far below its edge, px at a root of 16.
const TOP: f64 = 8.0;

/// One step of the buttons and keys.
const STEP: f64 = 1.5;

/// Where the words of a line begin, and what is kept free behind them, px at a root of 16.
const WORDS: (f64, f64) = (91.0, 8.0);

/// The same where large text leaves little room: the periods stand over the spine then, and nothing beside it.
const TIGHT_WORDS: (f64, f64) = (48.0, 8.0);

/// How much further to the right they begin where there are two rails, px at a root of 16.
const PAIR: f64 = 18.0;

/// Where that begins: the width of the spine and its lines, px at a root of 16.
const TIGHT: f64 = 224.0;

/// What the parts of the spine share.
#[derive(Clone, Copy)]
struct Stage {
    state: AppState,
    phone: Phone,
    panels: Panels,
    /// What is as high as all of time.
    element: NodeRef<html::Div>,
    layout: Memo<Arc<Spine>>,
    /// Whether it shows all days at once, at a scale that stays.
    is_overview: bool,
    /// The part on the screen, px at a root of 16.
    window: RwSignal<PxSpan>,
}

/// The whole view.
pub(super) fn spine(state: AppState) -> El {
    view(state, false)
}

/// All of the days on a screen or two, among other views: what has no line is counted, and a count asks for its days.
pub(super) fn spine_overview(state: AppState) -> El {
    view(state, true)
}

fn view(state: AppState, is_overview: bool) -> El {
    let phone = Phone::expect();
    let opening =
        Memo::new(move |_| {
            with_request(state, 0.0, None, |request| {
                if is_overview { overview_scale(request.span) } else { opening_scale(request) }
            })
        });
    let layout = Memo::new(move |_| {
        let chosen = phone.scale.get().filter(|_| !is_overview);
        let px_per_day = chosen.unwrap_or_else(|| opening.get());
        with_request(state, px_per_day, state.selected.get(), |request| Arc::new(place(request)))
    });
    let stage = Stage {
        state,
        phone,
        panels: Panels::expect(),
        element: NodeRef::new(),
        layout,
        is_overview,
        window: RwSignal::new(PxSpan::new(0.0, 900.0)),
    };
    let frame = use_frame();
    for name in ["scroll", "resize"] {
        use_window_event(name, move |_| frame.request(move || stage.look()));
    }
    let width = use_element_width(stage.element);
    let is_tight = Memo::new(move |_| width.get() > 0.0 && width.get() < TIGHT);
    let words = Memo::new(move |_| {
        let (before, behind) = if is_tight.get() { TIGHT_WORDS } else { WORDS };
        let before = before + if layout.with(|l| l.pair.is_some()) { PAIR } else { 0.0 };
        (width.get() - before - behind).max(60.0)
    });
    Effect::new(move |_| {
        layout.track();
        width.track();
        stage.look();
    });
    stage.show_selected();
    let name = live_string(move || Some((state.words().timeline_name)(state.visible.with(|ids| ids.len()))));
    let is_empty = Memo::new(move |_| state.listed().is_empty());
    let height = live_string(move || Some(["height: ", &rem(layout.with(|l| l.height))].concat()));
    let zoom = |name: &'static str, sign: &'static str, factor: f64| {
        el("button")
            .class("spine-zoom-step")
            .attr("type", "button")
            .attr("aria-label", name)
            .on("click", move |_| stage.zoom_at_middle(factor))
            .text(sign)
    };
    let time = el("div")
        .class("spine-time")
        .node_ref(stage.element)
        .attr("style", height)
        .on_kind("touchstart", move |event| gestures::touch_start(stage, event))
        .on_kind("touchmove", move |event| gestures::touch_move(stage, event))
        .on("touchend", move |_| gestures::touch_end())
        .on("touchcancel", move |_| gestures::touch_end())
        .on_kind("keydown", move |event| keyboard::key_down(stage, event))
        .child(heads(stage))
        .child(drawing::margin(stage))
        .child(drawing::drawing(stage))
        .child(rows::rows(stage, words));
    let words = state.words();
    el("div")
        .class(live(move || {
            Some(match (is_tight.get(), layout.with(|l| l.pair.is_some())) {
                (false, false) => "spine",
                (true, false) => "spine spine--tight",
                (false, true) => "spine spine--pair",
                (true, true) => "spine spine--tight spine--pair",
            })
        }))
        .attr("role", "region")
        .attr("aria-label", name)
        .block(move || is_empty.get().then(|| empty(state)))
        .block(move || legend(state, layout))
        .child(time)
        .children((!is_overview).then(|| {
            let zoom_out = zoom(words.zoom_out, "−", 1.0 / STEP);
            let zoom = el("div").class("spine-zoom").child(zoom(words.zoom_in, "+", STEP)).child(zoom_out);
            el("div").class("spine-side").child(strip::strip(stage)).child(zoom)
        }))
}

/// What is placed: the present selection, and the pinned one with it.
fn with_request<T>(
    state: AppState,
    px_per_day: f64,
    selected: Option<EventId>,
    with: impl FnOnce(&SpineRequest) -> T,
) -> T {
    let (dataset, present, pinned) = (state.dataset(), state.span.get(), state.pinned.get());
    let (shift, span) = pinned.as_ref().map_or((Shift::None, present), |pinned| beside(pinned.span, present));
    let pinned = pinned.as_ref().map(|pinned| Pinned { ids: &pinned.ids, shift });
    state.visible.with(|ids| with(&SpineRequest { dataset: &dataset, ids, span, px_per_day, selected, pinned }))
}

/// What says which rail is whose, where there are two: letters that stay over them, and a line of words.
fn heads(stage: Stage) -> El {
    let letters = move || {
        let letter = |side| el("span").class("spine-head").child(badge(side));
        let has_pair = stage.layout.with(|l| l.pair.is_some());
        has_pair.then(|| el("div").class("spine-heads").child(letter(Side::A)).child(letter(Side::B)))
    };
    el("div").class("spine-heads-box").attr("aria-hidden", "true").block(letters)
}

fn legend(state: AppState, layout: Memo<Arc<Spine>>) -> Option<El> {
    let shift = layout.with(|l| l.pair)?;
    let words = state.words().phone();
    let text = if shift == Shift::None { words.rails.to_owned() } else { [words.rails, words.rails_moved].concat() };
    Some(el("p").class("spine-legend").text(text))
}

impl Stage {
    /// Where the stage begins on the screen and how high the screen is, px.
    fn place(self) -> Option<(f64, f64)> {
        let rect = self.element.get_untracked()?.get_bounding_client_rect();
        let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
        Some((rect.top(), height))
    }

    /// Reads what part of the spine is on the screen.
    fn look(self) {
        let Some((top, height)) = self.place() else { return };
        let unit = self.state.unit.get_untracked();
        self.window.set(PxSpan::new(-top / unit, (height - top) / unit));
    }

    /// Scrolls so that a place of the spine stands `at` px below the top of the screen.
    fn bring(self, y: f64, at: f64) {
        let (Some((top, _)), Some(window)) = (self.place(), web_sys::window()) else { return };
        window.scroll_by_with_x_and_y(0.0, top + y * self.state.unit.get_untracked() - at);
        self.look();
    }

    /// Gives each day another height; the moment at `at` px of the screen stays there.
    fn rescale(self, px_per_day: f64, at: f64) {
        let Some((top, _)) = self.place().filter(|_| !self.is_overview) else { return };
        let (span, old) = self.layout.with_untracked(|l| (l.span, l.px_per_day));
        let (least, most) = scale_range(span);
        let next = clamp(px_per_day, least, most);
        if (next - old).abs() < 1e-9 {
            return;
        }
        let day = self
            .layout
            .with_untracked(|l| l.day_at(clamp((at - top) / self.state.unit.get_untracked(), 0.0, l.height)));
        self.phone.scale.set(Some(next));
        spawn_local(async move {
            // By then the page has its new height, and has not been painted yet.
            tick().await;
            if let Some(y) = self.layout.try_with_untracked(|l| l.y_of(day)) {
                self.bring(y, at);
            }
        });
    }

    /// Where what floats at the foot of the screen begins, px: the bar, and the sheet over it.
    fn foot(self, height: f64) -> f64 {
        let top = |selector| {
            let found = web_sys::window()?.document()?.query_selector(selector).ok().flatten()?;
            Some(found.get_bounding_client_rect().top())
        };
        [".bar", ".card"].into_iter().filter_map(top).fold(height, f64::min)
    }

    fn zoom_at_middle(self, factor: f64) {
        let Some((_, height)) = self.place() else { return };
        self.rescale(self.layout.with_untracked(|l| l.px_per_day) * factor, self.foot(height) / 2.0);
    }

    /// Moves through time by a part of the screen.
    fn scroll(self, share: f64) {
        if let (Some((_, height)), Some(window)) = (self.place(), web_sys::window()) {
            window.scroll_by_with_x_and_y(0.0, height * share);
            self.look();
        }
    }

    /// Brings the row of an event to where it can be read, above a sheet, if it is not there.
    fn reveal(self, y: f64) {
        let (Some((top, height)), unit) = (self.place(), self.state.unit.get_untracked()) else { return };
        let at = top + y * unit;
        let (first, last) = ((TOP + 24.0) * unit, self.foot(height) - 30.0 * unit);
        if at < first || last < at {
            self.bring(y, first + (last - first) * 0.4);
        }
    }

    /// The opened event is brought into view, and takes over the focus that another layout had.
    fn show_selected(self) {
        let is_first = StoredValue::new(true);
        Effect::new(move |_| {
            let selected = self.state.selected.get();
            if self.element.get().is_none() {
                return;
            }
            let first = is_first.try_update_value(std::mem::take).unwrap_or_default();
            let refocus = first && self.phone.take_focus();
            let shown = if refocus { self.phone.current.get_untracked() } else { selected };
            if let Some(id) = selected {
                self.phone.current.set(Some(id));
            }
            let Some(id) = shown else { return };
            self.phone.current.set(Some(id));
            spawn_local(async move {
                tick().await;
                // The view may be gone again by then.
                if let Some(Some(y)) = self.layout.try_with_untracked(|l| l.row_of(id).map(|at| l.rows[at].y)) {
                    self.look();
                    self.reveal(y);
                    if refocus {
                        rows::focus(self, id);
                    }
                }
            });
        });
    }
}
