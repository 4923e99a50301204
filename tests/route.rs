//! The address and the state are one: what is printed is read back, and what means nothing is named.

mod common;

use common::dataset;
use gsi_timeline::chart::ChartId;
use gsi_timeline::layout::Lanes;
use gsi_timeline::model::{Dataset, Day, EventId, Locale, OrganisationId, Participant, TimeSpan};
use gsi_timeline::query::{Chosen, Exactness, Filter, SortKey, Sorting};
use gsi_timeline::route::{Ignored, Mode, Scheme, View, ViewState, data_parameter, parse, print};
use gsi_timeline::story::MAX_STOPS;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).expect("a date of the calendar")
}

fn set_of<T: Ord + Copy + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Chosen<T>> {
    let most = all.len().min(4);
    subsequence(all, 0..=most).prop_map(|some| some.into_iter().collect())
}

/// Whole days of the years 1900–2100; the coverage itself is what an unasked period means.
fn spans(coverage: TimeSpan) -> impl Strategy<Value = Option<TimeSpan>> {
    let (first, last) = (day(1900, 1, 1).0, day(2101, 1, 1).0);
    let days = (first..last - 1).prop_flat_map(move |start| (Just(start), start + 1..=last));
    let days = days.prop_map(|(start, end)| TimeSpan::new(Day(start), Day(end)));
    let months = (0..2400_i32, 1..400_i32).prop_map(|(start, n)| {
        let from = day(1900, 1, 1).month().plus(start);
        TimeSpan::new(from.first_day(), from.plus(n).first_day().min(day(2101, 1, 1)))
    });
    let spans = prop_oneof![days, months].prop_filter("the coverage asks nothing", move |span| *span != coverage);
    prop::option::of(spans)
}

fn filters(dataset: &'static Dataset) -> impl Strategy<Value = Filter> {
    let taxonomy = dataset.taxonomy();
    let text = prop_oneof![Just(String::new()), "\\PC{0,30}", "[a-z&=+%#~. 中国]{0,12}"];
    let sets = (
        set_of(taxonomy.region_ids().collect()),
        set_of(taxonomy.kind_ids().collect()),
        set_of(taxonomy.theme_ids().collect()),
        set_of(taxonomy.country_ids().collect()),
        set_of(taxonomy.stance_ids().collect()),
        set_of((0..taxonomy.organisations.len()).map(|i| OrganisationId(i as u16)).collect()),
        set_of(Exactness::ALL.to_vec()),
    );
    let countries = taxonomy.country_ids().map(Participant::Country);
    let organisations = (0..taxonomy.organisations.len()).map(|i| Participant::Organisation(OrganisationId(i as u16)));
    let who = prop::option::of(select(countries.chain(organisations).collect::<Vec<_>>()));
    (sets, who, spans(dataset.coverage()), text, any::<bool>()).prop_map(
        |((regions, kinds, themes, countries, stances, organisations, precisions), who, time, text, background)| {
            let text = text.trim().to_owned();
            let facets =
                Filter { regions, kinds, themes, countries, stances, organisations, precisions, ..Filter::default() };
            Filter { who, time, text, background, ..facets }
        },
    )
}

