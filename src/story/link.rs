//! A person's story in the fragment of an address: `#story=z.…`, in letters that no address has to escape.
//!
//! The bytes are compressed by the browser, which this part knows nothing of; where it cannot, they go as they are.

/// The most characters of an address that holds a story: a longer one is cut by some chats and mail programs.
pub const MAX_LINK: usize = 8_000;

/// The name of the part of the fragment that holds a story.
const PART: &str = "story=";

/// How the bytes of a payload were packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// By DEFLATE, without any frame (RFC 1951).
    Deflated,
    /// Not at all.
    Plain,
}

impl Packing {
    /// The mark at the start of a payload.
    fn mark(self) -> &'static str {
        match self {
            Self::Deflated => "z.",
            Self::Plain => "p.",
        }
    }
}

/// Bytes as the payload of a fragment.
pub fn payload(packing: Packing, bytes: &[u8]) -> String {
    [packing.mark(), &to_base64(bytes)].concat()
}

/// The bytes of a payload, `None` where it is broken.
pub fn unpack(payload: &str) -> Option<(Packing, Vec<u8>)> {
    let [deflated, plain] =
        [Packing::Deflated, Packing::Plain].map(|packing| (packing, payload.strip_prefix(packing.mark())));
    let (packing, rest) = if deflated.1.is_some() { deflated } else { plain };
    Some((packing, from_base64(rest?)?))
}

/// The payload in a fragment, with or without its `#`; whatever else stands there is somebody else's.
pub fn in_fragment(fragment: &str) -> Option<&str> {
    parts(fragment).find_map(|part| part.strip_prefix(PART))
}

/// The fragment with another payload or none, with its `#`; what else stands there stays: `#?secret=abc&story=…`.
pub fn with_payload(fragment: &str, payload: Option<&str>) -> String {
    let mut kept: Vec<&str> = parts(fragment).filter(|part| !part.is_empty() && !part.starts_with(PART)).collect();
    let own = payload.map(|payload| [PART, payload].concat());
    kept.extend(own.as_deref());
    if kept.is_empty() { String::new() } else { ["#", &kept.join("&")].concat() }
}

fn parts(fragment: &str) -> impl Iterator<Item = &str> {
    fragment.strip_prefix('#').unwrap_or(fragment).split('&')
}

/// The digits of base64url (RFC 4648, section 5); no padding.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn to_base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 2);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| bits << 8 | u32::from(chunk.get(i).copied().unwrap_or_default()));
        for i in 0..=chunk.len() {
            out.push(DIGITS[(bits >> (18 - 6 * i) & 63) as usize] as char);
        }
    }
    out
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for i in 0..4 {
            let digit = match chunk.get(i) {
                Some(digit) => DIGITS.iter().position(|d| d == digit)?,
                None => 0,
            };
            bits = bits << 6 | digit as u32;
        }
        // A single digit holds no byte: the text was cut.
        let n_bytes = chunk.len().checked_sub(1).filter(|n| *n > 0)?;
        out.extend_from_slice(&bits.to_be_bytes()[1..=n_bytes]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10, without padding; and the two digits that differ in an address.
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(to_base64(bytes.as_bytes()), text);
            assert_eq!(from_base64(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(to_base64(&[0xfb, 0xff]), "-_8");
        for broken in ["A", "AAAAA", "a+b/", "ab=", "沙"] {
            assert_eq!(from_base64(broken), None, "{broken}");
        }
    }

    #[test]
    fn what_else_is_in_a_fragment_stays() {
        let payload = payload(Packing::Plain, b"{}");
        for (before, after) in [
            ("", "#story=p.e30"),
            ("#", "#story=p.e30"),
            ("#?secret=abc", "#?secret=abc&story=p.e30"),
            ("#?secret=abc&story=z.old", "#?secret=abc&story=p.e30"),
            ("#story=z.old&x", "#x&story=p.e30"),
        ] {
            let fragment = with_payload(before, Some(&payload));
            assert_eq!(fragment, after);
            assert_eq!(in_fragment(&fragment), Some(payload.as_str()));
            assert_eq!(in_fragment(&with_payload(&fragment, None)), None);
        }
        assert_eq!(with_payload("#story=p.e30", None), "");
        assert_eq!(in_fragment("#?secret=abc"), None);
        assert_eq!(in_fragment("#history=1"), None);
    }
}
