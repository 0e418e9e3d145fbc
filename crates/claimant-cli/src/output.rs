//! The one way out for data.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use claimant_render::Look;

/// Standard output, locked and buffered. A closed pipe ends the command through
/// [`Stop`](crate::complaint::Stop): Rust programs are not killed by it as others are.
pub(crate) struct Output {
    stream: BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub(crate) fn new() -> Output {
        Output { stream: BufWriter::with_capacity(1 << 16, io::stdout().lock()) }
    }

    /// Writes and hands over at once: whoever reads on sees each document when it is done, and that
    /// they have gone is seen before the next one is read.
    pub(crate) fn write(&mut self, data: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(data.as_ref())?;
        self.stream.flush()
    }
}

/// Whether people watch standard output.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// How text for people should look on standard output.
pub(crate) fn look(several: bool) -> Look {
    let width = if is_terminal() { textwrap::termwidth() } else { Look::WIDTH };
    let color = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
    Look { width, color, several }
}
