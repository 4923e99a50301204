//! `cargo xtask sizes`: weighs `dist/` as it is.

use crate::args::Args;
use crate::failure::Outcome;
use crate::project::Project;
use crate::sizes;

/// Weighs a folder without building it.
///
/// # Errors
/// When there is nothing to weigh or the wasm is over its limit.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let dist = args.path("--dist")?;
    args.finish()?;
    sizes::print(&dist.unwrap_or_else(|| project.dist()))
}
