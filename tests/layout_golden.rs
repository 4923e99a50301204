//! Golden layouts of the small dataset, the timeline as a document, and tick labels that never meet.
//!
//! `UPDATE_EXPECT=1` rewrites the files below `tests/golden/layout`.

use std::fmt::Write as _;
use std::path::PathBuf;

use gsi_timeline::layout::{Extent, ExtentStyle, Lanes, Metrics, Request, Side, TimelineLayout, Viewport};
use gsi_timeline::layout::{lane_label, layout, timeline_scene};
use gsi_timeline::model::{Dataset, Day, Edtf, EventId, Locale, TimeSpan};
use gsi_timeline::query::{Filter, Han, Index};
use gsi_timeline::scale::{FontMetrics, Level, TextMeasure as _, TimeScale, ticks};
use gsi_timeline::scene::{Weight, svg};

/// px of the lane names in a drawing.
const GUTTER: f64 = 208.0;

/// From a tick to its label, px, and the size of the label.
const TICK_LABEL: (f64, f64) = (6.0, 12.0);

/// The least px between two labels of an axis.
const TICK_SPACE: f64 = 2.0;

fn small() -> Dataset {
    gsi_timeline::data::parse(include_str!("data/small.json")).expect("the fixture is valid")
}

fn embedded() -> Dataset {
    gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
}

fn days(edtf: &str) -> TimeSpan {
    edtf.parse::<Edtf>().expect("a date of the subset").span()
}

fn placed(dataset: &Dataset, view: &str, width: f64, lanes: Lanes, locale: Locale) -> TimelineLayout {
    let filter = Filter::default();
    let ids: Vec<EventId> = Index::new(dataset, Han::whole()).matching(dataset, &filter);
    layout(&Request {
        dataset,
        ids: &ids,
        lanes,
        filter: &filter,
        viewport: Viewport::new(days(view), width),
        with_neighbors: true,
        selected: None,
        locale,
        metrics: Metrics::default(),
        measure: &FontMetrics,
    })
}

/// A layout in lines that a person can review: each lane, and under it each mark in view.
fn dump(dataset: &Dataset, placed: &TimelineLayout, locale: Locale) -> String {
    let mut out = String::new();
    let labels = placed.ticks.iter().filter(|t| !t.label.is_empty() && (0.0..placed.viewport.width()).contains(&t.x));
    let axis: Vec<String> = labels.map(|t| format!("{}@{:.0}", t.label, t.x)).collect();
    let _ = writeln!(out, "axis by {:?}: {}", placed.period, axis.join(" "));
    for (i, lane) in placed.lanes.iter().enumerate() {
        let name = lane_label(dataset, lane.key, locale);
        let _ = writeln!(
            out,
            "\nlane {name:?}: {} events, {} rows, y {}, {} px",
            lane.count, lane.rows, lane.y, lane.height
        );
        for mark in placed.marks.iter().filter(|m| m.in_view && m.lane == i) {
            let title = dataset.event(mark.events[0]).title.get(locale);
            let words = match mark.label.as_ref().map(|l| l.side) {
                _ if mark.is_cluster() => format!("({}) {title} …", mark.events.len()),
                Some(Side::Right) => format!("● {title}"),
                Some(Side::Left) => format!("{title} ●"),
                None => format!("● [{title}]"),
            };
            let extents: String = mark.extents.iter().map(extent_words).collect();
            let _ = writeln!(out, "  row {} x {:4.0}  {words}{extents}", mark.row, mark.x);
        }
    }
    out
}

fn extent_words(extent: &Extent) -> String {
    let style = match extent.style {
        ExtentStyle::Bar => "bar".to_owned(),
        ExtentStyle::Band(soft) => format!("band, soft at {}", soft.slug()),
    };
    format!("  <{style} {:.0}–{:.0}>", extent.px.start, extent.px.end)
}

#[track_caller]
fn check_golden(name: &str, found: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "layout", name].iter().collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(expected == found, "{name} has changed; look at it, then run with UPDATE_EXPECT=1:\n{found}");
}

#[test]
fn the_small_dataset_is_placed_as_reviewed() {
    let dataset = small();
    for (name, view, width, lanes, locale) in [
        ("desk-regions-en.txt", "2022-01/2024-06", 1096.0, Lanes::Region, Locale::En),
        ("desk-regions-zh.txt", "2022-01/2024-06", 1096.0, Lanes::Region, Locale::Zh),
        ("phone-kinds-en.txt", "2022-01/2024-06", 328.0, Lanes::Kind, Locale::En),
        ("desk-all-2023-en.txt", "2023", 736.0, Lanes::None, Locale::En),
    ] {
        check_golden(name, &dump(&dataset, &placed(&dataset, view, width, lanes, locale), locale));
    }
}

