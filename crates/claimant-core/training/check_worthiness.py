"""Trains the check-worthiness model: python check_worthiness.py --data DATA --out check_worthiness.bin

Logistic regression over the features that the crate itself gives (examples/check_worthiness.rs), one signed byte for each weight.
The two sets have different shares of positive sentences and different judges; each has a bias of its own, and ClaimBuster's is the one
that is kept, for its labels say what a sentence is worth, while CheckThat!'s say what fact-checkers got round to.
"""
import argparse, struct, subprocess

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

import worthiness_sets

BUCKETS = 1 << 16
EXAMPLE = "cargo run --quiet --release --package claimant-core --example check_worthiness -- features".split()


def features(sentences):
    """The numbers of each sentence's features."""
    done = subprocess.run(EXAMPLE, input="\n".join(sentences) + "\n", text=True, stdout=subprocess.PIPE, check=True)
    return [[int(at) for at in line.split()] for line in done.stdout.splitlines()]


def matrix(rows, extra=0):
    """One row for each sentence; the more features it has, the less each counts (model.rs does the same)."""
    sizes = np.array([max(len(row), 1) for row in rows])
    ends = np.cumsum([0] + [len(row) for row in rows])
    flat = np.fromiter((at for row in rows for at in row), dtype=np.int32, count=ends[-1])
    values = np.repeat(sizes ** -0.25, np.diff(ends)).astype(np.float32)
    return csr_matrix((values, flat, ends), shape=(len(rows), BUCKETS + extra))


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--strength", type=float, default=0.5, help="inverse of the regularisation")
    ap.add_argument("--unchecked", type=float, default=0.2,
                    help="weight of a negative sentence of CheckThat!: nobody checked it, which says little")
    a = ap.parse_args()
    learn, aside = worthiness_sets.parts(a.data)
    rows = features([row[2] for row in learn])
    # Before the model is written: the crate holds it, and would be built anew.
    tests = [(name, features([row[1] for row in rows]), [row[0] for row in rows]) for name, rows in aside]
    # One more feature for the sentences of CheckThat!: its own bias.
    rows = [row + [BUCKETS] if learn[at][0] == "checkthat" else row for at, row in enumerate(rows)]
    labels = np.array([row[1] for row in learn])
    weights = np.array([a.unchecked if row[0] == "checkthat" and not row[1] else 1.0 for row in learn])
    model = LogisticRegression(C=a.strength, max_iter=2000, tol=1e-6)
    model.fit(matrix(rows, extra=1), labels, sample_weight=weights)
    learned = model.coef_[0][:BUCKETS]
    scale = float(np.abs(learned).max()) / 127
    small = np.clip(np.round(learned / scale), -127, 127).astype(np.int8)
    with open(a.out, "wb") as f:
        f.write(struct.pack("<ff", model.intercept_[0], scale) + small.tobytes())
    print(f"trained on {len(learn)} sentences, {labels.sum()} of them positive; {np.count_nonzero(small)} weights")
    for name, rows, labels in tests:
        if any(labels):
            print(f"{name}: average precision {average_precision_score(labels, matrix(rows) @ (small * scale)):.3f}")


if __name__ == "__main__":
    main()
