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

/// A value that can be changed in its place.
type Held = Rc<RefCell<dyn Any>>;

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
    StoredValue = Kept<Held>
}

handle! {
    /// A value that is set, and followed.
    RwSignal = Kept<(Held, ArcTrigger)>
}

handle! {
    /// A value that follows from others, told only when it is another than before.
    Memo = leptos::prelude::Memo<Fixed>
}

fn gone<R>() -> R {
    unreachable!("a value is asked for after its owner ended")
}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value as long as the current owner.
    pub fn new(value: T) -> Self {
        let held: Held = Rc::new(RefCell::new(value));
        Kept::new_local(held).into()
    }

    /// The value if its owner has not ended.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.kept.try_get_value().and_then(|held| held.borrow().downcast_ref().map(read))
    }

    /// Reads the value.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.try_with_value(read).unwrap_or_else(gone)
    }

    /// A copy of the value.
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
        self.kept.try_get_value().and_then(|held| held.borrow_mut().downcast_mut().map(change))
    }

    /// Changes the value.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Replaces the value.
    pub fn set_value(self, value: T) {
        self.update_value(|old| *old = value);
    }
}

/// The value, followed or not.
fn held(kept: Kept<(Held, ArcTrigger)>, is_followed: bool) -> Option<Held> {
    let (held, changed) = kept.try_get_value()?;
    if is_followed {
        changed.track();
    }
    Some(held)
}

fn notify(kept: Kept<(Held, ArcTrigger)>) {
    if let Some((_, changed)) = kept.try_get_value() {
        changed.notify();
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal that lives as long as the current owner.
    pub fn new(value: T) -> Self {
        let held: Held = Rc::new(RefCell::new(value));
        Kept::new_local((held, ArcTrigger::new())).into()
    }

    fn read<R>(self, is_followed: bool, read: impl FnOnce(&T) -> R) -> Option<R> {
        held(self.kept, is_followed).and_then(|held| held.borrow().downcast_ref().map(read))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        let _ = held(self.kept, true);
    }

    /// Reads and follows the value if its owner has not ended.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.read(true, read)
    }

    /// Reads and follows the value.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read(true, read).unwrap_or_else(gone)
    }

    /// Reads the value if its owner has not ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.read(false, read)
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read(false, read).unwrap_or_else(gone)
    }

    /// A copy of the value, which is followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, which is followed, if its owner has not ended.
    pub fn try_get(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with(T::clone)
    }

    /// A copy of the value if its owner has not ended.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Changes the value, untold, if its owner has not ended.
    pub fn try_update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        held(self.kept, false).and_then(|held| held.borrow_mut().downcast_mut().map(change))
    }

    /// Changes the value, untold.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        self.try_update_untracked(change);
    }

    /// Changes the value and tells those who follow it, if its owner has not ended.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let outcome = self.try_update_untracked(change);
        notify(self.kept);
        outcome
    }

    /// Changes the value and tells those who follow it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Replaces the value and tells those who follow it.
    pub fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    /// Replaces the value and tells those who follow it; gives it back if its owner has ended.
    pub fn try_set(self, value: T) -> Option<T> {
        let mut value = Some(value);
        self.try_update(|old| {
            if let Some(value) = value.take() {
                *old = value;
            }
        });
        value
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
fn fixed(memo: leptos::prelude::Memo<Fixed>, is_followed: bool) -> Option<Fixed> {
    if is_followed { memo.try_get() } else { memo.try_get_untracked() }
}

impl<T: 'static> Memo<T> {
    fn read<R>(self, is_followed: bool, read: impl FnOnce(&T) -> R) -> Option<R> {
        fixed(self.kept, is_followed).and_then(|fixed| fixed.downcast_ref().map(read))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.kept.track();
    }

    /// Reads and follows the value if its owner has not ended.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.read(true, read)
    }

    /// Reads and follows the value.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read(true, read).unwrap_or_else(gone)
    }

    /// Reads the value if its owner has not ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.read(false, read)
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read(false, read).unwrap_or_else(gone)
    }

    /// A copy of the value, which is followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, which is followed, if its owner has not ended.
    pub fn try_get(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with(T::clone)
    }

    /// A copy of the value if its owner has not ended.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }
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