fn states(dataset: &'static Dataset) -> impl Strategy<Value = ViewState> {
    let ids: Vec<EventId> = dataset.ids().collect();
    let charts = ChartId::ALL.to_vec();
    let ways =
        (prop::option::of(select(View::ALL.to_vec())), select(Lanes::ALL.to_vec()), select(Scheme::ALL.to_vec()));
    let sortings = (select(SortKey::ALL.to_vec()), any::<bool>());
    let sortings = sortings.prop_map(|(key, descending)| Sorting { key, descending });
    let opened = (prop::option::of(select(ids)), prop::option::of(select(charts)));
    let rest = (sortings, prop::option::of(select(Locale::ALL.to_vec())), prop::option::of("\\PC{1,30}"));
    let slugs = dataset.stories().iter().map(|(slug, n)| (Some((*slug).to_owned()), *n));
    let told = select(slugs.chain([(None, MAX_STOPS), (Some("own".to_owned()), MAX_STOPS)]).collect::<Vec<_>>());
    let told = told.prop_flat_map(|(story, n)| (Just(story), prop::option::of(1..=n)));
    let told = (select(Mode::ALL.to_vec()), told, (any::<bool>(), prop::option::of("[a-z0-9]{1,12}")));
    let asked = (filters(dataset), prop::option::of(prop_oneof![Just(Filter::default()), filters(dataset)]));
    (ways, asked, opened, rest, told).prop_map(|(ways, (filter, pinned), (event, chart), rest, told)| {
        let ((view, lanes, scheme), (sorting, lang, data), (mode, (story, step), (frozen, room))) = (ways, rest, told);
        let said = ViewState { view, lanes, filter, pinned, event, chart, sorting, ..ViewState::default() };
        ViewState { lang, scheme, data, mode, story, step, frozen, room, ..said }
    })
}

#[track_caller]
fn check(query: &str, expected: &ViewState) {
    let dataset = dataset();
    let (state, ignored) = parse(query, dataset);
    assert_eq!((&state, ignored.as_slice()), (expected, &[][..]), "{query}");
}

/// The part of a query that is set aside.
#[track_caller]
fn check_ignored(query: &str, key: &str, value: &str, rest: &str) {
    let dataset = dataset();
    let (state, ignored) = parse(query, dataset);
    assert_eq!(ignored, [Ignored { key: key.to_owned(), value: value.to_owned() }], "{query}");
    assert_eq!(print(&state, dataset), rest, "{query}");
}

#[test]
fn every_parameter_is_read_in_the_form_of_the_conventions() {
    let dataset = dataset();
    let taxonomy = dataset.taxonomy();
    let region = |slug| taxonomy.region_by_slug(slug).expect("a region");
    let filter = Filter {
        regions: Chosen::from([region("middle-east"), region("africa")]),
        themes: ["7", "8"].map(|n| taxonomy.theme_by_number(n).expect("a direction")).into(),
        countries: ["SA", "IR"].map(|code| taxonomy.country_by_code(code).expect("a country")).into(),
        time: Some(TimeSpan::new(day(2023, 3, 1), day(2023, 7, 1))),
        ..Filter::default()
    };
    let state = ViewState { filter, ..ViewState::default() };
    let query = "?region=middle-east~africa&time=2023-03..2023-06&theme=7~8&country=SA~IR";
    check(query, &state);
    // One state has one address: the parameters in their order, each list in the dataset's.
    assert_eq!(print(&state, dataset), "?region=middle-east~africa&theme=7~8&country=IR~SA&time=2023-03..2023-06");

    let slug = "2022-11-25-cuba-joint-statement";
    let filter = Filter {
        kinds: taxonomy.kind_by_slug("joint-statement").into_iter().collect(),
        stances: taxonomy.stance_by_slug("supports").into_iter().collect(),
        text: "沙特 a+b".to_owned(),
        background: true,
        ..Filter::default()
    };
    let state = ViewState {
        view: Some(View::Charts),
        lanes: Lanes::Theme,
        filter,
        pinned: None,
        event: dataset.event_by_slug(slug),
        chart: Some(ChartId::Heat),
        sorting: Sorting { key: SortKey::Title, descending: true },
        lang: Some(Locale::Zh),
        scheme: Scheme::Dark,
        data: Some("my events.json".to_owned()),
        ..ViewState::default()
    };
    let query = "?data=my+events.json&view=charts&lanes=theme&chart=heat&kind=joint-statement&stance=supports\
                 &q=%E6%B2%99%E7%89%B9+a%2Bb&background=1&sort=-title\
                 &event=2022-11-25-cuba-joint-statement&lang=zh&scheme=dark";
    check(query, &state);
    assert_eq!(print(&state, dataset), query);
}

