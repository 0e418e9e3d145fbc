"""Readers of the corpora: each yields documents, dictionaries with

  id, text           the text, paragraphs parted by blank lines
  tokens             [[start, end], ...] in code points, where the corpus has its own tokens
  trees              per token (upos, xpos, head or -1 for the root, relation, ends_sentence, lemma)
  names              [(start, end, type)], type one of PER ORG LOC MISC; "misc": whether MISC is annotated there
  attributions       [{"source": [[start, end], ...], "cue": ..., "content": ...}]

Only train parts are read for training; dev parts only by the evaluation. Texts whose licence bars commercial use
(GUM's wikiHow and fiction, re3d's BBC folder) are left out; WikiNEuRal, which
bars it too, is for the teacher of names alone.
"""
import csv, glob, html, json, os, re

csv.field_size_limit(10**9)
ROLES = ("source", "cue", "content")
NON_COMMERCIAL_GENRES = {"whow", "fiction"}
HELD_ASIDE_IEER = ("APW_19980429", "NYT_19980407")  # never trained on: the names' dev part
HELD_ASIDE_RE3D = ("BBC_Online",)


def polnear(data, split):
    folder = f"{data}/attribution/polnear/{split}"
    for path in sorted(glob.glob(f"{folder}/text/*.txt")):
        name = os.path.basename(path)[:-4]
        annotated = sorted(glob.glob(f"{folder}/attributions/{name}_*.ann"))
        text = open(path, encoding="utf-8", newline="").read()
        yield {"id": name, "text": text, "attributions": brat(annotated[0]) if annotated else []}


def brat(path):
    spans, events = {}, []
    for line in open(path, encoding="utf-8"):
        m = re.match(r"(T\d+)\t\S+ ([\d ;]+)\t", line)
        if m:
            spans[m[1]] = [tuple(map(int, piece.split())) for piece in m[2].split(";")]
        elif re.match(r"E\d+\tAttribution", line):
            events.append(line.rstrip("\n").split("\t")[1].split()[1:])
    out = []
    for event in events:
        a = {role: [] for role in ROLES}
        for argument in event:
            key, _, ref = argument.partition(":")
            key = re.sub(r"\d+$", "", key).lower()
            if key in a and ref in spans:
                a[key].extend(spans[ref])
        if a["content"] and a["cue"]:
            out.append({role: sorted(a[role]) for role in ROLES})
    return out


def treebank(data, name, split, commercial_only=True):
    """One document per "newdoc"; text from the surface forms, paragraphs from "newpar"."""
    docs, doc, genre = [], None, None
    words, surface = [], None

    def flush():
        if not doc or not words:
            return
        first = len(doc["tokens"])
        ids = {w[0]: first + i for i, w in enumerate(words)}
        for i, (n, start, end, upos, xpos, head, rel, lemma) in enumerate(words):
            doc["tokens"].append([start, end])
            doc["trees"].append((upos, xpos, ids.get(head, -1), rel, i + 1 == len(words), lemma))
        doc["sentences"].append((first, len(doc["tokens"])))
        words.clear()

    for line in open(f"{data}/ud/{name}/{split}.conllu", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            flush()
            doc = {"id": line.split("=")[-1].strip(), "text": "", "tokens": [], "trees": [], "sentences": [], "genre": "", "entities": []}
            docs.append(doc)
        elif line.startswith("# meta::genre"):
            doc["genre"] = line.split("=")[1].strip()
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            doc["text"] = doc["text"].rstrip() + ("\n\n" if doc["text"] else "")
        elif not line:
            flush()
            surface = None
        elif line[0] != "#":
            c = line.split("\t")
            if "-" in c[0]:
                low, high = map(int, c[0].split("-"))
                surface = (high, len(doc["text"]), c[1], [])
                doc["text"] += c[1] + ("" if "SpaceAfter=No" in c[9] else " ")
                continue
            if "." in c[0]:
                continue
            n = int(c[0])
            if surface and n <= surface[0]:
                done = surface[3]
                start = done[-1] if done else surface[1]
                end = surface[1] + len(surface[2]) if n == surface[0] else min(start + len(c[1]), surface[1] + len(surface[2]))
                if end <= start:
                    start = end - 1
                done.append(end)
            else:
                start = len(doc["text"])
                end = start + len(c[1])
                doc["text"] += c[1] + ("" if "SpaceAfter=No" in c[9] else " ")
            if name == "en_gum":
                m = re.search(r"Entity=([^|]*)", c[9])
                doc["entities"].append((len(doc["tokens"]) + len(words), m[1] if m else ""))
            words.append((n, start, end, c[3], c[4], int(c[6]), c[7], c[2]))
    flush()
    for doc in docs:
        if commercial_only and doc["genre"] in NON_COMMERCIAL_GENRES:
            continue
        if name == "en_gum":
            doc["names"] = list(gum_names(doc))
            doc["misc"] = True
        yield doc


TITLES = set("lt col maj sgt adm secretary minister mr mrs ms dr prof president sen rep gov gen sir lord lady king queen prince princess pope saint professor judge captain".split())
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}


