//! The names in a wasm file: what it imports, what it exports, and what its functions are called; and their code.
//!
//! A file is a head of eight bytes and then sections, each with a number, a length and its content.

use crate::failure::{Failure, Outcome};

/// The sections that hold names.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The section of code, and those that mean nothing to a browser, which have names.
const CODE: u8 = 10;
const CUSTOM: u8 = 0;

/// The custom section that names functions, and its part that does.
const NAMES: &str = "name";
const OF_FUNCTIONS: u8 = 1;

/// What is imported as a function.
const FUNCTION: u8 = 0;

const HEAD: usize = 8;

/// The same file with other names of what it imports: of a module and a name, those that take their place.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn with_imports(wasm: &[u8], mut renamed: impl FnMut(&str, &str) -> (String, String)) -> Outcome<Vec<u8>> {
    with_section(wasm, IMPORTS, |entries| {
        let mut out = Vec::new();
        let count = entries.number()?;
        put_number(&mut out, count);
        for _ in 0..count {
            let (module, name) = renamed(entries.name()?, entries.name()?);
            put_name(&mut out, &module);
            put_name(&mut out, &name);
            out.extend(entries.import_type()?);
        }
        Ok(out)
    })
}

/// The same file with other names of what it exports; `None` takes an export away.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn with_exports(wasm: &[u8], mut renamed: impl FnMut(&str) -> Option<String>) -> Outcome<Vec<u8>> {
    with_section(wasm, EXPORTS, |entries| {
        let mut kept = Vec::new();
        let mut n_kept = 0;
        for _ in 0..entries.number()? {
            let name = renamed(entries.name()?);
            let (kind, index) = (entries.byte()?, entries.number()?);
            if let Some(name) = name {
                put_name(&mut kept, &name);
                kept.push(kind);
                put_number(&mut kept, index);
                n_kept += 1;
            }
        }
        let mut out = Vec::new();
        put_number(&mut out, n_kept);
        out.extend(kept);
        Ok(out)
    })
}

/// How many functions a file imports, and the code of each that it holds itself.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn functions(wasm: &[u8]) -> Outcome<(usize, Vec<&[u8]>)> {
    let (mut n_imports, mut bodies) = (0, Vec::new());
    for (id, content) in sections(wasm)? {
        let mut entries = Reader(content);
        match id {
            IMPORTS => {
                for _ in 0..entries.number()? {
                    entries.name()?;
                    entries.name()?;
                    n_imports += usize::from(entries.import_type()?.starts_with(&[FUNCTION]));
                }
            }
            CODE => {
                for _ in 0..entries.number()? {
                    let length = entries.number()?;
                    bodies.push(entries.take(length)?);
                }
            }
            _ => {}
        }
    }
    Ok((n_imports, bodies))
}

/// The same file with these names of the functions that it holds, and none of anything else; those that it imports
/// come first in its numbers.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn with_names(wasm: &[u8], n_imports: usize, names: &[String]) -> Outcome<Vec<u8>> {
    let sections = sections(wasm)?;
    let mut out = wasm[..HEAD].to_vec();
    for (id, content) in sections {
        if id != CUSTOM || Reader(content).name()? != NAMES {
            put_section(&mut out, id, content);
        }
    }
    let mut list = Vec::new();
    put_number(&mut list, names.len());
    for (number, name) in names.iter().enumerate() {
        put_number(&mut list, n_imports + number);
        put_name(&mut list, name);
    }
    let mut section = Vec::new();
    put_name(&mut section, NAMES);
    put_section(&mut section, OF_FUNCTIONS, &list);
    put_section(&mut out, CUSTOM, &section);
    Ok(out)
}

fn with_section(wasm: &[u8], number: u8, change: impl FnOnce(&mut Reader<'_>) -> Outcome<Vec<u8>>) -> Outcome<Vec<u8>> {
    let sections = sections(wasm)?;
    let mut out = wasm[..HEAD].to_vec();
    let mut change = Some(change);
    for (id, content) in sections {
        match change.take_if(|_| id == number) {
            Some(change) => put_section(&mut out, id, &change(&mut Reader(content))?),
            None => put_section(&mut out, id, content),
        }
    }
    Ok(out)
}

/// The sections of a file, each with its number.
fn sections(wasm: &[u8]) -> Outcome<Vec<(u8, &[u8])>> {
    let mut rest = Reader(wasm);
    rest.take(HEAD)?;
    let mut sections = Vec::new();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        sections.push((id, rest.take(length)?));
    }
    Ok(sections)
}

