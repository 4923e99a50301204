//! Two windows of one talk, kept in step by messages on a channel of their own.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use crate::talk::Message;

type Listener = Closure<dyn FnMut(web_sys::MessageEvent)>;

/// A channel that is opened when there is a second window.
#[derive(Clone, Copy)]
pub(super) struct Channel {
    open: StoredValue<Option<(web_sys::BroadcastChannel, Listener)>>,
}

impl Channel {
    pub(super) fn new() -> Self {
        Self { open: StoredValue::new(None) }
    }

    /// Listens on the channel of a room; `false` where the browser has none.
    pub(super) fn open(self, room: &str, mut heard: impl FnMut(Message) + 'static) -> bool {
        self.close();
        let Ok(channel) = web_sys::BroadcastChannel::new(&["gsi-timeline-talk-", room].concat()) else { return false };
        let listener = Listener::new(move |event: web_sys::MessageEvent| {
            if let Some(message) = event.data().as_string().and_then(|text| Message::parse(&text)) {
                heard(message);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        self.open.set_value(Some((channel, listener)));
        true
    }

    /// Tells the other window, if there is one.
    pub(super) fn send(self, message: Message) {
        self.open.with_value(|open| {
            if let Some((channel, _)) = open {
                // It fails only on a channel that was closed.
                let _ = channel.post_message(&message.text().into());
            }
        });
    }

    pub(super) fn close(self) {
        self.open.update_value(|open| {
            if let Some((channel, _)) = open.take() {
                channel.set_onmessage(None);
                channel.close();
            }
        });
    }
}
