//! Elements written as markup, for lists too long to make each of them by itself.

use web_sys::Element;

/// Puts markup into an element, before one of its children or last, in one piece; the elements it became, in order.
pub(in crate::ui) fn inserted(parent: &Element, next: Option<&Element>, markup: &str) -> Vec<Element> {
    let before = match next {
        Some(next) => next.previous_element_sibling(),
        None => parent.last_element_child(),
    };
    // It fails only for a place that is not in a document's tree, and then nothing stands there.
    let _ = match next {
        Some(next) => next.insert_adjacent_html("beforebegin", markup),
        None => parent.insert_adjacent_html("beforeend", markup),
    };
    let mut element = match before {
        Some(before) => before.next_element_sibling(),
        None => parent.first_element_child(),
    };
    let mut new = Vec::new();
    while let Some(one) = element.filter(|one| Some(one) != next) {
        element = one.next_element_sibling();
        new.push(one);
    }
    new
}
