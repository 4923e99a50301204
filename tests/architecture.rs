//! Rules of the repository as tests: the core knows no browser, files stay short, styles and code name the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file.
const MAX_LINES: usize = 400;

/// Words of crates that only the views may use.
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

/// Classes that code names and no style sheet does, with the reason.
const UNSTYLED: [(&str, &str); 3] = [
    ("language-switch", "the masthead finds it again to keep the focus"),
    ("figure-drawing", "measured by its element, and named for whoever reads the page"),
    ("figure-data", "stands beside it and is named alike"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of these endings, as path from the top and text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "node_modules", "dist", ".git"].contains(&name.as_str()) {
                walk(&path, endings, out);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), endings, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        (name, text)
    };
    paths.into_iter().map(read).collect()
}

fn is_view(name: &str) -> bool {
    name.starts_with("src/ui/") || name == "src/main.rs"
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The names that follow each `mark` in a text.
fn names_after<'t>(text: &'t str, mark: &str) -> impl Iterator<Item = &'t str> {
    let starts: Vec<usize> = text.match_indices(mark).map(|(at, mark)| at + mark.len()).collect();
    starts.into_iter().map(move |at| {
        let rest = &text[at..];
        &rest[..rest.find(|c| !is_name_char(c)).unwrap_or(rest.len())]
    })
}

/// A text of Rust or CSS without its comments.
fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What stands between double quotes in Rust code.
fn strings(code: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let Some(len) = rest[start + 1..].find('"') else { break };
        out.push(&rest[start + 1..start + 1 + len]);
        rest = &rest[start + len + 2..];
    }
    out
}

/// The style sheets without their comments.
fn sheets() -> Vec<(String, String)> {
    files("src", &[".css"]).into_iter().map(|(name, text)| (name, without_comments(&text))).collect()
}

/// The selectors of a style sheet: what stands before each opening brace.
fn selectors(css: &str) -> String {
    let mut out = String::new();
    for part in css.split('{') {
        let start = part.rfind([';', '}']).map_or(0, |at| at + 1);
        out.push_str(&part[start..]);
        out.push('\n');
    }
    out
}

fn styled_classes() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for (name, css) in sheets() {
        for class in names_after(&selectors(&css), ".").filter(|c| c.starts_with(|c: char| c.is_ascii_alphabetic())) {
            out.entry(class.to_owned()).or_insert_with(|| name.clone());
        }
    }
    out
}

/// Rust code of the views and of what gives them classes, and the page around them.
fn markup() -> Vec<(String, String)> {
    let mut out: Vec<_> = files("src", &[".rs"]).into_iter().filter(|(name, _)| is_view(name)).collect();
    out.extend(files("src/layout", &["emphasis.rs"]));
    out.extend(files("src/scene", &["svg.rs"]));
    out.extend(files("src/export", &["print.rs", "handout.rs"]));
    out.extend(files("src/export/page", &[".rs"]));
    out.extend(files("", &["index.html"]).into_iter().filter(|(name, _)| name == "index.html"));
    out.into_iter().map(|(name, text)| (name, without_comments(&text))).collect()
}

#[test]
fn the_core_knows_no_browser() {
    for (name, text) in files("src", &[".rs"]).iter().filter(|(name, _)| !is_view(name)) {
        let code = without_comments(text);
        let mut words = code.split(|c: char| !is_name_char(c));
        assert_eq!(words.find(|word| BROWSER.contains(word)), None, "{name}");
    }
}

