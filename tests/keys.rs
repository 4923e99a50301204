//! The table of keys: no key means two things in one place, single signs can be switched off, every line has words.

use gsi_timeline::keys::{BINDINGS, Binding, Command, Press, Scope, Stroke, command};
use gsi_timeline::model::Locale;

fn press<'a>(key: &'a str, code: &'a str) -> Press<'a> {
    Press { key, code, ..Press::default() }
}

fn in_scope(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.scope == scope)
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for scope in Scope::ALL {
        let mut strokes: Vec<_> = in_scope(scope).flat_map(|b| b.strokes).map(Stroke::cap).collect();
        let mut commands: Vec<_> = in_scope(scope).map(|b| format!("{:?}", b.command)).collect();
        let (n, m) = (strokes.len(), commands.len());
        strokes.sort_unstable();
        strokes.dedup();
        commands.sort_unstable();
        commands.dedup();
        assert_eq!((strokes.len(), commands.len()), (n, m), "{scope:?}");
    }
}

#[test]
fn a_key_that_acts_everywhere_means_nothing_else_in_a_part() {
    let everywhere: Vec<_> = in_scope(Scope::Anywhere).flat_map(|b| b.strokes).collect();
    for binding in BINDINGS.iter().filter(|b| b.scope != Scope::Anywhere) {
        for stroke in binding.strokes {
            assert!(!everywhere.contains(&stroke), "{binding:?}");
        }
    }
}

#[test]
fn every_line_has_words_in_both_languages() {
    for scope in Scope::ALL {
        assert!(in_scope(scope).count() > 0);
        assert_ne!(scope.name(Locale::En), scope.name(Locale::Zh));
    }
    for binding in &BINDINGS {
        assert!(binding.words(Locale::En).is_ascii(), "{binding:?}");
        assert!(!binding.words(Locale::Zh).chars().any(|c| c.is_ascii_alphabetic()), "{binding:?}");
        assert!(!binding.strokes.is_empty());
        for stroke in binding.strokes {
            // A sign or an arrow alone is not read out by every screen reader.
            let is_word = stroke.cap().chars().all(|c| c.is_ascii_alphanumeric());
            assert!(is_word || !stroke.spoken(Locale::En).is_empty(), "{stroke:?}");
        }
    }
}

#[test]
fn letters_act_by_their_place_and_signs_by_what_they_print() {
    let timeline = |press: Press| command(Scope::Timeline, &press, true);
    assert_eq!(timeline(press("w", "KeyW")), Some(Command::ZoomIn));
    // A French board prints z where W is, a Russian one ц.
    assert_eq!(timeline(press("z", "KeyW")), Some(Command::ZoomIn));
    assert_eq!(timeline(press("ц", "KeyW")), Some(Command::ZoomIn));
    assert_eq!(timeline(press("w", "KeyZ")), None);
    assert_eq!(timeline(press("+", "BracketRight")), Some(Command::ZoomIn));
    assert_eq!(timeline(press("=", "Equal")), Some(Command::ZoomIn));
    assert_eq!(timeline(press("-", "Minus")), Some(Command::ZoomOut));
    assert_eq!(timeline(press("0", "Numpad0")), Some(Command::Fit));
    assert_eq!(timeline(press("", "")), None);
}

#[test]
fn ctrl_and_cmd_belong_to_the_browser_but_for_undo_and_redo() {
    let control = |key, code, shift| Press { key, code, control: true, shift, ..Press::default() };
    for binding in &BINDINGS {
        for code in ["KeyW", "KeyA", "KeyS", "KeyD", "KeyF"] {
            assert_eq!(command(binding.scope, &control("w", code, false), true), None);
        }
    }
    let anywhere = |press: Press| command(Scope::Anywhere, &press, true);
    assert_eq!(anywhere(control("z", "KeyZ", false)), Some(Command::Undo));
    assert_eq!(anywhere(control("Z", "KeyZ", true)), Some(Command::Redo));
    assert_eq!(anywhere(control("y", "KeyY", false)), Some(Command::Redo));
    assert_eq!(anywhere(control("я", "KeyZ", false)), Some(Command::Undo));
    assert_eq!(anywhere(Press { alt: true, ..control("z", "KeyZ", false) }), None);
    assert_eq!(anywhere(press("z", "KeyZ")), None);
}

#[test]
fn single_signs_can_be_switched_off_and_the_rest_stays() {
    assert_eq!(command(Scope::Anywhere, &press("?", "Slash"), false), None);
    assert_eq!(command(Scope::Anywhere, &press("/", "Slash"), false), None);
    assert_eq!(command(Scope::Timeline, &press("w", "KeyW"), false), None);
    assert_eq!(command(Scope::Timeline, &press("0", "Digit0"), false), None);
    assert_eq!(command(Scope::Anywhere, &press("Escape", "Escape"), false), Some(Command::Close));
    assert_eq!(command(Scope::Timeline, &press("ArrowLeft", "ArrowLeft"), false), Some(Command::Previous));
    let undo = Press { key: "z", code: "KeyZ", control: true, ..Press::default() };
    assert_eq!(command(Scope::Anywhere, &undo, false), Some(Command::Undo));
    for stroke in BINDINGS.iter().flat_map(|b| b.strokes) {
        let is_sign = stroke.cap().chars().count() == 1 && !"←→↑↓".contains(stroke.cap());
        assert_eq!(stroke.is_single(), is_sign || stroke.cap() == "0–9");
    }
}

#[test]
fn a_clickers_keys_step_and_shift_turns_space_round() {
    let present = |press: Press| command(Scope::Present, &press, false);
    for key in ["ArrowRight", "PageDown", " "] {
        assert_eq!(present(press(key, key)), Some(Command::Next), "{key:?}");
    }
    for key in ["ArrowLeft", "PageUp"] {
        assert_eq!(present(press(key, key)), Some(Command::Previous), "{key:?}");
    }
    assert_eq!(present(Press { shift: true, ..press(" ", "Space") }), Some(Command::Previous));
    for sign in ["b", "B", "."] {
        let code = if sign == "." { "Period" } else { "KeyB" };
        assert_eq!(command(Scope::Present, &press(sign, code), true), Some(Command::Black));
    }
    assert_eq!(command(Scope::Present, &press("7", "Digit7"), true), Some(Command::Number));
}
