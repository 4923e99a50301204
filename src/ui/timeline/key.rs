//! The key: what shapes, bands and pills mean. One line where there is room, folded behind a button where not.

use crate::i18n::Messages;
use crate::scene::{Family, Glyph};
use crate::ui::dom::{El, el};
use crate::ui::scene_view::kind_icon;
use crate::ui::state::AppState;

fn family_name(words: &Messages, family: Family) -> &'static str {
    match family {
        Family::Words => words.key_words,
        Family::Meetings => words.key_meetings,
        Family::Deeds => words.key_deeds,
    }
}

/// Kinds by family, then the marks that are not kinds.
pub(super) fn key(state: AppState) -> El {
    let (dataset, locale, words) = (state.dataset(), state.locale.get_untracked(), state.words());
    let entry = || el("span").class("key-entry");
    let family = |family: Family| {
        let name = el("b").text(family_name(words, family));
        let kinds = dataset.taxonomy().kinds.iter().enumerate();
        let kinds = kinds.map(|(i, term)| (Glyph::of_kind(&term.slug, i), term.label.get(locale)));
        let kinds = kinds.filter(|(glyph, _)| glyph.family() == family);
        let entries = kinds.map(|(glyph, name)| entry().child(kind_icon(glyph, None)).text(name));
        el("span").class("key-family").child(name).children(entries)
    };
    let marks = el("span")
        .class("key-family")
        .child(entry().child(el("i").class("key-band")).text(words.key_band))
        .child(entry().child(el("i").class("key-bar")).text(words.key_bar))
        .child(entry().child(el("i").class("key-pill").text("3")).text(words.key_cluster));
    let line = el("div").class("key-line").children(Family::ALL.into_iter().map(family)).child(marks);
    el("details").class("key").attr("open", "").child(el("summary").text(words.key_name)).child(line)
}
