//! Stories in the page: the one looked at, and a person's own.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::AppState;
use crate::story::Story;

/// One `Copy` handle, there once a page.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "presenting and the view of stories read it")]
pub(super) struct Stories {
    /// A person's own story, made here or brought by the address.
    pub(super) own: RwSignal<Option<Arc<Story>>>,
    /// The story looked at: the one the address names, or else the person's own.
    pub(super) current: Memo<Option<Arc<Story>>>,
}

impl Stories {
    /// Handed to the parts of the page below.
    pub(super) fn provide(state: AppState) {
        let own = RwSignal::new(None::<Arc<Story>>);
        let current = Memo::new(move |_| match state.view.with(|v| v.story.clone()) {
            Some(slug) => state.dataset().story(&slug).cloned().map(Arc::new),
            None => own.get(),
        });
        provide_context(Self { own, current });
    }

    #[allow(dead_code, reason = "presenting and the view of stories read it")]
    /// The handle provided by the page around.
    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }
}
