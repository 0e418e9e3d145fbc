"""Prepared documents as chunks and batches, shared by teacher and student."""
import numpy as np

BREAK_FLAG = 15
# The label arrays that a document may carry, and what stands where it carries none.
KEYS = ("upos", "xpos", "rel", "head", "stop", "role", "source_of", "cue_of", "name")
POINTERS = ("head", "source_of", "cue_of")


def is_break(doc):
    return doc["features"][:, 5] == BREAK_FLAG


def chunks(doc, limit):
    """(first, after) of pieces of at most `limit` tokens, cut after a paragraph where one ends in the second half, else after a sentence,
    else anywhere."""
    n, at = len(doc["starts"]), 0
    broken = is_break(doc)
    stop = doc.get("stop")
    while at < n:
        end = min(n, at + limit)
        if end < n:
            low = at + limit // 2
            paragraphs = low + np.nonzero(broken[low:end])[0]
            sentences = at + np.nonzero(stop[at:end] == 1)[0] if stop is not None else paragraphs
            best = paragraphs if len(paragraphs) else sentences
            if len(best):
                end = int(best[-1]) + 1
        yield at, end
        at = end


def piece(doc, at, end):
    out = {"features": doc["features"][at:end], "set": doc.get("set", ""), "misc": doc.get("misc", True)}
    for key in KEYS:
        if key in doc:
            y = doc[key][at:end].astype(np.int64)
            if key in POINTERS:
                inside = (y >= at) & (y < end)
                y = np.where(inside, y - at, np.where(y == -1, -1, -100))
            elif key in ("role", "name"):
                y = np.where(is_break(doc)[at:end], -100, y)
            out[key] = y
    return out


def batches(items, size, rng, order):
    """Groups of indexes: shuffled, but alike in `order` within a group, so that little is padded."""
    shuffled = list(range(len(items)))
    rng.shuffle(shuffled)
    pools = [sorted(shuffled[c:c + size * 20], key=lambda i: order(items[i])) for c in range(0, len(shuffled), size * 20)]
    groups = [pool[c:c + size] for pool in pools for c in range(0, len(pool), size)]
    rng.shuffle(groups)
    return groups
