//! What a served page says about itself, and the script that starts the program.

use std::fmt::Write as _;

use super::{Form, Page, about};
use crate::export::json_text::{object, quoted};
use crate::model::Locale;
use crate::scene::svg::escape;

/// The script, as it is read by people.
const BOOT: &str = include_str!("boot.js");

/// Appends the head, and the tag of the document around it.
pub(super) fn write(page: &Page, out: &mut String) {
    let Page { locale, form, files, .. } = *page;
    // A page of one language is what its address says; the first speaks the browser's.
    let own = if locale == Locale::En { "" } else { " data-lang=\"zh\"" };
    let mode = if form == Form::Embed { " data-mode=\"embed\"" } else { "" };
    let _ = write!(
        out,
        "<html lang=\"{}\"{own}{mode}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
         interactive-widget=resizes-content\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n",
        locale.tag()
    );
    about::meta(page, out);
    // Before the styles: a script after them waits for them.
    let named = object(&[
        ("module", quoted(&files.module)),
        ("wasm", quoted(&files.wasm)),
        ("classic", files.classic.as_deref().map_or("null".to_owned(), quoted)),
        // The site has one of them at most.
        ("later", files.later.first().map_or("null".to_owned(), |style| quoted(style))),
    ]);
    let _ = writeln!(out, "<script>\n{}({named});\n</script>", short(BOOT));
    for style in &files.styles {
        let _ = writeln!(out, "<link rel=\"stylesheet\" href=\"{}\">", escape(style));
    }
    for link in &files.links {
        out.push_str(link);
        out.push('\n');
    }
    out.push_str("</head>\n");
}

/// A script without its comments and indentation.
fn short(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n").trim_end_matches(';').to_owned()
}
