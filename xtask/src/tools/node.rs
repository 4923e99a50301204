//! Node.js and the packages of `e2e/`: wasm-opt, Playwright, axe.

use std::fs;

use super::{announce, versions};
use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;
use crate::task::Task;

/// The lock file that was installed, kept beside what it installed.
const INSTALLED: &str = "e2e/node_modules/.installed-package-lock.json";

/// Runs `npm ci` unless the packages are those of the lock file.
///
/// # Errors
/// When Node.js is missing or too old, or npm fails.
pub(super) fn ensure_packages(project: &Project) -> Outcome {
    ensure_node(project)?;
    let wanted = project.read("e2e/package-lock.json")?;
    if project.read(INSTALLED).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    announce(
        "the npm packages of e2e/package-lock.json",
        "wasm-opt shrinks the site, Playwright and axe test it",
        "a minute",
    );
    Task::line(project, "npm ci")?
        .within(&project.path("e2e"))
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()
        .map_err(|failure| failure.during("installing the npm packages"))?;
    fs::write(project.path(INSTALLED), wanted).or_fail(|| "remembering the npm packages")
}

fn ensure_node(project: &Project) -> Outcome {
    let printed = Task::line(project, "node --version").and_then(Task::printed);
    let version = printed.map(|printed| printed.stdout).unwrap_or_default();
    let wanted = versions::NODE_MAJOR;
    let mend = "get it from https://nodejs.org or from your system's packages";
    match major(&version) {
        None => Err(Failure::new(format!("Node.js {wanted} or newer is needed and there is none: {mend}"))),
        Some(found) if found < wanted => {
            Err(Failure::new(format!("Node.js {wanted} or newer is needed and {} is here: {mend}", version.trim())))
        }
        Some(_) if project.program("npm").is_none() => {
            Err(Failure::new(format!("npm, which comes with Node.js, is missing: {mend}")))
        }
        Some(_) => Ok(()),
    }
}

/// 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    let numbers = version.trim().strip_prefix('v')?;
    numbers.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_major_version_is_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("command not found"), None);
        assert_eq!(major(""), None);
    }
}
