"""Opens a file of each format with what its readers use, and compares it with the reports.

    check.py FORMAT FOLDER

FOLDER has reports.json (the reports as an array, with their texts), comparison.json and FORMAT.EXTENSION. Ends with an
exception where something is not as it should be. Offsets are code points, which Python's strings count.
"""

import csv
import json
import re
import sys
import tarfile
from pathlib import Path


def read(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def equal(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} instead of {expected!r}")


# White space for Unicode; for Python, the separators of ASCII are too.
WHITE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"


def pieces(text, spans):
    return [text[start:end] for start, end in spans]


def claims(reports):
    return [(report, claim) for report in reports for claim in report["claims"]]


def harmless(text):
    """What CSV makes of words that a spreadsheet would run."""
    runs = text.lstrip(" \u00a0")[:1] in set("=+-@\t\r\n") if text.strip(" \u00a0") else False
    return "'" + text if runs or text[:1] in set("＝＋－＠") else text


def check_csv(folder, reports, name="csv"):
    import duckdb
    import pandas

    path = folder / f"{name}.csv"
    raw = path.read_bytes().decode("utf-8")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    equal(raw.count("path,document,title,published,"), 1, "headers")
    table = duckdb.read_csv(str(path), header=True, all_varchar=True).fetchall()
    equal(len(table), len(rows), "rows for DuckDB and for Python")
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    equal(frame.to_dict("records"), rows, "rows for pandas")
    if not rows:
        raise AssertionError("no rows to look at")
    if name == "csv":
        equal([row["content"] for row in rows], [harmless(c["content"]["text"]) for _, c in claims(reports)], "contents")
        for row, (report, claim) in zip(rows, claims(reports)):
            text = report["document"]["text"]
            spans = [tuple(map(int, span.split("-"))) for span in row["spans"].split()]
            equal(" … ".join(pieces(text, spans)), claim["content"]["text"], "spans")
            equal((int(row["start"]), int(row["end"])), (spans[0][0], spans[-1][1]), "start and end")
        if not any(row["content"].startswith("'+") for row in rows):
            raise AssertionError("the formula was not disarmed, or not found")
    elif name == "csv-entities":
        keys = ["path", "entity", "name", "kind", "country", "role", "affiliation", "mentions", "start", "end"]
        equal([[row[key] for key in keys] for row in rows], list(entities(reports)), "entities")
    elif name == "csv-relations":
        keys = ["path", "relation", "kind", "on", "claim", "other", "why"]
        equal([[row[key] for key in keys] for row in rows], list(relations(reports)), "relations")


def entities(reports):
    for report in reports:
        for entity in report["entities"]:
            known = [harmless(entity.get(key, "")) for key in ["id", "name", "kind", "country", "role", "affiliation"]]
            start, end = entity["mentions"][0]["spans"][0]
            yield [report["document"]["path"], *known, str(len(entity["mentions"])), str(start), str(end)]


def relations(reports):
    """A row for each claim after the first."""
    for report in reports:
        for place, relation in enumerate(report["relations"], 1):
            first, *others = relation["claims"]
            said = [report["document"]["path"], str(place), relation["kind"], relation["on"]]
            yield from ([*said, first, other, harmless(relation["why"])] for other in others)


def check_parquet(folder, reports):
    import duckdb

    duck = duckdb.connect()
    for table in ["parquet", "parquet-entities", "parquet-relations"]:
        duck.read_parquet(str(folder / f"{table}.parquet")).create_view(table.removeprefix("parquet-"))
    rows = duck.sql("select content, start, figure_low, source_unnamed from parquet").fetchall()
    equal([row[0] for row in rows], [claim["content"]["text"] for _, claim in claims(reports)], "contents")
    equal([row[1] for row in rows], [claim["content"]["spans"][0][0] for _, claim in claims(reports)], "starts")
    low = [next(iter(claim.get("figures", [])), {}).get("low") for _, claim in claims(reports)]
    equal([row[2] for row in rows], low, "figures")
    joined = duck.sql(
        "select count(*) from parquet c join entities e on c.path = e.path and c.source_entity = e.entity"
    ).fetchall()[0][0]
    one = [c for _, c in claims(reports) if sum("entity" in source for source in c["sources"]) == 1]
    equal(joined, len(one), "claims with the entity of their source")
    relations = duck.sql(
        "select count(*) from relations r join parquet a on a.path = r.path and a.claim = r.claim "
        "join parquet b on b.path = r.path and b.claim = r.other"
    ).fetchall()[0][0]
    equal(relations, sum(len(r["claims"]) - 1 for report in reports for r in report["relations"]), "relations")


# What the two contexts on the web say of the terms that are used; nothing is fetched.
CONTEXTS = {
    "https://schema.org": {
        "@vocab": "https://schema.org/",
        "appearance": {"@type": "@id"},
        "isPartOf": {"@type": "@id"},
    },
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "TextualBody": "oa:TextualBody",
        "SpecificResource": "oa:SpecificResource",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "classifying": "oa:classifying",
        "describing": "oa:describing",
        "identifying": "oa:identifying",
        "linking": "oa:linking",
        "tagging": "oa:tagging",
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "start": {"@id": "oa:start"},
        "end": {"@id": "oa:end"},
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "value": "rdf:value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "total": "as:totalItems",
        "first": {"@id": "as:first", "@type": "@id"},
        "startIndex": "as:startIndex",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    },
}
BASE = "https://news.example/"


