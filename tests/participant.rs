//! The account of a participant: in both languages, and every number of it what a query gives.

use std::sync::LazyLock;

use gsi_timeline::model::{Dataset, EventId, Locale, OrganisationId, Participant};
use gsi_timeline::participant::{Part, account, part};
use gsi_timeline::query::{Filter, Han, Index, within};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(dataset(), Han::whole()));
    &INDEX
}

fn everyone() -> Vec<Participant> {
    let taxonomy = dataset().taxonomy();
    let organisations = (0..taxonomy.organisations.len()).map(|i| Participant::Organisation(OrganisationId(i as u16)));
    taxonomy.country_ids().map(Participant::Country).chain(organisations).collect()
}

fn who(slug: &str) -> Participant {
    dataset().taxonomy().participant_by_slug(slug).expect("a participant")
}

fn rows(filter: &Filter) -> Vec<EventId> {
    let ids = index().matching(dataset(), filter);
    within(dataset(), &ids, filter.time.unwrap_or(dataset().coverage()))
}

/// The part of a participant in what the page shows of it.
fn shown(slug: &str) -> Part {
    let filter = Filter { who: Some(who(slug)), ..Filter::default() };
    part(dataset(), who(slug), &rows(&filter))
}

#[track_caller]
fn check(slug: &str, locale: Locale, role: &str, sentences: &[&str]) {
    let said = account(dataset(), &shown(slug), locale);
    assert_eq!((said.role.as_str(), said.sentences), (role, sentences.iter().map(|s| (*s).to_owned()).collect()));
}

#[test]
fn a_country_is_accounted_for_in_both_languages() {
    check(
        "SA",
        Locale::En,
        "Country\u{a0}· Middle East",
        &[
            "Named in 3 events between December 2022 and December 2023: 1 joint statement, 1 forum and 1 mediation.",
            "Named together with Iran (1), Oman (1) and Qatar (1).",
            "Stance in the statement of 9 December 2022: “appreciates”.",
        ],
    );
    check(
        "IL",
        Locale::Zh,
        "国家\u{a0}· 中东",
        &[
            "2023年10月至11月，共有5项事件提及：联合国行动2项、文件1项、会晤峰会1项、斡旋1项。",
            "一同被提及的有巴勒斯坦国（5项）、联合国安理会（3项）、俄罗斯（1项）、美国（1项），以及另外2方。",
            "另有1项提及该方的事件不在当前选择之内。",
        ],
    );
}

#[test]
fn an_organisation_is_accounted_for_in_both_languages() {
    check(
        "brics",
        Locale::En,
        "Organisation",
        &[
            "Named in 8 events between April 2022 and November 2023: \
             3 summits, 3 consultations, 1 joint statement and 1 document.",
            "Named together with Israel (1) and State of Palestine (1).",
            "The record names it in 1 more event, outside this selection.",
        ],
    );
    check("asean", Locale::Zh, "组织", &["2023年9月，有1项事件提及：会晤峰会1项。"]);
}

#[test]
fn a_participant_of_no_shown_event_is_said_to_be_so() {
    for (locale, none, elsewhere) in [
        (
            Locale::En,
            "Not named in any event of this selection.",
            "The record names it in 3 more events, outside this selection.",
        ),
        (Locale::Zh, "当前选择中没有提及该方的事件。", "另有3项提及该方的事件不在当前选择之内。"),
    ] {
        let said = account(dataset(), &part(dataset(), who("SA"), &[]), locale);
        assert_eq!(said.sentences, [none, elsewhere]);
        assert_ne!(said.name, said.other_name);
    }
}

#[test]
fn whom_every_event_names_is_nobodys_company() {
    let everywhere = who("CN");
    assert!(dataset().events().iter().all(|event| event.names(everywhere)), "the source's own country is in all");
    for other in everyone() {
        let ids: Vec<EventId> = dataset().ids().collect();
        assert!(part(dataset(), other, &ids).others.iter().all(|(other, _)| *other != everywhere));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_what_a_query_gives(
        who in select(everyone()),
        regions in subsequence(dataset().taxonomy().region_ids().collect::<Vec<_>>(), 0..4),
        background in any::<bool>(),
        year in select(vec![None, Some("2022"), Some("2023")]),
    ) {
        let time = year.map(|year| year.parse::<gsi_timeline::model::Edtf>().expect("a year").span());
        let asked = Filter { regions: regions.into_iter().collect(), time, background, ..Filter::default() };
        let of = |who| Filter { who: Some(who), ..asked.clone() };
        let said = part(dataset(), who, &rows(&asked));
        // The same events, whether they are asked for or picked out of what is shown.
        prop_assert_eq!(&said.ids, &rows(&of(who)));
        prop_assert_eq!(&said, &part(dataset(), who, &rows(&of(who))));
        prop_assert_eq!(said.kinds.iter().map(|(_, n)| n).sum::<usize>(), said.ids.len());
        for (kind, n) in &said.kinds {
            prop_assert_eq!(*n, rows(&Filter { kinds: [*kind].into(), ..of(who) }).len());
        }
        for (stance, n) in &said.stances {
            prop_assert_eq!(*n, rows(&Filter { stances: [*stance].into(), ..of(who) }).len());
        }
        for (other, n) in &said.others {
            let shared = rows(&of(who)).into_iter().filter(|id| rows(&of(*other)).contains(id)).count();
            prop_assert_eq!(*n, shared);
        }
        let everything = dataset().events().iter().filter(|event| event.names(who)).count();
        prop_assert_eq!(said.ids.len() + said.n_elsewhere, everything);
        // Every count of events is said.
        for locale in Locale::ALL {
            let words = account(dataset(), &said, locale).sentences.join(" ");
            prop_assert!(said.ids.is_empty() || words.contains(&said.ids.len().to_string()), "{}", words);
            prop_assert!(said.n_elsewhere == 0 || words.contains(&said.n_elsewhere.to_string()), "{}", words);
        }
    }
}
