//! Lines of text for drawings, which nothing else breaks: at spaces, between Chinese characters, and last anywhere.

use super::{FontMetrics, TextMeasure as _};
use crate::scene::Weight;

/// What must not begin a line.
const CLOSING: &str = "，。、；：？！）》」』”’…·,.;:?!)%％";

/// What must not end a line.
const OPENING: &str = "（《「『“‘(";

fn is_wide(c: char) -> bool {
    c as u32 > 0x2e80
}

/// Whether a line may end between two characters.
fn is_break(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ' && after != '·';
    }
    (is_wide(before) || is_wide(after)) && after != ' ' && !is_among(after, CLOSING) && !is_among(before, OPENING)
}

/// The text in lines of at most `width` px, by the table of widths; one line at least.
///
/// What is longer than a line by itself, as addresses are, is broken anywhere.
///
/// ```
/// use gsi_timeline::{scale::wrap, scene::Weight};
/// assert_eq!(wrap("two words", 10.0, Weight::Regular, 30.0), ["two", "words"]);
/// ```
pub fn wrap(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let fits = |text: &str| FontMetrics.width(text.trim_end(), size, weight) <= width;
    let mut lines = vec![String::new()];
    let mut push = |unit: &str| {
        let Some(line) = lines.last_mut() else { return };
        let longer = format!("{line}{unit}");
        if fits(&longer) {
            *line = longer;
        } else if fits(unit) && !line.is_empty() {
            lines.push(unit.to_owned());
        } else {
            for c in unit.chars() {
                let Some(line) = lines.last_mut() else { return };
                let longer = format!("{line}{c}");
                if line.is_empty() || fits(&longer) { *line = longer } else { lines.push(c.to_string()) }
            }
        }
    };
    each_piece(text, &mut push);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What the longest piece that belongs together takes of a line, px: narrower ones tear it.
pub fn least_width(text: &str, size: f64, weight: Weight) -> f64 {
    let mut least: f64 = 0.0;
    each_piece(text, &mut |piece| least = least.max(FontMetrics.width(piece.trim_end(), size, weight)));
    least
}

/// Whether a character is one of some. `str::contains` brings the search for any text along.
fn is_among(c: char, signs: &str) -> bool {
    signs.chars().any(|sign| sign == c)
}

/// Calls with each piece between two places where a line may end.
fn each_piece(text: &str, with: &mut dyn FnMut(&str)) {
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| is_break(before, c)) {
            with(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = Some(c);
    }
    with(text.get(start..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing_but_the_spaces_they_end_at() {
        let texts = [
            "181 of 181 events · 2022–2024",
            "据中国国际问题研究院《全球安全倡议落实进展报告（2024）》（2024年7月）所述整理，仅作记录，不代表认可。",
            "Permalink: https://example.org/a/very/long/address?region=middle-east~africa&time=2023-03..2023-06",
            "",
        ];
        for text in texts {
            for width in [20.0, 77.0, 130.0, 900.0] {
                let lines = wrap(text, 12.0, Weight::Regular, width);
                assert!(lines.iter().all(|line| FontMetrics.width(line, 12.0, Weight::Regular) <= width), "{lines:?}");
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            }
        }
    }

    #[test]
    fn no_line_of_the_least_width_tears_a_word_or_begins_with_a_dot() {
        for text in ["26th China–ASEAN summit", "167 of 167 events · 2022–2024"] {
            let width = least_width(text, 12.0, Weight::Regular);
            let lines = wrap(text, 12.0, Weight::Regular, width);
            assert!(lines.len() > 1 && lines.iter().all(|line| !line.starts_with('·')), "{lines:?}");
            assert_eq!(lines.join(" "), text);
            assert_ne!(wrap(text, 12.0, Weight::Regular, width - 1.0).join(" "), text);
        }
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        let text =
            "据中国国际问题研究院《全球安全倡议落实进展报告（2024）》（2024年7月）所述整理，仅作记录，不代表认可。";
        for width in (60..400).map(f64::from) {
            let lines = wrap(text, 12.0, Weight::Regular, width);
            assert!(lines.iter().all(|line| !line.starts_with(['，', '。', '）', '》'])), "{lines:?}");
            assert!(lines.iter().all(|line| !line.ends_with(['（', '《'])), "{lines:?}");
        }
    }
}
