//! The embedded dataset as `build.rs` packs it: what the file says and no more, like things side by side.
//!
//! One description serves the writer and the reader, so they cannot disagree. Texts of a field stand together in a
//! column, a line each; numbers are one row of bytes. It compresses better than JSON, and takes no parser.

use super::raw::{RawDataset, RawEvent, RawFigure, RawPlace, RawSource, RawTerm, RawText};

/// How many columns of text there are.
pub(super) const COLUMNS: usize = 24;

/// What values are written to, or read from.
pub(super) trait Tape {
    /// A text without line breaks.
    fn text(&mut self, column: usize, text: &mut String);

    /// A number.
    fn number(&mut self, number: &mut u32);

    /// As many things as there are.
    fn items<T: Default>(&mut self, items: &mut Vec<T>, each: fn(&mut Self, &mut T)) {
        let mut n = items.len() as u32;
        self.number(&mut n);
        items.resize_with(n as usize, T::default);
        for item in items {
            each(self, item);
        }
    }

    /// A thing that may be missing.
    fn option<T: Default>(&mut self, option: &mut Option<T>, each: fn(&mut Self, &mut T)) {
        let mut is_some = u32::from(option.is_some());
        self.number(&mut is_some);
        if is_some == 1 {
            each(self, option.get_or_insert_default());
        }
    }

    /// A text in two languages, in a column and the next.
    fn both(&mut self, column: usize, text: &mut RawText) {
        self.text(column, &mut text.en);
        self.text(column + 1, &mut text.zh);
    }
}

/// The whole file. Records are all there: `build.rs` refuses a file with one that is not.
pub(super) fn dataset<T: Tape>(tape: &mut T, d: &mut RawDataset) {
    tape.option(&mut d.format, T::number);
    tape.text(0, &mut d.id);
    tape.text(0, &mut d.version);
    tape.both(1, &mut d.title);
    tape.both(1, &mut d.description);
    tape.option(&mut d.author, |tape, author| tape.both(1, author));
    tape.option(&mut d.released, |tape, released| tape.text(0, released));
    source(tape, &mut d.source);
    tape.text(0, &mut d.coverage);
    for terms in [&mut d.kinds, &mut d.regions, &mut d.themes, &mut d.countries, &mut d.organisations, &mut d.stances] {
        tape.items(terms, term);
    }
    records(tape, &mut d.events, event);
    records(tape, &mut d.figures, figure);
}

/// Records that could be read; others are passed over.
fn records<T: Tape, R: Default, E>(tape: &mut T, records: &mut Vec<Result<R, E>>, each: fn(&mut T, &mut R)) {
    let mut read: Vec<R> = records.drain(..).filter_map(Result::ok).collect();
    tape.items(&mut read, each);
    records.extend(read.into_iter().map(Ok));
}

fn source<T: Tape>(tape: &mut T, source: &mut RawSource) {
    tape.both(1, &mut source.title);
    tape.both(1, &mut source.publisher);
    tape.text(0, &mut source.date);
    tape.option(&mut source.url, |tape, url| tape.text(0, url));
    tape.items(&mut source.sections, |tape, section| {
        tape.text(3, &mut section.number);
        tape.number(&mut section.page);
        tape.both(4, &mut section.title);
    });
}

fn term<T: Tape>(tape: &mut T, term: &mut RawTerm) {
    tape.text(6, &mut term.id);
    tape.option(&mut term.number, T::number);
    tape.both(7, &mut term.label);
    tape.items(&mut term.countries, |tape, code| tape.text(9, code));
}

fn event<T: Tape>(tape: &mut T, event: &mut RawEvent) {
    tape.text(10, &mut event.id);
    tape.text(11, &mut event.date);
    tape.text(12, &mut event.kind);
    tape.both(13, &mut event.title);
    tape.both(15, &mut event.summary);
    tape.items(&mut event.regions, |tape, slug| tape.text(17, slug));
    tape.items(&mut event.countries, |tape, slug| tape.text(18, slug));
    tape.items(&mut event.organisations, |tape, slug| tape.text(19, slug));
    tape.items(&mut event.themes, T::number);
    tape.option(&mut event.importance, |tape, importance| {
        let mut number = u32::from(*importance);
        tape.number(&mut number);
        *importance = number as u8;
    });
    tape.option(&mut event.stance, |tape, slug| tape.text(20, slug));
    let mut background = u32::from(event.background);
    tape.number(&mut background);
    event.background = background == 1;
    tape.option(&mut event.note, |tape, note| tape.both(21, note));
    place(tape, &mut event.source);
    tape.items(&mut event.also, |tape, number| tape.text(3, number));
    tape.items(&mut event.links, |tape, link| tape.text(23, link));
}

fn figure<T: Tape>(tape: &mut T, figure: &mut RawFigure) {
    tape.text(10, &mut figure.id);
    tape.text(11, &mut figure.date);
    tape.option(&mut figure.value, |tape, value| {
        let bits = value.to_bits();
        let (mut low, mut high) = (bits as u32, (bits >> 32) as u32);
        tape.number(&mut low);
        tape.number(&mut high);
        *value = f64::from_bits(u64::from(high) << 32 | u64::from(low));
    });
    tape.both(7, &mut figure.unit);
    tape.both(7, &mut figure.label);
    place(tape, &mut figure.source);
}

fn place<T: Tape>(tape: &mut T, place: &mut RawPlace) {
    tape.text(3, &mut place.section);
    tape.option(&mut place.page, T::number);
}

/// Reads what [`Writer`] wrote. What is missing reads as empty.
pub(super) struct Reader<'b> {
    columns: [std::str::Split<'b, char>; COLUMNS],
    numbers: std::slice::Iter<'b, u8>,
}

impl<'b> Reader<'b> {
    /// Of the columns, each ended by a zero, and the numbers after them.
    pub(super) fn new(packed: &'b [u8]) -> Self {
        let mut parts = packed.splitn(COLUMNS + 1, |byte| *byte == 0);
        let columns = std::array::from_fn(|_| {
            let column = parts.next().unwrap_or_default();
            std::str::from_utf8(column).unwrap_or_default().split('\n')
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
