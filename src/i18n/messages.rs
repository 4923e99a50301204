//! The strings of the page, one field each: a missing translation does not compile.

use super::words_access::AccessWords;
use super::words_compare::{self, CompareWords};
use super::words_empty::{self, EmptyWords};
use super::words_export::{self, ExportWords};
use super::words_help::{self, HelpWords};
use super::words_linked::LinkedWords;
use super::words_participant::{self, ParticipantWords};
use super::words_phone::{self, PhoneWords};
use super::words_present::{self, PresentWords};
use super::words_print::{self, PrintWords};
use super::words_search::SearchWords;
use super::words_share::{self, ShareWords};
use super::words_story::{self, StoryWords};
use crate::model::Locale;

/// Every string of the page, in reading order.
pub struct Messages {
    /// The language.
    pub locale: Locale,
    /// Buttons and titles of what is loaded later.
    pub doors: &'static super::DoorWords,
    /// Views together, and steps undone.
    pub linked: &'static LinkedWords,
    /// Skip link at the top of the page.
    pub page_skip: &'static str,
    /// Announcements, skip links and landmarks.
    pub access: &'static AccessWords,
    /// The search field, and the menus of choices.
    pub search: &'static SearchWords,
    /// Name of the row of view tabs.
    pub view_tabs: &'static str,
    /// Tab.
    pub view_timeline: &'static str,
    /// Tab.
    pub view_charts: &'static str,
    /// Tab.
    pub view_table: &'static str,
    /// Tab.
    pub view_stories: &'static str,
    /// The button that changes the scheme, with the scheme it is in now.
    pub scheme_switch: fn(&str) -> String,
    /// Scheme name.
    pub scheme_system: &'static str,
    /// Scheme name.
    pub scheme_light: &'static str,
    /// Scheme name.
    pub scheme_dark: &'static str,

    /// Headline: shown, of all.
    pub headline_of: fn(usize, usize) -> (String, String),
    /// Headline: the part that names a search text.
    pub headline_text: fn(&str) -> String,
    /// Headline: more choices of a facet than are named.
    pub headline_more: fn(&str, usize) -> String,
    /// Title of the browser's tab: the headline, then the dataset's name.
    pub headline_title: fn(&str, &str) -> String,
    /// Sentence: the two leading regions with their counts.
    pub lede_two: fn(&str, usize, &str, usize) -> String,
    /// Sentence: all in one region.
    pub lede_one: fn(&str, usize) -> String,
    /// Sentence: events of no single region.
    pub lede_global: fn(usize) -> String,
    /// Sentence: the busiest month and its count.
    pub lede_busiest: fn(&str, usize) -> String,
    /// Joins two sentences.
    pub sentence_join: &'static str,
    /// Whose account it is: publisher, date.
    pub account: fn(&str, &str, &str) -> String,
    /// Whose account it is, short, for narrow pages.
    pub account_short: fn(&str, &str) -> String,

    /// Name of the filter bar.
    pub filter_bar: &'static str,
    /// Placeholder and name of the search field.
    pub filter_search: &'static str,
    /// Empties the search field.
    pub filter_search_clear: &'static str,
    /// Facet.
    pub filter_region: &'static str,
    /// Facet.
    pub filter_kind: &'static str,
    /// Facet.
    pub filter_theme: &'static str,
    /// Facet.
    pub filter_country: &'static str,
    /// Facet.
    pub filter_stance: &'static str,
    /// Toggle.
    pub filter_background: &'static str,
    /// Removes every filter.
    pub filter_clear: &'static str,
    /// A chip's button: the filter it removes.
    pub filter_remove: fn(&str) -> String,
    /// Chooses every entry of a facet, that is, none in particular.
    pub filter_all: &'static str,
    /// Field that narrows a long list of choices.
    pub filter_find: &'static str,
    /// A choice with its count, for a screen reader.
    pub filter_choice: fn(&str, usize) -> String,
    /// Menu of years.
    pub filter_time: &'static str,

