//! What a typed text finds: both languages, pinyin, traditional characters, dates; and what of it is marked.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use gsi_timeline::i18n::span_text;
use gsi_timeline::model::{Event, EventId, Locale};
use gsi_timeline::query::{Filter, Found, Han, Index, Needle, Place, fold};
use pinyin::ToPinyinMulti as _;
use proptest::prelude::*;
use proptest::sample::Index as Pick;

use common::{dataset, days, index};

/// The events a text finds, whatever their time.
fn found(text: &str) -> BTreeSet<EventId> {
    let filter = Filter { text: text.to_owned(), background: true, ..Filter::default() };
    index().matching(dataset(), &filter).into_iter().collect()
}

fn event_of(slug: &str) -> EventId {
    dataset().event_by_slug(slug).expect("a slug of the dataset")
}

const SAUDI_IRAN: &str = "2023-03-10-saudi-iran-beijing";
const CUBA: &str = "2022-11-25-cuba-joint-statement";

#[test]
fn text_is_found_in_either_language_whatever_its_case_accents_or_width() {
    for words in
        ["Saudi Iran", "SAUDI iran", "iran  saudi", "沙特 伊朗", "Ｓａｕｄｉ　Ｉｒａｎ", "sáudi IRÀN", "沙特 iran"]
    {
        assert!(found(words).contains(&event_of(SAUDI_IRAN)), "{words}");
    }
    assert_eq!(found("Saudi"), found("ｓａｕｄｉ"));
    assert!(found("古巴").contains(&event_of(CUBA)), "a country by its Chinese name");
    assert!(!found("cuba").contains(&event_of(SAUDI_IRAN)));
    assert!(found("no such words").is_empty());
    assert_eq!(found("   ").len(), dataset().events().len(), "white space asks nothing");
}

#[test]
fn before_the_table_of_characters_is_there_texts_are_found_as_they_are_written() {
    let plain = Index::new(dataset(), Han::default());
    let found_plainly = |text: &str| -> BTreeSet<EventId> {
        let filter = Filter { text: text.to_owned(), background: true, ..Filter::default() };
        plain.matching(dataset(), &filter).into_iter().collect()
    };
    for text in ["Saudi", "SÁUDI iran", "沙特", "沙特 iran", "", "March 2023"] {
        assert_eq!(found_plainly(text), found(text), "{text}");
    }
    for text in ["shate", "沙烏地", "聯合聲明"] {
        assert!(found_plainly(text).is_empty() && !found(text).is_empty(), "{text}");
    }
    let (plainly, wholly) = (Needle::new("shate", Han::default()), Needle::new("shate", Han::whole()));
    assert_ne!(plainly, wholly, "what looks for more is another");
    assert_eq!((plainly.ranges("沙特").len(), wholly.ranges("沙特").len()), (0, 1));
}

#[test]
fn before_there_is_search_a_text_narrows_nothing_and_the_rest_of_the_question_does() {
    let none = Index::default();
    let asked = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let region = dataset().taxonomy().region_by_slug("africa").expect("a region");
    let mut african = asked("Saudi");
    african.regions.insert(region);
    assert!(!none.seeks() && Index::new(dataset(), Han::default()).seeks());
    assert_eq!(none.matching(dataset(), &asked("Saudi")), none.matching(dataset(), &asked("")));
    let of_region = |id: &EventId| dataset().event(*id).regions.contains(&region);
    let found = none.matching(dataset(), &african);
    assert!(!found.is_empty() && found.iter().all(of_region));
    let needle = none.needle("Saudi 2023", dataset());
    assert!(needle.is_empty() && needle == Needle::default());
    assert_eq!((needle.ranges("Saudi"), needle.date()), (Vec::new(), None));
}

#[test]
fn everything_an_event_says_is_searched() {
    let (taxonomy, sections) = (dataset().taxonomy(), &dataset().info().source.sections);
    let mut found_by: BTreeMap<String, BTreeSet<EventId>> = BTreeMap::new();
    for (id, event) in dataset().ids().zip(dataset().events()) {
        let mut texts = vec![&event.title, &event.summary, &taxonomy.kind(event.kind).label];
        texts.extend(&event.note);
        texts.extend(event.regions.iter().map(|r| &taxonomy.region(*r).label));
        texts.extend(event.themes.iter().map(|t| &taxonomy.theme(*t).label));
        texts.extend(event.countries.iter().map(|c| &taxonomy.country(*c).label));
        texts.extend(event.organisations.iter().map(|o| &taxonomy.organisation(*o).label));
        texts.extend(event.stance.iter().map(|s| &taxonomy.stance(*s).label));
        texts.push(&sections[event.section].title);
        for text in texts.into_iter().flat_map(|both| [&both.en, &both.zh]) {
            let words = text.replace(['"', '“', '”'], " ");
            // A date in the words is asked as a date, so it is put in quotation marks with the rest.
            for word in words.split_whitespace() {
                let ids = found_by.entry(word.to_owned()).or_insert_with(|| found(&format!("\"{word}\"")));
                assert!(ids.contains(&id), "{word} in {}", event.slug);
            }
        }
    }
}

