//! Writes the table of Chinese characters that search reads: pinyin, traditional forms, names in use elsewhere; packs
//! the dataset; and says how the program is linked.
//!
//! The table holds the characters of the dataset and the 3,755 of level one of GB 2312, which cover common texts of a
//! person's own. The full tables of either crate are a hundred times as large.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

// The dataset that ships is checked and packed with the program's own code.
#[path = "src/data/check.rs"]
mod check;
#[path = "src/data/error.rs"]
mod error;
#[path = "src/data/json.rs"]
mod json;
#[path = "src/model/mod.rs"]
#[expect(dead_code, unused_imports, reason = "a program asks for more than it takes to be packed")]
mod model;
#[path = "src/order.rs"]
#[expect(dead_code, reason = "not all that sorts is needed here")]
mod order;
#[path = "src/data/packed.rs"]
mod packed;
#[path = "src/data/places.rs"]
mod places;
#[path = "src/data/raw.rs"]
mod raw;

use hanconv::RawDictionary;
use model::{Bilingual, CountryId, Dataset, Edtf};
use packed::{COLUMNS, Column, NEXT_WORD, Reader, Tape};
use pinyin::ToPinyinMulti as _;

/// The dataset whose characters are all there, with all their readings.
const DATASET: &str = "public/data/events.json";

/// The common characters, in the order of the standard.
const COMMON: &str = "src/query/han/common.txt";

/// The variable that asks for a program that can be split.
const SPLIT: &str = "GSI_SPLIT";

/// Readings kept of a common character that the dataset does not hold: the rest are rare or of names.
const MAX_READINGS: usize = 2;

/// Where the characters begin; all gaps are counted from here.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fff}';

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let read = |path: &str| {
        println!("cargo::rerun-if-changed={path}");
        fs::read_to_string(Path::new(&root).join(path))
    };
    let dataset = read(DATASET)?;
    let common = read(COMMON)?;
    println!("cargo::rerun-if-changed=build.rs");
    prepare_split();
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let (first, rest) = packed(&dataset)?;
    fs::write(Path::new(&out).join("events.bin"), first)?;
    fs::write(Path::new(&out).join("texts.bin"), rest)?;
    fs::write(Path::new(&out).join("han.bin"), table(&dataset, &common))
}

/// The dataset in the form that `src/data/packed.rs` describes: what the first view needs, and the rest. A dataset that
/// breaks a rule builds no program, nor does one that would be read otherwise than it is written.
fn packed(json: &str) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let whole = check::parse(json).map_err(|errors| {
        let told = errors.iter().map(|e| format!("\n  {:?}, field {:?}: {:?}", e.record, e.field, e.problem));
        eprintln!("{DATASET} breaks the rules of its format:{}", told.collect::<String>());
        io::Error::other("no program is built with such a dataset")
    })?;
    let first = for_first_view(whole.clone());
    let (mut of_first, mut of_rest) = (Writer::default(), Writer::default());
    packed::first(&mut of_first, Some(&first));
    packed::rest(&mut of_rest, first.clone(), Some(&whole));
    let (packed_first, packed_rest) = (of_first.bytes(), of_rest.bytes());
    let read = packed::first(&mut Reader::new(&packed_first), None);
    assert!(read == first, "what the first view needs of {DATASET} would be read otherwise than it is written");
    let read = packed::rest(&mut Reader::new(&packed_rest), read, None);
    assert!(read == whole, "{DATASET} would be read otherwise than it is written");
    Ok((packed_first, packed_rest))
}

/// A dataset without what its first view does without, which `packed::rest` completes.
fn for_first_view(whole: Dataset) -> Dataset {
    let (mut info, mut taxonomy, mut events, _) = whole.into_parts();
    info.description = Bilingual::default();
    info.author = None;
    info.source.sections.iter_mut().for_each(|section| section.title = Bilingual::default());
    for (at, country) in taxonomy.countries.iter_mut().enumerate() {
        if !events.iter().any(|event| event.countries.contains(&CountryId(at as u16))) {
            country.label = Bilingual::default();
        }
    }
    taxonomy.regions.iter_mut().for_each(|region| region.countries.clear());
    for event in &mut events {
        event.summary = Bilingual::default();
        event.note = None;
        event.links.clear();
    }
    Dataset::new(info, taxonomy, events, Vec::new(), false)
}

