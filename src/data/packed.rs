//! The embedded dataset as `build.rs` packs it: what the file says and no more, like things side by side.
//!
//! One description serves the writer and the reader, so they cannot disagree. Texts of a field stand together in a
//! column, a line each; numbers are one row of bytes. It compresses better than JSON, and takes no parser.

use super::raw::{RawDataset, RawEvent, RawFigure, RawPlace, RawSection, RawSource, RawTerm, RawText};

/// How many columns of text there are.
pub(super) const COLUMNS: usize = 17;

/// The columns from here on are no part of the first view: what happened, remarks and links.
pub(super) const FIRST_LATER: usize = 12;

/// What values are written to, or read from.
pub(super) trait Tape {
    /// A text without line breaks.
    fn text(&mut self, column: usize, text: &mut String);

    /// A number.
    fn number(&mut self, number: &mut u32);

    /// As many things as there are.
    fn items<T: Default>(&mut self, items: &mut Vec<T>, each: &dyn Fn(&mut Self, &mut T)) {
        let mut n = items.len() as u32;
        self.number(&mut n);
        items.resize_with(n as usize, T::default);
        for item in items {
            each(self, item);
        }
    }

    /// A thing that may be missing.
    fn option<T: Default>(&mut self, option: &mut Option<T>, each: &dyn Fn(&mut Self, &mut T)) {
        let mut is_some = u32::from(option.is_some());
        self.number(&mut is_some);
        if is_some == 1 {
            each(self, option.get_or_insert_default());
        }
    }

    /// One of the words of a vocabulary, as its place among them.
    fn word(&mut self, word: &mut String, words: &[String]) {
        let mut place = words.iter().position(|known| known == word).unwrap_or_default() as u32;
        self.number(&mut place);
        *word = words.get(place as usize).cloned().unwrap_or_default();
    }

    /// A text in two languages, in a column and the next.
    fn both(&mut self, column: usize, text: &mut RawText) {
        self.text(column, &mut text.en);
        self.text(column + 1, &mut text.zh);
    }
}

/// The whole file. Records are all there: `build.rs` refuses a file with one that is not.
pub(super) fn dataset<T: Tape>(tape: &mut T, d: &mut RawDataset) {
    tape.option(&mut d.format, &T::number);
    tape.text(0, &mut d.id);
    tape.text(0, &mut d.version);
    tape.both(1, &mut d.title);
    tape.both(1, &mut d.description);
    tape.option(&mut d.author, &|tape, author| tape.both(1, author));
    tape.option(&mut d.released, &|tape, released| tape.text(0, released));
    source(tape, &mut d.source);
    tape.text(0, &mut d.coverage);
    for terms in [&mut d.countries, &mut d.kinds, &mut d.themes, &mut d.organisations, &mut d.stances] {
        tape.items(terms, &term);
    }
    let countries = slugs(&d.countries);
    tape.items(&mut d.regions, &|tape, region| {
        term(tape, region);
        tape.items(&mut region.countries, &|tape, code| tape.word(code, &countries));
    });
    let words = Words {
        kinds: slugs(&d.kinds),
        regions: slugs(&d.regions),
        countries,
        organisations: slugs(&d.organisations),
        stances: slugs(&d.stances),
        sections: d.source.sections.iter().map(|section| section.number.clone()).collect(),
    };
    records(tape, &mut d.events, &|tape, item| event(tape, item, &words));
    records(tape, &mut d.figures, &|tape, item| figure(tape, item, &words));
}

/// The vocabularies by which events are told, in their order.
struct Words {
    kinds: Vec<String>,
    regions: Vec<String>,
    countries: Vec<String>,
    organisations: Vec<String>,
    stances: Vec<String>,
    sections: Vec<String>,
}

fn slugs(terms: &[RawTerm]) -> Vec<String> {
    terms.iter().map(|term| term.id.clone()).collect()
}

/// Records that could be read; others are passed over.
fn records<T: Tape, R: Default, E>(tape: &mut T, records: &mut Vec<Result<R, E>>, each: &dyn Fn(&mut T, &mut R)) {
    let mut read: Vec<R> = records.drain(..).filter_map(Result::ok).collect();
    tape.items(&mut read, each);
    records.extend(read.into_iter().map(Ok));
}

