//! Cuts the program of a release into files: what the first view needs, and chunks that are loaded when asked for.
//!
//! The places to cut are functions that `src/ui/lazy/chunks.rs` marks. wasm-split follows what they reach and the
//! rest does not, code and data alike, and moves it; wasm-bindgen then binds what is left. All files share one memory
//! and one table of functions. Trunk knows none of this: it builds the page around the program in one piece, which is
//! replaced here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::fingerprint::{Fingerprint, collect_files};
use crate::glue;
use crate::order;
use crate::project::Project;
use crate::task::Task;

/// The variable by which the program's build script prepares it to be cut.
pub(crate) const VARIABLE: &str = "GSI_SPLIT";

/// The program's name, in cargo and in the names of its files.
pub(crate) const PROGRAM: &str = "gsi-timeline";

/// Where cargo leaves it, below its target folder.
const LINKED: &str = "wasm32-unknown-unknown/release/gsi-timeline.wasm";

/// The chunks that some first views wait for: what a narrow window shows, and what an address that seeks something is
/// answered with. A page has a list for each, with the chunks that it shares with others.
pub(crate) const ALSO: [&str; 2] = ["narrow", "texts"];

/// The script that loads chunks, as wasm-split calls it.
const LOADER: &str = "__wasm_split.js";

/// Shortens a wasm file for brotli. Nothing stands in the lowest kilobyte of memory but the end of the stack, so no
/// address is the sum of a small number and one below it. What is called in one place only stays a function of its own
/// where it is long. How an address is aligned is a hint that means nothing to what a program does, and differs where
/// the rest of a place is alike: each says the least. Names are kept for the next step.
const SHRINK: &str = "--shrink-level 2 --low-memory-unused --one-caller-inline-max-function-size 20 --dealign \
                      --reorder-functions-by-name --debuginfo --output";

/// Puts its functions in the order of the names that `order.rs` gives them, and writes it as shortly as before. What
/// tells of names and tools is of no use to a browser.
const ARRANGE: &str = "wasm-opt --reorder-functions-by-name --generate-stack-ir --optimize-stack-ir \
                       --strip-debug --strip-producers --strip-target-features --output";

/// What stands before that, since it sets the other level too: what was found to pack best, of the first file and of
/// the chunks.
const OF_FIRST: &str = "wasm-opt -O2";
const OF_CHUNKS: &str = "wasm-opt -O3";

/// Shortens a module, whose names nothing else knows.
const MINIFY: &str = "node e2e/node_modules/terser/bin/terser --module --compress --mangle --ecma 2022";

/// What its name in the site ends with.
const LOAD: &str = "-load.js";

/// How wasm-split has a chunk started.
const STARTED: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// How it is started here: an answer that is no chunk is named, and one of another type than wasm will do.
const STARTED_HERE: &str = "started(src, imports)";
const START: &str =
    "// Many frames that start together share one download; where the browser cannot keep it, all but one of them fail.
