//! Chromium, its driver, Firefox, WebKit, and fonts for Latin and Chinese.

use std::env;
use std::path::{Path, PathBuf};

use super::announce;
use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;
use crate::task::Task;

/// Names a Chromium or Chrome goes by, and where macOS keeps it.
const CHROMIUM: Program = Program {
    variable: "GSI_CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    elsewhere: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    debian: "chromium",
};
/// Chromium without windows, which the browser tests prefer: the same engine in two thirds of the time. Only Debian has
/// it as a package; without it Chromium itself is tested.
const SHELL: Program = Program {
    variable: "GSI_CHROMIUM_SHELL",
    names: &["chromium-headless-shell"],
    elsewhere: &[],
    debian: "chromium-headless-shell",
};
const DRIVER: Program =
    Program { variable: "GSI_CHROMEDRIVER", names: &["chromedriver"], elsewhere: &[], debian: "chromium-driver" };
const FIREFOX: Program = Program {
    variable: "GSI_FIREFOX",
    names: &["firefox-esr", "firefox"],
    elsewhere: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    debian: "firefox-esr",
};
/// Without them Chinese is drawn as empty boxes and widths differ from machine to machine.
const DEBIAN_FONTS: &[&str] = &["fonts-noto-cjk", "fonts-liberation"];

/// WebKit with its driver, and a screen for it, which it cannot do without. Only Debian has them as packages, so their
/// test is skipped elsewhere.
const DEBIAN_WEBKIT: &[&str] = &["webkit2gtk-driver", "xvfb"];

/// The programs that tests and screenshots drive.
#[derive(Debug)]
pub(crate) struct Browser {
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// What the browser tests run in: Chromium without windows, or the browser where there is none or a certain one is
    /// asked for.
    pub(crate) shell: PathBuf,
    /// Its WebDriver.
    pub(crate) driver: PathBuf,
    /// The other browser, which a part of the browser tests runs in.
    pub(crate) firefox: PathBuf,
}

impl Browser {
    /// The browser that [`super::ensure_all`] made sure of.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn find(project: &Project) -> Outcome<Self> {
        let missing = || Failure::new(mend(&["chromium", "chromium-driver", "firefox-esr"]));
        let chromium = CHROMIUM.find(project)?.ok_or_else(missing)?;
        let is_asked_for = env::var_os(CHROMIUM.variable).is_some() && env::var_os(SHELL.variable).is_none();
        let shell = if is_asked_for { None } else { SHELL.find(project)? };
        Ok(Self {
            shell: shell.unwrap_or_else(|| chromium.clone()),
            chromium,
            driver: DRIVER.find(project)?.ok_or_else(missing)?,
            firefox: FIREFOX.find(project)?.ok_or_else(missing)?,
        })
    }
}

/// Installs what is missing from Debian's packages, or says what to do elsewhere.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(super) fn ensure(project: &Project) -> Outcome {
    let is_debian = Path::new("/etc/debian_version").exists();
    let missing = missing_packages(project, is_debian)?;
    if missing.is_empty() {
        return Ok(());
    }
    let could_do_without = missing == [SHELL.debian];
    let mend = mend(&missing);
    if !is_debian {
        return Err(Failure::new(mend));
    }
    let packages = missing.join(" ");
    let why = "the tests and screenshots run in it";
    announce(&format!("Debian's {packages}"), why, "3 minutes");
    let install = format!("install --yes --no-install-recommends {packages}");
    let installed = apt_get(project, "update").and_then(|()| apt_get(project, &install));
    if could_do_without && installed.is_err() {
        eprintln!("{packages} could not be installed: the browser tests run in Chromium itself and take longer");
        return Ok(());
    }
    installed.or_fail(|| &mend)
}

fn missing_packages(project: &Project, is_debian: bool) -> Outcome<Vec<&'static str>> {
    let mut missing = Vec::new();
    for program in [CHROMIUM, DRIVER, FIREFOX] {
        if program.find(project)?.is_none() {
            missing.push(program.debian);
        }
    }
    if is_debian {
        if SHELL.find(project)?.is_none() {
            missing.push(SHELL.debian);
        }
        for &package in DEBIAN_FONTS.iter().chain(DEBIAN_WEBKIT) {
            if !is_installed(project, package)? {
                missing.push(package);
            }
        }
    }
    Ok(missing)
}

fn is_installed(project: &Project, package: &str) -> Outcome<bool> {
    let printed = Task::line(project, "dpkg-query --show --showformat=${Status}")?.arg(package).printed()?;
    Ok(printed.stdout == "install ok installed")
}

fn apt_get(project: &Project, words: &str) -> Outcome {
    let user = Task::line(project, "id -u")?.printed()?;
    let sudo = match (user.stdout.trim(), env::var_os("CI").is_some()) {
        ("0", _) => "",
        (_, false) => "sudo ",
        // A password prompt would wait for ever.
        (_, true) => "sudo -n ",
    };
    let line = format!("{sudo}env DEBIAN_FRONTEND=noninteractive apt-get {words}");
    Task::line(project, &line)?.run()
}

fn mend(packages: &[&str]) -> String {
    let packages = packages.join(" ");
    format!(
        "the browser tests need: {packages}. On Debian or Ubuntu run, as root, \
         `apt-get update && apt-get install {packages}`; elsewhere install Chromium or Chrome, \
         its chromedriver and Firefox, and if they are not found set {}, {} and {} to their paths",
        CHROMIUM.variable, DRIVER.variable, FIREFOX.variable
    )
}

/// A program, where it may be and what installs it.
#[derive(Clone, Copy, Debug)]
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    elsewhere: &'static [&'static str],
    debian: &'static str,
}

impl Program {
    /// The path in its variable, else the first of its names that is found.
    ///
    /// # Errors
    /// When the variable names no file.
    fn find(&self, project: &Project) -> Outcome<Option<PathBuf>> {
        if let Some(path) = env::var_os(self.variable) {
            let path = PathBuf::from(path);
            return match path.is_file() {
                true => Ok(Some(path)),
                false => Err(Failure::new(format!("{} names no file: {}", self.variable, path.display()))),
            };
        }
        let named = self.names.iter().find_map(|name| project.program(name));
        let elsewhere = self.elsewhere.iter().map(PathBuf::from);
        Ok(named.or_else(|| elsewhere.into_iter().find(|path| path.is_file())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_mend_names_packages_and_variables() {
        let text = mend(&["chromium-driver"]);
        for word in ["apt-get install chromium-driver", "GSI_CHROMIUM", "GSI_CHROMEDRIVER", "GSI_FIREFOX"] {
            assert!(text.contains(word), "{word} in {text}");
        }
    }
}
