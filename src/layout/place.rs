//! Rows, labels and clusters of one lane: every glyph keeps its place, the important labels win, nothing collides.
//!
//! ```text
//!   row 0   ■ Cuba: joint statement      ●            a label stands right of its glyph,
//!   row 1        First summit ●     (3)               or left of it, or not at all;
//!   row 2   ▓▓▓●▓▓▓                                   glyphs that cannot stand apart are counted
//! ```
//!
//! Greedy and incremental: a step only adds a box, drops a label or joins two marks,
//! so the work is bounded by marks × rows × log(marks), and marks are bounded by pixels (see [`super::cluster`]).

use crate::model::Importance;
use crate::scale::PxSpan;

/// Clear px at a glyph's side of a box.
const GLYPH_CLEARANCE: f64 = 5.0;

/// Clear px where a label's text ends.
const TEXT_CLEARANCE: f64 = 12.0;

/// Glyph to label, px.
pub(super) const GLYPH_GAP: f64 = 5.0;

/// How much farther the label of the opened event stands, outside its ring, px.
pub(super) const RING_GAP: f64 = 5.0;

/// Half the width of a cluster's pill, with its edge, px.
pub(super) const CLUSTER_HALF: f64 = 13.0;

/// A glyph joins a cluster only within this many px, unless there is no other way.
const JOIN_DISTANCE: f64 = 30.0;

/// How much farther a major event counts when a partner for a cluster is looked for, px.
const MAJOR_RELUCTANCE: f64 = 40.0;

/// One mark to place: an event, or several that are already joined.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Places in the lane's list of events.
    pub members: Vec<usize>,
    /// Where it would stand best, px.
    pub x: f64,
    /// Where it may stand, px: wider than a point for a vague date.
    pub free: PxSpan,
    /// Which labels win.
    pub importance: Importance,
    /// Opened: labelled before all others, and never joined.
    pub pinned: bool,
    /// px of its label, gap included.
    pub label_width: f64,
    /// Where glyph and label must stay, px.
    pub bounds: PxSpan,
    /// Whether it lies in the view, and so must be shown; its neighbours only wait to be panned to.
    pub in_view: bool,
}

/// On which side of its glyph a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins right of the glyph.
    Right,
    /// It ends left of the glyph.
    Left,
}

/// Where an item came to stand.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub item: Item,
    pub x: f64,
    pub row: usize,
    pub label: Option<Side>,
}

/// A box taken in a row, and the clear px it keeps on either side.
#[derive(Clone, Copy, Debug)]
struct Slot {
    px: PxSpan,
    before: f64,
    after: f64,
    id: usize,
}

/// The boxes of each row, in order, never overlapping.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    rows: Vec<Vec<Slot>>,
    spots: Vec<Option<Spot>>,
    half: f64,
    /// How many of the spots, the first ones, stay as they are.
    settled: usize,
}

/// How well a number of rows serves a lane: fewer labels lost and fewer marks joined is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Loss {
    /// Labels of major events.
    pub labels: usize,
    /// Marks joined, or drawn where there was no room.
    pub joined: usize,
    /// Labels of the other events.
    pub lesser_labels: usize,
}

impl Loss {
    /// Nothing lost.
    pub(super) const NONE: Self = Self { labels: 0, joined: 0, lesser_labels: 0 };
}

impl Rows {
    /// `n_rows` empty rows for glyphs of `glyph` px.
    pub(super) fn new(n_rows: usize, glyph: f64) -> Self {
        Self { rows: vec![Vec::new(); n_rows.max(1)], spots: Vec::new(), half: glyph / 2.0 + 1.0, settled: 0 }
    }

    /// The rows of `width` px that it takes at least to hold all glyphs and pills apart.
    pub(super) fn least_for(items: &[Item], width: f64, glyph: f64) -> usize {
        let rows = Self::new(1, glyph);
        let needed: f64 = items.iter().map(|item| 2.0 * rows.half_of(item) + GLYPH_CLEARANCE).sum();
        (needed / (width + GLYPH_CLEARANCE)).ceil() as usize
    }

    /// What stands here stays as it is, whatever else is placed.
    pub(super) fn settle(&mut self) {
        self.settled = self.spots.len();
    }

    /// Places all items; those placed earlier keep their rows but may lose a label or be joined, until they are settled.
    pub(super) fn place(&mut self, mut items: Vec<Item>) -> Loss {
        let mut loss = Loss::NONE;
        crate::order::sort_by(&mut items, |a, b| {
            b.pinned.cmp(&a.pinned).then(b.importance.cmp(&a.importance)).then(a.x.total_cmp(&b.x))
        });
        let mut glyphs = Vec::new();
        for item in items {
            let wins = item.pinned || (item.importance == Importance::Major && item.members.len() == 1);
            let labelled = wins.then(|| self.find(&item, true)).flatten();
            // The opened event is never joined, so it takes its place before anything else can.
            let alone = || item.pinned.then(|| self.find(&item, false)).flatten();
            match labelled.or_else(alone) {
                Some(spot) => self.put(spot),
                None => glyphs.push((item, wins)),
            }
        }
        // What can stand only in one place goes first; a month can give way inside itself.
        crate::order::sort_by_key(&mut glyphs, |(item, _)| item.free.width() > 0.0);
        for (item, wins) in glyphs {
            loss.labels += usize::from(wins);
            self.put_glyph(item, &mut loss);
        }
        self.label_the_rest();
        let unlabelled =
            |s: &&Spot| s.label.is_none() && s.item.members.len() == 1 && s.item.importance < Importance::Major;
        loss.lesser_labels = self.spots.iter().flatten().filter(unlabelled).count();
        loss
    }