#[test]
fn pinyin_finds_chinese_text_whole_begun_spaced_or_by_first_letters() {
    for text in ["shate", "sha te", "SHA TE", "shā tè", "sha1te4", "sha'te", "shat", "st", "shateyilang", "styl"] {
        assert!(found(text).contains(&event_of(SAUDI_IRAN)), "{text}");
    }
    assert!(found("zhong dong").is_superset(&found("中东")) && !found("中东").is_empty());
    assert!(found("zhongdong").is_superset(&found("中东")));
    assert_eq!(found("shate yilang").intersection(&found("沙特 伊朗")).count(), found("沙特 伊朗").len());
    assert!(found("guba").contains(&event_of(CUBA)));
    assert!(found("cqing chongqin").is_empty());
}

#[test]
fn traditional_characters_and_the_names_of_taiwan_find_simplified_text() {
    assert_eq!(found("聯合聲明"), found("联合声明"));
    assert!(!found("聯合聲明").is_empty());
    assert!(found("沙烏地").contains(&event_of(SAUDI_IRAN)));
    assert!(found("沙烏地阿拉伯 伊朗").contains(&event_of(SAUDI_IRAN)));
    assert_eq!(found("全球安全倡議"), found("全球安全倡议"));
}

#[test]
fn simplified_text_finds_a_dataset_in_traditional_characters() {
    let traditional = gsi_timeline::EMBEDDED_DATASET.replace("沙特", "沙烏地").replace("联合声明", "聯合聲明");
    let dataset = gsi_timeline::data::parse(&traditional).expect("the same dataset in other characters");
    let index = Index::new(&dataset, Han::whole());
    let found = |text: &str| {
        let filter = Filter { text: text.to_owned(), background: true, ..Filter::default() };
        index.matching(&dataset, &filter)
    };
    assert!(found("联合声明").len() > 10);
    assert_eq!(found("联合声明"), found("聯合聲明"));
    assert_eq!(found("lianheshengming"), found("聯合聲明"));
    assert!(found("shawudi").contains(&dataset.event_by_slug(SAUDI_IRAN).expect("its slug")));
}

#[test]
fn a_date_in_the_text_narrows_by_date_and_the_rest_are_words() {
    let overlapping = |edtf: &str| -> BTreeSet<EventId> {
        dataset().ids().filter(|id| dataset().event(*id).span.overlaps(days(edtf))).collect()
    };
    for text in ["March 2023", "mar 2023", "2023年3月", "2023-03", "二〇二三年三月", "二〇二三年３月"] {
        assert_eq!(found(text), overlapping("2023-03"), "{text}");
    }
    for text in ["10 March 2023", "2023年3月10日", "2023-03-10", "March 10, 2023"] {
        assert_eq!(found(text), overlapping("2023-03-10"), "{text}");
    }
    assert_eq!(found("2023"), overlapping("2023"));
    assert_eq!(found("Q1 2023"), overlapping("2023-01/2023-03"));
    let narrowed: BTreeSet<EventId> = found("saudi").intersection(&overlapping("2023-03")).copied().collect();
    for text in ["saudi March 2023", "2023-03 saudi", "SAUDI 2023年3月"] {
        assert_eq!(found(text), narrowed, "{text}");
    }
    let date = |text: &str| Needle::of(text, dataset(), Han::whole()).date().map(|span| span_text(span, ".."));
    assert_eq!(date("saudi March 2023").as_deref(), Some("2023-03"));
    assert_eq!(date("\"March 2023\""), None, "what stands in quotation marks is words");
    assert_eq!(date("2030 agenda"), None, "the dataset has no such year");
}

#[test]
fn quotation_marks_keep_words_together() {
    let (phrase, words) = (found("\"joint statement\""), found("joint statement"));
    assert!(!phrase.is_empty() && phrase.is_subset(&words));
    assert_eq!(phrase, found("“Joint Statement”"));
    assert!(found("\"statement joint\"").is_empty());
    assert!(found("\"2023\"").iter().all(|id| !found("2023 zzz").contains(id)));
}

#[test]
fn a_word_never_matches_across_two_fields() {
    for event in dataset().events() {
        let end: String = event.title.en.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        let start: String = event.title.zh.chars().take(2).collect();
        let across = format!("\"{end}{start}\"").replace([' ', '“', '”'], "");
        assert!(!found(&across).contains(&event_of(&event.slug)), "{across}");
    }
}

