//! The page: finds its dataset, makes the state, lays out the parts.

use std::sync::Arc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::card::card;
use super::dom::{self, El, el, live};
use super::filters::{filters, search_note};
use super::headline_view::headline_block;
use super::help::help_dialog;
use super::hooks::use_window_event;
use super::lazy::{NARROW, REST, TEXTS, fetch_ahead, lazily, wait_for};
use super::masthead::masthead;
use super::notes::{dataset_errors, ignored_note};
use super::scene_view::soft_bands;
use super::shortcuts::{Panels, keys_dialog, use_list_key};
use super::source::source_panel;
use super::state::AppState;
use super::story::{self, Stories};
use super::texts::{are_needed, use_texts, with_texts};
use super::timeline::timeline;
use super::together::together;
use super::undo::use_undo_keys;
use super::{embed, export, panic_page, present, takeover, url_sync};
use crate::data;
use crate::i18n::{dataset_error, messages};
use crate::model::{Dataset, Locale};
use crate::route::{self, Mode, Scheme, View};

/// Where the site keeps the versions of the dataset.
const VERSIONS: &str = "versions/";

/// Starts the page.
pub fn start() {
    panic_page::install();
    let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app")) else {
        return;
    };
    let begin = move || {
        root.set_text_content(None);
        takeover::cover();
        // It stays as long as the document does.
        std::mem::forget(mount(&root, None));
        takeover::uncover_when_painted();
        fetch_ahead();
    };
    let (is_narrow, needs_texts) = (super::phone::is_narrow(), are_needed(&url_sync::query()));
    if !is_narrow && !needs_texts {
        return begin();
    }
    // What was served stays until there is something to take its place whole. Where a file cannot be had, the page
    // says so.
    wasm_bindgen_futures::spawn_local(async move {
        if needs_texts {
            wait_for(&TEXTS).await;
        }
        if is_narrow {
            wait_for(&NARROW).await;
        }
        begin();
    });
}

/// Puts the whole page into an element, until what is returned is dropped.
///
/// `dataset` is the text of a dataset to show instead of the embedded one, unless the address names another.
#[must_use = "the page goes when this is dropped"]
pub fn mount(root: &web_sys::Element, dataset: Option<String>) -> impl Sized + 'static {
    dom::mount(root, move |root| app(root, dataset))
}

/// Why there is nothing to show.
#[derive(Clone)]
pub(super) enum Failure {
    /// The dataset has these faults, in words.
    Dataset(Vec<String>),
    /// The file could not be had: its address, and why.
    Fetch(String, FetchProblem),
}

/// Why a file could not be had.
#[derive(Clone, Copy)]
pub(super) enum FetchProblem {
    /// It lies on another site, which is never asked.
    OtherSite,
    /// The site answered with this status.
    Status(u16),
    /// There was no answer that could be read.
    Unreadable,
    /// It came, but not the part of the program that reads it.
    NoReader,
}

/// What there is to show.
#[derive(Clone)]
enum Loaded {
    Waiting,
    Dataset(Arc<Dataset>),
    Failed(Failure),
}

/// The whole page over a dataset: the one the address names, or the one handed in, or the embedded one.
fn app(root: El, dataset: Option<String>) -> El {
    let query = url_sync::query();
    let locale = locale_before_dataset(&query);
    let loaded = RwSignal::new(Loaded::Waiting);
    match (route::data_parameter(&query), dataset) {
        (None, None) => {
            let embedded = with_stories(data::embedded_first());
            let is_other = |version: &String| embedded.info().version != *version;
            match route::version_parameter(&query).filter(is_other) {
                None => loaded.set(shown(embedded)),
                // A link that was made for another version shows that one as long as the site has it.
                Some(version) => wasm_bindgen_futures::spawn_local(async move {
                    let address = format!("{VERSIONS}{version}.json");
                    let frozen = match fetch_text(&address).await {
                        Ok(json) => read_here(&json, locale, &address).await,
                        Err(why) => Loaded::Failed(Failure::Fetch(address, why)),
                    };
                    loaded.set(if matches!(frozen, Loaded::Dataset(_)) { frozen } else { shown(embedded) });
                }),
            }
        }
        (None, Some(json)) => wasm_bindgen_futures::spawn_local(async move {
            loaded.set(read_here(&json, locale, "").await);
        }),
        (Some(address), _) => wasm_bindgen_futures::spawn_local(async move {
            loaded.set(match fetch_text(&address).await {
                Ok(json) => read_here(&json, locale, &address).await,
                Err(why) => Loaded::Failed(Failure::Fetch(address, why)),
            });
        }),
    }
    root.part(move |part| match loaded.get() {
        Loaded::Waiting => part.child(el("p").class("loading").attr("role", "status").text(messages(locale).loading)),
        Loaded::Dataset(dataset) => page(part, dataset, locale),
        Loaded::Failed(failure) => part.child(dataset_errors(&failure, locale)),
    })
}

