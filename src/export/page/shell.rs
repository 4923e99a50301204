//! What Trunk's page says the site is built of.

/// The files of the built site, by their addresses relative to the page, and what else its page must keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Style sheets, in the order of the cascade.
    pub styles: Vec<String>,
    /// Those of what is not seen at first, which come after them and with it.
    pub later: Vec<String>,
    /// The program's module.
    pub module: String,
    /// The program.
    pub wasm: String,
    /// The program as one classic script, where there is one.
    pub classic: Option<String>,
    /// Other links of the head, such as the icon, as they stand.
    pub links: Vec<String>,
    /// Other scripts, such as the one that reloads a page in development, as they stand.
    pub scripts: Vec<String>,
}

/// Reads what Trunk wrote.
///
/// # Errors
/// Names what is not in it.
pub fn shell(html: &str) -> Result<Files, String> {
    let mut files = Files::default();
    for tag in pieces(html, "<link", ">") {
        let href = || attribute(tag, "href").map(str::to_owned);
        match attribute(tag, "rel") {
            Some("stylesheet") if tag.contains(" data-later") => files.later.extend(href()),
            Some("stylesheet") => files.styles.extend(href()),
            // The pages ask for the program in their own way.
            Some("modulepreload" | "preload") => {}
            _ => files.links.push(tag.to_owned()),
        }
    }
    for script in pieces(html, "<script", "</script>") {
        match quoted_after(script, "module_or_path:") {
            Some(wasm) => {
                files.wasm = wasm.to_owned();
                files.module = quoted_after(script, " from ").unwrap_or_default().to_owned();
            }
            None => files.scripts.push(script.to_owned()),
        }
    }
    for (what, is_there) in [
        ("a style sheet", !files.styles.is_empty()),
        ("the program", !files.wasm.is_empty()),
        ("the program's module", !files.module.is_empty()),
    ] {
        if !is_there {
            return Err(format!("the built page does not name {what}"));
        }
    }
    Ok(files)
}

/// Every piece of a text from `start` to the next `end`, both included.
fn pieces<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    let starts = text.match_indices(start).map(|(at, _)| &text[at..]);
    starts.filter_map(|rest| rest.find(end).map(|len| &rest[..len + end.len()])).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let rest = &tag[tag.find(&format!(" {name}=\""))? + name.len() + 3..];
    rest.find('"').map(|len| &rest[..len])
}

/// What stands in single quotes after a word.
fn quoted_after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = &text[text.find(word)? + word.len()..];
    rest.trim_start().strip_prefix('\'')?.split('\'').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html><head>\
        <link rel=\"icon\" href=\"./favicon-1.svg\"/>\
        <link rel=\"stylesheet\" href=\"./tokens-2.css\" integrity=\"sha384-x\"/>\
        <link rel=\"stylesheet\" href=\"./base-3.css\"/>\
        <link rel=\"stylesheet\" href=\"./table-5.css\" data-later=\"\"/>\
        <script type=\"module\">\nimport init, * as bindings from './app-4.js';\n\
        const wasm = await init({ module_or_path: './app-4_bg.wasm' });\n</script>\
        <link rel=\"modulepreload\" href=\"./app-4.js\"><script>reload()</script></head></html>";

    #[test]
    fn what_trunk_wrote_is_read() {
        let files = shell(BUILT).expect("all is there");
        assert_eq!(files.styles, ["./tokens-2.css", "./base-3.css"]);
        assert_eq!(files.later, ["./table-5.css"]);
        assert_eq!((files.module.as_str(), files.wasm.as_str()), ("./app-4.js", "./app-4_bg.wasm"));
        assert_eq!(files.links, ["<link rel=\"icon\" href=\"./favicon-1.svg\"/>"]);
        assert_eq!(files.scripts, ["<script>reload()</script>"]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let without = BUILT.replace("module_or_path", "somewhere");
        assert!(shell(&without).is_err_and(|why| why.contains("the program")));
    }
}
