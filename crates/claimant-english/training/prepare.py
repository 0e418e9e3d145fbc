"""Corpora to arrays: tokens and features by the crate's own tokenizer, labels laid over them.

    python prepare.py --data DATA --binary target/release/examples/prepare --out prepared.pkl
"""
import argparse, json, pickle, subprocess
import numpy as np
import corpora

ROLE_LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
NAME_TYPES = ["PER", "ORG", "LOC", "MISC"]
BREAK_FLAG = 15


def tokens_of(binary, docs):
    lines = "".join(json.dumps({k: d[k] for k in ("id", "text", "tokens") if k in d}) + "\n" for d in docs)
    out = subprocess.run([binary], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    for doc, line in zip(docs, out.splitlines(), strict=True):
        t = json.loads(line)
        doc["starts"] = np.array(t["starts"], dtype=np.int32)
        doc["ends"] = np.array(t["ends"], dtype=np.int32)
        doc["features"] = np.array(t["features"], dtype=np.int32).reshape(-1, 6)
        yield doc


def bio(doc, spans, kinds):
    """Tags by token: odd begins a span, even goes on; a token belongs to the span that holds its start."""
    y = np.zeros(len(doc["starts"]), dtype=np.int16)
    real = doc["ends"] > doc["starts"]
    firsts = []
    for start, end, kind in spans:
        inside = np.nonzero((doc["starts"] < end) & (doc["ends"] > start) & real)[0]
        if len(inside) == 0:
            firsts.append(-1)
            continue
        y[inside] = 2 * kind + 2
        y[inside[0]] = 2 * kind + 1
        firsts.append(int(inside[0]))
    return y, firsts


def merge(text, pieces):
    """Pieces with only white space between them are one."""
    out = []
    for s, e in pieces:
        while s < e and text[s].isspace():
            s += 1
        if out and not text[out[-1][1]:s].strip():
            out[-1][1] = max(out[-1][1], e)
        elif s < e:
            out.append([s, e])
    return out


def labels(doc, vocabulary):
    n = len(doc["starts"])
    if "trees" in doc:
        real = np.nonzero(doc["ends"] > doc["starts"])[0]
        assert len(real) == len(doc["trees"]), (doc["id"], len(real), len(doc["trees"]))
        for key in ("upos", "xpos", "rel"):
            doc[key] = np.full(n, -100, dtype=np.int16)
        doc["head"] = np.full(n, -100, dtype=np.int32)
        doc["stop"] = np.full(n, -100, dtype=np.int16)
        for at, (upos, xpos, head, rel, stop, lemma) in zip(real, doc["trees"]):
            doc["upos"][at] = index(vocabulary["upos"], upos)
            doc["xpos"][at] = index(vocabulary["xpos"], xpos)
            doc["rel"][at] = index(vocabulary["rel"], rel)
            doc["head"][at] = at if head < 0 else real[head]
            doc["stop"][at] = int(stop)
    if "attributions" in doc:
        spans, owners = [], []
        for k, a in enumerate(doc["attributions"]):
            for r, role in enumerate(corpora.ROLES):
                for piece in merge(doc["text"], a[role]):
                    spans.append((piece[0], piece[1], r))
                    owners.append(k)
        doc["role"], firsts = bio(doc, spans, None)
        source_of, cue_of = np.full(n, -100, dtype=np.int32), np.full(n, -100, dtype=np.int32)
        first = {}
        for at, (s, e, r), k in zip(firsts, spans, owners):
            if at >= 0:
                first.setdefault((k, r), at)
        for at, (s, e, r), k in zip(firsts, spans, owners):
            cue = first.get((k, 1))
            if at < 0 or cue is None:
                continue
            if r == 1:
                source_of[at] = first.get((k, 0), -1)
            else:
                cue_of[at] = cue
        doc["source_of"], doc["cue_of"] = source_of, cue_of
    if "names" in doc:
        doc["name"], _ = bio(doc, [(s, e, NAME_TYPES.index(k)) for s, e, k in doc["names"]], None)
    for key in ("tokens", "entities"):
        doc.pop(key, None)
    return doc


def index(listing, value):
    if value not in listing:
        listing.append(value)
    return listing.index(value)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--data", required=True)
    ap.add_argument("--binary", required=True)
    ap.add_argument("--out", default="prepared.pkl")
    a = ap.parse_args()
    sets = {
        "polnear": corpora.polnear(a.data, "train"),
        "polnear-dev": corpora.polnear(a.data, "dev"),
        "ewt": corpora.treebank(a.data, "en_ewt", "train"),
        "ewt-dev": corpora.treebank(a.data, "en_ewt", "dev"),
        "gum": corpora.treebank(a.data, "en_gum", "train"),
        "gum-dev": corpora.treebank(a.data, "en_gum", "dev", commercial_only=False),
        "ieer": corpora.ieer(a.data, False),
        "ieer-dev": corpora.ieer(a.data, True),
        "re3d": corpora.re3d(a.data, False),
        "re3d-dev": corpora.re3d(a.data, True),
        "wikigold": corpora.wikigold(a.data),
        "wnut": corpora.wnut(a.data),
        "wikineural": corpora.wikineural(a.data),
        "unlabelled": corpora.unlabelled(a.data),
    }
    vocabulary = {"upos": [], "xpos": [], "rel": [], "role": ROLE_LABELS, "name": NAME_TYPES}
    out = {}
    for name, docs in sets.items():
        docs = [d for d in docs if d["text"].strip()]
        out[name] = [labels(d, vocabulary) for d in tokens_of(a.binary, docs)]
        words = sum(int((d["ends"] > d["starts"]).sum()) for d in out[name])
        print(f"{name}: {len(docs)} documents, {words} tokens", flush=True)
    pickle.dump({"vocabulary": vocabulary, "sets": out}, open(a.out, "wb"))


if __name__ == "__main__":
    main()
