//! The view of a stop as a still picture in a page, and the events in it as a list.

use crate::chart::ChartId;
use crate::export::document::{Subject, chart_of};
use crate::i18n::{DateStyle, date_words};
use crate::layout::{Metrics, Request, Viewport, layout, make_room_for_names, timeline_scene};
use crate::route::{View, ViewState};
use crate::scale::FontMetrics;
use crate::scene::Scene;
use crate::story::Shown;
use crate::ui::dom::{El, el};
use crate::ui::embed;
use crate::ui::scene_view::shapes_view;
use crate::ui::unit::{rem, view_box};
use crate::ui::url_sync::History;

use super::Stories;

/// Lane names stand beside the rows from this width on, px; the room they have there.
const GUTTER: (f64, f64) = (560.0, 136.0);

/// The picture of a stop, `width` px wide; where the view is a list, none.
pub(super) fn picture(stories: Stories, shown: &Shown, width: f64) -> Option<El> {
    let (dataset, locale) = (stories.state.dataset(), stories.state.locale.get_untracked());
    let selection = &shown.selection;
    if selection.ids.is_empty() {
        return Some(el("p").class("story-nothing").text(stories.state.words().story().no_events));
    }
    let subject = Subject {
        dataset: &dataset,
        ids: &selection.ids,
        filter: &shown.state.filter,
        span: selection.span,
        lanes: shown.state.lanes,
        locale,
        headline: &selection.headline,
        permalink: "",
    };
    match shown.state.view.unwrap_or_default() {
        View::Table | View::Outline => None,
        View::Charts => {
            let chart = chart_of(&subject, shown.state.chart.unwrap_or(ChartId::Trend), width)?;
            let finding = el("p").class("story-finding").text(chart.headline.as_str());
            let rule = el("p").class("story-rule").text(chart.rule.as_str());
            let drawn = drawing(&chart.scene, &chart.headline);
            Some(el("div").child(finding).child(rule).child(drawn))
        }
        View::Timeline | View::All | View::Story => {
            let (gutter, metrics) = if width < GUTTER.0 {
                (0.0, Metrics { lane_head: 22.0, max_rows: 4, ..Metrics::default() })
            } else {
                (GUTTER.1, Metrics::default())
            };
            let mut placed = layout(&Request {
                dataset: &dataset,
                ids: &selection.ids,
                lanes: shown.state.lanes,
                filter: &shown.state.filter,
                viewport: Viewport::new(selection.span, width - gutter).fitted(selection.span),
                with_neighbors: false,
                selected: shown.state.event,
                locale,
                metrics,
                measure: &FontMetrics,
            });
            if gutter > 0.0 {
                make_room_for_names(&mut placed, &dataset, locale, gutter);
            }
            let scene = timeline_scene(&dataset, &placed, shown.state.event, locale, gutter);
            Some(drawing(&scene, &selection.headline.text()))
        }
    }
}

/// A drawing; one wider than the page scrolls in its own box.
fn drawing(scene: &Scene, name: &str) -> El {
    let svg = el("svg")
        .attr("viewBox", view_box(scene.width, scene.height))
        .attr("width", rem(scene.width))
        .attr("height", rem(scene.height))
        .attr("role", "img")
        .attr("aria-label", name)
        .child(shapes_view(&scene.shapes));
    el("div").class("story-drawing").attr("tabindex", "0").attr("role", "group").attr("aria-label", name).child(svg)
}

/// The events of a stop: date, title that opens it, where the source speaks of it. Open where there is no picture.
pub(super) fn events(stories: Stories, shown: &Shown, step: usize, is_open: bool) -> Option<El> {
    let (dataset, locale) = (stories.state.dataset(), stories.state.locale.get_untracked());
    let words = stories.state.words();
    let ids = &shown.selection.ids;
    if ids.is_empty() {
        return None;
    }
    let entries = ids.iter().map(|id| {
        let event = dataset.event(*id);
        let section = dataset.section(event.section);
        let (lang, scheme, data) = stories.state.view.with_untracked(|v| (v.lang, v.scheme, v.data.clone()));
        let view = ViewState { event: Some(*id), lang, scheme, data, ..shown.state.clone() };
        let link = go(stories, view, Some(step)).text(event.title.get(locale));
        el("li").child(el("span").class("story-date").text(date_words(event.date, locale, DateStyle::Short))).child(
            el("span")
                .child(link)
                .child(el("span").class("story-section").text((words.card_report)(&section.number, section.page))),
        )
    });
    let list = el("ol").class("story-events").children(entries);
    let details = el("details").class("story-details").maybe_attr("open", is_open.then_some(""));
    Some(details.child(el("summary").text((words.story().events)(ids.len()))).child(list))
}

/// A link to a state of the page; with a key held it is the browser's, and in somebody else's page it opens beside it.
///
/// From a stop, `from`, Back leads to that stop again.
pub(super) fn go(stories: Stories, view: ViewState, from: Option<usize>) -> El {
    let state = stories.state;
    let link = el("a").attr("href", stories.address_of(&view));
    if embed::is_embedded() {
        return link.attr("target", "_blank").attr("rel", "noopener");
    }
    link.on_kind("click", move |event: &web_sys::MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            if from.is_some() {
                state.change(History::Replace, |v| v.step = from);
            }
            let view = view.clone();
            state.ask(move |now| *now = view);
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    })
}
