//! Files taken away hold the events they say they hold, and others' readers read them.

mod excerpts;

use std::collections::BTreeMap;

use csv::StringRecord;
use excerpts::{dataset, excerpt_of, filters, hostile, index, occasion, rows};
use gsi_timeline::data;
use gsi_timeline::export::{
    COLUMNS, Excerpt, LIST_SEPARATOR, Scope, csv, file_name, guarded, ics, is_day_stated, json,
};
use gsi_timeline::model::{Dataset, Day, Edtf, Event, Locale};
use gsi_timeline::query::{Filter, eligible, within};
use gsi_timeline::route::{self, ViewState};
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;
use serde_json::Value;

/// The rows of a CSV as a strict reader sees them.
fn read_csv(text: &str) -> (Vec<String>, Vec<StringRecord>) {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    (head, reader.records().map(|row| row.expect("a row as wide as the head")).collect())
}

fn cell<'r>(row: &'r StringRecord, column: &str) -> &'r str {
    let place = COLUMNS.iter().position(|name| *name == column).expect("a column of that name");
    &row[place]
}

fn entries(cell: &str) -> Vec<&str> {
    if cell.is_empty() { Vec::new() } else { cell.split(LIST_SEPARATOR).collect() }
}

fn all(dataset: &Dataset) -> Excerpt<'_> {
    Excerpt::new(Scope::All, dataset, &[], &ViewState::default(), occasion())
}

