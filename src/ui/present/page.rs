//! The stage as a page: headline, text, what is shown, where it comes from, and how far the story has come.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use leptos::html;

use super::{Panel, Talk, controls, drawing, ink, keys, list, panels, screen};
use crate::i18n::{DOT, DateStyle, date_words};
use crate::model::Locale;
use crate::route::View;
use crate::story::Said;
use crate::talk::Move;
use crate::ui::dom::{El, el, live};
use crate::ui::hooks::{use_element_size, use_window_event};
use crate::ui::lazy::{REST, lazily};
use crate::ui::masthead::focus;
use crate::ui::state::AppState;
use crate::ui::story::missing_words;

/// The stage, in the place of the whole page.
pub(in crate::ui) fn page(state: AppState) -> El {
    let talk = Talk::expect();
    keys::use_stage_keys(talk);
    screen::use_screen(talk);
    talk.use_room();
    talk.use_playing();
    talk.use_beginning();
    let class = live(still(talk));
    let head = el("header")
        .class("present-head")
        .child(said("h1", "present-headline", move || {
            let (text, locale) = talk.headline();
            (text.replace(" · ", DOT), locale)
        }))
        .child(said("p", "present-text", move || talk.text()))
        .block(move || missing(talk));
    let black = move || talk.is_black.get().then(|| el("div").class("present-black").attr("aria-hidden", "true"));
    el("main")
        .class(class)
        .attr("id", "stage")
        .attr("tabindex", "-1")
        .attr("aria-label", state.words().present().stage)
        // Once it stands in the page.
        .made(|_| {
            Timeout::new(0, || focus("#stage")).forget();
        })
        .child(head)
        .child(body(talk))
        .child(foot(talk))
        .child(edge(talk, Move::Previous))
        .child(edge(talk, Move::Next))
        .child(controls::controls(talk))
        .child(panels::panels(talk))
        .child(ink::spotlight(talk))
        .block(black)
}

/// The pointer is out of the picture while it rests, ms.
const RESTING: u32 = 2500;

fn still(talk: Talk) -> impl Fn() -> Option<&'static str> {
    let is_still = RwSignal::new(false);
    let pending = StoredValue::new(None::<Timeout>);
    on_cleanup(move || pending.update_value(|held| drop(held.take())));
    use_window_event("pointermove", move |_| {
        if is_still.get_untracked() {
            is_still.set(false);
        }
        pending.set_value(Some(Timeout::new(RESTING, move || {
            is_still.set(true);
        })));
    });
    move || Some(if is_still.get() && talk.panel.get() == Panel::None { "present present--still" } else { "present" })
}

/// A text in its own language; nothing where it is empty.
fn said(
    tag: &'static str,
    name: &'static str,
    text: impl Fn() -> (String, Locale) + Copy + Send + Sync + 'static,
) -> El {
    let memo = Memo::new(move |_| text());
    let language = live(move || memo.with(|(_, locale)| Some(locale.tag())));
    let empty = live(move || memo.with(|(text, _)| text.is_empty().then_some("")));
    el(tag)
        .class(name)
        .attr("lang", language)
        .attr("hidden", empty)
        .live_text(move || memo.with(|(text, _)| text.clone()))
}

/// What the stop asked for that the dataset no longer has, said kindly.
fn missing(talk: Talk) -> Vec<El> {
    let shown = talk.shown.get().filter(|_| !talk.exploring.get());
    let parts = shown.iter().flat_map(|shown| shown.missing.iter());
    parts.map(|part| el("p").class("present-missing").text(missing_words(talk.state, part))).collect()
}

impl Talk {
    /// The stop's headline; of an explored view, the event that is open or the view's own.
    pub(super) fn headline(self) -> (String, Locale) {
        let own = |said: &Said| (said.text.clone(), said.locale);
        let locale = self.state.locale.get();
        match self.shown.get().filter(|_| !self.exploring.get()) {
            Some(shown) => own(&shown.headline),
            None => {
                let dataset = self.state.dataset();
                let opened = self.state.selected.get().map(|id| dataset.event(id).title.get(locale).clone());
                (opened.unwrap_or_else(|| self.state.headline.with(crate::headline::Headline::text)), locale)
            }
        }
    }

