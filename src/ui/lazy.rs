//! Parts of the program that come in files of their own, when they are first asked for.
//!
//! `lazy/chunks.rs` lists them. A chunk is a table of functions; what only they reach is in its file
//! (`xtask/src/split.rs` cuts the program there). Everywhere else than in a release the table is at hand, but goes the
//! same way. What has to wait for a chunk says so, and where the file cannot be had offers to ask for it again:
//! nothing but that part of the page is amiss.

mod chunks;

pub(super) use chunks::{NARROW, REST, TEXTS, Texts};

use std::cell::{Cell, OnceCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::thread::LocalKey;

use crate::ui::signals::*;
use gloo::timers::callback::Timeout;
use leptos::reactive::signal::ArcTrigger;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom::{El, el};
use super::state::AppState;

/// How long the first view has the line and the processor for itself, ms.
const FIRST_VIEW_MS: u32 = 1_000;

/// How far a chunk is.
#[derive(Clone, Copy, PartialEq)]
enum Status {
    Absent,
    Awaited,
    Failed,
    There,
}

/// The file of a chunk could not be had; the browser's console says why.
pub(super) struct NotThere;

#[cfg(gsi_split)]
impl From<leptos::wasm_split::SplitLoaderError> for NotThere {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// How far a chunk is, followed by what waits for it. It outlives every part of the page, so it belongs to no owner.
#[derive(Clone)]
struct Progress {
    status: Rc<Cell<Status>>,
    changed: ArcTrigger,
}

impl Progress {
    fn new() -> Self {
        Self { status: Rc::new(Cell::new(Status::Absent)), changed: ArcTrigger::new() }
    }

    fn get(&self) -> Status {
        self.changed.track();
        self.status.get()
    }

    fn set(&self, status: Status) {
        self.status.set(status);
        self.changed.notify();
    }
}

type Awaited<T> = Pin<Box<dyn Future<Output = T>>>;

/// What has to be there besides a chunk before anything of it is shown.
#[derive(Clone, Copy)]
enum Needs {
    /// Nothing: the first view may wait for it, and has its styles.
    Nothing,
    /// The styles of what is not seen at first.
    Styles,
    /// The texts, and with them those styles: what is asked for by a person may search, and say what was written.
    Texts,
}

/// A table of functions that may still have to come.
pub(super) struct Lazy<T: 'static> {
    table: Cell<Option<&'static T>>,
    progress: OnceCell<Progress>,
    load: fn() -> Awaited<Result<T, NotThere>>,
    needs: Needs,
    /// Done when it has come.
    then: fn(&'static T),
}

/// Where a table is kept.
pub(super) type Chunk<T> = LocalKey<Lazy<T>>;

impl<T> Lazy<T> {
    const fn new(load: fn() -> Awaited<Result<T, NotThere>>, needs: Needs, then: fn(&'static T)) -> Self {
        Self { table: Cell::new(None), progress: OnceCell::new(), load, needs, then }
    }

    fn progress(&self) -> Progress {
        self.progress.get_or_init(Progress::new).clone()
    }
}

/// The outcome of asking for a chunk, whoever asks.
fn awaited<T>(chunk: &'static Chunk<T>) -> Awaited<bool> {
    let (load, needs, then) = chunk.with(|lazy| (lazy.load, lazy.needs, lazy.then));
    Box::pin(async move {
        // What is there is not asked for again: there may be no network any more.
        if at_hand(chunk).is_some() {
            return true;
        }
        // On its way together with the chunk.
        let besides = besides(needs);
        let Ok(table) = load().await else { return false };
        if !besides.await {
            return false;
        }
        // It stays as long as the page does.
        let table: &'static T = Box::leak(Box::new(table));
        chunk.with(|lazy| lazy.table.set(Some(table)));
        then(table);
        true
    })
}

/// Asks for what a chunk needs besides itself; the outcome.
fn besides(needs: Needs) -> Awaited<bool> {
    match needs {
        Needs::Nothing => Box::pin(async { true }),
        Needs::Styles => styles(),
        Needs::Texts => {
            fetch(&TEXTS);
            Box::pin(async { wait_for(&TEXTS).await.is_some() })
        }
    }
}

/// Asks for the style sheet of what is not seen at first. The page knows where it is and asks once (`boot.js`); a page
/// that has all its styles from the first, as a test's, knows nothing of it.
fn styles() -> Awaited<bool> {
    let window = web_sys::window().map(JsValue::from).unwrap_or_default();
    let ask = js_sys::Reflect::get(&window, &"gsiStyle".into()).unwrap_or_default();
    let asked = ask.dyn_ref::<js_sys::Function>().map(|ask| ask.call0(&window));
    Box::pin(async move {
        match asked {
            None => true,
            Some(Ok(promise)) => JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.is_ok(),
            Some(Err(_)) => false,
        }
    })
}

/// Asks for a chunk unless it is there or on its way.
pub(super) fn fetch<T>(chunk: &'static Chunk<T>) {
    let progress = chunk.with(Lazy::progress);
    let is_new = !matches!(progress.status.get(), Status::Awaited | Status::There);
    ask(progress.clone(), awaited(chunk));
    // Who shows what is missing did not ask for it.
    if is_new {
        progress.set(Status::Awaited);
    }
}

/// Whether a chunk is awaited, and whether it could not be had; followed.
pub(super) fn lack<T>(chunk: &'static Chunk<T>) -> (bool, bool) {
    let status = chunk.with(Lazy::progress).get();
    (status == Status::Awaited, status == Status::Failed)
}

/// The chunk if it is there, followed.
pub(super) fn as_it_comes<T>(chunk: &'static Chunk<T>) -> Option<&'static T> {
    lack(chunk);
    at_hand(chunk)
}

/// Asks for something unless it is there or on its way.
fn ask(progress: Progress, awaited: Awaited<bool>) {
    if matches!(progress.status.get(), Status::Awaited | Status::There) {
        return;
    }
    // What shows that it is awaited is what asks: it is not told.
    progress.status.set(Status::Awaited);
    wasm_bindgen_futures::spawn_local(async move {
        progress.set(if awaited.await { Status::There } else { Status::Failed });
    });
}

/// What fills a part of the page with the help of a chunk. Until it is there, the part says so.
pub(super) fn lazily<T>(
    state: AppState,
    chunk: &'static Chunk<T>,
    fill: impl Fn(&'static T, El) -> El + 'static,
) -> impl Fn(El) -> El + 'static {
    move |part| {
        // Followed only as long as there is something to wait for.
        match at_hand(chunk) {
            Some(table) => fill(table, part),
            None => part.child(waiting(state, chunk.with(Lazy::progress), &|| awaited(chunk))),
        }
    }
}

/// The body of a dialog, made with the help of a chunk.
pub(super) fn lazy_body<T>(
    state: AppState,
    chunk: &'static Chunk<T>,
    make: impl Fn(&'static T) -> El + 'static,
) -> impl Fn() -> El + 'static {
    let make = Rc::new(make);
    move || {
        let make = Rc::clone(&make);
        el("div").part(lazily(state, chunk, move |table, part| part.child(make(table))))
    }
}

/// Does something with the help of a chunk, at once if it is there; otherwise `told` says what came of the waiting.
pub(super) fn with_chunk<T>(
    state: AppState,
    chunk: &'static Chunk<T>,
    told: RwSignal<&'static str>,
    act: impl FnOnce(&'static T) + 'static,
) {
    match at_hand(chunk) {
        Some(table) => act(table),
        None => act_later(state, chunk, told, Box::new(act)),
    }
}

fn act_later<T>(
    state: AppState,
    chunk: &'static Chunk<T>,
    told: RwSignal<&'static str>,
    act: Box<dyn FnOnce(&'static T)>,
) {
    let words = state.words().load;
    told.set(words.awaited);
    wasm_bindgen_futures::spawn_local(async move {
        match wait_for(chunk).await {
            Some(table) => {
                told.set("");
                act(table);
            }
            None => told.set(words.failed_here),
        }
    });
}

/// The chunk, once it is there; `None` if its file cannot be had.
pub(super) fn wait_for<T>(chunk: &'static Chunk<T>) -> Awaited<Option<&'static T>> {
    let awaited = awaited(chunk);
    Box::pin(async move {
        let is_there = awaited.await;
        if is_there {
            chunk.with(Lazy::progress).set(Status::There);
        }
        at_hand(chunk)
    })
}

/// The chunk if it is there.
pub(super) fn at_hand<T>(chunk: &'static Chunk<T>) -> Option<&'static T> {
    chunk.with(|lazy| lazy.table.get())
}

/// Fetches all chunks once the first view stands, so that nothing waits for them later and a print has all it needs;
/// the page then says so in `data-whole`. In a frame of another page, where most readers only look, the texts come when
/// the first hand does, so that they are there for its click; and nothing of itself for whoever asks the browser to save
/// data: there each chunk comes when it is asked for.
pub(super) fn fetch_ahead() {
    let Some(window) = web_sys::window() else { return };
    let is_framed = window.parent().ok().flatten().is_none_or(|parent| parent != window);
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or_default();
    // Not every browser has it; what it has not is not true.
    let connection = get(&window.navigator(), "connection");
    let saves_data = connection.is_object() && get(&connection, "saveData").is_truthy();
    if saves_data {
        return;
    }
    if is_framed {
        return fetch_for_a_hand(&window);
    }
    Timeout::new(FIRST_VIEW_MS, || {
        wasm_bindgen_futures::spawn_local(async {
            let is_whole = chunks::fetch_all().await;
            let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
            if let Some(root) = root.filter(|_| is_whole) {
                // Fails only for a name that cannot be.
                let _ = root.set_attribute("data-whole", "");
            }
        });
    })
    .forget();
}

/// Fetches the texts once a pointer, a finger or the focus comes to the page. Where that fails nobody is told: what
/// needs them asks again.
fn fetch_for_a_hand(window: &web_sys::Window) {
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    options.set_passive(true);
    for arrival in ["pointerover", "focusin"] {
        let comes = Closure::once_into_js(|| {
            wasm_bindgen_futures::spawn_local(async {
                wait_for(&TEXTS).await;
            });
        });
        // Fails only for what is no function.
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            arrival,
            comes.unchecked_ref(),
            &options,
        );
    }
}

fn waiting(state: AppState, progress: Progress, awaited: &dyn Fn() -> Awaited<bool>) -> El {
    let words = state.words().load;
    let now = progress.get();
    if now == Status::Failed {
        // Asked for again only by a person.
        let retry = move |_| progress.set(Status::Absent);
        let button = el("button").class("button").attr("type", "button").on("click", retry).text(words.again);
        return el("div").class("empty").attr("role", "alert").child(el("p").text(words.failed)).child(
            el("p").class("empty-offers").child(button).child(
                // The file may have gone because a newer program has taken its place.
                el("a").class("button").attr("href", "").text(words.reload),
            ),
        );
    }
    ask(progress, awaited());
    el("p").class("loading").attr("role", "status").text(words.awaited)
}
