//! The bytes of one input: counted, digested and unpacked as they stream by.

use crate::error::{Error, Result};
use flate2::bufread::MultiGzDecoder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

/// How much is asked of the system at a time.
const BLOCK: usize = 1 << 17;

/// A reader that remembers how many bytes went through it and their SHA-256.
pub(crate) struct Metered {
    inner: Box<dyn Read + Send>,
    hash: Sha256,
    count: u64,
}

impl Read for Metered {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.hash.update(&into[..count]);
        self.count += count as u64;
        Ok(count)
    }
}

type Raw = BufReader<io::Chain<Cursor<Vec<u8>>, Metered>>;

/// An input's bytes, out of their gzip wrapping if they have one.
pub(crate) enum Unpacked {
    /// As they stand on disk.
    Plain(Box<Raw>),
    /// Compressed; several gzip members in a row are one stream.
    Gzip(Box<MultiGzDecoder<Raw>>),
}

impl Unpacked {
    /// Opens a file, or standard input for `-`; whether it is compressed is seen from its first
    /// bytes, since names lie.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let inner: Box<dyn Read + Send> = if path == Path::new("-") {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(|fault| Error::file(path, fault))?)
        };
        Self::new(inner).map_err(|fault| Error::file(path, fault))
    }

    /// The same for any reader.
    pub(crate) fn new(inner: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut metered = Metered {
            inner,
            hash: Sha256::new(),
            count: 0,
        };
        let mut magic = Vec::new();
        (&mut metered).take(2).read_to_end(&mut magic)?;
        let packed = magic == [0x1f, 0x8b];
        let raw = BufReader::with_capacity(BLOCK, Cursor::new(magic).chain(metered));
        Ok(if packed {
            Unpacked::Gzip(Box::new(MultiGzDecoder::new(raw)))
        } else {
            Unpacked::Plain(Box::new(raw))
        })
    }

    /// Bytes read so far, as they stand on disk.
    pub(crate) fn count(&self) -> u64 {
        self.metered().count
    }

    /// The SHA-256 of the bytes read so far, as they stand on disk, in hexadecimal digits.
    pub(crate) fn digest(&self) -> String {
        hexadecimal(self.metered().hash.clone())
    }

    /// Appends up to [`BLOCK`] bytes; `false` at the end.
    pub(crate) fn append(&mut self, into: &mut Vec<u8>) -> io::Result<bool> {
        let before = into.len();
        self.take(BLOCK as u64).read_to_end(into)?;
        Ok(into.len() > before)
    }

    fn metered(&self) -> &Metered {
        match self {
            Unpacked::Plain(raw) => raw.get_ref().get_ref().1,
            Unpacked::Gzip(packed) => packed.get_ref().get_ref().get_ref().1,
        }
    }
}

impl Read for Unpacked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Unpacked::Plain(raw) => raw.read(into),
            Unpacked::Gzip(packed) => packed.read(into),
        }
    }
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(bytes);
    hexadecimal(hash)
}

/// How many bytes a reader has, and their SHA-256.
///
/// Errors: those of the reader.
pub(crate) fn digest_of(mut reader: impl Read) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let count = io::copy(&mut reader, &mut hash)?;
    Ok((count, hexadecimal(hash)))
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    fn drained(bytes: Vec<u8>) -> (Vec<u8>, String, u64) {
        let mut unpacked = Unpacked::new(Box::new(Cursor::new(bytes))).unwrap();
        let mut all = Vec::new();
        while unpacked.append(&mut all).unwrap() {}
        (all, unpacked.digest(), unpacked.count())
    }

    #[test]
    fn gzip_is_seen_by_its_first_bytes_and_members_in_a_row_are_one_text() {
        let both = [packed("أول\n"), packed("ثان\n")].concat();
        let (all, _, count) = drained(both.clone());
        assert_eq!(all, "أول\nثان\n".as_bytes());
        assert_eq!(count, both.len() as u64);
    }

    #[test]
    fn the_digest_is_of_the_bytes_on_disk() {
        // FIPS 180-2, appendix B.1.
        let (_, of_abc, _) = drained(b"abc".to_vec());
        assert_eq!(
            of_abc,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        let bytes = packed("abc");
        assert_eq!(drained(bytes.clone()).1, digest(&bytes));
    }

    #[test]
    fn short_inputs_are_read_whole() {
        for bytes in [&b""[..], b"\x1f", b"a", b"ab"] {
            assert_eq!(drained(bytes.to_vec()).0, bytes);
        }
    }
}
