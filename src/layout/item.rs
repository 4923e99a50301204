//! What is to be placed of an event: where it may stand, and how wide its label is.

use super::place::{GLYPH_GAP, Item, RING_GAP};
use super::timeline::Request;
use crate::model::{Edtf, EventId, Importance};
use crate::scale::{PxSpan, clamp};
use crate::scene::Weight;

/// An event as it would stand best, `None` where it is out of reach; its label is not measured yet.
pub(super) fn item(request: &Request, at: usize, id: EventId, reach: PxSpan, view: PxSpan) -> Option<Item> {
    let event = request.dataset.event(id);
    let scale = request.viewport.scale();
    let all = scale.px_span(event.span);
    if !all.overlaps(reach) {
        return None;
    }
    let pinned = request.selected == Some(id);
    // Whatever is in the view stands inside it; what only neighbours it stands outside.
    let in_view = event.span.overlaps(request.viewport.span());
    let bounds = match in_view {
        true => view,
        false if all.end <= view.start => PxSpan::new(reach.start, view.start),
        false => PxSpan::new(view.end, reach.end),
    };
    let anchor = scale.px_span(event.date.anchor().span());
    let free = match event.date {
        Edtf::Single(_) if event.date.is_exact_day() => PxSpan::new(anchor.mid(), anchor.mid()),
        Edtf::Single(_) => anchor,
        // A span is marked at its start: there the event began, as exactly as that is known.
        Edtf::Interval(from, _) | Edtf::OpenEnd(from) => {
            let start = scale.px_span(from.span());
            PxSpan::new(start.mid(), start.mid())
        }
        Edtf::OpenStart(_) => PxSpan::new(anchor.end, anchor.end),
    };
    Some(Item {
        members: vec![at],
        x: clamp(free.mid(), bounds.start, bounds.end),
        free,
        importance: event.importance,
        pinned,
        label_width: 0.0,
        bounds,
        in_view,
    })
}

/// Items with the widths of their labels, which only those need that stand alone.
pub(super) fn labelled(request: &Request, ids: &[EventId], mut items: Vec<Item>) -> Vec<Item> {
    for item in items.iter_mut().filter(|item| item.members.len() == 1) {
        let event = request.dataset.event(ids[item.members[0]]);
        let weight = weight_of(event.importance, item.pinned);
        let gap = GLYPH_GAP + if item.pinned { RING_GAP } else { 0.0 };
        let title = event.title.get(request.locale);
        item.label_width = request.measure.width(title, request.metrics.label, weight) + gap;
    }
    items
}

/// How heavy a label is set.
pub(super) fn weight_of(importance: Importance, selected: bool) -> Weight {
    match (selected, importance) {
        (true, _) => Weight::Bold,
        (false, Importance::Major) => Weight::Strong,
        (false, Importance::Notable | Importance::Minor) => Weight::Regular,
    }
}
