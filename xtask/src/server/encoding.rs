//! Which compressed form of a file a client accepts.

/// A form in which a file may lie beside the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// `.br`
    Brotli,
    /// `.gz`
    Gzip,
}

impl Encoding {
    /// In the order the server prefers: fewest bytes first.
    pub(crate) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The name in HTTP headers.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The ending added to the file's name.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Whether an `Accept-Encoding` value allows this form.
    ///
    /// A name of its own counts before `*`; a quality of 0 forbids.
    pub(crate) fn accepted_by(self, accept_encoding: &str) -> bool {
        let quality = |wanted: &str| {
            let offers = accept_encoding.split(',').map(offer);
            offers.filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, quality)| quality).next()
        };
        quality(self.name()).or_else(|| quality("*")).is_some_and(|quality| quality > 0.0)
    }
}

/// Name and quality of one entry such as `gzip;q=0.5`; a missing quality is 1, a broken one 0.
fn offer(entry: &str) -> (&str, f64) {
    let mut parts = entry.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let quality = parts.find_map(|part| {
        let value = part.strip_prefix("q=").or(part.strip_prefix("Q="))?;
        Some(value.parse().unwrap_or(0.0))
    });
    (name, quality.unwrap_or(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept_encoding: &str, expected: Option<Encoding>) {
        let mut all = Encoding::ALL.into_iter();
        let first = all.find(|encoding| encoding.accepted_by(accept_encoding));
        assert_eq!(first, expected, "{accept_encoding:?}");
    }

    #[test]
    fn brotli_is_preferred_and_gzip_follows() {
        check("gzip, deflate, br, zstd", Some(Encoding::Brotli));
        check("gzip, deflate", Some(Encoding::Gzip));
        check("GZIP", Some(Encoding::Gzip));
        check("br;q=0.1, gzip;q=1.0", Some(Encoding::Brotli));
        check("*", Some(Encoding::Brotli));
    }

    #[test]
    fn forbidden_and_unknown_forms_are_not_sent() {
        check("", None);
        check("identity", None);
        check("brotli", None);
        check("br;q=0", None);
        check("br;q=0, *", Some(Encoding::Gzip));
        check("br; q=0.000, gzip; q=0.5", Some(Encoding::Gzip));
        check("gzip;q=broken", None);
        check("*;q=0", None);
    }
}
