//! The page's parts in a real browser: `cargo xtask test --only test-web`.

#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use gsi_timeline::model::Locale;
use gsi_timeline::query::{Han, Index};
use gsi_timeline::route::View;
use gsi_timeline::ui::{AppState, mount, start};
use gsi_timeline::{EMBEDDED_DATASET, data};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// An event that is a mark of its own on opening.
const TITLE: &str = "First China–Arab States summit";

fn document() -> web_sys::Document {
    web_sys::window().and_then(|window| window.document()).expect("a browser has a document")
}

/// What a line of JavaScript gives.
fn js(code: &str) -> JsValue {
    js_sys::eval(code).unwrap_or_else(|error| panic!("{code}: {error:?}"))
}

/// Two frames: what was asked for has been drawn.
async fn painted() {
    let frames = js("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    let _ = JsFuture::from(frames.unchecked_into::<js_sys::Promise>()).await;
}

fn set_address(query: &str) {
    js(&format!("history.replaceState(null, '', location.pathname + '{query}')"));
}

/// A page in an element of its own, taken away when dropped.
struct Mounted {
    root: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    async fn new(query: &str, dataset: Option<&str>) -> Self {
        set_address(query);
        let root: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
        root.set_attribute("style", "width: 1280px").expect("a style");
        document().body().expect("a body").append_child(&root).expect("a place");
        let handle = mount(&root, dataset.map(str::to_owned));
        painted().await;
        Self { root, _handle: Box::new(handle) }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|i| found.item(i)).map(JsCast::unchecked_into).collect()
    }

    #[track_caller]
    fn one(&self, selector: &str) -> Element {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// The marks in view that can be reached.
    fn marks(&self) -> Vec<Element> {
        self.all(".timeline-drawing [role=button]:not([aria-hidden=true])")
    }

    fn mark(&self, title: &str) -> Element {
        let is_named = |mark: &Element| name(mark).starts_with(title);
        self.marks().into_iter().find(is_named).unwrap_or_else(|| panic!("no mark is named {title}"))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn name(element: &Element) -> String {
    element.get_attribute("aria-label").unwrap_or_default()
}

fn focus(element: &Element) {
    let focus = js_sys::Function::new_with_args("element", "element.focus()");
    focus.call1(&JsValue::NULL, element).expect("what can be focused");
}

fn press(element: &Element, key: &str) {
    let press = js_sys::Function::new_with_args(
        "element, key",
        "element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))",
    );
    press.call2(&JsValue::NULL, element, &key.into()).expect("an event");
}

fn focused() -> Element {
    document().active_element().expect("something has the focus")
}

fn address() -> String {
    js("location.search").as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn marks_are_buttons_with_full_names() {
    let page = Mounted::new("?lang=en", None).await;
    let marks = page.marks();
    assert!(marks.len() > 20, "{} marks", marks.len());
    let all = page.text("h1").split(' ').next().map(str::to_owned).unwrap_or_default();
    for mark in &marks {
        let name = name(mark);
        let is_event = name.ends_with(&format!(" of {all}"));
        let is_cluster = name.contains(" events, ");
        assert!(is_event || is_cluster, "{name}");
    }
    let summit = name(&page.mark(TITLE));
    assert!(summit.contains("December 2022") && summit.contains("Middle East"), "{summit}");
}

#[wasm_bindgen_test]
async fn names_are_in_the_language_of_the_address() {
    let page = Mounted::new("?lang=zh", None).await;
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for mark in page.marks() {
        assert!(is_chinese(&name(&mark)), "{}", name(&mark));
    }
    assert!(page.text("h1").contains("项事件"));
}

#[wasm_bindgen_test]
async fn the_timeline_is_one_tab_stop() {
    let page = Mounted::new("?lang=en", None).await;
    assert_eq!(page.all(".timeline-drawing [tabindex='0']").len(), 1);
    focus(&page.mark(TITLE));
    painted().await;
    assert_eq!(page.all(".timeline-drawing [tabindex='0']").len(), 1);
    assert!(name(&page.one(".timeline-drawing [tabindex='0']")).starts_with(TITLE));
}

#[wasm_bindgen_test]
async fn arrows_move_the_focus_and_enter_opens() {
    let page = Mounted::new("?lang=en", None).await;
    let mark = page.mark(TITLE);
    focus(&mark);
    press(&mark, "ArrowRight");
    painted().await;
    let next = focused();
    assert!(!name(&next).starts_with(TITLE) && next.get_attribute("data-key").is_some(), "{}", name(&next));
    press(&next, "ArrowLeft");
    painted().await;
    assert!(name(&focused()).starts_with(TITLE));
    press(&mark, "Enter");
    painted().await;
    assert_eq!(page.text("aside h2"), TITLE);
    assert!(address().contains("event="), "{}", address());
    press(&focused(), "Escape");
    painted().await;
    assert!(page.all("aside").is_empty());
    assert!(name(&focused()).starts_with(TITLE), "{}", name(&focused()));
}

#[wasm_bindgen_test]
async fn table_and_headline_agree() {
    let page = Mounted::new("?lang=en&view=table&region=middle-east&time=2023", None).await;
    let rows = page.all("tr.table-row").len();
    let headline = page.text("h1");
    assert!(headline.starts_with(&format!("{rows} of ")), "{rows} rows under “{headline}”");
    assert!(headline.ends_with("Middle East\u{a0}· 2023"), "{headline}");
}

#[wasm_bindgen_test]
async fn a_broken_dataset_is_named_by_event_and_field() {
    let broken = EMBEDDED_DATASET.replacen("\"date\": \"1963\"", "\"date\": \"1963-13\"", 1);
    assert_ne!(broken, EMBEDDED_DATASET);
    for (query, field) in [("?lang=en", "field “date”"), ("?lang=zh", "字段“date”")] {
        let page = Mounted::new(query, Some(&broken)).await;
        let alert = page.text("[role=alert]");
        assert!(alert.contains("1963-algeria-first-medical-team") && alert.contains(field), "{alert}");
        assert!(page.one("a").get_attribute("href").is_some());
        assert!(page.all(".timeline").is_empty());
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_no_json_is_refused() {
    let page = Mounted::new("?lang=en", Some("{")).await;
    assert!(page.text("[role=alert]").contains("line 1"));
}

#[wasm_bindgen_test]
async fn the_state_changes_only_through_its_methods_and_tells_the_address() {
    set_address("");
    let owner = Owner::new();
    owner.with(|| {
        let dataset = data::parse(EMBEDDED_DATASET).unwrap_or_else(|errors| panic!("{errors:?}"));
        let region = dataset.taxonomy().region_by_slug("middle-east").expect("the region");
        let index = Index::new(&dataset, Han::whole());
        let state = AppState::new(Arc::new(dataset), "", Locale::En, View::Timeline, index);
        let all = state.visible.with_untracked(|ids| ids.len());
        state.set_filter(|filter| {
            filter.regions.insert(region);
        });
        let some = state.visible.with_untracked(|ids| ids.len());
        assert!(0 < some && some < all, "{some} of {all}");
        assert_eq!(address(), "?region=middle-east");
        assert!(state.link().ends_with("?region=middle-east"));
        state.set_text("summit".to_owned());
        assert_eq!(address(), "?region=middle-east&q=summit");
        state.set_filter(|filter| *filter = Default::default());
        assert_eq!(address(), "");
    });
    owner.cleanup();
}

#[wasm_bindgen_test]
async fn a_panic_shows_the_failure_page() {
    set_address("?lang=en&region=africa");
    let body = document().body().expect("a body");
    body.insert_adjacent_html(
        "beforeend",
        "<div id='app'>before</div><div id='failure' role='alert' tabindex='-1' hidden><a href=''>again</a></div>",
    )
    .expect("a place");
    start();
    painted().await;
    let app = document().get_element_by_id("app").expect("the page");
    assert!(app.text_content().unwrap_or_default().contains("Africa"));
    let failure = document().get_element_by_id("failure").expect("the failure page");
    assert!(failure.has_attribute("hidden"));

    // Called from JavaScript, so that the trap ends there and not in the test. The page's hook stays, for a
    // thread that has panicked may not change it; it reports the failures of later tests to the console.
    let fail = Closure::<dyn Fn()>::new(|| panic!("on purpose"));
    let outcome = fail.as_ref().unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
    assert!(outcome.is_err());
    assert!(!failure.has_attribute("hidden"));
    assert_eq!(focused().id(), "failure");
    assert_eq!(address(), "?lang=en&region=africa");
    fail.forget();
    app.remove();
    failure.remove();
}
