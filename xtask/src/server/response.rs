//! Answers a request with a whole response in memory; the site's files are small.

use std::fs;
use std::path::{Path, PathBuf};

use super::encoding::Encoding;
use super::files;
use super::mime::content_type;
use super::request::Head;

const PLAIN_TEXT: &str = "text/plain; charset=utf-8";

/// The bytes to send for a request for something in `folder`.
pub(crate) fn respond(head: &Head, folder: &Path) -> Vec<u8> {
    let wants_body = match head.method.as_str() {
        "GET" => true,
        "HEAD" => false,
        _ => {
            let allow = ["Allow: GET, HEAD".to_owned()];
            return message("405 Method Not Allowed", PLAIN_TEXT, &allow, b"", true);
        }
    };
    let Some(file) = files::find(folder, &head.target) else {
        return not_found(wants_body);
    };
    let (sent, encoding) = smallest_form(&file, &head.accept_encoding);
    let Ok(body) = fs::read(sent) else {
        return not_found(wants_body);
    };
    let mut headers = vec!["Vary: Accept-Encoding".to_owned(), cache_control(&file).to_owned()];
    if let Some(encoding) = encoding {
        headers.push(format!("Content-Encoding: {}", encoding.name()));
    }
    message("200 OK", content_type(&file), &headers, &body, wants_body)
}

/// A file whose name changes with its content is asked for once; any other is asked for again each time.
fn cache_control(file: &Path) -> &'static str {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    if stem.split(['-', '_', '.']).any(is_hash) {
        "Cache-Control: max-age=31536000, immutable"
    } else {
        "Cache-Control: no-cache"
    }
}

/// The compressed file beside `file` that the client accepts, or `file` itself.
fn smallest_form(file: &Path, accept_encoding: &str) -> (PathBuf, Option<Encoding>) {
    for encoding in Encoding::ALL {
        let mut name = file.as_os_str().to_owned();
        name.push(encoding.ending());
        let compressed = PathBuf::from(name);
        if encoding.accepted_by(accept_encoding) && compressed.is_file() {
            return (compressed, Some(encoding));
        }
    }
    (file.to_path_buf(), None)
}

fn not_found(wants_body: bool) -> Vec<u8> {
    message("404 Not Found", PLAIN_TEXT, &[], b"Not found\n", wants_body)
}

fn message(status: &str, content_type: &str, headers: &[String], body: &[u8], wants_body: bool) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status}\r\n");
    let common = [
        format!("Content-Type: {content_type}"),
        format!("Content-Length: {}", body.len()),
        "X-Content-Type-Options: nosniff".to_owned(),
        "Connection: close".to_owned(),
    ];
    for header in common.iter().chain(headers) {
        text.push_str(header);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    let mut bytes = text.into_bytes();
    if wants_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    fn ask(folder: &TempFolder, method: &str, target: &str, accept_encoding: &str) -> String {
        let head =
            Head { method: method.to_owned(), target: target.to_owned(), accept_encoding: accept_encoding.to_owned() };
        String::from_utf8(respond(&head, folder.path())).unwrap()
    }

    #[test]
    fn the_compressed_form_keeps_the_type_of_the_original() {
        let folder = TempFolder::new("compressed");
        folder.write("app.wasm", "plain");
        folder.write("app.wasm.br", "brotli");
        folder.write("app.wasm.gz", "gz");
        let text = ask(&folder, "GET", "/app.wasm", "gzip, br");
        assert!(text.contains("Content-Type: application/wasm\r\n"), "{text}");
        assert!(text.contains("Content-Encoding: br\r\n"), "{text}");
        assert!(text.contains("Vary: Accept-Encoding\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\nbrotli"), "{text}");
        assert!(ask(&folder, "GET", "/app.wasm", "gzip").ends_with("\r\n\r\ngz"));
        assert!(ask(&folder, "GET", "/app.wasm", "").ends_with("\r\n\r\nplain"));
    }

    #[test]
    fn head_has_the_length_without_the_body() {
        let folder = TempFolder::new("head");
        folder.write("index.html", "12345");
        let text = ask(&folder, "HEAD", "/", "");
        assert!(text.contains("Content-Length: 5\r\n"), "{text}");
        assert!(text.contains("Cache-Control: no-cache\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\n"), "{text}");
    }

    #[test]
    fn a_name_that_changes_with_its_content_is_asked_for_once() {
        let folder = TempFolder::new("cached");
        for (name, is_kept) in
            [("a-0df0d283027a35e3_bg.wasm", true), ("a-0df0d283.svg", false), ("gsi-timeline.js", false)]
        {
            folder.write(name, "1");
            let text = ask(&folder, "GET", &format!("/{name}"), "");
            assert_eq!(text.contains("Cache-Control: max-age=31536000, immutable\r\n"), is_kept, "{text}");
        }
    }

    #[test]
    fn what_is_missing_or_forbidden_says_so() {
        let folder = TempFolder::new("missing");
        folder.write("index.html", "");
        assert!(ask(&folder, "GET", "/nothing", "").starts_with("HTTP/1.1 404 "));
        assert!(ask(&folder, "GET", "/../Cargo.toml", "").starts_with("HTTP/1.1 404 "));
        let text = ask(&folder, "POST", "/", "");
        assert!(text.starts_with("HTTP/1.1 405 "), "{text}");
        assert!(text.contains("Allow: GET, HEAD\r\n"), "{text}");
    }
}
