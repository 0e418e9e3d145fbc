"""Fits the regression of factuality (data/factuality.tsv).

    cargo build --release --package claimant-core --example factuality
    python crates/claimant-core/training/factuality.py --data SHARED/data

The crate itself makes the features (src/factuality/features.rs), so that training and use agree. One ridge regression over
the train parts of three sets; the dev parts are measured and never fitted. Needs numpy, scipy and scikit-learn.
"""

import argparse
import collections
import pathlib
import subprocess

import numpy
from scipy import sparse, stats
from sklearn.linear_model import Ridge

ROOT = pathlib.Path(__file__).resolve().parents[3]

# How much each set's predicates count. News (uw) has fewer than the web text (uds_ih2), and news is what we read.
TRAIN = {"uds_ih2": 1.0, "uw": 2.0, "mv2": 1.0}
MEASURED = ["uds_ih2", "uw", "cb", "mv2", "rp"]
# A feature seen fewer times says more of the corpus than of the language.
RAREST = 8
# Weights below this are left out and the others fitted again: a third of the file, no accuracy.
SMALLEST = 0.08
ALPHA = 30.0


def read(data, name, part):
    """Labels and features of one part."""
    program = ROOT / "target/release/examples/factuality"
    lines = subprocess.run(
        [program, "features", data / "factuality" / name / f"{part}.jsonl"], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    rows = [line.split("\t") for line in lines]
    return numpy.array([float(row[0]) for row in rows]), [row[3:] for row in rows]


def matrix(rows, places):
    found = [(number, places[name]) for number, row in enumerate(rows) for name in row if name in places]
    lines, columns = zip(*found)
    return sparse.csr_matrix((numpy.ones(len(found)), (lines, columns)), shape=(len(rows), len(places)))


def fit(rows, labels, weights, names):
    places = {name: at for at, name in enumerate(names)}
    model = Ridge(alpha=ALPHA, solver="sparse_cg", max_iter=200, tol=1e-4)
    return model.fit(matrix(rows, places), labels, sample_weight=weights)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "crates/claimant-core/data/factuality.tsv")
    arguments = parser.parse_args()

    labels, rows, weights = [], [], []
    for name, weight in TRAIN.items():
        some, more = read(arguments.data, name, "train")
        labels.append(some)
        rows += more
        weights += [weight] * len(more)
    labels, weights = numpy.concatenate(labels), numpy.array(weights)

    counts = collections.Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    first = fit(rows, labels, weights, names)
    names = [name for name, weight in zip(names, first.coef_) if abs(weight) >= SMALLEST]
    model = fit(rows, labels, weights, names)

    kept = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_)}
    kept = {name: weight for name, weight in sorted(kept.items()) if weight}
    with arguments.out.open("w") as out:
        out.write("# Weights of the regression of factuality: made by training/factuality.py, described in docs/models.md.\n")
        out.write(f"\t{model.intercept_:.2f}\n")
        for name, weight in kept.items():
            out.write(f"{name}\t{weight:g}\n")
    print(f"{len(kept)} weights")

    for name in MEASURED:
        gold, found = read(arguments.data, name, "dev")
        values = numpy.array([model.intercept_ + sum(kept.get(one, 0.0) for one in row) for row in found]).clip(-3, 3)
        print(f"{name} dev: r {stats.pearsonr(gold, values)[0]:.3f}, MAE {abs(gold - values).mean():.3f}")


if __name__ == "__main__":
    main()
