//! Words of stories: reading, making and taking them away.

/// Words of stories.
pub struct StoryWords {
    /// Tab, and heading of the shelf.
    pub stories: &'static str,
}

pub(super) static EN: StoryWords = StoryWords { stories: "Stories" };

pub(super) static ZH: StoryWords = StoryWords { stories: "讲解" };