#[test]
fn the_core_reads_no_clock_and_no_random_number() {
    // A program around the core hands it what it reads.
    let is_core = |name: &str| !is_view(name) && !name.starts_with("src/bin/");
    for (name, text) in files("src", &[".rs"]).iter().filter(|(name, _)| is_core(name)) {
        for word in
            ["SystemTime", "Instant::now", "Utc::now", "Local::now", "rand::", "std::env", "std::fs", "std::net"]
        {
            assert!(!without_comments(text).contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn views_take_signals_from_one_place() {
    // What Leptos offers under the same names makes code anew for every type that is held.
    for (name, text) in files("src/ui", &[".rs"]) {
        assert!(name.ends_with("ui/signals.rs") || !text.contains("leptos::prelude"), "{name}: use crate::ui::signals");
    }
}

#[test]
fn no_file_is_longer_than_its_limit() {
    let all = ["src", "xtask/src", "tests", "benches", "examples"].map(|folder| files(folder, &[".rs", ".css"]));
    for (name, text) in all.iter().flatten() {
        assert!(text.lines().count() <= MAX_LINES, "{name}: {} lines", text.lines().count());
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (name, text) in ["src", "xtask/src", "tests", "benches", "examples"].iter().flat_map(|f| files(f, &[".rs"])) {
        let first = text.lines().next().unwrap_or_default();
        // A binary of one line has nothing to say.
        assert!(first.starts_with("//! ") || text.lines().count() <= 5, "{name}: {first}");
    }
}

#[test]
fn every_style_sheet_is_linked_by_the_page() {
    let page = fs::read_to_string(root().join("index.html")).expect("index.html is there");
    let links = names_in_links(&page);
    let all: BTreeSet<String> = files("src", &[".css"]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(links, all);
}

fn names_in_links(page: &str) -> BTreeSet<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.ends_with(".css")).map(str::to_owned).collect()
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab("];
    for (name, css) in sheets().into_iter().filter(|(name, _)| !name.ends_with("tokens.css")) {
        for value in css.split([';', '{', '}']).filter_map(|line| line.split_once(':')).map(|(_, value)| value) {
            let hex = names_after(value, "#")
                .find(|n| [3, 4, 6, 8].contains(&n.len()) && n.bytes().all(|b| b.is_ascii_hexdigit()));
            assert_eq!(hex, None, "{name}: {}", value.trim());
            assert_eq!(functions.iter().find(|f| value.contains(**f)), None, "{name}: {}", value.trim());
        }
    }
}

#[test]
fn every_design_token_used_is_declared() {
    let mut declared: BTreeSet<String> = BTreeSet::new();
    let mut used: Vec<(String, String)> = Vec::new();
    for (name, text) in sheets().into_iter().chain(markup()) {
        // A property may be declared by a style sheet, or set by a view: `--name: value`, `style:--name=value`.
        for (at, _) in text.match_indices("--") {
            let property = names_after(&text[at..], "--").next().unwrap_or_default();
            let after = text[at + 2 + property.len()..].trim_start();
            if !property.is_empty() && (after.starts_with(':') || after.starts_with('=')) {
                declared.insert(property.to_owned());
            }
        }
        used.extend(names_after(&text, "var(--").map(|token| (name.clone(), token.to_owned())));
    }
    // Tokens of numbered families are put together: `var(--region-{n})`.
    let is_family = |token: &str| token.is_empty() || token.ends_with('-');
    for (name, token) in &used {
        assert!(is_family(token) || declared.contains(token), "{name}: --{token} is nowhere declared");
    }
}

#[test]
fn every_class_in_the_code_is_in_a_style_sheet() {
    let styled = styled_classes();
    for (class, reason) in UNSTYLED {
        assert!(!styled.contains_key(class), "{class} is styled now, although {reason}");
    }
    for (name, text) in markup() {
        let quoted = names_of_classes(&text);
        for class in quoted.iter().flat_map(|value| value.split_whitespace()) {
            let known = styled.contains_key(class) || UNSTYLED.iter().any(|(known, _)| *known == class);
            // `figure--{}` ends in a name that is put in.
            let is_composed = class.contains(['{', '}']) || class.ends_with("--");
            assert!(known || is_composed, "{name}: no style sheet has .{class}");
        }
    }
}

/// The values of `class="…"` and `.class("…")`, and the names of `class:…=`.
fn names_of_classes(text: &str) -> Vec<String> {
    let written = text.match_indices("class=\"").chain(text.match_indices(".class(\""));
    let values = written.map(|(at, mark)| &text[at + mark.len()..]);
    let values = values.filter_map(|rest| rest.split('"').next()).map(str::to_owned);
    let toggled = text.match_indices(" class:").map(|(at, mark)| &text[at + mark.len()..]);
    let toggled = toggled.filter_map(|rest| rest.split('=').next()).map(str::to_owned);
    values.chain(toggled).collect()
}

#[test]
fn every_class_in_a_style_sheet_is_in_the_code() {
    let markup = markup();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let mut families: BTreeSet<&str> = BTreeSet::new();
    let toggled: Vec<String> = markup.iter().flat_map(|(_, text)| names_of_classes(text)).collect();
    for word in markup.iter().flat_map(|(_, text)| strings(text)).flat_map(str::split_whitespace) {
        named.insert(word);
        families.extend(word.split_once('{').map(|(family, _)| family).filter(|f| f.contains('-')));
    }
    named.extend(toggled.iter().flat_map(|value| value.split_whitespace()));
    for (class, sheet) in styled_classes() {
        let is_named = named.contains(class.as_str());
        // `table-{slug}` is put together.
        let is_composed = families.iter().any(|family| class.starts_with(family));
        assert!(is_named || is_composed, "{sheet}: nothing in the code has .{class}");
    }
}

#[test]
fn documents_name_no_folder_of_a_machine() {
    let mut documents = files("docs", &[".md", ".toml", ".json"]);
    documents.extend(
        ["README.md", "ARCHITECTURE.md"]
            .iter()
            .flat_map(|name| fs::read_to_string(root().join(name)).ok().map(|text| ((*name).to_owned(), text))),
    );
    documents.extend(files("src", &[".rs", ".css"]));
    documents.extend(files("xtask", &[".rs", ".md"]));
    for (name, text) in documents {
        for folder in [env!("CARGO_MANIFEST_DIR"), "/home/", "/Users/", "C:\\Users", "/tmp/"] {
            assert!(!text.contains(folder), "{name} names {folder}");
        }
    }
}

/// The driver hears of a new address after the page has it, so a test that reads it once may read the old one.
#[test]
fn browser_tests_wait_for_an_address() {
    for (name, text) in files("e2e/tests", &[".mjs"]) {
        let expectations = text.lines().filter(|line| line.trim_start().starts_with("expect("));
        for line in expectations {
            let of_what = line.split(").").next().unwrap_or_default();
            let reads_once = of_what.contains("parameter(") || of_what.contains("page.url()");
            assert!(!reads_once, "{name}: `{}` reads the address once; poll it", line.trim());
        }
    }
}
