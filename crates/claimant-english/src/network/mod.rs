//! The network: features of tokens in, scores of every head out, in one pass.
//!
//! Gated depthwise-separable convolutions over hashed features; training/network.py is the same network in `PyTorch`. All large products
//! are exact integer products (see [`crate::matrix`]), all else is arithmetic in a fixed order (see [`math`]), so
//! that the scores are the same bits on every processor.

pub(crate) mod math;
pub(crate) mod model;

use crate::features::{FEATURES, Features, ROWS};
use crate::matrix::{Task, Unit};
use math::{LANES, normalise, quantise, sigmoid};
use model::{File, Layer, Result, wrong};

/// Rows that pass through a product together: few enough for the first cache, enough to use the weights well.
const TILE: usize = 24;

#[derive(Debug)]
pub(crate) struct Network {
    tables: Vec<Table>,
    enter: Layer,
    blocks: Vec<Block>,
    heads: Layer,
    pub relation: Layer,
    pub shape: Shape,
    width: usize,
}

/// Where each head's scores lie in a row of [`Scores`].
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub upos: (usize, usize),
    pub xpos: (usize, usize),
    pub stop: (usize, usize),
    pub role: (usize, usize),
    pub name: (usize, usize),
    /// Vectors of a token as a dependent and as a head, for arcs, then for relations.
    pub arc: [(usize, usize); 2],
    pub relation: [(usize, usize); 2],
    /// Vectors of a token as a cue and as a source, as a content and as a cue.
    pub link: [(usize, usize); 4],
}

/// The scores of a block of tokens, a row for each.
#[derive(Debug)]
pub(crate) struct Scores {
    values: Vec<f32>,
    stride: usize,
}

impl Scores {
    pub(crate) fn of(&self, token: usize, (from, len): (usize, usize)) -> &[f32] {
        &self.values[token * self.stride + from..][..len]
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len() / self.stride
    }
}

#[derive(Debug)]
struct Table {
    rows: Vec<i8>,
    dim: usize,
    scale: f32,
}

#[derive(Debug)]
struct Block {
    dilation: usize,
    taps: Vec<f32>,
    point: Layer,
}

impl Network {
    pub(crate) fn read(file: &File<'_>) -> Result<Network> {
        let header = &file.header;
        if header.encoder != "claimant-convolutions/1" {
            return wrong(format!(
                "its encoder is {:?}, this version runs \"claimant-convolutions/1\"",
                header.encoder
            ));
        }
        let width = header.width;
        if width == 0
            || !width.is_multiple_of(16)
            || header.taps % 2 != 1
            || header.taps > MOST_TAPS
            || header.dims.len() != FEATURES - 1
        {
            return wrong("its shape is none that the encoder can have");
        }
        if header.labels.role != ROLES {
            return wrong(format!("its roles are {:?}, not {ROLES:?}", header.labels.role));
        }
        let mut tables = Vec::new();
        for (number, dim) in header.dims.iter().enumerate() {
            let rows = file.bytes(&format!("table{number}.weight"))?;
            // The first table serves the first two features.
            if rows.len() != ROWS[if number == 0 { 0 } else { number + 1 }] as usize * dim {
                return wrong(format!("table{number} has {} values", rows.len()));
            }
            let scale = file.floats_of(&format!("table{number}.scale"), 1)?[0];
            tables.push(Table { rows, dim: *dim, scale });
        }
        let mut blocks = Vec::new();
        for (number, &dilation) in header.dilations.iter().enumerate() {
            let taps = file.floats_of(&format!("block{number}.taps"), header.taps * width)?;
            let point = file.layer(&format!("block{number}"), width, 2 * width)?;
            blocks.push(Block { dilation, taps, point });
        }
        let labels = &header.labels;
        let sizes = header.sizes;
        let mut at = 0;
        let mut part = |len: usize| {
            let from = at;
            at += len;
            (from, len)
        };
        let shape = Shape {
            upos: part(labels.upos.len()),
            xpos: part(labels.xpos.len()),
            stop: part(2),
            role: part(labels.role.len()),
            name: part(2 * labels.name.len() + 1),
            arc: [part(sizes.arc), part(sizes.arc)],
            relation: [part(sizes.relation), part(sizes.relation)],
            link: [part(sizes.link), part(sizes.link), part(sizes.link), part(sizes.link)],
        };
        Ok(Network {
            tables,
            enter: file.layer("enter", header.dims.iter().sum(), width)?,
            blocks,
            heads: file.layer("heads", width, at)?,
            relation: file.layer("relation", 3 * sizes.relation, labels.rel.len())?,
            shape,
            width,
        })
    }

