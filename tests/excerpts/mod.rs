//! What the tests of files and of citations share.
#![allow(dead_code, reason = "each of them uses a part")]

use std::sync::LazyLock;

use gsi_timeline::data::parse;
use gsi_timeline::export::{Excerpt, Occasion, Scope};
use gsi_timeline::model::{Dataset, Day, EventId, TimeSpan};
use gsi_timeline::query::{Chosen, Filter, Han, Index, within};
use gsi_timeline::route::ViewState;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

pub fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> =
        LazyLock::new(|| parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid"));
    &DATASET
}

pub fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(dataset(), Han::whole()));
    &INDEX
}

pub fn occasion() -> Occasion<'static> {
    let day = Day::from_ymd(2026, 11, 23).expect("a day");
    Occasion { page: "https://example.org/gsi/", day }
}

/// The events of a view, as its table lists them.
pub fn rows(filter: &Filter) -> Vec<EventId> {
    within(dataset(), &index().matching(dataset(), filter), filter.time.unwrap_or(dataset().coverage()))
}

pub fn excerpt_of(filter: &Filter) -> Excerpt<'static> {
    let state = ViewState { filter: filter.clone(), ..ViewState::default() };
    Excerpt::new(Scope::Shown, dataset(), &rows(filter), &state, occasion())
}

/// Questions of every facet, most of which leave some events.
pub fn filters() -> impl Strategy<Value = Filter> {
    let taxonomy = dataset().taxonomy();
    let regions = subsequence(taxonomy.region_ids().collect::<Vec<_>>(), 0..4);
    let kinds = subsequence(taxonomy.kind_ids().collect::<Vec<_>>(), 0..6);
    let themes = subsequence(taxonomy.theme_ids().collect::<Vec<_>>(), 0..3);
    let first = Day::from_ymd(2022, 1, 1).expect("a day");
    let time =
        (0..800_i32, 20..700_i32).prop_map(move |(from, n)| TimeSpan::new(first.plus(from), first.plus(from + n)));
    let text = select(vec!["", "china", "联合声明", "=1+1; “a”, b", "100 %"]);
    (regions, kinds, themes, prop::option::of(time), text, any::<bool>()).prop_map(
        |(regions, kinds, themes, time, text, background)| Filter {
            regions: regions.into_iter().collect(),
            kinds: kinds.into_iter().collect(),
            themes: if background { themes.into_iter().collect() } else { Chosen::default() },
            time,
            text: text.to_owned(),
            background,
            ..Filter::default()
        },
    )
}

/// A dataset whose first event has these for its English title, Chinese summary and Chinese title.
pub fn hostile(title_en: &str, summary_zh: &str, title_zh: &str) -> Dataset {
    let mut data: Value = serde_json::from_str(include_str!("../data/small.json")).expect("a fixture");
    let event = &mut data["events"][0];
    event["date"] = json!("1950-01-02");
    event["id"] = json!("1950-01-02-first");
    event["background"] = json!(true);
    event["title"] = json!({ "en": title_en, "zh": title_zh });
    event["summary"]["zh"] = json!(summary_zh);
    data["author"] = json!({ "en": "A & B, {Ltd}", "zh": "甲、乙" });
    parse(&data.to_string()).expect("any text is a text")
}
