//! How output should look.

/// How the output should look. Formats for programs heed `several` alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// Columns to write in.
    pub width: usize,
    /// Whether the reader takes ANSI colour.
    pub color: bool,
    /// Whether several documents were asked for.
    pub several: bool,
}

impl Look {
    /// Columns where no terminal says otherwise.
    pub const WIDTH: usize = 80;

    /// One document, 80 columns, no colour.
    pub const fn plain() -> Look {
        Look { width: Look::WIDTH, color: false, several: false }
    }
}
