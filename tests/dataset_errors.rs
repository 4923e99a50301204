//! A broken dataset is answered with every record, field and fault, in words of both languages; nothing panics.

use gsi_timeline::EMBEDDED_DATASET;
use gsi_timeline::data::{DatasetError, Problem, Record, parse};
use gsi_timeline::i18n::dataset_error;
use gsi_timeline::model::{EdtfError, Locale};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The event that the broken variants break: a joint statement with a country, a direction and a wording.
const EVENT: &str = "2022-11-25-cuba-joint-statement";

fn file() -> Value {
    serde_json::from_str(EMBEDDED_DATASET).expect("the embedded dataset is JSON")
}

/// Sets the value at a path such as `title/en`, or takes it away.
fn set(value: &mut Value, path: &str, new: Option<Value>) {
    let (parent, key) = path.rsplit_once('/').map_or(("", path), |(parent, key)| (parent, key));
    let pointer = if parent.is_empty() { String::new() } else { format!("/{parent}") };
    let parent = value.pointer_mut(&pointer).expect("the path leads into the file");
    match (parent, new) {
        (Value::Array(list), Some(new)) => list[key.parse::<usize>().expect("a place in a list")] = new,
        (Value::Array(list), None) => drop(list.remove(key.parse().expect("a place in a list"))),
        (parent, Some(new)) => parent[key] = new,
        (parent, None) => drop(parent.as_object_mut().expect("an object").remove(key)),
    }
}

fn event(file: &mut Value) -> &mut Value {
    let events = file["events"].as_array_mut().expect("a list of events");
    events.iter_mut().find(|e| e["id"] == EVENT).expect("the event is there")
}

fn errors_of(text: &str) -> Vec<DatasetError> {
    let mut errors = parse(text).map(|_| ()).expect_err("the dataset is broken");
    // The parser's own words are not ours to test.
    for error in &mut errors {
        match &mut error.problem {
            Problem::WrongType(detail) | Problem::Syntax { detail, .. } => detail.clear(),
            _ => {}
        }
    }
    errors
}

fn error(record: Record, field: &str, problem: Problem) -> DatasetError {
    DatasetError { record, field: field.to_owned(), problem }
}

fn this_event() -> Record {
    Record::Event(EVENT.to_owned())
}

fn entry(list: &'static str, id: &str) -> Record {
    Record::Entry { list, id: id.to_owned() }
}

fn unknown(word: &str) -> Problem {
    Problem::Unknown(word.to_owned())
}

fn date(text: &str, error: EdtfError) -> Problem {
    Problem::Date { text: text.to_owned(), error }
}

/// One change of the event gives exactly one error of it, which names its id and the field in both languages.
#[track_caller]
fn check_event(path: &str, new: Option<Value>, field: &str, problem: Problem) {
    let mut broken = file();
    set(event(&mut broken), path, new);
    let errors = errors_of(&broken.to_string());
    assert_eq!(errors, [error(this_event(), field, problem)], "{path}");
    for locale in Locale::ALL {
        let words = dataset_error(&errors[0], locale);
        assert!(words.contains(&format!("“{EVENT}”")) && words.contains(&format!("“{field}”")), "{words}");
    }
}

/// One change of the file gives exactly one error.
#[track_caller]
fn check_file(path: &str, new: Option<Value>, record: Record, field: &str, problem: Problem) {
    let mut broken = file();
    set(&mut broken, path, new);
    assert_eq!(errors_of(&broken.to_string()), [error(record, field, problem)], "{path}");
}

fn wrong_type() -> Problem {
    Problem::WrongType(String::new())
}

#[test]
fn a_word_that_no_vocabulary_has_is_named() {
    check_event("kind", Some(json!("party")), "kind", unknown("party"));
    check_event("regions", Some(json!(["atlantis"])), "regions", unknown("atlantis"));
    check_event("countries", Some(json!(["CU", "XX"])), "countries", unknown("XX"));
    check_event("organisations", Some(json!(["spectre"])), "organisations", unknown("spectre"));
    check_event("themes", Some(json!([9, 21])), "themes", unknown("21"));
    check_event("themes", Some(json!([0])), "themes", unknown("0"));
    check_event("stance", Some(json!("loves")), "stance", unknown("loves"));
    check_event("source/section", Some(json!("9.9")), "source.section", unknown("9.9"));
    check_event("also", Some(json!(["9.9"])), "also", unknown("9.9"));
}

#[test]
fn a_date_that_is_none_is_named() {
    check_event("date", Some(json!("25 Nov 2022")), "date", date("25 Nov 2022", EdtfError::Malformed));
    check_event("date", Some(json!("2022-11-31")), "date", date("2022-11-31", EdtfError::NoSuchDay));
    let backwards = "2022-11-25/2022-11-24";
    check_event("date", Some(json!(backwards)), "date", date(backwards, EdtfError::EndsBeforeStart));
    check_file("coverage", Some(json!("")), Record::File, "coverage", date("", EdtfError::Empty));
    check_file("source/date", Some(json!("summer")), Record::File, "source.date", date("summer", EdtfError::Malformed));
}