#[test]
fn everything_means_every_event_with_the_background() {
    let excerpt = all(dataset());
    assert_eq!(excerpt.ids.len(), dataset().events().len());
    assert!(excerpt.ids.len() > eligible(dataset(), false).count(), "there is background to include");
    assert_eq!(excerpt.words.en, format!("All {} events", dataset().events().len()));
    assert_eq!(excerpt.words.zh, format!("全部{}项事件", dataset().events().len()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_permalink_shows_the_events_of_the_file(filter in filters()) {
        let state = ViewState { filter: filter.clone(), event: dataset().ids().next(), ..ViewState::default() };
        for scope in Scope::ALL {
            let excerpt = Excerpt::new(scope, dataset(), &rows(&filter), &state, occasion());
            let (page, query) = excerpt.permalink.split_once('?').expect("a query, for it names the version");
            prop_assert_eq!(page, occasion().page);
            let (read, ignored) = route::parse(query, dataset());
            prop_assert_eq!(ignored, vec![], "the version it names is this one");
            let time = read.filter.time.unwrap_or(dataset().coverage());
            let shown = within(dataset(), &index().matching(dataset(), &read.filter), time);
            prop_assert_eq!(&shown, &excerpt.ids);
            prop_assert_eq!(read.event, None);
        }
    }

    #[test]
    fn the_dataset_format_holds_the_chosen_events_and_all_they_refer_to(filter in filters()) {
        let excerpt = excerpt_of(&filter);
        let text = json(&excerpt);
        let read = data::parse(&text).expect("the program reads what it wrote");
        let chosen: Vec<Event> = excerpt.ids.iter().map(|id| dataset().event(*id).clone()).collect();
        prop_assert_eq!(read.events(), &chosen[..]);
        prop_assert_eq!(read.info(), dataset().info());
        prop_assert_eq!(read.taxonomy(), dataset().taxonomy());
        prop_assert_eq!(read.figures(), dataset().figures());
        let about = serde_json::from_str::<Value>(&text).expect("JSON")["excerpt"].clone();
        prop_assert_eq!(&about["events"], &Value::from(chosen.len()));
        prop_assert_eq!(&about["permalink"], &Value::from(excerpt.permalink.as_str()));
        prop_assert_eq!(&about["selection"]["zh"], &Value::from(excerpt.words.zh.as_str()));
    }

    #[test]
    fn a_table_has_a_row_for_each_event_of_the_headline(filter in filters()) {
        let excerpt = excerpt_of(&filter);
        let (head, records) = read_csv(&csv(&excerpt));
        prop_assert_eq!(&head[..], &COLUMNS[..]);
        let counted: usize = excerpt.words.en.split(' ').next().and_then(|n| n.parse().ok()).expect("a count first");
        prop_assert_eq!(records.len(), counted);
        for (row, id) in records.iter().zip(&excerpt.ids) {
            prop_assert_eq!(cell(row, "id"), dataset().event(*id).slug.as_str());
            prop_assert_eq!(cell(row, "selection_en"), excerpt.words.en.as_str());
            prop_assert_eq!(cell(row, "selection_permalink"), excerpt.permalink.as_str());
            prop_assert_eq!(cell(row, "dataset_version"), dataset().info().version.as_str());
        }
    }

    #[test]
    fn any_text_survives_each_file(texts in prop::collection::vec("[^\u{0}]{0,40}", 3), sign in "[=+@'\"\\\\;,\n-]{1,4}") {
        let title = format!("{sign}{} 事件", texts[0]);
        let hostile = hostile(&title, &format!("{}。", texts[1]), &format!("{}?", texts[2]));
        let excerpt = all(&hostile);
        prop_assert_eq!(&data::parse(&json(&excerpt)).expect("JSON reads back"), &hostile);
        let event = &hostile.events()[0];
        let row = &read_csv(&csv(&excerpt)).1[0];
        for (column, value) in [("title_en", &event.title.en), ("summary_zh", &event.summary.zh)] {
            let read = cell(row, column);
            prop_assert_eq!(read, guarded(value));
            prop_assert_eq!(unguarded(read), value.as_str());
        }
        for locale in Locale::ALL {
            let text = ics(&excerpt, locale);
            let (calendar, _) = entries_of(&text, locale);
            prop_assert_eq!(calendar.len(), hostile.events().len());
            let printable = |text: &str| text.chars().filter(|c| !c.is_control() || *c == '\n').collect::<String>();
            prop_assert!(calendar[0]["SUMMARY"].starts_with(&printable(event.title.get(locale))));
        }
    }
}

/// Takes the guard away, as the documentation of the format says.
fn unguarded(cell: &str) -> &str {
    let guard = cell.strip_prefix('\'').filter(|rest| guarded(rest) != *rest);
    guard.unwrap_or(cell)
}

#[test]
fn the_table_says_of_every_event_what_the_dataset_says() {
    let (_, records) = read_csv(&csv(&all(dataset())));
    let taxonomy = dataset().taxonomy();
    for (row, event) in records.iter().zip(dataset().events()) {
        let date: Edtf = cell(row, "date").parse().expect("EDTF");
        assert_eq!(date, event.date);
        assert_eq!(cell(row, "title_en"), event.title.en);
        assert_eq!(cell(row, "title_zh"), event.title.zh);
        assert_eq!(cell(row, "kind"), taxonomy.kind(event.kind).slug);
        assert_eq!(cell(row, "kind_zh"), taxonomy.kind(event.kind).label.zh);
        assert_eq!(entries(cell(row, "regions")).len(), event.regions.len());
        assert_eq!(entries(cell(row, "regions_en")).len(), event.regions.len());
        let codes: Vec<&str> = event.countries.iter().map(|c| taxonomy.country(*c).slug.as_str()).collect();
        assert_eq!(entries(cell(row, "countries")), codes);
        assert_eq!(entries(cell(row, "countries_zh")).len(), codes.len());
        assert_eq!(entries(cell(row, "organisations_en")).len(), event.organisations.len());
        let themes: Vec<String> = event.themes.iter().map(|t| (t.index() + 1).to_string()).collect();
        assert_eq!(entries(cell(row, "themes")), themes);
        assert_eq!(entries(cell(row, "themes_zh")).len(), themes.len());
        assert_eq!(entries(cell(row, "links")), event.links);
        assert_eq!(cell(row, "source_section"), dataset().section(event.section).number);
        assert_eq!(cell(row, "background"), event.background.to_string());
        assert_eq!(cell(row, "note_en"), event.note.as_ref().map_or("", |n| &n.en));
        let (state, ignored) = route::parse(cell(row, "permalink").split_once('?').expect("a query").1, dataset());
        assert_eq!(state.event.map(|id| dataset().event(id).slug.as_str()), Some(event.slug.as_str()));
        assert_eq!(ignored, []);
    }
}

#[test]
fn a_date_has_its_first_and_last_day_beside_it_and_an_open_side_none() {
    let (_, records) = read_csv(&csv(&all(dataset())));
    let days: BTreeMap<&str, (&str, &str, &str)> = records
        .iter()
        .map(|row| {
            (cell(row, "date"), (cell(row, "date_earliest"), cell(row, "date_latest"), cell(row, "date_precision")))
        })
        .collect();
    let (open, closed): (Vec<_>, Vec<_>) = days.iter().partition(|(date, _)| date.ends_with(".."));
    assert!(!open.is_empty(), "the dataset has open dates");
    assert!(open.iter().all(|(_, (first, last, _))| !first.is_empty() && last.is_empty()), "{open:?}");
    for (date, (first, last, precision)) in closed {
        let date: Edtf = date.parse().expect("EDTF");
        let iso = |day: Day| {
            let (y, m, d) = day.ymd();
            format!("{y:04}-{m:02}-{d:02}")
        };
        assert_eq!((*first, *last), (iso(date.earliest()).as_str(), iso(date.latest()).as_str()));
        assert_eq!(*precision, date.precision().slug());
    }
}

#[test]
fn the_table_is_one_that_spreadsheets_open() {
    let text = csv(&all(dataset()));
    assert!(text.as_bytes().starts_with(&[0xEF, 0xBB, 0xBF]), "a byte order mark");
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends by CRLF");
    // Nothing in the shipped dataset needs the guard, so its cells are its values.
    let (_, records) = read_csv(&text);
    assert!(records.iter().flatten().all(|cell| !cell.starts_with('\'')));
}

#[test]
fn what_a_spreadsheet_takes_for_a_formula_is_text() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "－1", "'=1", "''+1"] {
        let cell = guarded(formula);
        assert_eq!(cell, format!("'{formula}"));
        assert_eq!(unguarded(&cell), formula);
    }
    for text in ["", "2023-03-10", "'90s", "a=b", "“–”", "…"] {
        assert_eq!(guarded(text), text);
        assert_eq!(unguarded(text), text);
    }
}

