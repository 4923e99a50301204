//! A citation in words.

use super::Citation;
use crate::i18n::{DateStyle, date_words, span_edtf};
use crate::model::TimeSpan;

pub(super) fn write(citation: &Citation) -> String {
    let words = citation.words;
    let date = |date| date_words(date, citation.locale, DateStyle::Full);
    let released = citation.released.map(date);
    let (name, quoted) = match citation.container {
        Some(container) => (container, Some(nested(citation.title))),
        None => (citation.title, None),
    };
    let dataset = (words.cite_dataset)(citation.author, name, citation.version, released.as_deref());
    let cited = match quoted {
        Some(title) => (words.cite_within)(&title, citation.when_words().as_deref(), &dataset),
        None => dataset,
    };
    let retrieved = span_edtf(TimeSpan::new(citation.retrieved, citation.retrieved.plus(1))).map(date);
    let retrieved = (words.cite_retrieved)(&citation.link, &retrieved.unwrap_or_default());
    [cited + words.full_stop, format!("{}{}", citation.origin, words.full_stop), retrieved].join(words.sentence_gap)
}

/// A title inside quotation marks: its own become single ones.
fn nested(title: &str) -> String {
    title.replace('“', "‘").replace('”', "’")
}
