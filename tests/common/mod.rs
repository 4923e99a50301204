//! What several native tests start from: the embedded dataset, and a selection with its headline.

// Each test file is a program of its own and uses some of it.
#![allow(dead_code)]

use std::sync::LazyLock;

use gsi_timeline::export::document::Subject;
use gsi_timeline::headline::headline;
use gsi_timeline::model::{Dataset, Edtf, Locale, TimeSpan};
use gsi_timeline::query::{Han, Index, eligible, within};
use gsi_timeline::route;
use gsi_timeline::story;

/// Where the exports of the tests say they come from.
pub const SITE: &str = "https://example.org/timeline/";

/// The embedded dataset with its stories.
pub fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        let dataset = gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid");
        dataset.with_stories(&story::SHIPPED)
    });
    &DATASET
}

/// Its index.
pub fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(dataset(), Han::whole()));
    &INDEX
}

/// The days that a date may mean.
pub fn days(edtf: &str) -> TimeSpan {
    edtf.parse::<Edtf>().expect("a date of the subset").span()
}

/// Hands a selection with its headline to a check.
pub fn with_subject<T>(dataset: &Dataset, query: &str, locale: Locale, check: impl FnOnce(&Subject) -> T) -> T {
    let (state, _) = route::parse(query, dataset);
    let span = state.filter.time.unwrap_or(dataset.coverage());
    let ids = within(dataset, &Index::new(dataset, Han::whole()).matching(dataset, &state.filter), span);
    let n_all = eligible(dataset, state.filter.background).count();
    let headline = headline(dataset, &ids, n_all, &state.filter, span, locale);
    check(&Subject {
        dataset,
        ids: &ids,
        filter: &state.filter,
        span,
        lanes: state.lanes,
        locale,
        headline: &headline,
        permalink: &format!("{SITE}{query}"),
    })
}
