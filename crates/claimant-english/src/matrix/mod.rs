//! Products of 8-bit matrices, exact, so that every processor computes the same bits.
//!
//! Activations are unsigned bytes (a signed byte plus 128), weights signed bytes, sums 32-bit integers: no rounding
//! anywhere, hence no difference between the kernels for wide vector units ([`x86`], the only place in the crate with
//! `unsafe`) and their [`portable`] twin. Which kernel runs is decided once, from the processor.

mod portable;
#[cfg(target_arch = "x86_64")]
mod x86;

/// Columns that a kernel computes at once; matrices are padded to a multiple of it.
const PANEL: usize = 16;
/// Values of one column that lie together.
const GROUP: usize = 4;

/// The vector units that the work is compiled for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// What every processor of the target has.
    Portable,
    /// AVX2 on x86-64.
    Avx2,
    /// AVX-512 with VNNI on x86-64.
    Avx512,
}

impl Unit {
    /// The widest that this processor has.
    pub fn widest() -> Unit {
        #[cfg(target_arch = "x86_64")]
        return x86::widest();
        #[cfg(not(target_arch = "x86_64"))]
        Unit::Portable
    }

    /// This unit, or the widest below it that the processor has.
    #[must_use]
    pub fn available(self) -> Unit {
        let widest = Unit::widest();
        match (self, widest) {
            (Unit::Avx512, Unit::Avx512) => Unit::Avx512,
            (Unit::Avx512 | Unit::Avx2, Unit::Avx512 | Unit::Avx2) => Unit::Avx2,
            _ => Unit::Portable,
        }
    }

    /// Runs a loop of nothing but this unit's 8-bit (on AVX2 16-bit) multiplications `rounds` times and returns how many it did: for benchmarks, to
    /// tell what share of the processor's peak the analyser reaches. None on the portable unit, whose peak is not one thing.
    #[doc(hidden)]
    pub fn peak(self, rounds: usize) -> Option<usize> {
        #[cfg(target_arch = "x86_64")]
        return Some(x86::peak(self, rounds)).filter(|products| *products > 0);
        #[cfg(not(target_arch = "x86_64"))]
        return Some(rounds).filter(|_| false);
    }

    /// Runs `task` compiled for this unit (or for one that the processor has): the same operations in the same order, more of them at a time.
    pub(crate) fn run<T: Task>(self, task: T) {
        match self.available() {
            Unit::Portable => task.run(self),
            #[cfg(target_arch = "x86_64")]
            unit => x86::run(unit, task),
            #[cfg(not(target_arch = "x86_64"))]
            _ => task.run(Unit::Portable),
        }
    }
}

/// Work that [`Unit::run`] compiles for each unit; `run` and what it calls must be `inline(always)`.
pub(crate) trait Task {
    fn run(self, unit: Unit);
}

/// Weights of one layer, `inputs` × `outputs`, packed for the kernels.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    inputs: usize,
    /// By panel of 16 columns, then by group of 4 inputs, then by column, then by input.
    packed: Vec<i8>,
    /// 128 times each column's sum: what the offset of the activations adds.
    offsets: Vec<i32>,
}

impl Matrix {
    /// From weights that lie output by output; `inputs` is a multiple of four.
    pub(crate) fn pack(weights: &[i8], inputs: usize) -> Matrix {
        assert!(
            inputs > 0 && inputs.is_multiple_of(GROUP) && weights.len().is_multiple_of(inputs),
            "whole groups of inputs"
        );
        let outputs = weights.len() / inputs;
        let panels = outputs.div_ceil(PANEL);
        let mut packed = vec![0; panels * PANEL * inputs];
        let mut offsets = vec![0; panels * PANEL];
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            let (panel, column) = (output / PANEL, output % PANEL);
            offsets[output] = 128 * row.iter().map(|w| i32::from(*w)).sum::<i32>();
            for (group, values) in row.chunks_exact(GROUP).enumerate() {
                let at = ((panel * (inputs / GROUP) + group) * PANEL + column) * GROUP;
                packed[at..at + GROUP].copy_from_slice(values);
            }
        }
        Matrix { inputs, packed, offsets }
    }

    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    /// Outputs with the padding: the length of one row of sums.
    pub(crate) fn stride(&self) -> usize {
        self.offsets.len()
    }

    /// The multiplications that one row takes, padding included.
    pub(crate) fn products(&self) -> usize {
        self.packed.len()
    }

    /// `sums` (rows × [`Matrix::stride`]) becomes `rows` (rows × inputs, each byte 128 more than what it stands for) times this.
    #[inline(always)]
    pub(crate) fn multiply(&self, unit: Unit, rows: &[u8], sums: &mut [i32]) {
        assert_eq!(rows.len() / self.inputs, sums.len() / self.stride(), "as many rows out as in");
        assert!(
            rows.len().is_multiple_of(self.inputs) && sums.len().is_multiple_of(self.stride()),
            "whole rows"
        );
        match unit {
            Unit::Portable => portable::multiply(self, rows, sums),
            #[cfg(target_arch = "x86_64")]
            unit => x86::multiply(unit, self, rows, sums),
            #[cfg(not(target_arch = "x86_64"))]
            _ => portable::multiply(self, rows, sums),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same every time.
    fn noise(len: usize, seed: u32) -> impl Iterator<Item = u8> {
        let mut state = seed;
        (0..len).map(move |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
    }

    #[test]
    fn every_unit_gives_the_exact_sums() {
        for (rows, inputs, outputs) in
            [(1, 4, 1), (5, 8, 17), (6, 176, 256), (13, 256, 512), (31, 64, 81), (3, 1200, 16)]
        {
            let weights: Vec<i8> = noise(inputs * outputs, 7).map(|b| b as i8).collect();
            let activations: Vec<u8> = noise(rows * inputs, 9).collect();
            let matrix = Matrix::pack(&weights, inputs);
            for unit in [Unit::Portable, Unit::Avx2, Unit::Avx512] {
                let unit = unit.available();
                let mut sums = vec![0; rows * matrix.stride()];
                matrix.multiply(unit, &activations, &mut sums);
                for row in 0..rows {
                    for output in 0..outputs {
                        let exact: i32 = (0..inputs)
                            .map(|k| {
                                (i32::from(activations[row * inputs + k]) - 128)
                                    * i32::from(weights[output * inputs + k])
                            })
                            .sum();
                        assert_eq!(sums[row * matrix.stride() + output], exact, "{unit:?} {row} {output}");
                    }
                }
            }
        }
    }

    #[test]
    fn extremes_do_not_saturate() {
        for (weight, activation) in [(-128_i8, 255_u8), (127, 255), (-128, 0), (127, 0)] {
            let matrix = Matrix::pack(&vec![weight; 256 * 16], 256);
            for unit in [Unit::Portable, Unit::Avx2, Unit::Avx512] {
                let mut sums = vec![0; 16];
                matrix.multiply(unit.available(), &[activation; 256], &mut sums);
                assert_eq!(sums, [256 * i32::from(weight) * (i32::from(activation) - 128); 16]);
            }
            assert_eq!(matrix.products(), 256 * 16);
        }
    }
}
