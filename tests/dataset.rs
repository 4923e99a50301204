//! The shipped dataset keeps its promises.

#[path = "../examples/stats.rs"]
#[expect(dead_code, reason = "the program's `main` is not run here")]
mod stats;

use std::collections::{BTreeMap, BTreeSet};

use gsi_timeline::EMBEDDED_DATASET;
use gsi_timeline::data::{self, parse};
use gsi_timeline::model::{Bilingual, Dataset, Day, Event};
use serde_json::{Value, json};

/// The longest titles that fit a label, in characters.
const TITLE: (usize, usize) = (52, 18);

/// Words of praise that the project's own wording leaves to those it reports on.
const PRAISE_ZH: [&str; 11] =
    ["重要", "成功", "积极", "圆满", "丰硕", "伟大", "卓越", "显著", "有力", "历史性", "里程碑"];

/// The same in English.
const PRAISE_EN: [&str; 10] = [
    "important",
    "successful",
    "successfully",
    "historic",
    "fruitful",
    "remarkable",
    "outstanding",
    "significant",
    "milestone",
    "vital",
];

fn embedded() -> Dataset {
    parse(EMBEDDED_DATASET).unwrap_or_else(|errors| panic!("the embedded dataset is valid: {errors:#?}"))
}

#[test]
fn the_packed_form_says_what_the_file_says() {
    let (packed, whole) = (data::embedded(), embedded());
    assert_eq!(packed.info(), whole.info());
    assert_eq!(packed.taxonomy(), whole.taxonomy());
    assert_eq!(packed.figures(), whole.figures());
    for (packed, event) in packed.events().iter().zip(whole.events()) {
        assert_eq!(packed, event);
    }
    assert!(packed == whole);
}

#[test]
fn the_first_view_is_drawn_from_the_same_events_without_what_is_said_at_length() {
    let (first, whole) = (data::embedded_first(), embedded());
    assert!(!first.is_whole() && whole.is_whole());
    let mut info = whole.info().clone();
    (info.description, info.author) = (Bilingual::default(), None);
    info.source.sections.iter_mut().for_each(|section| section.title = Bilingual::default());
    assert_eq!(*first.info(), info);
    let named: BTreeSet<usize> =
        whole.events().iter().flat_map(|event| event.countries.iter().map(|c| c.index())).collect();
    let mut taxonomy = whole.taxonomy().clone();
    let others = taxonomy.countries.iter_mut().enumerate().filter(|(at, _)| !named.contains(at));
    others.for_each(|(_, country)| country.label = Bilingual::default());
    taxonomy.regions.iter_mut().for_each(|region| region.countries.clear());
    assert_eq!(*first.taxonomy(), taxonomy);
    let drawn = |event: &Event| Event { summary: Bilingual::default(), note: None, links: Vec::new(), ..event.clone() };
    let expected: Vec<Event> = whole.events().iter().map(drawn).collect();
    assert_eq!(first.events(), expected);
    assert_eq!((first.coverage(), first.domain(true)), (whole.coverage(), whole.domain(true)));
    assert_eq!((first.figures().len(), first.domain(false)), (0, whole.domain(false)));
}

fn json() -> Value {
    serde_json::from_str(EMBEDDED_DATASET).expect("the embedded dataset is JSON")
}

