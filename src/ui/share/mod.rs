//! Sharing: the link to the view, and the view in somebody's own page with the code for it.

mod choices;

use crate::ui::signals::*;

use super::copy::copy;
use super::dialog::dialog;
use super::dom::{El, el, live, live_string};
use super::lazy::{REST, lazy_body};
use super::live::told_line;
use super::state::AppState;
use super::{story, url_sync};
use crate::embed::{EmbedChoice, EmbedCode, Embedding, default_height};
use crate::route::{View, print};

/// The field of the link.
const LINK_FIELD: &str = "share-link";

/// The field of the code.
const CODE_FIELD: &str = "share-code";

/// The page that tells all about embedding, beside this one.
const MANUAL: &str = "embedding.html";

/// What is chosen in the dialog.
#[derive(Clone, Copy)]
pub(super) struct Sharing {
    open: RwSignal<bool>,
    choice: RwSignal<EmbedChoice>,
    /// Width and height of the frame, CSS px, as typed: an empty one leaves it to us.
    size: [RwSignal<String>; 2],
    /// Place of the code in [`EmbedCode::ALL`].
    code: RwSignal<usize>,
    /// Place of the width of the preview in [`PREVIEWS`].
    preview: RwSignal<usize>,
}

/// Classes of the preview: a phone, a column of text, all the width there is.
const PREVIEWS: [&str; 3] = ["share-frame share-frame--phone", "share-frame share-frame--column", "share-frame"];

/// The least and the most a frame may be high or wide, CSS px.
const FRAME_PX: (u32, u32) = (200, 4000);

impl Sharing {
    fn expect() -> Self {
        expect_context::<Self>()
    }

    fn px(self, place: usize) -> Option<u32> {
        let typed: u32 = self.size[place].with(|text| text.trim().parse().ok())?;
        Some(typed.clamp(FRAME_PX.0, FRAME_PX.1))
    }

    fn width(self) -> Option<u32> {
        self.px(0)
    }

    fn height(self) -> u32 {
        self.px(1).unwrap_or_else(|| default_height(self.choice.get().view))
    }

    fn code(self) -> EmbedCode {
        EmbedCode::ALL[self.code.get().min(EmbedCode::ALL.len() - 1)]
    }
}

/// Nothing shared yet; handed to the parts of the page below.
pub(super) fn provide() {
    provide_context(Sharing {
        open: RwSignal::new(false),
        choice: RwSignal::new(EmbedChoice::new(Default::default())),
        size: [RwSignal::new(String::new()), RwSignal::new(String::new())],
        code: RwSignal::new(0),
        preview: RwSignal::new(1),
    });
}

/// Opens the dialog.
pub(super) fn share_button(state: AppState) -> El {
    let sharing = Sharing::expect();
    el("button")
        .class("control")
        // A file on a disk has no address that others could open.
        .maybe_attr("hidden", super::export::is_copy().then_some(""))
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .on("click", move |_| {
            // What was chosen last stays, but the view is the one looked at.
            sharing.choice.update(|choice| choice.view = state.shown.get_untracked());
            sharing.open.set(true);
        })
        .text(state.words().doors.share)
}

/// The dialog; it stands in the page once.
pub(super) fn share_dialog(state: AppState) -> El {
    let sharing = Sharing::expect();
    let body = lazy_body(state, &REST, move |rest| (rest.more.share)(state, sharing));
    dialog(state, "share", state.words().doors.share, sharing.open, body)
}

/// What is in the dialog.
pub(super) fn body(state: AppState, sharing: Sharing) -> El {
    if let Some(why) = story::not_shared(state) {
        return el("p").class("share-what").text(why);
    }
    el("div").child(link(state)).child(
        el("section")
            .class("share-embed")
            .attr("aria-labelledby", "share-embed-title")
            .child(el("h3").attr("id", "share-embed-title").text(state.words().share().embed))
            .child(el("p").class("share-what").text(state.words().share().embed_what))
            .child(choices::fields(state, sharing))
            .child(preview(state, sharing))
            .child(code(state, sharing)),
    )
}

