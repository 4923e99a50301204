//! The program takes the place of what was served: behind it first, and seen when its first view is painted.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// The element of the served page, and how it is told apart; see `export::page`.
const SERVED: &str = "served";

/// Either the page is there, or the reasons why it cannot be.
const FIRST_VIEW: &str = "#app [data-ready], #app .dataset-errors";

/// Frames from the first view to its last effect: widths are measured in the one and drawn to in the next.
const FRAMES_TO_SETTLE: usize = 2;

/// Lays the served page over the place of the program, where it stands already, so that nothing moves.
pub(super) fn cover() {
    if let Some(served) = served() {
        served.set_class_name("served served--covering");
    }
}

/// Takes it away in the frame in which the program can be seen behind it.
pub(super) fn uncover_when_painted() {
    if served().is_none() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        while !is_there() {
            frame().await;
        }
        for _ in 0..FRAMES_TO_SETTLE {
            frame().await;
        }
        if let Some(served) = served() {
            served.remove();
        }
        if let Some(root) = document().and_then(|d| d.document_element()) {
            let _ = root.remove_attribute("data-waits");
        }
    });
}

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

fn served() -> Option<web_sys::Element> {
    document().and_then(|document| document.get_element_by_id(SERVED))
}

fn is_there() -> bool {
    document().is_some_and(|document| document.query_selector(FIRST_VIEW).is_ok_and(|found| found.is_some()))
}

/// Waits for the next frame.
async fn frame() {
    let next = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(&done);
        }
    });
    let _ = JsFuture::from(next).await;
}
