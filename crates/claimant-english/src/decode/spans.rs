//! Spans from tags: 0 is outside, odd tags begin a span, the even tag after goes on with it.

/// A span of one kind: tokens `from..to` of the sequence that was decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tagged {
    pub from: usize,
    pub to: usize,
    pub kind: usize,
}

/// The spans of the best sequence of tags in which nothing goes on that did not begin (Viterbi 1967).
pub(crate) fn spans<'a>(rows: impl Iterator<Item = &'a [f32]>) -> Vec<Tagged> {
    let mut back: Vec<u8> = Vec::new();
    let mut tags = 0;
    let mut totals: Vec<f32> = Vec::new();
    let mut next: Vec<f32> = Vec::new();
    for row in rows {
        if totals.is_empty() {
            tags = row.len();
            totals = (0..tags)
                .map(|tag| if tag > 0 && tag % 2 == 0 { f32::NEG_INFINITY } else { row[tag] })
                .collect();
            continue;
        }
        let free = super::best(&totals);
        next.clear();
        for tag in 0..tags {
            let from = if tag > 0 && tag % 2 == 0 {
                if totals[tag - 1] >= totals[tag] { tag - 1 } else { tag }
            } else {
                free
            };
            back.push(from as u8);
            next.push(totals[from] + row[tag]);
        }
        // Only differences matter; without this a long text would lose them to rounding.
        let top = next[super::best(&next)];
        for total in &mut next {
            *total -= top;
        }
        std::mem::swap(&mut totals, &mut next);
    }
    if tags == 0 {
        return Vec::new();
    }
    let mut tag = super::best(&totals);
    let mut sequence = vec![tag];
    for row in back.chunks_exact(tags).rev() {
        tag = usize::from(row[tag]);
        sequence.push(tag);
    }
    sequence.reverse();
    let mut found: Vec<Tagged> = Vec::new();
    for (at, &tag) in sequence.iter().enumerate() {
        if tag % 2 == 1 {
            found.push(Tagged { from: at, to: at + 1, kind: (tag - 1) / 2 });
        } else if tag > 0
            && let Some(last) = found.last_mut()
        {
            last.to = at + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[[f32; 5]], expected: &[(usize, usize, usize)]) {
        let found: Vec<_> =
            spans(rows.iter().map(<[f32; 5]>::as_slice)).iter().map(|s| (s.from, s.to, s.kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_goes_on_that_did_not_begin() {
        check(&[], &[]);
        check(&[[0.0, 0.0, 5.0, 0.0, 0.0]], &[]);
        check(&[[0.0, 1.0, 5.0, 0.0, 0.0], [0.0, 0.0, 5.0, 0.0, 0.0]], &[(0, 2, 0)]);
        check(
            &[[0.0, 9.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0, 5.0], [0.0, 0.0, 9.0, 8.5, 0.0]],
            &[(0, 3, 0)],
        );
        check(
            &[[0.0, 9.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 9.0, 0.0], [0.0, 0.0, 0.0, 9.0, 0.0]],
            &[(0, 1, 0), (1, 2, 1), (2, 3, 1)],
        );
    }
}
