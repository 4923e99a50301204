//! The table that `build.rs` writes, unpacked on first use. It is a constant: nothing is ever written to it again.

use std::sync::LazyLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/han.bin"));

/// Level one of GB 2312 in its order, which is that of the readings: with it a table is a third smaller. A browser
/// has it in its decoders.
const LEVEL_ONE: usize = 3755;

/// The character that every gap of the table is counted from.
const FIRST: u16 = 0x4e00;

/// Characters, their readings and their traditional forms.
#[derive(Debug)]
pub(super) struct Table {
    /// All syllables, in order.
    pub(super) syllables: Vec<&'static str>,
    /// Code points, in order.
    chars: Vec<u16>,
    /// For each character the end of its readings in `readings`; they begin where those before it end.
    ends: Vec<u16>,
    /// Places in `syllables`.
    readings: Vec<u16>,
    /// Traditional code point, simplified code point; in order.
    traditional: Vec<(u16, u16)>,
    /// A line each: a name, a space, the same name as it is written elsewhere.
    names: &'static str,
}

/// What is known of Chinese characters: nothing by default, or all that the table says.
///
/// Without it a text is sought by its letters only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Han(Option<&'static Table>);

impl Han {
    /// All that the table says, with the characters of level one of GB 2312 in their order; nothing without them. It
    /// stays for good. Where the program is loaded in parts, the table comes with the part that calls this.
    pub fn new(level_one: &str) -> Self {
        let table = Table::unpacked(PACKED, level_one);
        Self(table.map(|table| &*Box::leak(Box::new(table))))
    }

    /// All that the table says, for programs that have the characters in a file.
    pub fn whole() -> Self {
        static WHOLE: LazyLock<Han> = LazyLock::new(|| Han::new(include_str!("common.txt")));
        *WHOLE
    }

    /// Whether anything is known.
    pub fn is_whole(self) -> bool {
        self.0.is_some()
    }

    /// The table, if it is there.
    pub(super) fn table(self) -> Option<&'static Table> {
        self.0
    }

    /// Place of a simplified character in the table, counted from 1; 0 for what is not in it.
    pub(in crate::query) fn place(self, c: char) -> u16 {
        let code = u16::try_from(c as u32).ok();
        let found = self.0.zip(code).and_then(|(table, code)| table.chars.binary_search(&code).ok());
        found.map_or(0, |at| at as u16 + 1)
    }

    /// The simplified form of a traditional character, any other character as it is.
    pub(in crate::query) fn simplified(self, c: char) -> char {
        let Some(table) = self.0.filter(|_| c >= '\u{3400}') else { return c };
        let Ok(code) = u16::try_from(c as u32) else { return c };
        let found = table.traditional.binary_search_by_key(&code, |(from, _)| *from).ok();
        found.and_then(|at| char::from_u32(u32::from(table.traditional[at].1))).unwrap_or(c)
    }

    /// The name of a country or an organisation as it is written elsewhere, in simplified characters.
    pub(in crate::query) fn other_name(self, name: &str) -> Option<&'static str> {
        let mut names = self.0?.names.lines().filter_map(|line| line.split_once(' '));
        names.find(|(ours, _)| *ours == name).map(|(_, other)| other)
    }
}

impl Table {
    /// The readings of the character at a place counted from 1, as places in `syllables`; none for 0.
    pub(super) fn readings(&self, place: u16) -> &[u16] {
        let Some(at) = usize::from(place).checked_sub(1) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.readings[usize::from(start)..usize::from(self.ends[at])]
    }

