//! Quantities with their bounds.

use crate::Spans;
use crate::names::named_enum;

/// A quantity as a text gives it: with bounds, what is counted, and what befell it.
///
/// The bounds are what the words commit to, both inclusive; an absent bound is open. Vague words get the
/// conservative lower bound that conflict data sets use ("dozens" 12, "hundreds" 100, "thousands" 1,000;
/// the ACLED coding rules) and no upper one. The words themselves are always kept.
///
/// ```
/// use claimant_core::{Approx, Claimant, Document};
///
/// let document = Document::new("“Nearly 3,000 soldiers have been killed or injured,” she said.");
/// let report = Claimant::new().extract(&document);
/// let figure = &report.claims[0].figures[0];
/// assert_eq!((figure.low, figure.high, figure.approx), (None, Some(3000.0), Approx::Under));
/// assert_eq!(figure.of.as_ref().unwrap().text(&document.text), "soldiers");
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The number with its hedge: "nearly 3,000".
    pub spans: Spans,
    /// The least value that the words allow, in [`Figure::unit`].
    pub low: Option<f64>,
    /// The greatest value that the words allow, in [`Figure::unit`].
    pub high: Option<f64>,
    /// How the words hedge.
    pub approx: Approx,
    /// The noun phrase that is counted, without the number: "North Korean soldiers".
    pub of: Option<Spans>,
    /// What befell it: "killed or injured"; of an amount, the change: "rose", "fell to".
    pub event: Option<Spans>,
    /// What the figure is said of, where that is not what is counted: whose it is ("[The company] has 3,000 workers") or what it
    /// measures ("Exports" in "Exports fell 7%", "sales" in "sales of $3 million").
    pub about: Option<Spans>,
    /// The figure of which this one is a part: "12,000" in "12,000 soldiers, including 500 officers", "12" in "three of the 12 hostages".
    pub part_of: Option<Spans>,
    /// What the value is in, where it is not a plain count: `%` for per cent (and percentage points),
    /// an ISO 4217 code for money (`USD`), a UCUM code for a measure (`km`, `a` for years), `1` for a fraction of a whole or a
    /// factor. A rate has a denominator: `USD/[bbl_us]`, `%/a`, `USD/{share}`, and `/d` for a count per day.
    pub unit: Option<String>,
}

named_enum! {
    /// How the words of a figure hedge it.
    pub enum Approx {
        /// "3,000"; both bounds are the value.
        Exact = "exact",
        /// "about", "around", "some", "roughly"; both bounds are the value.
        About = "about",
        /// "nearly", "almost", "fewer than", "just under"; only an upper bound.
        Under = "under",
        /// "over", "more than", "above"; only a lower bound.
        Over = "over",
        /// "at least", "no fewer than", "dozens"; only a lower bound.
        AtLeast = "at-least",
        /// "up to", "at most", "as many as"; only an upper bound.
        AtMost = "at-most",
        /// "between 10 and 15", "10 to 15", "10-15"; both bounds.
        Between = "between",
    }
}
