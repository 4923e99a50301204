//! The key: what shapes, bands and pills mean. One line where there is room, folded behind a button where not.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::scene::{Family, Glyph};
use crate::ui::scene_view::KindIcon;
use crate::ui::state::AppState;

fn family_name(words: &Messages, family: Family) -> &'static str {
    match family {
        Family::Words => words.key_words,
        Family::Meetings => words.key_meetings,
        Family::Deeds => words.key_deeds,
    }
}

/// Kinds by family, then the marks that are not kinds.
#[component]
pub(super) fn Key() -> impl IntoView {
    let state = AppState::expect();
    let families = {
        let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
        let kinds: Vec<(Glyph, String)> = (dataset.taxonomy().kinds.iter().enumerate())
            .map(|(i, term)| (Glyph::of_kind(&term.slug, i), term.label.get(locale).clone()))
            .collect();
        let family = |family: Family| {
            let entries = kinds.iter().filter(move |(glyph, _)| glyph.family() == family).map(|(glyph, name)| {
                view! { <span class="key-entry"><KindIcon glyph=*glyph />{name.clone()}</span> }
            });
            view! { <span class="key-family"><b>{family_name(words, family)}</b>{entries.collect_view()}</span> }
        };
        Family::ALL.into_iter().map(family).collect_view()
    };
    view! {
        <details class="key" open="">
            <summary>{state.words().key_name}</summary>
            <div class="key-line">
                {families}
                <span class="key-family">
                    <span class="key-entry"><i class="key-band"></i>{state.words().key_band}</span>
                    <span class="key-entry"><i class="key-bar"></i>{state.words().key_bar}</span>
                    <span class="key-entry"><i class="key-pill">"3"</i>{state.words().key_cluster}</span>
                </span>
            </div>
        </details>
    }
}
