"""Trains the network that scores what a pronoun can mean (src/extract/entities/pronouns/scorer.rs). Needs PyTorch.

Usage: pronouns.py GAP_TRAIN.tsv GUM_TRAIN.conllu OUT.txt [--folds N]

The crate itself finds pronouns, candidates and features: `cargo build --release --example coreference` first. A pronoun of GAP
has its two names marked: where one is meant, it must win; where neither is, neither may. In GUM the candidate that shares a chain
with the pronoun must win, or nobody where there is none. The loss is the log-likelihood over candidates and nobody.
A pronoun's candidates depend on how those before it were resolved, so a network must not be trained on chains that one made which knows
the text. Hence two rounds: one without any pronouns resolved, in five parts, and one on each part as the network of the other four reads it.
With --folds nothing is written: the second round's networks are tried on parts that they have not seen, by the chains that the crate then
makes: GAP's F1, and for pronouns of GUM that speak (sources of claims, subjects of verbs of saying) precision and recall by how far
the best must be above the next.
"""
import argparse, csv, json, pathlib, random, re, subprocess, tempfile
import torch

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parents[2] / "target/release/examples/coreference"
HIDDEN, MODELS, RATE, EPOCHS, LEFT_OUT_SHARE = 32, 3, 3e-3, 20, 0.5
PARTS = 5
WEIGHTS = {"GAP": 1.0, "GUM": 0.25}


def gap(path):
    for row in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        start = lambda name: int(row[f"{name}-offset"])
        names = [(start(n), start(n) + len(row[n]), row[f"{n}-coref"].upper() == "TRUE") for n in "AB"]
        yield {"id": row["ID"], "text": row["Text"], "pronoun": start("Pronoun"), "names": names}


# Genres whose texts may not be used commercially (docs/models.md).
LEFT_OUT = {"whow", "fiction"}


def gum(path):
    """Documents with the start of each token's chain heads: {start of head: chain}."""
    return (doc for doc in all_of_gum(path) if doc["genre"] not in LEFT_OUT)


