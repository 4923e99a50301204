//! The page as it is served, for whoever reads it before the program runs or without it: title, whose account it is,
//! a still picture and every event as a list, from the same data and by the same core as everything else.
//!
//! ```text
//! Trunk's page ─shell→ Files ┐
//!                   Dataset ─┴page→ index.html, index.zh.html, embed.html, embed.zh.html
//! ```
//!
//! All of them lie beside each other, so that every relative address in them means the same and the site works below
//! any path of any host. The program takes the place of what stands in `#served` when its first view is painted.

mod about;
mod body;
mod head;
mod picture;
mod shell;
mod site;

use crate::model::{Dataset, Locale};

pub use shell::{Files, shell};
pub use site::{SOCIAL, Site, extras, social};

/// What is served at an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The whole page.
    Full,
    /// What stands in a frame of another page.
    Embed,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Full, Self::Embed];
}

/// The name of a page's file.
///
/// ```
/// use gsi_timeline::export::page::{Form, file};
/// use gsi_timeline::model::Locale;
/// assert_eq!(file(Form::Embed, Locale::Zh), "embed.zh.html");
/// ```
pub fn file(form: Form, locale: Locale) -> &'static str {
    match (form, locale) {
        (Form::Full, Locale::En) => "index.html",
        (Form::Full, Locale::Zh) => "index.zh.html",
        (Form::Embed, Locale::En) => "embed.html",
        (Form::Embed, Locale::Zh) => "embed.zh.html",
    }
}

/// The address of a page relative to the others, as a link says it: the first needs no name.
fn address(form: Form, locale: Locale) -> &'static str {
    match (form, locale) {
        (Form::Full, Locale::En) => "./",
        other => file(other.0, other.1),
    }
}

/// Everything a served page depends on.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The events.
    pub dataset: &'a Dataset,
    /// Whole or for a frame.
    pub form: Form,
    /// The language of all that stands in it.
    pub locale: Locale,
    /// What it is built of.
    pub files: &'a Files,
    /// Where it will stand. Without it, what needs an absolute address is left out: the page's place and its place in
    /// the other language, its picture, what oEmbed offers.
    pub site: Option<&'a Site>,
}

/// The page as a document.
pub fn page(page: &Page) -> String {
    let mut out = String::with_capacity(150_000);
    out.push_str("<!doctype html>\n");
    head::write(page, &mut out);
    body::write(page, &mut out);
    out.push_str("</html>\n");
    out
}
