//! Citations are read by the readers of their formats, and stand as the golden files show them.

mod excerpts;

use std::path::PathBuf;

use biblatex::{Bibliography, ChunksExt as _, Entry};
use biblib::{CitationParser as _, RisParser};
use citationberg::json::Item;
use excerpts::{dataset, excerpt_of, filters, hostile, occasion};
use gsi_timeline::export::{CiteFormat, Cited, Excerpt, Scope, citation_key, cite};
use gsi_timeline::model::{Dataset, Edtf, EventId, Locale};
use gsi_timeline::query::Filter;
use gsi_timeline::route::ViewState;
use proptest::prelude::*;
use serde_json::Value;

const DAY: &str = "2026-11-23";

fn slug(slug: &str) -> EventId {
    dataset().event_by_slug(slug).expect("an event of the dataset")
}

/// The Middle East, in 2023.
fn view() -> Excerpt<'static> {
    let region = dataset().taxonomy().region_by_slug("middle-east").expect("a region");
    let year: Edtf = "2023".parse().expect("a year");
    excerpt_of(&Filter { regions: [region].into_iter().collect(), time: Some(year.span()), ..Filter::default() })
}

/// The view, the dataset, and every event.
fn everything() -> impl Iterator<Item = Cited> {
    [Cited::View, Cited::Dataset].into_iter().chain(dataset().ids().map(Cited::Event))
}

fn bibtex(text: &str) -> Entry {
    let entries = Bibliography::parse(text).unwrap_or_else(|error| panic!("{error:?}\n{text}")).into_vec();
    let [entry] = <[Entry; 1]>::try_from(entries).expect("one entry");
    let report = entry.verify();
    assert!(report.is_ok(), "missing {:?}, malformed {:?}\n{text}", report.missing, report.malformed);
    entry
}

fn field(entry: &Entry, name: &str) -> String {
    entry.get(name).unwrap_or_else(|| panic!("no {name}")).format_verbatim()
}

fn csl(text: &str) -> (Item, Value) {
    let items: Vec<Item> = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let [item] = <[Item; 1]>::try_from(items).expect("one item");
    let plain: Value = serde_json::from_str(text).expect("JSON");
    (item, plain[0].clone())
}

fn title_of(cited: Cited, excerpt: &Excerpt, locale: Locale) -> String {
    match cited {
        Cited::Event(id) => excerpt.dataset.event(id).title.get(locale).clone(),
        Cited::View => excerpt.words.get(locale).clone(),
        Cited::Dataset => excerpt.dataset.info().title.get(locale).clone(),
    }
}

fn link_of(cited: Cited, excerpt: &Excerpt) -> String {
    match cited {
        Cited::Event(id) => excerpt.event_link(id),
        Cited::View => excerpt.permalink.clone(),
        Cited::Dataset => excerpt.dataset_link(),
    }
}

#[test]
fn bibtex_is_read_with_its_title_version_and_days() {
    let excerpt = view();
    for (locale, cited) in Locale::ALL.iter().flat_map(|l| everything().map(move |c| (*l, c))) {
        let entry = bibtex(&cite(cited, &excerpt, CiteFormat::Bibtex, locale));
        assert_eq!(entry.key, citation_key(cited, &excerpt));
        assert_eq!(field(&entry, "title"), title_of(cited, &excerpt, locale));
        assert_eq!(field(&entry, "author"), *dataset().info().author.as_ref().expect("an author").get(locale));
        assert_eq!(field(&entry, "version"), "2024.1");
        assert_eq!(field(&entry, "url"), link_of(cited, &excerpt));
        assert_eq!(field(&entry, "urldate"), DAY);
        assert_eq!((field(&entry, "year").as_str(), field(&entry, "month").as_str()), ("2026", "November"));
        if let Cited::Event(id) = cited {
            assert_eq!(
                field(&entry, "eventdate").parse(),
                Ok(dataset().event(id).date),
                "EDTF, as exact as it is known"
            );
        }
    }
}

