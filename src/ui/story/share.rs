//! A story's link and the code that embeds it, each in a field that can be copied by hand too.

use crate::ui::signals::*;

use super::Stories;
use crate::route::{self, Mode, OWN_STORY, ViewState};
use crate::story::link::{MAX_LINK, with_payload};
use crate::ui::copy::copy;
use crate::ui::dom::{El, el};
use crate::ui::live::told_line;
use crate::ui::state::AppState;
use crate::ui::url_sync;

/// Height of the frame that is offered, px: headline, text, a drawing and the buttons.
const FRAME_HEIGHT: u32 = 560;

/// Folded out: link and code. For a person's own story that no link holds, the reason instead.
pub(super) fn share(stories: Stories, is_own: bool) -> El {
    let words = stories.state.words().story();
    let told = RwSignal::new("");
    let slug = if is_own {
        OWN_STORY.to_owned()
    } else {
        stories.state.view.with_untracked(|v| v.story.clone()).unwrap_or_default()
    };
    let fields = move |part: El| {
        let length = if is_own { stories.length.get() } else { 0 };
        if length > MAX_LINK {
            return part.child(el("p").class("story-length").text(length_words(stories)));
        }
        let note = (is_own && length > 0).then(|| el("p").class("story-length").text(length_words(stories)));
        let link = address(stories, &slug, Mode::Explore);
        let title = stories.current.with_untracked(|story| story.as_ref().map(|story| stories.title(story)));
        let code = embed_code(&address(stories, &slug, Mode::Embed), &title.unwrap_or_default());
        part.children(note)
            .child(field("story-link", words.link, words.copy_link, link, (stories, told)))
            .child(field("story-embed", words.embed, words.copy_embed, code, (stories, told)))
            .child(told_line(stories.state, told, "story-told"))
    };
    el("details").class("story-details").child(el("summary").text(words.share)).part(fields)
}

/// What sharing needs of the story that is read: what it is called, and the part of an address behind the query, which
/// holds a person's own.
pub(in crate::ui) fn shared(state: AppState) -> (Option<String>, String) {
    let stories = Stories::expect();
    let title = stories.current.with(|story| story.as_ref().map(|story| stories.title(story)));
    let is_own = state.view.with(|v| v.story.as_deref() == Some(OWN_STORY));
    let payload = stories.payload.get_value();
    (title, with_payload("", Some(payload.as_str()).filter(|payload| is_own && !payload.is_empty())))
}

/// Why the story that is read cannot be shared by a link, if it cannot.
pub(in crate::ui) fn not_shared(state: AppState) -> Option<String> {
    let stories = Stories::expect();
    let is_own = state.view.with(|v| v.story.as_deref() == Some(OWN_STORY));
    (is_own && stories.length.get() > MAX_LINK).then(|| length_words(stories))
}

/// Whether the link holds the story, and how long it is.
pub(super) fn length_words(stories: Stories) -> String {
    let words = stories.state.words().story();
    let n = stories.length.get();
    if n <= MAX_LINK {
        (words.fits)(n, MAX_LINK)
    } else if stories.is_saved.get() {
        words.too_long_saved.to_owned()
    } else {
        (words.too_long)(n, MAX_LINK)
    }
}

fn field(
    id: &'static str,
    name: &'static str,
    button: &'static str,
    text: String,
    (stories, told): (Stories, RwSignal<&'static str>),
) -> El {
    let export = stories.state.words().export();
    let held = text.clone();
    let press = move |_| copy(held.clone(), id, [export.copied, export.copy_by_hand], told);
    let area = el("textarea")
        .class("story-field")
        .attr("id", id)
        .attr("readonly", "")
        .attr("rows", "2")
        .attr("spellcheck", "false")
        .property("value", text);
    el("p")
        .class("story-shared")
        .child(el("label").attr("for", id).text(name))
        .child(area)
        .child(el("button").class("button").attr("type", "button").on("click", press).text(button))
}

/// The whole address of a story, to read or in a frame.
pub(super) fn address(stories: Stories, slug: &str, mode: Mode) -> String {
    let page = stories.page(slug);
    let view = ViewState { mode, view: page.view.filter(|_| mode != Mode::Embed), ..page };
    let query = route::print(&view, &stories.state.dataset());
    let payload = stories.payload.get_value();
    let fragment = with_payload("", (slug == OWN_STORY && !payload.is_empty()).then_some(payload.as_str()));
    url_sync::address(&(query + &fragment))
}

/// One `iframe`, with nothing around it that an editor of pages could take away.
fn embed_code(address: &str, title: &str) -> String {
    let escape = crate::scene::svg::escape;
    format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" style=\"width: 100%; height: {FRAME_HEIGHT}px; border: 0\" \
         allowfullscreen></iframe>",
        escape(address),
        escape(title)
    )
}

/// How long the link of a person's own story is, followed.
pub(super) fn length_line(stories: Stories) -> El {
    // Spoken where it changes what can be done, not with every letter.
    let is_long = Memo::new(move |_| stories.length.get() > MAX_LINK);
    Effect::new(move |before: Option<bool>| {
        let now = is_long.get();
        if before.is_some_and(|before| before != now) {
            stories.state.announce(untrack(|| length_words(stories)));
        }
        now
    });
    let text = move || if stories.length.get() == 0 { String::new() } else { length_words(stories) };
    el("p").class("story-length").live_text(text)
}
