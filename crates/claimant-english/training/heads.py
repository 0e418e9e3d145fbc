"""The heads over an encoder's token vectors, the same for teacher and student, and their losses.

Heads and relations: biaffine attention (Dozat and Manning 2017); the root points to itself. Links: a cue points to the first token of its
source or to nothing, the first token of a content to its cue, with a learned bias for the distance.
"""
import math
import torch
import torch.nn as nn
import torch.nn.functional as F

NONE = -1e4
BUCKETS = 32


def bucket(distance):
    """Signed distances in tokens to 32 buckets: exact up to 4, then by powers of the square root of two."""
    a = distance.abs()
    far = (4 + 2 * torch.log2(a.clamp(min=4).float() / 4)).floor().long().clamp(max=15)
    near = torch.where(a < 4, a, far)
    return torch.where(distance < 0, near, 16 + near)


class Heads(nn.Module):
    def __init__(self, width, vocabulary, arc=64, rel=64, link=32):
        super().__init__()
        n = {k: len(v) for k, v in vocabulary.items()}
        self.arc, self.rel_size, self.link = arc, rel, link
        self.upos = nn.Linear(width, n["upos"])
        self.xpos = nn.Linear(width, n["xpos"])
        self.stop = nn.Linear(width, 2)
        self.role = nn.Linear(width, n["role"])
        self.name = nn.Linear(width, 2 * n["name"] + 1)
        self.pair = nn.Linear(width, 2 * arc + 2 * rel)  # dependent and head for arcs, then for relations
        self.arc_bias = nn.Linear(arc, 1, bias=False)
        self.arc_distance = nn.Parameter(torch.zeros(BUCKETS))
        # The three are one product over [dependent, head, both].
        self.rel_dependent = nn.Linear(rel, n["rel"])
        self.rel_head = nn.Linear(rel, n["rel"], bias=False)
        self.rel_both = nn.Linear(rel, n["rel"], bias=False)
        self.links = nn.Linear(width, 4 * link)  # cue and source of the first link, content and cue of the second
        self.no_source = nn.Linear(link, 1)
        self.link_distance = nn.Parameter(torch.zeros(2, BUCKETS))

    def tags(self, h):
        return {k: getattr(self, k)(h) for k in ("upos", "xpos", "stop", "role", "name")}

    def arcs(self, h):
        d, t, rd, rt = self.pair(h).split([self.arc, self.arc, self.rel_size, self.rel_size], -1)
        d, t, rd, rt = (F.leaky_relu(x, 0.1) for x in (d, t, rd, rt))
        n = h.shape[1]
        at = torch.arange(n)
        score = d @ t.transpose(1, 2) / math.sqrt(self.arc) + self.arc_bias(t).transpose(1, 2)
        score = score + self.arc_distance[bucket(at[None, :] - at[:, None])]
        return score, rd, rt

    def relations(self, rd, rt, head):
        t = torch.gather(rt, 1, head[..., None].expand(-1, -1, rt.shape[-1]))
        return self.rel_dependent(rd) + self.rel_head(t) + self.rel_both(rd * t)

    def linking(self, h):
        c, s, k, u = self.links(h).split(self.link, -1)
        at = torch.arange(h.shape[1])
        distance = bucket(at[None, :] - at[:, None])
        source = c @ s.transpose(1, 2) / math.sqrt(self.link) + self.link_distance[0][distance]
        cue = k @ u.transpose(1, 2) / math.sqrt(self.link) + self.link_distance[1][distance]
        return torch.cat([source, self.no_source(c)], -1), cue


def same_sentence(stop, real):
    """[batch, n, n]: whether two tokens are in one sentence, from where sentences end."""
    before = F.pad((stop == 1).long().cumsum(1), (1, 0))[:, :-1]
    return (before[:, :, None] == before[:, None, :]) & real[:, None, :] & real[:, :, None]


def losses(heads, h, batch):
    """Cross-entropies of the labels that the batch has, each over its own tokens."""
    out, tags = {}, heads.tags(h)
    mean = lambda logits, y: F.cross_entropy(logits.float().flatten(0, 1), y.flatten(), ignore_index=-100)
    for key in ("upos", "xpos", "stop", "role"):
        if (batch[key] >= 0).any():
            out[key] = mean(tags[key], batch[key])
    if (batch["name"] >= 0).any():
        lp = tags["name"].float().log_softmax(-1)
        # Where a corpus does not mark MISC, "outside" may be either.
        blank = torch.logsumexp(torch.stack([lp[..., 0], lp[..., 7], lp[..., 8]]), 0)
        lp = torch.cat([torch.where(batch["misc"][:, None], lp[..., 0], blank)[..., None], lp[..., 1:]], -1)
        out["name"] = F.nll_loss(lp.flatten(0, 1), batch["name"].flatten(), ignore_index=-100)
    if (batch["head"] >= 0).any():
        score, rd, rt = heads.arcs(h)
        mask = same_sentence(batch["stop"], batch["real"])
        out["head"] = mean(score.float().masked_fill(~mask, NONE), batch["head"])
        out["rel"] = mean(heads.relations(rd, rt, batch["head"].clamp(min=0)), batch["rel"])
    if (batch["role"] >= 0).any():
        source, cue = heads.linking(h)
        pad = ~batch["real"][:, None, :]
        source = source.float().masked_fill(F.pad(pad, (0, 1)), NONE)
        y = batch["source_of"]
        y = torch.where(y == -1, h.shape[1], y)
        if (y >= 0).any():
            out["source_of"] = mean(source, y)
        if (batch["cue_of"] >= 0).any():
            out["cue_of"] = mean(cue.float().masked_fill(pad, NONE), batch["cue_of"])
    return out