    /// The stop's text; of an explored view, what happened or the view's own sentence.
    pub(super) fn text(self) -> (String, Locale) {
        let locale = self.state.locale.get();
        match self.shown.get().filter(|_| !self.exploring.get()) {
            Some(shown) => (shown.text.text.clone(), shown.text.locale),
            // A chart says its finding itself.
            None if self.state.shown.get() == View::Charts => (String::new(), locale),
            None => {
                let dataset = self.state.dataset();
                let opened = self.state.selected.get().map(|id| {
                    let event = dataset.event(id);
                    let date = date_words(event.date, locale, DateStyle::Full);
                    let gap = match locale {
                        Locale::En => ". ",
                        Locale::Zh => "。",
                    };
                    [&date, gap, event.summary.get(locale)].concat()
                });
                (opened.unwrap_or_else(|| self.state.headline.with(|headline| headline.lede.clone())), locale)
            }
        }
    }
}

/// What the view asks for, as large as there is room.
fn body(talk: Talk) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    let size = use_element_size(element);
    let measure = move || {
        let (px, unit) = (size.get_untracked(), unit());
        if px.0 > 0.0 && px.1 > 0.0 {
            let units = (px.0 / unit, px.1 / unit);
            talk.size.set(units);
            // Zooming and panning go by the same units.
            talk.state.resize(units.0);
        }
    };
    Effect::new(move |_| {
        size.track();
        measure();
    });
    use_window_event("resize", move |_| measure());
    let shown = talk.state.shown;
    let chart = lazily(talk.state, &REST, move |rest, part| part.child((rest.charts.stage)(talk)));
    el("div").class("present-body").node_ref(element).part(move |part| match shown.get() {
        View::Timeline | View::All | View::Story => part.child(drawing::drawing(talk)),
        View::Charts => chart(part),
        View::Table | View::Outline => part.child(list::list(talk)),
    })
}

/// px of one unit, as `--stage` has it.
fn unit() -> f64 {
    let px = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|px| px.as_f64()).unwrap_or_default();
    let Some(window) = web_sys::window() else { return 1.0 };
    let (width, height) = (px(window.inner_width()), px(window.inner_height()));
    (width / 1280.0).min(height / 720.0).max(if width < height { 0.6 } else { 0.5 })
}

fn foot(talk: Talk) -> El {
    let state = talk.state;
    let source = move || {
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let source = &dataset.info().source;
        let date = date_words(source.date, locale, DateStyle::Full);
        let section = state.selected.get().map(|id| dataset.section(dataset.event(id).section).number.as_str());
        (state.words().present().source)(source.publisher.get(locale), &date, section)
    };
    let steps = move || {
        let (at, n) = talk.place.get();
        let step = |i: usize| match i.cmp(&at) {
            std::cmp::Ordering::Less => "present-step present-step--done",
            std::cmp::Ordering::Equal => "present-step present-step--now",
            std::cmp::Ordering::Greater => "present-step",
        };
        let steps = (0..n).map(move |i| el("i").class(step(i)));
        (n > 1).then(|| el("span").class("present-steps").attr("aria-hidden", "true").children(steps))
    };
    let count = move || {
        let (at, n) = talk.place.get();
        (n > 1).then(|| el("span").class("present-count").text((state.words().present().step_of)(at + 1, n)))
    };
    let typed = move || {
        let number = talk.typed.get().number()?;
        Some(el("span").class("present-note").text((state.words().present().jump)(number)))
    };
    el("footer")
        .class("present-foot")
        .child(el("span").class("present-source").live_text(source))
        .block(typed)
        .block(move || controls::back(talk))
        .block(move || controls::playing(talk))
        .block(steps)
        .block(count)
}

/// The left and the right margin step too: for a finger, and for a mouse at the edge.
fn edge(talk: Talk, how: Move) -> El {
    let words = talk.state.words().present();
    let (class, name, arrow) = match how {
        Move::Previous => ("present-edge present-edge--back", words.previous, "‹"),
        _ => ("present-edge present-edge--on", words.next, "›"),
    };
    let is_back = how == Move::Previous;
    let is_idle = live(move || {
        let (at, n) = talk.place.get();
        let idle = if is_back { at == 0 && !talk.exploring.get() } else { at + 1 == n };
        idle.then_some("true")
    });
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("aria-label", name)
        .attr("aria-disabled", is_idle)
        .on("click", move |_| talk.go(how))
        .child(el("span").attr("aria-hidden", "true").text(arrow))
}
