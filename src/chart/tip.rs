//! Where the label stands that says a zone's value.

use super::Zone;
use crate::scale::clamp;

/// Half the widest label, px, by which it is kept inside the drawing.
const HALF: f64 = 110.0;

/// The height of a label of three lines and its distance from what it is of, px.
const MOST: f64 = 82.0;
const GAP: f64 = 6.0;

/// The least room a label has, px: under a zone of one line at the top of a chart. The style sheet gives it to low ones.
const LEAST_ROOM: f64 = 112.0;

/// The place of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// The middle of it, px from the left.
    pub x: f64,
    /// Its lower edge where it stands above the zone, its upper edge where it stands under it; px from the top.
    pub y: f64,
    /// Which of the two.
    pub is_above: bool,
}

impl Zone {
    /// Where the label of this zone stands in a drawing of this width and height, px: above it, or, since what scrolls
    /// to the side clips at the top, under it and within the drawing.
    pub fn tip(&self, width: f64, height: f64) -> Tip {
        let x = clamp(self.x + self.w / 2.0, HALF.min(width / 2.0), (width - HALF).max(width / 2.0));
        let above = self.y - GAP;
        if above >= MOST {
            return Tip { x, y: above, is_above: true };
        }
        Tip { x, y: (self.y + self.h + GAP).min(height.max(LEAST_ROOM) - MOST), is_above: false }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pick;
    use super::*;

    /// The height of a line of a chart, px.
    const LINE: f64 = 24.0;

    fn zone(x: f64, y: f64, w: f64, h: f64) -> Zone {
        Zone { x, y, w, h, label: String::new(), pick: Pick::default(), pressed: false, events: [].into() }
    }

    #[test]
    fn a_label_stands_above_its_zone_where_it_is_not_cut() {
        assert_eq!(zone(300.0, 100.0, 20.0, 50.0).tip(600.0, 200.0), Tip { x: 310.0, y: 94.0, is_above: true });
        assert_eq!(zone(300.0, 80.0, 20.0, 50.0).tip(600.0, 300.0), Tip { x: 310.0, y: 136.0, is_above: false });
    }

    #[test]
    fn it_is_kept_inside_the_drawing() {
        assert_eq!(zone(0.0, 100.0, 20.0, 50.0).tip(600.0, 200.0).x, 110.0);
        assert_eq!(zone(580.0, 100.0, 20.0, 50.0).tip(600.0, 200.0).x, 490.0);
        // One narrower than the label has it in the middle.
        assert_eq!(zone(0.0, 100.0, 20.0, 50.0).tip(150.0, 200.0).x, 75.0);
        // A tall zone that begins near the top lies under its label in part; its lower edge is what counts.
        let tall = zone(300.0, 10.0, 20.0, 180.0).tip(600.0, 200.0);
        assert_eq!((tall.y, tall.is_above), (200.0 - MOST, false));
    }

    #[test]
    fn a_chart_of_one_line_has_room_for_it_under_the_line() {
        for height in [0.0, LINE, 60.0, 96.0, 112.0, 200.0] {
            let tip = zone(100.0, 0.0, 40.0, LINE).tip(600.0, height);
            assert!(!tip.is_above && tip.y >= LINE, "{height}: {tip:?}");
            assert!(tip.y + MOST <= height.max(LEAST_ROOM), "{height}: {tip:?}");
        }
    }
}
