//! The words a dataset sorts its events by, interned: small ids inside, slugs only at the edges.

/// A language the page and the data speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Locale {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The value of `lang` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The BCP 47 tag for the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
        }
    }

    /// The one that is not this.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }

    /// The language a slug or a browser's tag (`zh-CN`, `en-GB`) means.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }
}

/// One thing said in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Translated<T> {
    /// In English.
    pub en: T,
    /// In simplified Chinese.
    pub zh: T,
}

/// A text in both languages.
pub type Bilingual = Translated<String>;

impl<T> Translated<T> {
    /// The one in `locale`.
    pub fn get(&self, locale: Locale) -> &T {
        match locale {
            Locale::En => &self.en,
            Locale::Zh => &self.zh,
        }
    }
}

macro_rules! index_type {
    ($(#[$doc:meta] $name:ident($repr:ty);)+) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $repr);

        impl $name {
            /// Its place in the dataset's list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index_type! {
    /// An event, by its place in time order.
    EventId(u32);
    /// A kind of event.
    KindId(u8);
    /// A region, in lane order.
    RegionId(u8);
    /// A direction of the report.
    ThemeId(u8);
    /// A country.
    CountryId(u16);
    /// An organisation.
    OrganisationId(u16);
    /// A partner's wording in a joint statement.
    StanceId(u8);
}

/// One word of a vocabulary: its slug, and its name in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word used in data and URLs.
    pub slug: String,
    /// Its name.
    pub label: Bilingual,
}

/// A region and the countries placed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Slug and name.
    pub term: Term,
    /// Its countries, in the dataset's order.
    pub countries: Vec<CountryId>,
}

/// Every vocabulary of a dataset, each in its stated order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taxonomy {
    /// Kinds of events.
    pub kinds: Vec<Term>,
    /// Regions, in lane order.
    pub regions: Vec<Region>,
    /// Directions; the slug is for reading, the number is the place counted from 1.
    pub themes: Vec<Term>,
    /// Countries by ISO 3166-1 alpha-2 code.
    pub countries: Vec<Term>,
    /// Organisations.
    pub organisations: Vec<Term>,
    /// Wordings in joint statements.
    pub stances: Vec<Term>,
}

impl Taxonomy {
    /// The term of a kind.
    pub fn kind(&self, id: KindId) -> &Term {
        &self.kinds[id.index()]
    }

    /// The term of a region.
    pub fn region(&self, id: RegionId) -> &Term {
        &self.regions[id.index()].term
    }

    /// The term of a direction.
    pub fn theme(&self, id: ThemeId) -> &Term {
        &self.themes[id.index()]
    }

    /// The term of a country.
    pub fn country(&self, id: CountryId) -> &Term {
        &self.countries[id.index()]
    }

    /// The term of an organisation.
    pub fn organisation(&self, id: OrganisationId) -> &Term {
        &self.organisations[id.index()]
    }

    /// The term of a stance.
    pub fn stance(&self, id: StanceId) -> &Term {
        &self.stances[id.index()]
    }

    /// All kinds, in order.
    pub fn kind_ids(&self) -> impl ExactSizeIterator<Item = KindId> + Clone {
        (0..self.kinds.len()).map(|i| KindId(i as u8))
    }

    /// All regions, in lane order.
    pub fn region_ids(&self) -> impl ExactSizeIterator<Item = RegionId> + Clone {
        (0..self.regions.len()).map(|i| RegionId(i as u8))
    }

    /// All directions, in order.
    pub fn theme_ids(&self) -> impl ExactSizeIterator<Item = ThemeId> + Clone {
        (0..self.themes.len()).map(|i| ThemeId(i as u8))
    }

    /// All stances, in order.
    pub fn stance_ids(&self) -> impl ExactSizeIterator<Item = StanceId> + Clone {
        (0..self.stances.len()).map(|i| StanceId(i as u8))
    }

    /// All countries, in the dataset's order.
    pub fn country_ids(&self) -> impl ExactSizeIterator<Item = CountryId> + Clone {
        (0..self.countries.len()).map(|i| CountryId(i as u16))
    }

    /// The kind a slug names.
    pub fn kind_by_slug(&self, slug: &str) -> Option<KindId> {
        position(&self.kinds, slug).map(|i| KindId(i as u8))
    }

    /// The region a slug names.
    pub fn region_by_slug(&self, slug: &str) -> Option<RegionId> {
        self.regions.iter().position(|r| r.term.slug == slug).map(|i| RegionId(i as u8))
    }

    /// The country an ISO code names, in either case.
    pub fn country_by_code(&self, code: &str) -> Option<CountryId> {
        self.countries.iter().position(|t| t.slug.eq_ignore_ascii_case(code)).map(|i| CountryId(i as u16))
    }

    /// The direction of a number counted from 1.
    pub fn theme_by_number(&self, number: &str) -> Option<ThemeId> {
        let number: usize = number.parse().ok()?;
        (1..=self.themes.len()).contains(&number).then(|| ThemeId((number - 1) as u8))
    }

    /// The organisation a slug names.
    pub fn organisation_by_slug(&self, slug: &str) -> Option<OrganisationId> {
        position(&self.organisations, slug).map(|i| OrganisationId(i as u16))
    }

    /// The stance a slug names.
    pub fn stance_by_slug(&self, slug: &str) -> Option<StanceId> {
        position(&self.stances, slug).map(|i| StanceId(i as u8))
    }

    /// The region a country is placed in.
    pub fn region_of(&self, country: CountryId) -> Option<RegionId> {
        self.region_ids().find(|id| self.regions[id.index()].countries.contains(&country))
    }
}

fn position(terms: &[Term], slug: &str) -> Option<usize> {
    terms.iter().position(|term| term.slug == slug)
}
