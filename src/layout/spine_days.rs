//! The days themselves on the spine: dots, bars and bands.

use super::spine::{Spine, SpineBand, SpineDot, TRACKS};
use super::spine_pair::Item;
use crate::model::{Dataset, Edtf, Precision, RegionId};
use crate::order;
use crate::scene::Soft;

/// Dots of known days, bars of spans and bands of vague dates.
pub(super) fn draw_days(dataset: &Dataset, items: &[Item], out: &mut Spine) {
    let mut ends = [[f64::NEG_INFINITY; TRACKS]; 2];
    let mut bands: Vec<SpineBand> = Vec::new();
    for (item, pinned) in items.iter().flat_map(|item| item.rails().iter().map(move |pinned| (item, *pinned))) {
        let event = dataset.event(item.id);
        let region = event.regions.first().copied().unwrap_or(RegionId(0));
        if item.is_day {
            out.dots.push(SpineDot { y: out.px_of(item.window).mid(), region, pinned });
        }
        if event.date.is_exact_day() {
            continue;
        }
        let date = event.date;
        let is_known = date.precision() == Precision::Day && !date.is_approximate() && !date.is_uncertain();
        let soft = match date {
            Edtf::Interval(..) if is_known => None,
            Edtf::OpenEnd(_) => Some(Soft::End),
            Edtf::OpenStart(_) => Some(Soft::Start),
            Edtf::Single(_) | Edtf::Interval(..) => Some(Soft::Both),
        };
        let px = out.px_of(item.shift.moved(date.span()).clamped(out.span));
        let is_faint = date.precision() == Precision::Year;
        let mut alike = bands.iter().rev().take_while(|b| b.px.start >= px.start);
        if alike.any(|b| b.px == px && b.region == region && b.soft == soft && b.pinned == pinned) {
            continue;
        }
        let ends = &mut ends[usize::from(pinned)];
        let free = ends.iter().position(|end| *end <= px.start);
        let track = free.unwrap_or(bands.len() % TRACKS);
        ends[track] = ends[track].max(px.end);
        bands.push(SpineBand { px, region, soft, is_faint, track, pinned });
    }
    order::sort_by(&mut out.dots, |a, b| a.y.total_cmp(&b.y));
    out.bands = bands;
}
