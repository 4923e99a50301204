//! The bytes a reader downloads, and the budget for them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::fingerprint::collect_files;
use crate::split::{ALSO, list_begin};
use crate::table::{Table, grouped};

/// Something whose brotli bytes are held to a limit.
struct Budget {
    name: &'static str,
    /// The check fails above it: what it weighs, and a little room.
    limit: u64,
    /// The check warns above it: where it should come to.
    aim: u64,
}

/// The page, and all that the browser loads before the first view stands.
const FIRST_VIEW: Budget = Budget { name: "first view", limit: 204_600, aim: 129_000 };

/// All wasm, what is loaded only when it is asked for included.
const PROGRAM: Budget = Budget { name: "program", limit: 482_200, aim: 180_000 };

/// The page that the first view is counted from.
const PAGE: &str = "index.html";

/// What a page names and does not load by itself: the program once more as one script, for where files are refused.
const OTHERWISE: &str = "embed.js";

/// Before the style sheet that a page names for its program, which asks for it later.
const STYLE_LATER: &str = "\"later\": \"";

/// One file in its three forms.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints every file of a built site with its total, and holds program and first view to their budgets.
///
/// A file without a compressed form counts with its raw bytes in every column.
///
/// # Errors
/// When the folder cannot be read, or something is over its limit.
pub(crate) fn print(dist: &Path) -> Outcome {
    let weights = weigh(dist)?;
    let mut table = Table::new(&["file", "raw", "gzip", "brotli"]);
    for weight in weights.iter().chain([&total(&weights)]) {
        let bytes = [weight.raw, weight.gzip, weight.brotli].map(grouped);
        table.row([weight.name.clone()].into_iter().chain(bytes));
    }
    print!("{table}");
    let of = |is_of: &dyn Fn(&Weight) -> bool| weights.iter().filter(|w| is_of(w)).map(|w| w.brotli).sum();
    let first = first_view(dist, &weights)?;
    let judged = [
        judge(&FIRST_VIEW, of(&|weight| first.contains(&weight.name))),
        judge(&PROGRAM, of(&|weight| weight.name.ends_with(".wasm"))),
    ];
    // Both are told, whichever of them fails.
    judged.iter().flatten().for_each(|verdict| println!("{verdict}"));
    judged.into_iter().collect::<Outcome<Vec<_>>>().map(|_| ())
}

/// The page and what it loads: the files it names, and the scripts that its scripts import.
fn first_view(dist: &Path, weights: &[Weight]) -> Outcome<Vec<String>> {
    let read = |name: &str| fs::read_to_string(dist.join(name)).or_fail(|| format!("reading {name}"));
    let is_loaded =
        |name: &str| [".js", ".css", ".wasm", ".svg"].iter().any(|end| name.ends_with(end)) && name != OTHERWISE;
    // What only a narrow window loads, or an address that seeks something, is counted apart.
    let page = ALSO.iter().fold(read(PAGE)?, |page, chunk| without(&page, &list_begin(chunk), "]"));
    let page = without(&page, STYLE_LATER, "\"");
    let mut names = vec![PAGE.to_owned()];
    names.extend(weights.iter().map(|w| w.name.clone()).filter(|name| is_loaded(name) && page.contains(name.as_str())));
    let scripts: Vec<String> = names.iter().filter(|name| name.ends_with(".js")).cloned().collect();
    for script in scripts {
        let text = read(&script)?;
        let imported =
            |name: &String| ["from\"", "from \""].iter().any(|from| text.contains(&format!("{from}./{name}\"")));
        names.extend(weights.iter().map(|w| w.name.clone()).filter(imported));
    }
    names.sort();
    names.dedup();
    Ok(names)
}

/// A text without what stands between two marks.
fn without(text: &str, begin: &str, end: &str) -> String {
    let Some((before, after)) = text.split_once(begin) else { return text.to_owned() };
    before.to_owned() + after.split_once(end).map_or(after, |(_, rest)| rest)
}

