//! The filters of a phone: one row of buttons that scrolls sideways, and a drawer from below with every choice.

use std::rc::Rc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::choices::choices;
use super::menu::years;
use super::search::search_field;
use super::{Active, Leave, active_filters, facet_name};
use crate::compare::name;
use crate::query::{Facet, Filter};
use crate::ui::bar::SEARCH;
use crate::ui::compare::compare_section;
use crate::ui::dialog::{bring, dialog, once_settled};
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::lazy::{TEXTS, lazy_body};
use crate::ui::masthead::focus;
use crate::ui::phone::Phone;
use crate::ui::state::AppState;
use crate::ui::undo::undo_buttons;

/// The section of the drawer that stands first.
const TIME: &str = "time";

/// The section that stands last.
const COMPARE: &str = "compare";

/// What says of a section what is chosen in it.
type Said = Box<dyn Fn() -> Vec<String>>;

/// What the row and the drawer share.
#[derive(Clone, Copy)]
struct Drawer {
    state: AppState,
    phone: Phone,
    active: Memo<Vec<Active>>,
}

/// Row and drawer.
pub(in crate::ui) fn phone_filters(state: AppState) -> El {
    let active = Memo::new(move |_| {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        state.facets.with(|counts| state.filter.with(|f| active_filters(&dataset, f, Some(counts.as_ref()), locale)))
    });
    let drawer = Drawer { state, phone: Phone::expect(), active };
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
        .on("focusin", |event| show_whole(&event))
        .child(drawer.chip(TIME, words.filter_time, None))
        .children(facets)
        .block(move || drawer.has_text().then(|| drawer.chip(SEARCH, words.phone().search, None)))
        .child(drawer.compare_chip());
    let body = lazy_body(state, &TEXTS, move |_| {
        // The field and the section are there once the dialog is open.
        once_settled(move || match drawer.phone.section.get_untracked() {
            "" => {}
            SEARCH => focus(".drawer .search input"),
            section => bring(&[".drawer-section[data-section=", section, "]"].concat()),
        });
        drawer.body()
    });
    el("div").child(row).child(dialog(state, "drawer", words.phone().filters, drawer.phone.drawer, body))
}

/// Scrolls what a key has given the focus out from behind the edge; browsers are content with a part of it.
fn show_whole(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    // Under a finger nothing may move.
    if let Some(chip) = target.filter(|target| target.matches(":focus-visible") == Ok(true)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        chip.scroll_into_view_with_scroll_into_view_options(&options);
    }
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
        let words = self.state.words().phone();
        let class =
            move || Some(if self.chosen(section).is_empty() { "drawer-chip" } else { "drawer-chip drawer-chip--on" });
        let spoken = move || {
            let labels = self.labels(section);
            (!labels.is_empty()).then(|| (words.chip_chosen)(name, &labels.join(words.chosen_gap)))
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
        self.button(section)
            .class(live(class))
            .attr("aria-label", live_string(spoken))
            .child(el("span").class("drawer-pill").part(content))
    }

    fn button(self, section: &'static str) -> El {
        el("button")
            .attr("type", "button")
            .attr("aria-haspopup", "dialog")
            .attr("data-section", section)
            .on("click", move |_| self.phone.ask_filters(section))
    }

    /// The button of what is compared.
    fn compare_chip(self) -> El {
        let title = self.state.words().doors.compare;
        let words = el("span").class("drawer-chip-words").text(title);
        self.button(COMPARE).class("drawer-chip").child(el("span").class("drawer-pill").child(words))
    }

    fn has_text(self) -> bool {
        !self.chosen(SEARCH).is_empty()
    }

    fn labels(self, section: &str) -> Vec<String> {
        self.chosen(section).into_iter().map(|(label, _)| label).collect()
    }

    fn pinned_name(self) -> Vec<String> {
        let locale = self.state.locale.get_untracked();
        self.state.pinned.get().iter().map(|pinned| ["A: ", &name(pinned, locale)].concat()).collect()
    }

    /// Search, time and every facet, each behind its name; what is left, and the way out.
    fn body(self) -> El {
        let (state, words) = (self.state, self.state.words());
        let close = move || self.phone.drawer.set(false);
        let section = move |name: &'static str, title: &'static str, said: Said, fill: Box<dyn Fn(El) -> El>| {
            let is_wanted = self.phone.section.get_untracked() == name;
            let chosen = move || said().join(words.phone().chosen_gap);
            let head = el("summary")
                .child(el("span").class("drawer-name").text(title))
                .child(el("span").class("drawer-chosen").live_text(chosen));
            el("details")
                .class("drawer-section")
                .attr("data-section", name)
                .maybe_attr("open", is_wanted.then_some(""))
                .child(head)
                .child(fill(el("div").attr("role", "group").attr("aria-label", title)))
        };
        let facets = facets(state).map(|facet| {
            let leave: Leave = Rc::new(close);
            let fill = move |panel| choices(state, &leave, facet, panel);
            section(facet.slug(), facet_name(words, facet), Box::new(move || self.labels(facet.slug())), Box::new(fill))
        });
        let time = Box::new(move |panel| years(state, panel));
        let time = section(TIME, words.filter_time, Box::new(move || self.labels(TIME)), time);
        let compare = Box::new(move |panel| compare_section(state, panel, close));
        let compare = section(COMPARE, words.doors.compare, Box::new(move || self.pinned_name()), compare);
        // What was typed is what one wants to see.
        let done = move |event: &web_sys::KeyboardEvent| {
            let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            if let Some(field) = field.filter(|_| event.key() == "Enter" && !event.is_composing()) {
                state.set_text(field.value());
                close();
            }
        };
        let show = el("button")
            .class("button button--main drawer-show")
            .attr("type", "button")
            .on("click", move |_| close())
            .live_text(move || (words.phone().show)(state.visible.with(|ids| ids.len())));
        let clear = el("button")
            .class("button")
            .attr("type", "button")
            .attr("disabled", live(move || self.active.with(|all| all.is_empty().then_some(""))))
            .on("click", move |_| state.set_filter(|f| *f = Filter::default()))
            .text(words.filter_clear);
        el("div")
            .child(
                el("div")
                    .class("drawer-head")
                    .on_kind("keydown", done)
                    .child(search_field(state))
                    .child(undo_buttons(state)),
            )
            .child(time)
            .children(facets)
            .child(compare)
            .child(el("div").class("drawer-foot").child(clear).child(show))
    }
}
