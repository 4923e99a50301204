//! Keys that act wherever the focus is, the list of all keys, and the switch that turns single letters off.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::dialog::dialog;
use super::dom::{El, el, live_flag};
use super::hooks::use_window_event;
use super::lazy::{REST, lazy_body};
use super::preference;
use super::state::AppState;
use crate::i18n::Messages;
use crate::keys::{self, BINDINGS, Binding, Command, Press, Scope, Stroke};
use crate::model::Locale;

/// The preference under which single letters are kept off.
const OFF: &str = "single-keys-off";

/// What floats over the page, and whether single letters act.
#[derive(Clone, Copy)]
pub(super) struct Panels {
    /// The list of keys.
    pub(super) keys: RwSignal<bool>,
    /// How to read the page.
    pub(super) help: RwSignal<bool>,
    /// Whether the line of the first visit shows, wherever it stands.
    pub(super) welcome: RwSignal<bool>,
    /// Whether letters and signs act without Ctrl.
    singles: RwSignal<bool>,
}

impl Panels {
    pub(super) fn new() -> Self {
        let singles = RwSignal::new(!preference::is_set(OFF));
        let welcome = RwSignal::new(!preference::is_set(super::help::SEEN));
        Self { keys: RwSignal::new(false), help: RwSignal::new(false), welcome, singles }
    }

    /// The panels provided by the page around.
    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }

    /// What a key that went down means here.
    pub(super) fn command(self, scope: Scope, event: &web_sys::KeyboardEvent) -> Option<Command> {
        let (key, code) = (event.key(), event.code());
        let press = Press {
            key: &key,
            code: &code,
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
        };
        keys::command(scope, &press, self.singles.get_untracked())
    }
}

/// Whether what is typed there belongs to a field.
pub(super) fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    let element = target.and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Listens for the key that lists the keys.
pub(super) fn use_list_key(panels: Panels) {
    use_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let is_free = !event.default_prevented() && !is_field(event.target());
        if is_free && panels.command(Scope::Anywhere, event) == Some(Command::ListKeys) {
            event.prevent_default();
            panels.help.set(false);
            panels.keys.set(true);
        }
    });
}

/// The list of all keys.
pub(super) fn keys_dialog(state: AppState) -> El {
    let panels = Panels::expect();
    dialog(
        state,
        "keys",
        state.words().doors.keys,
        panels.keys,
        lazy_body(state, &REST, move |rest| (rest.more.keys)(state, panels)),
    )
}

/// What stands in the dialog.
pub(super) fn keys_body(state: AppState, panels: Panels) -> El {
    let (words, locale) = (state.words(), state.locale.get_untracked());
    let scopes = Scope::ALL.into_iter().map(|scope| scope_view(scope, locale));
    el("div")
        .attr("data-singles", live_flag(move || panels.singles.get()))
        .child(switch(panels, words))
        .child(el("div").children(scopes))
}

fn switch(panels: Panels, words: &Messages) -> El {
    let toggle = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        panels.singles.set(on);
        preference::set(OFF, !on);
    };
    let field = el("input").attr("type", "checkbox").attr("role", "switch").attr("aria-describedby", "keys-note");
    let field = field.checked(move || panels.singles.get()).on("change", toggle);
    let label = el("label").class("keys-switch").child(field).text(words.help().keys_switch);
    let note = el("p").class("keys-note").attr("id", "keys-note").text(words.help().keys_switch_note);
    el("div").child(label).child(note)
}

fn scope_view(scope: Scope, locale: Locale) -> El {
    let bindings = BINDINGS.iter().filter(move |binding| binding.scope == scope);
    let id = ["keys-", scope_slug(scope)].concat();
    el("section")
        .attr("aria-labelledby", id.as_str())
        .child(el("h3").attr("id", id.as_str()).text(scope.name(locale)))
        .child(el("dl").children(bindings.map(|binding| binding_view(binding, locale))))
}

fn scope_slug(scope: Scope) -> &'static str {
    match scope {
        Scope::Anywhere => "anywhere",
        Scope::Timeline => "timeline",
        Scope::Handle => "handle",
        Scope::List => "list",
        Scope::Present => "present",
    }
}

fn binding_view(binding: &Binding, locale: Locale) -> El {
    let strokes = el("dt").children(binding.strokes.iter().map(|stroke| cap(stroke, locale)));
    el("div").child(strokes).child(el("dd").text(binding.words(locale)))
}

/// A key as it looks, and for whoever does not see it, as it is called.
fn cap(stroke: &Stroke, locale: Locale) -> El {
    let cap = el("kbd").class(if stroke.is_single() { "keys-cap keys-cap--single" } else { "keys-cap" });
    match stroke.spoken(locale) {
        "" => cap.text(stroke.cap()),
        spoken => cap
            .child(el("span").attr("aria-hidden", "true").text(stroke.cap()))
            .child(el("span").class("visually-hidden").text(spoken)),
    }
}
