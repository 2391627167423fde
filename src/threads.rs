//! Work on two threads.

use std::thread::{self, Builder};

/// What both functions give. The first runs on a thread of its own where the system has one to give, else after the
/// second; as it does again where that thread failed.
pub(crate) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    let (given, second) = thread::scope(|scope| {
        let beside = Builder::new().spawn_scoped(scope, &first);
        let second = second();
        let given = beside.ok().and_then(|beside| beside.join().ok());
        (given, second)
    });
    (given.unwrap_or_else(first), second)
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn both_are_given() {
        let numbers = [1, 2, 3];
        let (sum, count) = both(|| numbers.iter().sum::<i32>(), || numbers.len());
        assert_eq!((sum, count), (6, 3));
    }
}
