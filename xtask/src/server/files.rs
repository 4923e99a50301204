//! From a request's target to a file inside the served folder, and never outside it.

use std::path::{Path, PathBuf};

/// The file a target asks for; `None` when there is none that may be served.
///
/// The query is ignored and a folder means its `index.html`.
/// Hidden files, `..`, backslashes and links that lead out of the folder are refused.
pub(crate) fn find(folder: &Path, target: &str) -> Option<PathBuf> {
    let mut file = folder.join(relative_path(target)?);
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    let folder = folder.canonicalize().ok()?;
    (file.is_file() && file.starts_with(folder)).then_some(file)
}

/// The decoded path without its leading slash; `None` when a part of it is not a plain name.
fn relative_path(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut relative = PathBuf::new();
    for part in path.split('/') {
        let name = percent_decoded(part)?;
        // A colon would name another drive or a stream on Windows.
        if name.starts_with('.') || name.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        if !name.is_empty() {
            relative.push(name);
        }
    }
    Some(relative)
}

/// Decodes `%41` to `A`; `None` for a broken escape or what is not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    #[track_caller]
    fn check(target: &str, expected: Option<&str>) {
        assert_eq!(relative_path(target), expected.map(PathBuf::from));
    }

    #[test]
    fn plain_targets_become_paths() {
        check("/", Some(""));
        check("/?view=table", Some(""));
        check("/app-1f.js", Some("app-1f.js"));
        check("/data/events.json?x#y", Some("data/events.json"));
        check("//data///events.json", Some("data/events.json"));
        check("/%E6%97%B6%20line", Some("时 line"));
    }

    #[test]
    fn targets_that_leave_the_folder_are_refused() {
        check("/../secret", None);
        check("/data/../../secret", None);
        check("/%2e%2e/secret", None);
        check("/..%2fsecret", None);
        check("/..%5csecret", None);
        check("/data/.hidden", None);
        check("/c:/secret", None);
        check("/nul%00", None);
        check("/%zz", None);
        check("/%f", None);
        check("/%ff", None);
        check("http://elsewhere/", None);
        check("", None);
    }

    #[test]
    fn folders_mean_their_index() {
        let folder = TempFolder::new("index");
        folder.write("index.html", "top");
        folder.write("zh/index.html", "below");
        folder.write("empty/note.txt", "");
        let found = |target| find(folder.path(), target);
        let at = |name: &str| folder.path().join(name).canonicalize().ok();
        assert_eq!(found("/"), at("index.html"));
        assert_eq!(found("/zh"), at("zh/index.html"));
        assert_eq!(found("/zh/"), at("zh/index.html"));
        assert_eq!(found("/empty/"), None);
        assert_eq!(found("/missing"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let folder = TempFolder::new("link");
        folder.write("secret.txt", "secret");
        folder.write("site/index.html", "page");
        let site = folder.path().join("site");
        std::os::unix::fs::symlink("../secret.txt", site.join("open.txt")).unwrap();
        assert_eq!(find(&site, "/open.txt"), None);
        assert!(find(&site, "/index.html").is_some());
    }
}
