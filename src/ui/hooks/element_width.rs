//! The width of an element, watched.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The content width of an element in px, 0 until it is mounted; follows every later change.
pub(in crate::ui) fn use_element_width(element: NodeRef<html::Div>) -> ReadSignal<f64> {
    let (width, set_width) = signal(0.0);
    let observer = StoredValue::new_local(None::<(web_sys::ResizeObserver, Closure<dyn FnMut(js_sys::Array)>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        set_width.set(element.get_bounding_client_rect().width());
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
                let new = entry.content_rect().width();
                if (new - width.get_untracked()).abs() >= 0.5 {
                    set_width.set(new);
                }
            }
        });
        if let Ok(watcher) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            watcher.observe(&element);
            observer.set_value(Some((watcher, callback)));
        }
    });
    on_cleanup(move || {
        observer.update_value(|held| {
            if let Some((watcher, _)) = held.take() {
                watcher.disconnect();
            }
        });
    });
    width
}
