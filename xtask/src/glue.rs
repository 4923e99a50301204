//! What the program and its script call each other by, made short, and what neither calls, taken away.
//!
//! wasm-bindgen names every function of the browser and every kind of closure in some forty letters, sixteen of them of
//! a number that nothing packs, once in the wasm and once in the script; nobody else reads them. Its crates export what
//! tells it of every function that a browser has, with code for the closures that each would be given, whether it is
//! called or not; and what server functions, which come with Leptos, would stream through.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::wasm;

/// What the streams of server functions begin with in the script, what follows them, and how their registries begin.
const STREAMS: &str = "export class IntoUnderlying";
const AFTER_STREAMS: &str = "function __wbg_get_imports()";
const REGISTRY: &str = "const IntoUnderlying";

/// What the names of the streams' functions hold.
const STREAM: &str = "intounderlying";

/// What the name of a function begins with that tells wasm-bindgen of another one.
const DESCRIBES: &str = "__wbindgen_describe_";

/// How the script reaches what the wasm exports.
const EXPORTED: &str = "wasm.";

/// What the functions of the browser are called by as a module, now and then.
const BROWSER: &str = "_bg.js";
const BROWSER_SHORT: &str = "b";

/// What stands before and after the name of a function in the script's list of them.
const INDENT: &str = "        ";
const FUNCTION: &str = ": function";

/// The files that know each other's names.
struct Files {
    wasm: Vec<u8>,
    script: String,
}

/// The program as it was linked, before anything looks at what needs what, without the streams and without what tells
/// of functions that it neither imports nor exports.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn without_descriptions(linked: &[u8]) -> Outcome<Vec<u8>> {
    let mut known = BTreeSet::new();
    wasm::with_imports(linked, |module, name| {
        known.insert(name.to_owned());
        (module.to_owned(), name.to_owned())
    })?;
    let is_stream = |name: &str| name.contains(STREAM);
    wasm::with_exports(linked, |name| {
        known.insert(name.to_owned());
        Some(name.to_owned())
    })?;
    let is_needed = |name: &str| name.strip_prefix(DESCRIBES).is_none_or(|of| known.contains(of));
    wasm::with_exports(linked, |name| (!is_stream(name) && is_needed(name)).then(|| name.to_owned()))
}

/// Takes away what neither the script of a program nor the loader of its chunks calls; what is left unreachable by
/// that is for wasm-opt to find.
///
/// # Errors
/// When a file cannot be read or written, or is not as wasm-bindgen writes it.
pub(crate) fn drop_unused(folder: &Path, program: &str, loader: &str) -> Outcome {
    change(folder, program, |files| {
        let script = without_streams(&files.script)?;
        let is_called = |name: &str| script.contains(&[EXPORTED, name].concat()) || loader.contains(name);
        let wasm = wasm::with_exports(&files.wasm, |name| is_called(name).then(|| name.to_owned()))?;
        Ok(Files { wasm, script })
    })
}

/// Gives short names to all that only the wasm and its script call by name.
///
/// # Errors
/// When a file cannot be read or written, or the two do not fit each other.
pub(crate) fn shorten(folder: &Path, program: &str, loader: &str) -> Outcome {
    change(folder, program, |files| shortened(files, loader))
}

fn change(folder: &Path, program: &str, how: impl FnOnce(Files) -> Outcome<Files>) -> Outcome {
    let (wasm, script) = (folder.join(format!("{program}_bg.wasm")), folder.join(format!("{program}.js")));
    let old = Files {
        wasm: fs::read(&wasm).or_fail(|| format!("reading {}", wasm.display()))?,
        script: fs::read_to_string(&script).or_fail(|| format!("reading {}", script.display()))?,
    };
    let new = how(old)?;
    fs::write(&wasm, new.wasm).or_fail(|| format!("writing {}", wasm.display()))?;
    fs::write(&script, new.script).or_fail(|| format!("writing {}", script.display()))
}

fn without_streams(script: &str) -> Outcome<String> {
    let Some(begin) = script.find(STREAMS) else { return Ok(script.to_owned()) };
    let end = script.find(AFTER_STREAMS).filter(|end| begin < *end);
    let end = end.ok_or_else(|| Failure::new("the program's script has its parts in another order than this knows"))?;
    let mut out = script[..begin].to_owned();
    let mut is_registry = false;
    for line in script[end..].lines() {
        is_registry |= line.starts_with(REGISTRY);
        if !is_registry {
            out.push_str(line);
            out.push('\n');
        }
        // It is one statement.
        is_registry &= !line.ends_with(';');
    }
    Ok(out)
}

fn shortened(files: Files, loader: &str) -> Outcome<Files> {
    let mut functions = BTreeMap::new();
    let wasm = wasm::with_imports(&files.wasm, |module, name| {
        if !module.ends_with(BROWSER) {
            return (module.to_owned(), name.to_owned());
        }
        let short = short_name(functions.len());
        functions.insert(name.to_owned(), short.clone());
        (BROWSER_SHORT.to_owned(), short)
    })?;
    let mut exports = Vec::new();
    let wasm = wasm::with_exports(&wasm, |name| {
        if loader.contains(name) {
            return Some(name.to_owned());
        }
        let short = short_name(exports.len());
        exports.push(([EXPORTED, name].concat(), [EXPORTED, &short].concat()));
        Some(short)
    })?;
    let mut script = renamed_functions(&files.script, functions)?;
    // The longer ones first: a name may begin with another.
    exports.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, short) in exports {
        script = script.replace(&name, &short);
    }
    Ok(Files { wasm, script })
}

