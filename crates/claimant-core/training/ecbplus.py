"""ECB+ (Cybulska and Vossen 2014) as JSON Lines, one document a line: `ecbplus.py FOLDER OUT.jsonl`.

FOLDER holds `train/`, `dev/` and `sentences.csv`. Each line: `part`, `topic`, `subtopic` ("ecb" or "ecbplus": the two seminal events of a topic),
`id`, `text`, and `mentions`: those of actions (ACTION_*, NEG_ACTION_*) in the sentences that were checked for coreference, each `[from, to,
chain]`, in code points of `text`. A mention in no chain is a chain of its own.

The corpus gives tokens: they are joined by blanks, without those that English does not write, one line a sentence. Sentence 0 of the documents
that were added to ECB is the page's address and left out.
"""

import csv
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

NO_BLANK_BEFORE = re.compile(r"^(?:[.,;:!?)\]%]+|'s|'S|’s|n't|n’t|'(?:re|ve|ll|d|m)|’(?:re|ve|ll|d|m)|'')$")
NO_BLANK_AFTER = {"(", "[", "$", "``", "#"}
MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}


def document(path, checked):
    root = ElementTree.parse(path).getroot()
    stem = path.stem
    topic, name = stem.split("_", 1)
    added = name.endswith("plus")
    text, where, line, before = "", {}, None, ""
    sentences = {}
    for token in root.iter("token"):
        number = int(token.get("sentence"))
        if added and number == 0:
            continue
        word = token.text or ""
        if line is not None and number != line:
            text += "\n"
        elif text and not (NO_BLANK_BEFORE.match(word) or before in NO_BLANK_AFTER):
            text += " "
        line, before = number, word
        written = MARKS.get(word, word)
        where[token.get("t_id")] = (len(text), len(text) + len(written))
        sentences[token.get("t_id")] = number
        text += written
    chain = {}
    for relation in root.find("Relations"):
        name_of = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else f"{stem}/{relation.get('r_id')}"
        for source in relation.findall("source"):
            chain[source.get("m_id")] = name_of
    mentions = []
    for mention in root.find("Markables"):
        anchors = [anchor.get("t_id") for anchor in mention.findall("token_anchor")]
        anchors = [anchor for anchor in anchors if anchor in where]
        if "ACTION" not in mention.tag or not anchors:
            continue
        if (topic, name, str(sentences[anchors[0]])) not in checked:
            continue
        own = f"{stem}/m{mention.get('m_id')}"
        span = [where[anchors[0]][0], where[anchors[-1]][1]]
        mentions.append([*span, chain.get(mention.get("m_id"), own)])
    mentions.sort()
    return {
        "part": path.parent.parent.name,
        "topic": topic,
        "subtopic": "ecbplus" if added else "ecb",
        "id": stem,
        "text": text,
        "mentions": mentions,
    }


def documents(folder):
    with open(folder / "sentences.csv", newline="", encoding="utf-8") as file:
        checked = {(row["Topic"], row["File"], row["Sentence Number"]) for row in csv.DictReader(file)}
    for part in ["train", "dev"]:
        for path in sorted((folder / part).glob("*/*.xml")):
            yield document(path, checked)


def main(folder, out):
    with open(out, "w", encoding="utf-8") as file:
        for one in documents(pathlib.Path(folder)):
            file.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
