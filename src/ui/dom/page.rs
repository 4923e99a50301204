//! Elements put into the page, and kept true.
//!
//! Effects belong to the reactive owner in which an element is built: when a part is made anew, those of its last
//! making are gone before the new ones start, and what stands in the page is handed on.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Node};

use super::{Attribute, Child, El, Fill, Handler, Keys, Make, Parts, Run, Say, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Writes what is new about a value.
type Setter = Box<dyn Fn(Option<&str>)>;

/// An event's handler, which can be replaced while the element keeps listening.
type Slot = Rc<RefCell<Option<Handler>>>;

/// An element that stands in the page.
pub(super) struct Built {
    tag: &'static str,
    element: Element,
    is_svg: bool,
    attributes: Vec<Kept>,
    slots: Vec<(&'static str, Slot)>,
    parts: Vec<Part>,
}

/// An attribute that was set, and its value where that stays as it is.
struct Kept {
    name: &'static str,
    is_property: bool,
    fixed: Option<String>,
}

/// Elements by their keys, each with the owner of what is live in it.
type Keyed = Vec<(u64, Owner, Built)>;

/// A child that stands in the page. Those of changing extent end with an empty comment.
pub(super) enum Part {
    Element(Built),
    Text(Node, Option<String>),
    Block(Node, Rc<RefCell<Vec<Part>>>),
    Keyed(Node, Rc<RefCell<Keyed>>),
}

/// Where children go: into `parent`, before `end` or last.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) parent: &'a Node,
    pub(super) end: Option<&'a Node>,
    pub(super) is_svg: bool,
}

impl Place<'_> {
    fn insert(&self, node: &Node) {
        // Fails only for a node that contains its parent.
        let _ = self.parent.insert_before(node, self.end);
    }
}

/// Follows what `run` reads until the current owner ends.
fn follow(mut run: Box<dyn Run>) {
    let effect = RenderEffect::new(move |_| run.run());
    on_cleanup(move || drop(effect));
}

/// Follows a value, and hands on what is new about it. `last` is what stands there, if that is known.
fn follow_value(value: Box<dyn Say>, mut last: Option<Option<String>>, set: Setter) {
    follow(Box::new(move || {
        let next = value.say();
        if last.as_ref() != Some(&next) {
            set(next.as_deref());
            last = Some(next);
        }
    }));
}

fn document() -> web_sys::Document {
    crate::ui::signals::document()
}

fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

fn set_attribute(element: &Element, name: &str, is_property: bool, value: Option<&str>) {
    // These fail for names that cannot be, and all names are written in this program.
    if is_property {
        let _ = js_sys::Reflect::set(element, &name.into(), &value.unwrap_or_default().into());
    } else if let Some(value) = value {
        let _ = element.set_attribute(name, value);
    } else {
        let _ = element.remove_attribute(name);
    }
}

impl Built {
    fn new(el: El, is_svg: bool) -> Self {
        let parts = *el.0;
        let tag = parts.tag;
        let is_svg = is_svg || tag == "svg";
        let document = document();
        let element = if is_svg { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
        let element = element.unwrap_or_else(|_| unreachable!("the name of an element is one"));
        let slots = parts.listeners.iter().map(|(name, _)| (*name, listen(&element, name))).collect();
        let mut built = Self { tag, element, is_svg, attributes: Vec::new(), slots, parts: Vec::new() };
        built.fill(parts);
        built
    }

    /// Makes the element what it should be now, if it is of the same kind; otherwise gives the new one back.
    fn patch(&mut self, el: El) -> Option<El> {
        let names = el.0.listeners.iter().map(|(name, _)| *name);
        if self.tag != el.0.tag || !names.eq(self.slots.iter().map(|(name, _)| *name)) {
            return Some(el);
        }
        self.fill(*el.0);
        None
    }

    fn fill(&mut self, parts: Parts) {
        let Parts { attributes, listeners, children, made, .. } = parts;
        self.set_attributes(attributes);
        for ((_, slot), (_, handler)) in self.slots.iter().zip(listeners) {
            *slot.borrow_mut() = Some(handler);
        }
        render(&mut self.parts, children, Place { parent: &self.element, end: None, is_svg: self.is_svg });
        if let Some(made) = made {
            untrack(|| made(&self.element));
        }
    }

    fn set_attributes(&mut self, attributes: Vec<Attribute>) {
        let mut old = std::mem::take(&mut self.attributes);
        for Attribute { name, is_property, value } in attributes {
            let last = old.iter().position(|kept| kept.name == name).map(|at| old.swap_remove(at).fixed);
            let fixed = match value {
                Value::Fixed(text) => {
                    if last.flatten().as_ref() != Some(&text) {
                        set_attribute(&self.element, name, is_property, Some(&text));
                    }
                    Some(text)
                }
                Value::Live(value) => {
                    let last = match last {
                        None => Some(None),
                        Some(_) if is_property => None,
                        Some(_) => Some(self.element.get_attribute(name)),
                    };
                    let element = self.element.clone();
                    let set = move |value: Option<&str>| set_attribute(&element, name, is_property, value);
                    follow_value(value, last, Box::new(set));
                    None
                }
            };
            self.attributes.push(Kept { name, is_property, fixed });
        }
        for Kept { name, is_property, .. } in old {
            set_attribute(&self.element, name, is_property, None);
        }
    }
}

/// Listens as long as the element is there.
fn listen(element: &Element, name: &str) -> Slot {
    let slot: Slot = Rc::default();
    let held = slot.clone();
    let call = move |event| {
        // Taken out meanwhile: a handler may cause another event, or its own replacement.
        let Some(mut handler) = held.take() else { return };
        handler.handle(event);
        held.borrow_mut().get_or_insert(handler);
    };
    let closure: Closure<dyn Fn(web_sys::Event)> = Closure::new(call);
    // Fails for no name of an event.
    let _ = element.add_event_listener_with_callback(name, closure.into_js_value().unchecked_ref());
    slot
}

/// Makes the parts of a place what they should be: in place as far as they are of the same kinds, anew from there on.
pub(super) fn render(parts: &mut Vec<Part>, children: Vec<Child>, place: Place<'_>) {
    let mut children = children.into_iter();
    let mut unlike = None;
    let mut kept = 0;
    for part in parts.iter_mut() {
        let Some(child) = children.next() else { break };
        unlike = part.patch(child, place.is_svg);
        if unlike.is_some() {
            break;
        }
        kept += 1;
    }
    for part in parts.drain(kept..) {
        part.remove();
    }
    for child in unlike.into_iter().chain(children) {
        parts.push(Part::new(child, place));
    }
}

impl Part {
    fn new(child: Child, place: Place<'_>) -> Self {
        match child {
            Child::Element(el) => {
                let built = Built::new(el, place.is_svg);
                place.insert(&built.element);
                Self::Element(built)
            }
            Child::Text(value) => {
                let node: Node = document().create_text_node("").into();
                place.insert(&node);
                let kept = say(&node, Some(String::new()), value);
                Self::Text(node, kept)
            }
            Child::Block(make) => {
                let end: Node = document().create_comment("").into();
                place.insert(&end);
                let parts = Rc::default();
                block(make, &end, &parts, place.is_svg);
                Self::Block(end, parts)
            }
            Child::Keyed(keys, make) => {
                let end: Node = document().create_comment("").into();
                place.insert(&end);
                let items = Rc::default();
                keyed(keys, make, &end, &items, place.is_svg);
                Self::Keyed(end, items)
            }
        }
    }