/// An event, with a part of one of its titles from one character to a later one.
fn parts() -> impl Strategy<Value = (&'static Event, &'static str)> {
    (any::<Pick>(), any::<bool>(), any::<Pick>(), any::<Pick>()).prop_map(|(event, is_english, from, to)| {
        let event = event.get(dataset().events());
        let title = if is_english { &event.title.en } else { &event.title.zh };
        let bounds: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
        let (from, to) = (from.index(bounds.len()), to.index(bounds.len()));
        (event, &title[bounds[from.min(to)]..bounds[from.max(to)]])
    })
}

/// A run of Chinese characters of a title, each with one of its readings.
fn runs() -> impl Strategy<Value = (&'static Event, Vec<String>)> {
    (parts(), any::<Pick>()).prop_filter_map("a run that has room", |((event, part), pick)| {
        let runs: Vec<&str> = part.split(|c: char| c.to_pinyin_multi().is_none()).filter(|r| !r.is_empty()).collect();
        let run = runs.get(pick.index(runs.len().max(1)))?;
        let reading = |(at, c): (usize, char)| {
            let all: Vec<&str> = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain).collect();
            all[(pick.index(97) + at) % all.len()].to_owned()
        };
        let syllables: Vec<String> = run.chars().enumerate().map(reading).collect();
        let n_letters: usize = syllables.iter().map(String::len).sum();
        (syllables.len() > 1 && n_letters < 60).then_some((event, syllables))
    })
}

/// Whether a part has one or two Latin letters by themselves, which no word of the title begins with.
fn has_scrap(part: &str, title: &str) -> bool {
    let words: Vec<String> = title.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let scraps = part.to_lowercase();
    let mut scraps = scraps.split_whitespace().filter(|s| s.chars().count() <= 2 && s.chars().all(|c| c < '\u{250}'));
    scraps.any(|scrap| scrap.chars().all(char::is_alphabetic) && !words.iter().any(|word| word.starts_with(scrap)))
}

#[test]
fn one_or_two_letters_are_sought_where_words_and_names_begin() {
    let has_word = |event: &Event, start: &str| {
        let text = [&event.title.en, &event.summary.en].map(|t| t.to_lowercase()).join(" ");
        text.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(start))
    };
    for text in ["us", "st", "eu", "un"] {
        let ids = found(text);
        let events = dataset().events().iter().enumerate().filter(|(_, event)| has_word(event, text));
        events
            .for_each(|(at, event)| assert!(ids.contains(&EventId(at as u32)), "{text} begins a word: {}", event.slug));
    }
    // 沙特 is Saudi Arabia, 伊朗 is Iran: the first letters of a country find its events.
    for (letters, country) in [("st", "SA"), ("yl", "IR")] {
        let taxonomy = dataset().taxonomy();
        let is_named = |event: &Event| event.countries.iter().any(|c| taxonomy.country(*c).slug == country);
        let named: Vec<&Event> = dataset().events().iter().filter(|event| is_named(event)).collect();
        assert!(!named.is_empty());
        named
            .iter()
            .for_each(|event| assert!(found(letters).contains(&event_of(&event.slug)), "{letters}: {}", event.slug));
    }
    assert!(
        found("us").len() < found("rus").len() + dataset().events().len() / 4,
        "Russia, discussed, focus are not found"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_part_of_a_title_finds_its_event((event, part) in parts()) {
        let title = if event.title.en.contains(part) { &event.title.en } else { &event.title.zh };
        prop_assume!(!has_scrap(part, title));
        let needle = Needle::of(part, dataset(), Han::whole());
        let is_found = found(part).contains(&event_of(&event.slug));
        prop_assert!(is_found || needle.date().is_some(), "{}: {:?}", event.slug, part);
        if needle.date().is_none() && !part.trim_matches([' ', '“', '”']).is_empty() {
            prop_assert!(!needle.ranges(title).is_empty(), "{} is marked in {}", part, title);
        }
    }

    #[test]
    fn the_pinyin_of_any_run_of_a_title_finds_its_event((event, syllables) in runs()) {
        let initials: String = syllables.iter().filter_map(|s| s.chars().next()).collect();
        let (mut spaced, all) = (syllables.join(" "), syllables.concat());
        spaced.truncate(spaced.char_indices().nth(40).map_or(spaced.len(), |(at, _)| at));
        let begun = &all[..all.floor_char_boundary(all.len() - 1)];
        // Two first letters are sought only where a name or a title begins.
        let initials = if initials.len() > 2 { &initials } else { &all };
        for text in [all.as_str(), &syllables.join("'"), initials, spaced.trim()] {
            prop_assert!(found(text).contains(&event_of(&event.slug)), "{}: {:?}", event.slug, text);
            let needle = Needle::new(text, Han::whole());
            prop_assert!(!needle.ranges(&event.title.zh).is_empty(), "{:?} is marked in {}", text, event.title.zh);
        }
        // All but the last letter; a first syllable alone may then be too short to mean anything.
        if syllables.len() > 2 {
            prop_assert!(found(begun).contains(&event_of(&event.slug)), "{}: {:?}", event.slug, begun);
        }
    }

    #[test]
    fn nothing_typed_is_too_odd(text in "\\PC{0,80}", dated in "[0-9qh年月日至十〇一 ./-]{0,14}", words in "[a-z沙特\"'1-5 ]{0,20}") {
        let typed = [&text, &dated, &words];
        for text in typed {
            let _ = found(text);
            let needle = Needle::of(text, dataset(), Han::whole());
            for other in typed {
                let mut end = 0;
                for range in needle.ranges(other) {
                    let lies_in_order = end <= range.start && range.start < range.end;
                    prop_assert!(lies_in_order && other.get(range.clone()).is_some(), "{:?} of {:?}", range, other);
                    end = range.end;
                }
            }
        }
    }

    #[test]
    fn folding_again_changes_nothing(text in "[\\PCÀ-žＡ-ｚ　’“–聯合聲明]{0,20}") {
        prop_assert_eq!(fold(&fold(&text, Han::whole()), Han::whole()), fold(&text, Han::whole()));
    }
}

