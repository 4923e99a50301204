//! The shape of the file, before anything in it is believed. Private to [`super`].
//!
//! Read by hand from JSON values: a derived reader of eight records is 40 kB of the program, this one a few.

use std::cell::RefCell;

use serde_json::{Map, Value};

/// A value of another type than its field holds: the field, and what is wrong.
pub(super) struct Fault {
    pub field: &'static str,
    pub detail: String,
}

/// An object whose fields are read by name. What is missing reads as empty, and so does what is of another type,
/// of which the first is kept as the fault of the record.
#[derive(Clone, Copy)]
struct Fields<'a> {
    map: Option<&'a Map<String, Value>>,
    /// The field of the record that this object stands in; `None` for the record itself.
    within: Option<&'static str>,
    fault: &'a RefCell<Option<Fault>>,
}

impl<'a> Fields<'a> {
    fn wrong(self, key: &'static str, found: &Value, expected: &str) {
        let detail = format!("{}, expected {expected}", kind_of(found));
        let field = self.within.unwrap_or(key);
        self.fault.borrow_mut().get_or_insert(Fault { field, detail });
    }

    fn value(self, key: &str) -> Option<&'a Value> {
        self.map?.get(key)
    }

    /// The value of a field that may be `null`.
    fn stated(self, key: &str) -> Option<&'a Value> {
        self.value(key).filter(|value| !value.is_null())
    }

    fn string_in(self, key: &'static str, value: &Value) -> String {
        value.as_str().map(str::to_owned).unwrap_or_else(|| {
            self.wrong(key, value, "a string");
            String::new()
        })
    }

    fn string(self, key: &'static str) -> String {
        self.value(key).map(|value| self.string_in(key, value)).unwrap_or_default()
    }

    fn string_if_any(self, key: &'static str) -> Option<String> {
        self.stated(key).map(|value| self.string_in(key, value))
    }

    fn integer_in(self, key: &'static str, value: &Value, most: u32) -> u32 {
        let number = value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= most);
        number.unwrap_or_else(|| {
            self.wrong(key, value, "a whole number");
            0
        })
    }

    fn integer_if_any(self, key: &'static str, most: u32) -> Option<u32> {
        self.stated(key).map(|value| self.integer_in(key, value, most))
    }

    fn number_if_any(self, key: &'static str) -> Option<f64> {
        let value = self.stated(key)?;
        if !value.is_number() {
            self.wrong(key, value, "a number");
        }
        value.as_f64()
    }

    fn flag(self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(key, value, "true or false");
            false
        })
    }

    fn list(self, key: &'static str) -> &'a [Value] {
        let Some(value) = self.value(key) else { return &[] };
        value.as_array().map(Vec::as_slice).unwrap_or_else(|| {
            self.wrong(key, value, "a list");
            &[]
        })
    }

    fn strings(self, key: &'static str) -> Vec<String> {
        self.list(key).iter().map(|value| self.string_in(key, value)).collect()
    }

    fn object_in(self, key: &'static str, value: &'a Value) -> Self {
        let map = value.as_object();
        if map.is_none() {
            self.wrong(key, value, "an object");
        }
        Self { map, within: Some(self.within.unwrap_or(key)), fault: self.fault }
    }

    fn object(self, key: &'static str) -> Self {
        let empty = Self { map: None, ..self };
        self.value(key).map_or(empty, |value| self.object_in(key, value))
    }

    fn objects(self, key: &'static str) -> impl Iterator<Item = Self> {
        self.list(key).iter().map(move |value| self.object_in(key, value))
    }

    fn text(self, key: &'static str) -> RawText {
        self.object(key).as_text()
    }

    fn as_text(self) -> RawText {
        RawText { en: self.string("en"), zh: self.string("zh") }
    }

    fn terms(self, key: &'static str) -> Vec<RawTerm> {
        let term = |fields: Self| RawTerm {
            id: fields.string("id"),
            number: fields.integer_if_any("number", u32::MAX),
            label: fields.text("label"),
            countries: fields.strings("countries"),
        };
        self.objects(key).map(term).collect()
    }

    fn place(self, key: &'static str) -> RawPlace {
        let fields = self.object(key);
        RawPlace { section: fields.string("section"), page: fields.integer_if_any("page", u32::MAX) }
    }
}