#[test]
fn a_pinned_question_is_read_and_written_behind_its_prefix() {
    let dataset = dataset();
    let taxonomy = dataset.taxonomy();
    let africa = Filter {
        regions: taxonomy.region_by_slug("africa").into_iter().collect(),
        time: Some(TimeSpan::new(day(2022, 1, 1), day(2023, 1, 1))),
        ..Filter::default()
    };
    let later = Filter { time: Some(TimeSpan::new(day(2023, 1, 1), day(2024, 1, 1))), ..africa.clone() };
    let state = ViewState { filter: later, pinned: Some(africa), ..ViewState::default() };
    let query = "?region=africa&time=2023&pin.region=africa&pin.time=2022";
    check(query, &state);
    assert_eq!(print(&state, dataset), query);

    let everything = ViewState { pinned: Some(Filter::default()), ..ViewState::default() };
    check("?pin=all", &everything);
    assert_eq!(print(&everything, dataset), "?pin=all");
    // All there is, said at length, is still all there is.
    assert_eq!(print(&parse("?pin=all&pin.time=2022-01..2024-06", dataset).0, dataset), "?pin=all");
    check("?pin.region=&pin.q=", &ViewState::default());
    for (query, key, value) in [
        ("?pin=none", "pin", "none"),
        ("?pin.region=atlantis", "pin.region", "atlantis"),
        ("?pin.view=table", "pin.view", "table"),
        ("?pin.pin.region=africa", "pin.pin.region", "africa"),
        ("?pin.=x", "pin.", "x"),
    ] {
        check_ignored(query, key, value, "");
    }
}

#[test]
fn a_story_a_stop_and_a_mode_are_read_and_written() {
    let dataset = dataset();
    let state = ViewState {
        view: Some(View::Story),
        mode: Mode::Present,
        story: Some("mediations".to_owned()),
        step: Some(3),
        ..ViewState::default()
    };
    let query = "?view=story&mode=present&story=mediations&step=3";
    check(query, &state);
    assert_eq!(print(&state, dataset), query);
    check("?mode=explore&story=&step=", &ViewState::default());
    // How many stops a person's own story has, the address does not say.
    check("?story=own&step=99", &ViewState { story: Some("own".to_owned()), step: Some(99), ..ViewState::default() });
    check("?step=99", &ViewState { step: Some(99), ..ViewState::default() });
    check_ignored("?mode=fullscreen", "mode", "fullscreen", "");
    check_ignored("?story=no-such-story&step=2", "story", "no-such-story", "?step=2");
    check_ignored("?step=8&story=mediations", "step", "8", "?story=mediations");
    for room in ["Upper", "a-b", "abcdefghijklm", "沙"] {
        check_ignored(&format!("?room={room}"), "room", room, "");
    }
    for step in ["0", "-1", "1.5", "two", "100", "02", "+2"] {
        check_ignored(&format!("?step={}", step.replace('+', "%2B")), "step", step, "");
    }
}

#[test]
fn a_participant_is_named_by_code_or_slug() {
    let dataset = dataset();
    for (value, printed) in [("SA", "SA"), ("sa", "SA"), ("asean", "asean"), ("org:asean", "asean")] {
        let (state, ignored) = parse(&format!("?who={value}"), dataset);
        assert!(state.filter.who.is_some() && ignored.is_empty(), "{value}");
        assert_eq!(print(&state, dataset), format!("?who={printed}"));
    }
    check("?who=", &ViewState::default());
    check_ignored("?who=atlantis&lang=zh", "who", "atlantis", "?lang=zh");
    // No code of a country is an organisation's slug, so no address here needs the longer form.
    let taxonomy = dataset.taxonomy();
    for organisation in &taxonomy.organisations {
        assert!(taxonomy.country_by_code(&organisation.slug).is_none(), "{}", organisation.slug);
    }
}

