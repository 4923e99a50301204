//! Words of the record that are nearly what was typed.

use super::needle::Search;
use super::{Han, fold};
use crate::letters::is_letter_or_digit;
use crate::model::Dataset;

/// Shorter words are too near to too many others.
const MIN_LETTERS: usize = 3;

/// Words with fewer letters than this may differ in one, others in two.
const LONG: usize = 6;

/// A word of the record that stands where a typed one was found nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// As the record writes it.
    pub word: String,
    /// The whole text with it.
    pub text: String,
}

/// The nearest word of the record for the first typed word that `search` finds nowhere.
pub(super) fn near(dataset: &Dataset, search: &dyn Search, han: Han, text: &str) -> Option<Near> {
    let is_found = |word: &str| {
        let finds = search.finding(word, dataset);
        search.needle(word, dataset).is_empty() || dataset.ids().any(finds)
    };
    let typed = text.split_whitespace().find(|word| !is_found(word))?;
    let word = nearest(dataset, typed, han)?;
    Some(Near { text: text.replacen(typed, &word, 1), word })
}

/// Words that were met, each with its folded letters and how often it was met.
struct Words {
    all: Vec<(Vec<char>, String, usize)>,
    han: Han,
}

impl Words {
    fn meet(&mut self, word: &str) {
        let letters: Vec<char> = fold(word, self.han).chars().collect();
        match self.all.binary_search_by(|(known, ..)| known.as_slice().cmp(&letters)) {
            Ok(at) => self.all[at].2 += 1,
            Err(at) => self.all.insert(at, (letters, word.to_owned(), 1)),
        }
    }
}

/// The nearest word to one that was typed; of several, the one that is met most.
fn nearest(dataset: &Dataset, typed: &str, han: Han) -> Option<String> {
    let typed: Vec<char> = fold(typed, han).chars().collect();
    let is_latin = typed.iter().all(char::is_ascii);
    let mut words = Words { all: Vec::new(), han };
    let taxonomy = dataset.taxonomy();
    let terms = taxonomy.kinds.iter().chain(&taxonomy.countries).chain(&taxonomy.organisations);
    let labels = terms.chain(taxonomy.regions.iter().map(|region| &region.term)).map(|term| &term.label);
    let events = dataset.events().iter();
    if is_latin && typed.len() >= MIN_LETTERS {
        let titles = events.flat_map(|event| [event.title.en.as_str(), event.summary.en.as_str()]);
        for text in titles.chain(labels.map(|label| label.en.as_str())) {
            text.split(|c: char| !is_letter_or_digit(c)).filter(|w| w.len() >= MIN_LETTERS).for_each(|w| words.meet(w));
        }
    } else if !is_latin && typed.len() > 1 {
        // Chinese has no spaces: whole names, and for what is longer any run of as many characters.
        labels
            .map(|label| label.zh.as_str())
            .filter(|name| name.chars().count() == typed.len())
            .for_each(|w| words.meet(w));
        for title in events.map(|event| event.title.zh.as_str()).filter(|_| typed.len() > 2) {
            let starts: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
            starts.windows(typed.len() + 1).for_each(|run| words.meet(&title[run[0]..run[typed.len()]]));
        }
    }
    let most = if is_latin && typed.len() >= LONG { 2 } else { 1 };
    let mut best: Option<(usize, usize, String)> = None;
    for (letters, word, n) in words.all {
        let steps = if is_latin { steps(&typed, &letters) } else { differing(&typed, &letters) };
        let is_better = |(at, often, _): &(usize, usize, String)| (steps, *often) < (*at, n);
        if (1..=most).contains(&steps) && best.as_ref().is_none_or(is_better) {
            best = Some((steps, n, word));
        }
    }
    best.map(|(.., word)| word)
}

/// In how many places two words of one length differ.
fn differing(a: &[char], b: &[char]) -> usize {
    if a.len() != b.len() { usize::MAX } else { a.iter().zip(b).filter(|(a, b)| a != b).count() }
}

/// How many letters to leave out, add, exchange or swap with the next one leads from a word to another.
fn steps(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    // Rows of the table of distances between beginnings; the last but one is needed for swaps.
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i];
        for j in 1..=b.len() {
            let exchanged = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = exchanged.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = row;
        row = next;
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn steps_count_letters_left_out_added_exchanged_and_swapped() {
        for (a, b, n) in [
            ("cuba", "cuba", 0),
            ("cubba", "cuba", 1),
            ("cba", "cuba", 1),
            ("kuba", "cuba", 1),
            ("ucba", "cuba", 1),
            ("summti", "summit", 1),
            ("sumits", "summit", 2),
            ("meditaion", "mediation", 1),
            ("a", "abcd", usize::MAX),
        ] {
            assert_eq!(steps(&letters(a), &letters(b)), n, "{a} {b}");
            assert_eq!(steps(&letters(b), &letters(a)), n, "{b} {a}");
        }
        assert_eq!(differing(&letters("伊郎"), &letters("伊朗")), 1);
        assert_eq!(differing(&letters("伊郎"), &letters("伊朗人")), usize::MAX);
    }
}
