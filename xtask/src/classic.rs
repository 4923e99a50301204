//! The program as one classic script, `embed.js`.
//!
//! A frame that is sandboxed without `allow-same-origin`, and a page opened from a folder, have no origin: modules and
//! requests are refused there, classic scripts are not. So the glue is stripped of what makes it a module, and the wasm
//! stands in it as text, one character a byte. Brotli sees nearly the same sequence of bytes as in the wasm, where
//! base64 hides it: 359 kB against 460 for a program of 347 (450 if it is compressed before).

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Outcome};

/// The name of the script, as the pages ask for it.
const SCRIPT: &str = "embed.js";

/// How the loader of chunks asks for one.
const FETCH: (&str, &str) = ("fetch(new URL(\"./", "\", import.meta.url))");

/// What the script calls the function that starts the program, for the pages.
const START: &str = "gsiTimeline";

/// Writes the script beside the program it is made of.
///
/// # Errors
/// When the site is incomplete, or the glue is not what this knows how to change.
pub(crate) fn write(dist: &Path) -> Outcome {
    let page = text(dist, "index.html")?;
    let glue = text(dist, named(&page, "module")?)?;
    let wasm = named(&page, "wasm")?;
    let wasm = fs::read(dist.join(wasm)).or_fail(|| format!("reading {wasm}"))?;
    let chunks = match loader_of(&glue) {
        Some((names, loader)) => chunks(dist, &names, &text(dist, loader)?)?,
        None => String::new(),
    };
    fs::write(dist.join(SCRIPT), script(&glue, &chunks, &wasm)?).or_fail(|| format!("writing {SCRIPT}"))
}

fn text(dist: &Path, name: &str) -> Outcome<String> {
    fs::read_to_string(dist.join(name)).or_fail(|| format!("reading {name}"))
}

/// A file that the page says it is built of.
fn named<'t>(page: &'t str, what: &str) -> Outcome<&'t str> {
    let start = format!("\"{what}\": \"");
    let rest = page.find(&start).map(|at| &page[at + start.len()..]);
    rest.and_then(|rest| rest.split('"').next())
        .ok_or_else(|| Failure::new(format!("index.html does not name its {what}")))
}

/// The names by which the glue imports the loader of chunks, one for each of them, and its file.
fn loader_of(glue: &str) -> Option<(Vec<&str>, &str)> {
    let imports = glue.lines().filter_map(|line| line.strip_prefix("import * as "));
    let imports = imports.filter_map(|line| line.trim_end_matches(';').trim_end_matches('"').split_once(" from \"./"));
    let (names, files): (Vec<&str>, Vec<&str>) = imports.unzip();
    Some((names, *files.first()?))
}

