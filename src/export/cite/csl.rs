//! A record in CSL-JSON, as Zotero, Mendeley and pandoc read it: an array of one item.

use super::{Citation, parts};
use crate::export::json_text::{list, object, object_lines, quoted};
use crate::i18n::{DateStyle, date_words, span_edtf};
use crate::model::{Edtf, Endpoint, Locale, TimeSpan};

pub(super) fn write(citation: &Citation) -> String {
    let text = |text: Option<&str>| text.map_or(String::new(), quoted);
    let date = |date: Option<Edtf>| date.map_or(String::new(), |date| date_value(date, citation.locale));
    let author = citation.author.map(|name| list(&[object(&[("literal", quoted(name))])]));
    let retrieved = span_edtf(TimeSpan::new(citation.retrieved, citation.retrieved.plus(1)));
    let item = object_lines(&[
        ("id", quoted(&citation.key)),
        ("type", quoted("dataset")),
        ("title", quoted(citation.title)),
        ("container-title", text(citation.container)),
        ("author", author.unwrap_or_default()),
        ("version", quoted(citation.version)),
        ("issued", date(citation.released)),
        ("event-date", date(citation.when)),
        ("accessed", date(retrieved)),
        ("URL", quoted(&citation.link)),
        ("language", quoted(citation.locale.tag())),
        ("abstract", text(citation.summary)),
        ("keyword", if citation.keywords.is_empty() { String::new() } else { quoted(&citation.keywords.join(", ")) }),
        ("note", quoted(&citation.origin)),
    ]);
    format!("[{}]\n", item.trim_end())
}

/// A date as exact as it is known. CSL has no open ranges: words say what the stated end cannot.
fn date_value(date: Edtf, locale: Locale) -> String {
    let array = |at: Endpoint| list(&parts(at).iter().map(u32::to_string).collect::<Vec<_>>());
    let (known, words) = match date {
        Edtf::Single(at) => (vec![array(at)], None),
        Edtf::Interval(from, to) => (vec![array(from), array(to)], None),
        Edtf::OpenEnd(at) | Edtf::OpenStart(at) => (vec![array(at)], Some(date_words(date, locale, DateStyle::Full))),
    };
    let is_vague = date.is_approximate() || date.is_uncertain();
    object(&[
        ("date-parts", list(&known)),
        ("literal", words.map_or(String::new(), |words| quoted(&words))),
        ("circa", if is_vague { "true".to_owned() } else { String::new() }),
    ])
}
