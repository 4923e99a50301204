//! The vertical timeline of phones: nothing meets, nothing is lost, order and proportion are kept, work is bounded.
//!
//! `UPDATE_EXPECT=1` rewrites the files below `tests/golden/spine`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use gsi_timeline::layout::{
    RowLook, SLOT, Spine, SpineRequest, TRACKS, USUAL_SCALE, opening_scale, row_words, scale_for, scale_range, spine,
    tick_words,
};
use gsi_timeline::model::{Dataset, Edtf, EventId, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index, Needle, within};
use gsi_timeline::scale::{FontMetrics, PxSpan, TextMeasure as _};
use gsi_timeline::scene::Weight;
use proptest::prelude::*;
use serde_json::{Value, json};

/// px of words beside the spine of a phone 360 px wide.
const WORDS: f64 = 205.0;

/// Room for rounding, px.
const EPSILON: f64 = 1e-6;

fn embedded() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

fn days(edtf: &str) -> TimeSpan {
    edtf.parse::<Edtf>().expect("a date of the subset").span()
}

fn shown(dataset: &Dataset, span: TimeSpan) -> Vec<EventId> {
    let filter = Filter { background: true, ..Filter::default() };
    within(dataset, &Index::new(dataset, Han::whole()).matching(dataset, &filter), span)
}

fn place(dataset: &Dataset, span: TimeSpan, px_per_day: f64, selected: Option<EventId>) -> Spine {
    spine(&SpineRequest { dataset, ids: &shown(dataset, span), span, px_per_day, selected, pinned: None })
}

/// Every rule that holds for any record at any scale.
fn check(dataset: &Dataset, placed: &Spine, selected: Option<EventId>) {
    let ids = shown(dataset, placed.span);
    // Lines keep their distance and stay on the spine.
    for pair in placed.rows.windows(2) {
        assert!(pair[1].y - pair[0].y >= SLOT - EPSILON, "{pair:#?}");
    }
    for row in &placed.rows {
        assert!(SLOT / 2.0 - EPSILON <= row.y && row.y <= placed.height - SLOT / 2.0 + EPSILON, "{row:?}");
        assert!(row.counts.is_some() || row.events.len() == 1, "{row:?}");
        assert!(row.events.is_sorted(), "{row:?}");
    }
    // Each event once.
    let mut all: Vec<EventId> = placed.rows.iter().flat_map(|r| r.events.iter().copied()).collect();
    all.sort_unstable();
    assert_eq!(all, ids);
    if let Some(id) = selected.filter(|id| ids.contains(id)) {
        let row = &placed.rows[placed.row_of(id).expect("it is shown")];
        assert_eq!((&row.events[..], row.counts), (&[id][..], None), "the opened event has its own line");
    }
    // What is certainly earlier stands higher.
    let windows: Vec<(TimeSpan, f64)> = (placed.rows.iter().filter(|r| r.counts.is_none()))
        .map(|r| (dataset.event(r.events[0]).date.anchor().span().clamped(placed.span), r.y))
        .collect();
    for (window, y) in &windows {
        for (other, above) in windows.iter().take(80) {
            assert!(other.end() > window.start() || above < y || other == window, "{other:?} {above} {window:?} {y}");
        }
    }
    // A counted period holds what it counts, and a known day is drawn on its day.
    for row in &placed.rows {
        if let Some(period) = row.counts {
            for id in &row.events {
                assert!(dataset.event(*id).date.anchor().span().clamped(placed.span).overlaps(period));
            }
        }
        if let Some(y) = row.joint {
            let day = dataset.event(row.events[0]).date.anchor().span();
            let on = placed.day_at(y);
            assert!(f64::from(day.start().0) <= on && on <= f64::from(day.end().0), "{row:?}");
        }
    }
    // Days and px are inverse, and in proportion but in breaks, which are named in days and hold no line.
    let mut out_of_proportion = 0.0;
    for (px, n_days) in placed.breaks() {
        assert!(n_days >= 28 && f64::from(n_days) * placed.px_per_day > px.width(), "{n_days}");
        assert!(placed.rows_in(PxSpan::new(px.start + EPSILON, px.end - EPSILON)).is_empty());
        out_of_proportion += px.width() - f64::from(n_days) * placed.px_per_day;
    }
    let proportional = f64::from(placed.span.days()) * placed.px_per_day;
    assert!((placed.height - proportional - out_of_proportion).abs() < 1e-3);
    for at in 0..=20 {
        let day = f64::from(placed.span.start().0) + f64::from(placed.span.days()) * f64::from(at) / 20.0;
        assert!((placed.day_at(placed.y_of(day)) - day).abs() < 1e-6);
    }
    // The work of drawing is bounded by height, not by events.
    assert!(placed.rows.len() as f64 <= placed.height / SLOT + 1.0);
    assert!(placed.bands.iter().all(|b| b.track < TRACKS && b.px.end <= placed.height + EPSILON));
    assert!(placed.dots.is_sorted_by(|a, b| a.y <= b.y));
}

