//! Letters sought in Chinese text: as whole syllables, the last one perhaps begun only, or as first letters.
//!
//! All ways of reading run side by side: bit `n` of a state says that `n` letters are found so far, and each
//! character moves the bits at which one of its readings goes on. So a character costs the same whether it has one
//! reading or six, and the text is gone through once.

use super::table::{Han, Table};

/// Fewer letters are sought only as letters: they begin half of all syllables.
const MIN_LETTERS: usize = 2;

/// A single syllable that is only begun needs as many: `zho` may become `zhong`, `zh` is nothing yet.
const MIN_BEGUN: usize = 3;

/// As few first letters are sought only where a name or a word begins: any two characters side by side have some.
const SHORT: usize = 2;

/// The most letters that a state has bits for.
const MAX_LETTERS: usize = 63;

/// Letters that can be read as pinyin.
#[derive(Clone, Debug)]
pub(in crate::query) struct Pinyin {
    table: &'static Table,
    n_letters: usize,
    /// For each syllable the places at which the letters go on with it.
    whole: Vec<u64>,
    /// For each syllable the places from which all letters that are left begin it.
    begun: Vec<u64>,
    /// For each syllable the places of its first letter; empty where first letters are not sought.
    first: Vec<u64>,
}

impl Pinyin {
    /// Reads a folded word; an apostrophe or a tone's number ends a syllable. `None` where no Chinese text can be meant,
    /// or no characters are known.
    pub(in crate::query) fn new(word: &str, han: Han) -> Option<Self> {
        let table = han.table()?;
        let mut letters = String::new();
        // Bit n: a syllable ends before letter n.
        let mut ends = 0_u64;
        for c in word.chars() {
            let is_end = c == '\'' || ('1'..='5').contains(&c);
            match c {
                'a'..='z' if letters.len() < MAX_LETTERS => letters.push(c),
                _ if is_end && !letters.is_empty() => ends |= 1 << letters.len(),
                _ => return None,
            }
        }
        Self::of(table, &letters, ends, true).filter(|_| letters.len() >= MIN_LETTERS)
    }

    /// Several words as one run of syllables; only the last may be begun. `None` where they are something else.
    pub(in crate::query) fn joined(words: &[&str], han: Han) -> Option<Self> {
        let table = han.table()?;
        let (last, before) = words.split_last()?;
        let begins = |s: &&&str| s.starts_with(last);
        if before.iter().any(|word| !Self::is_syllable(word, han)) || !table.syllables.iter().any(|s| begins(&s)) {
            return None;
        }
        let letters = words.concat();
        let mut ends = 0;
        let mut at = 0;
        for word in before {
            at += word.len();
            ends |= 1_u64.checked_shl(at as u32)?;
        }
        Self::of(table, &letters, ends, false).filter(|_| letters.len() <= MAX_LETTERS)
    }

    /// Whether a folded word is one whole syllable.
    pub(in crate::query) fn is_syllable(word: &str, han: Han) -> bool {
        han.table().is_some_and(|table| table.syllables.binary_search(&word).is_ok())
    }

    fn of(table: &'static Table, letters: &str, ends: u64, with_first: bool) -> Option<Self> {
        let n = letters.len();
        if n > MAX_LETTERS {
            return None;
        }
        // No end of a syllable strictly between two places.
        let unbroken = |from: usize, to: usize| (from + 1..to).all(|at| ends >> at & 1 == 0);
        let places =
            |test: &dyn Fn(usize) -> bool| (0..n).filter(|at| test(*at)).fold(0, |bits, at| bits | 1_u64 << at);
        let mut out = Self { table, n_letters: n, whole: Vec::new(), begun: Vec::new(), first: Vec::new() };
        for syllable in &table.syllables {
            let len = syllable.len();
            out.whole.push(places(&|at| letters[at..].starts_with(syllable) && unbroken(at, at + len)));
            let begins = |at: usize| {
                let rest = &letters[at..];
                rest.len() < len && syllable.starts_with(rest) && unbroken(at, n) && (at > 0 || n >= MIN_BEGUN)
            };
            out.begun.push(places(&begins));
            out.first.push(places(&|at| letters.as_bytes()[at] == syllable.as_bytes()[0]));
        }
        if !with_first || (0..n).any(|at| out.first.iter().all(|bits| bits >> at & 1 == 0)) {
            out.first.clear();
        }
        (out.can_be_syllables() || !out.first.is_empty()).then_some(out)
    }

