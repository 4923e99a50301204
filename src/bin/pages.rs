//! Writes the pages that are served into a site that Trunk has built: `pages [folder]`.
//!
//! Trunk calls it after every build and names the folder in `TRUNK_STAGING_DIR`. `GSI_SITE_URL` says where the site will
//! stand; without it, the pages leave out what needs an absolute address.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use gsi_timeline::export::page::{Form, Page, Site, extras, file, page, shell};
use gsi_timeline::model::Locale;

/// The last rule of the sheet that comes later, by which the page knows that it came whole: `export/page/boot.js`.
const WHOLE: &str = ":root { --styled: whole; }\n";

fn main() -> ExitCode {
    let folder = env::args_os().nth(1).or_else(|| env::var_os("TRUNK_STAGING_DIR"));
    let Some(folder) = folder.map(PathBuf::from) else {
        eprintln!("usage: pages <folder of a built site>");
        return ExitCode::FAILURE;
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), String> {
    let dataset = gsi_timeline::data::parse(gsi_timeline::EMBEDDED_DATASET)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let site = match env::var("GSI_SITE_URL") {
        Ok(text) if !text.trim().is_empty() => Some(Site::new(&text).map_err(|why| format!("GSI_SITE_URL: {why}"))?),
        _ => None,
    };
    let mut files = shell(&read(folder, file(Form::Full, Locale::En))?)?;
    files.styles = one_style_sheet(folder, &files.styles, "")?;
    files.later = one_style_sheet(folder, &files.later, WHOLE)?;
    // Written beside them when the site is complete.
    files.classic = Some("./embed.js".to_owned());
    for form in Form::ALL {
        for locale in Locale::ALL {
            let text = page(&Page { dataset: &dataset, form, locale, files: &files, site: site.as_ref() });
            save(folder, file(form, locale), &text)?;
        }
    }
    // Links made for this version find it when it is no longer the newest.
    let versions = folder.join("versions");
    fs::create_dir_all(&versions).map_err(|why| format!("making {}: {why}", versions.display()))?;
    save(&versions, &format!("{}.json", dataset.info().version), gsi_timeline::EMBEDDED_DATASET)?;
    extras(&dataset, site.as_ref()).iter().try_for_each(|(name, text)| save(folder, name, text))
}

/// Puts style sheets behind each other into one file, and `last` behind them: one request instead of two dozen.
fn one_style_sheet(folder: &Path, names: &[String], last: &str) -> Result<Vec<String>, String> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = String::new();
    for name in names {
        all.push_str(&read(folder, name)?);
    }
    for name in names {
        fs::remove_file(folder.join(name)).map_err(|why| format!("removing {name}: {why}"))?;
    }
    all.push_str(last);
    let name = format!("style-{:016x}.css", fingerprint(&all));
    save(folder, &name, &all)?;
    Ok(vec![format!("./{name}")])
}

/// FNV-1a: a name that changes with the content.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn read(folder: &Path, name: &str) -> Result<String, String> {
    fs::read_to_string(folder.join(name)).map_err(|why| format!("reading {name}: {why}"))
}

fn save(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    fs::write(folder.join(name), text).map_err(|why| format!("writing {name}: {why}"))
}
