//! The filters of a phone: one row of buttons that scrolls sideways, and a drawer from below with every choice.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::choices::choices;
use super::menu::years;
use super::search::search_field;
use super::{Active, active_filters, facet_name};
use crate::query::{Facet, Filter};
use crate::ui::dialog::dialog;
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::state::AppState;
use crate::ui::undo::undo_buttons;

/// The section of the drawer that stands first.
const TIME: &str = "time";

/// The button that leads to the search field.
const SEARCH: &str = "text";

/// What the row and the drawer share.
#[derive(Clone, Copy)]
struct Drawer {
    state: AppState,
    open: RwSignal<bool>,
    /// The section that was asked for, which is unfolded.
    wanted: RwSignal<&'static str>,
    active: Memo<Vec<Active>>,
}

/// Row and drawer.
pub(super) fn phone_filters(state: AppState) -> El {
    let active = Memo::new(move |_| {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        state.facets.with(|counts| state.filter.with(|f| active_filters(&dataset, f, Some(counts.as_ref()), locale)))
    });
    let drawer = Drawer { state, open: RwSignal::new(false), wanted: RwSignal::new(TIME), active };
    let words = state.words();
    let facets = facets(state).map(move |facet| {
        let count = move || state.facets.with(|f| f.of(facet).iter().filter(|n| **n > 0).count());
        drawer.chip(facet.slug(), facet_name(words, facet), Some(Box::new(count)))
    });
    let row = el("div")
        .class("drawer-row")
        .attr("id", "filters")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", words.filter_bar)
        .child(drawer.chip(TIME, words.filter_time, None))
        .children(facets)
        .child(drawer.chip(SEARCH, words.phone.search, None));
    let sheet = dialog(state, "drawer", words.phone.filters, drawer.open, move || drawer.body());
    el("div").class("drawer-bar").child(row).child(sheet)
}

fn facets(state: AppState) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(move |facet| facet.n_choices(&state.dataset()) > 0)
}

/// Whether an active filter is of a section: its key is the section's name, alone or before a number.
fn is_of(active: &Active, section: &str) -> bool {
    active.key.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

impl Drawer {
    /// The labels and counts of a section's active filters.
    fn chosen(self, section: &str) -> Vec<(String, Option<usize>)> {
        self.active.with(|all| {
            let of_section = all.iter().filter(|active| is_of(active, section));
            of_section.map(|active| (active.label.clone(), active.count)).collect()
        })
    }

    /// A button that says what is chosen, or of how many one can choose.
    fn chip(self, section: &'static str, name: &'static str, n_choices: Option<Box<dyn Fn() -> usize>>) -> El {
        let words = self.state.words().phone;
        let class =
            move || Some(if self.chosen(section).is_empty() { "drawer-chip" } else { "drawer-chip drawer-chip--on" });
        let spoken = move || {
            let labels: Vec<String> = self.chosen(section).into_iter().map(|(label, _)| label).collect();
            (!labels.is_empty()).then(|| (words.chip_chosen)(name, &labels.join(", ")))
        };
        let n_shown = move || self.state.visible.with(|ids| ids.len());
        let content = move |button: El| {
            let (text, count) = match self.chosen(section).as_slice() {
                [] => (name.to_owned(), n_choices.as_ref().map(|n| n())),
                // What has no count of its own is what all events are counted within.
                [(label, count)] => (label.clone(), count.or_else(|| Some(n_shown()))),
                several => (name.to_owned(), Some(several.len())),
            };
            let count = count.map(|n| el("span").class("drawer-chip-count").text(n.to_string()));
            button.child(el("span").class("drawer-chip-words").text(text)).children(count)
        };
        let show = move |_| {
            self.wanted.set(section);
            self.open.set(true);
            if section == SEARCH {
                // Twice: the dialog is shown in the next turn.
                let settle = || drop(Timeout::new(0, focus_search).forget());
                Timeout::new(0, settle).forget();
            }
        };
        let pill = el("span").class("drawer-pill").part(content);
        el("button")
            .class(live(class))
            .attr("type", "button")
            .attr("aria-haspopup", "dialog")
            .attr("aria-label", live_string(spoken))
            .on("click", show)
            .child(pill)
    }

    /// Search, time and every facet, each behind its name; what is left, and the way out.
    fn body(self) -> El {
        let (state, words) = (self.state, self.state.words());
        let section = move |name: &'static str, title: &'static str, fill: Box<dyn Fn(El) -> El>| {
            let is_wanted = self.wanted.get_untracked() == name;
            let chosen = move || {
                let labels: Vec<String> = self.chosen(name).into_iter().map(|(label, _)| label).collect();
                labels.join(", ")
            };
            let title = el("summary")
                .child(el("span").class("drawer-name").text(title))
                .child(el("span").class("drawer-chosen").live_text(chosen));
            el("details")
                .class("drawer-section")
                .attr("data-section", name)
                .maybe_attr("open", is_wanted.then_some(""))
                .child(title)
                .child(fill(el("div").attr("role", "group").attr("aria-label", title_of(words, name))))
        };
        let facets = facets(state).map(|facet| {
            section(facet.slug(), facet_name(words, facet), Box::new(move |panel| choices(state, None, facet, panel)))
        });
        let show = el("button")
            .class("button button--main drawer-show")
            .attr("type", "button")
            .on("click", move |_| self.open.set(false))
            .live_text(move || (words.phone.show)(state.visible.with(|ids| ids.len())));
        let clear = el("button")
            .class("button")
            .attr("type", "button")
            .attr("disabled", live(move || self.active.with(|all| all.is_empty().then_some(""))))
            .on("click", move |_| state.set_filter(|f| *f = Filter::default()))
            .text(words.filter_clear);
        el("div")
            .child(el("div").class("drawer-head").child(search_field(state)).child(undo_buttons(state)))
            .child(section(TIME, words.filter_time, Box::new(move |panel| years(state, panel))))
            .children(facets)
            .child(el("div").class("drawer-foot").child(clear).child(show))
    }
}

fn title_of(words: &'static crate::i18n::Messages, section: &str) -> &'static str {
    Facet::ALL.into_iter().find(|f| f.slug() == section).map_or(words.filter_time, |f| facet_name(words, f))
}

fn focus_search() {
    let document = web_sys::window().and_then(|w| w.document());
    let field = document.and_then(|d| d.query_selector(".drawer .search input").ok().flatten());
    if let Some(field) = field.and_then(|f| f.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}