/// Columns as they are filled.
#[derive(Default)]
struct Writer([Vec<u8>; COLUMNS]);

impl Writer {
    /// The length of each, and all of them.
    fn bytes(self) -> Vec<u8> {
        let mut out = Vec::new();
        self.0.iter().for_each(|column| put(&mut out, column.len()));
        out.extend(self.0.concat());
        out
    }
}

impl Tape for Writer {
    fn number(&mut self, column: Column, known: Option<u32>) -> u32 {
        let number = known.expect("a writer knows all");
        put(&mut self.0[column as usize], number as usize);
        number
    }

    fn text(&mut self, column: Column, known: Option<&str>) -> String {
        let text = known.expect("a writer knows all");
        assert!(!text.contains('\n'), "a text of the dataset is one line: {text}");
        self.0[column as usize].extend([text.as_bytes(), b"\n"].concat());
        text.to_owned()
    }

    fn date(&mut self, known: Option<Edtf>) -> String {
        self.text(Column::Dates, Some(&known.map_or(String::new(), |date| date.to_string())))
    }

    fn slug(&mut self, column: Column, name: &str, known: Option<&str>) -> String {
        let n_words = packed::words(name).count().min((b' ' - NEXT_WORD).into());
        let mut words = packed::words(name).cycle();
        let mut signed = |part: &str| {
            let skipped = words.clone().take(n_words).position(|word| word.to_ascii_lowercase() == part)?;
            words.nth(skipped);
            Some(char::from(NEXT_WORD + skipped as u8).to_string())
        };
        let parts = known.expect("a writer knows all").split('-');
        let signs: Vec<String> = parts.map(|part| signed(part).unwrap_or_else(|| part.to_owned())).collect();
        self.text(column, Some(&signs.join("-")))
    }
}

/// Prepares the program to be cut into files by `xtask/src/split.rs`, which asks for it: the places to cut are
/// declared, and the linker keeps the relocations from which is seen what needs what.
fn prepare_split() {
    println!("cargo::rustc-check-cfg=cfg(gsi_split)");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    // The pages that are served are written by a program of this machine, which is not cut.
    let is_program = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_program && env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=gsi_split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}

