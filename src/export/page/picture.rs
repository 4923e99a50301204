//! The still picture of the record, in the colours of the page around it.

use crate::export::document::{Subject, whole_layout};
use crate::layout::{Metrics, timeline_scene};
use crate::scene::svg;

/// px of the lane names, as on the page.
const GUTTER: f64 = 136.0;

/// A width the picture is drawn for.
#[derive(Clone, Copy)]
struct Size {
    /// px.
    width: f64,
    /// The class of pages that are wide enough for it and not too wide.
    classes: &'static str,
}

/// As the timeline opens in a window of 1280.
const WIDE: Size = Size { width: 1232.0, classes: "served-picture served-picture--wide" };

/// As it opens in a frame of 640.
const SMALL: Size = Size { width: 608.0, classes: "served-picture served-picture--small" };

/// The timeline of a subject as elements of the page, one a width.
pub(super) fn pictures(subject: &Subject) -> String {
    let scenes = [WIDE, SMALL].map(|size| {
        let placed = whole_layout(subject, size.width, GUTTER, Metrics::default());
        timeline_scene(subject.dataset, &placed, None, subject.locale, GUTTER)
    });
    let name = subject.headline.text();
    let drawn = [WIDE, SMALL].iter().zip(&scenes).map(|(size, scene)| svg::element(scene, &name, size.classes));
    svg::element_gradients(&scenes) + &drawn.collect::<String>()
}
