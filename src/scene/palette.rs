//! Colours for drawings that no style sheet reaches: documents in light and dark, and paper.

use super::Paint;

/// Which colours a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Palette {
    /// The light scheme.
    #[default]
    Light,
    /// The dark scheme.
    Dark,
    /// The light scheme's hues on white paper: neighbouring regions differ in lightness, so it survives a grey printer.
    Paper,
    /// Black and greys on white: regions are told by their lanes alone.
    Ink,
}

/// A value for every paint.
struct Colors {
    /// In the order of [`Paint::PLAIN`].
    plain: [&'static str; Paint::PLAIN.len()],
    /// In lane order; the last is for every region past them.
    regions: [&'static str; N_REGIONS],
    /// Steps 1–5 of the heat ramp.
    heat: [&'static str; 5],
    /// Text on steps 1–5 of the heat ramp.
    heat_ink: [&'static str; 5],
    /// The opacity of a soft band.
    band: f64,
}

/// Regions with a hue of their own, and one for every region past them.
pub(super) const N_REGIONS: usize = 11;

const LIGHT: Colors = Colors {
    plain: [
        "#1b1c1e", "#47494e", "#65676c", "#e6e2d9", "#cdc8bc", "#8a877f", "#fbfaf7", "#f4f2ec", "#ece9e1", "#fbfaf7",
        "#fff0b8",
    ],
    regions: [
        "#6b3144", "#d96307", "#7e47b6", "#0e998a", "#115602", "#7f8f53", "#423f72", "#a579ae", "#aa3436", "#5882ef",
        "#6c6965",
    ],
    heat: ["#e9e6df", "#cbc8c2", "#a3a19d", "#62636a", "#2b2e35"],
    heat_ink: ["#1b1c1e", "#1b1c1e", "#1b1c1e", "#ffffff", "#ffffff"],
    band: 0.2,
};

const DARK: Colors = Colors {
    plain: [
        "#e9e7e2", "#bfbfc0", "#9a9ca1", "#26292f", "#3b3f47", "#767a83", "#16181c", "#101215", "#262a31", "#16181c",
        "#4d4213",
    ],
    regions: [
        "#a46a6e", "#ebac41", "#cfc8ff", "#3e8894", "#91eaa8", "#877f01", "#776dcb", "#fcbed5", "#de715e", "#70a4fb",
        "#a4a19c",
    ],
    heat: ["#262a30", "#3f444c", "#636870", "#a2a4a7", "#dddbd6"],
    heat_ink: ["#e9e7e2", "#e9e7e2", "#ffffff", "#16181c", "#16181c"],
    band: 0.24,
};

const PAPER: Colors = Colors {
    plain: [
        "#000000", "#333333", "#4d4d4d", "#dcdcdc", "#b4b4b4", "#777777", "#ffffff", "#f2f2f2", "#e8e8e8", "#ffffff",
        "#e0e0e0",
    ],
    ..LIGHT
};

const INK: Colors = Colors { regions: ["#000000"; N_REGIONS], ..PAPER };

impl Palette {
    fn colors(self) -> &'static Colors {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Paper => &PAPER,
            Self::Ink => &INK,
        }
    }

    /// The colour of a paint, as `#rrggbb`.
    pub fn color(self, paint: Paint) -> &'static str {
        let colors = self.colors();
        let step = |steps: &[&'static str; 5], n: u8| steps[usize::from(n.clamp(1, 5)) - 1];
        match paint {
            Paint::Region(region) => colors.regions[region.index().min(N_REGIONS - 1)],
            Paint::Heat(n) => step(&colors.heat, n),
            Paint::HeatInk(n) => step(&colors.heat_ink, n),
            plain => colors.plain[Paint::PLAIN.iter().position(|(p, _)| *p == plain).unwrap_or(0)],
        }
    }

    /// The opacity of a soft band.
    pub(super) fn band(self) -> f64 {
        self.colors().band
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_tokens() {
        let css = include_str!("../ui/styles/tokens.css");
        let dark_at = css.find("prefers-color-scheme: dark").expect("a dark scheme follows the light one");
        for (colors, part) in [(&LIGHT, &css[..dark_at]), (&DARK, &css[dark_at..])] {
            let value = |name: &str| -> &str {
                let start = part.find(&format!("--{name}: ")).unwrap_or_else(|| panic!("no token {name}"));
                let rest = &part[start + name.len() + 4..];
                &rest[..rest.find(';').expect("a declaration ends")]
            };
            for ((_, name), color) in Paint::PLAIN.iter().zip(colors.plain) {
                assert_eq!(color, value(name), "{name}");
            }
            for (i, (heat, ink)) in colors.heat.iter().zip(colors.heat_ink).enumerate() {
                assert_eq!(*heat, value(&format!("heat-{}", i + 1)));
                assert_eq!(ink, value(&format!("heat-ink-{}", i + 1)));
            }
            for (i, color) in colors.regions.iter().enumerate() {
                assert_eq!(*color, value(&format!("region-{i}")));
            }
            assert_eq!(colors.band, value("band-opacity").parse::<f64>().expect("a number"));
        }
    }

    #[test]
    fn paper_takes_no_ink_for_its_ground_and_ink_no_hue() {
        let is_grey = |color: &str| color[1..3] == color[3..5] && color[3..5] == color[5..7];
        for region in 0..N_REGIONS as u8 {
            assert!(is_grey(Palette::Ink.color(Paint::Region(crate::model::RegionId(region)))));
        }
        for palette in [Palette::Paper, Palette::Ink] {
            assert_eq!(palette.color(Paint::Ground), "#ffffff");
            assert!(Paint::PLAIN.iter().all(|(paint, _)| is_grey(palette.color(*paint))));
        }
    }
}
