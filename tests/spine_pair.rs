//! Two selections on one spine: each event on its own rail, on its own days, none lost.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use gsi_timeline::compare::{Side, side};
use gsi_timeline::layout::{Pinned, SLOT, Shift, Spine, SpineRequest, beside, opening_scale, spine};
use gsi_timeline::model::{Dataset, EventId, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index, within};
use gsi_timeline::route;

fn embedded() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

/// A question as an address says it, answered.
fn selection(query: &str) -> (Vec<EventId>, TimeSpan) {
    let dataset = embedded();
    let filter: Filter = route::parse(query, dataset).0.filter;
    let span = filter.time.unwrap_or(dataset.coverage());
    (within(dataset, &Index::new(dataset, Han::whole()).matching(dataset, &filter), span), span)
}

fn pair(a: &str, b: &str) -> (Spine, Vec<EventId>, Vec<EventId>, Shift) {
    let ((a, a_days), (b, b_days)) = (selection(a), selection(b));
    let (shift, span) = beside(a_days, b_days);
    let pinned = Some(Pinned { ids: &a, shift });
    let request = SpineRequest { dataset: embedded(), ids: &b, span, px_per_day: 0.0, selected: None, pinned };
    let placed = spine(&SpineRequest { px_per_day: opening_scale(&request), ..request });
    (placed, a, b, shift)
}

/// How often each event is in a line or a count.
fn tally(placed: &Spine) -> BTreeMap<EventId, usize> {
    let mut out = BTreeMap::new();
    placed.rows.iter().flat_map(|row| &row.events).for_each(|id| *out.entry(*id).or_default() += 1);
    out
}

#[test]
fn each_event_of_either_selection_is_there_on_the_rail_of_its_own() {
    for (a, b) in [("region=africa", "region=middle-east"), ("time=2023", "kind=aid"), ("q=iran", ""), ("", "q=iran")] {
        let (placed, a, b, shift) = pair(a, b);
        assert_eq!((placed.pair, shift), (Some(Shift::None), Shift::None));
        let all = gsi_timeline::compare::either(&a, &b);
        assert_eq!(tally(&placed), all.iter().map(|id| (*id, 1)).collect());
        for row in placed.rows.iter().filter(|row| row.counts.is_none()) {
            assert_eq!(row.side, side(&a, &b, row.events[0]), "{row:?}");
        }
        for lines in placed.rows.windows(2) {
            assert!(lines[1].y - lines[0].y >= SLOT - 1e-6);
        }
        let days_of = |ids: &[EventId]| ids.iter().filter(|id| embedded().event(**id).date.is_exact_day()).count();
        let dots = |pinned| placed.dots.iter().filter(|dot| dot.pinned == pinned).count();
        assert!(dots(true) >= days_of(&a) && dots(false) >= days_of(&b), "a known day of either has its dot");
    }
}

#[test]
fn another_year_stands_beside_this_one_month_by_month() {
    let (placed, a, b, shift) = pair("time=2022", "time=2023");
    assert_eq!((shift, placed.span), (Shift::Months(12), selection("time=2023").1));
    let counts = tally(&placed);
    assert_eq!(counts.values().sum::<usize>(), a.len() + b.len(), "what is in both stands twice: on the days of each");
    for row in placed.rows.iter().filter(|row| row.counts.is_none()) {
        let (id, side) = (row.events[0], row.side.expect("there are two selections"));
        let ids = if side == Side::A { &a } else { &b };
        assert!(ids.binary_search(&id).is_ok());
        let days = embedded().event(id).date.anchor().span();
        let days = if side == Side::A { shift.moved(days) } else { days };
        if let Some(y) = row.joint {
            let on = placed.day_at(y);
            assert!(f64::from(days.start().0) <= on && on <= f64::from(days.end().0), "{row:?}");
        }
    }
    // Nothing is left out, whichever is longer.
    let (placed, a, b, _) = pair("time=2022", "time=2023-01..2023-03");
    assert_eq!(tally(&placed).values().sum::<usize>(), a.len() + b.len());
}
