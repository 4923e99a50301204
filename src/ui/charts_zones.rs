//! The zones of a chart's drawing: one list of elements, compared with what the chart says and changed where it differs.
//!
//! There are about a thousand of them on the page, so they are kept as the timeline keeps its marks: one reader goes
//! through those of a drawing, and the element around the drawing hears their events.

use std::sync::Arc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::dom::{El, el, inserted};
use super::shortcuts::Panels;
use super::state::AppState;
use crate::chart::{Chart, ChartId, Pick, Zone};
use crate::compare::Side;
use crate::keys::{Command, Scope};
use crate::layout::{Emphasis, Pane};
use crate::scene::svg::{escape, number};

/// The classes of a zone, by the emphasis of what it counts. An opened event has its own card to be seen by.
const CLASSES: [&str; 4] =
    ["figure-zone", "figure-zone figure-zone--highlighted", "figure-zone figure-zone--muted", "figure-zone"];

/// The attribute by which a zone is found: its place among all.
const PLACE: &str = "data-zone";

/// What the zones of a drawing share.
#[derive(Clone, Copy)]
pub(super) struct Zones {
    pub(super) chart: ChartId,
    /// Whose drawing it is; the pinned one stands above that of the present selection.
    pub(super) side: Side,
    panels: Panels,
    /// The one that says its value.
    pub(super) tip: RwSignal<Option<usize>>,
    /// The one that has the focus, or that Tab comes back to.
    pub(super) current: RwSignal<usize>,
    /// What a finger that went down means.
    finger: StoredValue<Option<usize>>,
    /// What a key has chosen.
    chosen: StoredValue<Option<Pick>>,
    standing: StoredValue<Option<Standing>>,
}

/// What stands in the page.
struct Standing {
    group: Element,
    /// What it was made of.
    chart: Arc<Chart>,
    zones: Vec<(Element, Look)>,
}

/// What changes of a zone while its chart stays.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    emphasis: Emphasis,
    is_tab_stop: bool,
    /// `None` where it is no switch.
    is_pressed: Option<bool>,
}

impl Zones {
    /// Those of a chart of one of the selections.
    pub(super) fn new(chart: ChartId, side: Side) -> Self {
        let (tip, current, chosen) = (RwSignal::new(None), RwSignal::new(0), StoredValue::new(None));
        let (panels, finger) = (Panels::expect(), StoredValue::new(None));
        Self { chart, side, panels, tip, current, finger, chosen, standing: StoredValue::new(None) }
    }

    /// The group of all zones.
    pub(super) fn list(self, state: AppState, chart: &Arc<Chart>) -> El {
        let chart = Arc::clone(chart);
        el("g").made(move |group| {
            let group = group.clone();
            let effect = RenderEffect::new(move |_| {
                let (current, selected, pointed) = (self.current.get(), state.selected.get(), state.pointed.get());
                // The drawing of the pinned selection stands while the present question changes.
                let is_pressed = |zone: &Zone| match self.side {
                    Side::A => state.filter.with(|filter| zone.pick.is_pressed(filter)),
                    Side::B | Side::Both => zone.pressed,
                };
                let look = |(i, zone): (usize, &Zone)| Look {
                    emphasis: Emphasis::resolve(&zone.events, Pane::Charts, selected, pointed.as_ref()),
                    is_tab_stop: current == i,
                    is_pressed: zone.pick.event.is_none().then(|| is_pressed(zone)),
                };
                let looks = chart.zones.iter().enumerate().map(look).collect();
                let before = self.standing.try_update_value(Option::take).flatten();
                let standing = settled(&group, before, &chart, looks);
                self.standing.set_value(Some(standing));
            });
            on_cleanup(move || drop(effect));
        })
    }

