//! Bytes → [`Dataset`](crate::model::Dataset): of others' files in JSON, with every rule of the format checked, and of
//! the dataset that ships, which `build.rs` has checked and packed.

mod check;
mod embedded;
mod error;
mod json;
mod packed;
mod places;
mod raw;

pub use check::{FORMAT, parse};
pub use embedded::{embedded, embedded_first};
pub use error::{DatasetError, Problem, Record};
