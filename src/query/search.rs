//! Text search over both languages at once: case and accents folded, every word must be found.

use crate::model::{Bilingual, Dataset, Event, EventId};

/// Parts the fields of an event in its folded text, so that a word never matches across two of them.
const FIELD_BREAK: char = '\u{1f}';

/// The folded words of every event.
#[derive(Debug)]
pub struct SearchIndex {
    texts: Vec<String>,
}

/// What is looked for: folded words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// Splits a person's text at white space and folds it.
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The byte ranges of `text` to mark, in order, not overlapping.
    pub fn ranges(&self, text: &str) -> Vec<(usize, usize)> {
        let mut folded = String::with_capacity(text.len());
        // Byte of the original under each byte of the folded text.
        let mut origin = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            fold_char(c, &mut folded);
            origin.resize(folded.len(), at);
        }
        origin.push(text.len());
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for word in &self.words {
            for (at, found) in folded.match_indices(word.as_str()) {
                let last = origin[at + found.len() - 1];
                let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
                ranges.push((origin[at], end));
            }
        }
        crate::order::sort(&mut ranges);
        ranges.dedup_by(|next, kept| {
            let overlaps = next.0 < kept.1;
            if overlaps {
                kept.1 = kept.1.max(next.1);
            }
            overlaps
        });
        ranges
    }
}

impl SearchIndex {
    /// Folds titles, summaries and the names of all that takes part, in both languages.
    pub fn new(dataset: &Dataset) -> Self {
        Self { texts: dataset.events().iter().map(|event| event_text(dataset, event)).collect() }
    }

    /// Whether every word of the needle is found in the event.
    pub fn matches(&self, id: EventId, needle: &Needle) -> bool {
        needle.words.iter().all(|word| self.texts[id.index()].contains(word.as_str()))
    }
}

fn event_text(dataset: &Dataset, event: &Event) -> String {
    let taxonomy = dataset.taxonomy();
    let mut text = String::new();
    let mut add = |words: &Bilingual| {
        for words in [&words.en, &words.zh] {
            words.chars().for_each(|c| fold_char(c, &mut text));
            text.push(FIELD_BREAK);
        }
    };
    add(&event.title);
    add(&event.summary);
    add(&taxonomy.kind(event.kind).label);
    event.regions.iter().for_each(|r| add(&taxonomy.region(*r).label));
    event.countries.iter().for_each(|c| add(&taxonomy.country(*c).label));
    event.organisations.iter().for_each(|o| add(&taxonomy.organisation(*o).label));
    text
}

/// Text with case, accents and full-width forms taken away.
///
/// ```
/// use gsi_timeline::query::fold;
/// assert_eq!(fold("Türkiye, CÔTE D’IVOIRE，２０２３"), "turkiye, cote d'ivoire,2023");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut out));
    out
}

fn fold_char(c: char, out: &mut String) {
    // The whole full-width block lies one fixed step above ASCII.
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '’' | '‘' => '\'',
        '–' | '—' | '‑' => '-',
        c => c,
    };
    for c in c.to_lowercase() {
        let plain = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
            'ì'..='ï' | 'ī' | 'ı' => 'i',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ś' | 'š' | 'ş' => 's',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ž' | 'ź' | 'ż' => 'z',
            'ğ' => 'g',
            // What is left of a dotted capital I in lower case.
            '\u{307}' => continue,
            c => c,
        };
        out.push(plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marked(needle: &str, text: &str, expected: &[&str]) {
        let found: Vec<&str> = Needle::new(needle).ranges(text).into_iter().map(|(a, b)| &text[a..b]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_what_was_found_in_the_original_letters() {
        marked("TURK", "Türkiye and Turkmenistan", &["Türk", "Turk"]);
        marked("联合声明", "中古联合声明", &["联合声明"]);
        marked("joint state", "A joint statement", &["joint", "state"]);
        marked("aa", "aaa", &["aa"]);
        marked("", "anything", &[]);
    }
}