    /// Whether syllables can be put together to all letters.
    fn can_be_syllables(&self) -> bool {
        let mut reached = 1_u64;
        for at in 0..self.n_letters {
            if reached >> at & 1 == 1 {
                for (syllable, text) in self.table.syllables.iter().enumerate() {
                    if self.begun[syllable] >> at & 1 == 1 {
                        return true;
                    }
                    reached |= (self.whole[syllable] & 1 << at) << text.len();
                }
            }
        }
        reached >> self.n_letters & 1 == 1
    }

    /// Whether the letters are found anywhere in a row of characters, 0 parting them; by first letters only where told.
    pub(in crate::query) fn is_in(&self, row: &[u16], by_first: bool) -> bool {
        self.run(row, by_first, true).is_some()
    }

    /// How many characters the letters take from a place of a row on, if they are found there.
    pub(in crate::query) fn taken(&self, row: &[u16], at: usize, by_first: bool) -> Option<usize> {
        let is_beginning = at == 0 || row[at - 1] == 0;
        self.run(&row[at..], by_first && (self.n_letters > SHORT || is_beginning), false)
    }

    /// How many characters were gone through when the letters were found.
    fn run(&self, row: &[u16], by_first: bool, anywhere: bool) -> Option<usize> {
        let table = self.table;
        let done = 1_u64 << self.n_letters;
        let by_first = by_first && !self.first.is_empty();
        let (mut syllables, mut letters) = (1_u64, 1_u64);
        for (at, place) in row.iter().enumerate() {
            // What follows a break is a beginning.
            let may_begin = anywhere && (self.n_letters > SHORT || *place == 0);
            let (mut next_syllables, mut next_letters) = (u64::from(anywhere), u64::from(may_begin));
            for reading in table.readings(*place) {
                let reading = usize::from(*reading);
                if syllables & self.begun[reading] != 0 {
                    return Some(at + 1);
                }
                next_syllables |= (syllables & self.whole[reading]) << table.syllables[reading].len();
                if by_first {
                    next_letters |= (letters & self.first[reading]) << 1;
                }
            }
            if (next_syllables | next_letters) & done != 0 {
                return Some(at + 1);
            }
            (syllables, letters) = (next_syllables, next_letters);
            if syllables | letters == 0 && !anywhere {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<u16> {
        text.chars().map(|c| Han::whole().place(c)).collect()
    }

    #[track_caller]
    fn check(word: &str, text: &str, is_found: bool) {
        let found = Pinyin::new(word, Han::whole()).is_some_and(|pinyin| pinyin.is_in(&row(text), true));
        assert_eq!(found, is_found, "{word} in {text}");
    }

    #[test]
    fn letters_are_syllables_or_first_letters() {
        check("shate", "同沙特会面", true);
        check("st", "沙特会面", true);
        check("st", "同沙特会面", false);
        check("sth", "同沙特会面", true);
        check("zhongdong", "中东", true);
        check("zhongdo", "中东", true);
        check("zho", "中东", true);
        check("zh", "中东", false);
        check("zd", "中东", true);
        check("tz", "沙特中东", false);
        check("tzd", "沙特中东", true);
        check("shatu", "沙特", false);
        check("xian", "西安", true);
        check("xi'an", "西安", true);
        check("xi'an", "先后", false);
        check("xi1an1", "西安", true);
        check("lvyou", "旅游", true);
        check("luyou", "旅游", true);
        check("chongqing", "重庆", true);
        check("zhongqing", "重庆", true);
        check("china", "中国", false);
    }

    #[test]
    fn a_break_parts_what_stands_on_either_side() {
        let mut row = row("中东");
        row.insert(1, 0);
        for word in ["zhongdong", "zd"] {
            assert!(!Pinyin::new(word, Han::whole()).is_some_and(|pinyin| pinyin.is_in(&row, true)), "{word}");
        }
        assert!(Pinyin::new("dong", Han::whole()).is_some_and(|pinyin| pinyin.is_in(&row, true)));
    }

    #[test]
    fn words_of_one_syllable_join() {
        let joined = |words: &[&str], text: &str| {
            Pinyin::joined(words, Han::whole()).is_some_and(|pinyin| pinyin.is_in(&row(text), false))
        };
        assert!(joined(&["sha", "te"], "沙特"));
        assert!(joined(&["zhong", "do"], "中东"));
        assert!(!joined(&["xi", "an"], "先"));
        assert!(!joined(&["sha", "joint"], "沙特"));
    }

    #[test]
    fn what_cannot_be_pinyin_is_not_tried() {
        for word in ["", "a", "2023", "saudi", "unu", "g20", "沙特", "'"] {
            assert!(Pinyin::new(word, Han::whole()).is_none(), "{word}");
        }
    }
}