/// The script with its list of functions under other names, without those that are not asked for.
fn renamed_functions(script: &str, mut names: BTreeMap<String, String>) -> Outcome<String> {
    let mut out = String::with_capacity(script.len());
    let mut is_kept = true;
    for line in script.lines() {
        let begins = line.strip_prefix(INDENT).and_then(|rest| rest.split_once(FUNCTION));
        match begins.filter(|(name, _)| !name.contains(|c: char| !c.is_alphanumeric() && c != '_')) {
            Some((name, rest)) => {
                let short = names.remove(name);
                is_kept = short.is_some();
                if let Some(short) = short {
                    out.push_str(&[INDENT, &short, FUNCTION, rest, "\n"].concat());
                }
                continue;
            }
            // What is indented less ends the last function, and the list.
            None => is_kept |= !line.starts_with(INDENT),
        }
        if is_kept {
            let module =
                line.trim_start().split_once(&format!("{BROWSER}\": ")).filter(|(path, _)| path.starts_with('"'));
            match module {
                Some((_, list)) => out.push_str(&[INDENT, BROWSER_SHORT, ": ", list].concat()),
                None => out.push_str(line),
            }
            out.push('\n');
        }
    }
    match names.keys().next() {
        Some(name) => Err(Failure::new(format!("the program's script has no function {name}"))),
        None => Ok(out),
    }
}

/// `a` to `Z`, then `aa`, `ba` and on.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = (number % 52) as u8;
        name.push(char::from(if letter < 26 { b'a' + letter } else { b'A' + letter - 26 }));
        if number < 52 {
            return name;
        }
        number = number / 52 - 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./load.js\"\n\
        \n\
        export class IntoUnderlyingSink {\n    free() { wasm.__wbg_sink_free(this.ptr); }\n}\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n\
        \x20       __wbg_now_01: function() {\n            const ret = wasm.malloc_2(Date.now());\n            return ret;\n        },\n\
        \x20       __wbg_gone_02: function() { return handleError(function (arg0) {\n            arg0.gone();\n        }, arguments); },\n\
        \x20       __wbg_top_03: function(arg0) {\n            return wasm.malloc(arg0.top);\n        },\n    };\n\
        \x20   return {\n        \"./app_bg.js\": import0,\n        \"./load.js\": import1,\n    };\n}\n\
        const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n\
        \x20   ? {}\n    : new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));\n\
        wasm.start();\n";

    #[test]
    fn streams_go_with_their_registries() {
        let script = without_streams(SCRIPT).unwrap();
        assert!(!script.contains("Underlying") && !script.contains("sink") && script.ends_with("}\nwasm.start();\n"));
        assert_eq!(without_streams("let a;"), Ok("let a;".to_owned()));
    }

    #[test]
    fn only_what_is_called_is_described() {
        let wasm = b"\0asm\x01\0\0\0\x02\x0b\x01\x01b\x05top_1\0\0\
            \x07\x68\x04\x19__wbindgen_describe_top_1\0\0\x1a__wbindgen_describe_gone_2\0\0\
            \x14intounderlyingsink_1\0\0\x14main_which_is_called\0\0";
        let mut exports = Vec::new();
        wasm::with_exports(&without_descriptions(wasm).unwrap(), |name| {
            exports.push(name.to_owned());
            None
        })
        .unwrap();
        assert_eq!(exports, ["__wbindgen_describe_top_1", "main_which_is_called"]);
    }

    #[test]
    fn functions_have_short_names_and_those_not_asked_for_go() {
        let names = [("__wbg_now_01", "a"), ("__wbg_top_03", "b")];
        let names: BTreeMap<String, String> = names.map(|(name, short)| (name.to_owned(), short.to_owned())).into();
        let script = renamed_functions(SCRIPT, names).unwrap();
        assert!(script.contains("        a: function() {\n") && script.contains("        b: function(arg0) {\n"));
        assert!(script.contains("        b: import0,\n        \"./load.js\": import1,\n    };\n}\n"), "{script}");
        assert!(!script.contains("gone") && !script.contains("__wbg_now"));
        let unknown = BTreeMap::from([("__wbg_other_04".to_owned(), "a".to_owned())]);
        assert!(renamed_functions(SCRIPT, unknown).is_err());
    }

    #[test]
    fn the_wasm_and_its_script_stay_together() {
        let wasm = b"\0asm\x01\0\0\0\x02\x1c\x01\x0b./app_bg.js\x0c__wbg_now_01\0\0\
            \x07\x1e\x03\x06memory\x02\0\x06malloc\0\0\x08malloc_2\0\x01";
        let files = Files { wasm: wasm.to_vec(), script: SCRIPT.to_owned() };
        let files = shortened(files, "const { memory } = initSync();").unwrap();
        assert_eq!(
            files.wasm,
            b"\0asm\x01\0\0\0\x02\x07\x01\x01b\x01a\0\0\x07\x12\x03\x06memory\x02\0\x01a\0\0\x01b\0\x01"
        );
        assert!(files.script.contains("wasm.b(Date.now())") && !files.script.contains("malloc_2"), "{}", files.script);
    }

    #[test]
    fn no_two_short_names_are_alike() {
        let names: BTreeSet<String> = (0..5_000).map(short_name).collect();
        assert_eq!(names.len(), 5_000);
        assert_eq!([0, 25, 26, 51, 52, 53].map(short_name), ["a", "z", "A", "Z", "aa", "ba"]);
    }
}
