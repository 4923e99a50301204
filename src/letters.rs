//! What a character is, by rule: a letter or not, and its upper and lower case where the alphabet has them.
//!
//! The standard library's tables know every script that has letters of two cases and take several kilobytes of the
//! program. Latin with its extensions, Greek and Cyrillic follow short rules; a test compares them with the tables.

/// A letter in lower case, or the character as it is.
///
/// ```
/// use gsi_timeline::letters::lower;
/// assert_eq!(["Ä", "Š", "Σ", "Й", "中"].map(|s| s.chars().map(lower).collect::<String>()), ["ä", "š", "σ", "й", "中"]);
/// ```
pub fn lower(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 + by).unwrap_or(c);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => shifted(32),
        'Ѐ'..='Џ' => shifted(80),
        'Ÿ' => 'ÿ',
        // Without its dot: what a search takes away anyhow.
        'İ' => 'i',
        c if is_first_of_pair(c) => shifted(1),
        c => c,
    }
}

/// A letter in upper case, or the character as it is: what [`lower`] undoes.
pub fn upper(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 - by).unwrap_or(c);
    let before = |c: char| char::from_u32(c as u32 - 1).unwrap_or(c);
    match c {
        '÷' => c,
        'a'..='z' | 'à'..='þ' | 'α'..='ρ' | 'σ'..='ϋ' | 'а'..='я' => shifted(32),
        'ѐ'..='џ' => shifted(80),
        'ÿ' => 'Ÿ',
        c if c > '\u{ff}' && is_first_of_pair(before(c)) => before(c),
        c => c,
    }
}

/// A text in lower case.
pub fn lower_text(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text with its first letter in upper case.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| std::iter::once(upper(first)).chain(chars).collect())
}

/// A text with its first letter in lower case.
pub fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| std::iter::once(lower(first)).chain(chars).collect())
}

/// Whether a character is a letter or a digit: what is no space, no mark of punctuation and no symbol.
///
/// ```
/// use gsi_timeline::letters::is_letter_or_digit;
/// assert!("aß7中々９".chars().all(is_letter_or_digit));
/// assert!(!" .–—、（￥→".chars().any(is_letter_or_digit));
/// ```
pub fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼'..='¾'),
        '\u{3000}'..='\u{303f}' => matches!(c, '々' | '〆' | '〇'),
        '\u{ff00}'..='\u{ff65}' => matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'),
        '×' | '÷' => false,
        '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}'
        | '\u{2190}'..='\u{245f}'
        | '\u{2500}'..='\u{2775}'
        | '\u{2794}'..='\u{2bff}' => false,
        '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}' | '\u{ffe0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// Whether a letter is the upper case of the one behind it.
fn is_first_of_pair(c: char) -> bool {
    let is_even = (c as u32).is_multiple_of(2);
    match c {
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            is_even
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ӂ'..='ӎ' => !is_even,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_the_tables() {
        let written = ('\0'..='\u{17f}').chain('Α'..='Ρ').chain('А'..='я').chain('Ḁ'..='ỿ').chain('一'..='龥');
        let marks = ('\u{2000}'..='\u{206f}').chain('\u{20a0}'..='\u{20c0}').chain('\u{2190}'..='\u{245f}');
        let more = ('\u{2500}'..='\u{2bff}').chain('\u{3000}'..='\u{3020}').chain('\u{fe10}'..='\u{fe1f}');
        let wide = ('\u{fe30}'..='\u{fe6f}').chain('\u{ff01}'..='\u{ff9f}').chain('\u{ffe0}'..='\u{ffff}');
        for c in written.chain(marks).chain(more).chain(wide) {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    /// The ranges the rules are for.
    fn letters() -> impl Iterator<Item = char> {
        ('\0'..='\u{17f}').chain('Α'..='ώ').chain('Ѐ'..='ԯ').chain('Ḁ'..='ỿ').chain('一'..='龥').chain('０'..='９')
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        let others = ['İ', 'ẞ', 'Ӏ'];
        for c in letters().filter(|c| !others.contains(c)) {
            let expected: String = c.to_lowercase().collect();
            assert_eq!(lower(c).to_string(), expected, "{c:?}");
        }
    }

    #[test]
    fn upper_case_comes_back() {
        for c in letters().filter(|c| lower(*c) != *c && *c != 'İ') {
            assert_eq!(upper(lower(c)), c);
            assert_eq!(lower(upper(lower(c))), lower(c));
        }
        for c in letters().filter(|c| upper(*c) != *c) {
            assert_eq!(upper(c).to_string(), c.to_uppercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(capitalized("émile Zola"), "Émile Zola");
        assert_eq!(uncapitalized("The UN"), "the UN");
        assert_eq!(capitalized(""), "");
        assert_eq!(lower_text("ÉTÉ 2023，中"), "été 2023，中");
    }
}
