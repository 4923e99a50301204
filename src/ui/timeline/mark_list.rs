//! The marks in the page: one list of elements, compared with what the layout says and changed where it differs.
//!
//! There can be more than a thousand of them, and a filter changes nearly all. Readers of signals for each would cost
//! more than the drawing: each is told, asks, and is taken off a list as long as they are many. So one reader goes
//! through them all, new ones are written as markup in one piece, and the group around them hears their events.

use std::sync::Arc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::marks::{mark_name, translate};
use super::{Stage, open};
use crate::layout::{Emphasis, Pane, Pointed, RenderMark};
use crate::model::{EventId, Locale};
use crate::scene::svg::{escape, markup, number};
use crate::ui::dom::{El, el, inserted};
use crate::ui::state::AppState;

/// The classes of a mark, by its emphasis.
const CLASSES: [&str; 4] = [
    "timeline-mark",
    "timeline-mark timeline-mark--highlighted",
    "timeline-mark timeline-mark--muted",
    "timeline-mark timeline-mark--selected",
];

/// The class of what lies behind glyph and label.
const GROUND: &str = "timeline-mark-ground";

/// The attribute by which a mark is found.
const KEY: &str = "data-key";

/// What a mark says and shows, emphasis and focus apart.
struct View {
    mark: Arc<RenderMark>,
    label: String,
    /// Slug of its first event.
    event: String,
    /// Ground, glyph and label.
    inner: String,
}

/// All views, in the order of their keys: by lane, then in time.
#[derive(Clone)]
struct Views {
    all: Arc<Vec<Arc<View>>>,
    locale: Locale,
    visible: Arc<Vec<EventId>>,
}

impl PartialEq for Views {
    fn eq(&self, other: &Self) -> bool {
        // Made anew only when something changed.
        Arc::ptr_eq(&self.all, &other.all)
    }
}

/// A mark that stands in the page, and what it was last made to be.
struct Standing {
    element: Element,
    view: Arc<View>,
    look: &'static str,
    is_tab_stop: bool,
}

/// The group of all marks.
pub(super) fn mark_list(state: AppState, stage: Stage, tab_stop: Memo<Option<u64>>) -> El {
    let views = Memo::new(move |before: Option<&Views>| views(state, stage, before));
    el("g")
        .made(move |group| {
            let group = group.clone();
            let mut standing: Vec<Standing> = Vec::new();
            let effect = RenderEffect::new(move |_| {
                let (views, stop) = (views.get(), tab_stop.get());
                let (selected, pointed) = (state.selected.get(), state.pointed.get());
                let look_of = |events: &[EventId]| {
                    Emphasis::resolve(events, Pane::Timeline, selected, pointed.as_ref()).of(CLASSES)
                };
                let leaves = |mark: &RenderMark| stage.shown.with_untracked(|shown| shown.leaves(mark));
                standing = settled(&group, std::mem::take(&mut standing), &views.all, stop, look_of, leaves);
                let is_muting = standing.iter().any(|standing| standing.look == CLASSES[Emphasis::Muted as usize]);
                if stage.is_muting.get_untracked() != is_muting {
                    stage.is_muting.set(is_muting);
                }
            });
            on_cleanup(move || drop(effect));
        })
        .on_kind("click", move |event: &web_sys::MouseEvent| {
            // A pointer's click was handled where it went up; this one comes from assistive technology.
            if event.detail() == 0
                && let Some(key) = key_at(event)
            {
                activate(state, stage, key);
            }
        })
}

/// A mark has got the focus. The element around the drawing listens: a group of a drawing that does can have the focus
/// itself.
pub(super) fn focus_in(state: AppState, stage: Stage, event: &web_sys::FocusEvent) {
    stage.has_focus.set(true);
    if let Some(key) = key_at(event) {
        focused(state, stage, key);
    }
}

/// A mark has lost it.
pub(super) fn focus_out(state: AppState, stage: Stage, event: &web_sys::FocusEvent) {
    stage.has_focus.set(false);
    if key_at(event).is_some_and(|key| untrack(|| state.hovered_mark()) == Some(key)) {
        state.hover.set(None);
    }
}

