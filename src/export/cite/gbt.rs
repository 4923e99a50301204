//! GB/T 7714–2015: `author. title[type/carrier]//author. host. edition. (issued)[retrieved]. address.`
//!
//! The dataset and its events are `DS/OL`, a view is a page and so `EB/OL`. The standard has no place for remarks, so
//! an event brings the report that states it as a second reference.

use super::{Citation, Cited};
use crate::export::iso_day;

pub(super) fn write(citation: &Citation) -> String {
    let words = citation.words;
    let kind = match citation.cited {
        Cited::Event(_) | Cited::Dataset => "DS/OL",
        Cited::View => "EB/OL",
    };
    let author = citation.author.map_or(String::new(), |author| format!("{author}. "));
    // The date of an event belongs to its title, as "other title information".
    let when = citation.when_words().map_or(String::new(), |when| format!(": {when}"));
    let host = citation.container.map_or(String::new(), |host| format!("//{author}{host}"));
    let edition = (words.cite_edition)(citation.version);
    let released = citation.released.map_or(String::new(), |date| format!("({date})"));
    let retrieved = format!("{released}[{}]", iso_day(citation.retrieved));
    let mut out = format!("{author}{}{when}[{kind}]{host}. {edition}. {retrieved}. {}.", citation.title, citation.link);
    let report = &citation.report;
    if let Some(page) = report.page {
        let year = report.date.anchor().year();
        let (publisher, title) = (report.publisher, report.title);
        let place = words.cite_no_place;
        out.push('\n');
        out.push_str(&match report.url {
            Some(url) => format!(
                "{publisher}. {title}[R/OL]. {place}: {publisher}, {year}: {page}[{}]. {url}.",
                iso_day(citation.retrieved)
            ),
            None => format!("{publisher}. {title}[R]. {place}: {publisher}, {year}: {page}."),
        });
    }
    out + "\n"
}
