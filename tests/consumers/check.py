"""Opens a file of each format with what its readers use, and compares it with the reports.

    check.py FORMAT FOLDER

FOLDER has reports.json (the reports as an array, with their texts), comparison.json and FORMAT.EXTENSION. Ends with an
exception where something is not as it should be. Offsets are code points, which Python's strings count.
"""

import csv
import json
import sys
import tarfile
from pathlib import Path


def read(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def equal(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} instead of {expected!r}")


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

    path = folder / f"{name}.csv"
    raw = path.read_bytes().decode("utf-8")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    equal(raw.count("path,document,title,published,"), 1, "headers")
    table = duckdb.read_csv(str(path), header=True, all_varchar=True).fetchall()
    equal(len(table), len(rows), "rows for DuckDB and for Python")
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
        equal(len(rows), sum(len(report["entities"]) for report in reports), "entities")


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


def check_schema_org(folder, reports):
    rdf = graph(folder / "schema-org.jsonld")
    schema = "PREFIX s: <https://schema.org/> "
    count = lambda query: len(list(rdf.query(schema + query)))
    equal(count("SELECT ?c { ?c a s:Claim ; s:text ?t ; s:appearance ?a . ?a a s:NewsArticle }"), len(claims(reports)), "claims")
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
    from urllib.parse import quote

    texts = {BASE + quote(report["document"]["path"]): report["document"]["text"] for report in reports}
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


def marked_text(tree, reports):
    blocks = [node for node in tree.iter("div") if node.get("class") == "text"]
    equal(len(blocks), len(reports), "texts")
    for block, report in zip(blocks, reports):
        lines = [line.strip() for line in report["document"]["text"].splitlines() if line.strip()]
        equal([words(p) for p in block.iter("p")], lines, "the text")
        marks = {node.get("id"): words(node) for node in block.iter("mark") if node.get("id")}
        for claim in report["claims"]:
            first = report["document"]["text"][slice(*claim["content"]["spans"][0])]
            mark = next(words for id, words in marks.items() if id.endswith(f"-m-{claim['id']}"))
            if not first.startswith(mark):
                raise AssertionError(f"{claim['id']} is marked as {mark!r}")


def check_html(folder, reports):
    marked_text(page(folder, "html.html"), reports)


def check_comparison(folder, _reports):
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
    import duckdb

    lines = duckdb.read_json(str(folder / "comparison-jsonl.jsonl"), format="newline_delimited")
    threads = duckdb.sql("select count(*) from lines where record = 'thread'").fetchall()[0][0]
    equal(threads, len(comparison["threads"]), "threads")
    del lines
    check_inert(folder / "comparison-markdown.md")


def check_inert(path):
    """That nothing of an article became markup."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(path.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    forbidden = {"html_block", "html_inline", "link_open", "image", "code_block", "fence", "code_inline", "em_open"}
    equal(sorted({token.type for token in tokens + inline} & forbidden), [], "markup")
    return tokens


def check_markdown(folder, reports):
    tokens = check_inert(folder / "markdown.md")
    quotes = [tokens[index + 2].content for index, token in enumerate(tokens) if token.type == "blockquote_open"]
    equal(len(quotes), len(claims(reports)), "claims")


def check_brat(folder, reports):
    with tarfile.open(folder / "brat.tar") as archive:
        files = {member.name: archive.extractfile(member).read().decode("utf-8") for member in archive}
    texts = [name for name in files if name.endswith(".txt")]
    equal(len(texts), len(reports), "texts")
    for name, report in zip(texts, reports):
        text = files[name]
        equal(text, report["document"]["text"], "text")
        bounds, contents = set(), 0
        for line in files[name.removesuffix("txt") + "ann"].splitlines():
            fields = line.split("\t")
            if line.startswith("T"):
                equal(len(fields), 3, line)
                kind, places = fields[1].split(" ", 1)
                spans = [tuple(map(int, place.split(" "))) for place in places.split(";")]
                covered = pieces(text, spans)
                if any("\n" in piece for piece in covered):
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
    "comparison": check_comparison,
    "markdown": check_markdown,
    "brat": check_brat,
    "label-studio": check_label_studio,
}

if __name__ == "__main__":
    name, folder = sys.argv[1], Path(sys.argv[2])
    CHECKS[name](folder, read(folder, "reports.json"))
