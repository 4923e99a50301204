//! Where a long list stands on the screen.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::{GROUP, LongList, ROW};
use crate::scale::clamp;

/// A box that rows are scrolled in, where it is not the page.
const BOX: &str = ".together-pane";

pub(super) fn window_height() -> f64 {
    let height = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|px| px.as_f64());
    height.unwrap_or(800.0)
}

pub(super) fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

impl LongList {
    /// The element around all groups, as long as the view is there.
    pub(super) fn list(self) -> Option<Element> {
        self.element.try_get_value().flatten()
    }

    pub(super) fn elements(self, name: &str) -> Vec<Element> {
        let selector = ["[", name, "]"].concat();
        let Some(Ok(found)) = self.list().map(|list| list.query_selector_all(&selector)) else { return Vec::new() };
        (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
    }

    pub(super) fn row_element(self, row: usize) -> Option<Element> {
        self.list()?.query_selector(&["[", ROW, "=\"", &row.to_string(), "\"]"].concat()).ok().flatten()
    }

    /// The box that scrolls the list, `None` where that is the page.
    pub(super) fn scroller(self) -> Option<Element> {
        let pane = self.list()?.closest(BOX).ok().flatten();
        // Below one window's size the boxes do not scroll.
        pane.filter(|pane| pane.scroll_height() > pane.client_height() + 1)
    }

    /// What of the screen shows the list, from top to bottom.
    pub(super) fn clip(self) -> Option<(f64, f64)> {
        let height = window_height();
        let (top, bottom) = self.scroller().map_or((0.0, height), |pane| {
            let rect = pane.get_bounding_client_rect();
            (clamp(rect.top(), 0.0, height), clamp(rect.bottom(), 0.0, height))
        });
        (bottom > top).then_some((top, bottom))
    }

    pub(super) fn scroll_by(self, px: f64) {
        if px.abs() < 1.0 {
            return;
        }
        match (self.scroller(), web_sys::window()) {
            (Some(pane), _) => pane.set_scroll_top(pane.scroll_top() + px.round() as i32),
            (None, Some(window)) => window.scroll_by_with_x_and_y(0.0, px),
            (None, None) => {}
        }
    }

    /// Where the list begins on the screen.
    pub(super) fn origin(self) -> Option<f64> {
        // A group begins with the gap above it: the first one stands at the top.
        let group = self.list()?.query_selector(&["[", GROUP, "]"].concat()).ok().flatten()?;
        Some(group.get_bounding_client_rect().top())
    }

    /// The first row whose top is in sight, and where it is in what is scrolled.
    pub(super) fn anchor(self) -> Option<(usize, f64)> {
        let (top, bottom) = self.clip()?;
        let is_in_sight = |row: &Element| (top..bottom).contains(&row.get_bounding_client_rect().top());
        let first = self.elements(ROW).into_iter().find(is_in_sight)?;
        Some((number(&first, ROW)?, self.place_of(&first)))
    }

    /// px from the top of what is scrolled to an element, wherever it is scrolled to.
    pub(super) fn place_of(self, element: &Element) -> f64 {
        let page = || web_sys::window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
        let scrolled = self.scroller().map_or_else(page, |pane| f64::from(pane.scroll_top()));
        element.get_bounding_client_rect().top() + scrolled
    }
}