fn judge(budget: &Budget, brotli: u64) -> Outcome<String> {
    let Budget { name, limit, aim } = budget;
    let (bytes, most) = (grouped(brotli), grouped(*limit));
    if brotli > *limit {
        return Err(Failure::new(format!("{name}: {bytes} bytes in brotli, over the limit of {most}")));
    }
    let aim = if brotli > *aim { format!(", aim {}", grouped(*aim)) } else { String::new() };
    Ok(format!("{name}: {bytes} bytes in brotli (limit {most}{aim})"))
}

fn weigh(dist: &Path) -> Outcome<Vec<Weight>> {
    let mut files = Vec::new();
    collect_files(dist, &mut files)?;
    if files.is_empty() {
        return Err(Failure::new(format!(
            "nothing to weigh: {} is empty or missing; `cargo xtask build` writes dist/",
            dist.display()
        )));
    }
    files.sort();
    files.iter().filter(|file| !is_compressed(file)).map(|file| weight(dist, file)).collect()
}

fn weight(dist: &Path, file: &Path) -> Outcome<Weight> {
    let raw = fs::metadata(file).or_fail(|| format!("reading {}", file.display()))?.len();
    let compressed = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        fs::metadata(PathBuf::from(name)).map_or(raw, |metadata| metadata.len())
    };
    let name = file.strip_prefix(dist).unwrap_or(file);
    Ok(Weight { name: name.to_string_lossy().into_owned(), raw, gzip: compressed(".gz"), brotli: compressed(".br") })
}

fn is_compressed(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

fn total(weights: &[Weight]) -> Weight {
    let sum = |bytes: fn(&Weight) -> u64| weights.iter().map(bytes).sum();
    Weight {
        name: format!("total of {} files", weights.len()),
        raw: sum(|weight| weight.raw),
        gzip: sum(|weight| weight.gzip),
        brotli: sum(|weight| weight.brotli),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    #[test]
    fn compressed_forms_are_columns_and_not_rows() {
        let folder = TempFolder::new("weights");
        folder.write("app.wasm", [0; 100]);
        folder.write("app.wasm.br", [0; 30]);
        folder.write("app.wasm.gz", [0; 40]);
        folder.write("image.png", [0; 7]);
        let weights = weigh(folder.path()).unwrap();
        let names: Vec<_> = weights.iter().map(|weight| &weight.name).collect();
        assert_eq!(names, ["app.wasm", "image.png"]);
        let total = total(&weights);
        assert_eq!((total.raw, total.gzip, total.brotli), (107, 47, 37));
    }

    #[test]
    fn the_first_view_is_the_page_and_what_it_loads() {
        let folder = TempFolder::new("first-view");
        let page = "a-1.js \"narrow\": [\"./a-1-narrow.wasm\"], \"texts\": [\"./a-1-texts.wasm\"], \"later\": \"./style-3.css\", a-1_bg.wasm style-2.css embed.js \
                    events.json";
        folder.write("index.html", page);
        folder.write("a-1.js", "import*as b from\"./a-1-load.js\";new URL(\"./a-1_bg.wasm\")");
        folder.write("a-1-load.js", "import { c } from \"./a-1.js\"\nnew URL(\"./a-1-rest.wasm\")");
        for other in [
            "a-1_bg.wasm",
            "a-1-rest.wasm",
            "a-1-narrow.wasm",
            "a-1-texts.wasm",
            "style-2.css",
            "style-3.css",
            "embed.js",
            "events.json",
            "embed.html",
        ] {
            folder.write(other, "x");
        }
        let names = first_view(folder.path(), &weigh(folder.path()).unwrap()).unwrap();
        assert_eq!(names, ["a-1-load.js", "a-1.js", "a-1_bg.wasm", "index.html", "style-2.css"]);
    }

    #[test]
    fn a_budget_warns_and_then_fails() {
        let budget = Budget { name: "it", limit: 2_000, aim: 1_000 };
        assert_eq!(judge(&budget, 1_000), Ok("it: 1,000 bytes in brotli (limit 2,000)".to_owned()));
        assert_eq!(judge(&budget, 2_000), Ok("it: 2,000 bytes in brotli (limit 2,000, aim 1,000)".to_owned()));
        assert!(judge(&budget, 2_001).is_err());
    }
}
