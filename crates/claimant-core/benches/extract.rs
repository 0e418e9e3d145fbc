//! Words per second on the seed article and on a text of 1 MB, beside a bare count of words.
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::hint::black_box;

use claimant_core::{Claimant, Document};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const SEED: &str = include_str!("../../../seeds/000_1ae7029de2fe9649.txt");

fn extract(criterion: &mut Criterion) {
    let claimant = Claimant::new();
    let megabyte = SEED.repeat(1_000_000 / SEED.len() + 1);
    for (name, text) in [("seed", SEED), ("1 MB", megabyte.as_str())] {
        let document = Document::new(text);
        let mut group = criterion.benchmark_group(name);
        group.sample_size(20);
        group.throughput(Throughput::Elements(text.split_whitespace().count() as u64));
        group.bench_function("extract", |bench| bench.iter(|| claimant.extract(black_box(&document))));
        group.bench_function("split_whitespace", |bench| {
            bench.iter(|| black_box(text).split_whitespace().count());
        });
        group.finish();
    }
}

fn set_up(criterion: &mut Criterion) {
    criterion.bench_function("Claimant::new", |bench| bench.iter(Claimant::new));
}

criterion_group!(benches, extract, set_up);
criterion_main!(benches);