def graph(path):
    """The file as RDF, by PyLD and by rdflib, which must agree on how much there is."""
    import rdflib
    from pyld import jsonld

    def load(url, _options):
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url.rstrip("/")]}}

    data = json.loads(path.read_text(encoding="utf-8"))
    options = {"documentLoader": load, "base": BASE}
    quads = jsonld.to_rdf(data, {**options, "format": "application/n-quads"})
    one = rdflib.Dataset()
    one.parse(data=quads, format="nquads")
    for node in data if isinstance(data, list) else [data]:
        node["@context"] = CONTEXTS[node["@context"]]
    two = rdflib.Graph()
    two.parse(data=json.dumps(data), format="json-ld", publicID=BASE)
    equal(len(two), len(one), "statements for rdflib and for PyLD")
    return two


def address(document):
    """Where a document is for linked data: on the web, or else where the file lies."""
    from urllib.parse import quote

    return document.get("url") or BASE + quote(document["path"])


def check_schema_org(folder, reports):
    rdf = graph(folder / "schema-org.jsonld")
    schema = "PREFIX s: <https://schema.org/> "
    count = lambda query: len(list(rdf.query(schema + query)))
    equal(count("SELECT ?c { ?c a s:Claim ; s:text ?t ; s:appearance ?a . ?a a s:NewsArticle }"), len(claims(reports)), "claims")
    for report in reports:
        document = report["document"]
        article = f"<{address(document)}>"
        known = {
            "s:author/s:name": document.get("authors", []),
            "s:publisher/s:name": [document["outlet"]] if "outlet" in document else [],
            "s:url": [document["url"]] if "url" in document else [],
            "s:datePublished": [document["published"]["value"]] if "published" in document else [],
        }
        for path, values in known.items():
            found = rdf.query(schema + f"SELECT ?v {{ {article} {path} ?v }}")
            equal(sorted(str(value) for value, in found), sorted(values), path)
    if not any("authors" in report["document"] for report in reports):
        raise AssertionError("no article with its authors")
    equal(count("SELECT ?r { ?r a s:ClaimReview }") + count("SELECT ?r { ?c s:reviewRating ?r }"), 0, "ratings")
    for claim, author in rdf.query(schema + "SELECT ?c ?a { ?c a s:Claim ; s:author ?a }"):
        if not list(rdf.query(schema + "SELECT ?n { ?a s:name ?n }", initBindings={"a": author})):
            raise AssertionError(f"{claim}: an author without a name")


