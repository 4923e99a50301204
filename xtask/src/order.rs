//! In which order functions stand in a wasm file: those that hold the same bytes side by side, where brotli says that
//! something comes again in fewer bits. Names say less: those of Rust end in a number that changes with everything, and
//! with the folder of the project. What has nothing like it stays where it stood.

use std::collections::BTreeMap;

use crate::failure::Outcome;
use crate::wasm;

/// Two functions are alike in the runs of so many bytes that stand in both.
const RUN: usize = 6;

/// A run that stands in more functions than this says nothing of any two.
const FREQUENT: usize = 60;

/// Functions with fewer runs in common stand where they stood.
const FEWEST: u32 = 3;

/// The same file with names by which `wasm-opt --reorder-functions-by-name` puts like functions side by side.
///
/// # Errors
/// When it is no wasm file.
pub(crate) fn named_by_likeness(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let (n_imports, bodies) = wasm::functions(wasm)?;
    let mut names = vec![String::new(); bodies.len()];
    for (place, function) in order(&bodies).into_iter().enumerate() {
        names[function] = format!("{place:06}");
    }
    wasm::with_names(wasm, n_imports, &names)
}

/// The numbers of functions, each once, with like ones beside each other.
///
/// The most alike are joined first, each with two others at most, as long as no ring comes of it; then the chains are
/// told one after the other, in the order in which the first of each stands.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut chains = Chains::new(bodies.len());
    for (one, other) in pairs(bodies) {
        chains.join(one, other);
    }
    chains.told()
}

/// Two functions each, the most alike first.
fn pairs(bodies: &[&[u8]]) -> Vec<(usize, usize)> {
    let runs: Vec<Vec<&[u8]>> = bodies.iter().map(|body| runs(body)).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(function);
        }
    }
    let mut pairs = Vec::new();
    for (one, own) in runs.iter().enumerate() {
        let mut shared = vec![0_u32; bodies.len()];
        for run in own {
            let holders = &holders[run];
            if holders.len() <= FREQUENT {
                holders.iter().for_each(|other| shared[*other] += 1);
            }
        }
        for other in one + 1..bodies.len() {
            if shared[other] >= FEWEST {
                let both = (own.len() + runs[other].len()) as f64;
                pairs.push((f64::from(shared[other]) / both.sqrt(), one, other));
            }
        }
    }
    // Sorting is stable: equals stay in the order of the file.
    pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    pairs.into_iter().map(|(_, one, other)| (one, other)).collect()
}

/// The runs of a function, each once.
fn runs(body: &[u8]) -> Vec<&[u8]> {
    let mut runs: Vec<&[u8]> = body.windows(RUN).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Functions on strings.
struct Chains {
    /// Beside whom each stands.
    beside: Vec<Vec<usize>>,
    /// Who is of the same chain, by steps to the one that stands for it.
    towards: Vec<usize>,
}

impl Chains {
    fn new(n: usize) -> Self {
        Self { beside: vec![Vec::new(); n], towards: (0..n).collect() }
    }

    fn join(&mut self, one: usize, other: usize) {
        if self.beside[one].len() == 2 || self.beside[other].len() == 2 {
            return;
        }
        let (chain, other_chain) = (self.chain(one), self.chain(other));
        if chain != other_chain {
            self.towards[chain] = other_chain;
            self.beside[one].push(other);
            self.beside[other].push(one);
        }
    }

    fn chain(&mut self, mut one: usize) -> usize {
        while self.towards[one] != one {
            self.towards[one] = self.towards[self.towards[one]];
            one = self.towards[one];
        }
        one
    }

    fn told(&self) -> Vec<usize> {
        let mut told = Vec::with_capacity(self.beside.len());
        let mut is_told = vec![false; self.beside.len()];
        for first in 0..self.beside.len() {
            if is_told[first] {
                continue;
            }
            let end = self.walk(first).last();
            for function in self.walk(end.unwrap_or(first)) {
                is_told[function] = true;
                told.push(function);
            }
        }
        told
    }

    /// From one along its chain to an end.
    fn walk(&self, from: usize) -> impl Iterator<Item = usize> {
        let mut last = None;
        std::iter::successors(Some(from), move |here| {
            let next = self.beside[*here].iter().copied().find(|next| Some(*next) != last);
            last = Some(*here);
            next
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_stand_side_by_side() {
        let bodies: [&[u8]; 6] = [
            b"one and the same thing, said at length",
            b"0123456789 quite another",
            b"short",
            b"one and the same thing, said again",
            b"9876543210",
            b"0123456789 yet another",
        ];
        assert_eq!(order(&bodies), [3, 0, 5, 1, 2, 4]);
        assert_eq!(order(&[]), [0_usize; 0]);
    }

    #[test]
    fn every_function_has_one_place() {
        // All alike: a ring, were it not left open.
        let bodies: Vec<Vec<u8>> = (0..50).map(|n| (0..n % 7 + 20).collect()).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut order = order(&bodies);
        order.sort_unstable();
        assert!(order.into_iter().eq(0..50));
    }

    #[test]
    fn what_stands_in_too_many_tells_nothing() {
        let bodies = vec![&b"the same in all"[..]; FREQUENT + 1];
        assert!(order(&bodies).into_iter().eq(0..bodies.len()));
    }
}