    /// Makes the element around a drawing listen to its zones. A group of a drawing that listened for the focus could
    /// have it itself.
    pub(super) fn listen(self, around: El, state: AppState, chart: &Arc<Chart>) -> El {
        let at = |chart: &Arc<Chart>| {
            let chart = Arc::clone(chart);
            move |event: &web_sys::Event| {
                let place = place_of(event)?;
                Some((place, chart.zones.get(place)?.clone()))
            }
        };
        let (over, focused, clicked, keyed) = (at(chart), at(chart), at(chart), at(chart));
        let (touched, meant) = (Arc::clone(chart), Arc::clone(chart));
        let last = chart.zones.len().saturating_sub(1);
        let point = move |place: usize, zone: &Zone| {
            self.tip.set(Some(place));
            state.point_at(Pane::Charts, zone.events.clone());
        };
        let leave = move |event: web_sys::Event| {
            let tip = self.tip.get_untracked();
            if is_finger(&event) || place_of(&event).is_some_and(|place| tip == Some(place)) {
                self.tip.set(None);
                state.point_away(Pane::Charts);
            }
        };
        let key = move |event: &web_sys::KeyboardEvent| {
            let Some((place, zone)) = keyed(event) else { return };
            let next = match self.panels.command(Scope::List, event) {
                Some(Command::Open) => {
                    event.prevent_default();
                    self.chosen.set_value(zone.pick.event.is_none().then_some(zone.pick));
                    return choose(state, zone.pick);
                }
                Some(Command::Next) => (place + 1).min(last),
                Some(Command::Previous) => place.saturating_sub(1),
                Some(Command::First) => 0,
                Some(Command::Last) => last,
                _ if self.panels.command(Scope::Anywhere, event) == Some(Command::Close) => {
                    return self.tip.set(None);
                }
                _ => return,
            };
            event.prevent_default();
            self.current.set(next);
            self.focus(next);
        };
        around
            .on("pointerover", move |event| {
                if let Some((place, zone)) = over(&event).filter(|_| !is_finger(&event)) {
                    point(place, &zone);
                }
            })
            .on_kind("pointerdown", move |event: &web_sys::PointerEvent| {
                let meant = under_finger(&touched, event);
                self.finger.set_value(meant);
                if let Some((place, zone)) = meant.and_then(|place| Some((place, touched.zones.get(place)?))) {
                    point(place, zone);
                }
            })
            .on("pointercancel", move |_| self.finger.set_value(None))
            .on("pointerout", leave)
            .on("focusin", move |event| {
                if let Some((place, zone)) = focused(&event) {
                    self.current.set(place);
                    point(place, &zone);
                }
            })
            .on("focusout", leave)
            .on("click", move |event| {
                let finger = self.finger.try_update_value(Option::take).flatten();
                let pick = match finger.and_then(|place| meant.zones.get(place)) {
                    Some(zone) => Some(zone.pick),
                    None => clicked(&event).map(|(_, zone)| zone.pick),
                };
                if let Some(pick) = pick {
                    choose(state, pick);
                }
            })
            .on_kind("keydown", key)
    }

    /// Where the zone that Tab reached stands in a chart that is about to be drawn; and whether a key has chosen it, so
    /// that the focus goes on from there.
    pub(super) fn moved_to(self, chart: &Chart) -> (Option<usize>, bool) {
        let chosen = self.chosen.try_update_value(Option::take).flatten();
        let current = || {
            let pick = |standing: &Option<Standing>| {
                Some(standing.as_ref()?.chart.zones.get(self.current.get_untracked())?.pick)
            };
            self.standing.try_with_value(pick).flatten()
        };
        let pick = chosen.or_else(current);
        let place = pick.and_then(|pick| chart.zones.iter().position(|zone| zone.pick.is_alike(&pick)));
        (place, chosen.is_some())
    }

    pub(super) fn focus(self, i: usize) {
        let of = if self.side == Side::A { " .compare-chart " } else { " > .figure-drawing " };
        let selector = ["#chart-", self.chart.slug(), of, "[data-zone=\"", &i.to_string(), "\"]"].concat();
        let document = web_sys::window().and_then(|w| w.document());
        if let Some(Ok(Some(zone))) = document.map(|d| d.query_selector(&selector))
            && let Some(zone) = zone.dyn_ref::<web_sys::SvgElement>()
        {
            let _ = zone.focus();
        }
    }
}

/// Makes what stands in the group what it should be: zones by their places, but for the one that Tab reaches. It stays
/// the element it was wherever it stands now, since it may have the focus, which would go with it.
fn settled(group: &Element, before: Option<Standing>, chart: &Arc<Chart>, looks: Vec<Look>) -> Standing {
    let before = before.filter(|before| before.group == *group);
    let (mut old, old_chart) = match before {
        Some(before) => (before.zones, before.chart),
        None => (Vec::new(), Arc::clone(chart)),
    };
    let new: Vec<(&Zone, Look)> = chart.zones.iter().zip(looks).collect();
    let stops = (old.iter().position(|(_, look)| look.is_tab_stop), new.iter().position(|(_, look)| look.is_tab_stop));
    let is_same = Arc::ptr_eq(&old_chart, chart);
    let (at, to) = match stops {
        (Some(at), Some(to)) if !is_same && old_chart.zones[at].pick.is_alike(&new[to].0.pick) => (at, to),
        _ => (0, 0),
    };
    let mut zones = Vec::with_capacity(new.len());
    let after = old.split_off(at);
    let next = after.first().map(|(element, _)| element.clone());
    let part = Part { group, old: &old_chart.zones, is_same };
    part.settle(old, 0, &new[..to], next.as_ref(), &mut zones);
    part.settle(after, at, &new[to..], None, &mut zones);
    Standing { group: group.clone(), chart: Arc::clone(chart), zones }
}

