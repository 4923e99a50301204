//! Command-line words, taken one by one; what is left over is a mistake.

use std::path::PathBuf;
use std::str::FromStr;

use crate::failure::{Failure, Outcome};

/// The words after `cargo xtask` that no one has taken yet.
#[derive(Debug)]
pub(crate) struct Args {
    words: Vec<String>,
}

impl Args {
    /// Starts with every word.
    pub(crate) fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self { words: words.into_iter().collect() }
    }

    /// Takes the first word, whatever it is.
    pub(crate) fn word(&mut self) -> Option<String> {
        (!self.words.is_empty()).then(|| self.words.remove(0))
    }

    /// Takes `--name` and says whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let n_before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < n_before
    }

    /// Takes `--name value` or `--name=value`.
    ///
    /// # Errors
    /// When the value is missing or does not parse.
    pub(crate) fn value<T: FromStr>(&mut self, name: &str) -> Outcome<Option<T>> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(Failure::new(format!("{name} cannot be `{text}`"))),
        }
    }

    /// Takes `--name path`, made absolute from the folder the command was called in.
    pub(crate) fn path(&mut self, name: &str) -> Outcome<Option<PathBuf>> {
        let Some(path) = self.value::<PathBuf>(name)? else {
            return Ok(None);
        };
        match std::path::absolute(&path) {
            Ok(path) => Ok(Some(path)),
            Err(error) => Err(Failure::new(format!("{name} {}: {error}", path.display()))),
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// When a word is left that no command asked for.
    pub(crate) fn finish(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => {
                Err(Failure::new(format!("`{word}` is not an option of this command; see `cargo xtask help`")))
            }
        }
    }

    fn text(&mut self, name: &str) -> Outcome<Option<String>> {
        for idx in 0..self.words.len() {
            if self.words[idx] == name {
                self.words.remove(idx);
                if idx == self.words.len() || self.words[idx].starts_with("--") {
                    return Err(Failure::new(format!("{name} needs a value")));
                }
                return Ok(Some(self.words.remove(idx)));
            }
            let value = self.words[idx].strip_prefix(name).and_then(|rest| rest.strip_prefix('=')).map(str::to_owned);
            if value.is_some() {
                self.words.remove(idx);
                return Ok(value);
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn values_come_in_two_spellings() {
        for line in ["serve --port 9000 --dev", "serve --port=9000 --dev"] {
            let mut args = args(line);
            assert_eq!(args.word().as_deref(), Some("serve"));
            assert_eq!(args.value("--port"), Ok(Some(9000)));
            assert!(args.flag("--dev"));
            assert!(!args.flag("--dev"));
            assert_eq!(args.finish(), Ok(()));
        }
    }

    #[test]
    fn mistakes_are_named() {
        assert!(args("--port").value::<u16>("--port").is_err());
        assert!(args("--port --dev").value::<u16>("--port").is_err());
        assert!(args("--port many").value::<u16>("--port").is_err());
        assert!(args("--prot 1").finish().is_err());
    }

    #[test]
    fn an_absent_option_is_none() {
        assert_eq!(args("--portable").value::<u16>("--port"), Ok(None));
    }
}