/// The table; `src/query/han/table.rs` reads it and says what stands where.
fn table(dataset: &str, common: &str) -> Vec<u8> {
    let own: BTreeSet<char> = dataset.chars().filter(|c| (FIRST..=LAST).contains(c)).collect();
    let mut chars: BTreeSet<char> = own.iter().copied().chain(common.chars()).collect();
    chars.retain(|c| !readings(*c).is_empty());
    let chars: Vec<char> = chars.into_iter().collect();
    let kept = |c: char| -> Vec<String> {
        let mut all = readings(c);
        // What is written ü is typed v, and u where it is not told apart.
        let n = if own.contains(&c) { all.len() } else { MAX_READINGS };
        all.truncate(n);
        let plain: Vec<String> = all.iter().filter(|r| r.contains('v')).map(|r| r.replace('v', "u")).collect();
        all.extend(plain.into_iter().filter(|r| !all.contains(r)).collect::<Vec<_>>());
        all
    };
    let all: BTreeSet<String> = chars.iter().flat_map(|c| kept(*c)).collect();
    let syllables: Vec<String> = all.into_iter().collect();
    let number = |syllable: &String| syllables.binary_search(syllable).unwrap_or_default();

    let mut out = syllables.join(" ").into_bytes();
    out.push(b'\n');
    // Level one stands in the order of its readings, so all there is to say of most is how many have each.
    let level_one: Vec<char> = common.chars().filter(|c| !c.is_whitespace()).collect();
    let first = |c: char| number(&kept(c)[0]);
    let usual: Vec<usize> = level_one.iter().map(|c| first(*c)).collect();
    let in_order = longest_ascent(&usual);
    let mut counts = vec![0_u8; syllables.len()];
    let mut run = 0;
    for (reading, is_in_order) in usual.iter().zip(&in_order) {
        run = if *is_in_order { *reading } else { run };
        counts[run] += 1;
    }
    out.extend(counts);
    let unusual: Vec<usize> = (0..usual.len()).filter(|at| !in_order[*at]).collect();
    put(&mut out, unusual.len());
    let mut last = 0;
    for at in unusual {
        put(&mut out, at - last);
        put(&mut out, usual[at]);
        last = at;
    }
    let others: Vec<char> = chars.iter().copied().filter(|c| !level_one.contains(c)).collect();
    put(&mut out, others.len());
    let mut last = FIRST as usize;
    for c in others {
        put(&mut out, c as usize - last);
        put(&mut out, first(c));
        last = c as usize;
    }
    let further: Vec<(usize, usize)> = (chars.iter().enumerate())
        .flat_map(|(at, c)| kept(*c).iter().skip(1).map(|r| (at, number(r))).collect::<Vec<_>>())
        .collect();
    put(&mut out, further.len());
    let mut last = 0;
    for (at, syllable) in further {
        put(&mut out, at - last);
        put(&mut out, syllable);
        last = at;
    }
    let traditional = traditional(&chars);
    put(&mut out, traditional.len());
    let mut last = 0;
    for (from, _) in &traditional {
        put(&mut out, *from as usize - last);
        last = *from as usize;
    }
    // One after the other they are seldom far apart: the distance, twice, and one more where it leads back.
    let mut last = 0;
    for (_, to) in &traditional {
        put(&mut out, if *to < last { 2 * (last - to) - 1 } else { 2 * (to - last) });
        last = *to;
    }
    out.extend(names(dataset).into_bytes());
    out
}

/// Which members of a list make up the longest part of it that never falls.
fn longest_ascent(list: &[usize]) -> Vec<bool> {
    // For each length the last place of the part that ends lowest; and the place before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; list.len()];
    for (at, value) in list.iter().enumerate() {
        let len = ends.partition_point(|end| list[*end] <= *value);
        before[at] = len.checked_sub(1).map(|shorter| ends[shorter]);
        if len == ends.len() { ends.push(at) } else { ends[len] = at }
    }
    let mut out = vec![false; list.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        out[at] = true;
        next = before[at];
    }
    out
}

/// The readings of a character without tones, the most common first, `v` for ü.
fn readings(c: char) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "v").replace('ê', "e");
        if !out.contains(&plain) && !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_lowercase()) {
            out.push(plain);
        }
    }
    out
}

/// Traditional characters with the place of the simplified one among `chars`.
fn traditional(chars: &[char]) -> Vec<(char, usize)> {
    let single = |text: &str| Some(text.chars().next()?).filter(|c| c.len_utf8() == text.len());
    let pairs = RawDictionary::TSCharacters.iter().filter_map(|(from, to)| {
        let (from, to) = (single(from)?, single(to)?);
        let at = chars.binary_search(&to).ok()?;
        (from != to && (from as u32) < 0x1_0000).then_some((from, at))
    });
    let all: BTreeSet<(char, usize)> = pairs.collect();
    all.into_iter().collect()
}

/// Names of the dataset that Taiwan writes otherwise, in simplified characters: a line each, name and other name.
fn names(dataset: &str) -> String {
    let lines: BTreeSet<String> = (RawDictionary::TWPhrases.iter())
        .filter(|(name, _)| name.chars().count() > 1 && dataset.contains(&format!("\"{name}\"")))
        .map(|(name, other)| (name, hanconv::t2s(other)))
        .filter(|(name, other)| name != other)
        .map(|(name, other)| format!("{name} {other}\n"))
        .collect();
    lines.into_iter().collect()
}

/// Seven bits a byte, the lowest first.
fn put(out: &mut Vec<u8>, mut n: usize) {
    while n > 0x7f {
        out.push((n & 0x7f | 0x80) as u8);
        n >>= 7;
    }
    out.push(n as u8);
}
