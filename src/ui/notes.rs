//! Quiet notes and plain errors.

use super::app::{Failure, FetchProblem};
use super::dom::{El, el};
use super::state::AppState;
use crate::i18n::messages;
use crate::model::Locale;
use crate::route::Ignored;

/// Errors listed before the rest are only counted.
const MAX_ERRORS: usize = 20;

/// One line on the parts of the address that meant nothing.
pub(super) fn ignored_note(state: AppState) -> impl Fn() -> Option<El> {
    move || {
        let (versions, others): (Vec<Ignored>, Vec<Ignored>) =
            state.ignored.get().into_iter().partition(|part| part.key == "v");
        let short = |part: &Ignored| part.value.chars().take(40).collect::<String>();
        let parts: Vec<String> = others.iter().map(|part| [&part.key, "=", &short(part)].concat()).collect();
        let gone = versions.first().map(short);
        if parts.is_empty() && gone.is_none() {
            return None;
        }
        let dismiss = el("button")
            .attr("type", "button")
            .class("note-dismiss")
            .on("click", move |_| state.dismiss_ignored())
            .text(state.words().dismiss);
        let words = state.words();
        let mut text = if parts.is_empty() { String::new() } else { (words.ignored)(&parts.join(", ")) };
        if let Some(version) = gone {
            text.push_str(&(words.doors.version_gone)(&version, &state.dataset().info().version));
        }
        Some(el("p").class("note").attr("role", "note").text(text).child(dismiss))
    }
}

/// What is wrong with a dataset, where, and the way back.
pub(super) fn dataset_errors(failure: &Failure, locale: Locale) -> El {
    let words = messages(locale);
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("lang", locale.tag());
    }
    let lines = match failure {
        Failure::Fetch(address, why) => {
            let why = match why {
                FetchProblem::OtherSite => words.error_other_site.to_owned(),
                FetchProblem::Status(status) => (words.error_status)(*status),
                FetchProblem::NoReader => words.load.no_reader.to_owned(),
                FetchProblem::Unreadable => words.error_unreadable.to_owned(),
            };
            vec![(words.error_fetch)(address, &why)]
        }
        Failure::Dataset(errors) => errors.iter().take(MAX_ERRORS).cloned().collect(),
    };
    let more = match failure {
        Failure::Dataset(errors) if errors.len() > MAX_ERRORS => Some((words.error_more)(errors.len() - MAX_ERRORS)),
        Failure::Dataset(_) | Failure::Fetch(..) => None,
    };
    let lines = lines.into_iter().chain(more).map(|line| el("li").text(line));
    let back = el("a").attr("href", "./").text(words.error_back);
    let alert = el("div")
        .attr("role", "alert")
        .child(el("h1").text(words.error_title))
        .child(el("ul").children(lines))
        .child(el("p").text(words.error_advice))
        .child(el("p").child(back));
    el("main").class("dataset-errors").attr("lang", locale.tag()).child(alert)
}
