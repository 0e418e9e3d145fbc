//! Kernels for x86-64's wide vector units.
//!
//! The only `unsafe` of the crate. Its two obligations: a function compiled for a unit runs only where
//! [`widest`] has found that unit (every public entry checks), and every pointer read or written lies in a slice whose
//! length was asserted at the entry.
#![allow(
    unsafe_code,
    reason = "vector intrinsics and calls into code compiled for a unit that was found at run time"
)]

use std::arch::x86_64::{
    __m256i, __m512i, _mm_cvtepu8_epi16, _mm_cvtsi32_si128, _mm_loadu_si128, _mm256_add_epi32,
    _mm256_broadcastq_epi64, _mm256_cvtepi8_epi16, _mm256_hadd_epi32, _mm256_loadu_si256, _mm256_madd_epi16,
    _mm256_permute4x64_epi64, _mm256_set1_epi64x, _mm256_setzero_si256, _mm256_storeu_si256,
    _mm256_sub_epi32, _mm512_dpbusd_epi32, _mm512_loadu_si512, _mm512_set1_epi32, _mm512_setzero_si512,
    _mm512_storeu_si512, _mm512_sub_epi32,
};

use super::{GROUP, Matrix, PANEL, Task, Unit};

/// The widest unit that the processor has, and the system saves.
pub(super) fn widest() -> Unit {
    let wide = is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512vnni");
    if wide {
        Unit::Avx512
    } else if is_x86_feature_detected!("avx2") {
        Unit::Avx2
    } else {
        Unit::Portable
    }
}

pub(super) fn run<T: Task>(unit: Unit, task: T) {
    match unit.available() {
        Unit::Portable => task.run(Unit::Portable),
        // SAFETY: `available` has found the unit.
        Unit::Avx2 => unsafe { run_avx2(task) },
        // SAFETY: as above.
        Unit::Avx512 => unsafe { run_avx512(task) },
    }
}

