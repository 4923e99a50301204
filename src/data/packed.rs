//! The dataset that ships as `build.rs` packs it, in two parts: what the first view needs, and the rest.
//!
//! It is checked before it is packed, so it is read without a question, and what stands in a vocabulary is a place in
//! it already. One description serves the writer and the reader, so they cannot disagree: each thing is made of what
//! a tape gives, and the writer's tape gives what it is told. Like stands beside like, in columns.

use crate::model::{
    Bilingual, CountryId, Dataset, DatasetInfo, Edtf, Event, Figure, Importance, KindId, OrganisationId, Region,
    RegionId, Section, Source, StanceId, Taxonomy, Term, ThemeId, Translated,
};

/// What stands together, in an order in which it compresses well: texts, a line each, then numbers.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Sections,
    Names,
    Dates,
    Slugs,
    TermsEn,
    TitlesEn,
    ProseEn,
    TermsZh,
    TitlesZh,
    ProseZh,
    Links,
    TermSlugs,
    Lengths,
    Kinds,
    Importance,
    Backgrounds,
    Stances,
    Origins,
    Also,
    Themes,
    Regions,
    Countries,
    Organisations,
    Pages,
    Values,
}

/// How many columns there are.
pub(super) const COLUMNS: usize = Column::Values as usize + 1;

/// The names of vocabularies and of the source.
const TERMS: [Column; 2] = [Column::TermsEn, Column::TermsZh];

/// What events are called.
const TITLES: [Column; 2] = [Column::TitlesEn, Column::TitlesZh];

/// What is said at length.
const PROSE: [Column; 2] = [Column::ProseEn, Column::ProseZh];

/// In a slug: the next word of the name.
pub(super) const NEXT_WORD: u8 = 0x0b;

/// What things are written to, or read from.
pub(super) trait Tape {
    /// The next number of a column; a writer knows it.
    fn number(&mut self, column: Column, known: Option<u32>) -> u32;

    /// The next text of a column, without line breaks; a writer knows it.
    fn text(&mut self, column: Column, known: Option<&str>) -> String;

    /// The next date as it is written; empty where a writer knows of none.
    fn date(&mut self, known: Option<Edtf>) -> String;

    /// The next slug of a column, with a sign in the place of each word that stands in a name: how many [`words`] of it
    /// are skipped from the last one on, after [`NEXT_WORD`] and before the space.
    fn slug(&mut self, column: Column, name: &str, known: Option<&str>) -> String;

    /// A text in two languages.
    fn both(&mut self, [en, zh]: [Column; 2], known: Option<&Bilingual>) -> Bilingual {
        Translated { en: self.text(en, known.map(|text| &*text.en)), zh: self.text(zh, known.map(|text| &*text.zh)) }
    }

    /// A place in a list.
    fn place(&mut self, column: Column, known: Option<usize>) -> usize {
        self.number(column, known.map(|place| place as u32)) as usize
    }

    /// As many things as there are.
    fn items<T>(&mut self, known: Option<&[T]>, each: impl Fn(&mut Self, Option<&T>) -> T) -> Vec<T> {
        let n = self.place(Column::Lengths, known.map(<[T]>::len));
        (0..n).map(|at| each(self, known.and_then(|items| items.get(at)))).collect()
    }
}

/// What the first view needs, without what [`rest`] completes.
pub(super) fn first<T: Tape>(tape: &mut T, known: Option<&Dataset>) -> Dataset {
    let info = info(tape, known.map(Dataset::info));
    let t = known.map(Dataset::taxonomy);
    let taxonomy = Taxonomy {
        kinds: tape.items(t.map(|t| &*t.kinds), term),
        regions: tape.items(t.map(|t| &*t.regions), |tape, region| Region {
            term: term(tape, region.map(|region| &region.term)),
            countries: Vec::new(),
        }),
        themes: tape.items(t.map(|t| &*t.themes), term),
        countries: tape.items(t.map(|t| &*t.countries), term),
        organisations: tape.items(t.map(|t| &*t.organisations), term),
        stances: tape.items(t.map(|t| &*t.stances), term),
    };
    let events = tape.items(known.map(Dataset::events), event);
    Dataset::new(info, taxonomy, events, Vec::new(), false)
}