/// Every event that a text finds, with where it was found beside the title; the marks lie in what is shown.
#[track_caller]
fn elsewhere(text: &str, locale: Locale) -> Vec<(EventId, Option<Found>)> {
    let needle = Needle::of(text, dataset(), Han::whole());
    let all = found(text).into_iter().map(|id| (id, needle.found_elsewhere(dataset(), id, locale)));
    let all: Vec<_> = all.collect();
    for found in all.iter().filter_map(|(_, found)| found.as_ref()) {
        assert!(found.ranges.iter().all(|range| found.text.get(range.clone()).is_some()), "{found:?}");
    }
    all
}

#[test]
fn what_a_title_does_not_say_is_found_elsewhere_and_shown() {
    for (text, locale) in [("shate", Locale::En), ("沙特", Locale::En), ("saudi", Locale::Zh), ("聯合聲明", Locale::En)]
    {
        let all = elsewhere(text, locale);
        assert!(!all.is_empty());
        for (id, found) in all {
            let title = dataset().event(id).title.get(locale);
            let found = found.unwrap_or_else(|| panic!("{text} is not in {title}"));
            let marked: Vec<&str> = found.ranges.iter().map(|range| &found.text[range.clone()]).collect();
            assert!(!marked.is_empty() && found.locale != locale || found.place != Place::Title, "{found:?}");
        }
    }
    let needle = Needle::of("saudi", dataset(), Han::whole());
    assert_eq!(needle.found_elsewhere(dataset(), event_of(SAUDI_IRAN), Locale::En), None, "the title says it");
    let date = Needle::of("March 2023", dataset(), Han::whole());
    assert_eq!(date.found_elsewhere(dataset(), event_of(SAUDI_IRAN), Locale::En), None, "a date is not a word");
    let taiwan = Needle::of("沙烏地", dataset(), Han::whole());
    let found = taiwan.found_elsewhere(dataset(), event_of(SAUDI_IRAN), Locale::En).expect("a country");
    assert_eq!((found.place, found.text.as_str(), found.ranges.len()), (Place::Country, "Saudi Arabia", 0));
}

#[test]
fn a_part_of_a_summary_is_cut_between_words_around_what_was_found() {
    let is_cut = |found: &Found| found.place == Place::Summary && found.text.starts_with('…');
    let all: Vec<Found> = elsewhere("china", Locale::En).into_iter().filter_map(|(_, found)| found).collect();
    assert!(all.iter().any(|found| found.place == Place::Summary));
    let all: Vec<Found> = elsewhere("cooperation", Locale::En).into_iter().filter_map(|(_, found)| found).collect();
    for found in all.iter().filter(|found| is_cut(found)) {
        assert!(found.text.chars().count() < 110, "{}", found.text);
        let whole = dataset().events().iter().map(|event| event.summary.get(found.locale));
        let inner = found.text.trim_matches('…');
        let start = whole.filter_map(|text| text.find(inner).map(|at| text[..at].chars().next_back())).next();
        assert!(matches!(start, Some(Some(' ' | '“' | '-'))), "{}", found.text);
    }
    assert!(all.iter().any(is_cut));
}
