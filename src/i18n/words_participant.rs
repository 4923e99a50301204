//! The words of one participant's page.

use crate::letters::lower_text;

/// Every word of the account of a country or an organisation.
pub struct ParticipantWords {
    /// What it is.
    pub country: &'static str,
    /// What it is.
    pub organisation: &'static str,
    /// Events of a kind, counted: its slug, its name, how many.
    pub kind: fn(&str, &str, usize) -> String,
    /// Joins counted things.
    pub list: fn(&[String]) -> String,
    /// Someone, with how many events they share.
    pub counted: fn(&str, usize) -> String,
    /// Sentence: the selection has no event of it.
    pub none: &'static str,
    /// Sentence: one event: its date, its kind.
    pub named_once: fn(&str, &str) -> String,
    /// Sentence: several events: how many, the month or year of all, their kinds.
    pub named_in: fn(usize, &str, &str) -> String,
    /// Sentence: several events: how many, first and last month or year, both as one range, their kinds.
    pub named_between: fn(usize, [&str; 2], &str, &str) -> String,
    /// Sentence: who else is named, and how many more than are listed.
    pub together: fn(&[String], usize) -> String,
    /// Sentence: the stance of one statement: its date, the stance.
    pub stance_one: fn(&str, &str) -> String,
    /// Sentence: the stances of several statements: how many, and each stance with how many.
    pub stances: fn(usize, &str) -> String,
    /// A stance in a list, with how many statements have it.
    pub stance_counted: fn(&str, usize) -> String,
    /// Sentence: events of it that the selection leaves out.
    pub elsewhere: fn(usize) -> String,
    /// Name of the account.
    pub region_name: fn(&str) -> String,
    /// Button: all its events, whatever else is asked for; how many.
    pub show_all: fn(usize) -> String,
    /// Button: the way out.
    pub leave: &'static str,
    /// A link to a participant's page.
    pub follow: fn(&str) -> String,
    /// Heading of the list.
    pub list_title: &'static str,
    /// Button: the rest of the list, in the table; how many in all.
    pub list_more: fn(usize) -> String,
}

/// Kinds whose English names are counted, one and several; others are put in quotation marks.
const KINDS: [(&str, &str, &str); 12] = [
    ("joint-statement", "joint statement", "joint statements"),
    ("document", "document", "documents"),
    ("treaty", "treaty or law", "treaties or laws"),
    ("speech", "speech", "speeches"),
    ("summit", "summit", "summits"),
    ("forum", "forum", "forums"),
    ("consultation", "consultation", "consultations"),
    ("mediation", "mediation", "mediations"),
    ("un-action", "UN action", "UN actions"),
    ("mission", "mission", "missions"),
    ("aid", "act of aid", "acts of aid"),
    ("project", "project", "projects"),
];

fn events(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}

/// Some events of a kind in English: `2 forums`; a kind of another dataset: `2 of “Vote”`.
fn kind_en(slug: &str, label: &str, n: usize) -> String {
    match KINDS.iter().find(|(known, ..)| *known == slug) {
        Some((_, one, _)) if n == 1 => format!("1 {one}"),
        Some((.., many)) => format!("{n} {many}"),
        None => format!("{n} of “{label}”"),
    }
}

/// A kind in English in the plural: `forums`; a kind of another dataset: `“Vote”`.
pub(super) fn kinds_en(slug: &str, label: &str) -> String {
    let known = KINDS.iter().find(|(known, ..)| *known == slug);
    known.map_or_else(|| format!("“{label}”"), |(.., many)| (*many).to_owned())
}

fn list_en(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

pub(super) static EN: ParticipantWords = ParticipantWords {
    country: "Country",
    organisation: "Organisation",
    kind: kind_en,
    list: list_en,
    counted: |name, n| format!("{name} ({n})"),
    none: "Not named in any event of this selection.",
    named_once: |date, kind| format!("Named in 1 event, dated {date}: {kind}."),
    named_in: |n, when, kinds| format!("Named in {} in {when}: {kinds}.", events(n)),
    named_between: |n, [from, to], _, kinds| format!("Named in {} between {from} and {to}: {kinds}.", events(n)),
    together: |names, more| {
        let others = match more {
            0 => None,
            1 => Some("1 other".to_owned()),
            n => Some(format!("{n} others")),
        };
        let all: Vec<String> = names.iter().cloned().chain(others).collect();
        format!("Named together with {}.", list_en(&all))
    },
    stance_one: |date, stance| format!("Stance in the statement of {date}: “{}”.", lower_text(stance)),
    stances: |n, list| format!("Stances in {n} statements: {list}."),
    stance_counted: |stance, n| format!("“{}” ({n})", lower_text(stance)),
    elsewhere: |n| match n {
        1 => "The record names it in 1 more event, outside this selection.".to_owned(),
        n => format!("The record names it in {n} more events, outside this selection."),
    },
    region_name: |name| format!("{name} in the record"),
    show_all: |n| format!("Show all {n}"),
    leave: "All events",
    follow: |name| format!("Everything on {name}"),
    list_title: "In order of date",
    list_more: |n| format!("All {n} in the table"),
};

pub(super) static ZH: ParticipantWords = ParticipantWords {
    country: "国家",
    organisation: "组织",
    kind: |_, label, n| format!("{label}{n}项"),
    list: |items| items.join("、"),
    counted: |name, n| format!("{name}（{n}项）"),
    none: "当前选择中没有提及该方的事件。",
    named_once: |date, kind| format!("{date}，有1项事件提及：{kind}。"),
    named_in: |n, when, kinds| format!("{when}，共有{n}项事件提及：{kinds}。"),
    named_between: |n, _, range, kinds| format!("{range}，共有{n}项事件提及：{kinds}。"),
    together: |names, more| match more {
        0 => format!("一同被提及的有{}。", names.join("、")),
        n => format!("一同被提及的有{}，以及另外{n}方。", names.join("、")),
    },
    stance_one: |date, stance| format!("{date}声明中的表态：“{stance}”。"),
    stances: |n, list| format!("{n}份声明有表态：{list}。"),
    stance_counted: |stance, n| format!("“{stance}”（{n}份）"),
    elsewhere: |n| format!("另有{n}项提及该方的事件不在当前选择之内。"),
    region_name: |name| format!("记录中的{name}"),
    show_all: |n| format!("显示全部{n}项"),
    leave: "全部事件",
    follow: |name| format!("{name}的全部事件"),
    list_title: "按日期排列",
    list_more: |n| format!("在表格中查看全部{n}项"),
};