/// What the first view does without: prose, links and figures, and names to which no event of it leads.
pub(super) fn rest<T: Tape>(tape: &mut T, first: Dataset, known: Option<&Dataset>) -> Dataset {
    let (mut info, mut taxonomy, mut events, _) = first.into_parts();
    let i = known.map(Dataset::info);
    info.description = tape.both(PROSE, i.map(|i| &i.description));
    info.author = maybe_both(tape, i.map(|i| &i.author));
    for (at, section) in info.source.sections.iter_mut().enumerate() {
        section.title = tape.both(TERMS, i.map(|i| &i.source.sections[at].title));
    }
    let t = known.map(Dataset::taxonomy);
    for (at, country) in taxonomy.countries.iter_mut().enumerate().filter(|(_, country)| country.label.en.is_empty()) {
        country.label = tape.both(TERMS, t.map(|t| &t.countries[at].label));
    }
    for (at, region) in taxonomy.regions.iter_mut().enumerate() {
        region.countries = tape.items(t.map(|t| &*t.regions[at].countries), country);
    }
    for (at, event) in events.iter_mut().enumerate() {
        let known = known.map(|known| &known.events()[at]);
        event.summary = tape.both(PROSE, known.map(|event| &event.summary));
        event.note = maybe_both(tape, known.map(|event| &event.note));
        event.links = tape
            .items(known.map(|event| &*event.links), |tape, link| tape.text(Column::Links, link.map(String::as_str)));
    }
    let figures = tape.items(known.map(Dataset::figures), figure);
    Dataset::new(info, taxonomy, events, figures, true)
}

fn info<T: Tape>(tape: &mut T, known: Option<&DatasetInfo>) -> DatasetInfo {
    let source = known.map(|info| &info.source);
    DatasetInfo {
        id: tape.text(Column::Names, known.map(|info| &*info.id)),
        version: tape.text(Column::Names, known.map(|info| &*info.version)),
        title: tape.both(TERMS, known.map(|info| &info.title)),
        description: Bilingual::default(),
        author: None,
        released: date(tape, known.map(|info| info.released)).1,
        source: Source {
            title: tape.both(TERMS, source.map(|source| &source.title)),
            publisher: tape.both(TERMS, source.map(|source| &source.publisher)),
            date: some_date(tape, source.map(|source| source.date)).1,
            url: maybe(tape.text(Column::Names, source.map(|source| source.url.as_deref().unwrap_or_default()))),
            sections: tape.items(source.map(|source| &*source.sections), |tape, section| Section {
                number: tape.text(Column::Sections, section.map(|section| &*section.number)),
                page: tape.number(Column::Pages, section.map(|section| section.page)),
                title: Bilingual::default(),
            }),
        },
        coverage: some_date(tape, known.map(|info| info.coverage)).1,
    }
}

fn term<T: Tape>(tape: &mut T, known: Option<&Term>) -> Term {
    let label = tape.both(TERMS, known.map(|term| &term.label));
    Term { slug: slug(tape, Column::TermSlugs, &label.en, known.map(|term| &*term.slug)), label }
}

fn event<T: Tape>(tape: &mut T, known: Option<&Event>) -> Event {
    let (day, date) = some_date(tape, known.map(|event| event.date));
    let title = tape.both(TITLES, known.map(|event| &event.title));
    Event {
        slug: dated_slug(tape, &day, &title.en, known.map(|event| &*event.slug)),
        date,
        span: date.span(),
        kind: KindId(tape.number(Column::Kinds, known.map(|event| event.kind.0.into())) as u8),
        title,
        summary: Bilingual::default(),
        regions: tape.items(known.map(|event| &*event.regions), |tape, id| {
            RegionId(tape.number(Column::Regions, id.map(|id| id.0.into())) as u8)
        }),
        countries: tape.items(known.map(|event| &*event.countries), country),
        organisations: tape.items(known.map(|event| &*event.organisations), |tape, id| {
            OrganisationId(tape.number(Column::Organisations, id.map(|id| id.0.into())) as u16)
        }),
        themes: tape.items(known.map(|event| &*event.themes), |tape, id| {
            ThemeId(tape.number(Column::Themes, id.map(|id| id.0.into())) as u8)
        }),
        importance: match tape.number(Column::Importance, known.map(|event| event.importance as u32)) {
            0 => Importance::Minor,
            1 => Importance::Notable,
            _ => Importance::Major,
        },
        // None is 0.
        stance: (tape.number(Column::Stances, known.map(|event| event.stance.map_or(0, |id| u32::from(id.0) + 1))))
            .checked_sub(1)
            .map(|place| StanceId(place as u8)),
        background: tape.number(Column::Backgrounds, known.map(|event| event.background.into())) == 1,
        note: None,
        section: tape.place(Column::Origins, known.map(|event| event.section)),
        also: tape.items(known.map(|event| &*event.also), |tape, at| tape.place(Column::Also, at.copied())),
        links: Vec::new(),
    }
}

