//! What is said after a step: what changed and what it left, in either language, and nothing more.

use std::sync::LazyLock;

use gsi_timeline::announce::{Moment, change, join};
use gsi_timeline::model::{Dataset, Locale};
use gsi_timeline::route;

fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
        gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET).expect("the embedded dataset is valid")
    });
    &DATASET
}

fn moment(query: &str, n_shown: usize) -> Moment {
    let (view, ignored) = route::parse(query, dataset());
    assert_eq!(ignored, []);
    Moment { view, n_shown, n_all: 181 }
}

#[track_caller]
fn check(before: &str, after: &str, n: usize, en: &str, zh: &str) {
    let (before, after) = (moment(before, 181), moment(after, n));
    for (locale, words) in [(Locale::En, en), (Locale::Zh, zh)] {
        let said = change(&before, &after, dataset(), locale);
        assert_eq!(said.as_deref(), Some(words).filter(|words| !words.is_empty()));
    }
}

#[test]
fn a_filter_says_what_it_leaves() {
    check("", "?region=middle-east", 46, "46 of 181 events", "46 / 181 项事件");
    check("?q=arab", "?q=", 181, "181 of 181 events", "181 / 181 项事件");
    check("", "?background=1", 181, "181 of 181 events", "181 / 181 项事件");
}

#[test]
fn a_filter_that_leaves_nothing_says_so() {
    check("", "?q=zzz", 0, "No event passes all of these filters", "没有事件同时符合这些筛选");
}

#[test]
fn the_same_question_with_another_answer_says_what_it_leaves_now() {
    let (before, after) = (moment("?q=shate", 0), moment("?q=shate", 12));
    for (locale, words) in [(Locale::En, "12 of 181 events"), (Locale::Zh, "12 / 181 项事件")] {
        assert_eq!(change(&before, &after, dataset(), locale).as_deref(), Some(words));
        assert_eq!(change(&after, &after, dataset(), locale), None);
    }
}

#[test]
fn moving_in_time_says_the_period_in_words() {
    check(
        "",
        "?time=2023-03..2023-06",
        30,
        "Period: March–June 2023, 30 of 181 events",
        "时段：2023年3月至6月，30 / 181 项事件",
    );
    let whole = change(&moment("?time=2023", 90), &moment("", 181), dataset(), Locale::En).expect("something to say");
    assert!(whole.starts_with("Period: ") && whole.ends_with("181 of 181 events"), "{whole}");
}

#[test]
fn another_view_says_its_name_and_its_count() {
    check("", "?view=table", 181, "Table, 181 of 181 events", "表格，181 / 181 项事件");
}

#[test]
fn lanes_and_order_are_said_without_a_count_since_it_stays() {
    check("", "?lanes=kind", 181, "Lanes: Kind", "分组：类型");
    check("?view=table", "?view=table&sort=-title", 181, "Sorted by Event, reversed", "按事件倒序排列");
}

#[test]
fn an_opened_event_is_named_and_a_closed_one_is_not_mentioned() {
    let event = "?event=2023-03-10-saudi-iran-beijing";
    check(
        "",
        event,
        181,
        "Opened: Saudi–Iran talks in Beijing: ties to be restored",
        &format!("已打开：{}", {
            let id = dataset().event_by_slug("2023-03-10-saudi-iran-beijing").expect("an event");
            dataset().event(id).title.get(Locale::Zh)
        }),
    );
    check(event, "", 181, "", "");
}

#[test]
fn nothing_is_said_where_nothing_can_be_noticed() {
    check("?view=table", "?view=table", 181, "", "");
    check("", "?scheme=dark", 181, "", "");
    check("", "?lang=zh", 181, "", "");
}

#[test]
fn what_a_part_of_the_page_says_comes_before_what_follows_from_it() {
    let (undone, count) = (|| Some("Undone".to_owned()), || Some("46 of 181 events".to_owned()));
    assert_eq!(join(undone(), count(), Locale::En).as_deref(), Some("Undone, 46 of 181 events"));
    assert_eq!(join(None, count(), Locale::En), count());
    assert_eq!(join(undone(), None, Locale::En), undone());
    assert_eq!(join(None, None, Locale::Zh), None);
}
