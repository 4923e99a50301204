//! Upper and lower case of the alphabets that have them, by rule.
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
