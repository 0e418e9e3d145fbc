//! The product in plain Rust, for processors without a kernel of their own: what the other kernels are tested against.
//!
//! It multiplies floats, which every processor has vectors for, and is exact all the same: a product of two bytes is at most
//! 255 · 128, so that sums of up to 500 of them stay below 2²⁴, where floats hold every whole number. Longer rows are summed in parts.

use super::{GROUP, Matrix, PANEL};

/// Inputs whose products a float can sum without rounding.
const EXACT: usize = 500;

pub(super) fn multiply(matrix: &Matrix, rows: &[u8], sums: &mut [i32]) {
    let (inputs, stride) = (matrix.inputs, matrix.offsets.len());
    // One panel at a time, input by input, as floats.
    let mut weights = vec![[0.0_f32; PANEL]; inputs];
    for (panel, packed) in matrix.packed.chunks_exact(PANEL * inputs).enumerate() {
        for (group, values) in packed.chunks_exact(PANEL * GROUP).enumerate() {
            for (at, value) in values.iter().enumerate() {
                weights[group * GROUP + at % GROUP][at / GROUP] = f32::from(*value);
            }
        }
        let columns = panel * PANEL..(panel + 1) * PANEL;
        for (row, sums) in rows.chunks_exact(inputs).zip(sums.chunks_exact_mut(stride)) {
            let mut totals = [0_i32; PANEL];
            for (row, weights) in row.chunks(EXACT).zip(weights.chunks(EXACT)) {
                let mut part = [0.0_f32; PANEL];
                for (value, weights) in row.iter().zip(weights) {
                    let value = f32::from(*value);
                    for column in 0..PANEL {
                        part[column] += value * weights[column];
                    }
                }
                for (total, part) in totals.iter_mut().zip(part) {
                    *total += part as i32;
                }
            }
            for ((sum, total), offset) in
                sums[columns.clone()].iter_mut().zip(totals).zip(&matrix.offsets[columns.clone()])
            {
                *sum = total - offset;
            }
        }
    }
}