fn country<T: Tape>(tape: &mut T, known: Option<&CountryId>) -> CountryId {
    CountryId(tape.number(Column::Countries, known.map(|id| id.0.into())) as u16)
}

fn figure<T: Tape>(tape: &mut T, known: Option<&Figure>) -> Figure {
    let (day, date) = some_date(tape, known.map(|figure| figure.date));
    let label = tape.both(TERMS, known.map(|figure| &figure.label));
    let bits = known.map(|figure| figure.value.to_bits());
    let high = tape.number(Column::Values, bits.map(|bits| (bits >> 32) as u32));
    let low = tape.number(Column::Values, bits.map(|bits| bits as u32));
    Figure {
        slug: dated_slug(tape, &day, &label.en, known.map(|figure| &*figure.slug)),
        date,
        value: f64::from_bits(u64::from(high) << 32 | u64::from(low)),
        unit: tape.both(TERMS, known.map(|figure| &figure.unit)),
        label,
        section: tape.place(Column::Origins, known.map(|figure| figure.section)),
    }
}

/// A text that is none where it is empty.
fn maybe(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// The same in both languages.
fn maybe_both<T: Tape>(tape: &mut T, known: Option<&Option<Bilingual>>) -> Option<Bilingual> {
    let none = Bilingual::default();
    let text = tape.both(PROSE, known.map(|text| text.as_ref().unwrap_or(&none)));
    Some(text).filter(|text| !text.en.is_empty())
}

/// A date as it is written, and what it means; none where it is empty.
fn date<T: Tape>(tape: &mut T, known: Option<Option<Edtf>>) -> (String, Option<Edtf>) {
    let text = tape.date(known.flatten());
    let date = text.parse().ok();
    (text, date)
}

/// A date that is there.
fn some_date<T: Tape>(tape: &mut T, known: Option<Edtf>) -> (String, Edtf) {
    let (text, date) = date(tape, known.map(Some));
    // All that was written is read back when the program is built.
    (text, date.unwrap_or(Edtf::of_year(1970)))
}

/// A slug that begins with a date, which is not said twice.
fn dated_slug<T: Tape>(tape: &mut T, date: &str, name: &str, known: Option<&str>) -> String {
    let rest = slug(tape, Column::Slugs, name, known.map(|slug| slug.strip_prefix(date).unwrap_or(slug)));
    if rest.starts_with('-') { [date, &rest].concat() } else { rest }
}

/// A slug, of which what are words of a name are not said twice either.
fn slug<T: Tape>(tape: &mut T, column: Column, name: &str, known: Option<&str>) -> String {
    let packed = tape.slug(column, name, known);
    let mut words = words(name).cycle();
    let mut slug = String::with_capacity(packed.len());
    for (at, part) in packed.split('-').enumerate() {
        if at > 0 {
            slug.push('-');
        }
        match part.as_bytes() {
            [sign @ NEXT_WORD..b' '] => {
                slug.extend(words.nth((sign - NEXT_WORD).into()).map(str::to_ascii_lowercase));
            }
            _ => slug.push_str(part),
        }
    }
    slug
}

/// What of a name can stand in a slug.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> + Clone {
    name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// Reads what was written. What is missing reads as empty.
pub(super) struct Reader<'b>([&'b [u8]; COLUMNS]);

impl<'b> Reader<'b> {
    /// Of the columns, one after the other, after the length of each.
    pub(super) fn new(mut packed: &'b [u8]) -> Self {
        let lengths = [(); COLUMNS].map(|()| number(&mut packed));
        Self(lengths.map(|length| {
            let (column, others) = packed.split_at_checked(length as usize).unwrap_or_default();
            packed = others;
            column
        }))
    }
}

impl Tape for Reader<'_> {
    fn number(&mut self, column: Column, _known: Option<u32>) -> u32 {
        number(&mut self.0[column as usize])
    }

    fn text(&mut self, column: Column, _known: Option<&str>) -> String {
        let column = &mut self.0[column as usize];
        let mut parts = column.splitn(2, |byte| *byte == b'\n');
        let text = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
        *column = parts.next().unwrap_or_default();
        text
    }

    fn date(&mut self, _known: Option<Edtf>) -> String {
        self.text(Column::Dates, None)
    }

    fn slug(&mut self, column: Column, _name: &str, _known: Option<&str>) -> String {
        self.text(column, None)
    }
}

/// Takes a number from the front: seven bits a byte, the lowest first.
fn number(from: &mut &[u8]) -> u32 {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let Some((byte, others)) = from.split_first() else { break };
        *from = others;
        number |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            break;
        }
    }
    number
}
