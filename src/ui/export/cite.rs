//! The dialog of citations: what, in which form, the text, and one press that copies it.

use crate::ui::signals::*;

use super::{DATASET, EVENT, Exports, VIEW, button, files, with_excerpt};
use crate::export::{CiteFormat, Cited, Scope, citation_key, cite};
use crate::ui::copy::copy;
use crate::ui::dom::{El, el, live_flag, live_string};
use crate::ui::live::told_line;
use crate::ui::state::AppState;

/// The field of the text.
const FIELD: &str = "cite-text";

/// What stands in the dialog of citations.
pub(in crate::ui) fn body(state: AppState, exports: Exports) -> El {
    let words = state.words().export();
    let told = RwSignal::new("");
    let has_event = state.selected.get_untracked().is_some();
    let whats = [(EVENT, words.cite_event), (VIEW, words.cite_view), (DATASET, words.cite_dataset_whole)];
    let whats = whats.into_iter().filter(|(place, _)| has_event || *place != EVENT);
    let formats =
        CiteFormat::ALL.into_iter().enumerate().map(|(place, format)| (place, (words.cite_format_name)(format)));
    let field = el("textarea")
        .class("cite-text")
        .attr("id", FIELD)
        .attr("readonly", "")
        .attr("rows", "9")
        .attr("spellcheck", "false")
        .attr("lang", state.locale.get_untracked().tag())
        .attr("aria-label", words.cite_text)
        .attr("data-wraps", live_flag(move || wraps(chosen_format(exports))))
        .property("value", live_string(move || Some(citation(state, exports).0)));
    let copy_button = button("button button--main", words.copy).attr("autofocus", "").on("click", move |_| {
        copy(untrack(|| citation(state, exports).0), FIELD, [words.copied, words.copy_by_hand], told);
    });
    let save = move || {
        chosen_format(exports).extension().map(|extension| {
            button("button", words.save_file).on("click", move |_| {
                let (text, key) = untrack(|| citation(state, exports));
                let saved = files::save(&text, "text/plain;charset=utf-8", &format!("{key}.{extension}"));
                told.set(if saved.is_ok() { words.saved } else { words.save_failed });
            })
        })
    };
    let status = told_line(state, told, "cite-told");
    el("div")
        .child(choice("cite-what", words.cite_what, whats, exports.cited, told))
        .child(choice("cite-format", words.cite_format, formats, exports.format, told))
        .child(field)
        .child(el("div").class("cite-actions").child(copy_button).block(save).child(status))
}

/// Words of a sentence break where they must; lines of records stay lines.
fn wraps(format: CiteFormat) -> bool {
    matches!(format, CiteFormat::Plain | CiteFormat::Gbt7714)
}

fn chosen_format(exports: Exports) -> CiteFormat {
    CiteFormat::ALL[exports.format.get().min(CiteFormat::ALL.len() - 1)]
}

/// The citation as chosen, and its key.
fn citation(state: AppState, exports: Exports) -> (String, String) {
    let cited = match (exports.cited.get(), state.selected.get()) {
        (EVENT, Some(id)) => Cited::Event(id),
        (DATASET, _) => Cited::Dataset,
        _ => Cited::View,
    };
    let locale = state.locale.get_untracked();
    with_excerpt(state, Scope::Shown, |excerpt| {
        (cite(cited, excerpt, chosen_format(exports), locale), citation_key(cited, excerpt))
    })
}

/// One of several, as radio buttons; another choice takes back what was told of the last.
fn choice(
    name: &'static str,
    legend: &'static str,
    options: impl Iterator<Item = (usize, &'static str)>,
    chosen: RwSignal<usize>,
    told: RwSignal<&'static str>,
) -> El {
    let options = options.map(|(place, label)| {
        let input = el("input").attr("type", "radio").attr("name", name).checked(move || chosen.get() == place).on(
            "change",
            move |_| {
                chosen.set(place);
                told.set("");
            },
        );
        el("label").class("cite-option").child(input).text(label)
    });
    el("fieldset").class("cite-choice").child(el("legend").text(legend)).children(options)
}
