"""The sentences that check-worthiness is learned from and measured on. Standard library only.

python worthiness_sets.py --data DATA --out FOLDER writes the parts set aside: a TSV for each list to be ranked, `label<tab>sentence`.

Set aside are, of ClaimBuster, every fifth sentence in the order of their numbers (that of the debates), and, of CheckThat! 2020 task 5,
every fifth transcript in the order of their names (that of their dates). A sentence whose words stand in a part set aside is not
trained on, whichever set it is from: both have the debates of 2016.
"""
import argparse, json, pathlib, re


def claimbuster(data):
    """(number, label, sentence), in the order of the debates."""
    with open(f"{data}/claims/claimbuster/train.json", encoding="utf-8") as f:
        rows = [(row["sentence_id"], row["label"], one_line(row["text"])) for row in json.load(f)]
    return sorted(rows)


def checkthat(data):
    """(name, [(label, sentence)]) for each transcript, in the order of their dates."""
    for path in sorted(pathlib.Path(data, "claims/checkthat2020/train").glob("*.tsv")):
        rows = []
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            _, _, sentence, label = line.split("\t")
            rows.append((int(label), one_line(sentence)))
        yield path.stem, rows


def one_line(text):
    return " ".join(text.split())


def words(sentence):
    return " ".join(re.findall(r"\w+", sentence.lower()))


def is_aside(index):
    return index % 5 == 4


def parts(data):
    """What to learn from, [(set, label, sentence)], and what to measure on, [(name, [(label, sentence)])]."""
    learn, aside = [], []
    rows = claimbuster(data)
    aside.append(("claimbuster", [row[1:] for at, row in enumerate(rows) if is_aside(at)]))
    learn += [("claimbuster", *row[1:]) for at, row in enumerate(rows) if not is_aside(at)]
    for at, (name, rows) in enumerate(checkthat(data)):
        if is_aside(at):
            aside.append((f"checkthat-{name}", rows))
        else:
            learn += [("checkthat", *row) for row in rows]
    held = {words(sentence) for _, rows in aside for _, sentence in rows}
    return [row for row in learn if words(row[2]) not in held], aside


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    for name, rows in parts(a.data)[1]:
        with open(f"{a.out}/{name}.tsv", "w", encoding="utf-8") as f:
            f.writelines(f"{label}\t{sentence}\n" for label, sentence in rows)