def gum_names(doc):
    """Mentions made of proper nouns (and what joins them), the outermost."""
    open_, found = [], []
    for at, entity in doc["entities"]:
        for m in re.finditer(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)", entity):
            if m[2]:
                open_.append((m[1], m[2], at))
            else:
                key = m[3]
                k = next((i for i in range(len(open_) - 1, -1, -1) if key is None or open_[i][0] == key), None)
                if k is not None:
                    _, kind, start = open_.pop(k)
                    found.append((start, at + 1, kind))
    text, kept = doc["text"], []
    for start, end, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        tags = [doc["trees"][i][0] for i in range(start, end)]
        word = lambda i: text[doc["tokens"][i][0]:doc["tokens"][i][1]]
        while start < end and (tags[0] in ("DET", "PUNCT") or word(start).lower().rstrip(".") in TITLES):
            start, tags = start + 1, tags[1:]
        while start < end and (tags[-1] in ("PUNCT", "PART")):
            end, tags = end - 1, tags[:-1]
        if start >= end or kind not in GUM_TYPES or tags[0] != "PROPN" and tags[-1] != "PROPN":
            continue
        if GUM_TYPES[kind] == "MISC" and ("PUNCT" in tags or "NUM" in tags):
            continue
        if not all(t in ("PROPN", "ADP", "DET", "PUNCT", "NUM", "CCONJ") for t in tags):
            continue
        if kept and start < kept[-1][1]:
            continue
        kept.append((start, end, GUM_TYPES[kind]))
    for start, end, kind in kept:
        yield doc["tokens"][start][0], doc["tokens"][end - 1][1], kind


IEER_TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC"}


def ieer(data, held_aside):
    for path in sorted(glob.glob(f"{data}/ner/ieer/*.sgml")):
        if (os.path.basename(path)[:-5] in HELD_ASIDE_IEER) != held_aside:
            continue
        raw = open(path, encoding="latin-1").read()
        for n, body in enumerate(re.findall(r"<HEADLINE>(.*?)</TEXT>", raw, re.S)):
            body = re.sub(r"</?(HEADLINE|TEXT|BYLINE)>", "\n\n", body)
            # One paragraph per indented line; the copy is wrapped.
            body = re.sub(r"[ ]*\n[ ]*\t[ \t]*", "\x01", body)
            body = re.sub(r"\n\s*\n", "\x01", body.strip())
            body = re.sub(r"\s+", " ", body).replace("\x01", "\n\n").replace(" _ ", " — ")
            text, names, start, kind = "", [], None, None
            for piece in re.split(r"(<[be]_\w+(?: TYPE=\"\w+\")?[^>]*>)", html.unescape(body)):
                m = re.match(r"<b_(\w+)(?: type=\"(\w+)\")?", piece, re.I)
                if m:
                    start, kind = len(text), m[2]
                elif piece.startswith("<e_"):
                    if kind in IEER_TYPES and start is not None:
                        names.append((start, len(text), IEER_TYPES[kind]))
                    start = None
                else:
                    text += piece
            yield {"id": f"{os.path.basename(path)}-{n}", "text": text, "names": names, "misc": False}


RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
PRONOUNS = set("i we you he she they it us me him her them who his our their my your its".split())
JOINERS = {"of", "the", "and", "for", "al", "de", "on", "in", "to", "&"}


def re3d(data, held_aside):
    for folder in sorted(glob.glob(f"{data}/ner/re3d/*/")):
        if (os.path.basename(folder[:-1]) in HELD_ASIDE_RE3D) != held_aside:
            continue
        mentions = {}
        for line in open(folder + "entities.json", encoding="utf-8"):
            e = json.loads(line)
            if e["type"] in RE3D_TYPES:
                mentions.setdefault(e["documentId"], []).append((e["begin"], e["end"], RE3D_TYPES[e["type"]]))
        for line in open(folder + "documents.json", encoding="utf-8"):
            d = json.loads(line)
            text, spans = d["text"], {}
            for b, e, kind in mentions.get(d["_id"], []):
                while re.match(r"(the|a|an) ", text[b:e], re.I):
                    b += text[b:e].index(" ") + 1
                while re.match(r"[\w.]+ ", text[b:e]) and text[b:e].split()[0].lower().rstrip(".") in TITLES:
                    b += len(text[b:e].split(" ")[0]) + 1
                words = re.findall(r"[\w&]+", text[b:e])
                if len(words) == 1 and words[0].lower() in PRONOUNS:
                    continue
                proper = words and words[0][0].isupper() and words[-1][0].isupper() and all(w[0].isupper() or w.lower() in JOINERS or w[0].isdigit() for w in words)
                if proper and (spans.get((b, e)) != "LOC"):
                    spans[b, e] = kind
            kept = []
            for (b, e), kind in sorted(spans.items(), key=lambda s: (s[0][0], -s[0][1])):
                if not kept or b >= kept[-1][1]:
                    kept.append((b, e, kind))
            yield {"id": d["_id"], "text": text, "names": kept, "misc": False}


