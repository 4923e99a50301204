//! Drawings that stand by themselves: pictures of the small dataset, nothing lost, nothing cut, and what frames them.
//!
//! `UPDATE_EXPECT=1` rewrites the files below `tests/golden/document`.

mod common;

use std::collections::BTreeSet;
use std::path::PathBuf;

use gsi_timeline::chart::ChartId;
use gsi_timeline::export::document::{
    Document, Picture, Resolution, Subject, TIMELINE_WIDTH, chart_of, document, timeline_layout,
};
use gsi_timeline::headline::account;
use gsi_timeline::i18n::messages;
use gsi_timeline::layout::LaneKey;
use gsi_timeline::model::{Dataset, EventId, Locale};
use gsi_timeline::scale::{FontMetrics, TextMeasure as _};
use gsi_timeline::scene::svg::escape;
use gsi_timeline::scene::{Anchor, Palette, Scene, Shape, Text};

use common::with_subject;

/// Selections of different kinds, as a link says them.
const QUERIES: [&str; 8] = [
    "",
    "?region=middle-east~africa&time=2023",
    "?lanes=theme",
    "?lanes=kind&kind=joint-statement",
    "?lanes=none",
    "?time=2023-11-20..2023-11-22",
    "?background=1&time=1963..2024",
    "?q=forum",
];

/// The address under which the selections stand.
fn pictures() -> impl Iterator<Item = Picture> {
    std::iter::once(Picture::Timeline).chain(ChartId::ALL.map(Picture::Chart))
}

fn parsed(json: &str) -> Dataset {
    gsi_timeline::data::parse(json).unwrap_or_else(|errors| panic!("the dataset is valid: {errors:?}"))
}

fn small() -> Dataset {
    parsed(include_str!("data/small.json"))
}

/// The small dataset with two thousand more events, most of them on three days.
fn crowd() -> Dataset {
    let mut json: serde_json::Value = serde_json::from_str(include_str!("data/small.json")).expect("JSON");
    let model = json["events"][0].clone();
    let events = json["events"].as_array_mut().expect("a list of events");
    for i in 0..2000 {
        let mut event = model.clone();
        let date = if i % 10 == 0 { format!("2023-{:02}", i % 12 + 1) } else { format!("2023-05-{:02}", 10 + i % 3) };
        event["id"] = format!("{date}-crowd-{i}").into();
        event["date"] = date.into();
        event["importance"] = (i % 3 + 1).into();
        events.push(event);
    }
    parsed(&json.to_string())
}

fn for_each_subject(mut check: impl FnMut(&str, &Subject)) {
    for (name, dataset) in [("small", small()), ("embedded", parsed(gsi_timeline::EMBEDDED_DATASET))] {
        for (query, locale) in QUERIES.into_iter().flat_map(|query| Locale::ALL.map(|locale| (query, locale))) {
            let what = format!("{name} {query:?} in {}", locale.slug());
            with_subject(&dataset, query, locale, |subject| check(&what, subject));
        }
    }
}

fn texts(scene: &Scene) -> Vec<&Text> {
    let mut out = Vec::new();
    for shape in &scene.shapes {
        if let Shape::Text(text) = shape {
            out.push(text);
        }
    }
    out
}

#[track_caller]
fn check_golden(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/document").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} has changed; UPDATE_EXPECT=1 accepts it");
}

#[test]
fn documents_look_as_they_did() {
    let dataset = small();
    let cases = [
        ("timeline.en.light.svg", "?lanes=kind", Locale::En, Picture::Timeline, Palette::Light),
        ("timeline.zh.dark.svg", "", Locale::Zh, Picture::Timeline, Palette::Dark),
        ("stances.zh.light.svg", "", Locale::Zh, Picture::Chart(ChartId::Stances), Palette::Light),
        ("heat.en.paper.svg", "", Locale::En, Picture::Chart(ChartId::Heat), Palette::Paper),
    ];
    for (name, query, locale, picture, palette) in cases {
        let drawn = with_subject(&dataset, query, locale, |subject| {
            document(subject, picture).map(|document| document.svg(palette, 1.0))
        });
        check_golden(name, &drawn.expect("there is enough to draw").replace("><", ">\n<"));
    }
}

#[test]
fn every_selected_event_is_labelled_or_a_glyph_or_counted_in_a_cluster() {
    let check = |what: &str, subject: &Subject| {
        let placed = timeline_layout(subject);
        let mut all: BTreeSet<EventId> = BTreeSet::new();
        for (i, lane) in placed.lanes.iter().enumerate() {
            let marks: Vec<_> = placed.marks.iter().filter(|m| m.lane == i).collect();
            let n: usize = marks.iter().map(|m| m.events.len()).sum();
            assert_eq!(n, lane.count, "{what}: lane {i}");
            assert!(marks.iter().all(|m| m.in_view), "{what}: a mark outside the drawing");
            all.extend(marks.iter().flat_map(|m| &m.events));
            // What is drawn says the same: a pill's number, or a glyph.
            let pills: usize = marks.iter().filter(|m| m.is_cluster()).map(|m| m.events.len()).sum();
            assert_eq!(pills + marks.iter().filter(|m| !m.is_cluster()).count(), lane.count, "{what}: lane {i}");
        }
        assert_eq!(all.into_iter().collect::<Vec<_>>(), subject.ids, "{what}");
        if let [lane] = placed.lanes.as_slice()
            && lane.key == LaneKey::All
        {
            assert_eq!(lane.count, subject.ids.len(), "{what}");
        }
    };
    for_each_subject(check);
    let crowd = crowd();
    for query in ["", "?lanes=none", "?time=2023-05"] {
        with_subject(&crowd, query, Locale::En, |subject| check(query, subject));
    }
}

