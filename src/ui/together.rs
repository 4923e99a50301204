//! Timeline, charts and table on one page, each in a box of its own.

use crate::ui::signals::*;

use super::dialog::once_settled;
use super::dom::{El, el};
use super::lazy::{NARROW, REST, lazily};
use super::masthead::focus;
use super::notes_empty::empty;
use super::phone::Phone;
use super::pointing::reveal_in_boxes;
use super::state::AppState;
use super::timeline::timeline;
use crate::i18n::view_name;
use crate::route::View;

/// What stands under the timeline.
#[derive(Clone, Copy, PartialEq)]
enum Below {
    /// Charts and table.
    Both,
    /// No event passes in the days in view.
    Empty,
    /// Nothing: the timeline says that no event passes at all.
    Nothing,
}

/// The three views, the timeline above the others.
pub(super) fn together(state: AppState) -> El {
    let below = Memo::new(move |_| {
        let is_empty = |ids: Memo<std::sync::Arc<Vec<_>>>| ids.with(|ids| ids.is_empty());
        match (is_empty(state.matching), is_empty(state.visible)) {
            (true, _) => Below::Nothing,
            (_, true) => Below::Empty,
            _ => Below::Both,
        }
    });
    if Phone::expect().is_narrow.get() {
        return sections(state, below);
    }
    reveal_in_boxes(state);
    let pane = |class: &str, name: &str| el("section").class(class).attr("aria-label", name);
    let lower = move || match below.get() {
        Below::Both => {
            let words = state.words();
            let charts = pane("together-pane together-charts", words.view_charts).part(lazily(
                state,
                &REST,
                move |rest, part| (rest.charts.view)(state, part),
            ));
            let table = pane("together-pane together-table", words.view_table).part(lazy_table(state));
            Some(el("div").class("together-below").child(charts).child(table))
        }
        Below::Empty => Some(empty(state)),
        Below::Nothing => None,
    };
    el("div")
        .class("together")
        .child(el("div").class("together-pane together-timeline").child(timeline(state)))
        .block(lower)
}

fn lazy_table(state: AppState) -> impl Fn(El) -> El {
    lazily(state, &REST, move |rest, part| (rest.asked.table)(state, part))
}

/// On a phone the three stand below one another: the whole record on a screen or two, what it adds up to, and each event.
fn sections(state: AppState, below: Memo<Below>) -> El {
    let words = state.words();
    let name = move |view: View| view_name(words, view);
    let jumps = [View::Timeline, View::Charts, View::Table].into_iter().map(move |view| {
        el("a").class("together-jump").attr("href", ["#together-", view.slug()].concat()).text(name(view))
    });
    let section = move |view: View| {
        let id = ["together-", view.slug()].concat();
        let open = el("button")
            .class("together-open")
            .attr("type", "button")
            .attr("aria-label", (words.phone().open_view)(name(view)))
            .on("click", move |_| {
                state.show_view(view);
                once_settled(|| focus("h1"));
            })
            .text(words.phone().open);
        let heading = el("h2").attr("id", id.as_str()).attr("tabindex", "-1").text(name(view));
        el("section")
            .class("together-section")
            .attr("aria-labelledby", id.as_str())
            .child(el("div").class("together-head").child(heading).child(open))
    };
    let lower = move || {
        let charts =
            move || section(View::Charts).part(lazily(state, &REST, move |rest, part| (rest.charts.view)(state, part)));
        (below.get() == Below::Both)
            .then(|| el("div").child(charts()).child(section(View::Table).part(lazy_table(state))))
    };
    el("div")
        .class("together")
        .child(el("nav").class("together-jumps").attr("aria-label", words.phone().jumps).children(jumps))
        .child(
            section(View::Timeline)
                .part(lazily(state, &NARROW, move |narrow, part| part.child((narrow.overview)(state)))),
        )
        .block(lower)
}