    fn unpacked(packed: &'static [u8], level_one: &str) -> Option<Self> {
        let mut reader = Reader(packed);
        let syllables: Vec<&str> = reader.line().split(' ').collect();
        let level_one = level_one.chars().filter(|c| !c.is_whitespace()).map(|c| c as u16);
        let counts = reader.bytes(syllables.len()).iter().zip(0..);
        let usual = counts.flat_map(|(n, syllable)| std::iter::repeat_n(syllable, usize::from(*n)));
        let mut usual: Vec<(u16, u16)> = level_one.zip(usual).collect();
        if usual.len() != LEVEL_ONE {
            return None;
        }
        let mut at = 0;
        for _ in 0..reader.number() {
            let at = reader.next_in(&mut at);
            usual[usize::from(at)].1 = reader.number() as u16;
        }
        let mut code = usize::from(FIRST);
        for _ in 0..reader.number() {
            let code = reader.next_in(&mut code);
            usual.push((code, reader.number() as u16));
        }
        crate::order::sort(&mut usual);
        let (n, chars) = (usual.len(), usual.iter().map(|(code, _)| *code).collect::<Vec<_>>());
        let mut further: Vec<(u16, u16)> = Vec::new();
        let mut at = 0;
        for _ in 0..reader.number() {
            let at = reader.next_in(&mut at);
            further.push((at, reader.number() as u16));
        }
        let mut rest = further.into_iter().peekable();
        let (mut readings, mut ends) = (Vec::new(), Vec::with_capacity(n));
        for (at, (_, first)) in usual.iter().enumerate() {
            readings.push(*first);
            while let Some((_, syllable)) = rest.next_if(|(of, _)| usize::from(*of) == at) {
                readings.push(syllable);
            }
            ends.push(readings.len() as u16);
        }
        let n = reader.number();
        let mut code = 0;
        let from: Vec<u16> = (0..n).map(|_| reader.next_in(&mut code)).collect();
        let mut to = 0;
        let mut next = || {
            let step = reader.number();
            to = if step % 2 == 1 { to - step.div_ceil(2) } else { to + step / 2 };
            chars[to]
        };
        let traditional = from.into_iter().map(|from| (from, next())).collect();
        let names = std::str::from_utf8(reader.0).unwrap_or_default();
        Some(Self { syllables, chars, ends, readings, traditional, names })
    }
}

/// What is still to be read.
struct Reader(&'static [u8]);

impl Reader {
    fn bytes(&mut self, n: usize) -> &'static [u8] {
        let (bytes, rest) = self.0.split_at(n);
        self.0 = rest;
        bytes
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> usize {
        let (mut out, mut shift) = (0, 0);
        loop {
            let byte = self.bytes(1)[0];
            out |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return out;
            }
        }
    }

    /// A number that is stored as its distance from the one before.
    fn next_in(&mut self, last: &mut usize) -> u16 {
        *last += self.number();
        *last as u16
    }

    /// The text up to a line's end.
    fn line(&mut self) -> &'static str {
        let n = self.0.iter().position(|byte| *byte == b'\n').unwrap_or(self.0.len());
        let line = self.bytes(n);
        self.bytes(1);
        std::str::from_utf8(line).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(c: char) -> Vec<&'static str> {
        let (han, table) = (Han::whole(), Han::whole().table().expect("the characters of the file"));
        table.readings(han.place(c)).iter().map(|at| table.syllables[usize::from(*at)]).collect()
    }

    #[test]
    fn characters_have_all_their_readings_the_usual_one_first() {
        assert_eq!(readings('中'), ["zhong"]);
        assert_eq!(readings('会'), ["hui", "kuai"]);
        assert_eq!(readings('重'), ["zhong", "chong", "tong"]);
        assert_eq!(readings('旅'), ["lv", "lu"], "ü is typed v, or u");
        assert_eq!(readings('x'), [""; 0]);
        assert_eq!(readings('龘'), [""; 0], "what is in neither list is not in the table");
    }

    #[test]
    fn every_character_of_the_dataset_and_every_common_one_is_there() {
        let common = include_str!("common.txt").chars().filter(|c| !c.is_whitespace());
        let own = crate::EMBEDDED_DATASET.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        for c in common.chain(own) {
            assert!(!readings(c).is_empty(), "{c}");
        }
    }

    #[test]
    fn traditional_characters_have_their_simplified_form() {
        let han = Han::whole();
        let simple: String = "聯合聲明，沙烏地、臺灣後裡 abc".chars().map(|c| han.simplified(c)).collect();
        assert_eq!(simple, "联合声明，沙乌地、台湾后里 abc");
        assert!(crate::EMBEDDED_DATASET.contains("沙特阿拉伯"));
        assert_eq!(han.other_name("沙特阿拉伯"), Some("沙乌地阿拉伯"));
        assert_eq!(han.other_name("中国"), None);
    }

    #[test]
    fn without_the_characters_in_their_order_there_is_no_table() {
        let all = include_str!("common.txt");
        assert!(Han::new(all).is_whole());
        for other in ["", "啊", &all[..all.len() - 4]] {
            assert!(!Han::new(other).is_whole());
        }
    }

    #[test]
    fn without_the_table_nothing_is_known_and_nothing_fails() {
        let han = Han::default();
        assert_eq!((han.place('中'), han.simplified('聯'), han.other_name("沙特阿拉伯")), (0, '聯', None));
    }
}
