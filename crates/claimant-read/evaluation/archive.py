"""Makes inputs for measuring speed and memory.

    python3 archive.py warc --data SHARED/data/html --pages 3000 OUT.warc.gz
    python3 archive.py lines --documents 100000 OUT.jsonl

`warc` repeats the pages of `score.py` under addresses of their own, each record a gzip member, as crawlers pack
them. `lines` writes short documents that all differ.
"""

import argparse
import gzip
import itertools
import json

import score


def warc(args):
    sources = [score.source(path) for _, _, path, _ in score.pages(args.data)]
    with open(args.out, "wb") as out:
        for number, page in zip(range(args.pages), itertools.cycle(sources)):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:page:{number}>\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))


def lines(args):
    with open(args.out, "w") as out:
        for number in range(args.documents):
            text = f"The ministry said on Monday that {number} people were moved. “It was quick,” said Ann Lee."
            out.write(json.dumps({"id": number, "text": text}) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(required=True)
    first = what.add_parser("warc")
    first.add_argument("--data", required=True)
    first.add_argument("--pages", type=int, default=3000)
    first.set_defaults(run=warc)
    second = what.add_parser("lines")
    second.add_argument("--documents", type=int, default=100_000)
    second.set_defaults(run=lines)
    for one in (first, second):
        one.add_argument("out")
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
