//! Reads the head of an HTTP/1 request.

use std::io::{self, BufRead};

/// Longest head that is read; browsers send about 1 KB.
const HEAD_BYTES: u64 = 16 * 1024;

/// What the server looks at in a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// `GET`, `HEAD` or what the client wrote.
    pub(crate) method: String,
    /// Path and query, as sent.
    pub(crate) target: String,
    /// The `Accept-Encoding` header, empty without one.
    pub(crate) accept_encoding: String,
}

/// Reads up to the empty line; `None` when the connection says nothing that can be answered.
///
/// # Errors
/// When the connection breaks off or stays silent.
pub(crate) fn read_head(reader: impl BufRead) -> io::Result<Option<Head>> {
    let mut lines = reader.take(HEAD_BYTES).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    let mut words = first.split(' ');
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    if !version.starts_with("HTTP/1.") {
        return Ok(None);
    }
    let mut head = Head { method: method.to_owned(), target: target.to_owned(), accept_encoding: String::new() };
    for line in lines {
        let line = line?;
        if line.is_empty() {
            return Ok(Some(head));
        }
        let Some((name, value)) = line.split_once(':') else {
            return Ok(None);
        };
        if name.eq_ignore_ascii_case("accept-encoding") {
            head.accept_encoding = value.trim().to_owned();
        }
    }
    // The head ended without its empty line: too long, or cut off.
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Head> {
        read_head(text.as_bytes()).unwrap()
    }

    #[test]
    fn method_target_and_encodings_are_read() {
        let head = read("GET /a?b=c HTTP/1.1\r\nHost: x\r\naccept-encoding:  gzip, br\r\n\r\n");
        let head = head.unwrap();
        assert_eq!(head.method, "GET");
        assert_eq!(head.target, "/a?b=c");
        assert_eq!(head.accept_encoding, "gzip, br");
    }

    #[test]
    fn what_is_no_request_is_not_answered() {
        for text in [
            "",
            "\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/2.0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: cut off",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_endless_head_is_cut() {
        let text = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "y".repeat(20_000));
        assert_eq!(read(&text), None);
    }
}
