"""The news sets' held-aside names as JSON Lines, for the evaluation: python names.py --data DATA --out FOLDER"""
import argparse, json
import corpora

if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    for name, docs in (("ieer", corpora.ieer(a.data, True)), ("re3d", corpora.re3d(a.data, True))):
        with open(f"{a.out}/{name}.jsonl", "w", encoding="utf-8") as f:
            for d in docs:
                f.write(json.dumps({"text": d["text"], "names": d["names"]}) + "\n")
