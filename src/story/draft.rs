//! A story being made: every change is a step that can be undone and redone.

use super::{MAX_STOPS, Stop, Story};
use crate::model::{Bilingual, Locale};

/// The most steps kept: the oldest are forgotten first.
const MAX_STEPS: usize = 100;

/// A text of a story that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The story's title.
    Title,
    /// The story's summary.
    Summary,
    /// A stop's headline, by its place.
    Headline(usize),
    /// A stop's text.
    Text(usize),
    /// A stop's notes.
    Notes(usize),
}

/// A story with what it was before and after.
///
/// A place that does not exist changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    story: Story,
    /// Earlier forms, oldest first.
    past: Vec<Story>,
    /// Undone forms, the one undone last at the end.
    future: Vec<Story>,
    /// The text that the last step is still changing: all letters typed into it are one step.
    typing: Option<(Field, Locale)>,
}

impl Draft {
    /// A story as it was opened: nothing to undo.
    pub fn new(story: Story) -> Self {
        Self { story, ..Self::default() }
    }

    /// The story as it is now.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// Whether there is room for another stop.
    pub fn has_room(&self) -> bool {
        self.story.stops.len() < MAX_STOPS
    }

    fn change(&mut self, change: impl FnOnce(&mut Story)) -> bool {
        let before = self.story.clone();
        change(&mut self.story);
        self.typing = None;
        if self.story == before {
            return false;
        }
        self.push(before);
        true
    }

    fn push(&mut self, before: Story) {
        self.future.clear();
        if self.past.len() == MAX_STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Adds a stop at the end; `false` where there is no room.
    pub fn add(&mut self, stop: Stop) -> bool {
        let has_room = self.has_room();
        has_room && self.change(|story| story.stops.push(stop))
    }

    /// Moves a stop to another place, the others closing up.
    pub fn shift(&mut self, from: usize, to: usize) -> bool {
        let n = self.story.stops.len();
        from < n
            && to < n
            && self.change(|story| {
                let stop = story.stops.remove(from);
                story.stops.insert(to, stop);
            })
    }

    /// Puts a copy of a stop behind it.
    pub fn duplicate(&mut self, at: usize) -> bool {
        let copy = self.story.stops.get(at).filter(|_| self.has_room()).cloned();
        copy.is_some_and(|copy| self.change(|story| story.stops.insert(at + 1, copy)))
    }

    /// Takes a stop away.
    pub fn remove(&mut self, at: usize) -> bool {
        at < self.story.stops.len() && self.change(|story| drop(story.stops.remove(at)))
    }

    /// Has a stop show another view.
    pub fn set_view(&mut self, at: usize, query: String) -> bool {
        at < self.story.stops.len() && self.change(|story| story.stops[at].query = query)
    }

    /// Puts another story in the place of this one, as a step.
    pub fn replace(&mut self, other: Story) -> bool {
        self.change(|story| *story = other)
    }

    /// Changes a text in a language; letters typed one after another into one text are one step.
    pub fn set_text(&mut self, field: Field, locale: Locale, text: &str) -> bool {
        let goes_on = self.typing == Some((field, locale));
        let before = self.story.clone();
        let Some(place) = text_of(&mut self.story, field) else { return false };
        let place = match locale {
            Locale::En => &mut place.en,
            Locale::Zh => &mut place.zh,
        };
        if place == text {
            return false;
        }
        place.clear();
        place.push_str(text);
        self.typing = Some((field, locale));
        if !goes_on {
            self.push(before);
        } else if self.past.last() == Some(&self.story) {
            // Typed back to where it began: no step is left of it.
            self.past.pop();
            self.typing = None;
        }
        true
    }

    /// Ends typing: the next letter is a step of its own.
    pub fn settle(&mut self) {
        self.typing = None;
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.typing = None;
        self.future.push(std::mem::replace(&mut self.story, before));
        true
    }

    /// Takes the step undone last again; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.typing = None;
        self.past.push(std::mem::replace(&mut self.story, after));
        true
    }

    /// Whether there is something to undo, and to redo.
    pub fn can_step(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

fn text_of(story: &mut Story, field: Field) -> Option<&mut Bilingual> {
    match field {
        Field::Title => Some(&mut story.title),
        Field::Summary => Some(&mut story.summary),
        Field::Headline(at) => story.stops.get_mut(at).map(|stop| &mut stop.headline),
        Field::Text(at) => story.stops.get_mut(at).map(|stop| &mut stop.text),
        Field::Notes(at) => story.stops.get_mut(at).map(|stop| &mut stop.notes),
    }
}
