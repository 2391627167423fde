//! Damaged files: whatever the bytes, reading ends soon and never panics.
//!
//! The mutants are the same in every run. A failure names the seed file, the kind of damage and the number
//! of the mutant.

use dllift::clr::{Assembly, AssemblySet, DocId};
use dllift::emit::dump;
use dllift::metadata::signature::{self, MethodSig};
use dllift::metadata::{Metadata, Result, table};
use dllift::pe::Image;
use std::fmt::Write;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

const SEEDS: &[&str] = &[
    "Banking.dll",
    "Banking.Contracts.dll",
    "Constructs.dll",
    "MortgageLib.dll",
    "Oddities.dll",
    "RoundTrip.dll",
    "Signatures.dll",
    "Attributes.dll",
];

/// Mutants of each seed and kind of damage, unless the variable `MUTANTS` says another number.
const MUTANTS: u64 = 90;

/// Time that one mutant may take, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(3);

/// A small generator of numbers (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn within(&mut self, range: &Range<usize>) -> usize {
        range.start + self.below(range.len())
    }
}

/// The parts of a seed that damage aims at.
struct Parts {
    headers: Range<usize>,
    metadata: Range<usize>,
    /// The root, the stream headers and the head of the table stream.
    root: Range<usize>,
    tables: Range<usize>,
    blobs: Range<usize>,
}

impl Parts {
    fn of(data: &[u8]) -> Self {
        let image = Image::parse(data).unwrap();
        let (offset, bytes) = image.metadata().unwrap();
        let metadata = Metadata::parse(bytes, offset).unwrap();
        let offset = offset as usize;
        let stream = |name| {
            let mut streams = metadata.streams().iter();
            let stream = streams.find(|stream| stream.name == name).unwrap();
            stream.offset as usize..stream.offset as usize + stream.bytes.len()
        };
        Self {
            headers: 0..0x200,
            metadata: offset..offset + bytes.len(),
            root: offset..stream("#~").start + 24 + 4 * metadata.row_counts().count(),
            tables: stream("#~"),
            blobs: stream("#Blob"),
        }
    }
}

/// Values that break arithmetic and comparisons.
const EXTREMES: &[u32] = &[
    0,
    1,
    2,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    0x1_0000,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_fffe,
    0xffff_ffff,
];

type Damage = fn(&mut Vec<u8>, &Parts, &mut Random);

/// The kinds of damage, each with its name.
const DAMAGES: &[(&str, Damage)] = &[
    ("bits of the headers", |data, parts, random| {
        flip(data, &parts.headers, random);
    }),
    ("bits of the root", |data, parts, random| {
        flip(data, &parts.root, random);
    }),
    ("bits of the metadata", |data, parts, random| {
        flip(data, &parts.metadata, random);
    }),
    ("bits of the blobs", |data, parts, random| {
        flip(data, &parts.blobs, random);
    }),
    ("extremes in the headers", |data, parts, random| {
        extreme(data, &parts.headers, random);
    }),
    ("extremes in the root", |data, parts, random| {
        extreme(data, &parts.root, random);
    }),
    ("extremes in the tables", |data, parts, random| {
        extreme(data, &parts.tables, random);
    }),
    ("truncation", |data, _, random| {
        data.truncate(random.below(data.len()));
    }),
    ("a block moved", |data, parts, random| {
        let length = 1 + random.below(256);
        let from = random.within(&parts.metadata);
        let block: Vec<u8> = data.iter().skip(from).take(length).copied().collect();
        let to = random.within(&parts.metadata);
        data.iter_mut()
            .skip(to)
            .zip(block)
            .for_each(|(byte, new)| *byte = new);
    }),
];

fn flip(data: &mut [u8], range: &Range<usize>, random: &mut Random) {
    for _ in 0..1 + random.below(8) {
        data[random.within(range)] ^= 1 << random.below(8);
    }
}

fn extreme(data: &mut [u8], range: &Range<usize>, random: &mut Random) {
    for _ in 0..1 + random.below(2) {
        let at = random.within(range) & !1;
        let value = EXTREMES[random.below(EXTREMES.len())].to_le_bytes();
        let size = [1, 2, 4][random.below(3)];
        data.iter_mut()
            .skip(at)
            .zip(&value[..size])
            .for_each(|(byte, new)| *byte = *new);
    }
}

