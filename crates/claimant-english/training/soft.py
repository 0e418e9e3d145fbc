"""The teachers' opinion of every token of the train parts and of unlabelled news, for the student to learn from,
and the last one's mean vector of each form, from which the student's table of forms starts.

    python soft.py --prepared prepared.pkl --teacher teacher.pt [OTHER.pt …] --names names.pt --out soft.pkl

Of several teachers the mean is taken.
"""
import argparse, pickle, time
import numpy as np
import torch
from transformers import AutoTokenizer
from heads import NONE, same_sentence
from teacher import MODEL, Teacher, collate, cut, encode

TOP = 4


class Forms:
    """Means of the teacher's vectors by form (the pair of rows that stand for it)."""

    def __init__(self, docs, size=384):
        pairs = np.concatenate([d["features"][:, :2] for d in docs])
        self.pairs, inverse = np.unique(pairs, axis=0, return_inverse=True)
        self.sums, self.counts = np.zeros((len(self.pairs), size), dtype=np.float32), np.zeros(len(self.pairs), dtype=np.int64)
        at = 0
        for d in docs:
            d["form"] = inverse.reshape(-1)[at:at + len(d["features"])]
            at += len(d["features"])

    def add(self, forms, vectors):
        np.add.at(self.sums, forms, vectors)
        np.add.at(self.counts, forms, 1)

    def means(self, keep=128):
        """The means' main components, the greatest variance first."""
        seen = self.counts > 0
        x, w = self.sums[seen] / self.counts[seen, None], np.sqrt(self.counts[seen])
        x = x - np.average(x, axis=0, weights=w)
        _, axes = np.linalg.eigh((x * w[:, None]).T @ x)
        return {"pairs": self.pairs[seen], "counts": self.counts[seen], "vectors": (x @ axes[:, ::-1][:, :keep]).astype(np.float32)}


def mean(parts):
    return sum(parts) / len(parts)


@torch.no_grad()
def label(nets, names, docs, tokenizer, forms, begun):
    items = cut(encode(docs, tokenizer))
    items.sort(key=lambda p: sum(map(len, p["pieces"])))
    for d in docs:
        n = len(d["starts"])
        d["soft"] = {k: np.zeros((n, c), dtype=np.float16) for k, c in (("upos", 17), ("xpos", 49), ("stop", 2), ("role", 7), ("name", 9))}
        d["soft"].update(heads=np.full((n, TOP), -100, dtype=np.int32), weights=np.zeros((n, TOP), dtype=np.float16), rel=np.full(n, -100, dtype=np.int16),
                         source_of=np.full(n, -100, dtype=np.int32), cue_of=np.full(n, -100, dtype=np.int32))
    size = 24
    for c in range(0, len(items), size):
        group = items[c:c + size]
        b = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = [net(b) for net in nets]
            scored = [(net.heads.tags(h), net.heads.arcs(h), net.heads.linking(h)) for net, h in zip(nets, vectors)]
            names_found = names.heads.name(names(b))
        tags = {k: mean([t[k].float().softmax(-1) for t, _, _ in scored]) for k in scored[0][0]}
        tags["name"] = names_found.float().softmax(-1)
        stop = torch.where(b["stop"] >= 0, b["stop"], tags["stop"].argmax(-1))
        stop = torch.where(b["real"], stop, torch.ones_like(stop))
        apart = ~same_sentence(stop, b["real"])
        p = mean([score.float().masked_fill(apart, NONE).softmax(-1) for _, (score, _, _), _ in scored])
        weights, heads = p.topk(min(TOP, p.shape[-1]), -1)
        with torch.autocast("cpu", enabled=False):
            rel = mean([net.heads.relations(rd.float(), rt.float(), heads[..., 0]).softmax(-1) for net, (_, (_, rd, rt), _) in zip(nets, scored)]).argmax(-1)
        pad = ~b["real"][:, None, :]
        wide = torch.nn.functional.pad(pad, (0, 1))
        source = mean([s.float().masked_fill(wide, NONE).softmax(-1) for _, _, (s, _) in scored])
        last = source.shape[-1] - 1
        source = source.argmax(-1)
        cue = mean([c.float().masked_fill(pad, NONE).softmax(-1) for _, _, (_, c) in scored]).argmax(-1)
        role = tags["role"].argmax(-1)
        vectors = vectors[-1].float().numpy()
        for r, item in enumerate(group):
            forms.add(item["doc"]["form"][item["at"]:item["at"] + len(item["pieces"])], vectors[r, :len(item["pieces"])])
            n, at, s = len(item["pieces"]), item["at"], item["doc"]["soft"]
            rows = slice(at, at + n)
            for k, v in tags.items():
                s[k][rows] = v[r, :n].numpy()
            real = b["real"][r, :n].numpy()
            k = heads.shape[-1]
            s["heads"][rows, :k] = np.where(real[:, None], heads[r, :n].numpy() + at, -100)
            s["weights"][rows, :k] = weights[r, :n].numpy()
            s["rel"][rows] = np.where(real, rel[r, :n].numpy(), -100)
            found = source[r, :n].numpy()
            found = np.where(found == last, -1, found + at)
            s["source_of"][rows] = np.where(role[r, :n].numpy() == 3, found, -100)
            s["cue_of"][rows] = np.where(role[r, :n].numpy() == 5, cue[r, :n].numpy() + at, -100)
        if c // size % 40 == 0:
            print(c, len(items), round(time.time() - begun), flush=True)
    for d in docs:
        for k in ("pieces", "case", "form"):
            d.pop(k)


def load(vocabulary, path):
    net = Teacher(vocabulary).eval()
    net.load_state_dict(torch.load(path))
    return net


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--prepared", default="prepared.pkl")
    ap.add_argument("--teacher", default=["teacher.pt"], nargs="+")
    ap.add_argument("--names", default="names.pt", help="the teacher of names alone")
    ap.add_argument("--out", default="soft.pkl")
    a = ap.parse_args()
    torch.set_num_threads(2)
    prepared = pickle.load(open(a.prepared, "rb"))
    *nets, names = [load(prepared["vocabulary"], path) for path in [*a.teacher, a.names]]
    # Its texts taught the teacher of names; the student sees none of them.
    prepared["sets"].pop("wikineural", None)
    tokenizer, begun = AutoTokenizer.from_pretrained(MODEL), time.time()
    forms = Forms([d for name, docs in prepared["sets"].items() if not name.endswith("-dev") for d in docs])
    for name, docs in prepared["sets"].items():
        if not name.endswith("-dev"):
            for d in docs:
                d["set"] = name
            label(nets, names, docs, tokenizer, forms, begun)
            print(name, round(time.time() - begun), flush=True)
    prepared["forms"] = forms.means()
    pickle.dump(prepared, open(a.out, "wb"), protocol=5)


if __name__ == "__main__":
    main()
