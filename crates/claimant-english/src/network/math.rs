//! Arithmetic on rows of numbers, in a fixed order of operations.
//!
//! Nothing here depends on the width of the processor's vectors: sums run in sixteen lanes that are added up in one way, the
//! exponential is a polynomial, rounding is exact. Rust never fuses a product with a sum by itself.

/// Lanes of every sum.
pub(super) const LANES: usize = 16;

/// The sum of `value(x)` over the row, sixteen lanes at a time.
#[inline(always)]
fn lanes(row: &[f32], value: impl Fn(f32) -> f32) -> f32 {
    let mut totals = [0.0_f32; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for i in 0..LANES {
            totals[i] += value(chunk[i]);
        }
    }
    for (total, x) in totals.iter_mut().zip(rest) {
        *total += value(*x);
    }
    fold(totals)
}

#[inline(always)]
fn fold(mut totals: [f32; LANES]) -> f32 {
    let mut half = LANES / 2;
    while half > 0 {
        for at in 0..half {
            totals[at] += totals[at + half];
        }
        half /= 2;
    }
    totals[0]
}

/// The dot product of two rows of one length.
#[inline(always)]
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut totals = [0.0_f32; LANES];
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    for (a, b) in a.iter().zip(b) {
        for i in 0..LANES {
            totals[i] += a[i] * b[i];
        }
    }
    for ((total, a), b) in totals.iter_mut().zip(a_rest).zip(b_rest) {
        *total += a * b;
    }
    fold(totals)
}

/// Mean zero, variance one (Ba et al. 2016, without weights).
#[inline(always)]
pub(super) fn normalise(row: &mut [f32]) {
    let count = row.len() as f32;
    let mean = lanes(row, |x| x) / count;
    for x in row.iter_mut() {
        *x -= mean;
    }
    let variance = lanes(row, |x| x * x) / count;
    let scale = 1.0 / (variance + 1e-5).sqrt();
    for x in row.iter_mut() {
        *x *= scale;
    }
}

/// To bytes with one scale for the row, 128 for zero; returns what one step stands for.
#[inline(always)]
pub(super) fn quantise(row: &[f32], bytes: &mut [u8]) -> f32 {
    let mut tops = [0.0_f32; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for i in 0..LANES {
            let x = chunk[i].abs();
            tops[i] = if x > tops[i] { x } else { tops[i] };
        }
    }
    for (top, x) in tops.iter_mut().zip(rest) {
        let x = x.abs();
        *top = if x > *top { x } else { *top };
    }
    let top = tops.into_iter().fold(0.0_f32, |top, x| if x > top { x } else { top });
    if top <= 0.0 {
        bytes.fill(128);
        return 0.0;
    }
    let steps = 127.0 / top;
    for (byte, x) in bytes.iter_mut().zip(row) {
        // The last bits of a number this near 1.5 · 2²³ are the whole number itself: no conversion needed.
        *byte = ((x * steps + ROOM).to_bits() as u8).wrapping_add(128);
    }
    top / 127.0
}

/// To the nearest whole number, ties to even, for numbers below four million: adding 1.5 · 2²³ leaves no room for a fraction.
#[inline(always)]
fn round(x: f32) -> f32 {
    (x + ROOM) - ROOM
}

/// 1.5 · 2²³.
const ROOM: f32 = 12_582_912.0;

/// The logistic function, to about one part in a million.
#[inline(always)]
pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// e to the x: 2 to a whole number, times a polynomial for the rest (the Taylor series of 2^f, |f| ≤ ½, to the sixth power).
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = if x > 80.0 { 80.0 } else { x };
    let x = if x < -80.0 { -80.0 } else { x };
    let t = x * std::f32::consts::LOG2_E;
    let whole = round(t);
    let f = t - whole;
    let mut p = 1.540_353e-4_f32;
    for c in [1.333_355_8e-3, 9.618_129e-3, 5.550_411e-2, 2.402_265e-1, std::f32::consts::LN_2, 1.0] {
        p = p * f + c;
    }
    // The last bits of t + ROOM are the whole number.
    p * f32::from_bits(((t + ROOM).to_bits().wrapping_add(127)) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_are_close() {
        for i in -2000..2000 {
            let x = i as f32 / 100.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 4e-6, "{x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-6, "{x}");
        }
        assert!(exp(1e9).is_finite() && exp(-1e9) >= 0.0);
    }

    #[test]
    fn rows_are_normalised_and_quantised() {
        let mut row: Vec<f32> = (0..37).map(|i| (i * i % 11) as f32).collect();
        normalise(&mut row);
        assert!(row.iter().sum::<f32>().abs() < 1e-4);
        assert!((row.iter().map(|x| x * x).sum::<f32>() / 37.0 - 1.0).abs() < 1e-4);
        let mut bytes = vec![0; 37];
        let step = quantise(&row, &mut bytes);
        for (x, byte) in row.iter().zip(&bytes) {
            assert!((x - (f32::from(*byte) - 128.0) * step).abs() <= step * 0.501);
        }
        assert_eq!(quantise(&[0.0; 3], &mut bytes), 0.0);
    }
}
