//! A view in somebody else's page: what is chosen to be shown there ([`EmbedChoice`]), the code that puts it there
//! ([`EmbedCode`]), what the page in the frame and the page around it tell each other, and where the whole page is.

mod choice;
mod code;
mod message;

pub use choice::{EmbedChoice, Lifetime, default_height};
pub use code::{EmbedCode, Embedding};
pub use message::HostMessage;

use crate::export::quoted;

/// The height of a narrow frame that shows the spine or a list, which are as long as all of time, px.
pub const LONG_HEIGHT: f64 = 640.0;

/// The least height that is asked for, px: in a lower frame the page is laid out otherwise, and may then be higher, so
/// that the two heights would take turns without end. `embed.css` says from where on.
pub const LEAST_HEIGHT: f64 = 321.0;

/// The height to ask for, given that of all there is to see, px.
///
/// ```
/// use gsi_timeline::embed::asked_height;
/// assert_eq!(asked_height(742.3, false), 743);
/// assert_eq!(asked_height(305.0, false), 321);
/// assert_eq!(asked_height(10_000.0, true), 640);
/// ```
pub fn asked_height(natural: f64, is_long: bool) -> u32 {
    let most = if is_long { LONG_HEIGHT } else { f64::INFINITY };
    natural.min(most).max(LEAST_HEIGHT).ceil() as u32
}

/// Something to post to the page around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// JSON.
    pub json: String,
    /// Whether it is posted as that text, instead of as the value it stands for.
    pub as_text: bool,
}

/// The height that the page takes, px, in every dialect that hosts listen for: Datawrapper's, AMP's, Medium's with
/// Flourish's, and WordPress's where it gave its secret.
///
/// `id` tells datasets apart, `address` is the frame's own.
pub fn height_messages(height: u32, id: &str, address: &str, secret: Option<&str>) -> Vec<Message> {
    let value = |json| Message { json, as_text: false };
    let mut all = vec![
        value(format!("{{\"datawrapper-height\": {{{}: {height}}}}}", quoted(id))),
        value(format!("{{\"sentinel\": \"amp\", \"type\": \"embed-size\", \"height\": {height}}}")),
        Message {
            json: format!("{{\"src\": {}, \"context\": \"iframe.resize\", \"height\": {height}}}", quoted(address)),
            as_text: true,
        },
    ];
    all.extend(secret.map(|secret| {
        value(format!("{{\"message\": \"height\", \"value\": {height}, \"secret\": {}}}", quoted(secret)))
    }));
    all
}

/// The secret that WordPress puts behind a frame's address: `#?secret=abc`. It knows letters and digits only.
///
/// ```
/// use gsi_timeline::embed::secret;
/// assert_eq!(secret("#?secret=aB3"), Some("aB3"));
/// assert_eq!(secret("#section-1"), None);
/// assert_eq!(secret("#?secret=<b>"), None);
/// ```
pub fn secret(fragment: &str) -> Option<&str> {
    let rest = fragment.strip_prefix('#')?.strip_prefix('?')?;
    let secret = rest.split('&').find_map(|pair| pair.strip_prefix("secret="))?;
    (!secret.is_empty() && secret.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(secret)
}

/// The address of the whole page, given one of a page for frames; any other stays.
///
/// ```
/// use gsi_timeline::embed::whole_page;
/// assert_eq!(whole_page("https://example.org/a/embed.html"), "https://example.org/a/");
/// assert_eq!(whole_page("https://example.org/a/embed.zh.html"), "https://example.org/a/index.zh.html");
/// assert_eq!(whole_page("https://example.org/a/"), "https://example.org/a/");
/// ```
pub fn whole_page(address: &str) -> String {
    let end = address.rfind('/').map_or(0, |at| at + 1);
    let (folder, name) = address.split_at_checked(end).unwrap_or(("", address));
    match name {
        // Some hosts leave the ending out.
        "embed.html" | "embed" => folder.to_owned(),
        "embed.zh.html" | "embed.zh" => [folder, "index.zh.html"].concat(),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialect_is_what_its_hosts_read() {
        let messages = height_messages(640, "gsi-2024", "https://example.org/embed.html?q=\"a\"", Some("aB3"));
        let read = |i: usize| -> serde_json::Value { serde_json::from_str(&messages[i].json).expect("JSON") };
        assert_eq!(read(0), serde_json::json!({"datawrapper-height": {"gsi-2024": 640}}));
        assert_eq!(read(1), serde_json::json!({"sentinel": "amp", "type": "embed-size", "height": 640}));
        let address = "https://example.org/embed.html?q=\"a\"";
        assert_eq!(read(2), serde_json::json!({"src": address, "context": "iframe.resize", "height": 640}));
        assert_eq!(read(3), serde_json::json!({"message": "height", "value": 640, "secret": "aB3"}));
        assert_eq!(messages.iter().map(|m| m.as_text).collect::<Vec<_>>(), [false, false, true, false]);
    }

    #[test]
    fn without_a_secret_wordpress_is_told_nothing() {
        assert_eq!(height_messages(640, "a", "b", None).len(), 3);
    }
}