#[test]
fn the_names_of_the_columns_are_kept() {
    let mut names = COLUMNS.to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), COLUMNS.len(), "each once");
    assert_eq!(COLUMNS[..5], ["id", "date", "date_earliest", "date_latest", "date_precision"]);
    let trailing = ["dataset_version", "selection_en", "selection_zh", "selection_permalink"];
    assert_eq!(COLUMNS[COLUMNS.len() - 4..], trailing);
    for name in COLUMNS.iter().filter_map(|name| name.strip_suffix("_en")) {
        assert!(COLUMNS.contains(&format!("{name}_zh").as_str()), "{name} stands in both languages");
    }
}

#[test]
fn the_whole_dataset_comes_back_equal() {
    assert_eq!(data::parse(&json(&all(dataset()))).as_ref(), Ok(dataset()));
}

#[test]
fn files_are_named_by_dataset_and_scope() {
    assert_eq!(file_name(dataset(), Scope::All, "csv"), "gsi-2024.csv");
    assert_eq!(file_name(dataset(), Scope::Shown, "ics"), "gsi-2024.filtered.ics");
}

/// The entries of a calendar by another's reader, each as its properties, and the calendar's own.
fn entries_of(text: &str, locale: Locale) -> (Vec<BTreeMap<String, String>>, BTreeMap<String, String>) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{locale:?}: {error}"));
    let properties = |list: &[icalendar::parser::Property]| {
        let pairs = list.iter().map(|p| (p.name.to_string(), p.val.to_string()));
        pairs.collect::<BTreeMap<_, _>>()
    };
    let entry = |component: &Component| {
        assert_eq!(component.name, "VEVENT");
        for name in ["DTSTART", "DTEND"] {
            let property = component.find_prop(name).expect("both ends");
            let value = property.params.iter().find(|p| p.key == "VALUE").and_then(|p| p.val.as_ref());
            assert_eq!(value.map(ToString::to_string).as_deref(), Some("DATE"), "an all-day entry");
        }
        properties(&component.properties)
    };
    (calendar.components.iter().map(entry).collect(), properties(&calendar.properties))
}

fn compact(day: Day) -> String {
    let (y, m, d) = day.ymd();
    format!("{y:04}{m:02}{d:02}")
}

