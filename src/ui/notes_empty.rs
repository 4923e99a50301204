//! No event passes: says so, and offers the filter whose removal brings back most.

use leptos::prelude::*;

use super::filters::active_filters;
use super::state::AppState;

/// What stands where the events would be.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let state = AppState::expect();
    let offers = move || {
        let (dataset, locale) = (state.dataset(), state.locale.get());
        let active = state.filter.with(|f| active_filters(&dataset, f, None, locale));
        let mut offers: Vec<_> = active.into_iter().map(|a| (state.count_with(&a.without), a)).collect();
        crate::order::sort_by_key(&mut offers, |(n, _)| std::cmp::Reverse(*n));
        let buttons = offers.into_iter().filter(|(n, _)| *n > 0).take(2).map(|(n, active)| {
            let words = (state.words().empty_remove)(&active.label, n);
            let without = active.without;
            view! {
                <button class="button" type="button" on:click=move |_| state.set_filter(|f| *f = without.clone())>{words}</button>
            }
        });
        buttons.collect_view()
    };
    view! {
        <div class="empty">
            <p>{state.words().empty_title}</p>
            <p class="empty-offers">
                {offers}
                <button class="button" type="button" on:click=move |_| state.set_filter(|f| *f = Default::default())>
                    {state.words().filter_clear}
                </button>
            </p>
        </div>
    }
}
