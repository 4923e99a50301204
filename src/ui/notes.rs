//! Quiet notes and plain errors.

use leptos::prelude::*;

use super::app::{Failure, FetchProblem};
use super::state::AppState;
use crate::i18n::{dataset_error, messages};
use crate::model::Locale;

/// Errors listed before the rest are only counted.
const MAX_ERRORS: usize = 20;

/// One line on the parts of the address that meant nothing.
#[component]
pub(super) fn IgnoredNote() -> impl IntoView {
    let state = AppState::expect();
    let text = move || {
        let parts: Vec<String> = state.ignored.with(|list| {
            list.iter()
                .map(|part| format!("{}={}", part.key, part.value.chars().take(40).collect::<String>()))
                .collect()
        });
        (state.words().ignored)(&parts.join(", "))
    };
    view! {
        <Show when=move || state.ignored.with(|list| !list.is_empty())>
            <p class="note" role="status">
                {text}
                <button type="button" class="note-dismiss" on:click=move |_| state.dismiss_ignored()>
                    {state.words().dismiss}
                </button>
            </p>
        </Show>
    }
}

/// What is wrong with a dataset, where, and the way back.
#[component]
pub(super) fn DatasetErrors(failure: Failure, locale: Locale) -> impl IntoView {
    let words = messages(locale);
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("lang", locale.tag());
    }
    let lines = match &failure {
        Failure::Fetch(address, why) => {
            let why = match why {
                FetchProblem::OtherSite => words.error_other_site.to_owned(),
                FetchProblem::Status(status) => (words.error_status)(*status),
                FetchProblem::Unreadable => words.error_unreadable.to_owned(),
            };
            vec![(words.error_fetch)(address, &why)]
        }
        Failure::Dataset(errors) => errors.iter().take(MAX_ERRORS).map(|e| dataset_error(e, locale)).collect(),
    };
    let more = match &failure {
        Failure::Dataset(errors) if errors.len() > MAX_ERRORS => Some((words.error_more)(errors.len() - MAX_ERRORS)),
        Failure::Dataset(_) | Failure::Fetch(..) => None,
    };
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <main class="dataset-errors" lang=locale.tag()>
            <div role="alert">
            <h1>{words.error_title}</h1>
            <ul>{lines}{more.map(|more| view! { <li>{more}</li> })}</ul>
            <p>{words.error_advice}</p>
            <p><a href="./">{words.error_back}</a></p>
            </div>
        </main>
    }
}
