//! `cargo xtask social`: the pictures that stand for the page where its address is quoted, and those of the page on
//! embedding.

use crate::args::Args;
use crate::failure::Outcome;
use crate::project::Project;
use crate::server::{Port, Server};
use crate::site;
use crate::task::Task;
use crate::tools::{self, Browser, Tool};

/// Photographs the page for frames into `public/`, by itself and at the widths of three hosts; the next build serves the
/// pictures.
///
/// # Errors
/// When the site cannot be built or does not become ready.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let dist = args.path("--dist")?;
    args.finish()?;
    tools::ensure_all(project, &[Tool::NodePackages, Tool::Browser])?;
    site::existing_or_built(project, dist.as_deref())?;
    let url = Server::bind(&dist.unwrap_or_else(|| project.dist()), Port::Any)?.start()?;
    let chromium = Browser::find(project)?.chromium;
    Task::line(project, "node e2e/screens/social.mjs")?
        .env("GSI_CHROMIUM", &chromium)
        .args(["--url", &url])
        .arg("--data")
        .arg(project.path("public/data/events.json"))
        .arg("--out")
        .arg(project.path("public"))
        .run()?;
    Task::line(project, "node e2e/screens/embedding.mjs")?
        .env("GSI_CHROMIUM", &chromium)
        .args(["--url", &url])
        .arg("--out")
        .arg(project.path("public/hosts"))
        .run()
}