/// Says which mutant was read when a test fails.
struct Mutant<'t> {
    seed: &'t str,
    damage: &'t str,
    number: u64,
}

impl Drop for Mutant<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self {
                seed,
                damage,
                number,
            } = self;
            eprintln!("in {seed}, {damage}, mutant {number}");
        }
    }
}

fn run(seeds: &[&str]) {
    let mutants = std::env::var("MUTANTS").ok();
    let mutants = mutants.map_or(MUTANTS, |number| number.parse().unwrap());
    for seed in seeds {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("testdata")
            .join(seed);
        let original = std::fs::read(path).unwrap();
        let parts = Parts::of(&original);
        for (damage, apply) in DAMAGES {
            let mut random = Random(0x9e37_79b9_7f4a_7c15);
            for number in 0..mutants {
                let mut data = original.clone();
                apply(&mut data, &parts, &mut random);
                let mutant = Mutant {
                    seed,
                    damage,
                    number,
                };
                let start = Instant::now();
                read_everything(&data);
                assert!(start.elapsed() < PATIENCE, "it took {:?}", start.elapsed());
                drop(mutant);
            }
        }
    }
}

/// Asks every question that the library can answer; the answers do not matter.
fn read_everything(data: &[u8]) {
    let Ok(assembly) = Assembly::parse(data) else {
        return;
    };
    let set = AssemblySet::new(vec![assembly]);
    let assembly = &set.assemblies()[0];
    let metadata = assembly.metadata();
    metadata.check_rows(drop);
    signatures(metadata);
    for ty in assembly.types() {
        let _ = (ty.full_name(), ty.kind(), ty.is_public(), ty.base());
        let base = ty.base().ok().flatten();
        let base = base.as_ref().and_then(|base| base.as_named());
        let _ = base.map(|base| set.definition(base));
        let _ = (ty.interfaces().count(), DocId(&ty).to_string());
        for method in ty.methods().flatten() {
            let _ = method.signature();
            let _ = write!(String::new(), "{method}");
        }
        ty.fields()
            .flatten()
            .for_each(|field| drop((field.ty(), field.constant())));
        ty.properties()
            .flatten()
            .for_each(|property| drop(property.signature()));
        ty.events().flatten().for_each(|event| drop(event.ty()));
    }
    let _ = assembly.target_framework();
    let written = dump::json(assembly, "mutant", Some(&set), &mut io::sink());
    assert!(written.is_ok());
}

fn signatures(metadata: &Metadata<'_>) {
    let _: Vec<Result<_>> = metadata
        .rows::<table::Field>()
        .map(|row| signature::field(row.signature()?))
        .collect();
    let _: Vec<Result<MethodSig>> = metadata
        .rows::<table::MethodDef>()
        .map(|row| signature::method(row.signature()?))
        .collect();
    let _: Vec<Result<MethodSig>> = metadata
        .rows::<table::MemberRef>()
        .map(|row| signature::method(row.signature()?))
        .collect();
    let _: Vec<Result<_>> = metadata
        .rows::<table::StandAloneSig>()
        .map(|row| signature::locals(row.signature()?))
        .collect();
    let _: Vec<Result<_>> = metadata
        .rows::<table::TypeSpec>()
        .map(|row| signature::type_spec(row.signature()?))
        .collect();
    let _: Vec<Result<_>> = metadata
        .rows::<table::MethodSpec>()
        .map(|row| signature::method_spec(row.instantiation()?))
        .collect();
    let _: Vec<Result<_>> = metadata
        .rows::<table::Constant>()
        .map(|row| row.decode())
        .collect();
}

#[test]
fn mutants_of_small_seeds() {
    run(&SEEDS[..2]);
}

#[test]
fn mutants_of_constructs() {
    run(&SEEDS[2..3]);
}

#[test]
fn mutants_of_mortgages_and_oddities() {
    run(&SEEDS[3..5]);
}

#[test]
fn mutants_of_the_round_trip() {
    run(&SEEDS[5..6]);
}

#[test]
fn mutants_of_odd_signatures_and_attributes() {
    run(&SEEDS[6..]);
}
