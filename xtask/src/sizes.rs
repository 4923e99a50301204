//! The bytes a reader downloads, and the budget for them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrFail as _, Outcome};
use crate::fingerprint::collect_files;
use crate::table::{Table, grouped};

/// Brotli bytes of all wasm, dataset included, above which the check fails: what it weighs, and a little room.
const WASM_LIMIT: u64 = 403_000;
/// Brotli bytes of all wasm above which the check warns: where it should come to.
const WASM_WARNING: u64 = 220_000;

/// One file in its three forms.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints every file of a built site with its total, and holds the wasm to its budget.
///
/// A file without a compressed form counts with its raw bytes in every column.
///
/// # Errors
/// When the folder cannot be read or the wasm is over its limit.
pub(crate) fn print(dist: &Path) -> Outcome {
    let weights = weigh(dist)?;
    let mut table = Table::new(&["file", "raw", "gzip", "brotli"]);
    for weight in weights.iter().chain([&total(&weights)]) {
        let bytes = [weight.raw, weight.gzip, weight.brotli].map(grouped);
        table.row([weight.name.clone()].into_iter().chain(bytes));
    }
    print!("{table}");
    let wasm = weights.iter().filter(|weight| weight.name.ends_with(".wasm"));
    let wasm_brotli = wasm.map(|weight| weight.brotli).sum();
    judge(wasm_brotli).map(|verdict| println!("{verdict}"))
}

fn judge(wasm_brotli: u64) -> Outcome<String> {
    let bytes = grouped(wasm_brotli);
    let limit = grouped(WASM_LIMIT);
    if wasm_brotli > WASM_LIMIT {
        return Err(Failure::new(format!("the wasm is {bytes} bytes in brotli, over the limit of {limit}")));
    }
    if wasm_brotli > WASM_WARNING {
        let warning = grouped(WASM_WARNING);
        return Ok(format!("warning: the wasm is {bytes} bytes in brotli, over {warning} (limit {limit})"));
    }
    Ok(format!("wasm: {bytes} bytes in brotli (limit {limit})"))
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
    fn the_budget_warns_and_then_fails() {
        assert!(judge(WASM_WARNING).unwrap().starts_with("wasm:"));
        assert!(judge(WASM_WARNING + 1).unwrap().starts_with("warning:"));
        assert!(judge(WASM_LIMIT).unwrap().starts_with("warning:"));
        assert!(judge(WASM_LIMIT + 1).is_err());
    }
}
