//! Where things are in the repository.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrFail as _, Outcome};

/// Paths of the repository and the search path its commands run with.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the repository from cargo's environment, or upwards from the current folder.
    ///
    /// # Errors
    /// When neither leads to a folder that holds `Trunk.toml`.
    pub(crate) fn find() -> Outcome<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().or_fail(|| "reading the current folder")?,
        };
        let root = start.ancestors().find(|dir| dir.join("Trunk.toml").is_file());
        match root {
            Some(root) => Ok(Self::at(root)),
            None => Err(Failure::new("this is not inside the repository: no Trunk.toml above the current folder")),
        }
    }

    /// The repository at a known folder.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// The repository's top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A file in the folder of what these commands remember, which is made if missing.
    pub(crate) fn state_file(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.path("target/xtask");
        fs::create_dir_all(&folder).or_fail(|| format!("making {}", folder.display()))?;
        Ok(folder.join(name))
    }

    /// The text of a file of the repository.
    pub(crate) fn read(&self, relative: &str) -> Outcome<String> {
        fs::read_to_string(self.path(relative)).or_fail(|| format!("reading {relative}"))
    }

    /// Folders searched for programs: the project's own tools before the machine's.
    pub(crate) fn search_folders(&self) -> Vec<PathBuf> {
        let own = ["tools/bin", "e2e/node_modules/.bin"].map(|folder| self.path(folder));
        let path = env::var_os("PATH").unwrap_or_default();
        own.into_iter().chain(env::split_paths(&path)).collect()
    }

    /// [`Self::search_folders`] as a `PATH` value.
    ///
    /// # Errors
    /// When a folder's name holds the separator of the list.
    pub(crate) fn search_path(&self) -> Outcome<OsString> {
        env::join_paths(self.search_folders()).or_fail(|| "extending PATH")
    }

    /// The first program of that name on the search path.
    pub(crate) fn program(&self, name: &str) -> Option<PathBuf> {
        self.search_folders()
            .into_iter()
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    }
}