    /// The scores of every token. Tokens see each other as far as the dilations reach; nothing is seen beyond the ends.
    pub(crate) fn run(&self, unit: Unit, tokens: &[Features]) -> Scores {
        let stride = self.heads.matrix.stride();
        let mut values = vec![0.0; tokens.len() * stride];
        unit.run(Pass { network: self, tokens, out: &mut values });
        Scores { values, stride }
    }

    /// Multiplications that one token takes, without those of its sentence's tree.
    pub(crate) fn products(&self) -> usize {
        let blocks: usize = self.blocks.iter().map(|block| block.point.matrix.products()).sum();
        self.enter.matrix.products() + blocks + self.heads.matrix.products() + self.relation.matrix.products()
    }

    /// `rows` times `layer`, into `out` (rows × outputs of the layer, padded).
    pub(crate) fn product(unit: Unit, layer: &Layer, rows: &[f32], out: &mut [f32]) {
        unit.run(Product { layer, rows, out });
    }
}

struct Pass<'a> {
    network: &'a Network,
    tokens: &'a [Features],
    out: &'a mut [f32],
}

impl Task for Pass<'_> {
    #[inline(always)]
    fn run(self, unit: Unit) {
        let Pass { network, tokens, out } = self;
        let width = network.width;
        let count = tokens.len();
        let mut z = vec![0.0_f32; count * width];
        let mut next = vec![0.0_f32; count * width];
        let mut work = Work::new(width.max(network.enter.matrix.inputs()));

        let inputs = network.enter.matrix.inputs();
        for (tokens, z) in tokens.chunks(TILE).zip(z.chunks_mut(TILE * width)) {
            for (row, token) in tokens.iter().enumerate() {
                embed(&network.tables, token, &mut work.rows[row * inputs..(row + 1) * inputs]);
            }
            work.multiply(unit, &network.enter, tokens.len());
            work.affine(&network.enter, tokens.len(), z);
        }
        for block in &network.blocks {
            for (tile, next) in next.chunks_mut(TILE * width).enumerate() {
                let rows = next.len() / width;
                for row in 0..rows {
                    let into = &mut work.rows[row * width..(row + 1) * width];
                    depthwise(&block.taps, block.dilation, &z, width, tile * TILE + row, into);
                    normalise(into);
                }
                work.multiply(unit, &block.point, rows);
                work.gate(&block.point, rows, &z[tile * TILE * width..], next);
            }
            std::mem::swap(&mut z, &mut next);
        }
        let stride = network.heads.matrix.stride();
        for (z, out) in z.chunks(TILE * width).zip(out.chunks_mut(TILE * stride)) {
            let rows = z.len() / width;
            work.rows[..z.len()].copy_from_slice(z);
            for row in work.rows[..z.len()].chunks_exact_mut(width) {
                normalise(row);
            }
            work.multiply(unit, &network.heads, rows);
            work.affine(&network.heads, rows, out);
        }
    }
}

struct Product<'a> {
    layer: &'a Layer,
    rows: &'a [f32],
    out: &'a mut [f32],
}

