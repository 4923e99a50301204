//! The list of checks.

use super::checks;
use crate::failure::Outcome;
use crate::project::Project;
use crate::tools::Tool;

/// One check.
#[derive(Debug)]
pub(super) struct Step {
    /// What `--only` takes.
    pub(super) name: &'static str,
    /// What it checks.
    pub(super) title: &'static str,
    /// Whether `--quick` runs it.
    pub(super) quick: bool,
    /// What must be installed first.
    pub(super) needs: &'static [Tool],
    /// Does it.
    pub(super) run: fn(&Project) -> Outcome,
}

/// Cheapest first. Warnings are denied by arguments and not by `RUSTFLAGS`, whose every change
/// would compile all dependencies again.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        title: "formatting",
        quick: true,
        needs: &[],
        run: |project| checks::cargo(project, "fmt --all --check"),
    },
    Step {
        name: "no-browser",
        title: "the core does not depend on the browser",
        quick: true,
        needs: &[],
        run: checks::core_without_leptos,
    },
    Step {
        name: "clippy-xtask",
        title: "lints of these commands",
        quick: true,
        needs: &[],
        run: |project| checks::cargo(project, "clippy -p xtask --all-targets -- -D warnings"),
    },
    Step {
        name: "clippy-core",
        title: "lints of the core, its tests, benches and examples",
        quick: true,
        needs: &[],
        run: |project| {
            let line = "clippy -p gsi-timeline --no-default-features --all-targets -- -D warnings";
            checks::cargo(project, line)
        },
    },
    Step {
        name: "test-xtask",
        title: "tests of these commands",
        quick: true,
        needs: &[Tool::Nextest],
        run: |project| checks::cargo(project, "nextest run -p xtask"),
    },
    Step {
        name: "test-core",
        title: "tests of the core",
        quick: true,
        needs: &[Tool::Nextest],
        run: |project| {
            let line = "nextest run -p gsi-timeline --no-default-features";
            checks::cargo(project, line)
        },
    },
    Step {
        name: "doctest",
        title: "examples in the documentation",
        quick: true,
        needs: &[],
        run: |project| checks::cargo(project, "test -p gsi-timeline --doc --no-default-features"),
    },
    Step {
        name: "clippy-web",
        title: "lints of the site, compiled for the browser",
        quick: true,
        needs: &[Tool::WasmTarget],
        run: |project| {
            let line = "clippy -p gsi-timeline --target wasm32-unknown-unknown --lib --bins \
                        -- -D warnings";
            checks::cargo(project, line)
        },
    },
    Step {
        name: "doc",
        title: "documentation without broken links",
        quick: false,
        needs: &[Tool::WasmTarget],
        run: checks::documentation,
    },
    Step {
        name: "test-web",
        title: "tests in headless Chromium",
        quick: false,
        needs: &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Browser],
        run: checks::web_tests,
    },
    Step {
        name: "build",
        title: "release site",
        quick: false,
        needs: crate::site::TOOLS,
        run: crate::site::ensure_built,
    },
    Step {
        name: "sizes",
        title: "bytes within the budget",
        quick: false,
        needs: &[],
        run: |project| crate::sizes::print(&project.dist()),
    },
    Step {
        name: "e2e",
        title: "the built site in Chromium, the main of it in Firefox too",
        quick: false,
        needs: &[Tool::NodePackages, Tool::Browser],
        run: checks::end_to_end,
    },
];