/// The address of the page as it is, to be copied.
fn link(state: AppState) -> El {
    let words = state.words();
    let told = RwSignal::new("");
    let query = state.view.with_untracked(|view| print(view, &state.dataset()));
    let address = url_sync::address(&(query + &story::shared(state).1));
    let field = el("input")
        .class("share-field")
        .attr("id", LINK_FIELD)
        .attr("readonly", "")
        .attr("aria-label", words.share().link)
        .property("value", address.clone());
    let press = action("button button--main", words.share().copy_link).attr("autofocus", "").on("click", move |_| {
        copy(address.clone(), LINK_FIELD, [words.export().copied, words.export().copy_by_hand], told);
    });
    el("section")
        .child(el("h3").text(words.share().link))
        .child(el("div").class("share-row").child(field).child(press))
        .child(told_line(state, told, "share-told"))
}

/// The view as it will be, in a frame as it will be.
fn preview(state: AppState, sharing: Sharing) -> El {
    let words = state.words().share();
    let names = [words.preview_phone, words.preview_column, words.preview_full];
    let widths = choices::radios("share-preview", words.preview, names.map(str::to_owned), sharing.preview);
    // A frame that is sent to another address leaves a step in the history of the page; a new frame does not.
    let address = Memo::new(move |_| embedding(state, sharing).frame_address());
    let height = Memo::new(move |_| sharing.height());
    let nth = Memo::new(move |before: Option<&u64>| {
        address.track();
        height.track();
        before.map_or(0, |nth| nth + 1)
    });
    let frame = move |_| {
        el("iframe")
            .attr("src", address.get_untracked())
            .attr("title", words.preview_name)
            .attr("height", height.get_untracked().to_string())
    };
    let class = live(move || Some(PREVIEWS[sharing.preview.get().min(PREVIEWS.len() - 1)]));
    el("div").class("share-preview").child(widths).child(el("div").class(class).keyed(move || vec![nth.get()], frame))
}

/// The code for the place chosen, with what to do there.
fn code(state: AppState, sharing: Sharing) -> El {
    let words = state.words();
    let told = RwSignal::new("");
    let names = EmbedCode::ALL.map(|code| (words.share().code_name)(code).to_owned());
    let text = move || embedding(state, sharing).code(sharing.code());
    let field = el("textarea")
        .class("share-field share-code")
        .attr("id", CODE_FIELD)
        .attr("readonly", "")
        .attr("rows", "5")
        .attr("spellcheck", "false")
        .attr("aria-label", words.share().code)
        .property("value", live_string(move || Some(text())));
    let press = action("button button--main", words.share().copy_code).on("click", move |_| {
        copy(untrack(text), CODE_FIELD, [words.export().copied, words.export().copy_by_hand], told);
    });
    let more = el("a").attr("href", MANUAL).attr("target", "_blank").attr("rel", "noopener").text(words.share().more);
    el("div")
        .class("share-codes")
        .child(choices::radios("share-place", words.share().place, names, sharing.code))
        .child(el("p").class("share-what").live_text(move || (words.share().code_how)(sharing.code()).to_owned()))
        .child(field)
        .child(el("div").class("share-row").child(press).child(told_line(state, told, "share-told")).child(more))
}

fn action(class: &'static str, name: &'static str) -> El {
    el("button").class(class).attr("type", "button").text(name)
}

/// What is embedded, as chosen; follows the choices.
fn embedding(state: AppState, sharing: Sharing) -> Embedding {
    let (choice, dataset) = (sharing.choice.get(), state.dataset());
    let locale = choice.lang.unwrap_or_else(|| state.locale.get());
    let page = url_sync::address("");
    let site = page.rfind('/').map_or("", |end| &page[..=end]).to_owned();
    let (query, title) = state.view.with(|view| {
        let title = state.index.with_untracked(|index| choice.title(view, &dataset, index, locale));
        (choice.query(view, &dataset), title)
    });
    let (told, fragment) = if choice.view == View::Story { story::shared(state) } else { Default::default() };
    let title = told.unwrap_or(title);
    Embedding { site, query, fragment, title, locale, height: sharing.height(), width: sharing.width() }
}
