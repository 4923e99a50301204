//! Elements of one type.
//!
//! `view!` makes a type of every tag and of every attribute with every kind of value, and code where each is put
//! together. Here an element is data, and one small renderer (`dom/page.rs`) puts all of them into the page, so a view
//! costs little more than its words. What is live follows the signals it reads; a part that is made anew is
//! compared with what stands there, and elements that stay the same keep their place and the focus.

mod inserted;
mod mounting;
mod page;

use std::rc::Rc;

use crate::ui::signals::*;
use leptos::html::ElementType;
use wasm_bindgen::JsCast;

/// Declares a trait that a closure has by what it takes and gives, to be boxed as.
///
/// A box of `dyn Fn` brings code for every way a closure may be called, by value too, and nothing takes away what is
/// never called that way. A box of a trait of one's own brings the one that is.
macro_rules! closure {
    ($(#[$doc:meta])* $visible:vis $name:ident: $kind:ident($($arg:ident: $taken:ty)?) $(-> $given:ty)?, $call:ident($me:ident: $by:ty)) => {
        $(#[$doc])*
        $visible trait $name {
            #[doc = "Calls it."]
            fn $call($me: $by $(, $arg: $taken)?) $(-> $given)?;
        }

        impl<F: $kind($($taken)?) $(-> $given)?> $name for F {
            fn $call($me: $by $(, $arg: $taken)?) $(-> $given)? {
                $me($($arg)?)
            }
        }
    };
}
pub(super) use closure;
pub(super) use inserted::inserted;

closure! {
    /// What a live value says now.
    pub(super) Say: Fn() -> Option<String>, say(self: &Self)
}

closure! {
    /// What is done on an event.
    Handle: FnMut(event: web_sys::Event), handle(self: &mut Self)
}

closure! {
    /// What stands in a part now.
    Fill: Fn() -> Vec<Child>, fill(self: &Self)
}

closure! {
    /// The keys of elements that stand in a part now.
    Keys: Fn() -> Vec<u64>, keys(self: &Self)
}

closure! {
    /// The element of a key.
    Make: Fn(key: u64) -> El, make(self: &Self)
}

closure! {
    /// Something done again and again.
    pub(super) Run: FnMut(), run(self: &mut Self)
}

/// What an attribute or a text says.
pub(super) enum Value {
    /// Always the same.
    Fixed(String),
    /// Followed; `None` takes the attribute away.
    Live(Box<dyn Say>),
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

/// A value that is followed; `None` takes the attribute away.
pub(super) fn live(value: impl Fn() -> Option<&'static str> + 'static) -> Value {
    Value::Live(Box::new(move || value().map(str::to_owned)))
}

/// A value that is put together and followed; `None` takes the attribute away.
pub(super) fn live_string(value: impl Fn() -> Option<String> + 'static) -> Value {
    Value::Live(Box::new(value))
}

/// `true` or `false`, followed.
pub(super) fn live_flag(value: impl Fn() -> bool + 'static) -> Value {
    live(move || Some(if value() { "true" } else { "false" }))
}

/// An attribute or a property of an element.
struct Attribute {
    name: &'static str,
    is_property: bool,
    value: Value,
}

type Handler = Box<dyn Handle>;
type HandOver = Box<dyn FnOnce(&web_sys::Element)>;

/// What stands in an element.
enum Child {
    Element(El),
    Text(Value),
    /// Made anew whenever what it reads changes.
    Block(Box<dyn Fill>),
    /// One element a key, kept as long as its key.
    Keyed(Box<dyn Keys>, Rc<dyn Make>),
}

/// What there is to say of an element.
struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    listeners: Vec<(&'static str, Handler)>,
    children: Vec<Child>,
    made: Option<HandOver>,
}

/// An element in the making; `svg` and what stands in it belongs to SVG, everything else to HTML.
#[must_use]
pub(super) struct El(Box<Parts>);

/// Puts what `fill` adds into an element of the page, until what is returned is dropped.
pub(super) fn mount(parent: &web_sys::Element, fill: impl FnOnce(El) -> El + 'static) -> impl Sized + 'static {
    let place = parent.clone();
    leptos::mount::mount_to_renderer(parent, move || mounting::Root::new(place, fill(el("")).into_children()))
}

/// An element of a name.
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), listeners: Vec::new(), children: Vec::new(), made: None }))
}

