//! A number that changes when the contents of a set of files change.
//!
//! It decides whether the site must be built again. It is no defense against forgery.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{OrFail as _, Outcome};

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a over names, lengths and contents; the same on every machine and toolchain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// Of the files and folders at `inputs`, relative to `root`. What does not exist is skipped.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn of(root: &Path, inputs: &[&str]) -> Outcome<Self> {
        let mut files = Vec::new();
        for input in inputs {
            collect_files(&root.join(input), &mut files)?;
        }
        files.sort();
        files.dedup();
        let mut sum = Self(FNV_OFFSET);
        for file in &files {
            let name = file.strip_prefix(root).unwrap_or(file);
            let name = name.to_string_lossy().replace('\\', "/");
            let bytes = fs::read(file).or_fail(|| format!("reading {}", file.display()))?;
            // The lengths keep a byte from moving between a name, a file and the next name.
            sum = sum
                .with(&(name.len() as u64).to_le_bytes())
                .with(name.as_bytes())
                .with(&(bytes.len() as u64).to_le_bytes())
                .with(&bytes);
        }
        Ok(sum)
    }

    fn with(self, bytes: &[u8]) -> Self {
        let step = |sum: u64, &byte: &u8| (sum ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        Self(bytes.iter().fold(self.0, step))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Every file at or below `path`, in no particular order; nothing if there is none.
///
/// # Errors
/// When a folder cannot be listed.
pub(crate) fn collect_files(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        let listing = || format!("listing {}", path.display());
        for entry in fs::read_dir(path).or_fail(listing)? {
            collect_files(&entry.or_fail(listing)?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    #[test]
    fn the_empty_set_is_the_offset_and_one_byte_is_the_published_value() {
        assert_eq!(Fingerprint(FNV_OFFSET).with(b"").0, FNV_OFFSET);
        assert_eq!(Fingerprint(FNV_OFFSET).with(b"a").0, 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn it_follows_contents_names_and_nothing_else() {
        let folder = TempFolder::new("fingerprint");
        let inputs = ["src", "index.html", "missing"];
        let of = || Fingerprint::of(folder.path(), &inputs).unwrap();
        folder.write("src/a.rs", "one");
        folder.write("index.html", "page");
        folder.write("elsewhere.txt", "ignored");
        let first = of();
        folder.write("src/a.rs", "one");
        folder.write("elsewhere.txt", "changed");
        assert_eq!(of(), first);
        folder.write("src/a.rs", "two");
        let second = of();
        assert_ne!(second, first);
        folder.write("src/a.rs", "one");
        folder.rename("src/a.rs", "src/b.rs");
        assert_ne!(of(), first);
    }
}
