//! `cargo xtask bench`: times the core, weighs the page, times its frames and its answers.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::failure::{Failure, Outcome};
use crate::machine;
use crate::project::Project;
use crate::server::{Port, Server};
use crate::site;
use crate::sizes;
use crate::task::Task;
use crate::tools::{self, Browser, Tool};

const PARTS: [&str; 4] = ["core", "bytes", "frames", "answers"];

/// Prints four tables, or the one asked for.
///
/// # Errors
/// When a part fails or the wasm is over its limit.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let only: Option<String> = args.value("--only")?;
    let repeat: Option<u32> = args.value("--repeat")?;
    let dist = args.path("--dist")?;
    args.finish()?;
    if let Some(part) = only.as_deref()
        && !PARTS.contains(&part)
    {
        let parts = PARTS.join(", ");
        return Err(Failure::new(format!("--only cannot be `{part}`: one of {parts}")));
    }
    let wants = |part| only.as_deref().is_none_or(|only| only == part);

    println!("Machine: {}", machine::describe(project));
    if wants("core") {
        println!("\nCore");
        Task::line(project, "cargo bench --no-default-features --bench core")?.run()?;
    }
    if only.as_deref() == Some("core") {
        return Ok(());
    }
    site::existing_or_built(project, dist.as_deref())?;
    let folder: PathBuf = dist.unwrap_or_else(|| project.dist());
    if wants("bytes") {
        println!("\nPage bytes");
        sizes::print(&folder)?;
    }
    if wants("frames") {
        println!("\nFrames");
        time_in_browser(project, &folder, "node e2e/bench/frames.mjs", repeat)?;
    }
    if wants("answers") {
        println!("\nAnswers");
        time_in_browser(project, &folder, "node e2e/bench/answers.mjs", repeat)?;
    }
    Ok(())
}

fn time_in_browser(project: &Project, folder: &Path, script: &str, repeat: Option<u32>) -> Outcome {
    tools::ensure_all(project, &[Tool::NodePackages, Tool::Browser])?;
    let url = Server::bind(folder, Port::Any)?.start()?;
    let mut task =
        Task::line(project, script)?.env("GSI_CHROMIUM", Browser::find(project)?.chromium).args(["--url", &url]);
    if let Some(repeat) = repeat {
        task = task.args(["--repeat", &repeat.to_string()]);
    }
    task.run()
}