/// Each mark as it should be; what is said and drawn already is taken over.
fn views(state: AppState, stage: Stage, before: Option<&Views>) -> Views {
    let (locale, visible, dataset) = (state.locale.get(), state.visible.get(), state.dataset());
    let kept = before.map_or(&[] as &[Arc<View>], |before| before.all.as_slice());
    let says_the_same = before.is_some_and(|b| b.locale == locale && Arc::ptr_eq(&b.visible, &visible));
    let mut marks: Vec<Arc<RenderMark>> = stage.shown.with(|shown| shown.marks.as_ref().clone());
    crate::order::sort_by(&mut marks, |a, b| a.mark.key.cmp(&b.mark.key));
    let mut kept = kept.iter().peekable();
    let all = marks.into_iter().map(|mark| {
        while kept.next_if(|view| view.mark.mark.key < mark.mark.key).is_some() {}
        let old = kept.next_if(|view| view.mark.mark.key == mark.mark.key);
        if let Some(old) = old.filter(|old| says_the_same && Arc::ptr_eq(&old.mark, &mark)) {
            return Arc::clone(old);
        }
        let same_events = old.filter(|old| old.mark.mark.events == mark.mark.events);
        let label = match same_events.filter(|_| says_the_same) {
            Some(old) => old.label.clone(),
            None => mark_name(&dataset, state.words(), locale, &mark.mark.events, &visible),
        };
        let event = same_events.map(|old| old.event.clone());
        let event = event.or_else(|| mark.mark.events.first().map(|id| dataset.event(*id).slug.clone()));
        let inner = inner(&mark);
        Arc::new(View { mark, label, event: event.unwrap_or_default(), inner })
    });
    Views { all: Arc::new(all.collect()), locale, visible }
}

/// The ground of a hover, the frame of a focus and a target of 24 px; before it what is drawn.
fn inner(mark: &RenderMark) -> String {
    let px = mark.mark.px(12.0);
    let (start, end) = ((px.start - mark.mark.x - 4.0).min(-12.0), (px.end - mark.mark.x + 4.0).max(12.0));
    let shapes = markup(&mark.group.shapes);
    let (x, width) = (number(start), number(end - start));
    let ground = ["<rect class=\"", GROUND, "\" x=\"", &x, "\" y=\"-12\" width=\"", &width].concat();
    [&ground, "\" height=\"24\" rx=\"3\"/>", &shapes].concat()
}

/// Makes what stands in the group what it should be, but for what it leaves as it is; linear in the marks.
fn settled(
    group: &Element,
    before: Vec<Standing>,
    views: &[Arc<View>],
    stop: Option<u64>,
    look_of: impl Fn(&[EventId]) -> &'static str,
    leaves: impl Fn(&RenderMark) -> bool,
) -> Vec<Standing> {
    let mut after = Vec::with_capacity(views.len());
    let gone = |standing: Standing, after: &mut Vec<Standing>| match leaves(&standing.view.mark) {
        true => after.push(standing),
        false => standing.element.remove(),
    };
    let mut before = before.into_iter().peekable();
    let mut views = views.iter().peekable();
    while let Some(view) = views.peek() {
        let key = view.mark.mark.key;
        while let Some(standing) = before.next_if(|standing| standing.view.mark.mark.key < key) {
            gone(standing, &mut after);
        }
        match before.next_if(|standing| standing.view.mark.mark.key == key) {
            Some(mut standing) => {
                if let Some(view) = views.next() {
                    standing.turn_into(view, look_of(&view.mark.mark.events), stop == Some(key));
                }
                after.push(standing);
            }
            None => {
                let next = before.peek();
                let end = next.map(|standing| standing.view.mark.mark.key);
                let mut new = Vec::new();
                while let Some(view) = views.next_if(|view| end.is_none_or(|end| view.mark.mark.key < end)) {
                    new.push(Arc::clone(view));
                }
                insert(group, next.map(|standing| &standing.element), new, stop, &look_of, &mut after);
            }
        }
    }
    before.for_each(|standing| gone(standing, &mut after));
    after
}