#[test]
fn the_record_keeps_every_rule_at_every_scale() {
    for view in [
        "2022-01/2024-06",
        "1963/2024",
        "2023",
        "2023-11",
        "2023-03-10",
        "2023-03-06/2023-03-12",
        "2022-12-30/2023-02-02",
    ] {
        for scale in [0.0, 0.05, 0.4, 1.5, 4.2, 7.0, USUAL_SCALE, 16.0, 40.0, 1e9] {
            let span = days(view);
            for selected in [None, Some(EventId(40)), Some(EventId(120))] {
                check(embedded(), &place(embedded(), span, scale, selected), selected);
            }
        }
    }
}

#[test]
fn the_opening_scale_is_the_usual_one_where_it_can_be() {
    let open = |view: &str| {
        let span = days(view);
        opening_scale(&SpineRequest {
            dataset: embedded(),
            ids: &shown(embedded(), span),
            span,
            px_per_day: USUAL_SCALE,
            selected: None,
            pinned: None,
        })
    };
    assert_eq!(open("2022-03/2022-08"), USUAL_SCALE);
    // Two months too full for it are given a little more; a whole year that would need far more is not.
    let full = open("2023-11/2023-12");
    assert!((USUAL_SCALE..=16.0).contains(&full), "{full}");
    assert_eq!(open("2022-01/2024-06"), USUAL_SCALE);
    // Sixty years are mostly breaks.
    let span = days("1963/2024");
    let placed = place(embedded(), span, open("1963/2024"), None);
    assert!(placed.height < 31_000.0, "{}", placed.height);
    assert!(placed.breaks().count() >= 3);
}

#[test]
fn opening_a_count_gives_its_events_lines() {
    let span = days("2022-01/2024-06");
    let mut placed = place(embedded(), span, USUAL_SCALE, None);
    let first = placed.rows.iter().find(|r| r.counts.is_some()).expect("November 2023 is full").clone();
    let at = first.events[0];
    for _ in 0..4 {
        let row = placed.rows[placed.row_of(at).expect("shown")].clone();
        let Some(scale) = row.counts.and_then(|_| scale_for(&placed, &row)) else { break };
        assert!(scale > placed.px_per_day);
        placed = place(embedded(), span, scale, None);
    }
    let row = &placed.rows[placed.row_of(at).expect("shown")];
    assert_eq!(row.counts, None, "at {}", placed.px_per_day);
}

#[test]
fn a_scale_is_kept_readable_and_scrollable() {
    for view in ["2023-03-10", "2023", "1900/2100", "0001/9999"] {
        let span = days(view);
        let (least, most) = scale_range(span);
        assert!(least <= most);
        for wanted in [0.0, 1e-9, 1e9] {
            let placed = spine(&SpineRequest {
                dataset: embedded(),
                ids: &[],
                span,
                px_per_day: wanted,
                selected: None,
                pinned: None,
            });
            assert!(
                (500.0..=3_000_001.0).contains(&placed.height) || placed.breaks().count() > 0,
                "{view}: {}",
                placed.height
            );
        }
    }
}

