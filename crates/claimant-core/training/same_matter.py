"""Fits the trees for "one matter" (src/compare/learned) to groups of articles. Needs requirements.txt.

Usage: same_matter.py OUT GROUPS… [--folds]

GROUPS are folders of groups (tests/groups/dev, tests/groups/later; not those that are held or unread), OUT is a folder: same_quantity.tsv for pairs
of figures and same_saying.tsv for what two claims say as a whole. The crate itself makes the features: `cargo build --release --package
claimant-core --example crossdoc` first. A pair is right where both claims are in one statement of the group, or in two that a thread or a relation
has together; of figures the statements' words must have them. With --folds nothing is written: every fifth group is judged by trees from the
others, and what is right of what is given is printed by how likely a pair must be.
"""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib

import lightgbm
import numpy

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parents[2] / "target")) / "release/examples/crossdoc"
# A pair with a claim that no statement of the group has may be anything: readers list what matters to them.
UNLISTED = 0.6
SETTINGS = {"objective": "binary", "learning_rate": 0.06, "num_leaves": 6, "min_data_in_leaf": 30, "feature_fraction": 0.5,
            "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 10, "verbose": -1, "num_threads": 2, "seed": 1,
            "deterministic": True, "force_row_wise": True}
TREES = 150
HEDGES = r"^(at least|at most|about|around|some|nearly|more than|fewer than|no more than|only|up to|roughly|almost|approximately) "
SETS = {"quantity": True, "saying": False}


def plain(text):
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def holds(content, words):
    """Whether a claim says a statement's words: as they stand, or most of them in their order."""
    content, words = plain(content), plain(words)
    if words in content:
        return True
    said, at, found = content.split(), 0, 0
    for word in words.split():
        if word in said[at:]:
            at = said.index(word, at) + 1
            found += 1
    return found >= 0.8 * len(words.split())


def read(folders):
    """The names of the features, then each group's expectations and pairs."""
    groups = [path for folder in folders for path in sorted(pathlib.Path(folder).iterdir()) if (path / "expected.toml").exists()]
    lines = []
    for path in groups:
        documents = [{"file": file.name, "text": file.read_text(encoding="utf-8")} for file in sorted(path.glob("*.txt"))]
        lines.append(json.dumps({"group": path.name, "documents": documents}))
    done = subprocess.run([PROGRAM, "matter"], input="\n".join(lines), stdout=subprocess.PIPE, text=True, check=True)
    names, *found = map(json.loads, done.stdout.splitlines())
    yield names
    for path, one in zip(groups, found, strict=True):
        yield tomllib.loads((path / "expected.toml").read_text(encoding="utf-8")), one


def labelled(expected, found):
    """Each pair with whether it is one matter, and whether both claims are in statements."""
    together, words, of = set(), {}, collections.defaultdict(set)
    for statement in expected.get("statement", []):
        name = statement["id"]
        together.add((name, name))
        words[name] = [plain(place["words"]).lower() for place in statement["in"]]
        for place in statement["in"]:
            document = found["documents"].index(place["document"])
            for claim, content in enumerate(found["claims"][document]):
                if holds(content, place["words"]):
                    of[document, claim].add(name)
    for thread in expected.get("thread", []):
        together |= {(a, b) for a in thread["statements"] for b in thread["statements"]}
    for relation in expected.get("relation", []):
        a, b = relation["between"]
        together |= {(a, b), (b, a)}

    def has(statement, figure):
        figure = re.sub(HEDGES, "", plain(figure).lower())
        return any(figure in one for one in words[statement])

    for pair in found["pairs"]:
        a, b = (of[tuple(claim)] for claim in pair["claims"])
        x, y = pair["words"]
        right = any(
            (s, t) in together and (not pair["figures"] or (has(s, x) and has(t, y))) for s in a for t in b
        )
        yield pair, right, bool(a and b)


def table(folders):
    groups = read(folders)
    names = next(groups)
    rows = collections.defaultdict(list)
    for number, (expected, found) in enumerate(groups):
        for pair, right, listed in labelled(expected, found):
            rows[pair["figures"]].append((number, right, listed, pair["aligned"], pair["features"]))
    return names, rows


def fit(rows):
    values = numpy.array([row[4] for row in rows], dtype=numpy.float32)
    labels = numpy.array([row[1] for row in rows], dtype=int)
    weights = numpy.array([1.0 if row[2] else UNLISTED for row in rows])
    return lightgbm.train(SETTINGS, lightgbm.Dataset(values, labels, weight=weights), TREES)


def report(rows, likely):
    right, listed, aligned = (numpy.array([row[at] for row in rows]) for at in (1, 2, 3))
    for name, some in {"with rules": aligned, "without": ~aligned}.items():
        line = []
        for least in (0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            given = some & (likely >= least)
            line.append(f"{least}: {right[given].sum()}/{given.sum()} ({listed[given].sum()} listed)")
        print(f"  {name}, {right[some].sum()} owed: {', '.join(line)}")


def written(model, names):
    """A line for each node: see src/compare/learned/trees.rs."""
    lines = []
    for tree in model.dump_model()["tree_info"]:
        nodes = []

        def walk(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = f"leaf\t{node['leaf_value']:.6g}"
            else:
                ways = [walk(node["left_child"]), walk(node["right_child"])]
                nodes[at] = f"{names[node['split_feature']]}\t{node['threshold']:.9g}\t{ways[0]}\t{ways[1]}"
            return at

        walk(tree["tree_structure"])
        lines += [*nodes, ""]
    return "\n".join(lines)


def main(arguments):
    folds = "--folds" in arguments
    out, *folders = [one for one in arguments if one != "--folds"]
    names, table_of = table(folders)
    for what, figures in SETS.items():
        rows = table_of[figures]
        if folds:
            groups = numpy.array([row[0] for row in rows])
            likely = numpy.zeros(len(rows))
            for part in range(5):
                held = groups % 5 == part
                model = fit([row for row, out in zip(rows, held) if not out])
                likely[held] = model.predict(numpy.array([row[4] for row, out in zip(rows, held) if out]))
            print(what)
            report(rows, likely)
            continue
        head = f"# Trees for \"one {what}\" (src/compare/learned); made by training/same_matter.py.\n"
        (pathlib.Path(out) / f"same_{what}.tsv").write_text(head + written(fit(rows), names[what]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
