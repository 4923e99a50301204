//! The printed page: every selected event in words, nothing that a dataset or an address says taken for markup, and
//! every piece of the drawing with an axis of its own.

mod common;

use gsi_timeline::export::document::Subject;
use gsi_timeline::export::print::page;
use gsi_timeline::headline::account;
use gsi_timeline::i18n::{DateStyle, date_words};
use gsi_timeline::model::{Dataset, Locale};
use gsi_timeline::scene::svg::escape;
use proptest::prelude::*;

use common::with_subject;

/// Selections of different kinds, as a link says them.
const QUERIES: [&str; 7] = [
    "",
    "?region=middle-east~africa&time=2023",
    "?lanes=theme",
    "?lanes=kind&kind=joint-statement",
    "?lanes=none&time=2023-11",
    "?background=1&time=1963..2024",
    "?q=forum",
];

/// What a hostile file might call something.
const HOSTILE: &str = r#"</b></style><script>alert('x')</script><img src=x onerror="alert(1)">&amp;]]>\"#;

fn parsed(json: &str) -> Dataset {
    gsi_timeline::data::parse(json).unwrap_or_else(|errors| panic!("the dataset is valid: {errors:?}"))
}

fn embedded() -> Dataset {
    parsed(gsi_timeline::EMBEDDED_DATASET)
}

fn small_json() -> serde_json::Value {
    serde_json::from_str(include_str!("data/small.json")).expect("JSON")
}

fn for_each_page(dataset: &Dataset, mut check: impl FnMut(&str, &Subject, &str)) {
    for (query, locale) in QUERIES.into_iter().flat_map(|query| Locale::ALL.map(|locale| (query, locale))) {
        with_subject(dataset, query, locale, |subject| {
            let what = format!("{query:?} in {}", locale.slug());
            check(&what, subject, &page(subject, query.is_empty()));
        });
    }
}

/// The text of an element's opening tag and everything up to its first closing one.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn every_selected_event_is_listed_once_with_date_region_section_and_links() {
    for_each_page(&embedded(), |what, subject, html| {
        let rows = between(html, "<li class=\"print-event\">", "</li>");
        assert_eq!(rows.len(), subject.ids.len(), "{what}");
        for (row, id) in rows.into_iter().zip(subject.ids) {
            let event = subject.dataset.event(*id);
            let taxonomy = subject.dataset.taxonomy();
            let mut needed = vec![
                date_words(event.date, subject.locale, DateStyle::Short),
                event.title.get(subject.locale).clone(),
                format!("§ {}", subject.dataset.section(event.section).number),
                format!("<title>{}</title>", taxonomy.kind(event.kind).label.get(subject.locale)),
            ];
            needed.extend(event.regions.iter().map(|r| taxonomy.region(*r).label.get(subject.locale).clone()));
            needed.extend(event.links.iter().cloned());
            for words in needed {
                let words = if words.starts_with('<') { words } else { escape(&words) };
                assert!(row.contains(&words), "{what}: {words:?} is not in {row}");
            }
        }
    });
}

#[test]
fn years_stand_over_their_events_in_order() {
    for_each_page(&embedded(), |what, subject, html| {
        let found: Vec<i32> = between(html, "<h3 class=\"print-year\">", "</h3>")
            .iter()
            .map(|year| year.trim_end_matches('年').parse().expect("a year"))
            .collect();
        let mut expected: Vec<i32> =
            subject.ids.iter().map(|id| subject.dataset.event(*id).span.start().ymd().0).collect();
        expected.dedup();
        assert_eq!(found, expected, "{what}");
    });
}

#[test]
fn every_piece_of_the_drawing_has_an_axis_and_no_lane_is_lost() {
    let mut n_pieces = 0;
    for_each_page(&embedded(), |what, subject, html| {
        let pieces = between(html, "<div class=\"print-drawing", "</svg>");
        assert!(!pieces.is_empty(), "{what}");
        // The view of a month names the month, its year stands in the headline; that of sixty years names decades.
        let year = subject.span.start().ymd().0.to_string();
        let first = match (subject.span.days(), subject.locale) {
            (..32, Locale::En) => ">Nov</text>".to_owned(),
            (..32, Locale::Zh) => ">11月</text>".to_owned(),
            (20_000.., _) => ">1970".to_owned(),
            _ => format!(">{year}"),
        };
        assert!(pieces.iter().all(|piece| piece.contains(&first)), "{what}: an axis without {first}");
        for slug in ["middle-east", "africa", "global"] {
            let taxonomy = subject.dataset.taxonomy();
            let region = taxonomy.region_by_slug(slug).expect("a region");
            let is_shown = subject.ids.iter().any(|id| subject.dataset.event(*id).regions.contains(&region))
                && (subject.filter.regions.is_empty() || subject.filter.regions.contains(&region));
            if subject.lanes == gsi_timeline::layout::Lanes::Region && is_shown {
                let name = format!(">{}</text>", escape(taxonomy.region(region).label.get(subject.locale)));
                assert_eq!(pieces.iter().filter(|piece| piece.contains(&name)).count(), 1, "{what}: {name}");
            }
        }
        n_pieces = n_pieces.max(pieces.len());
    });
    assert!(n_pieces > 1, "directions take more than a sheet");
}

