//! Work that waits until what is being drawn now has been painted.

use crate::ui::signals::*;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// What is asked for again within this time is done once, ms: a gesture asks every frame.
const REST_MS: u32 = 30;

/// Asks for a callback after the next paint.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Later {
    frame: StoredValue<Option<AnimationFrame>>,
    timeout: StoredValue<Option<Timeout>>,
}

/// A callback that belongs to the component around; what is pending when the component goes is dropped.
pub(in crate::ui) fn use_later() -> Later {
    let later = Later { frame: StoredValue::new(None), timeout: StoredValue::new(None) };
    on_cleanup(move || later.forget());
    later
}

impl Later {
    /// Runs `work` once what is being drawn has been painted and rests, in the place of what is pending.
    pub(in crate::ui) fn request(self, work: impl FnOnce() + 'static) {
        self.after(REST_MS, work);
    }

    /// Runs `work` as soon as what is being drawn has been painted, in the place of what is pending.
    pub(in crate::ui) fn soon(self, work: impl FnOnce() + 'static) {
        self.after(0, work);
    }

    /// Runs `work` so many ms after what is being drawn has been painted, in the place of what is pending.
    pub(in crate::ui) fn after(self, rest_ms: u32, work: impl FnOnce() + 'static) {
        self.forget();
        // The callback of a frame comes before its paint, and what it starts comes after.
        let frame = request_animation_frame(move |_| {
            self.timeout.set_value(Some(Timeout::new(rest_ms, work)));
        });
        self.frame.set_value(Some(frame));
    }

    /// Does without what is pending.
    pub(in crate::ui) fn forget(self) {
        self.frame.try_update_value(|held| drop(held.take()));
        self.timeout.try_update_value(|held| drop(held.take()));
    }
}
