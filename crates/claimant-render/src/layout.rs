//! JSON values one after another, in the layout of the format `json`.

use serde::Serialize;

use crate::{Frame, Piece};

/// A value, set in by two columns where it stands in an array.
pub(crate) fn piece(value: &impl Serialize, in_array: bool) -> Piece {
    let json =
        serde_json::to_string_pretty(value).expect("no maps with other keys than strings, no failing values");
    // Line ends within JSON strings are escaped: each of these is between two lines of the layout.
    if in_array { format!("  {}", json.replace('\n', "\n  ")) } else { json }.into()
}

/// What stands around values.
pub(crate) const fn frame(in_array: bool) -> Frame {
    if in_array {
        Frame { before: "[\n", between: ",\n", after: "\n]\n" }
    } else {
        Frame { before: "", between: "\n", after: "\n" }
    }
}
