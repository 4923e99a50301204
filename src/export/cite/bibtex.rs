//! An entry for BibTeX and BibLaTeX.
//!
//! The type is `misc`, which every style knows; BibLaTeX reads `version`, `urldate` and `eventdate` besides, the last
//! in the same EDTF as the dataset. Titles stand in a second pair of braces, so that no style makes their letters small.

use super::{Citation, one_line};
use crate::export::iso_day;
use crate::model::{Edtf, Endpoint, Locale};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn write(citation: &Citation) -> String {
    let released = citation.released.map(Edtf::anchor);
    let braced = |text: &str| format!("{{{}}}", escaped(&one_line(text)));
    let whole = |text: &str| format!("{{{}}}", braced(text));
    let note = match citation.when_words() {
        Some(when) => {
            let words = citation.words;
            format!("{when}{}{}{}{}", words.full_stop, words.sentence_gap, citation.origin, words.full_stop)
        }
        None => format!("{}{}", citation.origin, citation.words.full_stop),
    };
    let language = match citation.locale {
        Locale::En => "english",
        Locale::Zh => "chinese",
    };
    let fields = [
        ("author", citation.author.map(whole)),
        ("title", Some(whole(citation.title))),
        ("howpublished", citation.container.map(|name| braced(&(citation.words.cite_in)(name)))),
        ("version", Some(braced(citation.version))),
        ("year", released.map(|at| format!("{{{}}}", at.year()))),
        // The month goes by its macro, which each style writes out in its own language.
        ("month", released.and_then(Endpoint::month).map(|m| MONTHS[(m.clamp(1, 12) - 1) as usize].to_owned())),
        ("eventdate", citation.when.map(|date| format!("{{{date}}}"))),
        ("url", Some(format!("{{{}}}", balanced(&citation.link)))),
        ("urldate", Some(format!("{{{}}}", iso_day(citation.retrieved)))),
        ("langid", Some(format!("{{{language}}}"))),
        ("note", Some(braced(&note))),
    ];
    let mut out = format!("@misc{{{},\n", citation.key);
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        out.push_str(&format!("  {name:<12} = {value},\n"));
    }
    out + "}\n"
}

/// Two of these beside each other may be one sign to TeX, as `--` is a dash.
const LIGATURES: [char; 8] = ['-', '`', '\'', ',', '<', '>', '?', '!'];

/// A text with every character that TeX takes for a command written as one that prints it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if LIGATURES.contains(&c) && out.ends_with(LIGATURES) {
            out.push_str("{}");
        }
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c => out.push(c),
        }
    }
    out
}

/// An address as it is, its braces percent-encoded: a field ends where its braces are even.
fn balanced(link: &str) -> String {
    link.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