function fetch(address) {
    return globalThis.fetch(address).catch(() => globalThis.fetch(address, { cache: 'no-store' }));
}
async function started(src, imports) {
    const answer = await src;
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
";

/// Replaces the program in `dist/` by its parts.
///
/// # Errors
/// When a tool fails, or its output is not as expected.
pub(crate) fn split(project: &Project) -> Outcome {
    let work = project.state_file("split")?;
    empty(&work)?;
    let (cut, bound) = (work.join("cut"), work.join("bound"));
    let linked = target_folder(project).join(LINKED);
    let linked = fs::read(&linked).or_fail(|| format!("reading {}", linked.display()))?;
    let whole = work.join(format!("{PROGRAM}.wasm"));
    fs::write(&whole, glue::without_descriptions(&linked)?).or_fail(|| format!("writing {}", whole.display()))?;
    Task::line(project, "wasm-split-cli --target web --out-name")?.arg(PROGRAM).arg(&whole).arg(&cut).run()?;
    Task::line(project, "wasm-bindgen --target web --no-typescript --keep-lld-exports --out-name")?
        .args([PROGRAM, "--out-dir"])
        .args([&bound, &cut.join(format!("{PROGRAM}.wasm"))])
        .run()?;
    for file in listed(&cut)? {
        if name(&file) != format!("{PROGRAM}.wasm") {
            copy(&file, &bound.join(name(&file)))?;
        }
    }
    let loader = bound.join(LOADER);
    let loader = fs::read_to_string(&loader).or_fail(|| format!("reading {}", loader.display()))?;
    glue::drop_unused(&bound, PROGRAM, &loader)?;
    for file in listed(&bound)?.iter().filter(|file| name(file).ends_with(".wasm")) {
        let tool = if name(file).starts_with(PROGRAM) { OF_FIRST } else { OF_CHUNKS };
        Task::line(project, &[tool, SHRINK].join(" "))?.args([file, file]).run()?;
        let named = order::named_by_likeness(&fs::read(file).or_fail(|| format!("reading {}", file.display()))?)?;
        fs::write(file, named).or_fail(|| format!("writing {}", file.display()))?;
        Task::line(project, ARRANGE)?.args([file, file]).run()?;
    }
    glue::shorten(&bound, PROGRAM, &loader)?;
    // One number for all of them: a chunk fits only the program it was cut from.
    let stem = format!("{PROGRAM}-{}", Fingerprint::of(&bound, &["."])?);
    install(&bound, &project.dist(), &stem)
}

/// Puts the parts into the site under names that change with them, and has pages and parts refer to those.
fn install(bound: &Path, dist: &Path, stem: &str) -> Outcome {
    let old = old_stem(dist)?;
    for file in [format!("{old}.js"), format!("{old}_bg.wasm")] {
        let file = dist.join(file);
        fs::remove_file(&file).or_fail(|| format!("removing {}", file.display()))?;
    }
    let parts = listed(bound)?;
    let names: Vec<(String, String)> = parts.iter().map(|part| (name(part), name_in_site(&name(part), stem))).collect();
    for (part, (_, new)) in parts.iter().zip(&names) {
        let target = dist.join(new);
        if new.ends_with(".js") {
            let mut text = fs::read_to_string(part).or_fail(|| format!("reading {}", part.display()))?;
            if new.ends_with(LOAD) {
                text = told_of_failures(&text)?;
            }
            // What the wasm calls the loader by is a key and stays; addresses of modules and files change.
            for (old, new) in &names {
                for (before, after) in [("from \"./", "\""), ("new URL(\"./", "\""), ("new URL('", "'")] {
                    text = text.replace(&format!("{before}{old}{after}"), &format!("{before}{new}{after}"));
                }
            }
            fs::write(&target, text).or_fail(|| format!("writing {}", target.display()))?;
        } else {
            copy(part, &target)?;
        }
    }
    let loader = fs::read_to_string(bound.join(LOADER)).or_fail(|| format!("reading {LOADER}"))?;
    let lists: String = ALSO.iter().map(|chunk| list(chunk, &loader, stem)).collect();
    let mut pages = listed(dist)?;
    pages.retain(|file| name(file).ends_with(".html"));
    for page in pages {
        let text = fs::read_to_string(&page).or_fail(|| format!("reading {}", page.display()))?;
        let text = text.replace(&old, stem).replacen("\"wasm\": ", &format!("{lists}\"wasm\": "), 1);
        fs::write(&page, text).or_fail(|| format!("writing {}", page.display()))?;
    }
    Ok(())
}

/// `gsi-timeline-0123.js` of `gsi-timeline.js`, and so on for each kind of part.
fn name_in_site(part: &str, stem: &str) -> String {
    if part == LOADER {
        return format!("{stem}{LOAD}");
    }
    match part.strip_prefix(PROGRAM) {
        Some(rest) => format!("{stem}{rest}"),
        // `split_charts.wasm`, `chunk_3.wasm`.
        None => format!("{stem}-{}", part.trim_start_matches("split_").replace("chunk_", "shared-")),
    }
}

/// The loader with our way of starting a chunk.
fn told_of_failures(loader: &str) -> Outcome<String> {
    if !loader.contains(STARTED) {
        return Err(Failure::new("wasm-split writes another loader than this knows how to change"));
    }
    Ok(loader.replace(STARTED, STARTED_HERE) + START)
}

/// What the list of a chunk begins with in a page; it ends with a bracket.
pub(crate) fn list_begin(chunk: &str) -> String {
    format!("\"{chunk}\": [")
}

/// The list of a chunk for a page, which asks for it with the program: from that it would otherwise learn of it. The
/// loader says above each shared chunk who needs it.
fn list(chunk: &str, loader: &str, stem: &str) -> String {
    let shared = loader.split("/* ").skip(1).filter_map(|after| {
        let (users, rest) = after.split_once(" */")?;
        users.split(", ").any(|user| user == chunk).then_some(())?;
        rest.split("new URL(\"./").nth(1)?.split('"').next().map(str::to_owned)
    });
    let parts = shared.chain([format!("split_{chunk}.wasm")]);
    let parts: Vec<String> = parts.map(|part| format!("\"./{}\"", name_in_site(&part, stem))).collect();
    format!("{}{}], ", list_begin(chunk), parts.join(", "))
}

/// Shortens the program's two scripts.
///
/// # Errors
/// When a script is missing, or terser fails.
pub(crate) fn minify(project: &Project) -> Outcome {
    let dist = project.dist();
    let stem = old_stem(&dist)?;
    for script in [format!("{stem}.js"), format!("{stem}{LOAD}")] {
        let script = dist.join(script);
        Task::line(project, MINIFY)?.arg("--output").args([&script, &script]).run()?;
    }
    Ok(())
}

/// What the names of the program's files in the site begin with.
fn old_stem(dist: &Path) -> Outcome<String> {
    let names = listed(dist)?;
    let mut stems = names.iter().filter_map(|file| Some(name(file).strip_suffix("_bg.wasm")?.to_owned()));
    match (stems.next(), stems.next()) {
        (Some(stem), None) => Ok(stem),
        _ => Err(Failure::new(format!("{} should hold one program", dist.display()))),
    }
}

/// Where cargo writes, as cargo itself finds it.
fn target_folder(project: &Project) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), |folder| project.root().join(folder))
}