    /// Menu of lane divisions.
    pub lanes_menu: &'static str,
    /// Division.
    pub lanes_region: &'static str,
    /// Division.
    pub lanes_kind: &'static str,
    /// Division.
    pub lanes_theme: &'static str,
    /// Division.
    pub lanes_none: &'static str,
    /// Lane of events of no direction.
    pub lane_no_theme: &'static str,

    /// Name of the timeline, with its count.
    pub timeline_name: fn(usize) -> String,
    /// How to use it by keyboard, for a screen reader.
    pub timeline_keys: &'static str,
    /// A mark: title, date, region, place, count.
    pub timeline_mark: fn(&str, &str, &str, usize, usize) -> String,
    /// A cluster: count, dates.
    pub timeline_cluster: fn(usize, &str) -> String,
    /// Tooltip: how to open a mark.
    pub timeline_open_hint: &'static str,
    /// Tooltip: how to open a cluster.
    pub timeline_cluster_hint: &'static str,
    /// Tooltip: more events than are listed.
    pub timeline_cluster_more: fn(usize) -> String,
    /// Shown once when someone turns a plain wheel over the timeline.
    pub timeline_wheel_hint: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_fit: &'static str,
    /// Button, its words.
    pub zoom_fit_short: &'static str,
    /// Name of the overview strip.
    pub overview_name: &'static str,
    /// Slider.
    pub overview_start: &'static str,
    /// Slider.
    pub overview_end: &'static str,

    /// Name of the key, and the button that opens it.
    pub key_name: &'static str,
    /// Family of kinds.
    pub key_words: &'static str,
    /// Family of kinds.
    pub key_meetings: &'static str,
    /// Family of kinds.
    pub key_deeds: &'static str,
    /// What a soft band means.
    pub key_band: &'static str,
    /// What a bar means.
    pub key_bar: &'static str,
    /// What a counted pill means.
    pub key_cluster: &'static str,
    /// What colour means.
    pub key_color: &'static str,

    /// Card: place and count.
    pub card_position: fn(usize, usize) -> String,
    /// Card: opened event outside the present selection.
    pub card_outside: &'static str,
    /// Card: button.
    pub card_previous: &'static str,
    /// Card: button.
    pub card_next: &'static str,
    /// Card: button.
    pub card_close: &'static str,
    /// Card: fact.
    pub card_kind: &'static str,
    /// Card: fact.
    pub card_region: &'static str,
    /// Card: fact.
    pub card_who: &'static str,
    /// Card: fact.
    pub card_theme: &'static str,
    /// Card: fact.
    pub card_stance: &'static str,
    /// Card: fact.
    pub card_source: &'static str,
    /// Card: link to a section of the source.
    pub card_report: fn(&str, u32) -> String,
    /// Card: pages the report cites.
    pub card_cited: &'static str,
    /// Card: remark.
    pub card_note: &'static str,
    /// Card: heading of what comes next in a region.
    pub card_next_in: fn(&str) -> String,
    /// Card: button.
    pub card_copy: &'static str,
    /// Card: after copying.
    pub card_copied: &'static str,
    /// Card: where copying is forbidden, the address to copy by hand.
    pub card_copy_by_hand: &'static str,

    /// Table: its caption, with the count.
    pub table_caption: fn(usize) -> String,
    /// Column.
    pub table_date: &'static str,
    /// Column.
    pub table_event: &'static str,
    /// Column.
    pub table_countries: &'static str,
    /// Events whose date is known to the year only.
    pub table_year_only: fn(i32) -> String,

    /// Charts: sentence under the headline.
    pub charts_lede: &'static str,
    /// Charts: a bar, cell or glyph that filters, in words: what it is.
    pub charts_filter_hint: &'static str,
    /// Charts: too little to draw.
    pub charts_nothing: &'static str,
    /// Charts: button that shows the numbers.
    pub charts_data: &'static str,
    /// Charts: link to the drawing as a file.
    pub charts_svg: &'static str,

    /// Empty: no event passes.
    pub empty_title: &'static str,