def check_web_annotation(folder, reports):
    rdf = graph(folder / "web-annotation.jsonld")
    oa = "PREFIX oa: <http://www.w3.org/ns/oa#> "
    found = rdf.query(
        oa + "SELECT ?source ?start ?end ?exact ?prefix ?suffix { ?a a oa:Annotation ; oa:hasTarget ?t . "
        "?t oa:hasSource ?source ; oa:hasSelector ?p , ?q . ?p oa:start ?start ; oa:end ?end . "
        "?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }"
    )
    texts = {address(report["document"]): report["document"]["text"] for report in reports}
    targets = 0
    for source, start, end, exact, prefix, suffix in found:
        text, start, end = texts[str(source)], int(start), int(end)
        equal(str(exact), text[start:end], "quote")
        equal(str(prefix), text[max(0, start - 32) : start], "prefix")
        equal(str(suffix), text[end : end + 32], "suffix")
        targets += 1
    parts = lambda claim: [claim["content"], *claim["sources"], *([claim["cue"]] if "cue" in claim else [])]
    equal(targets, sum(len(part["spans"]) for _, claim in claims(reports) for part in parts(claim)), "targets")


def page(folder, name):
    import html5lib

    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse((folder / name).read_text(encoding="utf-8"))
    equal(list(tree.iter("script")), [], "scripts")
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    equal(len(ids), len(set(ids)), "ids")
    for link in tree.iter("a"):
        href = link.get("href")
        if not href.startswith("#") or href[1:] not in ids:
            raise AssertionError(f"a link to nowhere: {href}")
        if not (link.get("aria-label") or "".join(link.itertext()).strip()):
            raise AssertionError("a link without a name")
    for node in tree.iter():
        for name in node.attrib:
            if str(name).startswith("on"):
                raise AssertionError(f"an attribute that runs: {name}")
    headings = [int(node.tag[1]) for node in tree.iter() if node.tag in {"h1", "h2", "h3"}]
    if headings[0] != 1:
        raise AssertionError("the first heading is not of the first level")
    for table in tree.iter("table"):
        if table.find("caption") is None or not all(node.get("scope") for node in table.iter("th")):
            raise AssertionError("a table without a caption, or a heading without a scope")
    return tree


def words(node):
    """The words in an element, without the references that were put among them."""
    text = node.text or ""
    for child in node:
        if child.get("class") != "ref":
            text += words(child)
        text += child.tail or ""
    return text


