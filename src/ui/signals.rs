//! Signals whose values are all held in one way.
//!
//! Leptos makes the code of a signal, a memo, a stored value and an effect once for every type that is held, a good
//! tenth of the program. Here every value is held behind one type, and only what is handed in or out knows which it
//! is; the graph of what depends on what remains that of Leptos. Names and behaviour are those of Leptos, and
//! everything else of its prelude is passed on.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

pub use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use send_wrapper::SendWrapper;

use super::dom::{Run, closure};
pub use super::node_ref::NodeRef;

/// Where a value that can be changed stands, and what tells those who follow it.
struct Slot {
    // A box, so that the way to the value is the same whatever it is.
    value: RefCell<Box<dyn Any>>,
    changed: ArcTrigger,
}

/// A value that is replaced when it changes.
type Fixed = SendWrapper<Rc<dyn Any>>;

/// What a handle is in the arena of Leptos.
type Kept<T> = leptos::prelude::StoredValue<T, LocalStorage>;

/// Declares a handle on a value of type `T` that is kept as another type.
macro_rules! handle {
    ($(#[$doc:meta])* $name:ident = $kept:ty) => {
        $(#[$doc])*
        pub struct $name<T> {
            kept: $kept,
            of: PhantomData<fn() -> T>,
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> From<$kept> for $name<T> {
            fn from(kept: $kept) -> Self {
                Self { kept, of: PhantomData }
            }
        }
    };
}

handle! {
    /// A value that is no signal: nothing follows it.
    StoredValue = Kept<Rc<Slot>>
}

handle! {
    /// A value that is set, and followed.
    RwSignal = Kept<Rc<Slot>>
}

handle! {
    /// A value that follows from others, told only when it is another than before.
    Memo = leptos::prelude::Memo<Fixed>
}

#[cold]
fn gone<R>() -> R {
    unreachable!("a value is asked for after its owner ended")
}

// What follows is written so that the code of a place that reads or changes a value is a few calls: everything that
// does not depend on the type of the value stands in functions of its own.

/// The value as what it is.
#[inline(never)]
fn of<T: 'static>(value: &dyn Any) -> &T {
    value.downcast_ref().unwrap_or_else(gone)
}

#[inline(never)]
fn of_mut<T: 'static>(value: &mut Box<dyn Any>) -> &mut T {
    value.downcast_mut().unwrap_or_else(gone)
}

fn keep(value: Box<dyn Any>) -> Kept<Rc<Slot>> {
    Kept::new_local(Rc::new(Slot { value: RefCell::new(value), changed: ArcTrigger::new() }))
}

/// The place of a value, followed or not, if its owner has not ended.
#[inline(never)]
fn try_slot(kept: Kept<Rc<Slot>>, is_followed: bool) -> Option<Rc<Slot>> {
    let slot = kept.try_get_value()?;
    if is_followed {
        slot.changed.track();
    }
    Some(slot)
}

#[inline(never)]
fn slot(kept: Kept<Rc<Slot>>, is_followed: bool) -> Rc<Slot> {
    try_slot(kept, is_followed).unwrap_or_else(gone)
}

#[inline(never)]
fn notify(kept: Kept<Rc<Slot>>) {
    if let Some(slot) = kept.try_get_value() {
        slot.changed.notify();
    }
}

/// Replaces a value; gives it back if its owner has ended.
#[inline(never)]
fn replace(kept: Kept<Rc<Slot>>, value: Box<dyn Any>) -> Option<Box<dyn Any>> {
    let Some(slot) = kept.try_get_value() else { return Some(value) };
    // Dropped when nothing is borrowed any more: its end may have consequences.
    let old = slot.value.replace(value);
    drop(old);
    None
}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value as long as the current owner.
    pub fn new(value: T) -> Self {
        keep(Box::new(value)).into()
    }

    /// The value if its owner has not ended.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        try_slot(self.kept, false).map(|slot| read(of(&**slot.value.borrow())))
    }

    /// Reads the value.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&**slot(self.kept, false).value.borrow()))
    }

    /// A copy of the value.
    #[inline(never)]
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.with_value(T::clone)
    }

    /// A copy of the value if its owner has not ended.
    pub fn try_get_value(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_value(T::clone)
    }

    /// Changes the value if its owner has not ended.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        try_slot(self.kept, false).map(|slot| change(of_mut(&mut slot.value.borrow_mut())))
    }

    /// Changes the value if its owner has not ended.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Replaces the value if its owner has not ended.
    pub fn set_value(self, value: T) {
        replace(self.kept, Box::new(value));
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal that lives as long as the current owner.
    pub fn new(value: T) -> Self {
        keep(Box::new(value)).into()
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        try_slot(self.kept, true);
    }

    /// Reads and follows the value.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&**slot(self.kept, true).value.borrow()))
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&**slot(self.kept, false).value.borrow()))
    }

    /// Reads the value if its owner has not ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        try_slot(self.kept, false).map(|slot| read(of(&**slot.value.borrow())))
    }

    /// Changes the value, untold, if its owner has not ended.
    pub fn try_update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        try_slot(self.kept, false).map(|slot| change(of_mut(&mut slot.value.borrow_mut())))
    }

    /// Changes the value, untold, if its owner has not ended.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        self.try_update_untracked(change);
    }

    /// Changes the value and tells those who follow it, if its owner has not ended.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let outcome = self.try_update_untracked(change);
        notify(self.kept);
        outcome
    }

    /// Changes the value and tells those who follow it, if its owner has not ended.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Replaces the value and tells those who follow it, if its owner has not ended.
    pub fn set(self, value: T) {
        self.try_set(value);
    }

    /// Replaces the value and tells those who follow it; whether its owner has not ended.
    #[inline(never)]
    pub fn try_set(self, value: T) -> bool {
        let is_there = replace(self.kept, Box::new(value)).is_none();
        notify(self.kept);
        is_there
    }
}

