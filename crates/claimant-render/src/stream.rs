//! Reports one after another in one file.

use claimant_core::wire::Report;

use crate::Look;

/// Writes any number of reports, none of which waits for another: whoever runs it holds one piece at a
/// time, in whatever order and on whatever threads they are made.
pub trait Stream: Sync {
    /// One report. Called on many threads at once; the same report gives the same text.
    fn piece(&self, report: &Report, look: &Look) -> String;

    /// What holds a place for a document that could not be read. Formats for people leave it out: standard
    /// error tells them.
    fn unread(&self, report: &Report, look: &Look) -> Option<String> {
        let _ = (report, look);
        None
    }

    /// What stands around the pieces.
    fn frame(&self, look: &Look) -> Frame {
        let _ = look;
        Frame::default()
    }
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

/// How far a run is within its frame.
///
/// ```
/// use claimant_render::{Frame, Look, Sequence};
///
/// let look = Look { several: true, ..Look::plain() };
/// let mut sequence = Sequence::new(Frame { before: "[", between: ",", after: "]" }, &look);
/// let mut text = String::new();
/// for piece in ["1", "2"] {
///     text.push_str(sequence.lead());
///     text.push_str(piece);
/// }
/// text.push_str(&sequence.end());
/// assert_eq!(text, "[1,2]");
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

    /// What goes after the last one. A list is a list even when there is nothing in it; one object that is
    /// not there is nothing.
    pub fn end(self) -> String {
        match (self.begun, self.several) {
            (true, _) => self.frame.after.to_owned(),
            (false, true) => format!("{}{}", self.frame.before, self.frame.after),
            (false, false) => String::new(),
        }
    }
}
