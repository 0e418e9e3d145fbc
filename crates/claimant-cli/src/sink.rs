//! Where reports go: standard output, or a file that is there when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::complaint::{Complaint, Stop};
use crate::output::Output;

/// Takes the output of a run, piece by piece.
pub(crate) enum Sink {
    Standard(Output),
    File(Part),
}

/// A file that is being written: under its own name it appears when it is whole.
pub(crate) struct Part {
    path: PathBuf,
    unfinished: PathBuf,
    file: BufWriter<File>,
}

/// What stands in for a file until it is whole.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

impl Part {
    /// Begins a file anew, or goes on after the first `kept` bytes of what an earlier run left.
    pub(crate) fn open(path: &Path, kept: u64) -> Result<Part, Complaint> {
        let part = part_of(path);
        let fault = |error: io::Error| {
            Complaint::unread(part.display().to_string(), format!("cannot be written: {error}"))
        };
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&part)
            .map_err(fault)?;
        if file.try_lock().is_err() {
            let fault = Complaint::usage("another run is writing this file").at(part.display().to_string());
            return Err(fault.hint("wait until it ends, or name another file with --output"));
        }
        file.set_len(kept).map_err(fault)?;
        io::Seek::seek(&mut file, io::SeekFrom::End(0)).map_err(fault)?;
        Ok(Part { path: path.to_owned(), unfinished: part, file: BufWriter::with_capacity(1 << 16, file) })
    }

    /// Hands a piece over to the system, so that it is kept whatever becomes of this program.
    pub(crate) fn write(&mut self, piece: &[u8]) -> Result<(), Complaint> {
        let Part { file, unfinished: part, .. } = self;
        let written = file.write_all(piece).and_then(|()| file.flush());
        written.map_err(|error| {
            Complaint::unread(part.display().to_string(), format!("cannot be written: {error}"))
        })
    }

    /// The file is whole: it takes its name.
    pub(crate) fn finish(self) -> Result<(), Complaint> {
        let Part { path, unfinished: part, mut file } = self;
        let done =
            file.flush().and_then(|()| file.get_ref().sync_all()).and_then(|()| fs::rename(&part, &path));
        done.map_err(|error| {
            Complaint::unread(path.display().to_string(), format!("cannot be written: {error}"))
        })
    }
}

impl Sink {
    pub(crate) fn write(&mut self, data: impl AsRef<[u8]>) -> Result<(), Stop> {
        match self {
            Sink::Standard(output) => Ok(output.write(data)?),
            Sink::File(part) => Ok(part.write(data.as_ref())?),
        }
    }

    pub(crate) fn finish(self) -> Result<(), Stop> {
        match self {
            Sink::Standard(_) => Ok(()),
            Sink::File(part) => Ok(part.finish()?),
        }
    }
}
