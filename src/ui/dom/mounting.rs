//! Elements mounted by Leptos, which brings what drives the effects.

use leptos::tachys::view::{Mountable, Render};
use web_sys::{Element, Node};

use super::Child;
use super::page::{Part, Place, render};

/// What stands right in the element that the page is given.
pub(super) struct Root {
    place: Element,
    children: Vec<Child>,
}

impl Root {
    pub(super) fn new(place: Element, children: Vec<Child>) -> Self {
        Self { place, children }
    }
}

/// Parts that stand in the page.
pub(super) struct Standing(Vec<Part>);

impl Render for Root {
    type State = Standing;

    fn build(self) -> Standing {
        let mut state = Standing(Vec::new());
        self.rebuild(&mut state);
        state
    }

    fn rebuild(self, state: &mut Standing) {
        render(&mut state.0, self.children, Place { parent: &self.place, end: None, is_svg: false });
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.0.drain(..).for_each(Part::remove);
    }

    /// They were put in their place when they were built.
    fn mount(&mut self, _: &Element, _: Option<&Node>) {}

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
