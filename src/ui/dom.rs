//! Elements of one type.
//!
//! `view!` makes a type of every tag and of every attribute with every kind of value, and code where each is put
//! together. Where a part of the page is many small elements, these say the same in a third of the bytes.

use leptos::ev;
use leptos::html::{self, Custom, HtmlElement};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;

/// What an attribute says.
pub(super) enum Value {
    /// Always the same.
    Fixed(String),
    /// Followed; `None` takes the attribute away.
    Live(Signal<Option<String>>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Fixed(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Fixed(text)
    }
}

impl From<Signal<Option<String>>> for Value {
    fn from(signal: Signal<Option<String>>) -> Self {
        Self::Live(signal)
    }
}

/// A value that is followed; `None` takes the attribute away.
pub(super) fn live(value: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(move || value().map(str::to_owned))
}

/// `true` or `false`, followed.
pub(super) fn live_flag(value: impl Fn() -> bool + Send + Sync + 'static) -> Signal<Option<String>> {
    live(move || Some(if value() { "true" } else { "false" }))
}

/// An HTML element in the making.
#[must_use]
pub(super) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of a name.
pub(super) fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

impl El {
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }

    fn with_value(self, name: &'static str, value: Value) -> Self {
        self.with(match value {
            Value::Fixed(text) => custom_attribute(name, text).into_any_attr(),
            Value::Live(signal) => custom_attribute(name, signal).into_any_attr(),
        })
    }

    /// Sets an attribute.
    pub(super) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with_value(name, value.into())
    }

    /// Sets the classes.
    pub(super) fn class(self, value: impl Into<Value>) -> Self {
        self.with_value("class", value.into())
    }

    /// Sets the property `checked` and follows it.
    pub(super) fn checked(self, value: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.with(prop("checked", Signal::derive(value)).into_any_attr())
    }

    fn listen(self, name: &'static str, handler: Box<dyn FnMut(web_sys::Event)>) -> Self {
        self.with(on(ev::Custom::<web_sys::Event>::new(name), handler).into_any_attr())
    }

    /// Listens to an event.
    pub(super) fn on(self, name: &'static str, handler: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.listen(name, Box::new(handler))
    }

    /// Adds a view.
    pub(super) fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// Adds an element.
    pub(super) fn child(self, child: Self) -> Self {
        self.view(child.into_view())
    }

    /// Adds elements.
    pub(super) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds a text.
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        self.view(text.into().into_any())
    }

    /// Adds a text and follows it.
    pub(super) fn live_text(self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.view(Signal::derive(text).into_any())
    }

    /// The finished element.
    pub(super) fn into_view(self) -> AnyView {
        let element: HtmlElement<Custom<&'static str>, (), ()> = html::custom(self.tag);
        element.add_any_attr(self.attributes).child(self.children).into_any()
    }
}