#[target_feature(enable = "avx2")]
fn run_avx2<T: Task>(task: T) {
    task.run(Unit::Avx2);
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn run_avx512<T: Task>(task: T) {
    task.run(Unit::Avx512);
}

#[inline(always)]
pub(super) fn multiply(unit: Unit, matrix: &Matrix, rows: &[u8], sums: &mut [i32]) {
    match unit.available() {
        Unit::Portable => super::portable::multiply(matrix, rows, sums),
        // SAFETY: `available` has found the unit.
        Unit::Avx2 => unsafe { multiply_avx2(matrix, rows, sums) },
        // SAFETY: as above.
        Unit::Avx512 => unsafe { multiply_avx512(matrix, rows, sums) },
    }
}

/// Multiplications with addition that `rounds` of a loop do which does nothing else: what the unit can reach at most.
pub(super) fn peak(unit: Unit, rounds: usize) -> usize {
    match unit.available() {
        Unit::Portable => 0,
        // SAFETY: `available` has found the unit.
        Unit::Avx2 => unsafe { peak_avx2(rounds) },
        // SAFETY: as above.
        Unit::Avx512 => unsafe { peak_avx512(rounds) },
    }
}

/// Enough independent sums to keep every multiplier busy.
const CHAINS: usize = 12;
/// Rounds between two looks at the sums: a look stores them all, which costs as much as a round.
const UNSEEN: usize = 64;

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn peak_avx512(rounds: usize) -> usize {
    let mut totals = [_mm512_setzero_si512(); CHAINS];
    let (a, b) = (_mm512_set1_epi32(0x0102_0304), _mm512_set1_epi32(0x0101_0102));
    for _ in 0..rounds / UNSEEN {
        for _ in 0..UNSEEN {
            for total in &mut totals {
                *total = _mm512_dpbusd_epi32(*total, a, b);
            }
        }
        std::hint::black_box(&mut totals);
    }
    rounds / UNSEEN * UNSEEN * CHAINS * PANEL * GROUP
}

#[target_feature(enable = "avx2")]
fn peak_avx2(rounds: usize) -> usize {
    let mut totals = [_mm256_setzero_si256(); CHAINS];
    let (a, b) = (_mm256_set1_epi64x(0x0001_0002_0003_0004), _mm256_set1_epi64x(0x0001_0001_0001_0002));
    // Looked at every round: the compiler knows this product and would take it out of the loop.
    for _ in 0..rounds {
        for total in &mut totals {
            *total = _mm256_add_epi32(*total, _mm256_madd_epi16(a, b));
        }
        std::hint::black_box(&mut totals);
    }
    rounds * CHAINS * PANEL
}

/// Rows and panels whose sums stay in registers together.
const ROWS: usize = 6;
const PANELS: usize = 4;

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn multiply_avx512(matrix: &Matrix, rows: &[u8], sums: &mut [i32]) {
    let panels = matrix.offsets.len() / PANEL;
    let count = rows.len() / matrix.inputs;
    // Every pointer below stays inside these lengths.
    assert!(rows.len() == count * matrix.inputs && sums.len() == count * matrix.offsets.len());
    assert!(matrix.packed.len() == panels * PANEL * matrix.inputs && matrix.inputs.is_multiple_of(GROUP));
    let mut panel = 0;
    while panel < panels {
        let wide = if panels - panel >= PANELS { PANELS } else { 1 };
        let mut row = 0;
        while row < count {
            let tall = if count - row >= ROWS { ROWS } else { 1 };
            // SAFETY: rows `row..row + tall` and panels `panel..panel + wide` exist, by the bounds of the loops.
            unsafe {
                match (tall, wide) {
                    (ROWS, PANELS) => tile::<ROWS, PANELS>(matrix, rows, sums, row, panel),
                    (ROWS, _) => tile::<ROWS, 1>(matrix, rows, sums, row, panel),
                    (_, PANELS) => tile::<1, PANELS>(matrix, rows, sums, row, panel),
                    _ => tile::<1, 1>(matrix, rows, sums, row, panel),
                }
            }
            row += tall;
        }
        panel += wide;
    }
}

/// # Safety
/// Rows `row..row + R` and panels `panel..panel + P` exist.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
#[inline]
unsafe fn tile<const R: usize, const P: usize>(
    matrix: &Matrix,
    rows: &[u8],
    sums: &mut [i32],
    row: usize,
    panel: usize,
) {
    let inputs = matrix.inputs;
    let stride = matrix.offsets.len();
    let panel_len = PANEL * inputs;
    let mut totals: [[__m512i; P]; R] = [[_mm512_setzero_si512(); P]; R];
    // SAFETY: `group` stays below `inputs / GROUP`, so each read of four activations lies in its row and each read of 64
    // weights in its panel; the stores fill the 16 columns of an existing panel in an existing row.
    unsafe {
        let weights = matrix.packed.as_ptr().add(panel * panel_len);
        let values = rows.as_ptr().add(row * inputs);
        for group in 0..inputs / GROUP {
            let mut columns = [_mm512_setzero_si512(); P];
            for (p, column) in columns.iter_mut().enumerate() {
                *column = _mm512_loadu_si512(weights.add(p * panel_len + group * PANEL * GROUP).cast());
            }
            for (r, totals) in totals.iter_mut().enumerate() {
                let value =
                    _mm512_set1_epi32(values.add(r * inputs + group * GROUP).cast::<i32>().read_unaligned());
                for (total, column) in totals.iter_mut().zip(&columns) {
                    *total = _mm512_dpbusd_epi32(*total, value, *column);
                }
            }
        }
        for (r, totals) in totals.iter().enumerate() {
            for (p, total) in totals.iter().enumerate() {
                let at = (panel + p) * PANEL;
                let offset = _mm512_loadu_si512(matrix.offsets.as_ptr().add(at).cast());
                _mm512_storeu_si512(
                    sums.as_mut_ptr().add((row + r) * stride + at).cast(),
                    _mm512_sub_epi32(*total, offset),
                );
            }
        }
    }
}

/// Rows that share the widened weights on AVX2.
const SHARED: usize = 3;

/// Bytes are widened to 16 bits first: the 8-bit products of this unit saturate.
#[target_feature(enable = "avx2")]
fn multiply_avx2(matrix: &Matrix, rows: &[u8], sums: &mut [i32]) {
    let (inputs, stride) = (matrix.inputs, matrix.offsets.len());
    for panel in 0..stride / PANEL {
        let (mut row, count) = (0, rows.len() / inputs);
        while row + SHARED <= count {
            panel_avx2::<SHARED>(matrix, &rows[row * inputs..], &mut sums[row * stride..], panel);
            row += SHARED;
        }
        while row < count {
            panel_avx2::<1>(matrix, &rows[row * inputs..], &mut sums[row * stride..], panel);
            row += 1;
        }
    }
}

/// The sums of one panel for the first `R` of `rows`.
#[target_feature(enable = "avx2")]
#[inline]
fn panel_avx2<const R: usize>(matrix: &Matrix, rows: &[u8], sums: &mut [i32], panel: usize) {
    let (inputs, stride) = (matrix.inputs, matrix.offsets.len());
    let weights = &matrix.packed[panel * PANEL * inputs..(panel + 1) * PANEL * inputs];
    let rows: [&[u8]; R] = std::array::from_fn(|r| &rows[r * inputs..(r + 1) * inputs]);
    // Two partial sums for each of four columns in each vector.
    let mut totals: [[__m256i; 4]; R] = [[_mm256_setzero_si256(); 4]; R];
    for (group, weights) in weights.chunks_exact(PANEL * GROUP).enumerate() {
        let mut columns = [_mm256_setzero_si256(); 4];
        for (column, quarter) in columns.iter_mut().zip(weights.chunks_exact(16)) {
            // SAFETY: the chunk has 16 bytes.
            *column = _mm256_cvtepi8_epi16(unsafe { _mm_loadu_si128(quarter.as_ptr().cast()) });
        }
        for (row, totals) in rows.iter().zip(&mut totals) {
            let values = &row[group * GROUP..group * GROUP + GROUP];
            let four = i32::from_le_bytes([values[0], values[1], values[2], values[3]]);
            // Each byte becomes 16 bits, and the four of them fill every lane.
            let value = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
            for (total, column) in totals.iter_mut().zip(&columns) {
                *total = _mm256_add_epi32(*total, _mm256_madd_epi16(value, *column));
            }
        }
    }
    let at = panel * PANEL;
    for (r, totals) in totals.iter().enumerate() {
        for half in 0..2 {
            let pairs = _mm256_hadd_epi32(totals[2 * half], totals[2 * half + 1]);
            // hadd works within halves of the vector: put the columns back in order.
            let ordered = _mm256_permute4x64_epi64::<0b11_01_10_00>(pairs);
            let from = at + 8 * half;
            let (offsets, out) =
                (&matrix.offsets[from..from + 8], &mut sums[r * stride + from..r * stride + from + 8]);
            // SAFETY: both slices have eight values.
            unsafe {
                let offset = _mm256_loadu_si256(offsets.as_ptr().cast());
                _mm256_storeu_si256(out.as_mut_ptr().cast(), _mm256_sub_epi32(ordered, offset));
            }
        }
    }
}
