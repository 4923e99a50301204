//! Text without what a person may type otherwise: case, accents, width, simplified or traditional.

use super::han::Han;
use crate::letters::lower;

/// Text with case, accents and full-width forms taken away, traditional characters as simplified ones where they are
/// known.
///
/// ```
/// use gsi_timeline::query::{Han, fold};
/// assert_eq!(fold("Türkiye, CÔTE D’IVOIRE，２０２３", Han::default()), "turkiye, cote d'ivoire,2023");
/// assert_eq!(fold("聯合聲明", Han::whole()), "联合声明");
/// ```
pub fn fold(text: &str, han: Han) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, han, &mut out));
    out
}

/// Appends one character, folded; an accent that stands by itself leaves nothing.
pub(super) fn fold_char(c: char, han: Han, out: &mut String) {
    // The whole full-width block lies one fixed step above ASCII.
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '’' | '‘' => '\'',
        '–' | '—' | '‑' => '-',
        c => han.simplified(c),
    };
    let plain = match lower(c) {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' | 'ǐ' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ǒ' => 'o',
        'ś' | 'š' | 'ş' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        'ğ' => 'g',
        // Accents that stand by themselves.
        '\u{300}'..='\u{36f}' => return,
        c => c,
    };
    out.push(plain);
}
