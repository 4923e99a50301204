//! The shape of the file, before anything in it is believed. Private to the reader of datasets and to `build.rs`.

/// A record, or why it cannot be one.
pub(super) type Read<T> = Result<T, Unread>;

/// A record with a field of another type than it should be.
pub(super) struct Unread {
    /// Its id, if it has one.
    pub id: String,
    pub field: String,
    /// What it should be, in English.
    pub why: String,
}

#[derive(Default)]
pub(super) struct RawDataset {
    pub format: Option<u32>,
    pub id: String,
    pub version: String,
    pub title: RawText,
    pub description: RawText,
    pub author: Option<RawText>,
    pub released: Option<String>,
    pub source: RawSource,
    pub coverage: String,
    pub kinds: Vec<RawTerm>,
    pub regions: Vec<RawTerm>,
    pub themes: Vec<RawTerm>,
    pub countries: Vec<RawTerm>,
    pub organisations: Vec<RawTerm>,
    pub stances: Vec<RawTerm>,
    /// Each is read on its own, so that an error can name its event.
    pub events: Vec<Read<RawEvent>>,
    pub figures: Vec<Read<RawFigure>>,
}

#[derive(Default, Clone)]
pub(super) struct RawText {
    pub en: String,
    pub zh: String,
}

#[derive(Default)]
pub(super) struct RawSource {
    pub title: RawText,
    pub publisher: RawText,
    pub date: String,
    pub url: Option<String>,
    pub sections: Vec<RawSection>,
}

#[derive(Default)]
pub(super) struct RawSection {
    pub number: String,
    pub page: u32,
    pub title: RawText,
}

#[derive(Default)]
pub(super) struct RawTerm {
    pub id: String,
    /// Themes only: the number counted from 1, which must be their place.
    pub number: Option<u32>,
    pub label: RawText,
    /// Regions only.
    pub countries: Vec<String>,
}

#[derive(Default)]
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
    pub importance: Option<u8>,
    pub stance: Option<String>,
    pub background: bool,
    pub note: Option<RawText>,
    pub source: RawPlace,
    pub also: Vec<String>,
    pub links: Vec<String>,
}

#[derive(Default)]
pub(super) struct RawPlace {
    pub section: String,
    pub page: Option<u32>,
}

#[derive(Default)]
pub(super) struct RawFigure {
    pub id: String,
    pub date: String,
    pub value: Option<f64>,
    pub unit: RawText,
    pub label: RawText,
    pub source: RawPlace,
}