    /// Makes the part what it should be now, if it is of the same kind; otherwise gives the new child back.
    fn patch(&mut self, child: Child, is_svg: bool) -> Option<Child> {
        match (self, child) {
            (Self::Element(built), Child::Element(el)) => return built.patch(el).map(Child::Element),
            (Self::Text(node, kept), Child::Text(value)) => {
                let last = kept.take().or_else(|| node.node_value());
                *kept = say(node, last, value);
            }
            (Self::Block(end, parts), Child::Block(make)) => block(make, end, parts, is_svg),
            (_, child) => return Some(child),
        }
        None
    }

    pub(super) fn remove(self) {
        let end = match self {
            Self::Element(built) => built.element.into(),
            Self::Text(node, _) => node,
            Self::Block(end, parts) => {
                parts.take().into_iter().for_each(Self::remove);
                end
            }
            Self::Keyed(end, items) => {
                items.take().into_iter().for_each(|(.., built)| remove(&built.element));
                end
            }
        };
        remove(&end);
    }
}

/// Writes a text, or follows it. Gives back what stays as it is.
fn say(node: &Node, last: Option<String>, value: Value) -> Option<String> {
    match value {
        Value::Fixed(text) => {
            if last.as_ref() != Some(&text) {
                node.set_node_value(Some(&text));
            }
            Some(text)
        }
        Value::Live(value) => {
            let node = node.clone();
            follow_value(value, Some(last), Box::new(move |text| node.set_node_value(text)));
            None
        }
    }
}

fn block(make: Box<dyn Fill>, end: &Node, parts: &Rc<RefCell<Vec<Part>>>, is_svg: bool) {
    let (end, parts) = (end.clone(), Rc::clone(parts));
    follow(Box::new(move || {
        let children = make.fill();
        if let Some(parent) = end.parent_node() {
            render(&mut parts.borrow_mut(), children, Place { parent: &parent, end: Some(&end), is_svg });
        }
    }));
}

/// Both lists ascend by key, so one walk along them finds what goes, what stays and what is new; nothing is moved.
fn keyed(keys: Box<dyn Keys>, make: Rc<dyn Make>, end: &Node, items: &Rc<RefCell<Keyed>>, is_svg: bool) {
    let (end, items) = (end.clone(), Rc::clone(items));
    // Outlives a run of the effect, as the elements do.
    let outer = Owner::current().unwrap_or_default();
    follow(Box::new(move || {
        let keys = keys.keys();
        let Some(parent) = end.parent_node() else { return };
        let mut old = items.take().into_iter().peekable();
        let mut new = Vec::with_capacity(keys.len());
        for key in keys {
            while let Some((.., gone)) = old.next_if(|(old_key, ..)| *old_key < key) {
                remove(&gone.element);
            }
            new.push(old.next_if(|(old_key, ..)| *old_key == key).unwrap_or_else(|| {
                let owner = outer.child();
                let built = untrack(|| owner.with(|| Built::new(make.make(key), is_svg)));
                let next = old.peek().map_or(&end, |(.., built)| &built.element);
                Place { parent: &parent, end: Some(next), is_svg }.insert(&built.element);
                (key, owner, built)
            }));
        }
        old.for_each(|(.., gone)| remove(&gone.element));
        items.replace(new);
    }));
}