#[test]
fn a_calendar_has_an_entry_for_each_event_on_the_days_it_may_mean() {
    for locale in Locale::ALL {
        let excerpt = all(dataset());
        let (entries, calendar) = entries_of(&ics(&excerpt, locale), locale);
        assert_eq!(entries.len(), dataset().events().len());
        let name = format!("{}{}", dataset().info().title.get(locale), if locale == Locale::En { ": " } else { "：" });
        assert_eq!(calendar["X-WR-CALNAME"], format!("{name}{}", excerpt.words.get(locale)));
        assert_eq!(calendar["URL"], excerpt.permalink);
        assert!(calendar["X-WR-CALDESC"].contains(&dataset().info().version));
        for (entry, event) in entries.iter().zip(dataset().events()) {
            let days = match event.date {
                Edtf::OpenEnd(at) | Edtf::OpenStart(at) => at.span(),
                Edtf::Single(_) | Edtf::Interval(..) => event.span,
            };
            assert_eq!(entry["DTSTART"], compact(days.start()));
            assert_eq!(entry["DTEND"], compact(days.end()), "the day after the last");
            assert_eq!(entry["UID"], format!("{}@gsi-2024", event.slug));
            assert_eq!(entry["TRANSP"], "TRANSPARENT");
            assert_eq!(entry["DTSTAMP"], "20261123T000000Z");
            assert!(entry["DESCRIPTION"].starts_with(event.summary.get(locale).as_str()));
            assert!(entry["URL"].contains(&event.slug));
        }
    }
}

#[test]
fn an_entry_on_a_day_is_a_day_the_source_states() {
    for locale in Locale::ALL {
        let (entries, _) = entries_of(&ics(&all(dataset()), locale), locale);
        for (entry, event) in entries.iter().zip(dataset().events()) {
            let (name, title) = (&entry["SUMMARY"], event.title.get(locale));
            assert_eq!(name == title, is_day_stated(event.date), "{name}: {}", event.date);
            if !is_day_stated(event.date) {
                assert!(name.starts_with(title.as_str()) && name.contains(&event.date.anchor().year().to_string()));
            }
        }
    }
    let stated = |date: &str| date.parse().is_ok_and(is_day_stated);
    assert!(stated("2023-03-10") && stated("2023-03-10/2023-03-12"));
    for vague in
        ["2023-03", "2023", "2023-03-10~", "2023-03-10?", "2023-03-10/..", "../2023-03-10", "2023-03/2023-04-02"]
    {
        assert!(!stated(vague), "{vague}");
    }
}

#[test]
fn calendar_lines_are_short_end_by_crlf_and_part_no_character() {
    for locale in Locale::ALL {
        let text = ics(&all(dataset()), locale);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75), "no line over 75 octets");
        assert!(lines.iter().all(|line| !line.contains(['\r', '\n'])));
        assert!(lines.iter().any(|line| line.starts_with(' ')), "some are folded");
        assert!(lines.iter().filter(|line| line.starts_with(' ')).all(|line| line.len() > 1), "none is folded in vain");
    }
}

#[test]
fn one_event_is_a_calendar_of_its_own() {
    let id = dataset().ids().find(|id| is_day_stated(dataset().event(*id).date)).expect("an event of a known day");
    let excerpt = Excerpt::event(id, dataset(), &ViewState::default(), occasion());
    let (entries, calendar) = entries_of(&ics(&excerpt, Locale::En), Locale::En);
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["SUMMARY"], dataset().event(id).title.en);
    assert!(calendar["NAME"].ends_with(&dataset().event(id).title.en));
}

#[test]
fn links_keep_the_dataset_and_the_language_of_the_view() {
    let state = ViewState {
        lang: Some(Locale::Zh),
        data: Some("mine.json".to_owned()),
        filter: Filter { background: true, ..Filter::default() },
        ..ViewState::default()
    };
    let excerpt = Excerpt::new(Scope::Shown, dataset(), &[], &state, occasion());
    let id = dataset().ids().next().expect("an event");
    let link = format!("{}?data=mine.json&event={}&lang=zh&v=2024.1", occasion().page, dataset().event(id).slug);
    assert_eq!(excerpt.event_link(id), link);
    assert_eq!(excerpt.dataset_link(), format!("{}?data=mine.json&lang=zh&v=2024.1", occasion().page));
    assert!(excerpt.permalink.contains("background=1"));
}

#[test]
fn a_copy_of_the_page_keeps_what_was_looked_at() {
    let page = "<!doctype html>\n<html data-copy lang=\"en\">";
    let saved = |query| gsi_timeline::export::with_saved_view(page, query);
    let expected = "<!doctype html>\n<html data-copy data-saved=\"?view=table&amp;q=%22a%22\" lang=\"en\">";
    assert_eq!(saved("?view=table&q=%22a%22").as_deref(), Some(expected));
    assert!(saved("").is_some_and(|page| page.contains("data-saved=\"?\"")));
    assert_eq!(gsi_timeline::export::with_saved_view("<html lang=\"en\">", "?view=table"), None);
}
