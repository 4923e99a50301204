//! The lines of one stretch of the spine: each as near to its day as there is room, none over another.

use super::spine::SLOT;
use crate::compare::Side;
use crate::model::{EventId, TimeSpan};
use crate::order;
use crate::scale::PxSpan;

/// An event that gets a line.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub item: EventId,
    /// The days it may have begun on.
    pub window: TimeSpan,
    /// The same in px.
    pub px: PxSpan,
    /// Whose it is, where there are two selections.
    pub side: Option<Side>,
    /// Known to the day: its line stands there unless another pushes it on.
    pub is_day: bool,
}

/// Places lines, and one more for a count at the end where there is one (`None`), at the middles returned.
///
/// `px` is high enough for all of them. Known days come first and keep their order; the others fill the gaps between
/// them from the top, never before what is certainly earlier nor after what is certainly later.
pub(super) fn arrange(lines: Vec<Line>, with_count: bool, px: PxSpan) -> Vec<(Option<Line>, f64)> {
    let (mut days, mut free): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.is_day);
    order::sort_by_key(&mut days, |line| (line.window.start(), line.item));
    order::sort_by_key(&mut free, |line| (line.window.start(), line.window.end(), line.item));
    let wanted: Vec<f64> = days.iter().map(|line| line.px.mid()).collect();
    let at = settle(&wanted, px);
    // The gap before each day, and the one behind the last: where it begins, its px, and what comes to stand in it.
    let n_gaps = days.len() + 1;
    let edge = |gap: usize| match gap.checked_sub(1) {
        None => px.start - SLOT / 2.0,
        Some(i) if i < days.len() => at[i],
        Some(_) => px.end + SLOT / 2.0,
    };
    let mut room: Vec<f64> = (0..n_gaps).map(|gap| edge(gap + 1) - edge(gap) - SLOT).collect();
    room[n_gaps - 1] -= if with_count { SLOT } else { 0.0 };
    let mut inside: Vec<Vec<Line>> = vec![Vec::new(); n_gaps];
    for line in free {
        let first = days.partition_point(|day| day.window.end() <= line.window.start());
        let last = days.partition_point(|day| day.window.start() < line.window.end());
        let gaps = first..last.max(first) + 1;
        let widest = || gaps.clone().fold(first, |best, gap| if room[gap] > room[best] { gap } else { best });
        let gap = gaps.clone().find(|gap| room[*gap] >= SLOT).unwrap_or_else(widest);
        room[gap] -= SLOT;
        inside[gap].push(line);
    }
    let mut sequence: Vec<Option<Line>> = Vec::new();
    let mut days = days.into_iter();
    for gap in inside {
        sequence.extend(gap.into_iter().map(Some));
        sequence.extend(days.next().map(Some));
    }
    if with_count {
        sequence.push(None);
    }
    let wanted: Vec<f64> = sequence
        .iter()
        .map(|line| match line {
            Some(line) if line.is_day => line.px.mid(),
            // As high as its own days allow.
            Some(line) => line.px.start + SLOT / 2.0,
            None => px.start,
        })
        .collect();
    let at = settle(&wanted, px);
    sequence.into_iter().zip(at).collect()
}

/// Moves middles apart: first down from what stands above, then up from the end of the stretch.
fn settle(wanted: &[f64], px: PxSpan) -> Vec<f64> {
    let mut out = Vec::with_capacity(wanted.len());
    let mut least = px.start + SLOT / 2.0;
    for y in wanted {
        let y = y.max(least);
        out.push(y);
        least = y + SLOT;
    }
    let mut most = px.end - SLOT / 2.0;
    for y in out.iter_mut().rev() {
        *y = y.min(most);
        most = *y - SLOT;
    }
    out
}
