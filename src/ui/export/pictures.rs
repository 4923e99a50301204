//! Print and pictures in the dialog of downloads: one choice of drawing, one button a form.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::files;
use crate::chart::ChartId;
use crate::export::document::{Picture, Resolution};
use crate::scene::Palette;
use crate::ui::dom::{El, el};
use crate::ui::state::AppState;
use crate::ui::{picture, print};

/// What the buttons of the resolutions say, in every language.
const RESOLUTIONS: [(Resolution, &str); 3] =
    [(Resolution::Once, "PNG"), (Resolution::Twice, "PNG 2×"), (Resolution::FourK, "PNG 4K")];

/// The drawing at a place of the list.
fn at(place: usize) -> Picture {
    place.checked_sub(1).and_then(|i| ChartId::ALL.get(i)).map_or(Picture::Timeline, |id| Picture::Chart(*id))
}

/// A row for print, and one for pictures; what came of it goes into `told`.
pub(super) fn rows(state: AppState, told: RwSignal<&'static str>) -> [El; 2] {
    let words = state.words().print();
    let chosen = RwSignal::new(0_usize);
    let is_dark = RwSignal::new(picture::palette(state) == Palette::Dark);
    let options = words
        .picture_names
        .iter()
        .enumerate()
        .map(|(place, name)| el("option").attr("value", place.to_string()).text(*name));
    let select = el("select")
        .class("download-select")
        .attr("aria-label", words.pictures)
        .on("change", move |event| {
            let select = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
            chosen.set(select.map_or(0, |s| s.selected_index().max(0) as usize));
            told.set("");
        })
        .children(options);
    let dark = el("label")
        .class("download-option")
        .child(
            el("input")
                .attr("type", "checkbox")
                .checked(move || is_dark.get())
                .on("change", move |_| is_dark.update(|dark| *dark = !*dark)),
        )
        .text(words.picture_dark);
    let palette = move || if is_dark.get_untracked() { Palette::Dark } else { Palette::Light };
    let svg = button("SVG").on("click", move |_| {
        let (words, picture) = (state.words(), at(chosen.get_untracked()));
        let Some(text) = picture::svg_text(state, picture, palette()) else {
            told.set(words.charts_nothing);
            return;
        };
        let saved = files::save(&text, "image/svg+xml", &picture::file_name(state, picture, ".svg"));
        told.set(if saved.is_ok() { words.export().saved } else { words.export().save_failed });
    });
    let pngs = RESOLUTIONS.map(|(resolution, name)| {
        button(name).on("click", move |_| {
            picture::save_png(state, at(chosen.get_untracked()), palette(), resolution, told);
        })
    });
    let choices = el("div").class("download-choices");
    [
        row(words.print, words.print_what, el("div").class("download-choices").child(print::button(state))),
        row(words.pictures, words.pictures_what, choices.child(select).child(dark).child(svg).children(pngs)),
    ]
}

fn row(name: &str, what: &str, choices: El) -> El {
    let heading = el("div").child(el("h3").text(name)).child(el("p").class("download-what").text(what));
    el("div").class("download-row").child(heading).child(choices)
}

fn button(name: &str) -> El {
    el("button").class("button").attr("type", "button").text(name)
}