def shown(text):
    """What a page has for the characters that HTML forbids."""
    return re.sub("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


def marked_text(tree, reports):
    blocks = [node for node in tree.iter("div") if node.get("class") == "text"]
    equal(len(blocks), len(reports), "texts")
    for block, report in zip(blocks, reports):
        lines = re.split("[\n\r\u2028\u2029\x85\x0c]", report["document"]["text"])
        lines = [shown(line.strip(WHITE)) for line in lines if line.strip(WHITE)]
        equal([words(p) for p in block.iter("p")], lines, "the text")
        marks = {node.get("id"): words(node) for node in block.iter("mark") if node.get("id")}
        for claim in report["claims"]:
            first = shown(report["document"]["text"][slice(*claim["content"]["spans"][0])])
            mark = next(words for id, words in marks.items() if id.endswith(f"-m-{claim['id']}"))
            if not first.startswith(mark):
                raise AssertionError(f"{claim['id']} is marked as {mark!r}")


def check_html(folder, reports):
    marked_text(page(folder, "html.html"), reports)


def met(comparison):
    """The relations of each thread: those all of whose claims are in it."""
    for thread in comparison["threads"]:
        yield thread, [it for it in comparison["relations"] if all(claim in thread["claims"] for claim in it["claims"])]


def check_comparison_text(folder, _reports):
    text = (folder / "comparison-text.txt").read_text(encoding="utf-8")
    if re.search("[^\n\\S ]|[\0-\x09\x0b-\x1f\x7f-\x9f]", text):
        raise AssertionError("a character that commands the terminal")
    comparison = read(folder, "comparison.json")
    # However the lines were broken. Python takes the separators of files and records for white space; Unicode, and the
    # text, take them for the control characters that they are, of which it shows the pictures.
    pictures = {number: chr(0x2400 + number) for number in range(0x20) if chr(number) not in "\t\n\v\f\r"}
    dense = lambda words: "".join(words.translate(pictures).split())
    blocks = text.rstrip("\n").split("\n\n")[1:]
    equal(len(blocks), len(comparison["threads"]), "threads")
    for block, (thread, relations) in zip(blocks, met(comparison)):
        for words in [thread["id"] + thread["about"], *(position["words"] for position in thread["positions"])]:
            if dense(words) not in dense(block):
                raise AssertionError(f"{words} is not in {block}")
        equal(block.count("→ "), len(relations), "relations")


def check_comparison_json(folder, _reports):
    comparison = read(folder, "comparison-json.json")
    equal(comparison, read(folder, "comparison.json"), "the comparison")
    documents = comparison["documents"]
    for thread in comparison["threads"]:
        for reading in thread.get("figures", []):
            text = documents[reading["document"]]["document"]["text"]
            equal(" … ".join(pieces(text, reading["spans"])), reading["text"], "figure")
    for relation in comparison["relations"]:
        for part in relation["parts"]:
            text = documents[part["document"]]["document"]["text"]
            equal(" … ".join(pieces(text, part["spans"])), part["text"], "part")


def check_comparison_jsonl(folder, _reports):
    import duckdb

    comparison = read(folder, "comparison.json")
    lines = duckdb.read_json(str(folder / "comparison-jsonl.jsonl"), format="newline_delimited")
    found = dict(lines.aggregate("record, count(*)", "record").fetchall())
    kinds = {"document": "documents", "duplicates": "duplicates", "entity": "entities", "thread": "threads", "relation": "relations"}
    expected = {record: len(comparison[key]) for record, key in kinds.items() if comparison[key]}
    equal(found, {"comparison": 1, **expected}, "lines")


def check_comparison_html(folder, _reports):
    comparison = read(folder, "comparison.json")
    tree = page(folder, "comparison-html.html")
    marked_text(tree, comparison["documents"])
    plots = [node for node in tree.iter("{http://www.w3.org/2000/svg}svg") if node.get("role") == "img"]
    drawn = {(thread["id"], figure["unit"]) for thread in comparison["threads"] for figure in thread.get("figures", [])}
    equal(len(plots), len(drawn), "plots")
    for plot in plots:
        labels = plot.get("aria-labelledby").split()
        named = [node for node in plot if node.get("id") in labels and (node.text or "").strip()]
        equal(len(named), 2, "title and description")


def check_comparison_markdown(folder, _reports):
    comparison = read(folder, "comparison.json")
    tokens = check_inert(folder / "comparison-markdown.md")
    headings = [rendered(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open"]
    threads = comparison["threads"]
    equal(headings[1:], [f"{thread['id']} {one_line(thread['about'])}" for thread in threads], "threads")
    cells = [rendered(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "td_open"]
    for words in [position["words"] for thread in threads for position in thread["positions"]]:
        if one_line(words) not in cells:
            raise AssertionError(f"no cell holds {words}")


# What readers make links of, whatever stands before it, and what therefore may stand as code.
LINKED = re.compile(r"//|www\.|@\w|#[0-9]|:[a-z+-][a-z0-9_+-]*:", re.IGNORECASE)


def check_inert(path):
    """That nothing of an article became markup: for CommonMark, for markdown-it with links made of addresses, for GitHub."""
    import cmarkgfm
    from markdown_it import MarkdownIt

    text = path.read_text(encoding="utf-8")
    tokens = MarkdownIt("gfm-like", {"linkify": True, "html": True}).parse(text)
    inline = [child for token in tokens for child in token.children or []]
    forbidden = {"html_block", "html_inline", "link_open", "image", "code_block", "fence", "em_open", "s_open"}
    equal(sorted({token.type for token in tokens + inline} & forbidden), [], "markup")
    for token in inline:
        if token.type == "code_inline" and not LINKED.search(token.content):
            raise AssertionError(f"code of an article: {token.content}")
    tags = set(re.findall(r"<(\w+)", cmarkgfm.github_flavored_markdown_to_html(text)))
    equal(sorted(tags & {"a", "img", "em", "del", "pre", "input", "script", "sup"}), [], "markup for GitHub")
    return tokens


def rendered(token):
    """The words of a line, as a reader sees them."""
    return "".join(child.content for child in token.children)


def one_line(text):
    """An article's words in one line, with signs for what commands a terminal or turns the order of reading."""
    words = re.split(f"[{WHITE}]+", text)
    line = re.sub("[\0-\x1f]", lambda c: chr(0x2400 + ord(c[0])), " ".join(filter(None, words)))
    line = line.replace("\x7f", "\u2421")
    return re.sub("[\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "\ufffd", line)


def check_markdown(folder, reports):
    tokens = check_inert(folder / "markdown.md")
    quotes = [rendered(tokens[at + 2]) for at, token in enumerate(tokens) if token.type == "blockquote_open"]
    equal(quotes, [one_line(claim["content"]["text"]) for _, claim in claims(reports)], "claims")


def check_brat(folder, reports):
    with tarfile.open(folder / "brat.tar") as archive:
        files = {member.name: archive.extractfile(member).read().decode("utf-8") for member in archive}
    texts = [name for name in files if name.endswith(".txt")]
    equal(len(texts), len(reports), "texts")
    for name, report in zip(texts, reports):
        text = files[name]
        # The carriage return is a space, so that readers which join line ends count as the others do.
        equal(text, report["document"]["text"].replace("\r\n", " \n"), "text")
        bounds, contents = set(), 0
        for line in files[name.removesuffix("txt") + "ann"].splitlines():
            fields = line.split("\t")
            if line.startswith("T"):
                equal(len(fields), 3, line)
                kind, places = fields[1].split(" ", 1)
                spans = [tuple(map(int, place.split(" "))) for place in places.split(";")]
                covered = pieces(text, spans)
                if any(len(piece.splitlines()) > 1 for piece in covered):
                    raise AssertionError(f"a piece crosses a line: {line}")
                equal(fields[2], " ".join(covered).replace("\t", " "), line)
                bounds.add(fields[0])
                contents += kind == "Content"
            elif line.startswith("R"):
                arguments = [argument.split(":")[1] for argument in fields[1].split(" ")[1:]]
                if not bounds.issuperset(arguments):
                    raise AssertionError(f"a relation of nothing: {line}")
            elif not line.startswith("A") or fields[1].split(" ")[1] not in bounds:
                raise AssertionError(f"an attribute of nothing: {line}")
        equal(contents, len(report["claims"]), "contents")


def check_label_studio(folder, reports):
    tasks = read(folder, "label-studio.json")
    equal(len(tasks), len(reports), "tasks")
    for task, report in zip(tasks, reports):
        text = task["data"]["text"]
        equal(text, report["document"]["text"], "text")
        results = task["predictions"][0]["result"]
        regions = {result["id"] for result in results if result["type"] == "labels"}
        for result in results:
            if result["type"] == "relation":
                if not regions.issuperset([result["from_id"], result["to_id"]]):
                    raise AssertionError(f"a relation of nothing: {result}")
                continue
            value = result["value"]
            equal(value["text"], text[value["start"] : value["end"]], "region")


CHECKS = {
    "csv": check_csv,
    "csv-entities": lambda folder, reports: check_csv(folder, reports, "csv-entities"),
    "csv-relations": lambda folder, reports: check_csv(folder, reports, "csv-relations"),
    "parquet": check_parquet,
    "schema-org": check_schema_org,
    "web-annotation": check_web_annotation,
    "html": check_html,
    "comparison-text": check_comparison_text,
    "comparison-json": check_comparison_json,
    "comparison-jsonl": check_comparison_jsonl,
    "comparison-html": check_comparison_html,
    "comparison-markdown": check_comparison_markdown,
    "markdown": check_markdown,
    "brat": check_brat,
    "label-studio": check_label_studio,
}

if __name__ == "__main__":
    name, folder = sys.argv[1], Path(sys.argv[2])
    CHECKS[name](folder, read(folder, "reports.json"))
