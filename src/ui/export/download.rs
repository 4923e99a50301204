//! The dialog of downloads: each format with all events and with those shown, and how many that is.

use crate::ui::signals::*;

use super::{files, with_excerpt};
use crate::export::{Scope, csv, file_name, ics, json};
use crate::query::eligible;
use crate::ui::dom::{El, el};
use crate::ui::live::told_line;
use crate::ui::state::AppState;

/// A kind of file.
#[derive(Clone, Copy)]
struct Format {
    /// Its name, the same in every language.
    name: &'static str,
    extension: &'static str,
    kind: &'static str,
}

const FORMATS: [Format; 3] = [
    Format { name: "CSV", extension: "csv", kind: "text/csv;charset=utf-8" },
    Format { name: "JSON", extension: "json", kind: "application/json" },
    Format { name: "ICS", extension: "ics", kind: "text/calendar;charset=utf-8" },
];

/// What stands in the dialog of downloads.
pub(in crate::ui) fn body(state: AppState) -> El {
    let words = state.words().export();
    let dataset = state.dataset();
    let told = RwSignal::new("");
    let headline = state.headline.with_untracked(crate::headline::Headline::text);
    let n_background = dataset.events().len() - eligible(&dataset, false).count();
    let about = [words.csv_what, words.json_what, words.ics_what];
    let formats = FORMATS.into_iter().zip(about).map(|(format, what)| row(state, format, what, told));
    let mut notes = vec![(words.download_shown_is)(&headline)];
    if n_background > 0 {
        notes.push((words.download_background)(n_background));
    }
    notes.push((words.download_says)(&dataset.info().version));
    el("div")
        .children(formats)
        .children(super::pictures::rows(state, told))
        .children((!super::whole_copy::is_copy()).then(|| super::whole_copy::row(state, told)))
        .child(told_line(state, told, "download-told"))
        .child(el("ul").class("download-notes").children(notes.into_iter().map(|note| el("li").text(note))))
}

fn row(state: AppState, format: Format, what: &'static str, told: RwSignal<&'static str>) -> El {
    let heading = el("div").child(el("h3").text(format.name)).child(el("p").class("download-what").text(what));
    let buttons = Scope::ALL.into_iter().map(|scope| {
        let words = state.words().export();
        let (label, n) = match scope {
            Scope::All => (words.download_all, state.dataset().events().len()),
            Scope::Shown => (words.download_shown, state.visible.with_untracked(|ids| ids.len())),
        };
        let label = label(n);
        el("button")
            .class("button")
            .attr("type", "button")
            .attr("aria-label", (words.download_name)(format.name, &label))
            .maybe_attr("disabled", (n == 0).then_some(""))
            .text(label)
            .on("click", move |_| told.set(save(state, format, scope)))
    });
    el("div").class("download-row").child(heading).child(el("div").class("download-choices").children(buttons))
}

/// Saves the file; what to tell the person.
fn save(state: AppState, format: Format, scope: Scope) -> &'static str {
    let words = state.words().export();
    let (text, name) = with_excerpt(state, scope, |excerpt| {
        let text = match format.extension {
            "csv" => csv(excerpt),
            "json" => json(excerpt),
            _ => ics(excerpt, state.locale.get_untracked()),
        };
        (text, file_name(excerpt.dataset, scope, format.extension))
    });
    if files::save(&text, format.kind, &name).is_ok() { words.saved } else { words.save_failed }
}