closure! {
    /// Makes the next value of what stands now, if it is another.
    Derive: Fn(now: Option<&dyn Any>) -> Option<Rc<dyn Any>>, derive(self: &Self)
}

fn derived(derive: Box<dyn Derive>) -> leptos::prelude::Memo<Fixed> {
    let derive = SendWrapper::new(derive);
    leptos::prelude::Memo::new_owning(move |now: Option<Fixed>| {
        let next = derive.derive(now.as_deref().map(|rc| &**rc));
        match (next, now) {
            (None, Some(now)) => (now, false),
            (next, _) => (SendWrapper::new(next.unwrap_or_else(gone)), true),
        }
    })
}

impl<T: PartialEq + 'static> Memo<T> {
    /// A memo that lives as long as the current owner; `derive` is given the value as it stands.
    pub fn new(derive: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let erased = move |now: Option<&dyn Any>| -> Option<Rc<dyn Any>> {
            let now = now.and_then(<dyn Any>::downcast_ref);
            let next = derive(now);
            if now == Some(&next) { None } else { Some(Rc::new(next)) }
        };
        derived(Box::new(erased)).into()
    }
}

/// The value of a memo, followed or not.
#[inline(never)]
fn fixed(memo: leptos::prelude::Memo<Fixed>, is_followed: bool) -> Rc<dyn Any> {
    let value = if is_followed { memo.try_get() } else { memo.try_get_untracked() };
    value.unwrap_or_else(gone).take()
}

impl<T: 'static> Memo<T> {
    /// Follows the value without reading it.
    pub fn track(self) {
        self.kept.track();
    }

    /// Reads and follows the value.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&*fixed(self.kept, true)))
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&*fixed(self.kept, false)))
    }

    /// Reads and follows the value if its owner has not ended.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.kept.try_get().map(|value| read(of(&**value)))
    }

    /// Reads the value if its owner has not ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.kept.try_get_untracked().map(|value| read(of(&**value)))
    }
}

/// Declares how a value is copied out of a handle that reads it.
macro_rules! copies {
    ($name:ident) => {
        impl<T: Clone + 'static> $name<T> {
            /// A copy of the value, which is followed.
            #[inline(never)]
            pub fn get(self) -> T {
                self.with(T::clone)
            }

            /// A copy of the value.
            #[inline(never)]
            pub fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }

            /// A copy of the value if its owner has not ended.
            pub fn try_get_untracked(self) -> Option<T> {
                self.try_with_untracked(T::clone)
            }
        }
    };
}
copies!(RwSignal);
copies!(Memo);

/// What is handed down to the parts of a page, one value of a type.
#[derive(Clone, Copy)]
struct Handed(StoredValue<Vec<Box<dyn Any>>>);

#[inline(never)]
fn handed() -> Option<Handed> {
    leptos::prelude::use_context()
}

/// Hands a value down to the parts of the page that the current owner stands for.
pub fn provide_context<T: 'static>(value: T) {
    let handed = handed().unwrap_or_else(|| {
        let first = Handed(StoredValue::new(Vec::new()));
        leptos::prelude::provide_context(first);
        first
    });
    handed.0.update_value(|values| values.push(Box::new(value)));
}

/// The value of a type that was handed down.
pub fn expect_context<T: Clone + 'static>() -> T {
    let handed = handed().unwrap_or_else(gone);
    handed.0.with_value(|values| values.iter().find_map(|value| value.downcast_ref().cloned())).unwrap_or_else(gone)
}

/// Something that is done again whenever what it reads has changed, first when the present work is done.
pub struct Effect;

impl Effect {
    /// Begins it, until the current owner ends. `run` is given what it returned the last time.
    #[expect(clippy::new_ret_no_self, reason = "named as in Leptos; nobody ends an effect early")]
    pub fn new<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
        let mut last = None;
        begin(Box::new(move || last = Some(run(last.take()))));
    }
}

fn begin(mut run: Box<dyn Run>) {
    leptos::prelude::Effect::new(move |_: Option<()>| run.run());
}
