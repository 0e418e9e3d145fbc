"""FNC-1 (Pomerleau and Rao 2017): articles and pairs as JSON Lines, and the model of stances.

`fnc1.py lines FOLDER OUT.jsonl`: articles `{"body", "text"}`, then pairs `{"headline", "body", "stance", "held"}`. Every fifth article, by its number
among all, is held out with its pairs; headlines stand on both sides.

`fnc1.py train FEATURES.tsv OUT.tsv`: fits a network with one hidden layer to the pairs that are not held out, from what
`crossdoc stance --features` prints. Needs requirements.txt.
"""

import csv
import json
import pathlib
import sys

HIDDEN, SEED = 24, 7
STANCES = ["unrelated", "discuss", "agree", "disagree"]
csv.field_size_limit(1 << 24)


def lines(folder, out):
    read = lambda name: csv.DictReader(open(folder / name, newline="", encoding="utf-8"))
    bodies = {int(row["Body ID"]): row["articleBody"] for row in read("train_bodies.csv")}
    held = set(sorted(bodies)[4::5])
    with open(out, "w", encoding="utf-8") as file:
        write = lambda line: file.write(json.dumps(line, ensure_ascii=False) + "\n")
        for body in sorted(bodies):
            write({"body": body, "text": bodies[body]})
        for row in read("train_stances.csv"):
            body = int(row["Body ID"])
            write({"headline": row["Headline"], "body": body, "stance": row["Stance"], "held": body in held})


def train(features, out):
    import numpy
    from sklearn.neural_network import MLPClassifier

    rows = [line.rstrip("\n").split("\t") for line in open(features, encoding="utf-8")]
    rows = [row for row in rows if row[1] == "0"]
    values = numpy.array([row[3:] for row in rows], dtype=float)
    stances = numpy.array([STANCES.index(row[2]) for row in rows])
    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-6
    network = MLPClassifier([HIDDEN], alpha=1e-2, batch_size=256, max_iter=25, random_state=SEED)
    network.fit((values - mean) / deviation, stances)
    (first, second), (bias, last) = network.coefs_, network.intercepts_
    # The network takes features as they are.
    first = first / deviation[:, None]
    bias = bias - mean @ first
    row = lambda bias, weights: "\t".join(f"{number:.4g}" for number in [bias, *weights]) + "\n"
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Made by training/fnc1.py: a unit a row, its bias before its weights; hidden layer, then stances.\n")
        file.writelines(row(b, weights) for b, weights in zip(bias, first.T))
        file.write("\n")
        file.writelines(row(b, weights) for b, weights in zip(last, second.T))


if __name__ == "__main__":
    if sys.argv[1] == "lines":
        lines(pathlib.Path(sys.argv[2]), sys.argv[3])
    else:
        train(sys.argv[2], sys.argv[3])
