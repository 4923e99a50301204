//! `cargo xtask screens`: the screenshots of the README.

use std::path::PathBuf;

use crate::args::Args;
use crate::failure::Outcome;
use crate::project::Project;
use crate::server::{Port, Server};
use crate::site;
use crate::task::Task;
use crate::tools::{self, Browser, Tool};

/// Photographs every view in both languages, schemes and sizes.
///
/// # Errors
/// When the site cannot be built or a view does not become ready.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let dist = args.path("--dist")?;
    let out = args.path("--out")?;
    let event: Option<String> = args.value("--event")?;
    let only: Option<String> = args.value("--only")?;
    args.finish()?;
    tools::ensure_all(project, &[Tool::NodePackages, Tool::Browser])?;
    site::existing_or_built(project, dist.as_deref())?;

    let folder: PathBuf = dist.unwrap_or_else(|| project.dist());
    let url = Server::bind(&folder, Port::Any)?.start()?;
    let mut task = Task::line(project, "node e2e/screens/screens.mjs")?
        .env("GSI_CHROMIUM", Browser::find(project)?.chromium)
        .args(["--url", &url])
        .arg("--out")
        .arg(out.unwrap_or_else(|| project.path("docs/screens")));
    for (name, value) in [("--event", event), ("--only", only)] {
        if let Some(value) = value {
            task = task.args([name, &value]);
        }
    }
    task.run()
}
