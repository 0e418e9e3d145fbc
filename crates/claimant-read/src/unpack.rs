//! Compressed bytes, told by how they begin.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use crate::Unreadable;

/// A stream of bytes that may be long.
pub(crate) type Stream<'a> = BufReader<Box<dyn Read + Send + 'a>>;

/// As much as is looked at to tell what something is.
pub(crate) const HEAD: usize = 1 << 16;

/// A stream whose head can be looked at.
pub(crate) fn stream<'a>(bytes: impl Read + Send + 'a) -> Stream<'a> {
    BufReader::with_capacity(HEAD, Box::new(bytes))
}

/// Something packed twice is a mistake, packed more often it is an attack.
const LAYERS: usize = 2;

/// Unpacks gzip and zstd, of any number of members or frames one after another, and refuses to give more than
/// `most` bytes.
pub(crate) fn unpack(mut bytes: Stream<'_>, most: u64) -> Result<Stream<'_>, Unreadable> {
    for _ in 0..LAYERS {
        let (head, rest) = peek(bytes)?;
        bytes = match head.as_slice() {
            [0x1f, 0x8b, ..] => stream(Bounded { bytes: MultiGzDecoder::new(rest), left: most }),
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => {
                stream(Bounded { bytes: Frames { bytes: Some(rest), frame: None }, left: most })
            }
            _ => return Ok(rest),
        };
    }
    Ok(bytes)
}

/// The first bytes of a stream, and the whole of it still to be read.
pub(crate) fn peek(mut bytes: Stream<'_>) -> Result<(Vec<u8>, Stream<'_>), Unreadable> {
    let mut head = Vec::new();
    bytes.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(|error| Unreadable::of_io(&error))?;
    let again = io::Cursor::new(head.clone());
    Ok((head, stream(again.chain(bytes))))
}

/// Stops where more comes than anybody would send in earnest.
struct Bounded<R> {
    bytes: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            io::Error::other("it unpacks to more than is read of one input, as a decompression bomb does")
        })?;
        Ok(read)
    }
}

/// The frames of a zstd file one after another, as archives have them.
struct Frames<'a> {
    bytes: Option<Stream<'a>>,
    frame: Option<StreamingDecoder<Stream<'a>, ruzstd::decoding::FrameDecoder>>,
}

impl Read for Frames<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                self.bytes = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut bytes) = self.bytes.take() else { return Ok(0) };
            if bytes.fill_buf()?.is_empty() {
                return Ok(0);
            }
            skip_frames(&mut bytes)?;
            if bytes.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = StreamingDecoder::new(bytes)
                .map_err(|error| io::Error::other(format!("its zstd data are damaged: {error}")))?;
            self.frame = Some(frame);
        }
    }
}

/// Skippable frames, which archives put dictionaries and indexes into.
fn skip_frames(bytes: &mut Stream<'_>) -> io::Result<()> {
    while matches!(bytes.fill_buf()?, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]) {
        let mut head = [0; 8];
        bytes.read_exact(&mut head)?;
        let length = u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]]));
        io::copy(&mut bytes.by_ref().take(length), &mut io::sink())?;
    }
    Ok(())
}