fn listed(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect_files(folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).or_fail(|| format!("copying {}", from.display())).map(|_| ())
}

fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).or_fail(|| format!("removing {}", folder.display()))?;
    }
    fs::create_dir_all(folder).or_fail(|| format!("making {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    #[test]
    fn parts_take_the_place_of_the_program_and_name_each_other() {
        let folder = TempFolder::new("split");
        folder.write("dist/gsi-timeline-0aa.js", "whole");
        folder.write("dist/gsi-timeline-0aa_bg.wasm", "whole");
        folder.write(
            "dist/index.html",
            "({\"module\": \"./gsi-timeline-0aa.js\", \"wasm\": \"./gsi-timeline-0aa_bg.wasm\"});",
        );
        folder.write(
            "bound/gsi-timeline.js",
            "from \"./__wasm_split.js\"; new URL('gsi-timeline_bg.wasm'); \"./__wasm_split.js\": import1",
        );
        folder.write("bound/gsi-timeline_bg.wasm", "first");
        folder.write(
            "bound/__wasm_split.js",
            "from \"./gsi-timeline.js\"; new URL(\"./split_charts.wasm\") /* narrow, charts */ new URL(\"./chunk_3.wasm\")\n\
             WebAssembly.instantiateStreaming(src, imports)\n",
        );
        folder.write("bound/split_charts.wasm", "charts");
        folder.write("bound/split_narrow.wasm", "narrow");
        folder.write("bound/split_texts.wasm", "texts");
        folder.write("bound/chunk_3.wasm", "shared");
        let dist = folder.path().join("dist");
        install(&folder.path().join("bound"), &dist, "gsi-timeline-1bb").unwrap();
        let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();
        let names: Vec<String> = listed(&dist).unwrap().iter().map(|file| name(file)).collect();
        assert_eq!(
            names,
            [
                "gsi-timeline-1bb-charts.wasm",
                "gsi-timeline-1bb-load.js",
                "gsi-timeline-1bb-narrow.wasm",
                "gsi-timeline-1bb-shared-3.wasm",
                "gsi-timeline-1bb-texts.wasm",
                "gsi-timeline-1bb.js",
                "gsi-timeline-1bb_bg.wasm",
                "index.html",
            ]
        );
        assert_eq!(read("gsi-timeline-1bb_bg.wasm"), "first");
        assert_eq!(
            read("gsi-timeline-1bb.js"),
            "from \"./gsi-timeline-1bb-load.js\"; new URL('gsi-timeline-1bb_bg.wasm'); \"./__wasm_split.js\": import1"
        );
        assert_eq!(
            read("gsi-timeline-1bb-load.js"),
            "from \"./gsi-timeline-1bb.js\"; new URL(\"./gsi-timeline-1bb-charts.wasm\") \
             /* narrow, charts */ new URL(\"./gsi-timeline-1bb-shared-3.wasm\")\nstarted(src, imports)\n"
                .to_owned()
                + START
        );
        assert_eq!(
            read("index.html"),
            "({\"module\": \"./gsi-timeline-1bb.js\", \"narrow\": [\"./gsi-timeline-1bb-shared-3.wasm\", \
             \"./gsi-timeline-1bb-narrow.wasm\"], \"texts\": [\"./gsi-timeline-1bb-texts.wasm\"], \"wasm\": \"./gsi-timeline-1bb_bg.wasm\"});"
        );
    }
}