/// Puts marks before another one, or last, in one piece.
fn insert(
    group: &Element,
    next: Option<&Element>,
    views: Vec<Arc<View>>,
    stop: Option<u64>,
    look_of: impl Fn(&[EventId]) -> &'static str,
    after: &mut Vec<Standing>,
) {
    let mut text = String::with_capacity(views.len() * 512);
    let told: Vec<(&'static str, bool)> =
        views.iter().map(|view| (look_of(&view.mark.mark.events), stop == Some(view.mark.mark.key))).collect();
    for (view, (look, is_tab_stop)) in views.iter().zip(&told) {
        view.write(look, *is_tab_stop, &mut text);
    }
    for (element, (view, (look, is_tab_stop))) in
        inserted(group, next, &text).into_iter().zip(views.into_iter().zip(told))
    {
        after.push(Standing { element, view, look, is_tab_stop });
    }
}

impl View {
    fn write(&self, look: &str, is_tab_stop: bool, out: &mut String) {
        let mark = &self.mark.mark;
        let hidden = if mark.in_view { "" } else { "\" aria-hidden=\"true" };
        let parts = [
            "<g class=\"",
            look,
            "\" transform=\"",
            &translate(mark),
            "\" role=\"button\" tabindex=\"",
            tab_index(is_tab_stop),
            hidden,
            "\" aria-label=\"",
            &escape(&self.label),
            "\" data-key=\"",
            &mark.key.to_string(),
            "\" data-event=\"",
            &escape(&self.event),
            "\" data-count=\"",
            &mark.events.len().to_string(),
            "\">",
            &self.inner,
            "</g>",
        ];
        parts.iter().for_each(|part| out.push_str(part));
    }
}

fn tab_index(is_tab_stop: bool) -> &'static str {
    if is_tab_stop { "0" } else { "-1" }
}

impl Standing {
    fn turn_into(&mut self, view: &Arc<View>, look: &'static str, is_tab_stop: bool) {
        // These fail for names that cannot be.
        let set = |name: &str, value: &str| drop(self.element.set_attribute(name, value));
        if self.look != look {
            set("class", look);
        }
        if self.is_tab_stop != is_tab_stop {
            set("tabindex", tab_index(is_tab_stop));
        }
        (self.look, self.is_tab_stop) = (look, is_tab_stop);
        if Arc::ptr_eq(&self.view, view) {
            return;
        }
        let (old, new) = (&self.view.mark.mark, &view.mark.mark);
        if (old.x, old.y) != (new.x, new.y) {
            set("transform", &translate(new));
        }
        if self.view.label != view.label {
            set("aria-label", &view.label);
        }
        if self.view.event != view.event {
            set("data-event", &view.event);
        }
        if old.events.len() != new.events.len() {
            set("data-count", &new.events.len().to_string());
        }
        match (old.in_view, new.in_view) {
            (true, false) => set("aria-hidden", "true"),
            (false, true) => drop(self.element.remove_attribute("aria-hidden")),
            _ => {}
        }
        if self.view.inner != view.inner {
            self.element.set_inner_html(&view.inner);
        }
        self.view = Arc::clone(view);
    }
}

/// The key of the mark in which something happened.
fn key_at(event: &web_sys::Event) -> Option<u64> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let mark = target.closest(&["[", KEY, "]"].concat()).ok()??;
    mark.get_attribute(KEY)?.parse().ok()
}

fn activate(state: AppState, stage: Stage, key: u64) {
    let mark = state.layout.with_untracked(|layout| layout.marks.iter().find(|m| m.key == key).cloned());
    if let Some(mark) = mark {
        open(state, stage, &mark);
    }
}

fn focused(state: AppState, stage: Stage, key: u64) {
    state.layout.with_untracked(|layout| {
        if let Some(mark) = layout.marks.iter().find(|m| m.key == key) {
            stage.current.set(Some((mark.events[0], mark.lane)));
            state.hover.set(Some(Pointed::at_mark(mark)));
        }
    });
}