fn source<T: Tape>(tape: &mut T, source: &mut RawSource) {
    tape.both(1, &mut source.title);
    tape.both(1, &mut source.publisher);
    tape.text(0, &mut source.date);
    tape.option(&mut source.url, &|tape, url| tape.text(0, url));
    tape.items(&mut source.sections, &|tape, section: &mut RawSection| {
        tape.text(3, &mut section.number);
        tape.number(&mut section.page);
        tape.both(4, &mut section.title);
    });
}

fn term<T: Tape>(tape: &mut T, term: &mut RawTerm) {
    tape.text(6, &mut term.id);
    tape.option(&mut term.number, &T::number);
    tape.both(7, &mut term.label);
}

fn event<T: Tape>(tape: &mut T, event: &mut RawEvent, words: &Words) {
    dated(tape, &mut event.date, &mut event.id);
    tape.word(&mut event.kind, &words.kinds);
    tape.both(10, &mut event.title);
    tape.both(12, &mut event.summary);
    tape.items(&mut event.regions, &|tape, slug| tape.word(slug, &words.regions));
    tape.items(&mut event.countries, &|tape, slug| tape.word(slug, &words.countries));
    tape.items(&mut event.organisations, &|tape, slug| tape.word(slug, &words.organisations));
    tape.items(&mut event.themes, &T::number);
    tape.option(&mut event.importance, &|tape, importance: &mut u8| {
        let mut number = u32::from(*importance);
        tape.number(&mut number);
        *importance = number as u8;
    });
    tape.option(&mut event.stance, &|tape, slug| tape.word(slug, &words.stances));
    let mut background = u32::from(event.background);
    tape.number(&mut background);
    event.background = background == 1;
    tape.option(&mut event.note, &|tape, note| tape.both(14, note));
    place(tape, &mut event.source, words);
    tape.items(&mut event.also, &|tape, number| tape.word(number, &words.sections));
    tape.items(&mut event.links, &|tape, link| tape.text(16, link));
}

/// A date, and an id, which begins with it more often than not: the date is not said twice.
fn dated<T: Tape>(tape: &mut T, date: &mut String, id: &mut String) {
    tape.text(6, date);
    let mut rest = id.strip_prefix(date.as_str()).unwrap_or(id).to_owned();
    tape.text(9, &mut rest);
    *id = if rest.starts_with('-') { date.clone() + &rest } else { rest };
}

fn figure<T: Tape>(tape: &mut T, figure: &mut RawFigure, words: &Words) {
    dated(tape, &mut figure.date, &mut figure.id);
    tape.option(&mut figure.value, &|tape, value: &mut f64| {
        let bits = value.to_bits();
        let (mut low, mut high) = (bits as u32, (bits >> 32) as u32);
        tape.number(&mut low);
        tape.number(&mut high);
        *value = f64::from_bits(u64::from(high) << 32 | u64::from(low));
    });
    tape.both(7, &mut figure.unit);
    tape.both(7, &mut figure.label);
    place(tape, &mut figure.source, words);
}

/// The section says the page.
fn place<T: Tape>(tape: &mut T, place: &mut RawPlace, words: &Words) {
    tape.word(&mut place.section, &words.sections);
}

/// Reads what [`Writer`] wrote. What is missing reads as empty.
pub(super) struct Reader<'b> {
    columns: [std::str::Split<'b, char>; COLUMNS],
    numbers: std::slice::Iter<'b, u8>,
}

impl<'b> Reader<'b> {
    /// Of the columns of the first view, each ended by a zero, and the numbers after them; and of the other columns,
    /// which are empty as long as they are not there.
    pub(super) fn new(first: &'b [u8], later: &'b [u8]) -> Self {
        let mut parts = first.splitn(FIRST_LATER + 1, |byte| *byte == 0);
        let mut later = later.split(|byte| *byte == 0);
        let columns = std::array::from_fn(|column| {
            let column = if column < FIRST_LATER { parts.next() } else { later.next() };
            std::str::from_utf8(column.unwrap_or_default()).unwrap_or_default().split('\n')
        });
        Self { columns, numbers: parts.next().unwrap_or_default().iter() }
    }
}

impl Tape for Reader<'_> {
    fn text(&mut self, column: usize, text: &mut String) {
        *text = self.columns[column].next().unwrap_or_default().to_owned();
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, number: &mut u32) {
        *number = 0;
        for shift in (0..32).step_by(7) {
            let byte = *self.numbers.next().unwrap_or(&0);
            *number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return;
            }
        }
    }
}
