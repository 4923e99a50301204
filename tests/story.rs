//! Stories: the shipped ones keep what they say, a person's own comes back as it was written, faults are named.

mod common;

use std::sync::LazyLock;

use common::{dataset, index};
use gsi_timeline::data::Problem;
use gsi_timeline::export::handout::Handout;
use gsi_timeline::i18n::story_error;
use gsi_timeline::model::{Bilingual, Locale, Translated};
use gsi_timeline::route::{self, View, ViewState};
use gsi_timeline::story::link::{Packing, in_fragment, payload, unpack, with_payload};
use gsi_timeline::story::{Draft, Field, MAX_STOPS, Origin, Shown, Stop, Story, json, read, said, saved, show};
use proptest::prelude::*;

/// A headline stands on a stage in one line or two: more characters do not fit.
const MAX_HEADLINE: [(Locale, usize); 2] = [(Locale::En, 60), (Locale::Zh, 24)];

/// The shipped stories.
fn stories() -> &'static [Story] {
    static STORIES: LazyLock<Vec<Story>> =
        LazyLock::new(|| read(gsi_timeline::EMBEDDED_STORIES, Origin::Shipped).expect("the shipped stories are valid"));
    &STORIES
}

/// Every stop of every shipped story in a language, with its name for messages.
fn shown(locale: Locale) -> Vec<(String, Stop, Shown)> {
    let stops = stories().iter().flat_map(|story| {
        let named = move |(i, stop): (usize, &Stop)| (format!("{} {} {locale:?}", story.slug, i + 1), stop.clone());
        story.stops.iter().enumerate().map(named)
    });
    stops.map(|(name, stop)| (name, stop.clone(), show(&stop, dataset(), index(), locale))).collect()
}

fn sentences(text: &str) -> usize {
    text.matches(['。', '？', '！']).count() + text.split(". ").count() - usize::from(text.ends_with('。'))
}

#[test]
fn three_stories_ship_with_as_many_stops_as_they_should_have() {
    let sizes: Vec<_> = stories().iter().map(|story| (story.slug.as_str(), story.stops.len())).collect();
    assert_eq!(dataset().n_stops(route::OWN_STORY), None, "the name of a person's own");
    assert_eq!(sizes, dataset().stories());
    assert_eq!(sizes, [("two-years", 10), ("joint-statements", 8), ("mediations", 7)]);
}

#[test]
fn every_stop_of_a_shipped_story_is_a_view_of_the_dataset_in_its_canonical_form() {
    for (name, stop, shown) in shown(Locale::En) {
        assert_eq!(shown.missing, [], "{name}");
        assert_eq!(saved(&shown.state, shown.state.view.expect("a view"), dataset()), stop.query, "{name}");
        assert!(!shown.selection.ids.is_empty(), "{name}");
        if let Some(event) = shown.state.event {
            assert!(shown.selection.ids.contains(&event), "{name} opens an event outside its selection");
        }
    }
}

#[test]
fn the_words_of_a_shipped_story_fit_a_stage() {
    for (locale, most) in MAX_HEADLINE {
        for (name, _, shown) in shown(locale) {
            let [headline, text, notes] = [&shown.headline, &shown.text, &shown.notes].map(|said| {
                assert_eq!(said.locale, locale, "{name}");
                assert!(!said.text.contains(['{', '}']), "{name}: {}", said.text);
                said.text.as_str()
            });
            assert!(headline.chars().count() <= most, "{name}: {headline}");
            assert!((1..=2).contains(&sentences(text)), "{name}: {text}");
            assert!((2..=4).contains(&sentences(notes)), "{name}: {notes}");
        }
    }
}

#[test]
fn a_count_of_events_is_taken_from_the_selection_and_never_typed() {
    let counted =
        ["events", "joint statements", "statements", "mediations", "documents, and", "项", "份联合", "份声明"];
    for story in stories() {
        for stop in &story.stops {
            let texts = [&stop.headline, &stop.text, &stop.notes].map(|text| [text.en.as_str(), text.zh.as_str()]);
            for text in texts.iter().flatten() {
                for (at, word) in counted.iter().flat_map(|word| text.match_indices(word)) {
                    let before = text[..at].trim_end();
                    assert!(!before.ends_with(|c: char| c.is_ascii_digit()), "{}: “{before} {word}”", story.slug);
                }
            }
        }
    }
}