#[test]
fn what_is_missing_is_named() {
    check_event("title/zh", Some(json!("")), "title", Problem::MissingLanguage("zh"));
    check_event("title/en", None, "title", Problem::MissingLanguage("en"));
    check_event("note", Some(json!({"en": "A remark."})), "note", Problem::MissingLanguage("zh"));
    check_event("summary", Some(json!({"en": " ", "zh": ""})), "summary", Problem::Missing);
    check_event("summary", None, "summary", Problem::Missing);
    check_event("source/section", None, "source.section", Problem::Missing);
    check_event("source", None, "source.section", Problem::Missing);
    check_event("regions", Some(json!([])), "regions", Problem::Missing);
    check_event("kind", None, "kind", Problem::Missing);
    let no_word = entry("kinds", "speech");
    let speech = file()["kinds"].as_array().expect("a list").iter().position(|k| k["id"] == "speech");
    let path = format!("kinds/{}/label/zh", speech.expect("the kind is there"));
    check_file(&path, None, no_word, "label", Problem::MissingLanguage("zh"));
    check_file("version", None, Record::File, "version", Problem::Missing);
}

#[test]
fn numbers_and_ids_outside_the_rules_are_named() {
    check_event("source/page", Some(json!(11)), "source.page", Problem::WrongPage { stated: 11, expected: 10 });
    check_event("importance", Some(json!(4)), "importance", Problem::OutOfRange("4".into()));
    check_file("themes/6/number", Some(json!(8)), entry("themes", "middle-east-security"), "number", {
        Problem::OutOfRange("8".into())
    });
    let mut undated = file();
    set(event(&mut undated), "date", Some(json!("2022-11-26")));
    assert_eq!(errors_of(&undated.to_string()), [error(this_event(), "id", Problem::IdWithoutDate)]);
}

#[test]
fn an_id_used_twice_is_named() {
    let mut twice = file();
    let copy = event(&mut twice).clone();
    twice["events"].as_array_mut().expect("a list").push(copy);
    assert_eq!(errors_of(&twice.to_string()), [error(this_event(), "id", Problem::Duplicate(EVENT.into()))]);

    let mut figure = file();
    let copy = figure["figures"][0].clone();
    let id = copy["id"].as_str().expect("an id").to_owned();
    figure["figures"].as_array_mut().expect("a list").push(copy);
    let expected = error(Record::Figure(id.clone()), "id", Problem::Duplicate(id));
    assert_eq!(errors_of(&figure.to_string()), [expected]);

    let mut country = file();
    country["regions"][0]["countries"].as_array_mut().expect("a list").push(json!("CU"));
    let expected = error(entry("regions", "latin-america-caribbean"), "countries", Problem::Duplicate("CU".into()));
    assert_eq!(errors_of(&country.to_string()), [expected], "a country in two regions");
}

#[test]
fn a_value_of_another_type_is_named_with_its_field() {
    check_event("importance", Some(json!("high")), "importance", wrong_type());
    check_event("title", Some(json!("Cuba")), "title", wrong_type());
    check_event("regions", Some(json!("europe")), "regions", wrong_type());
    check_event("background", Some(json!("no")), "background", wrong_type());
    check_event("links", Some(json!([7])), "links", wrong_type());
    let figure = file()["figures"][0]["id"].as_str().expect("an id").to_owned();
    check_file("figures/0/value", Some(json!("many")), Record::Figure(figure), "value", wrong_type());
}

#[test]
fn an_event_without_an_id_is_named_by_its_place() {
    let mut broken = file();
    set(&mut broken, "events/2/id", None);
    assert_eq!(errors_of(&broken.to_string()), [error(Record::Event("#3".into()), "id", Problem::Missing)]);
}

#[test]
fn another_format_is_refused_before_anything_else_is_read() {
    for (new, found) in [(Some(json!(2)), Some(2)), (None, None)] {
        let mut broken = file();
        set(&mut broken, "format", new);
        set(event(&mut broken), "kind", Some(json!("party")));
        let expected = error(Record::File, "format", Problem::UnknownFormat(found));
        assert_eq!(errors_of(&broken.to_string()), [expected]);
    }
}