impl Task for Product<'_> {
    #[inline(always)]
    fn run(self, unit: Unit) {
        let (inputs, stride) = (self.layer.matrix.inputs(), self.layer.matrix.stride());
        let mut work = Work::new(inputs);
        for (rows, out) in self.rows.chunks(TILE * inputs).zip(self.out.chunks_mut(TILE * stride)) {
            work.rows[..rows.len()].copy_from_slice(rows);
            work.multiply(unit, self.layer, rows.len() / inputs);
            work.affine(self.layer, rows.len() / inputs, out);
        }
    }
}

/// What a tile of rows needs on its way through a product.
struct Work {
    rows: Vec<f32>,
    bytes: Vec<u8>,
    steps: [f32; TILE],
    sums: Vec<i32>,
}

impl Work {
    #[inline(always)]
    fn new(inputs: usize) -> Work {
        Work {
            rows: vec![0.0; TILE * inputs],
            bytes: vec![0; TILE * inputs],
            steps: [0.0; TILE],
            sums: Vec::new(),
        }
    }

    /// `self.sums` becomes the first `count` rows of `self.rows` times the layer's matrix.
    #[inline(always)]
    fn multiply(&mut self, unit: Unit, layer: &Layer, count: usize) {
        let inputs = layer.matrix.inputs();
        let rows = self.rows[..count * inputs].chunks_exact(inputs);
        for ((row, bytes), step) in rows.zip(self.bytes.chunks_exact_mut(inputs)).zip(&mut self.steps) {
            *step = quantise(row, bytes);
        }
        let len = count * layer.matrix.stride();
        if self.sums.len() < len {
            self.sums.resize(len, 0);
        }
        layer.matrix.multiply(unit, &self.bytes[..count * inputs], &mut self.sums[..len]);
    }

    /// The sums as numbers, plus the biases.
    #[inline(always)]
    fn affine(&self, layer: &Layer, count: usize, out: &mut [f32]) {
        let stride = layer.matrix.stride();
        for ((sums, out), step) in
            self.sums.chunks_exact(stride).zip(out.chunks_exact_mut(stride)).zip(&self.steps[..count])
        {
            for (((out, sum), scale), bias) in out.iter_mut().zip(sums).zip(&layer.scale).zip(&layer.bias) {
                *out = *sum as f32 * (scale * step) + bias;
            }
        }
    }

    /// `next` becomes `z` plus the first half of the sums, gated by the second.
    #[inline(always)]
    fn gate(&self, layer: &Layer, count: usize, z: &[f32], next: &mut [f32]) {
        let stride = layer.matrix.stride();
        let width = stride / 2;
        let (scale_a, scale_b) = layer.scale.split_at(width);
        let (bias_a, bias_b) = layer.bias.split_at(width);
        let (scale_a, scale_b) = (lanes(scale_a), lanes(scale_b));
        let (bias_a, bias_b) = (lanes(bias_a), lanes(bias_b));
        let rows =
            self.sums.chunks_exact(stride).zip(z.chunks_exact(width)).zip(next.chunks_exact_mut(width));
        for (((sums, z), next), step) in rows.zip(&self.steps[..count]) {
            let (sums_a, sums_b) = sums.split_at(width);
            let sums = lanes(sums_a).iter().zip(lanes(sums_b));
            let scales = scale_a.iter().zip(scale_b).zip(bias_a.iter().zip(bias_b));
            let (next, _) = next.as_chunks_mut::<LANES>();
            for (((next, z), (a, b)), ((scale_a, scale_b), (bias_a, bias_b))) in
                next.iter_mut().zip(lanes(z)).zip(sums).zip(scales)
            {
                for i in 0..LANES {
                    let a = a[i] as f32 * (scale_a[i] * step) + bias_a[i];
                    let b = b[i] as f32 * (scale_b[i] * step) + bias_b[i];
                    next[i] = z[i] + a * sigmoid(b);
                }
            }
        }
    }
}