/// What the words say of a selection besides its number.
#[test]
fn the_selections_hold_what_the_words_say() {
    let stories = stories();
    let ids = |story: usize, stop: usize| {
        let shown = show(&stories[story].stops[stop - 1], dataset(), index(), Locale::En);
        shown.selection.ids.iter().map(|id| dataset().event(*id).slug.as_str()).collect::<Vec<_>>()
    };
    let n_with = |slugs: &[&str], part: &str| slugs.iter().filter(|slug| slug.contains(part)).count();
    // Most with one country, four from one summit, and the Riyadh Declaration.
    let late = ids(0, 3);
    assert_eq!((n_with(&late, "-sco-"), n_with(&late, "riyadh-declaration")), (4, 1));
    assert!(late.len() - 5 > late.len() / 2, "{late:?}");
    // Nearly all in November 2023.
    let gaza = ids(0, 8);
    assert!(n_with(&gaza, "2023-11") + 1 == gaza.len(), "{gaza:?}");
    // More from Southeast Asia than from any other region.
    let by_region: Vec<usize> = (2..=7).map(|stop| ids(1, stop).len()).collect();
    assert!(by_region[1..].iter().all(|n| *n < by_region[0]), "{by_region:?}");
    assert_eq!(n_with(&ids(1, 3), "2023-05"), 3);
    assert_eq!(n_with(&ids(1, 6), "2022-11"), 3);
    assert_eq!(ids(1, 6).len(), 3);
    assert_eq!(n_with(&ids(1, 7), "2022-09-sco"), 4);
    assert_eq!(ids(2, 4).len(), 2, "the paper and the other event of its notes");
    assert_eq!(ids(2, 6).len(), 2);
}

fn text(en: &str, zh: &str) -> Bilingual {
    Translated { en: en.to_owned(), zh: zh.to_owned() }
}

#[test]
fn a_text_of_one_language_is_said_in_it_and_marked() {
    assert_eq!(said(&text("Hello", ""), Locale::Zh), ("Hello", Locale::En));
    assert_eq!(said(&text(" ", "你好"), Locale::En), ("你好", Locale::Zh));
    assert_eq!(said(&text("Hello", "你好"), Locale::En), ("Hello", Locale::En));
    assert_eq!(said(&text("", ""), Locale::Zh), ("", Locale::Zh));
    // Without a headline a stop is called what its selection is called.
    let stop = Stop { query: "?region=africa".to_owned(), ..Stop::default() };
    let shown = show(&stop, dataset(), index(), Locale::En);
    assert_eq!(shown.headline.text, shown.selection.headline.text());
}

#[test]
fn what_the_dataset_no_longer_has_is_named_and_the_rest_is_shown() {
    let query = "?view=table&region=africa~atlantis&event=1999-withdrawn";
    let shown = show(&Stop { query: query.to_owned(), ..Stop::default() }, dataset(), index(), Locale::En);
    let missing: Vec<_> = shown.missing.iter().map(|part| (part.key.as_str(), part.value.as_str())).collect();
    assert_eq!(missing, [("region", "atlantis"), ("event", "1999-withdrawn")]);
    assert_eq!(route::print(&shown.state, dataset()), "?view=table&region=africa");
}

#[test]
fn a_saved_view_keeps_nothing_of_the_page_around() {
    let query = "?view=charts&region=africa&lang=zh&scheme=dark&mode=present&story=mediations&step=2";
    let (state, ignored) = route::parse(query, dataset());
    assert_eq!(ignored, []);
    let query = saved(&state, View::Charts, dataset());
    assert_eq!(query, "?view=charts&region=africa");
    let around = route::parse("?lang=zh&scheme=dark&data=x.json&q=gone", dataset()).0;
    let stop = Stop { query, ..Stop::default() };
    let printed = route::print(&stop.view_in(&around, dataset()), dataset());
    assert_eq!(printed, "?data=x.json&view=charts&region=africa&lang=zh&scheme=dark");
    assert_eq!(Stop { query: "?view=story".to_owned(), ..Stop::default() }.view(dataset()).0, ViewState::default());
}

