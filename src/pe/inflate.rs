use crate::limits::{INFLATED_BASE, INFLATED_RATIO};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use thiserror::Error;

/// Why compressed bytes cannot be inflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InflateError {
    /// They are said to inflate to more than [`limits`](crate::limits) allows.
    #[error("{size} bytes out of {from} are too many")]
    TooLarge {
        /// The size that they are said to have.
        size: u64,
        /// Their number.
        from: u64,
    },
    /// They are no deflate stream, or one that is cut off.
    #[error("the deflate stream is damaged")]
    Damaged,
    /// They inflate to another size than they should.
    #[error("it should have {size} bytes")]
    WrongSize {
        /// The size that they should have.
        size: u64,
    },
}

/// Inflates `deflated`, a raw deflate stream (RFC 1951) of exactly `size` bytes.
pub(crate) fn inflate(deflated: &[u8], size: u64) -> Result<Vec<u8>, InflateError> {
    let from = deflated.len() as u64;
    let most = from.saturating_mul(INFLATED_RATIO).max(INFLATED_BASE);
    let too_large = InflateError::TooLarge { size, from };
    if size > most {
        return Err(too_large);
    }
    let limit = usize::try_from(size).map_err(|_| too_large)?;
    // The room grows with what is really there, so that a size without bytes behind it costs nothing.
    match decompress_to_vec_with_limit(deflated, limit) {
        Ok(bytes) if bytes.len() == limit => Ok(bytes),
        Ok(_) => Err(InflateError::WrongSize { size }),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => {
            Err(InflateError::WrongSize { size })
        }
        Err(_) => Err(InflateError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::{InflateError, inflate};
    use miniz_oxide::deflate::compress_to_vec;

    #[test]
    fn what_was_deflated_comes_back() {
        let text = b"to be or not to be, that is the question".repeat(10);
        assert_eq!(inflate(&compress_to_vec(&text, 9), 400), Ok(text));
        assert_eq!(inflate(&compress_to_vec(b"", 9), 0), Ok(Vec::new()));
    }

    #[test]
    fn a_wrong_size_is_an_error_before_and_behind_the_end() {
        let deflated = compress_to_vec(&[7; 100], 9);
        for size in [0, 99, 101] {
            let error = InflateError::WrongSize { size };
            assert_eq!(inflate(&deflated, size), Err(error));
        }
    }

    #[test]
    fn a_bomb_is_refused_by_its_own_size() {
        let bomb = compress_to_vec(&vec![0; 1 << 20], 9);
        let size = 1 << 40;
        let from = bomb.len() as u64;
        let error = InflateError::TooLarge { size, from };
        assert_eq!(inflate(&bomb, size), Err(error));
    }

    #[test]
    fn other_bytes_are_damaged() {
        assert_eq!(inflate(&[0xff; 10], 5), Err(InflateError::Damaged));
        assert_eq!(inflate(&[], 5), Err(InflateError::Damaged));
    }
}
