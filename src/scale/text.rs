//! How wide a text will be, without asking a browser: the same answer natively, in the page and in a print.

use crate::scene::Weight;

/// Estimates the width of a line of text.
pub trait TextMeasure {
    /// px that `text` takes at `size` px.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;
}

/// Advance widths of a common sans-serif (Helvetica, Arial, Liberation Sans), in thousandths of an em, from space to `~`.
const ADVANCES: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// How much wider a strong weight is set.
const STRONG_FACTOR: f64 = 1.06;

/// System fonts differ by a few hundredths; labels are laid out for the wider ones.
const SAFETY_FACTOR: f64 = 1.03;

/// The width table.
#[derive(Clone, Copy, Debug, Default)]
pub struct FontMetrics;

impl TextMeasure for FontMetrics {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let thousandths: f64 = text.chars().map(advance).sum();
        let factor = if weight == Weight::Regular { SAFETY_FACTOR } else { SAFETY_FACTOR * STRONG_FACTOR };
        thousandths / 1000.0 * size * factor
    }
}

fn advance(c: char) -> f64 {
    let code = c as u32;
    match c {
        ' '..='~' => f64::from(ADVANCES[(code - 32) as usize]),
        '’' | '‘' => 222.0,
        '·' => 278.0,
        '–' => 556.0,
        // Chinese text and its punctuation take one em each.
        '“' | '”' | '—' | '…' => 1000.0,
        _ if code > 0x2e80 => 1000.0,
        _ => 556.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_an_em_and_bold_is_wider() {
        let width = |text, weight| FontMetrics.width(text, 12.0, weight);
        assert!((width("中", Weight::Regular) - 12.36).abs() < 0.01);
        assert!(width("Egypt", Weight::Strong) > width("Egypt", Weight::Regular));
    }
}
