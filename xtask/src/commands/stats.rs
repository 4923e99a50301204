//! `cargo xtask stats`: rewrites the counts in the README from the data.

use crate::args::Args;
use crate::failure::Outcome;
use crate::project::Project;
use crate::task::Task;

/// Runs the example that counts the dataset.
///
/// # Errors
/// When it fails.
pub(crate) fn run(project: &Project, args: Args) -> Outcome {
    args.finish()?;
    Task::line(project, "cargo run --quiet --no-default-features --example stats -- --write")?.run()
}
