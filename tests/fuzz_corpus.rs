//! The corpora of the fuzz targets, read once more: no finding comes back, and no nightly compiler is needed.

#[path = "../fuzz/src/targets.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets use it as a library")]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Time that one input may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(5);

/// Names the input that was read when a test fails.
struct Input<'p>(&'p Path);

impl Drop for Input<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("in {}", self.0.display());
        }
    }
}

fn corpus(target: &str) -> Vec<PathBuf> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let entries = fs::read_dir(corpora.join(target)).expect(target);
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    inputs
}

#[test]
fn every_input_of_every_target_is_read_to_the_end() {
    for (target, run) in targets::TARGETS {
        let inputs = corpus(target);
        assert!(!inputs.is_empty(), "{target} has no corpus");
        for path in inputs {
            let input = Input(&path);
            let bytes = fs::read(&path).unwrap();
            let start = Instant::now();
            run(&bytes);
            assert!(start.elapsed() < PATIENCE, "it took {:?}", start.elapsed());
            drop(input);
        }
    }
}

#[test]
fn the_corpora_are_small() {
    let inputs = targets::TARGETS.iter().flat_map(|(name, _)| corpus(name));
    let sizes = inputs.map(|path| fs::metadata(path).unwrap().len());
    assert!(sizes.sum::<u64>() <= 1 << 20);
}
