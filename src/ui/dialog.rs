//! A modal dialog: the browser's own `<dialog>`, which keeps the focus inside, makes the page behind inert, and gives
//! the focus back to what opened it.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::dom::{El, closure, el};
use super::live;
use super::state::AppState;

closure! {
    /// What stands in a dialog.
    Body: Fn() -> El, make(self: &Self)
}

/// A dialog that shows while `open` says so; its body is made each time it opens.
///
/// `name` is the class of the body and what the ids grow from, so it is there once in a page. Esc, the button and a
/// click beside the dialog close it. The first element of the body with `autofocus` has the focus, or else the
/// button. Keys pressed inside do not reach the page's shortcuts.
pub(super) fn dialog(
    state: AppState,
    name: &'static str,
    title: impl Into<String>,
    open: RwSignal<bool>,
    body: impl Fn() -> El + 'static,
) -> El {
    dialog_of(state, name, title.into(), open, Box::new(body))
}

fn dialog_of(state: AppState, name: &'static str, title: String, open: RwSignal<bool>, body: Box<dyn Body>) -> El {
    let (id, title_id) = (format!("{name}-dialog"), format!("{name}-title"));
    let find = {
        let id = id.clone();
        move || {
            let element = web_sys::window()?.document()?.get_element_by_id(&id)?;
            element.dyn_into::<web_sys::HtmlDialogElement>().ok()
        }
    };
    // The body is made in the same turn as the signal changes, the dialog shown in the next.
    let settle = move || {
        let Some(dialog) = find() else { return };
        match (open.get_untracked(), dialog.open()) {
            // It fails only on a dialog that shows already.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    };
    Effect::new(move |_| {
        open.track();
        let settle = settle.clone();
        Timeout::new(0, settle).forget();
    });
    let head = el("div").class("dialog-head").child(el("h2").attr("id", title_id.as_str()).text(title)).child(
        el("button")
            .class("dialog-close")
            .attr("type", "button")
            .attr("aria-label", state.words().card_close)
            .on("click", move |_| open.set(false))
            .text("✕"),
    );
    let content = move || open.get().then(|| el("div").class(name).child(body.make()));
    frame(open, &id, &title_id)
        .child(el("div").class("dialog-frame").child(head).block(content).child(live::region(state)))
}

/// Does something once the dialogs that were told to are open or closed, and the focus is where that leaves it.
pub(super) fn once_settled(act: impl FnOnce() + 'static) {
    // Twice: a dialog is shown or closed in the next turn.
    let settle = move || drop(Timeout::new(0, act).forget());
    Timeout::new(0, settle).forget();
}

/// Scrolls what a selector finds to the top of its box.
pub(super) fn bring(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.query_selector(selector).ok().flatten()) {
        element.scroll_into_view();
    }
}

fn frame(open: RwSignal<bool>, id: &str, title_id: &str) -> El {
    el("dialog")
        .class("dialog")
        .attr("id", id)
        .attr("aria-labelledby", title_id)
        .on("close", move |_| open.set(false))
        .on("keydown", move |event| event.stop_propagation())
        .on("click", move |event| {
            // Only what is beside the frame belongs to the dialog element itself.
            if event.target().is_some() && event.target() == event.current_target() {
                open.set(false);
            }
        })
}
