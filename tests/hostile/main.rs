//! Damaged files: whatever the bytes, reading ends soon, takes little memory and never panics.
//!
//! The mutants are the same in every run. A failure names the seed file, the kind of damage and the number
//! of the mutant.

#[path = "../support/fixture.rs"]
#[allow(dead_code, reason = "the malformed cases use the rest")]
mod fixture;
mod heap;
#[path = "../../fuzz/src/mutator/mod.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets use it as a library")]
mod mutator;
mod seeds;
#[path = "../support/shell.rs"]
#[allow(dead_code, reason = "the malformed cases use the rest")]
mod shell;
#[path = "../support/mod.rs"]
mod support;
#[path = "../../fuzz/src/targets.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets use it as a library")]
#[allow(dead_code, reason = "the corpora use the rest")]
mod targets;

use mutator::KINDS;
use seeds::Seed;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Mutants of all seeds together, unless the variable `MUTANTS` says another number.
const MUTANTS: usize = 20_000;

/// Time that one reading may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Bytes that a reading may hold, and how many more for each byte of the file.
const MEMORY: (usize, usize) = (64 << 20, 4);

/// What is done with each mutant.
const READINGS: &[targets::Target] = &[
    ("image", targets::image),
    ("types", targets::types),
    ("dump", targets::dump),
    ("translate", targets::translate),
];

/// Says which mutant was read when a test fails.
struct Mutant<'t> {
    seed: &'t str,
    damage: &'t str,
    number: u64,
    reading: &'t str,
}

impl Drop for Mutant<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let Self {
                seed,
                damage,
                number,
                reading,
            } = self;
            eprintln!("{reading} of {seed}, mutant {number}: {damage}");
        }
    }
}

/// Reads the mutant `number` of a seed and returns the name of its damage.
fn read((seed, image): &Seed, number: u64) -> &'static str {
    let (damage, data) = mutator::mutant(image, number).expect("a seed has places for damage");
    for (reading, read) in READINGS {
        let mutant = Mutant {
            seed,
            damage,
            number,
            reading,
        };
        let seconds = || {
            let start = Instant::now();
            let peak = heap::peak(|| read(&data));
            let (base, ratio) = MEMORY;
            let most = base + ratio * data.len();
            assert!(peak <= most, "it held {peak} bytes");
            start.elapsed()
        };
        // A busy machine can stop a thread for a while, but not each time.
        let slow = (0..4).all(|_| seconds() > PATIENCE);
        assert!(!slow, "it took more than {PATIENCE:?}");
        drop(mutant);
    }
    damage
}

#[test]
fn every_mutant_of_every_seed_is_read_to_the_end() {
    let seeds = seeds::all();
    let wanted = std::env::var("MUTANTS").ok();
    let wanted = wanted.map_or(MUTANTS, |number| number.parse().expect("a number"));
    let each = wanted.div_ceil(seeds.len());
    let next = AtomicUsize::new(0);
    let counts = Mutex::new(HashMap::new());
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            // Mutants of one seed lie far from one another, so that threads do not end with a big one.
            let Some(seed) = seeds
                .get(at % seeds.len())
                .filter(|_| at / seeds.len() < each)
            else {
                return;
            };
            let damage = read(seed, (at / seeds.len()) as u64);
            let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
            *counts.entry(damage).or_insert(0) += 1;
        }
    };
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));

    let counts = counts.into_inner().expect("no thread panicked");
    println!(
        "{} mutants of {} seeds, {} kinds of damage",
        each * seeds.len(),
        seeds.len(),
        counts.len()
    );
    for (kind, _) in KINDS {
        assert!(
            counts.contains_key(kind) || wanted < MUTANTS,
            "no seed has a place for {kind}"
        );
    }
}

#[test]
fn the_seeds_are_sound() {
    for (name, image) in seeds::all() {
        let assembly = dllift::clr::Assembly::parse(&image).expect(&name);
        // Where the manifest was taken away, its attributes are still there.
        let is_module = name.ends_with("as a module");
        let mut errors = Vec::new();
        assembly.metadata().check_rows(|error| errors.push(error));
        assert!(is_module || errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn a_mutant_is_the_same_in_every_run() {
    let image = &seeds::all()[0].1;
    for number in 0..100 {
        assert_eq!(
            mutator::mutant(image, number),
            mutator::mutant(image, number)
        );
    }
}

/// As a fuzzer uses it.
#[test]
fn mutants_of_mutants_can_be_made_until_nothing_can_be_aimed_at() {
    for (_, seed) in seeds::all() {
        for first in 0..50 {
            let mut data = seed.clone();
            let mutants = (first * 1_000..).take(100);
            for number in mutants {
                match mutator::mutant(&data, number) {
                    Some((_, mutant)) if mutant.len() < 4 * seed.len() => data = mutant,
                    _ => break,
                }
            }
        }
    }
}
