//! Installs the tools that are missing, each announced, at a known version, once.
//!
//! A tool already on `PATH` in the right version is used as it is.
//! Cargo's tools otherwise go to `tools/`, npm's to `e2e/node_modules/`; both are ignored by git.

mod browser;
mod cargo_tool;
mod lockfile;
mod node;
mod rust_target;
mod versions;

pub(crate) use browser::Browser;

use crate::failure::Outcome;
use crate::project::Project;

/// Something a command needs on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Rust's standard library for `wasm32-unknown-unknown`.
    WasmTarget,
    /// The test runner.
    Nextest,
    /// The bindings generator and its test runner, at the version of the crate.
    WasmBindgen,
    /// What cuts the program into files.
    WasmSplit,
    /// The site builder.
    Trunk,
    /// Node.js with wasm-opt, Playwright and axe.
    NodePackages,
    /// Chromium, its driver, Firefox, and fonts for Latin and Chinese.
    Browser,
}

/// Makes sure of each tool, in the order given.
///
/// # Errors
/// When one is missing and cannot be installed; the message says how to mend it by hand.
pub(crate) fn ensure_all(project: &Project, tools: &[Tool]) -> Outcome {
    for &tool in tools {
        match tool {
            Tool::WasmTarget => rust_target::ensure(project)?,
            Tool::Nextest => cargo_tool::nextest().ensure(project)?,
            Tool::WasmBindgen => cargo_tool::wasm_bindgen(project)?.ensure(project)?,
            Tool::WasmSplit => cargo_tool::wasm_split().ensure(project)?,
            Tool::Trunk => cargo_tool::trunk().ensure(project)?,
            Tool::NodePackages => node::ensure_packages(project)?,
            Tool::Browser => browser::ensure(project)?,
        }
    }
    Ok(())
}

/// Says what is about to be installed, why and how long it takes.
fn announce(what: &str, why: &str, minutes: &str) {
    println!("\nInstalling {what}: {why}. About {minutes}, once.");
}
