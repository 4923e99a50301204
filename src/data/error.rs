//! What can be wrong with a dataset, and where. The words a person reads are in [`crate::i18n`].

use crate::model::EdtfError;

/// The record a problem was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// The file as a whole.
    File,
    /// An entry of one of the vocabularies or of the source's contents: the list, and the entry's id or place.
    Entry {
        /// Name of the list, such as `kinds`.
        list: &'static str,
        /// The entry's id, or its place counted from 1 where it has none.
        id: String,
    },
    /// An event, by its id, or by its place counted from 1 where it has none.
    Event(String),
    /// A figure, by its id, or by its place counted from 1 where it has none.
    Figure(String),
}

/// What was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not JSON: line, column and the parser's own words.
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
        /// The parser's words, in English.
        detail: String,
    },
    /// A value of another type than the field holds: what it should be, in English.
    WrongType(String),
    /// The file states a format this program does not read.
    UnknownFormat(Option<u32>),
    /// A field that must hold something is missing or empty.
    Missing,
    /// The text is there in one language only.
    MissingLanguage(&'static str),
    /// A word that its vocabulary does not have.
    Unknown(String),
    /// A date that is not one.
    Date {
        /// What stands there.
        text: String,
        /// What is wrong with it.
        error: EdtfError,
    },
    /// An id that an earlier record already has.
    Duplicate(String),
    /// An id that does not start with the event's date.
    IdWithoutDate,
    /// A number outside what the field allows.
    OutOfRange(String),
    /// The page is not the one the contents give for the section.
    WrongPage {
        /// The page stated.
        stated: u32,
        /// The page of the contents.
        expected: u32,
    },
    /// More entries than the program can number.
    TooMany(usize),
}

/// One problem: the record, the field and what was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetError {
    /// The record.
    pub record: Record,
    /// The field, as it is named in the file.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}
