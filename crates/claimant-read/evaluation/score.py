"""Scores what readers of pages find, against three sets of pages with what is in them.

    python3 score.py --data SHARED/data/html NAME=PREDICTIONS.json ...

PREDICTIONS.json holds {SET: {ID: {"text", "title", "authors", "date"}}} with the sets and ids of `pages.py`.

Rules of matching
-----------------
aeb          The benchmark's own: shingles of four words (`\\w+`, case kept, counted as often as they stand); per
             page true and false positives and false negatives as shares of their sum; precision and recall are
             the means over pages, F1 is made of these two.
readability  The same rule against the text of `expected.html`.
trafilatura  Of the strings that must be in the text and those that must not: precision and recall over all
             strings, a string counting as found when the text has it, white space collapsed.
title        Equal, letters and digits only, in lower case, or one begins with the other and both have 20.
authors      Every expected name is found, and no other: words in lower case, any order. Pages without an
             expected author are left out.
date         Equal days, of the pages that have one.
"""

import argparse
import gzip
import html.parser
import json
import re
from collections import Counter
from pathlib import Path

WORD = re.compile(r"\w+")


class Text(html.parser.HTMLParser):
    """The text of a clean page, elements parted by a space."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("a", "em", "strong", "b", "i", "span", "code", "sup", "sub", "u", "abbr", "font"):
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.handle_starttag(tag, [])

    def handle_data(self, data):
        self.parts.append(data)


def text_of(page):
    parser = Text()
    parser.feed(page)
    return "".join(parser.parts)


def pages(data):
    """Yields (set, id, path of the page, gold)."""
    data = Path(data)
    for key, gold in sorted(json.loads((data / "aeb/ground-truth.json").read_text()).items()):
        yield "aeb", key, data / f"aeb/html/{key}.html.gz", {"text": gold["articleBody"]}
    for folder in sorted((data / "readability").iterdir()):
        if not folder.is_dir():
            continue
        meta = json.loads((folder / "expected-metadata.json").read_text())
        gold = {"text": text_of((folder / "expected.html").read_text()), "title": meta.get("title")}
        if meta.get("byline"):
            gold["authors"] = meta["byline"]
        if meta.get("publishedTime"):
            gold["date"] = meta["publishedTime"][:10]
        yield "readability", folder.name, folder / "source.html", gold
    for url, gold in sorted(json.loads((data / "trafilatura_en/evaldata.json").read_text()).items()):
        path = data / "trafilatura_en/html" / gold["file"]
        wanted = {key: gold.get(key) for key in ("with", "without", "title", "date")}
        wanted["authors"] = gold.get("author")
        yield "trafilatura", gold["file"], path, wanted


def source(path):
    """The bytes of a page."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def shingles(text, length=4):
    words = WORD.findall(text or "")
    return Counter(tuple(words[at : at + length]) for at in range(max(1, len(words) - length + 1)) if words)


def overlap(gold, found):
    gold, found = shingles(gold), shingles(found)
    both = sum((gold & found).values())
    counts = both, sum(found.values()) - both, sum(gold.values()) - both
    whole = sum(counts)
    return tuple(count / whole for count in counts) if whole else counts


def mean_prf(triples):
    precisions = [tp / (tp + fp) for tp, fp, _ in triples if tp + fp > 0]
    recalls = [tp / (tp + fn) for tp, _, fn in triples if tp + fn > 0]
    p = sum(precisions) / max(1, len(precisions))
    r = sum(recalls) / max(1, len(recalls))
    return p, r, 2 * p * r / max(1e-9, p + r)


def squeeze(text):
    return " ".join((text or "").split())


def same_title(gold, found):
    gold, found = ("".join(WORD.findall((text or "").lower())) for text in (gold, found))
    longer, shorter = max(gold, found, key=len), min(gold, found, key=len)
    return gold == found or (len(shorter) >= 20 and longer.startswith(shorter))


def same_authors(gold, found):
    gold = "; ".join(gold) if isinstance(gold, list) else gold
    gold = re.sub(r"^by\s+", "", gold.strip(), flags=re.I)
    names = [part for part in re.split(r"[;,|]| and | & ", gold) if part.strip()]
    words = lambda name: tuple(sorted(WORD.findall(name.lower())))
    return {words(name) for name in names} == {words(name) for name in found}


def share(pairs):
    pairs = list(pairs)
    return f"{sum(pairs)}/{len(pairs)} = {sum(pairs) / max(1, len(pairs)):.3f}"


def score(name, predictions, gold_pages, show):
    print(f"== {name}")
    metadata = {"title": [], "authors": [], "date": []}
    by_set = {}
    for which, key, _, gold in gold_pages:
        found = predictions.get(which, {}).get(key) or {}
        by_set.setdefault(which, []).append((key, gold, found))
        if gold.get("title"):
            metadata["title"].append(same_title(gold["title"], found.get("title")))
        if gold.get("authors"):
            metadata["authors"].append(same_authors(gold["authors"], found.get("authors") or []))
        if gold.get("date"):
            metadata["date"].append(gold["date"] == found.get("date"))
        for what in show:
            if what in metadata and gold.get(what) and not metadata[what][-1]:
                print(f"   {which} {key}: {what}: {gold[what]!r}, found {found.get(what)!r}")
    for which, rows in by_set.items():
        if which == "trafilatura":
            tp = fp = fn = 0
            for key, gold, found in rows:
                text = squeeze(found.get("text"))
                wanted = [squeeze(part) in text for part in gold["with"]]
                unwanted = [squeeze(part) in text for part in gold["without"]]
                tp, fn, fp = tp + sum(wanted), fn + len(wanted) - sum(wanted), fp + sum(unwanted)
                if "text" in show and (not all(wanted) or any(unwanted)):
                    print(f"   {which} {key}: lacks {wanted.count(False)}, has {sum(unwanted)} too many")
            p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
            f = 2 * p * r / max(1e-9, p + r)
        else:
            triples = [overlap(gold["text"], found.get("text")) for _, gold, found in rows]
            p, r, f = mean_prf(triples)
            if "text" in show:
                for (key, _, _), (tp, fp, fn) in sorted(zip(rows, triples), key=lambda row: row[1][0])[:25]:
                    print(f"   {which} {key}: right {tp:.2f}, too much {fp:.2f}, missing {fn:.2f}")
        print(f"{which:12} pages {len(rows):4}  P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    for what, pairs in metadata.items():
        print(f"{what:12} {share(pairs)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--show", action="append", default=[], help="text, title, authors or date: where it differs")
    parser.add_argument("predictions", nargs="+")
    args = parser.parse_args()
    gold_pages = list(pages(args.data))
    for argument in args.predictions:
        name, path = argument.split("=", 1)
        score(name, json.loads(Path(path).read_text()), gold_pages, args.show)


if __name__ == "__main__":
    main()
