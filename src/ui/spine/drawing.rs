//! What stands behind the lines: periods in the margin, the spine, dots, leaders and bands.

use std::fmt::Write as _;

use crate::ui::signals::*;

use super::rows::near;
use super::{Stage, rem};
use crate::compare::Side;
use crate::layout::{Spine, tick_words};
use crate::scale::PxSpan;
use crate::scene::Paint;
use crate::scene::svg::{gradient_id, number};
use crate::ui::dom::{El, el, live_string};
use crate::ui::scene_view::paint;

/// Where things stand, px from the left.
struct Across {
    /// The rail of the pinned selection, if there is one, and the spine.
    rails: [f64; 2],
    /// Where a leader ends.
    leader_end: f64,
    /// Width of a band.
    band: f64,
    /// From one place of a band to the next.
    track: f64,
}

const ALONE: Across = Across { rails: [50.0, 50.0], leader_end: 66.0, band: 10.0, track: 7.0 };

const PAIR: Across = Across { rails: [50.0, 67.0], leader_end: 84.0, band: 6.0, track: 4.0 };

/// Width of a bar of known days, px.
const BAR: f64 = 4.0;

impl Across {
    fn of(layout: &Spine) -> &'static Self {
        if layout.pair.is_some() { &PAIR } else { &ALONE }
    }

    fn rail(&self, pinned: bool) -> f64 {
        self.rails[usize::from(!pinned)]
    }
}

/// A period's label stands from this height on, px.
const LABEL: f64 = 34.0;

fn box_style(px: PxSpan) -> String {
    ["top: ", &rem(px.start), "; height: ", &rem(px.width())].concat()
}

/// The names of the periods, each staying in view as long as its period, and the breaks.
pub(super) fn margin(stage: Stage) -> El {
    let locale = stage.state.locale.get_untracked();
    let words = stage.state.words().phone();
    let near = Memo::new(move |_| near(stage));
    let ticks = move || {
        let near = near.get();
        stage.layout.with(|l| {
            let shown = l.ticks.iter().filter(|tick| tick.px.overlaps(near));
            let ticks = shown.map(|tick| {
                let (month, year) = tick_words(tick, l, locale);
                let label = el("span").class("spine-period");
                let label = match month {
                    Some(month) => label.child(el("b").text(month)).child(el("span").text(year)),
                    None => label.child(el("b").text(year)),
                };
                let label = (tick.px.width() >= LABEL).then_some(label);
                el("div").class("spine-tick").attr("style", box_style(tick.px)).children(label)
            });
            let breaks = l.breaks().filter(|(px, _)| px.overlaps(near));
            let breaks = breaks.map(|(px, days)| {
                el("div").class("spine-break").attr("style", box_style(px)).text((words.break_days)(days))
            });
            ticks.chain(breaks).collect::<Vec<_>>()
        })
    };
    el("div").block(ticks)
}

/// One drawing of what is near the screen, written as markup.
pub(super) fn drawing(stage: Stage) -> El {
    let near = Memo::new(move |_| near(stage));
    let part = Memo::new(move |_| {
        let near = near.get();
        stage.layout.with(|l| PxSpan::new(near.start.max(0.0), near.end.min(l.height).max(1.0)))
    });
    let view_box =
        live_string(move || part.with(|p| Some(["0 ", &number(p.start), " 88 ", &number(p.width())].concat())));
    let markup = live_string(move || {
        let part = part.get();
        Some(stage.layout.with(|l| shapes(stage, l, part)))
    });
    el("svg")
        .class("spine-drawing")
        .attr("aria-hidden", "true")
        .attr("style", live_string(move || part.with(|p| Some(box_style(*p)))))
        .attr("viewBox", view_box)
        .attr("preserveAspectRatio", "none")
        .markup(markup)
}

fn shapes(stage: Stage, layout: &Spine, part: PxSpan) -> String {
    let mut out = String::new();
    let across = Across::of(layout);
    for band in layout.bands.iter().filter(|b| b.px.overlaps(part)) {
        let fill = Paint::Region(band.region);
        let y = number(band.px.start);
        let _ = match band.soft {
            Some(soft) => {
                let class = if band.is_faint { "spine-band spine-band--faint" } else { "spine-band" };
                let x = number(across.rail(band.pinned) + (band.track as f64 - 1.0) * across.track);
                let (length, id) = (number(band.px.width().max(22.0)), gradient_id(soft, fill));
                let (side, width) = (number(-across.band / 2.0), number(across.band));
                // Gradients run from left to right: the band is drawn lying and stood up.
                write!(
                    out,
                    r##"<rect class="{class}" transform="translate({x} {y}) rotate(90)" y="{side}" width="{length}" height="{width}" fill="url(#{id})"/>"##
                )
            }
            None => {
                let (x, length) = (number(across.rail(band.pinned) - BAR / 2.0), number(band.px.width().max(3.0)));
                write!(out, r#"<rect x="{x}" y="{y}" width="4" height="{length}" fill="{}"/>"#, paint(fill))
            }
        };
    }
    let rails = if layout.pair.is_some() { &across.rails[..] } else { &across.rails[..1] };
    rails.iter().for_each(|x| spine_path(layout, part, *x, &mut out));
    for row in &layout.rows[layout.rows_in(part)] {
        let Some(joint) = row.joint else { continue };
        let event = stage.state.dataset().event(row.events[0]).regions.first().copied();
        let stroke = event.map_or_else(String::new, |region| paint(Paint::Region(region)));
        let first = if matches!(row.side, Some(Side::A | Side::Both)) { across.rails[0] } else { across.rails[1] };
        let (x, from, to) = (number(first), number(joint), number(row.y));
        let _ = write!(
            out,
            r#"<path class="spine-leader" stroke="{stroke}" d="M{x} {from}H{}L{} {to}H{}"/>"#,
            number(across.rails[1] + 5.0),
            number(across.leader_end - 4.0),
            number(across.leader_end)
        );
    }
    let from = layout.dots.partition_point(|dot| dot.y < part.start);
    for dot in layout.dots[from..].iter().take_while(|dot| dot.y <= part.end) {
        let fill = paint(Paint::Region(dot.region));
        let _ = write!(
            out,
            r#"<circle cx="{}" cy="{}" r="3" fill="{fill}"/>"#,
            number(across.rail(dot.pinned)),
            number(dot.y)
        );
    }
    out
}

/// The spine, straight where days are in proportion, folded where they are not.
fn spine_path(layout: &Spine, part: PxSpan, x: f64, out: &mut String) {
    let mut data = ["M", &number(x), " ", &number(part.start)].concat();
    for (px, _) in layout.breaks().filter(|(px, _)| px.overlaps(part)) {
        let _ = write!(data, "V{}", number(px.start + 20.0));
        for fold in 0..4 {
            let side = if fold % 2 == 0 { x - 5.0 } else { x + 5.0 };
            let _ = write!(data, "L{} {}", number(side), number(px.start + 20.0 + 11.0 * (f64::from(fold) + 0.5)));
        }
        let _ = write!(data, "L{} {}", number(x), number(px.end - 20.0));
    }
    let _ = write!(data, "V{}", number(part.end));
    let _ = write!(out, r#"<path class="spine-line" d="{data}"/>"#);
}
