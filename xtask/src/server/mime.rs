//! The `Content-Type` of a file, by the end of its name.

use std::path::Path;

/// Type for each lower-case ending. Text types name their charset; a browser would guess.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("map", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("xml", "application/xml"),
    ("bib", "text/plain; charset=utf-8"),
    ("ris", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("pdf", "application/pdf"),
];

/// The type a file is served with; bytes without meaning when the ending is unknown.
pub(crate) fn content_type(file: &Path) -> &'static str {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    let found = TYPES.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    found.map_or("application/octet-stream", |&(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_have_their_types() {
        let check = |file: &str, kind: &str| assert_eq!(content_type(Path::new(file)), kind);
        check("app_bg.wasm", "application/wasm");
        check("app-0f.js", "text/javascript; charset=utf-8");
        check("index.HTML", "text/html; charset=utf-8");
        check("a/b.c/style.css", "text/css; charset=utf-8");
        check("events.json", "application/json");
        check("favicon.svg", "image/svg+xml");
        check("LICENSE", "application/octet-stream");
        check("archive.tar.zst", "application/octet-stream");
    }

    #[test]
    fn each_ending_is_listed_once() {
        let mut endings: Vec<_> = TYPES.iter().map(|(ending, _)| ending).collect();
        endings.sort();
        endings.dedup();
        assert_eq!(endings.len(), TYPES.len());
    }
}
