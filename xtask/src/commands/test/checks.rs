//! The checks that are more than one command.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;
use crate::task::{Printed, Task};
use crate::tools::Browser;

/// Chromium's arguments in the web tests; the runner adds `headless` and `no-sandbox`.
/// The others keep it from looking for updates, accounts and graphics hardware.
const CHROMIUM_ARGS: &[&str] = &[
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

/// A cargo command in the fixed time zone and language of the tests.
pub(super) fn cargo(project: &Project, line: &str) -> Outcome {
    fixed_place(Task::line(project, &format!("cargo {line}"))?).run()
}

/// Fails if the core, without the default features, depends on Leptos.
pub(super) fn core_without_leptos(project: &Project) -> Outcome {
    let line = "cargo tree -p gsi-timeline --no-default-features -e normal -i leptos";
    println!("$ {line}");
    let printed = Task::line(project, line)?.printed()?;
    absent(&printed)
}

/// `cargo tree -i` prints nothing, or that no package matches, when the package is absent.
fn absent(printed: &Printed) -> Outcome {
    let no_match = printed.stderr.contains("did not match any packages");
    if printed.stdout.trim().is_empty() && (printed.success || no_match) {
        println!("no leptos below the core");
        return Ok(());
    }
    let found = format!("{}{}", printed.stdout, printed.stderr);
    Err(Failure::new(format!("the core depends on leptos:\n{found}")))
}

/// Documents for the browser's target, whose dependencies the lints have checked already.
pub(super) fn documentation(project: &Project) -> Outcome {
    let line = "cargo doc -p gsi-timeline --no-deps --target wasm32-unknown-unknown";
    Task::line(project, line)?.env("RUSTDOCFLAGS", "-D warnings").run()
}

/// Runs `tests/web.rs` in headless Chromium.
pub(super) fn web_tests(project: &Project) -> Outcome {
    if !project.path("tests/web.rs").is_file() {
        return Err(Failure::new("tests/web.rs is missing"));
    }
    let browser = Browser::find(project)?;
    let capabilities = project.state_file("webdriver.json")?;
    fs::write(&capabilities, webdriver_json(&browser.chromium))
        .or_fail(|| format!("writing {}", capabilities.display()))?;
    let line = "cargo test -p gsi-timeline --target wasm32-unknown-unknown --test web";
    fixed_place(Task::line(project, line)?)
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .run()
}

/// Runs Playwright against `dist/`, which its configuration serves.
pub(super) fn end_to_end(project: &Project) -> Outcome {
    let browser = Browser::find(project)?;
    fixed_place(Task::line(project, "npx --no-install playwright test")?)
        .within(&project.path("e2e"))
        .env("GSI_CHROMIUM", browser.chromium)
        .env("GSI_CHROMIUM_SHELL", browser.shell)
        .env("GSI_FIREFOX", browser.firefox)
        .run()
}

fn fixed_place(task: Task) -> Task {
    task.env("TZ", "UTC").env("LC_ALL", "C")
}

/// The capabilities that wasm-bindgen's test runner hands to chromedriver.
fn webdriver_json(chromium: &Path) -> String {
    let args: Vec<_> = CHROMIUM_ARGS.iter().copied().map(json_string).collect();
    let args = args.join(", ");
    let binary = json_string(&chromium.to_string_lossy());
    format!("{{ \"goog:chromeOptions\": {{ \"binary\": {binary}, \"args\": [{args}] }} }}\n")
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(success: bool, stdout: &str, stderr: &str) -> Printed {
        Printed { success, stdout: stdout.to_owned(), stderr: stderr.to_owned() }
    }

    #[test]
    fn leptos_is_absent_only_when_cargo_says_so() {
        let no_match = "error: package ID specification `leptos` did not match any packages";
        assert_eq!(absent(&printed(false, "", no_match)), Ok(()));
        assert_eq!(absent(&printed(true, "", "warning: nothing to print.")), Ok(()));
        assert!(absent(&printed(true, "leptos v0.8.23\n", "")).is_err());
        assert!(absent(&printed(false, "", "error: no such package")).is_err());
    }

    #[test]
    fn paths_are_escaped_in_json() {
        let text = webdriver_json(Path::new(r#"C:\a "b"\chrome.exe"#));
        assert!(text.contains(r#""binary": "C:\\a \"b\"\\chrome.exe""#), "{text}");
        assert!(text.contains(r#""args": ["disable-gpu", "#), "{text}");
    }
}
