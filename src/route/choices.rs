//! The closed choices of an address: view, scheme, mode.

/// A view of the same selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum View {
    /// Lanes over time.
    #[default]
    Timeline,
    /// Counts.
    Charts,
    /// Rows.
    Table,
    /// A nested list.
    Outline,
    /// The three of them on one page.
    All,
    /// Stories: a shelf of them, or the one that is named, stop by stop.
    Story,
}

/// From this width and height on, CSS px, the three views fit one window, and open together where none is named.
const ROOMY_WINDOW: (f64, f64) = (1600.0, 900.0);

impl View {
    /// In the order of the tabs.
    pub const ALL: [Self; 6] = [Self::Timeline, Self::Charts, Self::Table, Self::Outline, Self::All, Self::Story];

    /// What opens in a window of this width and height where the address names no view.
    pub fn fitting(width: f64, height: f64) -> Self {
        if ROOMY_WINDOW.0 <= width && ROOMY_WINDOW.1 <= height { Self::All } else { Self::Timeline }
    }

    /// Whether it draws the timeline.
    pub fn has_timeline(self) -> bool {
        matches!(self, Self::Timeline | Self::All)
    }

    /// The value of `view` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Charts => "charts",
            Self::Table => "table",
            Self::Outline => "outline",
            Self::All => "all",
            Self::Story => "story",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scheme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// In the order the switch goes through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `scheme` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the page is for at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Mode {
    /// Looking around: everything is at hand.
    #[default]
    Explore,
    /// Showing stops to an audience.
    Present,
    /// What the speaker reads, in a second window.
    Notes,
    /// Standing in a page of somebody else's.
    Embed,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Explore, Self::Present, Self::Notes, Self::Embed];

    /// The value of `mode` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Present => "present",
            Self::Notes => "notes",
            Self::Embed => "embed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_views_open_together_only_where_they_fit() {
        let fitting =
            [(1600.0, 900.0), (1599.0, 1200.0), (2560.0, 899.0), (390.0, 844.0)].map(|(w, h)| View::fitting(w, h));
        assert_eq!(fitting, [View::All, View::Timeline, View::Timeline, View::Timeline]);
    }
}
