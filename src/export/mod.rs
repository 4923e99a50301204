//! The selection to take away: as drawings that stand by themselves.

pub mod document;
mod frame;
mod key;