/// Every text of the file with the place it stands at.
fn texts(dataset: &Dataset) -> Vec<(String, &Bilingual)> {
    let (info, taxonomy) = (dataset.info(), dataset.taxonomy());
    let mut out: Vec<(String, &Bilingual)> = vec![
        ("title".into(), &info.title),
        ("description".into(), &info.description),
        ("source title".into(), &info.source.title),
        ("publisher".into(), &info.source.publisher),
    ];
    out.extend(info.source.sections.iter().map(|s| (s.number.clone(), &s.title)));
    out.extend(taxonomy.regions.iter().map(|r| (r.term.slug.clone(), &r.term.label)));
    for terms in [&taxonomy.kinds, &taxonomy.themes, &taxonomy.countries, &taxonomy.stances] {
        out.extend(terms.iter().map(|t| (t.slug.clone(), &t.label)));
    }
    for event in dataset.events() {
        out.push((event.slug.clone(), &event.title));
        out.extend([&event.summary].into_iter().chain(&event.note).map(|text| (event.slug.clone(), text)));
    }
    for figure in dataset.figures() {
        out.extend([&figure.unit, &figure.label].map(|text| (figure.slug.clone(), text)));
    }
    out
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// A text without what stands between these marks.
fn without(text: &str, marks: &[(char, char)]) -> String {
    let mut out = String::new();
    let mut awaited: Option<char> = None;
    for c in text.chars() {
        match awaited {
            Some(close) if c == close => awaited = None,
            Some(_) => {}
            None => match marks.iter().find(|(open, _)| *open == c) {
                Some((_, close)) => awaited = Some(*close),
                None => out.push(c),
            },
        }
    }
    out
}

#[test]
fn ids_are_unique_and_begin_with_the_date() {
    let dataset = embedded();
    let slugs: BTreeSet<&str> = dataset.events().iter().map(|e| e.slug.as_str()).collect();
    assert_eq!(slugs.len(), dataset.events().len());
    for event in dataset.events() {
        let date = event.date.anchor().to_string().replace(['~', '?', '%'], "");
        assert!(event.slug.starts_with(&format!("{date}-")), "{}: {date}", event.slug);
        assert!(
            event.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            event.slug
        );
        let id = dataset.event_by_slug(&event.slug).expect("every slug is found");
        assert_eq!(dataset.event(id), event);
    }
}

#[test]
fn events_are_in_time_order() {
    let dataset = embedded();
    assert!(dataset.events().is_sorted_by_key(|e| (e.span.start(), std::cmp::Reverse(e.span.end()))));
    assert!(dataset.events().iter().all(|e| e.span == e.date.span()));
}

#[test]
fn everything_is_said_in_both_languages_each_in_its_own_script() {
    let dataset = embedded();
    for (place, text) in texts(&dataset) {
        // An English text may give a name's characters in brackets or quotes.
        let english = without(&text.en, &[('(', ')'), ('“', '”')]);
        assert!(!english.chars().any(is_han), "{place}: {}", text.en);
        assert!(text.zh.chars().any(is_han), "{place}: {}", text.zh);
    }
    for organisation in &dataset.taxonomy().organisations {
        assert!(!organisation.label.en.chars().any(is_han), "{}", organisation.label.en);
    }
}

#[test]
fn titles_are_short_enough_for_labels() {
    for event in embedded().events() {
        let (en, zh) = (event.title.en.chars().count(), event.title.zh.chars().count());
        assert!(en <= TITLE.0 && zh <= TITLE.1, "{}: {en} and {zh} characters", event.slug);
    }
}

#[test]
fn the_regions_of_named_countries_are_the_events_regions() {
    let dataset = embedded();
    let taxonomy = dataset.taxonomy();
    let china = taxonomy.country_by_code("CN").expect("China is in the list");
    for event in dataset.events() {
        for country in event.countries.iter().filter(|c| **c != china) {
            let region = taxonomy.region_of(*country).expect("every country is placed");
            assert!(
                event.regions.contains(&region),
                "{}: {} lies in {}",
                event.slug,
                taxonomy.country(*country).slug,
                taxonomy.region(region).slug
            );
        }
    }
}

#[test]
fn every_country_lies_in_exactly_one_region() {
    let dataset = embedded();
    let taxonomy = dataset.taxonomy();
    let mut times: BTreeMap<&str, usize> = taxonomy.countries.iter().map(|c| (c.slug.as_str(), 0)).collect();
    for id in taxonomy.regions.iter().flat_map(|r| &r.countries) {
        *times.entry(&taxonomy.country(*id).slug).or_default() += 1;
    }
    assert!(times.iter().all(|(_, n)| *n == 1), "{times:?}");
    assert!(times.keys().all(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())));
}

#[test]
fn vocabularies_are_those_of_the_format_in_its_order() {
    let dataset = embedded();
    let taxonomy = dataset.taxonomy();
    let regions = "east-asia southeast-asia south-asia central-asia middle-east africa europe north-america \
                   latin-america-caribbean pacific global";
    let slugs: Vec<&str> = taxonomy.regions.iter().map(|r| r.term.slug.as_str()).collect();
    assert_eq!(slugs.join(" "), regions);
    let kinds: BTreeSet<&str> = taxonomy.kinds.iter().map(|k| k.slug.as_str()).collect();
    let stated = "joint-statement mediation forum summit speech document consultation un-action mission aid project \
                  treaty";
    assert_eq!(kinds, stated.split_whitespace().collect());
}

#[test]
fn the_twenty_directions_are_in_the_order_of_the_contents() {
    let dataset = embedded();
    assert_eq!(dataset.taxonomy().themes.len(), 20);
    for id in dataset.taxonomy().theme_ids() {
        let number = format!("2.2.{}", id.index() + 1);
        let section = dataset.info().source.sections.iter().position(|s| s.number == number).expect("a section each");
        // What a direction's own section tells belongs to the direction.
        let told = |e: &&Event| e.section == section;
        assert!(dataset.events().iter().any(|e| e.themes.contains(&id)), "direction {number} has an event");
        for event in dataset.events().iter().filter(told) {
            assert!(event.themes.contains(&id), "{} is told in {number}", event.slug);
        }
    }
    for (i, theme) in json()["themes"].as_array().expect("a list").iter().enumerate() {
        assert_eq!(theme["number"], json!(i + 1));
    }
}

