"""Trains the small network on the teacher's opinions and on the corpora's own labels, every task at once.

    python student.py --soft soft.pkl --out student.pt [--minutes 40]
"""
import argparse, pickle, random, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import lemmas
from data import KEYS, batches, chunks, piece
from glance import Glance
from heads import NONE, same_sentence
from network import Network

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "stop": 0.4, "role": 1.5, "name": 0.7, "head": 0.8, "rel": 0.5, "source_of": 0.3, "cue_of": 0.3}
SOFT = 0.6
TAGS = ("upos", "xpos", "stop", "role", "name")


def items_of(docs, limit=384):
    out = []
    for d in docs:
        for at, end in chunks(d, limit):
            p = piece(d, at, end)
            s = d.get("soft")
            if s:
                p["soft"] = {k: s[k][at:end] for k in TAGS}
                inside = (s["heads"][at:end] >= at) & (s["heads"][at:end] < end)
                p["soft"]["heads"] = np.where(inside, s["heads"][at:end] - at, 0)
                p["soft"]["weights"] = np.where(inside, s["weights"][at:end], 0)
                p["soft"]["rel"] = s["rel"][at:end].astype(np.int64)
                for k in ("source_of", "cue_of"):
                    y = s[k][at:end].astype(np.int64)
                    p["soft"][k] = np.where((y >= at) & (y < end), y - at, np.where(y == -1, -1, -100))
            out.append(p)
    return out


def collate(items):
    n = max(len(p["features"]) for p in items)
    shape = (len(items), n)
    b = {k: torch.full(shape, -100) for k in KEYS}
    b.update(f=torch.zeros(*shape, 6, dtype=torch.long), mask=torch.zeros(shape), real=torch.zeros(shape, dtype=torch.bool),
             misc=torch.ones(len(items), dtype=torch.bool))
    soft = {k: torch.zeros(*shape, c) for k, c in (("upos", 17), ("xpos", 49), ("stop", 2), ("role", 7), ("name", 9), ("weights", 4))}
    soft["heads"] = torch.zeros(*shape, 4, dtype=torch.long)
    for k in ("rel", "source_of", "cue_of"):
        soft[k] = torch.full(shape, -100)
    for r, p in enumerate(items):
        m = len(p["features"])
        b["f"][r, :m] = torch.from_numpy(p["features"].astype(np.int64))
        b["mask"][r, :m] = 1
        b["real"][r, :m] = b["f"][r, :m, 5] != 15
        b["misc"][r] = bool(p["misc"])
        for k in KEYS:
            if k in p:
                b[k][r, :m] = torch.from_numpy(p[k])
        for k, v in p.get("soft", {}).items():
            soft[k][r, :m] = torch.from_numpy(np.ascontiguousarray(v)).to(soft[k].dtype)
    b["soft"] = soft
    return b


def loss_of(net, b, h):
    """Each task: the teacher's distribution and the gold label, mixed where both are there."""
    heads, soft, real = net.heads, b["soft"], b["real"]
    tags = heads.tags(h)
    out = {}
    for k in TAGS:
        lp = tags[k].float().log_softmax(-1)
        taught = (soft[k].sum(-1) > 0.5) & real
        loss = 0.0
        gold = (b[k] >= 0) & real
        if taught.any():
            loss = -(soft[k] * lp).sum(-1)[taught].sum() / taught.sum()
        if gold.any():
            scored = lp
            if k == "name":
                blank = torch.logsumexp(torch.stack([lp[..., 0], lp[..., 7], lp[..., 8]]), 0)
                scored = torch.cat([torch.where(b["misc"][:, None], lp[..., 0], blank)[..., None], lp[..., 1:]], -1)
            exact = F.nll_loss(scored[gold], b[k][gold])
            # Weighted by how much of the batch has gold labels, so that a batch of raw text counts as much.
            share = (1 - SOFT) * gold.sum() / real.sum()
            loss = (1 - share) * loss + share * exact
        out[k] = loss
    score, rd, rt = heads.arcs(h)
    taught_stop = torch.where(b["stop"] >= 0, b["stop"], soft["stop"].argmax(-1))
    stop = torch.where(real, taught_stop, torch.ones_like(taught_stop))
    lp = score.float().masked_fill(~same_sentence(stop, real), NONE).log_softmax(-1)
    w = soft["weights"] * (torch.gather(lp, 2, soft["heads"]) > NONE / 2)
    total = w.sum(-1, keepdim=True)
    taught = (total[..., 0] > 0.5) & real
    gold_head = b["head"] >= 0
    w = w / total.clamp(min=1e-6)
    mixed = -(w * torch.gather(lp, 2, soft["heads"])).sum(-1)
    if gold_head.any():
        exact = -torch.gather(lp, 2, b["head"].clamp(min=0)[..., None])[..., 0]
        mixed = torch.where(gold_head, torch.where(taught, SOFT * mixed + (1 - SOFT) * exact, exact), mixed)
    use = (taught | gold_head) & real
    out["head"] = mixed[use].mean()
    head = torch.where(gold_head, b["head"], soft["heads"][..., 0])
    rel = torch.where(b["rel"] >= 0, b["rel"], soft["rel"])
    out["rel"] = F.cross_entropy(heads.relations(rd, rt, head.clamp(min=0)).float().flatten(0, 1), rel.flatten(), ignore_index=-100)
    source, cue = heads.linking(h)
    pad = ~real[:, None, :]
    # Gold links where the corpus has roles, the teacher's elsewhere.
    has_gold = (b["role"] >= 0).any(1, keepdim=True)
    y = torch.where(has_gold, b["source_of"], soft["source_of"])
    y = torch.where(y == -1, h.shape[1], y)
    if (y >= 0).any():
        lp = source.float().masked_fill(F.pad(pad, (0, 1)), NONE)
        out["source_of"] = F.cross_entropy(lp[y >= 0], y[y >= 0])
    y = torch.where(has_gold, b["cue_of"], soft["cue_of"])
    if (y >= 0).any():
        out["cue_of"] = F.cross_entropy(cue.float().masked_fill(pad, NONE)[y >= 0], y[y >= 0])
    return out