#[test]
fn what_is_not_json_is_named_by_line_and_column() {
    for (text, line, column) in
        [("", 1, 0), ("{\"format\": 1,\n  \"id\" \"x\"}", 2, 8), ("{\"format\": 1", 1, 12), ("<!doctype html>", 1, 1)]
    {
        let problem = Problem::Syntax { line, column, detail: String::new() };
        assert_eq!(errors_of(text), [error(Record::File, "", problem)], "{text:?}");
        let shown = parse(text).map(|_| ()).expect_err("broken");
        assert!(dataset_error(&shown[0], Locale::En).contains(&format!("line {line}, column {column}")));
        assert!(dataset_error(&shown[0], Locale::Zh).contains(&format!("第{line}行第{column}列")));
    }
    assert!(matches!(errors_of("[1, 2]")[0].problem, Problem::WrongType(_)), "JSON, but not an object");
}

#[test]
fn a_field_of_the_file_of_another_type_is_named() {
    for (field, new) in [("version", json!(7)), ("kinds", json!("talks")), ("events", json!({})), ("figures", json!(1))]
    {
        let mut broken = file();
        set(&mut broken, field, Some(new));
        assert_eq!(errors_of(&broken.to_string()), [error(Record::File, field, wrong_type())]);
    }
    let mut broken = file();
    set(&mut broken, "events/2", Some(json!(["2023"])));
    let record = Record::Event("#3".to_owned());
    assert_eq!(errors_of(&broken.to_string()), [error(record, "", wrong_type())], "an event that is a list");
}

#[test]
fn a_byte_order_mark_is_no_error() {
    assert!(parse(&format!("\u{feff}{EMBEDDED_DATASET}")).is_ok());
}

#[test]
fn all_errors_are_reported_at_once_in_the_order_of_the_file() {
    let mut broken = file();
    set(event(&mut broken), "kind", Some(json!("party")));
    set(event(&mut broken), "date", Some(json!("soon")));
    set(event(&mut broken), "summary/zh", Some(json!("")));
    set(&mut broken, "title/en", Some(json!("")));
    set(&mut broken, "figures/0/date", Some(json!("2023-99")));
    let figure = file()["figures"][0]["id"].as_str().expect("an id").to_owned();
    let mut errors = errors_of(&broken.to_string());
    errors.retain(|e| e.problem != Problem::IdWithoutDate);
    let records: Vec<&Record> = errors.iter().map(|e| &e.record).collect();
    let (this, file, figure) = (this_event(), Record::File, Record::Figure(figure));
    assert_eq!(records, [&file, &this, &this, &this, &figure]);
    for expected in [
        error(Record::File, "title", Problem::MissingLanguage("en")),
        error(this_event(), "kind", unknown("party")),
        error(this_event(), "date", date("soon", EdtfError::Malformed)),
        error(this_event(), "summary", Problem::MissingLanguage("zh")),
    ] {
        assert!(errors.contains(&expected), "{expected:?} in {errors:#?}");
    }
}

/// Values of every type, shaped like what a dataset holds.
fn values() -> impl Strategy<Value = Value> {
    let word = prop_oneof!["[a-z-]{0,8}", "\\PC{0,6}", "[0-9~?%/.-]{0,12}", Just("2023-03".to_owned())];
    let key = prop::sample::select(vec![
        "format",
        "id",
        "title",
        "en",
        "zh",
        "source",
        "sections",
        "number",
        "page",
        "kinds",
        "regions",
        "themes",
        "countries",
        "label",
        "events",
        "date",
        "kind",
        "summary",
        "coverage",
        "section",
        "figures",
        "value",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_u32..4).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        let members = prop::collection::vec((key.clone(), inner.clone()), 0..6);
        let object = |pairs: Vec<(&str, Value)>| -> Map<String, Value> {
            pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
        };
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(move |pairs| Value::Object(object(pairs))),
        ]
    })
}

/// The path of every value of a file.
fn paths(value: &Value, at: &str, out: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(list) => list.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect(),
        Value::Object(map) => map.iter().map(|(key, v)| (key.clone(), v)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in below {
        let path = if at.is_empty() { key } else { format!("{at}/{key}") };
        paths(value, &path, out);
        out.push(path);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_the_parser_panic(mut value in values()) {
        let _ = parse(&value.to_string());
        if let Value::Object(map) = &mut value {
            map.insert("format".to_owned(), json!(1));
            let _ = parse(&value.to_string());
        }
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "[\\[\\]{}:,\"a-z0-9 \\n\u{feff}]{0,60}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_change_of_a_valid_file_makes_the_parser_panic(at in any::<prop::sample::Index>(), new in prop::option::of(values())) {
        let mut changed: Value = serde_json::from_str(include_str!("data/small.json")).expect("the fixture is JSON");
        let mut all = Vec::new();
        paths(&changed, "", &mut all);
        let path = all[at.index(all.len())].clone();
        set(&mut changed, &path, new);
        if let Err(errors) = parse(&changed.to_string()) {
            prop_assert!(!errors.is_empty());
            for locale in Locale::ALL {
                prop_assert!(errors.iter().all(|e| !dataset_error(e, locale).is_empty()));
            }
        }
    }
}
