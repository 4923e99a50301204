//! The dataset that ships with the program, in two parts: what the first view is drawn from, and the rest.
//!
//! `build.rs` has checked it, packed it and read it back, so there is nothing left that could be wrong with it.

use super::packed;
use crate::model::Dataset;

/// What the first view needs of the embedded dataset, as `build.rs` packs it.
static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/events.bin"));

/// The rest of it. Where the program is loaded in parts, it comes with the part that reads it.
static REST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// The dataset that ships with the program: what [`crate::EMBEDDED_DATASET`] says, read from its packed form.
pub fn embedded() -> Dataset {
    packed::rest(&mut packed::Reader::new(REST), embedded_first(), None)
}

/// The same with what the first view needs of it. Without summaries, remarks and links of events, figures, titles of
/// sections, names of countries that no event names, the countries of each region, description and author.
pub fn embedded_first() -> Dataset {
    packed::first(&mut packed::Reader::new(FIRST), None)
}
