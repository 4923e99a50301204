//! [`Paint`] ⇄ plotters' colours: plotters carries only RGBA, so a paint travels through it as a coded colour.
//!
//! The red byte says which sort of paint, the green byte which one of them; blue is 0 and alpha 1.
//! No such colour is ever shown: [`super::backend`] decodes every one of them.

use plotters::style::RGBAColor;

use crate::model::RegionId;
use crate::scene::Paint;

const PLAIN: u8 = 0;
const REGION: u8 = 1;
const HEAT: u8 = 2;
const HEAT_INK: u8 = 3;

/// The colour that stands for a paint.
pub fn encode(paint: Paint) -> RGBAColor {
    let (sort, which) = match paint {
        Paint::Region(region) => (REGION, region.0),
        Paint::Heat(step) => (HEAT, step),
        Paint::HeatInk(step) => (HEAT_INK, step),
        plain => (PLAIN, Paint::PLAIN.iter().position(|(p, _)| *p == plain).unwrap_or(0) as u8),
    };
    RGBAColor(sort, which, 0, 1.0)
}

/// The paint a colour stands for; the strongest ink for a colour that stands for none.
pub fn decode((sort, which, _): (u8, u8, u8)) -> Paint {
    match sort {
        REGION => Paint::Region(RegionId(which)),
        HEAT => Paint::Heat(which),
        HEAT_INK => Paint::HeatInk(which),
        _ => Paint::PLAIN.get(usize::from(which)).map_or(Paint::Ink1, |(paint, _)| *paint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paint_survives_the_journey_through_plotters() {
        let numbered = (0..=u8::MAX).map(|n| Paint::Region(RegionId(n)));
        let steps = (1..=5).flat_map(|n| [Paint::Heat(n), Paint::HeatInk(n)]);
        for paint in Paint::PLAIN.into_iter().map(|(paint, _)| paint).chain(numbered).chain(steps) {
            let RGBAColor(r, g, b, alpha) = encode(paint);
            assert_eq!((decode((r, g, b)), alpha), (paint, 1.0));
        }
    }
}