fn kind_of(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) if number.is_f64() => "a fraction".to_owned(),
        Value::Number(number) => format!("the number {}", number.as_i64().unwrap_or_default()),
        Value::String(text) => format!("the string {text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Reads a record, or says which of its fields is of another type.
fn read<T>(map: &Map<String, Value>, from: fn(Fields) -> T) -> Result<T, Fault> {
    let fault = RefCell::new(None);
    let record = from(Fields { map: Some(map), within: None, fault: &fault });
    fault.into_inner().map_or(Ok(record), Err)
}

pub(super) struct RawDataset {
    pub format: Option<u32>,
    pub id: String,
    pub version: String,
    pub title: RawText,
    pub description: RawText,
    pub source: RawSource,
    pub coverage: String,
    pub kinds: Vec<RawTerm>,
    pub regions: Vec<RawTerm>,
    pub themes: Vec<RawTerm>,
    pub countries: Vec<RawTerm>,
    pub organisations: Vec<RawTerm>,
    pub stances: Vec<RawTerm>,
}

impl RawDataset {
    /// Reads everything but events and figures, which are records of their own.
    pub(super) fn read(file: &Value) -> Result<Self, Fault> {
        let Some(map) = file.as_object() else {
            return Err(Fault { field: "", detail: format!("{}, expected an object", kind_of(file)) });
        };
        read(map, |fields| Self {
            format: fields.integer_if_any("format", u32::MAX),
            id: fields.string("id"),
            version: fields.string("version"),
            title: fields.text("title"),
            description: fields.text("description"),
            source: RawSource::of(fields.object("source")),
            coverage: fields.string("coverage"),
            kinds: fields.terms("kinds"),
            regions: fields.terms("regions"),
            themes: fields.terms("themes"),
            countries: fields.terms("countries"),
            organisations: fields.terms("organisations"),
            stances: fields.terms("stances"),
        })
    }
}

/// The records of a list of the file. Each is read on its own, so that an error can name its event.
pub(super) fn records<'v>(file: &'v Value, list: &'static str) -> Result<Vec<&'v Map<String, Value>>, Fault> {
    let Some(value) = file.get(list) else { return Ok(Vec::new()) };
    let wrong = |found| Fault { field: list, detail: format!("{}, expected a list of objects", kind_of(found)) };
    let items = value.as_array().ok_or_else(|| wrong(value))?;
    items.iter().map(|item| item.as_object().ok_or_else(|| wrong(item))).collect()
}

pub(super) struct RawText {
    pub en: String,
    pub zh: String,
}

pub(super) struct RawSource {
    pub title: RawText,
    pub publisher: RawText,
    pub date: String,
    pub url: Option<String>,
    pub sections: Vec<RawSection>,
}

impl RawSource {
    fn of(fields: Fields) -> Self {
        let section = |fields: Fields| RawSection {
            number: fields.string("number"),
            page: fields.integer_if_any("page", u32::MAX).unwrap_or_default(),
            title: fields.text("title"),
        };
        Self {
            title: fields.text("title"),
            publisher: fields.text("publisher"),
            date: fields.string("date"),
            url: fields.string_if_any("url"),
            sections: fields.objects("sections").map(section).collect(),
        }
    }
}

pub(super) struct RawSection {
    pub number: String,
    pub page: u32,
    pub title: RawText,
}

pub(super) struct RawTerm {
    pub id: String,
    /// Themes only: the number counted from 1, which must be their place.
    pub number: Option<u32>,
    pub label: RawText,
    /// Regions only.
    pub countries: Vec<String>,
}

pub(super) struct RawEvent {
    pub id: String,
    pub date: String,
    pub kind: String,
    pub title: RawText,
    pub summary: RawText,
    pub regions: Vec<String>,
    pub countries: Vec<String>,
    pub organisations: Vec<String>,
    pub themes: Vec<u32>,
    pub importance: Option<u32>,
    pub stance: Option<String>,
    pub background: bool,
    pub note: Option<RawText>,
    pub source: RawPlace,
    pub also: Vec<String>,
    pub links: Vec<String>,
}

impl RawEvent {
    pub(super) fn read(map: &Map<String, Value>) -> Result<Self, Fault> {
        read(map, |fields| Self {
            id: fields.string("id"),
            date: fields.string("date"),
            kind: fields.string("kind"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            regions: fields.strings("regions"),
            countries: fields.strings("countries"),
            organisations: fields.strings("organisations"),
            themes: fields.list("themes").iter().map(|n| fields.integer_in("themes", n, u32::MAX)).collect(),
            importance: fields.integer_if_any("importance", u8::MAX.into()),
            stance: fields.string_if_any("stance"),
            background: fields.flag("background"),
            note: fields.stated("note").map(|note| fields.object_in("note", note).as_text()),
            source: fields.place("source"),
            also: fields.strings("also"),
            links: fields.strings("links"),
        })
    }
}

pub(super) struct RawPlace {
    pub section: String,
    pub page: Option<u32>,
}

pub(super) struct RawFigure {
    pub id: String,
    pub date: String,
    pub value: Option<f64>,
    pub unit: RawText,
    pub label: RawText,
    pub source: RawPlace,
}

impl RawFigure {
    pub(super) fn read(map: &Map<String, Value>) -> Result<Self, Fault> {
        read(map, |fields| Self {
            id: fields.string("id"),
            date: fields.string("date"),
            value: fields.number_if_any("value"),
            unit: fields.text("unit"),
            label: fields.text("label"),
            source: fields.place("source"),
        })
    }
}
