//! The steps a question has gone through, to be undone and redone.
//!
//! A step keeps the whole question it leads to, so that undoing restores it exactly: the days, and what is pinned beside
//! it, included. What changes both at once, such as a comparison made in one press, is taken back in one.

use crate::query::{Facet, Filter};

/// The most steps kept: the oldest are forgotten first.
const MAX_STEPS: usize = 100;

/// What is asked for, and what it is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The present selection.
    pub filter: Filter,
    /// The pinned one.
    pub pinned: Option<Filter>,
}

impl From<Filter> for Question {
    fn from(filter: Filter) -> Self {
        Self { filter, pinned: None }
    }
}

/// A part of a question that a step can change.
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
    /// What is pinned.
    Pinned,
}

impl Part {
    /// What differs between two questions, in the order of the filter bar.
    pub fn between(a: &Question, b: &Question) -> Vec<Self> {
        let mut parts = Self::of_filters(&a.filter, &b.filter);
        if a.pinned != b.pinned {
            parts.push(Self::Pinned);
        }
        parts
    }

    fn of_filters(a: &Filter, b: &Filter) -> Vec<Self> {
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
    /// Earlier questions, oldest first.
    past: Vec<Question>,
    /// Undone questions, the one undone last at the end.
    future: Vec<Question>,
    /// The part that the last step is still changing.
    running: Option<Part>,
}

impl Steps {
    /// Takes note of a change; what was undone before can no longer be redone.
    ///
    /// Does nothing where the two are equal. A running change of the part that the last step changed joins it;
    /// where that leads back to where the step began, there is no step any more.
    pub fn record(&mut self, before: &Question, after: &Question, stroke: Stroke) {
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

    /// The question before the last step; `now` is kept for [`Self::redo`].
    pub fn undo(&mut self, now: &Question) -> Option<Question> {
        self.running = None;
        let question = self.past.pop()?;
        self.future.push(now.clone());
        Some(question)
    }

    /// The question after the step undone last; `now` is kept for [`Self::undo`].
    pub fn redo(&mut self, now: &Question) -> Option<Question> {
        self.running = None;
        let question = self.future.pop()?;
        self.past.push(now.clone());
        Some(question)
    }

    /// What undoing would change, `None` where there is nothing to undo.
    pub fn undoes(&self, now: &Question) -> Option<Vec<Part>> {
        self.past.last().map(|before| Part::between(before, now))
    }

    /// What redoing would change, `None` where there is nothing to redo.
    pub fn redoes(&self, now: &Question) -> Option<Vec<Part>> {
        self.future.last().map(|after| Part::between(now, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, RegionId, TimeSpan};

    fn text(text: &str) -> Question {
        Filter { text: text.to_owned(), ..Filter::default() }.into()
    }

    fn region(id: u8) -> Question {
        Filter { regions: [RegionId(id)].into_iter().collect(), ..Filter::default() }.into()
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
        let both = Question::from(Filter { text: "c".to_owned(), ..region(1).filter });
        steps.record(&text(""), &text("c"), Stroke::Running);
        steps.record(&text("c"), &both, Stroke::Single);
        let typed_on = Question::from(Filter { text: "cu".to_owned(), ..region(1).filter });
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
        let at = |n: usize| {
            let time = Some(TimeSpan::new(Day(0), Day(n as i32 + 1)));
            Question::from(Filter { time, ..Filter::default() })
        };
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

    #[test]
    fn what_pins_and_asks_at_once_is_one_step() {
        let mut steps = Steps::default();
        let compared = Question { pinned: Some(region(1).filter), ..region(2) };
        steps.record(&region(1), &compared, Stroke::Single);
        assert_eq!(steps.undoes(&compared), Some(vec![Part::Facet(Facet::Region), Part::Pinned]));
        let unpinned = region(2);
        steps.record(&compared, &unpinned, Stroke::Single);
        assert_eq!(steps.undoes(&unpinned), Some(vec![Part::Pinned]));
        assert_eq!(steps.undo(&unpinned), Some(compared.clone()));
        assert_eq!(steps.undo(&compared), Some(region(1)));
        assert_eq!(steps.redo(&region(1)), Some(compared));
    }
}
