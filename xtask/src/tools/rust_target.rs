//! Rust's standard library for the browser.

use std::path::Path;

use super::announce;
use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;
use crate::task::Task;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup unless the compiler has it.
///
/// # Errors
/// When it is missing and rustup is, too.
pub(super) fn ensure(project: &Project) -> Outcome {
    let sysroot = Task::line(project, "rustc --print sysroot")?.printed()?;
    let library = Path::new(sysroot.stdout.trim()).join("lib/rustlib").join(TARGET);
    if library.is_dir() {
        return Ok(());
    }
    let mend = format!(
        "Rust cannot compile for {TARGET}: run `rustup target add {TARGET}` \
         (rustup comes from https://rustup.rs), or install your system's package of it"
    );
    if project.program("rustup").is_none() {
        return Err(Failure::new(mend));
    }
    announce(TARGET, "the site is compiled for it", "a minute");
    Task::line(project, "rustup target add")?.arg(TARGET).run().or_fail(|| mend)
}
