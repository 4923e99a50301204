//! A story to read: title, summary, and each stop with its words, its picture and its events.

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use leptos::html;

use super::share::share;
use super::{Stories, drawing};
use crate::headline::account;
use crate::model::Locale;
use crate::route::{Ignored, OWN_STORY, View, ViewState};
use crate::story::{Said, Shown, Story, said, show};
use crate::ui::dom::{El, el};
use crate::ui::hooks::use_element_width;
use crate::ui::present::Talk;
use crate::ui::state::AppState;

/// Drawn for this width until the page was measured, px.
const FIRST_WIDTH: f64 = 720.0;

/// The story that the address names, or why there is none.
pub(super) fn article(stories: Stories) -> El {
    let element: NodeRef<html::Div> = NodeRef::new();
    let measured = use_element_width(element);
    let width = Memo::new(move |_| if measured.get() > 0.0 { measured.get() } else { FIRST_WIDTH });
    let step = Memo::new(move |_| stories.state.view.with(|v| v.step));
    Effect::new(move |_| {
        stories.current.track();
        let id = step.get().map(|step| format!("stop-{step}"));
        // The stops are made in the same turn.
        Timeout::new(0, move || {
            let document = web_sys::window().and_then(|w| w.document());
            if let Some(stop) = id.and_then(|id| document?.get_element_by_id(&id)) {
                stop.scroll_into_view();
            }
        })
        .forget();
    });
    let content = move |part: El| match stories.current.get() {
        Some(story) => part.child(head(stories, &story)).children(stops(stories, &story, width.get())),
        None => part.child(nothing(stories)),
    };
    el("article").child(all(stories)).child(el("div").node_ref(element).part(content))
}

/// The way back to the shelf.
pub(super) fn all(stories: Stories) -> El {
    let (lang, scheme, data) = stories.state.view.with_untracked(|v| (v.lang, v.scheme, v.data.clone()));
    let shelf = ViewState { view: Some(View::Story), lang, scheme, data, ..ViewState::default() };
    el("p").class("story-all").child(drawing::go(stories, shelf, None).text(stories.state.words().story().all))
}

/// The address says that a story comes with it, and none does, or a broken one.
fn nothing(stories: Stories) -> El {
    let words = stories.state.words().story();
    let faults = stories.faults.get();
    let (title, text) = match faults {
        Some(_) => (words.broken_title, words.broken_text),
        None => (words.none_title, words.none_text),
    };
    let lines = faults.unwrap_or_default().into_iter().map(|line| el("li").text(line));
    el("div")
        .class("story-fault")
        .attr("role", "alert")
        .child(el("h1").text(title))
        .child(el("p").text(text))
        .child(el("ul").children(lines))
}

/// A text in its own language, which is not always the page's.
pub(super) fn in_language(element: El, said: &Said, page: Locale) -> El {
    let lang = (said.locale != page).then(|| said.locale.tag());
    element.maybe_attr("lang", lang).text(said.text.as_str())
}

fn head(stories: Stories, story: &Story) -> El {
    let state = stories.state;
    let (words, locale) = (state.words().story(), state.locale.get_untracked());
    let is_own = state.view.with_untracked(|v| v.story.as_deref() == Some(OWN_STORY));
    let (_, of_title) = said(&story.title, locale);
    let title = Said { text: stories.title(story), locale: of_title };
    let (summary, of_summary) = said(&story.summary, locale);
    let summary = Said { text: summary.to_owned(), locale: of_summary };
    let facts = el("p")
        .class("story-facts")
        .text((words.count)(story.stops.len()))
        .child(el("span").class("story-account").text(account(&state.dataset(), locale).1));
    let button = |class: &'static str, name: &'static str| el("button").class(class).attr("type", "button").text(name);
    let talk = Talk::expect();
    let present = button("button button--main", words.present).on("click", move |_| talk.enter());
    let print = button("button", words.handout).on("click", |_| {
        // A frame without leave to open dialogs does nothing.
        let _ = web_sys::window().map(|window| window.print());
    });
    let copied = story.clone();
    let edit = if is_own {
        button("button", words.edit).on("click", move |_| stories.edit())
    } else {
        button("button", words.copy_to_edit).on("click", move |_| {
            let slug = super::add::new_slug();
            stories.open(&Story { slug, ..copied.clone() });
            stories.edit();
        })
    };
    el("header")
        .child(in_language(el("h1"), &title, locale))
        .child(in_language(el("p").class("story-summary"), &summary, locale))
        .child(facts)
        .child(el("div").class("story-actions").child(present).child(print).child(edit))
        .child(share(stories, is_own))
}

fn stops(stories: Stories, story: &Story, width: f64) -> Vec<El> {
    let (dataset, locale) = (stories.state.dataset(), stories.state.locale.get_untracked());
    let n = story.stops.len();
    let shown =
        story.stops.iter().map(|stop| stories.state.index.with_untracked(|index| show(stop, &dataset, index, locale)));
    shown.enumerate().map(|(i, shown)| stop(stories, i, n, &shown, width)).collect()
}

fn stop(stories: Stories, i: usize, n: usize, shown: &Shown, width: f64) -> El {
    let state = stories.state;
    let (words, locale) = (state.words().story(), state.locale.get_untracked());
    let number = i + 1;
    let heading = format!("stop-{number}-title");
    let picture = drawing::picture(stories, shown, width);
    let is_list = picture.is_none();
    let here = state.view.with_untracked(|v| ViewState { step: Some(number), ..v.clone() });
    let explore = stories.at_view(i);
    let explore = explore.map(|view| drawing::go(stories, view, Some(number)).class("button").text(words.explore));
    let link = el("a").attr("href", stories.address_of(&here)).on_kind("click", move |event: &web_sys::MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            state.change(crate::ui::url_sync::History::Push, |v| v.step = Some(number));
        }
    });
    el("section")
        .class("story-stop")
        .attr("id", format!("stop-{number}"))
        .attr("aria-labelledby", heading.as_str())
        .child(
            el("p")
                .class("story-number")
                .attr("aria-label", (words.stop_name)(number, n))
                .text((words.place)(number, n)),
        )
        .child(in_language(el("h2").attr("id", heading.as_str()), &shown.headline, locale))
        .child(in_language(el("p").class("story-text"), &shown.text, locale))
        .children(shown.missing.iter().map(|part| missing(stories, part)))
        .children(picture)
        .children(drawing::events(stories, shown, number, is_list))
        .child(el("p").class("story-ways").children(explore).child(link.text(words.stop_link)))
}

/// What a stop asked for that the dataset does not have.
pub(super) fn missing(stories: Stories, part: &Ignored) -> El {
    el("p").class("story-missing").text(missing_words(stories.state, part))
}

/// The same, in words.
pub(in crate::ui) fn missing_words(state: AppState, part: &Ignored) -> String {
    let words = state.words().story();
    if part.key == "event" { (words.missing_event)(&part.value) } else { (words.missing_part)(&part.key, &part.value) }
}