    /// Note on ignored parts of the address.
    pub ignored: fn(&str) -> String,
    /// Closes a note.
    pub dismiss: &'static str,
    /// Heading of the dataset error.
    pub error_title: &'static str,
    /// What to do about it.
    pub error_advice: &'static str,
    /// A file could not be read: its address, and why.
    pub error_fetch: fn(&str, &str) -> String,
    /// Why: it lies elsewhere.
    pub error_other_site: &'static str,
    /// Why: the site's answer.
    pub error_status: fn(u16) -> String,
    /// Why: no answer, or not text.
    pub error_unreadable: &'static str,
    /// Further errors than are listed.
    pub error_more: fn(usize) -> String,
    /// Link back to the embedded dataset.
    pub error_back: &'static str,
    /// While another dataset is read.
    pub loading: &'static str,

    /// Source panel: heading.
    pub source_title: &'static str,
    /// Source panel: what the page does and does not do with it.
    pub source_text: fn(&str, &str, &str) -> String,
    /// Source panel: column.
    pub source_section: &'static str,
    /// Source panel: column.
    pub source_page: &'static str,
    /// Source panel: heading of the contents.
    pub source_contents: &'static str,
    /// Source panel: heading of the figures.
    pub source_figures: &'static str,
    /// Source panel: version and download of the dataset.
    pub source_version: fn(&str) -> String,
    /// Source panel: link to the file.
    pub source_file: &'static str,
    /// Source panel: how many events of a section, as a link.
    pub source_events: fn(usize) -> String,

    /// The page in a frame.
    pub embed: &'static super::EmbedWords,
    /// Parts of the page that are loaded when they are asked for.
    pub load: &'static super::LoadWords,
}

/// What not every visitor reads is not named by the messages themselves: so it can lie with the part of the program that
/// says it, which is loaded when it is asked for.
impl Messages {
    /// Stories.
    pub fn story(&self) -> &'static StoryWords {
        match self.locale {
            Locale::En => &words_story::EN,
            Locale::Zh => &words_story::ZH,
        }
    }

    /// Downloads and citations.
    pub fn export(&self) -> &'static ExportWords {
        match self.locale {
            Locale::En => &words_export::EN,
            Locale::Zh => &words_export::ZH,
        }
    }

    /// Presenting.
    pub fn present(&self) -> &'static PresentWords {
        match self.locale {
            Locale::En => &words_present::EN,
            Locale::Zh => &words_present::ZH,
        }
    }

    /// Sharing and embedding.
    pub fn share(&self) -> &'static ShareWords {
        match self.locale {
            Locale::En => &words_share::EN,
            Locale::Zh => &words_share::ZH,
        }
    }

    /// How to read the page, and its keys.
    pub fn help(&self) -> &'static HelpWords {
        match self.locale {
            Locale::En => &words_help::EN,
            Locale::Zh => &words_help::ZH,
        }
    }

    /// One participant's page.
    pub fn participant(&self) -> &'static ParticipantWords {
        match self.locale {
            Locale::En => &words_participant::EN,
            Locale::Zh => &words_participant::ZH,
        }
    }

    /// Where no event passes.
    pub fn empty(&self) -> &'static EmptyWords {
        match self.locale {
            Locale::En => &words_empty::EN,
            Locale::Zh => &words_empty::ZH,
        }
    }

    /// Documents, pictures and the printed page.
    pub fn print(&self) -> &'static PrintWords {
        match self.locale {
            Locale::En => &words_print::EN,
            Locale::Zh => &words_print::ZH,
        }
    }

    /// Two selections side by side.
    pub fn compare(&self) -> &'static CompareWords {
        match self.locale {
            Locale::En => &words_compare::EN,
            Locale::Zh => &words_compare::ZH,
        }
    }

    /// Strings of narrow pages.
    pub fn phone(&self) -> &'static PhoneWords {
        match self.locale {
            Locale::En => &words_phone::EN,
            Locale::Zh => &words_phone::ZH,
        }
    }
}