/// A row by lanes; its length is a multiple of theirs.
#[inline(always)]
fn lanes<T>(row: &[T]) -> &[[T; LANES]] {
    row.as_chunks().0
}

/// The rows of the tables for one token, side by side.
#[inline(always)]
fn embed(tables: &[Table], token: &Features, into: &mut [f32]) {
    let mut at = 0;
    for (number, table) in tables.iter().enumerate() {
        let row = |feature: usize| &table.rows[token[feature] as usize * table.dim..][..table.dim];
        let into = &mut into[at..at + table.dim];
        if number == 0 {
            for ((x, a), b) in into.iter_mut().zip(row(0)).zip(row(1)) {
                *x = (i32::from(*a) + i32::from(*b)) as f32 * table.scale;
            }
        } else {
            for (x, a) in into.iter_mut().zip(row(number + 1)) {
                *x = f32::from(*a) * table.scale;
            }
        }
        at += table.dim;
    }
}

/// The weighted sum of the rows around `at`, `dilation` apart; rows beyond the ends are zero.
#[inline(always)]
fn depthwise(taps: &[f32], dilation: usize, z: &[f32], width: usize, at: usize, into: &mut [f32]) {
    let count = z.len() / width;
    let middle = taps.len() / width / 2;
    // The rows that are there, with their weights: the middle one always is.
    let mut rows = [(0, 0); MOST_TAPS];
    let mut found = 0;
    for tap in 0..taps.len() / width {
        if let Some(row) = (at + tap * dilation).checked_sub(middle * dilation).filter(|row| *row < count) {
            rows[found] = (row * width, tap * width);
            found += 1;
        }
    }
    let (into, _) = into.as_chunks_mut::<LANES>();
    for (chunk, into) in into.iter_mut().enumerate() {
        let at = chunk * LANES;
        let mut totals = [0.0_f32; LANES];
        for (row, tap) in &rows[..found] {
            let z = &z[row + at..row + at + LANES];
            let weights = &taps[tap + at..tap + at + LANES];
            for i in 0..LANES {
                totals[i] += z[i] * weights[i];
            }
        }
        *into = totals;
    }
}

/// Attribution roles in the order of their scores: decoding knows them by their place.
const ROLES: [&str; 7] = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"];

/// Taps of a convolution at most.
const MOST_TAPS: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded() -> Network {
        Network::read(&File::read(include_bytes!("../../data/english.safetensors")).unwrap()).unwrap()
    }

    #[derive(serde::Deserialize)]
    struct Parity {
        features: Vec<Features>,
        every: usize,
        scores: Vec<Vec<f32>>,
    }

    fn parity() -> Parity {
        serde_json::from_str(include_str!("../../data/english.parity.json")).unwrap()
    }

    #[test]
    fn scores_are_those_of_training() {
        let network = embedded();
        let parity = parity();
        let scores = network.run(Unit::widest(), &parity.features);
        let (mut error, mut size, mut count) = (0.0, 0.0, 0);
        for (at, expected) in parity.scores.iter().enumerate() {
            for (x, y) in scores.of(at * parity.every, (0, expected.len())).iter().zip(expected) {
                error += f64::from((x - y) * (x - y));
                size += f64::from(y * y);
                count += 1;
            }
        }
        // Eight bits cost about one part in a hundred of the scores' size.
        let share = (error / size).sqrt();
        assert!(count > 1000 && share < 0.05, "{share}");
    }

    #[test]
    fn every_unit_gives_the_same_bits() {
        let network = embedded();
        let features = parity().features;
        let plain = network.run(Unit::Portable, &features).values;
        for unit in [Unit::Avx2, Unit::Avx512] {
            let wide = network.run(unit, &features).values;
            assert!(plain.iter().zip(&wide).all(|(a, b)| a.to_bits() == b.to_bits()), "{unit:?}");
        }
    }
}