def all_of_gum(path):
    doc, paragraph, open_ = None, False, {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            if doc:
                yield doc
            doc, open_, wide, tokens = {"id": line.split("= ")[1], "text": "", "heads": {}}, {}, 0, []
        elif line.startswith("# meta::genre"):
            doc["genre"] = line.split("= ")[1]
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            if doc["text"]:
                doc["text"] = doc["text"].rstrip(" ") + ("\n" if paragraph else " ")
            paragraph, base, wide = False, len(tokens), 0
        elif line[:1].isdigit():
            field = line.split("\t")
            space = "SpaceAfter=No" not in field[9]
            if "-" in field[0]:
                wide, wide_space = int(field[0].split("-")[1]), space
                continue
            if "." in field[0]:
                continue
            number = int(field[0])
            if number <= wide:
                space = wide_space and number == wide
            tokens.append((len(doc["text"]), base + int(field[6]) - 1 if field[6] != "0" else -1))
            doc["text"] += field[1] + (" " if space else "")
            entity = re.search(r"(?:^|\|)Entity=([^|]+)", field[9])
            for opened, group, alone, closed in re.findall(r"(\()(\d+)[^()]*?(?:-[^()]*?)(\)|(?=\()|$)|(\d+)(?=\))", entity[1] if entity else ""):
                if opened:
                    open_.setdefault(group, []).append(len(tokens) - 1)
                which = group if opened and alone == ")" else closed
                if which and open_.get(which):
                    first = open_[which].pop()
                    head = next(t for t in range(first, len(tokens)) if not first <= tokens[t][1] < len(tokens))
                    doc["heads"].setdefault(tokens[head][0], which)
    yield doc


def program(docs, weights):
    """What the crate decides with these weights."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(weights)
        file.flush()
        lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in docs)
        command = [PROGRAM, "--features", "--weights", file.name]
        done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def examples(docs, found):
    """(inputs of nobody and of each candidate, which may win, whether it speaks)."""
    for doc, out in zip(docs, found):
        for pronoun in out["pronouns"]:
            at, rows = pronoun["span"][0], [pronoun["nobody"]] + [c["on"] for c in pronoun["candidates"]]
            if "names" in doc:
                if at != doc["pronoun"]:
                    continue
                meant = [False] * len(rows)
                named = [False] * len(rows)
                for k, candidate in enumerate(pronoun["candidates"], 1):
                    for start, end, is_meant in doc["names"]:
                        if any(start <= head[0] < end for head in candidate["heads"]):
                            named[k] = True
                            meant[k] |= is_meant
                if not any(meant):
                    if any(is_meant for *_, is_meant in doc["names"]):
                        continue
                    # Neither: whoever else it is.
                    meant = [not n for n in named]
                yield rows, meant, pronoun["speaks"]
            elif at in doc["heads"]:
                chain = doc["heads"][at]
                meant = [False] + [any(doc["heads"].get(h[0]) == chain for h in c["heads"]) for c in pronoun["candidates"]]
                if not any(meant):
                    meant[0] = True
                yield rows, meant, pronoun["speaks"]


def packed(data, inputs):
    """The rows as one padded tensor; the padding is the input past the last."""
    longest, widest = max(len(rows) for rows, *_ in data), max(len(row) for rows, *_ in data for row in rows)
    on = torch.full((len(data), longest, widest), inputs)
    there, meant = (torch.zeros(len(data), longest, dtype=torch.bool) for _ in range(2))
    for k, (rows, means, _) in enumerate(data):
        there[k, :len(rows)], meant[k, :len(rows)] = True, torch.tensor(means)
        for n, row in enumerate(rows):
            on[k, n, :len(row)] = torch.tensor(row)
    return on, there, meant, torch.tensor([weight for *_, weight in data])


def scores(model, on, there, inputs):
    """Of the candidates that are there, whose rows `on` has, in the shape of `there`."""
    table, bias, output = model
    rows = torch.nn.functional.embedding_bag(on, table, mode="sum", padding_idx=inputs)
    return torch.full(there.shape, -1e9).masked_scatter(there, torch.relu(rows + bias) @ output)


def train(data, inputs, epochs, seed):
    torch.manual_seed(seed)
    on, there, meant, weight = packed(data, inputs)
    model = [torch.randn(inputs + 1, HIDDEN) * 0.1, torch.zeros(HIDDEN), torch.randn(HIDDEN) * 0.3]
    model = [torch.nn.Parameter(part) for part in model]
    optimizer = torch.optim.AdamW(model, lr=RATE, weight_decay=3e-2)
    batch, steps = 64, 0
    total = epochs * len(data) // batch
    for _ in range(epochs):
        order = torch.randperm(len(data))
        for first in range(0, len(data) - batch + 1, batch):
            some = order[first:first + batch]
            kept = on[some][there[some]]
            # Features left out by chance, so that no few of them decide.
            kept = torch.where(torch.rand(kept.shape) < LEFT_OUT_SHARE, torch.full_like(kept, inputs), kept)
            found = scores(model, kept, there[some], inputs)
            right = found.masked_fill(~meant[some], -1e9)
            loss = ((torch.logsumexp(found, 1) - torch.logsumexp(right, 1)) * weight[some]).mean()
            for group in optimizer.param_groups:
                group["lr"] = RATE * max(0.02, 1 - steps / total)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            steps += 1
    return [part.detach() for part in model]


def written(models):
    """The mean of several networks is one network with all their units."""
    table = torch.cat([model[0][:-1] for model in models], 1)
    bias = torch.cat([model[1] for model in models])
    output = torch.cat([model[2] for model in models]) / len(models)
    row = lambda values: " ".join(f"{value:.3f}".replace("-0.000", "0.000") for value in values.tolist())
    head = "# Made by training/pronouns.py of GAP (Apache-2.0) and GUM (without wikiHow and fiction), train parts: output weights, biases, then"
    lines = [head + " one row of hidden units for each input."]
    lines += [row(output), row(bias)] + [row(one) for one in table]
    return "\n".join(lines) + "\n"


def fit(docs, found, inputs, models):
    """Weights trained on what the crate made of documents."""
    data = []
    for doc in docs:
        data += [(rows, meant, WEIGHTS[doc["corpus"]]) for rows, meant, _ in examples([doc], [found[doc["id"]]])]
    return written([train(data, inputs, EPOCHS, seed) for seed in range(models)])


def by_id(docs, found):
    return {doc["id"]: out for doc, out in zip(docs, found)}


def measure(docs, found):
    right = given = owed = 0
    speaking = []
    for doc in docs:
        out = found[doc["id"]]
        if doc["corpus"] == "GAP":
            chain = next((c for c in out["chains"] if any(m["head"][0] == doc["pronoun"] for m in c)), [])
            starts = [m[key][0] for m in chain for key in ("head", "name") if m[key]]
            for start, end, is_meant in doc["names"]:
                hit = any(start <= at < end for at in starts)
                right, given, owed = right + (hit and is_meant), given + hit, owed + is_meant
            continue
        for pronoun in out["pronouns"]:
            at = pronoun["span"][0]
            if pronoun["speaks"] and at in doc["heads"]:
                fits = [any(doc["heads"].get(h[0]) == doc["heads"][at] for h in c["heads"]) for c in pronoun["candidates"]]
                chosen = pronoun["chosen"]
                speaking.append((pronoun["margin"], chosen is not None, chosen is not None and fits[chosen], any(fits)))
    precision, recall = right / max(given, 1), right / max(owed, 1)
    print(f"GAP P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}")
    owed = sum(one[3] for one in speaking)
    print(len(speaking), "pronouns of GUM that speak,", owed, "of them with somebody before them")
    for least in (0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3):
        given = [one for one in speaking if one[1] and one[0] >= least]
        hits = sum(one[2] for one in given)
        print(f"  margin {least}: P {hits / max(len(given), 1):.3f} R {hits / owed:.3f} of {len(given)}")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gap"), ap.add_argument("gum"), ap.add_argument("out")
    ap.add_argument("--folds", action="store_true", help="cross-validate instead")
    ap.add_argument("--models", type=int, default=MODELS)
    a = ap.parse_args()
    torch.set_num_threads(1)
    docs = [doc | {"corpus": "GAP"} for doc in gap(a.gap)] + [doc | {"corpus": "GUM"} for doc in gum(a.gum)]
    random.Random(1).shuffle(docs)
    parts = [docs[k::PARTS] for k in range(PARTS)]
    others = lambda k: [doc for part in parts[:k] + parts[k + 1:] for doc in part]
    # Weights that choose nobody: one unit that is always off.
    inputs = program([{"id": "", "text": ""}], "0\n0\n" + "0\n" * 5000)[0]["inputs"]
    nobody = "0\n0\n" + "0\n" * inputs
    alone = by_id(docs, program(docs, nobody))
    found = {}
    for k, part in enumerate(parts):
        weights = fit(others(k), alone, inputs, 1)
        found |= by_id(part, program(part, weights))
        print("part", k, flush=True)
    if not a.folds:
        pathlib.Path(a.out).write_text(fit(docs, found, inputs, a.models))
        return
    held = {}
    for k, part in enumerate(parts):
        held |= by_id(part, program(part, fit(others(k), found, inputs, a.models)))
    measure(docs, held)


main()
