//! English.

use super::messages::Messages;
use super::words_access;
use super::words_linked;
use crate::letters::uncapitalized;
use crate::model::Locale;

fn events(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}

pub(super) const EN: Messages = Messages {
    locale: Locale::En,
    doors: &super::words_doors::EN,
    linked: &words_linked::EN,
    page_skip: "Skip to the events",
    access: &words_access::EN,
    search: &super::words_search::EN,
    view_tabs: "Views",
    view_timeline: "Timeline",
    view_charts: "Charts",
    view_table: "Table",
    view_stories: "Stories",
    scheme_switch: |now| format!("Colour scheme: {now}"),
    scheme_system: "as the system",
    scheme_light: "light",
    scheme_dark: "dark",

    headline_of: |n, all| (n.to_string(), format!(" of {}", events(all))),
    headline_text: |text| format!("“{text}”"),
    headline_more: |first, n| format!("{first} and {n} more"),
    headline_title: |headline, name| format!("{headline} – {name}"),
    lede_two: |a, n, b, m| format!("Most in {} ({n}) and {} ({m})", the(a), the(b)),
    lede_one: |a, n| format!("In {}: {n}", the(a)),
    lede_global: |n| {
        if n == 1 { "1 concerns no single region".to_owned() } else { format!("{n} concern no single region") }
    },
    lede_busiest: |month, n| format!("The busiest month is {month}, with {n}"),
    sentence_join: ". ",
    account: |publisher, title, date| {
        format!("As stated in the {publisher} {}, {date}. Recorded here, not endorsed.", uncapitalized(title))
    },
    account_short: |publisher, date| format!("From the {publisher}, {date}. Not endorsed."),

    filter_bar: "Filters",
    filter_search: "Search events",
    filter_search_clear: "Clear the search",
    filter_region: "Region",
    filter_kind: "Kind",
    filter_theme: "Direction",
    filter_country: "Country",
    filter_stance: "Stance",
    filter_background: "Earlier background",
    filter_clear: "Clear all",
    filter_remove: |what| format!("Remove the filter {what}"),
    filter_all: "All",
    filter_find: "Find",
    filter_choice: |name, n| format!("{name}, {}", events(n)),
    filter_time: "Time",

    lanes_menu: "Lanes",
    lanes_region: "Region",
    lanes_kind: "Kind",
    lanes_theme: "Direction",
    lanes_none: "None",
    lane_no_theme: "No direction",

    timeline_name: |n| format!("Timeline of {}", events(n)),
    timeline_keys: "Arrow keys move between events and lanes, Enter opens, plus and minus zoom, 0 shows all.",
    timeline_mark: |title, date, region, n, all| format!("{title}, {date}, {region}, {n} of {all}"),
    timeline_cluster: |n, dates| format!("{n} events, {dates}"),
    timeline_open_hint: "Click or Enter to open",
    timeline_cluster_hint: "Click or Enter to zoom in",
    timeline_cluster_more: |n| format!("and {n} more"),
    timeline_wheel_hint: "Hold Ctrl and turn the wheel to zoom, Shift to move along",
    zoom_out: "Zoom out",
    zoom_in: "Zoom in",
    zoom_fit: "Show the whole record",
    zoom_fit_short: "Fit",
    overview_name: "Overview: drag to choose a period",
    overview_start: "Start of the period",
    overview_end: "End of the period",

    key_name: "Key",
    key_words: "Words",
    key_meetings: "Meetings",
    key_deeds: "Deeds",
    key_band: "month known",
    key_bar: "days",
    key_cluster: "zoom in",
    key_color: "Colour is the region",

    card_position: |n, all| format!("{n} of {all}"),
    card_outside: "Outside the present selection",
    card_previous: "Previous event",
    card_next: "Next event",
    card_close: "Close",
    card_kind: "Kind",
    card_region: "Region",
    card_who: "Who",
    card_theme: "Direction",
    card_stance: "Stance",
    card_source: "Source",
    card_report: |section, page| format!("Report § {section}, p. {page}"),
    card_cited: "Cited there",
    card_note: "Note",
    card_next_in: |region| format!("Next in {}", the(region)),
    card_copy: "Copy link",
    card_copied: "Link copied",
    card_copy_by_hand: "Copying is not allowed here. The link is selected: press Ctrl+C, on a Mac ⌘C.",

    table_caption: |n| format!("{}, as shown", events(n)),
    table_date: "Date",
    table_event: "Event",
    table_countries: "Countries",
    table_year_only: |year| format!("{year}, month not stated"),

    charts_lede: "Six questions about the same events. Filters act on all of them and on the timeline and the table.",
    charts_filter_hint: "Click to filter",
    charts_nothing: "Too few events to draw.",
    charts_data: "Data",
    charts_svg: "SVG",

    empty_title: "No event passes all of these filters.",

    ignored: |parts| format!("Not understood in the address, and left out: {parts}"),
    dismiss: "Dismiss",
    error_title: "This dataset cannot be shown",
    error_advice: "Nothing was changed. Mend what is named here and load the page again.",
    error_fetch: |address, why| format!("“{address}” could not be read: {why}."),
    error_other_site: "it is not on this site, and no other site is ever asked",
    error_status: |status| format!("the site answered {status}"),
    error_unreadable: "there was no answer, or not one of text",
    error_more: |n| format!("and {n} more"),
    error_back: "Show the embedded dataset",
    loading: "Reading the dataset",

    source_title: "The source",
    source_text: |publisher, title, date| {
        format!(
            "Every event is transcribed from “{title}”, {publisher}, {date}. The page records what the report states, at the precision it states it, and does not endorse it."
        )
    },
    source_section: "Section",
    source_page: "Page",
    source_contents: "Contents of the report",
    source_figures: "Figures the report gives",
    source_version: |version| format!("Dataset version {version}."),
    source_file: "Download the dataset (JSON)",
    source_events: events,

    embed: &super::words_embed::EN,
    load: &super::words_load::EN,
};

/// Regions that take an article in a sentence.
pub(super) fn the(region: &str) -> String {
    match region {
        "Middle East" | "Pacific" => format!("the {region}"),
        "Global" => "no single region".to_owned(),
        _ => region.to_owned(),
    }
}
