//! Times of the core on generated datasets of 100 to 100,000 events: medians of one run, in ms, as a table.
//!
//! `cargo bench --no-default-features --bench core`; numbers of different runs are not to be compared.

use std::hint::black_box;
use std::time::Instant;

use gsi_timeline::chart::{ChartId, ChartRequest, chart};
use gsi_timeline::headline::headline;
use gsi_timeline::layout::{Lanes, Metrics, Request, Viewport, layout};
use gsi_timeline::model::{Dataset, Day, EventId, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index, Needle, Sorting, facets, sorted, within};
use gsi_timeline::scale::FontMetrics;
use serde_json::{Value, json};

/// How many events the datasets have.
const SIZES: [usize; 5] = [100, 1_000, 5_000, 10_000, 100_000];

/// The stage on a desk, px.
const WIDTH: f64 = 1096.0;

/// ms that the runs of one measurement may take together.
const PATIENCE: f64 = 1_500.0;

/// The most and the fewest runs of one measurement.
const RUNS: (usize, usize) = (31, 3);

fn main() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("medians in ms, at most {} runs each; {cores} cores, {}", RUNS.0, std::env::consts::ARCH);
    let columns: Vec<Vec<(String, f64)>> = SIZES.into_iter().map(measured).collect();
    let heads: String = SIZES.iter().map(|n| format!(" {n:>10} |")).collect();
    println!("| {:<34} |{heads}", "events");
    println!("|{:-<36}|{}", "", "-----------:|".repeat(SIZES.len()));
    for (row, (name, _)) in columns[0].iter().enumerate() {
        let cells: String = columns.iter().map(|column| format!(" {:>10.3} |", column[row].1)).collect();
        println!("| {name:<34} |{cells}");
    }
}

/// The median time of some runs, ms.
fn median<T>(mut run: impl FnMut() -> T) -> f64 {
    black_box(run());
    let mut times: Vec<f64> = Vec::new();
    while times.len() < RUNS.0 && (times.len() < RUNS.1 || times.iter().sum::<f64>() < PATIENCE) {
        let started = Instant::now();
        black_box(run());
        times.push(started.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn measured(n_events: usize) -> Vec<(String, f64)> {
    let text = generated(n_events);
    let parsed = || gsi_timeline::data::parse(&text).unwrap_or_else(|e| panic!("the generated dataset: {}", e[0]));
    let dataset = parsed();
    let mut rows = vec![("parse JSON".to_owned(), median(parsed))];
    let mut row = |name: &str, ms: f64| rows.push((name.to_owned(), ms));

    row("build index", median(|| Index::new(&dataset, Han::whole())));
    let index = Index::new(&dataset, Han::whole());
    let regions = dataset.taxonomy().region_by_slug("africa").into_iter().collect();
    let asked = Filter { regions, text: "china 2023".to_owned(), ..Filter::default() };
    row("query: region and text", median(|| index.matching(&dataset, &asked)));
    let (filter, needle) = (Filter::default(), Needle::default());
    // Five of the eleven regions, so that much is left to draw.
    let regional = Filter { regions: dataset.taxonomy().region_ids().take(5).collect(), ..Filter::default() };
    let span = dataset.coverage();
    row("facet counts", median(|| facets(&dataset, &index, &filter, span)));

    let ids = index.matching(&dataset, &filter);
    let tenth =
        TimeSpan::new(Day(span.start().0 + span.days() * 45 / 100), Day(span.start().0 + span.days() * 55 / 100));
    for (name, view) in [("whole range", span), ("a tenth", tenth)] {
        let placed = placed(&dataset, &ids, &filter, view);
        let ms = median(|| self::placed(&dataset, &ids, &filter, view));
        row(&format!("layout: {name}"), ms);
        row(&format!("render: {name}"), median(|| placed.render(&dataset, None, &needle)));
    }
    let shown = within(&dataset, &ids, span);
    for id in ChartId::ALL {
        let locale = Locale::En;
        let request = ChartRequest { dataset: &dataset, ids: &shown, filter: &filter, span, locale, width: WIDTH };
        row(&format!("chart: {}", id.slug()), median(|| chart(id, &request)));
    }
    // What one click of a filter works out anew before anything is drawn, with the three views together.
    let change = || {
        let ids = index.matching(&dataset, &regional);
        let shown = within(&dataset, &ids, span);
        let request =
            ChartRequest { dataset: &dataset, ids: &shown, filter: &regional, span, locale: Locale::En, width: WIDTH };
        (
            facets(&dataset, &index, &regional, span),
            headline(&dataset, &shown, dataset.events().len(), &regional, span, Locale::En),
            placed(&dataset, &ids, &regional, span).render(&dataset, None, &needle),
            ChartId::ALL.map(|id| chart(id, &request)),
            sorted(&dataset, &shown, Sorting::default(), Locale::En),
        )
    };
    row("a filter: everything of three views", median(change));
    rows
}

fn placed(dataset: &Dataset, ids: &[EventId], filter: &Filter, view: TimeSpan) -> gsi_timeline::layout::TimelineLayout {
    layout(&Request {
        dataset,
        ids,
        lanes: Lanes::Region,
        filter,
        viewport: Viewport::new(view, WIDTH),
        with_neighbors: true,
        selected: None,
        locale: Locale::En,
        metrics: Metrics::default(),
        measure: &FontMetrics,
    })
}

/// A linear congruential generator: the same events in every run.
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// The embedded dataset with other events: as many as asked for, over its coverage, a third of them vague.
fn generated(n_events: usize) -> String {
    let mut file: Value = serde_json::from_str(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is JSON");
    let ids = |list: &Value| -> Vec<Value> {
        list.as_array().into_iter().flatten().map(|entry| entry["id"].clone()).collect()
    };
    let (kinds, regions, countries) = (ids(&file["kinds"]), ids(&file["regions"]), ids(&file["countries"]));
    let stances = ids(&file["stances"]);
    let section = file["source"]["sections"][0]["number"].clone();
    let first = Day::from_ymd(2022, 1, 1).expect("a date").0;
    let mut dice = Dice(2022);
    let events: Vec<Value> = (0..n_events)
        .map(|i| {
            let (y, m, d) = Day(first + dice.below(911) as i32).ymd();
            let date = match dice.below(6) {
                0 => format!("{y}-{m:02}"),
                1 if dice.below(4) == 0 => y.to_string(),
                _ => format!("{y}-{m:02}-{d:02}"),
            };
            let kind = kinds[dice.below(kinds.len())].clone();
            let stance = (kind == "joint-statement").then(|| stances[dice.below(stances.len())].clone());
            let country = countries[dice.below(countries.len())].clone();
            json!({
                "id": format!("{date}-event-{i}"), "date": date, "kind": kind, "stance": stance,
                "title": {"en": format!("Event {i}: a meeting of {y}"), "zh": format!("{y}年第{i}次会议")},
                "summary": {"en": format!("China and a partner met in {y}; this is record {i}."), "zh": "双方举行会议。"},
                "regions": [regions[dice.below(regions.len())]], "countries": [country, "CN"],
                "themes": [dice.below(20) + 1], "importance": 1 + dice.below(12) / 5,
                "source": {"section": section},
            })
        })
        .collect();
    file["events"] = events.into();
    file.to_string()
}
