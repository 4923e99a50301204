//! The twelve silhouettes that tell kinds apart: words have square corners, meetings are round, deeds are pointed.

use super::svg::number;

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

    /// Its outlines on the [`GRID`]: where each begins, and how it goes on from there in relative path commands. They
    /// are filled by the even-odd rule.
    fn outlines(self) -> &'static [(f64, f64, &'static str)] {
        match self {
            Self::JointStatement => &[(1.4, 1.4, "h9.2v9.2h-9.2z")],
            Self::Document => &[(2.3, 0.4, "h4.6l3 3v8.2h-7.6z")],
            Self::Treaty => &[(2.0, 0.5, "h8v11l-4-3.6-4 3.6z")],
            Self::Speech => &[(0.5, 1.3, "h11v6.9h-4.9l-3.4 3.3v-3.3h-2.7z")],
            Self::Summit => &[(6.0, 0.7, "a5.3 5.3 0 1 1 0 10.6 5.3 5.3 0 0 1 0-10.6z")],
            Self::Forum => &[
                (6.0, 0.5, "a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z"),
                (6.0, 3.3, "a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z"),
            ],
            Self::Consultation => &[
                (2.9, 3.1, "a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8z"),
                (9.1, 3.1, "a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8z"),
            ],
            Self::Mediation => &[(0.5, 0.6, "a5.4 5.4 0 0 1 0 10.8z"), (11.5, 0.6, "a5.4 5.4 0 0 0 0 10.8z")],
            Self::UnAction => &[(6.0, 0.0, "l6 6-6 6-6-6z")],
            Self::Mission => &[(6.0, 0.6, "l5.8 10.4h-11.6z")],
            Self::Aid => &[(4.2, 0.5, "h3.6v3.7h3.7v3.6h-3.7v3.7h-3.6v-3.7h-3.7v-3.6h3.7z")],
            Self::Project => &[(0.7, 11.3, "v-3.3h3.5v-3.4h3.6v-3.4h3.5v10.1z")],
        }
    }

    /// SVG path data on the [`GRID`], to be filled by the even-odd rule.
    pub fn path(self) -> String {
        let mut data = String::new();
        self.write_path((0.0, 0.0), &mut data);
        data
    }

    /// Appends the path data with the corner of its grid at a place, in units of the grid.
    pub fn write_path(self, (x, y): (f64, f64), out: &mut String) {
        for (dx, dy, rest) in self.outlines() {
            for part in ["M", &number(x + dx), " ", &number(y + dy), rest] {
                out.push_str(part);
            }
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
