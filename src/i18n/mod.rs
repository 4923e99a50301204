//! Two languages: every string of the page, dates and numbers in words, and errors a person can act on.

mod chart_words;
mod en;
mod errors;
mod format;
mod messages;
mod names;
mod words_access;
mod words_compare;
mod words_doors;
mod words_embed;
mod words_empty;
mod words_export;
mod words_help;
mod words_linked;
mod words_load;
mod words_page;
mod words_participant;
mod words_phone;
mod words_present;
mod words_print;
mod words_search;
mod words_share;
mod words_story;
mod zh;

pub use chart_words::{ChartWords, Tally, chart_words};
pub use errors::{dataset_error, story_error};
pub use format::{DateStyle, date_words, month_name, number_words, span_edtf, span_text, span_words};
pub use messages::Messages;
pub use names::{column_name, lanes_name, view_name};
pub use words_access::AccessWords;
pub use words_compare::CompareWords;
pub use words_doors::DoorWords;
pub use words_embed::EmbedWords;
pub use words_empty::EmptyWords;
pub use words_export::ExportWords;
pub use words_help::HelpWords;
pub use words_linked::LinkedWords;
pub use words_load::LoadWords;
pub use words_page::{PageWords, page_words};
pub use words_participant::ParticipantWords;
pub use words_present::PresentWords;
pub use words_print::PrintWords;
pub use words_search::SearchWords;
pub use words_share::ShareWords;
pub use words_story::StoryWords;

use crate::model::Locale;

/// Parts what stands in one line: a line may end after the dot, and none begins with it.
pub const DOT: &str = "\u{a0}· ";

/// Every string of the page in a language.
pub fn messages(locale: Locale) -> &'static Messages {
    match locale {
        Locale::En => &en::EN,
        Locale::Zh => &zh::ZH,
    }
}