#[test]
fn the_table_of_documents_is_there_row_by_row() {
    let dataset = embedded();
    let taxonomy = dataset.taxonomy();
    let statement = taxonomy.kind_by_slug("joint-statement").expect("the kind exists");
    let stated: Vec<&Event> = dataset.events().iter().filter(|e| e.stance.is_some()).collect();
    assert!(stated.iter().all(|e| e.kind == statement), "only joint statements have a wording");
    let rows = stated.iter().filter(|e| dataset.section(e.section).number == "2.1");
    assert_eq!(rows.clone().count(), 22);
    assert!(rows.clone().all(|e| e.date.is_exact_day()), "the table dates each document to the day");
    for stance in taxonomy.stance_ids() {
        assert!(stated.iter().any(|e| e.stance == Some(stance)), "{} is used", taxonomy.stance(stance).slug);
    }
}

#[test]
fn background_is_what_begins_before_2022_and_coverage_holds_the_rest() {
    let dataset = embedded();
    let first = Day::from_ymd(2022, 1, 1).expect("a date");
    for event in dataset.events() {
        let start = event.date.anchor().span().start();
        assert_eq!(event.background, start < first, "{}", event.slug);
        let coverage = dataset.coverage();
        let is_covered = coverage.start() <= start && start < coverage.end();
        assert!(event.background || is_covered, "{} begins outside the coverage", event.slug);
    }
    assert_eq!(dataset.info().coverage.to_string(), "2022-01/2024-06");
    assert!(dataset.domain(false).contains(dataset.coverage()) && dataset.domain(true).contains(dataset.domain(false)));
}

#[test]
fn links_are_addresses_and_pages_are_those_of_the_contents() {
    let dataset = embedded();
    let sections = &dataset.info().source.sections;
    assert!(sections.is_sorted_by_key(|s| s.page), "the contents go forward");
    for event in dataset.events() {
        assert!(event.section < sections.len() && event.also.iter().all(|s| *s < sections.len()), "{}", event.slug);
        assert!(!event.also.contains(&event.section), "{} repeats its section", event.slug);
        for link in &event.links {
            let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
            assert!(host.is_some_and(|h| h.contains('.') && !h.contains(char::is_whitespace)), "{link}");
        }
    }
    let file = json();
    let records = ["events", "figures"].iter().flat_map(|list| file[*list].as_array().expect("a list"));
    for record in records {
        let (number, page) = (&record["source"]["section"], &record["source"]["page"]);
        let section = sections.iter().find(|s| json!(s.number) == *number).expect("a section of the contents");
        assert_eq!(json!(section.page), *page, "{}", record["id"]);
    }
}

#[test]
fn figures_have_a_date_and_a_number() {
    let dataset = embedded();
    let slugs: BTreeSet<&str> = dataset.figures().iter().map(|f| f.slug.as_str()).collect();
    assert_eq!(slugs.len(), dataset.figures().len());
    assert!(!slugs.is_empty());
    for figure in dataset.figures() {
        assert!(figure.value.is_finite() && 0.0 < figure.value, "{}", figure.slug);
        assert!(figure.date.earliest() <= dataset.info().source.date.latest(), "{}", figure.slug);
    }
}

#[test]
fn the_wording_praises_nobody_except_in_quotation_marks() {
    let dataset = embedded();
    for event in dataset.events() {
        for text in [&event.title, &event.summary].into_iter().chain(&event.note) {
            // A partner's wording is what the event is about.
            let stance = event.stance.map_or("", |s| dataset.taxonomy().stance(s).label.zh.as_str());
            let zh = without(&text.zh, &[('“', '”'), ('《', '》'), ('「', '」')]).replace(stance, "");
            let en = without(&text.en, &[('“', '”'), ('‘', '’')]).to_lowercase();
            let said = PRAISE_ZH.iter().find(|w| zh.contains(**w));
            assert_eq!(said, None, "{}: {}", event.slug, text.zh);
            let mut words = en.split(|c: char| !c.is_alphabetic());
            assert_eq!(words.find(|w| PRAISE_EN.contains(w)), None, "{}: {}", event.slug, text.en);
        }
    }
}

#[test]
fn writing_the_file_anew_changes_nothing() {
    let dataset = embedded();
    for text in [json().to_string(), serde_json::to_string_pretty(&json()).expect("a value prints")] {
        assert_eq!(parse(&text).expect("the same dataset"), dataset);
    }
}

#[test]
fn the_readme_states_the_numbers_of_the_data() {
    let text = std::fs::read_to_string(stats::readme()).expect("README.md is there");
    let expected = stats::replaced(&text, &stats::tables(&embedded())).expect("README.md has the stats markers");
    assert!(text == expected, "the README is behind the data: run `cargo xtask stats`");
}
