//! A story in somebody else's page: one stop at a time, with a button back and one on.

use crate::ui::signals::*;
use leptos::html;

use super::article::{in_language, missing};
use super::{Stories, drawing};
use crate::headline::account;
use crate::route::{OWN_STORY, ViewState};
use crate::story::{Said, said, show};
use crate::ui::dom::{El, el, live, live_string};
use crate::ui::hooks::use_element_width;
use crate::ui::state::AppState;
use crate::ui::url_sync::History;

/// The stop, and the ways to the others.
pub(in crate::ui) fn player(state: AppState, part: El) -> El {
    let stories = Stories::expect();
    super::begin(stories);
    let words = state.words().story();
    let element: NodeRef<html::Div> = NodeRef::new();
    let width = use_element_width(element);
    let n = move || stories.current.with(|story| story.as_ref().map_or(0, |story| story.stops.len()));
    let at = Memo::new(move |_| state.view.with(|v| v.step.unwrap_or(1)).min(n().max(1)));
    let button = move |name: &'static str, is_end: Memo<bool>, by: isize| {
        // Not `disabled`: the button keeps the focus at the last stop.
        let idle = live(move || is_end.get().then_some("true"));
        el("button").class("button").attr("type", "button").attr("aria-disabled", idle).text(name).on(
            "click",
            move |_| {
                let to = at.get_untracked().saturating_add_signed(by);
                if (1..=untrack(n)).contains(&to) {
                    // The host page's own history is none of the frame's.
                    state.change(History::Replace, |v| v.step = Some(to));
                    state.announce((words.stop_name)(to, untrack(n)));
                }
            },
        )
    };
    let content = move |part: El| {
        let Some(story) = stories.current.get() else {
            let text = if stories.faults.get().is_some() { words.broken_text } else { words.none_text };
            return part.child(el("p").class("story-missing").attr("role", "alert").text(text));
        };
        let Some(stop) = story.stops.get(at.get() - 1) else { return part };
        let (dataset, locale) = (state.dataset(), state.locale.get_untracked());
        let shown = state.index.with_untracked(|index| show(stop, &dataset, index, locale));
        let (_, of_title) = said(&story.title, locale);
        let title = Said { text: stories.title(&story), locale: of_title };
        let picture = if width.get() > 0.0 { drawing::picture(stories, &shown, width.get()) } else { None };
        let is_list = shown.state.view.is_some_and(|view| !view.has_timeline() && view != crate::route::View::Charts);
        part.child(in_language(el("p").class("story-mark"), &title, locale))
            .child(in_language(el("h1"), &shown.headline, locale))
            .child(in_language(el("p").class("story-text"), &shown.text, locale))
            .children(shown.missing.iter().map(|part| missing(stories, part)))
            .children(picture)
            .children(drawing::events(stories, &shown, at.get(), is_list))
    };
    let place = move || (n() > 0).then(|| (words.place)(at.get(), n()));
    let full = move || {
        let story = state.view.with(|v| v.story.clone()).unwrap_or_else(|| OWN_STORY.to_owned());
        let view = ViewState { step: Some(at.get()), ..stories.page(&story) };
        Some(stories.address_of(&view))
    };
    let foot = el("footer")
        .class("story-foot")
        .child(button(words.previous, Memo::new(move |_| at.get() <= 1), -1))
        .child(el("span").class("story-place").live_text(move || place().unwrap_or_default()))
        .child(button(words.next, Memo::new(move |_| at.get() >= n()), 1))
        .child(
            el("a")
                .attr("href", live_string(full))
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text(words.open_full),
        );
    let whose = account(&state.dataset(), state.locale.get_untracked()).1;
    let player = el("main")
        .class("story-player")
        .child(el("div").class("story-stage").child(el("div").node_ref(element).part(content)))
        .child(foot)
        .child(el("p").class("story-account").text(whose));
    part.child(player)
}
