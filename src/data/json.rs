//! Text → the shape of the file.
//!
//! A record is read from its JSON value field by field: what is missing reads as empty, and the first field of another
//! type than it should be is named. Readers that serde derives for the eight records are 40 kB of the program.

use serde_json::{Map, Value};

use super::raw::{RawDataset, RawEvent, RawFigure, RawPlace, RawSection, RawSource, RawTerm, RawText, Read, Unread};

/// Why a text is no dataset at all.
pub(super) enum Unreadable {
    /// It is no JSON.
    Syntax(serde_json::Error),
    /// A field of the file, or the file itself where it is empty, is of another type: what it should be.
    WrongType(String, String),
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<RawDataset, Unreadable> {
    // A byte order mark is common in files that people save themselves.
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(Unreadable::Syntax)?;
    record(&value, dataset).map_err(|fault| Unreadable::WrongType(fault.field, fault.why))
}

/// The fields of a record, taken one by one.
struct Fields<'v> {
    map: &'v Map<String, Value>,
    /// The first field of another type, and what it should be.
    wrong: Option<(&'static str, &'static str)>,
}

/// Reads a record by its fields.
fn record<T>(value: &Value, read: fn(&mut Fields) -> T) -> Read<T> {
    let unread = |id: &str, field: &str, expected: &str| {
        Err(Unread { id: id.to_owned(), field: field.to_owned(), why: ["expected ", expected].concat() })
    };
    let Value::Object(map) = value else { return unread("", "", "an object") };
    let mut fields = Fields { map, wrong: None };
    let out = read(&mut fields);
    match fields.wrong {
        None => Ok(out),
        Some((field, expected)) => unread(map.get("id").and_then(Value::as_str).unwrap_or_default(), field, expected),
    }
}

impl<'v> Fields<'v> {
    /// What `read` makes of a field; the default where it is missing, or of another type, which is then remembered.
    fn field<T: Default>(
        &mut self,
        name: &'static str,
        expected: &'static str,
        read: impl FnOnce(&'v Value) -> Option<T>,
    ) -> T {
        match self.map.get(name) {
            None | Some(Value::Null) => T::default(),
            Some(value) => read(value).unwrap_or_else(|| {
                self.wrong.get_or_insert((name, expected));
                T::default()
            }),
        }
    }

    fn text(&mut self, name: &'static str) -> String {
        self.maybe_text(name).unwrap_or_default()
    }

    fn maybe_text(&mut self, name: &'static str) -> Option<String> {
        self.field(name, "a text", |value| value.as_str().map(|text| Some(text.to_owned())))
    }

    fn number(&mut self, name: &'static str) -> Option<u32> {
        self.field(name, "a whole number", |value| whole(value).map(Some))
    }

    fn list<T>(&mut self, name: &'static str, expected: &'static str, each: fn(&Value) -> Option<T>) -> Vec<T> {
        self.field(name, expected, |value| value.as_array()?.iter().map(each).collect())
    }

    fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.list(name, "a list of texts", |value| value.as_str().map(str::to_owned))
    }

    /// A record in this one.
    fn part<T>(&mut self, name: &'static str, read: fn(&mut Fields) -> T) -> Option<T> {
        self.field(name, "an object with such fields as the format gives it", |value| {
            record(value, read).ok().map(Some)
        })
    }

    fn both(&mut self, name: &'static str) -> RawText {
        self.maybe_both(name).unwrap_or_default()
    }

    fn maybe_both(&mut self, name: &'static str) -> Option<RawText> {
        self.part(name, |fields| RawText { en: fields.text("en"), zh: fields.text("zh") })
    }

    fn place(&mut self) -> RawPlace {
        let place = |fields: &mut Fields| RawPlace { section: fields.text("section"), page: fields.number("page") };
        self.part("source", place).unwrap_or_default()
    }

    fn terms(&mut self, name: &'static str) -> Vec<RawTerm> {
        self.list(name, "a list of terms", |value| record(value, term).ok())
    }

    /// Records that are read each on its own, so that an error can name its own.
    fn records<T>(&mut self, name: &'static str, each: fn(&Value) -> Read<T>) -> Vec<Read<T>> {
        self.field(name, "a list", |value| Some(value.as_array()?.iter().map(each).collect()))
    }
}

fn whole(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn dataset(fields: &mut Fields) -> RawDataset {
    RawDataset {
        format: fields.number("format"),
        id: fields.text("id"),
        version: fields.text("version"),
        title: fields.both("title"),
        description: fields.both("description"),
        author: fields.maybe_both("author"),
        released: fields.maybe_text("released"),
        source: fields.part("source", source).unwrap_or_default(),
        coverage: fields.text("coverage"),
        kinds: fields.terms("kinds"),
        regions: fields.terms("regions"),
        themes: fields.terms("themes"),
        countries: fields.terms("countries"),
        organisations: fields.terms("organisations"),
        stances: fields.terms("stances"),
        events: fields.records("events", |value| record(value, event)),
        figures: fields.records("figures", |value| record(value, figure)),
    }
}

fn source(fields: &mut Fields) -> RawSource {
    let section = |fields: &mut Fields| RawSection {
        number: fields.text("number"),
        page: fields.number("page").unwrap_or_default(),
        title: fields.both("title"),
    };
    RawSource {
        title: fields.both("title"),
        publisher: fields.both("publisher"),
        date: fields.text("date"),
        url: fields.maybe_text("url"),
        sections: fields.field("sections", "a list of sections", |value| {
            value.as_array()?.iter().map(|value| record(value, section).ok()).collect()
        }),
    }
}

fn term(fields: &mut Fields) -> RawTerm {
    RawTerm {
        id: fields.text("id"),
        number: fields.number("number"),
        label: fields.both("label"),
        countries: fields.texts("countries"),
    }
}

fn event(fields: &mut Fields) -> RawEvent {
    RawEvent {
        id: fields.text("id"),
        date: fields.text("date"),
        kind: fields.text("kind"),
        title: fields.both("title"),
        summary: fields.both("summary"),
        regions: fields.texts("regions"),
        countries: fields.texts("countries"),
        organisations: fields.texts("organisations"),
        themes: fields.list("themes", "a list of whole numbers", whole),
        importance: fields
            .field("importance", "a small whole number", |value| u8::try_from(value.as_u64()?).ok().map(Some)),
        stance: fields.maybe_text("stance"),
        background: fields.field("background", "true or false", Value::as_bool),
        note: fields.maybe_both("note"),
        source: fields.place(),
        also: fields.texts("also"),
        links: fields.texts("links"),
    }
}

fn figure(fields: &mut Fields) -> RawFigure {
    RawFigure {
        id: fields.text("id"),
        date: fields.text("date"),
        value: fields.field("value", "a number", |value| value.as_f64().map(Some)),
        unit: fields.both("unit"),
        label: fields.both("label"),
        source: fields.place(),
    }
}