#[test]
fn csl_json_has_what_a_processor_needs_and_dates_no_more_exact_than_known() {
    let excerpt = view();
    for (locale, cited) in Locale::ALL.iter().flat_map(|l| everything().map(move |c| (*l, c))) {
        let (item, plain) = csl(&cite(cited, &excerpt, CiteFormat::CslJson, locale));
        assert_eq!(item.id().as_deref(), Some(citation_key(cited, &excerpt).as_str()));
        assert_eq!(item.type_().as_deref(), Some("dataset"));
        assert_eq!(plain["title"], title_of(cited, &excerpt, locale).as_str());
        assert_eq!(plain["URL"], link_of(cited, &excerpt).as_str());
        assert_eq!(plain["version"], "2024.1");
        assert_eq!(plain["issued"]["date-parts"], serde_json::json!([[2026, 11, 23]]));
        assert_eq!(plain["accessed"]["date-parts"], serde_json::json!([[2026, 11, 23]]));
        let Cited::Event(id) = cited else { continue };
        let date = dataset().event(id).date;
        let ends: Vec<Vec<u32>> = serde_json::from_value(plain["event-date"]["date-parts"].clone()).expect("numbers");
        assert_eq!(ends.len(), if matches!(date, Edtf::Interval(..)) { 2 } else { 1 });
        let known = 1 + date.anchor().month().iter().count() + date.anchor().day().iter().count();
        assert_eq!(ends[0].len(), known, "{date}");
        assert_eq!(plain["event-date"]["circa"] == true, date.is_approximate() || date.is_uncertain());
        let is_open = matches!(date, Edtf::OpenEnd(_) | Edtf::OpenStart(_));
        assert_eq!(plain["event-date"]["literal"].is_string(), is_open, "only words can say {date}");
    }
}

#[test]
fn ris_is_read_record_by_record_and_each_line_is_a_tag() {
    let excerpt = view();
    for (locale, cited) in Locale::ALL.iter().flat_map(|l| everything().map(move |c| (*l, c))) {
        let text = cite(cited, &excerpt, CiteFormat::Ris, locale);
        let lines: Vec<&str> = text.strip_suffix("\r\n").expect("ends a line").split("\r\n").collect();
        assert_eq!((lines[0], lines[lines.len() - 1]), ("TY  - DATA", "ER  - "));
        for line in &lines {
            let (tag, rest) = line.split_at(2);
            assert!(tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
            assert!(rest.starts_with("  - "), "{line}");
        }
        let records = RisParser::new().parse(&text).expect("RIS");
        assert_eq!(records.len(), 1);
        let record = &records[0];
        assert_eq!(record.title, title_of(cited, &excerpt, locale));
        assert_eq!(record.urls, [link_of(cited, &excerpt)]);
        let date = record.date.as_ref().expect("a date");
        assert_eq!((date.year, date.month, date.day), (2026, Some(11), Some(23)));
        assert!(lines.contains(&"Y2  - 2026/11/23/") && lines.contains(&"ET  - 2024.1"));
        if let Cited::Event(id) = cited {
            assert_eq!(record.abstract_text.as_ref(), Some(dataset().event(id).summary.get(locale)));
        }
    }
}

#[test]
fn words_and_gb_t_7714_name_dataset_version_source_link_and_day() {
    let excerpt = view();
    for (locale, cited) in Locale::ALL.iter().flat_map(|l| everything().map(move |c| (*l, c))) {
        let plain = cite(cited, &excerpt, CiteFormat::Plain, locale);
        let gbt = cite(cited, &excerpt, CiteFormat::Gbt7714, locale);
        let info = dataset().info();
        for text in [&plain, &gbt] {
            assert!(text.contains(info.title.get(locale).as_str()), "{text}");
            assert!(text.contains("2024.1") && text.contains(&link_of(cited, &excerpt)), "{text}");
        }
        assert!(plain.contains(info.source.publisher.get(locale).as_str()));
        let kind = if cited == Cited::View { "[EB/OL]" } else { "[DS/OL]" };
        assert!(gbt.contains(kind) && gbt.contains(&format!("({DAY})[{DAY}]")), "{gbt}");
        if let Cited::Event(id) = cited {
            let page = dataset().section(dataset().event(id).section).page;
            let report = gbt.lines().nth(1).expect("the report as a reference of its own");
            assert!(report.contains("[R]") && report.ends_with(&format!("2024: {page}.")), "{report}");
        }
        assert!(!plain.contains("..") || plain.contains("time="), "no doubled full stop: {plain}");
        assert!(!plain.contains("。。") && !plain.contains('\n'), "{plain}");
    }
}

#[test]
fn keys_are_plain_and_different_for_different_things() {
    let excerpts = [view(), excerpt_of(&Filter::default())];
    let mut keys: Vec<String> = everything().map(|cited| citation_key(cited, &excerpts[0])).collect();
    keys.push(citation_key(Cited::View, &excerpts[1]));
    assert_eq!(keys[0], "gsi-2024-region-middle-east-time-2023");
    assert!(keys.iter().all(|key| key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))));
    let n = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), n);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives_each_format(word in "[\\PC]{0,24}", sign in "[&%$#_{}~^\\\\@\"',<>-]{0,5}") {
        let hostile = hostile(&format!("A{sign} {word} Z"), "一", &format!("甲{word}{sign}乙"));
        let state = ViewState::default();
        let excerpt = Excerpt::new(Scope::All, &hostile, &[], &state, occasion());
        let cited = Cited::Event(EventId(0));
        for locale in Locale::ALL {
            let title = title_of(cited, &excerpt, locale);
            let one_line = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let entry = bibtex(&cite(cited, &excerpt, CiteFormat::Bibtex, locale));
            prop_assert_eq!(field(&entry, "title"), one_line.clone());
            prop_assert_eq!(field(&entry, "author"), author(&hostile, locale));
            let records = RisParser::new().parse(&cite(cited, &excerpt, CiteFormat::Ris, locale)).expect("RIS");
            prop_assert_eq!(&records[0].title, &one_line);
            let (_, plain) = csl(&cite(cited, &excerpt, CiteFormat::CslJson, locale));
            prop_assert_eq!(&plain["title"], &Value::from(title.as_str()));
        }
    }

    #[test]
    fn every_view_can_be_cited(filter in filters()) {
        let excerpt = excerpt_of(&filter);
        for locale in Locale::ALL {
            let entry = bibtex(&cite(Cited::View, &excerpt, CiteFormat::Bibtex, locale));
            prop_assert_eq!(field(&entry, "url"), excerpt.permalink.as_str());
            prop_assert_eq!(field(&entry, "title"), excerpt.words.get(locale).as_str());
            csl(&cite(Cited::View, &excerpt, CiteFormat::CslJson, locale));
        }
    }
}

