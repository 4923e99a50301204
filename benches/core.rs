//! Times of the core, in one run.
fn main() {}
