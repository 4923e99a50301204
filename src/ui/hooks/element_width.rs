//! The size of an element, watched.

use crate::ui::signals::*;
use crate::ui::state::AppState;
use leptos::html;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The content width of an element in px of a drawing, 0 until it is mounted; follows every later change, of the
/// element's size and of the text's.
pub(in crate::ui) fn use_element_width(element: NodeRef<html::Div>) -> Memo<f64> {
    let (width, unit) = (RwSignal::new(0.0), AppState::expect().unit);
    watch_size(element, move |new, _| {
        if (new - width.get_untracked()).abs() >= 0.5 {
            width.set(new);
        }
    });
    Memo::new(move |_| width.get() / unit.get())
}

/// The content width and height of an element in px of the screen, 0 until it is mounted; follows every later change.
pub(in crate::ui) fn use_element_size(element: NodeRef<html::Div>) -> RwSignal<(f64, f64)> {
    let size = RwSignal::new((0.0, 0.0));
    watch_size(element, move |width, height| {
        let before: (f64, f64) = size.get_untracked();
        if (width - before.0).abs() >= 0.5 || (height - before.1).abs() >= 0.5 {
            size.set((width, height));
        }
    });
    size
}

/// Hands over the content width and height of an element, px of the screen, once mounted and whenever they change.
pub(in crate::ui) fn watch_size(element: NodeRef<html::Div>, changed: impl Fn(f64, f64) + Copy + 'static) {
    let observer = StoredValue::new(None::<(web_sys::ResizeObserver, Closure<dyn FnMut(js_sys::Array)>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let px = element.get_bounding_client_rect();
        changed(px.width(), px.height());
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
                changed(entry.content_rect().width(), entry.content_rect().height());
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
}
