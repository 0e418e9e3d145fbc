"""Lemmas: suffix rules by tag, learned from the treebanks, with the exceptions that they need.

A rule is (tag, ending of the form, characters to cut, characters to add); the longest ending that matches wins. Exceptions are whole forms.
"""
import collections


def learn(docs, minimum=2, longest=5):
    counts = collections.defaultdict(collections.Counter)
    for d in docs:
        real = [i for i in range(len(d["starts"])) if d["ends"][i] > d["starts"][i]]
        for i, (upos, xpos, _, _, _, lemma) in zip(real, d["trees"]):
            form = d["text"][d["starts"][i]:d["ends"][i]].lower().replace("’", "'")
            if upos not in ("PROPN", "X", "SYM", "PUNCT", "NUM") and form and lemma != "_":
                counts[xpos, form][edit(form, lemma.lower() if upos != "PRON" or lemma != "I" else lemma)] += 1
    votes = collections.defaultdict(collections.Counter)
    for (xpos, form), edits in counts.items():
        best = edits.most_common(1)[0][0]
        for k in range(0, min(longest, len(form)) + 1):
            votes[xpos, form[len(form) - k:]][best] += 1
    rules = {}
    for (xpos, ending), edits in sorted(votes.items(), key=lambda v: len(v[0][1])):
        (best, n), = edits.most_common(1)
        if n < minimum or edit_fails(best, ending):
            continue
        if apply(rules, xpos, ending) != best:
            rules[xpos, ending] = best
    exceptions = {}
    for (xpos, form), edits in sorted(counts.items()):
        best, n = edits.most_common(1)[0]
        if run(rules, xpos, form) != cut(form, best):
            if sum(edits.values()) >= 2 or len(form) <= 6:
                exceptions[xpos, form] = cut(form, best)
    return {"rules": [[x, e, c, a] for (x, e), (c, a) in sorted(rules.items())], "exceptions": [[x, f, l] for (x, f), l in sorted(exceptions.items())]}


def edit(form, lemma):
    k = 0
    while k < min(len(form), len(lemma)) and form[k] == lemma[k]:
        k += 1
    return len(form) - k, lemma[k:]


def edit_fails(best, ending):
    return best[0] > len(ending) + 3


def apply(rules, xpos, form):
    for k in range(min(len(form), 5), -1, -1):
        if (xpos, form[len(form) - k:]) in rules:
            return rules[xpos, form[len(form) - k:]]
    return None


def cut(form, best):
    return form[:len(form) - best[0]] + best[1]


def run(rules, xpos, form):
    best = apply(rules, xpos, form)
    return cut(form, best) if best else form
