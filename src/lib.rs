//! A timeline of dated events: a pure core and thin views over it.
//!
//! ```text
//! bytes ─data→ Dataset ─query→ ids ─layout→ placed marks ─scene→ Scene ─ui→ page
//!                        ViewState ⇄ URL (route)            └─svg→ text
//!                        ids ─export→ files, citations
//! ```
//!
//! Everything but [`ui`] is ordinary Rust: data in, data out, no browser, no clock, no globals.

pub mod announce;
pub mod chart;
pub mod compare;
pub mod data;
pub mod embed;
pub mod export;
pub mod headline;
pub mod i18n;
pub mod keys;
pub mod layout;
pub mod letters;
pub mod model;
pub mod order;
pub mod outline;
pub mod participant;
pub mod query;
pub mod route;
pub mod scale;
pub mod scene;
pub mod story;
pub mod talk;
#[cfg(feature = "ui")]
pub mod ui;
pub mod undo;

/// The dataset that ships with the program, as served at `events.json`.
pub const EMBEDDED_DATASET: &str = include_str!("../public/data/events.json");

/// The stories that ship with it, as served at `stories.json`.
pub const EMBEDDED_STORIES: &str = include_str!("../public/data/stories.json");