def columns(path, number, types, misc):
    """Token per line with a tag; sentences become paragraphs, blanks are put back by rule."""
    text, names, last, start = "", [], None, 0
    sentence = []

    def close():
        nonlocal text
        if not sentence:
            return
        text += "\n\n" if text else ""
        spans = []
        for i, (word, tag) in enumerate(sentence):
            glue = i == 0 or word in {".", ",", "'s", ")", ";", ":", "!", "?", "n't", "%", "'"} or sentence[i - 1][0] in {"(", "$"}
            text += "" if glue else " "
            spans.append((len(text), len(text) + len(word), tag))
            text += word
        previous = None
        for s, e, tag in spans:
            kind = types.get(tag[2:]) if tag != "O" else None
            if kind and names and previous == kind and tag[0] == "I":
                names[-1] = (names[-1][0], e, kind)
            elif kind:
                names.append((s, e, kind))
            previous = kind
        sentence.clear()

    for line in open(path, encoding="utf-8"):
        parts = line.split()
        if not parts:
            close()
            if len(text) > 4000:
                yield {"id": f"{os.path.basename(path)}-{number}", "text": text, "names": names, "misc": misc}
                text, names, number = "", [], number + 1
        elif parts[0] != "-DOCSTART-" and len(parts) > 1:
            sentence.append((parts[-2], parts[-1]))
    close()
    if text:
        yield {"id": f"{os.path.basename(path)}-{number}", "text": text, "names": names, "misc": misc}


def wikigold(data):
    return columns(f"{data}/ner/wikigold/train.conll", 0, {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}, True)


def wnut(data):
    types = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "MISC", "creative-work": "MISC"}
    return columns(f"{data}/ner/wnut17/train.conll", 0, types, False)


def wikineural(data):
    """Machine-made, and not for commercial use: for the teacher of names alone (docs/models.md says why)."""
    return columns(f"{data}/ner/wikineural_en/dev.tsv", 0, {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}, True)


def unlabelled(data):
    """News text without labels: what the teacher labels for the student. No dev or test part of any scored set."""
    texts = []
    for row in csv.DictReader(open(f"{data}/crossdoc/fnc1/train_bodies.csv", encoding="utf-8")):
        texts.append(("fnc1", row["articleBody"]))
    for path in sorted(glob.glob(f"{data}/attribution/basil/articles/*/*.json")):
        j = json.load(open(path, encoding="utf-8"))
        texts.append(("basil", "\n\n".join(" ".join(p) if isinstance(p, list) else p for p in j["body-paragraphs"])))
    for path in sorted(glob.glob(f"{data}/html/*/ground-truth.json")):
        texts += [("html", v["articleBody"]) for v in json.load(open(path)).values()]
    for path in sorted(glob.glob(f"{data}/time/tempeval3/*/*.tml")):
        m = re.search(r"<TEXT>(.*?)</TEXT>", open(path, encoding="utf-8", errors="replace").read(), re.S)
        if m:
            texts.append(("tempeval3", re.sub(r"<[^>]+>", "", m[1]).strip()))
    for path in sorted(glob.glob(f"{data}/crossdoc/ecbplus/train/**/*.xml", recursive=True)):
        raw, sentences = open(path, encoding="utf-8", errors="replace").read(), {}
        for m in re.finditer(r'<token t_id="\d+" sentence="(\d+)" number="\d+">([^<]*)</token>', raw):
            sentences.setdefault(int(m[1]), []).append(m[2])
        texts.append(("ecbplus", " ".join(re.sub(r" (n't|'s|[.,;:!?\)])", r"\1", " ".join(s)) for s in sentences.values())))
    for path in sorted(glob.glob(f"{data}/time/meantime/**/*.xml", recursive=True)):
        raw, sentences = open(path, encoding="utf-8", errors="replace").read(), {}
        for m in re.finditer(r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>', raw):
            sentences.setdefault(int(m[1]), []).append(m[2])
        texts.append(("meantime", " ".join(re.sub(r" (n't|'s|[.,;:!?\)])", r"\1", " ".join(s)) for s in sentences.values())))
    for row in csv.DictReader(open(f"{data}/coref/gap/train.tsv", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        texts.append(("gap", row["Text"]))
    seen = set()
    for n, (name, text) in enumerate(texts):
        text = html.unescape(text).replace("\r\n", "\n")
        text = re.sub(r"(?<!\n)\n(?!\n)", "\n\n", text)
        if len(text) > 200 and text[:200] not in seen:
            seen.add(text[:200])
            yield {"id": f"{name}-{n}", "text": text}
