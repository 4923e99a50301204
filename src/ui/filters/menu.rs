//! Menus of choices, each with the number of events it would leave.

use crate::ui::erase::{block, derived};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::{OpenMenu, facet_name};
use crate::i18n::{DateStyle, date_words};
use crate::model::{CountryId, Day, KindId, Locale, Month, RegionId, StanceId, Term, ThemeId, TimeSpan};
use crate::query::{Chosen, Facet, Filter, fold, within};
use crate::scene::{Glyph, Paint};
use crate::ui::scene_view::{KindIcon, paint};
use crate::ui::state::AppState;

/// Lists longer than this get a field to find an entry by.
const LONG_LIST: usize = 24;

/// The most years the time menu lists one by one.
const MAX_YEARS: i32 = 12;

/// A button that opens a panel under it; closed by Escape, by a click elsewhere, or by leaving it with Tab.
#[component]
fn Menu(
    /// Unique name.
    name: &'static str,
    /// The button's words.
    label: &'static str,
    /// A number beside them.
    #[prop(into)]
    count: Signal<Option<usize>>,
    /// The panel's content, made when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let open = expect_context::<OpenMenu>().0;
    let is_open = Memo::new(move |_| open.get() == Some(name));
    let button: NodeRef<html::Button> = NodeRef::new();
    let root: NodeRef<html::Div> = NodeRef::new();
    let panel_id = format!("menu-{name}");
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            open.set(None);
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    let on_leave = move |event: web_sys::FocusEvent| {
        let next = event.related_target().and_then(|t| t.dyn_into::<web_sys::Node>().ok());
        let inside = root.get_untracked().is_some_and(|root| root.contains(next.as_ref()));
        if next.is_some() && !inside && is_open.get_untracked() {
            open.set(None);
        }
    };
    let controls = panel_id.clone();
    let children = StoredValue::new(children);
    view! {
        <div class="menu" node_ref=root on:keydown=on_key on:focusout=on_leave>
            <button
                class="menu-button"
                type="button"
                node_ref=button
                aria-expanded=derived(move || is_open.get().to_string())
                aria-controls=controls
                on:click=move |_| open.update(|o| *o = if *o == Some(name) { None } else { Some(name) })
            >
                {label}
                {block(move || count.get().map(|n| view! { <span class="menu-count">{n}</span> }))}
                <svg class="menu-caret" viewBox="0 0 8 5" width="8" height="5" aria-hidden="true"><path fill="currentColor" d="M0 0h8L4 5z" /></svg>
            </button>
            <Show when=move || is_open.get()>
                <div class="menu-panel" id=panel_id.clone() role="group" aria-label=label>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </div>
    }
}

/// A place in a facet's list.
fn toggle(filter: &mut Filter, facet: Facet, at: usize) {
    fn flip<T: Copy + Ord>(set: &mut Chosen<T>, item: T) {
        if !set.remove(&item) {
            set.insert(item);
        }
    }
    match facet {
        Facet::Region => flip(&mut filter.regions, RegionId(at as u8)),
        Facet::Kind => flip(&mut filter.kinds, KindId(at as u8)),
        Facet::Theme => flip(&mut filter.themes, ThemeId(at as u8)),
        Facet::Country => flip(&mut filter.countries, CountryId(at as u16)),
        Facet::Stance => flip(&mut filter.stances, StanceId(at as u8)),
    }
}

/// Asks nothing of a facet.
fn clear(filter: &mut Filter, facet: Facet) {
    match facet {
        Facet::Region => filter.regions.clear(),
        Facet::Kind => filter.kinds.clear(),
        Facet::Theme => filter.themes.clear(),
        Facet::Country => filter.countries.clear(),
        Facet::Stance => filter.stances.clear(),
    }
}

fn is_chosen(filter: &Filter, facet: Facet, at: usize) -> bool {
    match facet {
        Facet::Region => filter.regions.contains(&RegionId(at as u8)),
        Facet::Kind => filter.kinds.contains(&KindId(at as u8)),
        Facet::Theme => filter.themes.contains(&ThemeId(at as u8)),
        Facet::Country => filter.countries.contains(&CountryId(at as u16)),
        Facet::Stance => filter.stances.contains(&StanceId(at as u8)),
    }
}

/// The menu of one facet: choices that would leave something, and those that are chosen.
#[component]
pub(super) fn FacetMenu(facet: Facet) -> impl IntoView {
    let state = AppState::expect();
    let label = facet_name(state.words(), facet);
    let n_choices = Signal::derive(move || Some(state.facets.with(|f| f.of(facet).iter().filter(|n| **n > 0).count())));
    let has_any = move || {
        let dataset = state.dataset();
        let taxonomy = dataset.taxonomy();
        match facet {
            Facet::Region => !taxonomy.regions.is_empty(),
            Facet::Kind => !taxonomy.kinds.is_empty(),
            Facet::Theme => !taxonomy.themes.is_empty(),
            Facet::Country => !taxonomy.countries.is_empty(),
            Facet::Stance => !taxonomy.stances.is_empty(),
        }
    };
    view! {
        <Show when=has_any>
            <Menu name=facet.slug() label=label count=n_choices>
                <Choices facet=facet />
            </Menu>
        </Show>
    }
}

