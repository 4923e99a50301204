//! JSON put together from texts that are JSON already: a fraction of the bytes of a serializer.

use std::fmt::Write as _;

use crate::model::Bilingual;

/// A text, quoted and escaped.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => drop(write!(out, "\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `{"en": …, "zh": …}`.
pub(crate) fn both(text: &Bilingual) -> String {
    object(&[("en", quoted(&text.en)), ("zh", quoted(&text.zh))])
}

/// An array on one line.
pub(crate) fn list(values: &[String]) -> String {
    enclosed('[', values.iter().map(|value| (None, value.as_str())), ", ", "", ']')
}

/// An array with a line for each value, indented by two levels.
pub(crate) fn lines(values: &[String]) -> String {
    if values.is_empty() {
        return "[]".to_owned();
    }
    enclosed('[', values.iter().map(|value| (None, value.as_str())), ",\n    ", "\n    ", '\n') + "  ]"
}

/// An object on one line; a field whose value is empty is left out.
pub(crate) fn object(fields: &[(&str, String)]) -> String {
    enclosed('{', named(fields), ", ", "", '}')
}

/// An object with a line for each field; a field whose value is empty is left out.
pub(crate) fn object_lines(fields: &[(&str, String)]) -> String {
    enclosed('{', named(fields), ",\n  ", "\n  ", '\n') + "}\n"
}

fn named<'a>(fields: &'a [(&'a str, String)]) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
    fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (Some(*name), value.as_str()))
}

fn enclosed<'a>(
    open: char,
    values: impl Iterator<Item = (Option<&'a str>, &'a str)>,
    between: &str,
    first: &str,
    close: char,
) -> String {
    let mut out = String::from(open);
    for (i, (name, value)) in values.enumerate() {
        out.push_str(if i == 0 { first } else { between });
        if let Some(name) = name {
            out.push_str(&quoted(name));
            out.push_str(": ");
        }
        out.push_str(value);
    }
    out.push(close);
    out
}