/// The loader as statements of the same function, with the chunks in it: they are taken where it would ask for them.
fn chunks(dist: &Path, names: &[&str], loader: &str) -> Outcome<String> {
    let mut out = String::new();
    let mut exported = Vec::new();
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let line = line.strip_prefix("export ").inspect(|rest| exported.extend(rest.split(' ').nth(1))).unwrap_or(line);
        match line.split_once(FETCH.0).and_then(|(before, rest)| Some((before, rest.split_once(FETCH.1)?))) {
            Some((before, (file, after))) => {
                let wasm = fs::read(dist.join(file)).or_fail(|| format!("reading {file}"))?;
                let _ = write!(out, "{before}Promise.resolve(new Response(bytesOf(`{}`))){after}", characters(&wasm));
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    for name in names {
        let _ = writeln!(out, "const {name} = {{ {} }};", exported.join(", "));
    }
    Ok(out)
}

fn script(glue: &str, chunks: &str, wasm: &[u8]) -> Outcome<String> {
    // Assigning to a byte drops what was added to it.
    let mut out = String::from(
        "(function () {\n'use strict';\nfunction bytesOf(text) {\nconst bytes = new Uint8Array(text.length);\n\
         for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);\nreturn bytes;\n}\n",
    );
    out.push_str(&without_module(glue, loader_of(glue).map(|(_, file)| file))?);
    out.push_str(chunks);
    let _ = write!(
        out,
        "const program = `{}`;\nself.{START} = () => __wbg_init({{ module_or_path: bytesOf(program) }});\n}})();\n",
        characters(wasm)
    );
    Ok(out)
}

fn characters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(character).collect()
}

/// The character of the byte's number; 256 further on where that one would mean something in a template, or nothing safe.
fn character(byte: u8) -> char {
    match byte {
        0 | b'\r' | b'\\' | b'`' | b'$' => char::from_u32(u32::from(byte) + 256).unwrap_or_default(),
        byte => char::from(byte),
    }
}

/// What wasm-bindgen wrote for `--target web`, as statements of a function.
///
/// `loader` is a module that it may import, since it will stand in the same function.
fn without_module(glue: &str, loader: Option<&str>) -> Outcome<String> {
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines() {
        let line = match line.strip_prefix("export ") {
            // The names it gives to others are not needed inside.
            Some(names) if names.starts_with('{') => continue,
            Some(declaration) => declaration,
            None => line,
        };
        if line.starts_with("import * as ") && loader.is_some_and(|loader| line.contains(loader)) {
            continue;
        }
        let line = line.replace("import.meta.url", "document.baseURI");
        if line.starts_with("import ") || line.contains("import(") || line.contains("import.meta") {
            return Err(Failure::new(format!("the program's glue has a line that no classic script can have: {line}")));
        }
        out.push_str(&line);
        out.push('\n');
    }
    if !out.contains("function __wbg_init(") {
        return Err(Failure::new("the program's glue has no function __wbg_init"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    const GLUE: &str = "export class A {}\nasync function __wbg_init(given) {\n\
        if (given === undefined) given = new URL('a.wasm', import.meta.url);\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn every_byte_comes_back_and_none_can_end_the_text() {
        for byte in 0..=u8::MAX {
            let character = character(byte);
            assert_eq!(u32::from(character) as u8, byte);
            assert!(!['\0', '\r', '\\', '`', '$'].contains(&character));
        }
    }

    #[test]
    fn nothing_of_a_module_is_left() {
        let folder = TempFolder::new("classic");
        folder.write("index.html", r#"<script>boot({"module": "./a.js", "wasm": "./a_bg.wasm"})</script>"#);
        folder.write("a.js", GLUE);
        folder.write("a_bg.wasm", [0, b'a', b's', b'm', b'`']);
        assert_eq!(write(folder.path()), Ok(()));
        let script = fs::read_to_string(folder.path().join(SCRIPT)).unwrap();
        assert!(script.contains("class A {}") && script.contains("`\u{100}asm\u{160}`"));
        assert!(!script.contains("export") && !script.contains("import"));
    }

    #[test]
    fn chunks_are_taken_from_the_script() {
        let folder = TempFolder::new("classic-chunks");
        folder.write("index.html", r#"<script>boot({"module": "./a.js", "wasm": "./a_bg.wasm"})</script>"#);
        folder.write("a.js", format!("import * as import1 from \"./a-load.js\"\n{GLUE}"));
        folder.write("a_bg.wasm", "first");
        folder.write(
            "a-load.js",
            "import { initSync } from \"./a.js\";\nexport const load_rest = make(() => {\n\
             const src = fetch(new URL(\"./a-rest.wasm\", import.meta.url));\n});\n",
        );
        folder.write("a-rest.wasm", "later");
        assert_eq!(write(folder.path()), Ok(()));
        let script = fs::read_to_string(folder.path().join(SCRIPT)).unwrap();
        assert!(script.contains("const src = Promise.resolve(new Response(bytesOf(`later`)));"), "{script}");
        assert!(script.contains("const import1 = { load_rest };") && script.contains("const load_rest = make("));
        assert!(!script.contains("export") && !script.contains("import "));
    }

    #[test]
    fn glue_of_another_kind_is_refused() {
        assert!(without_module(&format!("import {{ a }} from './a.js';\n{GLUE}"), None).is_err());
        assert!(without_module("export { a as default };", None).is_err());
    }
}
