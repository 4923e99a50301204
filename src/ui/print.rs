//! The printed page: made when the browser is about to print, whoever asked it to, and gone afterwards.

use super::dom::{El, el};
use super::hooks::use_window_event;
use super::lazy::{REST, at_hand, wait_for};
use super::picture::with_subject;
use super::state::AppState;
use crate::export::print::page;
use crate::route::View;

/// Where the printed page stands; on the screen it is empty and hidden.
pub(super) fn sheet(state: AppState) -> El {
    use_window_event("beforeprint", move |_| {
        match at_hand(&REST) {
            Some(rest) => fill(&(rest.files.printed)(state)),
            // The browser prints when the event is over, so what is not there cannot be waited for.
            None => {
                fill(&["<p>", state.words().load.print_late, "</p>"].concat());
                wasm_bindgen_futures::spawn_local(async { _ = wait_for(&REST).await });
            }
        }
    });
    use_window_event("afterprint", |_| fill(""));
    el("section").class("print")
}

/// The printed page as markup.
pub(super) fn printed(state: AppState) -> String {
    if let Some(handout) = super::story::handout(state) {
        return handout;
    }
    let with_charts = match state.shown.get_untracked() {
        View::Charts | View::All => true,
        View::Timeline | View::Table | View::Outline | View::Story => false,
    };
    with_subject(state, |subject| page(subject, with_charts))
}

fn fill(markup: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(Ok(Some(sheet))) = document.map(|d| d.query_selector(".print")) {
        sheet.set_inner_html(markup);
    }
}

/// The button that prints the whole selection.
pub(super) fn button(state: AppState) -> El {
    el("button").class("button").attr("type", "button").text(state.words().print().print).on("click", |_| {
        // A frame without leave to open dialogs does nothing.
        let _ = web_sys::window().map(|window| window.print());
    })
}
