//! One stop in the panel: its place, its headline, and folded out, its texts and what can be done with it.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::add::Told;
use super::drag::Dragging;
use super::panel::move_stop;
use super::{Stories, headline_of};
use crate::model::Locale;
use crate::story::{Draft, Field, Stop, Story};
use crate::ui::dom::{El, el, live_flag};

/// A stop of `n`, the `i`th from 0.
pub(super) fn stop(stories: Stories, drag: Dragging, i: usize, n: usize, stop: &Stop) -> El {
    let opened = drag.opened;
    let words = stories.state.words().story();
    let number = i + 1;
    let headline = headline_of(stories, stop);
    let is_open = opened.get() == Some(i);
    let toggle = move |_| opened.set(if is_open { None } else { Some(i) });
    let title = el("button")
        .class("story-item-title")
        .attr("type", "button")
        .attr("aria-expanded", live_flag(move || opened.get() == Some(i)))
        .attr("aria-label", (words.edit_stop)(number, &headline))
        .on("click", toggle)
        .child(el("span").class("story-number").text(number.to_string()))
        .child(el("span").text(headline));
    let mover = |name: String, way: isize, control: &'static str, sign: &'static str, is_idle: bool| {
        el("button")
            .class("story-move")
            .attr("type", "button")
            .attr("data-move", control)
            .attr("aria-label", name.as_str())
            .attr("title", name)
            .maybe_attr("aria-disabled", is_idle.then_some("true"))
            .on("click", move |_| move_stop(stories, opened, i, way))
            .text(sign)
    };
    let row = el("div")
        .class("story-item-row")
        .child(drag.grip(i))
        .child(title)
        .child(mover((words.move_up)(number), -1, "up", "↑", i == 0))
        .child(mover((words.move_down)(number), 1, "down", "↓", number == n));
    let item = el("li").class(drag.class(i)).attr("style", drag.style(i)).attr("data-stop", i.to_string()).child(row);
    if is_open { item.child(fields(stories, i)).child(deeds(stories, opened, i)) } else { item }
}

fn fields(stories: Stories, i: usize) -> El {
    let words = stories.state.words().story();
    let locale = stories.writing();
    el("div")
        .class("story-item-fields")
        .child(field(stories, Field::Headline(i), locale, words.headline, 1))
        .child(field(stories, Field::Text(i), locale, words.text, 3))
        .child(field(stories, Field::Notes(i), locale, words.notes, 3))
        .child(el("p").class("story-hint").text(words.counts_hint))
}

fn deeds(stories: Stories, opened: RwSignal<Option<usize>>, i: usize) -> El {
    let state = stories.state;
    let words = state.words().story();
    let number = i + 1;
    let deed = |name: &'static str, act: Box<dyn Fn()>| {
        el("button").class("button").attr("type", "button").text(name).on("click", move |_| act())
    };
    let tell = move |text: String| stories.tell(Told::done(text));
    let show = move || {
        let dataset = state.dataset();
        let stop = stories.draft.with_untracked(|d| d.story().stops.get(i).cloned());
        let view = stop.map(|stop| state.view.with_untracked(|around| stop.view_in(around, &dataset)));
        if let Some(view) = view {
            state.ask(move |now| *now = view);
        }
    };
    let use_view = move || match stories.present_view() {
        Some(query) => {
            stories.change(|draft| draft.set_view(i, query));
            tell((words.used_view)(number));
        }
        None => tell(words.not_here.to_owned()),
    };
    let duplicate = move || {
        if stories.change(|draft| draft.duplicate(i)) {
            // The copy stands behind it, before all that came after.
            opened.update(|opened| *opened = opened.map(|at| at + usize::from(at > i)));
            tell((words.duplicated)(number + 1));
        }
    };
    let delete = move || {
        opened.set(None);
        if stories.change(|draft| draft.remove(i)) {
            stories.tell(Told::undoable((words.deleted)(number)));
        }
        crate::ui::masthead::focus("#story-panel");
    };
    el("div")
        .class("story-actions")
        .child(deed(words.show, Box::new(show)))
        .child(deed(words.use_view, Box::new(use_view)))
        .child(deed(words.duplicate, Box::new(duplicate)))
        .child(deed(words.delete, Box::new(delete)))
}

fn text_of(story: &Story, field: Field, locale: Locale) -> String {
    let text = match field {
        Field::Title => Some(&story.title),
        Field::Summary => Some(&story.summary),
        Field::Headline(i) => story.stops.get(i).map(|stop| &stop.headline),
        Field::Text(i) => story.stops.get(i).map(|stop| &stop.text),
        Field::Notes(i) => story.stops.get(i).map(|stop| &stop.notes),
    };
    text.map(|text| text.get(locale).clone()).unwrap_or_default()
}

/// A text of the story in a language, to be typed into.
pub(super) fn field(stories: Stories, field: Field, locale: Locale, name: &'static str, rows: u32) -> El {
    let value = stories.draft.with(|d| text_of(d.story(), field, locale));
    // While it is written in one language, the other is a help to translate from.
    let other = stories.draft.with(|d| text_of(d.story(), field, locale.other()));
    let typed = move |event: web_sys::Event| {
        let target = event.target();
        let text = target.and_then(|t| t.dyn_into::<web_sys::HtmlTextAreaElement>().ok()).map(|area| area.value());
        if let Some(text) = text {
            // A headline and a title are one line.
            let text = if rows == 1 { text.replace('\n', " ") } else { text };
            stories.change(|draft| draft.set_text(field, locale, &text));
        }
    };
    let area = el("textarea")
        .class("story-field")
        .attr("rows", rows.to_string())
        .attr("lang", locale.tag())
        .maybe_attr("placeholder", (!other.is_empty()).then_some(other))
        .on("input", typed)
        .on("blur", move |_| stories.draft.update_untracked(Draft::settle))
        .property("value", value);
    el("label").class("story-label").child(el("span").text(name)).child(area)
}