/// The embedded dataset, whole.
pub(super) fn shipped_whole() -> Dataset {
    with_stories(data::embedded())
}

/// The embedded dataset with the stories that are told of it.
fn with_stories(dataset: Dataset) -> Dataset {
    dataset.with_stories(&crate::story::SHIPPED)
}

fn shown(dataset: Dataset) -> Loaded {
    Loaded::Dataset(Arc::new(dataset))
}

/// Reads a dataset that came from an address.
async fn read_here(json: &str, locale: Locale, address: &str) -> Loaded {
    match wait_for(&REST).await {
        Some(rest) => {
            (rest.reader.read)(json, locale).map_or_else(|faults| Loaded::Failed(Failure::Dataset(faults)), shown)
        }
        None => Loaded::Failed(Failure::Fetch(address.to_owned(), FetchProblem::NoReader)),
    }
}

/// Reads a dataset, or says what is wrong with it.
pub(super) fn read(json: &str, locale: Locale) -> Result<Dataset, Vec<String>> {
    data::parse(json).map_err(|errors| errors.iter().map(|error| dataset_error(error, locale)).collect())
}

/// The language of messages shown before there is a dataset to read the whole address with.
fn locale_before_dataset(query: &str) -> Locale {
    let named = query.split(['?', '&']).find_map(|pair| pair.strip_prefix("lang=")).and_then(Locale::from_tag);
    named.or_else(preferred_locale).unwrap_or_default()
}

/// The language where the address names none: the served page's own where it has one, else the browser's.
fn preferred_locale() -> Option<Locale> {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    let own = root.and_then(|root| root.get_attribute("data-lang")).and_then(|tag| Locale::from_tag(&tag));
    own.or_else(|| url_sync::browser_languages().iter().find_map(|tag| Locale::from_tag(tag)))
}

/// Reads a file of the page's own site; any other address is refused, so that a link cannot make the page ask elsewhere.
async fn fetch_text(address: &str) -> Result<String, FetchProblem> {
    let unreadable = |_| FetchProblem::Unreadable;
    let window = web_sys::window().ok_or(FetchProblem::Unreadable)?;
    let here = window.location().href().map_err(unreadable)?;
    let url = web_sys::Url::new_with_base(address, &here).map_err(unreadable)?;
    if url.origin() != window.location().origin().unwrap_or_default() {
        return Err(FetchProblem::OtherSite);
    }
    let response = JsFuture::from(window.fetch_with_str(&url.href())).await.map_err(unreadable)?;
    let response: web_sys::Response = response.dyn_into().map_err(unreadable)?;
    if !response.ok() {
        return Err(FetchProblem::Status(response.status()));
    }
    let text = JsFuture::from(response.text().map_err(unreadable)?).await.map_err(unreadable)?;
    text.as_string().ok_or(FetchProblem::Unreadable)
}

fn page(part: El, dataset: Arc<Dataset>, locale: Locale) -> El {
    let browser = preferred_locale().unwrap_or(locale);
    let (dataset, index) = with_texts(dataset);
    let state = AppState::new(dataset, &url_sync::query(), browser, fitting_view(), index);
    use_texts(state);
    embed::settle(state);
    provide_context(state);
    let panels = Panels::new();
    provide_context(panels);
    use_list_key(panels);
    export::Exports::provide();
    super::share::provide();
    use_window_event("popstate", move |_| state.follow_address());
    use_window_event("keydown", move |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key);
        if key.as_deref() == Some("Escape") && !event.default_prevented() {
            state.hover.set(None);
            super::card::close(state);
        }
    });
    use_undo_keys(state, panels);
    Stories::provide(state);
    present::use_present_key(present::Talk::provide(state));
    story::use_add_key();
    super::phone::Phone::provide(state);
    mirror_in_document(state);
    super::host::use_host(state);
    // Another language makes the page anew over the same state, so that no string of it need be tracked.
    let content = move || {
        state.locale.track();
        [content(state)]
    };
    part.block(content).child(super::live::live(state)).child(super::print::sheet(state))
}

/// The view that fits the window as it is now.
fn fitting_view() -> View {
    let px = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|px| px.as_f64()).unwrap_or_default();
    let (window, unit) = (web_sys::window().filter(|_| !embed::is_embedded()), super::unit::first_unit());
    window.map_or(View::default(), |window| {
        View::fitting(px(window.inner_width()) / unit, px(window.inner_height()) / unit)
    })
}

/// A story in somebody else's page: nothing but its stop.
fn player(part: El, state: AppState) -> El {
    part.part(lazily(state, &REST, move |rest, part| (rest.stories.player)(state, part)))
}

