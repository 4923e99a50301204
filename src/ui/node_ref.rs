//! A reference to an element of the page.

use std::marker::PhantomData;

use leptos::html::ElementType;
use wasm_bindgen::JsCast;

use super::signals::RwSignal;

/// What an element became in the page, once it stands there; named as in Leptos, and held as every other signal.
pub struct NodeRef<E> {
    kept: RwSignal<Option<web_sys::Element>>,
    of: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// Of an element that does not stand in the page yet.
    pub fn new() -> Self {
        Self { kept: RwSignal::new(None), of: PhantomData }
    }

    /// The element stands in the page.
    pub fn load(self, element: &web_sys::Element) {
        self.kept.set(Some(element.clone()));
    }

    /// The element, which is followed.
    pub fn get(self) -> Option<E::Output> {
        self.kept.get().map(JsCast::unchecked_into)
    }

    /// The element.
    pub fn get_untracked(self) -> Option<E::Output> {
        self.kept.get_untracked().map(JsCast::unchecked_into)
    }

    /// The element if its owner has not ended.
    pub fn try_get_untracked(self) -> Option<Option<E::Output>> {
        Some(self.kept.try_get_untracked()?.map(JsCast::unchecked_into))
    }
}
