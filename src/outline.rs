//! The selection as a nested list: years, months, events.

use crate::model::{Dataset, EventId, Month, Precision};

/// The events of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearGroup {
    /// Which year.
    pub year: i32,
    /// Its months, in the order of the events.
    pub months: Vec<MonthGroup>,
}

impl YearGroup {
    /// How many events it has.
    pub fn count(&self) -> usize {
        self.months.iter().map(|month| month.ids.len()).sum()
    }
}

/// The events of one month, or those of a year whose month is not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthGroup {
    /// Which month.
    pub month: Option<Month>,
    /// In the order they were given in.
    pub ids: Vec<EventId>,
}

/// Groups events that are in time order. An event stands where its date begins, and stands there once; linear.
pub fn outline(dataset: &Dataset, ids: &[EventId]) -> Vec<YearGroup> {
    let mut years: Vec<YearGroup> = Vec::new();
    for id in ids {
        let start = dataset.event(*id).date.anchor();
        let month = (start.precision() < Precision::Year).then(|| start.span().start().month());
        if years.last().is_none_or(|group| group.year != start.year()) {
            years.push(YearGroup { year: start.year(), months: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        match year.months.last_mut() {
            Some(group) if group.month == month => group.ids.push(*id),
            _ => year.months.push(MonthGroup { month, ids: vec![*id] }),
        }
    }
    years
}