impl El {
    fn with(mut self, name: &'static str, is_property: bool, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, is_property, value });
        self
    }

    /// Sets an attribute.
    pub(super) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, false, value.into())
    }

    /// Sets an attribute if there is something to say.
    pub(super) fn maybe_attr(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets the classes.
    pub(super) fn class(self, value: impl Into<Value>) -> Self {
        self.attr("class", value)
    }

    /// Sets a property whose values are texts.
    pub(super) fn property(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, true, value.into())
    }

    /// Sets the property `checked` and follows it.
    pub(super) fn checked(self, value: impl Fn() -> bool + 'static) -> Self {
        // A property of a flag: no text is false, any other is true.
        self.property("checked", live(move || value().then_some("checked")))
    }

    /// Sets what is inside as markup. There can be no other children.
    pub(super) fn markup(self, value: impl Into<Value>) -> Self {
        self.property("innerHTML", value)
    }

    fn listen(mut self, name: &'static str, handler: Handler) -> Self {
        self.0.listeners.push((name, handler));
        self
    }

    /// Listens to an event.
    pub(super) fn on(self, name: &'static str, handler: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.listen(name, Box::new(handler))
    }

    /// Listens to an event of a certain kind; it is for the caller to know that events of this name are of it.
    pub(super) fn on_kind<E: JsCast>(self, name: &'static str, mut handler: impl FnMut(&E) + 'static) -> Self {
        self.listen(name, Box::new(move |event: web_sys::Event| handler(event.unchecked_ref())))
    }

    /// Hands over the element when it stands in the page with all that is in it.
    pub(super) fn made(mut self, hand_over: impl FnOnce(&web_sys::Element) + 'static) -> Self {
        self.0.made = Some(Box::new(hand_over));
        self
    }

    /// Keeps the element in a reference.
    pub(super) fn node_ref<E: ElementType<Output: JsCast> + 'static>(self, node: NodeRef<E>) -> Self {
        self.made(move |element| node.load(element))
    }

    /// What stands in the element; nothing else of it remains.
    #[inline(never)]
    fn into_children(self) -> Vec<Child> {
        self.0.children
    }

    fn with_child(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds an element.
    pub(super) fn child(self, child: Self) -> Self {
        self.with_child(Child::Element(child))
    }

    /// Adds elements.
    pub(super) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds a text.
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        self.with_child(Child::Text(Value::Fixed(text.into())))
    }

    /// Adds a text and follows it.
    pub(super) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.with_child(Child::Text(live_string(move || Some(text()))))
    }

    /// Adds elements that are made anew whenever what `make` reads changes: none, one or many.
    pub(super) fn block<I: IntoIterator<Item = Self>>(self, make: impl Fn() -> I + 'static) -> Self {
        self.with_child(Child::Block(Box::new(move || make().into_iter().map(Child::Element).collect())))
    }

    /// Adds whatever `fill` adds to what it is given, made anew whenever what it reads changes.
    pub(super) fn part(self, fill: impl Fn(Self) -> Self + 'static) -> Self {
        self.with_child(Child::Block(Box::new(move || fill(el("")).into_children())))
    }

    /// Adds one element a key. An element stays as long as its key; `keys` gives them in ascending order.
    pub(super) fn keyed(self, keys: impl Fn() -> Vec<u64> + 'static, make: impl Fn(u64) -> Self + 'static) -> Self {
        self.with_child(Child::Keyed(Box::new(keys), Rc::new(make)))
    }
}