#[test]
fn organisations_and_ways_of_knowing_a_date_are_asked_for_by_their_words() {
    let dataset = dataset();
    let taxonomy = dataset.taxonomy();
    let org = |slug| taxonomy.organisation_by_slug(slug).expect("an organisation");
    let filter = Filter {
        organisations: Chosen::from([org("sco"), org("asean")]),
        precisions: Chosen::from([Exactness::About, Exactness::Month]),
        ..Filter::default()
    };
    check("?org=sco~asean&precision=about~month", &ViewState { filter: filter.clone(), ..ViewState::default() });
    let state = ViewState { filter, ..ViewState::default() };
    assert_eq!(print(&state, dataset), "?org=asean~sco&precision=month~about");
    check_ignored("?org=asean~atlantis", "org", "atlantis", "?org=asean");
    check_ignored("?precision=hour", "precision", "hour", "");
}

#[test]
fn what_stays_as_it_opens_is_left_out() {
    let dataset = dataset();
    assert_eq!(print(&ViewState::default(), dataset), "");
    for query in ["", "?", "?&&", "?lanes=region&scheme=system&sort=date&background=0"] {
        check(query, &ViewState::default());
    }
    // Which view opens depends on the window, so that a view that is named is always said.
    for view in View::ALL {
        check(&format!("?view={}", view.slug()), &ViewState { view: Some(view), ..ViewState::default() });
    }
    check("?region=&kind=&theme=~&q=&data=", &ViewState::default());
    check("?time=2022-01..2024-06", &ViewState::default());
    check("?v=2024.1", &ViewState { frozen: true, ..ViewState::default() });
}

#[test]
fn a_period_may_be_a_year_a_month_a_day_or_a_range_of_them() {
    let dataset = dataset();
    for (value, from, to) in [
        ("2023", day(2023, 1, 1), day(2024, 1, 1)),
        ("2024-02", day(2024, 2, 1), day(2024, 3, 1)),
        ("2023-03-10", day(2023, 3, 10), day(2023, 3, 11)),
        ("2022..2023-03", day(2022, 1, 1), day(2023, 4, 1)),
        ("2023-03-05..2023-06-20", day(2023, 3, 5), day(2023, 6, 21)),
    ] {
        let (state, ignored) = parse(&format!("?time={value}"), dataset);
        assert_eq!((state.filter.time, ignored.len()), (Some(TimeSpan::new(from, to)), 0), "{value}");
        assert_eq!(print(&state, dataset), format!("?time={value}").replace("2022..2023-03", "2022-01..2023-03"));
    }
}

#[test]
fn what_means_nothing_is_named_and_the_rest_is_kept() {
    check_ignored("?utm_source=mail&lang=zh", "utm_source", "mail", "?lang=zh");
    check_ignored("?view=spiral&lang=en", "view", "spiral", "?lang=en");
    check_ignored("?region=africa~atlantis~europe", "region", "atlantis", "?region=africa~europe");
    check_ignored("?theme=7~21", "theme", "21", "?theme=7");
    check_ignored("?country=XX", "country", "XX", "");
    check_ignored("?event=2022-no-such-event&q=cuba", "event", "2022-no-such-event", "?q=cuba");
    check_ignored("?time=2023-13", "time", "2023-13", "");
    check_ignored("?time=2023-06..2023-03", "time", "2023-06..2023-03", "");
    check_ignored("?time=..2023", "time", "..2023", "");
    check_ignored("?sort=colour", "sort", "colour", "");
    check_ignored("?background=maybe", "background", "maybe", "");
    check_ignored("?chart=pie", "chart", "pie", "");
    check_ignored("?lang=fr", "lang", "fr", "");
    check_ignored("?v=1999.9", "v", "1999.9", "");
    check_ignored("?flag", "flag", "", "");
    check_ignored("?=x", "", "x", "");
    check_ignored("?View=charts", "View", "charts", "");
}