#[test]
fn the_timeline_of_the_record_labels_every_event() {
    let dataset = parsed(gsi_timeline::EMBEDDED_DATASET);
    for (query, locale) in ["", "?lanes=theme"].into_iter().flat_map(|query| Locale::ALL.map(|l| (query, l))) {
        with_subject(&dataset, query, locale, |subject| {
            let placed = timeline_layout(subject);
            let unlabelled = placed.marks.iter().filter(|m| m.label.is_none());
            let titles: Vec<&str> = unlabelled.map(|m| dataset.event(m.events[0]).title.get(locale).as_str()).collect();
            assert_eq!(titles, Vec::<&str>::new(), "{query:?} in {}", locale.slug());
        });
    }
}

/// Left, top, right and bottom of a text; Chinese characters reach .86 em up, descenders .2 down.
fn area(text: &Text) -> [f64; 4] {
    let width = FontMetrics.width(&text.text, text.size, text.weight);
    let left = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - width / 2.0,
        Anchor::End => text.x - width,
    };
    [left, text.y - 0.86 * text.size, left + width, text.y + 0.2 * text.size]
}

#[test]
fn texts_neither_collide_nor_leave_the_drawing() {
    for_each_subject(|what, subject| {
        for picture in pictures() {
            let Some(Document { scene, .. }) = document(subject, picture) else { continue };
            let texts = texts(&scene);
            let areas: Vec<[f64; 4]> = texts.iter().map(|text| area(text)).collect();
            for (i, a) in areas.iter().enumerate() {
                let what = format!("{what}, {}: {:?}", picture.slug(), texts[i].text);
                let inside = 0.0 <= a[0] && 0.0 <= a[1] && a[2] <= scene.width && a[3] <= scene.height;
                assert!(inside, "{what} at {a:?} leaves {} × {}", scene.width, scene.height);
                for (j, b) in areas.iter().enumerate().skip(i + 1) {
                    let apart = a[2] <= b[0] + 0.1 || b[2] <= a[0] + 0.1 || a[3] <= b[1] + 0.1 || b[3] <= a[1] + 0.1;
                    assert!(apart, "{what} covers {:?}", texts[j].text);
                }
            }
        }
    });
}

#[test]
fn a_drawing_says_what_it_is_whose_account_and_where_it_is_from() {
    for_each_subject(|what, subject| {
        for picture in pictures() {
            let Some(document) = document(subject, picture) else { continue };
            let said: String = texts(&document.scene).iter().map(|t| t.text.replace(' ', "")).collect();
            let words = messages(subject.locale).print();
            let info = subject.dataset.info();
            let mut needed = vec![
                info.title.get(subject.locale).clone(),
                (words.version)(&info.version),
                subject.headline.text(),
                account(subject.dataset, subject.locale).0,
                subject.permalink.to_owned(),
            ];
            if let Picture::Chart(id) = picture {
                let chart = chart_of(subject, id, 720.0).expect("it is drawn in its document");
                assert_eq!(document.title, chart.headline, "{what}");
                needed.push(chart.headline);
            }
            for words in needed {
                assert!(said.contains(&words.replace(' ', "")), "{what}, {}: {words:?}", picture.slug());
            }
            let svg = document.svg(Palette::Light, 1.0);
            assert!(svg.contains(&format!("<title>{}</title>", escape(&document.title))), "{what}");
        }
    });
}

#[test]
fn the_counting_rule_stands_under_a_chart_in_full() {
    let dataset = parsed(gsi_timeline::EMBEDDED_DATASET);
    with_subject(&dataset, "", Locale::En, |subject| {
        let chart = chart_of(subject, ChartId::Trend, 960.0).expect("drawn");
        let document = document(subject, Picture::Chart(ChartId::Trend)).expect("drawn");
        let said: Vec<&str> = texts(&document.scene).iter().map(|t| t.text.as_str()).collect();
        assert!(said.join(" ").contains(&chart.rule), "{}", chart.rule);
    });
}

#[test]
fn a_timeline_is_as_wide_as_a_slide_and_nothing_is_drawn_of_nothing() {
    let dataset = small();
    with_subject(&dataset, "", Locale::En, |subject| {
        let drawn = document(subject, Picture::Timeline).expect("drawn");
        assert_eq!(drawn.scene.width, TIMELINE_WIDTH);
        let nothing = Subject { ids: &[], ..*subject };
        assert!(pictures().all(|picture| document(&nothing, picture).is_none()));
    });
}

#[test]
fn pictures_have_the_pixels_asked_for_or_say_that_they_are_too_many() {
    let scene = Scene::new(1600.0, 2600.0);
    assert_eq!(Resolution::ALL.map(|r| r.scale(&scene)), [Some(1.0), Some(2.0), Some(3840.0 / 2600.0)]);
    let tall = Scene::new(1600.0, 20_000.0);
    assert_eq!(Resolution::ALL.map(|r| r.scale(&tall)), [None, None, Some(3840.0 / 20_000.0)]);
    let names: BTreeSet<&str> = Resolution::ALL.map(Resolution::suffix).into_iter().collect();
    assert_eq!(names.len(), 3);
}

#[test]
fn a_scaled_document_is_larger_and_otherwise_the_same() {
    let dataset = small();
    with_subject(&dataset, "", Locale::En, |subject| {
        let drawn = document(subject, Picture::Timeline).expect("drawn");
        let [once, twice] = [1.0, 2.0].map(|scale| drawn.svg(Palette::Light, scale));
        let (height, double) = (drawn.scene.height, drawn.scene.height * 2.0);
        let from = format!("width=\"1600\" height=\"{height}\" role");
        let to = format!("width=\"3200\" height=\"{double}\" role");
        assert_eq!(once.replace(&from, &to), twice);
    });
}
