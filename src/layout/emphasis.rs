//! The visual state of a mark, resolved in one place.

/// How strongly a mark is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Emphasis {
    /// As it is.
    #[default]
    Default,
    /// Pointed at or focused.
    Highlighted,
    /// Opened.
    Selected,
}

impl Emphasis {
    /// The state of a mark that stands for an event, from what is opened and what is pointed at.
    pub fn resolve(is_selected: bool, is_hovered: bool) -> Self {
        match (is_selected, is_hovered) {
            (true, _) => Self::Selected,
            (false, true) => Self::Highlighted,
            (false, false) => Self::Default,
        }
    }

    /// The one class it is shown by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Default => "timeline-mark",
            Self::Highlighted => "timeline-mark timeline-mark--highlighted",
            Self::Selected => "timeline-mark timeline-mark--selected",
        }
    }
}
