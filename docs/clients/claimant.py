"""Who claims what in an article, with nothing but Python: claimant.py SERVER FILE [PUBLISHED]

The token of a server that asks for one is taken from CLAIMANT_TOKEN.
"""

from __future__ import annotations

import json
import os
import sys
import time
import urllib.error
import urllib.request
from typing import NotRequired, TypedDict  # 3.11 or later

Span = tuple[int, int]  # code points, half open, as Python counts them


class Words(TypedDict):
    text: str
    spans: list[Span]


class Source(Words):
    entity: NotRequired[str]


class Claim(TypedDict):
    id: str
    voice: str
    sources: list[Source]
    content: Words
    act: str
    polarity: str
    certainty: str
    cue: NotRequired[Words]
    within: NotRequired[str]


class Report(TypedDict):
    claims: list[Claim]


class Refused(Exception):
    """What was wrong and what to do, as RFC 9457 has it."""


def extract(server: str, text: str, published: str | None = None, tries: int = 5) -> Report:
    """The report of one article. A busy server is asked again when it says so."""
    article = {"text": text} | ({"published": published} if published else {})
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if token := os.environ.get("CLAIMANT_TOKEN"):
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(f"{server}/v1/extract", json.dumps(article).encode(), headers)
    for left in reversed(range(tries)):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            wait = error.headers.get("Retry-After")
            if wait and left:
                time.sleep(float(wait))
                continue
            raise Refused(json.load(error)["detail"]) from None
    raise AssertionError("the last try returns or raises")


def main() -> None:
    server, path, *published = sys.argv[1:]
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    report = extract(server, text, *published)
    for claim in report["claims"]:
        who = ", ".join(source["text"] for source in claim["sources"]) or claim["voice"]
        words = " … ".join(text[start:end] for start, end in claim["content"]["spans"])
        print(f"{who} [{claim['act']}]: {' '.join(words.split())}")


if __name__ == "__main__":
    main()
