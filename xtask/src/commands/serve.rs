//! `cargo xtask serve`: the site in a browser.

use std::env;
use std::path::Path;

use crate::args::Args;
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::server::{Port, Server, free_port};
use crate::site;
use crate::task::Task;
use crate::tools;

const DEFAULT_PORT: u16 = 8080;
/// Kept apart from `dist/`, which is always a release build.
const DEV_DIST: &str = "dev-dist";

#[derive(Debug)]
struct Options {
    port: u16,
    strict_port: bool,
    open: bool,
    build: bool,
    dev: bool,
}

impl Options {
    fn port(&self) -> Port {
        match self.strict_port {
            true => Port::Exactly(self.port),
            false => Port::From(self.port),
        }
    }
}

/// Serves until interrupted.
///
/// # Errors
/// When the build fails or no port is free.
pub(crate) fn run(project: &Project, mut args: Args) -> Outcome {
    let options = Options {
        port: args.value("--port")?.unwrap_or(DEFAULT_PORT),
        strict_port: args.flag("--strict-port"),
        open: !args.flag("--no-open"),
        build: !args.flag("--no-build"),
        dev: args.flag("--dev"),
    };
    let dist = args.path("--dist")?;
    args.finish()?;
    if options.dev {
        return serve_debug_build(project, &options);
    }
    if options.build {
        site::existing_or_built(project, dist.as_deref())?;
    }
    serve_folder(project, &dist.unwrap_or_else(|| project.dist()), &options)
}

fn serve_folder(project: &Project, folder: &Path, options: &Options) -> Outcome {
    let server = Server::bind(folder, options.port())?;
    let url = server.url()?;
    println!("\nServing {} at {url} (stop with Ctrl+C)", folder.display());
    if options.open
        && let Err(failure) = open(project, &url)
    {
        println!("note: open {url} yourself ({failure})");
    }
    server.run();
    Ok(())
}

/// Trunk rebuilds and reloads the page when a file changes.
fn serve_debug_build(project: &Project, options: &Options) -> Outcome {
    tools::ensure_all(project, site::TOOLS)?;
    let task = site::trunk(project, "trunk serve --offline")?
        .args(["--port", &free_port(options.port())?.to_string()])
        .arg("--dist")
        .arg(project.state_file(DEV_DIST)?);
    match options.open {
        true => task.arg("--open").run(),
        false => task.run(),
    }
}

fn open(project: &Project, url: &str) -> Outcome {
    let opener = match env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ if has_display() => "xdg-open",
        _ => return Err(Failure::new("there is no display")),
    };
    Task::new(project, opener)?.arg(url).detach()
}

/// Without one, xdg-open may start a text browser in this terminal.
fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