    /// How many rows have anything in them, counted to the last; one at least.
    pub(super) fn n_used(&self) -> usize {
        self.rows.iter().rposition(|row| !row.is_empty()).map_or(1, |last| last + 1)
    }

    /// What stands where, in no particular order.
    pub(super) fn into_spots(self) -> impl Iterator<Item = Spot> {
        self.spots.into_iter().flatten()
    }

    fn put_glyph(&mut self, item: Item, loss: &mut Loss) {
        let mut lost = item;
        // Each turn drops a label or joins two marks, so there are at most two for each mark placed.
        for _ in 0..=2 * self.spots.len() + 1 {
            if let Some(spot) = self.find(&lost, false) {
                self.put(spot);
                return;
            }
            let in_the_way = self.label_in_the_way(&lost, false);
            let partner = self.nearest(&lost);
            let joins = partner.is_some_and(|(id, distance)| {
                let other = self.spots[id].as_ref().map(|s| s.item.importance);
                other < Some(Importance::Major) && lost.importance < Importance::Major && distance < JOIN_DISTANCE
            });
            match (in_the_way, partner) {
                (Some((id, importance)), _) if !(joins && importance == Importance::Major) => {
                    loss.labels += usize::from(importance == Importance::Major);
                    self.drop_label(id);
                }
                (_, Some((id, _))) => {
                    loss.joined += 1;
                    lost = self.join(lost, id);
                }
                (Some((id, _)), None) => self.drop_label(id),
                (None, None) => match self.label_in_the_way(&lost, true) {
                    Some((id, _)) => {
                        loss.labels += 1;
                        self.drop_label(id);
                    }
                    None => break,
                },
            }
        }
        // Nothing to give way and nothing to join: a row too narrow for one glyph.
        if !lost.in_view {
            return;
        }
        loss.joined += 1;
        let x = crate::scale::clamp(lost.x, lost.bounds.start, lost.bounds.end);
        self.spots.push(Some(Spot { x, row: 0, label: None, item: lost }));
    }

