//! The dataset that ships with the program, in two parts: what the first view is drawn from, and the rest.

use super::raw::RawDataset;
use super::{DatasetError, checked, packed};
use crate::model::Dataset;

/// What the first view needs of the embedded dataset, as `build.rs` packs it.
static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/events.bin"));

/// The rest of it. Where the program is loaded in parts, it comes with the part that reads it.
static LATER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// The dataset that ships with the program: what [`crate::EMBEDDED_DATASET`] says, read from its packed form.
///
/// # Errors
/// None: a test reads both forms. The page would show them as it shows those of another file.
pub fn embedded() -> Result<Dataset, Vec<DatasetError>> {
    unpacked(LATER)
}

/// The same with what the first view needs of it, without what [`Dataset::is_whole`] says is missing.
///
/// # Errors
/// As [`embedded`].
pub fn embedded_first() -> Result<Dataset, Vec<DatasetError>> {
    unpacked(&[])
}

fn unpacked(later: &[u8]) -> Result<Dataset, Vec<DatasetError>> {
    let mut raw = RawDataset::default();
    packed::dataset(&mut packed::Reader::new(FIRST, later), &mut raw);
    checked(raw, !later.is_empty())
}