def start_forms(table, forms, steps=200):
    """Sets the table of forms so that a form's two rows add up to the teacher's mean vector of it, as nearly as shared rows allow."""
    rows = torch.from_numpy(forms["pairs"].astype(np.int64))
    target = torch.from_numpy(forms["vectors"][:, :table.weight.shape[1]]).clone()
    spread = target.std(0)
    target = target / spread.clamp(min=1e-6).sqrt()
    target *= 0.14 / target.std()
    counts = torch.from_numpy(forms["counts"]).float()
    target *= (counts / (counts + 1))[:, None]
    weight = counts.clamp(max=100).sqrt()[:, None]
    fitted = torch.zeros_like(table.weight, requires_grad=True)
    optimizer = torch.optim.Adam([fitted], lr=0.02)
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = 0.02 * (1 - step / steps)
        loss = (weight * (fitted[rows[:, 0]] + fitted[rows[:, 1]] - target) ** 2).sum(1).sum() / weight.sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("forms", len(rows), "left over", round(float(loss.detach()), 3), "of", round(float((weight * target ** 2).sum() / weight.sum()), 3), flush=True)
    with torch.no_grad():
        seen = torch.zeros(len(table.weight), dtype=torch.bool)
        seen[rows.flatten()] = True
        table.weight[seen] = fitted.detach()[seen]


@torch.no_grad()
def report(net, items):
    net.eval()
    glance = Glance()
    for c in range(0, len(items), 16):
        b = collate(items[c:c + 16])
        h = net(b["f"], b["mask"])
        guess = {k: v.argmax(-1) for k, v in net.heads.tags(h).items()}
        score = net.heads.arcs(h)[0].masked_fill(~same_sentence(b["stop"], b["real"]), NONE)
        guess["head"] = score.argmax(-1)
        glance.add(guess, b)
    net.train()
    return glance.figures()


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--soft", default="soft.pkl")
    ap.add_argument("--out", default="student.pt")
    ap.add_argument("--minutes", type=float, default=40)
    ap.add_argument("--epochs", type=int, default=30, help="at most; the schedule is stretched to end by then or by --minutes")
    ap.add_argument("--width", type=int, default=256)
    ap.add_argument("--start", help="go on from this network")
    ap.add_argument("--rate", type=float, default=2.5e-3)
    a = ap.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(1)
    rng = random.Random(1)
    prepared = pickle.load(open(a.soft, "rb"))
    sets = {name: items_of(docs) for name, docs in prepared["sets"].items()}
    table = lemmas.learn(prepared["sets"]["ewt"] + prepared["sets"]["gum"])
    vocabulary = prepared["vocabulary"]
    train = [p for name, items in sets.items() if not name.endswith("-dev") for p in items for _ in range(2 if name in ("ewt", "gum") else 1)]
    net = Network(vocabulary, width=a.width)
    start_forms(net.tables[0], prepared["forms"])
    if a.start:
        net.load_state_dict(torch.load(a.start, weights_only=False)["state"])
    del prepared
    print({k: len(v) for k, v in sets.items()}, sum(p.numel() for p in net.parameters()), flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), lr=0, weight_decay=0.01)
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    size, rate = 12, a.rate
    steps, step, begun = a.epochs * (len(train) // size), 0, time.time()

    def save():
        shape = {"width": a.width}
        torch.save({"vocabulary": vocabulary, "lemmas": table, "shape": shape, "state": average, "note": "see docs/models.md"}, a.out)

    saved = begun
    done = 0
    while done < 1:
        for group in batches(train, size, rng, lambda p: len(p["features"])):
            done = max(step / steps, (time.time() - begun) / (60 * a.minutes))
            if done >= 1:
                break
            for g in optimizer.param_groups:
                g["lr"] = rate * min(1, (step + 1) / 200) * (1 - done)
            b = collate([train[i] for i in group])
            # Word dropout: hide the form, keep affixes and shape.
            hide = torch.rand(b["f"].shape[:2]) < 0.06
            b["f"][..., 0][hide & b["real"]] = 0
            b["f"][..., 1][hide & b["real"]] = 0
            with torch.autocast("cpu", dtype=torch.bfloat16):
                h = net(b["f"], b["mask"])
                parts = loss_of(net, b, h)
            loss = sum(WEIGHTS[k] * v for k, v in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            decay = min(0.998, step / (step + 10))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    average[k].mul_(decay).add_(v, alpha=1 - decay)
            if step % 100 == 0:
                print(step, steps, {k: round(float(v.detach()), 3) for k, v in parts.items()}, round(time.time() - begun), flush=True)
            if time.time() - saved > 240:
                saved = time.time()
                save()
                state = {k: v.detach().clone() for k, v in net.state_dict().items()}
                net.load_state_dict(average)
                print("dev", step, report(net, sets["polnear-dev"]), report(net, sets["ewt-dev"]), flush=True)
                net.load_state_dict(state)
    save()
    net.load_state_dict(average)
    for name in sets:
        if name.endswith("-dev"):
            print("dev", name, report(net, sets[name]), flush=True)


if __name__ == "__main__":
    main()
