//! Reports one after another in one file.

use claimant_core::wire::Report;

use crate::{Look, Piece};

/// Writes any number of reports, none of which waits for another: pieces are made one report at a time, in whatever
/// order and on whatever threads, and a [`Join`] makes one file of them in theirs.
pub trait Stream: Sync {
    /// One report. Called on many threads at once; the same report gives the same piece.
    fn piece(&self, report: &Report, look: &Look) -> Piece;

    /// What holds a place for a document that could not be read. Formats for people leave it out: standard
    /// error tells them.
    fn unread(&self, report: &Report, look: &Look) -> Option<Piece> {
        let _ = (report, look);
        None
    }

    /// What stands around the pieces.
    fn frame(&self, look: &Look) -> Frame {
        let _ = look;
        Frame::default()
    }

    /// Begins a file.
    fn join(&self, look: &Look) -> Box<dyn Join> {
        Box::new(Sequence::new(self.frame(look), look))
    }

    /// Whether a file that broke off after some piece goes on with the bytes of the next one. False where what is
    /// written depends on everything before it (a table with an index, numbered documents).
    fn appends(&self) -> bool {
        true
    }
}

/// Makes one file of pieces. Memory is bounded: what is handed back is done with.
pub trait Join: Send {
    /// Takes the next piece and gives the bytes that can be written.
    fn take(&mut self, piece: Piece) -> Vec<u8>;

    /// The bytes after the last one.
    fn end(self: Box<Self>) -> Vec<u8>;
}

/// What stands before the first report, between two and after the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    /// Before the first.
    pub before: &'static str,
    /// Between two.
    pub between: &'static str,
    /// After the last.
    pub after: &'static str,
}

/// How far a run is within its frame: the plain way to join.
///
/// ```
/// use claimant_render::{Frame, Join, Look, Sequence};
///
/// let look = Look { several: true, ..Look::plain() };
/// let mut sequence = Box::new(Sequence::new(Frame { before: "[", between: ",", after: "]" }, &look));
/// let mut file = Vec::new();
/// for piece in ["1", "2"] {
///     file.extend(sequence.take(piece.to_owned().into()));
/// }
/// file.extend(sequence.end());
/// assert_eq!(file, b"[1,2]");
/// ```
#[derive(Clone, Debug)]
pub struct Sequence {
    frame: Frame,
    several: bool,
    begun: bool,
}

impl Sequence {
    /// Before the first piece.
    pub const fn new(frame: Frame, look: &Look) -> Sequence {
        Sequence { frame, several: look.several, begun: false }
    }

    /// What goes before the next piece.
    pub fn lead(&mut self) -> &'static str {
        if std::mem::replace(&mut self.begun, true) { self.frame.between } else { self.frame.before }
    }
}

impl Join for Sequence {
    fn take(&mut self, piece: Piece) -> Vec<u8> {
        let mut bytes = self.lead().as_bytes().to_vec();
        bytes.extend(piece.into_bytes());
        bytes
    }

    /// A list is a list even when there is nothing in it; one object that is not there is nothing.
    fn end(self: Box<Self>) -> Vec<u8> {
        match (self.begun, self.several) {
            (true, _) => self.frame.after.as_bytes().to_vec(),
            (false, true) => format!("{}{}", self.frame.before, self.frame.after).into_bytes(),
            (false, false) => Vec::new(),
        }
    }
}
