//! Found text in the page: marked where it stands, or shown from where else it is.

use std::ops::Range;

use super::dom::{El, el};
use super::state::AppState;
use crate::model::{EventId, Locale};

/// A title or a name inside an element, what was found of it marked.
pub(super) fn marked(element: El, state: AppState, text: &str) -> El {
    let ranges = state.needle.with(|needle| needle.ranges(text));
    with_marks(element, text, &ranges)
}

/// A text inside an element that stays while the search text changes; running text has no first letters marked.
pub(super) fn marked_live(element: El, state: AppState, text: &str, is_prose: bool) -> El {
    let text = text.to_owned();
    element.part(move |part| {
        let ranges =
            state.needle.with(|needle| if is_prose { needle.ranges_in_prose(&text) } else { needle.ranges(&text) });
        with_marks(part, &text, &ranges)
    })
}

/// A text inside an element, with these parts of it marked.
pub(super) fn with_marks(mut element: El, text: &str, ranges: &[Range<usize>]) -> El {
    let mut at = 0;
    for range in ranges {
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        element = element.text(part(at..range.start)).child(el("mark").text(part(range.clone())));
        at = range.end;
    }
    element.text(text.get(at..).unwrap_or_default())
}

/// A line that says where the text was found, if the title does not show it.
pub(super) fn found_line(state: AppState, id: EventId, locale: Locale) -> Option<El> {
    let found = state.needle.with(|needle| needle.found_elsewhere(&state.dataset(), id, locale))?;
    let place = el("span").class("found-place").text((state.words().search.found_in)(found.place));
    let words = el("span").maybe_attr("lang", (found.locale != locale).then(|| found.locale.tag()));
    Some(el("p").class("found").child(place).text(" ").child(with_marks(words, &found.text, &found.ranges)))
}
