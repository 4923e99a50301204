//! How to read the page: a dialog with the marks as they are drawn, and one line that points to it on a first visit.

use super::dialog::dialog;
use super::dom::{El, el};
use super::lazy::{REST, lazy_body};
use super::masthead::focus;
use super::phone::Phone;
use super::preference;
use super::scene_view::kind_icon;
use super::shortcuts::Panels;
use super::state::AppState;
use crate::headline::{account, coverage_words};
use crate::i18n::HelpWords;
use crate::model::Locale;
use crate::query::eligible;
use crate::scene::{Family, Glyph};

/// The preference under which the line of the first visit is kept away.
pub(super) const SEEN: &str = "welcome-seen";

/// How many events there are, and of which years.
fn scope(state: AppState) -> (usize, String) {
    let dataset = state.dataset();
    (eligible(&dataset, false).count(), coverage_words(&dataset, state.locale.get_untracked()))
}

/// The button that brings the help back at any time.
pub(super) fn help_button(state: AppState) -> El {
    let (panels, name) = (Panels::expect(), state.words().doors.help);
    el("button")
        .class("control help-button")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .attr("aria-label", name)
        .attr("title", name)
        .on("click", move |_| panels.help.set(true))
        .child(el("span").attr("aria-hidden", "true").text("?"))
}

/// What a stranger should know, in one line, until it is put away: beside the headline, or on a narrow page, where the
/// headline says the most of it, beside the name.
pub(super) fn welcome(state: AppState, is_beside_name: bool) -> impl Fn() -> Option<El> {
    let (panels, phone) = (Panels::expect(), Phone::expect());
    let shows = panels.welcome;
    let line = move || {
        let words = state.words().doors;
        let (n, years) = scope(state);
        let open = el("button").class("welcome-open").attr("type", "button").attr("aria-haspopup", "dialog");
        let close = el("button")
            .class("welcome-close")
            .attr("type", "button")
            .attr("aria-label", words.welcome_dismiss)
            .attr("title", words.welcome_dismiss);
        let dismiss = move |_| {
            preference::set(SEEN, true);
            shows.set(false);
            // The help is found again where the focus goes: on a phone behind a button. What is hidden takes no focus.
            focus("[aria-controls=bar-more]");
            focus(".help-button");
        };
        el("div")
            .class("welcome")
            .child(el("p").text((words.welcome)(n, &years)))
            .text(" ")
            .child(open.on("click", move |_| panels.help.set(true)).text(words.help))
            .child(close.on("click", dismiss).text("✕"))
    };
    move || (shows.get() && phone.is_narrow.get() == is_beside_name).then(line)
}

/// How to read the page.
pub(super) fn help_dialog(state: AppState) -> El {
    let panels = Panels::expect();
    dialog(
        state,
        "help",
        state.words().doors.help,
        panels.help,
        lazy_body(state, &REST, move |rest| (rest.more.help)(state, panels)),
    )
}

/// What stands in the dialog.
pub(super) fn body(state: AppState, panels: Panels) -> El {
    let (words, dataset, locale) = (state.words().help(), state.dataset(), state.locale.get_untracked());
    let (n, years) = scope(state);
    let heading = |text: &str| el("h3").class("help-heading").text(text);
    let moves =
        words.moves.iter().map(|[deed, effect]| el("div").child(el("dt").text(*deed)).child(el("dd").text(*effect)));
    let list_keys = move |_| {
        panels.help.set(false);
        panels.keys.set(true);
    };
    el("div")
        .child(el("p").class("help-what").text((words.what)(n, &years)))
        .child(el("p").class("help-what").text(account(&dataset, locale).0))
        .child(heading(words.marks))
        .child(marks(state, words, locale))
        .child(heading(words.moving))
        .child(el("dl").class("help-moves").children(moves))
        .child(heading(words.counting))
        .child(el("p").text(words.counting_text))
        .child(el("p").class("help-foot").child(
            el("button").class("button").attr("type", "button").on("click", list_keys).text(state.words().doors.keys),
        ))
}

fn marks(state: AppState, words: &HelpWords, locale: Locale) -> El {
    let dataset = state.dataset();
    let kinds = &dataset.taxonomy().kinds;
    let family = |family: Family, rule: &str| {
        let names = kinds.iter().enumerate().filter_map(|(i, term)| {
            let glyph = Glyph::of_kind(&term.slug, i);
            (glyph.family() == family)
                .then(|| el("span").class("help-kind").child(kind_icon(glyph, None)).text(term.label.get(locale)))
        });
        el("li").child(el("p").text(rule)).child(el("p").class("help-kinds").children(names))
    };
    let sample = |class: &'static str, text: &'static str, sample: &str| {
        let sample = el("i").class(class).attr("aria-hidden", "true").text(sample);
        el("li").class("help-mark").child(sample).child(el("p").text(text))
    };
    let swatches = (0..4).map(|i| el("i").class("swatch").attr("style", format!("background: var(--region-{i})")));
    let colors = el("span").class("help-swatches").attr("aria-hidden", "true").children(swatches);
    el("ul")
        .class("help-marks")
        .child(family(Family::Words, words.family_words))
        .child(family(Family::Meetings, words.family_meetings))
        .child(family(Family::Deeds, words.family_deeds))
        .child(el("li").class("help-mark").child(colors).child(el("p").text(words.color)))
        .child(sample("key-band", words.band, ""))
        .child(sample("key-bar", words.bar, ""))
        .child(sample("key-band key-band--open", words.open_end, ""))
        .child(sample("key-pill", words.cluster, "3"))
}
