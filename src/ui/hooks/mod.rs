//! Browser APIs, each behind a function that cleans up after itself.

mod element_width;
mod frame;
mod later;
mod sight;
mod window_event;

pub(super) use element_width::{use_element_size, use_element_width, watch_size};
pub(super) use frame::{Frame, use_frame};
pub(super) use later::use_later;
pub(super) use sight::use_in_sight;
pub(super) use window_event::{use_early_window_event, use_window_event};
