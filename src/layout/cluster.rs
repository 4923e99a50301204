//! Joins marks before they are placed where there are more of them than pixels: this bounds every later step.

use super::place::{CLUSTER_HALF, Item, joined};
use crate::model::Importance;

/// The width of a bin that joins its marks, px: a cluster's pill and its clearance.
const BIN: f64 = 2.0 * CLUSTER_HALF + 6.0;

/// The px one glyph takes with its clearance.
const GLYPH_PITCH: f64 = 19.0;

/// Joins the marks of each bin that holds more than `n_rows` rows of glyphs could show; leaves sparse bins alone.
///
/// Items come in and go out in order of `x`; linear. A pinned item is never joined, nor is a lone major one among
/// fewer than [`MANY`] others.
pub(super) fn thin(items: Vec<Item>, n_rows: usize) -> Vec<Item> {
    let room = n_rows * (BIN / GLYPH_PITCH).floor().max(1.0) as usize;
    let mut out: Vec<Item> = Vec::new();
    let mut bin: Vec<Item> = Vec::new();
    let mut current = i64::MIN;
    for item in items {
        let index = (item.x / BIN).floor() as i64;
        if index != current {
            empty(&mut bin, &mut out, room);
            current = index;
        }
        bin.push(item);
    }
    empty(&mut bin, &mut out, room);
    out
}

/// A bin of this many marks joins its major ones too: their labels could not be told apart.
const MANY: usize = 24;

fn empty(bin: &mut Vec<Item>, out: &mut Vec<Item>, room: usize) {
    if bin.len() <= room {
        out.append(bin);
        return;
    }
    let many = bin.len() > MANY;
    let stays = |item: &Item| item.pinned || (!many && item.importance == Importance::Major);
    let (kept, rest): (Vec<Item>, Vec<Item>) = bin.drain(..).partition(stays);
    out.extend(kept);
    out.extend(rest.into_iter().reduce(joined_in_order));
}

/// Like [`joined`], but for many in a row: the members are already in order.
fn joined_in_order(mut all: Item, next: Item) -> Item {
    if all.members.len() == 1 {
        return joined(all, next);
    }
    let (n, m) = (all.members.len() as f64, next.members.len() as f64);
    all.x = (all.x * n + next.x * m) / (n + m);
    all.free = crate::scale::PxSpan::new(all.x, all.x);
    all.importance = all.importance.max(next.importance);
    all.members.extend(next.members);
    all
}
