//! One file per command; each has a `run` that reads its options and does it.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod classic;
pub(crate) mod screens;
pub(crate) mod serve;
pub(crate) mod sizes;
pub(crate) mod social;
pub(crate) mod stats;
pub(crate) mod test;