/// A record of dated events, as JSON, with the embedded one's vocabulary.
fn record(dates: &[(String, u8, usize)]) -> Dataset {
    let mut file: Value = serde_json::from_str(gsi_timeline::EMBEDDED_DATASET).expect("JSON");
    let template = file["events"][0].clone();
    let regions: Vec<Value> = file["regions"].as_array().expect("regions").iter().map(|r| r["id"].clone()).collect();
    let events = dates.iter().enumerate().map(|(i, (date, importance, region))| {
        let mut event = template.clone();
        event["id"] = json!(format!("{}-{i}", date.split('/').next().unwrap_or_default().trim_end_matches(['~', '?'])));
        event["date"] = json!(date);
        event["importance"] = json!(importance);
        event["background"] = json!(false);
        event["regions"] = json!([regions[region % regions.len()]]);
        event
    });
    file["events"] = events.collect();
    gsi_timeline::data::parse(&file.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

prop_compose! {
    fn date()(year in 2020_i32..2026, month in 1_u32..=12, day in 1_u32..=28, long in 0_u32..20, form in 0_u8..8) -> String {
        match form {
            0..=2 => format!("{year}-{month:02}-{day:02}"),
            3 | 4 => format!("{year}-{month:02}"),
            5 => format!("{year}"),
            6 => format!("{year}-{month:02}-{day:02}/{}-{month:02}-{:02}", year, (day + long).min(28)),
            _ => format!("{year}-{month:02}~/{}-{month:02}", year + 1),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_record_keeps_every_rule(
        dates in proptest::collection::vec((date(), 1_u8..=3, 0_usize..11), 1..90),
        scale in 0.01_f64..60.0,
        selected in 0_u32..90,
    ) {
        let dataset = record(&dates);
        let selected = Some(EventId(selected)).filter(|id| id.index() < dataset.events().len());
        for span in [days("2020/2026"), days("2023"), days("2022-12-20/2023-02-03")] {
            check(&dataset, &place(&dataset, span, scale, selected), selected);
        }
    }
}

#[test]
fn five_thousand_events_of_one_month_are_a_few_lines_and_a_count() {
    let dates: Vec<_> = (0..5000).map(|i| (format!("2023-03-{:02}", i % 28 + 1), (i % 3 + 1) as u8, i)).collect();
    let dataset = record(&dates);
    let placed = place(&dataset, days("2022-01/2024-06"), USUAL_SCALE, None);
    assert!(placed.rows.len() <= 9, "{}", placed.rows.len());
    assert_eq!(placed.n_counted() + placed.rows.len() - 1, 5000);
    check(&dataset, &placed, None);
}

fn look(locale: Locale, needle: &Needle) -> RowLook<'_> {
    RowLook { locale, selected: None, needle, width: WORDS, pair: None }
}

#[test]
fn what_was_found_is_marked_in_each_line_wherever_it_stands() {
    let dataset = embedded();
    for (text, locale) in [
        ("iran", Locale::En),
        ("sha te", Locale::Zh),
        ("restored", Locale::En),
        ("st", Locale::Zh),
        ("峰会", Locale::En),
    ] {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let ids = Index::new(dataset, Han::whole()).matching(dataset, &filter);
        let needle = Needle::of(text, dataset, Han::whole());
        let placed = spine(&SpineRequest {
            dataset,
            ids: &ids,
            span: dataset.coverage(),
            px_per_day: 60.0,
            selected: None,
            pinned: None,
        });
        assert!(!placed.rows.is_empty());
        for row in placed.rows.iter().filter(|row| row.counts.is_none()) {
            let words = row_words(dataset, row, &look(locale, &needle));
            let marked = words.title_marks.iter().map(|range| &words.title[range.clone()]);
            let marked: Vec<&str> = marked.chain(words.meta_marks.iter().map(|r| &words.meta[r.clone()])).collect();
            // What is found under a name that is not shown has nothing to mark.
            let is_unseen = needle.found_elsewhere(dataset, row.events[0], locale).is_some_and(|f| f.ranges.is_empty());
            assert!(!marked.is_empty() || is_unseen, "{text}: {} | {}", words.title, words.meta);
            assert!(FontMetrics.width(&words.meta, 12.0, Weight::Regular) <= WORDS + 0.01, "{}", words.meta);
        }
    }
}

fn dump(placed: &Spine, dataset: &Dataset, locale: Locale) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} px at {:.1} px a day, by {:?}", placed.height.round(), placed.px_per_day, placed.period);
    let mut rows = placed.rows.iter().peekable();
    for tick in &placed.ticks {
        let (month, year) = tick_words(tick, placed, locale);
        let _ = writeln!(out, "\n{} {year} from {:.0} to {:.0}", month.unwrap_or_default(), tick.px.start, tick.px.end);
        while let Some(row) = rows.next_if(|row| row.y < tick.px.end) {
            let words = row_words(dataset, row, &look(locale, &Needle::default()));
            let joint = row.joint.map_or(String::new(), |y| format!("●{y:.0} "));
            let _ = writeln!(out, "  {:6.0}  {joint}{} | {}", row.y, words.title, words.meta);
        }
        for band in placed.bands.iter().filter(|b| tick.px.start <= b.px.start && b.px.start < tick.px.end) {
            let kind = band.soft.map_or("bar", |_| if band.is_faint { "faint band" } else { "band" });
            let _ = writeln!(out, "  {kind} {:.0} to {:.0}, track {}", band.px.start, band.px.end, band.track);
        }
    }
    out
}

#[test]
fn the_spine_of_a_phone_is_drawn_as_before() {
    for locale in Locale::ALL {
        let span = days("2023-01/2023-06");
        let placed = place(embedded(), span, USUAL_SCALE, None);
        let found = dump(&placed, embedded(), locale);
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/spine");
        let path = folder.join(format!("360.{}.txt", locale.slug()));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(&path, &found).expect("written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, expected, "{}: UPDATE_EXPECT=1 rewrites it", path.display());
    }
}