#[component]
fn Choices(facet: Facet) -> impl IntoView {
    let state = AppState::expect();
    let dataset = state.dataset();
    let taxonomy = dataset.taxonomy();
    let terms: Vec<Term> = match facet {
        Facet::Region => taxonomy.regions.iter().map(|r| r.term.clone()).collect(),
        Facet::Kind => taxonomy.kinds.clone(),
        Facet::Theme => taxonomy.themes.clone(),
        Facet::Country => taxonomy.countries.clone(),
        Facet::Stance => taxonomy.stances.clone(),
    };
    let is_long = terms.len() > LONG_LIST;
    let find = RwSignal::new(String::new());
    let terms = StoredValue::new(terms);
    // What is listed is settled when the menu opens, so that nothing jumps away under the pointer.
    let listed: Vec<usize> = state.facets.with_untracked(|f| {
        let counts = f.of(facet);
        let filter = state.filter.get_untracked();
        (0..counts.len()).filter(|at| counts[*at] > 0 || is_chosen(&filter, facet, *at)).collect()
    });
    let rows = listed.into_iter().map(move |at| {
        let name = terms.with_value(|t| t[at].label.get(state.locale.get_untracked()).clone());
        let number = (facet == Facet::Theme).then(|| format!("{} ", at + 1));
        let icon = match facet {
            Facet::Region => {
                let style = format!("background: {}", paint(Paint::Region(RegionId(at as u8))));
                view! { <i class="swatch" style=style></i> }.into_any()
            }
            Facet::Kind => {
                let glyph = terms.with_value(|t| Glyph::of_kind(&t[at].slug, at));
                view! { <KindIcon glyph=glyph /> }.into_any()
            }
            Facet::Theme | Facet::Country | Facet::Stance => ().into_any(),
        };
        let count = derived(move || state.facets.with(|f| f.of(facet)[at]));
        let is_found = move || {
            find.with(|needle| {
                let folded = fold(needle);
                folded.trim().is_empty()
                    || terms.with_value(|t| {
                        let label = &t[at].label;
                        fold(&label.en).contains(folded.trim()) || fold(&label.zh).contains(folded.trim())
                    })
            })
        };
        view! {
            <label class="choice" class:choice--hidden=derived(move || !is_found())>
                <input
                    type="checkbox"
                    prop:checked=derived(move || state.filter.with(|f| is_chosen(f, facet, at)))
                    on:change=move |_| state.set_filter(|f| toggle(f, facet, at))
                />
                {icon}
                <span class="choice-name">{number}{name}</span>
                <span class="choice-count">{count}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    let none_chosen = derived(move || {
        state.filter.with(|f| match facet {
            Facet::Region => f.regions.is_empty(),
            Facet::Kind => f.kinds.is_empty(),
            Facet::Theme => f.themes.is_empty(),
            Facet::Country => f.countries.is_empty(),
            Facet::Stance => f.stances.is_empty(),
        })
    });
    view! {
        <div class="menu-head">
            {is_long.then(|| view! {
                <input
                    class="menu-find"
                    type="text"
                    autocomplete="off"
                    placeholder=state.words().filter_find
                    aria-label=state.words().filter_find
                    on:input=move |event| find.set(event_target_value(&event))
                />
            })}
            <button type="button" class="menu-all" disabled=none_chosen on:click=move |_| state.set_filter(|f| clear(f, facet))>
                {state.words().filter_all}
            </button>
        </div>
        {rows}
    }
}

fn year_span(year: i32) -> TimeSpan {
    TimeSpan::new(Month::new(year, 1).first_day(), Month::new(year + 1, 1).first_day())
}

fn year_words(locale: Locale, year: i32) -> String {
    // The same words as a date known to the year.
    let date = year.to_string().parse().ok();
    date.map_or(year.to_string(), |date| date_words(date, locale, DateStyle::Full))
}

/// The years of the record, and the switch for what came before it.
#[component]
pub(super) fn TimeMenu() -> impl IntoView {
    let state = AppState::expect();
    let label = state.words().filter_time;
    let count = Signal::derive(|| None);
    view! {
        <Menu name="time" label=label count=count>
            <Years />
        </Menu>
    }
}

#[component]
fn Years() -> impl IntoView {
    let state = AppState::expect();
    let coverage = state.dataset().coverage();
    let (first, last) = (coverage.start().ymd().0, coverage.last().ymd().0);
    let years = (first..=last).rev().take(MAX_YEARS as usize).collect::<Vec<_>>().into_iter().rev();
    let choice = move |span: Option<TimeSpan>, name: String| {
        let shown = span.unwrap_or(coverage);
        let count = derived(move || state.matching.with(|ids| within(&state.dataset(), ids, shown).len()));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="time"
                    prop:checked=derived(move || state.filter.with(|f| f.time) == span)
                    on:change=move |_| state.set_filter(|f| f.time = span)
                />
                <span class="choice-name">{name}</span>
                <span class="choice-count">{count}</span>
            </label>
        }
    };
    let rows = years.map(|year| {
        // The record may begin or end inside a year.
        let span = year_span(year);
        choice(Some(span), year_words(state.locale.get_untracked(), year))
    });
    let rows = rows.collect_view();
    let has_background = state.dataset().events().iter().any(|e| e.background);
    let set_background = move |_| {
        let domain = state.dataset().domain(true);
        state.set_filter(|f| {
            f.background = !f.background;
            // Showing it looks at it; hiding it comes back to the record.
            f.time = f.background.then_some(TimeSpan::new(Day(domain.start().0), domain.end()));
        });
    };
    view! {
        {choice(None, state.words().filter_all.to_owned())}
        {rows}
        {has_background.then(|| view! {
            <label class="choice choice--apart">
                <input type="checkbox" prop:checked=derived(move || state.filter.with(|f| f.background)) on:change=set_background />
                <span class="choice-name">{state.words().filter_background}</span>
            </label>
        })}
    }
}
