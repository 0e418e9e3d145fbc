"""What the program finds in the pages of `score.py`, and what trafilatura (PyPI) finds in the same.

    python3 pages.py --data SHARED/data/html --out FOLDER --claimant target/release/claimant [--trafilatura]

Writes FOLDER/claimant.json and, when asked, FOLDER/trafilatura.json, as `score.py` reads them; prints for each
megabytes of HTML and seconds of processor time. The text of the program is its report's without headlines, captions
and boilerplate, which the sets leave out.
"""

import argparse
import json
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import score


def report_text(report):
    document = report["document"]
    text = document["text"]
    parts = []
    for region in document["regions"]:
        if region["kind"] in ("body", "post", "headline", "dateline"):
            parts += [(start, end, region["kind"]) for start, end in region["spans"]]
    headlines = [start for start, _, kind in parts if kind == "headline"]
    # The first headline is the article's title; later ones are crossheads, which the sets keep.
    title = min(headlines, default=None) if headlines and min(headlines) == 0 else None
    return "\n".join(text[start:end] for start, end, _ in parts if start != title)


def children():
    """Seconds of processor time that programs run by this one have had."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def claimant(program, pages):
    """Every page once through the program, one thread, all extractors."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        size = 0
        for number, (which, key, path, _) in enumerate(pages):
            page = score.source(path)
            size += len(page)
            (Path(folder) / f"{number:05}.html").write_bytes(page)
        begun = children()
        command = [program, "extract", "--no-config", "--format", "jsonl", "--jobs", "1", folder]
        run = subprocess.run(command, capture_output=True, text=True)
        seconds = children() - begun
        lines = run.stdout.splitlines()
        assert len(lines) == len(pages), run.stderr
        for (which, key, _, _), line in zip(pages, lines):
            report = json.loads(line)
            document = report["document"]
            found.setdefault(which, {})[key] = {
                "text": report_text(report) if "text" in document else "",
                "title": document.get("title"),
                "authors": document.get("authors", []),
                "date": document.get("published", {}).get("value")
                if document.get("published", {}).get("basis") == "metadata"
                else None,
            }
    return found, size, seconds


def trafilatura(pages):
    import trafilatura as library

    found, size = {}, 0
    begun = time.process_time()
    for which, key, path, _ in pages:
        page = score.source(path)
        size += len(page)
        result = library.bare_extraction(page, include_comments=False, with_metadata=True)
        result = result.as_dict() if result else {}
        found.setdefault(which, {})[key] = {
            "text": result.get("text"),
            "title": result.get("title"),
            "authors": [name for name in (result.get("author") or "").split("; ") if name],
            "date": result.get("date"),
        }
    return found, size, time.process_time() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--claimant")
    parser.add_argument("--trafilatura", action="store_true")
    args = parser.parse_args()
    pages = list(score.pages(args.data))
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    runs = []
    if args.claimant:
        runs.append(("claimant", lambda: claimant(args.claimant, pages)))
    if args.trafilatura:
        runs.append(("trafilatura", lambda: trafilatura(pages)))
    for name, run in runs:
        found, size, seconds = run()
        (out / f"{name}.json").write_text(json.dumps(found))
        print(f"{name}: {len(pages)} pages, {size / 1e6:.1f} MB of HTML in {seconds:.1f} s, {size / 1e6 / seconds:.2f} MB/s")


if __name__ == "__main__":
    main()
