//! One type for all closures of a kind.
//!
//! A closure in a view is compiled with its own copy of the rendering machinery, a kilobyte or two each.
//! Behind these functions all of a kind share one copy.

use leptos::prelude::*;

/// A derived value of an attribute or a text.
pub(super) fn derived<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(value)
}

/// A part of the page that is made anew when what it reads changes.
pub(super) fn block<V: IntoView + 'static>(
    make: impl Fn() -> V + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send + 'static>
where
    View<V>: IntoAny,
{
    Box::new(move || make().into_view().into_any())
}