    /// Notable labels, then minor ones, into the room that is left; a glyph may change its row for its label.
    fn label_the_rest(&mut self) {
        let mut order: Vec<usize> = (self.settled..self.spots.len()).collect();
        let key = |id: &usize| self.spots[*id].as_ref().map(|s| (std::cmp::Reverse(s.item.importance), s.x));
        crate::order::sort_by(&mut order, |a, b| key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal));
        for id in order {
            let Some(spot) = &self.spots[id] else { continue };
            if spot.label.is_some() || spot.item.members.len() > 1 {
                continue;
            }
            let row = spot.row;
            let (Some(slot), Some(spot)) = (self.take(id), self.spots[id].take()) else { continue };
            match self.find(&spot.item, true) {
                Some(better) => self.put_at(id, better),
                None => {
                    let at = self.rows[row].partition_point(|other| other.px.start <= slot.px.start);
                    self.rows[row].insert(at, slot);
                    self.spots[id] = Some(spot);
                }
            }
        }
    }

    fn half_of(&self, item: &Item) -> f64 {
        if item.members.len() > 1 { CLUSTER_HALF } else { self.half }
    }

    /// Its best place first, then steps aside inside what its date allows, then the ends of it.
    fn candidates(&self, item: &Item) -> Vec<f64> {
        let half = self.half_of(item);
        let (low, high) = (item.bounds.start + half, (item.bounds.end - half).max(item.bounds.start + half));
        let x = crate::scale::clamp(item.x, low, high);
        let mut out = vec![x];
        let (from, to) = ((item.free.start + half).max(low), (item.free.end - half).min(high));
        if item.members.len() == 1 && from < to {
            let step = 2.0 * self.half + GLYPH_CLEARANCE - 2.0;
            let aside = [-step, step, -2.0 * step, 2.0 * step].map(|d| x + d);
            out.extend(aside.into_iter().filter(|x| (from..=to).contains(x)));
            out.extend([from, to]);
        }
        out
    }

    fn find(&self, item: &Item, labelled: bool) -> Option<Spot> {
        let half = self.half_of(item);
        let sides: &[Option<Side>] = if labelled { &[Some(Side::Right), Some(Side::Left)] } else { &[None] };
        for side in sides {
            for x in self.candidates(item) {
                let slot = slot_at(item, x, half, *side, 0);
                // A glyph is kept whole by its candidates; a label must end inside too.
                if labelled && (slot.px.end > item.bounds.end || slot.px.start < item.bounds.start) {
                    continue;
                }
                if let Some(row) = (0..self.rows.len()).find(|row| self.is_free(*row, &slot)) {
                    return Some(Spot { item: item.clone(), x, row, label: *side });
                }
            }
        }
        None
    }

    fn is_free(&self, row: usize, slot: &Slot) -> bool {
        let row = &self.rows[row];
        let next = row.partition_point(|s| s.px.start < slot.px.start);
        let clear = |left: &Slot, right: &Slot| left.px.end + left.after.max(right.before) <= right.px.start;
        (next == 0 || clear(&row[next - 1], slot)) && row.get(next).is_none_or(|right| clear(slot, right))
    }

    fn put(&mut self, spot: Spot) {
        self.spots.push(None);
        self.put_at(self.spots.len() - 1, spot);
    }

    fn put_at(&mut self, id: usize, spot: Spot) {
        let slot = slot_at(&spot.item, spot.x, self.half_of(&spot.item), spot.label, id);
        let row = &mut self.rows[spot.row];
        let at = row.partition_point(|s| s.px.start < slot.px.start);
        row.insert(at, slot);
        self.spots[id] = Some(spot);
    }

    /// Frees the box of a mark.
    fn take(&mut self, id: usize) -> Option<Slot> {
        let row = &mut self.rows[self.spots[id].as_ref()?.row];
        let at = row.iter().position(|slot| slot.id == id)?;
        Some(row.remove(at))
    }

    /// The least important, then longest, label that reaches over where the item would stand,
    /// among those of the opened event or among all others.
    fn label_in_the_way(&self, item: &Item, or_pinned: bool) -> Option<(usize, Importance)> {
        let half = self.half_of(item);
        let wanted = PxSpan::new(item.x - half - TEXT_CLEARANCE, item.x + half + TEXT_CLEARANCE);
        let slots = self.rows.iter().flat_map(|row| {
            let from = row.partition_point(|s| s.px.end <= wanted.start);
            row[from..].iter().take_while(move |s| s.px.start < wanted.end)
        });
        slots
            .filter(|slot| slot.id >= self.settled)
            .filter_map(|slot| self.spots[slot.id].as_ref().map(|spot| (slot, spot)))
            .filter(|(_, spot)| spot.label.is_some() && spot.item.pinned == or_pinned)
            .min_by(|(a, s), (b, t)| {
                s.item
                    .importance
                    .cmp(&t.item.importance)
                    .then(b.px.width().total_cmp(&a.px.width()))
                    .then(a.id.cmp(&b.id))
            })
            .map(|(slot, spot)| (slot.id, spot.item.importance))
    }

    fn drop_label(&mut self, id: usize) {
        self.take(id);
        if let Some(mut spot) = self.spots[id].take() {
            spot.label = None;
            self.put_at(id, spot);
        }
    }

    /// The placed mark an item could be joined with, and how far it is.
    fn nearest(&self, item: &Item) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64, f64)> = None;
        for (id, spot) in self.spots.iter().enumerate() {
            let Some(spot) = spot.as_ref().filter(|s| !s.item.pinned && s.item.bounds == item.bounds) else { continue };
            let distance = (spot.x - item.x).abs();
            let cost = distance + if spot.item.importance == Importance::Major { MAJOR_RELUCTANCE } else { 0.0 };
            if best.is_none_or(|(_, _, least)| cost < least) {
                best = Some((id, distance, cost));
            }
        }
        best.map(|(id, distance, _)| (id, distance))
    }

    fn join(&mut self, item: Item, id: usize) -> Item {
        self.take(id);
        let Some(spot) = self.spots[id].take() else { return item };
        joined(item, spot.item)
    }
}

/// Two items as one, standing between them by their numbers.
pub(super) fn joined(a: Item, b: Item) -> Item {
    let (n, m) = (a.members.len() as f64, b.members.len() as f64);
    let x = (a.x * n + b.x * m) / (n + m);
    let mut members = a.members;
    members.extend(b.members);
    crate::order::sort(&mut members);
    Item {
        members,
        x,
        free: PxSpan::new(x, x),
        importance: a.importance.max(b.importance),
        pinned: a.pinned || b.pinned,
        label_width: 0.0,
        bounds: a.bounds,
        in_view: a.in_view,
    }
}

fn slot_at(item: &Item, x: f64, half: f64, side: Option<Side>, id: usize) -> Slot {
    let (left, right) = match side {
        None => (0.0, 0.0),
        Some(Side::Right) => (0.0, item.label_width),
        Some(Side::Left) => (item.label_width, 0.0),
    };
    let clearance = |label: f64| if label > 0.0 { TEXT_CLEARANCE } else { GLYPH_CLEARANCE };
    Slot { px: PxSpan::new(x - half - left, x + half + right), before: clearance(left), after: clearance(right), id }
}
