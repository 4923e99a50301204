//! What is pointed at or focused, in words, beside the mark and never over it.

use crate::ui::signals::*;

use super::in_sight::sight;
use super::{Stage, gestures};
use crate::i18n::{DOT, DateStyle, date_words, span_words};
use crate::layout::PlacedMark;
use crate::model::{EventId, TimeSpan};
use crate::scene::{Glyph, Paint};
use crate::ui::dom::{El, el};
use crate::ui::found::{found_line, marked};
use crate::ui::scene_view::{kind_icon, paint};
use crate::ui::state::AppState;
use crate::ui::unit::rem;

/// Widest tooltip, px; the same stands in the style sheet.
const WIDTH: f64 = 300.0;

/// Px between mark and tooltip.
const GAP: f64 = 8.0;

/// Half the height of a row's drawing, px.
const HALF_MARK: f64 = 12.0;

/// Least px of height that a tooltip has, even where more of it is cut off.
const MIN_ROOM: f64 = 72.0;

/// px at the top and the bottom of what scrolls that the axis and the overview cover.
const COVERED: (f64, f64) = (34.0, 62.0);

/// Events of a cluster that are named before the rest are counted.
const MAX_LISTED: usize = 8;

/// The tooltip, or the list of a cluster whose events cannot be zoomed apart.
pub(super) fn tooltip(state: AppState, stage: Stage) -> impl Fn() -> Option<El> {
    move || {
        let key = stage.listed.get().or(state.hovered_mark())?;
        let mark = state.layout.with(|l| l.marks.iter().find(|m| m.key == key).cloned())?;
        Some(tooltip_view(state, stage, &mark))
    }
}

fn tooltip_view(state: AppState, stage: Stage, mark: &PlacedMark) -> El {
    let (width, height) = state.layout.with_untracked(|l| (l.viewport.width(), l.height));
    let x = mark.x + untrack(|| state.pan_offset());
    let left = crate::scale::clamp(x - WIDTH / 2.0, 0.0, (width - WIDTH).max(0.0));
    let (start, end) = uncovered(state, stage, height);
    let (above, below) = (mark.y - HALF_MARK - GAP - start, end - mark.y - HALF_MARK - GAP);
    let (edge, at, room) = if above > below {
        ("; bottom: ", height - mark.y + HALF_MARK + GAP, above)
    } else {
        ("; top: ", mark.y + HALF_MARK + GAP, below)
    };
    let place = ["left: ", &rem(left), edge, &rem(at), "; max-height: ", &rem(room.max(MIN_ROOM))];
    let style = place.concat();
    let dataset = state.dataset();
    // A tooltip holds no controls; a cluster's list does.
    let name = mark.is_cluster().then(|| {
        let spans = mark.events.iter().map(|id| dataset.event(*id).date.anchor().span());
        let dates = spans.reduce(TimeSpan::union).map(|span| span_words(span, state.locale.get_untracked()));
        (state.words().timeline_cluster)(mark.events.len(), &dates.unwrap_or_default())
    });
    let tooltip = el("div")
        .class("tooltip")
        .attr("role", if mark.is_cluster() { "group" } else { "tooltip" })
        .maybe_attr("aria-label", name)
        .attr("style", style)
        .on("pointerenter", move |_| gestures::keep_hover())
        .on("pointerleave", move |_| gestures::pointer_leave(state));
    if mark.is_cluster() {
        with_cluster(tooltip, state, stage, mark)
    } else {
        with_event(tooltip, state, mark.events[0], state.layout.with_untracked(|l| l.lanes[mark.lane].key))
    }
}

/// What of the stage nothing covers; px from its top.
fn uncovered(state: AppState, stage: Stage, height: f64) -> (f64, f64) {
    let Some(element) = stage.element.get_untracked() else { return (0.0, height) };
    let (start, end) = sight(state, &element);
    ((start + COVERED.0).max(0.0), (end - COVERED.1).min(height))
}

fn with_event(tooltip: El, state: AppState, id: EventId, lane: crate::layout::LaneKey) -> El {
    let (dataset, locale, words) =
        (state.dataset(), state.locale.get_untracked(), crate::i18n::messages(state.locale.get_untracked()));
    let (event, taxonomy) = (dataset.event(id), dataset.taxonomy());
    let kind = taxonomy.kind(event.kind);
    let hue = match lane {
        crate::layout::LaneKey::Region(region) => Paint::Region(region),
        _ => Paint::Region(event.regions[0]),
    };
    let regions: Vec<&str> = event.regions.iter().map(|r| taxonomy.region(*r).label.get(locale).as_str()).collect();
    let meta = format!("{}{DOT}{}", date_words(event.date, locale, DateStyle::Full), regions.join(DOT));
    let icon = kind_icon(Glyph::of_kind(&kind.slug, event.kind.index()), Some(hue));
    tooltip
        .child(el("p").class("tooltip-meta").child(icon).text(meta))
        .child(marked(el("p").class("tooltip-title"), state, event.title.get(locale)))
        .children(found_line(state, id, locale))
        .child(hint(format!("{}{DOT}{}", kind.label.get(locale), words.timeline_open_hint)))
}

fn hint(words: String) -> El {
    el("p").class("tooltip-hint").text(words)
}

fn with_cluster(tooltip: El, state: AppState, stage: Stage, mark: &PlacedMark) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let words = crate::i18n::messages(locale);
    let is_list = stage.listed.get_untracked() == Some(mark.key);
    let most = if is_list { usize::MAX } else { MAX_LISTED };
    let more = mark.events.len().saturating_sub(most);
    // A hovered cluster's events wait for the pointer; by keyboard, Enter lists them or zooms.
    let tab = if is_list { "0" } else { "-1" };
    let rows = mark.events.iter().take(most).map(|id| {
        let (id, event) = (*id, dataset.event(*id));
        let glyph = Glyph::of_kind(&dataset.taxonomy().kind(event.kind).slug, event.kind.index());
        let hue = Paint::Region(event.regions[0]);
        let open = move |_| {
            stage.listed.set(None);
            state.hover.set(None);
            state.select(Some(id));
        };
        let button = el("button")
            .attr("type", "button")
            .class("tooltip-event")
            .attr("tabindex", tab)
            .on("click", open)
            .child(el("span").class("tooltip-date").text(date_words(event.date, locale, DateStyle::Medium)))
            .child(kind_icon(glyph, Some(hue)))
            .child(marked(el("span"), state, event.title.get(locale)));
        el("li").child(button)
    });
    let hue = format!("border-color: {}", paint(Paint::Region(dataset.event(mark.events[0]).regions[0])));
    tooltip
        .child(el("ul").class("tooltip-list").attr("style", hue).children(rows))
        .children((more > 0).then(|| hint((words.timeline_cluster_more)(more))))
        .children((!is_list).then(|| hint(words.timeline_cluster_hint.to_owned())))
}
