//! The parts of a comparison in words, for more than one format.

use claimant_core::wire::{Approx, ClaimAt, Polarity, Position, Reading, Thread};

use crate::text::words::{grouped, list, with_unit};

/// Who holds it.
pub(super) fn holder(position: &Position) -> String {
    if position.narrator {
        "the article itself".to_owned()
    } else if position.holders.is_empty() {
        "an unnamed source".to_owned()
    } else {
        list(&position.holders)
    }
}

/// Whether they say that it is so.
pub(super) fn stance(position: &Position) -> &'static str {
    match position.polarity {
        Some(Polarity::Positive) => "so",
        Some(Polarity::Negative) => "not so",
        None => "left open",
    }
}

/// What a reader takes the words of a figure for.
pub(super) fn range(reading: &Reading) -> String {
    let unit = reading.unit.as_deref();
    let number = |value: f64| with_unit(&grouped(rounded(value)), unit);
    match (reading.low.map(|low| low.0), reading.high.map(|high| high.0)) {
        (None, None) => "open".to_owned(),
        (None, Some(high)) => format!("up to {}", number(high)),
        (Some(low), None) => format!("{} or more", number(low)),
        (Some(low), Some(high)) if low.to_bits() == high.to_bits() => number(low),
        (Some(low), Some(high)) => {
            let about = if reading.approx == Approx::About { "about " } else { "" };
            format!("{about}{} to {}", grouped(rounded(low)), number(high))
        }
    }
}

/// A number without the digits that a change of units leaves.
pub(super) fn rounded(value: f64) -> f64 {
    format!("{value:.6e}").parse().unwrap_or(value)
}

/// A claim as `article.claim`: "2.c3".
pub(super) fn place(claim: &ClaimAt) -> String {
    format!("{}.{}", claim.document + 1, claim.claim)
}

/// How many independent sources there are.
pub(super) fn independent(sources: usize) -> String {
    match sources {
        0 => "nobody who speaks for it by name".to_owned(),
        1 => "1 independent source".to_owned(),
        many => format!("{many} independent sources"),
    }
}

/// The words of a thread's figures by position, those that repeat the one before left out.
pub(super) fn figures(thread: &Thread) -> Vec<Vec<&str>> {
    let mut figures: Vec<Vec<&str>> = vec![Vec::new(); thread.positions.len()];
    for figure in &thread.figures {
        // A position that is not there would be a fault of who wrote the comparison.
        if let Some(figures) = figures.get_mut(figure.position) {
            figures.push(&figure.text);
        }
    }
    for figures in &mut figures {
        figures.dedup();
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_with_their_position() {
        let mut thread = crate::sample::comparison().threads.swap_remove(0);
        let mut reading = thread.figures[0].clone();
        thread.positions.truncate(1);
        thread.positions.resize(3, thread.positions[0].clone());
        thread.figures.clear();
        for (position, text) in [(2, "20"), (0, "12"), (2, "20"), (9, "none"), (2, "21"), (2, "20")] {
            reading.position = position;
            reading.text = text.to_owned();
            thread.figures.push(reading.clone());
        }
        assert_eq!(figures(&thread), [vec!["12"], vec![], vec!["20", "21", "20"]]);
    }
}