/// A run of zones.
struct Part<'a> {
    group: &'a Element,
    /// The zones as they stand.
    old: &'a [Zone],
    /// Whether the chart is the same, and only looks change.
    is_same: bool,
}

impl Part<'_> {
    /// Makes the elements of a run, the first of which stands at a place, what they should be; new ones come before
    /// `next`, or last.
    fn settle(
        &self,
        standing: Vec<(Element, Look)>,
        first: usize,
        new: &[(&Zone, Look)],
        next: Option<&Element>,
        zones: &mut Vec<(Element, Look)>,
    ) {
        let mut left = new.iter();
        for (i, (element, old_look)) in standing.into_iter().enumerate() {
            let Some((zone, look)) = left.next() else {
                element.remove();
                continue;
            };
            if !self.is_same {
                move_to(&element, &self.old[first + i], zone);
            }
            if first + i != zones.len() {
                set(&element, PLACE, &zones.len().to_string());
            }
            turn(&element, old_look, *look);
            zones.push((element, *look));
        }
        if left.as_slice().is_empty() {
            return;
        }
        let mut text = String::new();
        for (i, (zone, look)) in left.as_slice().iter().enumerate() {
            write(zone, zones.len() + i, *look, &mut text);
        }
        zones.extend(inserted(self.group, next, &text).into_iter().zip(left.map(|(_, look)| *look)));
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails for names that cannot be.
    let _ = element.set_attribute(name, value);
}

fn move_to(element: &Element, old: &Zone, new: &Zone) {
    let px = |zone: &Zone| [("x", zone.x), ("y", zone.y), ("width", zone.w), ("height", zone.h)];
    for (old, new) in px(old).into_iter().zip(px(new)).filter(|(old, new)| old != new) {
        set(element, old.0, &number(new.1));
    }
    if old.label != new.label {
        set(element, "aria-label", &new.label);
    }
}

fn turn(element: &Element, old: Look, new: Look) {
    if old.emphasis != new.emphasis {
        set(element, "class", new.emphasis.of(CLASSES));
    }
    if old.is_tab_stop != new.is_tab_stop {
        set(element, "tabindex", tab_index(new.is_tab_stop));
    }
    match new.is_pressed {
        same if same == old.is_pressed => {}
        Some(is_pressed) => set(element, "aria-pressed", flag(is_pressed)),
        None => drop(element.remove_attribute("aria-pressed")),
    }
}

fn tab_index(is_tab_stop: bool) -> &'static str {
    if is_tab_stop { "0" } else { "-1" }
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn write(zone: &Zone, place: usize, look: Look, out: &mut String) {
    let [x, y, w, h] = [zone.x, zone.y, zone.w, zone.h].map(number);
    let pressed = look.is_pressed.map_or("", |is_pressed| match is_pressed {
        true => "\" aria-pressed=\"true",
        false => "\" aria-pressed=\"false",
    });
    let parts = [
        "<rect class=\"",
        look.emphasis.of(CLASSES),
        "\" x=\"",
        &x,
        "\" y=\"",
        &y,
        "\" width=\"",
        &w,
        "\" height=\"",
        &h,
        "\" role=\"button\" tabindex=\"",
        tab_index(look.is_tab_stop),
        pressed,
        "\" aria-label=\"",
        &escape(&zone.label),
        "\" data-zone=\"",
        &place.to_string(),
        "\"/>",
    ];
    parts.iter().for_each(|part| out.push_str(part));
}

fn is_finger(event: &web_sys::Event) -> bool {
    event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// The place of the zone that a finger means.
fn under_finger(chart: &Chart, event: &web_sys::PointerEvent) -> Option<usize> {
    let around = event.current_target().filter(|_| is_finger(event))?.dyn_into::<Element>().ok()?;
    let rect = around.query_selector(".figure-svg").ok()??.get_bounding_client_rect();
    let unit = rect.width() / chart.scene.width;
    let (x, y) =
        ((f64::from(event.client_x()) - rect.left()) / unit, (f64::from(event.client_y()) - rect.top()) / unit);
    // A screen reader that acts for a person points at the very middle of what it has named.
    let named = place_of(event).filter(|place| {
        chart.zones.get(*place).is_some_and(|zone| {
            (zone.x + zone.w / 2.0 - x).abs() * unit <= 0.5 && (zone.y + zone.h / 2.0 - y).abs() * unit <= 0.5
        })
    });
    named.or_else(|| chart.under_finger(x, y))
}

/// The place of the zone in which something happened.
fn place_of(event: &web_sys::Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.get_attribute(PLACE)?.parse().ok()
}

/// A click filters by what was clicked; the same click again takes that filter back.
fn choose(state: AppState, pick: Pick) {
    if let Some(event) = pick.event {
        state.select(Some(event));
        return;
    }
    state.set_filter(|f| pick.toggle(f));
}
