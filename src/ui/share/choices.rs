//! What can be chosen about an embedded view.

use crate::ui::signals::*;

use super::{FRAME_PX, Sharing};
use crate::embed::{EmbedChoice, Lifetime, default_height};
use crate::i18n::view_name;
use crate::model::Locale;
use crate::query::eligible;
use crate::route::{Scheme, View};
use crate::ui::dom::{El, el, live_string};
use crate::ui::state::AppState;

/// All fields, each a question with its answers.
pub(super) fn fields(state: AppState, sharing: Sharing) -> El {
    let words = state.words().share();
    let dataset = state.dataset();
    let headline = state.headline.with_untracked(crate::headline::Headline::text);
    let n_all = eligible(&dataset, false).count();

    // A story is offered where one is looked at.
    let views = View::ALL.into_iter().filter(|view| *view != View::Story || state.shown.get_untracked() == *view);
    let views: Vec<(String, View)> = views.map(|view| (view_name(state.words(), view).to_owned(), view)).collect();
    let events = [((words.events_filtered)(&headline), true), ((words.events_all)(n_all), false)];
    let languages = [
        (words.language_reader.to_owned(), None),
        ("English".to_owned(), Some(Locale::En)),
        ("中文".to_owned(), Some(Locale::Zh)),
    ];
    let schemes = [
        (words.scheme_page.to_owned(), Scheme::System),
        (words.scheme_light.to_owned(), Scheme::Light),
        (words.scheme_dark.to_owned(), Scheme::Dark),
    ];
    let data = [
        (words.data_living.to_owned(), Lifetime::Living),
        ((words.data_frozen)(&dataset.info().version), Lifetime::Frozen),
    ];
    let height = move || default_height(sharing.choice.get().view).to_string();
    el("div")
        .class("share-choices")
        .child(select("share-view", words.view, views, sharing, |choice| &mut choice.view))
        .child(select("share-language", words.language, languages, sharing, |choice| &mut choice.lang))
        .child(select("share-scheme", words.scheme, schemes, sharing, |choice| &mut choice.scheme))
        .child(select("share-events", words.events, events, sharing, |choice| &mut choice.filtered))
        .child(select("share-data", words.data, data, sharing, |choice| &mut choice.lifetime))
        .child(
            el("div")
                .class("share-size")
                .child(number("share-width", words.width, sharing.size[0], move || words.width_full.to_owned()))
                .child(number("share-height", words.height, sharing.size[1], height)),
        )
}

/// One answer of a list.
fn select<T: Copy + PartialEq + 'static>(
    id: &'static str,
    name: &'static str,
    answers: impl IntoIterator<Item = (String, T)>,
    sharing: Sharing,
    field: fn(&mut EmbedChoice) -> &mut T,
) -> El {
    let mut now = sharing.choice.get_untracked();
    let chosen = *field(&mut now);
    let (labels, values): (Vec<String>, Vec<T>) = answers.into_iter().unzip();
    let place = values.iter().position(|value| *value == chosen);
    let options = labels.into_iter().enumerate().map(|(i, label)| {
        el("option").attr("value", i.to_string()).maybe_attr("selected", (place == Some(i)).then_some("")).text(label)
    });
    let select = el("select").class("share-select").children(options).on("change", move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(value) = place.and_then(|place| values.get(place)) {
            sharing.choice.update(|choice| *field(choice) = *value);
        }
    });
    labelled(id, name, select)
}

/// A number of pixels; it counts when it is finished, so that half of one makes no frame.
fn number(
    id: &'static str,
    name: &'static str,
    typed: RwSignal<String>,
    otherwise: impl Fn() -> String + 'static,
) -> El {
    let input = el("input")
        .class("share-select")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", FRAME_PX.0.to_string())
        .attr("max", FRAME_PX.1.to_string())
        .attr("placeholder", live_string(move || Some(otherwise())))
        .property("value", typed.get_untracked())
        .on("change", move |event| typed.set(event_target_value(&event)));
    labelled(id, name, input)
}

fn labelled(id: &'static str, name: &'static str, field: El) -> El {
    let label = el("label").attr("for", id).text(name);
    el("div").class("share-choice").child(label).child(field.attr("id", id))
}

/// One of several, all in sight.
pub(super) fn radios<const N: usize>(
    name: &'static str,
    legend: &'static str,
    labels: [String; N],
    chosen: RwSignal<usize>,
) -> El {
    let options = labels.into_iter().enumerate().map(|(place, label)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .checked(move || chosen.get() == place)
            .on("change", move |_| chosen.set(place));
        el("label").class("cite-option").child(input).text(label)
    });
    el("fieldset").class("cite-choice").child(el("legend").text(legend)).children(options)
}
