//! Names with their places in a list, to find those that are referred to, and those that are there twice.

/// Names with their places, sorted.
pub(super) struct Places(Vec<(String, usize)>);

impl Places {
    /// Of names, each with its place.
    pub(super) fn of<'n>(names: impl Iterator<Item = (usize, &'n String)>) -> Self {
        let mut places: Vec<(String, usize)> = names.map(|(place, name)| (name.clone(), place)).collect();
        crate::order::sort(&mut places);
        Self(places)
    }

    /// The first place of a name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        let at = self.0.partition_point(|(other, _)| other.as_str() < name);
        self.0.get(at).filter(|(other, _)| other == name).map(|(_, place)| *place)
    }

    /// Whether a name stands at an earlier place already.
    pub(super) fn is_again(&self, name: &str, place: usize) -> bool {
        self.get(name).is_some_and(|first| first < place)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_first_place_and_is_there_again_at_any_other() {
        let names = ["SA", "IR", "SA", ""].map(str::to_owned);
        let places = Places::of(names.iter().enumerate());
        assert_eq!(
            [places.get("SA"), places.get("IR"), places.get(""), places.get("S")],
            [Some(0), Some(1), Some(3), None]
        );
        let again: Vec<usize> = (0..names.len()).filter(|place| places.is_again(&names[*place], *place)).collect();
        assert_eq!((again, places.len()), (vec![2], 4));
    }
}
