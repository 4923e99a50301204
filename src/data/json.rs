//! Text → the shape of the file, by serde.
//!
//! Everything is read from one kind of value, so that the readers that serde makes of the records are there once.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::raw::{RawDataset, Read, Unread};

/// Why a text is no dataset at all.
pub(super) enum Unreadable {
    /// It is no JSON.
    Syntax(serde_json::Error),
    /// A field of the file, or the file itself where it is empty, is of another type: the parser's own words.
    WrongType(String, String),
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<RawDataset, Unreadable> {
    // A byte order mark is common in files that people save themselves.
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(Unreadable::Syntax)?;
    let mut map = Map::deserialize(value).map_err(|error| Unreadable::WrongType(String::new(), error.to_string()))?;
    let mut records = |list: &str| match map.remove(list).unwrap_or(Value::Null) {
        Value::Array(records) => Ok(records),
        Value::Null => Ok(Vec::new()),
        other => match Vec::<Value>::deserialize(other) {
            Ok(records) => Ok(records),
            Err(error) => Err(Unreadable::WrongType(list.to_owned(), error.to_string())),
        },
    };
    let (events, figures) = (records("events")?, records("figures")?);
    let file: RawDataset = record(Value::Object(map)).map_err(|fault| Unreadable::WrongType(fault.field, fault.why))?;
    Ok(RawDataset {
        events: events.into_iter().map(record).collect(),
        figures: figures.into_iter().map(record).collect(),
        ..file
    })
}

/// Reads a record whose every field may be missing, so that what fails is a field of another type; names that field.
fn record<T: for<'de> Deserialize<'de>>(value: Value) -> Read<T> {
    let map = match Map::deserialize(value) {
        Ok(map) => map,
        Err(failure) => return Err(Unread { id: String::new(), field: String::new(), why: failure.to_string() }),
    };
    let why = match T::deserialize(&map) {
        Ok(record) => return Ok(record),
        Err(failure) => failure.to_string(),
    };
    let fails_alone = |key: &&String| {
        let alone = Map::from_iter([((*key).clone(), map[*key].clone())]);
        T::deserialize(&alone).is_err()
    };
    let field = map.keys().find(fails_alone).cloned().unwrap_or_default();
    let id = map.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    Err(Unread { id, field, why })
}
