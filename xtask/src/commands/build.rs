//! `cargo xtask build`: writes `dist/`.

use crate::args::Args;
use crate::failure::Outcome;
use crate::project::Project;
use crate::site;
use crate::sizes;

/// Builds even if nothing changed.
///
/// # Errors
/// When a tool is missing, the build fails, or the wasm is over its limit.
pub(crate) fn run(project: &Project, args: Args) -> Outcome {
    args.finish()?;
    site::build(project)?;
    sizes::print(&project.dist())
}
