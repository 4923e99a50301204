//! Whether an element is in sight.

use crate::ui::signals::*;
use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// What watches, and what it calls.
type Watch = (IntersectionObserver, Closure<dyn FnMut(Array)>);

/// Whether any of an element is on the screen, whatever it is scrolled in.
#[derive(Clone, Copy)]
pub(in crate::ui) struct InSight {
    is_in: StoredValue<bool>,
    watch: StoredValue<Option<Watch>>,
}

/// In sight until something is watched, and the browser says otherwise.
pub(in crate::ui) fn use_in_sight() -> InSight {
    let sight = InSight { is_in: StoredValue::new(true), watch: StoredValue::new(None) };
    on_cleanup(move || {
        if let Some((observer, _)) = sight.watch.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
    sight
}

impl InSight {
    /// Watches an element.
    pub(in crate::ui) fn watch(self, element: &Element) {
        let changed = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            if let Ok(entry) = last.dyn_into::<IntersectionObserverEntry>() {
                self.is_in.set_value(entry.is_intersecting());
            }
        });
        if let Ok(observer) = IntersectionObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(element);
            self.watch.set_value(Some((observer, changed)));
        }
    }

    /// Whether it was when the browser last told.
    pub(in crate::ui) fn is_in(self) -> bool {
        self.is_in.get_value()
    }
}
