//! The shelf: the stories that ship with the dataset, a person's own, and how to make one.

use std::sync::Arc;

use super::{Stories, drawing, files};
use crate::route::OWN_STORY;
use crate::story::{Story, said};
use crate::ui::dom::{El, el};

/// All stories there are to read.
pub(super) fn shelf(stories: Stories) -> El {
    let state = stories.state;
    let words = state.words().story();
    let shipped = stories.shipped.get_untracked();
    let shipped = shipped.iter().map(|story| card(stories, story, &story.slug, None)).collect::<Vec<_>>();
    let own = move |part: El| {
        let own = stories.draft.with(|d| (!d.story().stops.is_empty()).then(|| d.story().clone()));
        let own = own.map(|story| card(stories, &story, OWN_STORY, Some(words.own)));
        part.children(own).children(stories.earlier.get().map(|story| earlier(stories, story)))
    };
    let faults = move |part: El| match stories.faults.get() {
        Some(lines) => {
            let lines = lines.into_iter().map(|line| el("li").text(line));
            let alert = el("div").class("story-fault").attr("role", "alert").child(el("h2").text(words.broken_title));
            part.child(alert.child(el("p").text(words.broken_text)).child(el("ul").children(lines)))
        }
        None => part,
    };
    let start = move || {
        let has_none = stories.draft.with(|d| d.story().stops.is_empty());
        let name = if has_none { words.start } else { words.edit };
        [el("button")
            .class("button button--main")
            .attr("type", "button")
            .text(name)
            .on("click", move |_| stories.edit())]
    };
    let make = el("section")
        .class("story-make")
        .child(el("h2").text(words.make_title))
        .child(el("p").text(words.make_text))
        .child(
            el("p")
                .class("story-actions")
                .child(el("span").block(start))
                .child(files::open_button(stories))
                .child(el("span").class("story-hint").text(words.drop_hint)),
        );
    el("div")
        .child(el("h1").text(state.words().view_stories))
        .child(el("p").class("story-summary").text(words.lede))
        .part(faults)
        .child(el("ul").class("story-cards").children(shipped).part(own))
        .child(make)
}

fn card(stories: Stories, story: &Story, slug: &str, mark: Option<&str>) -> El {
    let (words, locale) = (stories.state.words().story(), stories.state.locale.get_untracked());
    let link = drawing::go(stories, stories.page(slug), None).class("story-card-link").text(stories.title(story));
    facts(stories, story, el("h2").child(link), mark)
        .child(el("p").class("story-facts").text((words.count)(story.stops.len())).attr("lang", locale.tag()))
}

fn facts(stories: Stories, story: &Story, heading: El, mark: Option<&str>) -> El {
    let locale = stories.state.locale.get_untracked();
    let (summary, of_summary) = said(&story.summary, locale);
    el("li")
        .class("story-card")
        .children(mark.map(|mark| el("p").class("story-mark").text(mark)))
        .child(heading)
        .child(el("p").attr("lang", of_summary.tag()).text(summary))
}

/// A story that this browser kept and that the one of the address stands before.
fn earlier(stories: Stories, story: Arc<Story>) -> El {
    let words = stories.state.words().story();
    let title = stories.title(&story);
    let open = el("button").class("button").attr("type", "button").text(words.open);
    let held = story.clone();
    let open = open.attr("aria-label", format!("{} “{title}”", words.open)).on("click", move |_| stories.open(&held));
    facts(stories, &story, el("h2").text(title), Some(words.earlier)).child(el("p").child(open))
}
