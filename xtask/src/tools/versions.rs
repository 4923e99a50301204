//! Pinned versions of the tools. That of wasm-bindgen is read from `Cargo.lock` instead.

/// Builds the site.
pub(crate) const TRUNK: &str = "0.21.14";
/// Cuts the program; the same minor version as `wasm_split_helpers` in `Cargo.lock`.
pub(crate) const WASM_SPLIT: &str = "0.2.4";
/// Installed when no cargo-nextest is found; any version will do.
pub(crate) const NEXTEST: &str = "0.9.143";
/// Oldest Node.js that Playwright supports.
pub(crate) const NODE_MAJOR: u32 = 20;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::project::Project;
    use crate::tools::lockfile;

    fn read(relative: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        Project::at(&root).read(relative).unwrap()
    }

    /// The value of `key = "value"` in a TOML file without looking at its tables.
    fn toml_value(text: &str, key: &str) -> String {
        let line = text.lines().find(|line| line.starts_with(key)).unwrap();
        line.split('"').nth(1).unwrap().to_owned()
    }

    #[test]
    fn trunk_is_told_the_versions_that_are_installed() {
        let trunk = read("Trunk.toml");
        assert!(toml_value(&trunk, "trunk-version").ends_with(TRUNK));
        let locked = read("Cargo.lock");
        let marks = lockfile::version_of(&locked, "wasm_split_helpers").unwrap();
        assert_eq!(marks.rsplit_once('.').map(|(minor, _)| minor), WASM_SPLIT.rsplit_once('.').map(|(minor, _)| minor));
        let wasm_bindgen = lockfile::version_of(&locked, "wasm-bindgen");
        let told = toml_value(&trunk, "wasm_bindgen");
        assert_eq!(Some(told.as_str()), wasm_bindgen);
    }

    #[test]
    fn wasm_opt_is_the_one_of_the_npm_package() {
        let told = toml_value(&read("Trunk.toml"), "wasm_opt");
        let major = told.strip_prefix("version_").unwrap();
        let pin = format!("\"binaryen\": \"{major}.");
        assert!(read("e2e/package.json").contains(&pin));
    }
}
