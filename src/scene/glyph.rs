//! The twelve silhouettes that tell kinds apart: words have square corners, meetings are round, deeds are pointed.

/// The grid the paths are drawn on, units a side.
pub const GRID: f64 = 12.0;

/// Three rules to learn instead of twelve shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Square corners.
    Words,
    /// Round.
    Meetings,
    /// Pointed or stepped.
    Deeds,
}

impl Family {
    /// In the order of the key.
    pub const ALL: [Self; 3] = [Self::Words, Self::Meetings, Self::Deeds];
}

/// A kind's silhouette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Glyph {
    /// Square.
    JointStatement,
    /// Page with a cut corner.
    Document,
    /// Notched ribbon.
    Treaty,
    /// Bubble.
    Speech,
    /// Disc.
    Summit,
    /// Ring.
    Forum,
    /// Two discs.
    Consultation,
    /// Two halves meeting.
    Mediation,
    /// Diamond.
    UnAction,
    /// Triangle.
    Mission,
    /// Cross.
    Aid,
    /// Steps.
    Project,
}

impl Glyph {
    /// In the order of the key.
    pub const ALL: [Self; 12] = [
        Self::JointStatement,
        Self::Document,
        Self::Treaty,
        Self::Speech,
        Self::Summit,
        Self::Forum,
        Self::Consultation,
        Self::Mediation,
        Self::UnAction,
        Self::Mission,
        Self::Aid,
        Self::Project,
    ];

    /// The glyph of a kind: by its slug where it is one of the twelve, else by its place in the dataset's list.
    pub fn of_kind(slug: &str, index: usize) -> Self {
        Self::ALL.into_iter().find(|g| g.slug() == slug).unwrap_or(Self::ALL[index % Self::ALL.len()])
    }

    /// The kind it was drawn for.
    pub fn slug(self) -> &'static str {
        match self {
            Self::JointStatement => "joint-statement",
            Self::Document => "document",
            Self::Treaty => "treaty",
            Self::Speech => "speech",
            Self::Summit => "summit",
            Self::Forum => "forum",
            Self::Consultation => "consultation",
            Self::Mediation => "mediation",
            Self::UnAction => "un-action",
            Self::Mission => "mission",
            Self::Aid => "aid",
            Self::Project => "project",
        }
    }

    /// The rule it follows.
    pub fn family(self) -> Family {
        match self {
            Self::JointStatement | Self::Document | Self::Treaty | Self::Speech => Family::Words,
            Self::Summit | Self::Forum | Self::Consultation | Self::Mediation => Family::Meetings,
            Self::UnAction | Self::Mission | Self::Aid | Self::Project => Family::Deeds,
        }
    }

    /// SVG path data on the [`GRID`], to be filled by the even-odd rule.
    pub fn path(self) -> &'static str {
        match self {
            Self::JointStatement => "M1.4 1.4h9.2v9.2H1.4z",
            Self::Document => "M2.3.4h4.6l3 3v8.2H2.3z",
            Self::Treaty => "M2 .5h8v11l-4-3.6-4 3.6z",
            Self::Speech => "M.5 1.3h11v6.9H6.6l-3.4 3.3V8.2H.5z",
            Self::Summit => "M6 .7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 6 .7z",
            Self::Forum => {
                "M6 .5a5.5 5.5 0 1 1 0 11A5.5 5.5 0 0 1 6 .5zM6 3.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z"
            }
            Self::Consultation => {
                "M2.9 3.1a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8zM9.1 3.1a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8z"
            }
            Self::Mediation => "M.5.6a5.4 5.4 0 0 1 0 10.8zM11.5.6a5.4 5.4 0 0 0 0 10.8z",
            Self::UnAction => "M6 0l6 6-6 6-6-6z",
            Self::Mission => "M6 .6l5.8 10.4H.2z",
            Self::Aid => "M4.2.5h3.6v3.7h3.7v3.6H7.8v3.7H4.2V7.8H.5V4.2h3.7z",
            Self::Project => "M.7 11.3V8h3.5V4.6h3.6V1.2h3.5v10.1z",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_is_found_by_its_slug_and_unknown_kinds_take_the_nth() {
        for (i, glyph) in Glyph::ALL.into_iter().enumerate() {
            assert_eq!(Glyph::of_kind(glyph.slug(), 0), glyph);
            assert_eq!(Glyph::of_kind("a-kind-of-my-own", i + 12), glyph);
        }
    }
}
