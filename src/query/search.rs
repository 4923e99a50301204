//! Text search over both languages at once.
//!
//! Every word must be found, in its letters or, where it can be pinyin, in the sounds of Chinese text. Case, accents,
//! width and traditional forms are folded. One or two Latin letters are found only where a word begins, as `us` is in
//! "US" and not in "Russia"; so are two first letters, where a Chinese name or title begins. Words of one syllable that stand together are one word of several.
//! A date narrows by date; what stands in quotation marks is one word and never a date.

use std::ops::Range;
use std::sync::Arc;

use super::fold::fold_char;
use super::found::{Found, found_elsewhere};
use super::han::{Han, Pinyin};
use super::needle::{Needle, Seeker};
use super::{fold, typed_date};
use crate::letters::is_letter_or_digit;
use crate::model::{Bilingual, Dataset, EventId, Locale, TimeSpan};

/// As few Latin letters are found only at the beginning of a word.
const SHORT: usize = 2;

/// Parts the fields of an event in its folded text, so that a word never matches across two of them.
pub(super) const FIELD_BREAK: char = '\u{1f}';

/// The most words looked for; what is typed beyond them is passed over.
const MAX_WORDS: usize = 32;

/// The most syllables that are joined across spaces.
const MAX_JOINED: usize = 8;

/// Folded words.
pub(super) struct Words {
    /// Single words in their order, and among them the runs of syllables that begin at the same place.
    pub(super) units: Vec<Unit>,
    pub(super) n_words: usize,
    /// The text that was read, folded.
    source: String,
    /// What was known of characters.
    pub(super) han: Han,
}

/// One word, or several that are read together.
pub(super) struct Unit {
    /// Which words it stands for.
    pub(super) words: Range<usize>,
    /// Its letters; a run of syllables has none.
    pub(super) letters: Option<String>,
    pub(super) pinyin: Option<Pinyin>,
}

impl Needle {
    /// Reads a person's text as words only, and those as pinyin where characters are known.
    pub fn new(text: &str, han: Han) -> Self {
        Self { date: None, seeker: Some(Arc::new(Words::new(fold(text, han), han))) }
    }

    /// Reads a person's text over a dataset: a date that lies in it narrows by date, the rest are words.
    pub fn of(text: &str, dataset: &Dataset, han: Han) -> Self {
        let (words, date) = Words::of(text, dataset, han);
        Self { date, seeker: Some(Arc::new(words)) }
    }
}

impl Words {
    fn new(source: String, han: Han) -> Self {
        let words = words(&source);
        let units = units(&words, han);
        Self { n_words: words.len(), units, source, han }
    }

    /// The words of a text, and the days that are typed in it as a date.
    pub(super) fn of(text: &str, dataset: &Dataset, han: Han) -> (Self, Option<TimeSpan>) {
        let source = fold(text, han);
        let unquoted = source.split(is_quote).next().unwrap_or_default();
        match typed_date::find(unquoted, dataset.domain(true)) {
            Some((span, at)) => {
                let rest = format!("{} {}", &source[..at.start], &source[at.end..]);
                (Self { source, ..Self::new(rest, han) }, Some(span))
            }
            None => (Self::new(source, han), None),
        }
    }

    /// All words, as bits.
    pub(super) fn all_words(&self) -> u64 {
        bits(&(0..self.n_words))
    }

    /// What is to be marked, with the words found there as bits.
    pub(super) fn marks(&self, text: &str, by_first: bool) -> Vec<(Range<usize>, u64)> {
        if self.units.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text, self.han);
        let mut marks: Vec<(Range<usize>, u64)> = Vec::new();
        for unit in &self.units {
            let words = bits(&unit.words);
            if let Some(letters) = &unit.letters {
                let found = places(&folded.text, letters);
                marks.extend(found.map(|at| (folded.original(at..at + letters.len()), words)));
            }
            let Some(pinyin) = &unit.pinyin else { continue };
            let mut at = 0;
            while at < folded.row.len() {
                let n = pinyin.taken(&folded.row, at, by_first).unwrap_or(0);
                if n > 0 {
                    marks.push((folded.places[at].start..folded.places[at + n - 1].end, words));
                }
                at += n.max(1);
            }
        }
        crate::order::sort_by(&mut marks, |a, b| (a.0.start, a.0.end).cmp(&(b.0.start, b.0.end)));
        marks.dedup_by(|next, kept| {
            let overlaps = next.0.start < kept.0.end;
            if overlaps {
                kept.0.end = kept.0.end.max(next.0.end);
                kept.1 |= next.1;
            }
            overlaps
        });
        marks
    }
}

impl Seeker for Words {
    fn source(&self) -> (&str, bool) {
        (&self.source, self.han.is_whole())
    }

    fn is_empty(&self) -> bool {
        self.n_words == 0
    }

    fn is_in(&self, name: &Bilingual) -> bool {
        let has_all =
            |text: &str| self.marks(text, true).iter().fold(0, |all, (_, words)| all | words) == self.all_words();
        has_all(&name.en) || has_all(&name.zh) || self.han.other_name(&name.zh).is_some_and(has_all)
    }

    fn ranges(&self, text: &str, is_name: bool) -> Vec<Range<usize>> {
        self.marks(text, is_name).into_iter().map(|(range, _)| range).collect()
    }

