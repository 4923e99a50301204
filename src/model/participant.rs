//! Who takes part in an event: a country or an organisation, as one kind of thing.

use super::event::Event;
use super::taxonomy::{Bilingual, CountryId, OrganisationId, Taxonomy, Term};

/// What marks an organisation in an address where its slug alone would be read as a country's code.
const ORGANISATION_MARK: &str = "org:";

/// A country or an organisation that events name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participant {
    /// A country.
    Country(CountryId),
    /// An organisation.
    Organisation(OrganisationId),
}

impl Event {
    /// Everyone the source names for it: countries first, each list in its stated order.
    pub fn participants(&self) -> impl Iterator<Item = Participant> + '_ {
        let countries = self.countries.iter().map(|id| Participant::Country(*id));
        countries.chain(self.organisations.iter().map(|id| Participant::Organisation(*id)))
    }

    /// Whether the source names it for this event.
    pub fn names(&self, who: Participant) -> bool {
        self.participants().any(|named| named == who)
    }
}

impl Taxonomy {
    /// The term of a participant.
    pub fn participant(&self, who: Participant) -> &Term {
        match who {
            Participant::Country(id) => self.country(id),
            Participant::Organisation(id) => self.organisation(id),
        }
    }

    /// The name of a participant.
    pub fn participant_name(&self, who: Participant) -> &Bilingual {
        &self.participant(who).label
    }

    /// The participant that an address means: `SA`, `asean`, or `org:asean`.
    ///
    /// A country's exact code comes first, then an organisation's slug, then a code in other case, so that a dataset
    /// whose organisation is called `sa` can still name both.
    pub fn participant_by_slug(&self, slug: &str) -> Option<Participant> {
        let organisation = |slug: &str| {
            let place = self.organisations.iter().position(|term| term.slug == slug);
            place.map(|i| Participant::Organisation(OrganisationId(i as u16)))
        };
        let exact = self.countries.iter().position(|term| term.slug == slug);
        exact
            .map(|i| Participant::Country(CountryId(i as u16)))
            .or_else(|| slug.strip_prefix(ORGANISATION_MARK).and_then(organisation))
            .or_else(|| organisation(slug))
            .or_else(|| self.country_by_code(slug).map(Participant::Country))
    }

    /// What [`Self::participant_by_slug`] reads as this participant: its slug, marked only where it would clash.
    pub fn participant_slug(&self, who: Participant) -> String {
        let slug = &self.participant(who).slug;
        if self.participant_by_slug(slug) == Some(who) { slug.clone() } else { format!("{ORGANISATION_MARK}{slug}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taxonomy(countries: &[&str], organisations: &[&str]) -> Taxonomy {
        let terms = |slugs: &[&str]| {
            slugs.iter().map(|slug| Term { slug: (*slug).to_owned(), label: Bilingual::default() }).collect()
        };
        Taxonomy { countries: terms(countries), organisations: terms(organisations), ..Taxonomy::default() }
    }

    #[test]
    fn every_participant_has_a_slug_of_its_own_even_where_names_clash() {
        let taxonomy = taxonomy(&["SA", "eu", "IR"], &["sa", "eu", "asean", "org:sa"]);
        let countries = (0..3).map(|i| Participant::Country(CountryId(i)));
        let all: Vec<_> = countries.chain((0..4).map(|i| Participant::Organisation(OrganisationId(i)))).collect();
        let slugs: Vec<String> = all.iter().map(|who| taxonomy.participant_slug(*who)).collect();
        assert_eq!(slugs, ["SA", "eu", "IR", "sa", "org:eu", "asean", "org:org:sa"]);
        for (who, slug) in all.into_iter().zip(slugs) {
            assert_eq!(taxonomy.participant_by_slug(&slug), Some(who), "{slug}");
        }
        assert_eq!(taxonomy.participant_by_slug("ir"), Some(Participant::Country(CountryId(2))), "in either case");
        assert_eq!(taxonomy.participant_by_slug("org:IR"), None);
    }
}