/// The texts of a document, or what is wrong with its tags.
fn well_formed(xml: &str) -> Result<Vec<String>, String> {
    let (mut open, mut texts): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = xml.trim_end();
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        if text.contains('>') {
            return Err(format!("a bare > in {text:?}"));
        }
        texts.extend((!text.is_empty()).then(|| unescaped(text)));
        let end = start + rest[start..].find('>').ok_or("a tag without an end")?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        if tag.matches('"').count() % 2 == 1 || tag.contains('<') {
            return Err(format!("unpaired quotes in <{tag}>"));
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    match (open.as_slice(), rest) {
        ([], "") => Ok(texts),
        (open, rest) => Err(format!("left open: {open:?}, left over: {rest:?}")),
    }
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn the_checker_of_documents_sees_what_is_wrong() {
    assert_eq!(well_formed("<a b=\"c\"><d/>x &lt; y</a>\n"), Ok(vec!["x < y".to_owned()]));
    for broken in ["<a>", "<a></b>", "<a b=\"c></a>", "</a>", "<a/>x", "<a"] {
        assert!(well_formed(broken).is_err(), "{broken}");
    }
}

#[test]
fn the_timeline_as_a_document_is_well_formed_and_names_what_it_labels() {
    let dataset = embedded();
    for (width, view) in [(328.0, "2023"), (1096.0, "2022-01/2024-06"), (1600.0, "1963/2024")] {
        for (lanes, locale) in Lanes::ALL.into_iter().flat_map(|lanes| Locale::ALL.map(|locale| (lanes, locale))) {
            let placed = placed(&dataset, view, width, lanes, locale);
            let scene = timeline_scene(&dataset, &placed, None, locale, GUTTER);
            let document = svg::write(&scene, "A “title” & <more>", locale.tag());
            let texts = well_formed(&document).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(texts[0], "A “title” & <more>");
            assert!(document.contains(&format!("lang=\"{}\"", locale.tag())));
            let labels = placed.marks.iter().filter(|m| m.in_view).filter_map(|m| m.label.as_ref());
            for label in labels {
                assert!(texts.contains(&label.text), "{} is not in the document", label.text);
            }
            assert_eq!((scene.width, GUTTER + width <= scene.width), (GUTTER + width, true));
            assert!(placed.height <= scene.height);
        }
    }
}

fn tick_width(label: &str, level: Level) -> f64 {
    let weight = if level == Level::Major { Weight::Strong } else { Weight::Regular };
    FontMetrics.width(label, TICK_LABEL.1, weight)
}

#[test]
fn tick_labels_never_meet() {
    let starts = ["1963", "2021-12-20", "2022", "2022-11-24", "2023-01-31", "2023-06-15", "2024-02-29"];
    for start in starts.map(|date| days(date).start()) {
        for n_days in [7, 10, 20, 31, 45, 60, 90, 120, 183, 365, 500, 731, 912, 1500, 4000, 22_000, 80_000] {
            let span = TimeSpan::new(start, Day(start.0 + n_days));
            for (width, locale) in
                [328.0, 500.0, 736.0, 1096.0, 1600.0, 2560.0].into_iter().flat_map(|w| Locale::ALL.map(|l| (w, l)))
            {
                let (period, ticks) = ticks(TimeScale::fitting(span, width), span, locale);
                let what =
                    format!("{n_days} days from {:?} on {width} px in {}, {period:?}", start.ymd(), locale.slug());
                let labelled: Vec<_> = ticks.iter().filter(|t| !t.label.is_empty()).collect();
                for pair in labelled.windows(2) {
                    let end = pair[0].x + TICK_LABEL.0 + tick_width(&pair[0].label, pair[0].level);
                    let (a, b, start) = (&pair[0].label, &pair[1].label, pair[1].x + TICK_LABEL.0);
                    assert!(end + TICK_SPACE <= start, "{what}: {a:?} ends at {end:.1}, {b:?} begins at {start:.1}");
                }
                assert!(!labelled.is_empty(), "{what}: no label at all");
            }
        }
    }
}
