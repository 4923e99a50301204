//! The filter bar: search, a menu a facet, and every active filter as a chip that removes it.

mod chips;
mod choices;
mod drawer;
mod menu;
mod note;
mod search;

use std::rc::Rc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::dom::{El, el, live};
use super::hooks::use_window_event;
use super::lazy::{NARROW, lazily};
use super::phone::Phone;
use super::state::AppState;
use super::undo::undo_buttons;
use super::url_sync::History;
use chips::Active;
use chips::chips;
pub(super) use chips::{active_filters, chosen_names};
use choices::{OWN_MENU, facet_menu, further_menu};
pub(super) use choices::{facet_choices, further_choices};
pub(super) use drawer::phone_filters;
use menu::time_menu;
pub(super) use menu::{menu, years};
pub(super) use note::search_note;
pub(super) use search::search_field;

use crate::i18n::{Messages, lanes_name};
use crate::layout::Lanes;
use crate::query::Facet;

/// The menu that is open, by its name; at most one is.
#[derive(Clone, Copy)]
pub(super) struct OpenMenu(pub(super) RwSignal<Option<&'static str>>);

/// Closes what one has pressed something in that leads elsewhere.
pub(super) type Leave = Rc<dyn Fn()>;

impl OpenMenu {
    /// Closes the menu.
    fn closing(self) -> Leave {
        Rc::new(move || self.0.set(None))
    }
}

/// The filters: a bar, or on a phone a row of buttons and a drawer.
pub(super) fn filters(state: AppState) -> impl Fn(El) -> El {
    let phone = Phone::expect();
    move |part| match phone.is_narrow.get() {
        true => part.part(lazily(state, &NARROW, move |narrow, part| part.child((narrow.filters)(state)))),
        false => part.child(filter_bar(state)),
    }
}

/// One row of controls; chips wrap below before anything is hidden.
fn filter_bar(state: AppState) -> El {
    let open = OpenMenu(RwSignal::new(None));
    use_window_event("pointerdown", move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let inside = target.is_some_and(|t| t.closest(".menu").is_ok_and(|menu| menu.is_some()));
        if !inside && open.0.get_untracked().is_some() {
            open.0.set(None);
        }
    });
    let is_timeline = Memo::new(move |_| state.shown.get().has_timeline());
    el("div")
        .class("filters")
        .attr("id", "filters")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", state.words().filter_bar)
        .child(search_field(state))
        .children(OWN_MENU.into_iter().filter_map(|facet| facet_menu(state, open, facet)))
        .child(further_menu(state, open))
        .child(time_menu(state, open))
        .child(super::compare::compare_menu(state, open))
        .part(chips(state))
        .child(el("span").class("filters-grow"))
        .child(undo_buttons(state))
        .block(move || is_timeline.get().then(|| lanes_menu(state)))
}

/// The name of a facet.
pub(super) fn facet_name(words: &Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Region => words.filter_region,
        Facet::Kind => words.filter_kind,
        Facet::Theme => words.filter_theme,
        Facet::Country => words.filter_country,
        Facet::Stance => words.filter_stance,
        Facet::Organisation => words.search.organisation,
        Facet::Precision => words.search.precision,
    }
}

fn lanes_menu(state: AppState) -> El {
    let lanes = move || state.view.with(|v| v.lanes);
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(lanes) = Lanes::ALL.into_iter().find(|lanes| lanes.slug() == chosen) {
            state.change(History::Push, |v| v.lanes = lanes);
        }
    };
    let options = Lanes::ALL.into_iter().map(|choice| {
        let is_chosen = live(move || (lanes() == choice).then_some(""));
        let name = lanes_name(state.words(), choice);
        el("option").attr("value", choice.slug()).attr("selected", is_chosen).text(name)
    });
    let select = el("select").children(options).on("change", choose);
    let select = select.property("value", live(move || Some(lanes().slug())));
    el("label").class("lanes-menu").child(el("span").text(state.words().lanes_menu)).child(select)
}