    fn found_elsewhere(&self, dataset: &Dataset, id: EventId, locale: Locale) -> Option<Found> {
        found_elsewhere(dataset, id, self, locale)
    }
}

/// Where letters stand in a folded text.
pub(super) fn places(text: &str, letters: &str) -> impl Iterator<Item = usize> {
    let is_short = letters.len() <= SHORT && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let is_inside = move |at: usize| text[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(letters).map(|(at, _)| at).filter(move |at| !is_short || !is_inside(*at))
}

fn bits(words: &Range<usize>) -> u64 {
    words.clone().fold(0, |bits, word| bits | 1 << word)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '「' | '」')
}

/// What stands between white space, or between quotation marks.
fn words(folded: &str) -> Vec<&str> {
    let parts = folded.split(is_quote).enumerate();
    let words = parts.flat_map(|(i, part)| -> Vec<&str> {
        // Every other part stands inside the marks.
        if i % 2 == 1 { vec![part.trim()] } else { part.split_whitespace().collect() }
    });
    words.filter(|word| !word.is_empty()).take(MAX_WORDS).collect()
}

fn units(words: &[&str], han: Han) -> Vec<Unit> {
    let is_syllable: Vec<bool> = words.iter().map(|word| Pinyin::is_syllable(word, han)).collect();
    let mut units = Vec::new();
    for at in 0..words.len() {
        // A syllable beside another means that run, not every character that sounds like it.
        let in_run =
            is_syllable[at] && (at > 0 && is_syllable[at - 1] || is_syllable.get(at + 1).copied().unwrap_or_default());
        let pinyin = if in_run { None } else { Pinyin::new(words[at], han) };
        units.push(Unit { words: at..at + 1, letters: Some(words[at].to_owned()), pinyin });
        for end in at + 2..=words.len().min(at + MAX_JOINED) {
            if let Some(pinyin) = Pinyin::joined(&words[at..end], han) {
                units.push(Unit { words: at..end, letters: None, pinyin: Some(pinyin) });
            }
        }
    }
    units
}

/// A text folded, with the way back to it.
#[derive(Default)]
struct Folded {
    text: String,
    /// Byte of the original under each byte of the folded text, and where the original ends.
    origin: Vec<usize>,
    /// End in the original of the character under each byte of the folded text.
    ends: Vec<usize>,
    /// Chinese characters by their places in the table; 0 parts what a letter or a digit parts.
    row: Vec<u16>,
    /// Where each of `row` stands in the original.
    places: Vec<Range<usize>>,
}

impl Folded {
    fn new(text: &str, han: Han) -> Self {
        let mut out = Self::default();
        for (at, c) in text.char_indices() {
            let (before, end) = (out.text.len(), at + c.len_utf8());
            fold_char(c, han, &mut out.text);
            out.origin.resize(out.text.len(), at);
            out.ends.resize(out.text.len(), end);
            let n = out.row.len();
            push_row(&out.text[before..], han, &mut out.row);
            out.places.resize(out.places.len() + out.row.len() - n, at..end);
        }
        out
    }

    fn original(&self, folded: Range<usize>) -> Range<usize> {
        self.origin[folded.start]..self.ends[folded.end - 1]
    }
}

/// Appends the Chinese characters of a folded text. Marks of punctuation are passed over, so that a run goes on.
pub(super) fn push_row(folded: &str, han: Han, row: &mut Vec<u16>) {
    for c in folded.chars() {
        let place = han.place(c);
        let parts = is_letter_or_digit(c) || c == FIELD_BREAK;
        if place > 0 || parts && row.last().is_some_and(|last| *last != 0) {
            row.push(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marked(needle: &str, text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            Needle::new(needle, Han::whole()).ranges(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_what_was_found_in_the_original_letters() {
        marked("TURK", "Türkiye and Turkmenistan", &["Türk", "Turk"]);
        marked("联合声明", "中古联合声明", &["联合声明"]);
        marked("聯合", "中古联合声明", &["联合"]);
        marked("联合", "中古聯合聲明", &["聯合"]);
        marked("joint state", "A joint statement", &["joint", "state"]);
        marked("\"joint state\"", "A joint statement by joint states", &["joint state", "joint state"]);
        marked("aaa", "aaaa", &["aaa"]);
        marked("us", "US and Russia, discussed; use", &["US", "us"]);
        marked("st", "A joint statement in the East", &["st"]);
        marked("rus", "Belarus", &["rus"]);
        marked("", "anything", &[]);
    }

    #[test]
    fn marks_the_characters_whose_sounds_were_typed() {
        marked("shate", "沙特和伊朗", &["沙特"]);
        marked("sha te", "沙特和伊朗在沙地", &["沙特"]);
        marked("yl", "伊朗和沙特", &["伊朗"]);
        marked("yl", "沙特和伊朗", &[]);
        marked("hyl", "沙特和伊朗", &["和伊朗"]);
        marked("zhongguozhongya", "首届中国—中亚峰会", &["中国—中亚"]);
        marked("zg", "中国2023国", &["中国"]);
        marked("zhongguo iran", "China 中国 and Iran", &["中国", "Iran"]);
    }
}
