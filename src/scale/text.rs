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

impl FontMetrics {
    /// px that most fonts set a text in, without the room that a label is given: for what must stand under its letters.
    pub fn set_width(self, text: &str, size: f64, weight: Weight) -> f64 {
        self.width(text, size, weight) / SAFETY_FACTOR
    }
}

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
        '·' | '\u{a0}' => 278.0,
        '–' => 556.0,
        // Chinese text and its punctuation take one em each.
        '“' | '”' | '—' | '…' => 1000.0,
        _ if code > 0x2e80 => 1000.0,
        _ => 556.0,
    }
}

/// A text that takes at most `width` px at `size` px: whole, or cut at a word, in Chinese at a character, with an
/// ellipsis.
pub fn shortened(measure: &dyn TextMeasure, text: &str, size: f64, weight: Weight, width: f64) -> String {
    if measure.width(text, size, weight) <= width {
        return text.to_owned();
    }
    let room = width - measure.width("…", size, weight);
    let mut end = 0;
    let mut taken = 0.0;
    for (at, c) in text.char_indices() {
        taken += measure.width(c.encode_utf8(&mut [0; 4]), size, weight);
        if taken > room {
            break;
        }
        end = at + c.len_utf8();
    }
    let whole_words = text[..end].rfind(' ');
    // A first word that is too long is cut anywhere, and so is what has no spaces.
    let last_wide = text[..end].char_indices().rev().find(|(_, c)| *c as u32 > 0x2e80).map(|(at, c)| at + c.len_utf8());
    let is_between_words = text[end..].starts_with(' ');
    let end = if is_between_words { end } else { whole_words.max(last_wide).unwrap_or(end) };
    let kept =
        text[..end].trim_end_matches([' ', '\u{a0}', ',', ':', ';', '·', '–', '，', '、', '：', '（', '《', '“', '(']);
    [kept, "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_a_word_and_in_chinese_at_a_character() {
        let cut = |text, width| shortened(&FontMetrics, text, 14.0, Weight::Regular, width);
        assert_eq!(cut("Belarus: joint statement", 400.0), "Belarus: joint statement");
        assert_eq!(cut("Belarus: joint statement", 120.0), "Belarus: joint…");
        // Whatever the width, a text in both keeps what goes into it.
        for width in 60..200 {
            let kept = cut("6月 setting out shared positions", f64::from(width));
            assert!(f64::from(width) < 110.0 || kept.contains("setting"), "{width}: {kept}");
        }
        assert_eq!(cut("Belarus: joint statement", 90.0), "Belarus…");
        assert_eq!(cut("沙特与伊朗同意恢复外交关系", 100.0), "沙特与伊朗…");
        for width in [0.0, 20.0, 60.0, 77.0, 150.0] {
            let cut = cut("Extraordinarilylongword: more", width);
            assert!(width < 20.0 || FontMetrics.width(&cut, 14.0, Weight::Regular) <= width, "{cut} at {width}");
        }
    }

    #[test]
    fn a_chinese_character_is_an_em_and_bold_is_wider() {
        let width = |text, weight| FontMetrics.width(text, 12.0, weight);
        assert!((width("中", Weight::Regular) - 12.36).abs() < 0.01);
        assert!(width("Egypt", Weight::Strong) > width("Egypt", Weight::Regular));
    }
}
