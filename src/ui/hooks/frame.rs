//! Work done at most once a frame, however often it is asked for.

use crate::ui::signals::*;
use gloo::render::{AnimationFrame, request_animation_frame};

/// Asks for a callback before the next paint.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Frame {
    pending: StoredValue<Option<AnimationFrame>>,
}

/// A frame that belongs to the component around; what is pending when the component goes is dropped.
pub(in crate::ui) fn use_frame() -> Frame {
    let pending = StoredValue::new(None);
    on_cleanup(move || pending.update_value(|held| drop(held.take())));
    Frame { pending }
}

impl Frame {
    /// Whether work waits for the next paint.
    pub(in crate::ui) fn is_pending(self) -> bool {
        self.pending.try_with_value(Option::is_some).unwrap_or(false)
    }

    /// Runs `work` before the next paint, unless something is pending already.
    pub(in crate::ui) fn request(self, work: impl FnOnce() + 'static) {
        if self.pending.with_value(Option::is_some) {
            return;
        }
        let handle = request_animation_frame(move |_| {
            self.pending.update_value(|held| drop(held.take()));
            work();
        });
        self.pending.set_value(Some(handle));
    }
}