/// What is still to be read.
struct Reader<'w>(&'w [u8]);

impl<'w> Reader<'w> {
    fn take(&mut self, n: usize) -> Outcome<&'w [u8]> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or_else(|| Failure::new("a wasm file ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Outcome<u8> {
        Ok(self.take(1)?[0])
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> Outcome<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Failure::new("a wasm file has a number that is too long"))
    }

    fn name(&mut self) -> Outcome<&'w str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Failure::new("a wasm file has a name that is no text"))
    }

    /// What is said of an import after its names.
    fn import_type(&mut self) -> Outcome<&'w [u8]> {
        let begin = self.0;
        match self.byte()? {
            // By the number of its type.
            FUNCTION => drop(self.number()?),
            // A table, whose elements have a type, or a memory: how large it is, and how large it may be.
            kind @ (1 | 2) => {
                self.take(usize::from(kind == 1))?;
                let has_most = self.byte()? & 1;
                (0..=has_most).try_for_each(|_| self.number().map(drop))?;
            }
            // A global: its type, and whether it changes.
            3 => drop(self.take(2)?),
            kind => return Err(Failure::new(format!("a wasm file imports what is not known here, kind {kind}"))),
        }
        Ok(&begin[..begin.len() - self.0.len()])
    }
}

fn put_section(out: &mut Vec<u8>, id: u8, content: &[u8]) {
    out.push(id);
    put_number(out, content.len());
    out.extend(content);
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_name(out: &mut Vec<u8>, name: &str) {
    put_number(out, name.len());
    out.extend(name.bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x02\x01\x60\
        \x02\x17\x03\x01m\x01f\0\0\x01m\x01t\x01\x70\x01\x01\x02\x01m\x01g\x03\x7f\x01\
        \x07\x0b\x02\x03one\0\x05\x01n\x01\x04";

    #[test]
    fn names_change_and_nothing_else_does() {
        let names = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        assert_eq!(with_imports(WASM, names).unwrap(), WASM);
        let mut seen = Vec::new();
        let changed = with_imports(WASM, |module, name| {
            seen.push(format!("{module}.{name}"));
            (module.repeat(100), name.to_owned())
        });
        assert_eq!(seen, ["m.f", "m.t", "m.g"]);
        let back = with_imports(&changed.unwrap(), |module, name| (module[..1].to_owned(), name.to_owned()));
        assert_eq!(back.unwrap(), WASM);
    }

    #[test]
    fn exports_are_renamed_or_go() {
        let changed = with_exports(WASM, |name| (name == "one").then(|| "two".to_owned())).unwrap();
        assert!(changed.ends_with(b"\x07\x07\x01\x03two\0\x05"), "{changed:?}");
    }

    #[test]
    fn functions_are_counted_and_named() {
        let code = [WASM, b"\x0a\x07\x02\x02\0\x0b\x02\x01\x0b"].concat();
        let (n_imports, bodies) = functions(&code).unwrap();
        assert_eq!((n_imports, bodies), (1, vec![&b"\0\x0b"[..], &b"\x01\x0b"[..]]));
        let named = with_names(&code, n_imports, &["b".to_owned(), "a".to_owned()]).unwrap();
        assert_eq!(named, [&code[..], b"\0\x0e\x04name\x01\x07\x02\x01\x01b\x02\x01a"].concat());
        // Names take the place of names.
        assert_eq!(with_names(&named, n_imports, &["b".to_owned(), "a".to_owned()]).unwrap(), named);
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused() {
        for end in 0..WASM.len() {
            let names = |name: &str| Some(name.to_owned());
            let is_whole = [8, 12, 37].contains(&end);
            assert_eq!(with_exports(&WASM[..end], names).is_ok(), is_whole, "{end}");
        }
    }
}
