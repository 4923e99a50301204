//! A static file server for one folder on this machine.
//!
//! One thread per connection, one request per connection, on the loopback address only.
//! `request` parses, `files` picks the file, `encoding` its compressed form, `mime` its type.

mod encoding;
mod files;
mod mime;
mod request;
mod response;

use std::io::{self, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, OrFail as _, Outcome};

/// How many ports after the wanted one are tried when it is taken.
const PORTS_TRIED: u16 = 20;
/// A browser that opens a connection and stays silent this long is let go.
const SILENCE: Duration = Duration::from_secs(10);

/// Which port may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Port {
    /// This one only.
    Exactly(u16),
    /// This one or one of the next.
    From(u16),
    /// Any free one.
    Any,
}

/// A server that listens and does not answer yet.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    folder: Arc<Path>,
}

impl Server {
    /// Takes a port for a folder.
    ///
    /// # Errors
    /// When the folder has no `index.html`, or no port is free.
    pub(crate) fn bind(folder: &Path, port: Port) -> Outcome<Self> {
        if !folder.join("index.html").is_file() {
            return Err(Failure::new(format!(
                "nothing to serve: {} has no index.html; `cargo xtask build` writes dist/",
                folder.display()
            )));
        }
        let folder: PathBuf = folder.canonicalize().or_fail(|| format!("opening {}", folder.display()))?;
        Ok(Self { listener: listener(port)?, folder: folder.into() })
    }

    /// The address to open, ending in a slash.
    ///
    /// # Errors
    /// When the system does not tell the port.
    pub(crate) fn url(&self) -> Outcome<String> {
        let address = self.listener.local_addr().or_fail(|| "reading the port")?;
        Ok(format!("http://{address}/"))
    }

    /// Answers until the process ends.
    pub(crate) fn run(self) {
        for stream in self.listener.incoming() {
            let Ok(stream) = stream else { continue };
            let folder = Arc::clone(&self.folder);
            // A connection that breaks off concerns only the browser that broke it off.
            thread::spawn(move || answer(stream, &folder).ok());
        }
    }

    /// Answers from a background thread and returns the address.
    ///
    /// # Errors
    /// As [`Self::url`].
    pub(crate) fn start(self) -> Outcome<String> {
        let url = self.url()?;
        thread::spawn(move || self.run());
        Ok(url)
    }
}

/// A port that is free now, for a server of another program.
///
/// # Errors
/// When none of those allowed is.
pub(crate) fn free_port(port: Port) -> Outcome<u16> {
    let address = listener(port)?.local_addr();
    Ok(address.or_fail(|| "reading the port")?.port())
}

fn listener(port: Port) -> Outcome<TcpListener> {
    let (first, last) = match port {
        Port::Exactly(port) => (port, port),
        Port::From(port) => (port, port.saturating_add(PORTS_TRIED)),
        Port::Any => (0, 0),
    };
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => {}
            Err(error) => return Err(Failure::new(format!("port {port}: {error}"))),
        }
    }
    Err(Failure::new(format!("ports {first} to {last} are taken")))
}

fn answer(stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    let Some(head) = request::read_head(BufReader::new(&stream))? else {
        return Ok(());
    };
    let bytes = response::respond(&head, folder);
    let mut writer = &stream;
    writer.write_all(&bytes)?;
    writer.flush()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::temp_folder::TempFolder;

    fn exchange(url: &str, request: &str) -> String {
        let address = url.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_page_is_served_over_a_socket() {
        let folder = TempFolder::new("served");
        folder.write("index.html", "<h1>hello</h1>");
        let url = Server::bind(folder.path(), Port::Any).and_then(Server::start).unwrap();
        let text = exchange(&url, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
        assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\n<h1>hello</h1>"), "{text}");
    }

    #[test]
    fn a_taken_port_is_skipped_or_refused() {
        let folder = TempFolder::new("ports");
        folder.write("index.html", "");
        let first = Server::bind(folder.path(), Port::Any).unwrap();
        let port = first.listener.local_addr().unwrap().port();
        assert!(Server::bind(folder.path(), Port::Exactly(port)).is_err());
        let next = Server::bind(folder.path(), Port::From(port)).unwrap();
        assert_ne!(next.listener.local_addr().unwrap().port(), port);
    }

    #[test]
    fn a_folder_without_a_page_is_refused() {
        let folder = TempFolder::new("pageless");
        assert!(Server::bind(folder.path(), Port::Any).is_err());
    }
}
