//! Counts the embedded dataset for the README: prints the tables, or with `--write` puts them between its markers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use gsi_timeline::model::{Dataset, Event, Precision};

/// Begins the part of the README that this program owns.
const START: &str = "<!-- stats:start -->";

/// Ends it.
const END: &str = "<!-- stats:end -->";

fn main() -> ExitCode {
    let dataset = match gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET) {
        Ok(dataset) => dataset,
        Err(errors) => {
            errors.iter().for_each(|error| eprintln!("{error}"));
            return ExitCode::FAILURE;
        }
    };
    let tables = tables(&dataset);
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => print!("{tables}"),
        ["--write"] => match write(&tables) {
            Ok(said) => println!("{said}"),
            Err(said) => {
                eprintln!("{said}");
                return ExitCode::FAILURE;
            }
        },
        _ => {
            eprintln!("usage: stats [--write]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn write(tables: &str) -> Result<String, String> {
    let path = readme();
    let text = std::fs::read_to_string(&path).map_err(|e| format!("README.md: {e}"))?;
    let new = replaced(&text, tables).ok_or_else(|| format!("README.md has no {START} … {END}; nothing written"))?;
    if new == text {
        return Ok("README.md: already so".to_owned());
    }
    std::fs::write(&path, new).map_err(|e| format!("README.md: {e}"))?;
    Ok("README.md: rewritten".to_owned())
}

/// Where the README is.
pub fn readme() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "README.md"].iter().collect()
}

/// The README with these tables between its markers, or `None` where it has no markers.
pub fn replaced(readme: &str, tables: &str) -> Option<String> {
    let start = readme.find(START)? + START.len();
    let end = start + readme[start..].find(END)?;
    Some(format!("{}\n\n{}\n\n{}", &readme[..start], tables.trim(), &readme[end..]))
}

/// All tables as Markdown.
pub fn tables(dataset: &Dataset) -> String {
    let events = dataset.events();
    let taxonomy = dataset.taxonomy();
    let n_background = events.iter().filter(|e| e.background).count();
    let count = |test: &dyn Fn(&Event) -> bool| events.iter().filter(|e| test(e)).count();
    let mut out = String::new();
    let totals = [
        ("Events", events.len()),
        ("of them background", n_background),
        ("Joint statements with the partner's wording", count(&|e| e.stance.is_some())),
        ("Events with a link cited for them", count(&|e| !e.links.is_empty())),
        ("Figures", dataset.figures().len()),
    ];
    let version = dataset.info().version.as_str();
    table(&mut out, &[&format!("Dataset {version}"), ""], totals.map(|(name, n)| row(name, &[n])));

    let kinds = taxonomy.kind_ids().map(|k| {
        let label = &taxonomy.kind(k).label;
        row(&format!("{} {}", label.en, label.zh), &[count(&|e| e.kind == k)])
    });
    table(&mut out, &["Kind", "Events"], kinds);

    let regions = taxonomy.region_ids().map(|r| {
        let label = &taxonomy.region(r).label;
        row(&format!("{} {}", label.en, label.zh), &[count(&|e| e.regions.contains(&r))])
    });
    table(&mut out, &["Region (an event counts once in each of its regions)", "Events"], regions);

    // By the start of the date, at the precision of its less exact end.
    let mut years: BTreeMap<i32, [usize; 3]> = BTreeMap::new();
    for event in events {
        let precision = Precision::ALL.iter().position(|p| *p == event.date.precision()).unwrap_or_default();
        years.entry(event.date.anchor().year()).or_default()[precision] += 1;
    }
    let mut sums = [0; 4];
    let mut rows = Vec::new();
    for (year, by) in &years {
        let cells = [by[0], by[1], by[2], by.iter().sum()];
        sums.iter_mut().zip(cells).for_each(|(sum, n)| *sum += n);
        rows.push(row(&year.to_string(), &cells));
    }
    rows.push(row("All", &sums));
    let heads = Precision::ALL.map(|p| format!("Known to the {}", p.slug()));
    table(&mut out, &["Year of the start", &heads[0], &heads[1], &heads[2], "Events"], rows);
    out.trim_end().to_owned() + "\n"
}

fn row(name: &str, numbers: &[usize]) -> Vec<String> {
    let numbers = numbers.iter().map(usize::to_string);
    std::iter::once(name.to_owned()).chain(numbers).collect()
}

/// A table whose first column is words and whose others are numbers.
fn table(out: &mut String, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    let _ = writeln!(out, "| {} |", head.join(" | "));
    let _ = writeln!(out, "|---|{}", "---:|".repeat(head.len() - 1));
    for cells in rows {
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out.push('\n');
}
