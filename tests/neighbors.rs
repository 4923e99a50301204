//! What is drawn beside the view, to be panned to, changes nothing in it.

use gsi_timeline::layout::{Lanes, Metrics, PlacedMark, Request, TimelineLayout, Viewport, layout};
use gsi_timeline::model::{Dataset, Edtf, EventId, Locale};
use gsi_timeline::query::{Filter, Han, Index};
use gsi_timeline::scale::FontMetrics;
use proptest::prelude::*;

/// Several rows of labels, and more events than pixels.
const VIEWS: [&str; 6] =
    ["1990/2010", "2022-06/2024-03", "2023", "2022-11", "2023-03-06/2023-03-12", "2024-02/2024-06"];

fn placed(dataset: &Dataset, view: &str, width: f64, lanes: Lanes, with_neighbors: bool) -> TimelineLayout {
    let filter = Filter { background: true, ..Filter::default() };
    let ids: Vec<EventId> = Index::new(dataset, Han::whole()).matching(dataset, &filter);
    let span = view.parse::<Edtf>().expect("a date of the subset").span();
    layout(&Request {
        dataset,
        ids: &ids,
        lanes,
        filter: &filter,
        viewport: Viewport::new(span, width),
        with_neighbors,
        selected: None,
        locale: Locale::En,
        metrics: Metrics::default(),
        measure: &FontMetrics,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_in_view_stands_where_it_does_whether_its_neighbours_are_placed_or_not(
        view in 0..VIEWS.len(),
        width in 300.0..1800.0,
        by_region in any::<bool>(),
    ) {
        let dataset = gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid");
        let lanes = if by_region { Lanes::Region } else { Lanes::Theme };
        let [alone, beside] = [false, true].map(|with| placed(&dataset, VIEWS[view], width, lanes, with));
        let told = |mark: &PlacedMark| (mark.key, mark.x, mark.y, mark.events.clone(), mark.label.clone());
        let in_view = |layout: &TimelineLayout| layout.marks.iter().filter(|m| m.in_view).map(told).collect::<Vec<_>>();
        prop_assert_eq!(in_view(&alone), in_view(&beside));
        prop_assert_eq!(alone.lanes, beside.lanes);
    }
}
