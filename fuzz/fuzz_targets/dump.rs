#![no_main]

use dllift_fuzz::mutator::mutant;
use dllift_fuzz::targets;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| targets::dump(data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match mutant(&data[..size], seed.into()) {
        Some((_, mutant)) if seed % 4 > 0 && mutant.len() <= max_size => {
            data[..mutant.len()].copy_from_slice(&mutant);
            mutant.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});
