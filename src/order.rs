//! Sorting, compiled once.
//!
//! The standard library's sort is made anew for every type and every comparison, four kilobytes of the program each.
//! Here only the comparison differs: places are sorted, then what stands in them is moved.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal keeps its order. O(n log n), and O(n) where all is sorted already.
///
/// ```
/// use gsi_timeline::order::sort_by;
/// let mut words = ["pear", "fig", "plum", "date", "kiwi", "apple"];
/// sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["fig", "pear", "plum", "date", "kiwi", "apple"]);
/// ```
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = sorted_places(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Every cycle of the permutation in turn; a place is done once it points at itself.
    for start in 0..items.len() {
        let mut at = start;
        while from[at] != start {
            let next = std::mem::replace(&mut from[at], at);
            items.swap(at, next);
            at = next;
        }
        from[at] = at;
    }
}

/// Sorts by a key; what has equal keys keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the natural order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Each of the items once, in order, with how often it is there.
///
/// ```
/// assert_eq!(gsi_timeline::order::tally(vec![3, 1, 3]), [(1, 1), (3, 2)]);
/// ```
pub fn tally<T: Ord + Copy>(mut items: Vec<T>) -> Vec<(T, usize)> {
    sort(&mut items);
    items.chunk_by(T::eq).map(|alike| (alike[0], alike.len())).collect()
}

/// For each place of the sorted sequence, where its item stands now: runs of 1, 2, 4 … places are merged.
fn sorted_places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    let mut merged = Vec::with_capacity(n);
    let mut run = 1;
    while run < n {
        for start in (0..n).step_by(2 * run) {
            let (middle, end) = ((start + run).min(n), (start + 2 * run).min(n));
            if middle == end || compare(places[middle - 1], places[middle]) != Ordering::Greater {
                continue;
            }
            merged.clear();
            let (mut left, mut right) = (start, middle);
            while left < middle && right < end {
                let takes_right = compare(places[left], places[right]) == Ordering::Greater;
                let taken = if takes_right { &mut right } else { &mut left };
                merged.push(places[*taken]);
                *taken += 1;
            }
            // What is left of the right run stands where it belongs.
            merged.extend_from_slice(&places[left..middle]);
            places[start..start + merged.len()].copy_from_slice(&merged);
        }
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(keys in proptest::collection::vec(0_u8..20, 0..70)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(items, expected);
        }
    }
}