#[test]
fn of_a_parameter_given_twice_the_last_that_means_something_counts() {
    let dataset = dataset();
    for (query, printed) in [
        ("?view=charts&view=table", "?view=table"),
        ("?view=charts&view=spiral", "?view=charts"),
        ("?time=2022&time=2023", "?time=2023"),
        ("?region=africa~africa", "?region=africa"),
        ("?country=sa~SA", "?country=SA"),
    ] {
        assert_eq!(print(&parse(query, dataset).0, dataset), printed, "{query}");
    }
}

#[test]
fn escapes_are_read_as_utf_8_and_what_is_no_escape_stands_for_itself() {
    let dataset = dataset();
    for (query, text) in [
        ("?q=%E6%B2%99%E7%89%B9", "沙特"),
        ("?q=沙特", "沙特"),
        ("?q=a+b%20c", "a b c"),
        ("?q=100%", "100%"),
        ("?q=%zz", "%zz"),
        ("?q=%FF", "\u{fffd}"),
        ("?q=a%0Ab%00", "ab"),
        ("?%71=cuba", "cuba"),
        ("?q=a=b", "a=b"),
        ("?q=a%26lang%3Dzh", "a&lang=zh"),
    ] {
        let (state, ignored) = parse(query, dataset);
        assert_eq!((state.filter.text.as_str(), ignored.len()), (text, 0), "{query}");
    }
    let long = format!("?q={}", "长".repeat(1000));
    assert_eq!(parse(&long, dataset).0.filter.text.chars().count(), 200, "a search text has an end");
}

#[test]
fn another_dataset_is_known_before_it_is_there() {
    assert_eq!(data_parameter("?view=charts&data=a%20b.json").as_deref(), Some("a b.json"));
    for query in ["", "?data=", "?q=data", "?database=x"] {
        assert_eq!(data_parameter(query), None, "{query}");
    }
}

#[test]
fn a_foreign_fragment_is_never_written_into_the_query() {
    let dataset = dataset();
    let mut state = ViewState::default();
    state.filter.text = "#?secret=abc".to_owned();
    state.data = Some("x.json#?secret=abc".to_owned());
    let query = print(&state, dataset);
    assert!(!query.contains('#') && query.matches('?').count() == 1, "{query}");
    check(&query, &state);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_printed_state_is_read_back(state in states(dataset())) {
        let dataset = dataset();
        let query = print(&state, dataset);
        let (read, ignored) = parse(&query, dataset);
        prop_assert_eq!(&read, &state, "{}", query);
        prop_assert!(ignored.is_empty(), "{}: {:?}", query, ignored);
        prop_assert_eq!(print(&read, dataset), query.as_str());
        prop_assert_eq!(data_parameter(&query), state.data);
        prop_assert!(query.is_ascii() && !query.contains([' ', '"', '<', '>', '#']), "{}", query);
    }

    #[test]
    fn any_text_is_read_without_panic_and_printed_canonically(query in prop_oneof![
        "\\PC{0,60}",
        "[?&=~.%+#a-z0-9-]{0,60}",
        "[?]((view|region|time|theme|q|event|sort|v|data|who|mode|story|step|room|pin|pin[.]time|pin[.]region)=[~.%a-z0-9-]{0,14}&){0,5}",
    ]) {
        let dataset = dataset();
        let (state, _) = parse(&query, dataset);
        let printed = print(&state, dataset);
        let (again, ignored) = parse(&printed, dataset);
        prop_assert_eq!(print(&again, dataset), printed);
        prop_assert!(ignored.is_empty(), "{:?}", ignored);
    }

    #[test]
    fn a_foreign_parameter_is_named_as_it_was_written(key in "[a-z]{3,9}_[a-z]{1,9}", value in "[A-Za-z0-9.-]{0,12}") {
        let dataset = dataset();
        let (state, ignored) = parse(&format!("?lang=zh&{key}={value}&view=table"), dataset);
        prop_assert_eq!(ignored, [Ignored { key, value }]);
        prop_assert_eq!(print(&state, dataset), "?view=table&lang=zh");
    }
}
