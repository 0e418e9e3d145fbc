//! What a format makes of one report.

use crate::table::Row;

/// What a format makes of one report, for the [`Join`](crate::Join) of the same format.
#[derive(Clone, PartialEq, Debug)]
pub struct Piece(Kind);

#[derive(Clone, PartialEq, Debug)]
enum Kind {
    Bytes(Vec<u8>),
    Rows(Vec<Row>),
    Files(Vec<(&'static str, String)>, String),
}

impl Piece {
    /// Rows of a table whose file is made of many reports at a time.
    pub(crate) fn rows(rows: Vec<Row>) -> Piece {
        Piece(Kind::Rows(rows))
    }

    /// Files of one document, by their endings, and a name for them.
    pub(crate) fn files(name: String, files: Vec<(&'static str, String)>) -> Piece {
        Piece(Kind::Files(files, name))
    }

    /// Its bytes, where it is made of bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self.0 {
            Kind::Bytes(bytes) => bytes,
            Kind::Rows(_) | Kind::Files(..) => Vec::new(),
        }
    }

    /// Its rows, where it is made of rows.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        match self.0 {
            Kind::Rows(rows) => rows,
            Kind::Bytes(_) | Kind::Files(..) => Vec::new(),
        }
    }

    /// Its files, where it is made of files.
    pub(crate) fn into_files(self) -> (String, Vec<(&'static str, String)>) {
        match self.0 {
            Kind::Files(files, name) => (name, files),
            Kind::Bytes(_) | Kind::Rows(_) => (String::new(), Vec::new()),
        }
    }
}

impl From<Vec<u8>> for Piece {
    fn from(bytes: Vec<u8>) -> Piece {
        Piece(Kind::Bytes(bytes))
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Piece {
        Piece(Kind::Bytes(text.into_bytes()))
    }
}
