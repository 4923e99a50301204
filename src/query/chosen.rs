//! A small set in order.

/// Choices of one facet, in order and without repetition.
///
/// A sorted list instead of a `BTreeSet`: there are a handful of choices, and a tree is kilobytes for each type of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<T>(Vec<T>);

impl<T> Default for Chosen<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy + Ord> Chosen<T> {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it is chosen.
    pub fn contains(&self, item: &T) -> bool {
        self.0.contains(item)
    }

    /// Chooses it; says whether it was not chosen before.
    pub fn insert(&mut self, item: T) -> bool {
        let is_new = !self.contains(&item);
        if is_new {
            let place = self.0.iter().filter(|other| **other < item).count();
            self.0.insert(place, item);
        }
        is_new
    }

    /// Chooses it no longer; says whether it was chosen before.
    pub fn remove(&mut self, item: &T) -> bool {
        let n_before = self.len();
        self.0.retain(|other| other != item);
        self.len() < n_before
    }

    /// Chooses nothing.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// In order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Copy + Ord> FromIterator<T> for Chosen<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut chosen = Self::default();
        chosen.extend(items);
        chosen
    }
}

impl<T: Copy + Ord, const N: usize> From<[T; N]> for Chosen<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Copy + Ord> Extend<T> for Chosen<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<'a, T> IntoIterator for &'a Chosen<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_order_and_holds_each_once() {
        let mut chosen = Chosen::from([3, 1, 2, 3]);
        assert_eq!(chosen.iter().copied().collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!((chosen.insert(2), chosen.remove(&1), chosen.remove(&1)), (false, true, false));
        assert_eq!(chosen, Chosen::from([3, 2]));
    }
}