fn author(dataset: &Dataset, locale: Locale) -> String {
    dataset.info().author.as_ref().expect("an author").get(locale).clone()
}

#[test]
fn a_dataset_without_author_and_release_is_cited_without_them() {
    let small = gsi_timeline::data::parse(include_str!("data/small.json")).expect("a fixture");
    let excerpt = Excerpt::new(Scope::All, &small, &[], &ViewState::default(), occasion());
    for (locale, format) in Locale::ALL.iter().flat_map(|l| CiteFormat::ALL.map(|f| (*l, f))) {
        for cited in [Cited::Dataset, Cited::View, Cited::Event(EventId(0))] {
            let text = cite(cited, &excerpt, format, locale);
            assert!(text.contains(small.info().title.get(locale).as_str()), "{text}");
            assert!(
                !text.contains("()") && !text.contains("{}") && !text.contains(", ,") && !text.contains(". ."),
                "{text}"
            );
        }
    }
    let gbt = cite(Cited::Dataset, &excerpt, CiteFormat::Gbt7714, Locale::Zh);
    assert_eq!(gbt, "小数据集[DS/OL]. 1版. [2026-11-23]. https://example.org/gsi/?v=1.\n");
}

/// `UPDATE_EXPECT=1 cargo test --test cite` rewrites them all.
#[test]
fn citations_are_those_of_the_golden_files() {
    let excerpt = view();
    let examples = [
        Cited::Event(slug("2023-03-10-saudi-iran-beijing")),
        Cited::Event(slug("2023-03-vanuatu-cyclone-relief")),
        Cited::View,
        Cited::Dataset,
    ];
    let mut stale = Vec::new();
    for locale in Locale::ALL {
        let mut text = String::new();
        for (cited, format) in examples.iter().flat_map(|cited| CiteFormat::ALL.map(|format| (*cited, format))) {
            let citation = cite(cited, &excerpt, format, locale).replace("\r\n", "\n");
            text += &format!("== {} {}\n{}\n\n", citation_key(cited, &excerpt), format.slug(), citation.trim_end());
        }
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/cite/{}.txt", locale.slug()));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &text).expect("a golden file");
        } else if std::fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "not as in {stale:#?}: read them, then run UPDATE_EXPECT=1 cargo test --test cite");
}