#[test]
fn charts_come_where_they_are_asked_for_each_whole() {
    let dataset = embedded();
    with_subject(&dataset, "", Locale::En, |subject| {
        let figures = |with_charts| between(&page(subject, with_charts), "<figure", "</figure>").len();
        assert_eq!((figures(true), figures(false)), (6, 0));
    });
}

#[test]
fn the_page_says_what_it_is_whose_account_and_where_it_is_from() {
    for_each_page(&embedded(), |what, subject, html| {
        let info = subject.dataset.info();
        let needed = [
            info.title.get(subject.locale).clone(),
            info.version.clone(),
            subject.headline.text(),
            account(subject.dataset, subject.locale).0,
            subject.permalink.to_owned(),
        ];
        for words in needed {
            assert!(html.contains(&escape(&words)), "{what}: {words}");
        }
        assert!(html.contains("counter(page)") && html.contains("counter(pages)"), "{what}");
    });
}

#[test]
fn ink_needs_no_colour() {
    let dataset = embedded();
    with_subject(&dataset, "", Locale::En, |subject| {
        let html = page(subject, false);
        for color in html.split('#').skip(1).filter_map(|rest| rest.get(..6)) {
            let is_hex = color.bytes().all(|b| b.is_ascii_hexdigit());
            assert!(!is_hex || (color[..2] == color[2..4] && color[2..4] == color[4..]), "#{color}");
        }
    });
}

#[test]
fn what_a_file_or_an_address_says_is_never_markup() {
    let mut json = small_json();
    for path in ["/title/en", "/version", "/source/publisher/en", "/source/sections/0/number", "/kinds/0/label/en"] {
        *json.pointer_mut(path).unwrap_or_else(|| panic!("{path} is there")) = HOSTILE.into();
    }
    for event in json["events"].as_array_mut().expect("a list of events") {
        event["source"]["section"] = HOSTILE.into();
    }
    for path in ["/regions/0/label/en", "/events/0/title/en", "/events/12/title/en"] {
        *json.pointer_mut(path).unwrap_or_else(|| panic!("{path} is there")) = HOSTILE.into();
    }
    let dataset = parsed(&json.to_string());
    let query = "?q=%3C/style%3E%3Cscript%3E";
    for query in ["", query] {
        with_subject(&dataset, query, Locale::En, |subject| {
            let subject = Subject { permalink: &format!("https://example.org/{HOSTILE}"), ..*subject };
            let html = page(&subject, true);
            assert!(!html.contains("<script") && !html.contains("<img"), "{query:?}");
            assert_eq!(html.matches("</style>").count(), 1, "{query:?}");
            assert!(html.contains(&escape(HOSTILE)), "{query:?}: it stands there as words");
            check_balanced(&html);
        });
    }
}

/// Every element opened is closed in order, and no attribute ends early.
#[track_caller]
fn check_balanced(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("<{tag} does not end"));
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
        } else if !tag.ends_with('/') {
            open.push(tag.split([' ', '\n']).next().unwrap_or(tag));
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn markup_is_balanced_and_nothing_prints_as_nothing() {
    for_each_page(&embedded(), |_, _, html| check_balanced(html));
    let dataset = embedded();
    with_subject(&dataset, "", Locale::Zh, |subject| {
        let html = page(&Subject { ids: &[], ..*subject }, true);
        check_balanced(&html);
        assert!(!html.contains("print-drawing") && html.contains("print-head"));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_title_is_printed_as_it_is(title in "\\PC{1,40}") {
        prop_assume!(!title.trim().is_empty());
        let mut json = small_json();
        json["events"][3]["title"]["en"] = title.clone().into();
        let Ok(dataset) = gsi_timeline::data::parse(&json.to_string()) else { return Ok(()) };
        with_subject(&dataset, "", Locale::En, |subject| {
            let html = page(subject, false);
            let stored = subject.ids.iter().any(|id| html.contains(&escape(&subject.dataset.event(*id).title.en)));
            assert!(stored);
            assert!(subject.ids.iter().all(|id| html.contains(&escape(&subject.dataset.event(*id).title.en))), "{title:?}");
            check_balanced(&html);
        });
    }
}
