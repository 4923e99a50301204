//! The steps a filter has gone through, to be undone and redone.
//!
//! A step keeps the whole filter it leads to, so that undoing restores it exactly, time included.

use crate::query::{Facet, Filter};

/// The most steps kept: the oldest are forgotten first.
const MAX_STEPS: usize = 100;

/// A part of a filter that a step can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The choices of a facet.
    Facet(Facet),
    /// The participant whose page it is.
    Who,
    /// The days in view.
    Time,
    /// The search text.
    Text,
    /// Whether the background is shown.
    Background,
}

impl Part {
    /// What differs between two filters, in the order of the filter bar.
    pub fn between(a: &Filter, b: &Filter) -> Vec<Self> {
        // Every field is named: a new one does not compile until it is compared.
        let Filter {
            regions,
            kinds,
            themes,
            countries,
            stances,
            organisations,
            precisions,
            who,
            time,
            text,
            background,
        } = a;
        let parts = [
            (Self::Facet(Facet::Region), *regions != b.regions),
            (Self::Facet(Facet::Kind), *kinds != b.kinds),
            (Self::Facet(Facet::Theme), *themes != b.themes),
            (Self::Facet(Facet::Country), *countries != b.countries),
            (Self::Facet(Facet::Stance), *stances != b.stances),
            (Self::Facet(Facet::Organisation), *organisations != b.organisations),
            (Self::Facet(Facet::Precision), *precisions != b.precisions),
            (Self::Who, *who != b.who),
            (Self::Time, *time != b.time),
            (Self::Text, *text != b.text),
            (Self::Background, *background != b.background),
        ];
        parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }
}

/// Whether a change may go on with the step before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A step of its own: a click, a drag, an entry of a menu.
    Single,
    /// One of many that make one step while they change the same part: a letter typed, a key held down.
    Running,
}

/// What has been asked before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Earlier filters, oldest first.
    past: Vec<Filter>,
    /// Undone filters, the one undone last at the end.
    future: Vec<Filter>,
    /// The part that the last step is still changing.
    running: Option<Part>,
}

impl Steps {
    /// Takes note of a change; what was undone before can no longer be redone.
    ///
    /// Does nothing where the two are equal. A running change of the part that the last step changed joins it;
    /// where that leads back to where the step began, there is no step any more.
    pub fn record(&mut self, before: &Filter, after: &Filter, stroke: Stroke) {
        let parts = Part::between(before, after);
        let Some(first) = parts.first().copied() else { return };
        let part = (stroke == Stroke::Running && parts.len() == 1).then_some(first);
        let goes_on = part.is_some() && part == self.running;
        self.future.clear();
        self.running = part;
        if goes_on && self.past.last().is_some() {
            if self.past.last() == Some(after) {
                self.past.pop();
                self.running = None;
            }
            return;
        }
        if self.past.len() == MAX_STEPS {
            self.past.remove(0);
        }
        self.past.push(before.clone());
    }

    /// Ends a running change: the next one is a step of its own.
    pub fn settle(&mut self) {
        self.running = None;
    }

    /// The filter before the last step; `now` is kept for [`Self::redo`].
    pub fn undo(&mut self, now: &Filter) -> Option<Filter> {
        self.running = None;
        let filter = self.past.pop()?;
        self.future.push(now.clone());
        Some(filter)
    }

    /// The filter after the step undone last; `now` is kept for [`Self::undo`].
    pub fn redo(&mut self, now: &Filter) -> Option<Filter> {
        self.running = None;
        let filter = self.future.pop()?;
        self.past.push(now.clone());
        Some(filter)
    }

    /// What undoing would change, `None` where there is nothing to undo.
    pub fn undoes(&self, now: &Filter) -> Option<Vec<Part>> {
        self.past.last().map(|before| Part::between(before, now))
    }

    /// What redoing would change, `None` where there is nothing to redo.
    pub fn redoes(&self, now: &Filter) -> Option<Vec<Part>> {
        self.future.last().map(|after| Part::between(now, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, RegionId, TimeSpan};

    fn text(text: &str) -> Filter {
        Filter { text: text.to_owned(), ..Filter::default() }
    }

    fn region(id: u8) -> Filter {
        Filter { regions: [RegionId(id)].into_iter().collect(), ..Filter::default() }
    }

    #[test]
    fn typing_is_one_step_until_it_settles() {
        let mut steps = Steps::default();
        steps.record(&text(""), &text("c"), Stroke::Running);
        steps.record(&text("c"), &text("cuba"), Stroke::Running);
        steps.settle();
        steps.record(&text("cuba"), &text("iran"), Stroke::Running);
        assert_eq!(steps.undo(&text("iran")), Some(text("cuba")));
        assert_eq!(steps.undo(&text("cuba")), Some(text("")));
        assert_eq!(steps.undo(&text("")), None);
    }

    #[test]
    fn typing_back_to_where_it_began_leaves_no_step() {
        let mut steps = Steps::default();
        steps.record(&text(""), &text("c"), Stroke::Running);
        steps.record(&text("c"), &text(""), Stroke::Running);
        assert_eq!((steps.undoes(&text("")), steps.undo(&text(""))), (None, None));
        steps.record(&text(""), &text("d"), Stroke::Running);
        assert_eq!(steps.undo(&text("d")), Some(text("")), "what follows is a step again");
    }

    #[test]
    fn another_part_begins_another_step() {
        let mut steps = Steps::default();
        let both = Filter { text: "c".to_owned(), ..region(1) };
        steps.record(&text(""), &text("c"), Stroke::Running);
        steps.record(&text("c"), &both, Stroke::Single);
        let typed_on = Filter { text: "cu".to_owned(), ..region(1) };
        steps.record(&both, &typed_on, Stroke::Running);
        assert_eq!(steps.undoes(&typed_on), Some(vec![Part::Text]));
        assert_eq!(steps.undo(&typed_on), Some(both.clone()));
        assert_eq!(steps.undoes(&both), Some(vec![Part::Facet(Facet::Region)]));
        assert_eq!(steps.redoes(&both), Some(vec![Part::Text]));
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut steps = Steps::default();
        steps.record(&text(""), &region(1), Stroke::Single);
        assert_eq!(steps.undo(&region(1)), Some(text("")));
        steps.record(&text(""), &region(2), Stroke::Single);
        assert_eq!((steps.redoes(&region(2)), steps.redo(&region(2))), (None, None));
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut steps = Steps::default();
        let at = |n: usize| Filter { time: Some(TimeSpan::new(Day(0), Day(n as i32 + 1))), ..Filter::default() };
        for n in 0..MAX_STEPS + 20 {
            steps.record(&at(n), &at(n + 1), Stroke::Single);
        }
        let mut now = at(MAX_STEPS + 20);
        let mut n_undone = 0;
        while let Some(before) = steps.undo(&now) {
            now = before;
            n_undone += 1;
        }
        assert_eq!((n_undone, now), (MAX_STEPS, at(20)));
    }
}
