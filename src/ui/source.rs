//! The document the events come from: its contents with their events, its figures, and the dataset to take away.

use crate::ui::signals::*;

use super::dom::{El, el};
use super::lazy::{self, TEXTS, Texts, lazily};
use super::state::AppState;
use crate::headline::account;
use crate::i18n::{DateStyle, date_words, number_words};
use crate::model::{Figure, Locale, Section};

/// Element id of a section of the source, for links from cards.
pub(super) fn section_anchor(number: &str) -> String {
    format!("section-{number}")
}

/// The panel at the foot of the page.
pub(super) fn source_panel(state: AppState) -> El {
    let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
    let text = {
        let source = &dataset.info().source;
        let date = date_words(source.date, locale, DateStyle::Full);
        (words.source_text)(source.publisher.get(locale), source.title.get(locale), &date)
    };
    let address = state.view.with_untracked(|v| v.data.clone()).unwrap_or_else(|| "events.json".to_owned());
    let version = (words.source_version)(&dataset.info().version) + " ";
    let file = el("a").attr("href", address).attr("download", "").text(words.source_file);
    // The dataset that ships has figures, and they come with the rest of it.
    let has_figures = !dataset.is_whole() || !dataset.figures().is_empty();
    el("footer")
        .class("source")
        .attr("id", "source")
        .child(el("h2").text(words.source_title))
        .child(el("p").class("source-text").text(text))
        .child(el("p").class("source-text source-account").text(account(&dataset, locale).1))
        .child(el("p").class("source-text").text(version).child(file))
        .child(folded(state, words.source_contents, |texts| texts.contents))
        .children(has_figures.then(|| folded(state, words.source_figures, |texts| texts.figures)))
}

/// A table that unfolds. It is there as soon as its words are, which are not waited for as long as nobody unfolds it.
fn folded(state: AppState, summary: &str, table: fn(&Texts) -> fn(AppState) -> El) -> El {
    let is_open = RwSignal::new(false);
    let fill = move |texts: &Texts, part: El| part.child(table(texts)(state));
    let waits = lazily(state, &TEXTS, fill);
    el("details")
        .class("source-details")
        .child(el("summary").text(summary))
        .on("toggle", move |_| is_open.set(true))
        .part(move |part| match lazy::as_it_comes(&TEXTS) {
            Some(texts) => fill(texts, part),
            None if is_open.get() => waits(part),
            None => part,
        })
}

/// The contents of the source.
pub(super) fn contents(state: AppState) -> El {
    let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
    let section = |section: &Section| {
        el("tr")
            .attr("id", section_anchor(&section.number))
            .attr("tabindex", "-1")
            .child(el("td").class("source-number").text(section.number.as_str()))
            .child(el("td").text(section.title.get(locale)))
            .child(el("td").class("source-page").text(section.page.to_string()))
    };
    let column = |name: &str| el("th").attr("scope", "col").text(name);
    let head = el("tr")
        .child(column("§"))
        .child(column(words.source_section))
        .child(column(words.source_page).class("source-page"));
    el("table")
        .class("source-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(dataset.info().source.sections.iter().map(section)))
}

/// What the source counts.
pub(super) fn figures(state: AppState) -> El {
    let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
    let figure = |figure: &Figure| {
        let (number, unit) = (number_words(figure.value), figure.unit.get(locale));
        let value = match locale {
            Locale::En => format!("{number} {unit}"),
            Locale::Zh => format!("{number}{unit}"),
        };
        el("tr")
            .child(el("td").class("source-value").text(value))
            .child(el("td").text(figure.label.get(locale)))
            .child(el("td").class("source-date").text(date_words(figure.date, locale, DateStyle::Full)))
            .child(el("td").class("source-number").text(format!("§ {}", dataset.section(figure.section).number)))
    };
    let rows = el("tbody").children(dataset.figures().iter().map(figure));
    el("div").class("source-scroll").child(el("table").class("source-table").child(rows))
}
