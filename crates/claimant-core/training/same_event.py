"""Fits the regression for "one event" (src/compare/event/pair.rs) to the train topics of ECB+. Needs requirements.txt.

Usage: same_event.py DATA OUT.tsv [--folds]

DATA is the folder of corpora; the crate itself makes the features: `cargo build --release --package claimant-core --example crossdoc` first. Each
pair of mentions of a topic is an example. With --folds nothing is written: every fifth topic is scored by weights from the others, and F1 over pairs
is printed by how likely a pair must be, over whole topics and within subtopics. Strength of the penalty and the two thresholds of
examples/crossdoc/events.rs were chosen by such folds, the thresholds by the CoNLL F1 of the clusters, of 0.2, 0.25, 0.3, 0.35 and 0.4.
"""

import pathlib
import subprocess
import sys
import tempfile

import numpy
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parents[2] / "target/release/examples/crossdoc"
SOURCE = HERE.parent / "src/compare/event/pair.rs"
STRENGTH = 0.1


def names():
    block = SOURCE.read_text(encoding="utf-8").split("pub const NAMES")[1].split("= [")[1].split("];")[0]
    return [line.strip().strip('",') for line in block.strip().splitlines()]


def features(data):
    """Topic, label, whether of one subtopic, and features of every pair of the train topics."""
    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder) / "lines.jsonl"
        subprocess.run([sys.executable, HERE / "ecbplus.py", data / "crossdoc/ecbplus", lines], check=True)
        train = [line for line in open(lines, encoding="utf-8") if '"part": "train"' in line]
    done = subprocess.run([PROGRAM, "events", "--features"], input="".join(train), stdout=subprocess.PIPE, text=True, check=True)
    rows = numpy.array([line.split("\t") for line in done.stdout.splitlines()], dtype=numpy.float32)
    return rows[:, 0], rows[:, 3] > 0, rows[:, 4] > 0, rows[:, 5:]


def fit(values, labels):
    """Bias and weights of the features as they are."""
    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit((values - mean) / deviation, labels)
    weights = model.coef_[0] / deviation
    return model.intercept_[0] - mean @ weights, weights


def f1(found, labels):
    right = (found & labels).sum()
    return 200 * right / max(found.sum() + labels.sum(), 1)


def folds(topics, labels, within, values):
    order = sorted(set(topics))
    scores = numpy.zeros(len(labels))
    for part in range(5):
        held = numpy.isin(topics, order[part::5])
        bias, weights = fit(values[~held], labels[~held])
        scores[held] = 1 / (1 + numpy.exp(-(bias + values[held] @ weights)))
    for least in [0.2, 0.3, 0.4, 0.5, 0.6]:
        found = scores >= least
        print(f"{least}: topic {f1(found, labels):.1f}, subtopic {f1(found[within], labels[within]):.1f}")


def main(data, out, with_folds):
    topics, labels, within, values = features(data)
    if with_folds:
        folds(topics, labels, within, values)
        return
    bias, weights = fit(values, labels)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Weights of the regression for \"one event\" (src/compare/event); made by training/same_event.py.\n")
        file.write(f"bias\t{bias:.3f}\n")
        file.writelines(f"{name}\t{weight:.3f}\n" for name, weight in zip(names(), weights, strict=True))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], "--folds" in sys.argv)