#[track_caller]
fn faults(json: &str, origin: Origin) -> Vec<String> {
    let errors = read(json, origin).expect_err("faults");
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_of_a_file_is_named_with_its_story_stop_and_field() {
    let own = |json: &str| faults(json, Origin::Own);
    assert_eq!(own("[]"), ["The file: a value of the wrong type (expected an object)."]);
    assert_eq!(own("{}"), ["The file, field “format”: missing; this program reads format 1."]);
    assert!(own("{\"format\": 1,").iter().all(|e| e.starts_with("The file: not readable as JSON at line 1")));
    assert_eq!(own(r#"{"format": 1}"#), ["The file, field “stories”: missing or empty."]);
    assert_eq!(
        own(r#"{"format": 1, "stories": [{"id": "a", "title": "x", "stops": []}, 7,
            {"id": "a", "stops": [{"view": 3, "text": {"en": 4}}, []]}, {"id": "Ä", "stops": {}}]}"#),
        [
            "Story “a”, field “title”: a value of the wrong type (expected an object of en and zh).",
            "Story “a”, field “stops”: missing or empty.",
            "Story “#2”: a value of the wrong type (expected an object).",
            "Story “a”, stop 1, field “view”: a value of the wrong type (expected a text).",
            "Story “a”, stop 1, field “text.en”: a value of the wrong type (expected a text).",
            "Story “a”, stop 2: a value of the wrong type (expected an object).",
            "Story “a”, field “id”: “a” is there more than once.",
            "Story “Ä”, field “id”: Ä is outside what is allowed.",
            "Story “Ä”, field “stops”: a value of the wrong type (expected a list).",
        ]
    );
    let stop = r#"{"view": "?view=table", "headline": {"en": "x"}, "text": {"zh": "x"}, "notes": null}"#;
    let story = format!(r#"{{"format": 1, "stories": [{{"id": "s", "title": {{}}, "stops": [{stop}]}}]}}"#);
    assert_eq!(
        faults(&story, Origin::Shipped),
        [
            "Story “s”, field “title”: missing or empty.",
            "Story “s”, field “summary”: missing or empty.",
            "Story “s”, stop 1, field “headline”: the Chinese text is missing.",
            "Story “s”, stop 1, field “text”: the English text is missing.",
            "Story “s”, stop 1, field “notes”: missing or empty.",
        ]
    );
    assert!(read(&story, Origin::Own).is_ok(), "a person may leave texts out");
    let many = format!(r#"{{"format": 1, "stories": [{{"id": "s", "stops": [{}]}}]}}"#, vec!["{}"; 100].join(","));
    assert_eq!(read(&many, Origin::Own).expect_err("too many")[0].problem, Problem::TooMany(MAX_STOPS + 1));
    let error = &read(&story, Origin::Shipped).expect_err("faults")[2];
    assert_eq!(story_error(error, Locale::Zh), "讲解“s”第1节，字段“headline”：缺少中文。");
}

fn texts() -> impl Strategy<Value = Bilingual> {
    let word = || prop_oneof![Just(String::new()), "\\PC{0,40}", "[\"\\\\\\n\\t{}沙特 a]{0,12}"];
    (word(), word()).prop_map(|(en, zh)| Translated { en, zh })
}

fn stops() -> impl Strategy<Value = Stop> {
    let queries = prop_oneof!["[?]view=(timeline|charts|table)&region=(africa|europe)", "\\PC{0,30}"];
    let stop = (queries, texts(), texts(), texts());
    stop.prop_map(|(query, headline, text, notes)| Stop { query, headline, text, notes })
}

fn any_story() -> impl Strategy<Value = Story> {
    let parts = ("[a-z0-9-]{1,12}", texts(), texts(), prop::collection::vec(stops(), 1..6));
    parts.prop_map(|(slug, title, summary, stops)| Story { slug, title, summary, stops })
}

/// A step of somebody making a story.
#[derive(Clone, Debug)]
enum Step {
    Add(Box<Stop>),
    Shift(usize, usize),
    Duplicate(usize),
    Remove(usize),
    Type(u8, usize, bool, String),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        stops().prop_map(|stop| Step::Add(Box::new(stop))),
        (0..5_usize, 0..5_usize).prop_map(|(from, to)| Step::Shift(from, to)),
        (0..5_usize).prop_map(Step::Duplicate),
        (0..5_usize).prop_map(Step::Remove),
        (0..5_u8, 0..5_usize, any::<bool>(), "[a-c]{0,2}").prop_map(|(f, at, en, text)| Step::Type(f, at, en, text)),
        Just(Step::Undo),
        Just(Step::Redo),
    ]
}

fn take(draft: &mut Draft, step: &Step) -> bool {
    match step {
        Step::Add(stop) => draft.add(stop.as_ref().clone()),
        Step::Shift(from, to) => draft.shift(*from, *to),
        Step::Duplicate(at) => draft.duplicate(*at),
        Step::Remove(at) => draft.remove(*at),
        Step::Type(field, at, en, text) => {
            let fields = [Field::Title, Field::Summary, Field::Headline(*at), Field::Text(*at), Field::Notes(*at)];
            draft.set_text(fields[usize::from(*field)], if *en { Locale::En } else { Locale::Zh }, text)
        }
        Step::Undo => draft.undo(),
        Step::Redo => draft.redo(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_story_is_read_back(story in any_story()) {
        let text = json(&story, dataset());
        prop_assert_eq!(read(&text, Origin::Own), Ok(vec![story]), "{}", text);
    }

    #[test]
    fn bytes_come_back_from_a_fragment(bytes in prop::collection::vec(any::<u8>(), 0..200), foreign in "[?a-z=]{0,9}") {
        for packing in [Packing::Deflated, Packing::Plain] {
            let payload = payload(packing, &bytes);
            let fragment = with_payload(&format!("#{foreign}"), Some(&payload));
            prop_assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"#?=&.-_".contains(&b)));
            prop_assert_eq!(unpack(in_fragment(&fragment).expect("the payload")), Some((packing, bytes.clone())));
        }
    }

    /// All of the way but the browser's part of it, which packs and unpacks bytes.
    #[test]
    fn a_story_comes_back_from_its_link(story in any_story(), foreign in "[?a-z=]{0,9}") {
        let text = json(&story, dataset());
        let fragment = with_payload(&format!("#{foreign}"), Some(&payload(Packing::Plain, text.as_bytes())));
        let address = format!("https://example.org/?view=story&story=own{fragment}");
        let hash = &address[address.find('#').expect("a fragment")..];
        let (packing, bytes) = in_fragment(hash).and_then(unpack).expect("the payload");
        prop_assert_eq!(packing, Packing::Plain);
        let text = String::from_utf8(bytes).expect("a text");
        prop_assert_eq!(read(&text, Origin::Own), Ok(vec![story]));
    }

    #[test]
    fn any_fragment_and_any_file_is_read_without_panic(text in "\\PC{0,60}", json in "[\\[\\]{}\":,a-z0-9]{0,40}") {
        let _ = in_fragment(&text).and_then(unpack);
        let _ = unpack(&text);
        prop_assert!(read(&json, Origin::Own).is_err());
    }

    #[test]
    fn undoing_everything_leads_back_and_redoing_forth(start in any_story(), list in prop::collection::vec(steps(), 0..24)) {
        let mut draft = Draft::new(start.clone());
        for step in &list {
            let before = draft.story().clone();
            let changed = take(&mut draft, step);
            prop_assert_eq!(changed, *draft.story() != before, "{:?} says whether it changed something", step);
        }
        let end = draft.story().clone();
        while draft.redo() {}
        let last = draft.story().clone();
        let mut n = 0;
        while draft.undo() { n += 1; }
        prop_assert_eq!(draft.story(), &start);
        prop_assert_eq!(draft.can_step(), (false, n > 0));
        while draft.redo() {}
        prop_assert_eq!(draft.story(), &last);
        prop_assert!(list.iter().any(|s| matches!(s, Step::Undo | Step::Redo)) || end == last);
    }
}

#[test]
fn letters_typed_into_one_text_are_one_step() {
    let mut draft = Draft::new(Story { stops: vec![Stop::default()], ..Story::default() });
    for text in ["A", "Af", "Afr"] {
        assert!(draft.set_text(Field::Headline(0), Locale::En, text));
    }
    assert!(draft.set_text(Field::Headline(0), Locale::Zh, "非"));
    draft.settle();
    assert!(draft.set_text(Field::Headline(0), Locale::Zh, "非洲"));
    let mut seen = vec![draft.story().stops[0].headline.clone()];
    while draft.undo() {
        seen.push(draft.story().stops[0].headline.clone());
    }
    assert_eq!(seen, [text("Afr", "非洲"), text("Afr", "非"), text("Afr", ""), text("", "")]);
    assert!(!draft.set_text(Field::Text(7), Locale::En, "nowhere"));
}

#[test]
fn a_story_has_room_for_so_many_stops() {
    let mut draft = Draft::new(Story { stops: vec![Stop::default(); MAX_STOPS - 1], ..Story::default() });
    assert!(draft.add(Stop::default()) && !draft.has_room());
    assert!(!draft.add(Stop::default()) && !draft.duplicate(0));
    assert_eq!(draft.story().stops.len(), MAX_STOPS);
}

/// The sheets of a story's handout.
fn sheets(story: &Story, locale: Locale) -> Vec<String> {
    let permalink = |stop: &Stop| format!("{}{}", common::SITE, stop.query);
    let handout = Handout { story, title: "Title", dataset: dataset(), index: index(), locale, permalink: &permalink };
    let all = gsi_timeline::export::handout::handout(&handout);
    all.split("<section class=\"print-stop\">").skip(1).map(str::to_owned).collect()
}

#[test]
fn a_handout_has_a_sheet_for_every_stop_and_lists_every_event_of_each() {
    for (story, locale) in stories().iter().flat_map(|story| Locale::ALL.map(|locale| (story, locale))) {
        let sheets = sheets(story, locale);
        let (own, behind) = sheets.split_at(story.stops.len());
        let mut long = Vec::new();
        for (i, stop) in story.stops.iter().enumerate() {
            let ids = show(stop, dataset(), index(), locale).selection.ids;
            let listed = own[i].matches("<li class=\"print-event\">").count();
            if listed > 0 {
                assert_eq!(listed, ids.len(), "{} {} {locale:?}", story.slug, i + 1);
                continue;
            }
            // What its sheet has no room for is on a sheet that says so.
            let number = (i + 1).to_string();
            let is_named = |sheet: &&String| {
                let heading = sheet.split("print-listed\">").nth(1).and_then(|rest| rest.split("</h2>").next());
                heading.is_some_and(|text| text.split(|c: char| !c.is_ascii_digit()).any(|word| word == number))
            };
            let sheet = behind.iter().find(is_named).unwrap_or_else(|| panic!("{} {number} {locale:?}", story.slug));
            assert_eq!(sheet.matches("<li class=\"print-event\">").count(), ids.len());
            let at_end = ["listed at the end of this handout", "列于讲义末尾"];
            assert!(at_end.iter().any(|words| own[i].contains(words)), "{}", own[i]);
            long.push(ids);
        }
        let n_long = long.len();
        long.dedup();
        assert_eq!(behind.len(), long.len(), "what several stops show stands there once");
        // Few events have room beside the words about them.
        assert!(n_long <= 2, "{} {locale:?}: {n_long}", story.slug);
    }
}
