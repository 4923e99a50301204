//! A record in RIS, the exchange format of reference managers: one tag a line, each line ended by CRLF.

use super::{Citation, one_line, parts};
use crate::i18n::span_edtf;
use crate::model::{Edtf, Endpoint, TimeSpan};

pub(super) fn write(citation: &Citation) -> String {
    let mut out = String::new();
    let mut put = |tag: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(tag);
            out.push_str("  - ");
            out.push_str(&one_line(value));
            out.push_str("\r\n");
        }
    };
    put("TY", "DATA");
    put("ID", &citation.key);
    put("AU", citation.author.unwrap_or_default());
    put("TI", citation.title);
    put("T2", citation.container.unwrap_or_default());
    if let Some(at) = citation.released.map(Edtf::anchor) {
        put("PY", &format!("{:04}", at.year()));
        put("DA", &slashed(at));
    }
    put("ET", citation.version);
    put("AB", citation.summary.unwrap_or_default());
    for keyword in &citation.keywords {
        put("KW", keyword);
    }
    put("N1", &citation.when_words().unwrap_or_default());
    put("N1", &citation.origin);
    put("LA", citation.locale.slug());
    put("UR", &citation.link);
    let retrieved = span_edtf(TimeSpan::new(citation.retrieved, citation.retrieved.plus(1)));
    put("Y2", &retrieved.map(|day| slashed(day.anchor())).unwrap_or_default());
    out.push_str("ER  - \r\n");
    out
}

/// `2026/11/23/`: year, month, day and a further remark, each empty where it is not known.
fn slashed(at: Endpoint) -> String {
    let known = parts(at);
    let part = |i: usize, width: usize| known.get(i).map_or(String::new(), |n| format!("{n:0width$}"));
    format!("{}/{}/{}/", part(0, 4), part(1, 2), part(2, 2))
}
