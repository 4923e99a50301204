//! JSON → stories, with every fault found: which story, which stop, which field.

use std::fmt;

use serde_json::{Map, Value};

use super::{FORMAT, MAX_STOPS, Stop, Story};
use crate::data::Problem;
use crate::model::{Bilingual, Locale, Translated};

/// Who made the stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// They ship with the program: every text is there in both languages.
    Shipped,
    /// A person did: any text may be missing.
    Own,
}

/// One fault of a file of stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryError {
    /// The story, by its id, or by its place counted from 1 where it has none; empty for the file as a whole.
    pub story: String,
    /// The stop, counted from 1, where it is one's.
    pub stop: Option<usize>,
    /// The field, as it is named in the file; `headline.en` names one language of it.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for StoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::i18n::story_error(self, Locale::En))
    }
}

impl std::error::Error for StoryError {}

/// Reads and checks a file of stories.
///
/// # Errors
/// Every fault found, in the order of the file; never an empty list.
pub fn read(json: &str, origin: Origin) -> Result<Vec<Story>, Vec<StoryError>> {
    let mut reader = Reader { origin, story: String::new(), stop: None, errors: Vec::new() };
    let stories = reader.file(json);
    if reader.errors.is_empty() { Ok(stories) } else { Err(reader.errors) }
}

/// Knows where it is in the file; what it returns is used only if it found no fault.
struct Reader {
    origin: Origin,
    story: String,
    stop: Option<usize>,
    errors: Vec<StoryError>,
}

impl Reader {
    fn fault(&mut self, field: &str, problem: Problem) {
        let (story, stop) = (self.story.clone(), self.stop);
        self.errors.push(StoryError { story, stop, field: field.to_owned(), problem });
    }

    fn wrong_type(&mut self, field: &str, expected: &str) {
        self.fault(field, Problem::WrongType(["expected ", expected].concat()));
    }

    fn file(&mut self, json: &str) -> Vec<Story> {
        let root = match serde_json::from_str::<Value>(json.trim_start_matches('\u{feff}')) {
            Ok(Value::Object(root)) => root,
            Ok(_) => {
                self.wrong_type("", "an object");
                return Vec::new();
            }
            Err(e) => {
                self.fault("", Problem::Syntax { line: e.line(), column: e.column(), detail: e.to_string() });
                return Vec::new();
            }
        };
        let format = root.get("format").and_then(Value::as_u64).and_then(|format| u32::try_from(format).ok());
        if format != Some(FORMAT) {
            self.fault("format", Problem::UnknownFormat(format));
            return Vec::new();
        }
        let mut slugs = Vec::new();
        let stories = self.list(&root, "stories", usize::MAX);
        let stories = stories.iter().enumerate().map(|(i, value)| {
            self.story = format!("#{}", i + 1);
            let story = self.story(value);
            if slugs.contains(&story.slug) {
                self.fault("id", Problem::Duplicate(story.slug.clone()));
            }
            slugs.push(story.slug.clone());
            story
        });
        stories.collect()
    }

    fn story(&mut self, value: &Value) -> Story {
        self.stop = None;
        let Some(fields) = self.object("", value) else { return Story::default() };
        let slug = self.word(fields, "id");
        if slug.is_empty() {
            self.fault("id", Problem::Missing);
        } else {
            self.story.clone_from(&slug);
            if !slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
                self.fault("id", Problem::OutOfRange(slug.clone()));
            }
        }
        let (title, summary) = (self.text(fields, "title"), self.text(fields, "summary"));
        let list = self.list(fields, "stops", MAX_STOPS);
        let stops = list.iter().enumerate().map(|(i, value)| {
            self.stop = Some(i + 1);
            self.stop(value)
        });
        let stops = stops.collect();
        self.stop = None;
        Story { slug, title, summary, stops }
    }

    fn stop(&mut self, value: &Value) -> Stop {
        let Some(fields) = self.object("", value) else { return Stop::default() };
        Stop {
            query: self.word(fields, "view"),
            headline: self.text(fields, "headline"),
            text: self.text(fields, "text"),
            notes: self.text(fields, "notes"),
        }
    }

    fn object<'v>(&mut self, field: &str, value: &'v Value) -> Option<&'v Map<String, Value>> {
        let object = value.as_object();
        if object.is_none() {
            self.wrong_type(field, "an object");
        }
        object
    }

    /// A list that is not empty and not longer than `most`.
    fn list(&mut self, fields: &Map<String, Value>, field: &str, most: usize) -> Vec<Value> {
        match fields.get(field) {
            Some(Value::Array(list)) if list.len() > most => self.fault(field, Problem::TooMany(list.len())),
            Some(Value::Array(list)) if !list.is_empty() => return list.clone(),
            Some(Value::Array(_) | Value::Null) | None => self.fault(field, Problem::Missing),
            Some(_) => self.wrong_type(field, "a list"),
        }
        Vec::new()
    }

    /// A text of one language or of none; missing reads as empty.
    fn word(&mut self, fields: &Map<String, Value>, field: &str) -> String {
        match fields.get(field) {
            Some(Value::String(text)) => return text.clone(),
            Some(Value::Null) | None => {}
            Some(_) => self.wrong_type(field, "a text"),
        }
        String::new()
    }

    fn text(&mut self, fields: &Map<String, Value>, field: &str) -> Bilingual {
        let missing = Value::Object(Map::new());
        let value = fields.get(field).filter(|value| !value.is_null()).unwrap_or(&missing);
        let Some(languages) = value.as_object() else {
            self.wrong_type(field, "an object of en and zh");
            return Bilingual::default();
        };
        let mut word = |language: &'static str| match languages.get(language) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(_) => {
                self.wrong_type(&[field, ".", language].concat(), "a text");
                String::new()
            }
        };
        let text = Translated { en: word("en"), zh: word("zh") };
        if self.origin == Origin::Shipped {
            match (text.en.trim().is_empty(), text.zh.trim().is_empty()) {
                (true, true) => self.fault(field, Problem::Missing),
                (true, false) => self.fault(field, Problem::MissingLanguage("en")),
                (false, true) => self.fault(field, Problem::MissingLanguage("zh")),
                (false, false) => {}
            }
        }
        text
    }
}
