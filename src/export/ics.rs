//! A calendar as RFC 5545 states it.
//!
//! Every event is an all-day entry that leaves the person free (`TRANSP:TRANSPARENT`). A calendar knows only days, so
//! what is known to the month or the year stands over the whole of it, and the entry's name says so; an entry on a
//! single day is always a day the source states. Of a date that is open at one side the stated end is entered.

use super::Excerpt;
use crate::headline::account;
use crate::i18n::{DateStyle, date_words, messages};
use crate::model::{Day, Edtf, Event, EventId, Locale, Precision, TimeSpan};

/// The most octets of a line, its break not counted.
const MAX_OCTETS: usize = 75;

/// The last day that four digits of a year can write.
const LAST_DAY: (i32, u32, u32) = (9999, 12, 31);

/// Whether the date says its days exactly: no month, year, "about" or open end.
pub fn is_day_stated(date: Edtf) -> bool {
    let is_closed = matches!(date, Edtf::Single(_) | Edtf::Interval(..));
    is_closed && date.precision() == Precision::Day && !date.is_approximate() && !date.is_uncertain()
}

/// The events as a calendar, in the words of one language.
pub fn ics(excerpt: &Excerpt, locale: Locale) -> String {
    let info = excerpt.dataset.info();
    let words = messages(locale).export();
    let name = (words.ics_name)(info.title.get(locale), excerpt.words.get(locale));
    let about = [account(excerpt.dataset, locale).0, (messages(locale).source_version)(&info.version)];
    let about = about.join(messages(locale).export().sentence_gap);
    let mut out = String::with_capacity(512 + excerpt.ids.len() * 1200);
    let product = format!("-//gsi-timeline//{} {}//{}", info.id, info.version, locale.slug().to_ascii_uppercase());
    line("BEGIN", "VCALENDAR", &mut out);
    line("VERSION", "2.0", &mut out);
    line("PRODID", &escaped(&product), &mut out);
    line("CALSCALE", "GREGORIAN", &mut out);
    line("METHOD", "PUBLISH", &mut out);
    // The name of RFC 7986, and the one calendars have read since before it.
    for field in ["NAME", "X-WR-CALNAME"] {
        line(field, &escaped(&name), &mut out);
    }
    for field in ["DESCRIPTION", "X-WR-CALDESC"] {
        line(field, &escaped(&about), &mut out);
    }
    line("URL", &excerpt.permalink, &mut out);
    for id in &excerpt.ids {
        entry(excerpt, *id, locale, &mut out);
    }
    line("END", "VCALENDAR", &mut out);
    out
}

fn entry(excerpt: &Excerpt, id: EventId, locale: Locale, out: &mut String) {
    let dataset = excerpt.dataset;
    let event = dataset.event(id);
    let taxonomy = dataset.taxonomy();
    let days = entered_days(event.date);
    let categories: Vec<String> = std::iter::once(taxonomy.kind(event.kind))
        .chain(event.regions.iter().map(|r| taxonomy.region(*r)))
        .map(|term| escaped(term.label.get(locale)))
        .collect();
    line("BEGIN", "VEVENT", out);
    // The same entry whatever the language, the filter and the place of the page, so that importing twice replaces.
    line("UID", &escaped(&format!("{}@{}", event.slug, dataset.info().id)), out);
    line("DTSTAMP", &(basic(excerpt.occasion.day) + "T000000Z"), out);
    line("DTSTART;VALUE=DATE", &basic(days.start()), out);
    line("DTEND;VALUE=DATE", &basic(days.end()), out);
    line("SUMMARY", &escaped(&entry_name(event, locale)), out);
    line("DESCRIPTION", &escaped(&description(excerpt, event, locale)), out);
    line("CATEGORIES", &categories.join(","), out);
    line("URL", &excerpt.event_link(id), out);
    line("TRANSP", "TRANSPARENT", out);
    line("END", "VEVENT", out);
}

/// The days an entry stands on: all that the date may mean, of an open side the stated end only.
fn entered_days(date: Edtf) -> TimeSpan {
    match date {
        Edtf::Single(at) | Edtf::OpenEnd(at) | Edtf::OpenStart(at) => at.span(),
        Edtf::Interval(..) => date.span(),
    }
}

/// The title; behind it the date in words, where the days of the entry are not what the source states.
fn entry_name(event: &Event, locale: Locale) -> String {
    let title = event.title.get(locale);
    if is_day_stated(event.date) {
        return title.clone();
    }
    let date = date_words(event.date, locale, DateStyle::Full);
    (messages(locale).export().ics_vague)(title, &date, event.date.precision())
}

fn description(excerpt: &Excerpt, event: &Event, locale: Locale) -> String {
    let (dataset, words) = (excerpt.dataset, messages(locale));
    let source = &dataset.info().source;
    let section = dataset.section(event.section);
    let place = (words.export().as_stated)(
        source.publisher.get(locale),
        source.title.get(locale),
        &date_words(source.date, locale, DateStyle::Full),
        &section.number,
        section.page,
    );
    let mut lines = vec![
        event.summary.get(locale).clone(),
        date_words(event.date, locale, DateStyle::Full),
        event.title.get(locale.other()).clone(),
    ];
    lines.extend(event.note.as_ref().map(|note| note.get(locale).clone()));
    lines.push(place + words.export().full_stop);
    lines.push((words.source_version)(&dataset.info().version));
    lines.join("\n")
}

/// `20230310`.
fn basic(day: Day) -> String {
    let last = Day::from_ymd(LAST_DAY.0, LAST_DAY.1, LAST_DAY.2).unwrap_or(day);
    let (y, m, d) = day.min(last).ymd();
    format!("{y:04}{m:02}{d:02}")
}

/// A text value: backslash, semicolon, comma and line breaks escaped, other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded between characters, never inside one.
fn line(name: &str, value: &str, out: &mut String) {
    let mut octets = 0;
    for part in [name, ":", value] {
        for c in part.chars() {
            if octets + c.len_utf8() > MAX_OCTETS {
                out.push_str("\r\n ");
                octets = 1;
            }
            out.push(c);
            octets += c.len_utf8();
        }
    }
    out.push_str("\r\n");
}
