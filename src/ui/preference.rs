//! What a person chose for good on this device. Storage may be forbidden (a sandboxed frame, a private window): then a
//! choice lasts as long as the page.

/// Names of this page's entries begin so: the site may keep others beside them.
const PREFIX: &str = "gsi-timeline.";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Whether a preference was set here before.
pub(super) fn is_set(name: &str) -> bool {
    let value = storage().and_then(|storage| storage.get_item(&[PREFIX, name].concat()).ok().flatten());
    value.as_deref() == Some("1")
}

/// A text kept here before.
pub(super) fn text(name: &str) -> Option<String> {
    storage()?.get_item(&[PREFIX, name].concat()).ok().flatten()
}

/// Keeps a text.
pub(super) fn set_text(name: &str, text: &str) {
    if let Some(storage) = storage() {
        // It fails where the storage is full or closed.
        let _ = storage.set_item(&[PREFIX, name].concat(), text);
    }
}

/// Keeps a preference, or forgets it.
pub(super) fn set(name: &str, on: bool) {
    let name = [PREFIX, name].concat();
    if let Some(storage) = storage() {
        // It fails where the storage is full or closed.
        let _ = if on { storage.set_item(&name, "1") } else { storage.remove_item(&name) };
    }
}
