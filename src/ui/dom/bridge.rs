//! Elements of `el` among views of Leptos.

use leptos::__reexports::send_wrapper::SendWrapper;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use web_sys::{Element, Node};

use super::El;
use super::page::Built;

/// An element among views of another making.
pub(super) struct Held(SendWrapper<El>);

impl Held {
    pub(super) fn new(el: El) -> Self {
        Self(SendWrapper::new(el))
    }
}

impl Render for Held {
    type State = Built;

    fn build(self) -> Built {
        Built::new(self.0.take(), false)
    }

    fn rebuild(self, state: &mut Built) {
        if let Some(el) = state.patch(self.0.take()) {
            let new = Built::new(el, false);
            // Fails only for a node that contains its parent.
            let _ = state.element().replace_with_with_node_1(new.element());
            *state = new;
        }
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element().remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // Fails only for a node that contains its parent.
        let _ = parent.insert_before(self.element(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element().parent_element() else { return false };
        child.mount(&parent, Some(self.element()));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element().clone()]
    }
}

leptos::tachys::no_attrs!(Held);

/// Only what a page in a browser needs of it; the rest is for servers.
impl RenderHtml for Held {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
