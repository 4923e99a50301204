//! Running other programs: shown before they run, with the project's tools on their `PATH`.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;

/// A program with its words, folder and variables.
#[derive(Debug)]
pub(crate) struct Task {
    program: String,
    command: Command,
    variables: Vec<(String, OsString)>,
}

/// What a program printed, and whether it succeeded.
#[derive(Debug)]
pub(crate) struct Printed {
    /// Whether the exit code was 0.
    pub(crate) success: bool,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Task {
    /// A program, looked up on the project's search path, run from the repository's top folder.
    pub(crate) fn new(project: &Project, program: &str) -> Outcome<Self> {
        // Looked up here: which PATH a child's lookup uses differs between systems.
        let path = project.program(program).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(path);
        command.current_dir(project.root()).env("PATH", project.search_path()?);
        Ok(Self { program: program.to_owned(), command, variables: Vec::new() })
    }

    /// A program and its words in one line, split at spaces.
    pub(crate) fn line(project: &Project, line: &str) -> Outcome<Self> {
        let mut words = line.split_whitespace();
        let program = words.next().unwrap_or_default();
        Ok(Self::new(project, program)?.args(words))
    }

    /// Adds words.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.command.args(words);
        self
    }

    /// Adds one word.
    pub(crate) fn arg(self, word: impl AsRef<OsStr>) -> Self {
        self.args([word])
    }

    /// Runs in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets a variable, shown with the command.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, &value);
        self.variables.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Removes a variable of the person's shell.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Shows the command, runs it with its output visible, and waits.
    ///
    /// # Errors
    /// When it cannot start or its exit code is not 0.
    pub(crate) fn run(mut self) -> Outcome {
        println!("$ {}", self.shown());
        let status = self.command.status().or_fail(|| self.not_started())?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}` failed ({status})", self.program)))
    }

    /// Runs silently and returns what was printed, whatever the exit code.
    ///
    /// # Errors
    /// When it cannot start.
    pub(crate) fn printed(mut self) -> Outcome<Printed> {
        let output = self.command.stdin(Stdio::null()).output().or_fail(|| self.not_started())?;
        Ok(Printed {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Starts and forgets the program, its output discarded.
    ///
    /// # Errors
    /// When it cannot start.
    pub(crate) fn detach(mut self) -> Outcome {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .or_fail(|| self.not_started())?;
        Ok(())
    }

    fn not_started(&self) -> String {
        format!("`{}` could not be started", self.program)
    }

    /// The command as a person would type it.
    fn shown(&self) -> String {
        let variables = self.variables.iter().map(|(name, value)| format!("{name}={}", quoted(value)));
        let words = self.command.get_args().map(quoted);
        variables.chain([self.program.clone()]).chain(words).collect::<Vec<_>>().join(" ")
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.is_empty() || word.contains([' ', '"', '$', '\'', '*']) {
        return format!("'{}'", word.replace('\'', r"'\''"));
    }
    word.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let project = Project::at(Path::new("."));
        let task = Task::line(&project, "cargo doc --no-deps")
            .map(|task| task.arg("two words").env("RUSTDOCFLAGS", "-D warnings"))
            .unwrap();
        let shown = "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps 'two words'";
        assert_eq!(task.shown(), shown);
    }

    #[test]
    fn a_missing_program_is_named() {
        let project = Project::at(Path::new("."));
        let failure = Task::new(&project, "no-such-program-here").and_then(Task::run).unwrap_err();
        assert!(failure.to_string().contains("no-such-program-here"));
    }
}