/// The page, or the stage or the speaker's notes in its place.
fn content(state: AppState) -> El {
    let (view_of, mode) = (state.shown, present::Talk::expect().mode);
    let is_explored = move || matches!(mode.get(), Mode::Explore | Mode::Embed);
    let has_card = Memo::new(move |_| state.selected.get().is_some() && is_explored());
    let class = live(move || Some(if has_card.get() { "app app--carded" } else { "app" }));
    let stage = lazily(state, &REST, move |rest, part| part.child((rest.present.page)(state)));
    let notes = lazily(state, &REST, move |rest, part| part.child((rest.present.notes)(state)));
    let is_player = Memo::new(move |_| story::is_player(state));
    let parts = move |part: El| match mode.get() {
        Mode::Present => stage(part),
        Mode::Notes => notes(part),
        Mode::Explore | Mode::Embed if is_player.get() => player(part, state),
        Mode::Explore | Mode::Embed => explore(part, state, has_card),
    };
    let page = el("div")
        .class(class)
        .attr("data-ready", "")
        .attr("data-view", live(move || Some(view_of.get().slug())))
        .attr("data-mode", live(move || Some(mode.get().slug())))
        .child(soft_bands())
        .child(super::unit::probe(state.unit));
    let page = if embed::is_embedded() { page.made(move |page| embed::tell_height(state, page)) } else { page };
    page.part(parts)
        .child(help_dialog(state))
        .child(keys_dialog(state))
        .child(export::dialogs(state))
        .child(super::share::share_dialog(state))
}

fn explore(part: El, state: AppState, has_card: Memo<bool>) -> El {
    let view_of = state.shown;
    let phone = super::phone::Phone::expect();
    let stage = move |part: El| match view_of.get() {
        View::Timeline if phone.is_narrow.get() => {
            part.part(lazily(state, &NARROW, move |narrow, part| part.child((narrow.spine)(state))))
        }
        View::Timeline => part.child(timeline(state)),
        View::Charts => part.part(lazily(state, &REST, move |rest, part| (rest.charts.view)(state, part))),
        View::Table => part.part(lazily(state, &REST, move |rest, part| (rest.asked.table)(state, part))),
        View::Outline => part.part(lazily(state, &REST, move |rest, part| (rest.more.outline)(state, part))),
        View::All => part.child(together(state)),
        // It stands in the place of all this.
        View::Story => part,
    };
    let opened = move |part: El| if has_card.get() { part.child(card(state)) } else { part };
    let is_embedded = embed::is_embedded();
    let is_story = Memo::new(move |_| view_of.get() == View::Story);
    let explored = move |main: El| {
        let stage = column().part(stage).child(super::participant::list(state));
        let main = main.child(headline_block(state));
        let main = if is_embedded { main } else { main.part(filters(state)).child(search_note(state)) };
        let main = main.block(ignored_note(state));
        main.child(super::compare::strip(state))
            .child(super::participant::head(state))
            .child(el("div").class("stage-and-card").child(stage).part(opened))
    };
    let main = el("main").part(move |main| match is_story.get() {
        true => main
            .block(ignored_note(state))
            .child(column().part(lazily(state, &REST, move |rest, part| (rest.stories.view)(state, part)))),
        false => untrack(|| explored(main)),
    });
    let part = part.child(skip_links(state));
    if is_embedded {
        part.child(main).child(embed::foot(state))
    } else {
        part.child(masthead(state)).child(main).child(source_panel(state)).child(story::door(state))
    }
}

/// What the skip link leads to.
fn column() -> El {
    el("div").class("stage-column").attr("id", "events").attr("tabindex", "-1")
}

/// Ways past what one has heard before: to the events, the filters, and the opened event.
fn skip_links(state: AppState) -> El {
    let link = |address: &str, text: &str| el("a").class("skip").attr("href", address).text(text);
    let words = state.words();
    let to_card = move || state.selected.get().map(|_| link("#card", words.access.skip_card));
    let has_filters = move || state.shown.get() != View::Story && !embed::is_embedded();
    let to_filters = move || has_filters().then(|| link("#filters", words.access.skip_filters));
    // The page that failed stands before them in what is served, with links: so they are a landmark of their own.
    let links = el("nav").attr("aria-label", words.access.skips);
    links.child(link("#events", words.page_skip)).block(to_filters).block(to_card)
}

/// Language, scheme and title of the document follow the state.
fn mirror_in_document(state: AppState) {
    let document = || web_sys::window().and_then(|w| w.document());
    let root = move || document().and_then(|d| d.document_element());
    Effect::new(move |_| {
        let locale = state.locale.get();
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", locale.tag());
        }
    });
    Effect::new(move |_| {
        let scheme = state.view.with(|v| v.scheme);
        let Some(root) = root() else { return };
        let _ = match scheme {
            Scheme::System => root.remove_attribute("data-scheme"),
            Scheme::Light | Scheme::Dark => root.set_attribute("data-scheme", scheme.slug()),
        };
    });
    Effect::new(move |_| {
        let headline = state.headline.with(crate::headline::Headline::text);
        let dataset = state.dataset();
        let name = dataset.info().title.get(state.locale.get());
        if let Some(document) = document() {
            document.set_title(&(state.words().headline_title)(&headline, name));
        }
    });
}
