//! What stops a command: a sentence for the person at the terminal.

use std::fmt;

/// The result of anything that can stop a command.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command stopped and, where it can be known, how to mend it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// Wraps a message that names what failed.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Puts what was being done in front of why it failed.
    pub(crate) fn during(self, doing: impl fmt::Display) -> Self {
        Self(format!("{doing}: {}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Turns any error into a [`Failure`] that says what was being done.
pub(crate) trait OrFail<T> {
    /// Adds what was being done; `doing` runs only on failure.
    fn or_fail<D: fmt::Display>(self, doing: impl FnOnce() -> D) -> Outcome<T>;
}

impl<T, E: fmt::Display> OrFail<T> for Result<T, E> {
    fn or_fail<D: fmt::Display>(self, doing: impl FnOnce() -> D) -> Outcome<T> {
        self.map_err(|error| Failure::new(error.to_string()).during(doing()))
    }
}
