//! Stories: stops in an order, each a saved view with words.
//!
//! ```text
//! stories.json, a person's file ─read→ Story ─json→ the same file
//! #story=… ─link→ bytes ─(the browser inflates)→ read       Draft: a story being made, every step undone and redone
//! Stop + Dataset ─shown→ ViewState, selection, words        what the dataset no longer has is named, never a failure
//! ```

mod draft;
mod drag;
pub mod link;
mod read;
mod shown;
mod write;

pub use draft::{Draft, Field};
pub use drag::{place_after, place_at, scroll_at};
pub use read::{Origin, StoryError, read};
pub use shown::{Said, Shown, saved, show};
pub use write::{file_name, json};

use crate::model::{Bilingual, Locale};

/// The format of files of stories that this program reads and writes.
pub const FORMAT: u32 = 1;

/// The most stops of a story.
pub const MAX_STOPS: usize = 99;

/// The stories that ship with the embedded dataset, in the order they are offered, and how many stops each has: what
/// an address is checked by before their texts are there.
pub static SHIPPED: [(&str, usize); 3] = [("two-years", 10), ("joint-statements", 8), ("mediations", 7)];

/// The stories that ship with the embedded dataset. A test proves that they can be read.
pub fn shipped() -> Vec<Story> {
    read(crate::EMBEDDED_STORIES, Origin::Shipped).unwrap_or_default()
}

/// Stops in an order, under a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Slug: small letters, digits and hyphens.
    pub slug: String,
    /// What it is called; a person's own may lack a language, or both.
    pub title: Bilingual,
    /// What it tells, in a sentence or two.
    pub summary: Bilingual,
    /// Its stops, first to last; never none where it was read.
    pub stops: Vec<Stop>,
}

/// A saved view with what is said of it. Each text may have one language only, or none, in a person's own story.
///
/// `{n}` in a text stands for the number of events selected, `{of}` for the number there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// The view, as [`crate::route`] prints it, without language, scheme, dataset, mode, story and step.
    pub query: String,
    /// What the view shows, in a line.
    pub headline: Bilingual,
    /// What to know about it, in a sentence or two.
    pub text: Bilingual,
    /// What a speaker says, seen by the speaker only.
    pub notes: Bilingual,
}

/// A text in a language, or in the other where it is missing, and which of them that is.
pub fn said(text: &Bilingual, locale: Locale) -> (&str, Locale) {
    let own = text.get(locale).trim();
    if own.is_empty() && !text.get(locale.other()).trim().is_empty() {
        (text.get(locale.other()).trim(), locale.other())
    } else {
        (own, locale)
    }
}
