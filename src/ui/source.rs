//! The document the events come from: its contents with their events, its figures, and the dataset to take away.

use leptos::prelude::*;

use super::state::AppState;
use crate::headline::account;
use crate::i18n::{DateStyle, date_words, number_words};

/// Element id of a section of the source, for links from cards.
pub(super) fn section_anchor(number: &str) -> String {
    format!("section-{number}")
}

/// The panel at the foot of the page.
#[component]
pub(super) fn SourcePanel() -> impl IntoView {
    let state = AppState::expect();
    let text = {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let source = &dataset.info().source;
        let date = date_words(source.date, locale, DateStyle::Full);
        (state.words().source_text)(source.publisher.get(locale), source.title.get(locale), &date)
    };
    let sections = {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let sections = dataset.info().source.sections.iter().map(|section| {
            view! {
                <tr id=section_anchor(&section.number) tabindex="-1">
                    <td class="source-number">{section.number.clone()}</td>
                    <td>{section.title.get(locale).clone()}</td>
                    <td class="source-page">{section.page}</td>
                </tr>
            }
        });
        sections.collect_view()
    };
    let figures = {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let figures = dataset.figures().iter().map(|figure| {
            let value = match locale {
                crate::model::Locale::En => format!("{} {}", number_words(figure.value), figure.unit.get(locale)),
                crate::model::Locale::Zh => format!("{}{}", number_words(figure.value), figure.unit.get(locale)),
            };
            view! {
                <tr>
                    <td class="source-value">{value}</td>
                    <td>{figure.label.get(locale).clone()}</td>
                    <td class="source-date">{date_words(figure.date, locale, DateStyle::Full)}</td>
                    <td class="source-number">{format!("§ {}", dataset.section(figure.section).number)}</td>
                </tr>
            }
        });
        figures.collect_view()
    };
    let has_figures = !state.dataset().figures().is_empty();
    let address = state.view.with_untracked(|v| v.data.clone()).unwrap_or_else(|| "events.json".to_owned());
    let file = {
        let version = state.dataset().info().version.clone();
        view! {
            {(state.words().source_version)(&version)} " "
            <a href=address.clone() download="">{state.words().source_file}</a>
        }
    };
    view! {
        <footer class="source" id="source">
            <h2>{state.words().source_title}</h2>
            <p class="source-text">{text}</p>
            <p class="source-text source-account">{account(&state.dataset(), state.locale.get_untracked()).1}</p>
            <p class="source-text">{file}</p>
            <details class="source-details">
                <summary>{state.words().source_contents}</summary>
                <table class="source-table">
                    <thead>
                        <tr>
                            <th scope="col">"§"</th>
                            <th scope="col">{state.words().source_section}</th>
                            <th scope="col" class="source-page">{state.words().source_page}</th>
                        </tr>
                    </thead>
                    <tbody>{sections}</tbody>
                </table>
            </details>
            {has_figures.then(|| view! {
                <details class="source-details">
                    <summary>{state.words().source_figures}</summary>
                    <div class="source-scroll">
                        <table class="source-table">
                            <tbody>{figures}</tbody>
                        </table>
                    </div>
                </details>
            })}
        </footer>
    }
}
