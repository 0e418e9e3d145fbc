//! One saying, printed twice: whoever it is given to, it is one witness.

use super::copies;
use super::positions::Entry;
use super::relate::Setting;
use crate::{Quotation, Spans};

/// Words in a row around the point that two direct quotations share when they are one.
const QUOTED: usize = 7;
/// Likewise of other claims: "two people were killed and five injured in the attack" is what anybody says.
const REPORTED: usize = 14;

/// Bytes before the point that are looked at.
const LOOKED_AT: usize = 256;

/// Whether two entries of two documents are one saying, by the words around what they say.
pub(super) fn is(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    if a.at.document == b.at.document {
        return false;
    }
    let quoted = a.claim.quotation == Quotation::Direct && b.claim.quotation == Quotation::Direct;
    let least = if quoted { QUOTED } else { REPORTED };
    let around = |entry: &Entry<'_>| {
        let text = &setting.articles[entry.at.document].document.text;
        around(text, &entry.claim.content, entry.point.spans.start())
    };
    let (x, y) = (around(a), around(b));
    // What is said: the word itself, then those after it and those before it as far as they agree.
    let after = x.after.iter().zip(&y.after).take_while(|(one, other)| one == other).count();
    let before = x.before.iter().zip(&y.before).take_while(|(one, other)| one == other).count();
    after > 0 && after + before >= least
}

/// The words of a claim from the point on, and those before it from the nearest.
struct Around {
    before: Vec<String>,
    after: Vec<String>,
}

fn around(text: &str, content: &Spans, point: usize) -> Around {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for piece in content.pieces() {
        let cut = point.clamp(piece.start(), piece.end());
        let from = text.floor_char_boundary(piece.start().max(cut.saturating_sub(LOOKED_AT)));
        before.extend(copies::words(&text[from..cut]));
        after.extend(copies::words(&text[cut..piece.end()]).take(REPORTED));
    }
    before.reverse();
    before.truncate(REPORTED);
    Around { before, after }
}
