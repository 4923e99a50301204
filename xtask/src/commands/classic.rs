//! `cargo xtask classic`: the program as one classic script, for a site built without `cargo xtask build`.

use crate::args::Args;
use crate::classic;
use crate::failure::Outcome;
use crate::project::Project;

/// Writes the script into the given folder or `dist/`.
///
/// # Errors
/// As [`classic::write`].
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let dist = args.path("--dist")?;
    args.finish()?;
    classic::write(&dist.unwrap_or_else(|| project.dist()))
}
