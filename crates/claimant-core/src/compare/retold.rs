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
    let said = |entry: &'_ Entry<'_>| {
        let text = setting.articles[entry.at.document].document.text.as_str();
        (text, entry.point.spans.start())
    };
    let ((one, here), (other, there)) = (said(a), said(b));
    let common = |x: &mut dyn Iterator<Item = String>, y: &mut dyn Iterator<Item = String>| {
        x.zip(y).take(REPORTED).take_while(|(one, other)| one == other).count()
    };
    // What is said: the word itself, then those after it and those before it as far as they agree.
    let after = common(&mut from(one, &a.claim.content, here), &mut from(other, &b.claim.content, there));
    after > 0
        && (after >= least
            || after
                + common(&mut up_to(one, &a.claim.content, here), &mut up_to(other, &b.claim.content, there))
                >= least)
}

/// The words of a claim from the point on.
fn from<'t>(text: &'t str, content: &'t Spans, point: usize) -> impl Iterator<Item = String> + 't {
    content
        .pieces()
        .iter()
        .flat_map(move |piece| copies::words(&text[point.clamp(piece.start(), piece.end())..piece.end()]))
}

/// The words of a claim before the point, the nearest first.
fn up_to(text: &str, content: &Spans, point: usize) -> impl Iterator<Item = String> + use<> {
    let mut before = Vec::new();
    for piece in content.pieces() {
        let cut = point.clamp(piece.start(), piece.end());
        let from = text.floor_char_boundary(piece.start().max(cut.saturating_sub(LOOKED_AT)));
        before.extend(copies::words(&text[from..cut]));
    }
    before.into_iter().rev()
}
