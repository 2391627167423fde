use crate::limits::{INFLATED_BASE, INFLATED_RATIO};
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};
use miniz_oxide::inflate::{
    TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};
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
    /// They inflate to more than [`limits`](crate::limits) allows, whatever is said of them.
    #[error("{from} bytes inflate to more than {limit}")]
    Bomb {
        /// The size that is allowed.
        limit: u64,
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
    check_size(deflated, size)?;
    let from = deflated.len() as u64;
    let limit = usize::try_from(size).map_err(|_| InflateError::TooLarge { size, from })?;
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

/// Inflates as [`inflate`] does, but hands the bytes piece by piece to `piece` and keeps none of them.
pub(crate) fn inflate_in_pieces(
    deflated: &[u8],
    size: u64,
    mut piece: impl FnMut(&[u8]),
) -> Result<(), InflateError> {
    check_size(deflated, size)?;
    let mut decompressor = Box::<DecompressorOxide>::default();
    // The window that later bytes refer back to; it is written around and around.
    let mut window = vec![0; TINFL_LZ_DICT_SIZE];
    let (mut rest, mut at, mut left) = (deflated, 0, size);
    loop {
        let (status, read, written) = decompress(&mut decompressor, rest, &mut window, at, 0);
        let end = at.saturating_add(written);
        left = left
            .checked_sub(written as u64)
            .ok_or(InflateError::WrongSize { size })?;
        piece(window.get(at..end).unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        at = if end >= TINFL_LZ_DICT_SIZE { 0 } else { end };
        match status {
            TINFLStatus::Done if left == 0 => return Ok(()),
            TINFLStatus::Done => return Err(InflateError::WrongSize { size }),
            TINFLStatus::HasMoreOutput => {}
            _ => return Err(InflateError::Damaged),
        }
    }
}

fn check_size(deflated: &[u8], size: u64) -> Result<(), InflateError> {
    let from = deflated.len() as u64;
    if size > most(deflated) {
        return Err(InflateError::TooLarge { size, from });
    }
    Ok(())
}

/// Inflates `stream`, a zlib stream (RFC 1950), which does not say how large its content is.
pub(crate) fn inflate_zlib(stream: &[u8]) -> Result<Vec<u8>, InflateError> {
    let limit = most(stream);
    let room = usize::try_from(limit).unwrap_or(usize::MAX);
    decompress_to_vec_zlib_with_limit(stream, room).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => InflateError::Bomb {
            limit,
            from: stream.len() as u64,
        },
        _ => InflateError::Damaged,
    })
}

/// The most bytes that `compressed` may inflate to.
fn most(compressed: &[u8]) -> u64 {
    let from = compressed.len() as u64;
    from.saturating_mul(INFLATED_RATIO).max(INFLATED_BASE)
}

#[cfg(test)]
mod tests {
    use super::{InflateError, inflate, inflate_in_pieces, inflate_zlib};
    use crate::limits::INFLATED_BASE;
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    #[test]
    fn what_was_deflated_comes_back() {
        let text = b"to be or not to be, that is the question".repeat(10);
        assert_eq!(inflate(&compress_to_vec(&text, 9), 400), Ok(text));
        assert_eq!(inflate(&compress_to_vec(b"", 9), 0), Ok(Vec::new()));
    }

    #[test]
    fn pieces_are_the_whole() {
        let whole: Vec<u8> = (0..200_000u32)
            .flat_map(|n| n.wrapping_mul(n).to_le_bytes())
            .collect();
        let deflated = compress_to_vec(&whole, 6);
        let mut pieces = Vec::new();
        let size = whole.len() as u64;
        let done = inflate_in_pieces(&deflated, size, |piece| pieces.extend_from_slice(piece));
        assert_eq!(done, Ok(()));
        assert!(pieces == whole);
        for size in [0, size - 1, size + 1] {
            let error = InflateError::WrongSize { size };
            assert_eq!(inflate_in_pieces(&deflated, size, |_| ()), Err(error));
        }
        for damaged in [&deflated[..deflated.len() / 2], &[0xff; 10], &[]] {
            assert_eq!(
                inflate_in_pieces(damaged, size, |_| ()),
                Err(InflateError::Damaged)
            );
        }
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
    fn a_zlib_stream_is_as_long_as_it_is() {
        let text = b"to be or not to be, that is the question".repeat(10);
        let stream = compress_to_vec_zlib(&text, 9);
        assert_eq!(inflate_zlib(&stream), Ok(text));
        for length in 0..stream.len() {
            let cut = &stream[..length];
            assert_eq!(inflate_zlib(cut), Err(InflateError::Damaged), "{length}");
        }
    }

    #[test]
    fn a_bomb_that_does_not_say_so_is_refused() {
        let size = usize::try_from(INFLATED_BASE).unwrap();
        let full = compress_to_vec_zlib(&vec![0; size], 9);
        assert_eq!(inflate_zlib(&full).map(|bytes| bytes.len()), Ok(size));
        let bomb = compress_to_vec_zlib(&vec![0; size + 1], 9);
        let error = InflateError::Bomb {
            limit: INFLATED_BASE,
            from: bomb.len() as u64,
        };
        assert_eq!(inflate_zlib(&bomb), Err(error));
    }

    #[test]
    fn other_bytes_are_damaged() {
        assert_eq!(inflate(&[0xff; 10], 5), Err(InflateError::Damaged));
        assert_eq!(inflate(&[], 5), Err(InflateError::Damaged));
    }
}
